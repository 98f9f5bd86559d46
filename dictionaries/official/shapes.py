"""What a code of each system looks like, undotted."""

import re

from ..records import CPT, HCPCS, ICD10CM, ICD10PCS, dotted

SHAPES = {
    ICD10CM: re.compile(r"[A-Z][0-9A-Z]{2}[0-9A-Z]{0,4}"),
    ICD10PCS: re.compile(r"[0-9A-HJ-NP-Z]{3}(?:[0-9A-HJ-NP-Z]{4})?"),
    HCPCS: re.compile(r"[A-V]\d{4}"),
    CPT: re.compile(r"\d{4}[0-9AFMTU]"),
}
#: As the tabular list and the index write a code; a closing dash says that characters are missing.
DOTTED = re.compile(r"[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?\.?-?")
MODIFIER = re.compile(r"[A-Z0-9]{2}")
DIAGNOSIS = re.compile(r"[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}|[A-Z]\d[0-9A-Z]")


def fits(system: str, code: str) -> bool:
    """Whether an undotted code has the shape of a system's."""
    return SHAPES[system].fullmatch(code) is not None


def table_system(code: str) -> str:
    """The system of a code in a plain table, '' for none: "J1885" HCPCS, "0370T" CPT, "E11.9" ICD-10-CM."""
    if fits(HCPCS, code):
        return HCPCS
    if fits(CPT, code):
        return CPT
    return ICD10CM if DIAGNOSIS.fullmatch(code) else ""


def index_code(text: str) -> str:
    """The code an index entry names, without the dash that says it goes on ("V94.4-"), '' for none."""
    return dotted(text.rstrip("-")) if DOTTED.fullmatch(text) else ""
