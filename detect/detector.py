"""CodeDetector: from the text of one note to its code mentions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..dictionaries import CodeInfo, Store
from ..dictionaries.families import spoken
from ..dictionaries.store import Option
from . import context, coordinate, explicit, history, plain, ranking, sections, units
from .around import statement_words, words_around
from .compose import Composer
from .matcher import Match, Matcher, Stream
from .mention import Candidate, CodeMention
from .triggers import TRIGGERS

DIAGNOSES = "ICD-10-CM"
MOST_CANDIDATES = 5
TITLES = frozenset(("dr", "mr", "mrs", "ms", "prof", "doctor"))


@dataclass(slots=True)
class Note:
    """What is known of a note before its mentions are chosen."""

    stream: Stream
    layout: sections.Sections
    statements: context.Statements
    written: list[explicit.Written]
    chosen: list[Match]
    usable: dict[Match, list[Option]]
    sources: dict[Match, Match]


class CodeDetector:
    """Finds diagnosis and procedure codes in a note.

    `store` is the compiled dictionary to use (default: the built-in one, compiled on first use);
    `on_progress` is told when that takes a moment. `min_score` leaves out mentions below it. Not to be shared
    between threads.
    """

    def __init__(
        self,
        *,
        store: Store | None = None,
        min_score: float = 0.0,
        on_progress: Callable[[str], None] | None = None,
    ) -> None:
        self._store = store or Store(on_progress=on_progress)
        self._matcher = Matcher(self._store, TRIGGERS)
        self._composer = Composer(self._store)
        self._infos: dict[tuple[str, str], CodeInfo | None] = {}
        self._min_score = min_score

    def detect(self, text: str) -> list[CodeMention]:
        """The mentions of `text` in order; they don't overlap, and `text[m.start:m.end] == m.text`."""
        stream = self._matcher.stream(text)
        layout = sections.find(text)
        matches = self._matcher.find(stream)
        written = list(explicit.written(text, self._info))
        begins = context.starts(stream, layout)
        usable = self._usable(stream, matches, layout, written, begins)
        chosen = coordinate.over_commas(stream, ranking.longest(list(usable)), self._matcher.options)
        for match in chosen:
            if match not in usable:
                usable[match] = self._matcher.options[match.key]
        chosen, sources = self._with_shared(stream, chosen, usable)
        owners = {index: number for number, m in enumerate(chosen) for index in range(m.start, m.end)}
        cues = [match for match in matches if match.key in TRIGGERS]
        statements = context.statements(stream, cues, begins, owners, layout.heads)
        note = Note(stream, layout, statements, written, chosen, usable, sources)
        found = [*self._written(note), *self._spoken(note)]
        kept = (mention for mention in plain.without_vague(found) if mention.score >= self._min_score)
        return sorted(kept, key=lambda mention: mention.start)

    def detect_many(self, texts: Iterable[str]) -> Iterator[list[CodeMention]]:
        """The mentions of each text, in order, as they are asked for."""
        return map(self.detect, texts)

    def phrases_loaded(self) -> list[str]:
        """The phrases that the notes seen so far have brought into the matcher."""
        return list(self._matcher.options)

    def _info(self, code: str, system: str) -> CodeInfo | None:
        key = (code, system)
        if key not in self._infos:
            self._infos[key] = self._store.code(code, system)
        return self._infos[key]

    def _written(self, note: Note) -> Iterator[CodeMention]:
        """The codes that the note writes out."""
        for item in note.written:
            first = note.stream.index_at(item.start)
            candidate = Candidate(item.info.code, item.info.system, item.info.description, item.score)
            yield self._mention(note, (item.start, item.end), (first, first + 1), (candidate,))

    def _spoken(self, note: Note) -> Iterator[CodeMention]:
        """The phrases that mean a code."""
        owners, words = note.statements.owners, note.stream.words
        absorbed: set[int] = set()
        for number, match in enumerate(note.chosen):
            if number in absorbed:
                continue
            candidates, used = self._candidates(note, number)
            end = match.end
            while end < len(words) and words[end] in used:
                end += 1
            after = range(match.end, min(len(words), match.end + 8))
            absorbed.update(owners[i] for i in after if i in owners and words[i] in used)
            span = (note.stream.start(match.start), note.stream.end(end - 1))
            if candidates:
                yield self._mention(note, span, (match.start, match.end), candidates)

    def _with_shared(
        self, stream: Stream, chosen: list[Match], usable: dict[Match, list[Option]]
    ) -> tuple[list[Match], dict[Match, Match]]:
        """The chosen matches with those that share words in a list, and the source of each of these.

        `usable` gets the options of the new ones.
        """
        found = {item.match: item for item in coordinate.shared(stream, chosen, self._matcher.options)}
        for match in list(found):
            options = [o for o in self._matcher.options[match.key] if not o.exact and not o.cues]
            if options:
                usable[match] = options
            else:
                del found[match]
        replaced = {item.replaces for item in found.values()}
        kept = [match for match in chosen if match not in replaced]
        first = {match.start: match for match in found}
        return sorted((*kept, *first.values())), {match: item.source for match, item in found.items()}

    def _usable(
        self,
        stream: Stream,
        matches: list[Match],
        layout: sections.Sections,
        written: list[explicit.Written],
        begins: list[int],
    ) -> dict[Match, list[Option]]:
        """The matches that can mean a code here, each with its options whose conditions hold."""
        holds = set(stream.words)
        barred = [*layout.heads, *((item.start, item.end) for item in written)]
        starts = set(begins)
        found = {}
        for match in matches:
            options = self._matcher.options.get(match.key)
            if options and starts.isdisjoint(range(match.start + 1, match.end)):
                start, end = stream.start(match.start), stream.end(match.end - 1)
                if not any(start < high and low < end for low, high in barred):
                    fit = ranking.usable(options, stream.text[start:end], holds)
                    if fit and not _named(stream, match) and not _cut_out(stream, start, end):
                        found[match] = fit
        return found

    def _candidates(self, note: Note, number: int) -> tuple[tuple[Candidate, ...], frozenset[str]]:
        """The codes that a mention can mean, best first, and the words around it that led to the best."""
        match = note.chosen[number]
        side = self._side(note, match)
        ordered = ranking.order(note.usable[match], side)
        best, used = ordered[0], frozenset[str]()
        if best.system == DIAGNOSES:
            words = note.stream.words
            bounds = note.statements.bounds(match.start)
            owners = note.statements.owners
            around = words_around(
                words, match.start, match.end, bounds, owners, number, lambda n: self._meaning(note, n)
            )
            composed = self._composer.compose(best.code, frozenset(match.key.split()), around, side)
            code, used = composed.code, composed.used
            if len(code) == 8:
                code = self._composer.encounter(code, statement_words(words, bounds))
            if code != best.code:
                raised = Option(code, DIAGNOSES, side, best.weight, "", ())
                ordered = [raised, *(option for option in ordered if option.code != code)]
        shown = note.stream.text[note.stream.start(match.start) : note.stream.end(match.end - 1)]
        likely = ranking.score(best, shown, bool(used))
        scores = (likely, *(round((1 - likely) / 2**place, 2) for place in range(1, MOST_CANDIDATES)))
        found = map(self._candidate, ordered, scores)
        return tuple(candidate for candidate in found if candidate is not None), used

    def _side(self, note: Note, match: Match) -> str:
        side = ranking.side_near(note.stream, match.start, match.end)
        source = note.sources.get(match)
        return side if side or source is None else ranking.side_within(note.stream, source.start, source.end)

    def _meaning(self, note: Note, number: int) -> frozenset[str]:
        option = note.usable[note.chosen[number]][0]
        info = self._info(option.code, option.system)
        return spoken(info.description) if info is not None else frozenset()

    def _candidate(self, option: Option, score: float) -> Candidate | None:
        info = self._info(option.code, option.system)
        return None if info is None else Candidate(info.code, info.system, info.description, score)

    def _mention(
        self, note: Note, span: tuple[int, int], indexes: tuple[int, int], candidates: tuple[Candidate, ...]
    ) -> CodeMention:
        start, end = span
        best, text, section = candidates[0], note.stream.text, note.layout.at(span[0])
        asserted = context.assertion(*indexes, section, best.code, best.system, note.statements)
        info = self._info(best.code, best.system)
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
        )

    def _with_status(self, candidates: tuple[Candidate, ...], asserted: str) -> tuple[Candidate, ...]:
        """Family and past mentions offer their Z code beside the condition's own."""
        if asserted not in ("family", "historical") or candidates[0].system != DIAGNOSES:
            return candidates
        status = history.status_code(candidates[0].code, asserted)
        info = self._info(status, DIAGNOSES) if status else None
        if info is None or any(candidate.code == status for candidate in candidates):
            return candidates
        return (*candidates, Candidate(status, DIAGNOSES, info.description, candidates[-1].score))


def _cut_out(stream: Stream, start: int, end: int) -> bool:
    """Whether a match is a piece of a longer string: of a serial number, a web address, a file's name."""
    text = stream.text
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        before.isalnum()
        or before in ("@", "_")
        or after.isalnum()
        or after in ("@", "_")
        or (before == "." and text[start - 2 : start - 1].isalnum())
    )


def _named(stream: Stream, match: Match) -> bool:
    """Whether a title stands before the match, so that it is somebody's name ("Dr. Stone")."""
    place = stream.places[match.start]
    before = [raw.lower() for raw in stream.raws[max(0, place - 2) : place] if raw != "."]
    return bool(before) and before[-1] in TITLES
