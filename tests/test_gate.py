"""The gate before the model: open wherever something could be hidden, shut on plain clinical prose."""

import pytest
from chartveil.redact.gate import can_hide_something, suspicious_stretches

OPEN = [
    "Mr. Bennett denies pain.",
    "She saw Kwabena yesterday.",
    "seen w/ boudreaux at bedside",
    "dr hope put them in",
    "Will follow up with Odile.",
    "moved to Hialeah last year",
    "room 412B",
    "paged 4471",
    "labs on 3/12 were fine",
    "works at the casino",
    "id K-55190227",
    "WIFE ERNESTINE AT BEDSIDE",
]
SHUT = [
    "The patient denies fever, chills, nausea and vomiting.",
    "Take ibuprofen 800 mg 3 times daily with food.",
    "Lungs are clear to auscultation bilaterally.",
    "She is a 53-year-old woman with hypertension and diabetes.",
    "Blood pressure 128/84, pulse 72 bpm.",
    "No edema, no cyanosis; strength is normal.",
    "[PERSON] was seen on [DATE].",
    "Surgery was done in 2019.",
    "",
]


@pytest.mark.parametrize("sentence", OPEN)
def test_gate_opens_where_a_word_or_number_may_identify(sentence: str) -> None:
    """Names, places and numbers must reach the model, whatever their case."""
    assert can_hide_something(sentence)


@pytest.mark.parametrize("sentence", SHUT)
def test_gate_stays_shut_on_plain_prose(sentence: str) -> None:
    """Plain English, clinical words, quantities and tags hide nothing."""
    assert not can_hide_something(sentence)


def test_stretches_are_the_open_sentences_in_order() -> None:
    """Only the sentences that may hide something, each with its place."""
    text = "No fever today. Nurse Bennett sleeps well.\nPain is better.\nCall Odile."
    found = [text[start:end] for start, end in suspicious_stretches(text)]
    assert found == ["Nurse Bennett sleeps well.", "Call Odile."]
