"""What seeing no miss at all can rule out, at 95%."""

from math import comb

DOUBT = 0.05


def ruled_out(seen: int) -> float:
    """The highest rate that `seen` things without one miss leave possible: 1 - 0.05 ** (1 / seen).

    The rule of three, 3 / seen, is its approximation. 1.0 for none seen.
    """
    return 1 - DOUBT ** (1 / seen) if seen else 1.0


def most_left(seen: int, total: int) -> int:
    """The most misses that may lie among `total` things of which `seen`, drawn at random, had none.

    Exact for a finite population: of more misses than this, a draw would show at least one 19 times in 20.
    """
    low, high = 0, total - seen
    while low < high:
        middle = (low + high + 1) // 2
        if _none_shown(middle, seen, total) >= DOUBT:
            low = middle
        else:
            high = middle - 1
    return low


def _none_shown(misses: int, seen: int, total: int) -> float:
    """The chance that a draw without replacement shows none of the misses."""
    return comb(total - misses, seen) / comb(total, seen)
