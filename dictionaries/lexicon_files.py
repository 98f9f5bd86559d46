"""Reads the curated lexicon, `lexicon/*.tsv`.

A line is CODE[|CODE...] TAB terms TAB optional plain description. Terms are separated by ';'. `=Term` matches
in exactly this case. `term [cues: word, word]` counts only in a note that holds one of the cue words. CODE is
ICD-10-CM, or `CPT:` or `HCPCS:` before a procedure's number; codes after the first are further candidates.
Lines that start with '#' are comments and say where the entries come from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ..errors import UsageError

TERM = re.compile(r"(?P<exact>=)?(?P<text>[^\[\];]+?)\s*(?:\[cues:\s*(?P<cues>[^\]]+)\])?$")
CODE = re.compile(r"(?:(CPT|HCPCS):)?([A-Z0-9][A-Z0-9.]*)$")


@dataclass(frozen=True, slots=True)
class Term:
    """One wording: its text, whether its case counts, and the cue words one of which the note must hold."""

    text: str
    exact: bool
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: (system, code) pairs best first, its terms, the project's own wording, and file:line."""

    codes: tuple[tuple[str, str], ...]
    terms: tuple[Term, ...]
    description: str
    where: str


def sources() -> list[tuple[str, bytes]]:
    """Name and content of every lexicon file, by name; a leading underscore marks a table of another form."""
    folder = resources.files(__package__) / "lexicon"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".tsv")), key=lambda file: file.name
    )
    return [(file.name, file.read_bytes()) for file in files if not file.name.startswith("_")]


def read() -> Iterator[Entry]:
    """Every entry of every file; raises UsageError naming file and line where the format is broken."""
    return iter(_entries())


@lru_cache(maxsize=1)
def _entries() -> tuple[Entry, ...]:
    return tuple(_parsed())


def _parsed() -> Iterator[Entry]:
    for name, content in sources():
        for number, line in enumerate(content.decode("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield parse(line, f"{name}:{number}")


def parse(line: str, where: str) -> Entry:
    """One line of a lexicon file; `where` goes into error messages."""
    columns = line.split("\t")
    if not 2 <= len(columns) <= 3:
        raise UsageError(f"{where}: expected CODE, TAB, terms and at most one more column")
    codes = tuple(_code(part.strip(), where) for part in columns[0].split("|"))
    terms = tuple(_term(part.strip(), where) for part in _split_terms(columns[1]))
    if not terms and len(columns) < 3:
        raise UsageError(f"{where}: no term; a line without terms needs a description")
    return Entry(codes, terms, columns[2].strip() if len(columns) == 3 else "", where)


def _split_terms(column: str) -> list[str]:
    return [part for part in re.split(r";(?![^\[]*\])", column) if part.strip()]


def _code(text: str, where: str) -> tuple[str, str]:
    found = CODE.match(text)
    if found is None:
        raise UsageError(f"{where}: not a code; write it as F32.A, CPT:97110 or HCPCS:H2011")
    return (found[1] or "ICD-10-CM", found[2])


def _term(text: str, where: str) -> Term:
    found = TERM.match(text)
    if found is None:
        raise UsageError(f"{where}: not a term; write words, =Words or words [cues: a, b]")
    cues = tuple(cue.strip() for cue in (found["cues"] or "").split(",") if cue.strip())
    return Term(found["text"].strip(), bool(found["exact"]), cues)
