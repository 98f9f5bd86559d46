"""Ages over 89, in digits and words, and what only looks like one."""

import pytest
from chartveil.redact.recognizers import AgeRecognizer
from recognizer_table import check, rows

RECOGNIZER = AgeRecognizer()

FOUND = rows(
    "AGE_OVER_89",
    "⟦91⟧ year old man",
    "⟦97⟧-year-old woman",
    "a ⟦94⟧yo with CHF",
    "⟦92⟧ y/o",
    "⟦103⟧ yrs old",
    "⟦93⟧yoF from SNF",
    "⟦95⟧ y.o. female",
    "⟦90⟧F c/o dizziness",
    "⟦96⟧ M, hip fx",
    "⟦91⟧/F admitted",
    "F/⟦92⟧ admitted",
    "female, ⟦92⟧, seen",
    "Age: ⟦98⟧",
    "aged ⟦101⟧",
    "turning ⟦90⟧ in the fall",
    "mother died at ⟦94⟧",
    "mother alive ⟦92⟧, HTN",
    "father d. ⟦91⟧ of MI",
    "her ⟦95⟧th birthday",
    "in her mid-⟦90s⟧".replace("mid-⟦90s⟧", "late ⟦90s⟧"),
    "in his ⟦nineties⟧",
    "⟦ninety-three⟧ years old",
    "⟦one hundred and two⟧-year-old",
    "aged ⟦ninety⟧",
    "this ⟦nonagenarian⟧",
    "ages ⟦91⟧ and ⟦94⟧",
    "⟦90⟧+ yo",
    "⟦109⟧ year old",
    "Age: ⟦102⟧. Seen for cough",
    "The patient is ⟦90⟧ and frail",
    "She was ⟦96⟧.",
    "Pt is now ⟦91⟧, lives alone",
)
NOT_FOUND = rows(
    "AGE_OVER_89",
    "89 year old man",
    "45yo F",
    "temp 99 F",
    "T 101 F, HR 94",
    "febrile to 102 F",
    "SpO2 94%",
    "BP 110/92",
    "weight 95 kg",
    "90 mg bid",
    "95 days old",
    "age 92 weeks",
    "sats in the low 90s",
    "in the nineties",
    "90 years ago",
    "HR 96, RR 18",
    "ninety percent",
    "one hundred milligrams",
    "90 degrees of flexion",
    "1.92 m",
    "room 94",
    "He was 92% on room air",
    "patient is 95 kg",
    "she was 98.6 orally",
    "aged 90.5 days",
    "born 1992",
)


@pytest.mark.parametrize(("text", "label"), [*FOUND, *NOT_FOUND])
def test_only_ages_over_89_are_found(text: str, label: str) -> None:
    """The number is found, without its unit; vitals, doses and younger ages stay."""
    check(RECOGNIZER, text, label)
