"""Results for the passages of a record without a pipeline."""

from dataclasses import dataclass
from typing import Any

from chartveil.batch.formats.record import Record


@dataclass(frozen=True)
class Text:
    """A redacted text."""

    text: str

    def to_dict(self) -> dict[str, Any]:
        return {"phi": [], "codes": []}


def same(record: Record) -> bytes:
    """A record written with nothing changed."""
    return record.rebuild(
        [Text(passage.text) for passage in record.passages], [field.value for field in record.fields]
    )


def stub_parts(record: Record, text: str, value: str) -> bytes:
    """A record written with one text for each passage and one value for each field that has any."""
    values = [value if field.value else "" for field in record.fields]
    return record.rebuild([Text(text)] * len(record.passages), values)
