"""Kills batch runs at random moments, resumes each, and compares the result with that of an undisturbed run.

python -m benchmarks.kill [--kills 100] [--notes 1000] [--workers 2] [--form folder|csv|jsonl] [--stub]

--stub runs the tests' pipeline of no weight, so that most kills fall on reading and writing; without it, the
real one. Nothing may be lost, doubled or partial, neither after a kill nor after the resumed run.
"""

import argparse
import csv
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.fuzz_inputs import FRAGMENTS

ROOT = Path(__file__).parent.parent
STUB = ROOT / "tests" / "batch_stub.py"
REAL = "from chartveil.cli import main; main()"
#: What differs between two runs with the same result: times, and what depends on the run's own key.
OF_THE_RUN = ("started", "finished", "elapsed_seconds", "fingerprints")
BAD = ("lost", "doubled", "partial", "other")


@dataclass(frozen=True, slots=True)
class Trial:
    """What is run: the command without OUT, and what an undisturbed run of it gave and took."""

    before: list[str]
    after: list[str]
    whole: dict[str, bytes]
    seconds: float

    def start(self, out: Path) -> "subprocess.Popen[bytes]":
        """The run in a process group of its own."""
        return started([*self.before, str(out), *self.after])


def started(command: list[str]) -> "subprocess.Popen[bytes]":
    """A command in a process group of its own, silent."""
    silent = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdout=silent, stderr=silent, start_new_session=True)


def make_input(folder: Path, form: str, count: int, chance: Random) -> Path:
    """IN: invented short notes as files, or as the rows of one table."""
    return table_of(folder, form, [note(chance, number) for number in range(count)])


def table_of(folder: Path, form: str, notes: list[str]) -> Path:
    """IN of these notes: a folder of files, or the path of one table with the columns id and text."""
    folder.mkdir()
    if form == "folder":
        for number, text in enumerate(notes):
            path = folder / f"ward{number % 7}" / f"{number:05}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        return folder
    path = folder / f"notes.{form}"
    if form == "csv":
        table = io.StringIO()
        csv.writer(table).writerows([("id", "text"), *enumerate(notes)])
        path.write_text(table.getvalue(), "utf-8", newline="")
    else:
        rows = (json.dumps({"id": number, "text": text}) for number, text in enumerate(notes))
        path.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    return path


def note(chance: Random, number: int) -> str:
    """An invented note; the words that the stub obeys make some of them slow."""
    lines = chance.choices(FRAGMENTS, k=chance.randint(2, 9))
    slow = " SLOW" if chance.random() < 0.05 else ""
    return "\n".join([f"NAME{number} has asthma{slow}", *(line.replace("\x0c", "") for line in lines)]) + "\n"


def contents(out: Path) -> dict[str, bytes]:
    """Every file of a finished OUT by its path, the manifest without what differs by run."""
    files = {
        str(path.relative_to(out)): path.read_bytes() for path in (out / "notes").rglob("*") if path.is_file()
    }
    manifest = json.loads((out / "manifest.json").read_bytes())
    kept = {name: value for name, value in manifest.items() if name not in OF_THE_RUN}
    rows = (out / "results.jsonl").read_bytes()
    return {**files, "results.jsonl": rows, "manifest.json": json.dumps(kept).encode()}


def visible_are_whole(out: Path, whole: dict[str, bytes]) -> bool:
    """Whether each file that stands under its final name after a kill is as it must be."""
    names = (
        [path for path in (out / "notes").rglob("*") if path.is_file()] if (out / "notes").is_dir() else []
    )
    names += [path for path in [out / "results.jsonl"] if path.exists()]
    return all(path.read_bytes() == whole.get(str(path.relative_to(out))) for path in names)


def faults(out: Path, whole: dict[str, bytes]) -> Counter[str]:
    """How a finished OUT differs from the undisturbed one."""
    found = contents(out)
    ids = [(row["id"], row.get("part")) for row in map(json.loads, found["results.jsonl"].splitlines())]
    return Counter(
        lost=len(whole.keys() - found.keys()),
        doubled=len(ids) - len(set(ids)),
        partial=sum(found[name] != whole[name] for name in whole.keys() & found.keys()),
        other=len(found.keys() - whole.keys()),
    )


def kill_once(trial: Trial, out: Path, chance: Random) -> tuple[bool, int, Counter[str]]:
    """Kill one run and resume it: whether the kill met it, how many files stood then, and what is wrong."""
    process = trial.start(out)
    time.sleep(chance.uniform(0, trial.seconds))
    met = process.poll() is None
    if met:  # all its processes, or the first alone, whose workers then have to notice by themselves
        chance.choice((os.kill, os.killpg))(process.pid, signal.SIGKILL)
    process.wait()
    stood = sum(path.is_file() for path in (out / "notes").rglob("*"))
    wrong = Counter(partial=int(not visible_are_whole(out, trial.whole)))
    resumed = trial.start(out)
    if resumed.wait() != 0:
        wrong["other"] += 1
        return met, stood, wrong
    return met, stood, wrong + faults(out, trial.whole)


def command_of(arguments: argparse.Namespace, source: Path) -> tuple[list[str], list[str]]:
    """The command before and after OUT."""
    if arguments.stub:
        return [sys.executable, str(STUB), str(source)], [str(arguments.workers)]
    columns = [] if arguments.form == "folder" else ["--text-column", "text", "--id-column", "id"]
    real = [sys.executable, "-c", REAL, "batch", "--workers", str(arguments.workers), *columns]
    return [*real, str(source)], []


def main() -> None:
    """Run, kill, resume, compare, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--form", choices=["folder", "csv", "jsonl"], default="folder")
    parser.add_argument("--stub", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.stub and arguments.form != "folder":
        parser.error("the stub reads folders")
    chance = Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = make_input(folder / "in", arguments.form, arguments.notes, chance)
        wrong = trials(arguments, folder, source, chance)
    sys.exit(1 if any(wrong[kind] for kind in BAD) else 0)


def trials(arguments: argparse.Namespace, folder: Path, source: Path, chance: Random) -> Counter[str]:
    """All kills of one input; prints and returns what was wrong."""
    before, after = command_of(arguments, source)
    clock = time.monotonic()
    if started([*before, str(folder / "whole"), *after]).wait() != 0:
        raise SystemExit("the undisturbed run failed")
    trial = Trial(before, after, contents(folder / "whole"), time.monotonic() - clock)
    print(f"undisturbed: {trial.seconds:.1f} s, {len(trial.whole)} files", flush=True)
    wrong: Counter[str] = Counter()
    stood: list[int] = []
    while len(stood) < arguments.kills:
        out = folder / f"out{len(stood)}"
        met, files, found = kill_once(trial, out, chance)
        wrong += found
        subprocess.run(["rm", "-rf", str(out)], check=True)
        if met:
            stood.append(files)
    print(
        f"{len(stood)} kills, {min(stood)} to {max(stood)} files of {len(trial.whole)} there at the kill: "
        + ", ".join(f"{wrong[kind]} {kind}" for kind in BAD),
        flush=True,
    )
    return wrong


if __name__ == "__main__":
    main()
