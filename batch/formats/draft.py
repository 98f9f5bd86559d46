"""A record in the making: where its text and identifiers stand, and how each place is written again.

For formats whose free text lies in many small pieces with markup between them: the runs of a DOCX
paragraph, the text nodes of XML or XHTML, the cells of a row. A passage is then a list of slots, and what
the redactor makes of the whole is given back to each slot by its offsets, so that the markup stays. The
readers of CDA and DOCX use it; any other reader may.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ..options import Processed
from .record import Field, Passage, Record

if TYPE_CHECKING:
    from ...redact.known import KnownIdentifiers

Write = Callable[[str], object]
#: Fewest letters and digits that a value of a label must have to be sought in free text: a chart's number
#: "7" would take every 7 of the note with it. Labels that are not here are not sought.
LEAST_KNOWN: Final = {
    "PERSON": 2, "ADDRESS": 6, "CITY": 3, "ZIP": 5, "FACILITY": 4, "DATE": 8, "PHONE": 7, "FAX": 7,
    "EMAIL": 6, "SSN": 9, "MRN": 4, "HEALTH_PLAN": 5, "ACCOUNT": 5, "LICENSE": 5, "VEHICLE": 5,
    "DEVICE": 5, "URL": 8, "OTHER_ID": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of a passage; `write` puts its new text in its place, None for what only parts two slots."""

    text: str
    write: Write | None = None


@dataclass(slots=True)
class Draft:
    """A passage in the making."""

    place: str
    slots: list[Slot] = field(default_factory=list)

    def add(self, text: str | None, write: Write) -> None:
        """Take in a piece of text, unless it is empty."""
        if text:
            self.slots.append(Slot(text, write))

    def part(self, separator: str) -> None:
        """Part what comes from what was, for the reader of the passage only."""
        if self.slots and self.slots[-1].write is not None:
            self.slots.append(Slot(separator))

    @property
    def text(self) -> str:
        """The passage's text."""
        return "".join(slot.text for slot in self.slots)

    def closed(self) -> "Draft":
        """The passage without a separator at its end."""
        return Draft(self.place, self.slots[:-1]) if self.slots[-1].write is None else self

    def has_words(self) -> bool:
        """Whether there is anything to redact: white space alone is left where it stands."""
        return any(slot.write is not None and not slot.text.isspace() for slot in self.slots)


@dataclass(slots=True)
class Drafts:
    """All passages and fields of one record, in its order."""

    passages: list[Draft] = field(default_factory=list)
    fields: list[tuple[Field, Write]] = field(default_factory=list)

    def passage(self, place: str) -> Draft:
        """Begin a passage."""
        self.passages.append(Draft(place))
        return self.passages[-1]

    def field(self, label: str, value: str, place: str, write: Write) -> None:
        """Take in a value that is an identifier as a whole."""
        self.fields.append((Field(label, value, place), write))

    def record(self, known: "KnownIdentifiers", patient: str | None, finish: Callable[[], bytes]) -> Record:
        """The record; `finish` makes its bytes once every place is written."""
        drafts = [draft.closed() for draft in self.passages if draft.has_words()]
        fields, writes = [item for item, _ in self.fields], [write for _, write in self.fields]

        def rebuild(results: Sequence[Processed], values: Sequence[str]) -> bytes:
            for draft, result in zip(drafts, results, strict=True):
                for slot, text in zip(draft.slots, shares(draft.slots, result), strict=True):
                    if slot.write is not None:
                        slot.write(text)
            for write, value in zip(writes, values, strict=True):
                write(value)
            return finish()

        passages = tuple(Passage(draft.text, draft.place) for draft in drafts)
        return Record(passages, tuple(fields), known, patient, rebuild)


def shares(slots: Sequence[Slot], result: Processed) -> list[str]:
    """What each slot holds of a passage's redacted text.

    A replacement goes to the first writable slot that its identifier touches. Where the result's spans do
    not account for its text, all of it goes to the first writable slot, so that nothing passes unredacted.
    """
    starts = list(accumulate((len(slot.text) for slot in slots), initial=0))
    text = "".join(slot.text for slot in slots)
    stretches = _stretches(text, result)
    if stretches is None:
        first = next((i for i, slot in enumerate(slots) if slot.write is not None), -1)
        return [result.text if i == first else "" for i in range(len(slots))]
    held: list[list[str]] = [[] for _ in slots]
    for start, end, replacement in stretches:
        touched = range(bisect_right(starts, start) - 1, bisect_left(starts, end))
        if replacement is None:
            for i in touched:
                held[i].append(text[max(start, starts[i]) : min(end, starts[i + 1])])
        elif (owner := next((i for i in touched if slots[i].write is not None), None)) is not None:
            held[owner].append(replacement)
    return ["".join(parts) for parts in held]


def known_values(values: Iterable[tuple[str, str]]) -> "KnownIdentifiers":
    """What of a record's own (label, value) pairs is long enough to be sought in its free text."""
    from ...redact.known import KnownIdentifiers

    clean = ((label, _as_sought(label, value)) for label, value in values)
    return KnownIdentifiers(tuple(dict.fromkeys(pair for pair in clean if _worth_seeking(*pair))))


def _as_sought(label: str, value: str) -> str:
    """A value without needless white space, a telephone number without the country code."""
    digits = re.sub(r"\D", "", value)
    if label in ("PHONE", "FAX") and len(digits) == 11 and digits[0] == "1":
        return digits[1:]
    return " ".join(value.split())


def _worth_seeking(label: str, value: str) -> bool:
    least = LEAST_KNOWN.get(label)
    return least is not None and len(re.findall(r"[^\W_]", value)) >= least


def _stretches(text: str, result: Processed) -> list[tuple[int, int, str | None]] | None:
    """(start, end, replacement or None for what stays) over all of `text`; None where they don't agree."""
    found: list[tuple[int, int, str | None]] = []
    at = redacted_at = 0
    for start, end, redacted_start, redacted_end in _spans(result):
        kept = result.text[redacted_at:redacted_start]
        if start < at or end <= start or redacted_end < redacted_start or text[at:start] != kept:
            return None
        if start > at:
            found.append((at, start, None))
        found.append((start, end, result.text[redacted_start:redacted_end]))
        at, redacted_at = end, redacted_end
    if text[at:] != result.text[redacted_at:]:
        return None
    return [*found, (at, len(text), None)] if at < len(text) else found


def _spans(result: Processed) -> Iterator[tuple[int, int, int, int]]:
    rows = result.to_dict().get("phi", ())
    places = [(row["start"], row["end"], row["redacted_start"], row["redacted_end"]) for row in rows]
    yield from sorted(places)
