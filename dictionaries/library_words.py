"""The search part of the library: every title, inclusion term and wording once, its words in stems.

Tables: `phrase` (what is said of which code, shorter and better phrases first, so that a search may stop
early), `words` (full text over the stems of `phrase`, without content of its own), `vocabulary` (each stem
with its weight) and `form` (each word as it is spelled and as it sounds, to mend misspelled ones).
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log

from . import lexicon_files, rare_names, sites
from .records import CPT, HCPCS, ICD10CM, ICD10PCS
from .search_words import KIND_STEMS, SIDES, Term, sound, terms

SCHEMA = """
CREATE TABLE phrase (id INTEGER PRIMARY KEY, system TEXT, code TEXT, origin TEXT, text TEXT, stems TEXT,
  mass REAL, quality REAL);
CREATE VIRTUAL TABLE words USING fts5(stems, content = '', detail = none, columnsize = 0);
CREATE TABLE vocabulary (stem TEXT PRIMARY KEY, weight REAL) WITHOUT ROWID;
CREATE TABLE form (initial TEXT, word TEXT, sound TEXT, stem TEXT, phrases INTEGER,
  PRIMARY KEY (initial, word)) WITHOUT ROWID;
"""
SOURCES = """
SELECT DISTINCT system, code, 'title', title FROM code
UNION ALL
SELECT DISTINCT system, code, kind, text FROM note WHERE kind IN ('inclusion', 'includes')
UNION ALL
SELECT DISTINCT system, code, origin, text FROM term
"""
CHAPTERS = "SELECT DISTINCT system, code, chapter FROM code WHERE chapter != ''"
HEADERS = "SELECT system, code FROM code GROUP BY system, code HAVING NOT max(billable)"
#: (system, code, origin, text): what is said of a code, and where.
Said = tuple[str, str, str, str]
#: How far a wording can be trusted to mean its code; imported terms count as the Alphabetic Index does.
ORIGINS = {"title": 1.0, "inclusion": 0.98, "includes": 0.93, "lexicon": 1.0, "site": 0.97}
IMPORTED = 0.98
SYSTEMS = {ICD10CM: 1.0, CPT: 0.95, HCPCS: 0.9, ICD10PCS: 0.8}
#: A lexicon line's codes after the first, and terms that need a cue in a note.
FURTHER, CUED = 0.9, 0.97
#: Chapters that say who did it, in which state or why someone came: seldom what bare words mean.
ASIDE = {"V": 0.9, "W": 0.9, "X": 0.9, "Y": 0.88, "Z": 0.95, "T": 0.98, "O": 0.98, "P": 0.98}
#: Titles that hold a remainder, a later encounter, or what follows from another state.
LESSER = (
    (re.compile(r"^other\b|\bother specified\b|not elsewhere classified"), 0.96),
    (re.compile(r"subsequent encounter|sequela"), 0.9),
    (
        re.compile(
            r"in diseases classified elsewhere|complicating|underdosing|undetermined|self-harm|assault"
        ),
        0.93,
    ),
)
#: Of a header and a code of the same words, the code that can be billed.
HEADER = 0.99
KIND_SHARE, SIDE_SHARE, LONGEST = 0.3, 0.15, 32


def fill(connection: sqlite3.Connection) -> None:
    """Make and fill the search tables from the tables `code`, `note` and `term`."""
    connection.executescript(SCHEMA)
    trust = _trust()
    headers = set(connection.execute(HEADERS))
    rows = [
        (said, found, quality(said, trust) * (HEADER if said[:2] in headers else 1))
        for said in _said(connection)
        if (found := terms(said[3])[:LONGEST])
    ]
    rows.sort(key=lambda row: (len(row[1]), -row[2], row[0][1]))
    weights = weigh(found for _, found, _ in rows)
    connection.executemany("INSERT INTO vocabulary VALUES (?, ?)", sorted(weights.items()))
    connection.executemany(
        "INSERT INTO phrase VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (place, *said, " ".join(t.stem for t in found), sum(weights[t.stem] for t in found), quality)
            for place, (said, found, quality) in enumerate(rows, 1)
        ),
    )
    chapters = {(system, code): chapter for system, code, chapter in connection.execute(CHAPTERS)}
    connection.executemany(
        "INSERT INTO words (rowid, stems) VALUES (?, ?)",
        (
            (place, " ".join((*_marks(said, chapters), *(term.stem for term in found))))
            for place, (said, found, _) in enumerate(rows, 1)
        ),
    )
    connection.executemany("INSERT INTO form VALUES (?, ?, ?, ?, ?)", _forms(found for _, found, _ in rows))


def mark(name: str) -> str:
    """The word that stands in the full text for a system or a chapter ("chapter4")."""
    return "zz" + re.sub(r"\W", "", name).lower()


def _marks(said: Said, chapters: dict[tuple[str, str], str]) -> list[str]:
    chapter = chapters.get((said[0], said[1]))
    return [mark(said[0]), *([mark(f"chapter{chapter}")] if chapter else [])]


def _said(connection: sqlite3.Connection) -> Iterator[Said]:
    yield from connection.execute(SOURCES)
    yield from rare_names.said()
    seen = set()
    for key, code, system, *_ in sites.rows():
        about = (system, code, frozenset(key.split()))
        if about not in seen:
            seen.add(about)
            yield system, code, "site", key


def _trust() -> dict[tuple[str, str, str], float]:
    """(system, code, term) of the lexicon -> how far to trust it."""
    found: dict[tuple[str, str, str], float] = {}
    for entry in lexicon_files.read():
        for place, (system, code) in enumerate(entry.codes):
            for term in entry.terms:
                share = (FURTHER if place else 1.0) * (CUED if term.cues else 1.0)
                found[(system, code, term.text)] = max(share, found.get((system, code, term.text), 0))
    return found


def quality(said: Said, trust: dict[tuple[str, str, str], float]) -> float:
    """How likely a code is meant when exactly these words are said, 0 to 1."""
    system, code, origin, text = said
    share = ORIGINS.get(origin, IMPORTED) * SYSTEMS.get(system, 0.9)
    if origin == "lexicon":
        return round(share * trust.get((system, code, text), 1.0), 3)
    if system == ICD10CM:
        share *= ASIDE.get(code[0], 1.0)
    lowered = text.lower()
    for pattern, less in LESSER:
        if pattern.search(lowered):
            share *= less
    return round(share, 3)


def weigh(phrases: Iterable[list[Term]]) -> dict[str, float]:
    """Each stem's weight: the rarer the heavier; words of kind and side count little."""
    counts = Counter(term.stem for found in phrases for term in found)
    total = sum(counts.values())
    return {
        stem: round(
            log(total / count)
            * (KIND_SHARE if stem in KIND_STEMS else 1)
            * (SIDE_SHARE if stem in SIDES.values() else 1),
            3,
        )
        for stem, count in counts.items()
    }


def _forms(phrases: Iterable[list[Term]]) -> Iterator[tuple[str, str, str, str, int]]:
    counts = Counter(term for found in phrases for term in found)
    best: dict[str, tuple[Term, int]] = {}
    for term, count in counts.items():
        if term.form.isalpha() and len(term.form) > 3 and count > best.get(term.form, (term, 0))[1]:
            best[term.form] = (term, count)
    for term, count in best.values():
        heard = sound(term.form)
        yield heard[:1], term.form, heard, term.stem, count
