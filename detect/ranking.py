"""Chooses among the codes a phrase can mean, and among phrases that overlap."""

from bisect import bisect_left
from collections.abc import Container, Sequence

from ..dictionaries.compile import POSSESSIVE, SHOUTED, SPELLED
from ..dictionaries.store import Option
from ..dictionaries.words import fold, singular
from .matcher import Match, Stream
from .status import STATUS

#: Weights that curated terms and the table of sites have in the compiled dictionary.
CURATED_FROM, SITES_FROM = 1.2, 1.0
#: Share of right mentions by kind of wording, and what a cue's guess or a composed code costs.
CURATED = {"phrase": 0.9, "word": 0.82, "abbreviation": 0.74}
SITE, CUED, COMPOSED, LONG = 0.82, 0.03, 0.02, 5

#: How many tokens away from a mention its side can stand.
REACH = 3
#: What may stand between a mention and its side: "weakness of the left arm".
BEFORE_SIDE = frozenset(("of", "the", "in", "on"))


def side_within(stream: Stream, start: int, end: int) -> str:
    """The side named between the first and the last of words `start` to `end`."""
    places = range(stream.places[start], stream.places[end - 1])
    return next((stream.sides[place] for place in places if place in stream.sides), "")


def side_near(stream: Stream, start: int, end: int, owners: Container[int]) -> str:
    """The side named within words `start` to `end`, just before them, or just after (past a comma).

    A side after them that stands before another mention (one of the words `owners`) belongs to that one.
    """
    sides, raws = stream.sides, stream.raws
    first, last = stream.places[start], stream.places[end - 1]
    nearest = bisect_left(stream.lateral, first - REACH)
    if nearest == len(stream.lateral) or stream.lateral[nearest] > last + REACH:
        return ""
    for place in (*range(first, last), *range(first - 1, max(-1, first - REACH - 1), -1)):
        if place in sides:
            return sides[place]
        if place < first and raws[place] in ".;:,":
            break
    for place in range(last + 1, min(len(raws), last + REACH + 1)):
        if place in sides:
            return "" if bisect_left(stream.places, place) in owners else sides[place]
        if raws[place] not in ",(-" and raws[place] not in BEFORE_SIDE:
            break
    return ""


def kind(shown: str) -> str:
    """What sort of wording a note's words are: a phrase, a word or an abbreviation."""
    return "phrase" if " " in shown else ("word" if len(shown) >= LONG else "abbreviation")


def score(option: Option, wording: str, composed: bool) -> float:
    """How often a mention of this sort is right, 0 to 1, by where its wording comes from.

    `composed` says that the words around raised the code. The figures are measured and rounded.
    """
    if option.weight >= CURATED_FROM:
        base = CURATED[wording]
    else:
        base = SITE if option.weight >= SITES_FROM else 0.35 + 0.55 * option.weight
    return round(base - CUED * bool(option.cues) - COMPOSED * composed, 2)


def usable(options: tuple[Option, ...], shown: str, holds: set[str]) -> tuple[Option, ...]:
    """The options whose conditions hold: the exact case where asked for, a cue where asked for."""
    return tuple(
        [
            option
            for option in options
            if (not option.exact or _written_so(option.exact, shown))
            and (not option.cues or any(map(holds.issuperset, option.cues)))
        ]
    )


def _written_so(condition: str, shown: str) -> bool:
    if condition == POSSESSIVE:
        return shown[-1] in "sS"
    if condition[0] == SPELLED:
        return singular(fold(shown)) == condition[1:]
    return shown.isupper() if condition == SHOUTED else shown == condition


def order(options: Sequence[Option], side: str) -> list[Option]:
    """Best first: curated before derived; the side named, else none, else any; then by weight. Each code
    once.
    """

    def rank(option: Option) -> tuple[bool, int, float, str]:
        fits = 0 if option.side == side else (1 if not option.side else 2)
        return (option.weight < 1, fits, -option.weight, option.code)

    best: dict[tuple[str, str], Option] = {}
    for option in sorted(options, key=rank):
        best.setdefault((option.system, option.code), option)
    return list(best.values())


def in_place(options: tuple[Option, ...], words: Sequence[str], start: int) -> tuple[Option, ...]:
    """The options of what begins at word `start`: after "encounter for" the reasons (Z codes that are no
    status) where there are any.
    """
    if start < 2 or words[start - 1] != "for" or words[start - 2] != "encounter":
        return options
    reasons = tuple(o for o in options if o.code[0] == "Z" and not o.code.startswith(STATUS))
    return reasons or options


def without_leads(matches: list[Match]) -> list[Match]:
    """The matches without an "encounter for screening" into which a more telling one reaches ("screening
    mammogram").
    """
    leads = [match for match in matches if match.key.startswith("encounter ")]
    if not leads:
        return matches
    empty = {lead for lead in leads for m in matches if lead.start < m.start < lead.end < m.end}
    return [match for match in matches if match not in empty]


def longest(matches: Sequence[Match]) -> list[Match]:
    """Matches that don't overlap: the longest first, earlier before later."""
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.start)
