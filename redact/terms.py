"""A site's own terms: what is never and what is always redacted.

A file of terms has one a line: a word or phrase (any casing, any white space between its words, whole words
only), or a pattern between slashes ("/WX-[0-9]{4}/"). In a deny list "MRN: term" gives the label; without
one it is OTHER_ID. Blank lines and lines that begin with "#" say nothing. Patterns run under a time limit,
since one that explodes on some note would otherwise stop the whole batch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import regex

from ..errors import RedactionError, UsageError
from .labels import LABELS
from .spans import Finding

RECOGNIZER: Final = "DenyList"
#: Seconds that one pattern may take for one note.
TIME_LIMIT: Final = 1.0
MAX_TERM: Final = 1000


@dataclass(frozen=True, slots=True)
class Term:
    """A word, phrase or pattern as it was written, and the label of what it finds."""

    written: str
    label: str = "OTHER_ID"


def parse_term(line: str) -> Term:
    """The term of a line.

    Raises `UsageError` for a pattern that is none, matches nothing at all, or is too long.
    """
    label, colon, rest = line.partition(":")
    labelled = bool(colon) and label.strip() in LABELS and bool(rest.strip())
    term = Term(rest.strip(), label.strip()) if labelled else Term(line.strip())
    if not term.written or len(term.written) > MAX_TERM:
        raise UsageError(f"a term is empty or longer than {MAX_TERM} characters: shorten it")
    if not any(map(str.isalnum, term.written)):
        raise UsageError("a term has neither letter nor digit: mend or remove it")
    try:
        empty = _compiled(term).fullmatch("") is not None
    except regex.error:
        raise UsageError("a pattern of the terms is not a regular expression: mend it") from None
    if empty:
        raise UsageError("a pattern of the terms matches nothing at all: let it need a character")
    return term


def read_terms(path: Path) -> tuple[Term, ...]:
    """Read a file of terms (UTF-8). Raises `UsageError` naming the line at fault, never its words."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"can't read {path} ({type(error).__name__}): give a UTF-8 file of terms") from None
    return tuple(_terms(path, lines))


def _terms(path: Path, lines: Iterable[str]) -> Iterator[Term]:
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                yield parse_term(line)
            except UsageError as error:
                raise UsageError(f"{path}, line {number}: {error}") from None


def denied(terms: Iterable[Term], text: str) -> list[Finding]:
    """Every place of every term; offsets are code points of `text`.

    Raises `RedactionError` where a pattern takes too long.
    """
    return [
        Finding(start, end, term.label, 1.0, RECOGNIZER)
        for term in terms
        for start, end in _places(term, text)
        if end > start
    ]


def allowed(terms: Iterable[Term], text: str) -> set[tuple[int, int]]:
    """The places of the terms: a finding that is one of them is left alone.

    Raises `RedactionError` where a pattern takes too long.
    """
    return {place for term in terms for place in _places(term, text)}


def _places(term: Term, text: str) -> list[tuple[int, int]]:
    try:
        return [match.span() for match in _compiled(term).finditer(text, timeout=TIME_LIMIT)]
    except TimeoutError:
        raise RedactionError(
            "a pattern of the allow or deny terms takes too long: write it without nested repeats"
        ) from None


@lru_cache(maxsize=4096)
def _compiled(term: Term) -> "regex.Pattern[str]":
    written = term.written
    if len(written) > 2 and written.startswith("/") and written.endswith("/"):
        return regex.compile(written[1:-1])
    words = r"\s+".join(map(regex.escape, written.split()))
    return regex.compile(rf"(?<!\w){words}(?!\w)", regex.IGNORECASE | regex.FULLCASE)
