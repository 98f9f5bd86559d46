"""Reads marked notes of any form: inline marks, JSON lines, brat or XML, told apart by their content."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from ..batch.encoding import decode
from ..batch.scan import suffix_of
from ..errors import NoteError, UsageError
from .brat import parse_brat
from .gold import Gold, GoldNote
from .i2b2 import parse_i2b2
from .jsonl import parse_jsonl
from .labels import with_own_labels
from .marks import parse_marks

SUFFIXES: Final = {
    "marks": (".note", ".txt"),
    "jsonl": (".jsonl", ".ndjson", ".json"),
    "brat": (".ann",),
    "xml": (".xml",),
}
FORMS: Final = tuple(SUFFIXES)
_ALL: Final = tuple(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
_SNIFFED = 65536


def read_gold(source: str | Path, form: str | None = None) -> Gold:
    """The marked notes of a file, or of all files of a folder and the folders in it, in order of their paths.

    `form` is one of FORMS; None tells by the content. Raises UsageError for anything that is not as it should
    be, naming file and line, never a word of a note.
    """
    path = Path(source)
    if not path.exists():
        raise UsageError(f"there is no {path}: check the path of the marked notes")
    files = _files(path)
    form = form or _form_of(path, files)
    read = list(_read(path, [file for file in files if _fits(file, form, path)], form))
    if not read:
        raise UsageError(f"no marked notes of the form {form!r} in {path}: check the path or give --form")
    _check_ids([note.id for note, _ in read])
    return _gold(read, form, files)


def _gold(read: Sequence[tuple[GoldNote, frozenset[str]]], form: str, files: Sequence[Path]) -> Gold:
    notes, unknown = with_own_labels([note for note, _ in read], foreign=form in ("brat", "xml"))
    said = frozenset().union(*(keys for _, keys in read))
    codes = any(note.codes for note in notes) or (form == "jsonl" and "codes" in said)
    phi = any(note.phi for note in notes) or (form == "jsonl" and "phi" in said) or not codes
    return Gold(notes, form, phi, codes, tuple(_remarks(notes, unknown, form, files, phi)))


def _remarks(
    notes: Sequence[GoldNote], unknown: Sequence[str], form: str, files: Sequence[Path], phi: bool
) -> Iterator[str]:
    if unknown:
        yield f"unknown labels, counted as OTHER_ID: {', '.join(unknown)}"
    left_out = Counter(mark.label for note in notes for mark in note.phi if not mark.asked)
    if left_out:
        kinds = ", ".join(f"{count} {label}" for label, count in sorted(left_out.items()))
        yield f"marked but no identifiers under Safe Harbor, so they may stay or go: {kinds}"
    if phi and not any(mark.asked for note in notes for mark in note.phi):
        yield "no identifier is marked: the figures tell of false alarms only"
    if form == "brat" and (bare := sum(1 for f in files if f.suffix == ".txt" and not _pair(f).exists())):
        yield f"text files without an .ann file, left out: {bare}"


def _files(path: Path) -> list[Path]:
    """The files that may hold marked notes, hidden ones left out."""
    if path.is_file():
        return [path]
    found = (file for file in path.rglob("*") if file.suffix.lower() in _ALL and file.is_file())
    return sorted(file for file in found if not any(n.startswith(".") for n in file.relative_to(path).parts))


def _fits(file: Path, form: str, source: Path) -> bool:
    return file == source or file.suffix.lower() in SUFFIXES[form]


def _form_of(path: Path, files: Sequence[Path]) -> str:
    """The form that all the files share."""
    if any(_is_brat(file) for file in files):
        return "brat"
    forms = {_sniffed(file) for file in files}
    if len(forms) > 1:
        raise UsageError(f"{path} holds several forms ({', '.join(sorted(forms))}): give --form")
    return forms.pop() if forms else "marks"


def _is_brat(file: Path) -> bool:
    return file.suffix == ".ann" or (file.suffix == ".txt" and _pair(file).exists())


def _pair(file: Path) -> Path:
    return file.with_suffix(".ann")


def _sniffed(file: Path) -> str:
    with file.open("rb") as content:
        start = content.read(_SNIFFED).decode("utf-8-sig", "replace").lstrip()
    if start.startswith("<?xml") or (start.startswith("<") and "<TEXT" in start):
        return "xml"
    if start.startswith("{") and not start.startswith("{{") and _is_json(start):
        return "jsonl"
    suffix = file.suffix.lower()
    return next((form for form in ("jsonl", "xml") if suffix in SUFFIXES[form]), "marks")


def _is_json(start: str) -> bool:
    """Whether the first line is an object; a line longer than what was read may be one."""
    line, ended, _ = start.partition("\n")
    try:
        return not ended or isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _read(source: Path, files: Sequence[Path], form: str) -> Iterator[tuple[GoldNote, frozenset[str]]]:
    for file in files:
        identity = file.name if source.is_file() else file.relative_to(source).as_posix()
        identity = identity.removesuffix(suffix_of(identity))
        if form == "jsonl":
            yield from parse_jsonl(_text(file), str(file))
        elif form == "xml":
            yield parse_i2b2(_bytes(file), identity, str(file)), frozenset()
        elif form == "brat":
            text = _text(file.with_suffix(".txt"))
            yield parse_brat(text, _text(_pair(file)), identity, str(_pair(file))), frozenset()
        else:
            yield parse_marks(_text(file), identity, str(file)), frozenset()


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"can't read {file} ({error.strerror}): check the path and permissions") from None


def _text(file: Path) -> str:
    try:
        return decode(_bytes(file)).text
    except NoteError as error:
        raise UsageError(f"{file}: {error}") from None


def _check_ids(ids: Iterable[str]) -> None:
    twice = [identity for identity, count in Counter(ids).items() if count > 1]
    if twice:
        raise UsageError(f"two marked notes are called {twice[0]!r}: give each a name of its own")
