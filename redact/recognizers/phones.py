"""PHONE and FAX: telephone, pager and fax numbers with their extensions (164.514(b)(2)(i)(D) and (E))."""

import re
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from .base import LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .wordlist import any_of

SEPARATOR: Final = r"[ ]?[-.·•/ ‑–—][ ]?"
AREA: Final = rf"(?:\([ ]?[2-9]\d\d[ ]?\)[ ]?[-.]?[ ]?|[2-9]\d\d{SEPARATOR})"
NANP: Final = rf"(?:\+?1{SEPARATOR}|\+1)?{AREA}\d{{3}}{SEPARATOR}\d{{2}}[-. ]?\d{{2}}"
SEVEN: Final = r"\d{3}[-.‑–]\d{4}"
EXTENSION: Final = r"(?:[ ,]*(?:x|ext\.?|extension|\#)[ ]?(?P<phi2>\d{1,6}))?"
PHONE_WORD: Final = any_of(
    """(?:tele)?phone ph tel cell mobile call(?:ed|s|ing|back)? cb contact text(?:ed)? dial
    answering_(?:svc|service) voicemail vm hotline line number whatsapp home_ph work_ph \\#"""
)
SHORT_WORD: Final = any_of(
    """pager pgr pgd paged? beeper bpr vocera spectralink spectra ascom voalte ext(?:ension)? xt tie_?line
    desk portable zone_phone"""
)
DIGIT_WORD: Final = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
#: Two numbers that make a range, as in "250-1000 mL".
UNIT_AFTER: Final = re.compile(r"[ ]?(?:m?[lg]|mcg|cc|units?|iu|k|cells?|kcal|cal|mm|/|%)\b", re.IGNORECASE)
NUMBER_BEFORE: Final = re.compile(r"\d[ \t|]+$")
NUMBER_AFTER: Final = re.compile(r"[ \t|]+\d{1,5}(?:\.\d+)?(?![\w:/-])")


class PhoneRecognizer(PatternFamily):
    """Numbers in any punctuation, extensions and pagers by their label; a fax label before makes it FAX."""

    LABELS: ClassVar[tuple[str, ...]] = ("PHONE", "FAX")
    FAX_WORD: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:\bfax(?:ed)?(?:\s+\w+){0,3}|\bf|\bfx)[^\w\n]{0,5}$", re.IGNORECASE
    )
    WHOLE: ClassVar[LabelPattern] = pattern(
        "PHONE", rf"(?<![\w.-])(?P<phi>{NANP})(?!\w|-\d){EXTENSION}(?!\d)", STRONG
    )
    LOCAL: ClassVar[LabelPattern] = pattern(
        "PHONE", rf"(?<![\w.-])(?P<phi>[2-9]\d\d[-‑–]\d{{4}})(?![\w-]){EXTENSION}(?!\d)", LIKELY
    )
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        WHOLE,
        LOCAL,
        pattern(
            "PHONE",
            rf"(?<!\w){PHONE_WORD}(?!\w)[^\w\n]{{0,4}}(?:(?:is|at|no|number|home|work|dtr|son"
            rf"|wife)[^\w\n]{{1,3}})?"
            rf"(?P<phi>\+?1?[2-9]\d{{9}}|{SEVEN}|\d{{7}})(?!\w){EXTENSION}",
            STRONG,
        ),
        pattern(
            "PHONE",
            rf"\b{SHORT_WORD}\b\.?[^\w\n]{{0,3}}(?:(?:at|to|me|no|number|is)[^\w\n]{{1,3}})?"
            rf"(?P<phi>\d[-\d]{{1,8}}\d)(?![\w/:])",
            STRONG,
        ),
        pattern("PHONE", r"\b(?:paged|pager)\b[^\n\d(]{1,32}\([ ]?(?P<phi>\d{4,5})[ ]?\)", STRONG),
        pattern("PHONE", r"(?<![\w.])x(?P<phi>[2-9]\d{3,4})\b", STRONG),
        pattern(
            "PHONE",
            r"(?<![\w.])(?P<phi>(?:\+|00)(?!1[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{4})(?=(?:\D?\d){9})"
            r"[1-9]\d{0,2}(?:[ .-]?\(?\d{1,5}\)?){2,5})(?!\w)",
            STRONG,
        ),
        pattern(
            "PHONE",
            r"(?<![\w.-])(?P<phi>[2-9]\d\d[2-9]\d{6})(?=[ ]*(?:cell|home|work|mobile|\((?:c|h|w|cell|home"
            r"|work)\)))",
            STRONG,
        ),
        # spoken: "five five five, oh one two three"
        pattern("PHONE", rf"\b(?:{DIGIT_WORD}[ ,-]{{1,2}}){{6,14}}{DIGIT_WORD}\b", STRONG, near=None),
        # scanned text: l and I for 1, O for 0
        pattern(
            "PHONE",
            r"(?<![\w-])(?=[\d().\- ]{0,14}[OIl])(?="
            r"(?:[^\d\n]{0,3}\d){5})\(?[\dOIl]{3}\)?[-. ][\dOIl]{3}[-. ][\dOIl]{4}(?![\w-])",
            STRONG,
            re.RegexFlag(0),
        ),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """Columns of numbers and ranges of volumes are no telephone numbers."""
        if found is self.LOCAL:
            in_thousands = re.search(r"[-–]1\d[05]0$", match.group("phi"))
            return not in_thousands and not UNIT_AFTER.match(text, match.end())
        if found is self.WHOLE and re.fullmatch(r"\d+ \d+ \d+", match.group("phi")):
            return not NUMBER_BEFORE.search(
                text[max(0, match.start() - 4) : match.start()]
            ) and not NUMBER_AFTER.match(text, match.end())
        return True

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Every number, labelled FAX where a fax word stands before it."""
        found = super().analyze(text, ["PHONE"] if {"PHONE", "FAX"} & set(entities) else [], nlp_artifacts)
        for result in found:
            if self.FAX_WORD.search(text[max(0, result.start - 40) : result.start]):
                result.entity_type = "FAX"
        return [result for result in found if result.entity_type in entities]
