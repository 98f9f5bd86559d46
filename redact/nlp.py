"""The NlpEngine behind the analyzer: the project's trained model, read once a note, and no download.

The artifacts carry what the model says of each word. The model's recognizer makes findings of it, and
doubt.py asks it about the names and places that rules found.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .gate import suspicious_stretches
from .model import TokenClassifier
from .model.classifier import Windows
from .model.spans import Words

NO_TOKENS = Doc(Vocab())


class NoteArtifacts(NlpArtifacts):
    """Presidio's artifacts, empty save for the model's words; None without a model."""

    def __init__(self, engine: NlpEngine, language: str, words: Words | None) -> None:
        super().__init__(
            entities=[], tokens=NO_TOKENS, tokens_indices=[], lemmas=[], nlp_engine=engine, language=language
        )
        self.words = words


class PlainNlpEngine(NlpEngine):
    """An English engine; `model` reads each note, and without one it finds nothing."""

    def __init__(self, model: TokenClassifier | None = None) -> None:
        self._model = model

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str, read: Windows | None = None) -> NoteArtifacts:
        """The model's words; `read` is kept from one text to the next by a caller whose texts are alike."""
        model = self._model
        words = None if model is None else model.words(text, where=suspicious_stretches, read=read)
        return NoteArtifacts(self, language, words)

    def process_batch(
        self, texts: Iterable[str], language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return bool(word) and not any(character.isalnum() for character in word)

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return ["en"]
