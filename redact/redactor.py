"""The Redactor: find identifiers with Presidio's analyzer, replace them with Presidio's anonymizer."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig
from presidio_anonymizer.entities import RecognizerResult as AnonymizerInput

from ..errors import RedactionError, UsageError
from .doubt import PROPAGATED_DOUBT, undoubted
from .known import KnownIdentifiers
from .labels import LABELS
from .model.classifier import Windows
from .nlp import PlainNlpEngine
from .operators import OPERATORS, PLAIN
from .parts import Part, divided, moved, whole
from .permitted import permitted, settled_places
from .policies import Policy, load_policy
from .propagation import propagate, propagate_doubtfully
from .recognizers import ModelRecognizer, all_recognizers
from .sessions import Session
from .spans import Finding, PhiSpan, Redaction, union
from .tags import outside_tags
from .terms import denied

#: From fewest leaks to fewest false alarms; docs/model-card.md shows the curve.
RECALL_LEVELS: Final = ("high", "balanced", "high-precision")
#: The anonymizer copies the text once a span, so it is fed pieces with this many spans.
SPANS_A_PIECE: Final = 64
#: Each round must redact something more; real notes need two.
MAX_ROUNDS: Final = 50
MIN_SECRET: Final = 16


@dataclass(frozen=True, slots=True)
class Note:
    """One note, what is known of its patient, and the parts it was made of, if any."""

    text: str
    known: KnownIdentifiers | None
    patient: str | None
    parts: tuple[Part, ...] = ()


class Redactor:
    """Replaces the identifiers of one note at a time; safe to use from several threads.

    `policy` is the name or file of a policy or a `Policy`. `recall` ("high", "balanced" or "high-precision")
    sets the thresholds of the trained model and `threads` how many processor threads it may use. `secret`,
    at least 16 random bytes, makes what is drawn at random for a patient the same in every note and run.
    `recognizers` replaces the project's own set, the model with it. Raises `UsageError` for an unknown policy
    or level of recall and `RedactionError` where the model is missing or damaged.
    """

    def __init__(
        self,
        policy: str | Policy = "safe-harbor",
        *,
        recall: str = "balanced",
        threads: int = 1,
        secret: bytes | None = None,
        recognizers: Iterable[EntityRecognizer] | None = None,
    ) -> None:
        if recall not in RECALL_LEVELS:
            raise UsageError(f"unknown level of recall {recall!r}: choose one of {', '.join(RECALL_LEVELS)}")
        if secret is not None and len(secret) < MIN_SECRET:
            raise UsageError(
                f"the secret is shorter than {MIN_SECRET} bytes: make one with `chartveil keygen`"
            )
        self.policy = load_policy(policy) if isinstance(policy, str) else policy
        self._secret = secret
        chosen = all_recognizers(recall=recall, threads=threads) if recognizers is None else list(recognizers)
        models = [recognizer.classifier for recognizer in chosen if isinstance(recognizer, ModelRecognizer)]
        self._engine = PlainNlpEngine(models[0] if models else None)
        self._analyzer = AnalyzerEngine(
            registry=RecognizerRegistry(recognizers=chosen, supported_languages=["en"]),
            nlp_engine=self._engine,
            context_aware_enhancer=NoEnhancer(),
        )
        self._anonymizer = AnonymizerEngine()  # type: ignore[no-untyped-call]
        for operator in OPERATORS:
            self._anonymizer.add_anonymizer(operator)

    def redact(
        self,
        text: str,
        *,
        known: KnownIdentifiers | None = None,
        patient: str | None = None,
        parts: tuple[Part, ...] = (),
    ) -> Redaction:
        """Redact one note.

        `known` holds what is known of the patient; it is redacted in every form. `patient` is any name for
        the patient: with a secret, all notes of one get the same surrogates and days. `parts`, in order and
        a character apart, are what no span crosses; one with a label is replaced whole. Offsets of the
        result count code points, end exclusive, for any Unicode text and line ending. Redacting the result
        again changes nothing where the policy puts tags or less exact values. Raises `RedactionError` when
        anything fails, and then there is no output at all.
        """
        note = Note(text, known, patient, parts)
        try:
            if self.policy.settled:
                return self._settle(note, tags_only=False)
            tagged = self._settle(note, tags_only=True)
            return self._replace(note, _originals(tagged), [])
        except RedactionError:
            raise
        except (
            Exception
        ) as error:  # a recognizer is anyone's code: whatever it raises, nothing may pass unredacted
            # `from None`: the cause's message may quote the note
            raise RedactionError(
                f"a recognizer or operator failed ({type(error).__name__}): the note was not redacted"
            ) from None

    def under(self, policy: Policy) -> "Redactor":
        """This redactor with another policy; the two share recognizers and model."""
        other = copy.copy(self)
        other.policy = policy
        return other

    def _settle(self, note: Note, *, tags_only: bool) -> Redaction:
        """Redact until nothing more is found in the result.

        A replacement in which something is found ("2024", where a rule takes it for a record's number) gives
        way to its tag.
        """
        plain = [(0, len(note.text))] if tags_only else []
        fixed, read = whole(note.parts, note.text), Windows()
        redaction = self._replace(note, self._find(note.text, note.known, note.parts, fixed, read), plain)
        for _ in range(MAX_ROUNDS):
            parts = moved(note.parts, redaction)
            fixed = [f for f in whole(parts, redaction.text) if f.label in self.policy.kept]
            missed = self._find(redaction.text, note.known, parts, fixed, read)
            if not missed:
                return redaction
            found = _mapped(missed, redaction)
            plain += [(f.start, f.end) for f in found]
            redaction = self._replace(note, union([*_originals(redaction), *found]), plain)
        raise RedactionError("the note did not settle: report its kind of layout, never its text")

    def _find(
        self,
        text: str,
        known: KnownIdentifiers | None,
        parts: tuple[Part, ...],
        fixed: list[Finding],
        read: Windows,
    ) -> list[Finding]:
        """The findings of a text of these parts, with those that are `fixed`; `read` is what the model has
        read of the note so far.
        """
        kept = self.policy.kept
        artifacts = self._engine.process_text(text, "en", read)
        results = self._analyzer.analyze(text, language="en", nlp_artifacts=artifacts)
        findings = undoubted((_finding(result, text) for result in results), artifacts.words)
        if known is not None:
            findings += known.find(text)
        findings += denied(self.policy.deny, text)
        findings = divided(findings, parts, kept) + fixed
        findings = permitted(findings, text, self.policy)
        findings += propagate(findings, text)
        findings += undoubted(propagate_doubtfully(findings, text), artifacts.words, PROPAGATED_DOUBT)
        left = union(divided(permitted(findings, text, self.policy), parts, kept))
        return outside_tags(left, text, settled_places(text, self.policy))

    def _replace(self, note: Note, findings: list[Finding], plain: list[tuple[int, int]]) -> Redaction:
        """Render the note; findings that touch a place of `plain` get their tag."""
        values = [(f.label, note.text[f.start : f.end]) for f in findings]
        session = Session(self.policy, note.text, values, patient=note.patient, secret=self._secret)
        operators = _operators(self.policy, session, {f.label for f in findings})
        entities = [f.label + PLAIN if _touches(f, plain) else f.label for f in findings]
        pieces: list[str] = []
        spans: list[PhiSpan] = []
        position = length = 0
        for first in range(0, len(findings), SPANS_A_PIECE):
            group = findings[first : first + SPANS_A_PIECE]
            piece, places = self._replace_piece(
                note.text, position, group, entities[first : first + SPANS_A_PIECE], operators
            )
            pieces.append(piece)
            spans += [
                PhiSpan(f.start, f.end, start + length, end + length, f.label, f.score, f.recognizer)
                for f, (start, end) in zip(group, places, strict=True)
            ]
            position = group[-1].end
            length += len(piece)
        return Redaction("".join([*pieces, note.text[position:]]), tuple(spans))

    def _replace_piece(
        self,
        text: str,
        start: int,
        group: list[Finding],
        entities: list[str],
        operators: dict[str, OperatorConfig],
    ) -> tuple[str, list[tuple[int, int]]]:
        """Redact text[start:end of the group]; places of replacements count from the piece's start."""
        result = self._anonymizer.anonymize(
            text[start : group[-1].end],
            [
                AnonymizerInput(entity, f.start - start, f.end - start, f.score)
                for f, entity in zip(group, entities, strict=True)
            ],
            operators=operators,
            merge_entities_with_spaces=False,
        )
        items = sorted(result.items, key=lambda item: (item.start, item.end))
        if len(items) != len(group):
            raise RedactionError("the anonymizer lost a span: the note was not redacted")
        return result.text, [(item.start, item.end) for item in items]


class NoEnhancer(ContextAwareEnhancer):
    """Leaves scores as they are: the recognizers read their own context, and Presidio's enhancer is slow."""

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=0,
            min_score_with_context_similarity=0,
            context_prefix_count=0,
            context_suffix_count=0,
        )

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: object,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        return raw_results


