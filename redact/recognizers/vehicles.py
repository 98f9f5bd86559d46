"""VEHICLE: licence plates, VINs, tail numbers and permits (164.514(b)(2)(i)(L)).

A VIN's check digit (49 CFR 565.15) is not asked for: foreign and mistyped numbers fail it.
"""

import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .labelled import labelled

PLATE_VALUE: Final = r"(?:(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])[ ])?(?P<phi>(?=[A-Z0-9·\- ]{0,6}\d)[A-Z0-9]{1,8}(?:[-· ][A-Z0-9]{1,6}){0,3})"


class VehicleRecognizer(PatternFamily):
    """Plates by their label, VINs by label or shape."""

    LABELS: ClassVar[tuple[str, ...]] = ("VEHICLE",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern("VEHICLE", r"(?<!\w)(?=[A-HJ-NPR-Z]*\d)(?=[0-9]*[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{11}[A-Z0-9]{2}\d{4}(?!\w)", STRONG, re.RegexFlag(0)),
        labelled("VEHICLE", r"vin(?:[ ]on[ ]\w+[ ]\w+)?|vehicle[ ]id(?:entification)?|tail(?:[ ]?(?:no|number|\#))|boat[ ]reg|hull|trailer[ ](?:no|\#)|dot[ ]\#|parking[ ](?:permit|tag|pass)|placard", score=CERTAIN),
        pattern("VEHICLE", rf"\b(?:licen[sc]e[ ](?:plate|tag)|(?:lic\.?[ ])?plates?|tag|registration[ ]plate|lp)(?:[ ]?(?:\#|no\.?|number))?[^\w\n]{{0,4}}{PLATE_VALUE}(?![\w-])", STRONG, re.RegexFlag(0)),
        pattern("VEHICLE", r"\b(?:PLATE|Plate|plate|tag|Tag)\b[^\w\n]{0,4}(?P<phi>[a-z0-9]*\d[a-z0-9-]{2,8})(?!\w)", LIKELY, re.RegexFlag(0)),
        pattern("VEHICLE", r"(?<!\w)N[1-9]\d{1,3}[A-Z]{1,2}(?=[ ]*(?:\(?(?:helicopter|airmed|tail|aircraft)))", STRONG, re.RegexFlag(0)),
    )
