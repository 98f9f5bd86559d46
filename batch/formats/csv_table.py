"""CSV and TSV tables: cells that a rule speaks of are changed, and every other byte stays as it is.

A cell in double quotes may hold anything, a quote in it doubled (RFC 4180). The delimiter is the one that
parts the names of the header as they were given. A table whose quotes or cells do not add up fails whole,
with the number of the record: what follows could be text of a note in the place of another column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

from ...errors import NoteError, UsageError
from ..columns import DROP, ID, KEEP, Columns
from ..encoding import decode
from ..errors import FixedNoteError
from .cells import Cell, record_of
from .record import Record
from .streams import LongRecord, Opened, lines, source_of

DELIMITERS: Final = {"csv": b",;\t|", "tsv": b"\t"}
ENDS: Final = b"\r\n"
#: The rest of a quoted cell, from behind its first quote.
QUOTED: Final = re.compile(rb'[^"]*+(?:""[^"]*+)*+"')


class Misshapen(NoteError):
    """A table whose rows are not all of the shape of its header."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"record {number} has open or stray quotes, or not as many cells as the header; mend the table"
        )


class EmptyTable(FixedNoteError):
    """A file without a header."""

    message = "the table is empty: not even a header is there"


@dataclass(frozen=True, slots=True)
class CsvReader:
    """Reads the records of one table: `rules` and `names` of its columns, and its encodings (see Source)."""

    names: tuple[str, ...]
    rules: tuple[str, ...]
    delimiter: bytes
    inner: str | None
    outer: str | None
    keeps_failed: bool = True

    def read(self, raw: bytes) -> Record:
        decoded = decode(raw, self.inner)
        before, cells, after = self._cells(raw)
        values = [_value(cell).decode(decoded.codec) for cell in cells]

        def rebuild(changed: dict[int, str]) -> bytes:
            written = list(cells)
            for number, value in changed.items():
                if value != values[number]:
                    written[number] = self._written(decoded.encode(value), cells[number])
            return self._joined(before, written, after, decoded.codec)

        return record_of(
            [
                Cell(name, rule, value)
                for name, rule, value in zip(self.names, self.rules, values, strict=True)
            ],
            rebuild,
        )

    def failed(self, raw: bytes) -> bytes:
        before, cells, after = self._cells(raw)
        kept = [cell if rule in (KEEP, ID) else b"" for cell, rule in zip(cells, self.rules, strict=True)]
        return self._joined(before, kept, after, self.inner or "utf-8")

    def head(self, cells: Sequence[bytes], before: bytes, after: bytes) -> bytes:
        """The header with the columns that are left."""
        return self._joined(before, cells, after, self.inner or "utf-8")

    def _cells(self, raw: bytes) -> tuple[bytes, list[bytes], bytes]:
        """The cells of a record as they are written, and the line ends before and after them."""
        body = raw.strip(ENDS)
        start = raw.find(body) if body else len(raw)
        cells = list(_split(body, self.delimiter))
        if len(cells) != len(self.names):
            raise Misshapen(1)
        return raw[:start], cells, raw[start + len(body) :]

    def _written(self, value: bytes, before: bytes) -> bytes:
        """A new value, in quotes where the old one had them or it needs them."""
        if before.startswith(b'"') or any(c in value for c in (b'"', b"\r", b"\n", self.delimiter)):
            return b'"' + value.replace(b'"', b'""') + b'"'
        return value

    def _joined(self, before: bytes, cells: Sequence[bytes], after: bytes, codec: str) -> bytes:
        left = [cell for cell, rule in zip(cells, self.rules, strict=True) if rule != DROP]
        joined = before + self.delimiter.join(left) + after
        return joined.decode(codec).encode(self.outer) if self.outer else joined


