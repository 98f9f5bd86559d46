"""ADDRESS and ZIP: street lines, PO boxes, rooms and beds, ZIP codes (164.514(b)(2)(i)(B))."""

import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .states import STATE

STREET: Final = (
    r"(?:street|str?|avenue|ave|av|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|way|terrace|terr?|parkway|pkwy|highway|hwy|circle|cir|trail|trl|tr"
    r"|square|sq|loop|run|pike|turnpike|row|alley|plaza|plz|path|crossing|xing|crescent|cres|cove|cv|bend|hollow|point|pt|ridge|rdg|spur|extension|expressway|expy|freeway|fwy|bypass|commons|mews|grove|heights|hts)"
)
DIRECTION: Final = r"(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?"
UNIT: Final = r"(?:[ ]*,?[ ]*(?:apt|apartment|unit|ste|suite|rm|room|bldg|building|fl(?:oor)?|lot|space|spc|trlr|trailer|dept|\#)\.?[ ]*\#?[ ]*[A-Z0-9-]{1,6})"
WORD: Final = r"(?:(?:\d{1,3}(?:st|nd|rd|th)|[A-ZÀ-Þ][\w'’.]*+(?:-[\w'’]++)*+|de|del|la|las|los|el|of|the)[ ]+)"
LOWER_WORD: Final = r"(?:[\w'’.]+[ ]+)"
NUMBER: Final = r"\d{1,6}(?:[-–]\d{1,5})?[½A-Z]?"


class AddressRecognizer(PatternFamily):
    """Street addresses by number and street word, PO boxes, highways, rooms and beds."""

    LABELS: ClassVar[tuple[str, ...]] = ("ADDRESS", "ZIP")
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern("ADDRESS", rf"(?<![\w/.-]){NUMBER}[ ]+(?:{DIRECTION}[ ]+)?{WORD}{{1,4}}?(?i:{STREET})\b\.?(?:[ ]+{DIRECTION}(?!\w))?(?i:{UNIT}{{0,2}})(?!\w)", STRONG, re.RegexFlag(0)),
        pattern("ADDRESS", rf"(?<![\w/.-])\d{{2,6}}[ ]+(?:{DIRECTION}[ ]+)?(?!(?:mg|ml|mcg|units?|min|y/?o|year|day|week|month|hour|feet|ft|lbs?|kg|cm|mm|percent|and|or|to|for|of|on|in|at)\b){LOWER_WORD}{{1,2}}?(?:street|avenue|ave|road|rd|boulevard|blvd|lane|ln|parkway|pkwy|highway|hwy|turnpike|circle|trail)\b\.?(?:[ ]+{DIRECTION}(?!\w))?{UNIT}{{0,2}}", STRONG),
        pattern("ADDRESS", r"\bp\.?[ ]?o\.?[ ]*(?:box|drawer)[ ]*\#?[ ]*\d[\w-]*", CERTAIN),
        pattern("ADDRESS", r"\b(?:rural[ ]route|rr|hc)[ ]*\#?\d+[ ,]*box[ ]*\d+\w*", STRONG),
        pattern("ADDRESS", rf"\b(?:(?:us|state|county|sr|cr|fm)[ -]?(?:hwy|highway|route|rte|rt|road|rd)|hwy|highway|interstate|route|rte|us-|i-)[ ]?\d{{1,4}}(?:[ ]?{DIRECTION})?(?:[ ](?:at|@|near|mm|mile[ ]marker)[ ](?:mm[ ]|mile[ ](?:marker[ ])?|exit[ ])?\d+)?(?!\w)(?![ ]*(?:mg|ml))", STRONG),
        pattern("ADDRESS", r"\b(?:room|rm|bed|bay|cubicle|cube|crib|isolette|apt|apartment|unit|suite|ste|bldg|building|trailer|space|cell|dorm|hall)(?:[ ]*(?:no\.?|\#|:)[ ]*\#?|[ ]+)(?P<phi>(?:[A-Z]{1,3}-?)?\d{1,4}(?:-?[A-Z0-9]{1,3})?(?:-[A-Z0-9]{1,3})?)(?![\w/%]|\.\d|[ ]?(?:mg|ml|units?|min|hrs?|hours?|days?|x\b|wks?|of\b|times|flat|to|was|mobility|rest|alarm|sores?|per|dose|g\b))", LIKELY),
        pattern("ADDRESS", r"(?<![\w/.-])\d{1,2}(?:[NSEW]|[A-Z]{2,4})-\d{1,3}[A-Z]?(?![\w-])", LIKELY, re.RegexFlag(0)),
        pattern("ADDRESS", r"\b(?:address|addr|lives[ ]at|resid(?:es|ing)[ ]at|home[ ]addr(?:ess)?)[^\w\n]{1,4}(?P<phi>\d+[^,;\n]{3,60})", STRONG),
        pattern("ZIP", rf"\b{STATE}\b\.?[ ,]{{1,4}}(?P<phi>\d{{5}}(?:-\d{{4}})?)(?![\w-])", STRONG, re.RegexFlag(0)),
        pattern("ZIP", r"\bzip(?:[ ]?code)?[^\w\n]{0,4}(?P<phi>\d{5}(?:-?\d{4})?)(?!\w)", CERTAIN),
        pattern("ZIP", r"(?<![\w-])\d{5}-\d{4}(?![\w-])", LIKELY),
    )
