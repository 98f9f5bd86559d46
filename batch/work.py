"""One unit of work, a file of one record or a chunk of one of many: read, process, write."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..errors import ChartveilError
from .encoding import decode
from .errors import BatchError, OutputClash, TooLargeNote, UnwritableNote, write_failure, writing
from .folders import linked, make_private, write_atomic
from .formats.record import Record
from .formats.streams import Reader
from .inputs import Plan, packed, read_file, read_record
from .layout import Layout
from .options import Processor
from .outcome import Made, Outcome, chunk, failure, file_state, joined, row_of, success
from .partfiles import folder_of, part_path, write_part
from .scan import Note

if TYPE_CHECKING:
    from ..redact.known import KnownIdentifiers


@dataclass(frozen=True, slots=True)
class Job:
    """What every process of a run needs to know; it travels by pickle."""

    layout: Layout
    key: bytes
    pipeline: Callable[[], Processor]
    known: Callable[[str], Any] | None
    patient: Callable[[str], str] | None
    plan: Plan


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some raw records of a file, the first of which has the number `first` among all.

    number: its place among the chunks of the file, from 1. state: that of the file. piece: which record of
    its chunk this one is, where it is tried alone.
    """

    reader: Reader
    number: int
    first: int
    raws: tuple[bytes, ...]
    state: str
    piece: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A file, or a chunk of one."""

    note: Note
    chunk: Chunk | None = None

    def pieces(self) -> "list[Unit]":
        """The same, each record by itself."""
        whole = self.chunk
        if whole is None:
            return [self]
        return [
            replace(self, chunk=replace(whole, raws=(raw,), first=whole.first + place, piece=place))
            for place, raw in enumerate(whole.raws)
        ]


def build(job: Job) -> Processor:
    """The pipeline, once for a process; a ChartveilError as it is raised, BatchError for any other error."""
    try:
        return job.pipeline()
    except ChartveilError:
        raise
    except Exception as error:
        reason = f"the pipeline can't be built ({type(error).__name__})"
        raise BatchError(f"{reason}; check the installation and the options") from error


def work(unit: Unit, job: Job, processor: Processor) -> Outcome:
    """Process one unit and write its output. A note that fails for whatever reason has no output.

    Only BatchError is raised: the disk of OUT takes nothing more.
    """
    try:
        return _file(unit.note, job, processor) if unit.chunk is None else _chunk(unit, job, processor)
    except BatchError:
        raise
    except Exception as error:
        return give_up(unit, error, job)


def give_up(unit: Unit, error: Exception, job: Job) -> Outcome:
    """The outcome of a unit that can't be processed; for a chunk, what stands in its place is written."""
    if unit.chunk is None:
        if not isinstance(error, OutputClash):  # there the output of that name is another note's
            remove_output(unit.note.output, job.layout)
        return failure(unit.note, error, job.key)
    made = [_failed(unit, place, error, None) for place in range(len(unit.chunk.raws))]
    return _written(unit, made, job)


def merged(unit: Unit, pieces: Mapping[int, Outcome], job: Job) -> Outcome:
    """The outcome of a chunk whose records were tried alone, from theirs by their places."""
    assert unit.chunk is not None
    folder = folder_of(job.layout, unit.note.source, job.key)
    paths = [part_path(folder, unit.chunk.number, place) for place in sorted(pieces)]
    with writing():
        data = b"".join(path.read_bytes() for path in paths)
        write_part(part_path(folder, unit.chunk.number), data, job.layout)
        for path in paths:
            path.unlink()
    return joined([pieces[place] for place in sorted(pieces)], data, job.key)


def _file(note: Note, job: Job, processor: Processor) -> Outcome:
    if note.problem:
        raise note.problem
    raw, status = read_file(note, job.plan)
    made = _text(note, raw, job, processor) if not note.format.module else _record(note, raw, job, processor)
    written = packed(made.output, note)
    outcome = success(note, made, file_state(status, job.key), written, job.key)
    _write(job.layout, note, written)
    return outcome


def _record(note: Note, raw: bytes, job: Job, processor: Processor) -> Made:
    """A file of one record of another format."""
    record = read_record(raw, note, job.plan)
    parts, output, fields = _processed(record, note, note.id, job, processor)
    places: list[str | None] = [passage.place for passage in record.passages]
    names = places if len(places) > 1 else [None]
    rows = (row_of(note, found=found, part=part) for found, part in zip(parts, names, strict=True))
    return Made(tuple(rows), output, fields=fields)


