"""Cuts notes into raw tokens as `dictionaries.words` does, each piece of text between blanks only once.

Its pattern takes much of the time that reading a note costs, while the pieces between blanks are mostly the
same in all notes. A few tokens depend on what stands past a blank ("hepatitis A", "T and A", "H. pylori", a
word broken at the line's end): a note that may hold one is cut as a whole.
"""

import re
from itertools import accumulate, chain, compress, count, pairwise

from ..dictionaries.words import APART, SPECIES, cut

LIMIT = 200_000
#: A word broken at a line's end.
BROKEN = re.compile(r"-[ \t]*\r?\n[ \t]*[a-z]")
#: A piece that begins or ends with a single letter: only such a one can have a part in a token over a blank,
#: where one stands before it that ends in LED, or one after it that begins with FOLLOWED or is an "and".
LONE = re.compile(r"[^\W\d_](?!\w)|(?:.*\W)?[^\W\d_][.&]?\Z", re.S)
LED = re.compile(rf"(?:{'|'.join(APART)})\Z", re.I)
FOLLOWED = re.compile(rf"&|{SPECIES}", re.I)


class Pieces:
    """Cuts texts; keeps the tokens of each piece, and how far each is from the next one."""

    def __init__(self) -> None:
        self._raws: dict[str, list[str]] = {}
        self._widths: dict[str, list[int]] = {}
        self._lone: set[str] = set()
        self._led: set[str] = set()
        self._followed: set[str] = set()

    def cut(self, text: str) -> tuple[list[str], list[int]]:
        """The raw tokens of a text and their offsets: what `words.cut` gives."""
        pieces = text.replace("\n", " ").split(" ")
        try:
            raws = list(chain.from_iterable(map(self._raws.__getitem__, pieces)))
        except KeyError:
            self._learn(pieces)
            raws = list(chain.from_iterable(map(self._raws.__getitem__, pieces)))
        if self._leans(pieces) or BROKEN.search(text):
            return cut(text)
        widths = chain.from_iterable(map(self._widths.__getitem__, pieces))
        return list(filter(None, raws)), list(compress(accumulate(widths, initial=0), raws))

    def _learn(self, pieces: list[str]) -> None:
        if len(self._raws) > LIMIT:
            for kept in (self._raws, self._widths, self._lone, self._led, self._followed):
                kept.clear()
        for piece in set(pieces).difference(self._raws):
            raws, begins = cut(piece)
            if begins[:1] != [0]:  # what is no token at the start counts as an empty one
                raws, begins = ["", *raws], [0, *begins]
            self._raws[piece] = raws
            self._widths[piece] = [high - low for low, high in pairwise((*begins, len(piece) + 1))]
            self._lone.update([piece] if LONE.match(piece) else ())
            self._led.update([piece] if LED.search(piece) else ())
            self._followed.update([piece] if FOLLOWED.match(piece) else ())

    def _leans(self, pieces: list[str]) -> bool:
        """Whether a token may reach over a blank, or what is one depend on what stands past it."""
        lone, led, followed = self._lone, self._led, self._followed
        beside = ["", *pieces, "", ""]
        for place in compress(count(1), map(lone.__contains__, pieces)):
            after = beside[place + 1]
            if beside[place - 1] in led or after in followed or beside[place][-1] == "&":
                return True
            if after == "and" and beside[place + 2] in lone:
                return True
        return False
