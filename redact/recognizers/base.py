"""What the recognizers share: a Presidio recognizer made of regular expressions with marked groups."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from presidio_analyzer import EntityRecognizer, RecognizerResult

#: How sure a pattern is: a checksum or a label beside it, a shape that hardly misleads, or a likely one.
CERTAIN: Final = 0.99
STRONG: Final = 0.9
LIKELY: Final = 0.7


@dataclass(frozen=True, slots=True)
class LabelPattern:
    """A regular expression whose groups `phi`, `phi2`, … (or else the whole match) are identifiers."""

    label: str
    regex: re.Pattern[str]
    score: float


def pattern(label: str, regex: str, score: float, flags: re.RegexFlag = re.IGNORECASE) -> LabelPattern:
    """Compile a verbose pattern: white space in it counts for nothing, `\\ ` or `[ ]` is a space."""
    return LabelPattern(label, re.compile(regex, re.VERBOSE | flags), score)


class ChartRecognizer(EntityRecognizer):  # type: ignore[misc]
    """Base of the project's recognizers: fixed labels, no state, nothing to load."""

    LABELS: ClassVar[tuple[str, ...]]

    def __init__(self) -> None:
        super().__init__(supported_entities=list(self.LABELS), supported_language="en")

    def load(self) -> None:
        """Nothing to load."""

    def result(self, label: str, start: int, end: int, score: float) -> RecognizerResult:
        return RecognizerResult(
            entity_type=label,
            start=start,
            end=end,
            score=score,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )


class PatternFamily(ChartRecognizer):
    """A recognizer that is a table of patterns, with one hook to reject a match by what stands around it."""

    PATTERNS: ClassVar[tuple[LabelPattern, ...]]

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """Whether this match is an identifier; the base accepts all."""
        return True

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        return [
            self.result(found.label, start, end, found.score)
            for found in self.PATTERNS
            if found.label in entities
            for match in found.regex.finditer(text)
            if self.accept(found, match, text)
            for start, end in marked(match)
        ]


def marked(match: re.Match[str]) -> list[tuple[int, int]]:
    """The spans of the groups named phi…, or of the whole match where there is none."""
    names = [name for name in match.re.groupindex if name.startswith("phi")]
    if not names:
        return [match.span()]
    return [match.span(name) for name in names if match.start(name) >= 0 and match.end(name) > match.start(name)]
