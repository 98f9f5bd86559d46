"""Raises a code from what stands beside its mention: side, site, acuity, stage, type, 'with', encounter.

Nothing here knows a code. The tabular list's own titles say which words lead from a code to its more specific
sibling: "knee" and the side R lead from M25.50 (pain in unspecified joint) to M25.561.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..dictionaries import Store
from ..dictionaries.store import Member

#: Words of a note that tell the 7th character of an injury, best first; the default is the initial encounter.
ENCOUNTERS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset(("sequela", "sequelae")), "S"),
    (frozenset(("nonunion",)), "K"),
    (frozenset(("malunion",)), "P"),
    (frozenset(("delayed",)), "G"),
    (frozenset(("subsequent", "followup", "healing", "recheck")), "D"),
    (frozenset(("open", "compound")), "B"),
)


@dataclass(frozen=True, slots=True)
class Family:
    """The members of one category and every word that their titles hold."""

    members: tuple[Member, ...]
    by_code: dict[str, Member]
    words: frozenset[str]


class Composer:
    """Finds the member of a code's category that the words around a mention support."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._families: dict[str, Family] = {}

    def raises(self, code: str, near: Iterable[str]) -> bool:
        """Whether any of some words is one of those that `relevant` gives."""
        return not self._family(code[:3]).words.isdisjoint(near)

    def relevant(self, code: str, around: Collection[str]) -> frozenset[str]:
        """Those of the words around a mention that some title of the code's category holds."""
        return self._family(code[:3]).words.intersection(around)

    def compose(
        self, code: str, said: frozenset[str], around: frozenset[str], side: str
    ) -> tuple[str, frozenset[str]]:
        """The best code for a mention coded `code`, and the words around it that led there.

        `said` are the mention's own words, `around` the relevant ones beside it.
        """
        return _best(self._family(code[:3]), code, said, around, side)

    def encounter(self, code: str, statement: Collection[str]) -> str:
        """`code` with the 7th character that the statement's words ask for, where the category has it."""
        if len(code) != 8 or code[-1] != "A":
            return code
        member = self._family(code[:3]).by_code.get(code)
        for cues, letter in ENCOUNTERS:
            if member is not None and letter in member.sevens and not cues.isdisjoint(statement):
                return code[:-1] + letter
        return code

    def _family(self, category: str) -> Family:
        family = self._families.get(category)
        if family is None:
            members = tuple(self._store.family(category))
            words = frozenset().union(*(wording for member in members for wording in member.wordings))
            family = self._families[category] = Family(members, {m.code: m for m in members}, words)
        return family


def _best(
    family: Family, code: str, said: frozenset[str], around: frozenset[str], side: str
) -> tuple[str, frozenset[str]]:
    base = family.by_code.get(code)
    best, led = code, frozenset[str]()
    if base is None:
        return best, led
    rank = (0, _fit(base, side), 0, 0)
    for member in family.members:
        for wording in member.wordings:
            used = wording - base.wordings[0] - said
            lost = base.wordings[0] - wording
            if used <= around and lost <= base.soft:
                fit = _fit(member, side)
                if fit >= 0:
                    own = (len(used), fit, -len(lost), _shared(member.code, code))
                    if own > rank:
                        best, led, rank = member.code, used, own
    return best, led


def _fit(member: Member, side: str) -> int:
    """How well a member's side meets the one named: the same 2, none named by the code 1, another -1."""
    if member.side == side:
        return 2
    return 1 if not member.side else (-1 if side else 0)


def _shared(one: str, other: str) -> int:
    """How many characters two codes begin with together: of equals the nearest in the list is meant."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
