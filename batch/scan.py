"""Which files of IN hold notes, and what each is called.

Such a file is a regular one whose suffix is that of a format (in any case), or that has no suffix, which is
text; a suffix is a dot and up to eight letters or digits that begin with a letter, so that
`visit.2024-01-03` has none. Behind the suffix of a format may come ".gz". All else is counted and left
alone: other suffixes, hidden files and folders, devices and pipes, and tables where no column is given.

Symbolic links: a link to a folder is never followed, so that no loop exists and no note comes twice. A link
to a file is read if the file lies inside IN. Where its name is a note's and it leads outside IN, to nothing
or in circles, that note fails: an unread note must not go unnoticed.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import NoteError, UsageError
from .errors import BrokenLink, LinkedOutside, OutputClash
from .formats import FORMATS, GZIP, TEXT, Format, by_suffix

_SUFFIX = re.compile(r"(?<=[^/.])\.[a-z][a-z0-9]{0,7}$", re.IGNORECASE | re.ASCII)
# A suffix outside this list is counted as "other": the end of a file name can be part of a person's name.
_NAMED_SUFFIXES = frozenset(
    """.doc .docx .eml .htm .html .log .msg .odt .pdf .rtf .xml .yaml .yml .ccd .cda .csv .dat .db .hl7 .json
    .jsonl .ndjson .parquet .sas7bdat .sql .tsv .xls .xlsx .bin .bmp .dcm .gif .jpeg .jpg .mp3 .png .tif .tiff
    .wav .bak .bz2 .gz .rar .tar .tgz .zip""".split()
)


@dataclass(frozen=True, slots=True)
class Note:
    """One file to process: its path below IN in POSIX form, its id, and why it can't be read, if so.

    format: what it is. renamed: its path below OUT/notes where that is another one. streamed: it comes by
    standard input.
    """

    source: str
    id: str
    problem: NoteError | None = None
    format: Format = TEXT
    renamed: str = ""
    streamed: bool = False

    @property
    def output(self) -> str:
        """The path of its output below OUT/notes."""
        return self.renamed or self.source

    @property
    def packed(self) -> bool:
        """Whether it is gzipped."""
        return self.source.lower().endswith(GZIP)

    @property
    def stem(self) -> str:
        """Its path without its suffix, by which patients and what is known of them are found."""
        return self.source.removesuffix(suffix_of(self.source))


@dataclass(frozen=True, slots=True)
class Scan:
    """What lies in IN: the notes in the order of their paths, and how many other files of each kind."""

    notes: tuple[Note, ...]
    skipped: dict[str, int]


def scan(root: Path, fold: Callable[[str], str] | None = None, *, tables: bool = False) -> Scan:
    """Find the notes below `root`, a resolved folder, and with `tables` the tables too.

    `fold` maps a relative path to what the output's file system holds for the same name. Raises UsageError
    if a folder can't be listed.
    """
    skipped: Counter[str] = Counter()
    found = sorted(_walk(root, skipped, tables), key=lambda pair: pair[0])
    scanned = Scan(tuple(_named(found)), dict(sorted(skipped.items())))
    return without_clashes(scanned, fold) if fold else scanned


def without_clashes(found: Scan, fold: Callable[[str], str]) -> Scan:
    """The same with a problem for each note whose output would be the file of one before it."""
    taken: set[str] = set()
    notes = []
    for note in found.notes:
        key = fold(note.output)
        notes.append(replace(note, problem=OutputClash()) if key in taken else note)
        taken.add(key)
    return Scan(tuple(notes), found.skipped)


def single(path: Path, form: Format | None) -> Scan:
    """One file as what lies in IN. Raises UsageError where neither `form` nor its suffix says what it is."""
    form = form or by_suffix(suffix_of(path.name), tables=True)
    if form is None:
        raise UsageError("no format has the suffix of the input file: say which it is with --input-format")
    name = path.name
    return Scan((Note(name, name.removesuffix(suffix_of(name)) or name, format=form),), {})


def streamed(form: Format | None) -> Scan:
    """Standard input as what lies in IN. Raises UsageError for a format that can't be read as it comes."""
    if form is None or not form.many or form.name == "parquet":
        names = ", ".join(form.name for form in FORMATS if form.many and form.name != "parquet")
        raise UsageError(f"standard input needs --input-format, one of {names}")
    return Scan((Note(f"stdin{form.suffixes[0]}", "stdin", format=form, streamed=True),), {})


def suffix_of(name: str) -> str:
    """The suffix of a name or path as it stands there, and ".gz" behind that of a format; "" for none."""
    match = _SUFFIX.search(name)
    suffix = match.group() if match else ""
    inner = _SUFFIX.search(name[: -len(GZIP)]) if suffix.lower() == GZIP else None
    return inner.group() + suffix if inner and by_suffix(inner.group(), tables=True) else suffix


def _walk(root: Path, skipped: Counter[str], tables: bool) -> Iterator[tuple[str, NoteError | None]]:
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
            elif kind := _not_a_note(entry, tables):
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


def _not_a_note(entry: os.DirEntry[str], tables: bool) -> str | None:
    """What to count a file as that is no note; None for a note."""
    suffix = suffix_of(entry.name).lower()
    if by_suffix(suffix, tables=tables) is None:
        last = suffix[suffix.rfind(".") :]
        return last if last in _NAMED_SUFFIXES else "other suffix"
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


def _named(found: Iterable[tuple[str, NoteError | None]]) -> Iterator[Note]:
    """Give each note its path without suffix as id, or its whole path where a note before it has that id.

    The order of the paths makes the ids unique: a path comes before the paths that it begins.
    """
    taken: set[str] = set()
    for source, problem in found:
        stem = source.removesuffix(suffix_of(source))
        identity = source if stem in taken else stem
        taken.add(identity)
        yield Note(source, identity, problem, by_suffix(suffix_of(source), tables=True) or TEXT)
