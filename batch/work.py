"""One note from file to file: read, decode, process, encode, write."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ChartveilError
from .encoding import decode
from .errors import BatchError, OutputClash, TooLargeNote, UnreadableNote, UnwritableNote, write_failure
from .folders import linked, make_private, write_atomic
from .layout import Layout
from .options import Processor
from .outcome import Outcome, failure, file_state, success
from .scan import Note, suffix_of


@dataclass(frozen=True, slots=True)
class Job:
    """What every process of a run needs to know; it travels by pickle."""

    source: Path
    layout: Layout
    key: bytes
    pipeline: Callable[[], Processor]
    known: Callable[[str], Any] | None
    patient: Callable[[str], str] | None
    max_bytes: int
    encoding: str | None


def build(job: Job) -> Processor:
    """The pipeline, once for a process; a ChartveilError as it is raised, BatchError for any other error."""
    try:
        return job.pipeline()
    except ChartveilError:
        raise
    except Exception as error:
        reason = f"the pipeline can't be built ({type(error).__name__})"
        raise BatchError(f"{reason}; check the installation and the options") from error


def work(note: Note, job: Job, processor: Processor) -> Outcome:
    """Process one note and write its output. A note that fails for whatever reason has no output.

    Only BatchError is raised: the disk of OUT takes nothing more.
    """
    try:
        return _process(note, job, processor)
    except BatchError:
        raise
    except Exception as error:
        if not isinstance(error, OutputClash):  # there the output of that name is another note's
            remove_output(note.source, job.layout)
        return failure(note, error, job.key)


def read_note(path: Path, max_bytes: int) -> tuple[bytes, os.stat_result]:
    """The bytes of a note and its file's status when it was opened; TooLargeNote, or UnreadableNote."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            raw = file.read(max_bytes + 1) if status.st_size <= max_bytes else None
    except OSError:
        raise UnreadableNote from None
    if raw is None or len(raw) > max_bytes:
        raise TooLargeNote
    return raw, status


def _process(note: Note, job: Job, processor: Processor) -> Outcome:
    if note.problem:
        raise note.problem
    raw, status = read_note(job.source / note.source, job.max_bytes)
    decoded = decode(raw, job.encoding)
    path = note.source.removesuffix(suffix_of(note.source))
    known = job.known(path) if job.known else None
    patient = job.patient(path) if job.patient else path
    result = processor.process(decoded.text, known=known, patient=patient)
    written = decoded.encode(result.text)
    outcome = success(note, result, file_state(status, job.key), written, job.key)
    _write(job.layout, note, written)
    return outcome


def _write(layout: Layout, note: Note, data: bytes) -> None:
    target = layout.notes / note.source
    try:
        if linked(layout.root, target.parent):
            raise UnwritableNote
        make_private(target.parent)
        write_atomic(target, data, layout.scratch)
    except OSError as error:
        raise write_failure(error) from None


def remove_output(source: str, layout: Layout) -> None:
    """Remove the output that an earlier run made of a note, if there is one and it lies in OUT."""
    target = layout.notes / source
    try:
        if not linked(layout.root, target.parent):
            target.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        raise write_failure(error) from None
