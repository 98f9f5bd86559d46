"""Whether scores mean what they say: the share of right mentions by score, on marked notes.

    python -m benchmarks.calibration PREDICTIONS.jsonl

Each line holds the mentions of one note as [score, right] pairs, as an evaluation on marked notes gives them.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from rich.console import Console

say = Console(highlight=False, soft_wrap=True).print


def main() -> None:
    """Print one line a tenth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("predictions", type=Path)
    bins: dict[int, list[bool]] = defaultdict(list)
    for line in parser.parse_args().predictions.read_text("utf-8").splitlines():
        for score, right in json.loads(line):
            bins[int(score * 20)].append(bool(right))
    for tenth, rights in sorted(bins.items()):
        say(f"{tenth / 20:.2f}-{(tenth + 1) / 20:.2f}  {sum(rights) / len(rights):.2f}  of {len(rights)}")


if __name__ == "__main__":
    main()
