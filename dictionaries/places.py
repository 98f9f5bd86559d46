"""Where chartveil keeps what it compiles and what the user imported."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

#: How files begin that are still being written; after so many seconds their writer must have been killed.
BEGUN, ABANDONED = ("importing-", "building-"), 3600


def cache_folder() -> Path:
    """The cache folder: the environment variable CHARTVEIL_CACHE, or the platform's place for caches."""
    named = os.environ.get("CHARTVEIL_CACHE")
    if named:
        return Path(named)
    import platformdirs  # here: most calls name the folder or have no need of it

    return Path(platformdirs.user_cache_dir("chartveil"))


def imports_folder() -> Path:
    """Where imported dictionaries lie: under CHARTVEIL_DATA, or the platform's place for data."""
    named = os.environ.get("CHARTVEIL_DATA")
    if named:
        return Path(named) / "dictionaries"
    import platformdirs

    return Path(platformdirs.user_data_dir("chartveil")) / "dictionaries"


def abandoned(folder: Path) -> Iterator[Path]:
    """Unfinished files in a folder whose writer was killed."""
    for file in list(folder.iterdir()):
        if file.name.startswith(BEGUN) and time.time() - file.stat().st_mtime > ABANDONED:
            yield file
