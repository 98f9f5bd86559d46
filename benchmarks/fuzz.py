"""Random input to the redactor, both stages and every reader: none may crash, hang, leak or lose a character.

python -m benchmarks.fuzz [SUBJECT…] [--count 1000] [--seed 1] [--keep FOLDER]

Input number N of a subject depends on the seed and N alone: `--first N --count 1` makes it again.
"""

import argparse
import contextlib
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

from chartveil.errors import NoteError

from benchmarks.fuzz_subjects import SUBJECTS, Broken, Missing, Subject

#: Processor seconds that one short input may take, and those after which it is taken to hang.
BOUND, HANG = 5.0, 60
_SHOWN = 20


@dataclass(slots=True)
class Figures:
    """What one subject came to.

    refused: how many inputs failed as a note may, by class.
    slowest: processor seconds, and the number of the input that took them.
    """

    inputs: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    broken: list[tuple[int, str]] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    seconds: float = 0.0


def fuzz(subject: Subject, numbers: range, seed: int, keep: Path | None = None) -> Figures:
    """Check the inputs of these numbers; those that break are kept in the folder `keep`, if there is one."""
    figures = Figures()
    check = subject.open()
    for number in numbers:
        given = subject.make(Random(f"{subject.name} {seed} {number}"))
        started = time.process_time()
        try:
            with limited(HANG):
                check(given)
        except NoteError as error:
            figures.refused[type(error).__name__] += 1
        except Exception as error:  # whatever is raised is what is looked for
            _broke(figures, number, reason_of(error), given, subject, keep)
        took = time.process_time() - started
        if took > BOUND and number != numbers.start:  # the first one loads what is loaded lazily
            _broke(figures, number, f"took {took:.1f} s", given, subject, keep)
        figures.inputs += 1
        figures.seconds += took
        if number != numbers.start:
            figures.slowest = max(figures.slowest, (took, number))
    return figures


def reason_of(error: Exception) -> str:
    """What went wrong and where, in words that quote no input."""
    if isinstance(error, Broken):
        return str(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} raised at {Path(last.filename).name}:{last.lineno}"


def _broke(
    figures: Figures, number: int, reason: str, given: str | bytes, subject: Subject, keep: Path | None
) -> None:
    figures.broken.append((number, reason))
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        raw = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
        (keep / f"{subject.name}-{number}").write_bytes(raw)


@contextlib.contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise Broken when the block takes more processor seconds, where the system has such an alarm."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise Broken(f"still at it after {seconds} s")

    if not hasattr(signal, "SIGPROF"):
        yield
        return
    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def line(name: str, figures: Figures) -> str:
    """One subject's figures."""
    refused = ", ".join(f"{count} {name}" for name, count in figures.refused.most_common()) or "none"
    return (
        f"{name:12} {figures.inputs:8} inputs, {len(figures.broken)} broken, "
        f"slowest {figures.slowest[0]:.2f} s (input {figures.slowest[1]}), "
        f"all {figures.seconds:.0f} s; refused: {refused}"
    )


def main() -> None:
    """Run the subjects named, all of them by default, and print a line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=f"of {', '.join(SUBJECTS)}")
    parser.add_argument("--count", type=int, default=1000, help="inputs for each subject")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for inputs that break")
    arguments = parser.parse_args()
    broken = False
    for name in arguments.subjects or SUBJECTS:
        try:
            numbers = range(arguments.first, arguments.first + arguments.count)
            figures = fuzz(SUBJECTS[name], numbers, arguments.seed, arguments.keep)
        except Missing as missing:
            print(f"{name:12} left out: {missing}", flush=True)
            continue
        print(line(name, figures), flush=True)
        for number, reason in figures.broken[:_SHOWN]:
            print(f"{'':12} input {number}: {reason}", flush=True)
        broken = broken or bool(figures.broken)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
