"""The tags that stand for identifiers, `[PERSON]` or `[PERSON_2]`, and how findings keep clear of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from .labels import LABELS
from .spans import Finding

TAG: Final = re.compile(r"\[(?:" + "|".join(LABELS) + r")(?:_[0-9]{1,6})?\]")


def outside_tags(
    findings: list[Finding], text: str, settled: Iterable[tuple[int, int]] = ()
) -> list[Finding]:
    """Cut the tags of an already redacted text out of findings, so that redacting twice changes nothing.

    `settled` are further places that stay. What is left of a finding counts only when it holds a letter or
    digit.
    """
    tags = sorted([*(match.span() for match in TAG.finditer(text)), *settled])
    if not tags:
        return findings
    return [
        part
        for finding in findings
        for part in _cut(finding, tags)
        if any(c.isalnum() for c in text[part.start : part.end])
    ]


def highest_numbers(text: str) -> dict[str, int]:
    """The highest number of the numbered tags in a text, by label."""
    highest: dict[str, int] = {}
    for match in TAG.finditer(text):
        label, _, number = match.group()[1:-1].rpartition("_")
        if label in LABELS and number.isdigit():
            highest[label] = max(highest.get(label, 0), int(number))
    return highest


def _cut(finding: Finding, tags: list[tuple[int, int]]) -> Iterator[Finding]:
    start = finding.start
    for tag_start, tag_end in tags:
        if tag_end <= start or tag_start >= finding.end:
            continue
        if tag_start > start:
            yield replace(finding, start=start, end=tag_start)
        start = tag_end
    if start < finding.end:
        yield replace(finding, start=start)
