"""Assertion by a table of statements as notes have them, short and untidy."""

import re
from pathlib import Path

import pytest
from detect_table import mentions

ROWS = [
    tuple(line.split(" | ", 1))
    for line in (Path(__file__).parent / "assertions.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]

MARK = re.compile(r"<([^<> ][^<>]*)>")


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The statement without its marks, and the start and end of each marked mention."""
    text, spans, done = "", [], 0
    for hit in MARK.finditer(marked):
        text += marked[done : hit.start()]
        spans.append((len(text), len(text) + len(hit[1])))
        text += hit[1]
        done = hit.end()
    return text + marked[done:], spans


@pytest.mark.parametrize(("kinds", "marked"), ROWS, ids=[marked for _, marked in ROWS])
def test_asserted(kinds: str, marked: str) -> None:
    """Every marked mention is found and asserts what the row says."""
    text, spans = unmarked(marked.replace("⏎", "\n"))
    found = mentions(text)
    said = [
        next((m.assertion for m in found if m.start < end and start < m.end), "not found")
        for start, end in spans
    ]
    wanted = kinds.split()
    assert said == (wanted if len(wanted) > 1 else wanted * len(spans))
