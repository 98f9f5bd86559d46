"""The trained model as a recognizer: names, places and all that no pattern describes."""

from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from ..gate import suspicious_stretches
from ..labels import LABELS
from ..model import TokenClassifier
from ..model.spans import spans_of
from .base import ChartRecognizer

#: A note in small letters lacks the surest sign of a name: half the probability is enough there, which
#: takes back half of what lower-casing costs (docs/model-card.md).
SMALL_LETTERS: Final = 0.5
CAPITALS: Final = 0.01


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
        limits = self._limits * SMALL_LETTERS if in_small_letters(text) else self._limits
        spans = spans_of(text, words, self.classifier.classes, limits)
        return [
            self.result(span.label, span.start, span.end, span.score)
            for span in spans
            if span.label in entities
        ]


def in_small_letters(text: str) -> bool:
    """Whether fewer than one letter in a hundred is a capital."""
    capitals = sum(map(str.isupper, text))
    return capitals <= CAPITALS * sum(map(str.isalpha, text))
