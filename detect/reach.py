"""Whether a trigger's scope reaches a mention: its distance, what stops it, and what stands between."""

from .statements import ENDS, Cue, Statements
from .triggers import KIN, LIST, NEAR, REST, TIGHT, TOLD, Trigger

SEPARATORS = frozenset((",", "or", "and", "/", "nor", "vs", "versus", "+"))
#: A list that holds one of these belongs together: "no fever, chills, or cough".
WALLS = frozenset((",", "(", ")"))
PAIRING = frozenset(("and", "or", "/"))
JOINERS = frozenset(("or", "nor", "/"))
#: Cues of these kinds count also where a mention's own words begin or end with them: "repeat colonoscopy".
OWN = frozenset(("historical", "hypothetical", "uncertain"))
#: Words before which a clause ends: "MI unlikely given ..., no on exam".
_CLOSERS = "/ : | → = and or but per given by on since so with from over for because due as after who which"
CLOSERS = ENDS | WALLS | frozenset(_CLOSERS.split())
#: Words with which what is told turns to the present: "last year had a stroke, now weak".
_PRESENT = "now currently today still but however present presented started began onset since noticed with"
PRESENT = frozenset(_PRESENT.split())
#: "Rule out" and "r/o" lead in lists.
OUT = frozenset(("out", "r/o", "exclude"))
#: A bare one of these denies what stands before it only where the clause ends: not "CVA no deficits".
BARE = frozenset(("no", "not", "none", "never"))


def reaches(cue: Cue, start: int, end: int, near: list[Cue], notes: Statements) -> bool:
    trigger = cue.trigger
    if start <= cue.start and cue.end <= end:
        return trigger.kind in OWN and (
            cue.start == start if trigger.direction == "after" else cue.end == end
        )
    if trigger.direction == "after":
        low, high = cue.end, start if cue.start >= start else max(start, min(cue.end, end - 1))
    else:
        low, high = end, cue.start
        if trigger.closing and not _closes(cue, notes):
            return False
    if trigger.scope == NEAR and trigger.direction == "after" and cue.start - 1 in notes.owners:
        # "(-)" is of the mention before, unless such marks lead in each one
        if notes.words[cue.start] != "?" and not _marks_lead(cue, notes):
            return False
    elif trigger.direction == "before" and _marks_lead(cue, notes):
        return False
    if not 0 <= high - low <= trigger.reach or _stopped(low, high, near, trigger, notes.words):
        return False
    return trigger.scope in (LIST, REST, TOLD) or _joined(low, high, trigger, notes)


def _closes(cue: Cue, notes: Statements) -> bool:
    """Whether the clause ends with a cue, so that it speaks of what stands before it."""
    after = notes.words[cue.end : cue.end + 1]
    if not after or after[0] in CLOSERS or cue.end in notes.begins:
        return True
    if cue.trigger.kind == "negated" and _alternates(cue, notes):
        return True
    if notes.words[cue.end - 1] in BARE:
        return False
    return cue.end not in notes.owners and cue.end + 1 not in notes.owners


def _marks_lead(cue: Cue, notes: Statements) -> bool:
    """Whether a sign in brackets stands before each mention: "(+) rash (-) fever"."""
    return (
        notes.words[cue.start] == "("
        and cue.end - cue.start == 3
        and notes.words[notes.bounds(cue.start)[0]] == "("
    )


def _alternates(cue: Cue, notes: Statements) -> bool:
    """Whether mentions and denials take turns, a mention first: "covid neg flu neg"."""
    first, last = notes.bounds(cue.start)
    held = [index for index in range(first, last) if notes.words[index] not in ENDS]
    word = notes.words[cue.end - 1]
    return cue.start - 1 in notes.owners and notes.words[held[-1]] == word and held[0] in notes.owners


def _stopped(low: int, high: int, near: list[Cue], trigger: Trigger, words: list[str]) -> bool:
    """Whether a word between ends the scope; "had" ends a negation, but neither what is said of a relative
    nor of the past.
    """
    if trigger.scope == REST:
        return False
    if trigger.scope == TOLD:
        return not PRESENT.isdisjoint(words[low:high])
    stops = ("halt",) if trigger.scope == KIN else ("halt", "stop")
    return any(cue.trigger.kind in stops and low <= cue.start and cue.end <= high for cue in near)


def _joined(low: int, high: int, trigger: Trigger, notes: Statements) -> bool:
    """Whether nothing foreign stands between a tight trigger and a mention: no other one without 'or'."""
    between = notes.words[low:high]
    owned = [index for index in range(low, high) if index in notes.owners]
    if trigger.scope == KIN:
        return True
    if trigger.scope == NEAR or trigger.direction == "before":
        paired = trigger.scope == TIGHT and bool(between) and between[0] in PAIRING  # "A and B resolved"
        return (not owned or paired) and WALLS.isdisjoint(between)
    parted = [index for index in range(low, high) if notes.words[index] in SEPARATORS]
    if trigger.kind == "uncertain" and notes.words[low - 1] in OUT and len(parted) + len(owned) == high - low:
        return True  # "r/o PE, pneumonia"
    if not parted or "(" in between:
        return not owned and "(" not in between
    if high - parted[-1] > 3:
        return False
    if not JOINERS.isdisjoint(between):
        return True
    last = notes.bounds(low)[1]
    runs_on = any(word != "," for word in map(notes.words.__getitem__, parted))
    begun = bool(owned) and owned[0] <= parted[0]
    return begun and (runs_on or not JOINERS.isdisjoint(notes.words[high : min(last, high + 12)]))
