"""FACILITY: hospitals, clinics, wards, pharmacies, homes, schools, employers, churches, agencies.

Safe Harbor names geographic units, not facilities; a facility's name gives the place away, so the project
treats it as 164.514(b)(2)(i)(B).
"""

import re
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from .base import FIELD, LIKELY, STRONG, ChartRecognizer
from .name_words import NEVER, is_clinical, is_eponym, is_plain
from .wordlist import any_of, word_list

#: Words that end, or stand in, a facility's name.
HEAD_WORDS: Final = """
    Hospitals? Hosp Medical_(?:Center|Centre|Group|Associates|Clinic|Arts) Medical Med_(?:Center|Ctr)
    Health(?:care)?(?:_(?:System|Center|Network|Services?|Partners|Clinic|Care|Plan|Department|Dept))?
    Clinics? Clínica Infirmary Sanatorium Sanitarium
    Rehab(?:ilitation)?(?:_(?:Center|Hospital|Institute))? Nursing(?:_(?:Home|Center|Facility)) SNF LTAC
    Manor Hospice Assisted_Living Care_(?:Center|Centre|Home) Senior_Living Memory_Care Group_Home
    Treatment_(?:Center|Services) Recovery(?:_(?:Center|House))? Detox Pharmacy Drugs?(?:tore)?
    Apothecary Laborator(?:y|ies) Labs? Diagnostics Imaging Radiology Dialysis Surgical Surgery_Center
    Surgicenter Endoscopy(?:_Center)? Urgent_Care Dental(?:_(?:Care|Group|Associates))? Dentistry
    Orthop(?:a?edics) Pediatrics Dermatology Oncology Cardiology
    Eye_(?:Center|Care|Associates|Institute) Vision Optical Physicians Associates Assoc\\.? General
    Regional Memorial Practice Skilled Orthopedic Spine Therapy Therapies Counseling Psychological
    Psychiatry Behavioral(?:_Health)? ABA Wellness Institute Center Centre Ctr Women['’]s Infants Kids
    Elementary Middle_School High_School School Academy Preschool Pre-K Daycare Kindergarten Montessori
    College University Univ\\.? Seminary Church Chapel Cathedral Parish Temple Synagogue Mosque
    Ministries Shelter Mission Housing House Lodge Apartments Foundation Agency LLC L\\.L\\.C\\. Inc\\.?
    Corp\\.? Corporation Co-op Company Bros\\.? &_Sons Industries Logistics Trucking Freight(?:ways)?
    Railroad Lines Airlines Steel Storage Supply Construction Roofing Plumbing Electric Janitorial
    Cleaners Alterations Salon Farms? Foods? Dairy Bakery Brewery Market Grocery Restaurant Diner Cafe
    Pizza Grill Deli Casino Hotel Motel Inn Mills? Plant Warehouse Manufacturing Motors Auto Tire Bank
    Seed Feed Hardware Depot YMCA Library Museum Theat(?:er|re) Stadium Gym Fitness Police_Department
    Sheriff['’]?s_Office Fire_(?:Department|Rescue|District) EMS Ambulance Transport Detention_Center
    Correctional(?:_(?:Facility|Institution))? Jail Prison VAMC VA
"""
HEAD: Final = any_of(HEAD_WORDS)
#: The plain words of HEAD as they stand in a text that is all capitals.
HEAD_UPPER: Final = any_of(" ".join(word.upper() for word in HEAD_WORDS.split() if word.isalpha()))
CAP: Final = r"(?:[A-ZÀ-Þ][\w'’.]*+(?:[-–][A-ZÀ-Þ\w'’]++){0,4}+)"
LINK: Final = r"(?:of\ the|of|the|and|&|de|del|la|las|los|y)"
TAIL: Final = (
    rf"(?:\ (?:of|at|-|–)\ (?:the\ )?{CAP}(?:\ {CAP}){{0,2}}|\ &\ {CAP}|,?\ (?:LLC|Inc\.?"
    rf"|P\.?C\.?|PLLC|Ltd\.?))?"
)
HEADED: Final = re.compile(
    rf"(?<![\w'’@.])(?:{CAP}\ (?:{LINK}\ )?){{1,5}}(?:{LINK}\ )?(?:{HEAD}|{HEAD_UPPER})(?!\w)"
    rf"(?:\ (?:{LINK}\ )?{HEAD}(?!\w)){{0,3}}{TAIL}"
)
OF_HEAD: Final = re.compile(
    r"(?<![\w'’])(?:University|Univ\.?|College|Children['’]s|Hospital|Church|School|Bank|Sisters|Town"
    r"|City) (?:Hospital )?"
    rf"of (?:the )?{CAP}(?: {CAP}){{0,3}}"
)
SAINT: Final = re.compile(
    r"(?<![\w'’])(?:St\.?|ST\.?|SAINT|Saint|Ste\.|Our Lady of|OUR LADY OF|Nuestra Señora de|Mt\.?|Mount"
    r"|Sacred) "
    rf"(?:{LINK} )?{CAP}(?:['’]s)?(?:(?: &)? (?:{HEAD}|{CAP})){{0,4}}"
)
#: "at Pinecone Lumber", "-> Blue Mesa": two or more capitalised words after a word of place.
AT_NAME: Final = re.compile(
    rf"(?:(?<!\w)(?:at|works (?:at|for)|employed (?:at|by)|attends|(?:d/c|transfer(?:red)?|sent|emerg"
    rf"(?:ent)?) to|via)|->|@)[ ]+"
    rf"({CAP}(?<!\.)(?:[ ](?:{LINK}\ )?{CAP}(?<!\.)){{1,4}})"
)
CHAINS: Final = re.compile(
    r"(?<!\w)(?:walgreens?|cvs|rite[ -]?aid|wal-?mart|sam['’]s club|costco|kroger|publix|safeway|albertsons"
    r"|h-?e-?b|meijer|wegmans|hy-?vee"
    r"|giant eagle|winn[ -]dixie|food lion|duane reade|target pharmacy|amazon|optum ?rx|express scripts"
    r"|caremark|quest(?: diagnostics)"
    r"|labcorp|lab corp|mayo clinic|cleveland clinic|davita|fresenius|kaiser permanente (?=\w+ (?:clinic"
    r"|hospital))|mcdonald['’]s"
    r"|starbucks|home depot|lowe['’]s|fedex|ups store|dollar (?:general|tree)|waffle house|union pacific"
    r"|bnsf|amtrak|greyhound"
    r"|burger king|taco bell|pizza hut|domino['’]s|wendy['’]s|chick-fil-a|chipotle|7-eleven|casey['’]s)"
    r"(?!\w)",
    re.IGNORECASE,
)
WARD: Final = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}[ -]?(?:North|South|East|West|Central|Tower|Main|NORTH|SOUTH|EAST|WEST)"
    r"|(?:North|South|East|West|Tower|Ward|Unit|Pavilion|Pod) (?:\d{1,2}[A-Z]?|[A-D])|\d{1,2}[NSEW])"
    r"(?![\w/%-]|\.\d| ?(?:mg|ml|st\b))(?! [A-Z][a-z]+ (?:St|Ave|Rd|Blvd|Street|Avenue|Road)\b)"
)
LABELLED: Final = re.compile(
    r"\b(?:facility|hospital|clinic|pharmacy|employer|school|works? (?:at|for)|employed (?:at|by)|attends"
    r"|goes to|church|daycare"
    r"|ward|location|site|agency|referring (?:facility|hospital)|pcp office)[ ]*[:=][ ]*"
    r"((?-i:[A-Z0-9])[^\n,;(\[]{2,50}?)(?=[,;\n(\[]|  |$)",
    re.IGNORECASE,
)
#: The sending and the receiving facility of an HL7 v2 message header (MSH-4 and MSH-6).
HL7_HEADER: Final = re.compile(r"^MSH\|(?:[^|\n]*\|){2}([^|\n]+)\|[^|\n]*\|([^|\n]+)\|", re.MULTILINE)
DEPARTMENTS: Final = frozenset(
    word_list("""ED ER OR ICU MICU SICU CCU NICU PICU PACU OB OPD IP OP PCP MD RN PT OT""")
)
IS_HEAD: Final = re.compile(f"{HEAD}|{HEAD_UPPER}")
GENERIC: Final = frozenset(
    word_list(
        """the a an our this that his her their your my to from in at with for and or per via by on as primary
    emergency home public private general outpatient inpatient community local mental behavioral urgent
    intensive acute skilled long physical occupational speech group family individual day of no not area
    coding brain annual new old recreational illicit street illegal prescription generic"""
    )
)


