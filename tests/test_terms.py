"""A site's own terms: what they match, and how bad ones are refused."""

from pathlib import Path

import pytest
from chartveil.errors import RedactionError, UsageError
from chartveil.redact.terms import allowed, denied, parse_term, read_terms


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("Sunny Meadows", "at sunny  MEADOWS.", [("OTHER_ID", "sunny  MEADOWS")]),
        ("Sunny", "sunnyside", []),
        ("FACILITY: Tower B", "Tower B", [("FACILITY", "Tower B")]),
        ("Note: x1", "note: X1", [("OTHER_ID", "note: X1")]),
        ("/WX-[0-9]{2}/", "wx-11 WX-12", [("OTHER_ID", "WX-12")]),
        ("MRN: /Q[0-9]+/", "Q77", [("MRN", "Q77")]),
        ("Straße", "STRASSE", [("OTHER_ID", "STRASSE")]),
    ],
)
def test_terms_match(line: str, text: str, found: list[tuple[str, str]]) -> None:
    """Words and phrases in any casing and spacing, patterns as they are written."""
    assert [(f.label, text[f.start : f.end]) for f in denied([parse_term(line)], text)] == found


def test_allowed_places() -> None:
    """Places of all terms."""
    assert allowed([parse_term("Foley")], "Foley, foley") == {(0, 5), (7, 12)}


@pytest.mark.parametrize("line", ["", "/[/", "/a*/", "...", "x" * 1001, "/(?<!a/"])
def test_bad_terms_are_refused(line: str) -> None:
    """A term that is no pattern, matches nothing at all, or says nothing."""
    with pytest.raises(UsageError):
        parse_term(line)


def test_files_name_the_line_and_not_its_words(tmp_path: Path) -> None:
    """Comments and blank lines are skipped; an error tells where, not what."""
    path = tmp_path / "terms.txt"
    path.write_text("\ufeff# ours\n\nFoley\n/Quartermain[/\n", "utf-8")
    with pytest.raises(UsageError, match="line 4") as caught:
        read_terms(path)
    assert "Quartermain" not in str(caught.value)
    path.write_text("# ours\n\nFoley\n", "utf-8")
    assert [term.written for term in read_terms(path)] == ["Foley"]


def test_a_pattern_that_explodes_stops_the_note() -> None:
    """It fails the note within its limit rather than hang the batch."""
    with pytest.raises(RedactionError, match="too long"):
        denied([parse_term("/(?:a|a|aa)+(?:b|c)d/")], "a" * 4000)
