"""The redactor's promises: exact spans, nothing half done, nothing said about the note when it fails."""

import logging
import traceback
from itertools import pairwise

import pytest
from chartveil.errors import RedactionError
from chartveil.redact import KnownIdentifiers, Redaction, Redactor
from chartveil.redact.labels import LABELS
from chartveil.redact.nlp import PlainNlpEngine
from chartveil.redact.recognizers import all_recognizers
from chartveil.redact.spans import Finding, union
from chartveil.redact.tags import TAG, outside_tags
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult

REDACTOR = Redactor("tags")
#: Identifiers, tags whole and broken, and the characters that upset offsets.
PIECES = (
    "Dr. Halloran", "Deirdre Halloran", "03/14/2024", "312-555-0142", "MRN 00482913",
    "ada.okafor@example.org", "412 Quail Hollow Rd", "Dayton, OH 45402",
    "SSN 123-45-6789", "93 year old", "Accession: S24-10442",
    "[PERSON]", "[DATE_12]", "[PERSON", "PERSON]", "[[DATE]]", "[MRN_1234567]", "[NAME]", "x[PHONE]y",
    "\r\n", "\n", "\x85", "\u2028", "\t", " ", "\u200b", "\u200d",
    "e\u0301", "\U0001f469\u200d\u2695\ufe0f", "İ", "ß", "\ufeff", "\x00",
)  # fmt: skip
CHARACTERS = st.characters(exclude_categories=["Cs"])
NOTES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(CHARACTERS, max_size=12)), max_size=14).map(
    "".join
)
QUICK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def rebuilt(redaction: Redaction, note: str) -> str:
    """The note again, from the redacted text and the identifiers that the spans quote."""
    pieces, position = [], 0
    for span in redaction.spans:
        pieces += [redaction.text[position : span.redacted_start], note[span.start : span.end]]
        position = span.redacted_end
    return "".join([*pieces, redaction.text[position:]])


@QUICK
@given(NOTES)
def test_every_span_quotes_exactly(note: str) -> None:
    """Spans are sorted and apart, each tag stands where its span says, and the rest is unchanged."""
    redaction = REDACTOR.redact(note)
    for span in redaction.spans:
        assert 0 <= span.start < span.end <= len(note)
        assert redaction.text[span.redacted_start : span.redacted_end] == f"[{span.label}]"
    for before, after in pairwise(redaction.spans):
        assert before.end <= after.start
        assert before.redacted_end <= after.redacted_start
    assert rebuilt(redaction, note) == note


@QUICK
@given(NOTES)
def test_redacting_twice_changes_nothing(note: str) -> None:
    """A redacted note holds nothing more to find, broken tags or not."""
    once = REDACTOR.redact(note).text
    again = REDACTOR.redact(once)
    assert again.text == once
    assert again.spans == ()


@QUICK
@given(NOTES)
def test_positions_outside_identifiers_map_back(note: str) -> None:
    """Each character outside the tags is the character of the note that `to_original` says."""
    redaction = REDACTOR.redact(note)
    tags = {p for span in redaction.spans for p in range(span.redacted_start, span.redacted_end)}
    for position, character in enumerate(redaction.text):
        if position not in tags:
            assert note[redaction.to_original(position)] == character
            assert redaction.to_original(position + 1, end=True) == redaction.to_original(position) + 1


@QUICK
@given(NOTES)
def test_positions_inside_a_tag_map_to_its_identifier(note: str) -> None:
    """A span of the redacted text that touches a tag covers the whole identifier in the note."""
    redaction = REDACTOR.redact(note)
    for span in redaction.spans:
        for position in range(span.redacted_start, span.redacted_end):
            assert redaction.to_original(position) == span.start
            assert redaction.to_original(position + 1, end=True) == span.end


FINDINGS = st.lists(
    st.builds(
        lambda start, length, label, score: Finding(start, start + length, label, score, "test"),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(LABELS),
        st.sampled_from([0.7, 0.9, 0.99]),
    ),
    max_size=12,
)


@given(FINDINGS)
def test_a_union_covers_every_finding(findings: list[Finding]) -> None:
    """No character of any finding is left out, none is added, and the merged ones are sorted and apart."""
    merged = union(findings)
    assert {p for f in findings for p in range(f.start, f.end)} == {
        p for f in merged for p in range(f.start, f.end)
    }
    assert all(before.end <= after.start for before, after in pairwise(merged))


@given(
    st.permutations(
        [Finding(0, 5, "DATE", 0.7, "a"), Finding(3, 9, "PERSON", 0.9, "b"), Finding(9, 12, "CITY", 0.7, "c")]
    )
)
def test_a_union_takes_the_best_label(findings: list[Finding]) -> None:
    """The surest finding names the merged span; findings that only touch stay apart, in any order."""
    assert union(findings) == [Finding(0, 9, "PERSON", 0.9, "b"), Finding(9, 12, "CITY", 0.7, "c")]


