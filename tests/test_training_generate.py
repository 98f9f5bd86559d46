"""The note generator: its template language, its marks, its damage and its promises."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[1]))

from training.generate import DEV_KINDS, Note, TemplateError, load_kinds, make_notes, words
from training.generate.background import filled
from training.generate.canvas import Canvas, apply_edits, excerpt, joined
from training.generate.library import Kind, check, render
from training.generate.notes import chosen_kinds, with_page_headers
from training.generate.parser import parse_template
from training.generate.scene import make_scene
from training.generate.slots import SLOTS
from training.generate.transforms import RATES
from training.generate.values import names, numbers, pick, scanned

TINY = """# a comment
== note
Pt {pt.full} <seen|seen again> {date.mdy} \\< {n 3-3}
{@line 2-2}
== pool line
MRN: {mrn}
Ward {ward}, age {age90.words}
"""
LABELS = set(
    "PERSON ADDRESS CITY ZIP FACILITY DATE AGE_OVER_89 PHONE FAX EMAIL URL"
    " IP SSN MRN HEALTH_PLAN ACCOUNT LICENSE VEHICLE DEVICE OTHER_ID".split()
)


def tiny_kind(source: str = TINY) -> Kind:
    template = parse_template(source, "tiny.txt")
    check(template, template.pools)
    return Kind("tiny", template.notes, template.pools)


def tiny_note(seed: int = 1) -> Note:
    kind = tiny_kind()
    return render(kind.notes[0], make_scene(Random(seed)), kind.pools)


def assert_sound(note: Note) -> None:
    """Spans lie in order, don't overlap, and neither start nor end with white space."""
    at = 0
    for start, end, label in note.spans:
        assert at <= start < end <= len(note.text)
        assert label in LABELS
        assert note.text[start:end] == note.text[start:end].strip()
        at = end


def test_every_template_of_the_tree_parses() -> None:
    """Every template file names only slots and pools that exist, and the held-out kinds are among them."""
    kinds = load_kinds()
    assert set(DEV_KINDS) <= set(kinds)


def test_spans_quote_what_the_slots_wrote() -> None:
    """A span's text is what the slot gave, and text outside the slots stays as it is."""
    note = tiny_note()
    assert_sound(note)
    quoted = {label: note.text[start:end] for start, end, label in note.spans}
    assert set(quoted) == {"PERSON", "DATE", "MRN", "FACILITY", "AGE_OVER_89"}
    assert note.text.startswith(f"Pt {quoted['PERSON']} seen")
    assert "< 3" in note.text and f"MRN: {quoted['MRN']}" in note.text


@pytest.mark.parametrize("name", sorted(SLOTS))
def test_every_slot_and_form_gives_text(name: str) -> None:
    """Each form of each slot gives some text; identifiers carry a known label."""
    kind = SLOTS[name]
    assert kind.label is None or kind.label in LABELS
    scene = make_scene(Random(5))
    argument = "1-9" if kind.argument else ""
    for form in ("", *sorted(kind.forms)):
        assert kind.problem(form, argument) == ""
        assert kind.text(scene, form, argument).strip()


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("== note\nfine\n{nosuch}", 3, "unknown slot"),
        ("== note\n{pt.nosuch}", 2, "unknown form"),
        ("== note\n{pt.last.nosuch}", 2, "unknown form .nosuch"),
        ("== note\n{drug.low.nosuch}", 2, "unknown form .nosuch"),
        ("== note\n{@nosuch}", 2, "unknown pool"),
        ("== note\n\ntext <a|b\nmore", 3, "without its '>'"),
        ("== note\n# comment\ntext {pt", 3, "without its '}'"),
        ("== note\n{n ten}", 2, "bad argument"),
        ("== note\n{age 5}", 2, "takes no argument"),
        ("== note\n{@a 5-2}\n== pool a\nx", 2, "bad count"),
        ("== notes\nx", 1, "unknown section"),
        ("text", 1, "before the first section"),
        ("== pool a\n{@a}", 1, "contains itself"),
        ("== pool a\nx\n== pool a\ny", 3, "defined twice"),
        ("== note\n\n== pool a\nx", 1, "empty section"),
    ],
)
def test_parser_names_file_line_and_fault(source: str, line: int, words: str) -> None:
    """A faulty template is refused with its file, its line and what is wrong."""
    with pytest.raises(TemplateError, match=rf"^tiny\.txt:{line}: .*{words}"):
        tiny_kind(source)


