"""A note of several parts: what is found never crosses from one to the next, and some are identifiers whole.

A record's free texts and its fields are redacted as one note, so that what one of them tells counts in all.
Between two parts stands a line break that belongs to none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from .known import RECOGNIZER as KNOWN
from .spans import Finding, Redaction
from .terms import RECOGNIZER as DENIED

RECOGNIZER: Final = "Field"
#: An age that a field may hold and Safe Harbor lets stand.
YOUNG: Final = re.compile(
    r"\s*0?[0-8]?[0-9](?:\.[0-9]+)?\s*(?:y|yrs?|yo|years?|m|mos?|months?|w|d)?\s*", re.I
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a note; offsets in code points, end exclusive. With a label it is an identifier whole."""

    start: int
    end: int
    label: str | None = None


def whole(parts: Iterable[Part], text: str) -> list[Finding]:
    """The parts that are identifiers, as findings that nothing outweighs."""
    return [
        Finding(part.start, part.end, part.label, 1.0, RECOGNIZER)
        for part in parts
        if part.label and _identifies(part.label, text[part.start : part.end])
    ]


def divided(findings: list[Finding], parts: Sequence[Part], kept: frozenset[str]) -> list[Finding]:
    """Cut findings where a part ends, and leave those out that lie in a part with a label.

    There `whole` says what it is, and the policy whether it stays; in one that stays, known identifiers and
    denied terms still count. Without parts nothing is cut.
    """
    if not parts:
        return findings
    return [cut for finding in findings for cut in _cut(finding, parts, kept)]


def moved(parts: Sequence[Part], redaction: Redaction) -> tuple[Part, ...]:
    """The same parts in the redacted text."""
    return tuple(
        Part(_moved(part.start, redaction), _moved(part.end, redaction), part.label) for part in parts
    )


def _moved(position: int, redaction: Redaction) -> int:
    """The place of an end of a part, which lies inside no span."""
    before = bisect_right(redaction.spans, position, key=lambda span: span.end)
    span = redaction.spans[before - 1] if before else None
    return position + (span.redacted_end - span.end if span else 0)


def _cut(finding: Finding, parts: Sequence[Part], kept: frozenset[str]) -> Iterator[Finding]:
    first = bisect_right(parts, finding.start, key=lambda part: part.end)
    for number in range(first, len(parts)):
        part = parts[number]
        if part.start >= finding.end:
            return
        start, end = max(finding.start, part.start), min(finding.end, part.end)
        if start < end and _counts(finding, part, kept):
            yield replace(finding, start=start, end=end)


def _counts(finding: Finding, part: Part, kept: frozenset[str]) -> bool:
    if part.label is None or finding.recognizer == RECOGNIZER:
        return True
    return part.label in kept and finding.recognizer in (KNOWN, DENIED)


def _identifies(label: str, value: str) -> bool:
    """Whether a field holds anything, and not an age that is no identifier."""
    return bool(value.strip()) and not (label == "AGE_OVER_89" and YOUNG.fullmatch(value))
