"""DATE: every written form of a date with a day or a month, holidays, and seasons with their year.

Bare years, times, bare weekdays, durations and relative dates ("POD 2", "3 days ago") are not PHI under
164.514(b)(2)(i)(C). A weekday joined to a date belongs to it.
"""

import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .calendar_words import BEFORE_MONTH, HOLIDAYS, MONTHS, ORDINAL_WORDS, PLAIN_MONTHS, SEASONS, WEEKDAYS

YEAR: Final = r"(?:(?:19|20)\d\d|['’]\d\d)"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH_NUMBER: Final = r"(?:0?[1-9]|1[0-2])"
WEEKDAY: Final = rf"(?:{WEEKDAYS}\.?,?[ ]+)?"
TIME: Final = r"(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)"
BEFORE: Final = r"(?<![\w/.,-])(?<![$#])"
AFTER: Final = r"(?![\w/])(?!-\d)(?!\.\d)"

#: "3/12" is a date unless what stands beside it makes it a score, a fraction, a strength or a pressure.
NOT_A_DATE_BEFORE: Final = re.compile(
    r"(?:strength|mmt|pain|score[ds]?|rated?|grade|power|murmur|reflex(?:es)?|gleason|apgars?|motor|trials?|sensation|va|od|os|ou|ph"
    r"|recall|stage|goals?|bp|mallampati|muscle|orientation|times|level|intensity|severity|nrs|vas|dtrs?|quads?|grip|delts?|bi(?:ceps)?|tri(?:ceps)?)"
    r"[^\w\n]{0,3}(?:is|of|was|at|a|an|to)?[^\w\n]{0,3}$",
    re.IGNORECASE,
)
NOT_A_DATE_AFTER: Final = re.compile(
    r"[^\w\n]{0,2}(?:strength|trials?|murmur|sem|pain|ppd|packs?|tabs?|tablet|cup|opportunit\w+|days|nights|times|mmhg|weakness|motor|throughout|bilat\w*"
    r"|intensity|systolic|diastolic|holosystolic|correct|criteria|items|steps|visits|sessions|at\ (?:rest|worst|best)|in\ (?:severity|all)|power"
    r"|mg|ml|mcg|cc|inch|in\b|oz|lb|tsp|cm|mm|of\b|am\b(?!\w)|dose|full|normal|positive|negative|left|right|[lr]\b|ue\b|le\b|rue|lue|rle|lle|%)",
    re.IGNORECASE,
)
DATE_BEFORE: Final = re.compile(
    r"(?:\b(?:on|since|until|til|till|thru|through|by|from|dos|date|dated|due|seen|visit|appt|f/u|fu|after|before|of|for|next|last|starting|start|started"
    r"|ending|exp|dob|edc|edd|lmp|bd|d/?c|dc'd|admit\w*|disch\w*|surg\w*|ct|mri|cxr|x-?ray|labs?|echo|ekg|bcx|cx|placed|done|given|refill\w*|call\w*|rx|hx|sx|eff|doi|nv|return|recheck|signed|week\ of|sent|faxed|w/e|as\ of|in)"
    r"[\s:.(\-]{1,3}|[(\[]|^\s*)$",
    re.IGNORECASE | re.MULTILINE,
)
RANGE_AFTER: Final = re.compile(r"\s*(?:days?|wks?|weeks?|hours?|hrs?|months?|mg|years?|yrs?|times|min|x\b|reps|units|%|lbs?|cm|mm|per|beats|charts|ft|feet|steps)", re.IGNORECASE)
BODY_AFTER_ORDINAL: Final = (
    r"(?![ ]*-?(?:rib|nerve|cranial|percentile|grade|floor|week|wk|digit|finger|toe|metatarsal|metacarpal|intercostal|ics|edition|dose|day|visit|session"
    r"|time|attempt|trimester|degree|stage|line|generation|grader|year|yr|hour|month|ventricle|street|st\b|ave|row|one|pass|child|pregnancy|hosp|vertebra|molar))"
)


