"""Phrases from the tabular list: which wordings of which titles are worth matching, and for which billable
code.
"""

from collections.abc import Iterable, Mapping

from . import icd10cm
from .icd10cm import TabularCode
from .variants import phrases

#: (key, code, system, side, weight, exact, cues): one thing that a phrase can mean.
Row = tuple[str, str, str, str, float, str, str]

TITLE, INCLUSION, INCLUDES, HEADER = 0.9, 0.88, 0.7, 0.9
#: Blocks that say who did it, where and during what: their words are ordinary ones.
CIRCUMSTANCE = ("Y07", "Y92", "Y93", "Y99", "Y90", "Y95")
#: One-word titles that are ordinary words in a note; the lexicon has those that matter, with their
#: conditions.
_ORDINARY = """
absent absence accident activity arrest atlas avulsion axis bankruptcy betting broad caffeine calcis
cancer collapse collision corrosion counseling death delinquency digger donor drowning explosion
exposure falling female flood furloughed growth hanging homicide hostility illness immersion injury
itch litigation loneliness male murder needle observation orbit overactivity overexertion pain
paraphilias poisoning promiscuity prosecution pulmonic runaway screaming screening shock shot
sighing sterilization storm tractor trolley twister underemployed worry unhappiness worm single twin
triplet
"""
ORDINARY = frozenset(_ORDINARY.split())


def rows(tabular: Iterable[TabularCode], defaults: Mapping[str, str]) -> Iterable[Row]:
    """Phrases of titles, inclusion terms and 'includes' notes, for the billable code that each stands for."""
    for item in tabular:
        if item.extended or item.code[:3] in CIRCUMSTANCE:
            continue
        code = defaults[item.code]
        share = 1.0 if item.billable or code[:-1] == item.code else HEADER
        for text, weight in _texts(item):
            for phrase in phrases(text):
                if useful(phrase.key, code, phrase.weight):
                    weighed = round(weight * share * phrase.weight, 3)
                    yield phrase.key, code, icd10cm.SYSTEM, phrase.side, weighed, "", ""


def useful(key: str, code: str, weight: float) -> bool:
    """Whether a derived phrase says enough to be matched without anything around it."""
    spoken = [word for word in key.split() if word.isalpha() and len(word) > 2]
    if " " in key:
        return len(spoken) > 1 or (len(key) > 8 and bool(spoken))
    return bool(spoken) and len(key) > 4 and weight > 0.7 and code[0] not in "VWXYZ" and key not in ORDINARY


def _texts(item: TabularCode) -> Iterable[tuple[str, float]]:
    yield item.description, TITLE
    yield from ((text, INCLUSION) for text in item.terms)
    yield from ((text, INCLUDES) for text in item.includes)