@given(NOTES, FINDINGS)
def test_tags_are_never_cut(note: str, findings: list[Finding]) -> None:
    """What is left of the findings touches no whole tag."""
    inside = [f for f in findings if f.end <= len(note)]
    left = outside_tags(union(inside), note)
    tags = {p for match in TAG.finditer(note) for p in range(*match.span())}
    assert not tags & {p for f in left for p in range(f.start, f.end)}


class Failing(EntityRecognizer):
    """Raises with the note in its message, as a careless recognizer would."""

    def __init__(self) -> None:
        super().__init__(supported_entities=["PERSON"], supported_language="en")

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: object = None) -> list[RecognizerResult]:
        raise ValueError(f"can't read {text}")


class Answering(Failing):
    """Answers with what it was given."""

    def __init__(self, *results: RecognizerResult, entity: str = "PERSON") -> None:
        super().__init__()
        self.supported_entities = [entity]
        self.results = results

    def analyze(self, text: str, entities: list[str], nlp_artifacts: object = None) -> list[RecognizerResult]:
        return (
            [RecognizerResult(r.entity_type, r.start, r.end, r.score) for r in self.results]
            if "[" not in text
            else []
        )


CANARY = "Zebulon Quartermain"


def test_a_failing_recognizer_stops_the_note(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error says which kind it was and nothing of the note; no cause or log carries it."""
    with caplog.at_level(logging.DEBUG), pytest.raises(RedactionError) as caught:
        Redactor(recognizers=[*all_recognizers(), Failing()]).redact(f"Patient: {CANARY}")
    error = caught.value
    assert "ValueError" in str(error)
    assert error.__cause__ is None
    assert error.__suppress_context__
    shown = "".join(traceback.format_exception(error))
    output = capsys.readouterr()
    assert "Zebulon" not in shown + caplog.text + output.out + output.err


@pytest.mark.parametrize(("start", "end"), [(0, 99), (-1, 4), (5, 5), (6, 2), (17, 18)])
def test_a_span_outside_the_note_stops_it(start: int, end: int) -> None:
    """A recognizer that counts wrongly is not trusted to have counted anything rightly."""
    result = RecognizerResult("PERSON", 0, 1, 0.9)
    result.start, result.end = start, end
    recognizer = Answering(result)
    recognizer.analyze = lambda text, entities, nlp_artifacts=None: [result]  # type: ignore[method-assign]
    with pytest.raises(RedactionError, match="outside the note") as caught:
        Redactor(recognizers=[recognizer]).redact("saw Zebulon today")
    assert "Zebulon" not in str(caught.value)


def test_labels_of_others_become_other_id() -> None:
    """A recognizer from elsewhere may name its finding as it likes; it is redacted all the same."""
    recognizer = Answering(RecognizerResult("UK_NHS", 4, 11, 0.8), entity="UK_NHS")
    redaction = Redactor(recognizers=[recognizer]).redact("saw Zebulon today")
    assert redaction.text == "saw [OTHER_ID] today"
    assert redaction.spans[0].label == "OTHER_ID"


def test_an_empty_note_stays_empty() -> None:
    """There is nothing to find and nothing to fail."""
    assert REDACTOR.redact("") == Redaction("", ())


@pytest.mark.parametrize("recognizer", all_recognizers(), ids=lambda recognizer: recognizer.name)
def test_each_recognizer_works_in_a_stock_analyzer(recognizer: EntityRecognizer) -> None:
    """A user can add it to an `AnalyzerEngine` of their own, by itself and for some of its labels."""
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=[recognizer], supported_languages=["en"]),
        nlp_engine=PlainNlpEngine(),
    )
    note = (
        "\n".join(piece for piece in PIECES if piece.isascii())
        + " NPI 1234567893, plate KLM-4410, S/N PJN204417"
    )
    note += " acct 7700412, member ID XQW884120077, fax 312-555-0143, http://example.org"
    note += " at Quillpoint General Hospital, Dayton, OH"
    found = engine.analyze(note, language="en")
    assert {result.entity_type for result in found} <= set(recognizer.supported_entities)
    assert found
    assert all(result.recognition_metadata["recognizer_name"] == recognizer.name for result in found)
    one = engine.analyze(note, language="en", entities=[found[0].entity_type])
    assert {result.entity_type for result in one} == {found[0].entity_type}


@QUICK
@given(st.integers(0, 2**32), st.sampled_from([str.lower, str.upper, str.title]))
def test_known_values_never_survive(seed: int, casing: object) -> None:
    """Whatever the casing, a known name, number or date is gone."""
    known = KnownIdentifiers(
        (("PERSON", "Zebulon Quartermain"), ("MRN", "0048-2913"), ("DATE", "1960-03-04"))
    )
    note = casing(f"{seed} zebulon quartermain, mrn 00482913, march 4, 1960")  # type: ignore[operator]
    text = REDACTOR.redact(note, known=known).text.lower()
    assert not any(value in text for value in ("zebulon", "quartermain", "00482913", "1960"))
