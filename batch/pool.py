"""Several processes that work on units, one each at a time, so that a death can be laid to its unit.

The standard pools lose all that is in flight when one process dies. Here each worker has a pipe of its own.
When it dies, its unit is tried once more, alone and record by record, since it may only have been the victim
of a neighbour's hunger for memory; a record on which the worker dies again has failed. Units are taken from
their iterator as workers ask for them, so no more of the input is in memory than is being worked on.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from multiprocessing.connection import wait

from ..errors import ChartveilError
from .crew import Crew, dismiss, hire
from .errors import WorkerDied, WorkersFailed
from .outcome import Outcome
from .work import Job, Unit, build, give_up, merged, work

_MOST_WORKERS = 8
# A worker takes some 7 seconds to import its libraries and to see each common word for the first time, and
# then 0.1 seconds a note (measured on visit notes, one core).
_NOTES_WORTH_A_WORKER = 75
#: Units whose worker died that are kept for later; with more, they are tried again at once.
_MOST_DIED = 8


class Feed:
    """Units from an iterator, of which the next few can be told to exist without all being read."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._rest = iter(units)
        self._next: deque[Unit] = deque()

    def has(self, count: int = 1) -> bool:
        """Whether so many units are left."""
        while len(self._next) < count and (unit := next(self._rest, None)) is not None:
            self._next.append(unit)
        return len(self._next) >= count

    def take(self) -> Unit:
        """The next unit."""
        return self._next.popleft()


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def default_workers(notes: int) -> int:
    """One worker for each core, but at most 8, and none that costs more to start than it gives."""
    return max(1, min(cores(), _MOST_WORKERS, notes // _NOTES_WORTH_A_WORKER))


def work_all(units: Iterable[Unit], job: Job, workers: int) -> Generator[Outcome]:
    """Process units and yield outcomes in the order they finish. No workers means this process.

    Raises BatchError where the run can't go on, and what building the pipeline raises.
    """
    feed = Feed(units)
    if not workers:
        yield from _work_here(feed, job)
        return
    while feed.has():
        died: list[Unit] = []
        yield from (outcome for _, outcome in _work_apart(feed, job, workers, died, _MOST_DIED))
        for unit in died:
            yield _work_alone(unit, job)


def _work_here(feed: Feed, job: Job) -> Iterator[Outcome]:
    processor = build(job) if feed.has() else None
    while processor is not None and feed.has():
        yield work(feed.take(), job, processor)


def _work_alone(unit: Unit, job: Job) -> Outcome:
    """Process a unit record by record in one process, and give up each record on which it dies."""
    pieces = unit.pieces()
    died: list[Unit] = []
    done = {_place(one): outcome for one, outcome in _work_apart(Feed(pieces), job, 1, died, len(pieces) + 1)}
    done |= {_place(one): give_up(one, WorkerDied(), job) for one in died}
    return done[0] if unit.chunk is None else merged(unit, done, job)


def _place(unit: Unit) -> int:
    return 0 if unit.chunk is None else unit.chunk.piece or 0


def _work_apart(
    feed: Feed, job: Job, workers: int, died: list[Unit], most: int
) -> Iterator[tuple[Unit, Outcome]]:
    """Process units in other processes; add to `died` those whose worker died, and stop when `most` did."""
    crew: Crew = {}
    try:
        while len(crew) < workers and feed.has(len(crew) + 1):
            hire(crew, job)
        while crew:
            for pipe in wait([worker.pipe for worker in crew.values()]):
                yield from _attend(crew, pipe, job, feed, died, most)
    finally:
        dismiss(crew)


def _attend(
    crew: Crew, pipe: object, job: Job, feed: Feed, died: list[Unit], most: int
) -> Iterator[tuple[Unit, Outcome]]:
    """Take one worker's message and give it its next unit, or let it go, or replace it if it died."""
    worker = crew[pipe]
    message = worker.receive()
    if message is None:
        _bury(crew, pipe, died)
        if len(died) < most and feed.has():
            hire(crew, job)
        return
    if isinstance(message, ChartveilError):
        raise message
    unit = worker.unit
    if len(died) < most and feed.has():
        worker.send(feed.take())
    else:
        crew.pop(pipe).end()
    if isinstance(message, Outcome) and unit is not None:
        yield unit, message


def _bury(crew: Crew, pipe: object, died: list[Unit]) -> None:
    """Take a dead worker off the crew and its unit to `died`; WorkersFailed if it never had one."""
    worker = crew.pop(pipe)
    worker.end()
    if worker.unit is None:
        raise WorkersFailed
    died.append(worker.unit)
