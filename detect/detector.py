"""CodeDetector: from the text of one note to its code mentions."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date

from ..dictionaries import CodeInfo, Store
from ..dictionaries.store import Option
from ..dictionaries.years import parse_service_date
from . import context, coordinate, course, explicit, history, operations, plain, ranking, sections, units
from .around import JOINS, statement_words, words_around, words_near
from .blocked import Blocked
from .combinations import with_combinations
from .matcher import Found, Match, Matcher, Stream
from .meanings import DIAGNOSES, Answer, Meanings
from .mention import Candidate, CodeMention
from .pregnancy import with_pregnancy
from .triggers import TRIGGERS

#: What parts words from each other.
PLAIN = frozenset(" \n,;:()")
TITLES = frozenset(("dr", "mr", "mrs", "ms", "prof", "doctor"))


@dataclass(slots=True)
class Note:
    """What is known of a note when its mentions have been chosen."""

    stream: Stream
    layout: sections.Sections
    statements: context.Statements
    chosen: list[Match]
    options: dict[Match, tuple[Option, ...]]
    sources: dict[Match, Match]


class CodeDetector:
    """Finds diagnosis and procedure codes in a note.

    `store` is the compiled dictionary to use (default: the built-in one, compiled on first use);
    `on_progress` is told when that takes a moment. `min_score` leaves out mentions below it. A code stands as
    it does on `date_of_service` (a date or "YYYY-MM-DD"), by the list of that fiscal year or the last loaded
    before it; by the newest list where none is given. Raises UsageError for a date that is none. Not to be
    shared between threads.
    """

    def __init__(
        self,
        *,
        store: Store | None = None,
        min_score: float = 0.0,
        date_of_service: str | date | None = None,
        on_progress: Callable[[str], None] | None = None,
    ) -> None:
        day = parse_service_date(date_of_service) if isinstance(date_of_service, str) else date_of_service
        opened = store or Store(on_progress=on_progress)
        self._matcher = Matcher(opened, TRIGGERS)
        self._meanings = Meanings(opened, day)
        self._min_score = min_score
        self._with_pcs = explicit.PCS in opened.years()
        #: The fiscal year used of each system that has yearly lists.
        self.years = opened.years_used(day)

    def detect(self, text: str) -> list[CodeMention]:
        """The mentions of `text` in order; they don't overlap, and `text[m.start:m.end] == m.text`."""
        written = list(explicit.written(text, self._meanings.info, pcs=self._with_pcs))
        note = self._read(text, [(item.start, item.end) for item in written])
        found = [*self._written(note, written), *self._spoken(note)]
        ordered = sorted(plain.without_vague(found), key=lambda mention: mention.start)
        linked = with_pregnancy(ordered, text, note.layout.at, self._meanings.info)
        linked = with_combinations(linked, self._meanings.info)
        return [mention for mention in linked if mention.score >= self._min_score]

    def detect_many(self, texts: Iterable[str]) -> Iterator[list[CodeMention]]:
        """The mentions of each text, in order, as they are asked for."""
        return map(self.detect, texts)

    def phrases_loaded(self) -> list[str]:
        """The phrases that the notes seen so far have brought into the matcher."""
        return self._matcher.phrases()

    def _read(self, text: str, taken: list[tuple[int, int]]) -> Note:
        """Match the phrases of a note outside `taken` and headings, and choose among them."""
        stream = self._matcher.stream(text)
        layout = sections.find(text)
        begins = context.starts(stream, layout)
        matches = self._matcher.find(stream)
        options = self._usable(stream, matches, [*layout.heads, *taken], frozenset(begins))
        chosen = coordinate.over_commas(
            stream, ranking.longest(ranking.without_leads(list(options))), self._matcher
        )
        for match in chosen:
            if match not in options:
                options[match] = self._matcher.meanings(match.key)
        chosen, sources = self._with_shared(stream, chosen, options)
        owners = {index: number for number, m in enumerate(chosen) for index in range(m.start, m.end)}
        cues = [match for match in matches if match[2] in TRIGGERS]
        statements = context.statements(stream, cues, begins, owners, layout.heads)
        return Note(stream, layout, statements, chosen, options, sources)

    def _usable(
        self, stream: Stream, matches: list[Found], barred: list[tuple[int, int]], begins: Set[int]
    ) -> dict[Match, tuple[Option, ...]]:
        """The matches that can mean a code here, each with its options whose conditions hold."""
        holds, meanings, bound, blocked = (
            set(stream.words),
            self._matcher.meanings,
            self._matcher.bound,
            Blocked(barred),
        )
        found = {}
        for first, last, key in matches:
            options = meanings(key)
            if not options or (last - first > 1 and not begins.isdisjoint(range(first + 1, last))):
                continue
            start, end = stream.starts[first], stream.ends[last - 1]
            if key in bound:
                options = ranking.usable(options, stream.text[start:end], holds)
            if not options or blocked.touches(start, end) or _foreign(stream, first, start, end):
                continue
            if not (key.startswith("history ") and self._lasts(key, options[0])):
                found[Match(first, last, key)] = ranking.in_place(options, stream.words, first)
        return found

    def _lasts(self, key: str, option: Option) -> bool:
        """Whether a "history of" phrase speaks of a condition that lasts, and so is not over ("of
        hypertension").
        """
        if option.code[:3] not in ("Z86", "Z87"):
            return False
        rest = key.removeprefix("history ")
        return any(course.is_lasting(own.code) for own in self._matcher.meanings(rest)[:1])

    def _with_shared(
        self, stream: Stream, chosen: list[Match], options: dict[Match, tuple[Option, ...]]
    ) -> tuple[list[Match], dict[Match, Match]]:
        """The chosen matches with those that share words in a list, and the source of each of these.

        `options` gets those of the new ones.
        """
        found: dict[Match, coordinate.Shared] = {}
        for item in coordinate.shared(stream, chosen, self._matcher):
            free = tuple(o for o in self._matcher.meanings(item.match.key) if not o.exact and not o.cues)
            if free and item.match.start not in {match.start for match in found}:
                options[item.match] = free
                found[item.match] = item
        if not found:
            return chosen, {}
        replaced = {item.replaces for item in found.values()}
        kept = [match for match in chosen if match not in replaced]
        return sorted((*kept, *found)), {match: item.source for match, item in found.items()}

    def _written(self, note: Note, written: list[explicit.Written]) -> Iterator[CodeMention]:
        """The codes that the note writes out."""
        for item in written:
            first = note.stream.index_at(item.start)
            candidate = Candidate(item.info.code, item.info.system, item.info.description, item.score)
            yield self._mention(note, (item.start, item.end), (first, first + 1), (candidate,), item.info)

    def _spoken(self, note: Note) -> Iterator[CodeMention]:
        """The phrases that mean a code; a mention that only tells more of the one before goes into it."""
        owners, words = note.statements.owners, note.stream.words
        absorbed: set[int] = set()
        for number, match in enumerate(note.chosen):
            if number in absorbed:
                continue
            candidates, used = self._answer(note, number)
            end = match.end
            if used:
                while end < len(words) and words[end] in used:
                    end += 1
                after = range(match.end, min(len(words), match.end + 8))
                absorbed.update(owners[i] for i in after if i in owners and words[i] in used)
            if candidates:
                span = (note.stream.start(match.start), note.stream.end(end - 1))
                yield self._mention(note, span, (match.start, match.end), candidates)

    def _answer(self, note: Note, number: int) -> Answer:
        """The codes that a mention can mean, best first, and the words around it that led to the best."""
        match, stream = note.chosen[number], note.stream
        side = ranking.side_near(stream, match.start, match.end, note.statements.owners)
        if not side and match in note.sources:
            source = note.sources[match]
            side = ranking.side_within(stream, source.start, source.end)
        ordered = self._meanings.ordered(note.options[match], side)
        shown = stream.text[stream.start(match.start) : stream.end(match.end - 1)]
        bounds = note.statements.bounds(match.start)
        relevant: frozenset[str] = frozenset()
        if ordered[0].system == DIAGNOSES:
            near = words_near(stream.words, match, bounds)
            if self._meanings.raisable(ordered[0], near) or not JOINS.isdisjoint(near):
                around = words_around(
                    stream.words,
                    match,
                    bounds,
                    note.statements.owners,
                    number,
                    lambda n: self._title(note, n),
                )
                relevant = self._meanings.relevant(ordered[0], around)
        candidates, used = self._meanings.answer(ordered, match.key, side, relevant, shown)
        if candidates and len(candidates[0].code) == 8:
            candidates = self._meanings.encountered(candidates, statement_words(stream.words, bounds))
        return candidates, used

    def _title(self, note: Note, number: int) -> frozenset[str]:
        return self._meanings.title(note.options[note.chosen[number]][0])

    def _mention(
        self,
        note: Note,
        span: tuple[int, int],
        indexes: tuple[int, int],
        candidates: tuple[Candidate, ...],
        told: CodeInfo | None = None,
    ) -> CodeMention:
        """A mention of words `indexes`; `told` is what is known of a code that the note writes out."""
        start, end = span
        best, text, section = candidates[0], note.stream.text, note.layout.at(span[0])
        asserted = context.assertion(*indexes, section, best.code, best.system, note.statements)
        if told is None and operations.concerns(best):
            candidates, asserted = self._operation(note, indexes, section, candidates, asserted)
            best = candidates[0]
        info = told or self._meanings.info(best.code, best.system)
        procedure = best.system != DIAGNOSES
        return CodeMention(
            start,
            end,
            text[start:end],
            best.system,
            best.code,
            best.description,
            info.billable if info is not None else True,
            asserted,
            section,
            best.score,
            self._with_status(candidates, asserted),
            units.units(text, end) if procedure else None,
            units.minutes(text, end) if procedure else None,
            info.year if info is not None else 0,
            info.validity if info is not None else "",
        )

    def _operation(
        self,
        note: Note,
        indexes: tuple[int, int],
        section: str,
        candidates: tuple[Candidate, ...],
        asserted: str,
    ) -> tuple[tuple[Candidate, ...], str]:
        """The candidates and assertion of an operation: the procedure, or the status after it."""
        low, high = note.statements.bounds(indexes[0])

        def judged(best: Candidate) -> str:
            return context.assertion(*indexes, section, best.code, best.system, note.statements)

        if operations.is_to_do(asserted, note.stream.words[low:high]):
            first = operations.procedure_first(candidates)
            asserted = (
                judged(first[0]) if first is not candidates and asserted != "hypothetical" else asserted
            )
            candidates = first
        if not operations.is_over(candidates[0], asserted, section, note.stream.words[low:high]):
            return candidates, asserted
        side = ranking.side_near(note.stream, *indexes, note.statements.owners)
        left = operations.left(candidates, lambda code: self._meanings.sided(code, side))
        return left, "historical" if asserted == "historical" else judged(left[0])

    def _with_status(self, candidates: tuple[Candidate, ...], asserted: str) -> tuple[Candidate, ...]:
        """Family and past mentions offer their Z code beside the condition's own."""
        if asserted not in ("family", "historical") or candidates[0].system != DIAGNOSES:
            return candidates
        status = history.status_code(candidates[0].code, asserted)
        info = self._meanings.info(status, DIAGNOSES) if status else None
        if info is None or any(candidate.code == status for candidate in candidates):
            return candidates
        return (*candidates, Candidate(status, DIAGNOSES, info.description, candidates[-1].score))


def _foreign(stream: Stream, index: int, start: int, end: int) -> bool:
    """Whether a match that begins with word `index` is a piece of a longer string (a serial number, a web
    address) or somebody's name.
    """
    text = stream.text
    before, after = text[start - 1 : start], text[end : end + 1]
    if before not in PLAIN or after not in PLAIN:
        if before.isalnum() or after.isalnum() or before in ("@", "_") or after in ("@", "_"):
            return bool(before or after)
        if text[start - 2 : start] == "//" or (before == "." and text[start - 2 : start - 1].isalnum()):
            return True
    place = stream.places[index]
    named = stream.raws[place - 1] if place else ""
    if named == "." and place > 1:
        named = stream.raws[place - 2]
    return named.lower() in TITLES
