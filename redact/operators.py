"""Presidio operators: what stands in an identifier's place."""

from typing import Any, Final

from presidio_anonymizer.operators import Operator, OperatorType


class TagOperator(Operator):
    """Replace an identifier by its label in brackets: `[PERSON]`."""

    def operate(self, text: str = "", params: dict[str, Any] | None = None) -> str:
        return f"[{(params or {})['entity_type']}]"

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Nothing to validate: the engine itself passes the label."""

    def operator_name(self) -> str:
        return "tag"

    def operator_type(self) -> OperatorType:
        return OperatorType.Anonymize


OPERATORS: Final = (TagOperator,)
