"""Checks a finished run against its own record: that nothing is missing, changed or contradicts itself."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import NoteError
from .finish import whole_fingerprints
from .finished import Finished, open_finished
from .outcome import Entry, fingerprint
from .scan import suffix_of
from .summary import Tally

Mismatch = tuple[str, str]
#: What reading a damaged row may raise.
DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
_COUNTS = ("failures", "phi", "codes")


def verify(out: Path) -> tuple[int, list[Mismatch]]:
    """How many rows there are, and each mismatch: the note's id and what is wrong, in words.

    "manifest" or "results" stand in the id's place for what concerns the whole. Raises UsageError where
    no run has finished.
    """
    run = open_finished(out)
    return len(run.rows), [*_record(run), *_notes(run), *_strangers(run)]


def _record(run: Finished) -> Iterator[Mismatch]:
    """What concerns the run as a whole."""
    if len(run.rows) != len(run.entries):
        yield "results", f"{len(run.rows)} rows, but the record has {len(run.entries)} notes"
    if whole_fingerprints(run.entries, run.key) != run.manifest.get("fingerprints"):
        yield "manifest", "its fingerprints are not those of the record"
    for name in sorted(run.settings.keys() & run.manifest.keys()):
        if run.settings[name] != run.manifest[name]:
            yield "manifest", f"its {name} is not that of the record"
    tally = Tally()
    try:
        for row in run.rows:
            tally.add(row)
    except DAMAGED:
        return  # the row itself is told of by its fingerprint
    yield from _counts(tally, run.manifest)


def _counts(tally: Tally, manifest: Mapping[str, Any]) -> Iterator[Mismatch]:
    done, failed = tally.ok[True], tally.ok[False]
    if manifest.get("notes") != {"total": done + failed, "done": done, "failed": failed}:
        yield "manifest", f"its notes are not the {done} done and {failed} failed of results.jsonl"
    for name in _COUNTS:
        if manifest.get(name) != dict(getattr(tally, name)):
            yield "manifest", f"its counts of {name} are not those of results.jsonl"


def _notes(run: Finished) -> Iterator[Mismatch]:
    for entry, row in zip(run.entries, run.rows, strict=False):
        if fingerprint(row, run.key) != entry.row:
            yield entry.id, "its row in results.jsonl was changed"
        try:
            yield from ((entry.id, words) for words in _note(run, entry, json.loads(row)))
        except DAMAGED:
            yield entry.id, "its row in results.jsonl is damaged"


def _note(run: Finished, entry: Entry, row: Mapping[str, Any]) -> Iterator[str]:
    if (row["source"], row["id"], row["status"] == "ok") != (entry.source, entry.id, entry.ok):
        yield "its row is another note's, or of another status"
    if not entry.ok:
        if (run.layout.notes / entry.source).exists():
            yield "the note failed, and yet has an output"
        return
    try:
        raw = (run.layout.notes / entry.source).read_bytes()
        text = run.text(entry.source)
    except OSError:
        yield "its redacted note is missing or can't be read"
    except NoteError:
        yield "its redacted note can't be decoded"
    else:
        if fingerprint(raw, run.key) != entry.output:
            yield "its redacted note was changed"
        yield from _spans(row["phi"], text)
        yield from _codes(row["codes"], text)


def _spans(spans: list[Mapping[str, Any]], text: str) -> Iterator[str]:
    """Spans are in order and apart, within the text, and what lies between them is as long as it was."""
    end = redacted_end = 0
    for number, span in enumerate(spans, start=1):
        gap, redacted_gap = span["start"] - end, span["redacted_start"] - redacted_end
        end, redacted_end = span["end"], span["redacted_end"]
        if gap < 0 or end <= span["start"] or redacted_end < span["redacted_start"]:
            yield f"identifier {number} is empty, or out of order"
        elif gap != redacted_gap:
            yield f"identifier {number} lies elsewhere in the redacted note"
        if redacted_end > len(text):
            yield f"identifier {number} lies outside the redacted note"


def _codes(codes: list[Mapping[str, Any]], text: str) -> Iterator[str]:
    for number, code in enumerate(codes, start=1):
        start, end = code["redacted_start"], code["redacted_end"]
        if not 0 <= start < end <= len(text):
            yield f"code {number} lies outside the redacted note"
        elif text[start:end] != code["text"]:
            yield f"code {number} does not quote its words"


def _strangers(run: Finished) -> Iterator[Mismatch]:
    """Files in notes/ that no row names."""
    named = {entry.source for entry in run.entries}
    for folder, folders, files in os.walk(run.layout.notes):
        folders.sort()
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*files, *links]):
            source = (Path(folder) / name).relative_to(run.layout.notes).as_posix()
            if source not in named:
                yield source.removesuffix(suffix_of(source)), "a file in notes/ that no row names"
