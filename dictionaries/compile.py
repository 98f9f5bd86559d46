"""Compiles the tabular list and the curated lexicon into one SQLite file that opens at once.

Tables: `code` (every code with its title), `phrase` (wordings by their rarest pair of neighbouring words),
`meaning` (what each can mean), `family` (what the codes of a category say, for composing), `word` (every word
that some phrase holds), `listing` (which years are loaded), `edition` (how a code stood in each, where it is
not the same in all), `before` (what to use on a day on which a code did not stand yet), `meta` (what it was
made of).
"""

import gc
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, pairwise
from pathlib import Path

from . import editions, families, icd10cm, imports_phrases, lexicon_files, sites, titles, words
from .titles import Row

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE code (code TEXT, system TEXT, description TEXT, billable INTEGER, parent TEXT,
  PRIMARY KEY (code, system)) WITHOUT ROWID;
CREATE TABLE phrase (anchor TEXT, key TEXT, PRIMARY KEY (anchor, key)) WITHOUT ROWID;
CREATE TABLE meaning (key TEXT, code TEXT, system TEXT, side TEXT, weight REAL, exact TEXT, cues TEXT);
CREATE TABLE family (category TEXT, code TEXT, wordings TEXT, soft TEXT, side TEXT, sevens TEXT);
CREATE TABLE word (word TEXT PRIMARY KEY, phrases INTEGER) WITHOUT ROWID;
CREATE TABLE listing (system TEXT, year INTEGER);
CREATE TABLE edition (code TEXT, system TEXT, year INTEGER, billable INTEGER, description TEXT,
  valid_from TEXT, valid_to TEXT, PRIMARY KEY (code, system, year)) WITHOUT ROWID;
