"""FACILITY: hospitals, clinics, wards, pharmacies, homes, schools, employers, churches, agencies.

Safe Harbor names geographic units, not facilities; a facility's name gives the place away, so the project
treats it as 164.514(b)(2)(i)(B).
"""

import re
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from ..gazetteers import clinical_words
from .base import LIKELY, STRONG, ChartRecognizer

HEAD: Final = r"""(?:Hospitals?|Hosp|Medical\ (?:Center|Centre|Group|Associates|Clinic|Arts)|Med\ (?:Center|Ctr)|Health(?:care)?(?:\ (?:System|Center|Network|Services|Partners|Clinic|Care|Plan|Department|Dept))?|Clinics?|Infirmary|Sanatorium|Sanitarium
|Rehab(?:ilitation)?(?:\ (?:Center|Hospital|Institute))?|Nursing(?:\ (?:Home|Center|Facility))|SNF|LTAC|Manor|Hospice|Assisted\ Living|Care\ (?:Center|Centre|Home)|Senior\ Living|Memory\ Care|Group\ Home|Treatment\ (?:Center|Services)|Recovery(?:\ (?:Center|House))?|Detox
|Pharmacy|Drugs?(?:tore)?|Apothecary|Laborator(?:y|ies)|Labs?|Diagnostics|Imaging|Radiology|Dialysis|Surgical|Surgery\ Center|Surgicenter|Endoscopy(?:\ Center)?|Urgent\ Care|Dental(?:\ (?:Care|Group|Associates))?|Dentistry|Orthop(?:a?edics)|Pediatrics|Dermatology|Oncology|Cardiology|Eye\ (?:Center|Care|Associates|Institute)|Vision|Optical
|Physicians|Associates|Assoc\.?|General|Regional|Memorial|Practice|Skilled|Orthopedic|Spine|Therapy|Therapies|Counseling|Psychological|Psychiatry|Behavioral(?:\ Health)?|ABA|Wellness|Institute|Center|Centre|Ctr
|Elementary|Middle\ School|High\ School|School|Academy|Preschool|Pre-K|Daycare|Kindergarten|Montessori|College|University|Univ\.?|Seminary
|Church|Chapel|Cathedral|Parish|Temple|Synagogue|Mosque|Ministries|Shelter|Mission|Housing|House|Lodge|Apartments|Foundation|Agency
|LLC|L\.L\.C\.|Inc\.?|Corp\.?|Corporation|Co-op|Company|Bros\.?|& Sons|Industries|Logistics|Trucking|Construction|Farms?|Foods?|Market|Grocery|Restaurant|Diner|Cafe|Casino|Hotel|Inn|Mills?|Plant|Warehouse|Manufacturing|Motors|Bank
|Police\ Department|Sheriff['’]?s\ Office|Fire\ (?:Department|Rescue|District)|EMS|Ambulance|Detention\ Center|Correctional(?:\ (?:Facility|Institution))?|Jail|Prison|VAMC|VA)"""
CAP: Final = r"(?:[A-ZÀ-Þ][\w'’.]*+(?:[-–][A-ZÀ-Þ\w'’]++)*+)"
LINK: Final = r"(?:of\ the|of|the|and|&|de|del|la|las|los|y)"
TAIL: Final = rf"(?:\ (?:of|at|-|–)\ (?:the\ )?{CAP}(?:\ {CAP}){{0,2}}|,?\ (?:LLC|Inc\.?|P\.?C\.?|PLLC|Ltd\.?))?"
HEADED: Final = re.compile(rf"(?<![\w'’@.])(?:{CAP}\ (?:{LINK}\ )?){{1,5}}(?:{LINK}\ )?{HEAD}(?!\w)(?:\ (?:{LINK}\ )?{HEAD}(?!\w)){{0,3}}{TAIL}".replace("\n", ""))
OF_HEAD: Final = re.compile(rf"(?<![\w'’])(?:University|Univ\.?|College|Children['’]s|Hospital|Church|School|Bank|Sisters|Town|City) (?:Hospital )?of (?:the )?{CAP}(?: {CAP}){{0,3}}")
SAINT: Final = re.compile(rf"(?<![\w'’])(?:St\.?|Saint|Ste\.|Our Lady of|Mt\.?|Mount|Sacred) (?:{LINK} )?{CAP}(?:['’]s)?(?: (?:{HEAD}|{CAP}))?".replace("\n", ""))
CHAINS: Final = re.compile(
    r"(?<!\w)(?:walgreens?|cvs|rite[ -]?aid|wal-?mart|sam['’]s club|costco|kroger|publix|safeway|albertsons|h-?e-?b|meijer|wegmans|hy-?vee|giant eagle|winn[ -]dixie|food lion|duane reade|target pharmacy|amazon|optum ?rx|express scripts|caremark"
    r"|quest(?: diagnostics)|labcorp|lab corp|mayo clinic|cleveland clinic|davita|fresenius|kaiser permanente (?=\w+ (?:clinic|hospital))|mcdonald['’]s|starbucks|home depot|lowe['’]s|fedex|ups store|dollar (?:general|tree)|waffle house)(?!\w)",
    re.IGNORECASE,
)
WARD: Final = re.compile(r"(?<![\w/.-])(?:\d{1,2}[ -]?(?:North|South|East|West|Central|Tower|Main|NORTH|SOUTH|EAST|WEST)|(?:North|South|East|West|Tower|Ward|Unit|Pavilion|Pod) (?:\d{1,2}[A-Z]?|[A-D])|\d{1,2}[NSEWT])(?![\w/%-]| ?(?:mg|ml|st\b))(?! [A-Z][a-z]+ (?:St|Ave|Rd|Blvd|Street|Avenue|Road)\b)")
LABELLED: Final = re.compile(
    r"\b(?:facility|hospital|clinic|pharmacy|employer|school|works? (?:at|for)|employed (?:at|by)|attends|goes to|church|daycare|ward|location|site|agency|referring (?:facility|hospital)|pcp office)[ ]*[:=][ ]*([A-Z0-9][^\n,;(\[]{2,50}?)(?=[,;\n(\[]|  |$)", re.IGNORECASE
)
GENERIC: Final = frozenset("the a an our this that his her their your my to from in at with for and or per via by on as primary emergency home public private general outpatient inpatient community local mental behavioral urgent intensive acute skilled long physical occupational speech group family individual day".split())


