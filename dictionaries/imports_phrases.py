"""What imported files say, as phrases a note might hold: for the detector's dictionary.

Index entries stand upside down ("Fracture, wrist"); they are turned round. Entries of the Table of Drugs and
of the Neoplasm Table stand for sentences that their column makes ("adverse effect of lithium").
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from . import titles, words
from .editions import Editions
from .official.index_xml import DRUGS, EXTERNAL, INDEX, LEVEL, NEOPLASMS
from .records import ICD10CM, ICD10PCS, CodeRecord, TermRecord
from .titles import Row

#: Below what the tabular list says itself.
IMPORTED, GONE = 0.75, 0.95
#: A longer phrase is a definition, which no note holds.
LONGEST = 9
MODIFIER = "modifier"
#: The title of what is left over of a code that was split.
REST = re.compile(r"\b[Oo]ther\b")
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


def settled(loaded: Editions, defaults: Mapping[str, str]) -> dict[str, str]:
    """`defaults`, where a code that was split stands for what none of the new codes below it names."""
    split = set(loaded.before.values())
    below = [item for item in loaded.tabular if item.parent in split and item.billable]
    named = {item.parent for item in below if "unspecified" in item.description.lower()}
    others = {item.parent: item.code for item in below if REST.search(item.description)}
    return {**defaults, **{code: other for code, other in others.items() if code not in named}}


def moved(curated: Iterable[Row], loaded: Editions, defaults: Mapping[str, str]) -> Iterator[Row]:
    """Rows that mean a code of the newest list: of a code that became a header its plainest code, of one that
    is gone what replaces it.
    """
    replaced = {code: defaults.get(code, code) for code in loaded.before.values()} | loaded.after
    for key, code, system, side, weight, exact, cues in curated:
        now = replaced.get(code, code) if system == ICD10CM else code
        yield key, now, system, side, weight, exact, cues


def rows(loaded: Editions, defaults: Mapping[str, str]) -> Iterator[Row]:
    """Phrases of codes that are gone, of other systems' titles and of imported terms.

    Neither ICD-10-PCS, of whose 79,000 titles none stood in any of 53 notes, nor modifiers, whose titles are
    about billing.
    """
    still = {item.code: item.code for item in loaded.gone if item.billable}
    gone = [item for item in loaded.gone if item.billable]
    for key, code, system, side, weight, exact, cues in titles.rows(gone, still):
        yield key, code, system, side, round(weight * GONE, 3), exact, cues
    billable = {(r.system, r.code) for r in loaded.others if r.billable and r.system != ICD10PCS}
    titled = (record for record in loaded.others if record.section != MODIFIER)
    said: Iterator[CodeRecord | TermRecord] = chain(titled, loaded.terms)
    for record in said:
        code = defaults.get(record.code, record.code) if record.system == ICD10CM else record.code
        if record.system == ICD10CM or (record.system, code) in billable:
            for text in wordings(record):
                yield from _rows(text, record.system, code, _least(record))


def _least(record: CodeRecord | TermRecord) -> int:
    """How many words a phrase needs: a supply's or an accident's one word ("sling", "travel") means
    neither.
    """
    external = isinstance(record, TermRecord) and record.origin == EXTERNAL
    return 1 if record.system == ICD10CM and not external else 3


def _rows(text: str, system: str, code: str, least: int) -> Iterator[Row]:
    side = next(iter(words.sides(text)), "")
    for key in words.keys(text):
        if least <= len(key.split()) <= LONGEST and titles.useful(key, code, IMPORTED):
            yield key, code, system, side, IMPORTED, "", ""


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
