"""What the billable codes of a category say, for composing a code from the words around a mention."""

import re
from collections.abc import Iterable, Mapping

from . import words
from .icd10cm import TabularCode

#: Words of a title that a note need not say for the code to be right.
_FREE = """
initial encounter closed unspecified specified other and or due site nos not elsewhere classified
type disease disorder region area stage with displaced mention so stated status uncomplicated
primary unilateral at as for by from current that this any both part level
"""
FREE = frozenset(_FREE.split())
ABSENT = re.compile(r",? (?:without|not intractable).*$")
OTHER = re.compile(r"\bother\b(?! and unspecified)|unspecified complication")
SOFT = re.compile(r"\bunspecified ([a-z]+)")


def default_codes(tabular: list[TabularCode]) -> dict[str, str]:
    """For every code the billable one that says no more than it: itself, or its least specific descendant."""
    children: dict[str, list[TabularCode]] = {}
    for item in tabular:
        children.setdefault(item.parent, []).append(item)
    chosen: dict[str, str] = {}
    for item in reversed(tabular):
        chosen[item.code] = (
            item.code if item.billable else _plainest(item, children.get(item.code, []), chosen)
        )
    return chosen


def _plainest(item: TabularCode, below: list[TabularCode], chosen: Mapping[str, str]) -> str:
    own = set(words.tokens(item.description))

    def surplus(child: TabularCode) -> tuple[float, str]:
        if child.extended:
            return ("A0DX".find(child.code[-1]) % 9, child.code)
        title = child.description.lower()
        extra = [word for word in words.tokens(ABSENT.sub("", title)) if word not in own]
        plain = 4 * ("unspecified" in title) + 3 * (
            "without complication" in title or "uncomplicated" in title
        )
        sided = 2 * bool(_side(child)) - (title.count("unspecified") > 1)
        return (len(extra) - plain + 3 * bool(OTHER.search(title)) + sided, child.code)

    return chosen[min(below, key=surplus).code] if below else item.code


def rows(
    tabular: list[TabularCode], defaults: Mapping[str, str]
) -> Iterable[tuple[str, str, str, str, str, str]]:
    """(category, code, wordings, soft words, side, 7th characters) of each billable code, 7th characters
    folded.

    `wordings` holds sets of words, '|' between them: the title's, and those that its own and its ancestors'
    inclusion terms offer instead. Soft words stand after 'unspecified': a more specific sibling need not hold
    them.
    """
    by_code = {item.code: item for item in tabular}
    sevens: dict[str, str] = {}
    for item in tabular:
        if item.extended:
            sevens[item.parent] = sevens.get(item.parent, "") + item.code[-1]
    for item in tabular:
        if not item.extended and (item.billable or item.code in sevens):
            wordings = "|".join(" ".join(sorted(w)) for w in _wordings(item, by_code))
            soft = " ".join(
                word for found in SOFT.findall(item.description.lower()) for word in words.tokens(found)
            )
            yield item.code[:3], defaults[item.code], wordings, soft, _side(item), sevens.get(item.code, "")


def _wordings(item: TabularCode, by_code: Mapping[str, TabularCode]) -> list[frozenset[str]]:
    title = spoken(item.description)
    found = [title, *(spoken(term) for term in item.terms)]
    ancestor = by_code.get(item.parent)
    while ancestor is not None:
        rest = title - spoken(ancestor.description)
        found.extend(rest | spoken(term) for term in ancestor.terms if rest)
        ancestor = by_code.get(ancestor.parent)
    return list(dict.fromkeys(found))[:12]


def spoken(title: str) -> frozenset[str]:
    """The words of a title that carry its meaning, in normal form."""
    return frozenset(words.tokens(ABSENT.sub("", title.lower()))) - FREE


def _side(item: TabularCode) -> str:
    found = set(words.sides(item.description))
    return found.pop() if len(found) == 1 else ""
