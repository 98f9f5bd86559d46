"""Reads the compiled dictionary: phrases by their words, codes by their number, families by category."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from . import cache, standing, years
from .standing import CodeInfo, Edition

BATCH = 500


@dataclass(frozen=True, slots=True)
class Option:
    """One code that a phrase can mean, for one side, at one weight, under conditions: how it must be written,
    and sets of words of which the note must hold one.
    """

    code: str
    system: str
    side: str
    weight: float
    exact: str
    cues: tuple[frozenset[str], ...]


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
        self._years: dict[str, tuple[int, ...]] | None = None

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
            Option(
                code,
                system,
                side,
                weight,
                exact,
                tuple(frozenset(cue.split()) for cue in cues.split(",")) if cues else (),
            )
            for code, system, side, weight, exact, cues in self._connection.execute(query, (key,))
        )

    def code(self, code: str, system: str, day: date | None = None) -> CodeInfo | None:
        """What is known of a code on a day (default: by the newest list), or None if the system has no such
        code in any list.
        """
        query = "SELECT description, billable FROM code WHERE code = ? AND system = ?"
        row = self._connection.execute(query, (code, system)).fetchone()
        if row is None:
            return None
        base = CodeInfo(code, system, row[0], bool(row[1]))
        return standing.on(base, self._editions(code, system), self.years().get(system, ()), day)

    def years(self) -> dict[str, tuple[int, ...]]:
        """The loaded years of each system that has yearly lists, oldest first."""
        if self._years is None:
            rows = self._connection.execute("SELECT system, year FROM listing ORDER BY year").fetchall()
            self._years = {s: tuple(year for system, year in rows if system == s) for s, _ in rows}
        return self._years

    def years_used(self, day: date | None = None) -> dict[str, int]:
        """The year of the list that tells how a system's codes stand on a day (default: the newest)."""
        wanted = years.fiscal_year(day) if day else None
        return {system: years.chosen_year(loaded, wanted) for system, loaded in self.years().items()}

    def earlier(self, code: str) -> str:
        """What was used instead of an ICD-10-CM code before there was such a code, '' where none is known."""
        row = self._connection.execute("SELECT instead FROM before WHERE code = ?", (code,)).fetchone()
        return row[0] if row else ""

    def _editions(self, code: str, system: str) -> list[Edition]:
        query = """SELECT year, billable, description, valid_from, valid_to FROM edition
            WHERE code = ? AND system = ? ORDER BY year"""
        rows = self._connection.execute(query, (code, system))
        return [Edition(year, bool(billable), *told) for year, billable, *told in rows]

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
