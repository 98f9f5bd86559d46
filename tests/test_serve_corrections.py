"""What a reviewer adds and rejects, and what becomes of the redaction."""

import pytest
from chartveil.redact import KnownIdentifiers, PhiSpan, Redaction, Redactor
from chartveil.serve.corrections import Corrections, Reviewed, corrected
from chartveil.serve.engine import Reviewing
from hypothesis import given, settings
from hypothesis import strategies as st

NOTE = "Zorblat came. Seen by Ann Quillfen on 3/4/2024; zorblat's BP 120. Room Q7, unit Q7. "
NOTE += "Code 77-1234-X9, 77-1234-X9."


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    """One redactor for all tests."""
    return Redactor("tags")


def place(words: str, label: str, nth: int = 0) -> tuple[int, int, str]:
    """The nth place of some words in the note."""
    start = -1
    for _ in range(nth + 1):
        start = NOTE.index(words, start + 1)
    return start, start + len(words), label


@pytest.mark.parametrize(
    ("added", "present", "absent"),
    [
        ((place("Zorblat", "PERSON"),), "[PERSON] came", "orblat"),
        ((place("zorblat", "PERSON"),), "[PERSON]'s BP", "orblat"),
        ((place("77-1234-X9", "DEVICE"),), "Code [DEVICE], [DEVICE].", "1234"),
        ((place("120", "AGE_OVER_89"),), "BP [AGE_OVER_89]", "120"),
        ((place("Q7", "ADDRESS", 1),), "unit [ADDRESS]", "unit Q7"),
        ((place("Q7", "ADDRESS", 1),), "Room", "unit Q7"),
        ((place("Ann Quillfen", "OTHER_ID"),), "Seen by [OTHER_ID] on", "Quillfen"),
        ((place("3/4/2024", "ACCOUNT"),), "on [ACCOUNT];", "3/4"),
        ((place("BP", "FACILITY"), place("Seen", "URL")), "[URL] by", "BP"),
    ],
    ids=str,
)  # fmt: skip
def test_added(
    redactor: Redactor, added: tuple[tuple[int, int, str], ...], present: str, absent: str
) -> None:
    """The place goes under the label given, and so does what names the same elsewhere."""
    result = Reviewing(redactor, Corrections(added=added)).redact(NOTE)
    assert present in result.text
    assert absent not in result.text
    for start, end, label in added:
        span = next(span for span in result.spans if span.start <= start and end <= span.end)
        assert (span.label, span.recognizer) == (label, "Reviewer")
    assert all(0 <= span.score <= 1 for span in result.spans)


def test_a_short_value_is_not_sought_elsewhere() -> None:
    """ "Q7" may be anything in another place, and so may an age."""
    for added in (place("Q7", "MRN"), place("120", "AGE_OVER_89")):
        found = Reviewed(NOTE, [added], KnownIdentifiers()).find(NOTE)
        assert [(item.start, item.end, item.label) for item in found] == [added]
        assert Reviewed(NOTE, [added], KnownIdentifiers()).find("Q7 120 other text") == []


def test_known_values_stay_known() -> None:
    """What is known of the patient is found beside what the reviewer added."""
    known = KnownIdentifiers((("MRN", "77-1234-X9"),))
    found = Reviewed(NOTE, [place("Zorblat", "PERSON")], known).find(NOTE)
    assert {item.label for item in found} == {"MRN", "PERSON"}


@pytest.mark.parametrize(
    ("rejected", "added", "text"),
    [
        ((), (), "[PERSON] saw [PERSON] x"),
        (((0, 3),), (), "Ann saw [PERSON] x"),
        (((0, 16),), (), "Ann saw Bob Lee x"),
        (((0, 2),), (), "[PERSON] saw [PERSON] x"),
        (((8, 11),), (), "[PERSON] saw [PERSON] x"),
        (((3, 8),), (), "[PERSON] saw [PERSON] x"),
        (((0, 3),), ((0, 3, "PERSON"),), "[PERSON] saw [PERSON] x"),
    ],
)
def test_rejected(
    rejected: tuple[tuple[int, int], ...], added: tuple[tuple[int, int, str], ...], text: str
) -> None:
    """A span within a rejected place stays; one that reaches beyond is redacted, and so is one added."""
    spans = (PhiSpan(0, 3, 0, 8, "PERSON", 0.9, "R"), PhiSpan(8, 15, 13, 21, "PERSON", 0.9, "R"))
    redaction = Redaction("[PERSON] saw [PERSON] x", spans)
    done = corrected(redaction, "Ann saw Bob Lee x", Corrections(added, rejected))
    assert done.text == text
    for span in done.spans:
        assert done.text[span.redacted_start : span.redacted_end] == "[PERSON]"


def test_a_rejected_span_does_not_come_back(redactor: Redactor) -> None:
    """Rejected twice, once in each of its places, a name is in the text, and spans fit all the same."""
    plain = redactor.redact(NOTE)
    places = tuple((span.start, span.end) for span in plain.spans)
    done = Reviewing(redactor, Corrections(rejected=places)).redact(NOTE)
    assert (done.text, done.spans) == (NOTE, ())


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_corrected_offsets(data: st.DataObject) -> None:
    """Whatever is rejected: text outside the spans is the note's own, and each span has its replacement."""
    text = data.draw(st.text(min_size=1, max_size=40))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    pieces, spans, at, length = [], [], 0, 0
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        tag = data.draw(st.sampled_from(["[X]", "", "[LONGER]"]))
        length += start - at
        pieces += text[at:start], tag
        spans.append(PhiSpan(start, end, length, length + len(tag), "URL", 1.0, "R"))
        at, length = end, length + len(tag)
    redaction = Redaction("".join([*pieces, text[at:]]), tuple(spans))
    rejected = data.draw(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
    done = corrected(redaction, text, Corrections(rejected=tuple(rejected)))
    position = original = 0
    for span in done.spans:
        assert done.text[position : span.redacted_start] == text[original : span.start]
        position, original = span.redacted_end, span.end
    assert done.text[position:] == text[original:]
    inside = [s for s in spans if any(a <= s.start and s.end <= b for a, b in rejected)]
    assert len(done.spans) == len(spans) - len(inside)
