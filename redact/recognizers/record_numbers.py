"""MRN, HEALTH_PLAN and ACCOUNT: medical record, health-plan beneficiary, account and claim numbers.

164.514(b)(2)(i)(H), (I) and (J). The Medicare Beneficiary Identifier's form is from CMS, "Understanding the
Medicare Beneficiary Identifier format": eleven characters, no S, L, O, I, B or Z.
"""

from typing import ClassVar, Final

from .base import CERTAIN, STRONG, LabelPattern, PatternFamily, pattern
from .labelled import labelled

MBI_LETTER: Final = "[AC-HJKMNP-RT-Y]"
MBI_BOTH: Final = "[AC-HJKMNP-RT-Y0-9]"
MBI: Final = rf"[1-9]{MBI_LETTER}{MBI_BOTH}\d-?{MBI_LETTER}{MBI_BOTH}\d-?{MBI_LETTER}{{2}}\d{{2}}"


class MrnRecognizer(PatternFamily):
    """Medical record numbers by their labels."""

    LABELS: ClassVar[tuple[str, ...]] = ("MRN",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        labelled(
            "MRN",
            r"""mrn|m\.r\.n\.?|mr\#|mr[ ](?=\#)|med(?:ical)?[ .]*rec(?:ord)?s?|m/?r[ ]no|unit[ ](?:no\.?|number|\#)|chart|(?:pt|patient)[ ]?(?:\#|id|no|number|identifier)
            |hosp(?:ital)?[ ](?:\#|no|number|id)|record[ ]?(?:\#|no\.?|number)|e?mpi|epic[ ]id|csn|our[ ](?:number|file|ref)|emr[ ]?(?:\#|id|no)|client[ ]?(?:\#|id|no\.?|number)|hist(?:ory)?[ ]\#|resident[ ](?:id|\#)|case[ ]file""",
        ),
    )


class HealthPlanRecognizer(PatternFamily):
    """Member, policy, group and Medicare or Medicaid numbers."""

    LABELS: ClassVar[tuple[str, ...]] = ("HEALTH_PLAN",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern("HEALTH_PLAN", rf"(?<!\w){MBI}(?!\w)", CERTAIN),
        labelled(
            "HEALTH_PLAN",
            r"""mbi|hicn?|medicare|medicaid|medi-?cal|member(?:ship)?|mbr|subscriber|sub(?:scr)?[ ]?(?:id|\#|no)|policy|pol\#?|beneficiary|bene[ ]id
            |(?:health[ ]?)?plan[ ](?:id|no|number|\#)|ins(?:urance)?[ ]?(?:id|\#|no|number|policy|card)|group|grp|gp\#|id[ ]card|insured['’]?s?[ ]id|payer[ ]id|rx[ ]?(?:bin|pcn|grp|group)|bin|pcn|cin
            |(?:tri-?care|aetna|cigna|humana|uhc|united(?:healthcare)?|bcbs|blue[ ](?:cross|shield)|kaiser|anthem|molina|centene|delta(?:[ ]dental)?)(?:[ ](?:\w+[ ]){0,2}(?:id|\#|no|number|member|mem|policy|sub(?:[ ]id)?|grp|group))""",
            value=r"(?:(?=[A-Z\-./]{0,10}\d)(?=[A-Z0-9-./ ]{4})[A-Z0-9]++(?:[-./·][A-Z0-9]++)*+(?:[ ](?=[A-Z]{0,3}\d)(?!\d{1,2}[/:]\d)[A-Z0-9-]{2,12}+(?![\w/:]))*+)",
        ),
        labelled("HEALTH_PLAN", r"ins(?:urance)?|payor|payer|coverage", joint=r"[ ]*[:#]?[ ]*(?:[A-Z][\w/]+[ ]){0,3}(?:\#|id[:# ]*|no\.?[ ]?)", score=STRONG),
    )


class AccountRecognizer(PatternFamily):
    """Account, encounter-billing and claim numbers, workers' compensation included."""

    LABELS: ClassVar[tuple[str, ...]] = ("ACCOUNT",)
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        labelled(
            "ACCOUNT",
            r"""acc(?:oun)?t|acct|a/c|guarantor[ ](?:id|\#|no|number)|har|fin|claim|clm|icn|dcn|(?:workers?['’]?[ ]?)?comp(?:ensation)?[ ](?:claim|case|\#)|wc[ ]?(?:claim|case|\#)|w/?c[ ]\#|invoice|inv\#|statement|bill(?:ing)?[ ](?:id|\#|no\.?|number)|policy[ ]claim|carrier[ ]claim
            |card|visa|mastercard|amex|iban|routing|bank""",
        ),
    )
