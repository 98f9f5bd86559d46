"""CSV and TSV: what a rule speaks of is changed, all else stays, and nothing slips into another column."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from chartveil.batch.columns import Columns, columns_of
from chartveil.batch.errors import UndecodableNote
from chartveil.batch.formats.csv_table import EmptyTable, Misshapen, open_table
from chartveil.batch.formats.record import Record
from chartveil.batch.formats.streams import LongRecord
from chartveil.errors import NoteError, UsageError
from hypothesis import given
from hypothesis import strategies as st
from records_stub import same, stub_parts

COLUMNS = Columns({"note": "text", "id": "id", "dob": "DATE"}, "keep")
HEAD = "id,dob,note,more\n"


def rewritten(
    raw: bytes,
    columns: Columns = COLUMNS,
    form: str = "csv",
    encoding: str | None = None,
    results: Callable[[Record], bytes] = same,
) -> bytes:
    """A table read and written again, by default with nothing changed."""
    table = open_table(io.BytesIO(raw), columns, form=form, encoding=encoding, limit=100_000)
    return table.head + b"".join(results(table.reader.read(record)) for record in table.raws)


def records(text: str, columns: Columns = COLUMNS) -> list[Record]:
    """The records of a table."""
    table = open_table(io.BytesIO(text.encode()), columns, form="csv", encoding=None, limit=100_000)
    return [table.reader.read(raw) for raw in table.raws]


TABLES = [
    HEAD + "1,1960-03-03,seen,x\n",
    HEAD.replace("\n", "\r\n") + '1,,"a ""b"", c\r\nd",\r\n\r\n\r\n2,x,y,z',
    HEAD.replace(",", ";") + '1;2;"a;b";c\n',
    HEAD.replace(",", "\t") + "1\t2\ta,b;c\td\n",
    HEAD.replace(",", "|") + '"1"|""|a"b|"c"\n',
    HEAD.replace("\n", "\r") + '1,2,"a\rb",c\r1,2,3,4\r',
    "\n\n" + HEAD + "1,2,3,4\n",
    '"id","dob","no""te","note","mo\nre"\n1,2,3,4,5\n',
    HEAD,
    HEAD.rstrip("\n"),
]


@pytest.mark.parametrize("text", TABLES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_nothing_else_changes(text: str, codec: str) -> None:
    """Marks, line ends, quotes, delimiters and blank lines come back, in any encoding."""
    raw = (text.replace("seen", "seén")).encode(codec)
    assert rewritten(raw) == raw


def test_what_rules_speak_of_changes() -> None:
    """Text and identifiers are replaced, in quotes where they were or must be; dropped columns are gone."""
    table = 'id,note,junk,dob,more\n7,"say ""x""",j,1960,k\n8,plain,j,,"k"\n'
    columns = Columns({"note": "text", "id": "id", "dob": "DATE", "junk": "drop"}, "keep")
    written = rewritten(table.encode(), columns, results=lambda r: stub_parts(r, 'a "b", c', "D"))
    assert written == b'id,note,dob,more\n7,"a ""b"", c",D,k\n8,"a ""b"", c",,"k"\n'


def test_what_a_record_knows() -> None:
    """The id and the patient of the row, its identifiers as fields, and those long enough as known."""
    columns = Columns({"note": "text", "id": "id", "who": "patient", "name": "PERSON"}, "drop")
    (record,) = records('id,who,name,note,x\n A1 ,99120,"Quillon, Ezra",hello,y\n', columns)
    assert (record.id, record.patient) == ("A1", "99120")
    assert [(f.label, f.value, f.place) for f in record.fields] == [
        ("MRN", "99120", "who"),
        ("PERSON", "Quillon, Ezra", "name"),
    ]
    assert record.known.values == (("MRN", "99120"), ("PERSON", "Quillon, Ezra"))
    assert [(p.text, p.place) for p in record.passages] == [("hello", "note")]


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        (b'7,1960,"secret, a",k\n', b"7,,,k\n"),
        (b'7,1960,sec\xffret,"k"\r\n', b'7,,,"k"\r\n'),
        (b"7,1960,sec\x00ret,k", b"7,,,k"),
    ],
)
def test_a_failed_row_keeps_no_text(raw: bytes, left: bytes) -> None:
    """Its id and the columns that pass are all that is left of it."""
    table = open_table(io.BytesIO(HEAD.encode() + raw), COLUMNS, form="csv", encoding=None, limit=1000)
    assert [table.reader.failed(record) for record in table.raws] == [left]


MISSHAPEN = [
    ("1,2,3\n", 1),
    ("1,2,3,4\n1,2,3,4,5\n", 2),
    ('1,2,"a,4\n', 1),
    ('1,2,3,4\n1,2,"a" b,4\n', 2),
    ('1,2,"a"b",4\n', 1),
    ("1,2,first line\nsecond line,4\n", 1),
    ("1,2,a\rb,4\n", 1),
    ('1,"2"\r3,a,4\n', 1),
]


@pytest.mark.parametrize(("body", "number"), MISSHAPEN)
def test_rows_of_another_shape_stop_the_table(body: str, number: int) -> None:
    """The number of the record is told; what comes after it can't be trusted to be in its column."""
    with pytest.raises(Misshapen, match=f"record {number} has"):
        records(HEAD + body)


