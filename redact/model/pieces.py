"""WordPiece (Wu et al. 2016) over single words, greedy longest match first, as the base encoder was trained.

A word is cut without regard to its neighbours, so it is cut once and remembered by the caller, and exact
offsets for any Unicode text follow from the word's own place.
"""

from collections.abc import Iterable

from tokenizers import Tokenizer, models

from .tokens import folded

LONGEST_WORD = 48  # letters; a longer run (a key, an encoded attachment) becomes the unknown piece
MOST_PIECES = 12  # of one word; what follows is cut off, the word keeps its label as a whole


class WordPieces:
    """Turns a word into piece numbers."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """`vocabulary` holds one piece per item; a piece's number is its position."""
        numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._cutter = Tokenizer(
            models.WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=LONGEST_WORD)
        )
        self.unknown = numbers["[UNK]"]
        self.first = numbers["[CLS]"]
        self.last = numbers["[SEP]"]
        self.size = len(numbers)

    def cut(self, word: str) -> tuple[int, ...]:
        """Piece numbers of `word`, at least one."""
        letters = folded(word).encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no text
        pieces = self._cutter.encode(letters).ids[:MOST_PIECES]
        return tuple(pieces) or (self.unknown,)
