"""Brat standoff: a note in x.txt, its marks in x.ann. Only text-bound annotations (T lines) count."""

import re
from collections.abc import Iterator

from ..errors import UsageError
from .gold import GoldNote, PhiMark, check_parts

_BOUND = re.compile(
    r"T\S*\t(?P<label>\S+) (?P<parts>\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)(?:\t(?P<words>.*))?"
)


def parse_brat(text: str, annotations: str, identity: str, where: str) -> GoldNote:
    """The note with the marks of its .ann file; offsets that don't fit the words beside them are refused."""
    marks = sorted(_marks(text, annotations, where), key=lambda mark: mark.parts)
    return GoldNote(identity, text, tuple(marks))


def _marks(text: str, annotations: str, where: str) -> Iterator[PhiMark]:
    for number, line in enumerate(annotations.splitlines(), start=1):
        if not line.startswith("T"):
            continue
        place = f"{where}, line {number}"
        match = _BOUND.fullmatch(line)
        if match is None:
            raise UsageError(f"{place}: no annotation as brat writes it: T1<tab>LABEL 0 7<tab>words")
        parts = tuple(_part(part) for part in match["parts"].split(";"))
        check_parts(parts, text, place)
        check_words(text, parts, match["words"], place)
        yield PhiMark(match["label"], parts)


def check_words(text: str, parts: tuple[tuple[int, int], ...], words: str | None, place: str) -> None:
    """Raise UsageError if the words given with a mark are not those at its place, white space aside."""
    there = " ".join(text[start:end] for start, end in parts)
    if words and there.split() != words.split():
        raise UsageError(
            f"{place}: the offsets don't fit the words; the text has changed since it was marked"
        )


def _part(part: str) -> tuple[int, int]:
    start, end = part.split()
    return int(start), int(end)
