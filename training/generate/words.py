"""Reads the word lists under data/: one item a line, or `[section]` headings with items under them.

Where items are single words (`words`), white space separates them and `_` stands for a space inside one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of data/<name>.txt, without comments (`# `), headings and blank lines."""
    return tuple(item for items in sections(name).values() for item in items)


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of data/<name>.txt by their `[section]`; lines before the first heading are under ""."""
    found: dict[str, list[str]] = {"": []}
    current = ""
    for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            current = line[1:-1]
            found[current] = []
        elif line and not line.startswith("# "):
            found[current].append(line)
    return {key: tuple(items) for key, items in found.items() if items}


@cache
def words(name: str) -> dict[str, tuple[str, ...]]:
    """The white-space separated items of data/<name>.txt by section."""
    return {
        key: tuple(word.replace("_", " ") for item in items for word in item.split())
        for key, items in sections(name).items()
    }
