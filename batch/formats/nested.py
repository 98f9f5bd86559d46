"""Documents within records: an attachment of a FHIR resource, encapsulated data of an HL7 message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Final, Protocol, cast

from ...errors import ChartveilError
from ..encoding import Decoded, decode
from ..options import Processed
from .draft import Drafts
from .markup import Markup
from .record import Record

PLAIN: Final = frozenset(("text/plain", "text/markdown"))
MARKUP: Final = frozenset(("text/html", "application/xhtml+xml"))
#: Readers of this package for other kinds of document.
READERS: Final = {
    "text/rtf": "rtf",
    "application/rtf": "rtf",
    "application/xml": "cda",
    "text/xml": "cda",
    "application/cda+xml": "cda",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


class Reader(Protocol):
    """A module that reads a format."""

    def read(self, raw: bytes, *, encoding: str | None = None) -> Record:
        """One document; raises a NoteError for what is none."""


@dataclass(slots=True)
class Nested:
    """A document that a reader of its own has read, and its bytes once it is redacted."""

    record: Record
    redacted: bytes = b""


def document(
    raw: bytes, kind: str, charset: str | None, place: str, drafts: Drafts, nested: list[Nested]
) -> Callable[[], bytes] | None:
    """Take in a document of a media type; returns what makes its redacted bytes, None where it can't be read.

    Without a `charset` it is detected. Raises nothing: what can't be read is to be left out.
    """
    try:
        if kind in PLAIN:
            return _plain(decode(raw, charset), place, drafts)
        if kind in MARKUP:
            return _markup(decode(raw, charset), place, drafts)
        return _by_reader(raw, kind, place, nested)
    except (ChartveilError, ImportError, LookupError):
        return None


def with_nested(record: Record, nested: Sequence[Nested]) -> Record:
    """A record with the passages and fields of the documents within it behind its own."""
    if not nested:
        return record
    records = [record, *(inner.record for inner in nested)]

    def rebuild(results: Sequence[Processed], values: Sequence[str]) -> bytes:
        result_at, value_at = len(record.passages), len(record.fields)
        for inner in nested:
            passages, fields = len(inner.record.passages), len(inner.record.fields)
            inner.redacted = inner.record.rebuild(
                results[result_at : result_at + passages], values[value_at : value_at + fields]
            )
            result_at, value_at = result_at + passages, value_at + fields
        return record.rebuild(results[: len(record.passages)], values[: len(record.fields)])

    known = type(record.known)(tuple(dict.fromkeys(value for each in records for value in each.known.values)))
    return Record(
        tuple(passage for each in records for passage in each.passages),
        tuple(item for each in records for item in each.fields),
        known,
        record.patient,
        rebuild,
    )


def _plain(decoded: Decoded, place: str, drafts: Drafts) -> Callable[[], bytes]:
    redacted = [decoded.text]

    def write(text: str) -> None:
        redacted[0] = text

    drafts.passage(place).add(decoded.text, write)
    return lambda: decoded.encode(redacted[0])


def _markup(decoded: Decoded, place: str, drafts: Drafts) -> Callable[[], bytes]:
    markup = Markup(decoded.text, drafts.passage(place))
    return lambda: decoded.encode(str(markup))


def _by_reader(raw: bytes, kind: str, place: str, nested: list[Nested]) -> Callable[[], bytes] | None:
    if kind not in READERS:
        return None
    reader = cast(Reader, import_module(f".{READERS[kind]}", __package__))
    inner = Nested(_placed(reader.read(raw), place))
    nested.append(inner)
    return lambda: inner.redacted


def _placed(record: Record, place: str) -> Record:
    """A record whose places say where it lies itself."""
    passages = (replace(passage, place=f"{place}.{passage.place}") for passage in record.passages)
    fields = (replace(item, place=f"{place}.{item.place}") for item in record.fields)
    return replace(record, passages=tuple(passages), fields=tuple(fields))