def _chunk(unit: Unit, job: Job, processor: Processor) -> Outcome:
    """Some records of a file of many. A record that fails leaves what its format leaves of such a one."""
    assert unit.chunk is not None
    made = [_of_many(unit, place, job, processor) for place in range(len(unit.chunk.raws))]
    return _written(unit, made, job)


def _of_many(unit: Unit, place: int, job: Job, processor: Processor) -> Made:
    assert unit.chunk is not None
    note, number = unit.note, unit.chunk.first + place
    identity = f"{note.id}#{number}"
    try:
        record = unit.chunk.reader.read(unit.chunk.raws[place])
        identity = record.id or identity
        parts, output, fields = _processed(record, note, f"{note.id}#{number}", job, processor)
    except BatchError:
        raise
    except Exception as error:
        return _failed(unit, place, error, identity)
    names = [passage.place for passage in record.passages] or [""]
    rows = (
        row_of(note, found=found, identity=identity, record=number, part=part)
        for found, part in zip(parts, names, strict=True)
    )
    return Made(tuple(rows), output, fields=fields)


def _failed(unit: Unit, place: int, error: Exception, identity: str | None) -> Made:
    """What stands for a record of a chunk that fails."""
    assert unit.chunk is not None
    number = unit.chunk.first + place
    row = row_of(unit.note, failed=error, identity=identity or f"{unit.note.id}#{number}", record=number)
    return Made((row,), unit.chunk.reader.failed(unit.chunk.raws[place]), failed=True)


def _written(unit: Unit, made: list[Made], job: Job) -> Outcome:
    """The outcome of a chunk, its part written."""
    assert unit.chunk is not None
    output = packed(b"".join(one.output for one in made), unit.note)
    folder = folder_of(job.layout, unit.note.source, job.key)
    write_part(part_path(folder, unit.chunk.number, unit.chunk.piece), output, job.layout)
    return chunk(unit.note, unit.chunk.number, made, output, unit.chunk.state, job.key)


def _processed(
    record: Record, note: Note, name: str, job: Job, processor: Processor
) -> tuple[list[dict[str, Any]], bytes, dict[str, int]]:
    """A record's rows, one at least, its bytes, its replaced fields by label; `name` is its own."""
    if (
        sum(len(passage.text.encode("utf-8", "surrogatepass")) for passage in record.passages)
        > job.plan.limit
    ):
        raise TooLargeNote
    patient = job.patient(note.stem) if job.patient else record.patient or name
    known = _known(record, note, job)
    result = processor.process_record(record, known=known, patient=patient)
    replaced = zip(record.fields, result.values, strict=True)
    fields = Counter(field.label for field, value in replaced if value != field.value)
    found = [part.to_dict() for part in result.parts] or [{"phi": [], "codes": []}]
    return found, record.rebuild(result.parts, result.values), dict(fields)


def _known(record: Record, note: Note, job: Job) -> "KnownIdentifiers | None":
    """What the table knows of the file, of the record's patient and of its id."""
    if job.known is None:
        return None
    from ..redact.known import KnownIdentifiers

    keys = dict.fromkeys(key for key in (note.stem, record.patient, record.id) if key)
    values = (value for key in keys for value in job.known(key).values)
    return KnownIdentifiers(tuple(dict.fromkeys(values)))


def _text(note: Note, raw: bytes, job: Job, processor: Processor) -> Made:
    """A note of plain text."""
    decoded = decode(raw, job.plan.encoding)
    known = job.known(note.stem) if job.known else None
    patient = job.patient(note.stem) if job.patient else note.stem
    result = processor.process(decoded.text, known=known, patient=patient)
    return Made((row_of(note, found=result.to_dict()),), decoded.encode(result.text))


def _write(layout: Layout, note: Note, data: bytes) -> None:
    target = layout.notes / note.output
    try:
        if linked(layout.root, target.parent):
            raise UnwritableNote
        make_private(target.parent)
        write_atomic(target, data, layout.scratch)
    except OSError as error:
        raise write_failure(error) from None


def remove_output(path: str, layout: Layout) -> None:
    """Remove the output that an earlier run made of a file, if there is one and it lies in OUT."""
    target = layout.notes / path
    try:
        if not linked(layout.root, target.parent):
            target.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        raise write_failure(error) from None
