"""The statements of a note, where each begins, and the cues that stand in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple

from .matcher import Found, Stream
from .sections import Sections
from .triggers import KIN, NEAR, TRIGGERS, Trigger

ENDS = frozenset((".", ";", "!", "?", "¶", "-", "–", "—"))
DASHES = frozenset("-–—")
#: Those of the ends that don't end a statement everywhere.
GOING_ON = frozenset("?.-")
#: What a cue can make of a mention.
KINDS = frozenset(("negated", "family", "hypothetical", "uncertain", "historical"))
#: Kinds of cue that lead in lists whose items semicolons part.
LED_LISTS = frozenset(("hypothetical", "uncertain"))
#: A mark before a mention ("?pneumonia"), and one after it ("pneumonia?").
ASKED, ASKING = Trigger("uncertain", "after", NEAR, 0), Trigger("uncertain", "before", NEAR, 0)
#: Words that name a relative, and ones that end in a full stop which ends nothing.
RELATIVES = frozenset(
    key for key, triggers in TRIGGERS.items() if " " not in key and any(t.scope == KIN for t in triggers)
)
ABBREVIATED = frozenset(("vs", "prob", "poss", "susp", "hx", "prev", "approx"))
#: What each phrase tells; nothing where it only hides another.
TELLING = {
    key: tuple(trigger for trigger in triggers if trigger.kind != "pseudo")
    for key, triggers in TRIGGERS.items()
}


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
    begins: frozenset[int]
    positions: list[int]
    owners: Mapping[int, int]

    def bounds(self, index: int) -> tuple[int, int]:
        """First and one-past-last word of the statement that holds word `index`."""
        place = bisect_right(self.starts, index)
        first = self.starts[place - 1] if place else 0
        return first, self.starts[place] if place < len(self.starts) else len(self.words)

    def listed(self, first: int) -> list[Cue]:
        """The cues that lead in the list whose item begins at word `first`, where semicolons part the items:
        "return for: fever; bleeding", "ddx: PE; pneumonia".
        """
        place = first
        while place and self.words[place - 1] == ";" and "\n" not in self._gap(place):
            place = self.bounds(place - 1)[0]
        if place == first:
            return []
        lead = (cue for cue in self.cues_in(place, place + 6) if cue.trigger.direction == "after")
        return [
            cue
            for cue in lead
            if cue.trigger.kind in LED_LISTS
            and (cue.trigger.scope == "rest" or ":" in self.words[cue.start : cue.end + 1])
        ][:1]

    def _gap(self, place: int) -> str:
        return self.stream.text[self.stream.end(place - 1) : self.stream.start(place)]

    def cues_in(self, first: int, last: int) -> list[Cue]:
        """The cues that begin within words `first` to `last` (exclusive)."""
        return self.cues[bisect_left(self.positions, first) : bisect_left(self.positions, last)]


def starts(stream: Stream, sections: Sections) -> list[int]:
    """The word indexes at which statements begin: after a full stop, one that was dictated too, and at lines
    that begin anew.
    """
    words, starts = stream.words, stream.starts
    ends = ENDS | {"period"} if words.count("period") > max(1, words.count(".")) else ENDS
    found = {bisect_left(starts, offset) for offset in sections.breaks}
    found.update(
        [
            i + 1
            for i in compress(count(), map(ends.__contains__, words))
            if words[i] not in GOING_ON or not _goes_on(stream, i)
        ]
    )
    return sorted(found)


def _goes_on(stream: Stream, index: int) -> bool:
    """A leading question mark, the dash of "(-)" and one beside a relative ("sister - lupus") end nothing."""
    if stream.words[index] == "?":
        return _leads(stream, index) or stream.words[index + 1 : index + 2] == ["?"]
    if stream.words[index] == "." and stream.words[max(0, index - 1)] in ABBREVIATED:
        return True
    if stream.words[index] != "-":
        return False
    beside = stream.words[max(0, index - 1) : index + 2]
    return beside[-1] == ">" or beside[0] == "(" or not RELATIVES.isdisjoint(beside)


def _leads(stream: Stream, index: int) -> bool:
    """Whether the question mark at a word index stands before what it questions."""
    start = stream.start(index)
    before = stream.text[max(0, start - 1) : start]
    if before in ("", "\n", "(", "-", ":", ",", "?"):
        return True
    return before in " \t" and stream.text[start + 1 : start + 4].lstrip(" ?")[:1] not in ("", "\n")


def statements(
    stream: Stream,
    matches: Sequence[Found],
    begins: list[int],
    owners: Mapping[int, int],
    heads: Sequence[tuple[int, int]],
) -> Statements:
    """Collect the cues: longest first; pseudo-triggers, mentions and headings hide what they hold."""
    words, new = stream.words, frozenset(begins)
    taken: set[int] = set()
    for low, high in heads:
        taken.update(range(stream.index_at(low), stream.index_at(high)))
    cues: list[Cue] = []
    for start, end, key in _longest_first(matches):
        if end - start == 1:
            if start in taken or (words[start] in DASHES and start in new):
                continue
        elif not taken.isdisjoint(range(start, end)) or (words[start] in DASHES and start in new):
            continue
        if stream.text[stream.ends[end - 1] : stream.ends[end - 1] + 1].isdigit():
            continue  # the front of a code such as "NO3"
        taken.update(range(start, end))
        cues.extend([Cue(start, end, trigger) for trigger in TELLING[key]])
    if "?" in words:
        for index, word in enumerate(words):
            if word == "?":
                leads = _leads(stream, index) and index + 1 not in new
                cues.append(Cue(index, index + 1, ASKED if leads else ASKING))
    cues.sort(key=itemgetter(0))
    if not DASHES.isdisjoint(words):
        bridged = {place for cue in cues for place in _bridged(cue, words)}
        begins = [place for place in begins if place not in bridged]
        new = frozenset(begins)
    positions = [cue.start for cue in cues]
    return Statements(stream, words, cues, begins, new, positions, owners)


def _longest_first(matches: Sequence[Found]) -> list[Found]:
    """The matches, the longest first, earlier before later."""
    longer = [match for match in matches if match[1] - match[0] > 1]
    longer.sort(key=lambda match: (match[0] - match[1], match[0]))
    return longer + [match for match in matches if match[1] - match[0] == 1]


def _bridged(cue: Cue, words: list[str]) -> Iterator[int]:
    """Where a dash ends no statement: after a cue that speaks of what follows, and before one that speaks of
    what it follows ("late effects - cardiomyopathy", "bleeding - none").
    """
    ahead = cue.trigger.direction == "after" and cue.trigger.kind in KINDS
    if ahead and words[cue.end : cue.end + 1] and words[cue.end] in DASHES:
        yield cue.end + 1
    if ahead and words[cue.end - 1] in DASHES:
        yield cue.end
    if cue.trigger.direction == "before":
        yield from (place + 1 for place in range(cue.start, cue.end) if words[place] in DASHES)
