"""A text cut where marks begin and end, so that marks which overlap need no nested elements."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["identifier", "code"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that belongs to the `index`-th identifier or code."""

    start: int
    end: int
    kind: Kind
    index: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch under the same marks from its start to its end, and those of them that begin here."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    begun: tuple[Mark, ...]


def segments(length: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut a text of `length` code points; the segments follow on one another and cover all of it.

    Marks of no length appear in none.
    """
    begins: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.start < mark.end:
            begins[mark.start].append(mark)
    cuts = sorted({0, length, *begins, *(mark.end for mark in marks)})
    open_marks: list[Mark] = []
    for start, end in pairwise(cuts):
        begun = begins.get(start, [])
        open_marks = [mark for mark in open_marks if mark.end > start] + begun
        yield Segment(start, end, tuple(open_marks), tuple(begun))
