"""From a matched phrase and the words around it to ranked candidates; what was worked out once is kept."""

from collections.abc import Collection, Iterable
from datetime import date

from ..dictionaries import CodeInfo, Store
from ..dictionaries.families import spoken
from ..dictionaries.store import Option
from . import ranking
from .compose import Composer
from .mention import Candidate

DIAGNOSES = "ICD-10-CM"
MOST_CANDIDATES = 5
CACHE_LIMIT = 200_000
NONE: frozenset[str] = frozenset()

#: The candidates of a mention, best first, and the words around it that led to the best.
Answer = tuple[tuple[Candidate, ...], frozenset[str]]


class Meanings:
    """Ranks the options of a phrase and raises the best one by its surroundings.

    Codes stand as they do on `day` (default: in the newest list).
    """

    def __init__(self, store: Store, day: date | None = None) -> None:
        self._store = store
        self._day = day
        self._composer = Composer(store)
        self._infos: dict[tuple[str, str], CodeInfo | None] = {}
        self._ordered: dict[tuple[tuple[int, ...], str], tuple[Option, ...]] = {}
        self._answers: dict[tuple[object, ...], Answer] = {}
        self._titles: dict[str, frozenset[str]] = {}

    def info(self, code: str, system: str) -> CodeInfo | None:
        """What is known of a code."""
        key = (code, system)
        if key not in self._infos:
            self._infos[key] = self._store.code(code, system, self._day)
        return self._infos[key]

    def current(self, code: str, system: str) -> CodeInfo | None:
        """What is known of a code, or of the one that was used before it where it doesn't stand yet."""
        info = self.info(code, system)
        if info is None or not info.validity or system != DIAGNOSES:
            return info
        earlier = self.info(self._store.earlier(code), system)
        return earlier if earlier is not None and earlier.billable else info

    def ordered(self, options: tuple[Option, ...], side: str) -> tuple[Option, ...]:
        """The options best first for a side."""
        key = (tuple(map(id, options)), side)  # options are read once and kept, so an id stays its own
        found = self._ordered.get(key)
        if found is None:
            found = self._ordered[key] = tuple(ranking.order(options, side))
        return found

    def raisable(self, option: Option, near: Iterable[str]) -> bool:
        """Whether any of some words can raise an option's code."""
        return self._composer.raises(option.code, near)

    def relevant(self, option: Option, around: Collection[str]) -> frozenset[str]:
        """Those of the words around that can raise an option's code."""
        return self._composer.relevant(option.code, around) if option.system == DIAGNOSES else NONE

    def answer(
        self, ordered: tuple[Option, ...], key: str, side: str, relevant: frozenset[str], shown: str
    ) -> Answer:
        """The candidates of a phrase, its best option raised by side and relevant words."""
        kind = ranking.kind(shown)
        known = (id(ordered), side, relevant, kind)
        found = self._answers.get(known)
        if found is None:
            if len(self._answers) > CACHE_LIMIT:
                self._answers.clear()
            found = self._answers[known] = self._work_out(ordered, key, side, relevant, kind)
        return found

    def _work_out(
        self, ordered: tuple[Option, ...], key: str, side: str, relevant: frozenset[str], kind: str
    ) -> Answer:
        best, used = ordered[0], NONE
        if best.system == DIAGNOSES:
            code, used = self._composer.compose(best.code, frozenset(key.split()), relevant, side)
            if code != best.code:
                raised = Option(code, DIAGNOSES, side, best.weight, "", ())
                ordered = (raised, *(option for option in ordered if option.code != code))
        likely = ranking.score(best, kind, bool(used))
        scores = (likely, *(round((1 - likely) / 2**place, 2) for place in range(1, MOST_CANDIDATES)))
        found = (self._candidate(option, score) for option, score in zip(ordered, scores, strict=False))
        return tuple(candidate for candidate in found if candidate is not None), used

    def encountered(
        self, candidates: tuple[Candidate, ...], statement: Collection[str]
    ) -> tuple[Candidate, ...]:
        """The candidates with the 7th character that the statement asks for in the best one."""
        best = candidates[0]
        info = self.current(self._composer.encounter(best.code, statement), best.system)
        if info is None or info.code == best.code:
            return candidates
        return (Candidate(info.code, info.system, info.description, best.score), *candidates[1:])

    def sided(self, code: str, side: str) -> CodeInfo | None:
        """The code of the same family for a side, or the code itself."""
        return self.info(self._composer.compose(code, NONE, NONE, side)[0], DIAGNOSES)

    def title(self, option: Option) -> frozenset[str]:
        """The words that an option's title says."""
        found = self._titles.get(option.code)
        if found is None:
            info = self.info(option.code, option.system)
            found = self._titles[option.code] = spoken(info.description) if info is not None else NONE
        return found

    def _candidate(self, option: Option, score: float) -> Candidate | None:
        info = self.current(option.code, option.system)
        return None if info is None else Candidate(info.code, info.system, info.description, score)
