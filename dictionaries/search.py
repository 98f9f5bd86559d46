"""Search in plain words: which codes are meant, best first, and why.

The full text gives the phrases that hold the words of the query: all of them, all but one, or the weightiest.
Each phrase is scored by the weight of the words that both sides share, each code by its best phrase.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from ..errors import UsageError
from . import years
from .library import Library, compiled
from .library_words import mark
from .query import Group, Reader
from .records import ICD10CM, SYSTEMS, CodeRecord

#: A phrase that says much more than the query keeps at least this share of its score.
BREVITY = 0.5
#: How hard it weighs that words of the query are missing in the phrase.
MISSING = 1.4
#: How much likeness of spelling and order decides between phrases of the same words.
ORDER = 0.03
SHORTLIST, FEWER, LEAST = 160, 80, 40
MOST_GROUPS = 7
#: Each further code of a category counts this much less, so that a short list shows other categories too.
SAME_CATEGORY = 0.97
CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A code that a search found: its title, `score` from 0 to 1, and `reason`, the words that led to it.

    `year` is the fiscal year of the list it is from, 0 for systems without yearly lists.
    """

    code: str
    system: str
    title: str
    score: float
    reason: str
    billable: bool
    year: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What a search may give: codes of one system, of one chapter (as the library numbers them), billable."""

    system: str = ""
    chapter: str = ""
    billable: bool = False
    year: int | None = None


ANY = Choice()
#: system, code, origin, text, stems, mass and quality of a phrase, as the table holds them.
Row = tuple[str, str, str, str, str, float, float]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of the search table, scored."""

    system: str
    code: str
    origin: str
    text: str
    score: float


class Searcher:
    """Searches one library; keeps what it read, so that further searches are quicker."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._reader = Reader(library.connection)

    def search(self, words: str, limit: int = 10, choice: Choice = ANY) -> list[Hit]:
        """The best codes for the words, best first; nothing where no word is known."""
        groups = self._reader.groups(words)
        phrases = self._scored(words, groups, choice)
        ranked = sorted(_best(phrases), key=lambda p: (-p.score, p.system != ICD10CM, len(p.code), p.code))
        spread = _spread(ranked[: CANDIDATES * limit + 20])
        hits: list[Hit] = []
        seen: set[tuple[str, str]] = set()
        for phrase in spread:
            record = self._record(phrase, choice)
            if record is not None and (record.system, record.code) not in seen:
                seen.add((record.system, record.code))
                hits.append(_hit(record, phrase, groups))
                if len(hits) == limit:
                    break
        return hits

    def _scored(self, words: str, groups: list[Group], choice: Choice) -> list[Phrase]:
        from rapidfuzz.fuzz import token_sort_ratio

        rows = self._shortlist(groups, choice)
        total = sum(group.weight for group in groups) or 1.0
        said = words.lower()
        scored = []
        for system, code, origin, text, stems, mass, quality in rows:
            share, matched = _shared(groups, frozenset(stems.split()))
            near = token_sort_ratio(said, text.lower()) / 100
            score = (share / total) ** MISSING * (BREVITY + (1 - BREVITY) * min(1.0, matched / mass))
            scored.append(Phrase(system, code, origin, text, quality * score * (1 - ORDER + ORDER * near)))
        return scored

    def _shortlist(self, groups: list[Group], choice: Choice) -> list[Row]:
        query = """SELECT system, code, origin, text, phrase.stems, mass, quality, id FROM words
            JOIN phrase ON phrase.id = words.rowid WHERE words MATCH ? LIMIT ?"""
        found: dict[int, Row] = {}
        for expression, most in expressions(groups):
            if len(found) >= SHORTLIST and most < SHORTLIST:
                break
            for row in self._library.connection.execute(query, (_within(expression, choice), most)):
                found[row[7]] = row[:7]
        return list(found.values())

    def _record(self, phrase: Phrase, choice: Choice) -> CodeRecord | None:
        """The code of a phrase in the year asked for, if it may be given; a header's plainest billable code
        where only billable ones may.
        """
        for record in self._library.codes(phrase.code, choice.year):
            if record.system == phrase.system and choice.chapter in ("", record.chapter):
                return self._billable(record, choice) if choice.billable else record
        return None

    def _billable(self, record: CodeRecord, choice: Choice) -> CodeRecord | None:
        while not record.billable:
            children = self._library.children(record.system, record.code, choice.year)
            if not children:
                return None
            record = min(children, key=_specific)
        return record


def _specific(record: CodeRecord) -> tuple[bool, bool, str]:
    title = record.title.lower()
    return "unspecified" not in title, "initial encounter" not in title, record.code


def expressions(groups: list[Group]) -> Iterator[tuple[str, int]]:
    """Full-text queries with how many phrases each may give: all words, all but one, pairs, single ones."""
    needed = [group for group in groups if group.alternatives and not group.optional]
    needed = needed or [group for group in groups if group.alternatives]
    needed = sorted(needed, key=lambda group: -group.weight)[:MOST_GROUPS]
    optional = [group for group in groups if group.alternatives and group not in needed]
    if optional and needed:
        yield _all([*needed, *optional]), SHORTLIST
    for size in sorted({len(needed), len(needed) - 1, 2, 1} & set(range(1, len(needed) + 1)), reverse=True):
        for some in combinations(needed, size):
            yield _all(some), _most(size, len(needed))


def _most(size: int, all_of_them: int) -> int:
    return SHORTLIST if size == all_of_them else FEWER if size > 1 else LEAST


def _all(groups: Sequence[Group]) -> str:
    return " AND ".join(group.expression() for group in groups)


def _within(expression: str, choice: Choice) -> str:
    marks = [mark(choice.system)] if choice.system else []
    if choice.chapter:
        marks.append(mark(f"chapter{choice.chapter}"))
    return " AND ".join([expression, *marks])


def _shared(groups: list[Group], stems: frozenset[str]) -> tuple[float, float]:
    """The weight of the query's words that a phrase holds, and the weight of its own words that they meet."""
    share, met = 0.0, dict[str, float]()
    for group in groups:
        best = max(
            (alternative for alternative in group.alternatives if alternative.stems <= stems),
            key=lambda alternative: alternative.likeness,
            default=None,
        )
        if best is not None:
            share += group.weight * best.likeness
            met.update(best.weights)
    return share, sum(met.values())


