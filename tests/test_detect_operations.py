"""Operations: the procedure where it is done or planned, else the status; "encounter for"."""

import pytest
from chartveil.detect.blocked import Blocked
from detect_table import codes, mentions

OPERATIONS = [
    ("Kidney transplant, on tacrolimus", ["Z94.0"]),
    ("s/p kidney transplant", ["Z94.0"]),
    ("PROCEDURE: Kidney transplant", ["50360"]),
    ("kidney transplant scheduled", ["50360"]),
    ("evaluation for kidney transplant", ["50360"]),
    ("no kidney transplant", ["50360"]),
    ("kidney transplant rejection", ["T86.11"]),
    ("scheduled for CABG", ["33533"]),
    ("s/p CABG", ["Z95.1"]),
    ("needs hip replacement", ["27130"]),
    ("cesarean delivery", ["59510"]),
    ("s/p c-section", ["Z98.891"]),
]
ENCOUNTERS = [
    ("Encounter for screening mammogram", ["Z12.31"]),
    ("Encounter for screening for malignant neoplasm of colon", ["Z12.11"]),
    ("Encounter for suture removal", ["Z48.02"]),
    ("suture removal", ["15853"]),
    ("encounter for IUD insertion", ["58300"]),
    ("encounter for colonoscopy", ["45378"]),
]


@pytest.mark.parametrize(("text", "expected"), OPERATIONS + ENCOUNTERS)
def test_codes(text: str, expected: list[str]) -> None:
    """Each wording gives the code that a coder would pick."""
    assert codes(text) == expected


def test_cesarean_offers_the_encounter() -> None:
    """A cesarean delivery offers the encounter's diagnosis code beside the procedure, one past does not."""
    assert [c.code for c in mentions("cesarean delivery today")[0].candidates] == ["59510", "O82"]
    assert [c.code for c in mentions("s/p c-section")[0].candidates] == ["Z98.891"]


def test_blocked_spans() -> None:
    """Spans that overlap or meet are joined; a stretch that only borders on one doesn't touch it."""
    blocked = Blocked([(10, 20), (15, 30), (40, 50)])
    assert [blocked.touches(*span) for span in ((0, 10), (9, 11), (29, 30), (30, 40), (0, 99))] == [
        False, True, True, False, True,
    ]  # fmt: skip
