"""Figures of a redactor on marked notes, with bootstrap intervals.

An item is caught when every letter and digit of it is marked, whatever the label; the little words of a
name ("of", "the") may stay. Precision counts letters and digits. A false alarm is a marked span that
touches no item. A clean note has no item left over.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

Span = tuple[int, int, str]
_LITTLE = re.compile(r"\b(?:the|of|and|at|in|on|to)\b", re.IGNORECASE)
RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class NoteCounts:
    """What one note adds to the figures; `items` and `caught` count by label."""

    items: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    marked: int = 0  # letters and digits
    right: int = 0
    false_alarms: int = 0
    words: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing was left over."""
        return self.items.total() == self.caught.total()


Figure = Callable[[Sequence[NoteCounts]], float]


def count_note(text: str, gold: Sequence[Span], predicted: Iterable[tuple[int, int]]) -> NoteCounts:
    """Compare the spans found in one note with its marks."""
    found = list(predicted)
    hidden = {place for start, end in found for place in range(start, end)}
    true = {place for start, end, _ in gold for place in range(start, end)}
    marked = {place for place in hidden if text[place].isalnum()}
    counts = NoteCounts(
        marked=len(marked),
        right=len(marked & true),
        false_alarms=sum(true.isdisjoint(range(start, end)) for start, end in found),
        words=len(text.split()),
    )
    for start, end, label in gold:
        counts.items[label] += 1
        counts.caught[label] += must_hide(text, start, end) <= hidden
    return counts


def must_hide(text: str, start: int, end: int) -> set[int]:
    """Places of the letters and digits of an item that may not be seen."""
    little = {
        start + place
        for match in _LITTLE.finditer(text[start:end])
        for place in range(match.start(), match.end())
    }
    return {place for place in range(start, end) if text[place].isalnum()} - little


def recall(notes: Sequence[NoteCounts], label: str | None = None) -> float:
    """Share of items caught, of one label or of all."""
    if label is not None:
        items, caught = sum(n.items[label] for n in notes), sum(n.caught[label] for n in notes)
    else:
        items, caught = sum(n.items.total() for n in notes), sum(n.caught.total() for n in notes)
    return caught / items if items else 1.0


def precision(notes: Sequence[NoteCounts]) -> float:
    """Share of the marked letters and digits that identify."""
    marked = sum(note.marked for note in notes)
    return sum(note.right for note in notes) / marked if marked else 1.0


def alarm_rate(notes: Sequence[NoteCounts]) -> float:
    """False alarms per 1,000 words."""
    return 1000 * sum(note.false_alarms for note in notes) / max(1, sum(note.words for note in notes))


def clean_share(notes: Sequence[NoteCounts]) -> float:
    """Share of notes with nothing left over."""
    return sum(note.clean for note in notes) / max(1, len(notes))


def interval(figure: Figure, notes: Sequence[NoteCounts], seed: int = 1) -> tuple[float, float]:
    """95% interval of `figure` when whole notes are drawn again with replacement."""
    rng = np.random.default_rng(seed)
    draws = rng.integers(0, len(notes), (RESAMPLES, len(notes)))
    low, high = np.quantile([figure([notes[i] for i in draw]) for draw in draws], (0.025, 0.975))
    return float(low), float(high)


def report(notes: Sequence[NoteCounts]) -> dict[str, list[float]]:
    """All figures, each as [value, low, high]; each label's recall as [value, low, high, items]."""
    if not notes:
        raise ValueError("no notes to measure")
    totals: Counter[str] = sum((note.items for note in notes), Counter())
    figures: dict[str, list[float]] = {
        "notes, words, items": [len(notes), sum(note.words for note in notes), totals.total()],
        "recall": _row(recall, notes),
        "precision": _row(precision, notes),
        "false alarms per 1,000 words": _row(alarm_rate, notes),
        "clean notes": _row(clean_share, notes),
    }
    for label in sorted(totals):
        figures[label] = [*_row(partial(recall, label=label), notes), totals[label]]
    return figures


def _row(figure: Figure, notes: Sequence[NoteCounts]) -> list[float]:
    return [round(number, 4) for number in (figure(notes), *interval(figure, notes))]
