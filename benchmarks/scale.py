"""What batch does with more workers and more input: notes a second, and the peak memory of each process.

python -m benchmarks.scale [--notes FOLDER] [--sizes 500 2000] [--workers 1 2] [--form folder|csv|jsonl]

Every size is run with every number of workers. "working" is the time from the first output to the end, so
that what it takes to start does not count. Memory is read from /proc: this runs on Linux only.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.kill import REAL, ROOT, make_input, table_of

_EVERY = 0.2
HEADINGS = ("notes", "workers", "seconds", "working", "notes/s", "parent MiB", "worker MiB")
#: No folder: invented notes are used.
NONE = ROOT / "no such folder"


@dataclass(slots=True)
class Run:
    """One run: seconds in all and from the first output to the last, and peaks of memory in MiB."""

    seconds: float = 0.0
    working: float = 0.0
    parent: float = 0.0
    workers: dict[int, float] = field(default_factory=dict)


def measure(command: list[str], out: Path) -> Run:
    """Run a command and watch its processes and for its first output."""
    run, started = Run(), time.time()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    first = None
    while process.poll() is None:
        time.sleep(_EVERY)
        first = first or next((time.time() for _ in _outputs(out)), None)
        run.parent = max(run.parent, peak(process.pid))
        for child in children(process.pid):
            run.workers[child] = max(run.workers.get(child, 0.0), peak(child))
    if process.returncode:
        raise SystemExit(f"the run ended with {process.returncode}")
    run.seconds = time.time() - started
    run.working = time.time() - (first or started)
    return run


def _outputs(out: Path) -> Iterator[Path]:
    for folder in ("notes", ".chartveil/parts"):
        yield from (path for path in (out / folder).rglob("*") if path.is_file())


def peak(process: int) -> float:
    """The peak memory of a process so far in MiB, 0 if it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def main() -> None:
    """Measure and print a line a run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=Path, help="folder of .txt notes (default: short invented ones)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--form", choices=["folder", "csv", "jsonl"], default="jsonl")
    arguments = parser.parse_args()
    texts = [path.read_text("utf-8", "replace") for path in sorted((arguments.notes or NONE).rglob("*.txt"))]
    print("".join(f"{heading:>12}" for heading in HEADINGS))
    for size in arguments.sizes:
        for workers in arguments.workers:
            with tempfile.TemporaryDirectory() as name:
                run = one(Path(name), arguments.form, texts, size, workers)
            rate, most = size / run.working, max(run.workers.values(), default=0.0)
            figures = (run.seconds, run.working, rate, run.parent, most)
            print(f"{size:12}{workers:12}" + "".join(f"{figure:12.1f}" for figure in figures), flush=True)


def one(folder: Path, form: str, texts: list[str], size: int, workers: int) -> Run:
    """One run over `size` notes: those given again and again, or invented ones."""
    if texts:
        source = table_of(folder / "in", form, [texts[number % len(texts)] for number in range(size)])
    else:
        source = make_input(folder / "in", form, size, Random(1))
    columns = [] if form == "folder" else ["--text-column", "text", "--id-column", "id"]
    command = [sys.executable, "-c", REAL, "batch", "--workers", str(workers), *columns]
    return measure([*command, str(source), str(folder / "out")], folder / "out")


if __name__ == "__main__":
    main()
