"""The classifier: MiniLM's encoder with feature embeddings at its input and one linear layer at its end."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from chartveil.redact.model.encoding import COLUMNS
from torch import Tensor, nn

from .base import base_weights
from .classes import CLASSES

WIDTH, HEADS, INNER, PLACES, EPSILON = 384, 12, 1536, 512, 1e-12
FEATURE_ROWS = sum(rows for _, rows in COLUMNS)


@dataclass(frozen=True, slots=True)
class Shape:
    """How much of the base encoder is kept: its first `layers` layers."""

    layers: int = 4


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x` is (batch, length, width); `mask` is true where a piece may be looked at."""
        batch, length, _ = x.shape
        parts = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = (part.reshape(batch * HEADS, length, -1) for part in parts)
        # Plain products: torch's fused attention takes half as long again for its gradient on a processor.
        seen = torch.bmm(_attention(query, key, mask), value).view(batch, HEADS, length, -1)
        x = self.norm1(x + self.mix(seen.transpose(1, 2).reshape(batch, length, WIDTH)))
        result: Tensor = self.norm2(x + self.narrow(F.gelu(self.widen(x))))
        return result


def _attention(query: Tensor, key: Tensor, mask: Tensor | None) -> Tensor:
    """Weights of (batch * heads, length, length); no weight falls on what `mask` hides."""
    scores = torch.bmm(query * query.shape[-1] ** -0.5, key.transpose(1, 2))
    if mask is not None:
        hidden = ~mask.reshape(-1, 1, 1, mask.shape[-1])
        by_note = scores.view(hidden.shape[0], HEADS, *scores.shape[1:])
        scores = by_note.masked_fill(hidden, -1e4).view_as(scores)
    return scores.softmax(-1)


class Network(nn.Module):
    """Piece numbers and feature rows in, class scores per piece out."""

    def __init__(self, shape: Shape, pieces: int) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(pieces, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.features = nn.Embedding(FEATURE_ROWS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(shape.layers))
        self.head = nn.Linear(WIDTH, len(CLASSES))
        nn.init.zeros_(self.features.weight)
        self.words.weight.requires_grad_(False)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """`pieces` (batch, length), `features` (batch, length, columns) with rows already offset."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.features(features).sum(2)
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask)
        scores: Tensor = self.head(x)
        return scores


def feature_offsets() -> list[int]:
    """First row of each column's table within the one joint table."""
    sizes = [rows for _, rows in COLUMNS]
    return [sum(sizes[:column]) for column in range(len(sizes))]


def pretrained(shape: Shape) -> Network:
    """A network that starts as the base encoder with a fresh last layer."""
    source = base_weights()
    network = Network(shape, source["embeddings.word_embeddings.weight"].shape[0])
    network.load_state_dict(_renamed(source, shape.layers), strict=False)
    return network


def _renamed(source: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Base tensors under the names of `Network`. The one segment's embedding is added to the places."""
    found = {
        "words.weight": source["embeddings.word_embeddings.weight"],
        "places.weight": source["embeddings.position_embeddings.weight"]
        + source["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
    }
    for layer in range(layers):
        for kind in ("weight", "bias"):
            found |= _renamed_layer(source, layer, kind)
    return found


def _renamed_layer(source: dict[str, Tensor], layer: int, kind: str) -> dict[str, Tensor]:
    base, own = f"encoder.layer.{layer}.", f"layers.{layer}."
    inputs = [source[f"{base}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
    return {
        f"{own}qkv.{kind}": torch.cat(inputs),
        f"{own}mix.{kind}": source[f"{base}attention.output.dense.{kind}"],
        f"{own}norm1.{kind}": source[f"{base}attention.output.LayerNorm.{kind}"],
        f"{own}widen.{kind}": source[f"{base}intermediate.dense.{kind}"],
        f"{own}narrow.{kind}": source[f"{base}output.dense.{kind}"],
        f"{own}norm2.{kind}": source[f"{base}output.LayerNorm.{kind}"],
    }
