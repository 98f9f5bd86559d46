"""The figures by which a model is judged, and the thresholds that are set from them."""

import sys
from pathlib import Path

import numpy as np
import pytest
from chartveil.evaluate import PhiMark
from chartveil.evaluate.phi import alarm_rate, clean_share, count_note, precision, recall, recall_of
from chartveil.evaluate.ratios import interval

sys.path.insert(0, str(Path(__file__).parent.parent))

from training.model.calibrate import LEVELS, threshold, thresholds
from training.model.measures import report

TEXT = "Seen at House of Hope by Ann Lee on 3/12 with fever."
GOLD = [
    PhiMark("FACILITY", ((8, 21),)),
    PhiMark("PERSON", ((25, 32),)),
    PhiMark("DATE", ((36, 40),)),
]


@pytest.mark.parametrize(
    ("found", "caught", "marked", "right", "alarms"),
    [
        ([(8, 21), (25, 32), (36, 40)], 3, 20, 20, 0),
        ([(8, 13), (17, 21), (25, 32)], 2, 15, 15, 0),
        ([(25, 28)], 0, 3, 3, 0),
        ([(22, 32), (46, 51)], 1, 13, 6, 1),
        ([], 0, 0, 0, 0),
    ],
)
def test_counts_of_a_note(
    found: list[tuple[int, int]], caught: int, marked: int, right: int, alarms: int
) -> None:
    """Little words may stay, half an item is a leak, letters and digits are what precision counts."""
    counts = count_note(TEXT, GOLD, found)
    assert counts.items.total() == 3
    assert (counts.caught.total(), counts.marked, counts.right, counts.false_alarms) == (
        caught,
        marked,
        right,
        alarms,
    )
    assert counts.clean == (caught == 3)


def test_figures_of_several_notes() -> None:
    """Recall, precision, alarms and clean notes over two notes, with intervals around them."""
    notes = [count_note(TEXT, GOLD, [mark.parts[0] for mark in GOLD]), count_note(TEXT, GOLD, [(46, 51)])]
    assert recall(notes) == 0.5
    assert recall_of("PERSON")(notes) == 0.5
    assert precision(notes) == 20 / 25
    assert alarm_rate(notes) == pytest.approx(1000 / 24)
    assert clean_share(notes) == 0.5
    low, high = interval(recall, notes)
    assert 0 <= low <= 0.5 <= high <= 1
    assert report(notes)["DATE"][-1] == 2


def test_no_notes_have_no_figures() -> None:
    """An empty set is a mistake of the caller."""
    with pytest.raises(ValueError, match="no notes"):
        report([])


def test_threshold_lies_where_identifiers_begin() -> None:
    """With scores that separate the two kinds, the threshold is the lowest identifier's score."""
    scores = np.linspace(0, 1, 101)
    assert threshold(scores, scores >= 0.6, 0.5) == pytest.approx(0.6)


def test_threshold_rises_with_the_wanted_share() -> None:
    """Where the kinds overlap, asking for more certainty marks less."""
    rng = np.random.default_rng(1)
    scores = rng.uniform(0, 1, 5000)
    true = rng.uniform(0, 1, 5000) < scores
    low, middle, high = (threshold(scores, true, share) for share in (0.1, 0.4, 0.7))
    assert low < middle < high
    assert middle == pytest.approx(0.4, abs=0.1)


def test_every_level_has_every_label() -> None:
    """A label that was hardly seen takes the threshold of all words together."""
    scores = np.linspace(0, 1, 301)
    found = thresholds({"PERSON": (scores, scores > 0.5), "IP": (scores[:3], scores[:3] > 2)})
    assert found.keys() == LEVELS.keys()
    assert len(found["high"]) == 20
    assert found["balanced"]["IP"] == found["balanced"]["VEHICLE"]
