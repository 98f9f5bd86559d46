"""What requests hold."""

from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ..redact.labels import LABELS
from .settings import MAX_NOTES, MAX_TEXT

#: Errors with this type carry a message of chartveil's own, which holds nothing of the request.
OWN: Final = "chartveil"
#: As OWN, for parts of a request that are well formed, each by itself, and do not go together.
UNFIT: Final = "chartveil-unfit"
MOST_PLACES: Final = 5000


def _fail(message: str) -> PydanticCustomError:
    return PydanticCustomError(OWN, message)


def _label(value: str) -> str:
    if value not in LABELS:
        raise _fail("is no label: GET /about lists them")
    return value


def _day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise _fail("is no day: write it as 2026-11-03") from None
    return value


def _whole(value: Any) -> Any:
    """2.0 is a whole number to JSON."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Whole = Annotated[int, BeforeValidator(_whole)]
Label = Annotated[str, AfterValidator(_label), WithJsonSchema({"type": "string", "enum": list(LABELS)})]
System = Literal["ICD-10-CM", "ICD-10-PCS", "CPT", "HCPCS"]
Day = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        description="Day of service, which chooses the fiscal year; the newest list where none is given.",
        examples=["2026-11-03"],
        json_schema_extra={"format": "date"},
    ),
    AfterValidator(_day),
]
Code = Annotated[
    str,
    Field(
        max_length=10,
        pattern=r"^[0-9A-Za-z.]*[0-9][0-9A-Za-z.]*$",
        description="A code, which has a digit; dots and case don't matter.",
        examples=["E11.9"],
    ),
]
Text = Annotated[
    str,
    Field(
        max_length=MAX_TEXT,
        description="The note as it is.",
        examples=["Seen by Dr. Okafor on 3/12/2024 for hypertension."],
    ),
]


class Request(BaseModel):
    """Nothing unknown, and no number where text belongs."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class Place(Request):
    """A stretch of the original note."""

    start: Whole = Field(ge=0, le=MAX_TEXT, description="Offset in code points.")
    end: Whole = Field(ge=0, le=MAX_TEXT, description="Offset after the last code point.")


class Added(Place):
    """An identifier that a reviewer found."""

    label: Label


class Known(Request):
    """An identifier known of the patient, redacted in every form."""

    label: Label
    value: str = Field(min_length=1, max_length=100, description="A whole name, date or number.")


class Redacting(Request):
    """How to redact."""

    policy: str | None = Field(
        None,
        max_length=100,
        description="Name of a policy, see /about; the server's own where none is given.",
    )
    recall: Literal["high", "balanced", "high-precision"] | None = Field(
        None, description="high: fewest leaks; high-precision: fewest false alarms."
    )
    keep: list[Label] = Field([], max_length=len(LABELS), description="Labels whose identifiers stay.")


class NoteRequest(Redacting):
    """One note, and what a reviewer says of it."""

    text: Text
    known: list[Known] = Field([], max_length=200, description="What is known of the patient.")
    added: list[Added] = Field(
        [],
        max_length=MOST_PLACES,
        description="Identifiers that were missed. What names the same elsewhere in the note goes too.",
    )
    rejected: list[Place] = Field(
        [], max_length=MOST_PLACES, description="Places of spans that are none; spans within them stay."
    )

    @model_validator(mode="after")
    def _lie_within(self) -> "NoteRequest":
        for name, places in (("added", self.added), ("rejected", self.rejected)):
            if not all(place.start < place.end <= len(self.text) for place in places):
                raise PydanticCustomError(UNFIT, f"{name}: a place lies outside the text or is empty")
        return self


class DetectRequest(NoteRequest):
    """One note whose codes are sought."""

    redact: bool = Field(True, description="False: detect in the note as it is.")
    date_of_service: Day | None = None


class BatchNote(Request):
    """One note of several."""

    id: str = Field(max_length=200, description="Any name; it comes back with the result.")
    text: Text
    known: list[Known] = Field([], max_length=200, description="What is known of the patient.")


class BatchRequest(Redacting):
    """Several notes, worked on one after the other within the time limit of one request."""

    notes: list[BatchNote] = Field(min_length=1, max_length=MAX_NOTES)


class DetectBatchRequest(BatchRequest):
    """Several notes whose codes are sought."""

    redact: bool = Field(True, description="False: detect in the notes as they are.")
    date_of_service: Day | None = None


class LookupRequest(Request):
    """Several codes to look up."""

    codes: list[Code] = Field(min_length=1, max_length=100)
    date_of_service: Day | None = None


class SearchRequest(Request):
    """Words to find codes by."""

    words: str = Field(
        min_length=1, max_length=500, description="Plain or clinical words.", examples=["broken collarbone"]
    )
    limit: Whole = Field(10, ge=1, le=100, description="At most so many codes.")
    system: System | None = Field(None, description="Only codes of this system.")
    chapter: str = Field(
        "", pattern=r"^[0-9]{0,2}$", description="Only codes of this chapter (ICD-10-CM: 1 to 22)."
    )
    billable: bool = Field(False, description="Only billable codes.")
    date_of_service: Day | None = None


def field_names() -> frozenset[str]:
    """Every name that a request may use; what else stands in an error's path came from outside."""
    return frozenset(_names(Request))


def _names(model: type[BaseModel]) -> set[str]:
    own = set(model.model_fields)
    return own.union(*(_names(below) for below in model.__subclasses__()))


def values(model: BaseModel, *names: str) -> dict[str, Any]:
    """Those fields of a request by name."""
    return {name: getattr(model, name) for name in names}
