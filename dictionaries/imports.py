"""Official files the user imported: read once, kept as plain records, so that the file itself may go.

Each import is two files in `places.imports_folder()`: NAME.json, which says what it is, and the file of
records that it names, one JSON array a line. NAME.json is written last and makes the import exist; a file
that can't be read to its end leaves no trace.
"""

import gzip
import hashlib
import json
import os
import re
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from ..errors import UsageError
from . import places, records
from .lock import alone
from .official.faults import ImportFileError
from .records import CPT, SYSTEMS, CodeRecord, Record

KINDS = {kind.__name__: kind for kind in (
    records.CodeRecord, records.HeadingRecord, records.NoteRecord, records.TermRecord,
    records.SuccessorRecord, records.ChangeRecord,
)}  # fmt: skip
LICENCE = (
    "holds CPT descriptions, which are the American Medical Association's; if you hold a licence for them, "
    "repeat the command with --accept-cpt-licence"
)
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
#: The largest official file has some 15 megabytes.
MOST = 400_000_000
SUFFIXES = re.compile(r"(\.(gz|txt|xml|csv|tsv|jsonl|json))+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Imported:
    """One import: `counts` says how many records of each kind, `sha256` is the source file's."""

    name: str
    kind: str
    systems: tuple[str, ...]
    year: int
    counts: dict[str, int]
    sha256: str
    file: str

    @property
    def entries(self) -> int:
        """How many records it holds."""
        return sum(self.counts.values())


def import_file(
    path: Path, *, accept_cpt_licence: bool = False, year: int | None = None, name: str | None = None
) -> Imported:
    """Read an official file and keep it as `name` (default: the file's), replacing what had that name.

    Raises ImportFileError, with the line where the file is damaged, and then changes nothing.
    """
    try:
        return _import(path, accept_cpt_licence, year, name or plain_name(path))
    except ImportFileError as error:
        raise ImportFileError(f"{path.name}: {error}; nothing was imported") from None


def _import(path: Path, accept_cpt_licence: bool, year: int | None, name: str) -> Imported:
    from .official.recognise import recognise

    content = _content(path)
    found = recognise(_text(content), path.name, year=year)
    folder = places.imports_folder()
    folder.mkdir(parents=True, exist_ok=True)
    handle, written = tempfile.mkstemp(prefix="importing-", dir=folder)
    unfinished = Path(written)
    try:
        with os.fdopen(handle, "wb") as out:
            counts, systems = _write(_licensed(found.records(), accept_cpt_licence), out)
        if not counts:
            raise ImportFileError("the file holds no entry")
        digest = hashlib.sha256(content).hexdigest()
        kept = f"{name}-{hashlib.sha256(unfinished.read_bytes()).hexdigest()[:12]}.jsonl.gz"
        imported = Imported(name, found.kind, systems, found.year, counts, digest, kept)
        with alone(folder.with_suffix(".lock")):
            unfinished.replace(folder / kept)
            _write_meta(folder, imported)
            _sweep(folder)
    finally:
        unfinished.unlink(missing_ok=True)
    return imported


def _write(found: Iterable[Record], out: BinaryIO) -> tuple[dict[str, int], tuple[str, ...]]:
    """Write records as lines; how many there were of each kind, and of which systems."""
    counts: Counter[str] = Counter()
    systems: set[str] = set()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=3, mtime=0, filename="") as lines:
        for record in found:
            kind = type(record).__name__
            values = [getattr(record, field) for field in record.__slots__]
            lines.write(json.dumps([kind, *values], ensure_ascii=False).encode() + b"\n")
            counts[kind] += 1
            systems.add(record.system)
    return dict(counts), tuple(system for system in SYSTEMS if system in systems)


def _licensed(found: Iterable[Record], accepted: bool) -> Iterator[Record]:
    for record in found:
        if not accepted and isinstance(record, CodeRecord) and record.system == CPT:
            raise ImportFileError(LICENCE)
        yield record