LOOKALIKES = words.sections("lookalikes")


@pytest.mark.parametrize(
    ("slot", "pattern"),
    [
        ("dr.last.up", r"[^a-z]+"),
        ("hosp.short.low", r"[^A-Z]+"),
        ("dr.full.run", r"\S+"),
        ("dr.ww.low", r"[^A-Z]+ [^A-Z]+"),
        ("dr.il", r"\w{2,3}"),
        ("dr.iu", r"\w{2,3}"),
        ("age90.ord", r"(9\d|1\d\d)(st|nd|rd|th)"),
        ("age90.ordwords", r"ninet[a-z-]+|1\d\d(st|nd|rd|th)"),
        ("catalog", r".*\d.*"),
    ],
)
def test_forms_and_changes_stack(slot: str, pattern: str) -> None:
    """A form may be followed by changes of case, of spaces or by misreading, and the mark holds it all."""
    kind = tiny_kind("== note\nX {" + slot + "} Y")
    for seed in range(40):
        note = render(kind.notes[0], make_scene(Random(seed)), kind.pools)
        value = note.text[2:-2]
        assert re.fullmatch(pattern, value), value
        assert [(start, end) for start, end, _ in note.spans] in ([], [(2, len(note.text) - 2)])


def test_small_initials_are_no_role_and_no_small_word() -> None:
    """Two letters that stand for a person are never those of "pt", "md", "am" or "no"."""
    kind = tiny_kind("== note\n{person.il}")
    made = {render(kind.notes[0], make_scene(Random(seed)), kind.pools).text for seed in range(600)}
    assert not made & {*LOOKALIKES["roles"], *LOOKALIKES["small words"]}


def test_another_record_number_and_facility() -> None:
    """`.other` and `.new` give another value, and the note's own stays what it is."""
    for slot, other in (("mrn", "mrn.other"), ("hosp.short", "hosp.new")):
        kind = tiny_kind("== note\n{" + slot + "}\n{" + other + "}\n{" + slot + "}")
        for seed in range(20):
            own, new, again = render(kind.notes[0], make_scene(Random(seed)), kind.pools).text.split("\n")
            assert own == again != new


def test_scanner_damage_keeps_most_of_a_value() -> None:
    """A misread value differs from what stood there, keeps its ends whole and gains no line break."""
    changed = [scanned.scanned(Random(seed), "Malcolm Dorn") for seed in range(50)]
    assert all(value == value.strip() and "\n" not in value for value in changed)
    assert sum(value != "Malcolm Dorn" for value in changed) == 50
    assert all(9 <= len(value) <= 15 for value in changed)


@pytest.mark.parametrize("name", ["ratios", "programs", "credlines", "implantlog", "namelike", "rowheads"])
def test_lookalike_kinds_hold_more_text_than_marks(name: str) -> None:
    """In kinds that teach what is no identifier, most of the text is unmarked."""
    made = list(make_notes([load_kinds()[name]], 40, 2))
    marked = sum(end - start for note in made for start, end, _ in note.spans)
    assert 0 < marked < 0.6 * sum(len(note.text) for note in made)


def test_same_seed_same_notes() -> None:
    """Notes depend on the seed alone."""
    kinds = [tiny_kind()]
    assert list(make_notes(kinds, 20, 7)) == list(make_notes(kinds, 20, 7))
    assert list(make_notes(kinds, 20, 7)) != list(make_notes(kinds, 20, 8))


def test_notes_of_every_kind_are_sound() -> None:
    """Whole notes, damaged and headed, keep their spans in order and inside the text."""
    for made in make_notes(list(load_kinds().values()), 150, 3):
        assert_sound(Note(made.text, made.spans))
        assert made.origin["sex"] in "mf" and made.origin["group"] in names.GROUPS


def letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


