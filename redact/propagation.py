"""What is found once in a note is redacted everywhere in it.

Parts of names, their possessives and other casings, the initials that sign for them, and numbers, cities
and facilities as they were written. A name that is a common word keeps its lower-case use: "Rose rose early".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from .gazetteers import eponyms
from .recognizers.base import LIKELY
from .recognizers.name_words import CREDENTIALS, NEVER, is_clinical, is_plain
from .recognizers.wordlist import word_list
from .spans import Finding, weight

RECOGNIZER: Final = "Propagation"
NUMBERED: Final = frozenset(
    {
        "MRN",
        "SSN",
        "HEALTH_PLAN",
        "ACCOUNT",
        "LICENSE",
        "VEHICLE",
        "DEVICE",
        "OTHER_ID",
        "PHONE",
        "FAX",
        "EMAIL",
    }
)
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: A word with a digit or underscore in it; longer ones are no usernames.
MIXED_WORD: Final = re.compile(r"(?<!\w)(?=[^\W\d_]{0,48}[\d_])\w{6,64}(?!\w)")
POSSESSIVE: Final = re.compile(r"'s$", re.IGNORECASE)
WORD_BEGIN: Final = re.compile(r"(?<!\w)\S")
WORD_CHARACTER: Final = re.compile(r"\w")
#: Values are looked up by so many of their first characters, and shorter ones not at all.
KEY: Final = 4
#: A shorter name inside a longer word is chance.
RUN_ON: Final = 6
#: Two or three letters that may be somebody's initials, or an abbreviation, or a word.
LETTERS: Final = re.compile(r"(?<![^\W_])(?P<initials>[^\W\d_]{2,3}|(?:[^\W\d_]\.){2,3})(?![^\W_])")
NEXT_WORD: Final = re.compile(r" ([a-zà-þ]{3,})")
PARTICLES: Final = frozenset(
    word_list(
        """de la del los las da dos das do di du van von der den ter bin ibn al el le jr sr ii iii iv st mc
        mac"""
    )
)
#: Where two or three letters are somebody's initials: alone on a line, after a dash, in "RK/jm", after "by".
SIGNING: Final = re.compile(
    r"(?:^[ \t]*|[-–—~/][ ]?|\b(?:by|init(?:ials?)?|trans|dict|signed|typed)[:.]?[ ])"
    r"(?P<initials>[^\W\d_]{2,3}|(?:[^\W\d_]\.){2,3})(?=[ \t]*(?:$|[/,;)]|[-–]?[ ]?\d))",
    re.MULTILINE | re.IGNORECASE,
)


def propagate(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Yield the further places in `text` of what `findings` found."""
    found = list(findings)
    names = _names(found, text)
    yield from _name_parts(names, text)
    yield from _initials(names, SIGNING, text)
    yield from _exact([f for f in found if f.label in NUMBERED or f.label in ("CITY", "FACILITY")], text)


