"""Assertion: whether the patient has what a mention names, after ConText with the triggers of `triggers.py`."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .matcher import Match, Stream
from .sections import Sections
from .triggers import TRIGGERS, Trigger

ENDS = frozenset((".", ";", "!"))
#: Which assertion wins where several triggers reach one mention.
RANK = {"negated": 0, "family": 1, "hypothetical": 2, "uncertain": 3, "historical": 4}


@dataclass(frozen=True, slots=True)
class Cue:
    """A trigger at words `start` to `end` (exclusive)."""

    start: int
    end: int
    trigger: Trigger


@dataclass(slots=True)
class Statements:
    """The cues of one note and the word indexes at which statements begin."""

    cues: list[Cue]
    starts: list[int]
    positions: list[int]

    def bounds(self, index: int, limit: int) -> tuple[int, int]:
        """First and one-past-last word of the statement that holds word `index`."""
        place = bisect_right(self.starts, index)
        return self.starts[place - 1] if place else 0, self.starts[place] if place < len(self.starts) else limit


def statements(stream: Stream, matches: Sequence[Match], sections: Sections) -> Statements:
    """Collect the cues (longest first, pseudo-triggers hide what they hold) and the statement borders."""
    taken: list[tuple[int, int]] = []
    cues = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        if any(match.start < end and start < match.end for start, end in taken if abs(start - match.start) < 8):
            continue
        taken.append((match.start, match.end))
        cues.extend(Cue(match.start, match.end, trigger) for trigger in TRIGGERS[match.key])
    starts = {stream.index_at(offset) for offset in sections.breaks}
    starts.update(index + 1 for index, word in enumerate(stream.words) if word in ENDS)
    cues.sort(key=lambda cue: cue.start)
    return Statements(cues, sorted(starts), [cue.start for cue in cues])


def assertion(start: int, end: int, section: str, system: str, notes: Statements, size: int) -> str:
    """The assertion of words `start` to `end`: from the cues of its statement, else from the section."""
    first, last = notes.bounds(start, size)
    near = notes.cues[bisect_left(notes.positions, first) : bisect_left(notes.positions, last)]
    found = {cue.trigger.kind for cue in near if _reaches(cue, start, end, near)}
    if section == "family" and "negated" not in found:
        return "family"
    if found:
        return min(found, key=RANK.__getitem__)
    return _prior(section, system)


def _prior(section: str, system: str) -> str:
    if section == "instructions":
        return "hypothetical"
    if system != "ICD-10-CM" and section in ("plan", "past", "surgical"):
        return "hypothetical" if section == "plan" else "historical"
    return "present"


def _reaches(cue: Cue, start: int, end: int, near: list[Cue]) -> bool:
    if cue.trigger.kind not in RANK:
        return False
    if cue.trigger.direction == "after":
        return cue.end <= start <= cue.end + cue.trigger.reach and not _stopped(cue.end, start, near)
    return cue.start - cue.trigger.reach <= end <= cue.start and not _stopped(end, cue.start, near)


def _stopped(low: int, high: int, near: list[Cue]) -> bool:
    return any(cue.trigger.kind == "stop" and low <= cue.start and cue.end <= high for cue in near)
