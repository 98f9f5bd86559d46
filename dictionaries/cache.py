"""Where the compiled dictionary lies: in the user's cache, one file for each state of its sources.

The file's name carries a hash of everything it is made of, so a newer lexicon or data package compiles anew
and no stale file is ever read. It is written under a temporary name and moved into place, which makes it safe
for several processes; where the cache can't be written, a temporary file serves this process alone.
"""

import atexit
import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from pathlib import Path

from . import icd10cm, imports, lexicon_files, places, procedures_pages, sites

SOURCES = (
    "words.py",
    "synonyms.py",
    "variants.py",
    "titles.py",
    "families.py",
    "sites.py",
    "compile.py",
    "icd10cm.py",
    "lexicon_files.py",
    "editions.py",
    "imports_phrases.py",
    "library_build.py",
    "procedures_pages.py",
    "records.py",
)


def fingerprint() -> str:
    """A short hash of all that the dictionary is made of: what chartveil carries and what was imported."""
    return hashlib.sha256("\n".join((carried(), *imports.contents())).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def carried() -> str:
    """A hash of the data package's version, the lexicon, the pages and the code that compiles them."""
    digest = hashlib.sha256(icd10cm.version().encode())
    package = resources.files(__package__)
    for name in SOURCES:
        digest.update((package / name).read_bytes())
    for name, content in (
        *lexicon_files.sources(),
        (sites.NAME, sites.source()),
        *procedures_pages.sources(),
    ):
        digest.update(name.encode() + content)
    return digest.hexdigest()


def compiled(on_progress: Callable[[str], None] | None = None) -> Path:
    """Path of the compiled dictionary, which is built first if it is not there yet."""
    folder = places.cache_folder()
    path = folder / _name()
    if path.is_file():
        return path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _build(folder, on_progress)
    except OSError:
        private = Path(tempfile.mkdtemp(prefix="chartveil-"))
        atexit.register(_remove, private)
        return _build(private, on_progress)


def _name() -> str:
    return f"codes-{fingerprint()}.sqlite"


def _build(where: Path, on_progress: Callable[[str], None] | None) -> Path:
    """Compile into a folder; once more where an import came in meanwhile, so that no name tells a lie."""
    from .compile import build

    name = _name()
    handle, written = tempfile.mkstemp(prefix="building-", suffix=".sqlite", dir=where)
    os.close(handle)
    unfinished = Path(written)
    try:
        unfinished.unlink()
        build(unfinished, on_progress)
        if _name() == name:
            path = unfinished.replace(where / name)
            _drop_older(path)
            return path
    finally:
        unfinished.unlink(missing_ok=True)
    return _build(where, on_progress)


def _drop_older(path: Path) -> None:
    """Remove compiled files of earlier sources; one that another process still holds open may stay."""
    for other in (*path.parent.glob("codes-*.sqlite"), *places.abandoned(path.parent)):
        if other != path:
            try:
                other.unlink()
            except OSError:
                continue


def _remove(private: Path) -> None:
    for file in private.iterdir():
        file.unlink()
    private.rmdir()
