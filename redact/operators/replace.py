"""Realistic values in an identifier's place: surrogates and shifted dates."""

from collections.abc import Mapping
from typing import Any

from .base import NoteOperator, session_of


class SurrogateOperator(NoteOperator):
    """Replace an identifier by an invented one of the same form."""

    name = "surrogate"

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> str | None:
        return _unlike(text, session_of(params).surrogate(label, text))


class ShiftOperator(NoteOperator):
    """Move a date by the patient's days, in the form it was written.

    `most` (1 to 365) limits the days, `weeks` keeps the day of the week.
    """

    name = "shift"

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> str | None:
        from ..dates import shifted

        session = session_of(params)
        days = session.days(most=params.get("most", 365), weeks=params.get("weeks", False))
        return _unlike(text, shifted(text, days, session.year))


def _unlike(text: str, written: str | None) -> str | None:
    """The replacement, unless it is or holds the original."""
    return None if written is None or text.casefold() in written.casefold() else written
