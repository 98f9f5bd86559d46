"""The trained model as a recognizer: names, places and all that no pattern describes."""

from typing import Any, ClassVar

from presidio_analyzer import RecognizerResult

from ..gate import suspicious_stretches
from ..labels import LABELS
from ..model import TokenClassifier
from ..model.spans import spans_of
from .base import ChartRecognizer


class ModelRecognizer(ChartRecognizer):
    """Marks the words whose probability to identify reaches the threshold of their likeliest label.

    `recall` names a calibrated level of thresholds: "high", "balanced" or "high-precision". `threads` is how
    many the model may use for one note. Raises `ModelError` where the model is missing or damaged.
    """

    LABELS: ClassVar[tuple[str, ...]] = LABELS

    def __init__(self, *, recall: str = "balanced", threads: int = 1) -> None:
        super().__init__()
        self.classifier = TokenClassifier(threads=threads)
        self._limits = self.classifier.limits(recall)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Every span; the model reads the text itself unless the NLP engine has done so."""
        words = getattr(nlp_artifacts, "words", None)
        if words is None:
            words = self.classifier.words(text, where=suspicious_stretches)
        spans = spans_of(text, words, self.classifier.classes, self._limits)
        return [
            self.result(span.label, span.start, span.end, span.score)
            for span in spans
            if span.label in entities
        ]
