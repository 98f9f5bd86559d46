"""The mean of the weights of several checkpoints of one network.

    python -m training.model.average A.pt B.pt [...] --to OUT.pt

Checkpoints of one run, or of a run and another that went on from it, lie in one valley of the loss; their
mean is as good as either or better, at no cost at run time (Wortsman et al. 2022, "Model soups"). The result
is for `training.model.export`; settings are those of the last checkpoint.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor


def mean(networks: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean weight by weight; ValueError where the networks are of different shapes."""
    first = networks[0]
    if any(
        {name: w.shape for name, w in network.items()} != {name: w.shape for name, w in first.items()}
        for network in networks
    ):
        raise ValueError("the checkpoints are of different networks")
    return {
        name: torch.stack([network[name].double() for network in networks]).mean(0).to(weight.dtype)
        for name, weight in first.items()
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    states: list[dict[str, Any]] = [torch.load(path, map_location="cpu") for path in arguments.checkpoints]
    torch.save({**states[-1], "network": mean([state["network"] for state in states])}, arguments.to)


if __name__ == "__main__":
    main()
