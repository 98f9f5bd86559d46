"""A pipeline of no weight for the tests of the batch runner, which does what certain words in a note demand.

As a script (`batch_stub.py IN OUT WORKERS`) it runs a batch with that pipeline.
"""

import os
import re
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chartveil.batch import BatchOptions, BatchStopped, progress_on, run_batch
from chartveil.batch.columns import Columns
from chartveil.errors import ChartveilError, RedactionError, UsageError

SETTINGS = {"version": "0", "policy": "stub", "dictionaries": {"stub": "1"}}
COLUMNS = Columns({"id": "id", "note": "text", "dob": "DATE"}, "keep")
_NAME = re.compile(r"NAME\w*")
_CODE = re.compile(r"asthma")


@dataclass(frozen=True)
class StubResult:
    """A redacted text and rows of the contract, short of some keys."""

    text: str
    phi: list[dict[str, Any]]
    codes: list[dict[str, Any]]

    def to_dict(self) -> dict[str, Any]:
        return {"phi": self.phi, "codes": self.codes}


class StubPipeline:
    """Replaces NAME… by [PERSON] and finds asthma."""

    def process(self, text: str, *, known: Any = None, patient: str | None = None) -> StubResult:
        _obey(text)
        phi, shift = [], 0
        for match in _NAME.finditer(text):
            start = match.start() + shift
            phi.append(
                {
                    "start": match.start(),
                    "end": match.end(),
                    "redacted_start": start,
                    "redacted_end": start + 8,
                }
            )
            phi[-1] |= {"label": "PERSON", "score": 1.0, "recognizer": "stub"}
            shift += 8 - len(match.group())
        redacted = _NAME.sub("[PERSON]", text)
        if known:
            redacted = redacted.replace(known, "[KNOWN]")
        codes = [
            {
                "redacted_start": m.start(),
                "redacted_end": m.end(),
                "text": m.group(),
                "system": "ICD-10-CM",
                "code": "J45",
            }
            for m in _CODE.finditer(redacted)
        ]
        return StubResult(redacted.replace("ARROW", "→"), phi, codes)

    def process_record(self, record: Any, *, known: Any = None, patient: str | None = None) -> "StubRecord":
        values = tuple(f"[{field.label}]" if field.value else "" for field in record.fields)
        return StubRecord(tuple(self.process(passage.text) for passage in record.passages), values)


@dataclass(frozen=True)
class StubRecord:
    """Results of the passages of a record, and tags for its fields."""

    parts: tuple[StubResult, ...]
    values: tuple[str, ...]


def broken_pipeline() -> StubPipeline:
    """A factory that fails."""
    raise ValueError("secret detail")


def known_of(stem: str) -> str | None:
    """What the stub knows of a note."""
    return "Quillon" if stem == "ward/known" else None


def _obey(text: str) -> None:
    if "RAISE" in text:
        raise ValueError(text)
    if "REFUSE" in text:
        raise RedactionError("a recognizer failed")
    if "HUNGER" in text:
        raise MemoryError
    if "DIE" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if match := re.search(r"FALTER (\S+)", text):
        _die_once(Path(match[1]))
    if "SLOW" in text:
        time.sleep(0.02)
    if "STUCK" in text:
        time.sleep(60)


def _die_once(mark: Path) -> None:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def options(**changes: Any) -> BatchOptions:
    """Options for the stub."""
    return BatchOptions(**{"pipeline": StubPipeline, "settings": SETTINGS, "workers": 0} | changes)


def main(source: str, out: str, workers: str) -> int:
    """A command line as the real one is: one line for an error, nothing else."""
    try:
        summary = run_batch(
            Path(source),
            Path(out),
            options(workers=int(workers), columns=COLUMNS if source.endswith(".csv") else None),
            progress=progress_on(sys.stderr),
        )
    except ChartveilError as error:
        sys.stderr.write(f"Error: {error}\n")
        if isinstance(error, BatchStopped):
            return error.exit_code
        return 2 if isinstance(error, UsageError) else 1
    return summary.exit_code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
