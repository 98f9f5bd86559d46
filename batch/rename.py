"""Names for the outputs that say nothing of the inputs: note-000001 and so on, in the order of the paths.

A file's name and its folders may hold a patient's name or number. With `--rename` neither OUT's public files
nor the manifest hold any of them; the run's own record (OUT/.chartveil, for the user alone) does, and so does
the file that `--rename-map` asks for. The numbers follow the sorted paths, so that the same IN gives the same
names; a file that is added later moves those behind it, which are then done again.
"""

import csv
import io
from dataclasses import replace
from pathlib import Path

from ..errors import UsageError
from .options import BatchOptions
from .scan import Note, Scan, suffix_of
from .single import write_result

#: The least digits of a number; more where there are more notes, so that the names sort as the notes do.
DIGITS = 6


def renamed(found: Scan) -> Scan:
    """The same notes under new ids, whose outputs have new names; the suffix of a format stays."""
    digits = max(DIGITS, len(str(len(found.notes))))
    return replace(found, notes=tuple(_renamed(note, n, digits) for n, note in enumerate(found.notes, 1)))


def _renamed(note: Note, number: int, digits: int) -> Note:
    name = f"note-{number:0{digits}}"
    return replace(note, id=name, renamed=name + suffix_of(note.source).lower())


def check_map(options: BatchOptions, source: Path, out: Path) -> None:
    """Raise `UsageError` for a map that would lie in IN or OUT, where it might be shared with the results."""
    if options.rename_map is None:
        return
    if not options.rename:
        raise UsageError("a map of names without new names: set rename too")
    place = options.rename_map.resolve().parent
    if not place.is_dir() or options.rename_map.is_dir():
        raise UsageError("--rename-map is no file in an existing folder; make its folder first")
    if place.is_relative_to(out) or (source.is_dir() and place.is_relative_to(source)):
        raise UsageError("--rename-map lies in the input or the output folder; keep it apart from both")


def write_map(path: Path, found: Scan) -> None:
    """Write which output was made of which input, as CSV for this user alone. Raises NoteError."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("id", "output", "input"))
    writer.writerows((note.id, note.output, note.source) for note in found.notes)
    write_result(text.getvalue().encode("utf-8", "surrogateescape"), path)
