"""Parquet: types, row groups and compression stay, and what a rule speaks of is changed."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from batch_stub import options
from chartveil.batch import BatchSummary, run_batch
from chartveil.batch.columns import Columns
from chartveil.batch.verify import verify
from chartveil.errors import UsageError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

COLUMNS = Columns({"note": "text", "id": "id", "dob": "DATE", "junk": "drop"}, "keep")
ROWS = 100


def table(path: Path, **changes: Any) -> Any:
    """A table of several types in three row groups."""
    columns = {
        "id": pa.array(range(ROWS), pa.int32()),
        "note": pa.array([None if n == 5 else f"NAME{n} asthma" for n in range(ROWS)], pa.large_string()),
        "dob": pa.array([None if n == 6 else datetime.date(1960, 1, 1) for n in range(ROWS)]),
        "junk": pa.array(["secret"] * ROWS),
        "kind": pa.array(["a", "b"] * (ROWS // 2)).dictionary_encode(),
        "list": pa.array([[n, None] for n in range(ROWS)]),
        "when": pa.array([datetime.datetime(2024, 1, 1)] * ROWS, pa.timestamp("ns", "UTC")),
    } | changes
    made = pa.table(columns).replace_schema_metadata({"pandas": "Quillon"})
    pq.write_table(made, path, row_group_size=40, compression="zstd")
    return made


def run(source: Path, out: Path, **changes: Any) -> BatchSummary:
    """A run with the stub."""
    return run_batch(source, out, options(**{"columns": COLUMNS, **changes}))


def test_types_and_row_groups_stay(tmp_path: Path) -> None:
    """Untouched columns are equal; identifiers become text; metadata that may quote values is gone."""
    before = table(tmp_path / "t.parquet")
    assert run(tmp_path / "t.parquet", tmp_path / "out").done == ROWS
    written = pq.ParquetFile(tmp_path / "out/notes/t.parquet")
    after = written.read()
    for name in ("id", "kind", "list", "when"):
        assert after.column(name).to_pylist() == before.column(name).to_pylist()
        assert after.schema.field(name).type == before.schema.field(name).type
    assert after.schema.names == ["id", "note", "dob", "kind", "list", "when"]
    assert after.column("dob").to_pylist()[5:8] == ["[DATE]", None, "[DATE]"]
    assert after.column("note").to_pylist()[4:7] == ["[PERSON] asthma", None, "[PERSON] asthma"]
    groups = [written.metadata.row_group(number) for number in range(written.metadata.num_row_groups)]
    assert [group.num_rows for group in groups] == [40, 40, 20]
    assert groups[0].column(0).compression == "ZSTD"
    assert b"Quillon" not in (tmp_path / "out/notes/t.parquet").read_bytes()
    assert verify(tmp_path / "out") == (ROWS, [])


def test_a_row_that_fails_has_nulls(tmp_path: Path) -> None:
    """In its texts and identifiers, whatever their types."""
    notes = pa.array(["RAISE" if n == 50 else "NAME" for n in range(ROWS)])
    table(tmp_path / "t.parquet", note=notes)
    assert run(tmp_path / "t.parquet", tmp_path / "out").failures == {"ValueError": 1}
    row = pq.read_table(tmp_path / "out/notes/t.parquet").slice(50, 1).to_pylist()[0]
    assert (row["note"], row["dob"], row["id"]) == (None, None, 50)
    assert verify(tmp_path / "out") == (ROWS, [])


def test_an_empty_table(tmp_path: Path) -> None:
    """It keeps its columns."""
    made = table(tmp_path / "t.parquet")
    pq.write_table(made.slice(0, 0), tmp_path / "t.parquet")
    assert run(tmp_path / "t.parquet", tmp_path / "out").notes == 0
    assert pq.read_table(tmp_path / "out/notes/t.parquet").num_rows == 0


def test_what_is_no_text(tmp_path: Path) -> None:
    """A column of numbers can't be redacted as text; what is no Parquet file fails by itself."""
    table(tmp_path / "t.parquet")
    with pytest.raises(UsageError, match="column 1 of a table is no text"):
        run(tmp_path / "t.parquet", tmp_path / "out", columns=Columns({"id": "text"}, "keep"))
    (tmp_path / "t.parquet").write_bytes(b"PAR1" * 9)
    assert run(tmp_path / "t.parquet", tmp_path / "out").failures == {"NotParquet": 1}
