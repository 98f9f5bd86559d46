"""Word lists the recognizers consult, read once and on demand.

Names are the US Census lists of the package `names`; places come from `zipcodes` (USPS); how common a word
is in plain English comes from `pyspellchecker`; clinical words, drugs and eponyms are the project's own
lists in data/. All keys are lower case.
"""

import contextlib
import gzip
import json
import os
from collections.abc import Mapping
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Final

from ..dictionaries.places import cache_folder

#: A word seen at least this often in the word counts (about one in 200,000 words) is plain English.
COMMON_COUNT: Final = 1_500
#: Closes the kept list of cities, so that a torn file is seen.
CITIES_END: Final = "# end"


@cache
def given_names() -> Mapping[str, float]:
    """Given names with the share of people, in percent, who bear them."""
    return _census("dist.female.first") | _census("dist.male.first")


@cache
def surnames() -> Mapping[str, float]:
    """Family names with the share of people, in percent, who bear them."""
    return _census("dist.all.last")


def _census(file: str) -> dict[str, float]:
    rows = (line.split() for line in (resources.files("names") / file).read_text("ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if len(row) == 4}


@cache
def cities() -> frozenset[str]:
    """US cities and towns that have a ZIP code.

    Reading them out of their package takes half a second, so they are kept in the cache folder as well.
    """
    kept = cache_folder() / f"cities-{metadata.version('zipcodes')}.txt"
    with contextlib.suppress(OSError, UnicodeDecodeError):  # not there yet: the package has them all
        *names, end = kept.read_text("utf-8").split("\n")
        if end == CITIES_END:
            return frozenset(names)
    found = _cities_of_package()
    _keep(kept, found)
    return found


def _cities_of_package() -> frozenset[str]:
    import zipcodes

    return frozenset(row["city"].lower() for row in zipcodes.list_all())  # type: ignore[no-untyped-call]


def _keep(path: Path, names: frozenset[str]) -> None:
    """Write the names, whole or not at all; a cache that can't be written costs only time."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text("\n".join([*sorted(names), CITIES_END]), "utf-8")
        part.replace(path)


@cache
def word_counts() -> Mapping[str, int]:
    """How often a lower-case word stands in a large body of English subtitles."""
    with (
        (resources.files("spellchecker") / "resources" / "en.json.gz").open("rb") as packed,
        gzip.open(packed) as rows,
    ):
        counts: dict[str, int] = json.load(rows)
    return counts


def is_common(word: str) -> bool:
    """Whether a word, in any case, is plain English rather than a rare word or a name."""
    return word_counts().get(word.lower(), 0) >= COMMON_COUNT


@cache
def clinical_words() -> frozenset[str]:
    """Clinical words, abbreviations and drugs: in a note they are hardly ever names."""
    return _own_list("clinical_words.txt") | _own_list("drugs.txt") | _own_list("abbreviations.txt")


@cache
def eponyms() -> frozenset[str]:
    """Surnames that name a disease, sign, test or instrument."""
    return _own_list("eponyms.txt")


def _own_list(file: str) -> frozenset[str]:
    text = (Path(__file__).parent / "data" / file).read_text("utf-8")
    return frozenset(
        line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#")
    )
