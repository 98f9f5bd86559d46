"""Runs one subject over a folder of notes in a process of its own and prints its figures as JSON.

python -m benchmarks.worker SUBJECT FOLDER SECONDS
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def redact() -> Callable[[str], Any]:
    """The redactor with its defaults."""
    from chartveil.redact import Redactor

    return Redactor().redact


def detect() -> Callable[[str], Any]:
    """The detector with its defaults."""
    from chartveil.detect import CodeDetector

    return CodeDetector().detect


def both() -> Callable[[str], Any]:
    """Both stages."""
    from chartveil.pipeline import Pipeline

    return Pipeline().process


def presidio() -> Callable[[str], Any]:
    """Stock Presidio."""
    from benchmarks.stock_presidio import StockPresidio

    return StockPresidio().process


SUBJECTS = {"redact": redact, "detect": detect, "redact + detect": both, "stock Presidio": presidio}


def measure(
    subject: Callable[[], Callable[[str], Any]], notes: list[str], seconds: float
) -> dict[str, float]:
    """Notes and words a second on one core once all notes have been seen, and the peak memory in MiB."""
    process = subject()
    for note in notes:
        process(note)
    done = 0
    started = time.perf_counter()
    while time.perf_counter() - started < seconds:
        process(notes[done % len(notes)])
        done += 1
    elapsed = time.perf_counter() - started
    words = sum(len(note.split()) for note in notes) / len(notes)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"notes_s": done / elapsed, "words_s": done * words / elapsed, "memory_mib": memory}


def main() -> None:
    """Print the figures of the subject named on the command line."""
    name, folder, seconds = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    notes = [path.read_text("utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
    print(json.dumps(measure(SUBJECTS[name], notes, seconds)))


if __name__ == "__main__":
    main()
