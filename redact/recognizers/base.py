"""What the recognizers share: a Presidio recognizer made of regular expressions with marked groups."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from presidio_analyzer import EntityRecognizer, RecognizerResult

#: How sure a pattern is: a checksum or a label beside it, a shape that hardly misleads, or a likely one.
CERTAIN: Final = 0.99
STRONG: Final = 0.9
LIKELY: Final = 0.7


#: How far before its digits a number's label may begin, and how far after them the number may go on.
BEFORE_DIGITS: Final = 96
AFTER_DIGITS: Final = 64
DIGITS: Final = re.compile(r"\d[^\s]*")


@dataclass(frozen=True, slots=True)
class LabelPattern:
    """A regular expression whose groups `phi`, `phi2`, … (or else the whole match) are identifiers.

    A `numeric` pattern can only match near a digit and within its line, so it is tried nowhere else.
    """

    label: str
    regex: re.Pattern[str]
    score: float
    numeric: bool = True


def pattern(label: str, regex: str, score: float, flags: re.RegexFlag = re.IGNORECASE, *, numeric: bool = True) -> LabelPattern:
    """Compile a verbose pattern: white space in it counts for nothing, `[ ]` is a space."""
    return LabelPattern(label, re.compile(regex, re.VERBOSE | flags), score, numeric)


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
        near_digits = numeric_windows(text)
        return [
            self.result(found.label, start, end, found.score)
            for found in self.PATTERNS
            if found.label in entities
            for first, last in (near_digits if found.numeric else [(0, len(text))])
            for match in found.regex.finditer(text, first, last)
            if self.accept(found, match, text)
            for start, end in marked(match)
        ]


def numeric_windows(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` around its digits, each within one line, sorted and apart."""
    windows: list[tuple[int, int]] = []
    for digits in DIGITS.finditer(text):
        start, end = digits.start(), min(digits.end() + AFTER_DIGITS, len(text))
        line_end = text.find("\n", digits.end(), end)
        end = line_end if line_end >= 0 else _word_end(text, end)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            earliest = max(start - BEFORE_DIGITS, windows[-1][1] if windows else 0)
            windows.append((max(earliest, text.rfind("\n", earliest, start) + 1), end))
    return windows


def _word_end(text: str, position: int) -> int:
    """Where the word at `position` ends, so that no window cuts a number in two."""
    while position < len(text) and not text[position].isspace():
        position += 1
    return position


def marked(match: re.Match[str]) -> list[tuple[int, int]]:
    """The spans of the groups named phi…, or of the whole match where there is none."""
    names = [name for name in match.re.groupindex if name.startswith("phi")]
    if not names:
        return [match.span()]
    return [match.span(name) for name in names if match.start(name) >= 0 and match.end(name) > match.start(name)]
