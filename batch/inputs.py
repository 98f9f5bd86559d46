"""What lies in IN, opened: whole files of one record, and files of many read one record after the other."""

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ..errors import NoteError
from .errors import FixedNoteError, TooLargeNote, UndecodableNote, UnreadableNote
from .formats import Format
from .formats.record import Record
from .formats.streams import BLOCK, LongRecord, Opened
from .scan import Note

if TYPE_CHECKING:
    from .columns import Columns

#: What a file of a structured format may have in bytes for each byte that its text may have: markup, base64.
MARKUP = 8
#: What reading a damaged or vanished file may raise.
BROKEN = (OSError, EOFError, zlib.error, UnicodeError)


class BrokenArchive(FixedNoteError):
    """Gzipped data that breaks off or is none."""

    message = "the gzip file is damaged or breaks off; copy or pack it again"


@dataclass(frozen=True, slots=True)
class Plan:
    """How files are read: `limit` bounds a record's text in bytes, `options` go to the readers by format."""

    root: Path
    columns: "Columns | None"
    encoding: str | None
    limit: int
    options: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()

    def options_of(self, form: Format) -> dict[str, Any]:
        """What the reader of a format is told besides the encoding."""
        return dict(dict(self.options).get(form.name, ()))


@dataclass(frozen=True, slots=True)
class ModuleReader:
    """Reads the records of a format that has a module with `read`."""

    form: Format
    encoding: str | None
    options: tuple[tuple[str, Any], ...] = ()
    keeps_failed: bool = False

    def read(self, raw: bytes) -> Record:
        record: Record = self.form.load().read(raw, encoding=self.encoding, **dict(self.options))
        return record

    def failed(self, raw: bytes) -> bytes:
        return b""


def read_bytes(path: Path, limit: int) -> tuple[bytes, os.stat_result]:
    """The bytes of a file and its status when it was opened; TooLargeNote, or UnreadableNote."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            raw = file.read(min(limit, status.st_size) + 1) if status.st_size <= limit else None
    except OSError:
        raise UnreadableNote from None
    if raw is None or len(raw) > status.st_size:
        raise TooLargeNote
    return raw, status


def read_file(note: Note, plan: Plan) -> tuple[bytes, os.stat_result]:
    """The bytes of a file of one record, unpacked, and its status; NoteError."""
    limit = plan.limit * (MARKUP if note.format.module else 1)
    raw, status = read_bytes(plan.root / note.source, limit)
    return unpacked(raw, limit) if note.packed else raw, status


def unpacked(raw: bytes, limit: int) -> bytes:
    """Gzipped bytes unpacked, at most `limit` of them: TooLargeNote, BrokenArchive."""
    data = bytearray()
    try:
        with gzip.open(io.BytesIO(raw)) as file:
            while len(data) <= limit and (block := file.read(BLOCK)):
                data += block
    except BROKEN:
        raise BrokenArchive from None
    if len(data) > limit:
        raise TooLargeNote
    return bytes(data)


def packed(data: bytes, note: Note) -> bytes:
    """What is written of `data`: gzipped where the input is. Such pieces joined are a gzip file too."""
    return gzip.compress(data, mtime=0) if note.packed else data


def read_record(raw: bytes, note: Note, plan: Plan) -> Record:
    """The record of a file of a structured format."""
    return ModuleReader(note.format, plan.encoding, tuple(plan.options_of(note.format).items())).read(raw)


@contextmanager
def opened_raw(note: Note, root: Path) -> "Iterator[BinaryIO]":
    """A file of many records, still packed, or standard input; UnreadableNote."""
    if note.streamed:
        yield sys.stdin.buffer
        return
    try:
        file = (root / note.source).open("rb")
    except OSError:
        raise UnreadableNote from None
    with file:
        yield file


def opened(note: Note, file: BinaryIO, plan: Plan) -> Opened:
    """The records of an open file. Raises `UsageError` for unfit columns, NoteError for an unfit file."""
    data: Any = gzip.open(file) if note.packed else file  # noqa: SIM115 - closed with the file below it
    limit = plan.limit * MARKUP
    with told():
        if note.format.table:
            found: Opened = note.format.load().open_table(
                data, plan.columns, form=note.format.name, encoding=plan.encoding, limit=limit
            )
            return Opened(found.reader, found.head, bounded(found.raws, limit))
        options = tuple(plan.options_of(note.format).items())
        reader = ModuleReader(note.format, plan.encoding, options)
        metered = Metered(data, limit)
        return Opened(reader, b"", bounded(note.format.load().split(metered), limit, metered))


class Metered:
    """A file that gives no more than some bytes for a record, lest one without an end fill the memory."""

    def __init__(self, file: Any, limit: int) -> None:
        self._file, self._limit = file, limit + 2 * BLOCK
        self.left = self._limit

    def read(self, size: int = BLOCK) -> bytes:
        """The next bytes."""
        return self._counted(self._file.read(min(size, BLOCK)))

    def __iter__(self) -> Iterator[bytes]:
        """The lines that are left."""
        return iter(lambda: self._counted(self._file.readline(self._limit + 1)), b"")

    def refill(self) -> None:
        """A record is complete."""
        self.left = self._limit

    def _counted(self, data: bytes) -> bytes:
        self.left -= len(data)
        if self.left < 0:
            raise LongRecord
        return data


def bounded(raws: Iterator[bytes], limit: int, metered: Metered | None = None) -> Iterator[bytes]:
    """Raw records as they come, none longer than `limit`; what goes wrong as a NoteError."""
    with told():
        for raw in raws:
            if len(raw) > limit:
                raise LongRecord
            yield raw
            if metered:
                metered.refill()


@contextmanager
def told() -> Iterator[None]:
    """Turn what a damaged file raises into the NoteError that says so."""
    try:
        yield
    except NoteError:
        raise
    except UnicodeError:
        raise UndecodableNote from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise BrokenArchive from None
    except OSError:
        raise UnreadableNote from None
