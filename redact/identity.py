"""Which identifiers of a note name the same person or thing.

"John Smith", "Smith, John", "Mr. Smith", "J. Smith", "JS" and "john" are one; "Smith" beside both a John and
a Mary Smith is neither. Of all other labels, values that differ only in casing, spacing and punctuation are
one.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from .recognizers.wordlist import word_list
from .tags import highest_numbers

WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
POSSESSIVE: Final = re.compile(r"['’]s\b", re.IGNORECASE)
TITLES: Final = frozenset(
    word_list(
        "mr mrs ms miss mx dr doctor prof professor rev fr sr sister nurse jr ii iii iv md do rn np pa phd"
    )
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, folded: surname last in `words`, whatever order it was written in.

    `initials` holds the letters when that is all there is.
    """

    words: tuple[str, ...]
    initials: str = ""


def fold(text: str) -> str:
    """A text without casing, accents, spacing and punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def name_of(text: str) -> Name:
    """The name that a text writes: "Smith, John A." is john a smith."""
    bare = POSSESSIVE.sub("", unicodedata.normalize("NFC", text))
    letters = "".join(WORD.findall(bare))
    if bare.isupper() and _is_initials(letters):
        return Name((), letters.casefold())
    last, comma, first = bare.partition(",")
    words = _words(f"{first} {last}" if comma and _words(first) else bare)
    return Name(words)


def same_people(names: Sequence[str]) -> list[int]:
    """For each name the position of its person in the order of first appearance, from 0."""
    parsed = [name_of(name) for name in names]
    people: list[list[Name]] = []
    home: dict[Name, int] = {}
    for name in sorted(dict.fromkeys(parsed), key=lambda name: -sum(map(len, name.words))):
        fitting = [n for n, forms in enumerate(people) if _fits(name, forms[0])]
        if len(fitting) == 1:
            home[name] = fitting[0]
        else:
            home[name] = len(people)
            people.append([name])
    order = {person: n for n, person in enumerate(dict.fromkeys(home[name] for name in parsed))}
    return [order[home[name]] for name in parsed]


class Numbering:
    """Numbers from 1 for the people and things of a note, by label, in the order of their appearance.

    They go on from the numbered tags that `text` holds already.
    """

    def __init__(self, values: Iterable[tuple[str, str]], text: str = "") -> None:
        self._taken = highest_numbers(text)
        given = list(values)
        names = [value for label, value in given if label == "PERSON"]
        self._people = dict(zip(names, same_people(names), strict=True))
        self._things: dict[str, dict[str, int]] = {}
        for label, value in given:
            things = self._things.setdefault(label, {})
            things.setdefault(fold(value) or value, len(things) + 1)

    def number(self, label: str, value: str) -> int:
        """The number of what a value names; the value must be one of those given."""
        place = self._people[value] + 1 if label == "PERSON" else self._things[label][fold(value) or value]
        return self._taken.get(label, 0) + place


def _words(text: str) -> tuple[str, ...]:
    folded = (fold(word) for word in WORD.findall(text))
    return tuple(word for word in folded if word and word not in TITLES)


def _is_initials(letters: str) -> bool:
    """Two or three capitals: "JS", "J.S."; names so short, such as "LI", are one as well as the other."""
    return len(letters) in (2, 3)


def _fits(name: Name, whole: Name) -> bool:
    """Whether a name may be a shorter form of a whole one."""
    if not whole.words:
        return name == whole
    if name.initials:
        letters = "".join(word[0] for word in whole.words)
        fitting = (letters, letters[0] + letters[-1]) if len(letters) > 1 else ()
        return name.initials in (*fitting, *whole.words)
    if len(name.words) < 2:
        return bool(name.words) and name.words[0] in whole.words
    return name.words[-1] == whole.words[-1] and _given_fit(name.words[:-1], whole.words[:-1])


def _given_fit(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether given names agree, first with first; an initial agrees with the name it begins."""
    pairs = list(zip(short, long, strict=False))
    return bool(pairs) and all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)
