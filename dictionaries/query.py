"""Reads the words of a search: each becomes a group of what it may stand for, the likeliest first.

A word is taken as it is where the library knows it. Else it is cut in two, taken apart into its Greek and
Latin roots, or mended. Neighbours that the library writes as one word ("heat stroke") are joined as well.
"""

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from . import roots
from .respell import Respeller
from .search_words import KIND_STEMS, SIDES, Term, stem, terms

#: How much a reading counts that isn't the word itself.
JOINED, SPLIT, APART = 0.98, 0.96, 0.85
#: The weight of a word that the library doesn't know at all.
UNKNOWN = 8.0
#: The most that a number weighs: "type 6" is less than what it is a type of.
NUMBER = 3.0
#: A long query: the words after these are left out.
MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Alternative:
    """What a word may stand for: stems with their weights, and how likely it does, 0 to 1."""

    weights: tuple[tuple[str, float], ...]
    likeness: float
    read_as: str = ""

    @property
    def stems(self) -> frozenset[str]:
        """Its stems."""
        return frozenset(stem for stem, _ in self.weights)

    def expression(self) -> str:
        """The full-text query for all its stems."""
        said = " AND ".join(f'"{stem}"' for stem, _ in self.weights)
        return f"({said})" if len(self.weights) > 1 else said


@dataclass(frozen=True, slots=True)
class Group:
    """One word of the query: its alternatives, its weight, and whether phrases may do without it."""

    word: str
    alternatives: tuple[Alternative, ...]
    weight: float
    optional: bool

    def expression(self) -> str:
        """The full-text query for any of its alternatives."""
        return "(" + " OR ".join(alternative.expression() for alternative in self.alternatives) + ")"

    def note(self) -> str:
        """How the word was read, where not as it stands."""
        first = self.alternatives[0].read_as if self.alternatives else ""
        return f"{self.word} read as {first}" if first else ""


class Reader:
    """Reads queries against the vocabulary of one library."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._respeller = Respeller(connection)
        self._weight = lru_cache(maxsize=8192)(self._read_weight)

    def _read_weight(self, stem: str) -> float:
        row = self._connection.execute("SELECT weight FROM vocabulary WHERE stem = ?", (stem,)).fetchone()
        return row[0] if row else 0.0

    def groups(self, words: str) -> list[Group]:
        """The groups of a query's words, in order."""
        said = terms(words)[:MOST_WORDS]
        joined = {pair: self._joined(*pair) for pair in pairwise(said)}
        groups = []
        for place, term in enumerate(said):
            found = self._readings(term)
            for pair in pairwise(said[max(0, place - 1) : place + 2]):
                found.extend(joined[pair])
            groups.append(self._group(term, found))
        return groups

    def _group(self, term: Term, found: list[Alternative]) -> Group:
        own = self._weight(term.stem)
        weight = own or max(
            (max(w for _, w in alternative.weights) for alternative in found), default=UNKNOWN
        )
        numbered = len(term.stem) < 3 and not term.stem.isalpha()
        weight = min(weight, NUMBER) if numbered else weight
        optional = numbered or term.stem in KIND_STEMS or term.stem in SIDES.values()
        return Group(term.form, tuple(sorted(found, key=lambda a: -a.likeness)), weight, optional)

    def _readings(self, term: Term) -> list[Alternative]:
        own = self._alternative([term.stem], 1.0)
        if own is not None:
            return [own]
        return [*self._split(term.form), *self._apart(term.form), *self._mended(term.form)]

    def _alternative(self, stems: list[str], likeness: float, read_as: str = "") -> Alternative | None:
        weights = tuple((one, self._weight(one)) for one in dict.fromkeys(stems))
        return Alternative(weights, likeness, read_as) if all(weight for _, weight in weights) else None

    def _joined(self, one: Term, other: Term) -> list[Alternative]:
        whole = stem(one.form + other.form)
        found = self._alternative([whole], JOINED) if one.form.isalpha() and other.form.isalpha() else None
        return [found] if found else []

    def _split(self, word: str) -> list[Alternative]:
        for cut in range(len(word) - 4, 3, -1):
            found = self._alternative(
                [stem(word[:cut]), stem(word[cut:])], SPLIT, f"{word[:cut]} {word[cut:]}"
            )
            if found is not None and word.isalpha():
                return [found]
        return []

    def _apart(self, word: str) -> list[Alternative]:
        meant = roots.parts(word)
        found = self._alternative([stem(one) for one in meant], APART, " ".join(meant)) if meant else None
        return [found] if found else []

    def _mended(self, word: str) -> list[Alternative]:
        found = []
        if word.isalpha() and len(word) > 3:
            for form, its_stem, likeness in self._respeller.like(word):
                alternative = self._alternative([its_stem], likeness, form)
                if alternative is not None:
                    found.append(alternative)
        return found
