"""Set the thresholds of an exported model on notes of kinds it was not trained on.

    python -m training.model.calibrate DEV.jsonl --model DIR

A threshold says how likely a word of this score must really be part of an identifier to be marked. For each
label, the share of identifying words among those of like score is fitted by isotonic regression (a rising
staircase); the threshold is the lowest score whose step reaches the level's wanted share.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from chartveil.redact.model import TokenClassifier
from chartveil.redact.model.spans import Words
from numpy.typing import NDArray

from .classes import LABELS
from .evaluate import predictions
from .notes import Note, read_notes

_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
# Wanted share of identifiers among the words just above the threshold.
LEVELS = {"high": 0.12, "balanced": 0.35, "high-precision": 0.65}
LOWEST, HIGHEST, FEWEST = 0.04, 0.9, 200  # bounds of a threshold; words needed to fit a label of its own

Scored = tuple[NDArray[np.float64], NDArray[np.bool_]]


def thresholds(scored: dict[str, Scored]) -> dict[str, dict[str, float]]:
    """For each level the threshold of each label, from words' scores and whether they identify."""
    pooled = tuple(np.concatenate(part) for part in zip(*scored.values(), strict=True))
    found: dict[str, dict[str, float]] = {level: {} for level in LEVELS}
    for label in LABELS:
        scores, true = scored.get(label, pooled)
        if len(scores) < FEWEST:
            scores, true = pooled
        for level, share in LEVELS.items():
            found[level][label] = round(threshold(scores, true, share), 3)
    return found


def threshold(scores: NDArray[np.float64], true: NDArray[np.bool_], share: float) -> float:
    """Lowest score from which on the fitted share of identifiers is at least `share`."""
    order = np.argsort(scores, kind="stable")
    steps = _staircase(true[order].astype(np.float64))
    high_enough = np.flatnonzero(steps >= share)
    lowest = scores[order][high_enough[0]] if len(high_enough) else HIGHEST
    return float(np.clip(lowest, LOWEST, HIGHEST))


def _staircase(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Isotonic regression by pooling neighbours that fall (Ayer et al. 1955)."""
    means: list[float] = []
    sizes: list[int] = []
    for value in values.tolist():
        mean, size = value, 1
        while means and means[-1] >= mean:
            mean = (means[-1] * sizes[-1] + mean * size) / (sizes[-1] + size)
            size += sizes.pop()
            means.pop()
        means.append(mean)
        sizes.append(size)
    return np.repeat(means, sizes)


def scored_words(predicted: Sequence[tuple[Note, Words]], classes: Sequence[str]) -> dict[str, Scored]:
    """For each label, the scores of the words it is likeliest for, and whether they touch an identifier."""
    rows: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for note, words in predicted:
        true = {place for start, end, _ in note.spans for place in range(start, end)}
        best = words.probabilities[:, 1:].argmax(axis=1) + 1
        scores = 1.0 - words.probabilities[:, 0]
        for word in np.flatnonzero(scores >= LOWEST / 2).tolist():
            touches = not true.isdisjoint(range(int(words.starts[word]), int(words.ends[word])))
            rows[classes[best[word]]].append((float(scores[word]), touches))
    return {label: _columns(pairs) for label, pairs in rows.items()}


def _columns(pairs: Sequence[tuple[float, bool]]) -> Scored:
    return np.array([score for score, _ in pairs]), np.array([touches for _, touches in pairs], np.bool_)


def calibrate(dev: Path, folder: Path) -> None:
    """Write the thresholds into the model's card."""
    model = TokenClassifier(folder)
    found = thresholds(scored_words(predictions(model, read_notes(dev)), model.classes))
    path = folder / "model.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card["thresholds"] = found
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AS_WRITTEN)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    arguments = parser.parse_args()
    calibrate(arguments.dev, arguments.model)


if __name__ == "__main__":
    main()
