"""Several processes that work on notes, one note each at a time, so that a death can be laid to its note.

The standard pools lose all notes in flight when one process dies. Here each worker has a pipe of its own.
When it dies, its note is tried once more at the end, alone, since it may only have been the victim of a
neighbour's hunger for memory; if the worker dies again, the note fails.
"""

import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from multiprocessing.connection import wait

from ..errors import ChartveilError
from .crew import Crew, dismiss, hire
from .errors import WorkerDied, WorkersFailed
from .outcome import Outcome, failure
from .scan import Note
from .work import Job, build, work

_MOST_WORKERS = 8
# A worker takes some 7 seconds to import its libraries and to see each common word for the first time, and
# then 0.1 seconds a note (measured on visit notes, one core).
_NOTES_WORTH_A_WORKER = 75


def default_workers(notes: int) -> int:
    """One worker for each core, but at most 8, and none that costs more to start than it gives."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, _MOST_WORKERS, notes // _NOTES_WORTH_A_WORKER))


def work_all(notes: Sequence[Note], job: Job, workers: int) -> Generator[Outcome]:
    """Process notes and yield outcomes in the order they finish. One worker means this process.

    Raises BatchError where the run can't go on, and what building the pipeline raises.
    """
    if workers == 1 and notes:
        yield from _work_here(notes, job)
        return
    died: list[Note] = []
    yield from _work_apart(notes, job, workers, died)
    for note in died:
        again: list[Note] = []
        yield from _work_apart([note], job, 1, again)
        yield from (failure(victim, WorkerDied(), job.key) for victim in again)


def _work_here(notes: Sequence[Note], job: Job) -> Iterator[Outcome]:
    processor = build(job)
    for note in notes:
        yield work(note, job, processor)


def _work_apart(notes: Sequence[Note], job: Job, workers: int, died: list[Note]) -> Iterator[Outcome]:
    """Process notes in other processes; add to `died` the notes whose worker died."""
    waiting = deque(notes)
    crew: Crew = {}
    try:
        for _ in range(min(workers, len(waiting))):
            hire(crew, job)
        while crew:
            for pipe in wait([worker.pipe for worker in crew.values()]):
                yield from _attend(crew, pipe, job, waiting, died)
    finally:
        dismiss(crew)


def _attend(crew: Crew, pipe: object, job: Job, waiting: deque[Note], died: list[Note]) -> Iterator[Outcome]:
    """Take one worker's message and give it its next note, or let it go, or replace it if it died."""
    worker = crew[pipe]
    message = worker.receive()
    if message is None:
        _bury(crew, pipe, died)
        if waiting:
            hire(crew, job)
        return
    if isinstance(message, ChartveilError):
        raise message
    if isinstance(message, Outcome):
        yield message
    if waiting:
        worker.send(waiting.popleft())
    else:
        crew.pop(pipe).end()


def _bury(crew: Crew, pipe: object, died: list[Note]) -> None:
    """Take a dead worker off the crew and its note to `died`; WorkersFailed if it never had one."""
    worker = crew.pop(pipe)
    worker.end()
    if worker.note is None:
        raise WorkersFailed
    died.append(worker.note)
