"""AGE_OVER_89: ages over 89 in digits and words (164.514(b)(2)(i)(C)). Ages to 89 stay."""

import re
from typing import ClassVar, Final

from .base import LIKELY, STRONG, LabelPattern, PatternFamily, pattern

NUMBER: Final = r"(?:9\d|1[0-2]\d)"
UNITS: Final = r"(?:one|two|three|four|five|six|seven|eight|nine)"
WORDS: Final = (
    rf"(?:ninety(?:[- ]{UNITS})?"
    rf"|(?:a[ ]|one[ ])?hundred(?:[ ]and)?[ ](?:{UNITS}|ten|eleven|twelve)|(?:a|one)[ ]hundred)"
).replace("- ", r"-\ ")
YEARS_OLD: Final = r"\+?[ -]?(?:y(?:ea)?rs?|y/o|y\.o\.?|yo|y)[ -]*(?:of[ ]age|olds?|o)?"
SEX: Final = r"(?:[wbhac]?[mf]|male|female)"
AGED: Final = (
    r"(?:aged?|ages|age[ ]at[ ]death|age[ ]of|age[ ]is|turn(?:s|ed|ing)|died[ ]at|dead[ ]at|deceased"
    r"(?:[ ]at)?"
    r"|passed(?:[ ]away)?[ ]at|lived[ ]to(?:[ ]be)?|until[ ]age)"
)
RELATIVE: Final = (
    r"(?:mother|father|mom|dad|sister|brother|aunt|uncle|wife|husband|grand(?:mother|father|ma"
    r"|pa)|mgm|mgf|pgm|pgf)"
)
NOT_YEARS: Final = (
    r"(?![\w/%]|\.\d|[ ]?(?:mg|kg|lbs?|cm|days?|wks?|weeks?|mos?|months?|min|hours?|hrs?|percent)\b)"
)
#: What stands before a temperature in Fahrenheit, which looks like the age and sex "99 F".
TEMPERATURE: Final = re.compile(
    r"(?:\b(?:t|tm|tc|tmax|tcur|temp\w*|fever\w*|febrile|oral\w*|rectal|axillary|tympanic|to|of|at|was|is"
    r"|as|above|over"
    r"|below)[^\w\n]{0,4}|[<>≥≤~-][ ]?)$",
    re.IGNORECASE,
)


class AgeRecognizer(PatternFamily):
    """The number of an age over 89."""

    LABELS: ClassVar[tuple[str, ...]] = ("AGE_OVER_89",)
    AGE_SEX: ClassVar[LabelPattern] = pattern(
        "AGE_OVER_89",
        rf"(?<![\w/.:-])(?P<phi>{NUMBER})[ /-]?"
        r"(?:M|F|WM|WF|BM|BF|AM|AF|HM|HF|male|female|woman|man|lady|gentleman)\b(?!['’])",
        LIKELY,
        re.RegexFlag(0),
    )
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern(
            "AGE_OVER_89",
            rf"(?<![\w/.:-])(?P<phi>{NUMBER}){YEARS_OLD}{SEX}?\b(?![ ]*(?:ago|history|survival|experience))",
            STRONG,
        ),
        AGE_SEX,
        pattern("AGE_OVER_89", rf"(?<![\w/])(?:[MF]|male|female)/(?P<phi>{NUMBER})(?![\w/.%-])", LIKELY),
        pattern(
            "AGE_OVER_89",
            rf"\b(?:male|female),?[ ](?P<phi>{NUMBER})(?=[ ]*(?:[,.;)]|$))",
            LIKELY,
            re.M | re.I,
        ),
        pattern(
            "AGE_OVER_89",
            rf"\b{AGED}[^\w\n]{{0,3}}(?:age[ ])?(?P<phi>{NUMBER}){NOT_YEARS}"
            rf"(?:[ ]?(?:,|&|and|to|-)[ ]?(?P<phi2>{NUMBER}){NOT_YEARS})?",
            STRONG,
        ),
        pattern(
            "AGE_OVER_89",
            rf"\b{RELATIVE}[ ,(]{{1,2}}(?:(?:alive|living|healthy|well|died|d\.|dec(?:eased)?\.?"
            rf"|passed)[ ,]{{1,2}})?"
            rf"(?:at[ ])?(?P<phi>{NUMBER})(?=[ ]*(?:[,.;)]|$|with\b|w/|from\b|of\b|and\b))",
            LIKELY,
            re.M | re.I,
        ),
        pattern(
            "AGE_OVER_89",
            rf"\b(?:patient|pt|s?he|{RELATIVE})[ ](?:is|was)[ ](?:now[ ])?(?P<phi>{NUMBER})"
            r"(?=[.,;](?!\d)|[ ]+(?:and|now|but)\b|$)",
            LIKELY,
            re.M | re.I,
        ),
        pattern("AGE_OVER_89", rf"(?<![\w.])(?P<phi>{NUMBER})(?:st|nd|rd|th)[ ]b(?:irth|-)?day\b", STRONG),
        pattern(
            "AGE_OVER_89",
            r"\bin[ ](?:his|her|their)[ ](?:early[ ]|mid[ -]?|late[ ])?(?P<phi>(?:90|100)['’]?s)\b",
            STRONG,
        ),
        pattern(
            "AGE_OVER_89",
            r"\bin[ ](?:his|her|their)[ ](?:early[ ]|mid[ -]?|late[ ])?(?P<phi>nineties)\b|\b(?:nonagen|"
            r"(?:super)?centen)arian\b",
            STRONG,
            near=None,
        ),
        pattern(
            "AGE_OVER_89",
            rf"(?<!\w)(?P<phi>{WORDS})[ -]?(?:years?|yrs?|y/?o)[ -]*(?:of[ ]age|olds?)\b"
            rf"|\b{AGED}[ ](?:age[ ])?(?P<phi2>{WORDS})\b"
            r"(?![ ]*(?:percent|mg|days|weeks|months|minutes|milligrams|\w*[ ]?degrees|dollars|and\b))",
            STRONG,
            near=None,
        ),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """ "99 F" after a word for temperature is no age."""
        return found is not self.AGE_SEX or not TEMPERATURE.search(
            text[max(0, match.start() - 16) : match.start()]
        )
