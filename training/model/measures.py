"""Figures of a redactor on marked notes, as lists for tables; chartveil.evaluate counts."""

from collections import Counter
from collections.abc import Sequence

from chartveil.evaluate import PhiMark
from chartveil.evaluate.phi import NoteCounts, alarm_rate, clean_share, precision, recall, recall_of
from chartveil.evaluate.ratios import Ratio, interval

from .notes import Note


def marks(note: Note) -> tuple[PhiMark, ...]:
    """The spans of a note as the package's evaluation takes them."""
    return tuple(PhiMark(label, ((start, end),)) for start, end, label in note.spans)


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
        figures[label] = [*_row(recall_of(label), notes), totals[label]]
    return figures


def _row(figure: Ratio[NoteCounts], notes: Sequence[NoteCounts]) -> list[float]:
    return [round(number, 4) for number in (figure(notes), *interval(figure, notes))]
