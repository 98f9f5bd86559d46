"""Turn a checkpoint into the files the runtime reads.

    python -m training.model.export DIR/checkpoint.pt --to redact/model/data [--version 1]

Thresholds start at one half; `training.model.calibrate` sets them.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import torch
from chartveil.redact.model.files import BUNDLED, FORMAT, digest, feature_tables

from .base import PACKAGE, base_vocabulary
from .calibrate import LEVELS
from .classes import CLASSES, LABELS
from .graph import write_graph
from .network import feature_offsets

_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
LARGEST = 30_000_000  # bytes, of all files together


def export(checkpoint: Path, folder: Path, version: str) -> None:
    """Write model.onnx, vocab.txt and model.json into `folder`."""
    state: dict[str, Any] = torch.load(checkpoint, map_location="cpu")
    weights = {name: tensor.float().numpy() for name, tensor in state["network"].items()}
    network = write_graph(weights, state["settings"]["layers"], feature_offsets())
    vocabulary = ("\n".join(base_vocabulary()) + "\n").encode()
    if len(network) + len(vocabulary) > LARGEST:
        raise SystemExit(f"the model has {len(network):,} bytes, more than {LARGEST:,}")
    card = {
        "format": FORMAT,
        "version": version,
        "classes": CLASSES,
        "features": feature_tables(),
        "thresholds": {level: dict.fromkeys(LABELS, 0.5) for level in LEVELS},
        "sha256": {"model.onnx": digest(network), "vocab.txt": digest(vocabulary)},
        "training": _origin(state),
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(network)
    (folder / "vocab.txt").write_bytes(vocabulary)
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _origin(state: dict[str, Any]) -> dict[str, Any]:
    """What the model was made from, and how."""
    return {
        "base": f"{PACKAGE} (all-MiniLM-L6-v2, Apache-2.0)",
        "notes_sha256": state["data"],
        "steps": state["step"],
        "seconds": round(state["spent"]),
        "settings": state["settings"],
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AS_WRITTEN)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--to", type=Path, default=BUNDLED)
    parser.add_argument("--version", default="1")
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.to, arguments.version)


if __name__ == "__main__":
    main()
