"""Street addresses, PO boxes, rooms and beds, ZIP codes."""

import pytest
from chartveil.redact.recognizers import AddressRecognizer
from recognizer_table import check, rows

ROWS = [
    *rows(
        "ADDRESS",
        "lives at ⟦412 Quail Hollow Rd⟧",
        "⟦412 N. Quail Rd, Apt 3B⟧",
        "⟦1207 SW 14th Ave⟧, here",
        "⟦88-12 Larch Street⟧",
        "⟦412 quail hollow road⟧",
        "⟦9 Calle de la Luna⟧",
        "⟦4120 Paseo del Norte NE, space 4⟧",
        "⟦P.O. Box 412⟧",
        "⟦PO box 88⟧",
        "⟦RR 2 Box 41⟧",
        "MVC on ⟦I-80⟧",
        "crash ⟦Hwy 41 at mm 12⟧",
        "found on ⟦Larkspur Blvd⟧",
        "off ⟦larkspur rd⟧ by the lake",
        "Room ⟦412⟧",
        "bed ⟦12B⟧",
        "rm # ⟦4-12⟧",
        "⟦4W-12⟧ tele",
        "Apt ⟦3B⟧",
        "lives on ⟦41½ Elm⟧",
        "5 mg po",
        "20 mg at 0900",
        "bed rest",
        "room air 98%",
        "bed 2 to chair",
        "unit 4 mg",
        "2 of 3 trials",
        "walked 50 feet on level road",
        "3 weeks on the road",
        "10 reps and rest",
        "cell 3 mm",
        "hall x 2",
        "space 2 mm",
        "12 lead ECG",
        "2 Dr visits",
        "30 Day way out",
    ),
    *rows(
        "ZIP",
        "Dayton, OH ⟦45402⟧",
        "OH ⟦45402-1187⟧",
        "zip ⟦45402⟧",
        "zip code: ⟦45402⟧",
        "⟦45402-1187⟧",
        "Erie, Pennsylvania ⟦16501⟧",
        "CPT 97153",
        "WBC 12500",
        "code 99213",
    ),
]


@pytest.mark.parametrize(("text", "label"), ROWS)
def test_addresses_are_found(text: str, label: str) -> None:
    """The whole street line is found, with its unit; doses, distances and room air stay."""
    check(AddressRecognizer(), text, label)