CREATE TABLE before (code TEXT PRIMARY KEY, instead TEXT) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX meaning_key ON meaning (key);
CREATE INDEX family_category ON family (category);
"""
#: A curated term outweighs everything derived (which stays below 1); its further candidates follow closely.
CURATED, NEXT = 1.5, 0.1
CUED = 0.2
#: The condition of an abbreviation that is also an everyday word: it counts in capitals.
SHOUTED = "AA"
_EVERYDAY = """
as age did or it he us am an all hi add odd cap cut fit led pad rad sad map pid ad pe mi ms pt ot st
ed os do so no is be to go in on at by we me my if of up may can has had was are not for too two ten
one max min bad bed car cat dog sob doe gad rest aim art nash mash post laws far mom dad pop pots
task test fast fap nap cam chip men stop clap trap hope saves star stars cars race tap tad dab bars
ace cast bit ban tan lad pod pan sun met nag nas fib las lac midline downs down planning assessment
attempt drug homemaker respite crest splinter prom bat op net hed paraffin williams calorics overuse
apr mar jan feb jun jul aug sep sept oct nov dec sar svc shift mr rob tip rads ph ca ttp std ama
note notes wobbly mm cm hg ffa fixation withdrawn
"""
EVERYDAY = frozenset(_EVERYDAY.split())
#: In a procedure's description: it can't be billed any more.
DELETED = "(deleted"
#: Abbreviations that are read as sides or as small words.
CURTAILING = frozenset(("rt", "lt", "at", "a", "l", "r", "to"))
#: Before a word whose normal form is another's ("aches", which is compared as "pain"): it counts only so
#: spelled.
SPELLED = "~"
#: The condition of a bare eponym: "Barrett's" and "barretts" count, "Mr. Barrett" doesn't.
POSSESSIVE = "'s"


def build(path: Path, on_progress: Callable[[str], None] | None = None) -> None:
    """Write the compiled dictionary to `path`, which must not exist yet."""
    say = on_progress or (lambda message: None)
    say("Compiling the code dictionaries (once, about half a minute)")
    collecting = gc.isenabled()
    gc.disable()  # millions of small tuples, none in a circle
    try:
        _write(path)
    finally:
        if collecting:
            gc.enable()
    say("Dictionaries ready")


def _write(path: Path) -> None:
    loaded = editions.read()
    tabular = loaded.tabular
    defaults = imports_phrases.settled(loaded, families.default_codes(tabular))
    lexicon = list(lexicon_files.read())
    curated = imports_phrases.moved(chain(lexicon_rows(lexicon), sites.rows()), loaded, defaults)
    found = distinct(chain(curated, titles.rows(tabular, defaults), imports_phrases.rows(loaded, defaults)))
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.executescript(SCHEMA)
        connection.executemany("INSERT INTO code VALUES (?,?,?,?,?)", code_rows(loaded, lexicon))
        rows = ((*said[:4], weight, *said[4:]) for said, weight in found.items())
        connection.executemany("INSERT INTO meaning VALUES (?,?,?,?,?,?,?)", rows)
        counts = Counter(word for said in found for word in said[0].split())
        keys = {said[0] for said in found}
        found.clear()  # the largest thing here: memory for what follows
        connection.executemany("INSERT INTO phrase VALUES (?,?)", sorted(anchored(keys)))
        connection.executemany("INSERT INTO family VALUES (?,?,?,?,?,?)", families.rows(tabular, defaults))
        connection.executemany("INSERT INTO word VALUES (?,?)", sorted(counts.items()))
        connection.executemany("INSERT INTO listing VALUES (?,?)", loaded.listings)
        connection.executemany("INSERT INTO edition VALUES (?,?,?,?,?,?,?)", loaded.rows)
        connection.executemany("INSERT INTO before VALUES (?,?)", loaded.before.items())
        connection.execute("INSERT INTO meta VALUES ('icd10cm', ?)", (icd10cm.version(),))
        connection.executescript(INDEXES)
    connection.close()


def code_rows(
    loaded: editions.Editions, lexicon: list[lexicon_files.Entry]
) -> Iterable[tuple[str, str, str, int, str]]:
    """One row a code; a procedure's description is the imported one, or the lexicon's own, which also says
    that it was deleted.
    """
    for item in loaded.tabular:
        yield item.code, icd10cm.SYSTEM, item.description, int(item.billable), item.parent
    for item in loaded.gone:
        yield item.code, icd10cm.SYSTEM, item.description, 0, item.parent
    imported = {(record.code, record.system) for record in loaded.others}
    for record in loaded.others:
        yield record.code, record.system, record.title, int(record.billable), ""
    yield from (row for row in lexicon_codes(lexicon) if row[:2] not in imported)


def lexicon_codes(lexicon: list[lexicon_files.Entry]) -> Iterable[tuple[str, str, str, int, str]]:
    """The procedures of the lexicon, as it words them."""
    described: dict[tuple[str, str], str] = {}
    for entry in lexicon:
        for place, (system, code) in enumerate(entry.codes):
            if system != icd10cm.SYSTEM:
                own = (entry.description or entry.terms[0].text) if place == 0 else ""
                described[(system, code)] = described.get((system, code), "") or own
    for (system, code), description in described.items():
        yield code, system, description, int(DELETED not in description), ""


def lexicon_rows(lexicon: list[lexicon_files.Entry]) -> Iterable[Row]:
    """Phrases of the curated lexicon: they come before anything derived from titles."""
    for entry in lexicon:
        for term in entry.terms:
            keys = words.keys(term.text)
            if _says_too_little(term.text, keys[0]):
                continue
            cues = ",".join(" ".join(words.tokens(cue)) for cue in term.cues)
            side = next(iter(words.sides(term.text)), "")
            for place, (system, code) in enumerate(entry.codes):
                weight = round(CURATED + CUED * (bool(cues) or term.exact) - NEXT * place, 2)
                for key in keys:
                    yield key, code, system, side, weight, condition(term), cues


def _says_too_little(text: str, key: str) -> bool:
    """Whether a term is a number, or lost an abbreviation that is read as a side or a small word ("rt
    planning").
    """
    if not any(character.isalpha() for character in key):
        return True
    return " " in text and " " not in key and not CURTAILING.isdisjoint(text.lower().split())


def condition(term: lexicon_files.Term) -> str:
    """How the words must stand in a note for a term to count: '' in any case."""
    if term.exact:
        return term.text
    if " " in term.text:
        return ""
    if term.text.lower() in EVERYDAY or words.normal(term.text) in EVERYDAY:
        return SHOUTED
    if term.text.endswith("'s"):
        return POSSESSIVE
    own = words.singular(words.fold(term.text))
    return "" if words.normal(term.text) in (own, words.fold(term.text)) else SPELLED + own


def distinct(rows: Iterable[Row]) -> dict[tuple[str, ...], float]:
    """The best weight of each (key, code, system, side, exact, cues); rows without a key left out."""
    best: dict[tuple[str, ...], float] = {}
    for key, code, system, side, weight, exact, cues in rows:
        identity = (key, code, system, side, exact, cues)
        if key and best.get(identity, 0.0) < weight:
            best[identity] = weight
    return best


def anchored(keys: set[str]) -> Iterable[tuple[str, str]]:
    """Each key, and before it the rarest pair of its neighbouring words (or its only word)."""
    counts = Counter(pair for key in keys for pair in _pairs(key))
    return ((_rarest(_pairs(key), counts), key) for key in keys)


def _rarest(pairs: list[str], counts: Mapping[str, int]) -> str:
    return pairs[0] if len(pairs) == 1 else min(zip(map(counts.__getitem__, pairs), pairs, strict=True))[1]


def _pairs(key: str) -> list[str]:
    said = key.split()
    return [f"{a} {b}" for a, b in pairwise(said)] if len(said) > 2 else [key]
