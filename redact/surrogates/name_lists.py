"""The names surrogates are drawn from, and what a name tells: sex, origin, short forms.

Sex and origin are guesses from lists (data/names.txt and the US Census lists): they serve to replace a name
by one of its kind, and nothing else.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal

from ..gazetteers import given_names, surnames
from ..identity import fold
from ..recognizers.name_words import is_clinical, is_eponym, is_plain
from .wordfiles import lines, words

Role = Literal["given", "family"]

#: A name of two or three letters with a smaller share is taken for initials.
SHORT_SHARE: Final = 0.02
#: So many of the commonest census names make the pool for names of unknown origin.
COMMON_GIVEN: Final = 400
COMMON_FAMILY: Final = 1_200
#: Where a name is of several origins, the commoner in the US go first; English ones get the census pool.
FREQUENT: Final = frozenset({"anglo", "hispanic", "african_american"})
WESTERN: Final = frozenset({"anglo"})
SCRIPTS: Final = {
    "CJK": "chinese", "HANGUL": "korean", "HIRAGANA": "japanese", "KATAKANA": "japanese",
    "CYRILLIC": "slavic", "ARABIC": "arabic", "DEVANAGARI": "south_asian", "GREEK": "greek_armenian",
}  # fmt: skip
#: Shares of people, in percent: a given name above is nobody's in particular, a name below is rare.
USUAL: Final = 0.02
RARE: Final = 0.005
PARTICLE_ORIGIN: Final[Mapping[str, str]] = {
    **dict.fromkeys(("al", "el", "ibn", "abu"), "arabic"),
    **dict.fromkeys(("de", "la", "del", "los", "las"), "hispanic"),
    **dict.fromkeys(("van", "von", "der", "den", "zu"), "germanic"),
    **dict.fromkeys(("du", "des", "le"), "french"),
    **dict.fromkeys(("da", "dos", "das"), "portuguese"),
    "di": "italian",
}
#: Endings that tell the origin of a family name which is on no list.
ENDINGS: Final = (
    (
        re.compile(
            r".{2,}(?:ez|illo|illa|uela|ales|ero|ano|ado|oza|ola|ejo|senor|ares|[io]as|[aeio]s?tos|eros|once|orrea)"
        ),
        "hispanic",
    ),
    (re.compile(r".{2,}(?:sk[iy]|geny|slav|iy|ska|wicz|vich|enko|chuk|ova|ovic|czyk|ov|ev|ek)"), "slavic"),
    (
        re.compile(r".{3,}(?:[ao]nian|inian|[ao]rian|[aeo]syan|[aeo]ryan|anyan|opoulos|akis|idis|iou)"),
        "greek_armenian",
    ),
    (re.compile(r".{3,}(?:elli|ini|ucci|etti|ello|iano|acci)"), "italian"),
    (re.compile(r".{3,}(?:stein|berg|baum|feld|witz)"), "jewish"),
    (re.compile(r".{3,}(?:murthy|swamy|nathan|raj|preet|jit|walla|kumar)"), "south_asian"),
    (re.compile(r".{3,}(?:zadeh|oglu|pour|nejad)"), "persian_turkish"),
    (
        re.compile(
            r"(?:yu?n|ji|min|seo|soo|su|hye|eun|young|jae|sung|hyun|kyung|jin|joon|jun|dong|sang|in|mi)"
            r"(?:hee|hoon|young|ah|woo|jin|min|yeon|seo|jung|mi|ho|sook|hyun|soo|kyung|ja|won|joon|seok|ji)"
        ),
        "korean",
    ),
    (re.compile(r".{3,}(?:moto|mura|yama|shima|kawa|naka)"), "japanese"),
    (re.compile(r"(?:al|el|abd)-?.{3,}"), "arabic"),
    (re.compile(r".{3,}(?:eau|eaux|ault|ois)"), "french"),
    (re.compile(r"(?:o|chi|nn|ade|olu)[kbgn].{3,}"), "west_african"),
)


@cache
def census_given(sex: str) -> Mapping[str, float]:
    """Given names of a sex ("m" or "f") with the share of its people, in percent, who bear them."""
    file = resources.files("names") / f"dist.{'male' if sex == 'm' else 'female'}.first"
    rows = (line.split() for line in file.read_text("ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if len(row) == 4}


def sex_of(name: str) -> str:
    """ "m", "f" or "" for a given name, folded."""
    listed = {section.split()[1] for section in _homes("given").get(name, ())}
    shares = {sex: census_given(sex).get(name, 0.0) for sex in "mf"}
    if max(shares.values()) > 3 * min(shares.values()):
        return max(shares, key=lambda sex: shares[sex])
    if len(listed) == 1:
        return listed.pop()
    return (
        "f" if not listed and not max(shares.values()) and name.endswith(("a", "ah", "elle", "ette")) else ""
    )


def origin_of(name: str, role: Role, company: Iterable[str] = ()) -> str:
    """The likely origin of a name, folded, among the sections of data/names.txt; "" when nothing tells.

    `company` are the other words of the person's name: where a name is of several origins, they decide.
    """
    homes = _origins(name, role)
    hints = [home for other in company for home in _guesses(other)]
    shared = [home for home in hints if home in homes]
    homes = shared or homes
    if homes:
        usual = (
            role == "given"
            and not shared
            and _shares(role).get(name, 0.0) > USUAL
            and "hispanic" not in homes
        )
        return "" if usual or WESTERN & set(homes) else homes[0]
    if role == "given" and hints:
        return hints[0]
    by_particle = [PARTICLE_ORIGIN[other] for other in company if other in PARTICLE_ORIGIN]
    if by_particle or _shares(role).get(name, 0.0) > (RARE if role == "given" else USUAL):
        return next(iter(by_particle), "")
    return next(_by_form(name), "")


def _guesses(name: str) -> list[str]:
    """The origins that a word of a name may be of, those of family names first."""
    return [*_origins(name, "family"), *_by_form(name), *_origins(name, "given")]


def _by_form(name: str) -> Iterator[str]:
    """The origins that a name's script and ending point to."""
    script = unicodedata.name(name[0], "").split()[0:1]
    yield from (SCRIPTS[word] for word in script if word in SCRIPTS)
    yield from (origin for ending, origin in ENDINGS if ending.fullmatch(name))


