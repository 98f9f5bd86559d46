"""PERSON: names of patients, relatives, clinicians and staff (164.514(b)(2)(i)(A)).

Rules see names where a title, a degree, a field label or a word of kinship stands beside them, or where
census names follow one another. Names that nothing marks are the trained model's part.
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from .base import CERTAIN, LIKELY, STRONG, ChartRecognizer
from .name_patterns import (
    BARE_LABEL,
    DEGREED,
    HEADER,
    HEADER_LOWER,
    INITIALLED,
    KIN,
    LABELLED_LOWER,
    LABELLED_NAME,
    PARTICLE,
    SEQUENCE,
    SIGNED_INITIALS,
    SLASHED,
    SPECIALISED,
    SPOKEN,
    TITLED,
    TITLED_INITIAL,
    TITLED_LOWER,
)
from .name_words import (
    CREDENTIALS,
    NEVER,
    can_be_name,
    is_clinical,
    is_eponym,
    is_eponym_phrase,
    is_given,
    is_listed,
    is_plain,
)
from .states import STATE_NAMES

#: Shapes in which a word beside the name vouches for it, and how far.
VOUCHED: Final = (
    (TITLED, CERTAIN),
    (DEGREED, STRONG),
    (SPECIALISED, STRONG),
    (HEADER, STRONG),
    (INITIALLED, LIKELY),
    (LABELLED_NAME, STRONG),
    (SPOKEN, LIKELY),
    (KIN, STRONG),
    (BARE_LABEL, LIKELY),
)
#: A title or a specialty vouches even for a name that is a plain word: "Dr. Head", "Stone (uro)".
VOUCHES_FOR_ANY: Final = frozenset({TITLED, SPECIALISED, HEADER})
WORD: Final = re.compile(r"[^\s,]+")


class PersonRecognizer(ChartRecognizer):
    """Names by title, degree, label, kinship, census lists and signing initials."""

    LABELS: ClassVar[tuple[str, ...]] = ("PERSON",)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Every name; offsets are code points of `text`, end exclusive."""
        if "PERSON" not in entities:
            return []
        return [
            self.result("PERSON", start, end, score) for start, end, score in find_names(text) if end > start
        ]


def find_names(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and score of each name; offsets are code points of `text`, end exclusive."""
    for shape, score in VOUCHED:
        for match in shape.finditer(text):
            name, start = match.group("name"), match.start("name")
            if not _misread(
                shape, name, text[match.end() : match.end() + 2], at_line_start=_at_line_start(text, start)
            ):
                yield *_trimmed(name, start, keep_common=shape in VOUCHES_FOR_ANY), score
    for shape in (TITLED_LOWER, LABELLED_LOWER, HEADER_LOWER):
        for match in shape.finditer(text):
            if not all(is_plain(word) for word in re.split(r"[ ,]+", match.group("name"))):
                yield *match.span("name"), LIKELY
    yield from _initials(text)
    for match in SEQUENCE.finditer(text):
        yield from _listed(match.group(), match.start())


def _misread(shape: re.Pattern[str], name: str, after: str, *, at_line_start: bool) -> bool:
    """Shapes that weak words vouch for: "called NHL" is no name, nor is the list item "B. Query the team"."""
    if shape is INITIALLED:
        return is_eponym(name.split()[-1]) or (at_line_start and bool(re.match(" [a-z]", after)))
    if shape is KIN and name.endswith(("'s", "’s")) and is_eponym(name):
        return True
    return shape in (SPOKEN, KIN) and name.isupper() and len(name) < 5 and not is_listed(name)


def _at_line_start(text: str, position: int) -> bool:
    return not text[text.rfind("\n", 0, position) + 1 : position].strip()


def _initials(text: str) -> Iterator[tuple[int, int, float]]:
    """Letters that stand for a name: "Dr K", "RKM/jd", "-- jd"."""
    for match in TITLED_INITIAL.finditer(text):
        yield *match.span("name"), LIKELY
    for shape in (SLASHED, SIGNED_INITIALS):
        for match in shape.finditer(text):
            for group, letters in match.groupdict().items():
                if letters and not re.fullmatch(CREDENTIALS, letters) and not is_clinical(letters):
                    yield *match.span(group), LIKELY


def _trimmed(name: str, start: int, *, keep_common: bool) -> tuple[int, int]:
    """Cut a candidate at the first word that can't be part of a name; empty when the first word can't be."""
    end = 0
    for index, word in enumerate(WORD.finditer(name)):
        value = word.group()
        if _joins(value):
            end = word.end() if end and not re.fullmatch(PARTICLE, value) else end
            continue
        vouched = keep_common and index == 0 and value.lower() not in NEVER
        if re.fullmatch(CREDENTIALS, value) or not (can_be_name(value) or vouched):
            break
        end = word.end()
    return start, start + len(name[:end].rstrip(" ,"))


def _joins(word: str) -> bool:
    """Whether a word only goes along with a name: an initial, a particle, a suffix."""
    return len(word.strip(".")) == 1 or bool(re.fullmatch(rf"{PARTICLE}|(?:Jr|Sr|II|III|IV)\.?", word))


def _listed(name: str, start: int) -> Iterator[tuple[int, int, float]]:
    """Runs of words of a capitalised sequence that hold a listed name."""
    if name.rpartition(", ")[2] in STATE_NAMES:  # "Columbus, Georgia"
        return
    run: list[re.Match[str]] = []
    for word in [*WORD.finditer(name), None]:
        if word is not None and (
            _joins(word.group()) or (can_be_name(word.group()) and not _shorthand(word.group(), name))
        ):
            run.append(word)
            if not word.group().endswith(("'s", "’s")):  # "McBurney's point": a possessive ends a name
                continue
        while run and re.fullmatch(PARTICLE, run[-1].group()):
            run.pop()
        score = _run_score([item.group() for item in run if not _joins(item.group())], len(run))
        if score:
            yield start + run[0].start(), start + run[-1].end(), score
        run = []


def _shorthand(word: str, name: str) -> bool:
    """A few capitals among other words are an abbreviation: "Upper GI"."""
    return word.isupper() and len(word) < 5 and not (name.isupper() and " " in name)


def _run_score(words: list[str], parts: int) -> float:
    """How sure a run of name-like words is a name; 0 when it is none.

    `parts` also counts initials and suffixes. A listed given name makes a run of two or more strong; alone it
    counts unless it names a disease or test as well. Without one, a listed surname beside another word
    counts, and a word alone that English does not write so ("Zofię").
    """
    if not words or is_eponym_phrase(words) or (parts == 1 and words[0].isupper()):
        return 0.0
    if any(is_given(word) for word in words):
        if parts > 1:
            return LIKELY if is_eponym(words[-1]) else STRONG
        return 0.0 if is_eponym(words[0]) else LIKELY
    if len(words) == 1 and not re.sub("’", "", words[0]).isascii():
        return 0.0 if is_eponym(words[0]) else LIKELY
    if len(words) == 1 or all(word.isupper() for word in words) or any(map(is_eponym, words)):
        return 0.0
    return LIKELY if any(is_listed(word) for word in words) else 0.0
