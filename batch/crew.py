"""Worker processes: started, handed units of work over a pipe, and ended.

They are spawned, not forked: a fork copies threads and locks in whatever state they are.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from ..errors import ChartveilError
from .outcome import Outcome
from .signals import deferred_signals
from .work import Job, Unit, build, work

_CONTEXT = multiprocessing.get_context("spawn")
# There is a worker for each core, so a numeric library that starts a thread for each core as well only slows
# all of them down. Each reads its variable when it is first imported.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_PATIENCE = 5.0  # seconds for a worker to leave by itself


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's first message: its pipeline stands."""


Message = Ready | Outcome | ChartveilError
Crew = dict[object, "Worker"]  # by the parent's end of the pipe


@dataclass(slots=True)
class Worker:
    """One worker process and what it has in hand."""

    process: BaseProcess
    pipe: Connection
    unit: Unit | None = None

    def send(self, unit: Unit) -> None:
        """Hand over a unit. A worker that is dead by now is found so when its answer is awaited."""
        self.unit = unit
        with contextlib.suppress(OSError):
            self.pipe.send(unit)

    def receive(self) -> Message | None:
        """The worker's next message; None if it died."""
        try:
            message: Message = self.pipe.recv()
            return message
        except (EOFError, OSError):
            return None

    def end(self, patience: float = _PATIENCE) -> None:
        """Let the worker leave, by force where it does not within `patience` seconds."""
        self.pipe.close()
        self.process.join(patience)
        self.process.kill()
        self.process.join()
        self.process.close()


def hire(crew: Crew, job: Job) -> None:
    """Start a worker and add it to the crew, undisturbed by signals, so that no worker is lost from sight."""
    # The tracker lifts the hold on signals when it starts, so it starts before.
    resource_tracker.ensure_running()
    with deferred_signals():
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(theirs, job), daemon=True)
        process.start()
        theirs.close()
        crew[ours] = Worker(process, ours)


def dismiss(crew: Crew) -> None:
    """End all workers at once."""
    for worker in crew.values():
        worker.end(patience=0)
    crew.clear()


def _serve(pipe: Connection, job: Job) -> None:
    """A worker's life: build the pipeline, say so, then answer each unit until the parent hangs up.

    Nothing is printed, whatever happens: an unforeseen exception could quote a note. It ends the worker,
    which the parent sees.
    """
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    with contextlib.suppress(Exception):
        try:
            processor = build(job)
            pipe.send(Ready())
            while True:
                pipe.send(work(pipe.recv(), job, processor))
        except ChartveilError as error:
            pipe.send(error)


def _leave_with_parent() -> None:
    """End this process as soon as its parent is gone, however it went.

    What a worker wrote after that could fall into the next run, which may be at the same note by then.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
