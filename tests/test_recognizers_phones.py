"""Telephone, fax and pager numbers, extensions, and the numbers that are none."""

import pytest
from chartveil.redact.recognizers import PhoneRecognizer
from recognizer_table import check, rows

RECOGNIZER = PhoneRecognizer()

PHONES = rows(
    "PHONE",
    "call ⟦312-555-0142⟧",
    "(⟦312) 555-0142⟧".replace("(⟦", "⟦("),
    "⟦312.555.0142⟧ home",
    "⟦312 555 0142⟧",
    "⟦312/555-0142⟧",
    "⟦+1 312-555-0142⟧",
    "⟦1-800-555-0142⟧",
    "cell ⟦3125550142⟧",
    "⟦555-0142⟧ after 5",
    "ph: ⟦555.0142⟧",
    "⟦312-555-0142⟧ x⟦204⟧",
    "⟦312-555-0142⟧, ext. ⟦17⟧",
    "ext ⟦4412⟧",
    "x⟦44120⟧ for questions",
    "pager ⟦2291⟧",
    "paged ⟦31-2291⟧",
    "paged Dr Lowe (⟦5512⟧), no answer",
    "Vocera ⟦7731⟧",
    "London ⟦+44 20 7946 0018⟧",
    "Mexico ⟦0052 55 1234 5678⟧",
    "number is ⟦five five five, oh one four two⟧",
    "⟦312 – 555 – 0142⟧",
    "faxed from 3l2-555-Ol42".replace("faxed from 3l2-555-Ol42", "tel ⟦3l2-555-Ol42⟧"),
    "⟦3125550142⟧ (c)",
)
FAXES = rows(
    "FAX",
    "fax ⟦312-555-0143⟧",
    "Fax: ⟦(312) 555-0143⟧",
    "faxed to clinic at ⟦312-555-0143⟧",
    "F: ⟦312-555-0143⟧",
)
NEITHER = rows(
    "PHONE",
    "250-1000 mL",
    "ref range 300-1500",
    "urine 250 500 1000 1200",
    "10:30-11:45",
    "2019-2024",
    "BP 120/80",
    "97153 x 8",
    "portable CXR 12/3",
    "NDC 0093-7424-56",
    "1.2.3456",
    "two to three times",
    "page 3 of 5",
    "gained 5 lbs",
    "E11.9, I10",
    "desk job 40 h/wk",
    "at 0730 and 1930",
    "one two three",
)


@pytest.mark.parametrize(("text", "label"), [*PHONES, *FAXES, *NEITHER])
def test_telephone_numbers_are_found(text: str, label: str) -> None:
    """Every written form is found whole, with its extension, and nothing that only has digits."""
    check(RECOGNIZER, text, label)


def test_a_fax_number_is_no_phone() -> None:
    """The label FAX comes from the word before the number, and only then."""
    found = RECOGNIZER.analyze("ph 312-555-0142 fax 312-555-0143", ["PHONE", "FAX"], None)
    assert {(result.entity_type, result.start) for result in found} == {("PHONE", 3), ("FAX", 20)}
