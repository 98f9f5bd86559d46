"""What an earlier run has done that need not be done again."""

import contextlib
from pathlib import Path

from .inputs import MARKUP
from .journal import Journal
from .outcome import Entry, file_fingerprint, file_state
from .partfiles import drop, folder_of
from .scan import Note
from .work import Job, remove_output


def to_do(notes: tuple[Note, ...], journal: Journal, job: Job) -> tuple[list[Note], int]:
    """The files that are new, changed or failed before, or whose output is not as it was written.

    With them, how many records of the others are done. Outputs are removed whose files are gone from IN, and
    those under names that no file has any more.
    """
    present = {note.source for note in notes}
    outputs = {note.output for note in notes}
    for source in journal.sources:
        if source not in present:
            _forget(source, journal, job)
    todo, done = [], 0
    for note in notes:
        outcome = journal.read(note.source)
        if outcome is not None and holds(note, outcome.entry, job) and _is_whole(outcome.entry, journal):
            done += outcome.entry.records + _records(outcome.entry, journal)
        else:
            todo.append(note)
            if outcome is not None and outcome.entry.path not in outputs:
                remove_output(outcome.entry.path, job.layout)
    return todo, done


def holds(note: Note, entry: Entry, job: Job) -> bool:
    """Whether the record of a file is that of its present input and output."""
    named = (entry.source, entry.id, entry.renamed) == (note.source, note.id, note.renamed)
    if not named or not entry.ok or entry.unit or note.problem or note.streamed:
        return False
    try:
        status = (job.plan.root / note.source).stat()
        same = file_state(status, job.key) == entry.input and _is_small(note, status.st_size, job.plan.limit)
        return same and file_fingerprint(job.layout.notes / note.output, job.key) == entry.output
    except OSError:
        return False


def _is_small(note: Note, size: int, limit: int) -> bool:
    return note.format.many or size <= limit * (MARKUP if note.format.module else 1)


def _is_whole(entry: Entry, journal: Journal) -> bool:
    return all(journal.read(entry.source, unit) for unit in range(1, entry.units + 1))


def _records(entry: Entry, journal: Journal) -> int:
    """How many records of the chunks of a file are done."""
    chunks = (journal.read(entry.source, unit) for unit in range(1, entry.units + 1))
    return sum(chunk.entry.records - chunk.entry.failed for chunk in chunks if chunk)


def _forget(source: str, journal: Journal, job: Job) -> None:
    outcome = journal.read(source)
    path = outcome.entry.path if outcome else source
    remove_output(path, job.layout)
    _prune(job.layout.notes, (job.layout.notes / path).parent)
    drop(folder_of(job.layout, source, job.key))


def _prune(root: Path, folder: Path) -> None:
    """Remove a folder below `root` and those above it while they are empty: a note may take their name."""
    with contextlib.suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
