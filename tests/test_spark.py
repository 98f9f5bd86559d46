"""Spark: the rows are those of the local engine, and nothing of a note or a secret shows anywhere else."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from chartveil.errors import UsageError

pytest.importorskip("pyarrow", reason="pyarrow is missing: pip install 'chartveil[spark]'")
pytest.importorskip("pyspark", reason="pyspark is missing: pip install 'chartveil[spark]'")

import pyarrow as pa
from chartveil.batch import spark_worker
from chartveil.batch.spark import process
from chartveil.batch.spark_worker import Settings, pipeline_of, processed
from chartveil.pipeline import Pipeline
from chartveil.redact.policies import load_policy
from pyspark.sql import DataFrame, Row, SparkSession

HAS_JAVA = shutil.which("java") is not None or "JAVA_HOME" in os.environ
needs_java = pytest.mark.skipif(not HAS_JAVA, reason="Spark needs Java: apt-get install default-jre-headless")
SECRET = b"sixteen bytes or more of nothing"
CANARY = "Quillonbury"
NOTES = (
    f"Seen by Dr. {CANARY} on 3/12/2024 for hypertension. MRN 00482913.",
    "Denies chest pain; type 2 diabetes with neuropathy. Tel. (312) 555-0142.",
    "",
    None,
    "Ürsula Ñandú 👩‍⚕️ was here on 4 May\r\nasthma\ttoo",
)
RULES = {"id": "id", "text": "text", "patient": "patient", "name": "PERSON", "big": "keep"}


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Spark writes its log of events."""
    return tmp_path_factory.mktemp("events")


