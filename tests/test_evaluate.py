"""What `chartveil evaluate` counts, and the command from end to end."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from chartveil.cli import main
from chartveil.errors import NoteError, UsageError
from chartveil.evaluate import CodeMark, Found, Gold, GoldNote, PhiMark, evaluate, figures, read_gold
from chartveil.evaluate import __all__ as exported
from chartveil.evaluate.codes import FoundCode, count_codes
from chartveil.evaluate.phi import count_note
from chartveil.evaluate.ratios import measured
from chartveil.evaluate.report import text as page
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

MARKED = (
    "Seen by [[PERSON|Dr. Vesna Halloran]] on [[DATE|4/17/2021]] at [[FACILITY|Orchard of Hope Clinic]].\n"
    "{{E11.9,E11.65~present~type 2 diabetes}}, no {{R07.9~negated~chest pain}}.\n"
)
SPANS = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 8)).map(lambda p: (p[0], min(40, sum(p)))))


def chartveil(*arguments: object) -> Result:
    """Run the command in this process, so that Presidio is loaded once."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def gold_of(*notes: GoldNote) -> Gold:
    """Marked notes with both kinds of mark."""
    return Gold(notes, "marks", True, True)


def code(start: int, end: int, name: str, assertion: str = "present") -> FoundCode:
    """A listed code."""
    return FoundCode(start, end, name, assertion)


def test_a_part_left_over_is_a_leak() -> None:
    """Every letter and digit counts, in every part of a mark; little words and punctuation may stay."""
    text = "Ann, at the House of Oak, and Lee"
    mark = PhiMark("PERSON", ((0, 3), (30, 33)))
    house = PhiMark("FACILITY", ((12, 24),))
    both = count_note(text, [mark, house], [(0, 3), (30, 33), (12, 17), (21, 24)])
    assert (both.caught.total(), both.false_alarms, both.clean) == (2, 0, True)
    assert count_note(text, [mark], [(0, 3)]).caught.total() == 0
    assert count_note(text, [mark], [(0, 3), (30, 32)]).caught.total() == 0


def test_a_mark_that_is_not_asked_for_is_neither_missed_nor_wrong() -> None:
    """It may be hidden or not."""
    mark = PhiMark("STATE", ((0, 4),), asked=False)
    for spans in ([], [(0, 4)]):
        counts = count_note("Ohio and more", [mark], spans)
        assert (counts.items.total(), counts.false_alarms, counts.clean) == (0, 0, True)
        assert counts.right == counts.marked


