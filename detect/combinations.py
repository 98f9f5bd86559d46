"""Combination codes that the conditions of one note ask for together: "HTN. CHF. CKD 3." may be I13.0.

ICD-10-CM presumes a link between some conditions, so that a coder takes one code for both unless the note
says that they are unrelated. Each mention's own words support the plain code only, so the combination is
offered after it, with the guideline that presumes the link.
"""

from collections.abc import Callable, Iterator, Sequence

from ..dictionaries import CodeInfo
from .mention import CodeMention
from .offers import offered

DIAGNOSES = "ICD-10-CM"
Lookup = Callable[[str, str], CodeInfo | None]

#: Heart disease that hypertension is presumed to cause; stages of kidney disease that have another code.
FAILURE, HEART, KIDNEY, LATE = (
    "I50",
    ("I51.4", "I51.5", "I51.7", "I51.89", "I51.9"),
    "N18",
    ("N18.5", "N18.6"),
)
_WITH = "classified as linked by 'with' in the index, guideline I.A.15"
_HEART = "presumed linked, guideline I.C.9.a"
_ANGINA = "presumed linked, guideline I.C.9.b"
_DRUG = "one code for dependence with withdrawal, guideline I.A.15"

#: What bears the code, what must stand beside it, the code (* is the bearer's category), what it is, and why.
_DIABETES = "E08 E09 E10 E11 E13"
RULES: tuple[tuple[str, str, str, str, str], ...] = (
    (_DIABETES, "N18", "*.22", "diabetes with chronic kidney disease", _WITH),
    (_DIABETES, "H35.00", "*.319", "diabetes with retinopathy", _WITH),
    (_DIABETES, "G62.9", "*.42", "diabetes with polyneuropathy", _WITH),
    (_DIABETES, "K31.84", "*.43", "diabetes with gastroparesis", _WITH),
    (_DIABETES, "I73.9 I70.20 I70.21 I70.22", "*.51", "diabetes with peripheral vascular disease", _WITH),
    (_DIABETES, "I96", "*.52", "diabetes with gangrene", _WITH),
    (_DIABETES, "M14.6", "*.610", "diabetes with neuropathic arthropathy", _WITH),
    (_DIABETES, "L97.4 L97.5", "*.621", "diabetes with foot ulcer", _WITH),
    (_DIABETES, "L97.1 L97.2 L97.3 L97.8 L97.9 L98.4", "*.622", "diabetes with skin ulcer", _WITH),
    (_DIABETES, "K05", "*.630", "diabetes with periodontal disease", _WITH),
    (_DIABETES, "E16.2", "*.649", "diabetes with hypoglycemia", _WITH),
    (_DIABETES, "R73.9", "*.65", "diabetes with hyperglycemia", _WITH),
    (_DIABETES, "M86", "*.69", "diabetes with osteomyelitis", _WITH),
    (_DIABETES, "H26.9", "*.36", "diabetes with cataract", _WITH),
    ("D64.9", "N18", "D63.1", "anemia with chronic kidney disease", _WITH),
    ("J44.9", "J20 J12 J13 J14 J15 J16 J18", "J44.0", "COPD with a lower respiratory infection", _WITH),
    ("J44.9", "J45.9", "J44.89", "asthma with COPD", _WITH),
    ("K80.20", "K81.0", "K80.00", "gallstones with acute cholecystitis", _WITH),
    ("K80.20", "K81.1", "K80.10", "gallstones with chronic cholecystitis", _WITH),
    ("I25.10", "I20.0", "I25.110", "coronary disease with unstable angina", _ANGINA),
    ("I25.10", "I20.9", "I25.119", "coronary disease with angina", _ANGINA),
    ("F10.930", "F10.20", "F10.230", "alcohol dependence with withdrawal", _DRUG),
    ("F10.931", "F10.20", "F10.231", "alcohol dependence with withdrawal", _DRUG),
    ("F10.932", "F10.20", "F10.232", "alcohol dependence with withdrawal", _DRUG),
    ("F10.939", "F10.20", "F10.239", "alcohol dependence with withdrawal", _DRUG),
    ("F11.93", "F11.20", "F11.23", "opioid dependence with withdrawal", _DRUG),
    ("F13.939", "F13.20", "F13.239", "sedative dependence with withdrawal", _DRUG),
    ("F14.93", "F14.20", "F14.23", "cocaine dependence with withdrawal", _DRUG),
    ("F15.93", "F15.20", "F15.23", "stimulant dependence with withdrawal", _DRUG),
)
_READ = tuple(
    (tuple(bears.split()), tuple(beside.split()), target, f"{name}: {why}")
    for bears, beside, target, name, why in RULES
)
#: Categories that can bear a combination; many notes hold none.
BEARERS = frozenset(("I10", *(code[:3] for bears, *_ in _READ for code in bears)))


def with_combinations(mentions: Sequence[CodeMention], lookup: Lookup) -> list[CodeMention]:
    """The mentions, those of present conditions with the combinations that other present ones make likely."""
    if not any(mention.code[:3] in BEARERS for mention in mentions):
        return list(mentions)
    codes = {mention.code for mention in mentions if _here(mention)}
    return [_offered(mention, codes, lookup) if _here(mention) else mention for mention in mentions]


def _here(mention: CodeMention) -> bool:
    return mention.assertion == "present" and mention.system == DIAGNOSES


def _offered(mention: CodeMention, codes: set[str], lookup: Lookup) -> CodeMention:
    for code, reason in reversed(list(_combinations(mention.code, codes))):
        info = lookup(code, DIAGNOSES) if code not in codes else None
        if info is not None:
            mention = offered(mention, info, reason)
    return mention


def _combinations(code: str, codes: set[str]) -> Iterator[tuple[str, str]]:
    """The codes that `code` makes together with others of the note, and why."""
    if code[:3] not in BEARERS:
        return
    if code == "I10":
        yield from _hypertensive(codes)
    for bears, beside, target, reason in _READ:
        if code.startswith(bears) and any(other.startswith(beside) for other in codes):
            yield target.replace("*", code[:3]), reason


def _hypertensive(codes: set[str]) -> Iterator[tuple[str, str]]:
    failure = any(code.startswith(FAILURE) for code in codes)
    kidney = any(code.startswith(KIDNEY) for code in codes)
    late = any(code.startswith(LATE) for code in codes)
    if failure and kidney:
        name = "hypertension with heart failure and chronic kidney disease"
        yield ("I13.2" if late else "I13.0"), f"{name}: {_HEART}"
    elif failure:
        yield "I11.0", f"hypertension with heart failure: {_HEART}"
    elif kidney:
        yield ("I12.0" if late else "I12.9"), f"hypertension with chronic kidney disease: {_HEART}"
    elif any(code.startswith(HEART) for code in codes):
        yield "I11.9", f"hypertension with heart disease: {_HEART}"
