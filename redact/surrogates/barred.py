"""What no surrogate may be: a word of the note, what holds a part of an identifier, a surrogate in use."""

import re
from collections.abc import Iterable
from typing import Final

from ..identity import fold
from ..recognizers.name_words import is_plain

WORD: Final = re.compile(r"[^\W_]+")
#: Shorter parts of names stand in other names by chance: "li" in "Collins".
SHORTEST_PART: Final = 3
#: Labels whose words are names; of facilities and addresses only those that are no plain words.
NAMED: Final = frozenset({"PERSON", "CITY"})
PARTLY_NAMED: Final = frozenset({"FACILITY", "ADDRESS"})


class NoSurrogate(Exception):
    """Every candidate is barred."""


class Barred:
    """The words and numbers that the surrogates of one note keep clear of."""

    def __init__(self, values: Iterable[tuple[str, str]], text: str) -> None:
        self._text = text.casefold()
        self._words = frozenset(fold(word) for word in WORD.findall(text))
        given = list(values)
        self._parts = frozenset(part for label, value in given for part in _parts(label, value))
        self._whole = frozenset(fold(value) for _, value in given)
        self._taken: set[str] = set()

    def allows(self, name: str) -> bool:
        """Whether a name may be handed out."""
        folded = fold(name)
        words = {folded, *(fold(word) for word in WORD.findall(name))}
        return (
            bool(folded)
            and words.isdisjoint(self._words)
            and folded not in self._taken
            and not any(part in folded for part in self._parts)
        )

    def allows_number(self, number: str) -> bool:
        """Whether a number or code, with its punctuation, may be handed out."""
        folded = fold(number)
        return (
            folded not in self._words
            and folded not in self._taken
            and folded not in self._whole
            and (len(number) < 4 or number.casefold() not in self._text)
        )

    def names_something(self, value: str) -> bool:
        """Whether a value is, as a whole, an identifier of the note."""
        return fold(value) in self._whole

    def take(self, name: str) -> str:
        """Hand a name or number out, so that nothing else gets it."""
        self._taken.add(fold(name))
        return name


def _parts(label: str, value: str) -> Iterable[str]:
    if label in NAMED or label in PARTLY_NAMED:
        for word in WORD.findall(value):
            if len(word) >= SHORTEST_PART and (label in NAMED or not is_plain(word)):
                yield fold(word)
