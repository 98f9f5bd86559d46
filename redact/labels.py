"""The PHI labels and the Safe Harbor identifier each one stands for.

Source: 45 CFR 164.514(b)(2)(i), letters (A) to (R). Biometric identifiers (P) and full-face photographs
(Q) are not text; a note can only name the file or number that points to one, which is OTHER_ID or URL.
"""

from typing import Final

#: label -> letter of 45 CFR 164.514(b)(2)(i)
HIPAA_LETTER: Final[dict[str, str]] = {
    "PERSON": "A",
    "ADDRESS": "B",
    "CITY": "B",
    "ZIP": "B",
    "FACILITY": "B",
    "DATE": "C",
    "AGE_OVER_89": "C",
    "PHONE": "D",
    "FAX": "E",
    "EMAIL": "F",
    "SSN": "G",
    "MRN": "H",
    "HEALTH_PLAN": "I",
    "ACCOUNT": "J",
    "LICENSE": "K",
    "VEHICLE": "L",
    "DEVICE": "M",
    "URL": "N",
    "IP": "O",
    "OTHER_ID": "R",
}

LABELS: Final[tuple[str, ...]] = tuple(HIPAA_LETTER)
