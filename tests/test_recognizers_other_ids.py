"""Other unique numbers and codes, usernames and handles."""

import pytest
from chartveil.redact.recognizers import OtherIdRecognizer
from recognizer_table import check, rows

ROWS = rows(
    "OTHER_ID",
    "Accession: ⟦S24-10442⟧",
    "path ⟦24S-10442-A⟧",
    "specimen ⟦88120417⟧",
    "case # ⟦24-JV-0417⟧",
    "docket ⟦2024-CR-881⟧",
    "auth ⟦A-8812041⟧",
    "prior auth # ⟦881204⟧",
    "Rx# ⟦8812041⟧",
    "order # ⟦88120417⟧",
    "badge ⟦4417⟧",
    "employee ID ⟦E88120⟧",
    "tax ID ⟦88-1204170⟧",
    "inmate # ⟦A88120⟧",
    "PRBC unit ⟦W1417 24 881204⟧",
    "banded ⟦QX 4410⟧",
    "user ⟦aokafor_7⟧",
    "login: ⟦ada.okafor⟧",
    "IG ⟦@ada.okafor⟧",
    "dm ⟦@ada_okafor⟧".replace("⟦@ada_okafor⟧", "@⟦ada_okafor⟧"),
    'passcode "⟦bluebird⟧"',
    "⟦123e4567-e89b-12d3-a456-426614174000⟧",
    "ref # ⟦QX-88120417⟧",
    "confirmation ⟦ZT88120417⟧",
    "trip # ⟦88120-3⟧",
    "lot on tray ⟦24QX08812⟧",
    "⟦88120417⟧",
    "#⟦A88120⟧",
    "case 1",
    "order 12 lead EKG",
    "report of 3 falls",
    "case management",
    "E11.9 and I10",
    "CPT 99213-25",
    "L4-L5",
    "T12",
    "authorized 12 visits",
    "rx 500 mg",
    "trial of 2 weeks",
    "user of tobacco",
    "1,200,000 copies",
    "CD15+/CD30+",
    "band 3 protein",
)


@pytest.mark.parametrize(("text", "label"), ROWS)
def test_other_numbers_are_found(text: str, label: str) -> None:
    """Numbers with a label or a shape of their own are found; codes, levels, doses and counts stay."""
    check(OtherIdRecognizer(), text, label)