@pytest.fixture(scope="module")
def spark(logs: Path) -> Iterator[SparkSession]:
    """Spark on this machine with two workers, that writes down all that happens."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.eventLog.enabled", "true")
        .config("spark.eventLog.compress", "false")
        .config("spark.eventLog.dir", logs.as_uri())
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "3")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def notes(spark: SparkSession) -> DataFrame:
    """Rows with identifiers, whole numbers beyond a float, times, and nulls everywhere."""
    rows = [
        (
            f"n{n}",
            text,
            n % 2,
            "Tamsin Voss" if n else None,
            2**60 + n if n else None,
            datetime(2024, 5, 1, n),
        )
        for n, text in enumerate(NOTES)
    ]
    schema = "id string, text string, patient int, name string, big bigint, moment timestamp"
    return spark.createDataFrame(rows, schema).repartition(2, "id")


def by_id(done: DataFrame) -> dict[str, Row]:
    """The rows of a result."""
    return {row["id"]: row for row in done.collect()}


def options(**changes: Any) -> dict[str, Any]:
    """What all calls give here."""
    return {"id_column": "id", "patient_column": "patient", "columns": {"name": "PERSON", "big": "keep"},
            "other_columns": "drop", "secret": SECRET} | changes  # fmt: skip


@needs_java
@pytest.mark.parametrize("policy", ["safe-harbor", "surrogate"])
def test_rows_are_those_of_the_command_line(notes: DataFrame, tmp_path: Path, policy: str) -> None:
    """Text, identifiers, codes and replaced cells are those of `chartveil batch` on the same table."""
    (tmp_path / "key").write_bytes(base64.urlsafe_b64encode(SECRET) + b"\n")
    (tmp_path / "key").chmod(0o600)
    with (tmp_path / "notes.jsonl").open("w") as table:
        for row in sorted(notes.collect()):
            table.write(json.dumps({name: row[name] for name in RULES}) + "\n")
    columns = ["--text-column", "text", "--id-column", "id", "--patient-column", "patient",
               "--column", "name=PERSON", "--column", "big=keep"]  # fmt: skip
    command = [sys.executable, "-c", "from chartveil.cli import main; main()", "batch", "--policy", policy]
    command += ["--workers", "1", *columns, "--secret-file", str(tmp_path / "key")]
    subprocess.run([*command, str(tmp_path / "notes.jsonl"), str(tmp_path / "out")], check=True)
    local = [json.loads(line) for line in (tmp_path / "out/notes/notes.jsonl").read_text().splitlines()]
    found = [json.loads(line) for line in (tmp_path / "out/results.jsonl").read_text().splitlines()]
    far = by_id(process(notes, policy=policy, **options()))
    assert [{name: far[row["id"]][name] for name in RULES} for row in local] == local
    for row in found:
        there = far[row["id"]].asDict(recursive=True)
        assert [there["phi"], there["codes"]] == [row["phi"], [filled(code) for code in row["codes"]]]


def filled(code: dict[str, Any]) -> dict[str, Any]:
    """A code with the keys that a struct has though a row of JSON may leave them out."""
    return {"units": None, "minutes": None} | code


@needs_java
def test_rows_are_those_of_the_pipeline(notes: DataFrame) -> None:
    """Without other columns each row is what `Pipeline.process` makes of its text."""
    far = by_id(process(notes, id_column="id", other_columns="drop"))
    pipeline = Pipeline()
    for place, text in enumerate(NOTES):
        row = far[f"n{place}"].asDict(recursive=True)
        assert (row["status"], row["error"]) == ("ok", None)
        if text is None:
            assert (row["text"], row["phi"], row["codes"]) == (None, [], [])
        else:
            result = pipeline.process(text)
            assert row["text"] == result.text
            assert {"phi": row["phi"], "codes": row["codes"]} == json.loads(json.dumps(result.to_dict()))


@needs_java
def test_other_columns_come_out_as_they_went_in(notes: DataFrame) -> None:
    """Types and values stay, nulls and whole numbers beyond a float among them; dropped columns are gone."""
    done = process(notes, id_column="id", columns={"name": "drop", "patient": "drop"}, other_columns="keep")
    assert done.columns == ["id", "text", "big", "moment", "phi", "codes", "status", "error"]
    kept = ["id", "big", "moment"]
    assert sorted(done.select(kept).collect()) == sorted(notes.select(kept).collect())
    assert [done.schema[name].dataType for name in kept] == [notes.schema[name].dataType for name in kept]


@needs_java
def test_a_row_that_fails_says_why_and_no_more(notes: DataFrame) -> None:
    """Its text and its identifiers are null; the others are done."""
    far = by_id(process(notes, **options(max_bytes=40)))
    failed = far["n1"]
    assert (failed["text"], failed["name"], failed["patient"], failed["status"]) == (
        None,
        None,
        None,
        "failed",
    )
    assert failed["error"].startswith("TooLargeNote: ")
    assert far["n2"]["status"] == "ok"


@needs_java
def test_nothing_shows_in_plans_and_events(spark: SparkSession, notes: DataFrame, logs: Path) -> None:
    """Neither plans nor the log of events hold the secret, a denied term or a word of a note."""
    policy = load_policy("surrogate")
    done = process(notes, policy=policy, **options())
    done.collect()
    plan = done._jdf.queryExecution().toString()
    events = "".join(path.read_text() for path in logs.rglob("*") if path.is_file())
    assert "MapInArrow chartveil(" in plan and "MapInArrow chartveil(" in events
    for text in (plan, events):
        for word in (SECRET.decode(), base64.b64encode(SECRET).decode(), SECRET.hex(), CANARY, "Tamsin"):
            assert word not in text


@needs_java
def test_what_can_not_start_says_so_without_a_note(notes: DataFrame, tmp_path: Path) -> None:
    """A key file that the workers do not have ends the job with chartveil's own message."""
    done = process(notes, **options(secret=tmp_path / "none"))
    with pytest.raises(Exception, match="can't read the key file") as raised:
        done.collect()
    assert CANARY not in str(raised.value)


@needs_java
def test_the_example_runs(spark: SparkSession) -> None:
    """The script of examples/ redacts its invented notes and lists their codes."""
    sys.path.append(str(Path(__file__).parents[1]))
    from examples.spark_notes import INVENTED, SCHEMA, codes_of, redacted

    done = redacted(spark.createDataFrame(INVENTED, SCHEMA))
    assert [row["given_name"] for row in done.collect()] == ["[PERSON]"] * 3
    assert {row["code"] for row in codes_of(done).collect()} == {"I10", "E11.9", "J45.909"}


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"text_column": "none"}, "no column 'none'"),
    ({"id_column": "text"}, "two rules"),
    ({"columns": {"name": "keep", "id": "drop"}}, "two rules"),
    ({"columns": {"name": "NAMES"}}, "a rule is keep"),
    ({"columns": {"name": "text"}}, "one column of text"),
    ({"other_columns": None}, "without a rule"),
    ({"other_columns": "text"}, "keep or drop"),
    ({"text_column": "big", "columns": {"name": "PERSON"}}, "holds bigint, not text"),
    ({"recall": "most"}, "unknown level of recall"),
    ({"secret": b"short"}, "shorter than 16 bytes"),
    ({"secret": None, "policy": "surrogate"}, "needs a secret"),
    ({"policy": "none"}, "unknown policy"),
    ({"date_of_service": "soon"}, "not a date of service"),
]


