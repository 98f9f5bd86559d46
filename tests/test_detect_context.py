"""Assertion: tables of statements with what each mention in them asserts."""

import pytest
from detect_table import asserted, mentions

TABLE = [
    ("denies fever, chills, or cough", ["R50.9 negated", "R68.83 negated", "R05.9 negated"]),
    ("no fever or chills", ["R50.9 negated", "R68.83 negated"]),
    ("no fever. Cough today", ["R50.9 negated", "R05.9 present"]),
    ("denies fever but reports cough", ["R50.9 negated", "R05.9 present"]),
    ("no increase in pain", ["R52 present"]),
    ("pneumonia was ruled out", ["J18.9 negated"]),
    ("Fever: negative", ["R50.9 negated"]),
    ("fever (-), cough (+)", ["R50.9 negated", "R05.9 present"]),
    ("∅ edema", ["R60.9 negated"]),
    ("[x] nausea [ ] vomiting", ["R11.0 present", "R11.10 negated"]),
    ("possible pneumonia", ["J18.9 uncertain"]),
    ("?pneumonia", ["J18.9 uncertain"]),
    ("pneumonia?", ["J18.9 uncertain"]),
    ("r/o appendicitis", ["K35.80 uncertain"]),
    ("return if fever or vomiting", ["R50.9 hypothetical", "R11.10 hypothetical"]),
    ("at risk for falls", ["Z91.81 hypothetical"]),
    ("mother had asthma", ["J45.909 family"]),
    ("Family history: asthma, gout", ["J45.909 family", "M10.9 family"]),
    ("no family history of asthma", ["Z82.5 negated"]),
    ("Mom says he has fever", ["R50.9 present"]),
    ("history of pneumonia", ["Z87.01 historical"]),
    ("history of diabetes", ["E11.9 present"]),
    ("PMH: HTN, DM2", ["I10 present", "E11.9 present"]),
    ("HTN, asthma", ["I10 present", "J45.909 present"]),
    ("Plan: colonoscopy", ["45378 hypothetical"]),
    ("s/p appendectomy", ["Z90.49 historical"]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_asserted(text: str, expected: list[str]) -> None:
    """Triggers, their scopes, terminators, sections and marks."""
    assert asserted(text) == expected


def test_a_new_line_is_a_new_statement() -> None:
    """A negation doesn't reach into the next item of a list."""
    assert asserted("- no fever\n- cough\n") == ["R50.9 negated", "R05.9 present"]


def test_a_wrapped_line_is_not() -> None:
    """A long line that goes on in lower case is one statement."""
    text = "The patient feels well today on the whole and denies having had any fever,\nchills, or cough."
    assert asserted(text) == ["R50.9 negated", "R68.83 negated", "R05.9 negated"]


def test_sections_are_named() -> None:
    """A mention says the kind of section it stands in."""
    assert [m.section for m in mentions("HPI: cough\nPlan:\nchest x-ray")] == ["hpi", "plan"]
