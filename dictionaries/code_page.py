"""What a lookup gives: the page of a code, and what it is made of."""

from dataclasses import dataclass

#: What a page says of its code on the day or in the year asked for.
BILLABLE, HEADER, RETIRED, FUTURE = "billable", "header", "retired", "not yet valid"


@dataclass(frozen=True, slots=True)
class Place:
    """A code or heading with its title, and what sets it apart: a side, or whether it is billable."""

    code: str
    title: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One instruction; `at` is the code or heading above at which it stands, '' for the code itself."""

    kind: str
    text: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A code that replaces or was replaced, its title where known, and since when (ISO date or '')."""

    code: str
    title: str
    since: str


@dataclass(frozen=True, slots=True)
class CodePage:
    """All that is known of one code in one system; `year` is the fiscal year used, 0 for systems without.

    `status` is billable, header, retired or not yet valid; `advice` says what to do where it isn't billable.
    `procedure` holds chartveil's own words on a procedure, kinds as in procedures_pages.PARTS.
    """

    system: str
    code: str
    title: str
    year: int
    status: str
    advice: str
    valid_from: str
    valid_to: str
    hierarchy: tuple[Place, ...]
    children: tuple[Place, ...]
    notes: tuple[Note, ...]
    sevenths: tuple[Place, ...]
    sides: tuple[Place, ...]
    synonyms: tuple[str, ...]
    successors: tuple[Change, ...]
    predecessors: tuple[Change, ...]
    procedure: tuple[Note, ...]

    @property
    def billable(self) -> bool:
        """Whether the code may stand on a claim of the year asked for."""
        return self.status == BILLABLE


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was asked and what was found: a page a system, or, for an unknown code, why and what is near.

    `remark` says where the year asked for isn't loaded and which one stands in for it.
    """

    query: str
    pages: tuple[CodePage, ...]
    message: str = ""
    near: tuple[Place, ...] = ()
    remark: str = ""
