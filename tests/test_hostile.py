"""Hostile input: the cost of redacting grows with the length of a note, never with its square."""

import sys
import time
from pathlib import Path

import pytest
from chartveil.redact import Redactor
from chartveil.redact.recognizers import rule_recognizers

sys.path.append(str(Path(__file__).parents[1]))

from benchmarks.hostile import UNITS, growth, hostile

REDACTOR = Redactor("tags", recognizers=rule_recognizers())
REDACTOR.redact("Abcdefgh Abcdefgh: Dr. Halloran of Dayton, OH, 3/14/2024.")  # loads the word lists


def seconds(text: str) -> float:
    """Processor time of redacting `text` once; other processes do not count."""
    start = time.process_time()
    REDACTOR.redact(text)
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_cost_grows_with_length(unit: str) -> None:
    """Four times the text costs less than nine times as much; the square would be sixteen."""
    short, long = (hostile(unit, size) for size in (3_000, 12_000))
    assert seconds(long) < 9 * seconds(short) + 0.2


def test_growth_is_the_power_of_the_length() -> None:
    """1 for cost that grows as the length does, 2 for its square, nothing where it is too small to tell."""
    assert growth([0.1, 0.4], [1000, 4000]) == pytest.approx(1)
    assert growth([0.1, 1.6], [1000, 4000]) == pytest.approx(2)
    assert growth([0.001, 0.4], [1000, 4000]) is None
