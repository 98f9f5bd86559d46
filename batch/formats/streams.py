"""Files of many records: what each of them opens to, and their lines, none too long to hold."""

import codecs
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, Protocol

from ..encoding import mark_of
from ..errors import FixedNoteError, UndecodableNote
from .record import Record

BLOCK: Final = 65536
#: Encodings in which no byte of ASCII stands for anything else, by the beginning of their names.
PLAIN: Final = ("utf-8", "ascii", "iso8859", "cp125")
#: Encodings that do not say which byte comes first, and leave it to a mark.
ENDLESS: Final = ("utf-16", "utf-32")


class LongRecord(FixedNoteError):
    """A record so long that something must be wrong with the file."""

    message = "a record is far longer than the limit; close its quotes, split it or raise --max-bytes"


class Reader(Protocol):
    """Reads the records of one file; it travels to the workers by pickle."""

    @property
    def keeps_failed(self) -> bool:
        """Whether something stands in the place of a record that fails."""

    def read(self, raw: bytes) -> Record:
        """A record of its bytes. Raises NoteError."""

    def failed(self, raw: bytes) -> bytes:
        """What stands in a record's place where it fails: nothing of its text."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of many records: how to read one, what comes before the first in the output, and all raw."""

    reader: Reader
    head: bytes
    raws: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file in an encoding that keeps ASCII apart, and how its text is written.

    mark: its byte order mark. inner: the encoding of the bytes as they are read, None to detect it for each
    record. outer: the encoding of the output, None where it is the inner one.
    """

    file: BinaryIO
    mark: bytes
    inner: str | None
    outer: str | None


def source_of(file: BinaryIO, encoding: str | None) -> Source:
    """A file of text as bytes that can be cut at ASCII characters. UTF-16 and the like are read as UTF-8."""
    buffered = io.BufferedReader(_Raw(file), BLOCK)
    mark, codec = mark_of(buffered.peek(4)[:4])
    buffered.read(len(mark))
    given = codec or encoding
    name = codecs.lookup(given).name if given else None
    if not mark and name in ENDLESS:
        raise UndecodableNote
    if name is None or name.startswith(PLAIN):
        return Source(buffered, mark, "utf-8" if name == "utf-8-sig" else name, None)
    return Source(io.BufferedReader(_Transcoded(buffered, name), BLOCK), mark, "utf-8", name)


def lines(file: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a file with their ends, at most `limit` bytes each; else LongRecord.

    Lines end in LF, or in CR in a file that begins without any LF.
    """
    block = file.read(BLOCK)
    end = b"\r" if b"\r" in block and b"\n" not in block else b"\n"
    rest = bytearray()
    while block:
        sought = len(rest)
        rest += block
        start = 0
        while (found := rest.find(end, max(start, sought))) >= 0:
            yield bytes(rest[start : found + 1])
            start = found + 1
        del rest[:start]
        if len(rest) > limit:
            raise LongRecord
        block = file.read(BLOCK)
    if rest:
        yield bytes(rest)


def with_blanks(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Lines, each with the blank ones behind it; blank ones at the beginning go before the first."""
    held = b""
    for row in rows:
        if row.strip() and held.strip():
            yield held
            held = b""
        held += row
    if held.strip():
        yield held


class _Raw(io.RawIOBase):
    """A file that is read as a raw one, so that it can be buffered and peeked into, whatever it is."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self._file.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Transcoded(io.RawIOBase):
    """A file of another encoding as UTF-8. Raises UnicodeError where it breaks off or is wrong."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self._left = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        while not self._left and not self._ended:
            data = self._file.read(BLOCK)
            self._ended = not data
            self._left = self._decoder.decode(data, self._ended).encode("utf-8")
        data, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
