"""Reads the compiled dictionary: phrases by their words, codes by their number, families by category."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import cache

BATCH = 500


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """One code: its system, official title (or the project's own wording) and whether it can be billed."""

    code: str
    system: str
    description: str
    billable: bool


@dataclass(frozen=True, slots=True)
class Option:
    """One code that a phrase can mean, for one side, at one weight, under conditions."""

    code: str
    system: str
    side: str
    weight: float
    exact: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One billable code of a category in its default form: what it says, for which side, and its 7th
    characters.

    `wordings` are alternative sets of words; `soft` are words that a more specific code need not hold.
    """

    code: str
    wordings: tuple[frozenset[str], ...]
    soft: frozenset[str]
    side: str
    sevens: str


class Store:
    """Read access to a compiled dictionary; cheap to open, not shared between threads."""

    def __init__(self, path: Path | None = None, *, on_progress: Callable[[str], None] | None = None) -> None:
        self.path = path or cache.compiled(on_progress)
        self._connection = sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, check_same_thread=False)

    def known_words(self, words: Iterable[str]) -> set[str]:
        """Those of the normal forms that some phrase holds."""
        return {row[0] for row in self._many("SELECT word FROM word WHERE word IN", words)}

    def long_words(self, length: int) -> list[str]:
        """Every normal form of at least `length` letters that some phrase holds."""
        query = "SELECT word FROM word WHERE length(word) >= ?"
        return [row[0] for row in self._connection.execute(query, (length,))]

    def phrases(self, anchors: Iterable[str]) -> list[str]:
        """The keys of every phrase whose anchor is one of the words."""
        return [row[0] for row in self._many("SELECT key FROM phrase WHERE anchor IN", anchors)]

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return bool(
            self._connection.execute("SELECT 1 FROM meaning WHERE key = ? LIMIT 1", (key,)).fetchone()
        )

    def meanings(self, key: str) -> tuple[Option, ...]:
        """What a phrase can mean; nothing where there is no such phrase."""
        query = "SELECT code, system, side, weight, exact, cues FROM meaning WHERE key = ?"
        return tuple(
            Option(code, system, side, weight, exact, tuple(cues.split(",")) if cues else ())
            for code, system, side, weight, exact, cues in self._connection.execute(query, (key,))
        )

    def code(self, code: str, system: str) -> CodeInfo | None:
        """What is known of a code, or None if the system has no such code."""
        query = "SELECT description, billable FROM code WHERE code = ? AND system = ?"
        row = self._connection.execute(query, (code, system)).fetchone()
        return None if row is None else CodeInfo(code, system, row[0], bool(row[1]))

    def family(self, category: str) -> list[Member]:
        """The billable codes of a three-character category, in tabular order."""
        query = "SELECT code, wordings, soft, side, sevens FROM family WHERE category = ? ORDER BY code"
        return [
            Member(
                code,
                tuple(frozenset(wording.split()) for wording in wordings.split("|")),
                frozenset(soft.split()),
                side,
                sevens,
            )
            for code, wordings, soft, side, sevens in self._connection.execute(query, (category,))
        ]

    def _many(self, query: str, values: Iterable[str]) -> Iterable[tuple[Any, ...]]:
        wanted = list(values)
        for first in range(0, len(wanted), BATCH):
            part = wanted[first : first + BATCH]
            yield from self._connection.execute(f"{query} ({','.join('?' * len(part))})", part)
