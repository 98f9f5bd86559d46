"""Codes raised by the words around a mention; none that doesn't exist."""

import pytest
from detect_table import codes, detector

TABLE = [
    ("CKD stage 3b", "N18.32"),
    ("stage IIIb CKD", "N18.32"),
    ("DM2 with neuropathy", "E11.40"),
    ("asthma, moderate persistent with acute exacerbation", "J45.41"),
    ("right knee OA", "M17.11"),
    ("abscess L thigh", "L02.416"),
    ("abscess of the right calf", "L02.415"),
    ("left forearm abscess", "L02.414"),
    ("thigh abscess", "L02.419"),
    ("closed fracture of right distal radius", "S52.501A"),
    ("closed fracture of right distal radius, follow-up", "S52.501D"),
    ("lung cancer, right upper lobe", "C34.11"),
    ("pressure ulcer of sacral region, stage 2", "L89.152"),
    ("chronic atrial fibrillation", "I48.20"),
    ("right shin splints", "S86.891A"),
    ("traumatic hyphema of the right eye", "S05.11XA"),
    ("hypertensive heart failure", "I11.0"),
    ("HTN with CKD 3", "I12.9"),
    ("DM2 with CKD stage 3", "E11.22"),
    ("DM2 with retinopathy", "E11.319"),
    ("alcohol dependence with withdrawal", "F10.239"),
    ("asthma with exacerbation", "J45.901"),
    ("COPD with acute bronchitis", "J44.0"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_composed(text: str, expected: str) -> None:
    """Side, stage, acuity, 'with' and encounter raise the code."""
    assert codes(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asthma. Moderate pain", "J45.909"),  # another statement
        ("type 2 diabetes treated with oral agents", "E11.9"),  # a treatment's words
        ("CKD, 3 stents", "N18.9"),  # a bare number that is no stage
        ("elevated lactate", "R79.89"),  # a finding, not acidosis
        ("elevated CK", "R74.8"),
        ("elevated bilirubin", "R17"),
        ("positive PPD", "R76.11"),  # a reaction, not yet latent tuberculosis
        ("hyphema", "H21.00"),
    ],
)
def test_not_composed(text: str, expected: str) -> None:
    """Words that belong to something else leave the code alone."""
    assert codes(text)[0] == expected


def test_every_code_is_billable_or_said_not_to_be() -> None:
    """No phrase and no composition leads to a code that doesn't exist."""
    sides, sites, wrongs = (
        ("left", "both"),
        ("knee", "eye", "arm", "ear"),
        ("pain", "fracture", "ulcer", "cellulitis"),
    )
    text = " ".join(f"{side} {site} {wrong}." for side in sides for site in sites for wrong in wrongs)
    for mention in detector().detect(text):
        assert mention.billable and mention.description
