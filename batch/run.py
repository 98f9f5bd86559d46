"""A batch run from folder to folder."""

import contextlib
import time
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

from ..errors import ChartveilError
from .encoding import check_encoding
from .errors import BatchStopped
from .finish import conclude, earlier_tally, finish
from .folders import check_folders, folding
from .journal import Journal
from .layout import Layout
from .options import BatchOptions
from .outcome import Outcome
from .pool import default_workers, work_all
from .progress import NoProgress, Progress
from .reporting import check_report, write_report
from .resume import to_do
from .scan import Note, Scan, scan
from .signals import Stop, StopSignals, stop_signals
from .state import opened, reopen
from .summary import BatchSummary
from .work import Job


def run_batch(
    source: Path, out: Path, options: BatchOptions, *, progress: Progress | None = None
) -> BatchSummary:
    """Process every note of the folder `source` and write notes, rows and manifest into the folder `out`.

    A note that fails is a row with status "failed"; it has no output, and the summary counts it. A run that
    was ended in any way goes on when it is called again with equal settings, and so does one whose input has
    changed since: notes that are done and unchanged are not done again.

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
    layout = Layout(out)
    with opened(layout, options) as key:
        if options.report:
            check_report(layout)
        job = _job(source, layout, key, options)
        found = scan(source, folding(layout.scratch))
        if tally := earlier_tally(found, job):
            _report(layout, options)
            return tally.summary(len(found.notes), found.skipped, started, time.monotonic() - clock)
        reopen(layout, key)
        with Journal(layout.journal, key) as journal:
            todo = to_do(found.notes, journal, job)
            with contextlib.closing(_worked(found, todo, job, options, progress or NoProgress())) as outcomes:
                for outcome in outcomes:
                    journal.append(outcome)
                    stop.check()
            tally = finish(found, journal, layout)
        resumed = len(found.notes) - len(todo)
        summary = tally.summary(resumed, found.skipped, started, time.monotonic() - clock)
        conclude(summary, options.settings, layout, key)
        _report(layout, options)
        return summary


def _report(layout: Layout, options: BatchOptions) -> None:
    if options.report:
        write_report(layout)


def _job(source: Path, layout: Layout, key: bytes, options: BatchOptions) -> Job:
    return Job(
        source=source,
        layout=layout,
        key=key,
        pipeline=options.pipeline,
        known=options.known,
        patient=options.patient,
        max_bytes=options.max_bytes,
        encoding=options.encoding,
    )


def _worked(
    found: Scan, todo: list[Note], job: Job, options: BatchOptions, progress: Progress
) -> Generator[Outcome]:
    """Process notes, report each, and end all workers however it ends."""
    progress.start(len(found.notes), len(found.notes) - len(todo))
    outcomes = work_all(todo, job, options.workers or default_workers(len(todo)))
    try:
        for outcome in outcomes:
            yield outcome
            progress.advance(outcome.entry.ok)
    finally:
        outcomes.close()
        progress.stop()
