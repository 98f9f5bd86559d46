"""Marked notes as the generator writes them: one JSON object a line."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Note:
    """A marked note; spans are (start, end, label), in order and apart."""

    id: str
    kind: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


def read_notes(path: Path) -> Iterator[Note]:
    """Notes of a JSON-lines file as the generator writes them."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = tuple((start, end, label) for start, end, label in row["spans"])
            yield Note(row["id"], row["kind"], row["text"], spans)


def file_digest(path: Path) -> str:
    """SHA-256 of a file, to name the data a model was trained on."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
