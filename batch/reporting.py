"""The HTML report of a finished run: OUT/report with an overview and a page for each note.

It is made from what stands in OUT, in the folder of files being written, and put in place in one step: a run
that is stopped leaves a whole report or none, and the next one makes it anew.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ..errors import NoteError, UsageError
from .encoding import printable
from .errors import BatchError, writing
from .finished import Finished, joined, matched, open_finished
from .folders import make_private
from .layout import Layout
from .options import BatchOptions
from .outcome import Entry
from .scan import Scan

_AGAIN = "give the same command again"
#: What of the manifest says how the report was made.
_FACTS: Final = {
    "policy": "Policy",
    "policy_basis": "Rests on",
    "recall": "Recall",
    "model": "Model",
    "version": "chartveil",
}


def check_report(layout: Layout) -> None:
    """Raise `UsageError` where a report would take the place of a folder that no run wrote."""
    if os.path.lexists(layout.report) and not layout.reported.exists():
        raise UsageError("the output folder holds report of other origin; choose another output folder")


def check_reported(found: Scan, options: BatchOptions) -> None:
    """Raise `UsageError` for a report on files of many records: there is a page for every note."""
    if options.report and any(note.format.many for note in found.notes):
        raise UsageError("--report has a page a note: it is not for tables and other files of many records")


@writing()
def drop_report(layout: Layout) -> None:
    """Take away the report of an earlier run, which may show notes that are gone; keep any other folder."""
    if not layout.reported.exists():
        return
    if os.path.lexists(layout.report):
        layout.report.rename(layout.scratch / f"dropped-{os.urandom(4).hex()}")  # cleared when the run ends
    layout.reported.unlink()


def write_report(layout: Layout) -> None:
    """Write the report of the run that is finished. Raises BatchError if the disk does not take it."""
    run = open_finished(layout.root)
    made = layout.scratch / "report"
    with writing():
        make_private(made / "notes")
        _write_pages(run, made)
        drop_report(layout)
        layout.reported.touch(mode=0o600)
        made.rename(layout.report)


def _write_pages(run: Finished, folder: Path) -> None:
    from ..report import Overview, render_overview

    overview, facts = Overview(), facts_of(run.manifest)
    for number, (entry, lines) in enumerate(run.with_rows(), 1):
        rows = [json.loads(line) for line in lines]
        page = f"notes/{number}.html" if entry.ok else ""
        row, text = _together(run, entry, rows) if page else (rows[0], "")
        row["id"] = printable(row["id"])
        if page:
            _write(folder / page, _note_page(row, text, facts))
        overview.add(row, page)
    for name, content in render_overview(overview, facts):
        _write(folder / name, content)


def _note_page(row: Mapping[str, Any], text: str, facts: Mapping[str, str]) -> bytes:
    from ..report import note_view, render_note

    return render_note(
        note_view(row["id"], text, row["phi"], row["codes"], facts=facts, home="../index.html")
    )


def _together(run: Finished, entry: Entry, rows: list[Mapping[str, Any]]) -> tuple[dict[str, Any], str]:
    """The rows of a file as one, and its redacted text; passages that are no longer there are left out."""
    try:
        texts = matched(rows, next(run.texts(entry)) or (("", ""),))
        found = [(row, text) for row, text in zip(rows, texts, strict=True) if text is not None]
        if not found:
            return {**rows[0], "phi": [], "codes": []}, ""
        return joined([row for row, _ in found], [text for _, text in found])
    except NoteError:
        raise BatchError(f"a redacted note was changed while the report was made; {_AGAIN}") from None


def facts_of(settings: Mapping[str, Any]) -> dict[str, str]:
    """What a page tells of how it was made."""
    return {name: str(settings[key]) for key, name in _FACTS.items() if key in settings}


def _write(path: Path, content: bytes) -> None:
    """A new file for this user alone."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
