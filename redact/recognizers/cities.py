"""CITY: towns, cities, counties and neighbourhoods (164.514(b)(2)(i)(B)). States and countries stay."""

import re
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from ..gazetteers import cities, clinical_words, given_names, is_common
from .base import LIKELY, STRONG, ChartRecognizer
from .states import STATE, STATE_CODES, STATE_NAMES

NAME: Final = r"[A-ZÀ-Þ][\w'’.]*+(?:[ -](?:[A-ZÀ-Þ][\w'’]*+|de|del|la|las|los|du|of|the)){0,3}"
BEFORE_STATE: Final = re.compile(rf"(?<![\w'’])({NAME})(?:,[ ]*|[ ]+)(?:{STATE})\b(?![ ]+[a-z]+ing\b)")
AFTER_PLACE_WORD: Final = re.compile(
    rf"\b(?:[Ff]rom|[Nn]ear|nr|[Ii]n|[Tt]o|[Oo]utside|[Tt]ransf?er(?:red)? to|[Mm]oved to|[Mm]oving to|[Ll]ives in|[Bb]orn in|[Rr]aised in|[Tt]own of|[Cc]ity of|[Vv]illage of|[Vv]isiting|[Bb]ack to) ({NAME})"
)
COUNTY: Final = re.compile(rf"(?<![\w'’])({NAME}) (?:County|Co\.|Parish|Township|Twp\.?|Borough)(?!\w)")
LABELLED: Final = re.compile(r"\b(?:city|town|hometown|birthplace|place of birth)[ ]*[:#][ ]*([^\W\d_][\w'’. -]{1,30}?)(?=[,;\n]|  |$)", re.IGNORECASE)
STATES: Final = frozenset(name.lower() for name in (*STATE_NAMES, *STATE_CODES))


class CityRecognizer(ChartRecognizer):
    """Capitalised words before a state, listed cities after a word of place, counties, labelled cities."""

    LABELS: ClassVar[tuple[str, ...]] = ("CITY",)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        if "CITY" not in entities:
            return []
        found = [self.result("CITY", *match.span(1), STRONG) for match in LABELLED.finditer(text)]
        for match in (*BEFORE_STATE.finditer(text), *COUNTY.finditer(text)):
            start, end = _tail(match.group(1), match.start(1))
            if end > start:
                found.append(self.result("CITY", start, end, STRONG))
        for match in AFTER_PLACE_WORD.finditer(text):
            end = _listed(match.group(1))
            if end:
                found.append(self.result("CITY", match.start(1), match.start(1) + end, LIKELY))
        return found


def _tail(name: str, start: int) -> tuple[int, int]:
    """The part of `name` before a state that is the city: the longest listed tail, or what follows plain words."""
    words = list(re.finditer(r"[^\s]+", name))
    for word in words:
        tail = name[word.start() :].lower()
        if tail in cities() and tail not in clinical_words():
            return start + word.start(), start + len(name)
    last = words[-1]
    if last.group().lower() in clinical_words() or last.group().isupper() or is_common(last.group()):
        return start, start
    first = next((word for word in words if not is_common(word.group()) and word.group().lower() not in clinical_words()), last)
    return start + first.start(), start + len(name)


def _listed(name: str) -> int:
    """How many characters of `name`, from its start, are a listed city that is no plain word or given name."""
    words = list(re.finditer(r"[^\s]+", name))
    for count in range(len(words), 0, -1):
        head = name[: words[count - 1].end()].rstrip(".,")
        key = head.lower()
        if key in STATES or key not in cities():
            continue
        if count > 1 or not (is_common(key) or key in clinical_words() or key in given_names()):
            return len(head)
    return 0
