"""Presidio operators: what stands in an identifier's place.

Each is a small class. `params` holds the settings of the policy's action, `entity_type` (the label, which
the engine adds) and `session` (the note's `Session`). An operator that can't do its work, such as a year
where none is written, gives the tag.
"""

from typing import Final

from presidio_anonymizer.operators import Operator

from .base import PLAIN
from .generalise import Age90Operator, MonthOperator, YearOperator, Zip3Operator
from .replace import ShiftOperator, SurrogateOperator
from .tag import NumberedOperator, TagOperator

__all__ = ["OPERATORS", "PLAIN"]

OPERATORS: Final[tuple[type[Operator], ...]] = (
    TagOperator,
    NumberedOperator,
    YearOperator,
    MonthOperator,
    Age90Operator,
    Zip3Operator,
    SurrogateOperator,
    ShiftOperator,
)
