"""What a story tells of an earlier time: "Two winters ago she broke her wrist. She had ..."."""

import re

from ..dictionaries.words import normal
from . import course, timing
from .statements import Statements

#: How far back the time of a story can stand, in characters and in sentences.
BACK, SENTENCES = 360, 3
#: Lines shorter than this are statements of their own.
LINE = 45
_SEASON = r"(?:winter|spring|summer|fall|autumn)"
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|(?:a )?(?:few|couple)(?: of)?)"
)
_LIFE = r"(?:teens?|teenage years|youth|childhood|infancy|adolescence|twenties|thirties|forties|fifties|\d0s)"
_SCHOOL = r"(?:college|(?:high|middle|grade|elementary|medical|law|nursing) school|kindergarten|\w+ grade)"
_SERVICE = r"(?:military|army|navy|marines|air force|service|nicu)"
#: A time that is over.
REMOTE = re.compile(
    rf"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?![\d/-])"
    rf"|\b(?:{_COUNT} (?:more |or so )?(?:y(?:ea)?rs?|decades|{_SEASON}s) (?:ago|back|prior|earlier|before)"
    rf"|(?:years|yrs|decades) (?:ago|back|prior|earlier|before)"
    rf"|last (?:year|yr|{_SEASON})|(?:in|over|during) the {_SEASON}\b"
    rf"|(?:in|during|through(?:out)?) (?:his|her|their|my|the)? ?(?:early |mid |late )?{_LIFE}"
    rf"|as an? (?:\w+ )?(?:child|kid|teen(?:ager)?|infant|baby|toddler|newborn|boy|girl|young adult)"
    rf"|(?:at|@) (?:the )?age (?:of )?\d+"
    rf"|when (?:he|she|they|i) (?:was|were) (?:\d|a (?:child|kid|teen|baby)|young|little|in )"
    rf"|(?:while |when )?in (?:the )?(?:{_SERVICE}|{_SCHOOL})"
    rf"|(?:prior|previous|last|first|second|earlier) (?:pregnancy|hospitalization|admission|hospital stay)"
    rf"|(?:outside|other|previous) hospital)\b",
    re.I,
)
_HINTS = """
ago back prior earlier before last winter spring summer fall autumn teen teenage teenager youth
childhood infancy adolescence twenty thirty forty fifty twenties thirties forties fifties 10s 20s
30s 40s 50s 60s child kid infant baby toddler newborn boy girl young age when college school
kindergarten grade military army navy marine force service nicu first second previous hospital
"""
#: One of these stands in each such time that is no year, in the form in which words are compared.
HINTS = frozenset(normal(word) for word in _HINTS.split())
YEAR = re.compile(r"(?:19|20)\d\d")
_NOW = """
now current currently today tonight present presents presenting comes here still since is are has
have am reports states says endorses continue continues complaining complains denies remains c/o
until began started start onset yesterday recently lately who no never will would should if may plan
recommend recommended father mother brother sister dad mom parents
"""
_AGO = rf"{_COUNT} (?:days?|weeks?|wks?|hours?|hrs?) (?:ago|prior|before)"
#: A time of this illness, or a word of the present: the story is over.
PRESENT = re.compile(
    rf"\b(?:{'|'.join(_NOW.split())}|on exam|this (?:am|morning|visit|week|time)|last (?:night|week)|{_AGO})"
    r"\b|\b\d{1,2}/\d{1,2}\b|[;\n] ?\n|^\s*\d{1,2}[.)] ",
    re.I,
)
_THEN = """
had was were underwent got developed suffered sustained broke found showed revealed spent went took
required requiring received treated admitted hospitalized noticed became fell felt told came needed
did tore fractured experienced recovered contracted caught used attempted presented saw followed
complicated
"""
#: What happened then.
TOLD = re.compile(rf"\b(?:{'|'.join(_THEN.split())})\b", re.I)
#: What began then may go on.
BEGAN = re.compile(r"\b(?:diagnosed|dx'?d?|diagnosis|developed chronic|began|noted to have)\b[^.;]*$", re.I)
#: A time at which this illness began.
ONSET = re.compile(
    r"\b(?:until|since|from|began|starting|dating back to)(?: about| around| the| last| late|"
    r" early)? ?(?:(?:19|20)\d\d|\d+ y|last|spring|summer|fall|winter)",
    re.I,
)
SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n(?=\s*(?:\n|[-*•\dA-Z?+]))")
_MONTH = r"(?:early |late )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_CARE = (
    r"(?:hospitali[sz]ed|hospitali[sz]ation|admitted|admission|hospital stay|treated|surgery|seen|icu|"
    r"ed visit|er (?:trip|visit))"
)
_TIME = (
    rf"(?:last|ago|back|this (?:year|{_SEASON})|in (?:the )?(?:{_MONTH}|{_SEASON}|\d{{4}})|"
    r"\d{1,2}/\d{1,2} ?[-–] ?\d{1,2}/\d{1,2})"
)
_FOR = r"(?:for|with|w/|due to|because of) ?(?:an? |her |his |the )?$"
#: A stay in hospital, its time, and what it was for, before a mention.
STAY = re.compile(rf"\b{_CARE}\b[^.;\n]{{0,40}}?\b{_TIME}\b[^.;\n]{{0,20}}? {_FOR}", re.I)
#: A past month and a treatment in it, before a mention: "in March you treated him for".
TREATED = re.compile(
    rf"\bin {_MONTH}\b[^.;\n]{{0,30}}\b(?:treated|admitted|hospitali[sz]ed|seen)\b[^.;\n]{{0,20}} {_FOR}",
    re.I,
)
LINKED = re.compile(_FOR, re.I)
#: Pregnancies by number, before what befell in them: "G3P2, SAB x1, C/S x2".
GRAVIDA = re.compile(r"\bG ?\d+ ?P ?\d+[^.\n]{0,40}$")
OBSTETRIC = ("O03", "595", "590")


