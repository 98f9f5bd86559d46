"""Figures of redaction.

An item is caught when every letter and digit of it is hidden, whatever the label; the little words of a name
("of", "the") may stay. Precision counts letters and digits. A false alarm is a span that touches no mark. A
clean note has no item left over.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .gold import PhiMark
from .ratios import Harmonic, Ratio

_LITTLE = re.compile(r"\b(?:the|of|and|at|in|on|to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NoteCounts:
    """What one note adds to the figures; `items` and `caught` count by label."""

    items: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    marked: int = 0  # letters and digits
    right: int = 0
    false_alarms: int = 0
    words: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing was left over."""
        return self.items.total() == self.caught.total()


def count_note(text: str, gold: Sequence[PhiMark], predicted: Iterable[tuple[int, int]]) -> NoteCounts:
    """Compare the spans found in one note with its marks; those not asked for may be hidden or not."""
    found = list(predicted)
    hidden, true = places(found), {place for mark in gold for place in places(mark.parts)}
    marked = {place for place in hidden if place < len(text) and text[place].isalnum()}
    counts = NoteCounts(
        marked=len(marked),
        right=len(marked & true),
        false_alarms=sum(true.isdisjoint(range(start, end)) for start, end in found),
        words=len(text.split()),
    )
    for mark in gold:
        counts.items[mark.label] += mark.asked
        counts.caught[mark.label] += mark.asked and must_hide(text, mark) <= hidden
    return counts


def places(parts: Iterable[tuple[int, int]]) -> set[int]:
    """Every place within the parts."""
    return {place for start, end in parts for place in range(start, end)}


def must_hide(text: str, mark: PhiMark) -> set[int]:
    """Places of the letters and digits of an item that may not be seen."""
    little = {
        start + place
        for start, end in mark.parts
        for match in _LITTLE.finditer(text[start:end])
        for place in range(match.start(), match.end())
    }
    return {place for place in places(mark.parts) if text[place].isalnum()} - little


def recall_of(label: str) -> Ratio[NoteCounts]:
    """Share of the items of one label that are caught."""
    return Ratio(lambda note: note.caught[label], lambda note: note.items[label])


#: Share of all items caught.
recall: Ratio[NoteCounts] = Ratio(lambda note: note.caught.total(), lambda note: note.items.total())
#: Share of the hidden letters and digits that identify.
precision: Ratio[NoteCounts] = Ratio(lambda note: note.right, lambda note: note.marked)
f1: Harmonic[NoteCounts] = Harmonic(precision, recall)
#: False alarms per 1,000 words.
alarm_rate: Ratio[NoteCounts] = Ratio(lambda note: note.false_alarms, lambda note: note.words, 1000)
#: Share of notes with nothing left over.
clean_share: Ratio[NoteCounts] = Ratio(lambda note: note.clean, lambda note: 1)
