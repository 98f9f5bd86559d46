"""Figures that are sums over notes, with intervals."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

C = TypeVar("C")
Counted = TypeVar("Counted", contravariant=True)
Floats = npt.NDArray[np.float64]
RESAMPLES = 1000


class Figure(Protocol[Counted]):
    """A number over the counts of notes."""

    @property
    def parts(self) -> tuple[Callable[[Counted], float], ...]:
        """What is summed over the notes."""

    def of(self, sums: Floats) -> Floats:
        """The figure of each row of sums, one column a part; NaN where nothing is counted."""


@dataclass(frozen=True, slots=True)
class Ratio(Generic[C]):
    """One sum over another, times `scale`. Call it with the counts of notes."""

    above: Callable[[C], float]
    below: Callable[[C], float]
    scale: float = 1.0

    @property
    def parts(self) -> tuple[Callable[[C], float], ...]:
        """See Figure."""
        return self.above, self.below

    def of(self, sums: Floats) -> Floats:
        """See Figure."""
        with np.errstate(invalid="ignore", divide="ignore"):
            ratio: Floats = np.where(sums[:, 1] > 0, self.scale * sums[:, 0] / sums[:, 1], np.nan)
        return ratio

    def __call__(self, notes: Sequence[C]) -> float:
        return value(self, notes)


@dataclass(frozen=True, slots=True)
class Harmonic(Generic[C]):
    """The harmonic mean of two ratios (F1); 0 where both are 0."""

    one: Ratio[C]
    other: Ratio[C]

    @property
    def parts(self) -> tuple[Callable[[C], float], ...]:
        """See Figure."""
        return *self.one.parts, *self.other.parts

    def of(self, sums: Floats) -> Floats:
        """See Figure."""
        one, other = self.one.of(sums[:, :2]), self.other.of(sums[:, 2:])
        total = one + other
        mean: Floats = 2 * one * other / np.where(total == 0, 1, total)
        return mean

    def __call__(self, notes: Sequence[C]) -> float:
        return value(self, notes)


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its 95% interval; NaN where there is nothing to count."""

    value: float
    low: float
    high: float

    def to_list(self) -> list[float | None]:
        """For JSON: [value, low, high], None for NaN, to six places."""
        return [None if math.isnan(number) else round(number, 6) for number in _row(self)]


def value(figure: Figure[C], notes: Sequence[C]) -> float:
    """The figure over all notes."""
    return float(figure.of(_columns(figure, notes).sum(axis=0, keepdims=True))[0])


def interval(figure: Figure[C], notes: Sequence[C], seed: int = 1) -> tuple[float, float]:
    """95% interval of `figure` when whole notes are drawn again with replacement."""
    columns, rng = _columns(figure, notes), np.random.default_rng(seed)
    count = len(columns)
    sums = np.array([columns[rng.integers(0, count, count)].sum(axis=0) for _ in range(RESAMPLES)])
    drawn = figure.of(sums)
    drawn = drawn[~np.isnan(drawn)]
    if not len(drawn):
        return math.nan, math.nan
    low, high = np.quantile(drawn, (0.025, 0.975))
    return float(low), float(high)


def measured(figure: Figure[C], notes: Sequence[C], seed: int = 1) -> Measured:
    """A figure with its interval."""
    return Measured(value(figure, notes), *interval(figure, notes, seed))


def _columns(figure: Figure[C], notes: Sequence[C]) -> Floats:
    return np.array([[part(note) for part in figure.parts] for note in notes], dtype=np.float64)


def _row(measured: Measured) -> tuple[float, float, float]:
    return measured.value, measured.low, measured.high
