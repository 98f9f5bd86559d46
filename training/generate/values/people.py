"""People: their given, middle and family names, nicknames and log-in names."""

from __future__ import annotations

import unicodedata
from random import Random

from .. import words
from . import names
from .name_forms import Person

SEXES = "mf"
_TWO_FAMILIES = {"hispanic": 0.4, "portuguese": 0.35, "filipino": 0.15}
_NO_FAMILY = {"southeast_asian": 0.04, "south_asian": 0.04, "east_african": 0.03}
_SUFFIXES = ("Jr", "Jr.", "Sr.", "Sr", "III", "II", "IV", "3rd", "JR")


def make_person(rng: Random, *, group: str | None = None, family: str | None = None, sex: str = "") -> Person:
    """A new person; `group` is a file of data/names, `family` a family name to share."""
    group = group or names.any_group(rng)
    sex = sex or rng.choice(SEXES)
    given = _given(rng, group, sex)
    family = family or _family(rng, group)
    word_given, word_family = names.word_given(rng, sex), names.word_family(rng)
    return Person(
        given=given,
        middle=names.given(rng, group, sex) if rng.random() < 0.6 else "",
        family=family,
        suffix=rng.choice(_SUFFIXES) if sex == "m" and rng.random() < 0.05 else "",
        nick=_nick(rng, given, sex),
        word=rng.choice((word_given, word_family)),
        word_given=word_given,
        word_family=word_family,
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
        return rng.choice(words.sections("names/_particles")[""]).replace("_", " ") + name
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


_PLAIN = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "ı": "i",
        "ð": "d",
        "þ": "th",
        "Þ": "Th",
        "œ": "oe",
        "ʻ": "'",
        "’": "'",
        "ə": "e",
    }
)


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
        return (
            rng.choice("ABCDEJKLMRT")
            + rng.choice((".", ""))
            + rng.choice("BCDJKLPRT")
            + rng.choice((".", ""))
        )
    return rng.choice(known["any"][0].split() + known[sex][0].split())


_SHORT: dict[str, tuple[str, ...]] = {}


def _short_forms() -> dict[str, tuple[str, ...]]:
    if not _SHORT:
        for line in words.sections("names/_nicknames")["short"]:
            full, *forms = line.split()
            _SHORT[full] = tuple(forms)
    return _SHORT


def username(rng: Random, person: Person) -> str:
    """A log-in name or handle made from the person's name."""
    plain = stripped(f"{person.given} {person.family or person.nick}").lower()
    first, *rest = ["".join(filter(str.isalnum, part)) for part in plain.split()] or ["user"]
    last = "".join(rest) or first
    style = rng.choice(_USERNAMES)
    number = str(rng.choice((rng.randrange(1, 99), rng.randrange(1950, 2012), rng.randrange(100, 9999))))
    return style.format(first=first or "pat", f=(first or "p")[0], last=last, l=last[:1], n=number)


_USERNAMES = (
    "{f}{last}",
    "{f}{last}{n}",
    "{first}.{last}",
    "{first}_{last}",
    "{last}{f}",
    "{first}{n}",
    "{last}{f}{n}",
    "{first}{l}{n}",
    "{first}-{last}",
    "{last}.{first}",
    "{f}.{last}",
    "{first}{last}",
    "{f}{l}{n}",
)
