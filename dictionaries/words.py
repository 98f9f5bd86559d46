"""Normal forms: how the words of a note and of a dictionary phrase are made to meet.

`split(text)` cuts text into raw tokens with their offsets; `normal(raw)` maps one raw token to the form both
sides are compared in (lower case, no accents, singular, American spelling, one word for an organ and its
adjective). The functions are pure; the dictionary is compiled and read with the same ones, so a rule need
only be consistent, not linguistically right ("diabetes" becomes "diabete" on both sides).
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

from .synonyms import ALIASES

#: Words after which "A" is a letter and no article; after these and some more, "and" joins no two letters.
TYPED = "hepatitis hep vitamin influenza flu type group stage class factor".split()
APART = [*TYPED, "vitamins", "vit", "protein", "proteins", "types"]
#: Names of species, by their start, that follow a genus given by its initial.
SPECIES = (
    "pylori|coli|diff|aureus|pneumon|influenzae|albicans|faec|jejuni|aerugin|epiderm|trachomatis|gonorrh"
    "|vaginalis|marcescens|cloacae"
)
_TYPED, _APART = "|".join(f"(?<={word} )" for word in TYPED), "".join(f"(?<!{word} )" for word in APART)

#: What depends on what stands past a blank is listed in `detect/pieces.py` too.
TOKEN = re.compile(
    r"[a-zA-Z]{2,}(?![\w'’/-])"  # most words, at once
    rf"| (?=[aA](?![\w'’/]))(?i:{_TYPED})[aA]"  # with its blank: a letter, not the article
    rf"|(?<![\w.])[A-Z]\.(?= ?(?i:{SPECIES}))"  # a genus by its initial
    r"|(?<!\w)[hH][eE][rR]-?2(?!\w)|\[[A-Z][A-Z_0-9]*\]"  # a redaction tag stays whole
    r"|(?<![A-Za-z/])(?:[wW]/[oO](?![A-Za-z])|[wW]/|[sScCrRhHdDbBaAfFyYiI]/[a-zA-Z](?![A-Za-z/])|2/2(?![/\d]))"
    rf"|(?<![\w&])(?i:{_APART})"
    r"[a-zA-Z](?: ?& ?[a-zA-Z]| and [b-zA-Z])(?![\w&'’-])"  # I&D, T & A, D and C
    r"|[^\W\d_]+-[ \t]*\r?\n[ \t]*[a-z]+"  # a word broken at the line's end
    r"|(?<![\w-])[a-zA-Z]-[a-zA-Z][a-z]+(?![\w-])"  # a-fib, x-ray, c-section
    r"|(?<!\w)(?:[a-zA-Z]{3,}[01][a-zA-Z]+|[a-zA-Z]{1,2}[01][a-zA-Z]{4,})(?!\w)"  # badly scanned
    r"|[^\W\d_](?=\d)\d+(?:[-.]\d+)*(?![^\W\d_])|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\d+(?:\.\d+)?(?:st|nd|rd|th|[a-zA-Z])?(?![^\W_])|\d+"
    r"|(?<!\w)[-‐‑]|[-‐‑](?!\w)|[^\w\s\-‐‑]"
)

CUT = re.compile(f"({TOKEN.pattern})")

#: Words that neither side keeps: "pain in her knee" and "knee pain" differ only in order.
_STOP = "of the a an in his her their my your our its to at"
STOP = frozenset(_STOP.split())

#: Sides are kept apart from the phrase: they choose among its codes.
SIDES = {
    "left": "L", "lt": "L", "l": "L", "right": "R", "rt": "R", "r": "R",
    "bilateral": "B", "bilat": "B", "bil": "B", "bl": "B", "b/l": "B", "bilaterally": "B", "both": "B",
    "ou": "B", "os": "L", "od": "R",
}  # fmt: skip

#: Names of sides that are other words too (overdose, bone): they name a side, and stay in the phrase.
AMBIGUOUS_SIDES = frozenset(("od", "os", "ou"))

ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
ORDINAL = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
ROMAN_LETTER = re.compile(r"(ii|iii|iv)([a-d])$")
VOWELS = frozenset("aeiou")
KEEP_S = ("ss", "us", "is", "as", "os")
#: Abbreviations that end in s and are another word without it.
KEPT = frozenset(("tens",))


def split(text: str) -> list[tuple[str, int]]:
    """Raw tokens of `text` with their start offsets; white space and hyphens within words are left out.

    Only the letter in "hepatitis A" keeps the blank before it, which tells it from the article.
    """
    return list(zip(*cut(text), strict=True))


def cut(text: str) -> tuple[list[str], list[int]]:
    """What `split` gives, as a list of tokens and a list of offsets."""
    parts = CUT.split(text)  # gap, token, gap, ...: quicker than one match object a token
    return parts[1::2], list(accumulate(map(len, parts)))[:-1:2]


@lru_cache(maxsize=65536)
def normal(raw: str) -> str:
    """The form in which a raw token is compared; the empty string for a word that is left out."""
    if raw[0] == " ":
        return raw[1:].lower()
    if raw == "&":
        return "and"
    if raw[1:2] in (" ", "&"):
        return f"{raw[0]}&{raw[-1]}".lower()
    word = fold(raw[0] if len(raw) == 2 and raw[1] == "." else raw)
    if word in STOP:
        return ""
    word = ROMAN.get(word) or ORDINAL.get(word) or word
    word = ALIASES.get(word) or ALIASES.get(singular(word)) or singular(word)
    return word


def fold(raw: str) -> str:
    """Lower case, without accents, possessive, line break or British vowels."""
    word = raw.lower()
    if not word.isascii():
        word = "".join(
            c for c in unicodedata.normalize("NFKD", word.replace("ß", "ss")) if not unicodedata.combining(c)
        )
        word = word.replace("’", "'").replace("œ", "oe").replace("æ", "ae")
    if "-" in word and len(word) > 1:
        word = re.sub(r"-\s*", "", word)
    if "'" in word:
        word = word.removesuffix("'s").replace("'", "")
    stage = ROMAN_LETTER.match(word) if word[:1] == "i" and len(word) < 5 else None
    if stage is not None and word not in ROMAN:
        return {"i": "1", "ii": "2", "iii": "3", "iv": "4"}[stage[1]] + stage[2]
    return word if len(word) < 5 else american(word)


def american(word: str) -> str:
    """American spelling of a British one, by the vowels and endings that differ."""
    if "ae" in word:
        word = word.replace("ae", "e")
    if "oe" in word:
        word = word.replace("oe", "e")
    if "ou" in word:
        word = re.sub(r"(?<=[lmdvhbn])our(?!n)", "or", word)  # not "mourning"
    return word.replace("yse", "yze").replace("isation", "ization") if "is" in word or "ys" in word else word


def singular(word: str) -> str:
    """A plural's singular, roughly: the same rule serves both sides."""
    if len(word) < 4 or word[-1] != "s" or word in KEPT or (len(word) == 4 and VOWELS.isdisjoint(word[1:3])):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("ses"):
        return word[:-2] + "is"
    if word.endswith("s") and not word.endswith(KEEP_S):
        return word[:-1]
    return word


