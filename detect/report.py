"""Code mentions as a table to read, or as CSV or JSON rows."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..pipeline import PlacedMention

CSV_COLUMNS: Final = (
    "start", "end", "redacted_start", "redacted_end", "text", "system", "code", "description", "billable",
    "assertion", "section", "score", "units", "minutes", "year",
    "validity",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """Which mentions to show; an empty set means all."""

    assertions: frozenset[str] = field(default=frozenset())
    systems: frozenset[str] = field(default=frozenset())
    min_score: float = 0.0
    candidates: int = 0

    def keeps(self, placed: "PlacedMention") -> bool:
        """Whether a mention is to be shown."""
        mention = placed.mention
        return (
            (not self.assertions or mention.assertion in self.assertions)
            and (not self.systems or mention.system in self.systems)
            and mention.score >= self.min_score
        )


def render(
    codes: Iterable["PlacedMention"],
    form: str,
    choice: Choice,
    *,
    years: Mapping[str, int] | None = None,
    color: bool = False,
) -> str:
    """The mentions that `choice` keeps, as `form`: "table", "csv" or "json".

    `years` are the fiscal years used, by system.
    """
    kept = [placed for placed in codes if choice.keeps(placed)]
    if form == "json":
        rows = {"years": dict(years or {}), "codes": [placed.to_dict() for placed in kept]}
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    return _csv(kept) if form == "csv" else _table(kept, choice.candidates, color) + _years(years or {})


def _csv(kept: Sequence["PlacedMention"]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(placed.to_dict() for placed in kept)
    return text.getvalue()


def _years(years: Mapping[str, int]) -> str:
    """The line below the table; nothing where no year is known."""
    used = ", ".join(f"{system} of fiscal year {year}" for system, year in sorted(years.items()))
    return f"{used}\n" if used else ""


def _table(kept: Sequence["PlacedMention"], candidates: int, color: bool) -> str:
    from .table import render_table

    return render_table(kept, candidates=candidates, color=color)
