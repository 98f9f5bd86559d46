"""OTHER_ID: any other unique number, characteristic or code (164.514(b)(2)(i)(R))."""

import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .labelled import labelled

KINDS: Final = r"""accession|acc(?:n|ess)?\.?(?:[ ]?(?:\#|no\.?))|specimen(?:[ ]?id)?|spec\.?(?=[ ]?(?:\#|no|id|:))|sample(?:[ ]id|[ ]\#)|path(?:ology)?[ ](?:no|\#|number|case)|(?:lab|rad(?:iology)?|study|exam|imaging|order|visit|encounter|enc|admission|adm|episode|csn|trip|run|incident|event|ticket|confirmation|conf|conversation|reference|ref(?:erral)?|tracking|job|dictation|document|doc|report|request|req|requisition|transaction|txn|session|interpreter|participant|subject|study|trial|screening|donor|cytology|biobank)[ ]?(?:id|\#|no\.?|num(?:ber)?)
|auth(?:orization)?(?:'?n)?|prior[ ]auth|pre-?cert(?:ification)?|precert|case|docket|cause[ ]no|badge|employee[ ]?(?:id|\#|no)|emp[ ]?(?:id|\#)|staff[ ]id|rx(?=[ ]?(?:\#|no|id|num))|prescription[ ](?:\#|no|number|id)|blood[ ]unit|(?:prbc|ffp|platelet)s?[ ]unit|unit(?=[ ]?\#)|tax[ ]?id|tin|ein|fein|inmate[ ]?(?:id|\#|no)|doc[ ]\#|booking|student[ ](?:id|\#|no)|voucher|window\#|locker|band(?:ed)?|bracelet|wristband|job(?=[ ]?[\#:\d])|conf(?=[ ]?\#)|msg[ ]?id|message[ ]id|control[ ](?:id|no|number|\#)|safety[ ]event|police[ ]report|report(?=[ ]?\#)|warrant|pin|passcode|password|pw|conf[ ]code|pesel|curp|nhs(?:[ ](?:no|number))?|dni|cpf|a-?number|alien[ ](?:no|\#|number)|va[ ]file|dod[ ]?id|edipi|trauma(?=[ ]?\#)|run(?=[ ]?\#)|order(?=[ ]?\#)|req(?=[ ]?\#)|ticket|pedigree|kindred|specimen"""
USER_WORD: Final = r"(?:user(?:[ ]?(?:name|id))?|login|log[ ]?in|handle|screen[ ]?name|portal[ ]id|sign(?:ed)?[ -]?(?:on|in)[ ]as|venmo|instagram|ig|twitter|snap(?:chat)?|facebook|fb|tiktok|discord|skype|zelle|cash[ ]?app)"


class OtherIdRecognizer(PatternFamily):
    """Numbers and codes by their labels, accession shapes, usernames and handles."""

    LABELS: ClassVar[tuple[str, ...]] = ("OTHER_ID",)
    BY_LABEL: ClassVar[LabelPattern] = labelled("OTHER_ID", KINDS, score=STRONG)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        BY_LABEL,
        pattern("OTHER_ID", r"(?<![\w-])(?:[A-Z]{1,4}\d{2}|\d{2}[A-Z]{1,3})-\d{3,8}(?:-[A-Z0-9]{1,4})?(?![\w-])", LIKELY, re.RegexFlag(0)),
        pattern("OTHER_ID", r"(?<![\w./-])(?=[A-Z]{1,5}-(?:[A-Z-]*\d){4})[A-Z]{1,5}-[A-Z]{0,3}\d{2,12}(?:-[A-Z0-9]{1,8}){0,3}(?![\w-])", LIKELY, re.RegexFlag(0)),
        pattern("OTHER_ID", r"(?<!\w)[A-Z]{1,4}\d{6,14}(?!\w)", LIKELY, re.RegexFlag(0)),
        pattern("OTHER_ID", r"(?<![\w./-])\d{2,6}-\d{3,8}-[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8})?(?![\w-])", LIKELY, re.RegexFlag(0)),
        pattern("OTHER_ID", rf"\b{USER_WORD}\b[^\w\n@]{{0,4}}(?:(?:is|id|name|as)[^\w\n]{{1,2}})?(?P<phi>@?[a-z][\w.-]*[\d_.][\w.-]*\w)(?!\w)", STRONG, numeric=False),
        pattern("OTHER_ID", r"(?<![\w@.])@(?P<phi>[a-z_][\w.]{2,30}\w)(?![\w@])", STRONG, numeric=False),
        pattern("OTHER_ID", r"(?<!\w)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?!\w)", CERTAIN),
        pattern("OTHER_ID", r"(?<![\w.,/+-])(?P<phi>\d{8,20})(?![\w.,/%-])", LIKELY),
        pattern("OTHER_ID", r"(?<=\#)(?P<phi>(?=[A-Z-]{0,6}\d)[A-Z0-9-]{5,20})(?!\w)", LIKELY),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """"Case 1" and "order 12" count things; a number that identifies is longer."""
        return found is not self.BY_LABEL or sum(character.isalnum() for character in match.group("phi")) > 2
