"""ADDRESS and ZIP: street lines, PO boxes, rooms and beds, ZIP codes (164.514(b)(2)(i)(B))."""

import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, Near, PatternFamily, pattern
from .states import STATE
from .wordlist import any_of

STREET_WORDS: Final = """
    street str? avenue ave av road rd boulevard blvd lane ln drive dr court ct place pl way terrace
    terr? parkway pkwy highway hwy circle cir trail trl tr square sq loop run pike turnpike row alley
    plaza plz path crossing xing crescent cres cove cv bend hollow point pt ridge rdg spur extension
    expressway expy freeway fwy bypass commons mews grove heights hts
"""
#: Capitalised or in capitals; in lower case most of these words say something else.
STREET: Final = any_of(" ".join(f"{word.capitalize()} {word.upper()}" for word in STREET_WORDS.split()))
#: Street words that are hardly anything else, for addresses in lower case or without a number.
PLAIN_STREET: Final = any_of(
    "street avenue ave road rd boulevard blvd lane ln parkway pkwy highway hwy turnpike circle trail"
)
#: Spanish and French addresses put the word first: "Calle Luna 12", "1200 Paseo del Norte".
FOREIGN_STREET: Final = any_of(
    "Calle Camino Avenida Paseo Via Rue Rua Ulica ul\\. Calzada Callejon Corte Vista Plaza"
)
DIRECTION: Final = r"(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?"
UNIT_WORD: Final = any_of(
    """apt apartment unit ste suite rm room bldg building fl(?:oor)? lot space spc trlr trailer dept \\#"""
)
UNIT: Final = rf"(?:[ ]*,?[ ]*{UNIT_WORD}\.?[ ]*\#?[ ]*[A-Z0-9-]{{1,6}})"
WORD: Final = (
    r"(?:(?:\d{1,3}(?:st|nd|rd|th)|[A-ZÀ-Þ][\w'’.]*+(?:-[\w'’]++)*+|de|del|la|las|los|el|of|the)[ ]+)"
)
NUMBER: Final = r"[\dOIl]{0,5}\d[\dOIl]{0,5}(?:[-–]\d{1,5})?[½A-Z]?"
COUNTED: Final = any_of(
    """mg ml mcg units? min y/?o years? days? weeks? months? hours? feet ft lbs? kg cm mm percent and or to
    for of on in at more times miles? blocks? steps people pts? patients cars people beds"""
)
ROADS: Final = (
    r"(?:(?:us|state|county|sr|cr|fm)[ -]?(?:hwy|highway|route|rte|rt|road|rd)|hwy|highway"
    r"|interstate|route|rte|us-|i-)"
)
MILE: Final = r"(?:[ ](?:at|@|near|mm|mile[ ]marker)[ ](?:mm[ ]|mile[ ](?:marker[ ])?|exit[ ])?\d+)?"
ROOM_WORD: Final = any_of(
    """room rm bed bay cubicle cube crib isolette apt apartment unit suite ste bldg building trailer space
    cell dorm hall"""
)
NOT_ROOM_AFTER: Final = any_of(
    """mg ml mm cm units? min hrs? hours? days? x\\b wks? of\\b times flat to was mobility rest alarm sores?
    per dose g\\b bath(?:room)? linens? rails? pressure"""
)
AFTER_STREET: Final = Near(re.compile(rf"(?<!\w){PLAIN_STREET}(?!\w)", re.IGNORECASE), before=64, after=8)


