"""What all operators share."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from presidio_anonymizer.operators import Operator, OperatorType

if TYPE_CHECKING:
    from ..sessions import Session

#: Put after a label, it says that this one identifier gets its tag whatever the policy says.
PLAIN: Final = "!"


class NoteOperator(Operator):
    """An operator with a name and one method: `replacement`."""

    name: ClassVar[str]

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> str | None:
        """What stands in the place of `text`; None for the tag."""
        raise NotImplementedError

    def operate(self, text: str = "", params: dict[str, Any] | None = None) -> str:
        given = params or {}
        label = given["entity_type"].removesuffix(PLAIN)
        written = self.replacement(text, label, given)
        return tag(label) if written is None else written

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Nothing to validate: reading a policy has done it."""

    def operator_name(self) -> str:
        return self.name

    def operator_type(self) -> OperatorType:
        return OperatorType.Anonymize


def tag(label: str) -> str:
    """The tag of a label: `[PERSON]`."""
    return f"[{label}]"


def session_of(params: Mapping[str, Any]) -> "Session":
    """The note's session."""
    return cast("Session", params["session"])
