"""Where single names come from: lists by origin, the census lists, words, eponyms, and names made up."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from random import Random

import names as census  # type: ignore[import-untyped]
from chartveil.redact.surrogates.wordfiles import words as product_words

from .. import words
from .pick import ranked, weighted

# The lists by origin that surrogates are drawn from, too: "<group> m", "<group> f", "<group> family".
LISTED = product_words("names.txt")
GROUPS = tuple(sorted({section.rsplit(" ", 1)[0] for section in LISTED if section}))
_SHARES = {"anglo": 4.0, "hispanic": 2.0, "african_american": 2.0}
_LISTED, _CENSUS, _BLENDED, _SYLLABLES, _WORD, _EPONYM = range(6)
# Names that stand in no list (blended, syllables) make up about 30%, so that the model can't lean on lists.
_FAMILY_SOURCES = ((36, _LISTED), (19, _CENSUS), (20, _BLENDED), (12, _SYLLABLES), (9, _WORD), (4, _EPONYM))
_GIVEN_SOURCES = ((44, _LISTED), (18, _CENSUS), (20, _BLENDED), (11, _SYLLABLES), (7, _WORD))
_LISTED_ONLY = ((1, _LISTED),)


def any_group(rng: Random) -> str:
    """An origin group; the commoner ones in the US come oftener."""
    return rng.choices(GROUPS, [_SHARES.get(group, 1.0) for group in GROUPS])[0]


def given(rng: Random, group: str, sex: str) -> str:
    """A given name of the origin group and sex ("m" or "f")."""
    source = weighted(rng, _GIVEN_SOURCES)
    if source == _CENSUS and group in _CENSUS_GROUPS:
        return ranked(rng, census_names("first:male" if sex == "m" else "first:female"))
    if source == _BLENDED:
        return _blend(rng, group, sex)
    if source == _SYLLABLES:
        return _syllabic(rng, sex)
    if source == _WORD:
        return word_given(rng, sex)
    return rng.choice(LISTED[f"{group} {sex}"])


def family(rng: Random, group: str) -> str:
    """A family name of the origin group."""
    source = weighted(rng, _FAMILY_SOURCES)
    if source == _CENSUS:
        every = census_names("last")
        return every[int(len(every) * rng.random() ** 3)]
    if source == _BLENDED:
        return _blend(rng, group, "family")
    if source == _SYLLABLES:
        return _syllabic(rng, "family")
    if source == _WORD:
        return word_family(rng)
    if source == _EPONYM:
        return eponym(rng)
    return rng.choice(LISTED[f"{group} family"])


def word_family(rng: Random) -> str:
    """A family name that is also a common word."""
    return _word(rng, "family")


def word_given(rng: Random, sex: str) -> str:
    """A given name that is also a common word."""
    return _word(rng, "given_" + sex)


def _word(rng: Random, section: str) -> str:
    """A word of the list; one in three is of the short list of the commonest, whose plain use is everyday."""
    return rng.choice(words.words("names/_words")[("plain " if rng.random() < 0.35 else "") + section])


def eponym(rng: Random) -> str:
    """A family name that also names a disease, sign or instrument."""
    return rng.choice(words.words("names/_words")["eponym"])


_CENSUS_GROUPS = frozenset(
    {"anglo", "african_american", "germanic", "hispanic", "italian", "jewish", "french", "filipino"}
)


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
    for name in LISTED[f"{group} {section}"]:
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
    return rng.choice(LISTED[f"{group} {section}"])


def _syllabic(rng: Random, section: str) -> str:
    """A name of one or two made-up syllables and a usual ending; `section` is "m", "f" or "family"."""
    parts = words.words("syllables")
    count = rng.choice((1, 1, 1, 2))
    body = "".join(rng.choice(parts[key]) for _ in range(count) for key in ("onsets", "vowels", "codas"))
    return (body.replace("-", "") + rng.choice(parts[f"end_{section}"])).capitalize()[:14]