def past(first: int, code: str, system: str, notes: Statements) -> bool:
    """Whether the mention at word `first` is an event of a story that is over."""
    diagnosis = system == "ICD-10-CM"
    if diagnosis and ((course.is_lasting(code) and code[0] != "R") or code[0] in "CDZ"):
        return False
    text, start = notes.stream.text, notes.stream.start(first)
    low = max(0, start - BACK, text.rfind("\n\n", 0, start) + 1)
    before = text[low:start]
    if _cared_for(before[-120:], code):
        return True
    dated = ("19" in before or "20" in before) and YEAR.search(before) is not None
    if not dated and HINTS.isdisjoint(notes.words[notes.stream.index_at(low) : first]):
        return False  # the quick look
    lines = before.split("\n")
    split = lines if any(len(line) < LINE for line in lines[1:-1]) else SENTENCE.split(before)
    sentences = split[::-1][: SENTENCES + 1]
    if diagnosis and BEGAN.search(sentences[0]):
        return False
    if len(sentences) > 1 and not TOLD.search(sentences[0]):
        sentences = sentences[:1]
    return _reached(text, sentences)


def _cared_for(tail: str, code: str) -> bool:
    """Whether a mention is what a stay in hospital was for, or befell a pregnancy of a list."""
    if LINKED.search(tail, max(0, len(tail) - 20)) and (STAY.search(tail) or TREATED.search(tail)):
        return True
    return code.startswith(OBSTETRIC) and GRAVIDA.search(tail) is not None


def _reached(text: str, sentences: list[str]) -> bool:
    """Whether a time that is over stands in one of the sentences, the nearest first, and nothing after it
    ends the story.
    """
    for sentence in sentences:
        if ONSET.search(sentence):
            return False
        times = [hit for hit in REMOTE.finditer(sentence) if not timing.latest(text, hit["year"])]
        after = sentence[times[-1].end() :] if times else sentence
        if PRESENT.search(after) or (not times and not TOLD.search(sentence)):
            return False
        if times:
            return TOLD.search(sentence) is not None
    return False