def _write_meta(folder: Path, imported: Imported) -> None:
    handle, written = tempfile.mkstemp(prefix="importing-", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(asdict(imported), out, indent=1)
    Path(written).replace(folder / f"{imported.name}.json")


def _sweep(folder: Path) -> None:
    """Remove records that no import names, and what an import that was killed had begun to write."""
    named = {_file_of(path) for path in _meta_files()}
    stale = [file for file in folder.glob("*.jsonl.gz") if file.name not in named]
    for file in (*stale, *places.abandoned(folder)):
        file.unlink(missing_ok=True)


def _file_of(meta: Path) -> str:
    """The file of records that an import names, '' where there is no such import or it is damaged."""
    try:
        return _meta(meta).file
    except (OSError, UsageError):
        return ""


def plain_name(path: Path) -> str:
    """The name of an import: the file's, without suffixes and with nothing but letters, digits, - . and _."""
    return re.sub(r"[^\w.-]+", "_", SUFFIXES.sub("", path.name)).strip("._") or "import"


def _content(path: Path) -> bytes:
    """The bytes of a file, unpacked where it is a gzip file."""
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST else b""
    except OSError as error:
        raise ImportFileError(f"can't be read ({error.strerror})") from None
    if content[:4] == ZIP:
        raise ImportFileError("a zip archive: unpack it and import the files in it")
    if content[:2] == GZIP:
        unpacker = zlib.decompressobj(31)
        try:
            content = unpacker.decompress(content, MOST)
        except zlib.error:
            raise ImportFileError("a damaged gzip file") from None
        if not unpacker.eof:
            raise ImportFileError("a gzip file that is cut off or far too large")
    if not content.strip():
        raise ImportFileError("the file is empty or far too large")
    return content


def _text(content: bytes) -> str:
    """Text in UTF-8, UTF-16 with its mark, or Windows-1252 as older files have it."""
    marked = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise ImportFileError("not a text file")


def state() -> list[str]:
    """One line an import, for the library's fingerprint."""
    return [f"{p.name} {(s := p.stat()).st_size} {s.st_mtime_ns}" for p in _meta_files()]


def contents() -> list[str]:
    """One line an import that says what is in it, whenever and wherever it was imported."""
    return [f"{item.name} {item.kind} {item.year} {item.file}" for item in listed()]


def _meta_files() -> list[Path]:
    return sorted(places.imports_folder().glob("*.json"))


def listed() -> list[Imported]:
    """All imports, in the order in which they count: by year, then by name."""
    found = [_meta(path) for path in _meta_files()]
    return sorted(found, key=lambda item: (item.year, item.name))


def _meta(path: Path) -> Imported:
    try:
        facts = json.loads(path.read_text("utf-8"))
        return Imported(**{**facts, "systems": tuple(facts["systems"])})
    except (ValueError, TypeError, KeyError):
        raise _broken(path.stem) from None


def stored(item: Imported) -> Iterator[Record]:
    """The records of an import."""
    try:
        with gzip.open(places.imports_folder() / item.file, "rt", encoding="utf-8") as lines:
            for line in lines:
                kind, *values = json.loads(line)
                yield KINDS[kind](*values)
    except (OSError, EOFError, zlib.error, ValueError, TypeError, KeyError):
        raise _broken(item.name) from None


def _broken(name: str) -> UsageError:
    return UsageError(
        f"the import {name} is damaged: remove it (chartveil dictionaries remove {name}), import anew"
    )


def remove(name: str) -> None:
    """Forget an import; raises UsageError where there is none of that name."""
    folder = places.imports_folder()
    path = folder / f"{name}.json"
    if path not in _meta_files():
        known = ", ".join(file.stem for file in _meta_files()) or "none"
        raise UsageError(f"no import named {name}; imported: {known}")
    with alone(folder.with_suffix(".lock")):
        path.unlink(missing_ok=True)
        _sweep(folder)
