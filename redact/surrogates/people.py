"""Surrogates of people: each word of a name has one, so every way of writing the person agrees.

"John Smith", "Smith, John", "Mr. Smith", "J. Smith", "JS", "Johnny" and "john" become "Kenneth Owens",
"Owens, Kenneth", "Mr. Owens", "K. Owens", "KO", "Kenny" and "kenneth". A family keeps sharing its name.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from random import Random
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from ..gazetteers import clinical_words
from ..identity import fold
from .barred import Barred, NoSurrogate
from .name_forms import CREDENTIAL, Part, cased, parts_of, split_names
from .name_lists import PARTICLE_ORIGIN, Role, likelier_role, long_forms, origin_of, pool, sex_of, short_forms

if TYPE_CHECKING:
    from ..sessions import Draws

#: Names tried of one list before the next list is asked.
TRIES: Final = 120
PRONOUNS: Final = {
    "m": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "f": re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE),
}
#: A name after a title is a family name when it stands alone.
TITLED: Final = re.compile(
    r"\b(?i:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof)\.?[ ]+([^\W\d_]+(?:['’][^\W\d_]+)?)(?![ ]+[A-ZÀ-Þ][a-zà-þ])"
)


@dataclass(frozen=True, slots=True)
class Person:
    """The keys of a person's words; a given name of one letter is an initial."""

    given: tuple[str, ...]
    family: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return self.given + self.family


