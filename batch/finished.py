"""A finished run as it stands in OUT, for those who look at it afterwards."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import UsageError
from .encoding import decode
from .layout import Layout
from .outcome import Entry


@dataclass(frozen=True, slots=True)
class Finished:
    """The record of a finished run, and its rows as the lines of results.jsonl, without their ends.

    `settings` are those that the run was made with, some of which the manifest shows.
    """

    layout: Layout
    key: bytes
    settings: dict[str, Any]
    manifest: dict[str, Any]
    entries: tuple[Entry, ...]
    rows: tuple[bytes, ...]

    def text(self, source: str) -> str:
        """A redacted note. Raises OSError if it is not there, NoteError if it can't be decoded."""
        return decode((self.layout.notes / source).read_bytes(), self.settings["encoding"]).text


def open_finished(out: Path) -> Finished:
    """Read the record of the run in OUT. Raises UsageError if none has finished there, or it is damaged."""
    layout = Layout(out)
    if not layout.run.is_file():
        raise UsageError(f"{out} holds no batch: give the output folder of `chartveil batch`")
    if not layout.manifest.is_file():
        raise UsageError(f"the batch in {out} is not finished: give its command again")
    try:
        record = json.loads(layout.run.read_bytes())
        entries = layout.entries.read_bytes().split(b"\n")
        return Finished(
            layout,
            bytes.fromhex(record["key"]),
            {"encoding": None, **record["settings"]},
            dict(json.loads(layout.manifest.read_bytes())),
            tuple(Entry.from_line(line) for line in entries if line),
            tuple(line for line in layout.results.read_bytes().split(b"\n") if line),
        )
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        reason = f"can't be read ({type(error).__name__})"
        raise UsageError(
            f"the record of the batch in {out} {reason}: run it again with --overwrite"
        ) from None
