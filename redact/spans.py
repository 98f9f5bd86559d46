"""What redaction returns, and how overlapping findings become one span.

Offsets count Unicode code points, end exclusive, everywhere.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Final

#: The recognizer whose label gives way to that of a rule at least as sure as `SURE`.
MODEL: Final = "ModelRecognizer"
SURE: Final = 0.99


@dataclass(frozen=True, slots=True)
class Finding:
    """One identifier found in the original text, before overlaps are resolved."""

    start: int
    end: int
    label: str
    score: float
    recognizer: str


@dataclass(frozen=True, slots=True)
class PhiSpan:
    """One redacted identifier: where it lay in the original and what stands there now.

    It never carries the identifier's text.
    """

    start: int
    end: int
    redacted_start: int
    redacted_end: int
    label: str
    score: float
    recognizer: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """A redacted text and its spans, sorted, never overlapping."""

    text: str
    spans: tuple[PhiSpan, ...]

    def to_json(self) -> str:
        """The text and its spans as one JSON object, with the keys of the result contract."""
        return (
            json.dumps(
                {"text": self.text, "phi": [asdict(span) for span in self.spans]},
                ensure_ascii=False,
                indent=1,
            )
            + "\n"
        )

    def to_original(self, position: int, *, end: bool = False) -> int:
        """Map an offset of the redacted text to the original one.

        An offset inside a replacement maps to the start of its identifier, or to its end with `end=True`.
        """
        search = bisect_left if end else bisect_right
        index = search(self.spans, position, key=lambda span: span.redacted_start) - 1
        if index < 0:
            return position
        span = self.spans[index]
        if position < span.redacted_end or (end and position == span.redacted_end):
            return span.end if end else span.start
        return position + span.end - span.redacted_end


def union(findings: Iterable[Finding]) -> list[Finding]:
    """Merge overlapping findings so that no character of any of them survives.

    The merged span covers all of them; label, score and recognizer come from the best one: a sure rule before
    the model, which knows a shape less well, then the highest score, then the longest. Findings that only
    touch stay apart.
    """
    merged: list[Finding] = []
    best: Finding | None = None
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        if best is not None and finding.start < merged[-1].end:
            best = max(best, finding, key=weight)
            merged[-1] = replace(best, start=merged[-1].start, end=max(merged[-1].end, finding.end))
        else:
            best = finding
            merged.append(finding)
    return merged


def weight(finding: Finding) -> tuple[bool, float, int]:
    """What makes a finding better than one that overlaps it: greater is better."""
    sure_rule = finding.recognizer != MODEL and finding.score >= SURE
    return sure_rule, finding.score, finding.end - finding.start