class People:
    """The people of one note; `names` are all their written names in order of appearance.

    `text` is the note: its titles tell family names, its pronouns the sex of a given name that tells none.
    """

    def __init__(self, names: Iterable[str], text: str, draws: "Draws", barred: Barred) -> None:
        self._draws = draws
        self._barred = barred
        self._pronoun = "" if draws.by_value else _pronoun(text)
        self._titled = {fold(match[1]) for match in TITLED.finditer(text)}
        self._forms = {name: parts_of(name) for whole in names for name in split_names(whole)}
        self._people = [_person(parts) for parts in self._forms.values() if len(parts) > 1]
        self._people.sort(key=lambda person: -sum(map(len, person.words)))
        self._given = {key for person in self._people for key in person.given if len(key) > 1}
        self._family = {key for person in self._people for key in person.family}
        self._lone = {
            parts[0].key for parts in self._forms.values() if len(parts) == 1 and parts[0].role == "lone"
        }
        self._surrogates: dict[tuple[str, str], str] = {}

    def replace(self, name: str, mixed: Callable[[str], str]) -> str:
        """The surrogate of a written name; `mixed` replaces words with digits in them.

        Raises `NoSurrogate`.
        """
        pieces = split_names(name)
        if len(pieces) > 1:
            return "".join(self.replace(piece, mixed) if _has_words(piece) else piece for piece in pieces)
        return self._replace(name, mixed)

    def _replace(self, name: str, mixed: Callable[[str], str]) -> str:
        parts = self._forms.get(name) or parts_of(name)
        if not parts:
            raise NoSurrogate
        if parts[0].role == "letters" or self._signs(parts):
            written = self._letters(parts)
        else:
            written = [self._part(part, parts, mixed) for part in parts]
        pieces: list[str] = []
        position = 0
        for part, word in zip(parts, written, strict=True):
            pieces += [name[position : part.start], cased(word, part.word)]
            position = part.end
        return "".join([*pieces, name[position:]])

    def _signs(self, parts: list[Part]) -> bool:
        """Whether a name of two or three capitals ("RO") is somebody's initials rather than a name."""
        key = parts[0].key
        short = len(parts) == 1 and len(key) in (2, 3) and parts[0].word.isupper()
        return short and key not in self._family | self._given and self._initials_of(key) is not None

    def known_family(self, word: str) -> str | None:
        """The surrogate of a word that is a family name in the note, else None."""
        key = fold(word)
        return self._word(key, "family", ()) if key in self._family else None

    def known(self, word: str) -> str | None:
        """The surrogate of a word that is part of somebody's name in the note, else None."""
        key = fold(word)
        if key in self._family or key in self._given or key in self._lone:
            return self._word(key, self._role(key), ())
        return None

    def known_log_in(self, word: str) -> str | None:
        """The surrogate of a log-in name made of an initial and a name, such as "jsmith" or "smithj"."""
        key = fold(word)
        for person in self._people:
            given, family = person.given[:1], person.family[-1:]
            if given and family:
                first, last = self._of(given[0], "given", person), self._of(family[0], "family", person)
                forms = {
                    given[0][0] + family[0]: first[0] + last,
                    family[0] + given[0][0]: last + first[0],
                    given[0] + family[0]: first + last,
                    given[0] + family[0][0]: first + last[0],
                    "".join(name[0] for name in person.given) + family[0]: first[0] + last,
                }
                if key in forms:
                    return forms[key]
        if key[1:] in self._family or key[1:] in self._lone:
            return self._initial(key[0], (key[1:],))[0] + self._word(key[1:], "family", ())
        return None

    def _part(self, part: Part, parts: list[Part], mixed: Callable[[str], str]) -> str:
        if part.role == "mixed":
            return mixed(part.word)
        if part.role == "initial":
            return self._initial(part.key, _person(parts).family)[0]
        role = self._role(part.key) if part.role == "lone" else part.role
        company = [other.key for other in parts if other is not part and len(other.key) > 1]
        return self._word(part.key, "family" if role == "family" else "given", [*part.particles, *company])

    def _role(self, key: str) -> Role:
        """What a word by itself is: what it is in a fuller name of the note, else what lists say."""
        if key in self._family or (key in self._titled and key not in self._given):
            return "family"
        return "given" if key in self._given or key in long_forms() else likelier_role(key)

    def _of(self, key: str, role: Role, person: Person) -> str:
        return self._initial(key, person.family) if len(key) == 1 else self._word(key, role, ())

    def _word(self, key: str, role: Role, company: Iterable[str]) -> str:
        if (key, role) not in self._surrogates:
            full = self._full(key) if role == "given" else key
            self._surrogates[key, role] = (
                self._drawn(key, role, company)
                if full == key
                else self._short(key, self._word(full, role, company))
            )
        return self._surrogates[key, role]

    def _full(self, key: str) -> str:
        """The given name that a short form stands for, if possible one of the note."""
        long = long_forms().get(key, ())
        if not long or key in short_forms():
            return key
        return next((name for name in long if name in self._given), long[0])

    def _short(self, key: str, surrogate: str) -> str:
        """A short form of a surrogate, or the surrogate itself where it has none to spare."""
        forms = [form for form in short_forms().get(fold(surrogate), ()) if self._barred.allows(form)]
        return self._barred.take(self._rng("short name", key).choice(forms)) if forms else surrogate

    def _drawn(self, key: str, role: Role, company: Iterable[str]) -> str:
        rng = self._rng(f"{role} name", key)
        known = [word for word in company if not self._draws.by_value or word in PARTICLE_ORIGIN]
        origin = origin_of(key, role, known)
        sex = (sex_of(key) or self._pronoun) if role == "given" else ""
        shortened = role == "given" and key in short_forms()
        for names in (
            pool(origin, role, sex, shortened=shortened),
            pool(origin, role, sex),
            pool("", role, sex),
        ):
            for name in rng.sample(names, min(TRIES, len(names))):
                if fold(name)[0] != key[0] and self._barred.allows(name):
                    return self._barred.take(name)
        raise NoSurrogate

    def _initial(self, letter: str, family: tuple[str, ...]) -> str:
        """The surrogate of the given name that an initial stands for."""
        for person in self._people:
            if set(family) & set(person.family):
                for key in person.given:
                    if len(key) > 1 and key[0] == letter:
                        return self._word(key, "given", ())
        return self._word(f"{letter}. {' '.join(family)}", "given", ())

    def _letters(self, parts: list[Part]) -> list[str]:
        """The initials of a person's surrogate, or letters of nobody; one text for each part."""
        letters = "".join(part.key for part in parts)
        if ("letters", letters) not in self._surrogates:
            self._surrogates["letters", letters] = self._initials_of(letters) or self._drawn_letters(letters)
        new = iter(self._surrogates["letters", letters])
        return ["".join(islice(new, len(part.key))) for part in parts]

    def _initials_of(self, letters: str) -> str | None:
        for person in self._people:
            for given, family in ((person.given, person.family), (person.given[:1], person.family[-1:])):
                if letters == "".join(key[0] for key in given + family):
                    words = [self._of(key, "given", person) for key in given]
                    words += [self._of(key, "family", person) for key in family]
                    new = "".join(fold(word)[0] for word in words)
                    return None if self._barred.names_something(new) else new
        return None

    def _drawn_letters(self, letters: str) -> str:
        rng = self._rng("initials", letters)
        for _ in range(TRIES):
            new = "".join(rng.choice(ascii_lowercase.replace(letter, "")) for letter in letters)
            said = new in clinical_words() or CREDENTIAL.fullmatch(new.upper())
            if not said and self._barred.allows(new):
                return self._barred.take(new)
        raise NoSurrogate

    def _rng(self, kind: str, key: str) -> Random:
        return self._draws.of(kind, key, len(self._surrogates))


def _has_words(piece: str) -> bool:
    return any(character.isalnum() for character in piece)


def _pronoun(text: str) -> str:
    """The sex ("m" or "f") that most pronouns of a note tell, "" where they are even."""
    counts = {sex: len(pattern.findall(text)) for sex, pattern in PRONOUNS.items()}
    if counts["m"] == counts["f"]:
        return ""
    return max(counts, key=lambda sex: counts[sex])


def _person(parts: list[Part]) -> Person:
    """A person's given and family names; what is neither, such as a word with digits, is left out."""
    named = [part for part in parts if part.role in ("given", "family", "initial")]
    if named and named[-1].role == "initial" and all(part.role != "family" for part in named):
        return Person(tuple(part.key for part in named[:-1]), (named[-1].key,))
    return Person(
        tuple(part.key for part in named if part.role != "family"),
        tuple(part.key for part in named if part.role == "family"),
    )
