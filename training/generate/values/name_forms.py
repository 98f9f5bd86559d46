"""The ways a note writes a person's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from .. import words
from .pick import weighted

_FAMILY_FIRST = frozenset({"chinese", "korean", "vietnamese", "japanese"})


@dataclass(frozen=True, slots=True)
class Person:
    """A person as first thought of; every written form is drawn from these parts."""

    given: str
    middle: str
    family: str
    suffix: str
    nick: str
    word: str  # a form of the name that is also a common word
    word_given: str  # a given name that is one
    word_family: str  # a family name that is one
    epo: str  # an eponym the person is called by, where a note asks for one
    sex: str
    group: str


def first_last(rng: Random, person: Person) -> str:
    """First and last name in one of the usual full forms."""
    middle = weighted(rng, _MIDDLES)(person)
    suffix = f"{rng.choice((' ', ' ', ', '))}{person.suffix}" if person.suffix else ""
    if person.group in _FAMILY_FIRST and rng.random() < 0.12:
        return f"{person.family} {person.given}"
    if rng.random() < 0.04:
        opened, closed = rng.choice(('""', "()", "“”", "''"))
        middle = f" {opened}{person.nick}{closed}"
    return f"{person.given}{middle} {person.family}".strip() + suffix


_MIDDLES: tuple[tuple[float, Callable[[Person], str]], ...] = (
    (60, lambda person: ""),
    (16, lambda person: f" {person.middle[0]}." if person.middle else ""),
    (14, lambda person: f" {person.middle[0]}" if person.middle else ""),
    (10, lambda person: f" {person.middle}" if person.middle else ""),
)


def last_first(rng: Random, person: Person) -> str:
    """ "Last, First M" and its kin."""
    if not person.family:
        return person.given
    middle = weighted(rng, _MIDDLES)(person)
    comma = weighted(rng, ((12, ", "), (4, ","), (1, " ,"), (1, "^")))
    suffix = f" {person.suffix}" if person.suffix else ""
    if comma == "^":
        return f"{person.family}^{person.given}{'^' + person.middle[:1] if person.middle else ''}"
    return f"{person.family}{suffix}{comma}{person.given}{middle}"


def initials(rng: Random, person: Person) -> str:
    """Initials standing for the person: "RK", "rk", "R.K."."""
    letters = [part[0] for part in (person.given, person.middle, person.family) if part]
    if len(letters) == 3 and rng.random() < 0.6:
        del letters[1]
    if len(letters) == 1:
        letters.append(person.nick[0])
    text = weighted(rng, _INITIAL_STYLES)(letters)
    return text.upper() if rng.random() < 0.8 else text.lower()


_INITIAL_STYLES: tuple[tuple[float, Callable[[list[str]], str]], ...] = (
    (60, "".join),
    (18, lambda letters: ".".join(letters) + "."),
    (6, lambda letters: ". ".join(letters) + "."),
    (6, ".".join),
    (4, "/".join),
    (3, " ".join),
    (3, "-".join),
)


def small_initials(rng: Random, person: Person) -> str:
    """Two or three letters run together and small, as they end a hurried line: "jd", "mkt".

    Those that would be a role or a small word ("pt", "am") take a third letter.
    """
    letters = [part[0].lower() for part in (person.given, person.middle, person.family) if part]
    if len(letters) == 3 and rng.random() < 0.75:
        del letters[1]
    if len(letters) == 1:
        letters.append(person.nick[0].lower())
    joined = "".join(letters)
    return joined + person.given[-1].lower() if joined in _taken() else joined


@cache
def _taken() -> frozenset[str]:
    known = words.sections("lookalikes")
    return frozenset((*known["roles"], *known["small words"]))


def _family_form(rng: Random, person: Person) -> str:
    """Mostly the whole family name, sometimes one half of a double one."""
    if not person.family:
        return person.given
    parts = person.family.split(" ")
    if len(parts) == 2 and parts[0][0].isupper() and len(parts[0]) > 3 and rng.random() < 0.3:
        return parts[0]
    return person.family


def _first_form(rng: Random, person: Person) -> str:
    return person.nick if rng.random() < 0.08 else person.given


def _initial_last(rng: Random, person: Person) -> str:
    middle = person.middle[:1] if rng.random() < 0.3 else ""
    dot = rng.choice((". ", ". ", " ", "."))
    if middle and dot == " ":
        return f"{person.given[0]}{middle} {person.family}"
    inner = f"{middle}{dot}" if middle else ""
    return f"{person.given[0]}{dot}{inner}{person.family}"


def _first_initial(rng: Random, person: Person) -> str:
    letter = (person.family or person.nick)[0]
    return f"{person.given} {letter}{rng.choice(('.', '.', ''))}"


def _low(rng: Random, person: Person) -> str:
    return rng.choice((person.given, person.family or person.given)).lower()


def _any(rng: Random, person: Person) -> str:
    return weighted(rng, _ANY)(rng, person)


def _shouted(rng: Random, person: Person) -> str:
    return rng.choice((first_last, last_first))(rng, person).upper()


def _murmured(rng: Random, person: Person) -> str:
    return rng.choice((first_last, last_first))(rng, person).lower()


def _just_word(rng: Random, person: Person) -> str:
    return person.word


def _with_word(rng: Random, person: Person) -> str:
    roll = rng.random()
    if roll < 0.3:
        return f"{person.word_given} {person.word_family}"
    if roll < 0.65:
        return f"{person.given} {person.word_family}"
    return f"{person.word_given} {person.family}".strip()


def spelled(rng: Random, person: Person) -> str:
    """A name letter by letter, as it is dictated: "R-E-Y-E-S", often after the name itself."""
    name = rng.choice((person.family or person.given, person.family or person.given, person.given))
    letters = rng.choice(("-", "-", " ", ", ", ". ", " - ")).join(char for char in name if char.isalpha())
    letters = letters.upper() if rng.random() < 0.7 else letters.lower()
    return f"{name}, {letters}" if rng.random() < 0.5 else letters


Form = Callable[[Random, Person], str]
_ANY: tuple[tuple[float, Form], ...] = (
    (46, first_last),
    (24, last_first),
    (7, _initial_last),
    (4, _first_initial),
    (9, _shouted),
    (5, _murmured),
    (3, _with_word),
    (2, lambda rng, person: f"{person.nick} {person.family}".strip()),
    (0.7, spelled),
)
FORMS: dict[str, Form] = {
    "": _any,
    "full": first_last,
    "last": _family_form,
    "first": _first_form,
    "lf": last_first,
    "nick": lambda rng, person: person.nick,
    "init": initials,
    "fl": _initial_last,
    "fi": _first_initial,
    "low": _low,
    "flow": lambda rng, person: _first_form(rng, person).lower(),
    "llow": lambda rng, person: _family_form(rng, person).lower(),
    "word": _just_word,
    "wlow": lambda rng, person: person.word.lower(),
    "wg": lambda rng, person: person.word_given,
    "wf": lambda rng, person: person.word_family,
    "wfull": _with_word,
    "ww": lambda rng, person: f"{person.word_given} {person.word_family}",
    "il": small_initials,
    "iu": lambda rng, person: small_initials(rng, person).upper(),
    "epo": lambda rng, person: person.epo,
    "spell": spelled,
}


def write_name(rng: Random, person: Person, form: str) -> str:
    """The person's name in one of FORMS."""
    return FORMS[form](rng, person)
