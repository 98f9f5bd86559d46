"""What the recognizers share: a Presidio recognizer made of regular expressions with marked groups."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from presidio_analyzer import EntityRecognizer, RecognizerResult

#: How sure a pattern is: a label or checksum beside it, a shape that hardly misleads, or a likely one.
FIELD: Final = 1.0  # the field of a message format, about which there is nothing to doubt
CERTAIN: Final = 0.99
STRONG: Final = 0.9
LIKELY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Near:
    """What a pattern must stand near, in the same line: it is tried nowhere else, which makes it fast.

    `before` and `after` are how far, in characters, a match may begin before the anchor and go on after it.
    """

    anchor: re.Pattern[str]
    before: int
    after: int

    def windows(self, text: str) -> list[tuple[int, int]]:
        """The stretches of `text` around the anchors, each within one line, sorted and apart."""
        windows: list[tuple[int, int]] = []
        for found in self.anchor.finditer(text):
            end = self._end(text, found.end())
            if windows and found.start() <= windows[-1][1]:
                windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
            else:
                earliest = max(found.start() - self.before, windows[-1][1] if windows else 0)
                windows.append((text.rfind("\n", earliest, found.start()) + 1 or earliest, end))
        return windows

    def _end(self, text: str, position: int) -> int:
        """The end of the line, or of the word `after` characters on: no window cuts a number in two."""
        last = min(position + self.after, len(text))
        line_end = text.find("\n", position, last)
        if line_end >= 0:
            return line_end
        gap = GAP.search(text, last, last + LONGEST_WORD)
        return gap.start() if gap else min(last + LONGEST_WORD, len(text))


GAP: Final = re.compile(r"\s")
LONGEST_WORD: Final = 128
DIGITS: Final = Near(re.compile(r"\d\S*"), before=96, after=64)


@dataclass(frozen=True, slots=True)
class LabelPattern:
    """A regular expression whose groups `phi`, `phi2`, … (or else the whole match) are identifiers.

    `near` is what it can only match beside; None means that it may match anywhere.
    """

    label: str
    regex: re.Pattern[str]
    score: float
    near: Near | None = DIGITS


def pattern(
    label: str,
    regex: str,
    score: float,
    flags: re.RegexFlag = re.IGNORECASE,
    *,
    near: Near | None = DIGITS,
) -> LabelPattern:
    """Compile a verbose pattern: white space in it counts for nothing, `[ ]` is a space."""
    return LabelPattern(label, re.compile(regex, re.VERBOSE | flags), score, near)


class ChartRecognizer(EntityRecognizer):
    """Base of the project's recognizers: fixed labels, no state, nothing to load."""

    LABELS: ClassVar[tuple[str, ...]]
    name: str
    id: str

    def __init__(self) -> None:
        super().__init__(supported_entities=list(self.LABELS), supported_language="en")

    def load(self) -> None:
        """Nothing to load."""

    def result(self, label: str, start: int, end: int, score: float) -> RecognizerResult:
        """A Presidio result that says which recognizer it comes from."""
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
        """Every identifier of `entities` in `text`; offsets are code points, end exclusive."""
        return [
            self.result(found.label, start, end, found.score)
            for found, match in self._matches(text, entities)
            if self.accept(found, match, text)
            for start, end in marked(match)
        ]

    def _matches(self, text: str, entities: list[str]) -> Iterator[tuple[LabelPattern, re.Match[str]]]:
        windows: dict[Near | None, list[tuple[int, int]]] = {None: [(0, len(text))]}
        for found in self.PATTERNS:
            if found.label not in entities:
                continue
            if found.near not in windows and found.near is not None:
                windows[found.near] = found.near.windows(text)
            for first, last in windows[found.near]:
                for match in found.regex.finditer(text, first, last):
                    yield found, match


def marked(match: re.Match[str]) -> list[tuple[int, int]]:
    """The spans of the groups named phi… that took part, or of the whole match where none did."""
    names = [name for name in match.re.groupindex if name.startswith("phi")]
    return [match.span(name) for name in names if match.end(name) > match.start(name) >= 0] or [match.span()]
