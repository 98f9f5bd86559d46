"""Assertion: whether the patient has what a mention names, after ConText, by the words of `triggers.py`."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from . import course, timing
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
#: Codes of the state after a procedure: loss of an organ, transplant, implant.
AFTERWARDS = ("Z90", "Z94", "Z95", "Z96", "Z97", "Z98")
#: Words that name a relative, and ones that end in a full stop which ends nothing.
RELATIVES = frozenset(
    key for key, triggers in TRIGGERS.items() if " " not in key and any(t.scope == KIN for t in triggers)
)
ABBREVIATED = frozenset(("vs", "prob", "poss", "susp", "hx", "prev", "approx"))
#: Cues of these kinds count also where a mention's own words begin or end with them: "repeat colonoscopy".
OWN = frozenset(("historical", "hypothetical", "uncertain"))
#: A mention that begins with one of these is past.
PAST = frozenset(("s/p", "h/o", "history", "hx", "prior", "previous", "former", "old", "past"))


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

    stream: Stream
    words: list[str]
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
    """A leading question mark, the dash of "(-)" and one beside a relative ("sister - lupus") end nothing."""
    if stream.words[index] == "?":
        return _leads(stream, index) or stream.words[index + 1 : index + 2] == ["?"]
    if stream.words[index] == "." and stream.words[max(0, index - 1)] in ABBREVIATED:
        return True
    beside = stream.words[max(0, index - 1) : index + 2]
    return stream.words[index] == "-" and (beside[0] == "(" or not RELATIVES.isdisjoint(beside))


def _leads(stream: Stream, index: int) -> bool:
    """Whether the question mark at a word index stands before what it questions."""
    start = stream.start(index)
    before = stream.text[max(0, start - 1) : start]
    if before in ("", "\n", "(", "-", ":", ",", "?"):
        return True
    return before in " \t" and stream.text[start + 1 : start + 4].lstrip(" ?")[:1] not in ("", "\n")


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
        if taken.isdisjoint(span) and not _numbered(stream, match):
            taken.update(span)
            cues.extend(Cue(match.start, match.end, trigger) for trigger in TRIGGERS[match.key])
    for index, word in enumerate(stream.words):
        if word == "?":
            cues.append(
                Cue(index, index + 1, ASKED if _leads(stream, index) and index + 1 not in begins else ASKING)
            )
    cues.sort(key=lambda cue: cue.start)
    return Statements(stream, stream.words, cues, begins, [cue.start for cue in cues], owners)


def _numbered(stream: Stream, match: Match) -> bool:
    """Whether a trigger is the front of a code such as "NO3"."""
    end = stream.end(match.end - 1)
    return stream.text[end : end + 1].isdigit()


def assertion(start: int, end: int, section: str, code: str, system: str, notes: Statements) -> str:
    """The assertion of words `start` to `end`: from the cues of its statement, else from its date, else from
    the section.
    """
    procedure = system != "ICD-10-CM"
    near = notes.cues_in(*notes.bounds(start))
    reaching = [cue for cue in near if _holds(cue.trigger, code, procedure)]
    reaching = [cue for cue in reaching if _reaches(cue, start, end, near, notes)]
    kinds = {cue.trigger.kind for cue in reaching}
    if "negated" in kinds:
        return "negated"
    if "family" in kinds or section == "family":
        return "family"
    if reaching:
        kind = min(reaching, key=lambda cue: _distance(cue, start, end)).trigger.kind
        # what is "possible" of a procedure is not done yet
        return "hypothetical" if procedure and kind == "uncertain" else kind
    return _box(start, notes) or _past(start, end, code, system, notes) or _prior(section, code, system)


def _holds(trigger: Trigger, code: str, procedure: bool) -> bool:
    """Whether a trigger can speak of such a code at all."""
    if procedure:  # "neg" and "absent" after a procedure tell its result
        return trigger.kind != "negated" or trigger.scope != NEAR or trigger.procedures
    if trigger.procedures:  # the status of having had a procedure can be planned, too
        return trigger.kind != "historical" and code.startswith(AFTERWARDS)
    return not (trigger.kind == "historical" and trigger.scope == LIST and course.is_lasting(code))


def _distance(cue: Cue, start: int, end: int) -> tuple[int, int]:
    return (start - cue.end if cue.end <= start else cue.start - end, RANK[cue.trigger.kind])


def _past(start: int, end: int, code: str, system: str, notes: Statements) -> str:
    """An event that its own words or a date put in the past: "s/p stroke", "miscarriage 2011"."""
    if notes.words[start] in PAST and not course.is_lasting(code):
        return "historical"
    return timing.told(notes.stream.text, notes.stream.end(end - 1), code, system)


def _box(start: int, notes: Statements) -> str:
    """An empty box before a mention: '[ ]' was not chosen, '( )' is offered."""
    before = notes.words[max(0, start - 2) : start]
    if before[-1:] in (["☐"], ["□"]):
        return "negated"
    return {"[]": "negated", "()": "uncertain"}.get("".join(before), "")


def _prior(section: str, code: str, system: str) -> str:
    if section == "instructions":
        return "hypothetical"
    if system != "ICD-10-CM":
        if section == "hpi" and code.isdigit() and "10000" < code < "79000":
            return "historical"  # operations and imaging in the story of an illness came before the visit
        return PROCEDURE_PRIOR.get(section, "present")
    if section in ("past", "surgical") and course.is_passing(code):
        return "historical"
    return course.default(code)


def _reaches(cue: Cue, start: int, end: int, near: list[Cue], notes: Statements) -> bool:
    trigger = cue.trigger
    if trigger.kind not in RANK:
        return False
    if start <= cue.start and cue.end <= end:
        return trigger.kind in OWN and (
            cue.start == start if trigger.direction == "after" else cue.end == end
        )
    if trigger.direction == "after":
        low, high = cue.end, start if cue.start >= start else max(start, min(cue.end, end - 1))
    else:
        low, high = end, cue.start
    if trigger.scope == NEAR and trigger.direction == "after" and cue.start - 1 in notes.owners:
        return notes.words[cue.start] == "?"  # "(-)" is of the mention before
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
