"""What became of one unit of work, and the lines that record it."""

import hmac
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from .errors import describe
from .scan import Note

BLOCK = 1024 * 1024
#: Between the rows of one outcome; JSON writes a tab within a string as an escape.
PARTED = b"\t"


@dataclass(frozen=True, slots=True)
class Entry:
    """The record of a file or of a chunk of one: how to tell later that input, output and rows are the same.

    `input`, `output` and `row` are fingerprints, "" where there is none. That of the input is taken of its
    size and time of change, never of its text: with the redacted text beside it, a digest would let one test
    guesses of what was redacted (45 CFR 164.514(c) forbids codes derived from identifiers).

    unit: 0 for a whole file, from 1 for the chunks of one with many records, whose entry for the whole says
        how many `units` they are and has no rows.
    rows: how many it has in results.jsonl; records: how many notes they are of, of which so many `failed`.
    fields: replaced values that were identifiers as a whole, by label.
    renamed: the path of the output below OUT/notes, if it is not `source`.
    """

    source: str
    id: str
    ok: bool
    input: str
    output: str
    row: str
    unit: int = 0
    units: int = 0
    rows: int = 1
    records: int = 1
    failed: int = 0
    fields: Mapping[str, int] = field(default_factory=dict)
    renamed: str = ""

    @property
    def path(self) -> str:
        """The path of the output below OUT/notes."""
        return self.renamed or self.source

    def to_line(self) -> bytes:
        """One line of JSON without its end."""
        return to_json(asdict(self))

    @classmethod
    def from_line(cls, line: bytes) -> "Entry":
        """The entry of a line; ValueError if it is none."""
        try:
            return cls(**json.loads(line))
        except TypeError as error:
            raise ValueError("not an entry") from error


@dataclass(frozen=True, slots=True)
class Outcome:
    """An entry with its rows of results.jsonl, lines of JSON without their ends, tabs between them."""

    entry: Entry
    row: bytes

    @property
    def lines(self) -> bytes:
        """The rows as they stand in results.jsonl."""
        return self.row.replace(PARTED, b"\n") + b"\n" if self.entry.rows else b""


@dataclass(frozen=True, slots=True)
class Made:
    """What one record came to: its rows, its bytes in the output, and its replaced fields by label."""

    rows: tuple[bytes, ...]
    output: bytes
    failed: bool = False
    fields: Mapping[str, int] = field(default_factory=dict)


def to_json(value: object) -> bytes:
    """One line of ASCII JSON: no reader can split it at a Unicode line break, and any file name fits in."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def fingerprint(data: bytes, key: bytes) -> str:
    """A keyed digest, HMAC-SHA256: without the key it tells nothing of the data."""
    return hmac.digest(key, data, "sha256").hex()


def fingerprint_of(pieces: Iterable[bytes], key: bytes) -> str:
    """The fingerprint of data that comes in pieces."""
    digest = hmac.new(key, digestmod="sha256")
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def file_fingerprint(path: Path, key: bytes) -> str:
    """The fingerprint of a file of any size."""
    with path.open("rb") as file:
        return fingerprint_of(iter(lambda: file.read(BLOCK), b""), key)


def file_state(status: os.stat_result, key: bytes) -> str:
    """A fingerprint of a file's size and time of last change."""
    return fingerprint(f"{status.st_size} {status.st_mtime_ns}".encode(), key)


def success(note: Note, made: Made, state: str, written: bytes, key: bytes) -> Outcome:
    """The outcome of a file of one record whose output is written."""
    row = PARTED.join(made.rows)
    entry = Entry(
        note.source, note.id, True, state, fingerprint(written, key), fingerprint(row, key),
        rows=len(made.rows), fields=made.fields, renamed=note.renamed,
    )  # fmt: skip
    return Outcome(entry, row)


def failure(note: Note, error: Exception, key: bytes) -> Outcome:
    """The outcome of a file that has no output."""
    row = row_of(note, failed=error)
    entry = Entry(
        note.source, note.id, False, "", "", fingerprint(row, key), failed=1, renamed=note.renamed
    )  # fmt: skip
    return Outcome(entry, row)


def chunk(note: Note, number: int, made: Iterable[Made], output: bytes, state: str, key: bytes) -> Outcome:
    """The outcome of a chunk of a file of many records, whose output is written."""
    done = list(made)
    row = PARTED.join(row for one in done for row in one.rows)
    entry = Entry(
        note.source, note.id, True, state, fingerprint(output, key), fingerprint(row, key),
        unit=number, rows=sum(len(one.rows) for one in done), records=len(done),
        failed=sum(one.failed for one in done), fields=total(one.fields for one in done),
        renamed=note.renamed,
    )  # fmt: skip
    return Outcome(entry, row)


def joined(outcomes: Sequence[Outcome], output: bytes, key: bytes) -> Outcome:
    """The outcome of a chunk from those of its records in order; `output` is theirs together."""
    entries = [outcome.entry for outcome in outcomes]
    row = PARTED.join(outcome.row for outcome in outcomes)
    entry = replace(
        entries[0],
        output=fingerprint(output, key),
        row=fingerprint(row, key),
        rows=sum(entry.rows for entry in entries),
        records=sum(entry.records for entry in entries),
        failed=sum(entry.failed for entry in entries),
        fields=total(entry.fields for entry in entries),
    )
    return Outcome(entry, row)


def total(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Counts of the same things, added up."""
    sums: Counter[str] = Counter()
    for count in counts:
        sums.update(count)
    return dict(sorted(sums.items()))


def whole(note: Note, units: int, state: str, output: str, key: bytes) -> Outcome:
    """The outcome of a file of many records whose chunks are joined; `output` is its fingerprint."""
    entry = Entry(
        note.source, note.id, True, state, output, fingerprint(b"", key),
        units=units, rows=0, records=0, renamed=note.renamed,
    )  # fmt: skip
    return Outcome(entry, b"")


def row_of(
    note: Note,
    *,
    found: Mapping[str, Any] | None = None,
    failed: Exception | None = None,
    identity: str | None = None,
    record: int | None = None,
    part: str | None = None,
) -> bytes:
    """A row of results.jsonl. `record` and `part` say which of several records and passages of the file."""
    row: dict[str, Any] = {"id": note.id if identity is None else identity, "source": note.output}
    if record is not None:
        row["record"] = record
    if part is not None:
        row["part"] = part
    row["status"], row["error"] = ("ok", None) if failed is None else ("failed", describe(failed))
    return to_json(row | {name: found[name] if found else [] for name in ("phi", "codes")})
