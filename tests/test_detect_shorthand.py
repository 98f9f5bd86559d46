"""Letters joined by "&", units that are no TENS unit, and commas of titles."""

import pytest
from detect_table import codes, mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I&D of the abscess", "10060"),
        ("Underwent D&C in 2019", "58120"),
        ("D and C", "58120"),
        ("s/p T & A", "Z90.89"),
        ("c/o N&V", "R11.2"),
        ("nausea & vomiting", "R11.2"),
        ("hepatitis B & C", "B19.10"),
        ("TENS units x 2", "97014"),
    ],
)
def test_joined_letters(text: str, expected: str) -> None:
    """An ampersand reads as 'and', and two letters around it as one word."""
    assert codes(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    ["vitamins D and C", "AT&T tower", "Q&A session", "B&B", "Ten units of insulin", "ten units given"],
)
def test_other_letters(text: str) -> None:
    """Vitamins, firms and doses are no procedures."""
    assert codes(text) == []


def test_a_comma_belongs_to_no_mention() -> None:
    """The comma after a mention stays outside it, and its side counts."""
    found = mentions("weight gain, edema, right flank pain, fever")
    assert [(m.text, m.code) for m in found][2] == ("flank pain", "R10.A1")
