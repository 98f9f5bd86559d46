"""Words shared in a list: "neck and back pain", "pain and swelling of the knee", "MDD, recurrent"."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from .matcher import Match, Stream

AND = frozenset(("and", "or", "/", "and/or"))
LIST = AND | {","}
MOST = 4


class Shared(NamedTuple):
    """A further mention, the plainer one whose place it takes, and the one that it shares words with."""

    match: Match
    replaces: Match | None
    source: Match


def shared(stream: Stream, chosen: Sequence[Match], keys: Container[str]) -> Iterator[Shared]:
    """Further mentions that share words with a chosen one; `keys` are the phrases that exist."""
    words = stream.words
    owned = {index: match for match in chosen for index in range(match.start, match.end)}
    for match in chosen:
        if match.end - match.start >= 2:
            yield from _before(words, match, owned, keys)
            yield from _after(words, match, owned, keys)


def over_commas(stream: Stream, chosen: Sequence[Match], keys: Container[str]) -> list[Match]:
    """The chosen matches, each drawn over commas as far as a phrase goes: "MDD, recurrent, severe"."""
    found: list[Match] = []
    begun = {match.start for match in chosen}
    for match in chosen:
        if found and match.start < found[-1].end:
            continue  # its words now belong to the one before
        if stream.words[match.end : match.end + 1] == [","] and match.end + 1 not in begun:
            match = _drawn(stream.words, match, keys)
        found.append(match)
    return found


def _drawn(words: list[str], match: Match, keys: Container[str]) -> Match:
    best, key = match, match.key
    for place in range(match.end, min(len(words), match.end + 2 * MOST)):
        if words[place][0].isdigit():
            break
        if words[place] != ",":
            key = f"{key} {words[place]}"
            if key in keys:
                best = Match(match.start, place + 1, key)
    return best


def _before(
    words: list[str], match: Match, owned: dict[int, Match], keys: Container[str]
) -> Iterator[Shared]:
    """ "neck, shoulder and back pain": the words before share the end of the phrase."""
    rest = words[match.start + 1 : match.end]
    place, joint = match.start - 1, AND
    for _ in range(MOST):
        if place < 1 or words[place] not in joint:
            return
        place -= 1
        if words[place] == ",":
            place -= 1
        key = " ".join((words[place], *rest))
        if key not in keys or not _free(owned.get(place)):
            return
        yield Shared(Match(place, place + 1, key), owned.get(place), match)
        place, joint = place - 1, LIST


def _after(words: list[str], match: Match, owned: dict[int, Match], keys: Container[str]) -> Iterator[Shared]:
    """ "pain in the neck, shoulder and back": the words after share the start of the phrase."""
    rest = words[match.start : match.end - 1]
    place = match.end
    for _ in range(MOST):
        if place + 1 < len(words) and words[place] == "," and words[place + 1] in AND:
            place += 1
        if place + 1 >= len(words) or words[place] not in LIST:
            return
        key = " ".join((*rest, words[place + 1]))
        if key not in keys or not _free(owned.get(place + 1)):
            return
        yield Shared(Match(place + 1, place + 2, key), owned.get(place + 1), match)
        place += 2


def _free(owner: Match | None) -> bool:
    """A word that is no mention, or is one alone, can take part."""
    return owner is None or owner.end - owner.start == 1
