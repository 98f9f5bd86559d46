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
from .finished import Finished, open_finished
from .folders import make_private
from .layout import Layout

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
    for number, line in enumerate(run.rows, 1):
        row = json.loads(line)
        row["id"] = printable(row["id"])
        page = f"notes/{number}.html" if row["status"] == "ok" else ""
        if page:
            _write(folder / page, _note_page(run, row, facts))
        overview.add(row, page)
    for name, content in render_overview(overview, facts):
        _write(folder / name, content)


def _note_page(run: Finished, row: Mapping[str, Any], facts: Mapping[str, str]) -> bytes:
    from ..report import note_view, render_note

    try:
        text = run.text(row["source"])
    except NoteError:
        raise BatchError(f"a redacted note was changed while the report was made; {_AGAIN}") from None
    return render_note(
        note_view(row["id"], text, row["phi"], row["codes"], facts=facts, home="../index.html")
    )


def facts_of(settings: Mapping[str, Any]) -> dict[str, str]:
    """What a page tells of how it was made."""
    return {name: str(settings[key]) for key, name in _FACTS.items() if key in settings}


def _write(path: Path, content: bytes) -> None:
    """A new file for this user alone."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
