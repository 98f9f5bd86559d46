"""Labels of other tools and corpora, as chartveil's.

The names of the i2b2 2006 and 2014 de-identification sets, and those common in brat projects and Presidio.
What those sets mark though Safe Harbor lets it stand (states, countries, professions, ages to 89, bare years
and weekdays) is not asked for: it may stay or go.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from .gold import GoldNote, PhiMark

_NAMES_OF: Final = {
    "PERSON": "NAME PATIENT DOCTOR PER CLINICIAN STAFF RELATIVE INITIALS",
    "FACILITY": "HOSPITAL ORGANIZATION ORG DEPARTMENT WARD SCHOOL EMPLOYER",
    "ADDRESS": "STREET ROOM LOCATION-OTHER",
    "CITY": "LOCATION LOC COUNTY",
    "ZIP": "ZIPCODE POSTAL_CODE",
    "DATE": "DATE_TIME HOLIDAY",
    "PHONE": "CONTACT PHONE_NUMBER PAGER",
    "EMAIL": "EMAIL_ADDRESS",
    "IP": "IPADDR IPADDRESS IP_ADDRESS",
    "SSN": "US_SSN",
    "MRN": "MEDICALRECORD MEDICAL_RECORD",
    "HEALTH_PLAN": "HEALTHPLAN",
    "LICENSE": "MEDICAL_LICENSE",
    "OTHER_ID": "ID IDNUM BIOID USERNAME OTHER",
}
ALIASES: Final = {name: label for label, names in _NAMES_OF.items() for name in names.split()}
NOT_ASKED: Final = frozenset({"PROFESSION", "STATE", "COUNTRY"})
_STANDS = re.compile(
    r"(?:(?:19|20)\d\d|'\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|wed|thu|fri|sat|sun)\.?)",
    re.IGNORECASE,
)


@cache
def own_labels() -> frozenset[str]:
    """Chartveil's labels; imported late, since the redactor's package takes seconds to load."""
    from ..redact.labels import LABELS

    return frozenset(LABELS)


def is_known(name: str) -> bool:
    """Whether a label means something here, in any case."""
    upper = name.upper()
    return upper in own_labels() or upper in ALIASES or upper in NOT_ASKED or upper == "AGE"


def with_own_labels(notes: Sequence[GoldNote], *, foreign: bool) -> tuple[tuple[GoldNote, ...], list[str]]:
    """The notes with chartveil's labels, and the labels that are unknown and count as OTHER_ID.

    `foreign`: the marks follow another convention, so that a date mark on a bare year is not asked for.
    """
    unknown: set[str] = set()
    relabelled = tuple(replace(note, phi=_marks(note, foreign, unknown.add)) for note in notes)
    return relabelled, sorted(unknown)


def _marks(note: GoldNote, foreign: bool, unknown: Callable[[str], None]) -> tuple[PhiMark, ...]:
    marks = []
    for mark in note.phi:
        words = " ".join(note.text[start:end] for start, end in mark.parts)
        label, asked = _own(mark.label.upper(), words, foreign)
        if not label:
            unknown(mark.label)
        marks.append(PhiMark(label or "OTHER_ID", mark.parts, asked))
    return tuple(marks)


def _own(name: str, words: str, foreign: bool) -> tuple[str, bool]:
    """Chartveil's label, "" for none, and whether it is an identifier at all."""
    if name in NOT_ASKED:
        return name, False
    if name == "AGE":
        return "AGE_OVER_89", any(int(number) > 89 for number in re.findall(r"\d{1,3}", words))
    label = name if name in own_labels() else ALIASES.get(name, "")
    return label, not (foreign and label == "DATE" and _STANDS.fullmatch(words.strip()))
