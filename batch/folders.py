"""IN and OUT: that they are what they should be, private, and apart from each other."""

import contextlib
import os
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import UsageError
from .single import STDIN


def check_folders(source: Path, out: Path) -> tuple[Path, Path]:
    """IN and OUT with all links resolved; UsageError if either is unfit or one lies inside the other.

    IN is a folder, a file, or "-" for standard input. OUT need not exist. Folders are compared as the file
    system does, so that links and other casing of one folder's name count as that folder.
    """
    try:
        return _checked(source, out)
    except (OSError, RuntimeError):  # Python 3.11 and 3.12 raise RuntimeError for links in a circle
        raise UsageError("the folders can't be reached; check their paths, links and permissions") from None


def _checked(source: Path, out: Path) -> tuple[Path, Path]:
    if out.exists() and not out.is_dir():
        raise UsageError("the output is a file; give a folder")
    if str(source) == STDIN:
        return source, out.resolve()
    if not source.exists():
        raise UsageError("the input does not exist; check its path")
    if not (source.is_dir() or source.is_file()):
        raise UsageError("the input is neither a folder nor a file; give one, or - for standard input")
    source, out = source.resolve(), out.resolve()
    if _holds(source, out):
        raise UsageError("the output folder lies inside the input folder; choose one outside it")
    if _holds(out, source):
        raise UsageError("the input folder lies inside the output folder; choose another output folder")
    return source, out


def _holds(outer: Path, inner: Path) -> bool:
    """Whether `inner` is `outer` or lies below it, both resolved, neither necessarily there."""
    return any(_same(outer, folder) for folder in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def make_private(folder: Path) -> None:
    """Make a folder and what is missing above it, for this user alone. Existing ones stay as they are."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        with contextlib.suppress(FileExistsError):  # another worker was quicker
            path.mkdir(mode=0o700)


def linked(root: Path, folder: Path) -> bool:
    """Whether a link lies on the way from `root` to a folder below it.

    It could lead a note's output anywhere, even onto the note itself, so nothing is written or removed there.
    """
    return folder != root and (folder.is_symlink() or linked(root, folder.parent))


@contextlib.contextmanager
def atomic_file(target: Path, scratch: Path) -> Iterator[BinaryIO]:
    """A file to write that appears as `target`, whole and on disk, when the block ends, or not at all.

    It is made in `scratch`, a folder on the same file system, readable by this user only.
    """
    descriptor, name = tempfile.mkstemp(dir=scratch)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_atomic(target: Path, data: bytes, scratch: Path) -> None:
    """Write one whole file through `atomic_file`."""
    with atomic_file(target, scratch) as file:
        file.write(data)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe from a power cut, where the system lets one open a folder."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def folding(scratch: Path) -> Callable[[str], str] | None:
    """How the file system of `scratch` folds names: case, Unicode composition, both, or neither (None)."""
    with tempfile.TemporaryDirectory(dir=scratch) as probe:
        ignores_case = _answers(Path(probe), "Case", "cASE")
        composes = _answers(Path(probe), "\u00e9", "e\u0301")
    steps: list[Callable[[str], str]] = []
    if composes:
        steps.append(lambda path: unicodedata.normalize("NFD", path))
    if ignores_case:
        steps.append(str.casefold)
    return (lambda path: _apply(steps, path)) if steps else None


def _answers(folder: Path, name: str, other: str) -> bool:
    (folder / name).touch(mode=0o600)
    return (folder / other).exists()


def _apply(steps: list[Callable[[str], str]], path: str) -> str:
    for step in steps:
        path = step(path)
    return path
