"""Stretches of a note in which no phrase is looked for: headings and codes that are written out."""

from bisect import bisect_left
from collections.abc import Iterable


class Blocked:
    """Spans of offsets, joined where they meet, so that one look tells whether a stretch touches any."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._lows: list[int] = []
        self._highs: list[int] = []
        for low, high in sorted(spans):
            if self._highs and low <= self._highs[-1]:
                self._highs[-1] = max(self._highs[-1], high)
            else:
                self._lows.append(low)
                self._highs.append(high)

    def touches(self, start: int, end: int) -> bool:
        """Whether `start` to `end` (exclusive) shares a character with a span."""
        place = bisect_left(self._lows, end)
        return place > 0 and self._highs[place - 1] > start
