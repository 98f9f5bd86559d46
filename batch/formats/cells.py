"""A row of a table as a record: its cells by their rules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..columns import ID, PATIENT, TEXT, label_of
from ..options import Processed
from .draft import known_values
from .record import Field, Passage, Record


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the name and the rule of its column, and its value; None where it has none."""

    column: str
    rule: str
    value: str | None


def record_of(cells: Sequence[Cell], rebuild: Callable[[dict[int, str]], bytes]) -> Record:
    """The record of a row. `rebuild` writes it with new values for some cells, by their places."""
    texts = [place for place, cell in enumerate(cells) if cell.rule == TEXT and cell.value is not None]
    fields = [place for place, cell in enumerate(cells) if label_of(cell.rule) and cell.value is not None]

    def rebuilt(results: Sequence[Processed], values: Sequence[str]) -> bytes:
        written = {place: result.text for place, result in zip(texts, results, strict=True)}
        return rebuild(written | dict(zip(fields, values, strict=True)))

    named = tuple(Field(label_of(cells[n].rule) or "", cells[n].value or "", cells[n].column) for n in fields)
    return Record(
        passages=tuple(Passage(cells[n].value or "", cells[n].column) for n in texts),
        fields=named,
        known=known_values((field.label, field.value) for field in named),
        patient=_value(cells, PATIENT),
        rebuild=rebuilt,
        id=_value(cells, ID),
    )


def _value(cells: Sequence[Cell], rule: str) -> str | None:
    return next((cell.value.strip() for cell in cells if cell.rule == rule and cell.value), None) or None
