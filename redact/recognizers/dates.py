"""DATE: every written form of a date with a day or a month, holidays, and seasons with their year.

Bare years, times, bare weekdays, durations and relative dates ("POD 2", "3 days ago") are not PHI under
164.514(b)(2)(i)(C), save the years in which somebody over 89 was born. A weekday joined to a date belongs to
it.
"""

import re
from typing import ClassVar, Final

from ..old_age import tells_old_age
from .base import CERTAIN, LIKELY, STRONG, LabelPattern, Near, PatternFamily, pattern
from .calendar_words import (
    BEFORE_MONTH,
    FOREIGN_MONTHS,
    FULL_WEEKDAYS,
    HOLIDAYS,
    MONTHS,
    ORDINAL_WORDS,
    PLAIN_MONTHS,
    SEASONS,
    WEEKDAYS,
)
from .date_context import plausible_dashed, plausible_full, plausible_partial
from .wordlist import any_of

YEAR: Final = r"(?:(?:19|20)\d\d|['’]\d\d)"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
TH: Final = r"(?:st|nd|rd|th)"
MONTH_NUMBER: Final = r"(?:0?[1-9]|1[0-2])"
TIME: Final = r"(?:[T_][0-2]\d:?[0-5]\d(?::?[0-5]\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)"
ROMAN: Final = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})"
#: "Tue ", "Monday night, ", "Sunday the "
WEEKDAY: Final = (
    rf"(?:(?<!\w){WEEKDAYS}\.?(?:[ ](?:night|evening|morning|afternoon|am|pm))?(?:[ ]?[,(][ ]?"
    rf"|[ ]+)(?:the[ ])?)?"
)
#: ", Tuesday", " (Tue)"
WEEKDAY_AFTER: Final = rf"(?:[ ]?\([ ]?{WEEKDAYS}\.?(?=\))|,?[ ]{FULL_WEEKDAYS}\b)?"
BEFORE: Final = r"(?<![\w/.-])(?<![$#])(?<!\d,)"
AFTER: Final = r"(?![\w/])(?!-\d)(?!\.\d)"
#: "3-5", "3rd and 4th" after a month: the days that follow the first.
MORE_DAYS: Final = rf"(?:[ ]?[-–&][ ]?{DAY}{TH}?(?![\w/:.%])|[ ](?:and|to|or|thru|through)[ ]{DAY}{TH}\b)*"
#: What follows "March 3" when the number counts something else.
COUNTS: Final = any_of("mos? months? mm cm wks? weeks? days? hrs? hours? mg mcg ml units? reps times")
#: "may", "mar" and "dec" are also words and shorthand, so after a number they must look like months.
DAY_MONTHS: Final = rf"(?!(?-i:may|mar|dec|MAY|DEC)\b(?!\.?,?[ ]+{YEAR}|[-/.]?\d|[ ]*[,.;)\n]|$)){MONTHS}\b"
BODY_AFTER_ORDINAL: Final = (
    rf"(?![ ]*(?:(?:and|,|to|through|-|&)[ ]*{DAY}{TH}[ ]*)?-?"
    + any_of(
        """ribs? nerve cranial percentile grade floor week wk digit finger toe metatarsal
        metacarpal intercostal
    ics edition dose day visit session time attempt trimester degree stage line generation grader year yr
    hour month ventricle street st\\b ave row one pass child pregnancy hosp vertebra molar ray interspace
    shift step trial goal set episode stroke surgery cycle round opinion hand quarter half portion page"""
    )
    + r")"
)

IN_MONTH: Final = Near(re.compile(rf"(?<![^\W\d_]){MONTHS}(?![^\W\d_])", re.IGNORECASE), before=48, after=40)
NEAR_SEASON: Final = Near(re.compile(SEASONS, re.IGNORECASE), before=16, after=16)


