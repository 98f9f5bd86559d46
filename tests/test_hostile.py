"""Hostile input: the cost of redacting grows with the length of a note, never with its square."""

import time

import pytest
from chartveil.redact import Redactor
from chartveil.redact.recognizers import rule_recognizers

REDACTOR = Redactor("tags", recognizers=rule_recognizers())
REDACTOR.redact("Abcdefgh Abcdefgh: Dr. Halloran of Dayton, OH, 3/14/2024.")  # loads the word lists

UNITS = {
    "digits": "1234567890",
    "digits with dots": "1.",
    "digits with dashes": "12-",
    "digits with slashes": "3/",
    "digits with spaces": "55 ",
    "capital words": "Abcdefgh ",
    "one capital word": "Abcdefgh",
    "all capitals": "ABCD ",
    "one word of capitals": "ABCDEF",
    "letters with dots": "a.",
    "parentheses": "(",
    "brackets": "[PERSON",
    "at signs": "a@",
    "colons": "a:",
    "labels": "MRN ",
    "labels with colons": "Patient: ",
    "titles": "Dr. ",
    "hyphens": "Ab-",
    "apostrophes": "O'",
    "commas": "Ab, ",
    "names": "Deirdre Halloran, ",
    "saints": "St. ",
    "months": "May ",
    "month days": "May 3 ",
    "spoken digits": "one ",
    "spaces": "    ",
    "hosts": "www.",
    "facility words": "Center ",
    "lines": "7\n",
    "zero width": "a\u200b",
    "no letters": "\u0301",
    "street words": "12 Abc ",
    "hex": "ab:",
    "mixed": "A1",
}


def seconds(text: str) -> float:
    """Processor time of redacting `text` once; other processes do not count."""
    start = time.process_time()
    REDACTOR.redact(text)
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_cost_grows_with_length(unit: str) -> None:
    """Four times the text costs less than nine times as much; the square would be sixteen."""
    short, long = (unit * (size // len(unit)) for size in (3_000, 12_000))
    assert seconds(long) < 9 * seconds(short) + 0.2
