"""LICENSE: certificate and licence numbers, NPI, DEA and CLIA among them (164.514(b)(2)(i)(K)).

Check digits (NPI: Luhn over 80840 + number; DEA: (1+3+5) + 2*(2+4+6), last digit) raise the score. They are
never a condition: a mistyped licence number still points to its holder.
"""

import re
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .labelled import labelled

LICENCE_WORD: Final = (
    r"(?:lic(?:en[sc]e)?\.?|licensure|certificate|cert(?:ification)?\.?|credential|registration|reg\.?(?=[ ]?(?:\#|no))|permit|npi|dea|upin|clia|bcba[ ]\#|cdl|passport|(?:driver['’]?s?|dr)[ ]lic(?:en[sc]e)?|d/?l(?=[ ]?(?:\#|no|:)))"
)


class LicenceRecognizer(PatternFamily):
    """Professional, driving and facility licences by their labels, NPI and DEA also by their shape."""

    LABELS: ClassVar[tuple[str, ...]] = ("LICENSE",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        labelled("LICENSE", LICENCE_WORD + r"(?:[ ](?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|number))?"),
        pattern("LICENSE", r"(?<!\w)[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}(?![\w-])", LIKELY, re.RegexFlag(0)),
        pattern("LICENSE", r"(?<![\w.-])[12]\d{9}(?![\w.-])", LIKELY),
        pattern("LICENSE", r"(?<!\w)\d{2}D\d{7}(?!\w)", STRONG, re.RegexFlag(0)),
        pattern("LICENSE", r"\b(?:LCSW|LMFT|LPC|LMHC|LAC|OTR/L|OTD|SLP|CCC-SLP|DPT|PT|RN|LPN|BCBA(?:-D)?|RBT|PharmD|RPh|MD|DO|PA-C|NP|DDS|OD|EMT-?[BPI]?|PhD|PsyD|NREMT)[ ,]*(?:lic|cert|\#|no\.?)[ .:#]{0,4}(?P<phi>[A-Z]{0,5}[-. ]?\d[\w.-]{2,14}\w)(?!\w)", STRONG),
        pattern("LICENSE", r"\b(?:OTR/L|OTD|LCSW|LMFT|LMHC|BCBA(?:-D)?|RBT|CCC-SLP|DPT)[ ,]{1,3}(?P<phi>[A-Z]{1,5}[-. ]?\d{3,7})(?!\w)", LIKELY, re.RegexFlag(0)),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        if found.score != LIKELY:
            return True
        value = match.group()
        if value.isdigit():
            return npi_valid(value)
        return not re.fullmatch(r"[A-Z][A-Z9]\d{7}", value) or dea_valid(value)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        found = super().analyze(text, entities, nlp_artifacts)
        for result in found:
            value = text[result.start : result.end]
            if npi_valid(value) or dea_valid(value):
                result.score = CERTAIN
        return found


def npi_valid(value: str) -> bool:
    """Whether a National Provider Identifier's check digit holds (45 CFR 162.406, ISO 7812 Luhn with 80840)."""
    if not re.fullmatch(r"[12][0-9]{9}", value):
        return False
    digits = [int(digit) for digit in reversed("80840" + value)]
    return sum(sum(divmod(digit * 2, 10)) if odd % 2 else digit for odd, digit in enumerate(digits)) % 10 == 0


def dea_valid(value: str) -> bool:
    """Whether a DEA registration number's check digit holds."""
    if not re.fullmatch(r"[A-Z][A-Z9][0-9]{7}", value):
        return False
    digits = [int(digit) for digit in value[2:]]
    return (digits[0] + digits[2] + digits[4] + 2 * (digits[1] + digits[3] + digits[5])) % 10 == digits[6]
