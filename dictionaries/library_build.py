"""Compiles the library: reads all sources, derives parents, validity and successors, writes SQLite."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from . import imports, library_sources, library_words, procedures_pages
from .records import (
    ICD10CM,
    ICD10PCS,
    ChangeRecord,
    CodeRecord,
    HeadingRecord,
    NoteRecord,
    Record,
    SuccessorRecord,
    TermRecord,
)
from .years import first_day, last_day

SCHEMA = """
CREATE TABLE source (name TEXT PRIMARY KEY, kind TEXT, system TEXT, year INTEGER, entries INTEGER);
CREATE TABLE listing (system TEXT, year INTEGER, codes INTEGER, PRIMARY KEY (system, year));
CREATE TABLE heading (system TEXT, code TEXT, title TEXT, parent TEXT, PRIMARY KEY (system, code));
CREATE TABLE code (system TEXT, code TEXT, year INTEGER, title TEXT, billable INTEGER, parent TEXT,
  chapter TEXT, section TEXT, valid_from TEXT, valid_to TEXT, PRIMARY KEY (code, system, year)) WITHOUT ROWID;
CREATE TABLE note (system TEXT, code TEXT, kind TEXT, place INTEGER, text TEXT, year INTEGER);
CREATE TABLE term (system TEXT, code TEXT, text TEXT, origin TEXT);
CREATE TABLE successor (system TEXT, code TEXT, successor TEXT, since TEXT, kind TEXT);
"""
INDEXES = """
CREATE INDEX code_parent ON code (parent, system, year);
CREATE INDEX note_code ON note (code, system);
CREATE INDEX term_code ON term (code, system);
CREATE INDEX successor_code ON successor (code, system);
CREATE INDEX successor_successor ON successor (successor, system);
"""
#: What a later record of a code takes over from an earlier one where it says nothing itself.
KEPT = ("title", "chapter", "section", "valid_from", "valid_to")
#: A range of categories as titles bear it; a section may be one category.
RANGE = re.compile(r"\((\w{3})(?:-(\w{3}))?\)")
Progress = Callable[[str, float], None]
#: One year's list: the records by code, in the list's order.
Listing = dict[str, CodeRecord]


def build(path: Path, on_progress: Progress | None = None) -> None:
    """Write the library to `path`, an empty file or none."""
    say = on_progress or (lambda message, share: None)
    gathered = Gathered()
    say("Reading the tabular list", 0.0)
    gathered.add(library_sources.tabular_records())
    say("Reading the lexicon", 0.25)
    gathered.add(library_sources.lexicon_records())
    gathered.add(procedures_pages.records())
    gathered.add(library_sources.pcs_headings())
    for place, item in enumerate(imported := imports.listed()):
        say(f"Reading {item.name}", 0.3 + 0.2 * place / len(imported))
        gathered.add(imports.stored(item))
    gathered.apply_changes()
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.executescript(SCHEMA)
        say("Writing codes and notes", 0.5)
        _write(connection, gathered, imported)
        say("Indexing", 0.7)
        connection.executescript(INDEXES)
        library_words.fill(connection)
    connection.close()
    say("Library ready", 1.0)


def _write(connection: sqlite3.Connection, gathered: "Gathered", imported: list["imports.Imported"]) -> None:
    def insert(table: str, rows: Iterable[tuple[object, ...]], width: int) -> None:
        connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({','.join('?' * width)})", rows)

    insert("source", ((i.name, i.kind, " ".join(i.systems), i.year, i.entries) for i in imported), 5)
    for system in gathered.systems():
        lists = gathered.lists(system)
        insert("listing", ((system, year, len(found)) for year, found in lists.items()), 3)
        insert("code", code_rows(system, lists, gathered.headings), 10)
        insert("successor", (_row(record) for record in derived_successors(system, lists)), 5)
    insert("successor", (_row(record) for record in gathered.successors), 5)
    insert("heading", (_row(record) for record in gathered.headings.values()), 4)
    insert("note", gathered.note_rows(), 6)
    insert("term", dict.fromkeys(_row(record) for record in gathered.terms), 4)


def _row(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in record.__slots__)


class Gathered:
    """All records of all sources, sorted by kind; what comes later replaces what came before."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, int], Listing] = {}
        self.headings: dict[tuple[str, str], HeadingRecord] = {}
        self.notes: dict[str, dict[int, list[NoteRecord]]] = defaultdict(lambda: defaultdict(list))
        self.terms: list[TermRecord] = []
        self.successors: list[SuccessorRecord] = []
        self.changes: dict[tuple[str, int], list[ChangeRecord]] = defaultdict(list)

    def add(self, records: Iterable[Record]) -> None:
        """Sort records into their places."""
        for record in records:
            match record:
                case CodeRecord():
                    listing = self.codes.setdefault((record.system, record.year), {})
                    listing[record.code] = merged(listing.get(record.code), record)
                case NoteRecord():
                    self.notes[record.system][record.year].append(record)
                case TermRecord():
                    self.terms.append(record)
                case HeadingRecord():
                    self.headings[(record.system, record.code)] = record
                case SuccessorRecord():
                    self.successors.append(record)
                case ChangeRecord():
                    self.changes[(record.system, record.year)].append(record)

    def apply_changes(self) -> None:
        """Derive each year of which the changes and the year before are known, but not the list."""
        for (system, year), changes in sorted(self.changes.items()):
            before = self.codes.get((system, year - 1))
            if before is not None and (system, year) not in self.codes:
                self.codes[(system, year)] = changed(before, changes, year)

    def systems(self) -> list[str]:
        """Systems of which there are codes."""
        return sorted({system for system, _ in self.codes})

    def lists(self, system: str) -> dict[int, Listing]:
        """A system's lists, oldest first."""
        return {year: self.codes[key] for key in sorted(self.codes) if key[0] == system for year in [key[1]]}

    def note_rows(self) -> Iterator[tuple[object, ...]]:
        """Notes of each system's newest tabular list."""
        for by_year in self.notes.values():
            for place, note in enumerate(by_year[max(by_year)]):
                yield note.system, note.code, note.kind, place, note.text, note.year


