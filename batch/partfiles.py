"""What is finished of a file of many records: a private file a chunk, joined when all are there."""

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from .errors import UnwritableNote, write_failure
from .folders import atomic_file, linked, make_private, write_atomic
from .inputs import opened_raw, packed
from .layout import Layout
from .outcome import BLOCK, file_fingerprint, fingerprint
from .scan import Note

#: Parts in one folder: file systems are slow with very many.
IN_FOLDER = 1000


def folder_of(layout: Layout, source: str, key: bytes) -> Path:
    """Where the parts of a file lie; the name tells nothing of the file's."""
    return layout.parts / fingerprint(source.encode("utf-8", "surrogateescape"), key)[:24]


def part_path(folder: Path, number: int, piece: int | None = None) -> Path:
    """The file of a chunk, or of one record of it that is tried alone."""
    name = str(number) if piece is None else f"{number}-{piece}"
    return folder / str(number // IN_FOLDER) / name


def write_part(path: Path, data: bytes, layout: Layout) -> None:
    """Write a part; NoteError or BatchError where the disk does not take it."""
    try:
        make_private(path.parent)
        write_atomic(path, data, layout.scratch)
    except OSError as error:
        raise write_failure(error) from None


def holds(path: Path, output: str, key: bytes) -> bool:
    """Whether a part is as it was written."""
    try:
        return file_fingerprint(path, key) == output
    except OSError:
        return False


def join(note: Note, head: bytes, parts: Iterable[Path], root: Path, layout: Layout) -> None:
    """Write the output of a file from its parts, whole or not at all. Raises as `write_part`."""
    target = layout.notes / note.output
    try:
        if linked(layout.root, target.parent):
            raise UnwritableNote
        make_private(target.parent)
        with atomic_file(target, layout.scratch) as file:
            if note.format.name == "parquet":
                with opened_raw(note, root) as source:
                    note.format.load().join(head, parts, source, file)
            else:
                _copy(packed(head, note) if head else b"", parts, file)
    except OSError as error:
        raise write_failure(error) from None


def _copy(head: bytes, parts: Iterable[Path], file: BinaryIO) -> None:
    file.write(head)
    for piece in _pieces(parts):
        file.write(piece)


def _pieces(parts: Iterable[Path]) -> Iterator[bytes]:
    for part in parts:
        with part.open("rb") as file:
            yield from iter(lambda: file.read(BLOCK), b"")


def drop(folder: Path) -> None:
    """Remove the parts of a file; what can't be removed is in nobody's way."""
    with contextlib.suppress(OSError):
        shutil.rmtree(folder)
