"""Unmarked public prose as background: placeholders filled and marked, doubtful texts left out."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from random import Random

from . import words
from .canvas import Canvas, Note
from .scene import Scene, make_scene
from .slots import SLOTS

_DUMMY = r"(?:X{1,4}|XYZ|ABCD?|YYYY|Y|Z|[A-F]|_{3,}|\*{3,}|Sample|Doe)"
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Miss|Doctor)"
_FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_MONTH = rf"(?:{_FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
# What stands for an identifier: group "v" is replaced by the slot named in the table.
_PLACEHOLDERS: tuple[tuple[str, str], ...] = (
    (r"\[(?P<v0>[^\]]*name[^\]]*)\]", "person.full"),
    (r"\[(?P<v0>[^\]]*(?:date|month)[^\]]*)\]", "date"),
    (r"\[(?P<v0>[^\]]*(?:hospital|facility|clinic)[^\]]*)\]", "hosp"),
    (r"\[(?P<v0>[^\]]*(?:city|location|town)[^\]]*)\]", "city"),
    (rf"\b{_TITLE}\.? (?P<v0>{_DUMMY})(?![\w/])", "person.last"),
    (rf"\b{_TITLE}\.? (?P<v0>[A-Z][a-z]+(?: [A-Z][a-z]+)?)", "person.last"),
    (r"\b(?P<v0>(?:ABCD?|XYZ) (?:Hospital|Clinic|Medical Center|Center))\b", "hosp"),
    (r"\b(?P<v0>ABCD?|XYZ|XXXX?)\b", "person.first"),
    (rf"\b(?P<v0>{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?)\b", "date.long"),
    (rf"\b(?P<v0>(?:mid-?|early |late )?{_MONTH},? (?:of )?(?:19|20)\d\d)\b", "date.month"),
    (
        r"(?<![\d/.])(?P<v0>(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])[/-](?:(?:19|20)\d\d|\d\d|XX+))(?![\d/])",
        "date.mdy",
    ),
    (r"\b(?:[Oo]n|dated|DOS) (?P<v0>(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01]))(?![\d/])", "date.md"),
    (
        r"\b(?:[Ii]n|[Ss]ince|[Ff]rom) (?P<v0>(?:0?[1-9]|1[0-2])/(?:\d\d|(?:19|20)\d\d))(?![\d/])",
        "date.month",
    ),
    (
        r"\b(?:[Ii]n|[Ss]ince|of|last|[Tt]his|until|by) (?P<v0>{_FULL_MONTH})(?!,? (?:of )?\d)",
        "date.month",
    ),
    (r"\b(?P<v0>9\d|1[01]\d)(?=[- ]years?[- ]old|[- ]?y/?o\b)", "age90"),
)


def _combined() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all placeholders, and the slot of each of its groups."""
    slots: dict[str, str] = {}
    parts = []
    for number, (pattern, slot) in enumerate(_PLACEHOLDERS):
        parts.append(pattern.replace("v0", f"v{number}").replace("(?i)", ""))
        slots[f"v{number}"] = slot
    return re.compile("|".join(parts)), slots


_FINDER, _SLOT_OF = _combined()


def load_background(path: Path, seed: int) -> list[Note]:
    """The texts of a JSONL file as notes, those that may hold an unmarked identifier left out."""
    notes = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            note = filled(str(json.loads(line)["text"]), make_scene(Random(f"{seed}:{number}")))
            if note is not None:
                notes.append(note)
    return notes


def filled(text: str, scene: Scene) -> Note | None:
    """The text with its placeholders filled and marked; None if something in it looks like an identifier."""
    canvas = Canvas()
    at = 0
    for match in _FINDER.finditer(text):
        group = match.lastgroup or ""
        start, end = match.span(group)
        between = text[at:start]
        if _doubtful(between):
            return None
        canvas.add(between)
        name, _, form = _SLOT_OF[group].partition(".")
        canvas.add(SLOTS[name].text(scene, form, ""), SLOTS[name].label)
        at = end
    if _doubtful(text[at:]):
        return None
    canvas.add(text[at:])
    return canvas.note()


_CAPITALISED = re.compile(r"(?<![.!?:;\"\n\-*) ] )(?<=[a-z0-9,] )([A-Z][a-z]+)\b")
_UNSAFE = re.compile(
    r"\b\d{3}[-. ]\d{3,4}[-. ]\d{4}\b|@|www\.|\b[A-Z]?\d{6,}\b|_{3,}|\*{3,}|\["  # numbers, addresses, blanks
    r"|\b(?:Hospital|Clinic|Center|Street|Avenue|University|School)\b|\b(?:XX|YY|XYZ|ABC)"
    rf"|\b{_MONTH},? (?:of )?\d|(?<![\d/])(?:0[1-9]|1[0-2])/(?!10\b)(?:0[1-9]|[12]\d|3[01])(?![\d/])"
    r"|(?i:\b(?:christmas|thanksgiving|easter|halloween|labor day|memorial day|new year)\b)"
)


def _doubtful(text: str) -> bool:
    """Whether unmarked text may hold an identifier: an unknown capitalised word, a number, a place."""
    if _UNSAFE.search(text):
        return True
    return any(match[1].lower() not in _safe_words() for match in _CAPITALISED.finditer(text))


@cache
def _safe_words() -> frozenset[str]:
    """Words that may stand capitalised within a sentence without being anybody's name."""
    lists = (
        "drugs",
        "diagnoses",
        "symptoms",
        "procedures",
        "anatomy",
        "eponyms",
        "models",
        "insurers",
        "scores",
        "weekdays",
    )
    found = {
        word.lower()
        for name in lists
        for line in words.lines(name)
        for word in re.findall(r"[A-Za-z]+", line)
    }
    places = words.sections("places")
    found |= {
        word.lower() for key in ("states", "countries") for line in places[key] for word in line.split()
    }
    return frozenset(found | set(words.words("safe_words")[""]))
