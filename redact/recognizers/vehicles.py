"""VEHICLE: licence plates, VINs, tail numbers and permits (164.514(b)(2)(i)(L)).

A VIN's check digit (49 CFR 565.15) is not asked for: foreign and mistyped numbers fail it.
"""

import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .labelled import labelled, long_enough
from .states import STATE_CODES

CODE: Final = "(?:" + "|".join(STATE_CODES) + ")"
PLATE_VALUE: Final = (
    rf"(?:{CODE}[ ])?(?P<phi>(?=[A-Z0-9·\- ]{{0,6}}\d)[A-Z0-9]{{1,8}}(?:[-· ][A-Z0-9]{{1,6}}){{0,3}})"
)
VEHICLE_WORDS: Final = (
    r"vin(?:[ ]on[ ]\w+[ ]\w+)?|vehicle[ ]id(?:entification)?|tail(?=[ ]?(?:no|number|\#))|boat[ ]reg|hull"
    r"|trailer[ ](?:no|\#)|dot[ ]\#|parking[ ](?:permit|tag|pass)|placard"
)


class VehicleRecognizer(PatternFamily):
    """Plates by their label, VINs by label or shape."""

    LABELS: ClassVar[tuple[str, ...]] = ("VEHICLE",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern(
            "VEHICLE",
            r"(?<!\w)(?=[A-HJ-NPR-Z]*\d)(?=[0-9]*[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{11}[A-Z0-9]{2}\d{4}(?!\w)",
            STRONG,
            re.RegexFlag(0),
        ),
        labelled("VEHICLE", VEHICLE_WORDS, score=CERTAIN),
        pattern(
            "VEHICLE",
            r"\b(?i:licen[sc]e[ ](?:plate|tag)|(?:lic\.?[ ])?plates?|tag|registration[ ]plate|lp)"
            rf"(?i:[ ]?(?:\#|no\.?|number))?[^\w\n]{{0,4}}{PLATE_VALUE}(?![\w-])",
            CERTAIN,
            re.RegexFlag(0),
        ),
        pattern("VEHICLE", r"\b(?:plate|tag)\b[^\w\n]{0,4}(?P<phi>[a-z0-9]*\d[a-z0-9-]{2,8})(?!\w)", LIKELY),
        # "box truck AP 55 102", "van TX KLM-4410"
        pattern(
            "VEHICLE",
            r"\b(?i:truck|car|van|sedan|suv|trailer|vehicle|motorcycle|pickup|ambulance|unit)[ ]"
            rf"(?P<phi>(?:{CODE}[ ])?[A-Z]{{2,3}}[ -]?\d{{2,3}}(?:[ -]?\d{{2,3}})?"
            rf"|{CODE}[ ][A-Z]{{2}}[ ]\d{{4,6}})(?![\w-])",
            LIKELY,
            re.RegexFlag(0),
        ),
        pattern(
            "VEHICLE",
            r"(?<!\w)N[1-9]\d{1,3}[A-Z]{1,2}(?=[ ]*(?:\(?(?:helicopter|airmed|tail|aircraft)))",
            STRONG,
            re.RegexFlag(0),
        ),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """A plate has more than two characters: "plate 1" and "tag 2" count."""
        return long_enough(match.group("phi") if "phi" in match.re.groupindex else match.group())
