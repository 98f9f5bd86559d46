"""Notes with planted identifiers, and pipelines that fail in the most talkative way, for the canary test.

As a script (`canary.py IN OUT`) it runs a batch with such a pipeline in two processes.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from batch_stub import SETTINGS
from chartveil.batch import BatchOptions, progress_on, run_batch
from chartveil.pipeline import Pipeline
from chartveil.redact import Redactor
from chartveil.redact.recognizers import all_recognizers
from presidio_analyzer import EntityRecognizer

# All invented; each stands where the redactor sees it with certainty.
IDENTIFIERS = (
    "Wilhelmina",
    "Quillfen",
    "QX7718820",
    "1947-11-23",
    "512-555-0143",
    "w.quillfen@canary.example",
    "987-65-4321",
    "1EG4-TE5-MK73",
    "78704-3312",
)
HEAD = """Patient: Wilhelmina Quillfen
MRN: QX7718820   DOB: 1947-11-23   SSN: 987-65-4321   Medicare MBI: 1EG4-TE5-MK73
Phone: 512-555-0143   E-mail: w.quillfen@canary.example
Address: 18 Tannery Row, Austin, TX 78704-3312
"""
GOOD = HEAD + "Assessment: type 2 diabetes mellitus, asthma. Mrs. Quillfen is well.\n"


class CrashingRecognizer(EntityRecognizer):  # type: ignore[misc]
    """Does to a note what its last line demands, quoting the note wherever it can."""

    def __init__(self) -> None:
        super().__init__(supported_entities=["PERSON"], name="CrashingRecognizer")

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[Any]:
        if "CRASH" in text:
            raise ValueError(f"can't make sense of {text}")
        if "DIE" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HUNGER" in text:
            raise MemoryError(text)
        return []


class CrashingDetector:
    """A detector that quotes the text when it fails."""

    def detect(self, text: str) -> list[Any]:
        raise KeyError(text)


class Raw:
    """A redactor that leaks all, to see that a failing detector still tells nothing."""

    def redact(self, text: str, *, known: Any = None, patient: str | None = None) -> Any:
        from chartveil.redact import Redaction

        return Redaction(text, ())


def raising_pipeline() -> Pipeline:
    """The real pipeline with a recognizer more, which fails where a note says so."""
    return Pipeline(Redactor(recognizers=[*all_recognizers(), CrashingRecognizer()]))


def leaking_pipeline() -> Pipeline:
    """Nothing is redacted, and detection fails on every note."""
    return Pipeline(Raw(), CrashingDetector())  # type: ignore[arg-type]


def make_notes(folder: Path) -> Path:
    """Good notes and all kinds of bad ones, each with all identifiers."""
    folder.mkdir()
    for number in range(6):
        (folder / f"good{number}.txt").write_text(GOOD)
    for demand in ("CRASH", "DIE", "HUNGER"):
        (folder / f"{demand.lower()}.txt").write_text(f"{HEAD}{demand}\n")
    (folder / "binary.txt").write_bytes(HEAD.encode() + b"\0")
    (folder / "undecodable.txt").write_bytes(HEAD.encode() + "\u00e9".encode() + b"\xff")
    (folder / "utf16.txt").write_text(GOOD, encoding="utf-16")
    (folder / "Wilhelmina.Quillfen").write_text(GOOD)  # no note; its suffix must not be told
    return folder


def main(source: str, out: str) -> int:
    """Run a batch in two processes."""
    options = BatchOptions(pipeline=raising_pipeline, settings=SETTINGS, workers=2)
    return run_batch(Path(source), Path(out), options, progress=progress_on(sys.stderr)).exit_code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
