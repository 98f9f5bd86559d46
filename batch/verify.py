"""Checks a finished run against its own record: that nothing is missing, changed or contradicts itself."""

import json
import os
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from ..errors import NoteError, UsageError
from .errors import UnreadableNote
from .finish import whole_fingerprints
from .finished import Finished, Texts, matched, open_finished
from .outcome import PARTED, Entry, file_fingerprint, fingerprint
from .scan import suffix_of
from .summary import Tally

Mismatch = tuple[str, str]
Row = Mapping[str, Any]
#: What reading a damaged row may raise.
DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
_COUNTS = ("failures", "phi", "fields", "codes")


def verify(out: Path) -> tuple[int, list[Mismatch]]:
    """How many notes there are, and each mismatch: the note's id and what is wrong, in words.

    "manifest" or "results" stand in the id's place for what concerns the whole. Raises UsageError where
    no run has finished.
    """
    run = open_finished(out)
    mismatches = [*_record(run), *_files(run), *_strangers(run)]
    return sum(entry.records for entry in run.entries()), mismatches


def _record(run: Finished) -> Iterator[Mismatch]:
    """What concerns the run as a whole."""
    rows, expected = sum(1 for _ in run.rows()), sum(entry.rows for entry in run.entries())
    if rows != expected:
        yield "results", f"{rows} rows, but the record has {expected}"
    if whole_fingerprints(run.entries(), run.key) != run.manifest.get("fingerprints"):
        yield "manifest", "its fingerprints are not those of the record"
    for name in sorted(run.settings.keys() & run.manifest.keys()):
        if run.settings[name] != run.manifest[name]:
            yield "manifest", f"its {name} is not that of the record"
    tally = Tally()
    for entry in run.entries():
        tally.add_entry(entry)
    try:
        for row in run.rows():
            tally.add_row(json.loads(row))
    except DAMAGED:
        return  # the row itself is told of by its fingerprint
    yield from _counts(tally, run.manifest)


def _counts(tally: Tally, manifest: Mapping[str, Any]) -> Iterator[Mismatch]:
    done, failed = tally.notes - tally.failed, tally.failed
    if manifest.get("notes") != {"total": done + failed, "done": done, "failed": failed}:
        yield "manifest", f"its notes are not the {done} done and {failed} failed of the record"
    if manifest.get("files") != tally.files:
        yield "manifest", f"its files are not the {tally.files} of the record"
    for name in _COUNTS:
        if manifest.get(name) != dict(getattr(tally, name)):
            yield "manifest", f"its counts of {name} are not those of results.jsonl"


def _files(run: Finished) -> Iterator[Mismatch]:
    texts: Iterator[Texts] = iter(())
    keeps_failed = False
    for entry, lines in run.with_rows():
        if lines and fingerprint(PARTED.join(lines), run.key) != entry.row:
            yield entry.id, "its rows in results.jsonl were changed"
        if not entry.unit:
            texts, keeps_failed = run.texts(entry), run.format_of(entry).table
            yield from ((entry.id, words) for words in _output(run, entry))
        if entry.ok or lines:
            yield from _rows(run, entry, lines, texts, keeps_failed)


def _output(run: Finished, entry: Entry) -> Iterator[str]:
    path = run.layout.notes / entry.path
    if not entry.ok:
        if path.exists():
            yield "the note failed, and yet has an output"
        return
    try:
        if file_fingerprint(path, run.key) != entry.output:
            yield "its redacted note was changed"
    except OSError:
        yield "its redacted note is missing or can't be read"


def _rows(
    run: Finished, entry: Entry, lines: list[bytes], texts: Iterator[Texts], keeps_failed: bool
) -> Iterator[Mismatch]:
    """Check the rows of an entry, those of each record with its redacted texts."""
    try:
        rows = [json.loads(line) for line in lines]
        for _, group in groupby(rows, key=lambda row: row.get("record")):
            own = list(group)
            failed = own[0]["status"] != "ok"
            read = () if failed and not (entry.unit and keeps_failed) else _next(texts)
            name = own[0]["id"] if entry.unit else entry.id
            yield from ((name, words) for words in _note(entry, own, read))
    except DAMAGED:
        yield entry.id, "its row in results.jsonl is damaged"


def _next(texts: Iterator[Texts]) -> Texts | str:
    """The texts of the next record, or why there are none."""
    try:
        return next(texts, "its redacted note has fewer records")
    except (OSError, UnreadableNote):
        return ""  # told of with its output
    except (NoteError, UsageError):
        return "its redacted note can't be decoded"
    except Exception:  # a reader may stumble over what somebody made of the file
        return "its redacted note can't be read again"


def _note(entry: Entry, rows: list[Row], texts: Texts | str) -> Iterator[str]:
    """Check the rows of one record."""
    ok = entry.ok if not entry.unit else rows[0]["status"] == "ok"
    for row in rows:
        identity = row["id"] == entry.id or bool(entry.unit)
        if not identity or (row["source"], row["status"] == "ok") != (entry.path, ok):
            yield "its row is another note's, or of another status"
    if isinstance(texts, str):
        if texts:
            yield texts
        return
    if not ok:
        return
    for row, text in zip(rows, matched(rows, texts or (("", ""),)), strict=True):
        if text is None:
            text = "\0" * max((found["redacted_end"] for found in row["phi"]), default=0)
        else:
            yield from _codes(row["codes"], text)
        yield from _spans(row["phi"], text)


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
    named = {entry.path for entry in run.entries()}
    for folder, folders, files in os.walk(run.layout.notes):
        folders.sort()
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*files, *links]):
            source = (Path(folder) / name).relative_to(run.layout.notes).as_posix()
            if source not in named:
                yield source.removesuffix(suffix_of(source)), "a file in notes/ that no row names"
