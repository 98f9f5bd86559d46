"""HL7 version 2 messages (pipes), alone or in batches, with or without MLLP framing.

Separators are those that MSH, BHS or FHS set. Names, numbers, addresses, places and dates of people are
fields by segment, number and data type; OBX-5, NTE-3 and all other text are passages; a segment that the
standard does not have, Z segments among them, is a passage as a whole, and so is a line that is no segment.
What is not changed stays byte for byte. Encapsulated data that can't be read (PDF, images) is left out; a
date that can't hold what the policy puts there is left empty.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, Final

from ...encoding import decode
from ..draft import known_values
from ..nested import with_nested
from ..record import Record
from .delimiters import Delimiters, NotHl7, delimiters
from .schema import is_segment
from .tree import Leaf, Tree, grow
from .walk import HEADERS, Walk

__all__ = ["NotHl7", "read", "split"]

#: What stands between segments: line ends, and the start and end of a message in MLLP.
BETWEEN: Final = re.compile("([\r\n\v\x1c]+)")
MESSAGE: Final = re.compile(rb"(?<=[\r\n\x1c])\x0b?MSH(?=[^A-Za-z0-9\s])")
FIRST: Final = re.compile(rb"[\r\n\x0b\x1c]*MSH")
NAME: Final = re.compile(r"[A-Z][A-Z0-9]{2}")
BLOCK: Final = 1 << 20
#: How many bytes MESSAGE looks at, before and behind the place where it matches.
LONGEST: Final = 6


def read(raw: bytes, *, encoding: str | None = None) -> Record:
    """One message, with the headers and trailers of a batch around it, or several.

    Raises NotHl7, and UndecodableNote or BinaryNote for bytes that are no text.
    """
    decoded = decode(raw, encoding)
    walk = Walk()
    lines = _lines(decoded.text, walk)
    patient = next(iter(walk.patients)) if len(walk.patients) == 1 else None

    def written() -> bytes:
        return decoded.encode("".join(line if isinstance(line, str) else line.written() for line in lines))

    return with_nested(walk.drafts.record(known_values(walk.known), patient, written), walk.nested)


def split(file: BinaryIO) -> Iterator[bytes]:
    """The messages of a file: a batch's headers go with the message behind them, trailers with the last."""
    held, searched, inside = b"", 0, False
    while block := file.read(BLOCK):
        held += block
        start = 0
        for match in MESSAGE.finditer(held, searched):
            if inside or FIRST.match(held, start):
                yield held[start : match.start()]
                start = match.start()
            inside = True
        held = held[start:]
        searched = max(len(held) - LONGEST, 1)
    if held:
        yield held


def _lines(text: str, walk: Walk) -> list[str | Tree]:
    """What the text is made of: segments as trees, what stands between them as it is."""
    signs: Delimiters | None = None
    lines: list[str | Tree] = []
    counts: Counter[str] = Counter()
    for number, piece in enumerate(BETWEEN.split(text)):
        if number % 2 or not piece.strip():
            lines.append(piece)
            continue
        signs = delimiters(piece) if piece[:3] in HEADERS else signs
        if signs is None:
            raise NotHl7
        lines.append(_segment(piece, signs, walk, counts))
    if signs is None:
        raise NotHl7
    return lines


def _segment(piece: str, signs: Delimiters, walk: Walk, counts: Counter[str]) -> Tree:
    """One line: a known segment, an unknown one, or none at all."""
    name, *rest = piece.split(signs.field)
    if not NAME.fullmatch(name) or not (rest or is_segment(name)):
        counts["line"] += 1
        line = Tree(leaf=Leaf(piece))
        walk.unknown([line], signs, f"line[{counts['line']}]")
        return line
    counts[name] += 1
    fields = [Tree(leaf=Leaf(name)), *(grow(field, signs) for field in rest)]
    if name in HEADERS:
        fields[1] = Tree(leaf=Leaf(rest[0]))
    if is_segment(name):
        walk.segment(name, fields, signs, f"{name}[{counts[name]}]")
    else:
        walk.unknown(fields[1:], signs, f"{name}[{counts[name]}]")
    return Tree(signs.field, fields)
