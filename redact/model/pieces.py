"""WordPiece (Wu et al. 2016) over single words, greedy longest match first, as the base encoder was trained.

A word is cut without regard to its neighbours, so it is cut once and remembered by the caller. Written
out here because it is a dozen lines, and because exact offsets for any Unicode text then follow from the
word's own place.
"""

from collections.abc import Iterable

from .tokens import folded

LONGEST_WORD = 48  # letters; a longer run (a key, an encoded attachment) becomes the unknown piece
MOST_PIECES = 12  # of one word; what follows is cut off, the word keeps its label as a whole


class WordPieces:
    """Turns a word into piece numbers."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """`vocabulary` holds one piece per item; a piece's number is its position."""
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._numbers["[UNK]"]
        self.first = self._numbers["[CLS]"]
        self.last = self._numbers["[SEP]"]
        self.size = len(self._numbers)

    def cut(self, word: str) -> tuple[int, ...]:
        """Piece numbers of `word`, at least one."""
        letters = folded(word)
        whole = self._numbers.get(letters)
        if whole is not None:
            return (whole,)
        return self._greedy(letters) if letters and len(letters) <= LONGEST_WORD else (self.unknown,)

    def _greedy(self, letters: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(letters) and len(found) < MOST_PIECES:
            end = self._longest(letters, start)
            if end == start:
                return (self.unknown,)
            found.append(self._numbers[_continued(letters, start, end)])
            start = end
        return tuple(found)

    def _longest(self, letters: str, start: int) -> int:
        """End of the longest piece that begins at `start`; `start` itself when there is none."""
        for end in range(len(letters), start, -1):
            if _continued(letters, start, end) in self._numbers:
                return end
        return start


def _continued(letters: str, start: int, end: int) -> str:
    return f"##{letters[start:end]}" if start else letters[start:end]
