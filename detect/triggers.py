"""The words that change what a mention means, after ConText (Harkema et al. 2009); written for chartveil.

The modules `cues_*` hold them. Each line: KIND DIRECTION SCOPE REACH: phrases. KIND is an assertion, `stop`
(ends the scope of what stands before it), `halt` (ends that of a relative, too) or `pseudo` (looks like a
trigger and is none). DIRECTION says where the mention stands: `after` the trigger or `before` it. SCOPE is
`list` (runs on over commas), `rest` (to the end of the statement, over stops too), `told` (so, but up to a
word of the present), `tight` (only over "or" and its like), `kin` or `near`. REACH is the farthest distance
in words. A line that begins with `procedure` holds for procedures only, one with `event` for conditions that
pass, one with `finding` for all but procedures.
"""

from dataclasses import dataclass, replace

from ..dictionaries.words import normal, split
from . import cues_ahead, cues_denial, cues_doubt, cues_kin, cues_past, cues_scope

NEAR, TIGHT, LIST, KIN, REST, TOLD = "near", "tight", "list", "kin", "rest", "told"
#: These stand between two mentions and mean both.
VERSUS = frozenset(("vs", "versus", "vs .", "versus ."))
#: What a phrase that stands after its mention may begin with.
MARKS = ",:-("
TABLES = (
    cues_denial.PHRASES,
    cues_past.PHRASES,
    cues_doubt.PHRASES,
    cues_ahead.PHRASES,
    cues_kin.PHRASES,
    cues_scope.PHRASES,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a trigger phrase means, on which side of it the mention stands, and how its scope runs.

    `only` is "procedure", "event" or "finding" where it holds for these alone, else empty. `closing`: the
    words also stand before what they mean, so after it they must close their clause ("MI unlikely, PE
    unlikely").
    """

    kind: str
    direction: str
    scope: str
    reach: int
    only: str = ""
    closing: bool = False


def _key(phrase: str) -> str:
    return " ".join(word for raw, _ in split(phrase) if (word := normal(raw)))


def _read(table: str) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, tuple[Trigger, ...]] = {}
    for line in table.strip().replace("\n  ", " ").splitlines():
        head, _, phrases = line.partition(": ")
        *only, kind, direction, scope, reach = head.split()
        trigger = Trigger(kind, direction, scope, int(reach), "".join(only))
        for phrase in phrases.split("; "):
            found[_key(phrase)] = tuple(dict.fromkeys((*found.get(_key(phrase), ()), trigger)))
    return found


def _all() -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, tuple[Trigger, ...]] = {}
    for table in TABLES:
        for key, triggers in _read(table).items():
            found[key] = (*found.get(key, ()), *triggers)
    for key in [key for key in found if key[0] in MARKS and key[2:] in found]:
        ahead = (trigger for trigger in found[key[2:]] if trigger.direction == "after")
        found[key] = (*found[key], *ahead)  # ", likely" hides "likely", and so means that, too
    return {key: _with_closing(key, triggers) for key, triggers in found.items()}


def _with_closing(key: str, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    ways = {trigger.direction for trigger in triggers if trigger.kind not in ("stop", "halt", "pseudo")}
    if key in VERSUS or key[-1] == ")" or (len(ways) < 2 and key[0].isalnum()):
        return triggers
    return tuple(replace(trigger, closing=trigger.direction == "before") for trigger in triggers)


TRIGGERS: dict[str, tuple[Trigger, ...]] = _all()
