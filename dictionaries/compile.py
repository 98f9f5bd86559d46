"""Compiles the tabular list and the curated lexicon into one SQLite file that opens at once.

Tables: `code` (every code with its title), `phrase` (wordings by their rarest word), `family` (what the codes of a
category say, for composing), `word` (every word that some phrase holds), `meta` (what it was made of).
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from . import icd10cm, lexicon_files, words
from .variants import phrases

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE code (code TEXT, system TEXT, description TEXT, billable INTEGER, parent TEXT, PRIMARY KEY (code, system))
  WITHOUT ROWID;
CREATE TABLE phrase (anchor TEXT, key TEXT, code TEXT, system TEXT, side TEXT, weight REAL, exact TEXT, cues TEXT);
CREATE TABLE family (category TEXT, code TEXT, title TEXT, sevens TEXT);
CREATE TABLE word (word TEXT PRIMARY KEY, phrases INTEGER) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX phrase_anchor ON phrase (anchor);
CREATE INDEX family_category ON family (category);
"""
Row = tuple[str, str, str, str, float, str, str]


def build(path: Path, on_progress: Callable[[str], None] | None = None) -> None:
    """Write the compiled dictionary to `path`, which must not exist yet."""
    say = on_progress or (lambda message: None)
    say("Compiling the code dictionaries (once, a few seconds)")
    tabular = list(icd10cm.read())
    defaults = default_codes(tabular)
    lexicon = list(lexicon_files.read())
    rows = list(lexicon_rows(lexicon))
    rows.extend(title_rows(tabular, defaults))
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.executescript(SCHEMA)
        connection.executemany("INSERT INTO code VALUES (?,?,?,?,?)", code_rows(tabular, lexicon))
        connection.executemany("INSERT INTO phrase VALUES (?,?,?,?,?,?,?,?)", anchored(rows))
        connection.executemany("INSERT INTO family VALUES (?,?,?,?)", family_rows(tabular, defaults))
        counts = Counter(word for row in rows for word in row[0].split())
        connection.executemany("INSERT INTO word VALUES (?,?)", counts.items())
        connection.execute("INSERT INTO meta VALUES ('icd10cm', ?)", (icd10cm.version(),))
        connection.executescript(INDEXES)
    connection.close()
    say("Dictionaries ready")


def code_rows(
    tabular: list[icd10cm.TabularCode], lexicon: list[lexicon_files.Entry]
) -> Iterable[tuple[str, str, str, int, str]]:
    """One row a code; a procedure's description is the lexicon's own."""
    for item in tabular:
        yield item.code, icd10cm.SYSTEM, item.description, int(item.billable), item.parent
    described: dict[tuple[str, str], str] = {}
    for entry in lexicon:
        for system, code in entry.codes:
            if system != icd10cm.SYSTEM:
                first = entry.codes[0] == (system, code)
                known = described.get((system, code), "")
                described[(system, code)] = known or ((entry.description or entry.terms[0].text) if first else "")
    for (system, code), description in described.items():
        yield code, system, description, 1, ""


def default_codes(tabular: list[icd10cm.TabularCode]) -> dict[str, str]:
    """For every code the billable one that says no more than it: itself, or its least specific descendant."""
    children: dict[str, list[icd10cm.TabularCode]] = {}
    for item in tabular:
        children.setdefault(item.parent, []).append(item)
    chosen: dict[str, str] = {}
    for item in reversed(tabular):
        chosen[item.code] = item.code if item.billable else _plainest(item, children.get(item.code, []), chosen)
    return chosen


def _plainest(item: icd10cm.TabularCode, below: list[icd10cm.TabularCode], chosen: dict[str, str]) -> str:
    own = set(words.tokens(item.description))

    def surplus(child: icd10cm.TabularCode) -> tuple[float, str]:
        if child.extended:
            return ("A0DX".find(child.code[-1]) % 9, child.code)
        title = child.description.lower()
        extra = [w for w in words.tokens(title) if w not in own]
        penalty = len(extra) - 3 * ("unspecified" in title) + 2 * title.startswith("other") + 2 * (" other " in title)
        return (penalty, child.code)

    return chosen[min(below, key=surplus).code] if below else item.code


def title_rows(tabular: list[icd10cm.TabularCode], defaults: dict[str, str]) -> Iterable[Row]:
    """Phrases of titles, inclusion terms and 'includes' notes, for the billable code that each stands for."""
    for item in tabular:
        if item.extended:
            continue
        code = defaults[item.code]
        header = 1.0 if item.billable or code.startswith(item.code) and len(code) - len(item.code) == 1 else 0.9
        for text, weight in _texts(item):
            for phrase in phrases(text):
                yield phrase.key, code, icd10cm.SYSTEM, phrase.side, round(weight * header * phrase.weight, 3), "", ""


def _texts(item: icd10cm.TabularCode) -> Iterable[tuple[str, float]]:
    yield item.description, 0.9
    yield from ((text, 0.88) for text in item.terms)
    yield from ((text, 0.7) for text in item.includes)


def lexicon_rows(lexicon: list[lexicon_files.Entry]) -> Iterable[Row]:
    """Phrases of the curated lexicon: they come before anything derived from titles."""
    for entry in lexicon:
        for term in entry.terms:
            key = " ".join(words.tokens(term.text))
            exact = term.text if term.exact else ""
            cues = ",".join(" ".join(words.tokens(cue)) for cue in term.cues)
            side = next((words.side(raw) for raw, _ in words.split(term.text) if words.side(raw)), "")
            for place, (system, code) in enumerate(entry.codes):
                yield key, code, system, side, 1.5 - 0.1 * place, exact, cues


def anchored(rows: list[Row]) -> Iterable[tuple[str, str, str, str, str, float, str, str]]:
    """Each row once, best weight, before it the rarest word of its key."""
    best: dict[tuple[str, ...], float] = {}
    for key, code, system, side, weight, exact, cues in rows:
        identity = (key, code, system, side, exact, cues)
        if key and best.get(identity, 0.0) < weight:
            best[identity] = weight
    counts = Counter(word for identity in best for word in identity[0].split())
    for (key, code, system, side, exact, cues), weight in best.items():
        anchor = min(key.split(), key=lambda word: (counts[word], word))
        yield anchor, key, code, system, side, weight, exact, cues


def family_rows(
    tabular: list[icd10cm.TabularCode], defaults: dict[str, str]
) -> Iterable[tuple[str, str, str, str]]:
    """The billable codes of each category without their 7th characters, with the 7th characters each takes."""
    sevens: dict[str, str] = {}
    for item in tabular:
        if item.extended:
            sevens[item.parent] = sevens.get(item.parent, "") + item.code[-1]
    for item in tabular:
        if not item.extended and (item.billable or item.code in sevens):
            yield item.code[:3], defaults[item.code], item.description, sevens.get(item.code, "")