def _best(phrases: list[Phrase]) -> list[Phrase]:
    best: dict[tuple[str, str], Phrase] = {}
    for phrase in phrases:
        known = best.get((phrase.system, phrase.code))
        if known is None or known.score < phrase.score:
            best[(phrase.system, phrase.code)] = phrase
    return list(best.values())


def _spread(ranked: list[Phrase]) -> list[Phrase]:
    """The phrases in an order in which the codes of one category don't crowd out the others."""
    seen: dict[str, int] = {}
    placed = []
    for phrase in ranked:
        category = phrase.code[:3] if phrase.system == ICD10CM else phrase.code
        placed.append(replace(phrase, score=phrase.score * SAME_CATEGORY ** seen.get(category, 0)))
        seen[category] = seen.get(category, 0) + 1
    return sorted(placed, key=lambda phrase: -phrase.score)


def _hit(record: CodeRecord, phrase: Phrase, groups: list[Group]) -> Hit:
    notes = [note for group in groups if (note := group.note())]
    reason = "; ".join([f"{phrase.origin}: {phrase.text}", *notes])
    score = round(min(phrase.score, 1.0), 3)
    return Hit(record.code, record.system, record.title, score, reason, record.billable, record.year)


@lru_cache(maxsize=2)
def _searcher(path: Path) -> Searcher:
    return Searcher(Library(path))


def search(
    words: str,
    limit: int = 10,
    *,
    system: str = "",
    chapter: str = "",
    billable: bool = False,
    date_of_service: date | str | None = None,
    on_progress: Callable[[str, float], None] | None = None,
) -> list[Hit]:
    """Codes by plain words, best first: titles, inclusion terms, the lexicon and imported terms are searched.

    `system` is one of records.SYSTEMS, `chapter` a chapter's number; `billable` gives only billable codes, a
    header's plainest one in its stead. `date_of_service` chooses the fiscal year whose list counts (default:
    the newest loaded). Raises UsageError for a system or date that isn't one.
    """
    chosen = next((name for name in SYSTEMS if name == system.upper()), "")
    if system and not chosen:
        raise UsageError(f"no such system: {system!r}; choose {', '.join(SYSTEMS)}")
    day = years.parse_service_date(date_of_service) if isinstance(date_of_service, str) else date_of_service
    year = years.fiscal_year(day) if day else None
    return _searcher(compiled(on_progress)).search(words, limit, Choice(chosen, chapter, billable, year))
