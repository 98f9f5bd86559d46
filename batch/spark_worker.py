"""What a Python worker of Spark does: one warm pipeline a process, and a result for each row of a batch.

Nothing that is raised or returned holds note text: a row that fails has null text and its reason.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from .columns import DROP, KEEP, TEXT, label_of
from .errors import TooLargeNote, describe
from .formats.cells import Cell, record_of

if TYPE_CHECKING:
    from ..pipeline import Pipeline
    from ..redact.policies import Policy

#: The columns that are added, with the keys of the result contract.
PHI: Final = pa.struct(
    [
        *((name, pa.int32()) for name in ("start", "end", "redacted_start", "redacted_end")),
        ("label", pa.string()),
        ("score", pa.float64()),
        ("recognizer", pa.string()),
    ]
)
CANDIDATE: Final = pa.struct(
    [
        ("code", pa.string()),
        ("description", pa.string()),
        ("score", pa.float64()),
        ("reason", pa.string()),
    ]
)
CODE: Final = pa.struct(
    [
        *((name, pa.int32()) for name in ("start", "end", "redacted_start", "redacted_end")),
        *((name, pa.string()) for name in ("text", "system", "code", "description")),
        ("billable", pa.bool_()),
        *((name, pa.string()) for name in ("assertion", "section")),
        ("score", pa.float64()),
        *((name, pa.int32()) for name in ("units", "minutes", "year")),
        ("validity", pa.string()),
        ("candidates", pa.list_(CANDIDATE)),
    ]
)
ADDED: Final = {"phi": pa.list_(PHI), "codes": pa.list_(CODE), "status": pa.string(), "error": pa.string()}
#: A numeric library's own threads only get in each other's way where there is a worker for each core.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
#: Rows that are held at once, whatever Spark's own batches are.
_ROWS = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a worker needs to know; it travels by pickle, and shows nothing of a secret or a term.

    rules: the rule of each column of the DataFrame, in order.
    secret: itself, or the key file that holds it. day: the date of service.
    """

    rules: Mapping[str, str]
    policy: "Policy" = field(repr=False)
    recall: str
    secret: bytes | Path | None = field(repr=False)
    day: date | None
    max_bytes: int


def processed(batches: Iterable[pa.RecordBatch], settings: Settings) -> Iterator[pa.RecordBatch]:
    """The batches of the result, in order, in pieces of some rows.

    Raises ChartveilError where the pipeline can't be built.
    """
    pipeline = pipeline_of(settings)
    for batch in batches:
        for first in range(0, batch.num_rows, _ROWS):
            yield _piece(batch.slice(first, _ROWS), settings, pipeline)


_pipelines: dict[tuple[object, ...], "Pipeline"] = {}


def pipeline_of(settings: Settings) -> "Pipeline":
    """The pipeline of these settings, built once in a process; other settings take its place."""
    policy = settings.policy
    terms = (policy.allow, policy.deny)
    key = (policy.digest, terms, settings.recall, settings.secret, settings.day)
    if key not in _pipelines:
        _pipelines.clear()
        _pipelines[key] = _build(settings)
    return _pipelines[key]


def _build(settings: Settings) -> "Pipeline":
    for name in _THREADS:
        os.environ[name] = "1"
    from ..redact.keys import read_key
    from .command import build_pipeline

    _compile_once()
    secret = read_key(settings.secret) if isinstance(settings.secret, Path) else settings.secret
    pipeline: Pipeline = build_pipeline(settings.policy, settings.recall, secret, settings.day)
    return pipeline


def _compile_once() -> None:
    """Compile the dictionaries if nobody on this machine has; the others wait for the worker that does."""
    from ..dictionaries import compiled
    from ..dictionaries.lock import alone
    from ..dictionaries.places import cache_folder

    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / "compiling.lock"):
            compiled()
    except OSError:
        return  # a cache that can't be written: each worker compiles for itself, as it does anywhere


def _piece(batch: pa.RecordBatch, settings: Settings, pipeline: "Pipeline") -> pa.RecordBatch:
    """The result of some rows; columns that stay as they are pass untouched."""
    left = {name: rule for name, rule in settings.rules.items() if rule != DROP}
    columns = dict(zip(left, batch.columns, strict=True))
    rows = [
        _row(left, [column[place] for column in columns.values()], settings, pipeline)
        for place in range(batch.num_rows)
    ]
    for name, rule in left.items():
        if rule == TEXT or label_of(rule):
            columns[name] = pa.array([row[name] for row in rows], type=pa.string())
    added = {name: pa.array([row[name] for row in rows], type=kind) for name, kind in ADDED.items()}
    return pa.RecordBatch.from_pydict({**columns, **added})


def _row(
    left: Mapping[str, str], values: Sequence[pa.Scalar], settings: Settings, pipeline: "Pipeline"
) -> dict[str, Any]:
    """The new cells of one row, null for what can't be redacted."""
    nothing: dict[str, Any] = {**dict.fromkeys(left), "phi": [], "codes": []}
    try:
        cells = [_cell(*named, value) for named, value in zip(left.items(), values, strict=True)]
        return {**nothing, **_processed(cells, settings, pipeline), "status": "ok", "error": None}
    except Exception as error:  # whatever a recognizer raises, nothing of the note may pass
        return {**nothing, "status": "failed", "error": describe(error)}


def _cell(name: str, rule: str, value: pa.Scalar) -> Cell:
    """A cell, with what it says where a rule asks."""
    said = None if rule == KEEP else value.as_py()
    if isinstance(said, bytes):
        said = said.decode("utf-8", "replace")
    return Cell(name, rule, None if said is None else str(said))


def _processed(cells: Sequence[Cell], settings: Settings, pipeline: "Pipeline") -> dict[str, Any]:
    """The new cells of a row, by column. Raises NoteError."""
    if sum(len(cell.value.encode()) for cell in cells if cell.value is not None) > settings.max_bytes:
        raise TooLargeNote
    record = record_of(cells, _apart)
    result = pipeline.process_record(record)
    new: dict[str, Any] = dict(zip((part.place for part in record.fields), result.values, strict=True))
    for passage, part in zip(record.passages, result.parts, strict=True):
        new |= {passage.place: part.text, **part.to_dict()}
    return new


def _apart(changed: dict[int, str]) -> bytes:
    """A row goes back to Spark as cells, never as bytes."""
    return b""
