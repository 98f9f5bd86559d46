"""What hostile text costs: seconds for 64 Ki to 1 Mi characters of each kind, and how fast they grow.

python -m benchmarks.hostile [SUBJECT…] [--kinds digits names …] [--sizes 65536 262144 1048576]

SUBJECT is rules (the recognizers without the model), redact, detect, or all three by default. A growth of 1
is linear, 2 quadratic: the power of the length that the last two sizes show.
"""

import argparse
import sys
import time
from collections.abc import Callable
from math import log

from chartveil.errors import NoteError

UNITS = {
    "digits": "1234567890",
    "digits with dots": "1.",
    "digits with dashes": "12-",
    "digits with slashes": "3/",
    "digits with spaces": "55 ",
    "capital words": "Abcdefgh ",
    "one capital word": "Abcdefgh",
    "all capitals": "ABCD ",
    "one word of capitals": "ABCDEF",
    "letters with dots": "a.",
    "parentheses": "(",
    "brackets": "[PERSON",
    "tags": "[PERSON] ",
    "numbered tags": "[DATE_12]",
    "at signs": "a@",
    "colons": "a:",
    "labels": "MRN ",
    "labels with colons": "Patient: ",
    "titles": "Dr. ",
    "hyphens": "Ab-",
    "apostrophes": "O'",
    "commas": "Ab, ",
    "names": "Deirdre Halloran, ",
    "saints": "St. ",
    "months": "May ",
    "month days": "May 3 ",
    "dates": "3/14/2024 ",
    "spoken digits": "one ",
    "spaces": "    ",
    "one space apart": "a ",
    "hosts": "www.",
    "facility words": "Center ",
    "lines": "7\n",
    "empty lines": "\r\n",
    "zero width": "a\u200b",
    "no letters": "\u0301",
    "street words": "12 Abc ",
    "hex": "ab:",
    "mixed": "A1",
    "diagnoses": "diabetes ",
    "negations": "no ",
    "codes": "E11.9 ",
    "slashes of words": "pain/",
    "pipes": "PID|1|",
    "ages": "94 y/o ",
    "phones": "555-0142 ",
    "quotes": '"',
    "percent": "5% ",
    "emoji": "👩\u200d⚕️",
    "chinese": "王小明",
}
SIZES = (65_536, 262_144, 1_048_576)
#: Below this a figure is noise, and no growth is told.
_LEAST = 0.05


def hostile(unit: str, size: int) -> str:
    """`size` characters of one unit again and again."""
    return (unit * (size // len(unit) + 1))[:size]


def rules() -> Callable[[str], object]:
    """The redactor without its model."""
    from chartveil.redact import Redactor
    from chartveil.redact.recognizers import rule_recognizers

    return Redactor("tags", recognizers=rule_recognizers()).redact


def redact() -> Callable[[str], object]:
    """The redactor as it is used."""
    from chartveil.redact import Redactor

    return Redactor().redact


def detect() -> Callable[[str], object]:
    """The detector as it is used."""
    from chartveil.detect import CodeDetector

    return CodeDetector().detect


SUBJECTS = {"rules": rules, "redact": redact, "detect": detect}


def seconds(subject: Callable[[str], object], text: str) -> float:
    """Processor seconds of one call; a refusal counts as well."""
    started = time.process_time()
    try:
        subject(text)
    except NoteError as error:
        print(f"refused: {error}", file=sys.stderr)
    return time.process_time() - started


def growth(figures: list[float], sizes: list[int]) -> float | None:
    """The power of the length that the last two figures show; None where they are too small to tell."""
    if len(figures) < 2 or figures[-2] < _LEAST:
        return None
    return log(figures[-1] / figures[-2]) / log(sizes[-1] / sizes[-2])


def main() -> None:
    """Measure and print a line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT")
    parser.add_argument("--kinds", nargs="+", choices=UNITS, default=list(UNITS), metavar="KIND")
    parser.add_argument("--sizes", nargs="+", type=int, default=list(SIZES))
    arguments = parser.parse_args()
    for name in arguments.subjects or SUBJECTS:
        subject = SUBJECTS[name]()
        subject(
            "Abcdefgh Abcdefgh: Dr. Halloran of Dayton, OH, 3/14/2024 has diabetes."
        )  # loads the word lists
        print(f"{name:24}" + "".join(f"{size // 1024:>7} Ki" for size in arguments.sizes) + "  growth")
        for kind in arguments.kinds:
            figures = [seconds(subject, hostile(UNITS[kind], size)) for size in arguments.sizes]
            power = growth(figures, arguments.sizes)
            shown = "".join(f"{figure:10.2f}" for figure in figures)
            print(f"{kind:24}{shown}  {'' if power is None else f'{power:6.2f}'}", flush=True)


if __name__ == "__main__":
    main()