def keys(text: str) -> list[str]:
    """The key of a phrase, and where it holds commas a second one that keeps those between its words."""
    plain = " ".join(tokens(text))
    return [plain, " ".join(tokens(text, kept="/+,")).strip(" ,")] if "," in text else [plain]


def tokens(text: str, *, kept: str = "/+") -> list[str]:
    """Normal forms of the words of a dictionary phrase, without stop words, sides and other than `kept`
    punctuation.
    """
    return list(_tokens(text, kept))


@lru_cache(maxsize=16384)
def _tokens(text: str, kept: str) -> tuple[str, ...]:
    return tuple([word for word in map(_form, _raws(text)) if word and (word[0].isalnum() or word in kept)])


@lru_cache(maxsize=4096)
def _raws(text: str) -> tuple[str, ...]:
    """The raw tokens of a dictionary phrase, which is asked for its words and its sides in turn."""
    return tuple(TOKEN.findall(text))


@lru_cache(maxsize=65536)
def _form(raw: str) -> str:
    """The normal form of a raw token, or the empty string where it names a side."""
    return "" if transparent(raw) else normal(raw)


def transparent(raw: str) -> bool:
    """Whether a raw token names a side and nothing else, so that a phrase runs on over it."""
    return raw.lower() in SIDES and raw.lower() not in AMBIGUOUS_SIDES


def sides(text: str) -> list[str]:
    """The sides that the words of a dictionary phrase name, in order."""
    return list(filter(None, map(side, _raws(text))))


@lru_cache(maxsize=65536)
def side(raw: str) -> str:
    """L, R or B for a word that names a side of the body, else the empty string."""
    return SIDES.get(raw.lower(), "") if len(raw) < 12 else ""
