"""Document-level scores of the code detector on clinical cases with codes but no spans (CodiEsp's form).

python -m benchmarks.codiesp CASES.jsonl [--show 30]

CASES.jsonl holds one object a line: "text" and "codes" (ICD-10-CM). A case's predicted codes are those of its
present, historical and uncertain mentions. The corpus is not part of this repository.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from chartveil.detect import CodeDetector
from rich.console import Console

COUNTED = frozenset(("present", "historical", "uncertain"))

say = Console(highlight=False, soft_wrap=True).print


def cases(path: Path) -> Iterable[tuple[str, set[str]]]:
    """Text and codes of every case."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], {code.upper() for code in row["codes"]}


def scores(right: int, predicted: int, gold: int) -> str:
    """Precision, recall and F1 in one line."""
    precision, recall = right / max(1, predicted), right / max(1, gold)
    f1 = 2 * right / max(1, predicted + gold)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def main() -> None:
    """Score the detector and print both levels."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", type=Path)
    parser.add_argument(
        "--show", type=int, default=0, help="list this many of the commonest wrong and missed codes"
    )
    arguments = parser.parse_args()
    detector, total = CodeDetector(), {length: Counter[str]() for length in (8, 3)}
    wrong, missed = Counter[str](), Counter[str]()
    started, words = time.perf_counter(), 0
    for text, gold in cases(arguments.cases):
        words += len(text.split())
        found = {m.code for m in detector.detect(text) if m.assertion in COUNTED and m.system == "ICD-10-CM"}
        wrong.update(found - gold)
        missed.update(gold - found)
        for length, counter in total.items():
            cut, kept = {code[:length] for code in found}, {code[:length] for code in gold}
            counter.update(right=len(cut & kept), predicted=len(cut), gold=len(kept))
    say(f"{words / (time.perf_counter() - started):,.0f} words/s, the filling of the matcher included")
    for name, length in (("full code", 8), ("category", 3)):
        counter = total[length]
        say(f"{name:10} {scores(counter['right'], counter['predicted'], counter['gold'])}")
    if arguments.show:
        say("wrong ", wrong.most_common(arguments.show))
        say("missed", missed.most_common(arguments.show))


if __name__ == "__main__":
    main()