def _finding(result: RecognizerResult, text: str) -> Finding:
    if not 0 <= result.start < result.end <= len(text):
        raise RedactionError(
            f"a recognizer returned a {result.entity_type} outside the note: the note was not redacted"
        )
    name = (result.recognition_metadata or {}).get(RecognizerResult.RECOGNIZER_NAME_KEY, "unknown")
    return Finding(result.start, result.end, _label(result.entity_type), float(result.score), name)


def _label(entity_type: str) -> str:
    """A recognizer of other origin may use labels of its own; all that have no place here are OTHER_ID."""
    return entity_type if entity_type in LABELS else "OTHER_ID"


def _originals(redaction: Redaction) -> list[Finding]:
    return [Finding(s.start, s.end, s.label, s.score, s.recognizer) for s in redaction.spans]


def _mapped(findings: list[Finding], redaction: Redaction) -> list[Finding]:
    """Findings of the redacted text, which lie outside its tags, at their places in the original."""
    return [
        Finding(
            redaction.to_original(f.start),
            redaction.to_original(f.end, end=True),
            f.label,
            f.score,
            f.recognizer,
        )
        for f in findings
    ]


def _operators(policy: Policy, session: Session, labels: set[str]) -> dict[str, OperatorConfig]:
    """What the engine does with each label; the tag for those that the policy keeps and something forbids."""
    operators = {}
    for label in labels:
        action = policy.actions[label]
        name = "tag" if action.operator == "keep" else action.operator
        operators[label] = OperatorConfig(name, {**action.params, "session": session})
        operators[label + PLAIN] = OperatorConfig("tag")
    return operators


def _touches(finding: Finding, places: list[tuple[int, int]]) -> bool:
    return any(start < finding.end and finding.start < end for start, end in places)
