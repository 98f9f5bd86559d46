"""Past operations are told by the status that they left."""

import pytest
from detect_table import mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s/p CABG", ["Z95.1", "33533"]),
        ("s/p appendectomy", ["Z90.49", "44970"]),
        ("hx of hysterectomy", ["Z90.710", "58150"]),
        ("PSH: cholecystectomy", ["Z90.49", "47562"]),
        ("PSH: L mastectomy 2012", ["Z90.12", "19303"]),
        ("right knee replacement 2015", ["Z96.651"]),
    ],
)
def test_past_operations(text: str, expected: list[str]) -> None:
    """The status comes first, the operation stays a candidate."""
    (mention,) = mentions(text)
    assert [c.code for c in mention.candidates if c.code != "Z96.659"][: len(expected)] == expected


@pytest.mark.parametrize("text", ["appendectomy performed today", "appendectomy planned", "no appendectomy"])
def test_operations_that_left_nothing(text: str) -> None:
    """What is done now, planned or not done keeps its own number."""
    assert mentions(text)[0].system == "CPT"


def test_a_written_number_stays() -> None:
    """A code that the note writes out is never replaced."""
    assert mentions("s/p CPT 47562")[0].code == "47562"
