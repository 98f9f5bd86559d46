"""From class probabilities of pieces to spans: whole words, joined where they belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .encoding import Encoded, IntArray

FloatArray = NDArray[np.float32]

# Words of one label are one span over these: nothing but marks inside a run of characters, blanks on one
# line with at most a comma, period, hyphen, ampersand or slash.
_TIE = re.compile(r"[^\w\s]{0,3}|[.,'’)]{0,2}[^\S\r\n\v\f\x85\u2028\u2029]+|[ \t]?[-–&/][ \t]?")
BESIDE = 0.5  # of the limit is enough beside a marked word; see training/model/README.md
_APOSTROPHES = ("'", "’")


@dataclass(frozen=True, slots=True)
class ModelSpan:
    """Code points [start, end) of the note, the label, and the model's certainty that they identify."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a note with their scores; `probabilities` has one row per word, column 0 is "nothing".

    `read` tells the words that were predicted from those that the gate kept from the model.
    """

    starts: IntArray
    ends: IntArray
    probabilities: FloatArray
    read: NDArray[np.bool_]

    def most(self, start: int, end: int) -> float | None:
        """The highest score of the words in [start, end); None where one was not read or none is there."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end))
        if first >= last or not self.read[first:last].all():
            return None
        return float(1.0 - self.probabilities[first:last, 0].min())


def words_of(text: str, note: Encoded, probabilities: FloatArray, read: NDArray[np.bool_]) -> Words:
    """Mean of each token's pieces. Tokens tied by an apostrophe are one word and count as their likeliest
    identifier; a possessive s stays apart. `read` tells which pieces were predicted."""
    sums = np.add.reduceat(probabilities, note.first_piece[:-1], axis=0)
    tokens = (sums / np.diff(note.first_piece)[:, None]).astype(np.float32)
    is_word = np.array([text[start].isalnum() for start in note.starts], np.bool_)
    firsts, lasts = _word_ranges(text, note, is_word)
    chosen = firsts.copy()
    for word in np.flatnonzero(lasts > firsts):
        chosen[word] += tokens[firsts[word] : lasts[word] + 1, 0].argmin()
    return Words(note.starts[firsts], note.ends[lasts], tokens[chosen], read[note.first_piece[:-1]][firsts])


def _word_ranges(text: str, note: Encoded, is_word: NDArray[np.bool_]) -> tuple[IntArray, IntArray]:
    """First and last token of each word."""
    firsts: list[int] = []
    lasts: list[int] = []
    for token in np.flatnonzero(is_word).tolist():
        if lasts and token == lasts[-1] + 2 and _tied(text, note, token):
            lasts[-1] = token
        else:
            firsts.append(token)
            lasts.append(token)
    return np.array(firsts, np.int64), np.array(lasts, np.int64)


def _tied(text: str, note: Encoded, token: int) -> bool:
    start, end = int(note.ends[token - 2]), int(note.starts[token])
    possessive = text[end : int(note.ends[token])] in ("s", "S")
    return not possessive and text[start:end] in _APOSTROPHES


def spans_of(text: str, words: Words, labels: Sequence[str], limits: FloatArray) -> list[ModelSpan]:
    """Spans of the words whose score reaches the limit of their likeliest label.

    A word tied to a marked one of the same label needs only `BESIDE` of the limit, so that an identifier is
    not left half hidden. `labels` are the classes, the first of them "nothing"; `limits` has one per class.
    """
    if not len(words.starts):
        return []
    best = words.probabilities[:, 1:].argmax(axis=1) + 1
    scores = 1.0 - words.probabilities[:, 0]
    spans: list[ModelSpan] = []
    for word in _marked(text, words, best, scores, limits[best]):
        start, end = int(words.starts[word]), int(words.ends[word])
        span = ModelSpan(start, end, labels[best[word]], float(scores[word]))
        if spans and spans[-1].label == span.label and _TIE.fullmatch(text, spans[-1].end, start):
            last = spans.pop()
            span = ModelSpan(last.start, end, span.label, max(last.score, span.score))
        spans.append(span)
    return spans


def _marked(text: str, words: Words, best: IntArray, scores: FloatArray, limits: FloatArray) -> list[int]:
    """Numbers of the marked words, in order."""
    marked = scores >= limits
    likely = scores >= BESIDE * limits
    for step in (1, -1):
        for word in np.flatnonzero(likely & ~marked)[::step].tolist():
            other = word - step
            if 0 <= other < len(scores) and marked[other] and best[other] == best[word]:
                left, right = min(word, other), max(word, other)
                tied = _TIE.fullmatch(text, int(words.ends[left]), int(words.starts[right]))
                marked[word] = tied is not None
    numbers: list[int] = np.flatnonzero(marked).tolist()
    return numbers
