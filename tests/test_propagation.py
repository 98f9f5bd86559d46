"""What is found once in a note is redacted everywhere in it."""

import pytest
from chartveil.redact import Redactor
from chartveil.redact.recognizers import rule_recognizers

REDACTOR = Redactor(recognizers=rule_recognizers())


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Patient: Deirdre Halloran\nHalloran's gait", "Patient: [PERSON]\n[PERSON]'s gait"),
        ("Patient: Deirdre Halloran\nDEIRDRE came", "Patient: [PERSON]\n[PERSON] came"),
        (
            "Patient: Deirdre Halloran\nwith deirdre and halloran",
            "Patient: [PERSON]\nwith [PERSON] and [PERSON]",
        ),
        ("Patient: Rose Marchetti\nRose rose early", "Patient: [PERSON]\n[PERSON] rose early"),
        ("seen by Thaddeus Oyelaran MD\n-TO", "seen by [PERSON] MD\n-[PERSON]"),
        ("MRN 00482913\nfiled 00482913", "MRN [MRN]\nfiled [MRN]"),
        ("Admitted to Quillpoint Memorial Hospital. Quillpoint Memorial Hospital called", None),
        ("Dr. Barrett saw Barrett's esophagus", "Dr. [PERSON] saw Barrett's esophagus"),
        ("Patient: Deirdre Halloran\nuser dhalloran_84", "Patient: [PERSON]\nuser [OTHER_ID]"),
    ],
)
def test_a_finding_goes_everywhere(note: str, expected: str | None) -> None:
    """Parts, possessives, casings, initials that sign, numbers and places; plain words and eponyms stay."""
    text = REDACTOR.redact(note).text
    if expected is None:
        assert "Quillpoint" not in text
    else:
        assert text == expected
