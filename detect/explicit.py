"""Codes that a note writes out: "ICD-10: F84.0", "E119", "97153 x 8", "D0140", "97153-59"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..dictionaries import CodeInfo

#: What could begin a code; quick to look for.
ROUGH = re.compile(r"(?:[A-Z0-9]\d|Q[A-Z])[0-9A-Z][0-9A-Za-z.]*")
SHAPE = re.compile(
    r"(?:(?P<dotted>(?:[A-Z]\d|Q[A-Z])[0-9A-Z]\.[0-9A-Za-z]{1,4})|(?P<cpt>\d{5}|\d{4}[FTU])|"
    r"(?P<letter>[A-Z]\d[0-9A-Z]{1,5}))(?![\w]|\.\d|-\d{3})"
)
#: Before a code these say that it is the end of something longer.
PART = frozenset("._#/-")
ICD_CUE = re.compile(r"\b(?:icd(?:-?\s?(?:10|9))?(?:-?\s?cm)?|dx|diagnos[ie]s|diag|dxs?)\b", re.I)
PROCEDURE_CUE = re.compile(
    r"\b(?:cpt|hcpcs|cdt|proc(?:edure)?s?|codes?|bill(?:ed|ing)?|charges?|units?|svc|services?)\b", re.I
)
UNITS = re.compile(
    r"(?:-\w{2})?(?:[ ,]*\w{2}\b)?\s*(?:[x×*]\s?\d{1,2}\b|\(?\d{1,2}\s*(?:u\b|units?)|[-/]\w{2}\b)", re.I
)
NOT_CODE = re.compile(
    r"(?:lot|room|rm|bed|model|unit|serial|order|mrn|acct|account|zip|box|ref|claim|auth|case|fax|phone|pager|badge|id"
    r"|no|#|wbcs?|plts?|platelets?|counts?|cfu|bnp|ferritin|cp?k|leukocytes)(?:\s(?:of|was|is|at))?[.:#=\s]*$",
    re.I,
)


PCS = "ICD-10-PCS"
#: Seven characters that are letters (but no I or O) and digits.
PCS_SHAPE = re.compile(r"(?<![\w./-])(?=[A-Z]*\d)(?=\d*[A-Z])[0-9A-HJ-NP-Z]{7}(?![\w]|\.\d|-\d)")


@dataclass(frozen=True, slots=True)
class Written:
    """A code written out at `start` to `end`, what is known of it, and how sure it is that it is one."""

    start: int
    end: int
    info: CodeInfo
    score: float


def written(
    text: str, lookup: Callable[[str, str], CodeInfo | None], *, pcs: bool = False
) -> Iterator[Written]:
    """Every valid code the text writes out; `lookup(code, system)` tells what is known of a code.

    `pcs` says that there is a list of ICD-10-PCS, without which its codes can't be told from other numbers.
    """
    if pcs:
        yield from _operations(text, lookup)
    for rough in ROUGH.finditer(text):
        first, hit = text[rough.start() - 1 : rough.start()], SHAPE.match(text, rough.start())
        if hit is None or first in PART or first.isalnum():
            continue
        before, after = text[max(0, hit.start() - 60) : hit.start()], text[hit.end() : hit.end() + 24]
        if NOT_CODE.search(before[-12:]):
            continue
        found = _judge(hit, before, after, lookup)
        if found is not None:
            yield Written(hit.start(), hit.end(), *found)


def _operations(text: str, lookup: Callable[[str, str], CodeInfo | None]) -> Iterator[Written]:
    """Codes of ICD-10-PCS: only one of some billions of such strings is one, so that the list is proof."""
    for hit in PCS_SHAPE.finditer(text):
        info = lookup(hit.group(), PCS)
        if info is not None and not NOT_CODE.search(text[max(0, hit.start() - 12) : hit.start()]):
            yield Written(hit.start(), hit.end(), info, 0.95)


def _judge(
    hit: re.Match[str], before: str, after: str, lookup: Callable[[str, str], CodeInfo | None]
) -> tuple[CodeInfo, float] | None:
    shown = hit.group()
    if hit["dotted"]:
        info = lookup(shown.upper(), "ICD-10-CM")
        return (info, 0.98) if info is not None else None
    if hit["cpt"]:
        return _cpt(shown, before, after, lookup)
    return _letter(shown, before, after, lookup)


def _cpt(
    shown: str, before: str, after: str, lookup: Callable[[str, str], CodeInfo | None]
) -> tuple[CodeInfo, float] | None:
    known = lookup(shown, "CPT")
    told = bool(re.search(r"\bcpt\b", before, re.I))
    evidence = told or bool(UNITS.match(after)) or bool(PROCEDURE_CUE.search(before[-40:]))
    if known is not None and not known.billable and known.code.isdigit() and not evidence:
        return None  # a deleted code's number is likelier something else's
    if known is not None:
        return known, 0.97 if evidence else 0.85
    if told:
        return CodeInfo(shown, "CPT", "", True), 0.9
    return None


def _letter(
    shown: str, before: str, after: str, lookup: Callable[[str, str], CodeInfo | None]
) -> tuple[CodeInfo, float] | None:
    dotted = f"{shown[:3]}.{shown[3:]}" if len(shown) > 3 else shown
    icd = lookup(dotted, "ICD-10-CM")
    hcpcs = lookup(shown, "HCPCS") if re.fullmatch(r"[A-V]\d{4}", shown) else None
    icd_cue, procedure_cue = ICD_CUE.search(before), PROCEDURE_CUE.search(before)
    if icd is not None and (len(shown) == 3 or hcpcs is None):
        if icd_cue and not procedure_cue:
            return icd, 0.95
        if len(shown) > 4 and icd.billable and hcpcs is None and not UNITS.match(after):
            return icd, 0.8
    if hcpcs is not None:
        return hcpcs, 0.95
    if icd is None and re.fullmatch(r"[A-EGHJ-MP-V]\d{4}", shown):
        return CodeInfo(shown, "HCPCS", "", True), 0.9 if procedure_cue or UNITS.match(after) else 0.7
    return None
