"""The trained PHI model: text in, identifying spans out, on one processor core, without any download."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .encoding import Encoded, IntArray, NoteEncoder
from .errors import ModelError
from .files import BUNDLED, ModelFiles, read_model
from .pieces import WordPieces
from .runtime import onnxruntime
from .spans import FloatArray, ModelSpan, Words, spans_of, words_of
from .windows import cut_windows

Thresholds = str | float | Mapping[str, float]
Where = Callable[[str], Sequence[tuple[int, int]]]
#: The network's answer to each window's pieces and features.
Windows = dict[tuple[bytes, bytes], FloatArray]
BALANCED = "balanced"
_ERRORS_ONLY = 3  # ONNX Runtime's log level


class TokenClassifier:
    """Finds identifying words. Safe to share between threads; a pickled copy loads its files anew.

    Windows are run one at a time: the int8 network scales each input by its own range, so a batch would
    make a note's result depend on its neighbours.
    """

    def __init__(self, path: Path | str | None = None, *, threads: int = 1) -> None:
        """Load the model in the folder `path`, or the one in the package. `ModelError` when that fails."""
        self._folder = BUNDLED if path is None else Path(path)
        self._threads = threads
        files = read_model(self._folder)
        words = WordPieces(files.vocabulary)
        self._edges = words.first, words.last
        self._encoder = NoteEncoder(words)
        self._session = _session(files, threads)
        self.levels = {level: dict(limits) for level, limits in files.thresholds.items()}
        self.classes = files.classes
        self.version = files.version

    def __reduce__(self) -> tuple[Callable[..., "TokenClassifier"], tuple[Path, int]]:
        return _load, (self._folder, self._threads)

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels that the model can give."""
        return self.classes[1:]

    def predict(
        self,
        text: str,
        *,
        thresholds: Thresholds = BALANCED,
        where: Where | None = None,
    ) -> list[ModelSpan]:
        """Spans of `text` in order, not overlapping, offsets in code points.

        A word is marked when the probability that it is any identifier reaches the threshold of its likeliest
        label: `thresholds` names a calibrated level (`high`, `balanced`, `high-precision`), or is one number
        for all labels, or numbers by label that go before the balanced ones.
        `where` gives the stretches of a text to predict, sorted and apart; the rest serves as context.
        """
        limits = self.limits(thresholds)
        words = self.words(text, where=where)
        return spans_of(text, words, self.classes, limits)

    def predict_many(
        self,
        texts: Iterable[str],
        *,
        thresholds: Thresholds = BALANCED,
        where: Where | None = None,
    ) -> Iterator[list[ModelSpan]]:
        """`predict` for each text, in order, one at a time."""
        for text in texts:
            yield self.predict(text, thresholds=thresholds, where=where)

    def words(self, text: str, *, where: Where | None = None, read: Windows | None = None) -> Words:
        """Every word of `text` with its probabilities; a word that was not predicted is certainly nothing.

        `read` keeps what the network said of each window, so that an equal one of the next text given with
        the same `read` need not be read again; that changes no probability.
        """
        note = self._encoder.encode(text)
        return words_of(text, note, *self._probabilities(text, note, where, {} if read is None else read))

    def _probabilities(
        self, text: str, note: Encoded, where: Where | None, known: Windows
    ) -> tuple[FloatArray, NDArray[np.bool_]]:
        """For each piece its probabilities, and whether it was predicted at all."""
        wanted = None if where is None else note.within(where(text))
        found = np.zeros((len(note.pieces), len(self.classes)), np.float32)
        found[:, 0] = 1.0
        read = np.zeros(len(note.pieces), np.bool_)
        for window in cut_windows(note, wanted):
            core = slice(window.core_start, window.core_end)
            whole = slice(window.start, window.end)
            inputs = note.pieces[whole].tobytes(), note.features[whole].tobytes()
            if inputs not in known:
                known[inputs] = self._run(note.pieces[whole], note.features[whole])
            found[core] = known[inputs][window.core_start - window.start : window.core_end - window.start]
            read[core] = True
        return found, read

    def _run(self, pieces: IntArray, features: IntArray) -> FloatArray:
        """Probabilities of a window's pieces."""
        framed = np.concatenate(([self._edges[0]], pieces, [self._edges[1]]))
        try:
            output: FloatArray = self._session.run(None, {"pieces": framed, "features": features})[0]
        except Exception as error:
            # The runtime's own message may quote its input.
            raise ModelError(f"the PHI model failed ({type(error).__name__})") from None
        return output

    def limits(self, thresholds: Thresholds) -> FloatArray:
        """One limit per class, from a level's name, one number, or numbers by label (see `predict`)."""
        if isinstance(thresholds, float | int):
            return np.full(len(self.classes), thresholds, np.float32)
        if isinstance(thresholds, str):
            chosen = self.levels[thresholds]
        else:
            chosen = self.levels[BALANCED] | dict(thresholds)
        return np.array([chosen.get(label, 1.0) for label in self.classes], np.float32)


def _load(folder: Path, threads: int) -> TokenClassifier:
    return TokenClassifier(folder, threads=threads)


def _session(files: ModelFiles, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    try:
        return onnxruntime.InferenceSession(files.network, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"the PHI model can't be loaded by ONNX Runtime ({type(error).__name__})") from error
