"""Notes to training windows: pieces, feature rows and the class of every piece."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from chartveil.redact.model.encoding import Encoded, NoteEncoder
from chartveil.redact.model.pieces import WordPieces
from chartveil.redact.model.windows import cut_windows
from numpy.typing import NDArray
from torch import Tensor

from .base import base_vocabulary
from .classes import NUMBER
from .network import feature_offsets
from .notes import Note

NO_CLASS = -100  # of padding and of the window's edges: no loss there


@dataclass(frozen=True, slots=True)
class Sample:
    """One window: piece numbers, feature rows of the joint table, classes. Lengths are equal."""

    pieces: NDArray[np.int32]
    features: NDArray[np.int16]
    classes: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Samples padded to one length; `mask` is true at real pieces."""

    pieces: Tensor
    features: Tensor
    classes: Tensor
    mask: Tensor


class Sampler:
    """Cuts notes into samples exactly as the model's runtime cuts them."""

    def __init__(self) -> None:
        self._words = WordPieces(base_vocabulary())
        self._encoder = NoteEncoder(self._words)
        self._offsets = np.array(feature_offsets(), np.int64)

    def samples(self, notes: Iterable[Note]) -> Iterator[Sample]:
        """All windows of all notes."""
        for note in notes:
            encoded = self._encoder.encode(note.text)
            classes = piece_classes(encoded, note.spans)
            for window in cut_windows(encoded):
                yield self._sample(encoded, classes, window.start, window.end)

    def _sample(self, note: Encoded, classes: NDArray[np.int64], start: int, end: int) -> Sample:
        pieces = np.concatenate(([self._words.first], note.pieces[start:end], [self._words.last]))
        features = np.pad(note.features[start:end], ((1, 1), (0, 0))) + self._offsets
        framed = np.pad(classes[start:end], 1, constant_values=NO_CLASS)
        return Sample(pieces.astype(np.int32), features.astype(np.int16), framed)


def piece_classes(note: Encoded, spans: Iterable[tuple[int, int, str]]) -> NDArray[np.int64]:
    """Class of every piece: that of the span its token touches."""
    classes = np.zeros(len(note.starts), np.int64)
    for start, end, label in spans:
        first = np.searchsorted(note.ends, start, side="right")
        last = np.searchsorted(note.starts, end, side="left")
        classes[first:last] = NUMBER[label]
    return np.repeat(classes, np.diff(note.first_piece))


def batches(samples: list[Sample], budget: int, rng: np.random.Generator) -> Iterator[Batch]:
    """One pass over `samples` in random batches of like length, at most `budget` padded pieces each."""
    noise = rng.uniform(0.9, 1.1, len(samples))
    order = np.argsort(np.array([len(sample.pieces) for sample in samples]) * noise)
    groups = list(_groups(samples, order.tolist(), budget))
    for number in rng.permutation(len(groups)):
        yield padded([samples[index] for index in groups[number]])


def _groups(samples: list[Sample], order: list[int], budget: int) -> Iterator[list[int]]:
    group: list[int] = []
    longest = 0
    for index in order:
        longest = max(longest, len(samples[index].pieces))
        if group and longest * (len(group) + 1) > budget:
            yield group
            group, longest = [], len(samples[index].pieces)
        group.append(index)
    yield group


def padded(samples: list[Sample]) -> Batch:
    """One batch of `samples`."""
    length = max(len(sample.pieces) for sample in samples)
    pieces = np.zeros((len(samples), length), np.int64)
    features = np.zeros((len(samples), length, samples[0].features.shape[1]), np.int64)
    classes = np.full((len(samples), length), NO_CLASS, np.int64)
    mask = np.zeros((len(samples), 1, 1, length), np.bool_)
    for row, sample in enumerate(samples):
        end = len(sample.pieces)
        pieces[row, :end], features[row, :end] = sample.pieces, sample.features
        classes[row, :end], mask[row, 0, 0, :end] = sample.classes, True
    tensors = (torch.from_numpy(array) for array in (pieces, features, classes, mask))
    return Batch(*tensors)
