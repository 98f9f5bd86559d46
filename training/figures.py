"""Figures of the whole redactor, rules and model together, as Markdown tables for the model card.

    python -m training.figures NOTES.jsonl [--origins 150] [--rules-only]

NOTES are marked notes as the generator writes them. Measured at the three levels of recall, label by label
with 95% intervals, on copies in lower and upper case, and (--origins N) on N generated notes of the held-out
kinds for each origin group, and each sex, in which everybody bears names of that group or sex.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from chartveil.evaluate.phi import NoteCounts, alarm_rate, clean_share, count_note, precision, recall
from chartveil.evaluate.ratios import interval
from chartveil.redact import Redactor
from chartveil.redact.recognizers import rule_recognizers
from chartveil.redact.redactor import RECALL_LEVELS

from .generate.library import load_kinds
from .generate.notes import chosen_kinds, make_notes
from .generate.values import names, people
from .model.measures import marks, report
from .model.notes import Note, read_notes

SEED = 4711
HEAD = (
    "| fully covered (95% interval) | precision | false alarms per 1,000 words | notes without a leak |\n"
    "|---|---|---|---|---|"
)
PEOPLE_HEAD = "| PERSON fully covered | 95% interval | items |\n|---|---|---|---|"
CASES = {"as written": lambda c: c, "lower case": str.lower, "upper case": str.upper}


def measured(redactor: Redactor, notes: Iterable[Note]) -> list[NoteCounts]:
    """Counts of each note once redacted."""
    return [
        count_note(note.text, marks(note), [(s.start, s.end) for s in redactor.redact(note.text).spans])
        for note in notes
    ]


def recased(note: Note, case: str) -> Note:
    """A copy in another case; characters whose other case is longer stay, so that the marks hold."""
    text = "".join(changed if len(changed := CASES[case](c)) == 1 else c for c in note.text)
    return Note(note.id, note.kind, text, note.spans)


def of_people(groups: Sequence[str], sexes: str, count: int) -> Iterator[Note]:
    """Notes of the held-out kinds in which everybody is of these origin groups and sexes."""
    with patch.object(names, "GROUPS", tuple(groups)), patch.object(people, "SEXES", sexes):
        for made in make_notes(chosen_kinds(load_kinds(), "dev"), count, SEED, [], 0.0):
            yield Note(made.id, made.kind, made.text, tuple((s, e, label) for s, e, label in made.spans))


def row(name: str, counts: Sequence[NoteCounts]) -> str:
    """One line of a table: recall with its interval, precision, false alarms, clean notes."""
    low, high = interval(recall, counts)
    covered = f"{recall(counts):.2%} ({low:.1%} to {high:.1%})"
    alarms, clean = alarm_rate(counts), clean_share(counts)
    return f"| {name} | {covered} | {precision(counts):.1%} | {alarms:.1f} | {clean:.0%} |"


def people_row(name: str, redactor: Redactor, notes: Iterable[Note]) -> str:
    """One line of the table by people: how many of the names are fully covered."""
    value, low, high, items = report(measured(redactor, notes))["PERSON"]
    return f"| {name} | {value:.1%} | {low:.1%} to {high:.1%} | {items:.0f} |\n"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("notes", type=Path)
    parser.add_argument("--origins", type=int, default=0, help="notes for each origin group")
    parser.add_argument("--rules-only", action="store_true", help="leave the model out")
    arguments = parser.parse_args()
    notes = list(read_notes(arguments.notes))
    say = sys.stdout.write
    if arguments.rules_only:
        redactors = {"rules alone": Redactor(recognizers=rule_recognizers())}
    else:
        redactors = {level: Redactor(recall=level) for level in RECALL_LEVELS}
    say(f"| level {HEAD}\n")
    for level, redactor in redactors.items():
        say(row(level, measured(redactor, notes)) + "\n")
    redactor = redactors.get("balanced") or redactors["rules alone"]
    say(f"\n| copy {HEAD}\n")
    for case in CASES:
        say(row(case, measured(redactor, [recased(note, case) for note in notes])) + "\n")
    say("\n| label | fully covered | 95% interval | items |\n|---|---|---|---|\n")
    for label, values in report(measured(redactor, notes)).items():
        if label.isupper() or "_" in label:
            value, low, high, items = values
            say(f"| {label} | {value:.1%} | {low:.1%} to {high:.1%} | {items:.0f} |\n")
    if arguments.origins:
        say(f"\n| everybody's names {PEOPLE_HEAD}\n")
        for group in names.GROUPS:
            say(people_row(group.replace("_", " "), redactor, of_people([group], "mf", arguments.origins)))
        for sex, name in (("f", "women"), ("m", "men")):
            say(people_row(name, redactor, of_people(names.GROUPS, sex, arguments.origins)))


if __name__ == "__main__":
    main()
