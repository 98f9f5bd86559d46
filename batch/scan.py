"""Which files of IN are notes, and what each is called.

A note is a regular file whose name ends in .txt, .text, .note or .md (in any case) or has no suffix; a
suffix is a dot and up to eight letters or digits that begin with a letter, so that `visit.2024-01-03` has
none. All else is counted and left alone: other suffixes, hidden files and folders, devices and pipes.

Symbolic links: a link to a folder is never followed, so that no loop exists and no note comes twice. A link
to a file is read if the file lies inside IN. Where its name is a note's and it leads outside IN, to nothing
or in circles, that note fails: an unread note must not go unnoticed.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import NoteError, UsageError
from .errors import BrokenLink, LinkedOutside, OutputClash

NOTE_SUFFIXES = frozenset({"", ".txt", ".text", ".note", ".md"})
_SUFFIX = re.compile(r"(?<=[^/.])\.[a-z][a-z0-9]{0,7}$", re.IGNORECASE | re.ASCII)
# A suffix outside this list is counted as "other": the end of a file name can be part of a person's name.
_NAMED_SUFFIXES = frozenset(
    f".{suffix}"
    for suffix in (
        *("doc", "docx", "eml", "htm", "html", "log", "msg", "odt", "pdf", "rtf", "xml", "yaml", "yml"),
        *(
            "ccd",
            "cda",
            "csv",
            "dat",
            "db",
            "hl7",
            "json",
            "jsonl",
            "ndjson",
            "sas7bdat",
            "sql",
            "tsv",
            "xls",
        ),
        *("xlsx", "bin", "bmp", "dcm", "gif", "jpeg", "jpg", "mp3", "png", "tif", "tiff", "wav"),
        *("bak", "bz2", "gz", "rar", "tar", "tgz", "zip"),
    )
)


@dataclass(frozen=True, slots=True)
class Note:
    """One note to process: its path below IN in POSIX form, its id, and why it can't be read, if so."""

    source: str
    id: str
    problem: NoteError | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """What lies in IN: the notes in the order of their paths, and how many other files of each kind."""

    notes: tuple[Note, ...]
    skipped: dict[str, int]


def scan(root: Path, fold: Callable[[str], str] | None = None) -> Scan:
    """Find the notes below `root`, a resolved folder.

    `fold` maps a relative path to what the output's file system holds for the same name. Raises UsageError
    if a folder can't be listed.
    """
    skipped: Counter[str] = Counter()
    found = sorted(_walk(root, skipped), key=lambda pair: pair[0])
    return Scan(tuple(_named(_without_clashes(found, fold))), dict(sorted(skipped.items())))


def suffix_of(name: str) -> str:
    """The suffix of a file name or path as it stands there, "" for none."""
    match = _SUFFIX.search(name)
    return match.group() if match else ""


def _walk(root: Path, skipped: Counter[str]) -> Iterator[tuple[str, NoteError | None]]:
    """Yield the relative path and the problem of each note below `root`; count the rest."""
    folders = [""]
    while folders:
        prefix = folders.pop()
        for entry in _list(root / prefix):
            path = prefix + entry.name
            if entry.name.startswith("."):
                skipped["hidden"] += 1
            elif entry.is_dir(follow_symlinks=False):
                folders.append(path + "/")
            elif kind := _not_a_note(entry):
                skipped[kind] += 1
            else:
                yield path, _link_problem(entry, root)


def _list(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        raise UsageError(
            "a folder inside the input folder can't be read; check the permissions below it"
        ) from None


def _not_a_note(entry: os.DirEntry[str]) -> str | None:
    """What to count a file as that is no note; None for a note."""
    suffix = suffix_of(entry.name).lower()
    if suffix not in NOTE_SUFFIXES:
        return suffix if suffix in _NAMED_SUFFIXES else "other suffix"
    if entry.is_symlink():
        return "link to a folder" if Path(entry.path).is_dir() else None
    return None if entry.is_file(follow_symlinks=False) else "not a regular file"


def _link_problem(entry: os.DirEntry[str], root: Path) -> NoteError | None:
    if not entry.is_symlink():
        return None
    try:
        target = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):  # Python 3.11 and 3.12 raise RuntimeError for a loop
        return BrokenLink()
    if not target.is_file():
        return BrokenLink()
    return None if target.is_relative_to(root) else LinkedOutside()


def _without_clashes(
    found: list[tuple[str, NoteError | None]], fold: Callable[[str], str] | None
) -> Iterator[tuple[str, NoteError | None]]:
    """Mark each note whose output would be the file of one before it."""
    taken: set[str] = set()
    for source, problem in found:
        key = fold(source) if fold else source
        yield source, OutputClash() if key in taken else problem
        taken.add(key)


def _named(found: Iterator[tuple[str, NoteError | None]]) -> Iterator[Note]:
    """Give each note its path without suffix as id, or its whole path where a note before it has that id.

    The order of the paths makes the ids unique: a path comes before the paths that it begins.
    """
    taken: set[str] = set()
    for source, problem in found:
        stem = source.removesuffix(suffix_of(source))
        identity = source if stem in taken else stem
        taken.add(identity)
        yield Note(source, identity, problem)
