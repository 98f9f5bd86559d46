"""JSONL: what a rule speaks of is changed, every other byte stays, and new keys do not slip through."""

import io
import json
from typing import Any

import pytest
from chartveil.batch.columns import Columns, NoRule
from chartveil.batch.formats.jsonl import NotAnObject, NotText, open_table, parse
from chartveil.errors import NoteError, UsageError
from hypothesis import given
from hypothesis import strategies as st
from records_stub import same, stub_parts

COLUMNS = Columns({"note": "text", "id": "id", "p.dob": "DATE", "junk": "drop"}, "keep")


def opened(raw: bytes, columns: Columns = COLUMNS) -> Any:
    """An open table."""
    return open_table(io.BytesIO(raw), columns, form="jsonl", encoding=None, limit=100_000)


SAME = [
    b'{"id": 1, "note": "a\\u00e9", "p": {"dob": null, "x": [1, {"y": "}"}]}, "junk": 0}\n',
    b'{"junk":1,"id":"\xc3\xa9","note":"b","p":{"dob":"1960"}}\r\n\r\n',
]


@pytest.mark.parametrize("raw", SAME)
def test_nothing_else_changes(raw: bytes) -> None:
    """Spaces, escapes, numbers and blank lines come back; what is dropped is gone."""
    table = opened(raw, Columns({**COLUMNS.rules, "junk": "keep"}, "keep"))
    assert b"".join(same(table.reader.read(record)) for record in table.raws) == raw
    table = opened(raw)
    (record,) = table.raws
    assert json.loads(same(table.reader.read(record))) == {
        name: value for name, value in json.loads(raw).items() if name != "junk"
    }


def test_what_rules_speak_of_changes() -> None:
    """Also within objects, and numbers too; the file's way of writing letters is kept."""
    raw = b'{"junk": {"a": 1}, "id": 7, "note": "x", "p": {"dob": 1960, "k": true}}\n'
    table = opened(raw)
    (record,) = (table.reader.read(line) for line in table.raws)
    assert (record.id, record.fields[0].value, record.fields[0].place) == ("7", "1960", "p.dob")
    assert (
        stub_parts(record, "é", "[D]") == b'{ "id": 7, "note": "\\u00e9", "p": {"dob": "[D]", "k": true}}\n'
    )


def test_a_rule_for_an_object_counts_below() -> None:
    """The nearest rule decides."""
    columns = Columns({"p": "PERSON", "p.age": "keep", "note": "text"})
    (record,) = (opened(b"", columns).reader.read(b'{"p":{"a":"x","age":3},"note":null}') for _ in "1")
    assert [(field.label, field.value) for field in record.fields] == [("PERSON", "x")]
    assert record.passages == ()


FIRST = b'{"id": 1, "note": "a", "p": {"dob": ""}, "junk": 1, "more": 2}\n'
REFUSED: list[tuple[bytes, type[NoteError]]] = [
    (b'{"id": 1, "note": "a", "Note": "b"}', NoRule),
    (b'{"id": 1, "note": ["a"]}', NotText),
    (b'{"id": 1, "note": true}', NotText),
    (b'{"note": "a", "note": "b"}', NotAnObject),
    (b'["a"]', NotAnObject),
    (b'{"note": "a"', NotAnObject),
    (b'{"id": ' * 500 + b"1" + b"}" * 500, NotAnObject),
    (b"[" * 100_000, NotAnObject),
]


@pytest.mark.parametrize(("raw", "error"), REFUSED)
def test_records_that_fail(raw: bytes, error: type[NoteError]) -> None:
    """Keys that nobody spoke of, values that are no text, and what is no record at all."""
    table = opened(FIRST + raw)
    _, second = table.raws
    with pytest.raises(error) as caught:
        table.reader.read(second)
    assert "Note" not in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        (
            b'{"id":7,"note":"x","p":{"dob":"d"},"junk":2,"more":"m"}\n',
            b'{"id":7,"note":null,"p":{"dob":null},"more":"m"}\n',
        ),
        (b'{"note":"x","new":"secret"}\n', b'{"note":null}\n'),
        (b'{"note": secret}\r\n', b"{}\r\n"),
    ],
)  # fmt: skip
def test_a_failed_record_keeps_no_text(raw: bytes, left: bytes) -> None:
    """What passes anyway is all that is left."""
    table = opened(FIRST + raw)
    assert table.reader.failed(raw) == left


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        (Columns({"text": "text"}, "keep"), "no 'text'"),
        (Columns({"note": "text"}), r"number 1, 3, 4, 5;"),
    ],
)
def test_first_records_that_do_not_fit(columns: Columns, says: str) -> None:
    """A misspelled column must not let the notes pass."""
    with pytest.raises(UsageError, match=says):
        opened(FIRST, columns)


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=6)
    | st.lists(st.text(max_size=3), max_size=3)
)
OBJECTS = st.dictionaries(
    st.text(max_size=4),
    st.recursive(LEAVES, lambda inner: st.dictionaries(st.text(max_size=3), inner, max_size=3), max_leaves=6),
    max_size=5,
)


@given(OBJECTS, st.sampled_from([None, 1]), st.booleans())
def test_places_of_values(value: dict[str, Any], indent: int | None, plain: bool) -> None:
    """Each value stands where it is said to stand, however the object is written."""
    text = json.dumps(value, indent=indent, ensure_ascii=plain)
    for leaf in parse(text).leaves():
        inner = json.loads(text[leaf.start : leaf.end])
        assert not isinstance(inner, dict)
    assert sum(1 for _ in parse(text).leaves()) == _count(value)


def _count(value: Any) -> int:
    return sum(map(_count, value.values())) if isinstance(value, dict) else 1
