"""People and the ways a note writes their names."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .. import words
from . import names
from .pick import weighted

_FAMILY_FIRST = frozenset({"chinese", "korean", "vietnamese", "japanese"})
_TWO_FAMILIES = {"hispanic": 0.4, "portuguese": 0.35, "filipino": 0.15}
_NO_FAMILY = {"southeast_asian": 0.04, "south_asian": 0.04, "east_african": 0.03}
_SUFFIXES = ("Jr", "Jr.", "Sr.", "Sr", "III", "II", "IV", "3rd", "JR")
_PREFIXES = ("Mc", "Mac", "O'", "de ", "De", "de la ", "De La ", "del ", "di ", "Di", "Van ", "van der ", "von ", "Le",
             "La", "St. ", "al-", "Al ", "El-", "ben ", "bin ", "D'", "Ng'", "Fitz", "dos ", "da ", "Ter ", "ter ")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A person as first thought of; every written form is drawn from these parts."""

    given: str
    middle: str
    family: str
    suffix: str
    nick: str
    word: str  # a form of the name that is also a common word
    epo: str  # an eponym the person is called by, where a note asks for one
    sex: str
    group: str


def make_person(rng: Random, *, group: str | None = None, family: str | None = None, sex: str = "") -> Person:
    """A new person; `group` is a file of data/names, `family` a family name to share."""
    group = group or names.any_group(rng)
    sex = sex or rng.choice("mf")
    given = _given(rng, group, sex)
    family = family or _family(rng, group)
    by_family = rng.random() < 0.5
    return Person(
        given=given,
        middle=names.given(rng, group, sex) if rng.random() < 0.6 else "",
        family=family,
        suffix=rng.choice(_SUFFIXES) if sex == "m" and rng.random() < 0.05 else "",
        nick=_nick(rng, given, sex),
        word=names.word_family(rng) if by_family else names.word_given(rng, sex),
        epo=names.eponym(rng),
        sex=sex,
        group=group,
    )


def _given(rng: Random, group: str, sex: str) -> str:
    name = names.given(rng, group, sex)
    roll = rng.random()
    if roll < 0.02:
        return f"{name}-{names.given(rng, group, sex)}"
    if roll < 0.05:
        return f"{name} {names.given(rng, group, sex)}"
    return _worn(rng, name)


def _family(rng: Random, group: str) -> str:
    if rng.random() < _NO_FAMILY.get(group, 0.0):
        return ""
    name = _worn(rng, names.family(rng, group))
    if rng.random() < _TWO_FAMILIES.get(group, 0.0):
        joiner = rng.choice((" ", " ", "-", " y ")) if group == "hispanic" else rng.choice((" ", "-"))
        return f"{name}{joiner}{names.family(rng, group)}"
    roll = rng.random()
    if roll < 0.04:
        return f"{name}-{names.family(rng, names.any_group(rng))}"
    if roll < 0.055:
        return f"{name} {names.family(rng, group)}"
    if roll < 0.085 and " " not in name:
        return rng.choice(_PREFIXES) + name
    return name


def _worn(rng: Random, name: str) -> str:
    """The name as it stands in a chart: diacritics mostly lost, now and then a letter wrong."""
    if not name.isascii() and rng.random() < 0.6:
        name = stripped(name)
    if len(name) > 4 and rng.random() < 0.03:
        at = rng.randrange(1, len(name) - 1)
        swap = name[at] + name[at] if rng.random() < 0.5 else ""
        return name[:at] + swap + name[at + 1 :]
    return name


_PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
                        "ı": "i", "ð": "d", "þ": "th", "Þ": "Th", "œ": "oe", "ʻ": "'", "’": "'", "ə": "e"})  # fmt: skip


def stripped(text: str) -> str:
    """The text with its Latin diacritics taken off."""
    parts = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))


def _nick(rng: Random, given: str, sex: str) -> str:
    known = words.sections("names/_nicknames")
    listed = _short_forms().get(given, ())
    if listed and rng.random() < 0.8:
        return rng.choice(listed)
    roll = rng.random()
    if roll < 0.45 and len(given) > 5 and " " not in given:
        return given[: rng.choice((3, 4))] + rng.choice(("", "", "y", "ie", "i"))
    if roll < 0.55:
        return rng.choice("ABCDEJKLMRT") + rng.choice((".", "")) + rng.choice("BCDJKLPRT") + rng.choice((".", ""))
    return rng.choice(known["any"][0].split() + known[sex][0].split())


_SHORT: dict[str, tuple[str, ...]] = {}


def _short_forms() -> dict[str, tuple[str, ...]]:
    if not _SHORT:
        for line in words.sections("names/_nicknames")["short"]:
            full, *forms = line.split()
            _SHORT[full] = tuple(forms)
    return _SHORT


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
    return f"{person.given} {person.word}" if rng.random() < 0.5 else f"{person.word} {person.family}".strip()


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
    "word": _just_word,
    "epo": lambda rng, person: person.epo,
}


def write_name(rng: Random, person: Person, form: str) -> str:
    """The person's name in one of FORMS."""
    return FORMS[form](rng, person)


def username(rng: Random, person: Person) -> str:
    """A log-in name or handle made from the person's name."""
    plain = stripped(f"{person.given} {person.family or person.nick}").lower()
    first, *rest = ["".join(filter(str.isalnum, part)) for part in plain.split()] or ["user"]
    last = "".join(rest) or first
    style = rng.choice(_USERNAMES)
    number = str(rng.choice((rng.randrange(1, 99), rng.randrange(1950, 2012), rng.randrange(100, 9999))))
    return style.format(first=first or "pat", f=(first or "p")[0], last=last, l=last[:1], n=number)


_USERNAMES = ("{f}{last}", "{f}{last}{n}", "{first}.{last}", "{first}_{last}", "{last}{f}", "{first}{n}", "{last}{f}{n}",
              "{first}{l}{n}", "{first}-{last}", "{last}.{first}", "{f}.{last}", "{first}{last}", "{f}{l}{n}")  # fmt: skip

