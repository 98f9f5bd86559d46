"""The compiled library for lookup and search: every code, note, term and successor in one SQLite file.

It lies in the cache folder under a name made of its sources' state, so it is compiled once, shared by all
processes and never stale. Where the cache can't be written a private file serves this process alone.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from . import library_sources, places, years
from .records import CodeRecord, NoteRecord, SuccessorRecord, TermRecord, bare, dotted

FORMAT = "1"
CODE = "system, code, title, year, billable, parent, chapter, section, valid_from, valid_to"


class Library:
    """Read access to the compiled library; cheap to open. Years are fiscal years."""

    def __init__(self, path: Path) -> None:
        self.path = path
        uri = f"{path.as_uri()}?mode=ro&immutable=1"
        self.connection = sqlite3.connect(uri, uri=True, check_same_thread=False)

    @classmethod
    def open(cls, on_progress: Callable[[str, float], None] | None = None) -> "Library":
        """The library of the present sources, compiled first if need be.

        `on_progress` gets what is being done and how much is done, 0 to 1.
        """
        return cls(compiled(on_progress))

    def codes(self, code: str, year: int | None = None) -> list[CodeRecord]:
        """What a code means in each system in the list of `year` (default: the newest), however it is typed.

        Where that year isn't loaded, the year that `years.chosen_year` gives; nothing for a code not in it.
        """
        return [
            record
            for record in self.history(code)
            if record.year == years.chosen_year(self.years(record.system), year)
        ]

    def code(self, system: str, code: str, year: int | None = None) -> CodeRecord | None:
        """A code as one system's list of `year` has it (see `codes`), None where it isn't in it."""
        return next((record for record in self.codes(code, year) if record.system == system), None)

    def history(self, code: str) -> list[CodeRecord]:
        """A code's row in every loaded year, oldest first, system by system."""
        query = f"SELECT {CODE} FROM code WHERE code IN (?, ?) ORDER BY system, year"
        return [_record(row) for row in self.connection.execute(query, (bare(code), dotted(code)))]

    def children(self, system: str, code: str, year: int | None = None) -> list[CodeRecord]:
        """Codes one level below, in order."""
        query = f"SELECT {CODE} FROM code WHERE parent = ? AND system = ? AND year = ? ORDER BY code"
        chosen = years.chosen_year(self.years(system), year)
        return [_record(row) for row in self.connection.execute(query, (code, system, chosen))]

    def under(self, system: str, start: str, year: int | None = None, limit: int = 50) -> list[CodeRecord]:
        """Codes that begin with `start` (dots as the system writes them), in order; for completion."""
        query = f"""SELECT {CODE} FROM code
            WHERE code >= ? AND code < ? AND system = ? AND year = ? ORDER BY code LIMIT ?"""
        chosen = years.chosen_year(self.years(system), year)
        rows = self.connection.execute(query, (start, start + "~", system, chosen, limit))
        return [_record(row) for row in rows]

    def heading(self, system: str, code: str) -> str:
        """Title of a chapter or section ("4", "E08-E13"), '' for none."""
        query = "SELECT title FROM heading WHERE system = ? AND code = ?"
        row = self.connection.execute(query, (system, code)).fetchone()
        return row[0] if row else ""

    def notes(self, system: str, code: str) -> list[NoteRecord]:
        """Notes at a code, chapter or section itself (not above it), in the list's order."""
        query = "SELECT system, code, kind, text, year FROM note WHERE system = ? AND code = ? ORDER BY place"
        return [NoteRecord(*row) for row in self.connection.execute(query, (system, code))]

    def terms(self, system: str, code: str) -> list[TermRecord]:
        """Wordings that lead to a code: of the lexicon and of imported files."""
        query = "SELECT system, code, text, origin FROM term WHERE code = ? AND system = ?"
        return [TermRecord(*row) for row in self.connection.execute(query, (code, system))]

    def successors(self, system: str, code: str) -> list[SuccessorRecord]:
        """What replaces a code, newest first."""
        return self._successors("code", system, code)

    def predecessors(self, system: str, code: str) -> list[SuccessorRecord]:
        """The records whose successor a code is, newest first."""
        return self._successors("successor", system, code)

    def _successors(self, column: str, system: str, code: str) -> list[SuccessorRecord]:
        query = f"""SELECT system, code, successor, since, kind FROM successor
            WHERE {column} = ? AND system = ? ORDER BY since DESC, rowid"""
        return [SuccessorRecord(*row) for row in self.connection.execute(query, (code, system))]

    def years(self, system: str) -> list[int]:
        """The loaded fiscal years of a system, oldest first; empty for systems without yearly lists."""
        query = "SELECT year FROM listing WHERE system = ? AND year > 0 ORDER BY year"
        return [row[0] for row in self.connection.execute(query, (system,))]


def _record(row: tuple[str, str, str, int, int, str, str, str, str, str]) -> CodeRecord:
    return CodeRecord(row[0], row[1], row[2], row[3], bool(row[4]), *row[5:])


def fingerprint() -> str:
    """A short hash of the state of all sources: names, sizes and times of change, no contents."""
    from . import imports

    lines = (FORMAT, *library_sources.state(), *imports.state())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def compiled(on_progress: Callable[[str, float], None] | None = None) -> Path:
    """Path of the compiled library, which is built first if it is not there yet."""
    folder = places.cache_folder()
    found = folder / _name()
    if found.is_file():
        return found.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _build(folder, on_progress)
    except OSError:
        path = _build(_private(), on_progress)
    _drop_older(path)
    return path.absolute()


def _name() -> str:
    return f"library-{fingerprint()}.sqlite"


def _build(where: Path, on_progress: Callable[[str, float], None] | None) -> Path:
    """Compile into a folder; once more where an import came in meanwhile, so that no name tells a lie."""
    import tempfile

    from .library_build import build

    name = _name()
    handle, written = tempfile.mkstemp(prefix="building-", suffix=".sqlite", dir=where)
    os.close(handle)
    unfinished = Path(written)
    try:
        with _uncollected():
            build(unfinished, on_progress)
        if _name() == name:
            return unfinished.replace(where / name)
    finally:
        unfinished.unlink(missing_ok=True)
    return _build(where, on_progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection: a build makes a million objects and no cycles; looking takes seconds."""
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _private() -> Path:
    """A temporary folder that goes with the process."""
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="chartveil-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _drop_older(path: Path) -> None:
    """Remove libraries of earlier sources; one that another process still holds open may stay."""
    import contextlib

    for other in (*path.parent.glob("library-*.sqlite"), *places.abandoned(path.parent)):
        if other.name != path.name:
            with contextlib.suppress(OSError):
                other.unlink()
