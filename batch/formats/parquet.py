"""Parquet tables: the schema of untouched columns, the row groups and the table's own metadata stay.

A record is a row as a message of the Arrow IPC format, so that rows can be cut, sent and joined like lines.
A column of identifiers becomes one of text, since a tag is no number or date. Metadata of the file that other
tools wrote (pandas, Spark) may quote values, so only the schema is kept of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from ...errors import UsageError
from ..columns import DROP, ID, KEEP, TEXT, Columns, label_of
from ..errors import FixedNoteError
from .cells import Cell, record_of
from .record import Record
from .streams import Opened

if TYPE_CHECKING:
    import pyarrow as pa

#: Bytes that a row group may come to before it is written, whatever its size in the input: what memory holds.
MOST_IN_GROUP: Final = 64 * 1024 * 1024
BUFFER: Final = 1024 * 1024
ROWS: Final = 64
#: Batches of one row each that are held before they become one batch, which takes far less memory.
SMALL: Final = 1024


class NotParquet(FixedNoteError):
    """A file that pyarrow can't open."""

    message = "the file is not a whole Parquet file; write it again"


@dataclass(frozen=True, slots=True)
class ParquetReader:
    """Reads the rows of one table; `schema` is that of the rows, `rules` those of its columns."""

    schema: Any
    rules: tuple[str, ...]
    keeps_failed: bool = True

    def read(self, raw: bytes) -> Record:
        import pyarrow as pa

        row = pa.ipc.read_record_batch(pa.py_buffer(raw), self.schema)

        def rebuild(changed: dict[int, str]) -> bytes:
            return self._written(row, changed)

        cells = [
            Cell(name, rule, _value(row.column(place), rule))
            for place, (name, rule) in enumerate(zip(self.schema.names, self.rules, strict=True))
        ]
        return record_of(cells, rebuild)

    def failed(self, raw: bytes) -> bytes:
        import pyarrow as pa

        row = pa.ipc.read_record_batch(pa.py_buffer(raw), self.schema)
        return self._written(row, {})

    @property
    def left(self) -> Any:
        """The schema of the rows that are written."""
        import pyarrow as pa

        fields = [
            field
            if rule in (KEEP, ID)
            else pa.field(field.name, pa.string() if label_of(rule) else field.type)
            for field, rule in zip(self.schema, self.rules, strict=True)
            if rule != DROP
        ]
        return pa.schema(fields)

    def _written(self, row: "pa.RecordBatch", changed: dict[int, str]) -> bytes:
        """A row with the new values, and none in other columns of text and identifiers."""
        import pyarrow as pa

        arrays = [
            row.column(place)
            if rule in (KEEP, ID)
            else pa.array([changed.get(place)], pa.string() if label_of(rule) else row.column(place).type)
            for place, rule in enumerate(self.rules)
            if rule != DROP
        ]
        batch: bytes = pa.record_batch(arrays, schema=self.left).serialize().to_pybytes()
        return batch


def open_table(file: BinaryIO, columns: Columns, *, form: str, encoding: str | None, limit: int) -> Opened:
    """Open a table. The head is the schema, with which the rows make an Arrow IPC stream.

    Raises `UsageError` where the columns do not fit the schema, NotParquet for anything else.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(file, buffer_size=BUFFER, pre_buffer=False)
    except (pa.ArrowException, OSError, ValueError):
        raise NotParquet from None
    schema = plain(table.schema_arrow)
    reader = ParquetReader(schema, columns.rules_of(schema.names))
    for number, (column, rule) in enumerate(zip(schema, reader.rules, strict=True), 1):
        if rule == TEXT and not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
            raise UsageError(f"column {number} of a table is no text: its type is {column.type}")
    return Opened(reader, reader.left.serialize().to_pybytes(), _rows(table, schema))


def _rows(table: Any, schema: Any) -> Iterator[bytes]:
    import pyarrow as pa

    try:
        for batch in table.iter_batches(batch_size=ROWS, use_threads=False):
            whole = pa.Table.from_batches([batch]).cast(schema).combine_chunks().to_batches()
            for part in whole:
                for place in range(part.num_rows):
                    yield part.slice(place, 1).serialize().to_pybytes()
    except (pa.ArrowException, OSError):
        raise NotParquet from None


def plain(schema: Any) -> Any:
    """A schema without metadata, each dictionary of values (a pandas category) as the values themselves."""
    import pyarrow as pa

    fields = [
        pa.field(field.name, field.type.value_type, field.nullable)
        if pa.types.is_dictionary(field.type)
        else field.remove_metadata()
        for field in schema
    ]
    return pa.schema(fields)


def join(head: bytes, parts: Iterable[Path], source: BinaryIO, target: BinaryIO) -> None:
    """Write the table of all rows in `parts`, in the row groups and the compression that `source` has."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.ParquetFile(source)
    metadata = table.metadata
    groups = [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)]
    schema = pa.ipc.read_schema(pa.py_buffer(head))
    whole = _with_dictionaries(schema, table.schema_arrow)
    with pq.ParquetWriter(target, whole, compression=_compression(metadata)) as writer:
        rows = _written_rows(head, parts)
        for size in groups:
            for group in _grouped(rows, size, schema):
                writer.write_table(group.cast(whole), row_group_size=max(1, group.num_rows))


def _with_dictionaries(schema: Any, original: Any) -> Any:
    """The schema with the dictionaries of values that the original has."""
    import pyarrow as pa

    fields = []
    for field in schema:
        before = original.field(field.name)
        same = pa.types.is_dictionary(before.type) and before.type.value_type == field.type
        fields.append(pa.field(field.name, before.type, field.nullable) if same else field)
    return pa.schema(fields)


def _compression(metadata: Any) -> str:
    if not metadata.num_row_groups or not metadata.num_columns:
        return "snappy"
    name = str(metadata.row_group(0).column(0).compression)
    return "none" if name == "UNCOMPRESSED" else name.lower()


def _grouped(rows: "Iterator[pa.RecordBatch]", size: int, schema: Any) -> "Iterator[pa.Table]":
    """The next `size` rows as tables: one, or more where they take too much memory."""
    import pyarrow as pa

    held: list[Any] = []
    taken = 0
    for number in range(1, size + 1):
        held.append(next(rows))
        taken += held[-1].nbytes
        if number % SMALL == 0:
            held = pa.Table.from_batches(held, schema).combine_chunks().to_batches()
        if taken > MOST_IN_GROUP:
            yield pa.Table.from_batches(held, schema)
            held, taken = [], 0
    if held or not size:
        yield pa.Table.from_batches(held, schema)


def _written_rows(head: bytes, parts: Iterable[Path]) -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    for part in parts:
        with pa.ipc.open_stream(head + part.read_bytes()) as stream:
            yield from stream


def _value(column: Any, rule: str) -> str | None:
    """What a cell says; None for null and where no rule asks."""
    if rule in (KEEP, DROP) or not column[0].is_valid:
        return None
    value = column[0].as_py()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
