"""Licence numbers by label, NPI and DEA by check digit."""

import pytest
from chartveil.redact.recognizers import LicenceRecognizer
from chartveil.redact.recognizers.licences import dea_valid, npi_valid
from recognizer_table import check, rows

RECOGNIZER = LicenceRecognizer()
ROWS = rows(
    "LICENSE",
    "NPI ⟦1234567893⟧",
    "NPI: ⟦1234567890⟧",
    "⟦1234567893⟧ on form",
    "DEA ⟦AB1234563⟧",
    "DEA# ⟦AB1234560⟧",
    "⟦AB1234563⟧ on rx",
    "CLIA ⟦05D0987654⟧",
    "⟦05D0987654⟧",
    "lic# ⟦PT-20417⟧",
    "License No. ⟦A88120⟧",
    "OH license ⟦35.088120⟧",
    "Lic. TX ⟦K8812⟧",
    "driver's license ⟦D8812-0417⟧",
    "CDL ⟦88120417⟧",
    "DL# ⟦88120417⟧",
    "LCSW #⟦20417⟧",
    "LMFT, ⟦MFC20417⟧",
    "BCBA cert ⟦1-20-41788⟧",
    "passport ⟦X8812041⟧",
    "license in her wallet, OH ⟦RT 118 204⟧",
    "1234567890 units",
    "AB1234560 model",
    "licensed in 3 states",
    "PT 3x/wk",
    "cert 2 of 3",
    "MD 12 yrs",
)


@pytest.mark.parametrize(("text", "label"), ROWS)
def test_licence_numbers_are_found(text: str, label: str) -> None:
    """A label is enough; without one the check digit must hold."""
    check(RECOGNIZER, text, label)


@pytest.mark.parametrize(
    ("value", "valid"), [("1234567893", True), ("1234567890", False), ("3234567893", False)]
)
def test_npi_check_digit(value: str, valid: bool) -> None:
    """Luhn over 80840 and the number; the first digit is 1 or 2."""
    assert npi_valid(value) is valid


@pytest.mark.parametrize(("value", "valid"), [("AB1234563", True), ("AB1234560", False), ("1234567", False)])
def test_dea_check_digit(value: str, valid: bool) -> None:
    """Odd places and twice the even ones, modulo ten."""
    assert dea_valid(value) is valid


def test_a_check_digit_makes_it_certain() -> None:
    """The score says whether the check digit held."""
    scores = [
        RECOGNIZER.analyze(f"NPI {n}", ["LICENSE"], None)[0].score for n in ("1234567893", "1234567890")
    ]
    assert scores[0] >= scores[1] > 0.5