def open_table(file: BinaryIO, columns: Columns, *, form: str, encoding: str | None, limit: int) -> Opened:
    """Open a table; `limit` bounds the bytes of a record.

    Raises `UsageError` where the columns do not fit its header, NoteError where it has none.
    """
    source = source_of(file, encoding)
    rows = lines(source.file, limit)
    header = _header(rows, limit)
    if not header.strip(ENDS):
        raise EmptyTable
    body = header.strip(ENDS)
    text = decode(body, source.inner).text
    delimiter, names = _names(text, DELIMITERS[form], columns)
    reader = CsvReader(names, columns.rules_of(names), delimiter, source.inner, source.outer)
    start = header.find(body)
    cells = list(_split(body, delimiter))
    head = source.mark + reader.head(cells, header[:start], header[start + len(body) :])
    return Opened(reader, head, _records(rows, delimiter, len(names), limit))


def _header(rows: Iterator[bytes], limit: int) -> bytes:
    """The first record, which ends where its quotes are even, with blank lines before it."""
    header = b""
    for row in rows:
        header += row
        if len(header) > limit:
            raise LongRecord
        if header.strip(ENDS) and header.count(b'"') % 2 == 0:
            break
    return header


def _names(text: str, delimiters: bytes, columns: Columns) -> tuple[bytes, tuple[str, ...]]:
    """The delimiter of a header and its names: the one by which most of the given names are found."""
    best: tuple[int, bytes, tuple[str, ...]] = (0, b"", ())
    for code in delimiters:
        delimiter = bytes([code])
        try:
            cells = tuple(_value(cell).decode() for cell in _split(text.encode(), delimiter))
        except Misshapen:
            continue
        found = sum(name in cells for name in columns.rules)
        if found > best[0]:
            best = (found, delimiter, cells)
    if not best[0]:
        raise UsageError("a table has none of the columns given: check its header, and that it has one")
    return best[1], best[2]


def _records(rows: Iterator[bytes], delimiter: bytes, width: int, limit: int) -> Iterator[bytes]:
    """The records of a table with their line ends, and with the blank lines after them."""
    pieces: list[bytes] = []
    size = parted = number = 0
    is_open = False
    pending = b""
    for row in rows:
        if not is_open and not row.strip(ENDS):
            pending += row
            continue
        if not is_open:
            if number:
                yield pending
                pending = b""
            number += 1
        parted, is_open = _parted(row, delimiter, is_open, parted, number)
        pieces.append(row)
        size += len(row)
        if size > limit:
            raise LongRecord
        if not is_open:
            if parted + 1 != width:
                raise Misshapen(number)
            pending += b"".join(pieces)
            pieces, size, parted = [], 0, 0
    if is_open:
        raise Misshapen(number)
    if pending and number:
        yield pending


def _parted(row: bytes, delimiter: bytes, is_open: bool, parted: int, number: int) -> tuple[int, bool]:
    """How many delimiters a record has up to the end of this line, and whether a cell is open there."""
    if not is_open and b'"' not in row:
        if b"\r" in row.rstrip(ENDS):
            raise Misshapen(number)
        return parted + row.count(delimiter), False
    position = 0
    while True:
        if is_open or row.startswith(b'"', position):
            match = QUOTED.match(row, position if is_open else position + 1)
            if match is None:
                return parted, True
            position, is_open = match.end(), False
            if row[position : position + 1] not in (delimiter, b"\r", b"\n", b""):
                raise Misshapen(number)
        found = row.find(delimiter, position)
        if b"\r" in (row[position:].rstrip(ENDS) if found < 0 else row[position:found]):
            raise Misshapen(number)
        if found < 0:
            return parted, False
        parted, position = parted + 1, found + 1


def _split(body: bytes, delimiter: bytes) -> Iterator[bytes]:
    """The cells of one record as they are written, quotes and all."""
    position = 0
    while True:
        end = position
        if body.startswith(b'"', position):
            match = QUOTED.match(body, position + 1)
            if match is None or body[match.end() : match.end() + 1] not in (delimiter, b""):
                raise Misshapen(1)
            end = match.end()
        else:
            end = body.find(delimiter, position)
            end = len(body) if end < 0 else end
        yield body[position:end]
        if end >= len(body):
            return
        position = end + 1


def _value(cell: bytes) -> bytes:
    """What a cell says."""
    return cell[1:-1].replace(b'""', b'"') if cell.startswith(b'"') else cell
