"""Hide or falsify some features during training, so that the model leans on none of them."""

import torch
from chartveil.redact.model.encoding import COLUMNS
from chartveil.redact.model.lexicon import COMBINATIONS, HIDDEN
from torch import Tensor

from .data import Batch
from .network import feature_offsets
from .settings import Settings

_NAMES = [name for name, _ in COLUMNS]
_PATTERN, _LISTS = _NAMES.index("pattern"), _NAMES.index("lists")


def blurred(batch: Batch, settings: Settings) -> Batch:
    """`batch` with some number patterns hidden, word lists hidden in some windows, wrong for some words."""
    features = batch.features.clone()
    patterns, lists = features[..., _PATTERN], features[..., _LISTS]
    first = feature_offsets()
    patterns[_chosen(patterns.shape, settings.pattern_dropout)] = first[_PATTERN]
    wrong = _chosen(lists.shape, settings.list_noise)
    lists[wrong] = first[_LISTS] + torch.randint(COMBINATIONS, (int(wrong.sum()),))
    lists[_chosen((len(lists), 1), settings.list_dropout).expand_as(lists)] = first[_LISTS] + HIDDEN
    return Batch(batch.pieces, features, batch.classes, batch.mask)


def _chosen(shape: tuple[int, ...], share: float) -> Tensor:
    return torch.rand(shape) < share
