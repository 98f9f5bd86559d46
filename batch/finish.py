"""The end of a run: chunks joined, the rows in order, the counts, and the mark that all is there."""

import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .errors import writing
from .folders import atomic_file, make_private, sync_folder, write_atomic
from .journal import Journal
from .layout import Layout
from .outcome import Entry, Outcome, file_fingerprint, to_json, whole
from .partfiles import drop, folder_of, join, part_path
from .resume import holds
from .scan import Note, Scan
from .state import finished_outcomes
from .summary import BatchSummary, Tally
from .units import Read
from .work import Job


def earlier_tally(found: Scan, job: Job) -> Tally | None:
    """The counts of a finished run that still holds in every way; None if there is anything to do."""
    layout = job.layout
    if not layout.manifest.exists() or _skipped(layout) != found.skipped:
        return None
    tally = Tally()
    outcomes = finished_outcomes(layout, job.key)
    for note in found.notes:
        outcome = next(outcomes, None)
        if outcome is None or not holds(note, outcome.entry, job):
            return None
        tally.add(outcome)
        for unit in range(1, outcome.entry.units + 1):
            chunk = next(outcomes, None)
            if chunk is None or (chunk.entry.source, chunk.entry.unit) != (note.source, unit):
                return None
            tally.add(chunk)
    return tally if next(outcomes, None) is None else None


def join_all(read: Iterable[Read], journal: Journal, job: Job) -> None:
    """Put the chunks of each file together, record that, and then remove them."""
    for file in read:
        folder = folder_of(job.layout, file.note.source, job.key)
        parts = (part_path(folder, number) for number in range(1, file.units + 1))
        join(file.note, file.head, parts, job.plan.root, job.layout)
        with writing():
            output = file_fingerprint(job.layout.notes / file.note.output, job.key)
        journal.append(whole(file.note, file.units, file.state, output, job.key))
        drop(folder)


@writing()
def finish(found: Scan, journal: Journal, layout: Layout) -> Tally:
    """Write results.jsonl, and the entries that go with it, from the journal; return the counts."""
    tally = Tally()
    make_private(layout.notes)
    with (
        atomic_file(layout.results, layout.scratch) as rows,
        atomic_file(layout.entries, layout.scratch) as entries,
    ):
        for outcome in _in_order(found.notes, journal):
            rows.write(outcome.lines)
            entries.write(outcome.entry.to_line() + b"\n")
            tally.add(outcome)
    return tally


def _in_order(notes: Iterable[Note], journal: Journal) -> Iterator[Outcome]:
    """The outcome of each file, and behind it those of its chunks."""
    for note in notes:
        outcome = _known(journal, note.source, 0)
        yield outcome
        for unit in range(1, outcome.entry.units + 1):
            yield _known(journal, note.source, unit)


def _known(journal: Journal, source: str, unit: int) -> Outcome:
    outcome = journal.read(source, unit)
    if outcome is None:
        raise AssertionError("a unit of the run has no outcome")
    return outcome


@writing()
def conclude(summary: BatchSummary, settings: Mapping[str, Any], layout: Layout, key: bytes) -> None:
    """Write the manifest, which marks the run as finished, and then remove the journal."""
    with layout.entries.open("rb") as lines:
        fingerprints = whole_fingerprints(map(Entry.from_line, lines), key)
    write_atomic(layout.manifest, summary.to_manifest(settings, fingerprints), layout.scratch)
    sync_folder(layout.root)
    drop(layout.parts)
    layout.journal.unlink()


def whole_fingerprints(entries: Iterable[Entry], key: bytes) -> dict[str, str]:
    """One fingerprint of all inputs and one of all outputs, each over those of the notes in their order.

    "inputs" covers each file's path, size and time of change; "outputs" each file's path, text and rows. They
    are taken of the JSON of a list of them, which is never in memory as a whole.
    """
    inputs, outputs = hmac.new(key, b"[", "sha256"), hmac.new(key, b"[", "sha256")
    comma = b""
    for entry in entries:
        inputs.update(comma + to_json([entry.source, entry.input]))
        outputs.update(comma + to_json([entry.source, entry.id, entry.ok, entry.output, entry.row]))
        comma = b","
    inputs.update(b"]")
    outputs.update(b"]")
    return {"inputs": inputs.hexdigest(), "outputs": outputs.hexdigest()}


def _skipped(layout: Layout) -> object:
    try:
        return json.loads(layout.manifest.read_bytes())["skipped"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
