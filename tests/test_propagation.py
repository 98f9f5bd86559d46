"""What is found once in a note is redacted everywhere in it."""

import pytest
from chartveil.redact import Redactor
from chartveil.redact.propagation import propagate_doubtfully
from chartveil.redact.recognizers import rule_recognizers
from chartveil.redact.spans import Finding

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
        ("Patient: Deirdre O'Halloran\nO’Halloran’s gait", "Patient: [PERSON]\n[PERSON]’s gait"),
        (
            "Patient: Deirdre Halloran's\nHALLORAN'S gait, halloran",
            "Patient: [PERSON]\n[PERSON]'S gait, [PERSON]",
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


@pytest.mark.parametrize(
    ("name", "note", "expected"),
    [
        ("Hanne Kvist", "Hanne Kvist RN\n0400 turned hk, 0600 HK/JR", ["hk", "HK"]),
        ("Kvist, Hanne", "Kvist, Hanne\nok per H.K. today", ["H.K."]),
        ("Thaddeus Oyelaran", "Thaddeus Oyelaran\nwent to bed", []),
        ("Mira Dahl", "Mira Dahl, M.D.\nMD aware", []),
        ("jm", "jm in at 9\nturned, jm\nJM 2 mg, jms", ["jm"]),
        ("Rose Marchetti", "Rose Marchetti\nRose rose", ["Rose"]),
        ("Hanne Kvist", "Hanne Kvist\nHanne came", []),
    ],
)
def test_letters_and_words_are_left_to_the_model(name: str, note: str, expected: list[str]) -> None:
    """Initials of somebody named, letters that stand for somebody elsewhere, and names that are words."""
    found = Finding(0, len(name), "PERSON", 0.9, "ModelRecognizer")
    further = {(f.start, f.end) for f in propagate_doubtfully([found], note) if f.start >= len(name)}
    assert [note[start:end] for start, end in sorted(further)] == expected
