"""Units and minutes beside procedures."""

import pytest
from detect_table import mentions


@pytest.mark.parametrize(
    ("text", "units", "minutes"),
    [
        ("97153 x 8 units", 8, None),
        ("97153 x8", 8, None),
        ("97155 (2 units)", 2, None),
        ("97153-59 x 4", 4, None),
        ("97110 15 min", None, 15),
        ("90837 start 10:00 stop 10:53", None, 53),
        ("90834 11:30 am - 12:15 pm", None, 45),
        ("90839 2221-2325", None, 64),
        ("97110, 97112 x 2", None, None),
        ("97110 pain 3/10", None, None),
    ],
)
def test_beside_a_procedure(text: str, units: int | None, minutes: int | None) -> None:
    """The first procedure's own units and minutes, never the next one's."""
    first = mentions(text)[0]
    assert (first.units, first.minutes) == (units, minutes)


def test_diagnoses_have_none() -> None:
    """Only procedures are counted."""
    assert mentions("fever x 3")[0].units is None
