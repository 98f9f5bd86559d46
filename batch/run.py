"""A batch run from IN to OUT."""

import contextlib
import sys
import time
from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..errors import ChartveilError, UsageError
from .encoding import check_encoding
from .errors import BatchStopped
from .finish import conclude, earlier_tally, finish, join_all
from .folders import check_folders, folding
from .formats import check_installed, named
from .inputs import Plan
from .journal import Journal
from .layout import Layout
from .options import BatchOptions
from .outcome import Outcome
from .pool import default_workers, work_all
from .progress import NoProgress, Progress
from .rename import check_map, renamed, write_map
from .reporting import check_report, check_reported, write_report
from .resume import to_do
from .scan import Note, Scan, scan, single, streamed, without_clashes
from .signals import Stop, StopSignals, stop_signals
from .single import STDIN
from .state import opened, reopen
from .summary import BatchSummary
from .units import Units, check_columns, examined, size_of
from .work import Job

#: A guess, for the number of workers that a table is worth.
_BYTES_A_RECORD = 2000


def run_batch(
    source: Path, out: Path, options: BatchOptions, *, progress: Progress | None = None
) -> BatchSummary:
    """Process every note of `source` and write notes, rows and manifest into the folder `out`.

    `source` is a folder, a file of any format, or "-" for standard input. A note that fails is a row with
    status "failed"; it has no output (the text of a row of a table is emptied), and the summary counts it. A
    run that was ended in any way goes on when it is called again with equal settings, and so does one whose
    input has changed since: what is done and unchanged is not done again. Standard input starts anew.

    Raises UsageError (exit code 2) for an unfit `source`, `out` or option; BatchStopped (its `exit_code`)
    after SIGINT or SIGTERM, which it handles if called in the main thread; BatchError (exit code 1) if the
    disk is full or no worker can start. What is done then is kept. Nothing that is raised holds note text.
    """
    with stop_signals() as stop:
        try:
            return _run(*check_folders(source, out), options, progress, stop)
        except (Stop, ChartveilError):
            # A library may have turned the Stop into an error of its own.
            if stop.number is None:
                raise
            raise BatchStopped(stop.number) from None


def _run(
    source: Path, out: Path, options: BatchOptions, progress: Progress | None, stop: StopSignals
) -> BatchSummary:
    started, clock = datetime.now(UTC), time.monotonic()
    check_encoding(options.encoding)
    layout, plan = Layout(out), _plan(source, options)
    found = renamed(_found(source, options)) if options.rename else _found(source, options)
    check_map(options, source, out)
    if options.columns is None and any(note.format.table for note in found.notes):
        raise UsageError("a table needs to be told which column holds the notes: give --text-column NAME")
    check_installed(note.format for note in found.notes)
    check_columns(found.notes, plan)
    check_reported(found, options)
    with opened(layout, options) as key:
        if options.report:
            check_report(layout)
        if fold := folding(layout.scratch):
            found = without_clashes(found, fold)
        job = Job(layout, key, options.pipeline, options.known, options.patient, plan)
        if tally := earlier_tally(found, job):
            _report(found, layout, options)
            return tally.summary(tally.notes - tally.failed, found.skipped, started, time.monotonic() - clock)
        reopen(layout, key)
        with Journal(layout.journal, key) as journal:
            todo, done = to_do(found.notes, journal, job)
            units = Units(list(examined(todo, plan)), journal, job)
            work = _worked(units, _Told(found, todo, done, job), job, options, progress or NoProgress())
            with contextlib.closing(work) as outcomes:
                for outcome in outcomes:
                    journal.append(outcome)
                    stop.check()
            join_all(units.read, journal, job)
            tally = finish(found, journal, layout)
        resumed = done + units.resumed
        summary = tally.summary(resumed, found.skipped, started, time.monotonic() - clock)
        conclude(summary, options.settings, layout, key)
        _report(found, layout, options)
        return summary


def _found(source: Path, options: BatchOptions) -> Scan:
    """What lies in IN. Raises `UsageError` for a format that does not go with it."""
    form = named(options.form) if options.form else None
    if str(source) == STDIN:
        return streamed(form)
    if source.is_file():
        return single(source, form)
    if form is not None:
        raise UsageError("--input-format is for a single file or standard input; a folder's go by suffix")
    return scan(source, tables=options.columns is not None)


def _plan(source: Path, options: BatchOptions) -> Plan:
    readers = tuple((name, tuple(sorted(told.items()))) for name, told in sorted(options.readers.items()))
    root = source.parent if source.is_file() else source
    return Plan(root, options.columns, options.encoding, options.max_bytes, readers)


def _report(found: Scan, layout: Layout, options: BatchOptions) -> None:
    """Write what is asked for beside the results."""
    if options.report:
        write_report(layout)
    if options.rename_map:
        write_map(options.rename_map, found)


@dataclass(frozen=True, slots=True)
class _Told:
    """What can be said of a run before it begins: its files, those to do, and the records done before."""

    found: Scan
    todo: list[Note]
    done: int
    job: Job

    @property
    def total(self) -> int | None:
        """How many notes there are; None where files have to be read to tell."""
        return None if any(note.format.many for note in self.found.notes) else len(self.found.notes)

    @property
    def size(self) -> int:
        """The bytes of all files to do."""
        return sum(size_of(self.job.plan.root, note) for note in self.todo)

    def workers(self) -> int:
        """A fitting number of processes."""
        if any(note.streamed for note in self.todo):
            return default_workers(sys.maxsize)
        many = sum(size_of(self.job.plan.root, note) for note in self.todo if note.format.many)
        return default_workers(len(self.todo) + many // _BYTES_A_RECORD)


def _worked(
    units: Units, told: _Told, job: Job, options: BatchOptions, progress: Progress
) -> Generator[Outcome]:
    """Process units, report each, and end all workers however it ends."""
    progress.start(told.total, told.done)
    size = told.size if told.total is None else 0
    outcomes = work_all(units, job, told.workers() if options.workers is None else options.workers)
    try:
        for outcome in outcomes:
            yield outcome
            entry = outcome.entry
            progress.advance(
                entry.records - entry.failed, entry.failed, units.handed / size if size else None
            )
    finally:
        outcomes.close()
        progress.stop()
