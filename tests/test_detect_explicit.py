"""Codes written out in a note, their systems, and numbers that are none."""

import pytest
from detect_table import mentions

WRITTEN = [
    ("ICD-10: F84.0", [("ICD-10-CM", "F84.0")]),
    ("Dx E119", [("ICD-10-CM", "E11.9")]),
    ("97153 x 8", [("CPT", "97153")]),
    ("billed 97153-59", [("CPT", "97153")]),
    ("D0140", [("HCPCS", "D0140")]),
    ("H2011 x 5", [("HCPCS", "H2011")]),
    ("CPT 99999", [("CPT", "99999")]),
    ("dx QA0.0141", [("ICD-10-CM", "QA0.0141")]),
    ("U07.1", [("ICD-10-CM", "U07.1")]),
]
NOT_WRITTEN = [
    "lives in 90210",
    "ZIP 71020",
    "cases 71020 in all",
    "call 555-97153",
    "lot E119",
    "MRN 97153",
    "ICD-10: F84.99",  # no such code
    "room D0140",
    "BP 120/80, 97153.5 mL",
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_written_codes(text: str, expected: list[tuple[str, str]]) -> None:
    """A code is recognised, validated and told its system."""
    assert [(m.system, m.code) for m in mentions(text)] == expected


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_other_numbers(text: str) -> None:
    """ZIP codes, lots, rooms and measures are no codes."""
    assert mentions(text) == []


def test_a_written_code_wins_over_words() -> None:
    """The code's own characters are the mention."""
    (mention,) = mentions("ICD-10 J44.9")
    assert mention.text == "J44.9" and mention.score > 0.9


@pytest.mark.parametrize("text", ["CPT 90801", "billed 90862 x 1", "0370T billed x 2", "G0515 x 2"])
def test_deleted_codes(text: str) -> None:
    """A deleted code is found, can't be billed and says what took its place."""
    (mention,) = mentions(text)
    assert not mention.billable and "deleted 20" in mention.description and "now" in mention.description