class DateRecognizer(PatternFamily):
    """Dates in digits, words and mixed forms."""

    LABELS: ClassVar[tuple[str, ...]] = ("DATE",)
    SLASHED: ClassVar[LabelPattern] = pattern(
        "DATE",
        rf"(?<![\w/.])(?<![$#]){WEEKDAY}\d{{1,2}}[ ]?/[ ]?\d{{1,2}}[ ]?/[ ]?"
        rf"(?:(?:19|20)\d\d|['’]?\d\d(?!\w)){TIME}?(?![\d/])(?!\.\d){WEEKDAY_AFTER}",
        STRONG,
    )
    FULL: ClassVar[LabelPattern] = pattern(
        "DATE",
        rf"{BEFORE}{WEEKDAY}\d{{1,2}}[ ]?[.-][ ]?\d{{1,2}}[ ]?[.-][ ]?(?:(?:19|20)\d\d"
        rf"|['’]?\d\d){AFTER}{WEEKDAY_AFTER}",
        STRONG,
    )
    #: "3/12", "Tue 3/12", "3/12-3/15", "3/12-15", "3/12, 3/19 and 3/26"
    PARTIAL: ClassVar[LabelPattern] = pattern(
        "DATE",
        rf"{BEFORE}(?P<phi>{WEEKDAY}{MONTH_NUMBER}/{DAY}"
        rf"(?:(?:[ ]?[-–,;&+][ ]?|[ ](?:and|to|thru|through|or)[ ]){MONTH_NUMBER}/{DAY}(?![\w/]))*"
        rf"(?:[-–]{DAY}(?:/\d\d(?:\d\d)?)?)?(?:/(?:19|20)?\d\d)?{WEEKDAY_AFTER})(?![\w/])(?!-\d)(?!\.\d)",
        LIKELY,
    )
    DASHED: ClassVar[LabelPattern] = pattern(
        "DATE", rf"{BEFORE}(?P<phi>{WEEKDAY}{MONTH_NUMBER}-{DAY}){AFTER}", LIKELY
    )
    #: "born in 1931", "YOB: 1931"
    BIRTH_YEAR: ClassVar[LabelPattern] = pattern(
        "DATE",
        r"\b(?:born|birth(?:[ ]?(?:date|year))?|(?:date|year)[ ]of[ ]birth|birthdate|dob|d\.o\.b\.?|yob)"
        r"[ \t]*[:=-]?[ \t]*(?:in[ ]|is[ ]|was[ ])?(?:about[ ]|around[ ]|c(?:irc)?a?\.?[ ])?"
        rf"(?P<phi>(?:18|19)\d\d){AFTER}",
        STRONG,
    )
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        SLASHED,
        FULL,
        PARTIAL,
        DASHED,
        BIRTH_YEAR,
        # ISO and other year-first forms, HL7 time stamps
        pattern("DATE", rf"{BEFORE}{WEEKDAY}(?:19|20)\d\d([-/.])\d{{1,2}}\1\d{{1,2}}{TIME}?(?!\d)", CERTAIN),
        pattern(
            "DATE",
            r"(?<![^\W_])(?<![.-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
            r"(?:T?[0-2]\d[0-5]\d(?:[0-5]\d)?(?:\.\d+)?(?:Z|[+-]\d{4})?)?(?![^\W_]|-\d)",
            STRONG,
        ),
        pattern(
            "DATE", r"\d{2,4}[ ]?年[ ]?\d{1,2}[ ]?月(?:[ ]?\d{1,2}[ ]?日)?|\d{1,2}月[ ]?\d{1,2}日", CERTAIN
        ),
        # month and year; "11/87" only after a word of date
        pattern("DATE", rf"{BEFORE}{MONTH_NUMBER}/(?:19|20)\d\d{AFTER}", STRONG),
        pattern("DATE", rf"{BEFORE}(?:19|20)\d\d[-/](?:0[1-9]|1[0-2]){AFTER}", LIKELY),
        pattern(
            "DATE",
            rf"\b(?:in|since|from|exp|dob)[:.]?[ ]+(?P<phi>{MONTH_NUMBER}/(?:3[2-9]|[4-9]\d)){AFTER}",
            LIKELY,
        ),
        # day.month., the European form
        pattern(
            "DATE",
            r"\b(?:on|since|dated|until|dnia|seit|vom)[ ]+(?P<phi>[0-3]\d\.(?:0[1-9]|1[0-2]))(?![\w%]|\.\d)",
            LIKELY,
        ),
        # month words
        pattern(
            "DATE",
            rf"\b{WEEKDAY}{MONTHS}\.?[ ]+(?:the[ ]+)?{DAY}{TH}?{MORE_DAYS}(?:(?:,[ ]*|[ ]+"
            rf"|,?[ ]+of[ ]+){YEAR}(?!\d)"
            rf"|[ ]\d\d(?![\w/:.%]|[ ]{COUNTS}))?(?![\w/])(?!\.\d)(?![ ]*(?:{COUNTS}\b|%)){WEEKDAY_AFTER}",
            STRONG,
            near=IN_MONTH,
        ),
        pattern("DATE", rf"(?<!\w){MONTHS}{DAY}(?:{TH})?,?[ ]?(?:19|20)\d\d(?!\d)", STRONG, near=IN_MONTH),
        pattern(
            "DATE",
            rf"(?<![\w/.-]){WEEKDAY}(?:{DAY}{TH}?(?:[ ]?[-–&][ ]?|[ ](?:and|to)[ ]))?{DAY}{TH}?[ ]*"
            rf"(?:of[ ]+)?"
            rf"{DAY_MONTHS}\.?(?:,?[ ]+{YEAR}(?!\d)|[ ]+\d\d(?![\w/:.%]|[ ]{COUNTS}))?",
            STRONG,
            near=IN_MONTH,
        ),
        pattern("DATE", rf"(?<![\w-]){DAY}([-/. ]?){MONTHS}\1(?:(?:19|20)\d\d|\d\d)(?!\d)", STRONG),
        pattern(
            "DATE",
            rf"(?<![\w-]){MONTHS}[-/.]['’]?(?:\d\d|[1-9])(?:[-/.](?:19|20)?\d\d)?(?![\w-])",
            STRONG,
            near=IN_MONTH,
        ),
        pattern(
            "DATE",
            rf"\b(?:(?:early|mid|late)[- ])?{MONTHS}\.?,?[ ]*[-/]?[ ]*(?:of[ ]+)?{YEAR}(?!\d)",
            STRONG,
            near=IN_MONTH,
        ),
        pattern(
            "DATE",
            rf"\b(?:(?:in|since|until|till?|last|next|{BEFORE_MONTH}(?![ ]+(?-i:may|MAY)\b(?![ ]*[.,;)\n]"
            rf"|$)))[ ]+"
            rf"(?P<phi>(?:(?:early|mid|late)[- ])?{MONTHS}))\b\.?(?!['’\w])",
            LIKELY,
            near=IN_MONTH,
        ),
        pattern("DATE", rf"\b(?P<phi>(?:early|mid|late)[- ]{MONTHS})\b", LIKELY, near=IN_MONTH),
        pattern("DATE", rf"\b{PLAIN_MONTHS}\b", STRONG, near=IN_MONTH),
        # in capitals mid-sentence, or as a heading of its own; "march fracture" is one of the foot
        pattern(
            "DATE",
            r"(?<![\w.] )(?<=[a-z,;:(/&-] )(?:March|April|June|August)\b(?![ ]+(?:fracture|hemoglobinuria"
            r"|gait)|['’\w])",
            LIKELY,
            re.RegexFlag(0),
            near=IN_MONTH,
        ),
        pattern(
            "DATE",
            rf"(?<!\w){MONTHS}\.?[ ]?(?:[-–/&]|to|and|or|thru)[ ]?{MONTHS}(?!\w)",
            LIKELY,
            near=IN_MONTH,
        ),
        pattern("DATE", r"\b(?:Feb|Sept|Oct|Nov)\b(?!['’\w])", LIKELY, re.RegexFlag(0), near=IN_MONTH),
        pattern(
            "DATE",
            r"\b(?:Jan|Apr|Jun|Jul|Aug|Sep|Dec)\b\.?(?=[ ]?(?:[,;:)/&–-]|$|['’]\d))",
            LIKELY,
            re.MULTILINE,
            near=IN_MONTH,
        ),
        pattern(
            "DATE",
            rf"\b{MONTHS}[ ]+(?:the[ ]+)?{ORDINAL_WORDS}\b|\b(?:the[ ]+)?(?P<phi>{ORDINAL_WORDS}[ ]+"
            rf"(?:day[ ])?of[ ]+{MONTHS})\b",
            STRONG,
            near=IN_MONTH,
        ),
        pattern(
            "DATE",
            rf"(?<![\w/.])(?:{DAY}|1er|1º)[.º°]?[ ](?:de[ ]|d['’]|di[ ])?{FOREIGN_MONTHS}\b(?:,?[ ](?:de[ ]"
            rf"|del[ ])?(?:19|20)\d\d)?"
            rf"|(?<!\w){FOREIGN_MONTHS}[ ](?:de[ ]|del[ ])?(?:19|20)\d\d(?!\d)"
            rf"|\b\d{{1,2}}[ ]th[áa]ng[ ]\d{{1,2}}(?:[ ]n[ăa]m[ ]\d{{4}})?",
            STRONG,
        ),
        pattern(
            "DATE",
            rf"(?<![\w.]){DAY}[ .]{ROMAN}[ .](?:19|20)\d\d(?!\d)|(?<![\w.]){ROMAN}\.(?:19|20)\d\d(?!\d)",
            STRONG,
            re.RegexFlag(0),
        ),
        # a day alone: "on the 12th", "Tuesday the 5th"
        pattern(
            "DATE",
            rf"\b(?:on|by|until|till?|after|before|since|from|thru|through|for|of|week[ ]of|appt|due|"
            rf"(?P<phi2>{WEEKDAYS}))[ ]+(?:the[ ]+)?"
            rf"(?P<phi>(?:(?<=the[ ])|(?<=appt[ ])|(?<=due[ ])){DAY}{TH})\b{BODY_AFTER_ORDINAL}",
            LIKELY,
        ),
        pattern(
            "DATE",
            rf"\b(?:early[ -]|mid[ -]?|late[ -])?{SEASONS}(?:[ ]+of)?[ ,]+{YEAR}(?:[-/]\d\d(?:\d\d)?)?(?!\d)",
            STRONG,
            near=NEAR_SEASON,
        ),
        pattern("DATE", rf"(?<!\w){HOLIDAYS}(?!\w)(?:,?[ ]+(?:19|20)\d\d)?", STRONG, near=None),
        # what a field says is a date
        pattern(
            "DATE",
            r"\b(?:d\.?o\.?b\.?|date[ ]of[ ](?:birth|service|injury|death|exam|loss)|birth[ ]?(?:date|day)"
            r"|b-?day|born|dos|doi|dod)\b[^\w\n]{0,4}(?:on[ ])?"
            rf"(?P<phi>(?!(?:19|20)\d\d(?!\d|[/.-]\d))(?:\d[\d/.\-]{{2,9}}\d|{MONTHS}\.?[ -]['’]?\d\d))"
            rf"(?![\w/])",
            CERTAIN,
        ),
        # scanned text: l and I for 1, O for 0
        pattern(
            "DATE",
            r"(?<![\w/])(?=[\d/]*[OoIl])(?=\D*\d)[\dOoIl]{1,2}/[\dOoIl]{1,2}/[\dOoIl]{2,4}(?![\w/])",
            STRONG,
        ),
        pattern(
            "DATE",
            rf"\b{MONTHS}[ ](?:[\dOIl]{{1,2}},?[ ])?(?=[\dO]*O)2[O0][\dOIl]{{2}}\b"
            rf"|\b{MONTHS}[ ][lI][\dlIO]\b",
            STRONG,
            near=IN_MONTH,
        ),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        if found is self.SLASHED or found is self.FULL:
            return plausible_full(match.group())
        if found is self.PARTIAL:
            return plausible_partial(match, text)
        if found is self.DASHED:
            return plausible_dashed(match, text)
        return found is not self.BIRTH_YEAR or tells_old_age(match["phi"])