def is_listed(name: str, role: Role) -> bool:
    """Whether a folded name is on any list for its role."""
    return name in _shares(role) or name in _homes(role)


def is_usual(name: str) -> bool:
    """Whether a short name is common enough not to be initials."""
    share = max(_shares("given").get(name, 0.0), _shares("family").get(name, 0.0))
    return share > SHORT_SHARE or name in long_forms()


def likelier_role(name: str) -> Role:
    """What a name that stands alone, without a title, is as far as lists tell: notes call people so by their
    given names.
    """
    given, family = _shares("given").get(name, 0.0), _shares("family").get(name, 0.0)
    if name in _homes("family") and name not in _homes("given"):
        return "given" if given > family else "family"
    return "family" if family > max(3 * given, RARE) and name not in _homes("given") else "given"


@cache
def pool(origin: str, role: Role, sex: str = "", *, shortened: bool = False) -> tuple[str, ...]:
    """Names of an origin ("" for the commonest of the census) that are no plain, clinical or eponymous words.

    `sex` counts for given names ("" for both); `shortened` asks for those with a short form.
    """
    if role == "family":
        names = words("names.txt")[f"{origin} family"] if origin else _common_families()
    else:
        sexes = sex or "mf"
        names = tuple(
            name
            for one in sexes
            for name in (words("names.txt")[f"{origin} {one}"] if origin else _common_given(one))
        )
    fit = dict.fromkeys(name for name in names if _is_fit(name))
    if role == "given" and not origin and not sex:
        return tuple(name for name in fit if not sex_of(fold(name)))
    return tuple(name for name in fit if not shortened or short_forms().get(fold(name)))


@cache
def short_forms() -> Mapping[str, tuple[str, ...]]:
    """Short forms by given name, folded."""
    rows = (row.split() for row in lines("nicknames.txt")[""])
    return {fold(name): tuple(short) for name, *short in rows}


@cache
def long_forms() -> Mapping[str, tuple[str, ...]]:
    """Given names, folded, by short form, folded."""
    found: dict[str, list[str]] = {}
    for name, shorts in short_forms().items():
        for short in shorts:
            found.setdefault(fold(short), []).append(name)
    return {short: tuple(names) for short, names in found.items()}


def _shares(role: Role) -> Mapping[str, float]:
    return surnames() if role == "family" else given_names()


@cache
def _homes(role: Role) -> Mapping[str, tuple[str, ...]]:
    """The sections of the list that hold a folded name, the one that holds it nearest its top first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for section, names in words("names.txt").items():
        if section and section.endswith("family") == (role == "family"):
            for rank, name in enumerate(names):
                found.setdefault(fold(name), []).append((rank, section))
    return {name: tuple(section for _, section in sorted(places)) for name, places in found.items()}


def _origins(name: str, role: Role) -> list[str]:
    found = dict.fromkeys(section.split()[0] for section in _homes(role).get(name, ()))
    return sorted(found, key=lambda origin: origin not in FREQUENT)


def _common_given(sex: str) -> tuple[str, ...]:
    names = _commonest(census_given(sex), COMMON_GIVEN)
    return tuple(name.capitalize() for name in names if _is_western(name, "given"))


def _common_families() -> tuple[str, ...]:
    names = _commonest(surnames(), COMMON_FAMILY)
    return tuple(_family_case(name) for name in names if _is_western(name, "family"))


def _is_western(name: str, role: Role) -> bool:
    origins = _origins(name, role)
    if role == "family" and _shares("given").get(name, 0.0) > _shares("family")[name]:
        return False
    return bool(WESTERN & set(origins)) or (not origins and not next(_by_form(name), ""))


def _commonest(shares: Mapping[str, float], count: int) -> list[str]:
    return sorted(shares, key=lambda name: (-shares[name], name))[:count]


def _family_case(name: str) -> str:
    """A census name, which has no case, as it is written: "McCoy", "Turner"."""
    return "Mc" + name[2:].capitalize() if name.startswith("mc") else name.capitalize()


def _is_fit(name: str) -> bool:
    bare = fold(name)
    return len(bare) > 2 and not (is_plain(bare) or is_eponym(bare) or is_clinical(bare))
