"""The output folder between runs: whose it is, which settings made it, and what of it still holds."""

import contextlib
import json
import secrets
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import UsageError
from .errors import writing
from .folders import linked, make_private, write_atomic
from .journal import write_journal
from .layout import Layout
from .lock import locked
from .options import BatchOptions
from .outcome import PARTED, Entry, Outcome, file_state, fingerprint, to_json
from .reporting import drop_report

_ELSEWHERE = "choose another output folder"
_OTHER = f"{_ELSEWHERE} or give --overwrite"


@contextlib.contextmanager
def opened(layout: Layout, options: BatchOptions) -> Iterator[bytes]:
    """Take an output folder for one run and yield the key of its fingerprints.

    A new folder gets its record. One with other settings, or a finished one with `overwrite`, is emptied of
    what an earlier run wrote if `overwrite` is set, else refused or kept. Raises UsageError for a folder that
    can't be written, is in use, holds other settings, or holds files of these names that no run wrote.
    """
    _check_owner(layout)
    if linked(layout.root, layout.scratch):
        raise UsageError(f"the record in the output folder is a link; {_ELSEWHERE}")
    try:
        make_private(layout.scratch)
    except OSError:
        raise UsageError("the output folder can't be written; check its permissions and its disk") from None
    with locked(layout.lock):
        with writing():
            _clear(layout.scratch)
            key = _take(layout, options)
        try:
            yield key
        finally:
            with contextlib.suppress(OSError):  # the next run clears what is left
                _clear(layout.scratch)


def finished_outcomes(layout: Layout, key: bytes) -> Iterator[Outcome]:
    """What a finished run recorded, in order; what has rows that were changed since is left out."""
    with layout.entries.open("rb") as entries, layout.results.open("rb") as rows:
        for line in entries:
            entry = Entry.from_line(line)
            own = PARTED.join(row.removesuffix(b"\n") for row in islice(rows, entry.rows))
            if fingerprint(own, key) == entry.row:
                yield Outcome(entry, own)


@writing()
def reopen(layout: Layout, key: bytes) -> None:
    """Turn a finished run into one under way, so that it can take up changes; leave one under way as it is.

    The journal is whole before the first file of the finished run goes, so a kill between loses nothing.
    """
    if layout.manifest.exists():
        write_journal(layout.journal, finished_outcomes(layout, key), layout.scratch)
    drop_report(layout)
    for path in (layout.manifest, layout.results, layout.entries):
        path.unlink(missing_ok=True)


def _check_owner(layout: Layout) -> None:
    strangers = [
        p.name for p in (layout.notes, layout.results, layout.manifest) if p.exists() or p.is_symlink()
    ]
    if strangers and not layout.run.exists():
        raise UsageError(f"the output folder holds {', '.join(strangers)} of other origin; {_ELSEWHERE}")


def _take(layout: Layout, options: BatchOptions) -> bytes:
    """Compare the settings with those on record, empty or record as needed, and return the key."""
    record = _record(layout)
    if record:
        key = bytes.fromhex(record["key"])
        changed = _changed(record, _settings(options, key))
        if not (options.overwrite and (changed or layout.manifest.exists())):
            if changed:
                raise UsageError(
                    f"the output folder was made with other settings ({', '.join(changed)}); {_OTHER}"
                )
            return key
        _empty(layout)
    key = secrets.token_bytes(32)
    write_atomic(layout.run, to_json({"key": key.hex(), "settings": _settings(options, key)}), layout.scratch)
    return key


def _record(layout: Layout) -> dict[str, Any]:
    """The record of an earlier run, {} for none."""
    if not layout.run.exists():
        return {}
    try:
        record = json.loads(layout.run.read_bytes())
        bytes.fromhex(record["key"])
        return dict(record)
    except (OSError, ValueError, TypeError, KeyError):
        raise UsageError(f"the record in the output folder is damaged; {_ELSEWHERE}") from None


def _settings(options: BatchOptions, key: bytes) -> dict[str, Any]:
    """All that results depend on, as JSON gives it back."""
    known = file_state(options.known_file.stat(), key) if options.known_file else None
    private = {name: fingerprint(value, key) for name, value in options.private.items()}
    settings = {
        **options.settings,
        **private,
        "encoding": options.encoding,
        "known identifiers": known,
        "columns": options.columns.to_dict() if options.columns else None,
        "input format": options.form,
        "renamed": options.rename or None,
        "readers": {name: dict(told) for name, told in options.readers.items()},
    }
    return dict(json.loads(to_json(settings)))


def _changed(record: dict[str, Any], settings: dict[str, Any]) -> list[str]:
    """The names of the settings that differ."""
    before = record["settings"]
    return sorted(name for name in {*before, *settings} if before.get(name) != settings.get(name))


def _empty(layout: Layout) -> None:
    """Remove what an earlier run wrote. The notes go in one step, so that a kill leaves no part of them."""
    layout.manifest.unlink(missing_ok=True)
    drop_report(layout)
    if layout.notes.exists() or layout.notes.is_symlink():
        layout.notes.rename(layout.scratch / "notes")
    if layout.parts.exists():
        layout.parts.rename(layout.scratch / "parts")
    for path in (layout.journal, layout.results, layout.entries):
        path.unlink(missing_ok=True)
    _clear(layout.scratch)


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