def test_a_record_beyond_the_limit_stops_the_table() -> None:
    """A quote that is never closed must not fill the memory."""
    with pytest.raises(LongRecord):
        records(HEAD + '1,2,"' + "a,\n" * 100_000)
    with pytest.raises(LongRecord):
        records(HEAD + "1,2,3," + "a" * 200_000)


UNFIT = [
    ("a,b\n1,2\n", "none of the columns"),
    ("id,dob,more\n", "no column 'note'"),
    ("id,dob,note,note\n", "several columns 'note'"),
]


@pytest.mark.parametrize(("text", "says"), UNFIT)
def test_headers_that_do_not_fit(text: str, says: str) -> None:
    """The error names the column that was given, and none of the table's own."""
    with pytest.raises(UsageError, match=says):
        records(text)


def test_columns_without_a_rule_are_told_by_number() -> None:
    """What stands in the first line may be somebody's data."""
    with pytest.raises(UsageError, match=r"number 1, 3;") as caught:
        records("Tamsin,note,Quillon\n", Columns({"note": "text"}))
    assert "Quillon" not in str(caught.value)


def test_an_empty_table() -> None:
    """It has not even a header."""
    with pytest.raises(EmptyTable):
        records("\n\n")


def test_encodings_that_do_not_say_their_order() -> None:
    """UTF-16 without a mark needs its order."""
    raw = (HEAD + "1,2,3,4\n").encode("utf-16-be")
    assert rewritten(raw, encoding="utf-16-be") == raw
    with pytest.raises(UndecodableNote):
        rewritten(raw, encoding="utf-16")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_tsv_is_parted_by_tabs_only(form: str) -> None:
    """A header of commas is one column of a TSV."""
    raw = b"note,id\nx,y\n"
    if form == "csv":
        assert rewritten(raw, Columns({"note": "text"}, "keep"), form) == raw
    else:
        with pytest.raises(UsageError):
            rewritten(raw, Columns({"note": "text"}, "keep"), form)


CELL = st.text('ab,;"\n\r é', max_size=8)


@given(st.lists(st.tuples(CELL, CELL), max_size=6), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_the_standard_library_writes(rows: list[tuple[str, str]], end: str, quote_all: bool) -> None:
    """Cells are read as csv reads them, and what is written anew is read by csv as it was meant."""
    if not quote_all:  # csv leaves a CR without quotes where lines end in LF, and refuses to read that
        rows = [(note.replace("\r", ""), who.replace("\r", "")) for note, who in rows]
    text = io.StringIO(newline="")
    quoting: Any = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(text, lineterminator=end, quoting=quoting).writerows([("note", "id"), *rows])
    raw = text.getvalue().encode()
    columns = Columns({"note": "text", "id": "MRN"})
    found = records(text.getvalue(), columns)
    assert [(r.passages[0].text, r.fields[0].value) for r in found] == rows
    assert rewritten(raw, columns) == raw
    changed = rewritten(raw, columns, results=lambda r: stub_parts(r, r.passages[0].text[::-1], ',"\n'))
    assert list(csv.reader(io.StringIO(changed.decode(), newline=""))) == [
        ["note", "id"],
        *([note[::-1], ',"\n' if who else ""] for note, who in rows),
    ]


@given(st.binary(max_size=60) | st.text('a,"\n\r;', max_size=60).map(str.encode))
def test_any_bytes(body: bytes) -> None:
    """Whatever follows the header is read and given back byte for byte, or refused with a reason."""
    raw = b"note,id\n" + body
    try:
        written = rewritten(raw, Columns({"note": "text"}, "keep"))
    except NoteError:
        return
    assert written == raw or not body.strip()


RULES = [
    ({"text": ["a"], "given": ["b=KEEP", "c=Person"]}, {"a": "text", "b": "keep", "c": "PERSON"}),
    (
        {"text": ["a", "b"], "identity": "i", "patient": "p"},
        {"a": "text", "b": "text", "i": "id", "p": "patient"},
    ),
    ({"given": ["a=b=text"]}, {"a=b": "text"}),
]


def columns(**words: Any) -> Columns | None:
    """The rules of the command line's words, with defaults."""
    none: dict[str, Any] = {"text": [], "identity": None, "patient": None, "given": [], "others": None}
    return columns_of(**(none | words))


@pytest.mark.parametrize(("words", "rules"), RULES)
def test_rules_of_the_command_line(words: dict[str, object], rules: dict[str, str]) -> None:
    """Rules and labels in any case; a name may hold an equals sign."""
    found = columns(**words)
    assert found is not None
    assert dict(found.rules) == rules
    assert columns() is None


WRONG = [
    ({"text": ["a"], "given": ["a=keep"]}, "two rules"),
    ({"given": ["a=keep"]}, "no column of text"),
    ({"others": "keep"}, "no column of text"),
    ({"text": ["a"], "given": ["b=nonsense"]}, "NAME=RULE"),
    ({"text": ["a"], "given": ["b"]}, "NAME=RULE"),
    ({"text": ["a"], "identity": "b", "given": ["c=id"]}, "two columns are the id"),
]


@pytest.mark.parametrize(("words", "says"), WRONG)
def test_wrong_rules(words: dict[str, object], says: str) -> None:
    """Each is told."""
    with pytest.raises(UsageError, match=says):
        columns(**words)
