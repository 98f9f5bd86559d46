"""A random sample of a finished run, for people to review."""

import csv
import io
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ..errors import UsageError
from .bounds import most_left, ruled_out
from .finished import Finished, open_finished
from .verify import DAMAGED

COLUMNS = ("id", "path", "reviewed", "leaks", "remarks")


@dataclass(frozen=True, slots=True)
class Sample:
    """Notes drawn from `total` redacted ones, each as its id and the path of its redacted text, in order."""

    notes: tuple[tuple[str, Path], ...]
    total: int

    def sheet(self) -> bytes:
        """The review sheet: CSV with a row a note and columns to fill in."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((identity, path, "", "", "") for identity, path in self.notes)
        return text.getvalue().encode("utf-8", "surrogateescape")

    def claim(self) -> str:
        """What may be said if nobody finds a leak in the sample."""
        count, left = len(self.notes), most_left(len(self.notes), self.total)
        return (
            f"If none of these {count} notes shows a leak, one can say with 95% confidence that fewer than "
            f"{ruled_out(count):.2%} of such notes have one (1 - 0.05^(1/{count}), the rule of three). "
            f"Of this batch's {self.total} notes at most {left} ({left / self.total:.2%}) then have one "
            "(corrected for the finite population, exact)."
        )


def draw(out: Path, count: int, seed: int) -> Sample:
    """Draw `count` redacted notes of the finished run in OUT, each once; all if it has fewer.

    The same seed draws the same notes of the same run. Raises UsageError where no run has finished, or none
    of its notes is redacted.
    """
    run = open_finished(out)
    try:
        total = sum(1 for _ in _redacted(run))
        if not total:
            raise UsageError(f"the batch in {out} has no redacted note to sample")
        places = set(random.Random(seed).sample(range(total), min(count, total)))
        drawn = (note for place, note in enumerate(_redacted(run)) if place in places)
        return Sample(tuple((identity, out / "notes" / path) for identity, path in drawn), total)
    except DAMAGED:
        raise UsageError(f"results.jsonl in {out} is damaged: see `chartveil verify {out}`") from None


def _redacted(run: Finished) -> Iterator[tuple[str, str]]:
    """The id and the output's path of each redacted note, once however many passages it has."""
    for entry, lines in run.with_rows():
        rows = (json.loads(line) for line in lines)
        for _, group in groupby(rows, key=lambda row: row.get("record")):
            row = next(group)
            if row["status"] == "ok":
                yield row["id"], entry.path
