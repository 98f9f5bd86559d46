"""DEVICE: serial numbers, implant lots and unique device identifiers (164.514(b)(2)(i)(M)).

UDI forms are those of FDA's accredited issuing agencies (21 CFR 801 B, 830): GS1 "(01)…", HIBCC "+…",
ICCBBA "=/…".
Device models are not PHI.
"""

import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, PatternFamily, pattern
from .labelled import labelled, long_enough
from .wordlist import any_of

SERIAL_WORDS: Final = any_of(
    r"""s/n sn ser(?:ial)?(?:_?(?:no\.?|num(?:ber)?|\#|s))?\.? udi(?:-[dp]i)? device_id(?:entifier)?
    implant_(?:id|lot|\#|no) imei mac_addr(?:ess)?"""
)
IMPLANTS: Final = any_of(
    """implant mesh stent screw plate nail graft lens iol lead generator valve cup stem liner tray cage pump
    hardware pacemaker icd stimulator catheter port anchor"""
)


class DeviceRecognizer(PatternFamily):
    """Serials and lots by their labels, UDIs by their shape."""

    LABELS: ClassVar[tuple[str, ...]] = ("DEVICE",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern("DEVICE", r"\(01\)[ ]?\d{14}(?:[ ]?\(\d{2,3}\)[ ]?[A-Z0-9./-]{1,20})*", CERTAIN),
        pattern(
            "DEVICE",
            r"(?<![\w+])\+[A-Z][A-Z0-9]{4,22}(?:/\$?\$?[A-Z0-9+./-]{2,40})(?!\w)",
            STRONG,
            re.RegexFlag(0),
        ),
        pattern(
            "DEVICE", r"(?<!\w)=/[A-Z0-9]{6,18}(?:=[,;A-Z0-9]{2,20}){0,4}(?!\w)", STRONG, re.RegexFlag(0)
        ),
        labelled("DEVICE", SERIAL_WORDS, score=CERTAIN),
        labelled("DEVICE", rf"{IMPLANTS}s?[^\n]{{0,30}}?\b(?:lot|ref[ ]lot)", score=STRONG),
        pattern("DEVICE", r"(?<!\w)[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?!\w)", LIKELY),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """ "Serial 2" counts; a serial number has more than two characters."""
        return long_enough(match.group("phi") if "phi" in match.re.groupindex else match.group())
