"""Tags, plain and numbered."""

from collections.abc import Mapping
from typing import Any

from .base import NoteOperator, session_of


class TagOperator(NoteOperator):
    """Replace an identifier by its label in brackets: `[PERSON]`."""

    name = "tag"

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> None:
        return None


class NumberedOperator(NoteOperator):
    """Replace an identifier by a tag that says who is who in the note: `[PERSON_2]`."""

    name = "numbered"

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> str:
        return f"[{label}_{session_of(params).number(label, text)}]"
