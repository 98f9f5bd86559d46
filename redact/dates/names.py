"""Names of months, weekdays, seasons and ordinals, and how to write another one in the same manner."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

ENGLISH: Final = tuple(
    "January February March April May June July August September October November December".split()
)
#: English first: where languages share a word ("mars", "abril") the first that has it is taken.
LANGUAGES: Final = (
    ENGLISH,
    *(
        tuple(names.split())
        for names in (
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
            " grudnia",
        )
    ),
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = ("winter", "spring", "summer", "autumn")
ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ORDINALS: Final = tuple(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
    twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth
    thirty-first""".split()
)


def plain(word: str) -> str:
    """A word in small letters without accents."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


#: Every name of a month without accents: its language and its number from 1.
_MONTHS: Final = {
    **{
        plain(name): (language, number)
        for language in reversed(LANGUAGES)
        for number, name in enumerate(language, start=1)
    },
    **{name[:3].lower(): (ENGLISH, number) for number, name in enumerate(ENGLISH, start=1)},
    "sept": (ENGLISH, 9),
}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def month_number(word: str) -> int | None:
    """The number of a month's name or abbreviation; None for any other word."""
    return _MONTHS.get(plain(word), (ENGLISH, None))[1]


def month_like(word: str, number: int, *, tight: bool) -> str:
    """Another month in the language, length and casing of a written one.

    "May" is as long as its abbreviation: it counts as one where it stands `tight` between digits or signs.
    """
    language, _ = _MONTHS[plain(word)]
    name = language[number - 1]
    short = len(word) <= 4 and plain(word) not in ("june", "july") and (plain(word) != "may" or tight)
    if short and language is ENGLISH:
        name = "Sept" if number == 9 and plain(word) == "sept" else name[:3]
    return cased_like(word, name)


def weekday_like(word: str, days: int) -> str:
    """The weekday some days after a written one, in its length and casing."""
    index = next(i for i, name in enumerate(WEEKDAYS) if name[:3].lower() == word[:3].lower())
    name = WEEKDAYS[(index + days) % 7]
    return cased_like(word, name if word.lower().endswith("day") else name[:3])


def season_number(word: str) -> int:
    """0 for winter to 3 for autumn."""
    return 3 if word.casefold() == "fall" else SEASONS.index(word.casefold())


def cased_like(word: str, name: str) -> str:
    """A name in the casing of a word."""
    if word.isupper():
        return name.upper()
    return name.lower() if word.islower() else name[0].upper() + name[1:]
