"""Where chartveil keeps what it compiles and what the user imported."""

import os
from pathlib import Path


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
