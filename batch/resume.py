"""Which notes an earlier run has done so that they need not be done again."""

import contextlib
from pathlib import Path

from .journal import Journal
from .outcome import Entry, file_state, fingerprint
from .scan import Note
from .work import Job, remove_output


def to_do(notes: tuple[Note, ...], journal: Journal, job: Job) -> list[Note]:
    """The notes that are new, changed or failed before, or whose output is not as it was written.

    Outputs of notes that are gone from IN are removed.
    """
    recorded = {entry.source: entry for entry in journal.entries}
    for source in recorded.keys() - {note.source for note in notes}:
        remove_output(source, job.layout)
        _prune(job.layout.notes, (job.layout.notes / source).parent)
    return [note for note in notes if not holds(note, recorded.get(note.source), job)]


def _prune(root: Path, folder: Path) -> None:
    """Remove a folder below `root` and those above it while they are empty: a note may take their name."""
    with contextlib.suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def holds(note: Note, entry: Entry | None, job: Job) -> bool:
    """Whether the record of a note is that of its present input and output."""
    if entry is None or not entry.ok or note.problem or entry.id != note.id:
        return False
    try:
        status = (job.source / note.source).stat()
        output = (job.layout.notes / note.source).read_bytes()
    except OSError:
        return False
    same_input = status.st_size <= job.max_bytes and file_state(status, job.key) == entry.input
    return same_input and fingerprint(output, job.key) == entry.output