def propagate_doubtfully(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Yield the places of `text` that may name somebody whom `findings` found, or may be a plain word.

    Names that are words, and letters that are somebody's initials: ask the model before they are redacted.
    """
    names = _names(findings, text)
    yield from _word_names(names, text)
    yield from (f for f in _initials(names, LETTERS, text) if not _is_small_word(text[f.start : f.end]))
    written = {name for name in names if LETTERS.fullmatch(name)}
    for match in LETTERS.finditer(text) if written else ():
        if match.group() in written:
            yield Finding(*match.span(), "PERSON", LIKELY, RECOGNIZER)


def _names(findings: Iterable[Finding], text: str) -> list[str]:
    return [text[f.start : f.end] for f in findings if f.label == "PERSON" and f.score >= LIKELY]


def _parts(names: list[str]) -> set[str]:
    parts = (_bare(part) for name in names for part in WORD.findall(name))
    return {part for part in parts if _identifies(part)}


def _bare(word: str) -> str:
    """A word with straight apostrophes and without its possessive ending; only the end is cut off."""
    return POSSESSIVE.sub("", word.replace("’", "'"))


def _is_word(part: str) -> bool:
    return is_plain(part) or part.lower() in eponyms()


def _is_small_word(letters: str) -> bool:
    return letters.islower() and is_plain(letters)


def _name_parts(names: list[str], text: str) -> Iterator[Finding]:
    """Names that are no words, in any case."""
    parts = {part.lower() for part in _parts(names) if not _is_word(part)}
    yield from _people(text, lambda word, end: word.lower() in parts)
    yield from _run_on({part for part in parts if len(part) >= RUN_ON}, text)


def _word_names(names: list[str], text: str) -> Iterator[Finding]:
    """Names that are words too, as they were written or with a capital."""
    words = {form for part in _parts(names) if _is_word(part) for form in (part, part.capitalize())}
    written = {word for word in words if not word.islower()}
    yield from _people(text, lambda word, end: word in written and not _is_disease(word, end, text))


def _people(text: str, named: Callable[[str, int], bool]) -> Iterator[Finding]:
    for match in WORD.finditer(text):
        word = _bare(match.group())
        if named(word, match.end()):
            yield Finding(match.start(), match.start() + len(word), "PERSON", LIKELY, RECOGNIZER)


def _is_disease(word: str, end: int, text: str) -> bool:
    """Whether an eponym stands before the clinical word it names: "Barrett's esophagus", by Dr. Barrett."""
    if word.lower() not in eponyms():
        return False
    after = NEXT_WORD.match(text, end)
    return after is not None and is_clinical(after[1])


def _run_on(parts: set[str], text: str) -> Iterator[Finding]:
    """A long name inside a longer word, as in "sbaptiste_84": the whole word goes."""
    if not parts:
        return
    longest = max(map(len, parts))
    for match in MIXED_WORD.finditer(text):
        word = match.group().lower()
        starts = range(len(word) - RUN_ON + 1)
        if any(
            word[i:j] in parts for i in starts for j in range(i + RUN_ON, min(len(word), i + longest) + 1)
        ):
            yield Finding(*match.span(), "OTHER_ID", LIKELY, RECOGNIZER)


def _identifies(part: str) -> bool:
    lower = part.lower()
    return (
        len(part) > 2
        and lower not in PARTICLES
        and lower not in NEVER
        and not re.fullmatch(CREDENTIALS, part)
    )


def _initials(names: list[str], places: re.Pattern[str], text: str) -> Iterator[Finding]:
    known = {form for name in names for form in _initial_forms(name)}
    if known:
        for match in places.finditer(text):
            letters = match.group("initials")
            if letters.replace(".", "").lower() in known and not re.fullmatch(CREDENTIALS, letters):
                yield Finding(*match.span("initials"), "PERSON", LIKELY, RECOGNIZER)


def _initial_forms(name: str) -> Iterator[str]:
    last_first = re.fullmatch(r"([^,]+),\s*(.+)", name)
    ordered = f"{last_first[2]} {last_first[1]}" if last_first else name
    letters = [word[0].lower() for word in re.findall(r"[^\W\d_]+", ordered) if word.lower() not in PARTICLES]
    if len(letters) > 1:
        yield letters[0] + letters[-1]
        yield "".join(letters[:3])


def _exact(findings: list[Finding], text: str) -> Iterator[Finding]:
    """The further places of numbers, cities and facilities as they were written; many cost no more."""
    telling = [f for f in findings if f.end - f.start >= KEY and _tells(text[f.start : f.end], f.label)]
    values = {text[f.start : f.end]: f for f in sorted(telling, key=weight)}
    by_key: dict[str, list[str]] = {}
    for value in sorted(values, key=len, reverse=True):
        by_key.setdefault(value[:KEY], []).append(value)
    for begin in WORD_BEGIN.finditer(text) if by_key else ():
        start = begin.start()
        for value in by_key.get(text[start : start + KEY], ()):
            end = start + len(value)
            if text.startswith(value, start) and not WORD_CHARACTER.match(text, end):
                origin = values[value]
                if start != origin.start:
                    yield Finding(start, end, origin.label, origin.score, RECOGNIZER)
                break


def _tells(value: str, label: str) -> bool:
    """Whether a value says enough by itself: a number of four characters or a plain word may be anything."""
    if label in NUMBERED:
        return sum(character.isalnum() for character in value) > KEY
    return not (value.islower() and is_plain(value))
