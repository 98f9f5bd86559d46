"""What a rule found and the model is sure is nothing."""

import numpy as np
import pytest
from chartveil.redact.doubt import DOUBT, undoubted
from chartveil.redact.model.spans import Words
from chartveil.redact.spans import Finding


def words(*scores: float, read: bool = True) -> Words:
    """Words of five letters, one blank apart, with these scores."""
    count = len(scores)
    starts = np.arange(count) * 6
    probabilities = np.array([[1 - score, score] for score in scores], np.float32)
    return Words(starts, starts + 5, probabilities, np.full(count, read))


def finding(label: str, start: int, end: int) -> Finding:
    return Finding(start, end, label, 0.9, "PersonRecognizer")


@pytest.mark.parametrize(
    ("label", "scores", "stays"),
    [
        ("PERSON", (0.01, 0.02), False),
        ("FACILITY", (0.0, 0.0), False),
        ("CITY", (0.04, 0.01), False),
        ("PERSON", (0.01, DOUBT + 0.01), True),
        ("PERSON", (0.9, 0.01), True),
        ("DATE", (0.0, 0.0), True),
        ("MRN", (0.0, 0.0), True),
    ],
)
def test_only_doubted_names_and_places_go(label: str, scores: tuple[float, ...], stays: bool) -> None:
    """One word above the limit keeps the whole span; numbers and dates keep their rules' certainty."""
    spans = [finding(label, 0, 11)]
    assert undoubted(spans, words(*scores)) == (spans if stays else [])


def test_what_the_model_has_not_read_is_not_doubted() -> None:
    """The gate is no opinion, and neither is having no model."""
    spans = [finding("PERSON", 0, 5)]
    assert undoubted(spans, words(0.0, read=False)) == spans
    assert undoubted(spans, None) == spans


def test_a_span_without_words_is_not_doubted() -> None:
    """Marks between words have no score."""
    spans = [finding("PERSON", 5, 6)]
    assert undoubted(spans, words(0.0, 0.0)) == spans


def test_the_limit_can_be_lower_for_what_stands_elsewhere_too() -> None:
    """A name found in one place needs less to be believed in another."""
    spans = [finding("PERSON", 0, 5)]
    assert undoubted(spans, words(0.03)) == []
    assert undoubted(spans, words(0.03), 0.025) == spans
