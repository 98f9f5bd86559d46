"""Cut a long note into overlapping windows of pieces, always the same way for the same note.

A window is a core, whose predictions count, and some context on either side. Cores end at a line break
where one is near, else between two tokens.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import shapes
from .encoding import Encoded

WINDOW = 254  # pieces, without the two marks that stand for the window's beginning and end
CONTEXT = 24  # pieces on either side of a core


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) are read; those of [core_start, core_end) are predicted."""

    start: int
    core_start: int
    core_end: int
    end: int


def cut_windows(note: Encoded, wanted: NDArray[np.bool_] | None = None) -> list[Window]:
    """Windows whose cores cover every token, or at least every token that `wanted` marks."""
    windows: list[Window] = []
    for first, last in _stretches(note, wanted):
        windows.extend(_cut_stretch(note, first, last))
    return windows


def _stretches(note: Encoded, wanted: NDArray[np.bool_] | None) -> list[tuple[int, int]]:
    """Ranges of pieces to predict; ranges that lie closer than their contexts are taken together."""
    total = len(note.pieces)
    if wanted is None:
        return [(0, total)] if total else []
    starts = note.first_piece[:-1][wanted]
    ends = note.first_piece[1:][wanted]
    if not len(starts):
        return []
    far = np.flatnonzero(starts[1:] - ends[:-1] > 2 * CONTEXT)
    return list(zip(starts[np.append(0, far + 1)].tolist(), ends[np.append(far, -1)].tolist(), strict=True))


def _cut_stretch(note: Encoded, first: int, last: int) -> list[Window]:
    total = len(note.pieces)
    windows: list[Window] = []
    while first < last:
        start = max(0, first - CONTEXT)
        if last + CONTEXT <= start + WINDOW or (last == total and last <= start + WINDOW):
            core_end = last
        else:
            core_end = min(last, _best_cut(note, first, start + WINDOW - CONTEXT))
        windows.append(Window(start, first, core_end, min(total, core_end + CONTEXT)))
        first = core_end
    return windows


def _best_cut(note: Encoded, first: int, latest: int) -> int:
    """Token boundary in the last third of [first, latest]: before a blank line, a line, or anything."""
    low = int(np.searchsorted(note.first_piece, first + 2 * (latest - first) // 3))
    high = int(np.searchsorted(note.first_piece, latest, side="right"))
    gaps = note.gaps[low:high]
    for kinds in ((shapes.BLANK_LINE,), (shapes.LINE, shapes.LINE_INDENTED)):
        found = np.flatnonzero(np.isin(gaps, kinds))
        if len(found):
            return int(note.first_piece[low + found[-1]])
    return int(note.first_piece[high - 1])
