"""What Spark costs: the same rows through the local pipeline and through Spark on as many workers, warm.

python -m benchmarks.spark_overhead [--notes FOLDER] [--rows 300] [--workers 1] [--rounds 3]
"""

import argparse
import os
import resource
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ROOT = Path(__file__).parent.parent
_HELD: list[Any] = []


def local(texts: list[str]) -> float:
    """Seconds that this process's pipeline takes for the texts; the pipeline is built at the first call."""
    from chartveil.pipeline import Pipeline

    if not _HELD:
        _HELD.append(Pipeline())
    started = time.perf_counter()
    for text in texts:
        _HELD[0].process(text).to_dict()
    return time.perf_counter() - started


def peak(_: int) -> float:
    """The peak memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def locally(texts: list[str], workers: int, rounds: int) -> tuple[float, float]:
    """Seconds for all texts on so many processes, each round the slowest one, and their peak memory."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        shares = [texts[first::workers] for first in range(workers)]
        figures = [max(pool.map(local, shares)) for _ in range(rounds + 1)]
        return statistics.median(figures[1:]), max(pool.map(peak, range(workers)))


def session(workers: int) -> "SparkSession":
    """Spark on this machine."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    built = (
        SparkSession.builder.master(f"local[{workers}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    built.sparkContext.setLogLevel("ERROR")
    return built


def with_spark(texts: list[str], workers: int, rounds: int) -> tuple[float, float]:
    """Seconds for all texts with Spark, and of its first run, which builds a pipeline in each worker."""
    from chartveil.batch.spark import process

    spark = session(workers)
    rows = spark.createDataFrame(list(enumerate(texts)), "id long, text string").repartition(workers).cache()
    rows.count()
    done = process(rows, id_column="id")
    figures = []
    for _ in range(rounds + 1):
        started = time.perf_counter()
        done.write.format("noop").mode("overwrite").save()
        figures.append(time.perf_counter() - started)
    spark.stop()
    return statistics.median(figures[1:]), figures[0]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=Path, default=ROOT / "examples" / "notes")
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    notes = [path.read_text("utf-8", errors="replace") for path in sorted(arguments.notes.rglob("*.txt"))]
    texts = [notes[place % len(notes)] for place in range(arguments.rows)]
    plain, memory = locally(texts, arguments.workers, arguments.rounds)
    spark, first = with_spark(texts, arguments.workers, arguments.rounds)
    rate = len(texts) / plain
    print(f"local: {plain:.1f} s ({rate:.1f} notes/s), peak memory of a worker {memory:.0f} MiB")
    print(f"Spark: {spark:.1f} s ({len(texts) / spark:.1f} notes/s), the first run {first:.1f} s")
    print(f"Spark takes {spark / plain:.2f} times as long")


if __name__ == "__main__":
    main()
