"""The end of a run: the rows in order, the counts, and the mark that all is there."""

import json
from collections.abc import Mapping
from typing import Any

from .errors import writing
from .folders import atomic_file, make_private, sync_folder, write_atomic
from .journal import Journal
from .layout import Layout
from .resume import holds
from .scan import Scan
from .state import finished_outcomes
from .summary import BatchSummary, Tally
from .work import Job


def earlier_tally(found: Scan, job: Job) -> Tally | None:
    """The counts of a finished run that still holds in every way; None if there is anything to do."""
    layout = job.layout
    if not layout.manifest.exists() or _skipped(layout) != found.skipped:
        return None
    tally = Tally()
    outcomes = list(finished_outcomes(layout, job.key))
    if [outcome.entry.source for outcome in outcomes] != [note.source for note in found.notes]:
        return None
    for note, outcome in zip(found.notes, outcomes, strict=True):
        if not holds(note, outcome.entry, job):
            return None
        tally.add(outcome.row)
    return tally


@writing()
def finish(found: Scan, journal: Journal, layout: Layout) -> Tally:
    """Write results.jsonl, and the entries that go with it, from the journal; return the counts."""
    tally = Tally()
    make_private(layout.notes)
    with (
        atomic_file(layout.results, layout.scratch) as rows,
        atomic_file(layout.entries, layout.scratch) as entries,
    ):
        for note in found.notes:
            outcome = journal.read(note.source)
            rows.write(outcome.row + b"\n")
            entries.write(outcome.entry.to_line() + b"\n")
            tally.add(outcome.row)
    return tally


@writing()
def conclude(summary: BatchSummary, settings: Mapping[str, Any], layout: Layout) -> None:
    """Write the manifest, which marks the run as finished, and then remove the journal."""
    write_atomic(layout.manifest, summary.to_manifest(settings), layout.scratch)
    sync_folder(layout.root)
    layout.journal.unlink()


def _skipped(layout: Layout) -> object:
    try:
        return json.loads(layout.manifest.read_bytes())["skipped"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
