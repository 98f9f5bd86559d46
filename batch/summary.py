"""The figures of a run: counts only, nothing from any note."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from .outcome import PARTED, Entry, Outcome


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What a run came to.

    files: how many files IN holds that notes are in.
    notes: how many notes they hold, a record of a file of many being one; done: those with an output;
        failed: the rest.
    resumed: those of `done` that an earlier run had done.
    failures: failed notes by the class of their error.
    skipped: files that are no notes, by kind.
    phi: redacted spans by label; fields: replaced values that were identifiers as a whole, by label.
    codes: mentions by code system.
    started: when this run began, in UTC; elapsed: its seconds.
    """

    files: int
    notes: int
    done: int
    failed: int
    resumed: int
    failures: Mapping[str, int]
    skipped: Mapping[str, int]
    phi: Mapping[str, int]
    fields: Mapping[str, int]
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
            "files": self.files,
            "notes": {"total": self.notes, "done": self.done, "failed": self.failed},
            "failures": dict(self.failures),
            "skipped": dict(self.skipped),
            "phi": dict(self.phi),
            "fields": dict(self.fields),
            "codes": dict(self.codes),
            "fingerprints": dict(fingerprints),
            "started": self.started.isoformat(timespec="seconds"),
            "finished": finished.isoformat(timespec="seconds"),
            "elapsed_seconds": round(self.elapsed, 3),
        }
        return (json.dumps({**settings, **counts}, indent=2) + "\n").encode("ascii")


class Tally:
    """Counts over the outcomes of a run, or over its entries and rows one by one."""

    def __init__(self) -> None:
        self.files = self.notes = self.failed = 0
        self.failures: Counter[str] = Counter()
        self.phi: Counter[str] = Counter()
        self.fields: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.add_entry(outcome.entry)
        for row in outcome.row.split(PARTED) if outcome.entry.rows else ():
            self.add_row(json.loads(row))

    def add_entry(self, entry: Entry) -> None:
        """Count what an entry says."""
        self.files += not entry.unit
        self.notes += entry.records
        self.failed += entry.failed
        self.fields.update(entry.fields)

    def add_row(self, row: Mapping[str, Any]) -> None:
        """Count what a row says."""
        if row["error"]:
            self.failures[row["error"].partition(":")[0]] += 1
        self.phi.update(span["label"] for span in row["phi"])
        self.codes.update(mention["system"] for mention in row["codes"])

    def summary(
        self, resumed: int, skipped: Mapping[str, int], started: datetime, elapsed: float
    ) -> BatchSummary:
        """The figures so far."""
        return BatchSummary(
            files=self.files,
            notes=self.notes,
            done=self.notes - self.failed,
            failed=self.failed,
            resumed=resumed,
            failures=_sorted(self.failures),
            skipped=dict(skipped),
            phi=_sorted(self.phi),
            fields=_sorted(self.fields),
            codes=_sorted(self.codes),
            started=started,
            elapsed=elapsed,
        )


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))
