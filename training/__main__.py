"""From templates to a finished model in one command.

    python -m training --out DIR [--notes 90000] [--minutes 100] [--background FILE] [--seed 1]

Makes the notes, trains, exports, calibrates on the kinds of note that training never saw, and measures on
fresh notes of those kinds. DIR then holds the notes, the checkpoint, `model/` (to be copied to
redact/model/data) and `figures.txt`. Two processor cores do; a GPU is used when there is one.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from typing import TextIO

_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
DEV_NOTES = 1500


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AS_WRITTEN)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--notes", type=int, default=90_000)
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--background", type=Path, help="JSON lines of unmarked prose to mix in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--version", default="1", help="of the model, for its card")
    arguments = parser.parse_args()
    folder: Path = arguments.out
    folder.mkdir(parents=True, exist_ok=True)
    make_notes(folder, arguments.notes, arguments.seed, arguments.background)
    _step("model.train", folder / "train.jsonl", "--dev", folder / "calibrate.jsonl", "--out", folder,
          "--minutes", arguments.minutes, "--seed", arguments.seed)  # fmt: skip
    model = folder / "model"
    _step("model.export", folder / "checkpoint.pt", "--to", model, "--version", arguments.version)
    _step("model.calibrate", folder / "calibrate.jsonl", "--model", model)
    with (folder / "figures.txt").open("w", encoding="utf-8") as figures:
        _step("model.evaluate", folder / "dev.jsonl", "--model", model, "--curve", output=figures)


def make_notes(folder: Path, notes: int, seed: int, background: Path | None) -> None:
    """Notes to train on, and two sets of the held-out kinds: to calibrate with and to measure with."""
    extra = ["--background", background] if background else []
    _step("generate", "--kinds", "train", "--notes", notes, "--seed", seed,
          "--out", folder / "train.jsonl", *extra)  # fmt: skip
    for offset, name in enumerate(("calibrate", "dev"), start=1):
        _step("generate", "--kinds", "dev", "--notes", DEV_NOTES, "--seed", seed + 1000 * offset,
              "--out", folder / f"{name}.jsonl")  # fmt: skip


def _step(module: str, *arguments: object, output: TextIO | None = None) -> None:
    """Run one module of this package in a process of its own, so that its memory is given back."""
    command = [sys.executable, "-m", f"training.{module}", *(str(argument) for argument in arguments)]
    subprocess.run(command, check=True, stdout=output)


if __name__ == "__main__":
    main()
