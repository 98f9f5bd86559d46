"""Combination codes that conditions of one note ask for: second candidates, with the guideline."""

from itertools import pairwise

import pytest
from detect_table import mentions

OFFERED = [
    ("HTN. CHF.", "I10", "I11.0", "I.C.9.a"),
    ("HTN. CKD stage 3b.", "I10", "I12.9", "I.C.9.a"),
    ("HTN, ESRD", "I10", "I12.0", "I.C.9.a"),
    ("HTN. CHF. CKD 3.", "I10", "I13.0", "I.C.9.a"),
    ("HTN. CHF. CKD stage 5.", "I10", "I13.2", "I.C.9.a"),
    ("DM2. CKD 3.", "E11.9", "E11.22", "I.A.15"),
    ("T1DM. Gastroparesis.", "E10.9", "E10.43", "I.A.15"),
    ("Anemia. CKD 4.", "D64.9", "D63.1", "I.A.15"),
    ("COPD. Acute bronchitis.", "J44.9", "J44.0", "I.A.15"),
    ("CAD. Angina.", "I25.10", "I25.119", "I.C.9.b"),
    ("Alcohol dependence. Alcohol withdrawal.", "F10.939", "F10.239", "I.A.15"),
]
PLAIN = [
    ("HTN, no CHF", "I10"),
    ("HTN. Mother with CHF.", "I10"),
    ("HTN. Possible CHF.", "I10"),
    ("HTN. Asthma.", "I10"),
    ("DM2. HTN.", "E11.9"),
    ("DM2 without CKD", "E11.9"),
    ("Anemia. Asthma.", "D64.9"),
]
JOINED = [
    ("hypertensive heart failure", "I11.0"),
    ("HTN with CKD 3", "I12.9"),
    ("DM2 with CKD 3", "E11.22"),
]


@pytest.mark.parametrize(("text", "code", "second", "guideline"), OFFERED, ids=[row[0] for row in OFFERED])
def test_offered(text: str, code: str, second: str, guideline: str) -> None:
    """The plain code stays best; the combination comes second and says why."""
    mention = next(mention for mention in mentions(text) if mention.code == code)
    assert mention.candidates[1].code == second
    assert guideline in mention.candidates[1].reason
    assert all(a.score >= b.score for a, b in pairwise(mention.candidates))


@pytest.mark.parametrize(("text", "code"), PLAIN, ids=[text for text, _ in PLAIN])
def test_nothing_offered(text: str, code: str) -> None:
    """What the patient doesn't have, or what no rule links, offers nothing."""
    mention = next(mention for mention in mentions(text) if mention.code == code)
    assert not any(candidate.reason for candidate in mention.candidates)


@pytest.mark.parametrize(("text", "code"), JOINED, ids=[text for text, _ in JOINED])
def test_joined_words_give_the_combination(text: str, code: str) -> None:
    """Words that join two conditions give the one code for both, without a presumption."""
    mention = mentions(text)[0]
    assert (mention.code, mention.candidates[0].reason) == (code, "")
