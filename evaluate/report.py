"""An evaluation as figures (fit for JSON) and as a page to read; words of notes only where asked for."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..batch.bounds import ruled_out
from ..batch.encoding import printable
from . import codes as of_codes
from . import phi as of_phi
from .gold import GoldNote
from .ratios import measured
from .run import Evaluation

Row = dict[str, Any]


def figures(evaluation: Evaluation, *, show: bool = False) -> Row:
    """All figures; each rate is [value, low, high] with its 95% interval, None where nothing is counted.

    `show` adds the misses and false alarms with their words.
    """
    result: Row = {
        "notes": len(evaluation.scored),
        "failed": evaluation.failed,
        "remarks": list(evaluation.remarks),
    }
    if evaluation.phi:
        result["phi"] = _phi(evaluation.phi)
    if evaluation.codes:
        result["codes"] = _codes(evaluation.codes)
    return result | ({"shown": list(_shown(evaluation))} if show else {})


def _phi(notes: list[of_phi.NoteCounts]) -> Row:
    items = sum((note.items for note in notes), Counter[str]())
    caught = sum((note.caught for note in notes), Counter[str]())
    return {
        "words": sum(note.words for note in notes),
        "items": items.total(),
        "caught": caught.total(),
        "recall": measured(of_phi.recall, notes).to_list(),
        "missed_at_most": _bound(caught.total(), items.total()),
        "precision": measured(of_phi.precision, notes).to_list(),
        "f1": measured(of_phi.f1, notes).to_list(),
        "false_alarms_per_1000_words": measured(of_phi.alarm_rate, notes).to_list(),
        "clean_notes": measured(of_phi.clean_share, notes).to_list(),
        "by_label": {
            label: {
                "items": count,
                "caught": caught[label],
                "recall": measured(of_phi.recall_of(label), notes).to_list(),
                "missed_at_most": _bound(caught[label], count),
            }
            for label, count in sorted(items.items())
        },
    }


def _codes(notes: list[of_codes.CodeCounts]) -> Row:
    right = sum((note.right for note in notes), Counter[str]())
    asserted = sum((note.asserted for note in notes), Counter[str]())
    return {
        "mentions": sum(note.mentions for note in notes),
        "listed": sum(note.listed for note in notes),
        "right": right.total(),
        "precision": measured(of_codes.precision, notes).to_list(),
        "recall": measured(of_codes.recall, notes).to_list(),
        "f1": measured(of_codes.f1, notes).to_list(),
        "category_recall": measured(of_codes.category_recall, notes).to_list(),
        "assertion_accuracy": measured(of_codes.accuracy, notes).to_list(),
        "by_assertion": {
            kind: {
                "right_codes": count,
                "right_assertion": asserted[kind],
                "accuracy": measured(of_codes.accuracy_of(kind), notes).to_list(),
            }
            for kind, count in sorted(right.items())
        },
    }


def _bound(caught: int, items: int) -> float | None:
    """The rule of three: the highest rate of misses that none among so many leaves possible; None if some."""
    return round(ruled_out(items), 6) if items and caught == items else None


def _shown(evaluation: Evaluation) -> Iterator[Row]:
    for scored in evaluation.scored:
        note = scored.note
        for leak in scored.leaks:
            yield _place("leak", note, leak.label, leak.parts)
        for start, end, label in scored.alarms:
            yield _place("false alarm", note, label, [(start, end)])
        if scored.codes:
            for mark in scored.codes.missed:
                yield _place("missed code", note, ", ".join(mark.codes), [(mark.start, mark.end)])
            for code in scored.codes.wrong:
                yield _place("code not marked", note, code.code, [(code.start, code.end)])


def _place(kind: str, note: GoldNote, label: str, parts: Iterable[tuple[int, int]]) -> Row:
    spans = list(parts)
    words = " … ".join(note.text[start:end] for start, end in spans)
    return {
        "kind": kind,
        "id": note.id,
        "label": label,
        "start": spans[0][0],
        "end": spans[-1][1],
        "text": words,
    }


def text(result: Mapping[str, Any]) -> str:
    """The page for what `figures` gave."""
    scored = "1 note" if result["notes"] == 1 else f"{result['notes']} notes"
    lines = [f"{scored} scored, {len(result['failed'])} failed"]
    lines += [f"note: {remark}" for remark in result["remarks"]]
    lines += [f"failed: {printable(identity)}: {reason}" for identity, reason in result["failed"].items()]
    if "phi" in result:
        lines += ["", *_phi_lines(result["phi"])]
    if "codes" in result:
        lines += ["", *_code_lines(result["codes"])]
    if result.get("shown"):
        lines += ["", *(_shown_line(row) for row in result["shown"])]
    return "\n".join(lines) + "\n"


def _phi_lines(phi: Row) -> Iterator[str]:
    yield f"Redaction: {phi['items']} identifiers in {phi['words']:,} words"
    yield _line("fully covered (recall)", phi["recall"])
    if phi["missed_at_most"] is not None:
        yield f"    none missed: at most {phi['missed_at_most']:.2%} of such identifiers are (rule of three)"
    yield _line("precision (letters)", phi["precision"])
    yield _line("F1", phi["f1"])
    yield _line("false alarms/1,000 words", phi["false_alarms_per_1000_words"], percent=False)
    yield _line("clean notes", phi["clean_notes"])
    if phi["by_label"]:
        yield f"\n  {'label':<14}{'covered':>10}  recall, 95% interval"
    for label, row in phi["by_label"].items():
        bounded = row["missed_at_most"]
        shown = row["recall"] if bounded is None else [1.0, 1 - bounded, 1.0]
        share = _share(shown) + ("" if bounded is None else "  none missed: rule of three")
        yield f"  {label:<14}{row['caught']:>4} of {row['items']:<4}{share}"


def _code_lines(codes: Row) -> Iterator[str]:
    yield f"Codes: {codes['mentions']} mentions marked, {codes['listed']} listed, {codes['right']} right"
    yield _line("precision", codes["precision"])
    yield _line("recall", codes["recall"])
    yield _line("F1", codes["f1"])
    yield _line("category recall", codes["category_recall"])
    yield _line("assertion", codes["assertion_accuracy"])
    if codes["by_assertion"]:
        yield f"\n  {'assertion':<14}{'right':>10}  accuracy, 95% interval"
    for kind, row in codes["by_assertion"].items():
        counts = f"{row['right_assertion']:>4} of {row['right_codes']:<4}"
        yield f"  {kind:<14}{counts}{_share(row['accuracy'])}"


def _line(name: str, row: list[float | None], *, percent: bool = True) -> str:
    return f"  {name:<26}{_share(row, percent=percent)}"


def _share(row: list[float | None], *, percent: bool = True) -> str:
    numbers = ["–" if n is None else f"{n:.1%}" if percent else f"{n:.1f}" for n in row]
    return f"{numbers[0]:>8}  ({numbers[1]} to {numbers[2]})"


def _shown_line(row: Row) -> str:
    words = printable(json.dumps(row["text"], ensure_ascii=False))
    return f"{row['kind']}: {printable(row['id'])} {row['start']}-{row['end']} {row['label']} {words}"
