"""A slice of the fuzzer: random inputs for each subject, and proof that the fuzzer finds faults."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1]))

from chartveil.errors import NoteError
from chartveil.redact.spans import PhiSpan, Redaction

from benchmarks.fuzz import fuzz
from benchmarks.fuzz_inputs import FRAGMENTS, any_bytes, any_text
from benchmarks.fuzz_records import MAKERS, SECRET
from benchmarks.fuzz_subjects import SUBJECTS, Broken, Given, Missing, Subject, whole

INPUTS = {"tags": 150, "safe-harbor": 100, "surrogate": 50, "both": 50}


@pytest.mark.parametrize("name", SUBJECTS)
def test_random_input_breaks_no_promise(name: str) -> None:
    """No crash, no input without end, and every invariant holds."""
    try:
        figures = fuzz(SUBJECTS[name], range(INPUTS.get(name, 100)), seed=11)
    except Missing as missing:
        pytest.skip(str(missing))
    assert figures.broken == []
    assert sum(figures.refused.values()) < figures.inputs


def subject(check: Callable[[Given], None]) -> Subject:
    """A subject with that check."""
    return Subject("own", any_text, lambda: check)


def test_the_fuzzer_tells_what_breaks(tmp_path: Path) -> None:
    """A crash and a broken promise are found, kept and told without the input; a refusal is counted."""

    def check(given: Given) -> None:
        if len(given) % 3 == 0:
            raise ValueError(given)
        if len(given) % 3 == 1:
            raise Broken("a promise")
        raise NoteError("refused")

    figures = fuzz(subject(check), range(60), 1, tmp_path)
    reasons = {reason.partition(" raised")[0] for _, reason in figures.broken}
    assert reasons == {"ValueError", "a promise"}
    assert figures.refused["NoteError"] == 60 - len(figures.broken) > 0
    assert len(list(tmp_path.iterdir())) == len(figures.broken)
    number = figures.broken[0][0]
    assert fuzz(subject(check), range(number, number + 1), 1).broken == figures.broken[:1]


SPAN = PhiSpan(1, 3, 1, 4, "PERSON", 1.0, "x")
WRONG = {
    "a changed letter": Redaction("a[P]e", (SPAN,)),
    "a lost tail": Redaction("a[P]", (SPAN,)),
    "a span twice": Redaction("a[P]d", (SPAN, SPAN)),
    "a span beyond the text": Redaction("a[P]", (PhiSpan(1, 9, 1, 4, "PERSON", 1.0, "x"),)),
}


@pytest.mark.parametrize("redaction", WRONG.values(), ids=WRONG)
def test_a_redaction_that_is_not_whole_is_seen(redaction: Redaction) -> None:
    """The check that all policies share refuses what loses or moves a character."""
    whole("abcd", Redaction("a[P]d", (SPAN,)))
    with pytest.raises(Broken):
        whole("abcd", redaction)


def test_inputs_are_many_and_the_same_for_a_seed() -> None:
    """Texts differ from each other, hold all kinds of characters, and come again from the same seed."""
    texts = [any_text(random.Random(number)) for number in range(300)]
    assert texts == [any_text(random.Random(number)) for number in range(300)]
    assert len(set(texts)) > 230
    assert any(fragment in text for fragment in FRAGMENTS for text in texts)
    assert max(map(ord, "".join(texts))) > 0x1F000
    assert any_bytes(random.Random(3)) == any_bytes(random.Random(3))


@pytest.mark.parametrize("name", MAKERS)
def test_records_hold_what_must_not_pass(name: str) -> None:
    """Most records of each format hold the secret that the check looks for."""
    made = [MAKERS[name](random.Random(number)) for number in range(40)]
    if name != "docx":  # packed
        assert sum(SECRET.encode() in raw or SECRET.encode("utf-16-le") in raw for raw in made) > 20
