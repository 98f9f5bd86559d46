"""MRN, HEALTH_PLAN and ACCOUNT: medical record, health-plan beneficiary, account and claim numbers.

164.514(b)(2)(i)(H), (I) and (J). The Medicare Beneficiary Identifier's form is from CMS, "Understanding the
Medicare Beneficiary Identifier format": eleven characters, no S, L, O, I, B or Z.
"""

import re
from typing import ClassVar, Final

from .base import CERTAIN, STRONG, LabelPattern, PatternFamily, pattern
from .labelled import labelled, long_enough
from .wordlist import any_of

MBI_LETTER: Final = "[AC-HJKMNP-RT-Y]"
MBI_BOTH: Final = "[AC-HJKMNP-RT-Y0-9]"
MBI: Final = rf"[1-9]{MBI_LETTER}{MBI_BOTH}\d-?{MBI_LETTER}{MBI_BOTH}\d-?{MBI_LETTER}{{2}}\d{{2}}"

MRN_WORDS: Final = any_of(
    r"""mrn m\.r\.n\.? mr\# mr_(?=\#) med(?:ical)?(?:_|\.)*rec(?:ord)?s? m/?r_no unit_(?:no\.?|number|\#)
    chart (?:pt|patient)_?(?:\#|id|no|number|identifier) hosp(?:ital)?_(?:\#|no|number|id)
    record_?(?:\#|no\.?|number) e?mpi epic_id csn our_(?:number|file|ref) emr_?(?:\#|id|no)
    client_?(?:\#|id|no\.?|number) hist(?:ory)?_\# resident_(?:id|\#) case_file"""
)
PAYERS: Final = any_of(
    r"""medicare medicaid medi-?cal tri-?care champva aetna cigna humana uhc united(?:healthcare)? bcbs
    blue_(?:cross|shield) kaiser anthem molina centene wellcare oscar delta(?:_dental)? metlife guardian
    vsp eyemed"""
)
PLAN_WORDS: Final = any_of(
    r"""mbi hicn? medicare medicaid medi-?cal member(?:ship)? mbr subscriber sub(?:scr)?_?(?:id|\#|no) policy
    pol\#? beneficiary bene_id (?:health_?)?plan_(?:id|no|number|\#)
    ins(?:urance)?_?(?:id|\#|no|number|policy|card) (?:group|grp)_?(?:\#|no\.?|num(?:ber)?|id)
    (?:group|grp)(?=(?:_|:|-){1,3}(?!9\d{4}\b)[A-Z]?(?:\d|-|O){5}) gp\# id_card insured['’]?s?_id payer_id
    rx_?(?:bin|pcn|grp|group) bin pcn cin"""
)
PLAN_VALUE: Final = (
    r"(?:(?=[A-Z\-./]{0,10}\d)(?=[A-Z0-9-./ ]{4})[A-Z0-9]++(?:[-‑–./·][A-Z0-9]++)*+"
    r"(?:[ ](?=[A-Z]{0,3}\d)(?!\d{1,2}[/:]\d)[A-Z0-9-]{2,12}+(?![\w/:]))*+)"
)
ACCOUNT_WORDS: Final = any_of(
    r"""acc(?:oun)?t acct a/c guarantor_(?:id|\#|no|number) har fin claims? clm icn dcn
    (?:workers?['’]?_?)?comp(?:ensation)?_(?:claim|case|\#) wc_?(?:claim|case|\#) w/?c_\# invoice inv\#
    statement bill(?:ing)?_(?:id|\#|no\.?|number) policy_claim carrier_claim card visa mastercard amex
    iban routing bank"""
)


class LabelledFamily(PatternFamily):
    """A family whose numbers identify only when they are long enough."""

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        """ "Card 1" and "chart 2" count things."""
        return long_enough(match.group("phi") if "phi" in match.re.groupindex else match.group(), 3)


class MrnRecognizer(LabelledFamily):
    """Medical record numbers by their labels."""

    LABELS: ClassVar[tuple[str, ...]] = ("MRN",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (labelled("MRN", MRN_WORDS),)


class HealthPlanRecognizer(LabelledFamily):
    """Member, policy, group and Medicare or Medicaid numbers."""

    LABELS: ClassVar[tuple[str, ...]] = ("HEALTH_PLAN",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern("HEALTH_PLAN", rf"(?<!\w){MBI}(?!\w)", CERTAIN),
        labelled("HEALTH_PLAN", PLAN_WORDS, value=PLAN_VALUE),
        labelled(
            "HEALTH_PLAN",
            rf"{PAYERS}[ ](?:[\w/]+[ ]){{0,3}}(?:id|\#|no|number|member|mem|policy|pol|sub(?:[ ]id)?|grp"
            rf"|group)",
            value=PLAN_VALUE,
        ),
        # the plan's name between the word and the number
        labelled(
            "HEALTH_PLAN",
            r"ins(?:urance)?|payor|payer|coverage",
            joint=r"[ ]*[:#]?[ ]*(?:[A-Z][\w/]+[ ]){0,3}(?:\#|id[:# ]*|no\.?[ ]?)",
            score=STRONG,
        ),
        pattern(
            "HEALTH_PLAN",
            r"\b(?:insurance|coverage|ins)[ ]?[:#]?[ ](?P<phi>[A-Z]{2,4}[ -]?\d[\d·. -]{6,16}\d)(?!\w)",
            STRONG,
        ),
    )


class AccountRecognizer(LabelledFamily):
    """Account, encounter-billing and claim numbers, workers' compensation included."""

    LABELS: ClassVar[tuple[str, ...]] = ("ACCOUNT",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (labelled("ACCOUNT", ACCOUNT_WORDS),)
