"""Surrogates of telephone numbers, log-in names, e-mail and web addresses and IP addresses.

None can reach anybody: area codes with 9 in the middle are reserved (North American Numbering Plan, codes for
its expansion), and so are example.com and its sisters (RFC 2606) and the IP networks for documentation (RFC
5737 and 3849).
"""

import re
from random import Random
from typing import Final

from .name_forms import cased
from .numbers import VOWELS, shape
from .people import People

LETTERS: Final = re.compile(r"[^\W\d_]+")
HOSTS: Final = ("example.com", "example.org", "example.net")
HOST: Final = re.compile(
    r"(?P<scheme>[a-z]+://)?(?P<www>www\.)?(?P<host>[^/?#\s]+)(?P<path>.*)", re.I | re.DOTALL
)
NETWORKS: Final = ("192.0.2", "198.51.100", "203.0.113")
#: Parts of a web address that say nothing of anybody.
WEB_WORDS: Final = re.compile(
    r"(?:https?|www|index|html?|php|aspx?|portal|patients?|login|user|users|profile|id|in|home|view|page|share|p|u)",
    re.IGNORECASE,
)


def telephone(rng: Random, key: str) -> str:
    """Digits of a number that is not in use; letters read from a scan ("O", "l", "I") count as digits."""
    digits = re.sub("[OoIl]", "1", key)
    country = 1 if len(digits) in range(11, 17) and digits[0] == "1" else 0
    local = digits[country:]
    if not digits.isdigit() or len(local) < 7:
        return shape(rng, digits if digits.isdigit() else key)
    if len(local) == 7:
        return _exchange(rng) + _digits(rng, 4)
    if len(local) >= 10 and local[0] not in "01":
        return (
            key[:country]
            + f"{rng.randrange(2, 9)}9{rng.randrange(10)}{_exchange(rng)}{_digits(rng, len(local) - 6)}"
        )
    return shape(rng, digits)


def foreign_telephone(rng: Random, key: str) -> str:
    """Digits of a number that was written with "+" and a country code, which stays."""
    return key[:2] + shape(rng, key[2:])


def handle(rng: Random, name: str, people: People) -> str:
    """A log-in name: words of people's names become their surrogates, the rest is drawn."""
    return re.sub(r"[^\W\d_]+|\d+", lambda m: _handle_part(rng, m[0], people), name)


def email(rng: Random, address: str, people: People) -> str:
    """An e-mail address at a host that can't be."""
    local, at, host = address.rpartition("@")
    return (
        f"{handle(rng, local, people)}@{cased(rng.choice(HOSTS), host)}"
        if at
        else handle(rng, address, people)
    )


def url(rng: Random, address: str, people: People) -> str:
    """A web address at a host that can't be; its path keeps its shape."""
    match = HOST.fullmatch(address)
    if match is None:
        return handle(rng, address, people)
    if "@" in match["host"]:
        return email(rng, address, people)
    path = re.sub(
        r"[^\W_]+", lambda m: m[0] if WEB_WORDS.fullmatch(m[0]) else handle(rng, m[0], people), match["path"]
    )
    return f"{match['scheme'] or ''}{match['www'] or ''}{rng.choice(HOSTS)}{path}"


def ip_address(rng: Random, address: str) -> str:
    """An address of a network for documentation; hardware addresses keep their shape."""
    match = re.fullmatch(r"(\d+\.){3}\d+(?P<rest>.*)", address, re.DOTALL)
    if match:
        return f"{rng.choice(NETWORKS)}.{rng.randrange(1, 255)}{_redrawn(rng, match['rest'])}"
    groups = re.split(r"([:\-.]+)", address)
    if "::" in address or len(groups) > 12:
        return "2001:db8::" + ":".join(
            f"{rng.randrange(1, 65_536):x}" for _ in range(max(1, len(groups) // 2 - 2))
        )
    return _redrawn(rng, address)


def _redrawn(rng: Random, text: str) -> str:
    """Other hexadecimal digits for letters and digits; a slash and a netmask stay."""
    if text.startswith("/"):
        return text
    return re.sub(r"[0-9]|[^\W\d_]", lambda m: _hexadecimal(rng, m[0]), text)


def _hexadecimal(rng: Random, character: str) -> str:
    if character.isdigit():
        return str(rng.randrange(10))
    new = rng.choice("abcdef")
    return new.upper() if character.isupper() else new


def _exchange(rng: Random) -> str:
    return f"{rng.randrange(2, 10)}{rng.randrange(2, 10)}{rng.randrange(10)}"


def _digits(rng: Random, count: int) -> str:
    return "".join(str(rng.randrange(10)) for _ in range(count))


def _handle_part(rng: Random, part: str, people: People) -> str:
    if not LETTERS.fullmatch(part):
        return shape(rng, part)
    known = people.known(part) or people.known_log_in(part)
    if known:
        return re.sub(r"[^\w]", "", cased(known, part))
    new = "".join(_letter(rng, character) for character in part)
    return cased(new, part)


def _letter(rng: Random, character: str) -> str:
    other = "aeiou" if character.casefold() in VOWELS else "bcdfghjklmnprstvwz"
    return rng.choice(other.replace(character.casefold(), "") or other)
