"""What imported files say, as phrases a note might hold: for the detector's dictionary.

Index entries stand upside down ("Fracture, wrist"); they are turned round. Entries of the Table of Drugs and
of the Neoplasm Table stand for sentences that their column makes ("adverse effect of lithium").
"""

import re
import unicodedata
from collections.abc import Iterator

from . import imports, library_sources
from .official.index_xml import DRUGS, EXTERNAL, INDEX, LEVEL, NEOPLASMS
from .records import ICD10CM, CodeRecord, TermRecord

#: (system, code, text, billable)
Phrase = tuple[str, str, str, bool]
#: By the beginning of a column's heading; "{}" is the substance or the site.
SENTENCES = (
    ("poisoning accidental", ("poisoning by {}", "accidental overdose of {}", "{} poisoning", "{} toxicity")),
    ("poisoning intentional", ("intentional overdose of {}", "suicide attempt by {}")),
    ("poisoning assault", ("poisoning by {}, assault",)),
    ("poisoning undetermined", ("poisoning by {}, undetermined",)),
    ("adverse effect", ("adverse effect of {}", "adverse reaction to {}")),
    ("underdosing", ("underdosing of {}",)),
    ("malignant primary", ("malignant neoplasm of {}", "cancer of {}", "{} cancer")),
    ("malignant secondary", ("secondary malignant neoplasm of {}", "metastasis to {}", "{} metastasis")),
    ("ca in situ", ("carcinoma in situ of {}",)),
    ("benign", ("benign neoplasm of {}",)),
    ("uncertain", ("neoplasm of uncertain behavior of {}",)),
    ("unspecified", ("neoplasm of unspecified behavior of {}",)),
)
ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\b(?:NEC|NOS)\b")
#: Terms that follow what they belong to; all others may stand before it ("wrist fracture").
FOLLOWS = re.compile(
    r"(?:with|without|due|in|of|from|following|after|by|to|at|during|on|as|and|or|associated|complicating)\b"
)
#: A deeper path is a way through a table rather than words that anyone writes.
DEEPEST = 3
#: So many letters at the beginning are the same in two spellings of a word.
ALIKE = 3


def phrases() -> Iterator[Phrase]:
    """Every phrase of every import that chartveil's own dictionaries don't hold; `billable` is the newest
    list's word on the code.
    """
    items = imports.listed()
    if not items:
        return
    own, billable = _own()
    found: list[CodeRecord | TermRecord] = []
    for item in items:
        for record in imports.stored(item):
            if isinstance(record, CodeRecord) and record.year:
                billable[(record.system, record.code)] = record.billable
            elif isinstance(record, CodeRecord):
                billable.setdefault((record.system, record.code), record.billable)
            if isinstance(record, CodeRecord | TermRecord):
                found.append(record)
    for record in found:
        key = (record.system, record.code)
        for text in wordings(record):
            if (*key, folded(text)) not in own:
                own.add((*key, folded(text)))
                yield *key, text, billable.get(key, False)


def _own() -> tuple[set[tuple[str, str, str]], dict[tuple[str, str], bool]]:
    """Titles of the tabular list the project carries, and which of its codes are billable."""
    titles, billable = set(), {}
    for record in library_sources.tabular_records():
        if isinstance(record, CodeRecord):
            titles.add((record.system, record.code, folded(record.title)))
            billable[(record.system, record.code)] = record.billable
    return titles, billable


def wordings(record: CodeRecord | TermRecord) -> Iterator[str]:
    """The phrases that a code's title or an imported term stands for."""
    if isinstance(record, CodeRecord):
        if record.title:
            yield record.title
    elif record.system == ICD10CM and record.origin in (INDEX, EXTERNAL):
        yield from entry(record.text)
    elif record.origin in (DRUGS, NEOPLASMS):
        yield from cell(record.text)
    else:
        yield record.text


def entry(path: str) -> Iterator[str]:
    """An index entry as people write it: "Fracture › wrist" -> "Fracture wrist", "wrist Fracture"."""
    parts = _parts(path)
    if 0 < len(parts) <= DEEPEST:
        yield " ".join(parts)
        if len(parts) > 1 and not any(FOLLOWS.match(part.lower()) for part in parts[1:]):
            yield " ".join(reversed(parts))


def cell(path: str) -> Iterator[str]:
    """Sentences of a table's cell, whose last part is its column's heading."""
    *above, column = _parts(path)
    if above and above[0].lower().startswith("neoplasm"):
        above = above[1:]  # the table's own name stands above every site
    if above and len(above) <= DEEPEST:
        name = " ".join(reversed(above)) if not FOLLOWS.match(above[-1].lower()) else " ".join(above)
        for start, sentences in SENTENCES:
            if column.lower().startswith(start):
                yield from (sentence.format(name) for sentence in sentences)
                return


def _parts(path: str) -> list[str]:
    """The levels of a path without what stands in brackets, of two spellings of a word the first."""
    levels = (ASIDE.sub(" ", level).split() for level in path.split(LEVEL))
    return [_first_spelling(" ".join(level).rstrip(", ")) for level in levels if level]


def _first_spelling(level: str) -> str:
    """ "boat, boating" -> "boat", but "bed linen, causing suffocation" whole."""
    first, *others = level.split(", ")
    same = all(" " not in other and other[:ALIKE] == first[:ALIKE] for other in others)
    return first if same else " ".join((first, *others))


def folded(text: str) -> str:
    """Lower case without accents, for comparing."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
