"""PHONE and FAX: telephone, pager and fax numbers with their extensions (164.514(b)(2)(i)(D) and (E))."""

import re
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from .base import LIKELY, STRONG, LabelPattern, PatternFamily, pattern

SEPARATOR: Final = r"[ ]?[-.·•/ ‑–][ ]?"
AREA: Final = r"(?:\([ ]?[2-9]\d\d[ ]?\)[ ]?[-.]?[ ]?|[2-9]\d\d(?:[ ]?[-.·•/ ‑–][ ]?))"
NANP: Final = rf"(?:\+?1{SEPARATOR}|\+1)?{AREA}\d{{3}}{SEPARATOR}\d{{2}}[-. ]?\d{{2}}"
SEVEN: Final = r"\d{3}[-.]\d{4}"
PHONE_WORD: Final = (
    r"(?:(?:tele)?phone|ph|tel|cell|mobile|call(?:ed|s|ing|back)?|cb|contact|text(?:ed)?|dial|answering[ ](?:svc|service)|voicemail|vm|hotline|line|number|whatsapp|\#)"
)
SHORT_WORD: Final = r"(?:pager|pgr|pgd|paged?|beeper|bpr|vocera|spectralink|spectra|ascom|voalte|ext(?:ension)?|xt|tie[ ]?line|desk|portable|zone[ ]phone)"


class PhoneRecognizer(PatternFamily):
    """Numbers in any punctuation, extensions and pagers by their label; a fax label before makes it FAX."""

    LABELS: ClassVar[tuple[str, ...]] = ("PHONE", "FAX")
    FAX_WORD: ClassVar[re.Pattern[str]] = re.compile(r"(?:\bfax(?:ed)?(?:\s+\w+){0,3}|\bf|\bfx)[^\w\n]{0,5}$", re.IGNORECASE)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern("PHONE", rf"(?<![\w.-])(?P<phi>{NANP})(?![\w]|-\d)(?:[ ,]*(?:x|ext\.?|extension|\#)[ ]?(?P<phi2>\d{{1,6}}))?(?!\d)", STRONG),
        pattern("PHONE", rf"(?<![\w.-])(?P<phi>{SEVEN})(?![\w-])(?:[ ,]*(?:x|ext\.?|extension)[ ]?(?P<phi2>\d{{1,6}}))?(?!\d)", LIKELY),
        pattern("PHONE", rf"\b{PHONE_WORD}\b[^\w\n]{{0,4}}(?:(?:is|at|no|number|home|work|dtr|son|wife)[^\w\n]{{1,3}})?(?P<phi>\+?1?[2-9]\d{{9}}|{SEVEN}|\d{{7}})(?!\w)", STRONG),
        pattern("PHONE", rf"\b{SHORT_WORD}\b\.?[^\w\n]{{0,3}}(?:(?:at|to|me|no|number)[^\w\n]{{1,3}})?(?P<phi>\d[-\d]{{1,8}}\d)(?![\w/:])", STRONG),
        pattern("PHONE", r"(?<![\w.])\bx(?P<phi>[2-9]\d{3,4})\b", STRONG),
        pattern("PHONE", r"(?<![\w.])(?P<phi>(?:\+|00)(?!1[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{4})(?=(?:\D?\d){9})[1-9]\d{0,2}(?:[ .-]?\(?\d{1,5}\)?){2,5})(?![\w])", STRONG),
        pattern("PHONE", r"(?<![\w.-])(?P<phi>[2-9]\d\d[2-9]\d{6})(?=[ ]*(?:cell|home|work|mobile|\((?:c|h|w|cell|home|work)\)))", STRONG),
    )

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        found = super().analyze(text, ["PHONE"] if {"PHONE", "FAX"} & set(entities) else [], nlp_artifacts)
        for result in found:
            if self.FAX_WORD.search(text[max(0, result.start - 40) : result.start]):
                result.entity_type = "FAX"
        return [result for result in found if result.entity_type in entities]
