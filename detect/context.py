"""Assertion: whether the patient has what a mention names, after ConText, by the words of `triggers.py`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from . import course
from .matcher import Match, Stream
from .sections import Sections
from .triggers import KIN, LIST, NEAR, TRIGGERS, Trigger

ENDS = frozenset((".", ";", "!", "?", "¶", "-", "–", "—"))
SEPARATORS = frozenset((",", "or", "and", "/", "nor", "vs", "versus", "+"))
#: A list that holds one of these belongs together: "no fever, chills, or cough".
WALLS = frozenset((",", "(", ")"))
JOINERS = frozenset(("or", "nor", "/"))
#: Which assertion wins where several triggers reach one mention.
RANK = {"negated": 0, "family": 1, "hypothetical": 2, "uncertain": 3, "historical": 4}
#: A mark before a mention ("?pneumonia"), and one after it ("pneumonia?").
ASKED, ASKING = Trigger("uncertain", "after", NEAR, 0), Trigger("uncertain", "before", NEAR, 0)
PROCEDURE_PRIOR = {
    "plan": "hypothetical",
    "assessment and plan": "hypothetical",
    "past": "historical",
    "surgical": "historical",
}
#: What is planned is often a list of procedures, so the scope of these triggers runs on for them.
RUNNING = {
    trigger: replace(trigger, scope=LIST)
    for triggers in TRIGGERS.values()
    for trigger in triggers
    if trigger.kind == "hypothetical" and trigger.direction == "after"
}
#: A mention that begins with one of these is past.
PAST = frozenset(("s/p", "h/o", "history", "hx", "prior", "previous", "former", "old", "past"))
YEAR = re.compile(r"(?:19|20)\d\d$")


class Cue(NamedTuple):
    """A trigger at words `start` to `end` (exclusive)."""

    start: int
    end: int
    trigger: Trigger


@dataclass(slots=True)
class Statements:
    """The cues of one note, the word indexes at which statements begin, and which mention each word belongs
    to.
    """

    words: list[str]
    raw_words: list[str]
    cues: list[Cue]
    starts: list[int]
    positions: list[int]
    owners: Mapping[int, int]

    def bounds(self, index: int) -> tuple[int, int]:
        """First and one-past-last word of the statement that holds word `index`."""
        place = bisect_right(self.starts, index)
        first = self.starts[place - 1] if place else 0
        return first, self.starts[place] if place < len(self.starts) else len(self.words)

    def cues_in(self, first: int, last: int) -> list[Cue]:
        """The cues that begin within words `first` to `last` (exclusive)."""
        return self.cues[bisect_left(self.positions, first) : bisect_left(self.positions, last)]


def starts(stream: Stream, sections: Sections) -> list[int]:
    """The word indexes at which statements begin: after a full stop and at lines that begin anew."""
    found = {stream.index_at(offset) for offset in sections.breaks}
    found.update(i + 1 for i, word in enumerate(stream.words) if word in ENDS and not _goes_on(stream, i))
    return sorted(found)


def _goes_on(stream: Stream, index: int) -> bool:
    """A leading question mark and the dash of "(-)" end nothing."""
    if stream.words[index] == "?":
        return _leads(stream, index)
    return stream.words[index] == "-" and stream.words[max(0, index - 1)] == "("


def _leads(stream: Stream, index: int) -> bool:
    """Whether the question mark at a word index stands before what it questions."""
    start = stream.start(index)
    return start == 0 or stream.text[start - 1] in " \t\n(-:"


def statements(
    stream: Stream,
    matches: Sequence[Match],
    begins: list[int],
    owners: Mapping[int, int],
    heads: Sequence[tuple[int, int]],
) -> Statements:
    """Collect the cues: longest first; pseudo-triggers, mentions and headings hide what they hold."""
    taken: set[int] = {
        index for low, high in heads for index in range(stream.index_at(low), stream.index_at(high))
    }
    cues: list[Cue] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        span = range(match.start, match.end)
        if (
            taken.isdisjoint(span)
            and not all(index in owners for index in span)
            and not _numbered(stream, match)
        ):
            taken.update(span)
            cues.extend(Cue(match.start, match.end, trigger) for trigger in TRIGGERS[match.key])
    for index, word in enumerate(stream.words):
        if word == "?":
            cues.append(Cue(index, index + 1, ASKED if _leads(stream, index) else ASKING))
    cues.sort(key=lambda cue: cue.start)
    raw_words = [stream.raws[place] for place in stream.places]
    return Statements(stream.words, raw_words, cues, begins, [cue.start for cue in cues], owners)


def _numbered(stream: Stream, match: Match) -> bool:
    """Whether a trigger is the front of a code such as "NO3"."""
    end = stream.end(match.end - 1)
    return stream.text[end : end + 1].isdigit()


def assertion(start: int, end: int, section: str, code: str, system: str, notes: Statements) -> str:
    """The assertion of words `start` to `end`: from the cues of its statement, else from the section."""
    near = notes.cues_in(*notes.bounds(start))
    if system != "ICD-10-CM":
        near = [cue._replace(trigger=RUNNING.get(cue.trigger, cue.trigger)) for cue in near]
    reaching = [cue for cue in near if _reaches(cue, start, end, near, notes)]
    if system != "ICD-10-CM":
        # "neg" and "absent" after a procedure tell its result
        reaching = [cue for cue in reaching if cue.trigger.kind != "negated" or cue.trigger.scope != NEAR]
    elif course.is_lasting(code):
        reaching = [cue for cue in reaching if cue.trigger.kind != "historical" or cue.trigger.scope != LIST]
    kinds = {cue.trigger.kind for cue in reaching}
    if "negated" in kinds:
        return "negated"
    if "family" in kinds or section == "family":
        return "family"
    if reaching:
        return min(reaching, key=lambda cue: _distance(cue, start, end)).trigger.kind
    return _box(start, notes) or _past(start, end, code, system, notes) or _prior(section, code, system)


def _distance(cue: Cue, start: int, end: int) -> tuple[int, int]:
    return (start - cue.end if cue.end <= start else cue.start - end, RANK[cue.trigger.kind])


def _past(start: int, end: int, code: str, system: str, notes: Statements) -> str:
    """An event that its own words or a bare year put in the past: "s/p stroke", "miscarriage 2011"."""
    if notes.words[start] in PAST and not course.is_lasting(code):
        return "historical"
    passing = system != "ICD-10-CM" or course.is_passing(code) or code[0] == "C"
    years = [word for word in notes.raw_words[end : end + 2] if YEAR.match(word)]
    return "historical" if passing and years else ""


def _box(start: int, notes: Statements) -> str:
    """An empty box before a mention: '[ ]' was not chosen, '( )' is offered."""
    before = notes.words[max(0, start - 2) : start]
    return {"[]": "negated", "()": "uncertain"}.get("".join(before), "")


def _prior(section: str, code: str, system: str) -> str:
    if section == "instructions":
        return "hypothetical"
    if system != "ICD-10-CM":
        return PROCEDURE_PRIOR.get(section, "present")
    if section in ("past", "surgical") and course.is_passing(code):
        return "historical"
    return course.default(code)


def _reaches(cue: Cue, start: int, end: int, near: list[Cue], notes: Statements) -> bool:
    trigger = cue.trigger
    if trigger.kind not in RANK:
        return False
    if trigger.direction == "after":
        low, high = cue.end, start
    else:
        low, high = end, cue.start
    if not 0 <= high - low <= trigger.reach or _stopped(low, high, near, trigger):
        return False
    return trigger.scope == LIST or _joined(low, high, trigger, notes)


def _stopped(low: int, high: int, near: list[Cue], trigger: Trigger) -> bool:
    """Whether a word between ends the scope; "had" ends a negation, but not what is said of a relative."""
    stops = ("halt",) if trigger.scope == KIN else ("halt", "stop")
    return any(cue.trigger.kind in stops and low <= cue.start and cue.end <= high for cue in near)


def _joined(low: int, high: int, trigger: Trigger, notes: Statements) -> bool:
    """Whether nothing foreign stands between a tight trigger and a mention: no other one without 'or'."""
    between = notes.words[low:high]
    owned = [index for index in range(low, high) if index in notes.owners]
    if trigger.scope == KIN:
        return True
    if trigger.scope == NEAR or trigger.direction == "before":
        return not owned and WALLS.isdisjoint(between)
    parted = [index for index in range(low, high) if notes.words[index] in SEPARATORS]
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
