"""The work of a run: files, and chunks of files of many records, read as they are asked for."""

import contextlib
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from ..errors import NoteError
from .errors import FixedNoteError
from .inputs import Plan, opened, opened_raw
from .journal import Journal
from .outcome import file_state
from .partfiles import drop, folder_of, holds, part_path
from .scan import Note
from .work import Chunk, Job, Unit

#: What a chunk holds at most: little enough that a stop costs seconds, enough that its file costs nothing.
RECORDS = 32
BYTES = 128 * 1024


class ChangedNote(FixedNoteError):
    """A file that somebody wrote to while it was read."""

    message = "the file changed while it was read; give the same command again"


@dataclass(frozen=True, slots=True)
class Read:
    """What is known of a file of many records once it was read to its end."""

    note: Note
    units: int
    head: bytes
    state: str


class Units:
    """The units of some notes, in order. While they are taken, it counts.

    read: the files of many records that were read to their end. resumed: records that an earlier run had
    done. handed: bytes of the input that were handed out.
    """

    def __init__(self, notes: Sequence[Note], journal: Journal, job: Job) -> None:
        self._notes, self._journal, self._job = notes, journal, job
        self.read: list[Read] = []
        self.resumed = self.handed = 0

    def __iter__(self) -> Iterator[Unit]:
        for note in self._notes:
            before = self.handed
            if note.problem or not note.format.many:
                yield Unit(note)
            else:
                yield from self._of_many(note)
            self.handed = before + size_of(self._job.plan.root, note)

    def _of_many(self, note: Note) -> Iterator[Unit]:
        try:
            with opened_raw(note, self._job.plan.root) as file:
                yield from self._chunks(note, file)
        except NoteError as error:
            yield Unit(replace(note, problem=error))

    def _chunks(self, note: Note, file: BinaryIO) -> Iterator[Unit]:
        state, folder = self._state(note, file), folder_of(self._job.layout, note.source, self._job.key)
        if not state:
            drop(folder)  # what came by standard input before may have been something else
        table = opened(note, file, self._job.plan)
        before, number, first = self.handed, 0, 1
        for number, raws in enumerate(chunks(table.raws), 1):
            if not self._is_done(note, number, state, folder):
                yield Unit(note, Chunk(table.reader, number, first, raws, state))
            first += len(raws)
            self.handed = before + (0 if note.streamed else file.tell())
        if self._state(note, file) != state:
            raise ChangedNote
        self.read.append(Read(note, number, table.head, state))

    def _state(self, note: Note, file: BinaryIO) -> str:
        return "" if note.streamed else file_state(os.fstat(file.fileno()), self._job.key)

    def _is_done(self, note: Note, number: int, state: str, folder: Path) -> bool:
        outcome = self._journal.read(note.source, number) if state else None
        if outcome is None or (outcome.entry.input, outcome.entry.renamed) != (state, note.renamed):
            return False
        if not holds(part_path(folder, number), outcome.entry.output, self._job.key):
            return False
        self.resumed += outcome.entry.records - outcome.entry.failed
        return True


def chunks(raws: Iterable[bytes]) -> Iterator[tuple[bytes, ...]]:
    """Raw records in groups of `RECORDS`, or fewer where they come to `BYTES`."""
    held: list[bytes] = []
    size = 0
    for raw in raws:
        held.append(raw)
        size += len(raw)
        if len(held) == RECORDS or size >= BYTES:
            yield tuple(held)
            held, size = [], 0
    if held:
        yield tuple(held)


def size_of(root: Path, note: Note) -> int:
    """The bytes of a file; 0 where nobody can tell."""
    try:
        return 0 if note.streamed else (root / note.source).stat().st_size
    except OSError:
        return 0


def check_columns(notes: Iterable[Note], plan: Plan) -> None:
    """Raise `UsageError` where the columns do not fit a table; what else may be wrong with it shows later."""
    for note in notes:
        if note.format.table and not (note.problem or note.streamed):
            with contextlib.suppress(NoteError), opened_raw(note, plan.root) as file:
                opened(note, file, plan)


def examined(notes: Iterable[Note], plan: Plan) -> Iterator[Note]:
    """The notes, with a problem for each table whose rows are not all of one shape.

    Where quotes may hide the end of a row, a table is read through once before anything is done with it: one
    stray quote in the last of a million rows must not be found when all the others are done.
    """
    for note in notes:
        problem = None if note.problem or note.streamed or not note.format.quoted else _problem(note, plan)
        yield replace(note, problem=problem) if problem else note


def _problem(note: Note, plan: Plan) -> NoteError | None:
    try:
        with opened_raw(note, plan.root) as file:
            deque(opened(note, file, plan).raws, maxlen=0)
    except NoteError as error:
        return error
    return None
