"""Scores what was found in marked notes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..errors import NoteError, UsageError
from .codes import CodeCounts, count_codes
from .gold import Gold, GoldNote, PhiMark
from .phi import NoteCounts, count_note, must_hide, places
from .predictions import Finder, Found, finder


@dataclass(frozen=True, slots=True)
class Scored:
    """One note with its counts; None for what was not scored. `leaks` and `alarms` tell where."""

    note: GoldNote
    phi: NoteCounts | None
    codes: CodeCounts | None
    leaks: tuple[PhiMark, ...] = ()
    alarms: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scored notes, and those that failed, with the reason by id.

    `report.figures` turns it into figures, `report.text` into a page to read.
    """

    scored: tuple[Scored, ...]
    failed: dict[str, str]
    remarks: tuple[str, ...]

    @property
    def phi(self) -> list[NoteCounts]:
        """The counts of redaction, note by note; empty if it was not scored."""
        return [scored.phi for scored in self.scored if scored.phi is not None]

    @property
    def codes(self) -> list[CodeCounts]:
        """The counts of code detection, note by note; empty if it was not scored."""
        return [scored.codes for scored in self.scored if scored.codes is not None]


def evaluate(
    gold: Gold,
    find: Finder | None = None,
    *,
    kept: frozenset[str] = frozenset(),
    on_note: Callable[[int], None] | None = None,
) -> Evaluation:
    """Score a finder on marked notes; without one, chartveil's own with its default policy.

    `kept` are labels that the policy leaves standing: they may stay or go. What is marked and looked for is
    scored. `on_note` is told how many notes are done. Raises UsageError where nothing can be scored.
    """
    find = find or _default(gold)
    scored: list[Scored] = []
    failed: dict[str, str] = {}
    for number, note in enumerate(gold.notes, start=1):
        try:
            scored.append(score(_without(note, kept), find(note), gold))
        except NoteError as error:
            failed[note.id] = str(error)
        if on_note:
            on_note(number)
    return _checked(Evaluation(tuple(scored), failed, (*gold.remarks, *_remarks(gold, kept))))


def score(note: GoldNote, found: Found, gold: Gold) -> Scored:
    """The counts of one note."""
    codes = count_codes(note.codes, found.codes) if gold.codes and found.codes is not None else None
    if not gold.phi or found.phi is None:
        return Scored(note, None, codes)
    spans = [(start, end) for start, end, _ in found.phi]
    hidden, true = places(spans), {place for mark in note.phi for place in places(mark.parts)}
    leaks = tuple(mark for mark in note.phi if mark.asked and not must_hide(note.text, mark) <= hidden)
    alarms = tuple(span for span in found.phi if true.isdisjoint(range(span[0], span[1])))
    return Scored(note, count_note(note.text, note.phi, spans), codes, leaks, alarms)


def _default(gold: Gold) -> Finder:
    from ..detect import CodeDetector
    from ..redact import Redactor

    return finder(Redactor() if gold.phi else None, CodeDetector() if gold.codes else None)


def _without(note: GoldNote, kept: frozenset[str]) -> GoldNote:
    """The note, with the marks of kept labels not asked for."""
    marks = tuple(replace(mark, asked=mark.asked and mark.label not in kept) for mark in note.phi)
    return replace(note, phi=marks)


def _remarks(gold: Gold, kept: frozenset[str]) -> Iterator[str]:
    marked = {mark.label for note in gold.notes for mark in note.phi if mark.asked} & kept
    if marked:
        yield f"the policy keeps {', '.join(sorted(marked))}: these marks are not counted"


def _checked(evaluation: Evaluation) -> Evaluation:
    phi, codes, notes = len(evaluation.phi), len(evaluation.codes), len(evaluation.scored)
    if evaluation.scored and not phi and not codes:
        raise UsageError("what is marked is not what was looked for: there is nothing to score")
    if phi not in (0, notes) or codes not in (0, notes):
        raise UsageError("some notes have spans and some have none at all: give each line the same lists")
    return evaluation
