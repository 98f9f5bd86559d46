"""The 18 Safe Harbor identifiers of 45 CFR 164.514(b)(2)(i), letter by letter, through the whole redactor."""

import pytest
from chartveil.redact import Redactor
from chartveil.redact.labels import HIPAA_LETTER, LABELS
from chartveil.redact.recognizers import rule_recognizers

BY_RULE = Redactor("tags", recognizers=rule_recognizers())
WHOLE = Redactor("tags")

#: letter, label, a note, the words that must go. Biometric identifiers (P) and photographs (Q) are no text:
#: what a note holds of them is the number or the link that points to one.
TABLE = [
    ("A", "PERSON", "Patient: Deirdre Halloran was seen.", "Deirdre Halloran"),
    ("B", "ADDRESS", "Lives at 412 Quail Hollow Rd now.", "412 Quail Hollow Rd"),
    ("B", "CITY", "Lives in Chattanooga now.", "Chattanooga"),
    ("B", "ZIP", "Dayton, OH 45402.", "45402"),
    ("B", "FACILITY", "Admitted to Quillpoint Memorial Hospital.", "Quillpoint Memorial Hospital"),
    ("C", "DATE", "Seen 03/14/2024 for cough.", "03/14/2024"),
    ("C", "AGE_OVER_89", "A 93 year old man.", "93"),
    ("D", "PHONE", "Call 312-555-0142.", "312-555-0142"),
    ("E", "FAX", "Fax 312-555-0143.", "312-555-0143"),
    ("F", "EMAIL", "Write ada.okafor@example.org.", "ada.okafor@example.org"),
    ("G", "SSN", "SSN 123-45-6789.", "123-45-6789"),
    ("H", "MRN", "MRN 00482913.", "00482913"),
    ("I", "HEALTH_PLAN", "Member ID XQW884120077.", "XQW884120077"),
    ("J", "ACCOUNT", "Account number 7700412.", "7700412"),
    ("K", "LICENSE", "DEA AB1234563.", "AB1234563"),
    ("L", "VEHICLE", "License plate KLM-4410.", "KLM-4410"),
    ("M", "DEVICE", "Serial number PJN204417.", "PJN204417"),
    ("N", "URL", "See https://portal.example.org/p/7.", "https://portal.example.org/p/7"),
    ("O", "IP", "Logged in from 192.0.2.44.", "192.0.2.44"),
    ("P", "OTHER_ID", "Fingerprint record ref # FP-8812041.", "FP-8812041"),
    ("Q", "URL", "Face photo at https://img.example.org/88.jpg on file.", "https://img.example.org/88.jpg"),
    ("R", "OTHER_ID", "Accession: S24-10442.", "S24-10442"),
]


@pytest.mark.parametrize(("letter", "label", "note", "identifier"), TABLE)
def test_each_identifier_of_the_rule_is_redacted(letter: str, label: str, note: str, identifier: str) -> None:
    """With the model or without, the identifier goes and its label stands there; a rule's span is exact."""
    whole = WHOLE.redact(note)
    assert identifier not in whole.text
    assert f"[{label}]" in whole.text
    redaction = BY_RULE.redact(note)
    assert (label, identifier) in [(span.label, note[span.start : span.end]) for span in redaction.spans]
    assert HIPAA_LETTER[label] == letter or letter in "PQ"


def test_the_table_has_all_eighteen_letters() -> None:
    """A to R, and every label of the project."""
    assert [letter for letter, *_ in TABLE] == sorted(letter for letter, *_ in TABLE)
    assert {letter for letter, *_ in TABLE} == set("ABCDEFGHIJKLMNOPQR")
    assert {label for _, label, *_ in TABLE} == set(LABELS)


def test_every_label_has_a_recognizer() -> None:
    """No label is left without one, and no recognizer has a label of its own."""
    assert {label for recognizer in rule_recognizers() for label in recognizer.supported_entities} == set(
        LABELS
    )


@pytest.mark.parametrize(
    "note",
    [
        "45 yo M from Ohio, seen in 2019 at 0900 on Monday.",
        "BP 120/80, HR 72, T 98.6 F, SpO2 97% RA, pain 6/10.",
        "Metformin 500 mg BID x 3 months, A1c 7.2, E11.9.",
        "Parkinson's disease, Foley, Crohn's; PHQ-9 12/27; 97153 x 8 units.",
        "Follow up in 3 weeks, POD 2, 3 days ago, q4-6h.",
    ],
)
def test_what_is_not_phi_stays(note: str) -> None:
    """States, years, times, ages to 89, vitals, doses, eponyms, scores and codes stay as they are."""
    assert BY_RULE.redact(note).text == note
