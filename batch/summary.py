"""The figures of a run: counts only, nothing from any note."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What a run came to.

    notes: how many notes IN holds; done: those with an output; failed: the rest.
    resumed: those of `done` that an earlier run had done.
    failures: failed notes by the class of their error.
    skipped: files that are no notes, by kind.
    phi: redacted spans by label; codes: mentions by code system.
    started: when this run began, in UTC; elapsed: its seconds.
    """

    notes: int
    done: int
    failed: int
    resumed: int
    failures: Mapping[str, int]
    skipped: Mapping[str, int]
    phi: Mapping[str, int]
    codes: Mapping[str, int]
    started: datetime
    elapsed: float

    @property
    def exit_code(self) -> int:
        """0 if all notes are done, 1 if some failed."""
        return 1 if self.failed else 0

    def to_manifest(self, settings: Mapping[str, Any], fingerprints: Mapping[str, str]) -> bytes:
        """The text of manifest.json, which begins with the run's settings."""
        finished = self.started + timedelta(seconds=self.elapsed)
        counts = {
            "notes": {"total": self.notes, "done": self.done, "failed": self.failed},
            "failures": dict(self.failures),
            "skipped": dict(self.skipped),
            "phi": dict(self.phi),
            "codes": dict(self.codes),
            "fingerprints": dict(fingerprints),
            "started": self.started.isoformat(timespec="seconds"),
            "finished": finished.isoformat(timespec="seconds"),
            "elapsed_seconds": round(self.elapsed, 3),
        }
        return (json.dumps({**settings, **counts}, indent=2) + "\n").encode("ascii")


class Tally:
    """Counts over the rows of results.jsonl."""

    def __init__(self) -> None:
        self.ok: Counter[bool] = Counter()
        self.failures: Counter[str] = Counter()
        self.phi: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()

    def add(self, row: bytes) -> None:
        """Count one row."""
        fields = json.loads(row)
        self.ok[fields["status"] == "ok"] += 1
        if fields["error"]:
            self.failures[fields["error"].partition(":")[0]] += 1
        self.phi.update(span["label"] for span in fields["phi"])
        self.codes.update(mention["system"] for mention in fields["codes"])

    def summary(
        self, resumed: int, skipped: Mapping[str, int], started: datetime, elapsed: float
    ) -> BatchSummary:
        """The figures so far."""
        done, failed = self.ok[True], self.ok[False]
        return BatchSummary(
            notes=done + failed,
            done=done,
            failed=failed,
            resumed=resumed,
            failures=_sorted(self.failures),
            skipped=dict(skipped),
            phi=_sorted(self.phi),
            codes=_sorted(self.codes),
            started=started,
            elapsed=elapsed,
        )


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))
