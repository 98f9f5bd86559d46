"""How the tables of the recognizer tests are written and read.

A row is (text, label): what the recognizer must find stands between ⟦ and ⟧, a row without marks must find
nothing. A note may hold several marks; every span is compared exactly.
"""

from collections.abc import Iterable

import pytest
from presidio_analyzer import EntityRecognizer

Row = tuple[str, str]


def rows(label: str, *texts: str) -> list[object]:
    """One test case for each of `texts`, with the text, less its odd characters, as its id."""
    return [pytest.param(text, label, id=f"{label}-{text[:48]}") for text in texts]


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the marked spans."""
    plain, spans, start = "", [], 0
    for character in text:
        if character == "⟦":
            start = len(plain)
        elif character == "⟧":
            spans.append((start, len(plain)))
        else:
            plain += character
    return plain, spans


def check(recognizer: EntityRecognizer, marked: str, label: str) -> None:
    """Assert that `recognizer` finds the marked spans of `label`, and no other, once overlaps are merged."""
    text, expected = unmarked(marked)
    found = recognizer.analyze(text, [label], None)
    assert quotes(text, merged((r.start, r.end) for r in found)) == quotes(text, expected)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans joined, sorted."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def quotes(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, str]]:
    """Where each span begins and what it quotes."""
    return [(start, text[start:end]) for start, end in spans]
