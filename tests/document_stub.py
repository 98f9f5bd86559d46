"""What stands in the redactor's place in the tests of document formats: records, rebuilt by simple rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from chartveil.batch.formats.record import Record


@dataclass(frozen=True)
class Redacted:
    """A passage's result: its text, and its spans as the redactor gives them."""

    text: str
    spans: tuple[dict[str, Any], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {"phi": list(self.spans), "codes": []}


def masked(text: str, secrets: Iterable[str], tag: str = "[X]") -> Redacted:
    """`text` with every secret replaced by the tag, as spans that don't overlap."""
    spans, pieces, at = [], [], 0
    length = 0
    places = sorted((i, -len(s)) for s in secrets if s for i in range(len(text)) if text.startswith(s, i))
    for start, negative in places:
        end = start - negative
        if start < at:
            continue
        pieces += [text[at:start], tag]
        length += start - at
        spans.append(
            {"start": start, "end": end, "redacted_start": length, "redacted_end": length + len(tag)}
        )
        length, at = length + len(tag), end
    return Redacted("".join([*pieces, text[at:]]), tuple(spans))


def unchanged(record: Record) -> bytes:
    """The record rebuilt from results equal to its text."""
    return record.rebuild([Redacted(p.text) for p in record.passages], [f.value for f in record.fields])


def rebuilt(record: Record, secrets: Iterable[str]) -> bytes:
    """The record rebuilt with the secrets masked in its passages and a tag of its label in each field."""
    found = tuple(secrets)
    results = [masked(p.text, found) for p in record.passages]
    return record.rebuild(results, [f"[{f.label}]" for f in record.fields])


def without_text(record: Record, value: Callable[[str], str] = lambda label: f"[{label}]") -> bytes:
    """The record rebuilt with nothing of its passages left: what then stands in it never was offered."""
    return record.rebuild([Redacted("") for _ in record.passages], [value(f.label) for f in record.fields])