class AddressRecognizer(PatternFamily):
    """Street addresses by number and street word, PO boxes, highways, rooms and beds."""

    LABELS: ClassVar[tuple[str, ...]] = ("ADDRESS", "ZIP")
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern(
            "ADDRESS",
            rf"(?<![\w/.-]){NUMBER}[ ]+(?:{DIRECTION}[ ]+)?{WORD}{{1,4}}?{STREET}\b\.?(?:[ ]+{DIRECTION}"
            rf"(?!\w))?"
            rf"(?i:{UNIT}{{0,2}})(?!\w)",
            STRONG,
            re.RegexFlag(0),
        ),
        pattern(
            "ADDRESS",
            rf"(?<![\w/.-])\d{{2,6}}[ ]+(?:{DIRECTION}[ ]+)?(?!{COUNTED}\b)"
            rf"(?:[\w'’.]+[ ]+){{1,2}}?{PLAIN_STREET}\b\.?"
            rf"(?:[ ]+{DIRECTION}(?!\w))?{UNIT}{{0,2}}",
            STRONG,
        ),
        pattern(
            "ADDRESS",
            rf"(?<![\w/.-]){NUMBER}[ ]+(?:{DIRECTION}[ ]+)?{FOREIGN_STREET}(?:[ ](?:de[ ]la|del?|las?|los"
            rf"|el|da|do))?"
            rf"(?:[ ][A-ZÀ-Þ][\w'’]+){{1,3}}(?:[ ]+{DIRECTION}(?!\w))?(?i:{UNIT}{{0,2}})"
            rf"|(?<!\w){FOREIGN_STREET}(?:[ ](?:de[ ]la|del?|las?|los|el|da|do))?"
            rf"(?:[ ][A-ZÀ-Þ][\w'’]+){{1,3}},?[ ]"
            r"(?:(?i:no|n[º°]|\#)\.?[ ]?)?\d{1,5}(?!\w)",
            STRONG,
            re.RegexFlag(0),
        ),
        # a fraction makes the number a house's: "12½ Elm"
        pattern(
            "ADDRESS", r"(?<![\w/.-])\d{1,5}½[ ][A-Z][\w'’]+(?:[ ][A-Z][\w'’]+)?", LIKELY, re.RegexFlag(0)
        ),
        # "on Candle Mill Rd", without a number
        pattern(
            "ADDRESS",
            rf"\b(?:on|off|at|near|along)[ ](?P<phi>(?:[A-Z][\w'’]+[ ]){{1,3}}(?i:{PLAIN_STREET}))\b",
            LIKELY,
            re.RegexFlag(0),
            near=AFTER_STREET,
        ),
        pattern(
            "ADDRESS",
            r"\b(?:on|off|at|near)[ ](?!the\b|a\b|my\b|this\b|that\b|her\b|his\b)(?P<phi>[a-z]{3,16}[ ]"
            r"(?:rd|blvd|ave))\b",
            LIKELY,
            near=AFTER_STREET,
        ),
        pattern("ADDRESS", r"\bp\.?[ ]?o\.?[ ]*(?:box|drawer)[ ]*\#?[ ]*\d[\w-]*", CERTAIN),
        pattern("ADDRESS", r"\b(?:rural[ ]route|rr|hc)[ ]*\#?\d+[ ,]*box[ ]*\d+\w*", STRONG),
        pattern(
            "ADDRESS",
            rf"\b{ROADS}[ ]?\d{{1,4}}(?:[ ]?{DIRECTION})?{MILE}(?!\w)(?![ ]*(?:mg|ml))",
            STRONG,
        ),
        pattern(
            "ADDRESS",
            rf"\b{ROOM_WORD}(?:[ ]*(?:no\.?|\#|:)[ ]*\#?|[ ]+)"
            r"(?P<phi>(?:[A-Z]{1,3}-?)?\d{1,4}(?:-?[A-Z0-9]{1,3})?(?:-[A-Z0-9]{1,3})?)"
            rf"(?![\w/%]|\.\d|[ ]?{NOT_ROOM_AFTER})(?:,[ ](?P<phi2>(?-i:(?:[A-Z][\w'’]+[ ]){{1,3}}(?:Hall"
            rf"|House|Tower|Building))))?",
            LIKELY,
        ),
        pattern(
            "ADDRESS",
            r"(?<![\w/.-])\d{1,2}(?:[NSEW]|[A-Z]{2,4})-\d{1,3}[A-Z]?(?![\w-])",
            LIKELY,
            re.RegexFlag(0),
        ),
        pattern(
            "ADDRESS",
            r"\b(?:address|addr|lives[ ]at|resid(?:es|ing)[ ]at|home[ ]addr(?:ess)?)[^\w\n]{1,4}"
            r"(?P<phi>\d+\w?(?:[ ](?!(?:with|and|since|now|for|in|but|who|where|has|is|was"
            r"|alone)\b)[\w'’\#.-]*\w){1,5})",
            STRONG,
        ),
        pattern(
            "ZIP",
            rf"\b{STATE}\b\.?[ ,]{{1,4}}(?P<phi>(?=\S*\d\S*\d\S*\d)[\dOIl]{{5}}(?:-\d{{4}})?)(?![\w-])",
            STRONG,
            re.RegexFlag(0),
        ),
        pattern("ZIP", r"\bzip(?:[ ]?code)?[^\w\n]{0,4}(?P<phi>\d{5}(?:-?\d{4})?)(?!\w)", CERTAIN),
        pattern("ZIP", r"(?<![\w-])\d{5}-\d{4}(?![\w-])", LIKELY),
    )
