"""EMAIL, URL and IP: e-mail and web addresses, IPv4 and IPv6 (164.514(b)(2)(i)(F), (N), (O))."""

import ipaddress
import re
from typing import ClassVar, Final

from .base import CERTAIN, LIKELY, STRONG, LabelPattern, Near, PatternFamily, pattern
from .wordlist import any_of, word_list

TOP_LEVEL: Final = any_of(
    """com org net edu gov mil io co us uk ca mx de fr pl br info biz health care clinic app dev link ly me
    tv example test local invalid"""
)
#: Last parts that are also words or shorthand: "better.me", "fx.us".
WORDS_TOO: Final = frozenset(
    word_list("""me us co de ca tv test care health local clinic info link br pl fr mx app""")
)
HOST: Final = r"[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62}){0,6}"
PATH: Final = r"[^\s<>\"'\])}]"
LAST: Final = r"(?<![.,;:!?])"
AT_SIGN: Final = Near(re.compile("@"), before=70, after=260)
AT_WORD: Final = Near(re.compile(r"[\[( ](?:at)[\]) ]", re.IGNORECASE), before=70, after=260)
COLONS: Final = Near(re.compile(r":[0-9a-f]{0,4}:", re.IGNORECASE), before=40, after=60)
DOTS: Final = Near(re.compile(r"\w\.\w"), before=64, after=2000)


class InternetRecognizer(PatternFamily):
    """E-mail addresses, web addresses and IP addresses; an IP must parse, so that versions stay."""

    LABELS: ClassVar[tuple[str, ...]] = ("EMAIL", "URL", "IP")
    PATTERNS: ClassVar[tuple[LabelPattern, ...]] = (
        pattern(
            "EMAIL", rf"(?<![\w.+%-])[\w.+%'-]{{1,64}}[ ]?@[ ]?{HOST}\.[a-z]{{2,24}}\b", CERTAIN, near=AT_SIGN
        ),
        pattern(
            "EMAIL",
            rf"(?<![\w.+%-])[\w.+%-]{{1,64}}(?:[ ]?[\[(]at[\])][ ]?|[ ]at[ ]){HOST}"
            rf"(?:[ ]?[\[(]dot[\])][ ]?|[ ]dot[ ]){TOP_LEVEL}\b",
            STRONG,
            near=AT_WORD,
        ),
        pattern("URL", rf"\b(?:https?|s?ftp)://{PATH}{{1,2000}}{LAST}", CERTAIN, near=None),
        pattern("URL", rf"\bwww\.{PATH}{{2,2000}}{LAST}", CERTAIN, near=None),
        pattern(
            "URL",
            rf"(?<![\w@.-]){HOST}\.{TOP_LEVEL}(?:/{PATH}{{0,2000}}{LAST}|\b(?![\w@.-]))",
            LIKELY,
            near=DOTS,
        ),
        pattern("IP", r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?!\w|\.\d)", CERTAIN),
        pattern(
            "IP",
            r"(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:%\w{1,16})?(?![\w:])",
            CERTAIN,
            near=COLONS,
        ),
    )

    def accept(self, found: LabelPattern, match: re.Match[str], text: str) -> bool:
        if found.label == "IP":
            return _is_ip(match.group())
        return found.score > LIKELY or not _is_file_or_abbreviation(match.group())


def _is_ip(value: str) -> bool:
    address = value.split("%")[0] if value.count(":") > 1 else value.split(":")[0]
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return False
    return address != "::"


def _is_file_or_abbreviation(value: str) -> bool:
    """Whether "word.me" is more likely two words run together than a host: short last part, no path."""
    host, _, path = value.partition("/")
    return not path and host.count(".") == 1 and host.rsplit(".", 1)[1].lower() in WORDS_TOO