class DateRecognizer(PatternFamily):
    """Dates in digits, words and mixed forms."""

    LABELS: ClassVar[tuple[str, ...]] = ("DATE",)
    FULL: ClassVar[LabelPattern] = pattern(
        "DATE", rf"{BEFORE}{WEEKDAY}\d{{1,2}}[ ]?[/.-][ ]?\d{{1,2}}[ ]?[/.-][ ]?(?:(?:19|20)\d\d|['’]?\d\d){AFTER}", STRONG
    )
    PARTIAL: ClassVar[LabelPattern] = pattern("DATE", rf"{BEFORE}{WEEKDAY}(?P<phi>{MONTH_NUMBER}/{DAY}){AFTER}(?!/)", LIKELY)
    DASHED: ClassVar[LabelPattern] = pattern("DATE", rf"{BEFORE}(?P<phi>{MONTH_NUMBER}-{DAY}){AFTER}", LIKELY)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        FULL,
        PARTIAL,
        DASHED,
        pattern("DATE", rf"{BEFORE}{WEEKDAY}(?:19|20)\d\d([-/.])\d{{1,2}}\1\d{{1,2}}{TIME}?{AFTER}", CERTAIN),
        pattern("DATE", rf"(?<![\w.-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d(?:[0-5]\d)?(?:\.\d+)?(?:[+-]\d{{4}})?)?(?![\w-])", STRONG),
        pattern("DATE", rf"{BEFORE}{MONTH_NUMBER}/(?:19|20)\d\d{AFTER}", STRONG),
        pattern("DATE", rf"{BEFORE}(?:19|20)\d\d-(?:0[1-9]|1[0-2]){AFTER}", LIKELY),
        pattern("DATE", rf"\b{WEEKDAY}{MONTHS}\.?[ ]+(?:the[ ]+)?{DAY}(?:st|nd|rd|th)?(?:(?:,[ ]*|[ ]+|,?[ ]+of[ ]+){YEAR}(?!\d)|[ ]\d\d(?![\w/:.]))?(?![\w/])(?!\.\d)(?![ ]*(?:mo|mos|months?|mm|cm|wks?|weeks?|days?|hrs?|mg|ml|%|units?)\b)", STRONG),
        pattern("DATE", rf"\b{WEEKDAY}(?:the[ ]+)?(?P<phi>{DAY}(?:st|nd|rd|th)?[ ]*(?:of[ ]+)?{MONTHS}\b\.?(?:,?[ ]+{YEAR}(?!\d)|[ ]+\d\d(?![\w/:]))?)", STRONG),
        pattern("DATE", rf"(?<![\w-]){DAY}([-/. ]?){MONTHS}\1(?:(?:19|20)\d\d|\d\d)(?!\d)", STRONG),
        pattern("DATE", rf"(?<![\w-]){MONTHS}[-/.]{DAY}(?:[-/.](?:19|20)?\d\d)?(?![\w-])", STRONG),
        pattern("DATE", rf"\b(?:(?:early|mid|late)[- ])?{MONTHS}\.?,?[ ]+(?:of[ ]+)?{YEAR}(?!\d)", STRONG),
        pattern("DATE", rf"\b{BEFORE_MONTH}[ ]+(?P<phi>{MONTHS})\b\.?(?![ ]+(?:be|have|not|need|also|cause|benefit|require|help|feel|contain)\b)(?!['’])", LIKELY, numeric=False),
        pattern("DATE", rf"\b(?P<phi>(?:early|mid|late)[- ]{MONTHS})\b", LIKELY, numeric=False),
        pattern("DATE", rf"\b{PLAIN_MONTHS}\b", STRONG, numeric=False),
        pattern("DATE", rf"\b(?:June|March|August|April|Aug|Sept|Oct|Nov|Dec|Feb)\b\.?(?=[ ]*(?:[-–/&]|to|and)[ ]*{MONTHS}\b)", LIKELY, numeric=False),
        pattern("DATE", r"\b(?:Feb|Sept|Oct|Nov|Dec)\b(?!['’\w])", LIKELY, re.RegexFlag(0), numeric=False),
        pattern("DATE", rf"\b{MONTHS}[ ]+(?:the[ ]+)?{ORDINAL_WORDS}\b|\b(?:the[ ]+)?(?P<phi>{ORDINAL_WORDS}[ ]+of[ ]+{MONTHS})\b", STRONG, numeric=False),
        pattern("DATE", rf"\b(?:on|by|until|till?|after|before|since|from|thru|through|for|of|the[ ]week[ ]of)[ ]+the[ ]+(?P<phi>{DAY}(?:st|nd|rd|th))\b{BODY_AFTER_ORDINAL}", LIKELY),
        pattern("DATE", rf"\b(?:early[ -]|mid[ -]?|late[ -])?{SEASONS}(?:[ ]+of)?[ ,]+{YEAR}(?!\d)", STRONG),
        pattern("DATE", rf"(?<!\w){HOLIDAYS}(?!\w)(?:,?[ ]+(?:19|20)\d\d)?", STRONG, numeric=False),
        pattern("DATE", rf"(?<![\w.]){DAY}[ .](?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})[ .](?:19|20)\d\d(?!\d)|(?<![\w.])(?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})\.(?:19|20)\d\d(?!\d)", STRONG, re.RegexFlag(0)),
        pattern("DATE", r"\b(?:d\.?o\.?b\.?|date[ ]of[ ](?:birth|service|injury|death|exam)|birth[ ]?date|born|dos|doi|dod)\b[^\w\n]{0,4}(?P<phi>\d[\d/.\-]{3,9}\d)(?![\w/])", CERTAIN),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        if found is self.FULL:
            return _plausible_full(match.group())
        if found is self.PARTIAL:
            return _plausible_partial(match, text)
        if found is self.DASHED:
            return _plausible_dashed(match, text)
        return True