def merged(old: CodeRecord | None, new: CodeRecord) -> CodeRecord:
    """The later of two records of one code, with what only the earlier one says."""
    if old is None:
        return new
    said = {name: getattr(new, name) or getattr(old, name) for name in KEPT}
    return replace(new, **said)


def changed(before: Listing, changes: list[ChangeRecord], year: int) -> Listing:
    """A year's list after the changes of the next: deletions first, since a code that becomes a header is
    deleted and added.
    """
    after = dict(before)
    for change in changes:
        if change.action == "delete":
            after.pop(change.code, None)
    for change in changes:
        if change.action != "delete":
            after[change.code] = CodeRecord(change.system, change.code, change.title, year, change.billable)
    return {
        code: CodeRecord(record.system, code, record.title, year, record.billable)
        for code, record in sorted(after.items())
    }


def code_rows(
    system: str, lists: dict[int, Listing], headings: dict[tuple[str, str], HeadingRecord]
) -> Iterator[tuple[object, ...]]:
    """Rows of the table `code`, with parents, headings and validity filled in."""
    spans = validity(lists)
    own = [heading for heading in headings.values() if heading.system == system == ICD10CM]
    sections = sorted(((_bounds(heading), heading) for heading in own), key=lambda pair: pair[0])
    places: dict[str, tuple[str, str]] = {}
    for year, found in lists.items():
        for code, record in found.items():
            top = code[:3]
            if top not in places:
                places[top] = _place(system, top, sections)
            chapter, section = (record.chapter, record.section) if record.chapter else places[top]
            start, end = spans[(code, year)] if year else ("", "")
            yield (
                system, code, year, record.title, int(record.billable), parent_of(code, found), chapter,
                section, record.valid_from or start, record.valid_to or end,
            )  # fmt: skip


def parent_of(code: str, found: Listing) -> str:
    """The longest shorter code that begins the same, '' for a category or table."""
    for length in range(len(code) - 1, 2, -1):
        if code[:length] in found:
            return code[:length]
    return ""


def _bounds(heading: HeadingRecord) -> tuple[str, str]:
    """First and last category, which a chapter has in its title: "... (J00-J99)"."""
    found = RANGE.search(heading.title) if not heading.parent else RANGE.fullmatch(f"({heading.code})")
    return (found[1], found[2] or found[1]) if found else ("", "")


def _place(system: str, top: str, sections: list[tuple[tuple[str, str], HeadingRecord]]) -> tuple[str, str]:
    """Chapter and section of a category; of an ICD-10-PCS table its section and nothing."""
    if system == ICD10PCS:
        return top[0], ""
    for (first, last), heading in sections:
        if heading.parent and first <= top <= last:
            return heading.parent, heading.code
    # a category newer than the sections: the last chapter that begins before it
    before = [
        heading.code for (first, _), heading in sections if not heading.parent and first and first <= top
    ]
    return (before[-1] if before else ""), ""


def validity(lists: dict[int, Listing]) -> dict[tuple[str, int], tuple[str, str]]:
    """For each code and year, from when to when it stood as billable or as header, over the loaded years.

    '' where it stood so in the oldest list already, or still does in the newest.
    """
    known = [year for year in lists if year]
    spans: dict[tuple[str, int], tuple[str, str]] = {}
    for code in {code for year in known for code in lists[year]}:
        state = [lists[year][code].billable if code in lists[year] else None for year in known]
        for place, year in enumerate(known):
            if state[place] is None:
                continue
            first = next((p for p in range(place, 0, -1) if state[p - 1] != state[place]), 0)
            last = next((p for p in range(place, len(known) - 1) if state[p + 1] != state[place]), -1)
            start = first_day(known[first]) if first or (place and state[0] != state[place]) else ""
            spans[(code, year)] = (start, last_day(known[last]) if last >= 0 else "")
    return spans


def derived_successors(system: str, lists: dict[int, Listing]) -> Iterator[SuccessorRecord]:
    """Of codes that a later list no longer bills: the new codes below, or the new code of the same title."""
    for before, after in pairwise(year for year in lists if year):
        old, new = lists[before], lists[after]
        titles = {record.title: code for code, record in new.items() if record.billable and code not in old}
        fresh = defaultdict(list)
        for code in new:
            if code not in old:
                fresh[parent_of(code, new)].append(code)
        for code, record in old.items():
            now = new.get(code)
            if record.billable and (now is None or not now.billable):
                found = [(child, "split") for child in fresh.get(code, ())]
                if not found and record.title in titles:
                    found = [(titles[record.title], "renumbered")]
                for successor, kind in found:
                    yield SuccessorRecord(system, code, successor, first_day(after), kind)
