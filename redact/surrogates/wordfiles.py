"""Reads the lists in data/: `[section]` headings, `_` for a space inside a word, `#` for comments."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"


@cache
def lines(file: str) -> Mapping[str, tuple[str, ...]]:
    """The lines of a file by section; those before the first heading are under ""."""
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            found[section] = []
        elif line and not line.startswith("#"):
            found[section].append(line)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def words(file: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a file by section."""
    return {
        section: tuple(word.replace("_", " ") for row in rows for word in row.split())
        for section, rows in lines(file).items()
    }
