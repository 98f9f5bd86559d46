"""What answers hold: the rows of the result contract, and the pages of codes."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """Rows go out whole, whatever else they hold."""

    model_config = ConfigDict(extra="allow")


class Problem(BaseModel):
    """Why there is no result, in one line that holds nothing of the request."""

    error: str


class Span(Answer):
    """One redacted identifier; never its text. Offsets count code points, end exclusive."""

    start: int = Field(description="In the original note.")
    end: int
    redacted_start: int = Field(description="In the redacted text.")
    redacted_end: int
    label: str
    score: float = Field(ge=0, le=1)
    recognizer: str = Field(description="Who found it.")


class CandidateRow(Answer):
    """One code that a mention can mean."""

    code: str
    description: str
    score: float
    reason: str = Field("", description="Why, where a rule of the coding guidelines led to it.")


class CodeRow(Answer):
    """One mention of a coded condition or procedure; `text` is what stands in the redacted note."""

    start: int
    end: int
    redacted_start: int
    redacted_end: int
    text: str
    system: str
    code: str
    description: str
    billable: bool
    assertion: str = Field(description="present, negated, historical, family, uncertain or hypothetical.")
    section: str
    score: float
    candidates: list[CandidateRow] = Field(description="All codes it can mean, the best first.")


class RedactResult(BaseModel):
    """A redacted note."""

    text: str
    phi: list[Span]


class DetectResult(RedactResult):
    """A redacted note and its codes."""

    codes: list[CodeRow]
    years: dict[str, int] = Field(description="The fiscal year of the list used, by system.")


class RedactRow(BaseModel):
    """One note of a batch; a failed one has no text."""

    id: str
    status: Literal["ok", "failed"]
    error: str | None
    text: str | None
    phi: list[Span]


class DetectRow(RedactRow):
    """One note of a batch with its codes."""

    codes: list[CodeRow]


class RedactBatchResult(BaseModel):
    """A row a note, in the order they came."""

    results: list[RedactRow]


class DetectBatchResult(BaseModel):
    """A row a note, in the order they came."""

    results: list[DetectRow]
    years: dict[str, int] = Field(description="The fiscal year of the list used, by system.")


class PlaceRow(BaseModel):
    """A code with its title, and what sets it apart."""

    code: str
    title: str
    mark: str = ""


class NoteRow(BaseModel):
    """One instruction; `at` is the code above at which it stands, "" for the code itself."""

    kind: str
    text: str
    at: str = ""


class ChangeRow(BaseModel):
    """A code that replaces or was replaced."""

    code: str
    title: str
    since: str


class PageRow(BaseModel):
    """All that is known of one code in one system; `year` is 0 for systems without yearly lists."""

    system: str
    code: str
    title: str
    year: int
    status: str = Field(description="billable, header, retired or not yet valid.")
    billable: bool
    advice: str
    valid_from: str
    valid_to: str
    hierarchy: list[PlaceRow] = Field(description="What it stands under, the chapter first.")
    children: list[PlaceRow]
    notes: list[NoteRow]
    sevenths: list[PlaceRow] = Field(description="Its 7th characters.")
    sides: list[PlaceRow] = Field(description="The same code for other sides.")
    synonyms: list[str]
    successors: list[ChangeRow]
    predecessors: list[ChangeRow]
    procedure: dict[str, list[str]] = Field(description="chartveil's own words on a procedure, by kind.")


class LookupResult(BaseModel):
    """A page a system; none for an unknown code, then `message` says why and `near` what is near."""

    query: str
    pages: list[PageRow]
    message: str
    near: list[PlaceRow]
    remark: str


class LookupResults(BaseModel):
    """A result a code, in the order they came."""

    results: list[LookupResult]


class HitRow(BaseModel):
    """A code that a search found; `reason` says which words led to it."""

    code: str
    system: str
    title: str
    score: float
    reason: str
    billable: bool
    year: int


class SearchResult(BaseModel):
    """The best codes, the best first."""

    hits: list[HitRow]


class PolicyRow(BaseModel):
    """A policy, and what becomes of each label under it."""

    name: str
    basis: str
    labels: dict[str, str]


class About(BaseModel):
    """The server, its choices and its limits."""

    version: str
    policy: str = Field(description="Used where a request names none.")
    recall: str
    policies: list[PolicyRow]
    recalls: list[str]
    labels: dict[str, str] = Field(description="Each PHI label and its letter in 45 CFR 164.514(b)(2)(i).")
    limits: dict[str, float] = Field(
        description="Bytes and seconds of a request, characters of a note, notes."
    )
