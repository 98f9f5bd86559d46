"""The files of a trained model: model.onnx, vocab.txt, and model.json that describes both."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .encoding import COLUMNS
from .errors import ModelError

BUNDLED = Path(__file__).parent / "data"
FORMAT = 1  # of model.json; another number can't be read by this version
_REMEDY = "reinstall chartveil or train the model again"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A checked model. The first of `classes` is "nothing"; `thresholds` holds a set per level of recall."""

    network: bytes
    vocabulary: tuple[str, ...]
    classes: tuple[str, ...]
    thresholds: Mapping[str, Mapping[str, float]]
    version: str


def read_model(folder: Path) -> ModelFiles:
    """Read and check the files in `folder`; `ModelError` when one is missing, damaged or too new."""
    card = _card(folder / "model.json")
    network = _checked(folder / "model.onnx", card)
    vocabulary = _checked(folder / "vocab.txt", card).decode("utf-8")
    return ModelFiles(
        network=network,
        vocabulary=tuple(vocabulary.rstrip("\n").split("\n")),
        classes=tuple(card["classes"]),
        thresholds=MappingProxyType(dict(card["thresholds"])),
        version=card["version"],
    )


def model_version() -> str:
    """Version of the bundled model, read from its card alone; `ModelError` when there is none."""
    return str(_card(BUNDLED / "model.json")["version"])


def digest(content: bytes) -> str:
    """SHA-256 as model.json records it."""
    return hashlib.sha256(content).hexdigest()


def feature_tables() -> list[list[object]]:
    """Names and sizes of the feature tables, as model.json records them."""
    return [[name, rows] for name, rows in COLUMNS]


def _card(path: Path) -> dict[str, Any]:
    try:
        card = json.loads(_content(path))
        fits = card["format"] == FORMAT and card["features"] == feature_tables()
        complete = {"classes", "thresholds", "version", "sha256"} <= card.keys()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} is damaged: {_REMEDY}") from error
    if not (fits and complete):
        raise ModelError(f"{path} belongs to another version: {_REMEDY}")
    return dict(card)


def _checked(path: Path, card: dict[str, Any]) -> bytes:
    content = _content(path)
    if digest(content) != card["sha256"].get(path.name):
        raise ModelError(f"{path} is damaged: {_REMEDY}")
    return content


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"the PHI model can't be read, {path} is missing or locked: {_REMEDY}") from error
