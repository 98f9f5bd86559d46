"""What the detector finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """One code that a mention can mean; `score` is between 0 and 1.

    `reason` says why, where another mention or a rule of the coding guidelines led to the code and not the
    mention's own words; else it is empty.
    """

    code: str
    system: str
    description: str
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CodeMention:
    """One mention of a coded condition or procedure.

    `start` and `end` count code points of the text given to the detector, end exclusive, and `text` is what
    stands there. `code` is the best candidate's, `candidates` holds all of them, best first. `assertion` is
    one of present, negated, historical, family, uncertain, hypothetical; `section` is the kind of section the
    mention stands in, or the empty string. `units` and `minutes` are a procedure's, where they stand beside
    it. `year` is the fiscal year of the list that was used, 0 for systems without yearly lists; `validity`
    says why a code is not billable then though on other days it is ("valid to 2026-09-30"), else it is empty.
    """

    start: int
    end: int
    text: str
    system: str
    code: str
    description: str
    billable: bool
    assertion: str
    section: str
    score: float
    candidates: tuple[Candidate, ...]
    units: int | None = None
    minutes: int | None = None
    year: int = 0
    validity: str = ""
