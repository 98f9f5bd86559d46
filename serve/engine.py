"""What the server works with: redactors, detectors and the library, loaded once and shared by all threads."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from ..redact.policies import Policy
from .errors import BadRequest
from .settings import Settings

if TYPE_CHECKING:
    from ..detect import CodeDetector, CodeMention
    from ..dictionaries.code_page import Lookup
    from ..dictionaries.search import Hit
    from ..pipeline import NoteResult
    from ..redact import KnownIdentifiers, Redaction, Redactor
    from .corrections import Corrections

#: Detectors kept, one a date of service.
DETECTORS: Final = 4
#: Worked on before the first request, so that none pays for what is loaded at first use.
SAMPLE: Final = "Seen by Dr. Jane Doe on 3/12/2024 for type 2 diabetes; denies chest pain. MRN 4471920."


@dataclass(frozen=True, slots=True)
class Choice:
    """How notes are to be redacted, and on which day of service their codes stand.

    keep: labels whose identifiers stay. redact: whether to redact at all.
    """

    policy: str
    recall: str
    keep: frozenset[str] = frozenset()
    date_of_service: str | None = None
    redact: bool = True


class Engine:
    """Redacts, detects, looks up and searches; safe to use from several threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._redactors: dict[str, Redactor] = {}
        self._detectors: OrderedDict[str | None, CodeDetector] = OrderedDict()
        self._loading = threading.Lock()
        self._detecting = threading.Lock()
        self._looking = threading.Lock()

    def load(self) -> None:
        """Load all that a first request needs. Raises what the parts raise when one is missing or damaged."""
        from ..dictionaries.library import Library

        self._library = Library.open()
        self.process(SAMPLE, Choice(self._settings.policy, self._settings.recall))
        self.search("asthma", 1)

    def redact(
        self,
        text: str,
        choice: Choice,
        corrections: "Corrections | None" = None,
        known: "KnownIdentifiers | None" = None,
    ) -> "NoteResult":
        """A note redacted, no codes sought. Raises `NoteError`, and `BadRequest` for an unknown policy."""
        from ..pipeline import NoteResult

        redaction = self._stage(choice, corrections).redact(text, known=known)
        return NoteResult(redaction.text, redaction.spans, ())

    def process(
        self,
        text: str,
        choice: Choice,
        corrections: "Corrections | None" = None,
        known: "KnownIdentifiers | None" = None,
    ) -> "NoteResult":
        """A note redacted, with its codes. Raises as `redact` does."""
        from ..pipeline import Pipeline, Unredacted

        stage = self._stage(choice, corrections) if choice.redact else Unredacted()
        detector = Shared(self, choice.date_of_service)
        return Pipeline(stage, detector).process(text, known=known)  # type: ignore[arg-type]

    def detect(self, text: str, day: str | None) -> "list[CodeMention]":
        """The codes of a text, one text at a time."""
        with self._detecting:
            return self._detector(day).detect(text)

    def years(self, day: str | None) -> dict[str, int]:
        """The fiscal year used of each system that has yearly lists."""
        with self._detecting:
            return self._detector(day).years

    def lookup(self, codes: list[str], day: str | None) -> "list[Lookup]":
        """All that is known of each code."""
        from ..dictionaries.lookup import lookup

        with self._looking:
            return [lookup(code, date_of_service=day, library=self._library) for code in codes]

    def search(self, words: str, limit: int, **choice: Any) -> "list[Hit]":
        """Codes by plain words, best first; `choice` as for `chartveil.dictionaries.search`."""
        from ..dictionaries.search import search

        with self._looking:
            return search(words, limit, **choice)

    def policy(self, choice: Choice) -> Policy:
        """The policy chosen, with the labels to keep. Raises `BadRequest` for an unknown one."""
        policy = self._settings.policies.get(choice.policy)
        if policy is None:
            raise BadRequest("policy: there is no such policy; GET /about lists them")
        kept = {label: replace(policy.actions[label], operator="keep", params={}) for label in choice.keep}
        return replace(policy, actions={**policy.actions, **kept}) if kept else policy

    def _stage(self, choice: Choice, corrections: "Corrections | None") -> "Reviewing":
        return Reviewing(self._redactor(choice.recall).under(self.policy(choice)), corrections)

    def _redactor(self, recall: str) -> "Redactor":
        with self._loading:
            if recall not in self._redactors:
                from ..redact import Redactor

                default = self._settings.policies[self._settings.policy]
                self._redactors[recall] = Redactor(default, recall=recall)
            return self._redactors[recall]

    def _detector(self, day: str | None) -> "CodeDetector":
        if day not in self._detectors:
            from ..detect import CodeDetector

            self._detectors[day] = CodeDetector(date_of_service=day)
            if len(self._detectors) > DETECTORS:
                # the one for no day, made first, is what nearly all requests want
                del self._detectors[next(key for key in self._detectors if key is not None)]
        return self._detectors[day]


class Shared:
    """The engine's detector of a day, in the place of one of a pipeline's own."""

    def __init__(self, engine: Engine, day: str | None) -> None:
        self._engine = engine
        self._day = day

    def detect(self, text: str) -> "list[CodeMention]":
        """The codes of a text."""
        return self._engine.detect(text, self._day)


class Reviewing:
    """A redactor that heeds a reviewer's corrections."""

    def __init__(self, redactor: "Redactor", corrections: "Corrections | None") -> None:
        self._redactor = redactor
        self._corrections = corrections

    def redact(
        self, text: str, *, known: "KnownIdentifiers | None" = None, patient: str | None = None
    ) -> "Redaction":
        """Redact one note with its corrections."""
        if self._corrections is None:
            return self._redactor.redact(text, known=known)
        from ..redact import KnownIdentifiers
        from .corrections import Reviewed, corrected

        told = Reviewed(text, self._corrections.added, known or KnownIdentifiers())
        return corrected(self._redactor.redact(text, known=told), text, self._corrections)
