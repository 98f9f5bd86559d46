"""LICENSE: certificate and licence numbers, NPI, DEA and CLIA among them (164.514(b)(2)(i)(K)).

Check digits (NPI: Luhn over 80840 + number; DEA: (1+3+5) + 2*(2+4+6), last digit) raise the score. They are
never a condition where a label stands beside the number: a mistyped number still points to its holder.
"""

import re
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .labelled import labelled, long_enough
from .states import STATE_CODES
from .wordlist import any_of

CODE: Final = "(?:" + "|".join(STATE_CODES) + ")"
LICENCE_WORD: Final = any_of(
    r"""lic(?:en[sc]e)?\.? licensure certificate cert(?:ification)?\.? credential registration
    reg\.?(?=_?(?:\#|no)) permit npi dea upin clia bcba_\# cdl passport
    (?:driver['’]?s?|dr)_lic(?:en[sc]e)? d/?l(?=_?(?:\#|no|:))"""
)
DEGREES: Final = any_of(
    r"""LCSW LMFT LPC LMHC LAC OTR/L OTD SLP CCC-SLP DPT PT RN LPN BCBA(?:-D)? RBT PharmD RPh MD DO PA-C NP
    DDS OD EMT-?[BPI]? PhD PsyD NREMT"""
)


class LicenceRecognizer(PatternFamily):
    """Professional, driving and facility licences by their labels, NPI and DEA also by their shape."""

    LABELS: ClassVar[tuple[str, ...]] = ("LICENSE",)
    BY_LABEL: ClassVar[LabelPattern] = labelled("LICENSE", rf"{LICENCE_WORD}(?:[ ](?:{CODE}|number))?")
    DEA_SHAPE: ClassVar[LabelPattern] = pattern(
        "LICENSE", r"(?<!\w)[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}(?![\w-])", LIKELY, re.RegexFlag(0)
    )
    NPI_SHAPE: ClassVar[LabelPattern] = pattern("LICENSE", r"(?<![\w.-])[12]\d{9}(?![\w.-])", LIKELY)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        BY_LABEL,
        DEA_SHAPE,
        NPI_SHAPE,
        pattern("LICENSE", r"(?<!\w)\d{2}D\d{7}(?!\w)", STRONG, re.RegexFlag(0)),
        pattern(
            "LICENSE",
            rf"\b{DEGREES}[ ,]*(?:lic|cert|\#|no\.?)[ .:#]{{0,4}}"
            rf"(?P<phi>[A-Z]{{0,5}}[-. ]?\d[\w.-]{{2,14}}\w)(?!\w)",
            STRONG,
        ),
        pattern(
            "LICENSE",
            r"\b(?:OTR/L|OTD|LCSW|LMFT|LMHC|BCBA(?:-D)?|RBT|CCC-SLP|DPT)[ ,]{1,3}"
            r"(?P<phi>[A-Z]{1,5}[-. ]?\d{3,7})(?!\w)",
            LIKELY,
            re.RegexFlag(0),
        ),
        # "license found in her purse, OH RT 118 204"
        pattern(
            "LICENSE",
            rf"\b[Ll]icen[sc]e(?:[ ][a-z]+){{0,5}},?[ ]{CODE}[ ](?P<phi>(?="
            rf"(?:[^\d\n]{{0,3}}\d){{5}})[A-Z0-9]+(?:[ -][A-Z0-9]+){{0,3}})(?!\w)",
            STRONG,
            re.RegexFlag(0),
        ),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """By shape alone the check digit must hold; by its label a number must only be long enough."""
        if found is self.BY_LABEL:
            return long_enough(match.group("phi"))
        if found is self.DEA_SHAPE:
            return dea_valid(match.group())
        return found is not self.NPI_SHAPE or npi_valid(match.group())

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Every licence number, certain where its check digit holds."""
        found = super().analyze(text, entities, nlp_artifacts)
        for result in found:
            value = text[result.start : result.end]
            if npi_valid(value) or dea_valid(value):
                result.score = CERTAIN
        return found


def npi_valid(value: str) -> bool:
    """Whether an NPI's check digit holds (45 CFR 162.406; the Luhn sum of ISO 7812 over 80840 and it)."""
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
