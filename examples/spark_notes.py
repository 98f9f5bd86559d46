"""Redacts a column of notes with Apache Spark and writes the codes they speak of as a table of their own.

    pip install 'chartveil[spark]'
    spark-submit examples/spark_notes.py notes.parquet out/      or: python examples/spark_notes.py …

notes.parquet has the columns note_id, patient, given_name, note; out/notes and out/codes are written. Without
arguments a few invented notes are shown.
"""

import sys

from chartveil.batch.spark import process
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, explode

INVENTED = [
    (1, "p1", "Tamsin", "Tamsin Voss seen by Dr. Okafor on 3/12/2024 for hypertension and type 2 diabetes."),
    (2, "p1", "Tamsin", "Telephone: patient reports no chest pain. Call back at (312) 555-0142."),
    (3, "p2", "Ira", "Ira says that his asthma woke him twice. MRN 00482913."),
]
SCHEMA = "note_id long, patient string, given_name string, note string"


def redacted(notes: DataFrame) -> DataFrame:
    """The notes without identifiers, and what was found in each."""
    return process(
        notes,
        text_column="note",
        id_column="note_id",
        patient_column="patient",
        columns={"given_name": "PERSON"},  # replaced, and found in the note as well
        other_columns="drop",
    )


def codes_of(done: DataFrame) -> DataFrame:
    """One row a code that the patient has."""
    mentions = done.select("note_id", explode("codes").alias("code")).where("code.assertion = 'present'")
    return mentions.select(
        "note_id", "code.system", col("code.code"), "code.description", "code.text", "code.score"
    )


def main() -> None:
    """From the table named first to the folder named second."""
    spark = SparkSession.builder.appName("chartveil").getOrCreate()
    if len(sys.argv) == 1:
        done = redacted(spark.createDataFrame(INVENTED, SCHEMA)).cache()
        done.select("note_id", "given_name", "note", "status").show(truncate=False)
        codes_of(done).show(truncate=False)
        return
    source, target = sys.argv[1:]
    redacted(spark.read.parquet(source)).write.parquet(f"{target}/notes")
    done = spark.read.parquet(f"{target}/notes")  # what was written, not worked out again
    codes_of(done).write.parquet(f"{target}/codes")
    failed = done.where("status = 'failed'").groupBy("error").count()
    failed.show(truncate=False)


if __name__ == "__main__":
    main()
