"""One table of throughput, memory and cold start, each beside its yardstick, measured in one run.

python -m benchmarks.run [--notes FOLDER] [--rounds 3] [--seconds 10]
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.worker import SUBJECTS

ROOT = Path(__file__).parent.parent
YARDSTICK = "stock Presidio"
BARE_IMPORT = [sys.executable, "-c", "import spacy, presidio_analyzer"]
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


def throughput(notes: Path, rounds: int, seconds: float) -> dict[str, dict[str, float]]:
    """Median figures of each subject; the subjects take turns, so that a drifting machine is fair to all."""
    figures: dict[str, list[dict[str, float]]] = {name: [] for name in SUBJECTS}
    for _ in range(rounds):
        for name in SUBJECTS:
            command = [sys.executable, "-m", "benchmarks.worker", name, str(notes), str(seconds)]
            done = subprocess.run(
                command, cwd=ROOT, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=True
            )
            figures[name].append(json.loads(done.stdout))
    return {
        name: {key: statistics.median(row[key] for row in rows) for key in rows[0]}
        for name, rows in figures.items()
    }


def cold_starts(note: Path, rounds: int) -> dict[str, float]:
    """Median seconds from the shell, with the compiled dictionary in its cache."""
    command = shutil.which(
        "chartveil", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    )
    if command is None:
        raise SystemExit(
            "the command chartveil is not installed beside this Python: pip install -e '.[test]'"
        )
    commands = {
        "import spacy, presidio_analyzer": BARE_IMPORT,
        "chartveil --help": [command, "--help"],
        "chartveil redact NOTE": [command, "redact", str(note)],
        "chartveil detect NOTE": [command, "detect", str(note)],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, arguments in commands.items():
            started = time.perf_counter()
            subprocess.run(arguments, capture_output=True, check=True)
            if turn:  # the first turn warms the file cache and compiles the dictionary
                seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in seconds.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--notes", type=Path, default=ROOT / "examples" / "notes", help="folder of .txt notes"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=10.0, help="for each subject and round")
    arguments = parser.parse_args()
    console = Console(width=110)
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "note.txt"
        shutil.copy(next(iter(sorted(arguments.notes.rglob("*.txt")))), note)
        starts = cold_starts(note, arguments.rounds)
    console.print(start_table(starts))
    console.print(throughput_table(throughput(arguments.notes, arguments.rounds, arguments.seconds)))


def start_table(starts: dict[str, float]) -> Table:
    """Cold starts beside the bare import of the two libraries."""
    table = Table(title="Cold start", title_justify="left")
    for heading in ("command", "seconds", "times the bare import"):
        table.add_column(heading, justify="left" if heading == "command" else "right")
    bare = next(iter(starts.values()))
    for name, seconds in starts.items():
        table.add_row(name, f"{seconds:.2f}", f"{seconds / bare:.2f}")
    return table


def throughput_table(figures: dict[str, dict[str, float]]) -> Table:
    """Throughput on one core beside stock Presidio."""
    table = Table(title="One core, warm", title_justify="left")
    for heading in ("stage", "notes/s", "words/s", "times stock Presidio", "peak memory MiB"):
        table.add_column(heading, justify="left" if heading == "stage" else "right")
    yardstick = figures[YARDSTICK]["notes_s"]
    for name, row in figures.items():
        table.add_row(
            name,
            f"{row['notes_s']:.1f}",
            f"{row['words_s']:,.0f}",
            f"{row['notes_s'] / yardstick:.2f}",
            f"{row['memory_mib']:.0f}",
        )
    return table


if __name__ == "__main__":
    main()
