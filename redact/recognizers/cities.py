"""CITY: towns, cities, counties and neighbourhoods (164.514(b)(2)(i)(B)). States and countries stay."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from ..gazetteers import cities, clinical_words, given_names, is_common, word_counts
from .base import LIKELY, STRONG, ChartRecognizer
from .name_words import is_clinical, is_eponym, is_eponym_phrase
from .states import STATE, STATE_CODES, STATE_NAMES
from .wordlist import any_of, word_list

NAME: Final = r"[A-ZÀ-Þ][\w'’.]*+(?:[ -](?:[A-ZÀ-Þ][\w'’]*+|de|del|la|las|los|du|of|the)){0,3}"
BEFORE_STATE: Final = re.compile(
    rf"(?<![\w'’])({NAME})(?P<comma>,?)[ ]*(?<=[ ,])(?P<state>{STATE})\b(?![ ]+[a-z]+ing\b)"
)
#: State codes that are degrees as well: "Okafor, MD".
DEGREES_TOO: Final = frozenset(("MD", "PA", "MA", "MS", "DC", "RI"))
PLACE_WORDS: Final = any_of(
    """[Ff]rom [Nn]ear nr [Ii]n [Tt]o [Oo]utside [Tt]ransf?er(?:red)?_to [Mm]oved_to [Mm]oving_to [Ll]ives_in
    [Bb]orn_in [Rr]aised_in [Tt]own_of [Cc]ity_of [Vv]illage_of [Vv]isiting [Bb]ack_to [Aa]round [Oo]f
    [Aa]t via"""
)
AFTER_PLACE_WORD: Final = re.compile(rf"\b{PLACE_WORDS} ({NAME})")
AFTER_PLACE_LOWER: Final = re.compile(
    r"\b(?:in|from|near|to|outside|lives in|moved to|born in) ([a-z]{5,20})\b"
)
COUNTY: Final = re.compile(rf"(?<![\w'’])({NAME}) (?:County|Co\.|Parish|Township|Twp\.?|Borough)(?!\w)")
LABELLED: Final = re.compile(
    r"\b(?:city|town|hometown|birthplace|place of birth)[ ]*[:#][ ]*([^\W\d_][\w'’. -]{1,30}?)(?=[,;\n]|  "
    r"|$)",
    re.IGNORECASE,
)
#: Two or three capitalised words, looked up as they stand: "Grand Rapids", "Coeur d'Alene".
SEVERAL_WORDS: Final = re.compile(r"(?<![\w'’-])(?=([A-Z][\w'’]++(?:[ ][A-Z][\w'’]++){1,2}))[A-Z]")
STATES: Final = frozenset(name.lower() for name in (*STATE_NAMES, *STATE_CODES))
#: Listed towns that say something else in a note.
NOT_TOWNS: Final = frozenset(
    town.replace("_", " ")
    for town in word_list(
        """medical_lake good_hope white_plains head_waters south_bend clear_lake big_bend sugar_land
    rocky_mountain long_beach high_point cold_spring hot_springs normal valley_view union_city
    center_point new_baby"""
    )
)
#: A lower-case town must be hardly ever written as a word.
RARE_COUNT: Final = 60


class CityRecognizer(ChartRecognizer):
    """Capitalised words before a state, listed cities after a word of place, counties, labelled cities."""

    LABELS: ClassVar[tuple[str, ...]] = ("CITY",)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Every city; offsets are code points of `text`, end exclusive."""
        if "CITY" not in entities:
            return []
        return [
            self.result("CITY", start, end, score) for start, end, score in find_cities(text) if end > start
        ]


def find_cities(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and score of each city or county."""
    for match in LABELLED.finditer(text):
        yield *match.span(1), STRONG
    for match in BEFORE_STATE.finditer(text):
        vouched = len(match["state"]) > 2 or (match["comma"] == "," and match["state"] not in DEGREES_TOO)
        yield *_tail(match.group(1), match.start(1), any_name=vouched), STRONG
    for match in COUNTY.finditer(text):
        yield *_tail(match.group(1), match.start(1), any_name=True), STRONG
    for match in AFTER_PLACE_WORD.finditer(text):
        yield match.start(1), match.start(1) + _listed(match.group(1)), LIKELY
    for match in AFTER_PLACE_LOWER.finditer(text):
        town = match.group(1)
        if town in cities() and word_counts().get(town, 0) < RARE_COUNT and not is_clinical(town):
            yield *match.span(1), LIKELY
    for match in SEVERAL_WORDS.finditer(text):
        yield match.start(1), match.start(1) + _several(match.group(1)), LIKELY


def _tail(name: str, start: int, *, any_name: bool) -> tuple[int, int]:
    """The part of `name` before a state that is the city: a listed tail, or what follows plain words.

    A city that is not listed counts only with `any_name`.
    """
    words = list(re.finditer(r"[^\s]+", name))
    for word in words:
        tail = name[word.start() :].lower()
        if tail in cities() and tail not in clinical_words():
            return start + word.start(), start + len(name)
    last = words[-1].group()
    if not any_name or is_clinical(last) or last.isupper() or is_common(last) or is_eponym(last):
        return start, start
    first = next((w for w in words if not is_common(w.group()) and not is_clinical(w.group())), words[-1])
    return start + first.start(), start + len(name)


def _listed(name: str) -> int:
    """How many characters of `name`, from its start, are a listed city and no plain word or given name."""
    words = list(re.finditer(r"[^\s]+", name))
    for count in range(len(words), 0, -1):
        head = name[: words[count - 1].end()].rstrip(".,")
        key = head.lower()
        if key in STATES or key not in cities() or key in NOT_TOWNS:
            continue
        if count > 1 or not (is_common(key) or is_clinical(key) or key in given_names() or is_eponym(key)):
            return len(head)
    return 0


def _several(name: str) -> int:
    """How many characters of two or three capitalised words, from their start, are a listed city."""
    words = list(re.finditer(r"[^\s]+", name))
    for count in range(len(words), 1, -1):
        head = name[: words[count - 1].end()]
        key = head.lower()
        named_after = is_eponym_phrase(key.split()) or any(map(is_eponym, key.split()))
        if (
            key in cities()
            and key not in STATES
            and key not in NOT_TOWNS
            and not named_after
            and not head.isupper()
        ):
            return len(head)
    return 0
