"""SSN: social security numbers, whole or by their last four digits (164.514(b)(2)(i)(G)).

The sample number 123-45-6789 and numbers of never-issued areas are redacted too: a typing error in a
patient's number identifies the patient all the same.
"""

from typing import ClassVar, Final

from .base import CERTAIN, STRONG, LabelPattern, PatternFamily, pattern

SSN_WORD: Final = (
    r"(?:ssn?(?![\w])(?:[ ]?\#)?|s\.s\.n\.?|soc(?:ial)?(?:[ ]sec(?:urity)?)?(?:[ ](?:number|no\.?|\#))?|itin)"
)
LAST_FOUR: Final = r"(?:last[ ](?:4|four)|ending(?:[ ]in)?|l4)"


class SsnRecognizer(PatternFamily):
    """Nine digits by shape or label, and the last four by label or mask."""

    LABELS: ClassVar[tuple[str, ...]] = ("SSN",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern("SSN", r"(?<![\w-])(?<!\d[. ])\d{3}([-.‑–])\d{2}\1\d{4}(?!\w|-\d)", STRONG),
        pattern("SSN", r"(?<![\w-])(?<!\d[. ])\d{3}[ ]\d{2}[ ]\d{4}(?!\w|-\d|[ ]+\d)", STRONG),
        pattern(
            "SSN",
            rf"\b{SSN_WORD}[^\w\n]{{0,5}}(?:is[ ])?"
            rf"(?P<phi>\d[\dOIl]{{2}}[-‑– .]?[\dOIl]{{2}}[-‑– .]?[\dOIl]{{4}})(?!\w)",
            CERTAIN,
        ),
        pattern(
            "SSN",
            rf"\b(?:last[ ](?:4|four)(?:[ ]of)?[^\w\n]{{0,3}}(?:{SSN_WORD}|digits)?"
            rf"|{SSN_WORD}[^\w\n]{{0,3}}{LAST_FOUR})"
            r"[^\w\n]{0,4}(?:is[ ])?(?P<phi>\d{4})(?!\w)",
            CERTAIN,
        ),
        pattern("SSN", r"(?<!\w)[x*#•]{3}[-‑– ]?[x*#•]{2}[-‑– ]?(?P<phi>\d{4})(?!\w)", CERTAIN),
        pattern("SSN", rf"\b{SSN_WORD}[^\w\n]{{1,4}}(?P<phi>\d{{4}})(?!\w)", CERTAIN),
    )
