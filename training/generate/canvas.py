"""A note with its marked identifiers, and edits that carry the marks along."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

Span = tuple[int, int, str]  # start, end (exclusive, code points), label
Edit = tuple[int, int, str]  # start, end (exclusive), replacement


@dataclass(frozen=True, slots=True)
class Note:
    """Text and its spans, sorted and not overlapping."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class Canvas:
    """Collects text piece by piece and remembers where the identifiers lie."""

    parts: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, label: str | None = None) -> None:
        """Append `text`; with a label, mark it, but for white space around it and "the " before it."""
        if label is not None and (core := text.strip().removeprefix("the ")):
            start = self.length + text.index(core)
            self.spans.append((start, start + len(core), label))
        self.parts.append(text)
        self.length += len(text)

    def note(self) -> Note:
        """The note collected so far."""
        return Note("".join(self.parts), tuple(self.spans))


def apply_edits(note: Note, edits: Iterable[Edit]) -> Note:
    """The note after the edits (offsets in the old text), its spans moved along.

    An edit that overlaps an earlier one or cuts across the edge of a span is left out. Text inserted at
    the very edge of a span stays outside it.
    """
    kept = _usable(note, edits)
    if not kept:
        return note
    starts = [edit[0] for edit in kept]
    ends = [edit[1] for edit in kept]
    shifts = [0]
    pieces: list[str] = []
    at = 0
    for start, end, new in kept:
        pieces += (note.text[at:start], new)
        shifts.append(shifts[-1] + len(new) - (end - start))
        at = end
    pieces.append(note.text[at:])
    spans = (
        (start + shifts[bisect_right(ends, start)], end + shifts[bisect_left(starts, end)], label)
        for start, end, label in note.spans
    )
    return trimmed(Note("".join(pieces), tuple(spans)))


def _usable(note: Note, edits: Iterable[Edit]) -> list[Edit]:
    edges = sorted({edge for span in note.spans for edge in span[:2]})
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if kept and edit[0] < kept[-1][1]:
            continue
        crossed = bisect_right(edges, edit[0])
        if crossed < len(edges) and edges[crossed] < edit[1]:
            continue
        kept.append(edit)
    return kept


def trimmed(note: Note) -> Note:
    """The note with white space cut off the ends of its spans, and empty spans dropped."""
    spans: list[Span] = []
    for start, end, label in note.spans:
        piece = note.text[start:end]
        core = piece.strip()
        if core:
            offset = start + len(piece) - len(piece.lstrip())
            spans.append((offset, offset + len(core), label))
    return Note(note.text, tuple(spans))


def excerpt(note: Note, start: int, end: int) -> Note:
    """The part of the note from `start` to `end`, widened where it would cut through a span."""
    for left, right, _ in note.spans:
        if left < start < right:
            start = left
        if left < end < right:
            end = right
    inside = (
        (left - start, right - start, label)
        for left, right, label in note.spans
        if start <= left < right <= end
    )
    return Note(note.text[start:end], tuple(inside))


def joined(notes: Iterable[Note]) -> Note:
    """The notes set one after the other."""
    canvas = Canvas()
    for note in notes:
        canvas.spans += [(a + canvas.length, b + canvas.length, label) for a, b, label in note.spans]
        canvas.add(note.text)
    return canvas.note()
