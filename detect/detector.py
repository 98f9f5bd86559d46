"""CodeDetector: from the text of one note to its code mentions."""

from collections.abc import Callable, Iterable, Iterator

from ..dictionaries import CodeInfo, Store
from ..dictionaries.store import Option
from . import context, explicit, ranking, sections
from .matcher import Match, Matcher, Stream
from .mention import Candidate, CodeMention
from .triggers import TRIGGERS

DIAGNOSES = "ICD-10-CM"
MOST_CANDIDATES = 5


class CodeDetector:
    """Finds diagnosis and procedure codes in a note.

    `store` is the compiled dictionary to use (default: the built-in one, compiled on first use); `on_progress` is
    told when that takes a moment. `min_score` leaves out mentions below it. Not to be shared between threads.
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
        self._infos: dict[tuple[str, str], CodeInfo | None] = {}
        self._min_score = min_score

    def detect(self, text: str) -> list[CodeMention]:
        """The mentions of `text` in order; they don't overlap, and `text[m.start:m.end] == m.text`."""
        stream = self._matcher.stream(text)
        layout = sections.find(text)
        matches = self._matcher.find(stream)
        notes = context.statements(stream, [m for m in matches if m.key in TRIGGERS], layout)
        written = list(explicit.written(text, self._info))
        found = [*self._written(stream, written, layout, notes)]
        found.extend(self._phrases(stream, matches, written, layout, notes))
        return sorted((m for m in found if m.score >= self._min_score), key=lambda m: m.start)

    def detect_many(self, texts: Iterable[str]) -> Iterator[list[CodeMention]]:
        """The mentions of each text, in order, as they are asked for."""
        return map(self.detect, texts)

    def _info(self, code: str, system: str) -> CodeInfo | None:
        key = (code, system)
        if key not in self._infos:
            self._infos[key] = self._store.code(code, system)
        return self._infos[key]

    def _written(
        self, stream: Stream, written: list[explicit.Written], layout: sections.Sections, notes: context.Statements
    ) -> Iterator[CodeMention]:
        for item in written:
            first = stream.index_at(item.start)
            section = layout.at(item.start)
            asserted = context.assertion(first, first + 1, section, item.info.system, notes, len(stream.words))
            info = item.info
            candidate = Candidate(info.code, info.system, info.description, item.score)
            yield _mention(stream.text, item.start, item.end, info, asserted, section, (candidate,))

    def _phrases(
        self,
        stream: Stream,
        matches: list[Match],
        written: list[explicit.Written],
        layout: sections.Sections,
        notes: context.Statements,
    ) -> Iterator[CodeMention]:
        holds = set(stream.words)
        barred = sorted([*layout.heads, *((item.start, item.end) for item in written)])
        starts = set(notes.starts)
        usable: dict[Match, list[Option]] = {}
        for match in matches:
            options = self._matcher.options.get(match.key)
            if options and starts.isdisjoint(range(match.start + 1, match.end)):
                start, end = stream.start(match.start), stream.end(match.end - 1)
                if not any(start < high and low < end for low, high in barred):
                    usable[match] = ranking.usable(options, stream.text[start:end], holds)
        for match in ranking.longest([match for match, options in usable.items() if options]):
            side = ranking.side_near(stream, match.start, match.end)
            options = ranking.order(usable[match], side)
            start, end = stream.start(match.start), stream.end(match.end - 1)
            section = layout.at(start)
            asserted = context.assertion(
                match.start, match.end, section, options[0].system, notes, len(stream.words)
            )
            candidates = [candidate for option in options[:MOST_CANDIDATES] if (candidate := self._candidate(option))]
            info = self._info(options[0].code, options[0].system)
            if info is not None:
                yield _mention(stream.text, start, end, info, asserted, section, tuple(candidates))

    def _candidate(self, option: Option) -> Candidate | None:
        info = self._info(option.code, option.system)
        return None if info is None else Candidate(info.code, info.system, info.description, min(0.95, option.weight))


def _mention(
    text: str,
    start: int,
    end: int,
    info: CodeInfo,
    asserted: str,
    section: str,
    candidates: tuple[Candidate, ...],
) -> CodeMention:
    return CodeMention(
        start,
        end,
        text[start:end],
        info.system,
        info.code,
        info.description,
        info.billable,
        asserted,
        section,
        candidates[0].score,
        candidates,
    )
