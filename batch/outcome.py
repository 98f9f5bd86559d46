"""What became of one note, and the lines that record it."""

import hmac
import json
import os
from dataclasses import asdict, dataclass
from typing import Any

from .errors import describe
from .options import Processed
from .scan import Note


@dataclass(frozen=True, slots=True)
class Entry:
    """One note's record: how to tell later that its input, its output and its row are still the same.

    `input`, `output` and `row` are fingerprints, "" where there is none. That of the input is taken of its
    size and time of change, never of its text: with the redacted text beside it, a digest would let one test
    guesses of what was redacted (45 CFR 164.514(c) forbids codes derived from identifiers).
    """

    source: str
    id: str
    ok: bool
    input: str
    output: str
    row: str

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
    """A note's record with its row of results.jsonl, one line of JSON without its end."""

    entry: Entry
    row: bytes


def to_json(value: object) -> bytes:
    """One line of ASCII JSON: no reader can split it at a Unicode line break, and any file name fits in."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def fingerprint(data: bytes, key: bytes) -> str:
    """A keyed digest, HMAC-SHA256: without the key it tells nothing of the data."""
    return hmac.digest(key, data, "sha256").hex()


def file_state(status: os.stat_result, key: bytes) -> str:
    """A fingerprint of a file's size and time of last change."""
    return fingerprint(f"{status.st_size} {status.st_mtime_ns}".encode(), key)


def success(note: Note, result: Processed, state: str, written: bytes, key: bytes) -> Outcome:
    """The outcome of a note whose redacted text is written."""
    row = _row(note, "ok", None, result.to_dict())
    entry = Entry(note.source, note.id, True, state, fingerprint(written, key), fingerprint(row, key))
    return Outcome(entry, row)


def failure(note: Note, error: Exception, key: bytes) -> Outcome:
    """The outcome of a note that has no output."""
    row = _row(note, "failed", describe(error), {"phi": [], "codes": []})
    return Outcome(Entry(note.source, note.id, False, "", "", fingerprint(row, key)), row)


def _row(note: Note, status: str, error: str | None, found: dict[str, Any]) -> bytes:
    head = {"id": note.id, "source": note.source, "status": status, "error": error}
    return to_json({**head, "phi": found["phi"], "codes": found["codes"]})
