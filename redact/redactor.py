"""The Redactor: find identifiers with Presidio's analyzer, replace them with Presidio's anonymizer."""

from collections.abc import Iterable
from typing import Final

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import RecognizerResult as AnonymizerInput

from ..errors import RedactionError, UsageError
from .doubt import PROPAGATED_DOUBT, undoubted
from .known import KnownIdentifiers
from .labels import LABELS
from .nlp import PlainNlpEngine
from .operators import OPERATORS
from .policies import Policy, load_policy
from .propagation import propagate, propagate_doubtfully
from .recognizers import ModelRecognizer, all_recognizers
from .spans import Finding, PhiSpan, Redaction, union
from .tags import outside_tags

#: From fewest leaks to fewest false alarms; docs/model-card.md shows the curve.
RECALL_LEVELS: Final = ("high", "balanced", "high-precision")
#: The anonymizer copies the text once a span, so it is fed pieces with this many spans.
SPANS_A_PIECE: Final = 64
#: Each round must redact something more; real notes need two.
MAX_ROUNDS: Final = 50


class Redactor:
    """Replaces the identifiers of one note at a time; safe to use from several threads.

    `policy` is the name of a policy or a `Policy`. `recall` ("high", "balanced" or "high-precision") sets
    the thresholds of the trained model and `threads` how many processor threads it may use. `recognizers`
    replaces the project's own set, the model with it. Raises `UsageError` for an unknown policy or level of
    recall and `RedactionError` where the model is missing or damaged.
    """

    def __init__(
        self,
        policy: str | Policy = "safe-harbor",
        *,
        recall: str = "balanced",
        threads: int = 1,
        recognizers: Iterable[EntityRecognizer] | None = None,
    ) -> None:
        if recall not in RECALL_LEVELS:
            raise UsageError(f"unknown level of recall {recall!r}: choose one of {', '.join(RECALL_LEVELS)}")
        self.policy = load_policy(policy) if isinstance(policy, str) else policy
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

    def redact(self, text: str, *, known: KnownIdentifiers | None = None) -> Redaction:
        """Redact one note.

        `known` holds what is known of the patient; it is redacted in every form. Offsets of the result count
        code points, end exclusive, for any Unicode text and line ending. Redacting the result again changes
        nothing. Raises `RedactionError` when anything fails, and then there is no output at all.
        """
        try:
            redaction = self._replace(text, self._find(text, known))
            for _ in range(MAX_ROUNDS):
                missed = self._find(redaction.text, known)
                if not missed:
                    return redaction
                redaction = self._replace(text, union([*_originals(redaction), *_mapped(missed, redaction)]))
        except RedactionError:
            raise
        except (
            Exception
        ) as error:  # a recognizer is anyone's code: whatever it raises, nothing may pass unredacted
            # `from None`: the cause's message may quote the note
            raise RedactionError(
                f"a recognizer or operator failed ({type(error).__name__}): the note was not redacted"
            ) from None
        raise RedactionError("the note did not settle: report its kind of layout, never its text")

    def _find(self, text: str, known: KnownIdentifiers | None) -> list[Finding]:
        artifacts = self._engine.process_text(text, "en")
        results = self._analyzer.analyze(text, language="en", nlp_artifacts=artifacts)
        findings = undoubted((_finding(result, text) for result in results), artifacts.words)
        if known is not None:
            findings += known.find(text)
        findings += propagate(findings, text)
        findings += undoubted(propagate_doubtfully(findings, text), artifacts.words, PROPAGATED_DOUBT)
        return outside_tags(union(findings), text)

    def _replace(self, text: str, findings: list[Finding]) -> Redaction:
        pieces: list[str] = []
        spans: list[PhiSpan] = []
        position = length = 0
        for first in range(0, len(findings), SPANS_A_PIECE):
            group = findings[first : first + SPANS_A_PIECE]
            piece, piece_spans = self._replace_piece(text, position, group, length)
            pieces.append(piece)
            spans += piece_spans
            position = group[-1].end
            length += len(piece)
        return Redaction("".join([*pieces, text[position:]]), tuple(spans))

    def _replace_piece(
        self, text: str, start: int, group: list[Finding], offset: int
    ) -> tuple[str, list[PhiSpan]]:
        """Redact text[start:end of the group]; the piece will stand at `offset` in the redacted text."""
        result = self._anonymizer.anonymize(
            text[start : group[-1].end],
            [AnonymizerInput(f.label, f.start - start, f.end - start, f.score) for f in group],
            operators=dict(self.policy.operators),
            merge_entities_with_spaces=False,
        )
        items = sorted(result.items, key=lambda item: item.start)
        if len(items) != len(group):
            raise RedactionError("the anonymizer lost a span: the note was not redacted")
        return result.text, [
            PhiSpan(f.start, f.end, item.start + offset, item.end + offset, f.label, f.score, f.recognizer)
            for f, item in zip(group, items, strict=True)
        ]


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
