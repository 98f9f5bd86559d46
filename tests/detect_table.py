"""One detector for all tests of codes, and how their tables are read.

A table's row is (text, expected): expected lists "CODE assertion" or "CODE" for each mention, in order.
"""

from functools import cache
from itertools import pairwise

from chartveil.detect import CodeDetector, CodeMention


@cache
def detector() -> CodeDetector:
    """The detector on the built-in dictionary, compiled by the first test that needs it."""
    return CodeDetector()


def mentions(text: str) -> list[CodeMention]:
    """What the detector finds; every mention quotes the text exactly and none overlap."""
    found = detector().detect(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    return found


def codes(text: str) -> list[str]:
    """The code of each mention."""
    return [mention.code for mention in mentions(text)]


def asserted(text: str) -> list[str]:
    """The code and assertion of each mention."""
    return [f"{mention.code} {mention.assertion}" for mention in mentions(text)]
