"""Speed of the code detector beside a bare spaCy tokenizer with PhraseMatcher, in CPU time and one run.

python -m benchmarks.detect_speed NOTES... [--rounds 5]

NOTES are text files, folders of them, or .jsonl files with a "text" a line. Both sides are warm; the bare
matcher holds the phrases that the detector had loaded for these notes, so both find their way through the
same phrases.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from chartveil.detect import CodeDetector
from rich.console import Console
from spacy.lang.en import English
from spacy.matcher import PhraseMatcher

say = Console(highlight=False, soft_wrap=True).print


def texts(paths: Iterable[Path]) -> Iterable[str]:
    """The notes under the given paths."""
    for path in paths:
        if path.is_dir():
            yield from (file.read_text("utf-8") for file in sorted(path.glob("*.txt")))
        elif path.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())
        else:
            yield path.read_text("utf-8")


def spent(work: Callable[[], object]) -> float:
    """Seconds of CPU time that a piece of work takes: other programs on the machine don't count."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Measure both and print words per second, their ratio and the memory."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("notes", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    notes = list(texts(arguments.notes))
    words = sum(len(note.split()) for note in notes)
    detector = CodeDetector()
    cold = spent(lambda: detector.detect(notes[0]))
    for note in notes:
        detector.detect(note)
    memory = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024) / 1024
    )
    pipeline, loaded = English(), detector.phrases_loaded()
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("code", list(pipeline.tokenizer.pipe(loaded)))
    # turn by turn, so that a slow moment of the machine meets both
    rounds = [
        (
            spent(lambda: [detector.detect(note) for note in notes]),
            spent(lambda: [matcher(pipeline.make_doc(note)) for note in notes]),
        )
        for _ in range(arguments.rounds)
    ]
    own, bare = (min(seconds) for seconds in zip(*rounds, strict=True))
    say(f"first note                    {cold:8.3f} s")
    say(f"detector, warm                {words / own:10,.0f} words/s")
    say(f"tokenizer and PhraseMatcher   {words / bare:10,.0f} words/s ({len(loaded):,} phrases)")
    say(f"ratio of CPU time             {own / bare:10.2f}")
    say(f"peak memory of the detector   {memory:10.2f} GB")


if __name__ == "__main__":
    main()
