"""A finished run as it stands in OUT, for those who look at it afterwards; none of it is held in memory."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import UsageError
from .encoding import decode
from .formats import TEXT, Format, by_suffix, named
from .formats.record import Record
from .inputs import Plan, opened, opened_raw, read_file, read_record
from .layout import Layout
from .outcome import Entry
from .scan import Note, suffix_of

#: Between passages that are shown together.
PASSAGES = "\n\n"
#: The places and texts of a record's passages.
Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The record of a finished run.

    `settings` are those that it was made with, some of which the manifest shows.
    """

    layout: Layout
    key: bytes
    settings: dict[str, Any]
    manifest: dict[str, Any]

    def entries(self) -> Iterator[Entry]:
        """The entries: one a file, behind it those of its chunks."""
        with self.layout.entries.open("rb") as lines:
            yield from map(Entry.from_line, lines)

    def rows(self) -> Iterator[bytes]:
        """The lines of results.jsonl without their ends."""
        with self.layout.results.open("rb") as lines:
            yield from (line for line in (line.removesuffix(b"\n") for line in lines) if line)

    def with_rows(self) -> Iterator[tuple[Entry, list[bytes]]]:
        """Each entry with its rows, as many as there are."""
        rows = self.rows()
        for entry in self.entries():
            yield entry, list(islice(rows, entry.rows))

    def format_of(self, entry: Entry) -> Format:
        """The format of a file."""
        form = self.settings["input format"]
        return named(form) if form else by_suffix(suffix_of(entry.source), tables=True) or TEXT

    def texts(self, entry: Entry) -> Iterator[Texts]:
        """The redacted texts of a file, record by record.

        Raises OSError or UnreadableNote if it is not there, other NoteErrors if it can't be read again.
        """
        note = Note(entry.path, entry.id, format=self.format_of(entry))
        plan = self._plan()
        if note.format.many:
            with opened_raw(note, plan.root) as file:
                table = opened(note, file, plan)
                for raw in table.raws:
                    yield _texts(table.reader.read(raw))
            return
        raw, _ = read_file(note, plan)
        if note.format.module:
            yield _texts(read_record(raw, note, plan))
        else:
            yield (("", decode(raw, plan.encoding).text),)

    def _plan(self) -> Plan:
        from .columns import Columns

        columns = self.settings["columns"]
        return Plan(
            self.layout.notes,
            Columns.from_dict(columns).written() if columns else None,
            self.settings["encoding"],
            sys.maxsize // 1024,
        )


def _texts(record: Record) -> Texts:
    return tuple((passage.place, passage.text) for passage in record.passages)


def matched(rows: Sequence[Mapping[str, Any]], texts: Texts) -> list[str | None]:
    """The text of each row of a record; None where a structured file, once redacted, has no such passage.

    A passage of nothing but an identifier is one no more, and --conditions adds some that have no row.
    """
    if len(rows) == len(texts):
        return [text for _, text in texts]
    by_place = dict(texts)
    return [by_place.get(row.get("part", "")) for row in rows]


def joined(rows: Sequence[Mapping[str, Any]], texts: Sequence[str]) -> tuple[dict[str, Any], str]:
    """The rows of one file's passages as one row of their texts together, a blank line between each."""
    whole: dict[str, Any] = {**rows[0], "phi": [], "codes": []}
    shift = redacted_shift = 0
    for row, text in zip(rows, texts, strict=True):
        for kind in ("phi", "codes"):
            whole[kind] += [_shifted(found, shift, redacted_shift) for found in row[kind]]
        longer = (s["end"] - s["start"] - s["redacted_end"] + s["redacted_start"] for s in row["phi"])
        shift += len(text) + sum(longer) + len(PASSAGES)
        redacted_shift += len(text) + len(PASSAGES)
    return whole, PASSAGES.join(texts)


def _shifted(found: Mapping[str, Any], shift: int, redacted_shift: int) -> dict[str, Any]:
    moved = {name: found[name] + shift for name in ("start", "end") if name in found}
    return {**found, **moved} | {
        name: found[name] + redacted_shift for name in ("redacted_start", "redacted_end")
    }


def open_finished(out: Path) -> Finished:
    """Read the record of the run in OUT. Raises UsageError if none has finished there, or it is damaged."""
    layout = Layout(out)
    if not layout.run.is_file():
        raise UsageError(f"{out} holds no batch: give the output folder of `chartveil batch`")
    if not layout.manifest.is_file():
        raise UsageError(f"the batch in {out} is not finished: give its command again")
    try:
        record = json.loads(layout.run.read_bytes())
        run = Finished(
            layout,
            bytes.fromhex(record["key"]),
            {"encoding": None, "columns": None, "input format": None, **record["settings"]},
            dict(json.loads(layout.manifest.read_bytes())),
        )
        _check(run)
        return run
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        reason = f"can't be read ({type(error).__name__})"
        raise UsageError(
            f"the record of the batch in {out} {reason}: run it again with --overwrite"
        ) from None


def _check(run: Finished) -> None:
    """Read every entry once, and open the rows: raises what a damaged record does."""
    for _ in run.entries():
        pass
    next(run.rows(), None)
