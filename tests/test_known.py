"""Known identifiers: what the chart's holder knows goes, however the note writes it."""

from pathlib import Path

import pytest
from chartveil.errors import UsageError
from chartveil.redact import KnownIdentifiers, Redactor, known_for, read_known
from chartveil.redact.recognizers import rule_recognizers
from hypothesis import given, settings
from hypothesis import strategies as st

SLOW_ONCE = settings(max_examples=80, deadline=None, derandomize=True, database=None)
CASES = st.sampled_from([str.lower, str.upper, str.title, str.swapcase])


def covered(known: KnownIdentifiers, text: str) -> str:
    """The letters and digits of `text` that no finding covers."""
    hidden = {p for finding in known.find(text) for p in range(finding.start, finding.end)}
    return "".join(c for p, c in enumerate(text) if p not in hidden and c.isalnum())


@SLOW_ONCE
@given(
    st.permutations(["Zebulon", "Ignatius", "Quartermain"]),
    st.sampled_from([" ", ", ", "-", "_", "\n", "  ", " / ", "."]),
    CASES,
)
def test_names_in_any_order_and_casing(words: list[str], gap: str, casing: object) -> None:
    """Every word of a known name is found, in any order, casing and separation."""
    text = casing(gap.join(words))  # type: ignore[operator]
    assert covered(KnownIdentifiers((("PERSON", "Zebulon Ignatius Quartermain"),)), text) == ""


@SLOW_ONCE
@given(
    st.sampled_from(
        [("MRN", "00482913"), ("PHONE", "3125550142"), ("SSN", "123456789"), ("HEALTH_PLAN", "XQW88412")]
    ),
    st.sampled_from(["", " ", "-", ".", "/", " - ", "·", "–"]),
    st.integers(1, 7),
    CASES,
)
def test_numbers_in_any_grouping(value: tuple[str, str], gap: str, size: int, casing: object) -> None:
    """A known number is found however its characters are grouped and parted."""
    label, digits = value
    written = casing(gap.join(digits[i : i + size] for i in range(0, len(digits), size)))  # type: ignore[operator]
    assert covered(KnownIdentifiers(((label, digits),)), f"({written})") == ""


DATES = [
    "1960-03-04", "03/04/1960", "3/4/60", "3-4-60", "3.4.1960", "04/03/1960", "19600304", "03041960",
    "March 4, 1960",
    "Mar 4 '60",
    "4 March 1960", "4th of March 1960", "04-MAR-1960", "MAR 4", "March 4th", "1960/3/4", "4Mar1960",
]  # fmt: skip


@pytest.mark.parametrize("written", DATES)
@pytest.mark.parametrize("given_as", ["1960-03-04", "3/4/1960", "March 4, 1960", "1960-03-04T00:00:00"])
def test_a_date_of_birth_in_every_form(written: str, given_as: str) -> None:
    """However the table and the note write it, the day is found."""
    assert covered(KnownIdentifiers((("DATE", given_as),)), f"({written})") == ""


@pytest.mark.parametrize(
    "written",
    ["412 Quail Hollow Road", "412 quail hollow rd.", "412  QUAIL-HOLLOW RD", "412 Quail Hollow Rd"],
)
def test_an_address_with_its_words_shortened(written: str) -> None:
    """Street words may be written out or short."""
    assert covered(KnownIdentifiers((("ADDRESS", "412 Quail Hollow Road"),)), written) == ""


@pytest.mark.parametrize(
    ("label", "value", "text"),
    [
        ("PERSON", "Rose Stone", "she rose early; a stone fell"),
        ("MRN", "48291", "148291 or 482910"),
        ("CITY", "Reading", "readings were high"),
        ("EMAIL", "a@b.org", "ab org"),
    ],
)
def test_other_words_stay(label: str, value: str, text: str) -> None:
    """A plain word's lower-case use stays, and a number inside a longer one is another number."""
    assert KnownIdentifiers(((label, value),)).find(text) == []


def test_a_known_value_wins_nothing_is_left(tmp_path: Path) -> None:
    """A table's row for a note is used with the rows for all, by note id, folder and file name."""
    table = tmp_path / "known.csv"
    table.write_text(
        "note,names,dob,mrn\nward3/0001,Zebulon Quartermain;Zeb,1960-03-04,0048-2913\n0002,Other "
        "Name,,\n,Everyone Known,,\n",
        encoding="utf-8-sig",
    )
    known = read_known(table)
    text = "Zeb QUARTERMAIN b. 4 Mar 1960 (0048 2913); everyone known; Other Name"
    assert (
        Redactor("tags", recognizers=rule_recognizers())
        .redact(text, known=known.for_note("ward3/0001"))
        .text.startswith("[PERSON] [PERSON] b. [DATE] ([MRN]); [PERSON]")
    )
    assert known.for_note("ward3/0002").values[0] == ("PERSON", "Other Name")
    assert known.for_note("elsewhere").values == (("PERSON", "Everyone Known"),)
    assert known_for(table, "ward3/0001.txt") == known.for_note("ward3/0001")
    assert known_for(None, "x") is None


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("note,shoe size\n1,9\n", "shoe_size"),
        ("note\n1\n", "no column"),
        ("", "no column"),
        (b"\xff\xfe\xff", "UnicodeDecodeError"),
    ],
)
def test_a_bad_table_is_refused(tmp_path: Path, content: str | bytes, named: str) -> None:
    """The error names the column or the fault, and no value."""
    table = tmp_path / "known.csv"
    table.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError, match=named) as caught:
        read_known(table)
    assert caught.value.__cause__ is None


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    """The error says what kind of fault it was."""
    with pytest.raises(UsageError, match="FileNotFoundError"):
        read_known(tmp_path / "none.csv")
