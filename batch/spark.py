"""Both stages over a column of an Apache Spark DataFrame.

    from chartveil.batch.spark import process
    done = process(notes, text_column="note", id_column="id", other_columns="drop")

Spark hands each Python worker Arrow batches; spark_worker.py is what happens there. The columns go through
`mapInArrow`, the sibling of `mapInPandas` that leaves out the step through pandas, so that whole numbers
beside nulls and times come out as they went in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..errors import UsageError
from .columns import DROP, KEEP, PATIENT, TEXT, Columns, columns_of, label_of
from .options import MAX_BYTES

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import DataType, StructType

    from ..redact.policies import Policy
    from .spark_worker import Settings


def process(
    df: "DataFrame",
    text_column: str = "text",
    *,
    id_column: str | None = None,
    patient_column: str | None = None,
    columns: Mapping[str, str] | None = None,
    other_columns: Literal["keep", "drop"] | None = None,
    policy: "str | Policy" = "safe-harbor",
    recall: str = "balanced",
    secret: bytes | Path | None = None,
    date_of_service: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> "DataFrame":
    """The DataFrame with redacted text in the place of the text, and what was found beside it.

    The text column holds the redacted text; `phi` and `codes` are arrays of structs with the keys of
    results.jsonl, `status` is "ok" or "failed" and `error` the reason. A row that fails has null text and
    null identifiers; a null text stays null.

    The rules of columns are those of `chartveil batch` for tables. The id column stays as it is. The patient
    column tells whose note a row is, for surrogates and days that a patient's notes share; it is replaced as
    a record's number. `columns` gives others a rule: "keep", "drop" or a PHI label, which makes each of its
    cells an identifier that is replaced and found in the row's text; the column becomes one of text.
    `other_columns` is the rule of all that are left.

    `secret` is 16 random bytes or more, which travel to the workers with the task, or the path of a key file
    that each worker reads for itself. `policy`, `recall` and `date_of_service` are those of the command line.

    Like every DataFrame the result is worked out when it is asked for, and again each time: write it down
    before using it twice. Raises UsageError for unfit columns and settings, before anything is read.
    """
    from ..dictionaries.years import parse_service_date
    from ..redact.policies import load_policy
    from .spark_worker import Settings

    rules = _rules(df.columns, text_column, id_column, patient_column, columns or {}, other_columns)
    _check_text(df.schema[text_column].dataType)
    settings = Settings(
        rules=rules,
        policy=load_policy(policy) if isinstance(policy, str) else policy,
        recall=recall,
        secret=secret,
        day=parse_service_date(date_of_service) if date_of_service else None,
        max_bytes=max_bytes,
    )
    _check_settings(settings)
    needed = df.select(*(_quoted(name) for name, rule in rules.items() if rule != DROP))
    return needed.mapInArrow(_worker(settings), _schema(df.schema, settings))


def _rules(
    present: list[str],
    text: str,
    identity: str | None,
    patient: str | None,
    columns: Mapping[str, str],
    others: str | None,
) -> dict[str, str]:
    """The rule of every column. Raises UsageError for one without, and for names that are wrong or taken."""
    from .spark_worker import ADDED

    given = [f"{name}={rule}" for name, rule in columns.items()]
    if TEXT in columns.values():
        raise UsageError("one column of text at a time: name it as text_column")
    if others not in (None, KEEP, DROP):
        raise UsageError("other_columns is keep or drop")
    chosen = columns_of([text], identity, patient, given, others) or Columns({})
    if len(set(present)) < len(present):
        raise UsageError("two columns have one name: rename one of them")
    rules = dict(zip(present, chosen.rules_of(present), strict=True))
    if taken := [name for name, rule in rules.items() if name in ADDED and rule != DROP]:
        raise UsageError(f"the result has a column {taken[0]!r} of its own: rename or drop the DataFrame's")
    return rules


def _check_text(kind: "DataType") -> None:
    """Raise UsageError where the text column does not hold text."""
    from pyspark.sql.types import CharType, StringType, VarcharType

    if not isinstance(kind, (StringType, CharType, VarcharType)):
        raise UsageError(f"the text column holds {kind.simpleString()}, not text: cast it to string")


def _check_settings(settings: "Settings") -> None:
    """Raise here what building the pipeline would raise in every worker."""
    from ..redact.redactor import MIN_SECRET, RECALL_LEVELS

    if settings.recall not in RECALL_LEVELS:
        raise UsageError(
            f"unknown level of recall {settings.recall!r}: choose one of {', '.join(RECALL_LEVELS)}"
        )
    if isinstance(settings.secret, bytes) and len(settings.secret) < MIN_SECRET:
        raise UsageError(f"the secret is shorter than {MIN_SECRET} bytes: make one with `chartveil keygen`")
    if settings.policy.draws and PATIENT in settings.rules.values() and settings.secret is None:
        raise UsageError("patient_column needs a secret: without one a patient's notes would not agree")


def _worker(settings: "Settings") -> "Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]":
    """The function that Spark sends to its workers; its name is all that a plan shows of it."""

    def chartveil(batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
        from chartveil.batch.spark_worker import processed

        return processed(batches, settings)

    return chartveil


def _schema(before: "StructType", settings: "Settings") -> "StructType":
    """The schema of the result: what is left of the columns, and those that are added."""
    from pyspark.sql.types import StringType, StructField, StructType

    from .spark_worker import ADDED

    left = [
        StructField(name, StringType()) if rule == TEXT or label_of(rule) else before[name]
        for name, rule in settings.rules.items()
        if rule != DROP
    ]
    return StructType([*left, *(StructField(name, _type(kind)) for name, kind in ADDED.items())])


def _type(kind: "pa.DataType") -> "DataType":
    """Spark's type for one of Arrow's that the result has."""
    import pyarrow as pa
    from pyspark.sql import types

    if pa.types.is_list(kind):
        return types.ArrayType(_type(kind.value_type))
    if pa.types.is_struct(kind):
        return types.StructType([types.StructField(part.name, _type(part.type)) for part in kind])
    plain = {
        pa.string(): types.StringType(),
        pa.int32(): types.IntegerType(),
        pa.float64(): types.DoubleType(),
        pa.bool_(): types.BooleanType(),
    }
    return plain[kind]


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
