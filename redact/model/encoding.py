"""A note as the model reads it: piece numbers and feature rows, with each token's place in the text.

Everything is computed over the whole note, so a window of it carries the same numbers however the note
is cut.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from . import lexicon, shapes
from .pieces import WordPieces
from .tokens import token_offsets

# Feature tables in the order of the columns of `Encoded.features`: name and number of rows.
COLUMNS = (
    ("shape", shapes.SHAPES),
    ("before", shapes.GAPS),
    ("after", shapes.GAPS),
    ("pattern", shapes.PATTERNS),
    ("case", shapes.CASES),
    ("lists", lexicon.ROWS),
)
_MOST_REMEMBERED = 200_000  # words, chunks: emptied when full, so that a long run stays small

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoded:
    """Arrays over tokens (`starts`, `ends`, `gaps`, `first_piece`) and over pieces (`pieces`, `features`).

    `gaps` has one entry more than there are tokens: the kind of white space before each token, and the
    end. `first_piece[i]` is the number of pieces before token i, with the total at the end.
    """

    starts: IntArray
    ends: IntArray
    gaps: IntArray
    first_piece: IntArray
    pieces: IntArray
    features: IntArray

    def within(self, stretches: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
        """For each token, whether it begins in one of `stretches`, which are sorted and apart."""
        bounds = np.array(stretches, np.int64).reshape(-1)
        inside: NDArray[np.bool_] = np.searchsorted(bounds, self.starts, side="right") % 2 == 1
        return inside


class NoteEncoder:
    """Encodes notes; remembers words it has cut, in memory only."""

    def __init__(self, words: WordPieces, lists: Callable[[str], int] = lexicon.lexical_bits) -> None:
        """`lists` gives the row of the table "lists" for a word."""
        self._words = words
        self._lists = lists
        self._known: dict[str, tuple[tuple[int, ...], int, int]] = {}
        self._patterns: dict[str, int] = {}
        self._gaps: dict[str, int] = {}

    def encode(self, text: str) -> Encoded:
        """All tokens of `text` with their pieces and features."""
        offsets = token_offsets(text)
        known = [self._word(text[start:end]) for start, end in offsets]
        gaps = self._gap_kinds(text, offsets)
        counts = np.array([len(pieces) for pieces, _, _ in known], np.int64)
        places = np.array(offsets, np.int64).reshape(-1, 2)
        starts, ends = places[:, 0], places[:, 1]
        case = shapes.note_case(text)
        columns = (
            np.array([shape for _, shape, _ in known], np.int64),
            gaps[: len(offsets)],
            gaps[1:],
            _per_run(text, starts, ends, gaps == shapes.NOTHING, self._pattern),
            _per_run(text, starts, ends, same_line(gaps), lambda line: shapes.case_row(line, case)),
            np.array([lists for _, _, lists in known], np.int64),
        )
        return Encoded(
            starts=starts,
            ends=ends,
            gaps=gaps,
            first_piece=np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
            pieces=np.array([piece for pieces, _, _ in known for piece in pieces], np.int64),
            features=np.repeat(np.stack(columns, axis=1), counts, axis=0),
        )

    def _word(self, word: str) -> tuple[tuple[int, ...], int, int]:
        entry = self._known.get(word)
        if entry is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            if word[0].isalnum():
                entry = self._words.cut(word), shapes.word_shape(word), self._lists(word)
            else:  # a ruler of dashes is read as one dash
                entry = self._words.cut(word[0]), shapes.word_shape(word), 0
            self._known[word] = entry
        return entry

    def _pattern(self, chunk: str) -> int:
        row = self._patterns.get(chunk)
        if row is None:
            if len(self._patterns) >= _MOST_REMEMBERED:
                self._patterns.clear()
            row = self._patterns[chunk] = shapes.pattern_row(chunk)
        return row

    def _gap(self, gap: str) -> int:
        kind = self._gaps.get(gap)
        if kind is None:
            kind = shapes.gap_kind(gap)
            if len(self._gaps) < 1000:
                self._gaps[gap] = kind
        return kind

    def _gap_kinds(self, text: str, offsets: list[tuple[int, int]]) -> IntArray:
        """Kinds of the gaps before, between and after the tokens; one more than tokens, or just the end."""
        between = [self._gap(text[left[1] : right[0]]) for left, right in pairwise(offsets)]
        edges = [shapes.EDGE] if offsets else []
        return np.array([*edges, *between, shapes.EDGE], np.int64)


def same_line(gaps: IntArray) -> NDArray[np.bool_]:
    """For each gap, whether the tokens on its two sides stand on one line."""
    return np.isin(gaps, (shapes.NOTHING, shapes.SPACE, shapes.WIDE))


def _per_run(
    text: str, starts: IntArray, ends: IntArray, joined: NDArray[np.bool_], row: Callable[[str], int]
) -> IntArray:
    """`row` of the text of each run of tokens that `joined` ties together, repeated for its tokens."""
    if not len(starts):
        return np.zeros(0, np.int64)
    firsts = np.flatnonzero(~joined[:-1])
    lasts = np.append(firsts[1:], len(starts)) - 1
    runs = zip(starts[firsts].tolist(), ends[lasts].tolist(), strict=True)
    rows = [row(text[start:end]) for start, end in runs]
    return np.repeat(np.array(rows, np.int64), lasts - firsts + 1)
