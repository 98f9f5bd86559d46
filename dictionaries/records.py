"""What the readers of code sets yield and the compiled library holds: codes, notes, terms, successors.

Dates are ISO strings, '' where nothing is known. ICD-10-CM codes bear their dot, all others have none.
"""

from dataclasses import dataclass

ICD10CM, ICD10PCS, CPT, HCPCS = "ICD-10-CM", "ICD-10-PCS", "CPT", "HCPCS"
SYSTEMS = (ICD10CM, ICD10PCS, CPT, HCPCS)
NOTE_KINDS = (
    "inclusion",
    "includes",
    "excludes1",
    "excludes2",
    "code_first",
    "code_also",
    "use_additional",
    "seventh",  # text: "A = Initial encounter"; or a sentence that says where the character goes
    "note",
)


@dataclass(frozen=True, slots=True)
class CodeRecord:
    """One code in one year's list; `year` is the fiscal year, 0 for systems without yearly lists.

    `valid_from` and `valid_to` bound the time in which the code stood as it stands here, billable or header.
    `chapter` and `section` are headings' codes ("4", "E08-E13"), whose titles the library knows.
    """

    system: str
    code: str
    title: str
    year: int
    billable: bool
    parent: str = ""
    chapter: str = ""
    section: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class HeadingRecord:
    """A chapter or section above the codes, such as "E08-E13"; `parent` is '' for a chapter."""

    system: str
    code: str
    title: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """One instruction or inclusion term at a code or heading; `kind` is one of NOTE_KINDS."""

    system: str
    code: str
    kind: str
    text: str
    year: int = 0


@dataclass(frozen=True, slots=True)
class TermRecord:
    """A wording that leads to a code; `origin` is lexicon, index, inclusion, or an imported file's name."""

    system: str
    code: str
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class SuccessorRecord:
    """What replaces a retired code since a date; `kind` says how it is known:
    split (new codes below it), renumbered (a new code of the same title), conversion, table or page."""

    system: str
    code: str
    successor: str
    since: str
    kind: str


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """One line of an addenda file: `action` is add, delete or revise, and what stands after it."""

    system: str
    code: str
    title: str
    year: int
    billable: bool
    action: str


Record = CodeRecord | HeadingRecord | NoteRecord | TermRecord | SuccessorRecord | ChangeRecord


def bare(code: str) -> str:
    """A code as typed by anyone, without dots, blanks and case: "e11.9 " -> "E119"."""
    return "".join(code.split()).replace(".", "").upper()


def dotted(code: str) -> str:
    """An ICD-10-CM code with its dot: "E119" -> "E11.9"."""
    plain = bare(code)
    return f"{plain[:3]}.{plain[3:]}" if len(plain) > 3 else plain


def spelled(system: str, code: str) -> str:
    """A code as its system writes it."""
    return dotted(code) if system == ICD10CM else bare(code)
