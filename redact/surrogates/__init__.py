"""Surrogates: realistic replacements for identifiers that keep who is who, hidden in plain sight.

They are drawn at random (see `sessions.Draws`) and never are a word, name or number of the note itself.
Dates and ages have operators of their own.
"""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TYPE_CHECKING, Final

from . import contact
from .addresses import Addresses
from .barred import Barred, NoSurrogate
from .facilities import Facilities
from .numbers import Numbers, digit_words, shape, ssn
from .people import People
from .places import Places

if TYPE_CHECKING:
    from ..sessions import Draws

__all__ = ["SURROGATE_LABELS", "Surrogates"]

#: Labels of numbers, with what draws their characters.
MAKERS: Final[dict[str, Callable[[Random, str], str]]] = {
    "PHONE": contact.telephone,
    "FAX": contact.telephone,
    "SSN": ssn,
    **dict.fromkeys(("MRN", "HEALTH_PLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "OTHER_ID"), shape),
}
#: Labels that `Surrogates.replace` knows.
SURROGATE_LABELS: Final = frozenset(
    {"PERSON", "CITY", "ZIP", "FACILITY", "ADDRESS", "EMAIL", "URL", "IP", *MAKERS}
)
#: A log-in name among other identifiers: letters that make a word, perhaps digits, no capitals.
LOG_IN: Final = re.compile(r"@?[a-z][a-z._-]{2,}[a-z0-9._-]*")
#: What follows a telephone number.
EXTENSION: Final = re.compile(r"(?<=\d)[ ,;]*(?:x|ext|extension|#)\.?[ ]*\d{1,6}$", re.IGNORECASE)


class Surrogates:
    """The surrogates of one note.

    `values` are its identifiers as (label, text) pairs in the order of their appearance, repeats included;
    `text` is the note; `draws` makes the random choices. What is the same in the note stays the same.
    """

    def __init__(self, values: Sequence[tuple[str, str]], text: str, draws: "Draws") -> None:
        self._draws = draws
        barred = Barred(values, text)
        written = {label: [value for of, value in values if of == label] for label in SURROGATE_LABELS}
        self._barred = barred
        self._people = People(written["PERSON"], text, draws, barred)
        self._places = Places(written["CITY"], text, draws, barred)
        self._facilities = Facilities(written["FACILITY"], draws, barred, self._people, self._places)
        self._addresses = Addresses(draws, barred, self._people, self._places)
        self._numbers = Numbers((value for label, value in values if label in MAKERS), draws, barred)
        self._made: dict[tuple[str, str], str | None] = {}
        for label, value in values:
            if label in SURROGATE_LABELS:
                self.replace(label, value)

    def replace(self, label: str, value: str) -> str | None:
        """What stands for a value; None where nothing fits, for the caller to put the tag."""
        if (label, value) not in self._made:
            try:
                new: str | None = self._replacement(label, value)
            except NoSurrogate:
                new = None
            self._made[label, value] = new if new != value else None
        return self._made[label, value]

    def _replacement(self, label: str, value: str) -> str:
        match label:
            case "PERSON" if self._places.is_in_state(value):  # it was taken for "Last, First"
                return self._places.city(value)
            case "PERSON":
                return self._people.replace(value, self._mixed)
            case "CITY":
                return self._places.city(value)
            case "ZIP":
                return self._places.zip_code(value) if re.match(r"\D*\d{5}", value) else self._mixed(value)
            case "FACILITY":
                return self._facilities.replace(value)
            case "ADDRESS":
                return self._addresses.replace(value)
        return self._contact(label, value)

    def _contact(self, label: str, value: str) -> str:
        rng = self._draws.of(label, value.casefold(), len(self._made))
        match label:
            case "EMAIL":
                return contact.email(rng, value, self._people)
            case "URL":
                return contact.url(rng, value, self._people)
            case "IP":
                return contact.ip_address(rng, value)
            case "OTHER_ID" if LOG_IN.fullmatch(value):
                return contact.handle(rng, value, self._people)
        if label in ("PHONE", "FAX") and (extension := EXTENSION.search(value)):
            return self._contact(label, value[: extension.start()]) + self._extension(extension[0])
        foreign = value.lstrip().startswith("+") and not re.match(r"\s*\+1(?!\d{2}\D)", value)
        make = contact.foreign_telephone if label in ("PHONE", "FAX") and foreign else MAKERS[label]
        return digit_words(rng, value) or self._numbers.replace(value, make)

    def _extension(self, written: str) -> str:
        return re.sub(r"\d+", lambda digits: self._mixed(digits[0]), written)

    def _mixed(self, word: str) -> str:
        """The surrogate of letters and digits where a name or ZIP code was expected."""
        return self._numbers.replace(word, shape)
