"""Where single names come from: lists by origin, the census lists, words, eponyms, and names made up."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from random import Random

import names as census

from .. import words
from .pick import ranked, weighted

GROUPS = tuple(sorted(path.stem for path in (words.DATA / "names").glob("*.txt") if not path.stem.startswith("_")))
_PATIENT_SHARE = {"anglo": 4.0, "hispanic": 2.0, "african_american": 1.5}
_LISTED, _CENSUS, _BLENDED, _SYLLABLES, _WORD, _EPONYM = range(6)
# Names that stand in no list (blended, syllables) make up about 30%, so that the model can't lean on lists.
_FAMILY_SOURCES = ((36, _LISTED), (19, _CENSUS), (20, _BLENDED), (12, _SYLLABLES), (9, _WORD), (4, _EPONYM))
_GIVEN_SOURCES = ((44, _LISTED), (18, _CENSUS), (20, _BLENDED), (11, _SYLLABLES), (7, _WORD))
_LISTED_ONLY = ((1, _LISTED),)


def any_group(rng: Random, patient: bool = False) -> str:
    """An origin group; clinicians and others come from all groups alike, patients more as in the population."""
    if not patient:
        return rng.choice(GROUPS)
    return rng.choices(GROUPS, [_PATIENT_SHARE.get(group, 1.0) for group in GROUPS])[0]


def given(rng: Random, group: str, sex: str) -> str:
    """A given name of the origin group and sex ("m" or "f")."""
    source = weighted(rng, _GIVEN_SOURCES)
    if source == _CENSUS and group in _CENSUS_GROUPS:
        return ranked(rng, census_names("first:male" if sex == "m" else "first:female"))
    if source == _BLENDED:
        return _blend(rng, group, sex)
    if source == _SYLLABLES:
        return _syllabic(rng, _GIVEN_ENDS[sex])
    if source == _WORD:
        return rng.choice(words.words("names/_words")["given_" + sex])
    return rng.choice(words.words(f"names/{group}")[sex])


def family(rng: Random, group: str) -> str:
    """A family name of the origin group."""
    source = weighted(rng, _FAMILY_SOURCES)
    if source == _CENSUS:
        every = census_names("last")
        return every[int(len(every) * rng.random() ** 3)]
    if source == _BLENDED:
        return _blend(rng, group, "family")
    if source == _SYLLABLES:
        return _syllabic(rng, _FAMILY_ENDS)
    if source == _WORD:
        return word_family(rng)
    if source == _EPONYM:
        return eponym(rng)
    return rng.choice(words.words(f"names/{group}")["family"])


def word_family(rng: Random) -> str:
    """A family name that is also a common word."""
    return rng.choice(words.words("names/_words")["family"])


def word_given(rng: Random, sex: str) -> str:
    """A given name that is also a common word."""
    return rng.choice(words.words("names/_words")["given_" + sex])


def eponym(rng: Random) -> str:
    """A family name that also names a disease, sign or instrument."""
    return rng.choice(words.words("names/_words")["eponym"])


_CENSUS_GROUPS = frozenset({"anglo", "african_american", "germanic", "hispanic", "italian", "jewish", "french", "filipino"})


@cache
def census_names(key: str) -> tuple[str, ...]:
    """A list of the package `names` (US Census 1990), commonest first; key as in `names.FILES`."""
    text = Path(census.FILES[key]).read_text(encoding="ascii")
    return tuple(line.split()[0].title() for line in text.splitlines() if line.strip())


Chain = dict[str, list[str]]


@cache
def _chain(group: str, section: str) -> Chain:
    """Which letter follows which two letters, in the group's own list."""
    followers: Chain = defaultdict(list)
    for name in words.words(f"names/{group}")[section]:
        if " " in name or not name.isalpha():
            continue
        padded = f"  {name.lower()}\n"
        for at in range(2, len(padded)):
            followers[padded[at - 2 : at]].append(padded[at])
    return dict(followers)


def _blend(rng: Random, group: str, section: str) -> str:
    """A name made up of the letter runs of the group's list: plausible, mostly on no list."""
    chain = _chain(group, section)
    for _ in range(8):
        name = "  "
        while len(name) < 15 and (letter := rng.choice(chain[name[-2:]])) != "\n":
            name += letter
        if 3 <= len(name) - 2 <= 12:
            return name.strip().title()
    return rng.choice(words.words(f"names/{group}")[section])


_ONSETS = (
    "b br bl c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r rh s sh sk sl sm sn st str sv t th tr "
    "tz v w wh y z zh"
).split() + [""] * 3
_VOWELS = "a e i o u a e i o ae ai au ea ee ei ia ie io oa oo ou ue y".split()
_CODAS = "b ck d f g k l ll m n nd ng nk nt p r rd rk rn rt s sh ss st t th tt x z".split() + [""] * 8
_GIVEN_ENDS = {
    "m": "an ard bert den drick el en ert ias ik in io is ix jo lan lin man mir mond o on or os ric son ton us van vin".split(),
    "f": "a aya bel da dra ea een ella elle ene essa etta ia ie ina inda ine isha ita la lene lyn na ora ssa tha vy ya".split(),
}
_FAMILY_ENDS = (
    "a aba ado aga aki ani ard as au aux berg bourne by chak cki cott dale den der dorf dson ede eli ell elli en er "
    "escu ese ett ev ez feld field ford gard gren ham hart hausen heim i ian ic ides iev ild ili ima in ing ini ino is "
    "ka kamp ke ken ki ko kov kowski land lein ler ley lin lo low lund man mann mark mer mont more na nen ner ney nik "
    "o off oglu ola ong os ova ow oy quist rath reth ridge rin row rup sen shaw shi ska sky smith son stad stein "
    "stone stra strom su ta tano ter thwaite to ton tsky u uk ulos vale var vich vik ville wala way well wick "
    "wicz win witz wood worth wu y ya yan yev za zadeh zi"
).split()  # fmt: skip


def _syllabic(rng: Random, ends: list[str]) -> str:
    """A name of one or two made-up syllables and a usual ending."""
    body = "".join(
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(rng.choice((1, 1, 1, 2)))
    )
    return (body + rng.choice(ends)).capitalize()[:14]
