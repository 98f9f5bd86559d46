"""Measure an exported model on marked notes.

python -m training.model.evaluate NOTES.jsonl [--model DIR] [--threshold 0.5] [--curve] [--show 20]
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from chartveil.evaluate.phi import NoteCounts, alarm_rate, count_note, must_hide, precision, recall
from chartveil.redact.model import TokenClassifier
from chartveil.redact.model.spans import Words, spans_of

from .measures import marks, report
from .notes import Note, read_notes

_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
CURVE = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def predictions(model: TokenClassifier, notes: Iterable[Note]) -> list[tuple[Note, Words]]:
    """Each note with the probabilities of its words, so that thresholds can be tried anew."""
    return [(note, model.words(note.text)) for note in notes]


def counts_at(
    model: TokenClassifier, predicted: Sequence[tuple[Note, Words]], thresholds: str | float
) -> list[NoteCounts]:
    """Counts of every note at the given thresholds."""
    limits = model.limits(thresholds)
    return [
        count_note(
            note.text,
            marks(note),
            [(span.start, span.end) for span in spans_of(note.text, words, model.classes, limits)],
        )
        for note, words in predicted
    ]


def curve(model: TokenClassifier, predicted: Sequence[tuple[Note, Words]]) -> dict[str, list[float]]:
    """For each threshold: recall, precision, false alarms per 1,000 words."""
    rows = {}
    for threshold in CURVE:
        counts = counts_at(model, predicted, threshold)
        row = (recall(counts), precision(counts), alarm_rate(counts))
        rows[f"at {threshold}"] = [round(number, 4) for number in row]
    return rows


def show_errors(
    model: TokenClassifier, predicted: Sequence[tuple[Note, Words]], thresholds: str | float, most: int
) -> None:
    """Print leaks and false alarms with their surroundings. For made-up notes only: it prints their text."""
    limits = model.limits(thresholds)
    leaks: list[str] = []
    alarms: list[str] = []
    for note, words in predicted:
        spans = spans_of(note.text, words, model.classes, limits)
        hidden = {place for span in spans for place in range(span.start, span.end)}
        true = {place for start, end, _ in note.spans for place in range(start, end)}
        leaks += [
            f"LEAK {note.kind} {mark.label} {_context(note.text, *mark.parts[0])}"
            for mark in marks(note)
            if not must_hide(note.text, mark) <= hidden
        ]
        alarms += [
            f"ALARM {note.kind} {span.label} {span.score:.2f} {_context(note.text, span.start, span.end)}"
            for span in spans
            if true.isdisjoint(range(span.start, span.end))
        ]
    rng = np.random.default_rng(1)
    for rows in (leaks, alarms):
        chosen = rng.permutation(len(rows))[:most]
        sys.stdout.writelines(f"{rows[number]}\n" for number in chosen)


def _context(text: str, start: int, end: int) -> str:
    shown = f"{text[max(0, start - 40) : start]}[[{text[start:end]}]]{text[end : end + 30]}"
    return shown.replace("\n", "⏎")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AS_WRITTEN)
    parser.add_argument("notes", type=Path)
    parser.add_argument("--model", type=Path, help="folder of the exported model; else the package's own")
    parser.add_argument("--threshold", type=float, help="one for all labels; the calibrated ones by default")
    parser.add_argument("--curve", action="store_true", help="figures at a row of thresholds")
    parser.add_argument("--show", type=int, default=0, help="print this many leaks and false alarms")
    arguments = parser.parse_args()
    model = TokenClassifier(arguments.model)
    predicted = predictions(model, read_notes(arguments.notes))
    chosen = "balanced" if arguments.threshold is None else arguments.threshold
    show_errors(model, predicted, chosen, arguments.show)
    figures = report(counts_at(model, predicted, chosen))
    sys.stdout.writelines(f"{name}: {json.dumps(row)}\n" for name, row in figures.items())
    if arguments.curve:
        rows = curve(model, predicted).items()
        sys.stdout.writelines(f"{name}: {json.dumps(row)}\n" for name, row in rows)


if __name__ == "__main__":
    main()