class FacilityRecognizer(ChartRecognizer):
    """Capitalised names around a facility word, saints, chains, wards and labelled places."""

    LABELS: ClassVar[tuple[str, ...]] = ("FACILITY",)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Every facility; offsets are code points of `text`, end exclusive."""
        if "FACILITY" not in entities:
            return []
        found = [
            self.result("FACILITY", *match.span(1), STRONG)
            for match in LABELLED.finditer(text)
            if _site(match)
        ]
        found += [self.result("FACILITY", *match.span(), STRONG) for match in CHAINS.finditer(text)]
        found += [
            self.result("FACILITY", *match.span(field), FIELD)
            for match in HL7_HEADER.finditer(text)
            for field in (1, 2)
        ]
        found += [self.result("FACILITY", *match.span(), LIKELY) for match in WARD.finditer(text)]
        for shape in (HEADED, OF_HEAD, SAINT):
            for match in shape.finditer(text):
                start, end = _proper_part(match.group(), whole=shape is SAINT)
                if end > start:
                    found.append(self.result("FACILITY", match.start() + start, match.start() + end, STRONG))
        found += [
            self.result("FACILITY", *match.span(1), LIKELY)
            for match in AT_NAME.finditer(text)
            if _proper(match)
        ]
        return found


def _site(match: re.Match[str]) -> bool:
    """Whether what follows "site:" or "location:" names a place rather than a part of the body."""
    words = re.findall(r"[^\W\d_]+", match.group(1))
    return not all(is_clinical(word) or word.lower() in GENERIC or is_plain(word) for word in words)


def _proper(match: re.Match[str]) -> bool:
    """Whether the words after "at" are a proper name: one of them is neither clinical nor plain."""
    words = re.findall(r"[^\W\d_]{2,}", match.group(1))
    barred = any(is_eponym(word) or word.lower() in NEVER or word.isupper() for word in words)
    return len(words) > 1 and not barred and not all(is_clinical(word) or is_plain(word) for word in words)


def _proper_part(name: str, *, whole: bool) -> tuple[int, int]:
    """Where the proper name lies in `name`; empty when every word is generic ("Physical Therapy").

    Function words at its start and abbreviations at its end ("St. Brendan's ED") are left off; with `whole`,
    its first word belongs to it.
    """
    words = list(re.finditer(r"[^\s]+", name))
    if all(_generic(word.group()) or is_eponym(word.group()) for word in words):
        return 0, 0
    while len(words) > 1 and not whole and words[0].group().strip(".,'’&-–").lower() in GENERIC | NEVER:
        words.pop(0)
    while len(words) > 1 and _abbreviation(words[-1].group()) and not name.isupper():
        words.pop()
    return words[0].start(), words[-1].end()


def _abbreviation(word: str) -> bool:
    return word.isupper() and (
        word in DEPARTMENTS or (len(word) < 5 and is_clinical(word) and not IS_HEAD.fullmatch(word))
    )


def _generic(word: str) -> bool:
    bare = word.strip(".,'’&-–")
    key = bare.lower()
    return not bare or key in GENERIC or key in NEVER or is_clinical(bare) or bool(IS_HEAD.fullmatch(word))
