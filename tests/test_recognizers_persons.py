"""Names by what stands beside them, and the clinical words and eponyms that look like names."""

import pytest
from chartveil.redact.recognizers import PersonRecognizer
from recognizer_table import check, rows

ROWS = rows(
    "PERSON",
    "Dr. ⟦Okonkwo-Reyes⟧ saw her",
    "Mrs ⟦Halloran⟧ returned",
    "Dr ⟦K⟧ will call",
    "Dr. ⟦Stone⟧ and nurse ⟦Joy⟧",
    "Patient: ⟦Marigold T. Ashworth-Lane⟧",
    "Name: ⟦HALLORAN, DEIRDRE⟧",
    "cc: ⟦Priya Raghunathan⟧, MD",
    "Attending: ⟦J. van der Meer⟧",
    "⟦Deirdre Halloran⟧ is here",
    "her husband ⟦Desmond⟧ drove",
    "spoke with ⟦Priya⟧ at length",
    "⟦Halloran⟧ RN at bedside",
    "seen by ⟦Thaddeus Oyelaran⟧ PA-C",
    "⟦T. Oyelaran⟧, covering",
    "consults: ⟦Oyelaran⟧ (cards), ⟦Stone⟧ (uro)",
    "⟦Halloran, Deirdre M⟧   DOB 3/4/60",
    "⟦halloran, deirdre m⟧   66 f  rm 4",
    "patient: ⟦deirdre halloran⟧",
    "saw ⟦Zofię⟧ today",
    "dictated by ⟦DMH⟧",
    "-- ⟦dh⟧",
    "⟦DMH⟧/⟦jr⟧\n",
    "Sincerely, ⟦Deirdre⟧",
    "⟦Ng'ang'a Wambui⟧, MD",
    "SURGEON  ⟦HALLORAN⟧",
    "called RN ⟦Beatriz⟧",
    "known Parkinson's disease",
    "Foley in place, Hoffmann negative",
    "Bence Jones protein",
    "Marcus Gunn pupil",
    "Started Xarelto and Lasix",
    "Erythema over the shins",
    "HFpEF, LFTs and ADLs stable",
    "PT and OT to see",
    "called EMS",
    "Physical Therapy Evaluation",
    "Assessment and Plan",
    "Diabetes Mellitus Type Two",
    "Review of Systems: negative",
    "per RN",
    "the doctor said so",
    "Left knee pain, Right hip pain",
    "signed by MD",
    "UPPER GI ENDOSCOPY",
    "Medicare Part B",
)


@pytest.mark.parametrize(("text", "label"), ROWS)
def test_names_are_found(text: str, label: str) -> None:
    """Names are found without titles and degrees; headings, drugs, eponyms and abbreviations stay."""
    check(PersonRecognizer(), text, label)