class FacilityRecognizer(ChartRecognizer):
    """Capitalised names around a facility word, saints, chains, wards and labelled places."""

    LABELS: ClassVar[tuple[str, ...]] = ("FACILITY",)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        if "FACILITY" not in entities:
            return []
        found = [self.result("FACILITY", *match.span(1), STRONG) for match in LABELLED.finditer(text)]
        found += [self.result("FACILITY", *match.span(), STRONG) for match in CHAINS.finditer(text)]
        found += [self.result("FACILITY", *match.span(), LIKELY) for match in WARD.finditer(text)]
        for shape in (HEADED, OF_HEAD, SAINT):
            for match in shape.finditer(text):
                start = _first_proper(match.group(), match.start())
                if start is not None:
                    found.append(self.result("FACILITY", start, match.end(), STRONG))
        return found


def _first_proper(name: str, start: int) -> int | None:
    """Where the proper name begins, or None when every word is generic ("Physical Therapy", "Emergency Department")."""
    words = list(re.finditer(r"[^\s]+", name))
    plain = [_generic(word.group()) for word in words]
    if all(plain):
        return None
    kept = next(index for index, generic in enumerate(plain) if not generic)
    return start + words[kept].start() if all(_generic(word.group()) for word in words[:kept]) else start


def _generic(word: str) -> bool:
    bare = word.strip(".,'’&-–").lower()
    return not bare or bare in GENERIC or bare in clinical_words() or bool(re.fullmatch(HEAD.replace("\n", ""), word)) or bare in {"of", "the", "and", "at", "for", "in"}
