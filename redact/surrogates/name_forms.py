"""How a person's name is written: its words with their roles, and a surrogate put into the same form."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from ..identity import fold
from ..recognizers.name_words import CREDENTIALS
from ..recognizers.wordlist import word_list
from .name_lists import is_listed, is_usual, origin_of

PartRole = Literal["given", "family", "lone", "initial", "letters", "mixed"]

#: A word, with what follows an apostrophe, and with a lower-case tail: "O'Brien", "Ji-hoon".
WORD: Final = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:['’‘`][^\W\d_]+)*(?:-[a-zà-þ]{2,}(?![\w]))?")
POSSESSIVE: Final = re.compile(r"['’‘`]s$", re.IGNORECASE)
TITLES: Final = frozenset(
    word_list("mr mrs ms miss mx dr doctor prof professor rev hon sgt capt nurse sister fr sra")
)
SUFFIXES: Final = frozenset(word_list("jr sr ii iii iv 2nd 3rd 4th esq"))
JOINERS: Final = frozenset(word_list("and aka née nee or the of y e to for c/o"))
PARTICLES: Final = frozenset(
    word_list(
        "de la del los las da dos das do di du des van von der den ter ten zu bin ibn al el abu st ste le"
    )
)
#: Those that are particles at the start as well; the others are names there: "Al Johnson", "Van Nguyen".
FIRST_PARTICLES: Final = frozenset(word_list("de la del da di du des von der st ste"))
CREDENTIAL: Final = re.compile(CREDENTIALS)
#: Credentials that are family names as well when everything is in capitals.
NAMES_TOO: Final = frozenset(word_list("do pa ma ms np od dc an rd rt pt"))
BETWEEN: Final = re.compile(
    r"(?P<word>[^\W_]+)[)\"”]?(?P<gap>\s*[/;]\s*|(?:(?<=[a-zà-þ]{3})|(?<=[)\"”]))\.\s+)(?=\w)"
)
LAST_FIRST: Final = re.compile(r"[,^]")


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name that is to be replaced: text[start:end] of the written name, particles included.

    `word` is what it says without them, `key` the same folded.
    """

    start: int
    end: int
    word: str
    key: str
    role: PartRole
    particles: tuple[str, ...] = ()


def parts_of(name: str) -> list[Part]:
    """The words of a written name that are to be replaced; titles, suffixes and credentials stay."""
    words = _name_words(name)
    if not words:
        return []
    if all(len(word.key) == 1 for word in words):
        return [_with(word, "initial" if len(words) == 1 else "letters") for word in words]
    if len(words) == 1 or (len(words) == 2 and name[words[0].end : words[1].start] == "-"):
        return [_with(word, _lone(word)) for word in words]
    return [_with(word, role) for word, role in zip(words, _roles(words, name), strict=True)]


def split_names(text: str) -> list[str]:
    """The names in a text that holds several, and what stands between them, in order.

    "PV/kd" are two, and so is "Xavier. Shanice", where a sentence ends.
    """
    cuts = [
        match.span("gap")
        for match in BETWEEN.finditer(text)
        if match["gap"][0] != "." or match["word"].casefold() not in TITLES | SUFFIXES
    ]
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    return [text[start:end] for start, end in pairwise(edges) if end > start]


def cased(word: str, like: str) -> str:
    """A word in the casing and alphabet of the one it replaces."""
    if len(like) > 1 and like.isupper():
        word = word.upper()
    elif like.islower():
        word = word.lower()
    elif like[:1].isupper():
        word = word[:1].upper() + word[1:]
    return _plain(word) if like.isascii() else word


def _plain(word: str) -> str:
    """Without accents, as charts often write: "Jose"."""
    import unicodedata

    special = word.translate(str.maketrans("øØłŁđĐıʻ’", "oOlLdDi''")).replace("ß", "ss").replace("æ", "ae")
    marked = unicodedata.normalize("NFD", special)
    return "".join(character for character in marked if character.isascii())


def _name_words(name: str) -> list[Part]:
    found: list[Part] = []
    begin: int | None = None
    matches = list(WORD.finditer(name))
    for index, match in enumerate(matches):
        start = match.start() if begin is None else begin
        last = index == len(matches) - 1
        if not last and _is_particle(match.group(), name[match.end() : match.end() + 1], first=not found):
            begin = start
            continue
        begin = None
        word = POSSESSIVE.sub("", match.group())
        if not _stays(match, name, found, last=last):
            particles = tuple(WORD.findall(name[start : match.start()].casefold()))
            found.append(Part(start, match.start() + len(word), word, fold(word) or word, "lone", particles))
    return found


def _is_particle(word: str, after: str, *, first: bool) -> bool:
    key = word.casefold()
    if key in ("al", "el") and after == "-":
        return True
    return key in (FIRST_PARTICLES if first and not word.islower() else PARTICLES)


def _stays(match: re.Match[str], name: str, before: list[Part], *, last: bool) -> bool:
    """Whether a word is a title before a name, a joiner, or a suffix or credential after one."""
    word = match.group()
    key = word.casefold()
    if not before:
        return key in TITLES and not last
    if word.islower() and key in JOINERS:
        return not last
    if key in SUFFIXES:
        return True
    if key in NAMES_TOO and name.upper() == name:
        return False
    return word.isupper() and len(word) > 1 and CREDENTIAL.fullmatch(word) is not None


def _lone(word: Part) -> PartRole:
    if any(character.isdigit() for character in word.word):
        return "mixed"
    short = 2 <= len(word.word) <= 3 and word.word.isascii() and not word.word.istitle()
    return "letters" if short and not is_usual(word.key) else "lone"


def _roles(words: list[Part], name: str) -> list[PartRole]:
    """The role of each of several words: given names, then the family's, or the family's before a comma."""
    turned = LAST_FIRST.search(name, words[0].end)
    before = sum(word.start < turned.start() for word in words) if turned else 0
    roles: list[PartRole]
    if 0 < before < len(words):
        roles = ["family" if index < before else "given" for index in range(len(words))]
    elif _family_first(words):
        roles = ["given" if index else "family" for index in range(len(words))]
    else:
        roles = ["given" if index < len(words) - 1 else "family" for index in range(len(words))]
        if len(words) > 2 and _two_families(words[-2], words[-1], name):
            roles[-2] = "family"
    return [_special(word) or role for word, role in zip(words, roles, strict=True)]


def _special(word: Part) -> PartRole | None:
    if any(character.isdigit() for character in word.word):
        return "mixed"
    return "initial" if len(word.key) == 1 else None


def _family_first(words: list[Part]) -> bool:
    """Whether the first word is only ever a family name and the last only a given one: "Nguyen Thi Mai"."""
    first, last = words[0].key, words[-1].key
    return (
        _is_family(first)
        and not is_listed(first, "given")
        and is_listed(last, "given")
        and not is_listed(last, "family")
    )


def _two_families(first: Part, second: Part, name: str) -> bool:
    """Whether the last two of several words are both family names: joined by a hyphen, or both Hispanic."""
    if name[first.end : second.start] == "-":
        return True
    both = {origin_of(part.key, "family") for part in (first, second)}
    return not is_listed(first.key, "given") and both <= {"hispanic", "portuguese", "filipino"}


def _is_family(key: str) -> bool:
    return is_listed(key, "family")


def _with(word: Part, role: PartRole) -> Part:
    return replace(word, role=role)