@needs_java
@pytest.mark.parametrize(("change", "message"), WRONG, ids=[message for _, message in WRONG])
def test_wrong_use_is_said_before_anything_is_read(
    notes: DataFrame, change: dict[str, Any], message: str
) -> None:
    """Columns and settings are checked when the call is made, not in a worker."""
    with pytest.raises(UsageError, match=re.escape(message)):
        process(notes, **options(**change))


@needs_java
def test_columns_that_the_result_adds_are_taken(notes: DataFrame) -> None:
    """A column named as one of the result's is refused, unless it is dropped; so are two of one name."""
    with pytest.raises(UsageError, match="a column 'status' of its own"):
        process(notes.withColumnRenamed("big", "status"), id_column="id", other_columns="keep")
    process(notes.withColumnRenamed("big", "status"), id_column="id", other_columns="drop")
    with pytest.raises(UsageError, match="one name"):
        process(notes.select("id", "text", "big", "big"), id_column="id", other_columns="keep")


def settings(**changes: Any) -> Settings:
    """Settings as a worker gets them."""
    return Settings(**{"rules": RULES, "policy": load_policy("tags"), "recall": "balanced", "secret": SECRET,
                       "day": None, "max_bytes": 1000} | changes)  # fmt: skip


def test_settings_show_nothing() -> None:
    """A secret and the terms of a policy are not in what a log could print of the settings."""
    assert SECRET.decode() not in repr(settings()) and "Action" not in repr(settings())


def test_one_pipeline_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal settings share a pipeline, as tasks of one worker do; others replace it."""
    built: list[Settings] = []
    monkeypatch.setattr(spark_worker, "_build", lambda given: built.append(given) or object())
    monkeypatch.setattr(spark_worker, "_pipelines", {})
    assert pipeline_of(settings()) is pipeline_of(settings(max_bytes=5))
    assert pipeline_of(settings()) is not pipeline_of(settings(recall="high"))
    assert len(built) == 2
    assert len(spark_worker._pipelines) == 1


class Quoting:
    """A pipeline that fails with the note in its message."""

    def process_record(self, record: Any) -> Any:
        raise ValueError(record.passages[0].text)


def test_an_unforeseen_error_quotes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason names the class alone, and no cell that a rule redacts is left."""
    monkeypatch.setattr(spark_worker, "pipeline_of", lambda given: Quoting())
    names = ["id", "text", "patient", "name", "big"]
    cells = [["n0"], [f"{CANARY} was here"], [7], ["Tamsin Voss"], [2**60]]
    batch = pa.RecordBatch.from_arrays([pa.array(column) for column in cells], names=names)
    rows = [row for piece in processed([batch], settings()) for row in piece.to_pylist()]
    assert rows == [
        {"id": "n0", "text": None, "patient": None, "name": None, "big": 2**60, "phi": [], "codes": [],
         "status": "failed", "error": "ValueError: an unexpected error; the note has no output"}
    ]  # fmt: skip


def test_structs_have_the_keys_of_the_contract() -> None:
    """The fields of the structs are those that a row of results.jsonl has, in name."""
    result = Pipeline().process("Dr. Okafor on 3/12/2024: hypertension, 2 units of 97153.").to_dict()
    assert set(result["phi"][0]) == {field.name for field in spark_worker.PHI}
    assert set(result["codes"][0]) == {field.name for field in spark_worker.CODE}
    assert set(result["codes"][0]["candidates"][0]) == {field.name for field in spark_worker.CANDIDATE}
