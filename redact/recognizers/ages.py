"""AGE_OVER_89: ages over 89 in digits and words (164.514(b)(2)(i)(C)). Ages to 89 stay."""

import re
from typing import ClassVar, Final

from .base import LIKELY, STRONG, LabelPattern, PatternFamily, pattern

NUMBER: Final = r"(?:9\d|1[0-2]\d)"
UNITS: Final = r"(?:one|two|three|four|five|six|seven|eight|nine)"
WORDS: Final = rf"""(?:ninet(?:y|ies)(?:[- ]{UNITS})?
    |(?:a[ ]|one[ ])?hundred(?:[ ]and)?[ ](?:{UNITS}|ten|eleven|twelve)|(?:a|one)[ ]hundred)"""
YEARS_OLD: Final = r"[ -]?(?:(?:y(?:ea)?rs?|y/o|y\.o\.?|yo|y)[ -]*(?:of[ ]age|olds?|o)?)"


class AgeRecognizer(PatternFamily):
    """The number of an age over 89."""

    LABELS: ClassVar[tuple[str, ...]] = ("AGE_OVER_89",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern("AGE_OVER_89", rf"(?<![\w/.:-])(?P<phi>{NUMBER}){YEARS_OLD}(?:[mf]|male|female)?\b(?![ ]+(?:ago|history|survival))", STRONG),
        pattern("AGE_OVER_89", rf"(?<![\w/.:-])(?P<phi>{NUMBER})[ -]?(?:M|F|WM|WF|BM|BF|AM|AF|HM|HF|male|female|woman|man|lady|gentleman)\b", LIKELY, re.RegexFlag(0)),
        pattern("AGE_OVER_89", rf"\b(?:aged?|age[ ]at[ ]death|age[ ]of|turn(?:s|ed|ing)|died[ ]at|passed(?:[ ]away)?[ ]at|lived[ ]to|until[ ]age)[^\w\n]{{0,3}}(?:age[ ])?(?P<phi>{NUMBER})(?![\w/%.]|[ ]?(?:mg|kg|lbs?|cm|days?|wks?|weeks?|months?|min))", STRONG),
        pattern("AGE_OVER_89", rf"\b(?:in[ ](?:his|her|their)[ ](?:early[ ]|mid[ -]?|late[ ])?)(?P<phi>90['’]?s|100['’]?s|nineties)\b", STRONG, numeric=False),
        pattern("AGE_OVER_89", rf"(?<!\w)(?P<phi>{WORDS})[ -]?(?:years?|yrs?|y/?o)[ -]*(?:of[ ]age|olds?)?\b(?![ ]+ago)", STRONG, numeric=False),
        pattern("AGE_OVER_89", rf"\b(?:aged?|turn(?:s|ed|ing)|died[ ]at|passed(?:[ ]away)?[ ]at|lived[ ]to)[ ](?:age[ ])?(?P<phi>{WORDS})(?![ ]*(?:percent|mg|days|weeks|minutes|milligrams|\w*[ ]?degrees))\b", STRONG, numeric=False),
    )