@pytest.mark.parametrize("transform", [entry[1] for entry in RATES], ids=lambda transform: transform.__name__)
def test_transforms_carry_the_spans(transform: object) -> None:
    """After any transform the spans still quote the identifiers, but for the damage itself."""
    assert callable(transform)
    for seed in range(30):
        before = tiny_note(seed)
        after = transform(before, Random(seed))
        assert_sound(after)
        if transform.__name__ in ("shorten", "typos", "ocr", "fold"):
            continue
        old = [letters(before.text[start:end]) for start, end, _ in before.spans]
        assert [letters(after.text[start:end]) for start, end, _ in after.spans] == old


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3), st.text("xy ", max_size=3)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_edits_move_the_spans_with_the_text(raw: list[tuple[int, int, str]]) -> None:
    """Whatever the edits, a span keeps exactly the letters that no edit inside it touched."""
    note = Note("aaaa BBBB cccc DDDD eeee FFFF gggg", ((5, 9, "PERSON"), (15, 19, "DATE"), (25, 29, "MRN")))
    edits = [(at, min(at + size, len(note.text)), new) for at, size, new in raw]
    after = apply_edits(note, edits)
    assert_sound(after)
    for start, end, _ in after.spans:
        assert set(after.text[start:end]) <= set("BDFxy ")
    inside = "".join(after.text[start:end] for start, end, _ in after.spans)
    assert sum(char in "BDF" for char in inside) == sum(char in "BDF" for char in after.text)


def test_excerpt_and_joined_undo_each_other() -> None:
    """A note cut between its spans and set together again is the same note."""
    note = tiny_note()
    middle = note.text.index("\n")
    parts = [excerpt(note, 0, middle), excerpt(note, middle, len(note.text))]
    assert joined(parts) == note


def test_excerpt_never_cuts_a_span() -> None:
    """A cut that falls inside an identifier moves out of it."""
    assert excerpt(Note("see Ann Lee now", ((4, 11, "PERSON"),)), 6, 9) == Note(
        "Ann Lee", ((0, 7, "PERSON"),)
    )


def test_canvas_marks_only_the_value() -> None:
    """White space around a value and an article before it stay outside its mark."""
    canvas = Canvas()
    canvas.add("to ")
    canvas.add(" Ann ", "PERSON")
    canvas.add("the Bronx", "CITY")
    assert canvas.note() == Note("to  Ann the Bronx", ((4, 7, "PERSON"), (12, 17, "CITY")))


def test_page_headers_keep_the_note() -> None:
    """Headers are put between the lines; the note's own identifiers stay marked."""
    note = tiny_note()
    headed = with_page_headers(note, make_scene(Random(1)))
    assert_sound(headed)
    assert headed.text.startswith(note.text.split("\n")[0])
    assert len(headed.spans) > len(note.spans)


def test_dev_kinds_stay_out_of_training() -> None:
    """`train` and `dev` share no kind, and an unknown name is refused."""
    kinds = load_kinds()
    train = {kind.name for kind in chosen_kinds(kinds, "train")}
    dev = {kind.name for kind in chosen_kinds(kinds, "dev")}
    assert dev == set(DEV_KINDS) and not train & dev and train | dev == set(kinds)
    with pytest.raises(ValueError, match="unknown kinds: nosuch"):
        chosen_kinds(kinds, "nosuch")


def test_background_placeholders_are_filled_and_marked() -> None:
    """Placeholders become marked identifiers; a text with an unknown capitalised word is left out."""
    scene = make_scene(Random(2))
    note = filled("She saw Dr. X on July 3, 2011 and is doing well.", scene)
    assert note is not None
    assert [label for *_, label in note.spans] == ["PERSON", "DATE"]
    assert "Dr. X" not in note.text and "July 3" not in note.text
    assert filled("She went with Gwendolyn to the shop.", scene) is None


def test_check_digits() -> None:
    """Luhn and the VIN check character follow their public rules."""
    assert numbers.luhn_digit("80840123456789") == "3"
    assert pick.number_words(91) == "ninety-one" and pick.ordinal_words(23) == "twenty-third"


def test_command_line_writes_jsonl(tmp_path: Path) -> None:
    """One object a line with id, kind, text, spans and origin."""
    from click.testing import CliRunner

    from training.generate.__main__ import main

    out = tmp_path / "notes.jsonl"
    result = CliRunner().invoke(main, ["--notes", "3", "--kinds", "dev", "--out", str(out)])
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [sorted(row) for row in rows] == [["id", "kind", "origin", "spans", "text"]] * 3
    assert {row["kind"] for row in rows} <= set(DEV_KINDS)
