"""What is fuzzed, and what must hold of each."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from chartveil.errors import NoteError, UsageError

from benchmarks.fuzz_inputs import any_bytes, any_text
from benchmarks.fuzz_records import MAKERS, SECRET

if TYPE_CHECKING:
    from chartveil.batch.formats.record import Record
    from chartveil.redact import Redaction

Given = str | bytes


class Broken(Exception):
    """A promise that an input broke, in words that quote nothing of it."""


class Missing(Exception):
    """A subject that is not there: what it needs is not installed."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`open` builds what is tested and returns the check of one input that `make` made.

    A check raises Broken, or whatever the code under test raises; a NoteError refuses the input.
    """

    name: str
    make: Callable[[Random], Given]
    open: Callable[[], Callable[[Given], None]]


def whole(text: str, redaction: "Redaction") -> None:
    """Spans are in order and apart, and between them the text is as it was."""
    end = redacted_end = 0
    for span in redaction.spans:
        if not end <= span.start < span.end <= len(text):
            raise Broken("spans out of order")
        if text[end : span.start] != redaction.text[redacted_end : span.redacted_start]:
            raise Broken("text outside spans changed")
        end, redacted_end = span.end, span.redacted_end
    if text[end:] != redaction.text[redacted_end:]:
        raise Broken("text after the last span changed")


def _redactor(policy: str, again: bool) -> Callable[[], Callable[[Given], None]]:
    def opened() -> Callable[[Given], None]:
        from chartveil.errors import RedactionError
        from chartveil.redact import Redactor

        redactor = Redactor(policy, secret=b"of no worth, for fuzzing only")

        def check(text: Given) -> None:
            assert isinstance(text, str)
            try:
                redaction = redactor.redact(text, patient="one")
                whole(text, redaction)
                if again and redactor.redact(redaction.text, patient="one").text != redaction.text:
                    raise Broken("redacting again changed the text")
            except RedactionError as error:  # no text of any kind is a reason to fail
                raise Broken(str(error)) from None

        return check

    return opened


def _both() -> Callable[[Given], None]:
    from chartveil.pipeline import Pipeline

    pipeline = Pipeline()

    def check(text: Given) -> None:
        assert isinstance(text, str)
        result = pipeline.process(text)
        for code in result.codes:
            if result.text[code.redacted_start : code.redacted_end] != code.mention.text:
                raise Broken("a code does not quote its words")
            if not 0 <= code.start < code.end <= len(text):
                raise Broken("a code lies outside the note")

    return check


def _encoding() -> Callable[[Given], None]:
    from chartveil.batch.encoding import decode

    def check(raw: Given) -> None:
        assert isinstance(raw, bytes)
        decoded = decode(raw)
        if decoded.encode(decoded.text) != raw:
            raise Broken("encoding the text gave other bytes")

    return check


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stands for a passage once all of it is redacted."""

    text: str = "x"

    def to_dict(self) -> dict[str, Any]:
        return {"phi": [], "codes": []}


def _record(name: str) -> Callable[[], Callable[[Given], None]]:
    """One record a file: what is written can be read again, and holds nothing that was replaced."""

    def opened() -> Callable[[Given], None]:
        module = _module(name)

        def check(raw: Given) -> None:
            record = module.read(raw)
            written = rewritten(record)
            if any(SECRET.encode() in part for part in unpacked(written)):
                raise Broken("what was replaced stands in the output")
            try:
                module.read(written)
            except NoteError as error:
                raise Broken(f"what was written is refused: {type(error).__name__}") from None

        return check

    return opened


def _table(name: str) -> Callable[[], Callable[[Given], None]]:
    """A table: nothing of its text is left, and with every cell as it was it is the same to the byte."""

    def opened() -> Callable[[Given], None]:
        module = _module(name)

        def check(raw: Given) -> None:
            assert isinstance(raw, bytes)
            if SECRET.encode() in table(module, name, raw, others="drop", same=False):
                raise Broken("what was replaced stands in the output")
            again = table(module, name, raw, others="keep", same=True)
            if again.rstrip(b"\r\n") != raw.rstrip(b"\r\n"):  # blank lines of a table without rows may go
                raise Broken("a table of which nothing was replaced is not the same")

        return check

    return opened


def table(module: Any, name: str, raw: bytes, *, others: str, same: bool) -> bytes:
    """A table rewritten, each record with its passages as they were or replaced. Raises NoteError."""
    from chartveil.batch.columns import Columns

    try:
        opened = module.open_table(
            io.BytesIO(raw), Columns({"text": "text"}, others), form=name, encoding=None, limit=1 << 20
        )
    except (UsageError, UnicodeError) as error:  # the engine says what a file that breaks off comes to
        raise Refused(type(error).__name__) from None
    pieces = [opened.head]
    for row in _sound(opened.raws):
        try:
            pieces.append(rewritten(opened.reader.read(row), same=same))
        except NoteError:
            if same:
                raise
            pieces.append(opened.reader.failed(row))
    return b"".join(pieces)


def _sound(raws: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield from raws
    except UnicodeError:
        raise Refused from None


class Refused(NoteError):
    """A table that does not fit the columns asked for, or breaks off within a character."""


def rewritten(record: "Record", *, same: bool = False) -> bytes:
    """A record with all that was found in it replaced, or as it was."""
    results = [Replaced(passage.text if same else "x") for passage in record.passages]
    return record.rebuild(results, [field.value if same else "[X]" for field in record.fields])


def unpacked(raw: bytes) -> list[bytes]:
    """The bytes themselves, and those of each member of an archive."""
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        return [raw]
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return [raw, *(archive.read(name) for name in archive.namelist())]


def _module(name: str) -> Any:
    from chartveil.batch.formats import check_installed, named

    try:
        form = named(name)
        check_installed([form])
        return form.load()
    except (UsageError, ImportError) as error:
        raise Missing(str(error)) from None


_ALL = (
    Subject("tags", any_text, _redactor("tags", again=True)),
    Subject("safe-harbor", any_text, _redactor("safe-harbor", again=True)),
    Subject("numbered", any_text, _redactor("tags-numbered", again=True)),
    Subject("limited", any_text, _redactor("limited-data-set", again=True)),
    Subject("surrogate", any_text, _redactor("surrogate", again=False)),
    Subject("both", any_text, _both),
    Subject("encoding", any_bytes, _encoding),
    *(Subject(name, MAKERS[name], _table(name)) for name in ("csv", "jsonl")),
    *(Subject(name, MAKERS[name], _record(name)) for name in ("hl7", "fhir", "cda", "rtf", "docx")),
)
SUBJECTS = {subject.name: subject for subject in _ALL}