@given(gold=SPANS, found=SPANS, more=SPANS)
def test_hiding_more_never_adds_a_leak(
    gold: list[tuple[int, int]], found: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    """Recall only rises with spans, hiding all catches all, and right never exceeds what is hidden."""
    text = "Mr. Oak, 77 of 4 Elm St, the 3/9 at Yew."
    marks = [PhiMark("OTHER_ID", (span,)) for span in gold]
    less, many = count_note(text, marks, found), count_note(text, marks, found + more)
    assert less.caught.total() <= many.caught.total() <= many.items.total() == len(gold)
    assert less.right <= less.marked
    assert count_note(text, marks, [(0, 40)]).clean


def test_codes_are_matched_once() -> None:
    """A listed code serves one mention; any acceptable code is right; the category asks for less."""
    marks = [
        CodeMark(0, 10, ("E119", "E1165"), "present"),
        CodeMark(5, 15, ("E119",), "negated"),
        CodeMark(20, 25, ("CPT:97110",), "present"),
    ]
    counts = count_codes(marks, [code(0, 9, "E119"), code(21, 24, "CPT:97112"), code(40, 42, "I10")])
    assert (counts.mentions, counts.listed, counts.right.total(), counts.category) == (3, 3, 1, 3)
    assert [mark.start for mark in counts.missed] == [5, 20]
    assert [found.code for found in counts.wrong] == ["I10"]
    second = count_codes(marks[:2], [code(0, 9, "E119"), code(0, 9, "E119", "negated")])
    assert (second.right, second.asserted) == ({"present": 1, "negated": 1}, {"present": 1, "negated": 1})


def test_figures_and_their_intervals() -> None:
    """Rates over all notes; the same seed gives the same interval; zero misses get the rule of three."""
    note = GoldNote("a", "Ann Lee on 3/9", (PhiMark("PERSON", ((0, 7),)), PhiMark("DATE", ((11, 14),))))
    other = GoldNote("b", "Bo Ash", (PhiMark("PERSON", ((0, 6),)),))
    found = {"a": Found(((0, 7, "PERSON"),)), "b": Found(((0, 6, "PERSON"),))}
    evaluation = evaluate(gold_of(note, other), lambda n: found[n.id])
    result = figures(evaluation)["phi"]
    value, low, high = result["recall"]
    assert value == pytest.approx(2 / 3, abs=1e-6)
    assert low <= value <= high
    assert result == figures(evaluation)["phi"]
    assert result["clean_notes"][0] == 0.5
    assert result["missed_at_most"] is None
    assert result["by_label"]["PERSON"]["missed_at_most"] == pytest.approx(1 - 0.05**0.5, abs=1e-6)
    assert result["by_label"]["DATE"]["recall"] == [0, 0, 0]


def test_nothing_to_count_is_no_figure() -> None:
    """A rate of nothing is neither 0 nor 1."""
    from chartveil.evaluate.phi import recall

    assert math.isnan(measured(recall, [count_note("fever", [], [])]).value)


def test_kept_labels_are_left_out() -> None:
    """What the policy keeps is no leak, and is said."""
    note = GoldNote("a", "on 3/9", (PhiMark("DATE", ((3, 6),)),))
    evaluation = evaluate(gold_of(note), lambda _: Found(()), kept=frozenset({"DATE"}))
    assert figures(evaluation)["phi"]["items"] == 0
    assert any("keeps DATE" in remark for remark in evaluation.remarks)


def test_failed_notes_are_told_apart() -> None:
    """A note without a result is in no figure."""

    def find(note: GoldNote) -> Found:
        if note.id == "bad":
            raise NoteError("no result")
        return Found(())

    evaluation = evaluate(gold_of(GoldNote("good", "fever"), GoldNote("bad", "cough")), find)
    assert (len(evaluation.scored), evaluation.failed) == (1, {"bad": "no result"})


def test_spans_for_some_notes_only_are_refused() -> None:
    """Figures over a part of the notes would mislead."""
    notes = gold_of(GoldNote("a", "fever"), GoldNote("b", "cough"))
    with pytest.raises(UsageError, match="same lists"):
        evaluate(notes, lambda note: Found(() if note.id == "a" else None, ()))
    with pytest.raises(UsageError, match="nothing to score"):
        evaluate(notes, lambda _: Found())


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A folder with one marked note."""
    (tmp_path / "marked").mkdir()
    (tmp_path / "marked" / "one.note").write_text(MARKED, "utf-8")
    return tmp_path / "marked"


@pytest.fixture
def predictions(marked: Path, tmp_path: Path) -> Path:
    """Spans of another tool: the name in part, the date, a false alarm, one right code."""
    note = read_gold(marked).notes[0]
    at = note.text.index
    row: dict[str, Any] = {
        "id": "one",
        "phi": [
            {"start": at("Vesna"), "end": at(" Halloran"), "label": "PERSON"},
            {"start": at("4/17"), "end": at(" at "), "label": "DATE"},
            {"start": at("chest"), "end": at(" pain"), "label": "PERSON"},
        ],
        "codes": [{"start": at("type"), "end": at(", no"), "code": "E11.65", "system": "ICD-10-CM"}],
    }
    path = tmp_path / "other.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def test_another_tools_spans(marked: Path, predictions: Path) -> None:
    """Scored by the same rules, as JSON."""
    done = chartveil("evaluate", "--predictions", predictions, "--format", "json", marked)
    assert (done.exit_code, done.stderr) == (0, "")
    result = json.loads(done.stdout)
    assert (result["phi"]["items"], result["phi"]["caught"]) == (3, 1)
    assert result["phi"]["false_alarms_per_1000_words"][0] == pytest.approx(1000 / 18, abs=1e-5)
    assert (result["codes"]["right"], result["codes"]["recall"][0]) == (1, 0.5)
    assert "shown" not in result


def test_words_of_notes_appear_on_demand_only(marked: Path, predictions: Path) -> None:
    """Without --show nothing of a note is printed; with it the leaks and false alarms are."""
    hidden = chartveil("evaluate", "--predictions", predictions, marked).stdout
    assert not any(word in hidden for word in ("Halloran", "Orchard", "4/17", "chest", "diabetes"))
    shown = chartveil("evaluate", "--predictions", predictions, "--show", marked).stdout
    assert 'leak: one 8-26 PERSON "Dr. Vesna Halloran"' in shown
    assert "false alarm: one" in shown
    assert '"chest pain"' in shown


def test_chartveil_itself(marked: Path, tmp_path: Path) -> None:
    """The redactor is run and scored, with the identifiers that are known."""
    (tmp_path / "known.csv").write_text("note,names,facility\none,Vesna Halloran,Orchard of Hope Clinic\n")
    done = chartveil("evaluate", "--no-codes", "--known", tmp_path / "known.csv", "--format", "json", marked)
    result = json.loads(done.stdout)
    assert (done.exit_code, "codes" in result) == (0, False)
    assert result["phi"]["by_label"]["DATE"]["caught"] == 1
    assert result["phi"]["by_label"]["FACILITY"]["caught"] == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("absent",), "check the path"),
        (("--no-phi", "--no-codes", "{marked}"), "nothing to score"),
        (("--predictions", "absent.jsonl", "{marked}"), "check the path"),
        (("--predictions", "{empty}", "{marked}"), "no line for 1 of the 1"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], says: str, marked: Path, tmp_path: Path) -> None:
    """One line that says what to do, exit code 2."""
    (tmp_path / "empty.jsonl").touch()
    words = [word.format(marked=marked, empty=tmp_path / "empty.jsonl") for word in arguments]
    done = chartveil("evaluate", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.startswith("chartveil: ")


def test_terminals_are_not_steered() -> None:
    """Control characters of a note are escaped on the page."""
    note = GoldNote("a\x1b", "Ann\x1b[2J", (PhiMark("PERSON", ((0, 7),)),))
    shown = page(figures(evaluate(gold_of(note), lambda _: Found(())), show=True))
    assert "\x1b" not in shown
    assert "Ann" in shown


def test_public_names() -> None:
    """The package offers a handful of names, and all of them exist."""
    import chartveil.evaluate

    assert len(exported) <= 12
    assert all(hasattr(chartveil.evaluate, name) for name in exported)


@pytest.mark.parametrize("command", ["evaluate", "sample", "verify"])
def test_help_shows_an_example(command: str) -> None:
    """Every command's help has an example of itself."""
    assert f"chartveil {command} " in chartveil(command, "--help").output.split("Example")[1]
