"""OTHER_ID: any other unique number, characteristic or code (164.514(b)(2)(i)(R))."""

import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, Near, PatternFamily, pattern
from .labelled import labelled, long_enough
from .wordlist import any_of

#: Words that need a number sign or "no." or "ID" after them to be a label.
NUMBERED: Final = any_of(
    """lab rad(?:iology)? study exam imaging order visit encounter enc admission adm episode csn trip run
    incident event ticket confirmation conf conversation reference ref(?:erral)? tracking job dictation
    document doc report request req requisition transaction txn session interpreter participant subject
    trial screening donor cytology biobank path(?:ology)? sample emp(?:loyee)? staff inmate student trauma
    rx blood_unit unit"""
)
KINDS: Final = (
    NUMBERED
    + r"[ ]?(?:id|\#|no\.?|num(?:ber)?)|"
    + any_of(
        r"""accession acc(?:n|ess)?\.?(?:_?(?:\#|no\.?)) specimen(?:_?id)?
        spec\.?(?=_?(?:\#|no|id|:)) path_case
    auth(?:orization)?(?:'?n)? prior_auth pre-?cert(?:ification)? case docket cause_no badge
    prescription_(?:\#|no|number|id) (?:prbc|ffp|platelet)s?_unit tax_?id tin e?ein fein booking voucher
    window\# locker band(?:ed)? bracelet wristband job(?=_?[\#:\d]) ticket msg_?id message_id
    control_(?:id|no|number|\#) safety_event police_report warrant pin passcode password pw conf_code
    pesel curp nhs(?:_(?:no|number))? dni cpf a-?number alien_(?:no|\#|number) va_file dod_?id edipi
    pedigree kindred"""
    )
)
USER_WORD: Final = any_of(
    """user(?:_?(?:name|id))? login log_?in handle screen_?name portal_id sign(?:ed)?(?:-|_)?(?:on|in)_as
    venmo instagram ig twitter snap(?:chat)? facebook fb tiktok discord skype zelle cash_?app"""
)
IN_USER_WORD: Final = Near(re.compile(rf"\b{USER_WORD}\b", re.IGNORECASE), before=0, after=48)
AT_SIGN: Final = Near(re.compile("@"), before=1, after=40)


class OtherIdRecognizer(PatternFamily):
    """Numbers and codes by their labels, accession shapes, usernames and handles."""

    LABELS: ClassVar[tuple[str, ...]] = ("OTHER_ID",)
    BY_LABEL: ClassVar[LabelPattern] = labelled("OTHER_ID", KINDS, score=STRONG)
    #: 8 or more capitals and digits together, most of them digits.
    MIXED: ClassVar[LabelPattern] = pattern(
        "OTHER_ID",
        r"(?<![\w./-])(?=\d*[A-Z])(?=(?:[A-Z]*\d){5})[A-Z0-9]{8,20}(?![\w-])",
        LIKELY,
        re.RegexFlag(0),
    )
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        BY_LABEL,
        MIXED,
        # accession shapes: "S24-10442", "24S-10442", "MB-24-10442-A"
        pattern(
            "OTHER_ID",
            r"(?<![\w-])(?:[A-Z]{1,4}\d{2}|\d{2}[A-Z]{1,3})-\d{3,8}(?:-[A-Z0-9]{1,4})?(?![\w-])",
            LIKELY,
            re.RegexFlag(0),
        ),
        pattern(
            "OTHER_ID",
            r"(?<![\w./-])(?=[A-Z]{1,5}-(?:[A-Z-]*\d){4})[A-Z]{1,5}-[A-Z]{0,3}\d{2,12}"
            r"(?:-[A-Z0-9]{1,8}){0,3}(?![\w-])",
            LIKELY,
            re.RegexFlag(0),
        ),
        pattern("OTHER_ID", r"(?<!\w)[A-Z]{1,4}\d{6,14}(?!\w)", LIKELY, re.RegexFlag(0)),
        pattern(
            "OTHER_ID",
            r"(?<![\w./-])\d{2,6}-\d{3,8}-[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8})?(?![\w-])",
            LIKELY,
            re.RegexFlag(0),
        ),
        # ISBT 128 numbers of blood units, and bands: letters, digits in groups, a check letter
        pattern(
            "OTHER_ID",
            r"(?<!\w)[A-Z]\d{4}[ ]?\d\d[ ]?\d{6}(?:[ ][0-9A-Z]{1,2})?(?!\w)",
            STRONG,
            re.RegexFlag(0),
        ),
        pattern(
            "OTHER_ID",
            r"\b(?i:band(?:ed)?|bracelet)[ ](?:\#[ ]?)?(?P<phi>[A-Z]{1,4}[ ]\d{3,8}(?:[ ][A-Z0-9]{1,2})?)"
            r"(?!\w)",
            STRONG,
            re.RegexFlag(0),
        ),
        pattern(
            "OTHER_ID",
            rf"\b{USER_WORD}\b[^\w\n@]{{0,4}}(?:(?:is|id|name|as)[^\w\n]{{1,2}})?"
            rf"(?P<phi>@?[a-z][\w.-]*[\d_.][\w.-]*\w)(?!\w)",
            STRONG,
            near=IN_USER_WORD,
        ),
        pattern(
            "OTHER_ID",
            r"\b(?:passcode|password|pw|code[ ]?word)\b[^\w\n]{0,4}(?:(?:is|was)[ ])?[\"“'‘]"
            r"(?P<phi>[^\"”'’\n]{2,24})",
            STRONG,
            near=None,
        ),
        pattern("OTHER_ID", r"(?<![\w@.])@(?P<phi>[a-z_][\w.]{2,30}\w)(?![\w@])", STRONG, near=AT_SIGN),
        pattern("OTHER_ID", r"(?<!\w)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?!\w)", CERTAIN),
        pattern("OTHER_ID", r"(?<![\w.,/+-])(?P<phi>\d{8,20})(?![\w.,/%-]*\d)(?![\w/%-])", LIKELY),
        pattern("OTHER_ID", r"(?<=\#)(?P<phi>(?=[A-Z-]{0,6}\d)[A-Z0-9-]{5,20})(?!\w)", LIKELY),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """ "Case 1" and "order 12" count things; a number that identifies is longer."""
        return found is not self.BY_LABEL or long_enough(match.group("phi"))
