"""The record of a run under way: one line for each finished file or chunk, in the order they finish.

A line is an entry and its rows of results.jsonl, tabs between them, all JSON, which holds no raw tab. A line
that a kill or a power cut left torn is cut off when the journal is opened again; its unit is done once more.
"""

from array import array
from collections.abc import Iterable
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Self

from .errors import writing
from .folders import atomic_file
from .outcome import Entry, Outcome, fingerprint


class Journal:
    """An open journal: where the last line of each unit lies in the file, and no more of it in memory."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open a journal, made if missing, and read what it holds."""
        path.touch(mode=0o600)
        self._places: dict[str, array[int]] = {}
        self._reader: BinaryIO = path.open("rb")
        self._end = 0
        self._index(key)
        # Unbuffered, so that a full disk shows at once and nothing is left to write when the file closes.
        self._writer: FileIO = path.open("r+b", buffering=0)
        self._writer.truncate(self._end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._reader.close()
        self._writer.close()

    @property
    def sources(self) -> list[str]:
        """The files of which anything is recorded."""
        return list(self._places)

    def append(self, outcome: Outcome) -> None:
        """Record an outcome; BatchError if the disk does not take it."""
        line = _line(outcome)
        with writing():
            self._writer.seek(self._end)
            written = 0
            while written < len(line):
                written += self._writer.write(line[written:])
        self._add(outcome, len(line))

    def read(self, source: str, unit: int = 0) -> Outcome | None:
        """The last outcome recorded for a file or a chunk of it; None without one."""
        places = self._places.get(source, ())
        if unit >= len(places) or places[unit] < 0:
            return None
        self._reader.seek(places[unit])
        head, _, row = self._reader.readline().removesuffix(b"\n").partition(b"\t")
        return Outcome(Entry.from_line(head), row)

    def _index(self, key: bytes) -> None:
        """Note the place of each row, up to the first line that is not sound."""
        for line in self._reader:
            if (outcome := _parse(line, key)) is None:
                break
            self._add(outcome, len(line))

    def _add(self, outcome: Outcome, length: int) -> None:
        places = self._places.setdefault(outcome.entry.source, array("q"))
        places.extend([-1] * (outcome.entry.unit + 1 - len(places)))
        places[outcome.entry.unit] = self._end
        self._end += length


def write_journal(path: Path, outcomes: Iterable[Outcome], scratch: Path) -> None:
    """Make a whole journal at once."""
    with atomic_file(path, scratch) as file:
        for outcome in outcomes:
            file.write(_line(outcome))


def _line(outcome: Outcome) -> bytes:
    return outcome.entry.to_line() + b"\t" + outcome.row + b"\n"


def _parse(line: bytes, key: bytes) -> Outcome | None:
    """The outcome of a line, None for a torn or damaged one."""
    head, tab, row = line.partition(b"\t")
    if not tab or not row.endswith(b"\n"):
        return None
    try:
        outcome = Outcome(Entry.from_line(head), row.removesuffix(b"\n"))
    except ValueError:
        return None
    return outcome if fingerprint(outcome.row, key) == outcome.entry.row else None