def _plausible_full(value: str) -> bool:
    """Any d/m/y with a four-digit year, even an impossible one; with two digits, a possible day and month."""
    parts = [int(part) for part in re.findall(r"\d+", value)]
    if parts[-1] >= 1900:
        return True
    if "." in value and "/" not in value and "-" not in value:
        return len(re.findall(r"\d+", value)[0]) == 2 and min(parts[:2]) <= 12 and max(parts[:2]) <= 31
    return 1 <= min(parts[:2]) <= 12 and 1 <= max(parts[:2]) <= 31


def _plausible_partial(match: re.Match[str], text: str) -> bool:
    """Whether m/d is a date: by its numbers where they tell, by its neighbours otherwise."""
    start, end = match.span("phi")
    before, after = text[max(0, start - 24) : start], text[end : end + 16]
    if NOT_A_DATE_BEFORE.search(before) or NOT_A_DATE_AFTER.match(after) or re.match(r"[+-](?!\d)|\s*(?:->|→)\s*\d/\d", after):
        return False
    month, day = (int(part) for part in match.group("phi").split("/"))
    could_be_score = day in (2, 3, 4, 5, 6, 8, 10) and month <= day
    if could_be_score and not match.group("phi").startswith("0"):
        return bool(DATE_BEFORE.search(before)) or bool(re.match(r"[ ]*(?:[-–]|@|at\b|to\b)?[ ]*\d{1,2}/\d|[ ]+\d\d?:?\d\d\b", after))
    return True


def _plausible_dashed(match: re.Match[str], text: str) -> bool:
    """Whether "10-14" is a date rather than a range: after a word of date, or at a line's end in two digits each."""
    if RANGE_AFTER.match(text, match.end()):
        return False
    at_line_end = re.fullmatch(r"\d\d-\d\d", match.group("phi")) and re.match(r"[ \t]*(?:$|\n)", text[match.end() : match.end() + 8])
    return bool(at_line_end) or bool(DATE_BEFORE.search(text[max(0, match.start() - 14) : match.start()]))
