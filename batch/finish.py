"""The end of a run: the rows in order, the counts, and the mark that all is there."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from .errors import writing
from .folders import atomic_file, make_private, sync_folder, write_atomic
from .journal import Journal
from .layout import Layout
from .outcome import Entry, fingerprint, to_json
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
def conclude(summary: BatchSummary, settings: Mapping[str, Any], layout: Layout, key: bytes) -> None:
    """Write the manifest, which marks the run as finished, and then remove the journal."""
    with layout.entries.open("rb") as lines:
        fingerprints = whole_fingerprints(map(Entry.from_line, lines), key)
    write_atomic(layout.manifest, summary.to_manifest(settings, fingerprints), layout.scratch)
    sync_folder(layout.root)
    layout.journal.unlink()


def whole_fingerprints(entries: Iterable[Entry], key: bytes) -> dict[str, str]:
    """One fingerprint of all inputs and one of all outputs, each over those of the notes in their order.

    "inputs" covers each note's path, size and time of change; "outputs" each note's path, text and row.
    """
    listed = list(entries)
    inputs = [[entry.source, entry.input] for entry in listed]
    outputs = [[entry.source, entry.id, entry.ok, entry.output, entry.row] for entry in listed]
    return {"inputs": fingerprint(to_json(inputs), key), "outputs": fingerprint(to_json(outputs), key)}


def _skipped(layout: Layout) -> object:
    try:
        return json.loads(layout.manifest.read_bytes())["skipped"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
