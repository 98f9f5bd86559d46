"""Marked notes of every form are read exactly, and broken ones are refused without a word of a note."""

import json
from pathlib import Path

import pytest
from chartveil.errors import UsageError
from chartveil.evaluate import Gold, read_gold, read_predictions
from chartveil.evaluate.marks import parse_marks
from hypothesis import given
from hypothesis import strategies as st

NOTE = "Tamsin Orrell, 93, of Ohio, saw Tamsin's nurse on 6/2.\nAsthma."
PLAIN = st.text(st.characters(exclude_characters="[]{}~|\r", exclude_categories=["Cs"]), max_size=20)
WORDS = PLAIN.filter(bool)


def spans(gold: Gold) -> list[tuple[str, str, bool]]:
    """Label, words and whether they are asked for, of each mark of the first note."""
    note = gold.notes[0]
    return [(m.label, "+".join(note.text[a:b] for a, b in m.parts), m.asked) for m in note.phi]


@given(st.lists(st.tuples(PLAIN, st.sampled_from(["PERSON", "DATE", "code"]), WORDS)), PLAIN)
def test_inline_marks_come_off_exactly(pieces: list[tuple[str, str, str]], tail: str) -> None:
    """The text is the note without its marks, and each mark lies on its words."""
    marked, plain, expected = "", "", []
    for before, label, words in pieces:
        mark = f"{{{{I10~present~{words}}}}}" if label == "code" else f"[[{label}|{words}]]"
        marked, plain = marked + before + mark, plain + before
        expected.append((label, len(plain), len(plain) + len(words)))
        plain += words
    note = parse_marks(marked + tail, "id", "file")
    assert note.text == plain + tail
    found = [(mark.label, *mark.parts[0]) for mark in note.phi]
    found += [("code", mark.start, mark.end) for mark in note.codes]
    assert sorted(found) == sorted(expected)


def test_a_folder_of_inline_marks(tmp_path: Path) -> None:
    """Notes in folders, in order; codes with their systems; line ends stay."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.txt").write_bytes(b"[[PERSON|Bo]]\r\n{{F84.0, CPT:97153~historical~ABA}}")
    (tmp_path / "a.note").write_text("[[SPOUSE|Ann]]", "utf-8")
    (tmp_path / ".hidden.note").write_text("[[PERSON|no]]", "utf-8")
    gold = read_gold(tmp_path)
    assert [(note.id, note.text) for note in gold.notes] == [("a", "Ann"), ("b/x", "Bo\r\nABA")]
    assert gold.notes[1].codes[0].codes == ("F840", "CPT:97153")
    assert spans(gold) == [("OTHER_ID", "Ann", True)]
    assert gold.remarks == ("unknown labels, counted as OTHER_ID: SPOUSE",)
    assert (gold.form, gold.phi, gold.codes) == ("marks", True, True)


def test_json_lines(tmp_path: Path) -> None:
    """The form is told by the content; a list that is there and empty counts as marked."""
    rows = [
        {"id": "1", "text": NOTE, "phi": [{"start": 0, "end": 13, "label": "PATIENT"}], "codes": []},
        {
            "id": "2",
            "text": "ok",
            "phi": [],
            "codes": [{"start": 0, "end": 2, "code": "G0438", "system": "hcpcs"}],
        },
    ]
    path = tmp_path / "gold.txt"
    path.write_text("\ufeff" + "\n\n".join(map(json.dumps, rows)), "utf-8")
    gold = read_gold(path)
    assert (gold.form, gold.phi, gold.codes) == ("jsonl", True, True)
    assert spans(gold) == [("PERSON", "Tamsin Orrell", True)]
    assert gold.notes[1].codes[0].codes == ("HCPCS:G0438",)
    assert gold.notes[1].codes[0].assertion == "present"


BRAT = (
    "T1\tPATIENT 0 6;7 13\tTamsin Orrell\n"
    "T2\tAGE 15 17\t93\nR1\tRel Arg1:T1 Arg2:T2\nT3\tSTATE 22 26\tOhio\n#1\tNote T1\tsome remark\n"
)


def test_brat(tmp_path: Path) -> None:
    """Text-bound marks, in one part or several; relations and remarks are passed over."""
    (tmp_path / "n.txt").write_text(NOTE, "utf-8")
    (tmp_path / "n.ann").write_text(BRAT, "utf-8")
    (tmp_path / "bare.txt").write_text("nothing", "utf-8")
    gold = read_gold(tmp_path)
    assert (gold.form, len(gold.notes), gold.notes[0].id) == ("brat", 1, "n")
    assert spans(gold) == [
        ("PERSON", "Tamsin+Orrell", True),
        ("AGE_OVER_89", "93", True),
        ("STATE", "Ohio", False),
    ]
    assert any("left out: 1" in remark for remark in gold.remarks)
    assert read_gold(tmp_path / "n.txt").notes == read_gold(tmp_path / "n.ann").notes == gold.notes


def xml(tags: str, head: str = "", text: str = NOTE) -> str:
    """A file as the i2b2 sets have it."""
    start = f"<?xml version='1.0' encoding='UTF-8' ?>{head}<root>\n"
    return f"{start}<TEXT><![CDATA[{text}]]></TEXT>\n<TAGS>{tags}</TAGS></root>"


def test_i2b2(tmp_path: Path) -> None:
    """Offsets count from the CDATA; kinds of both years are mapped; what may stand is not asked for."""
    tags = (
        '<NAME id="P0" start="0" end="13" text="Tamsin Orrell" TYPE="PATIENT" comment=""/>'
        '<AGE start="15" end="17" TYPE="AGE"/><LOCATION start="22" end="26" TYPE="STATE"/>'
        '<PHI start="50" end="53" TYPE="DATE"/><ODD start="32" end="38" TYPE="WEIRD"/>'
    )
    (tmp_path / "n.xml").write_text(xml(tags), "utf-8")
    gold = read_gold(tmp_path)
    assert (gold.form, gold.notes[0].text) == ("xml", NOTE)
    assert spans(gold) == [
        ("PERSON", "Tamsin Orrell", True),
        ("AGE_OVER_89", "93", True),
        ("STATE", "Ohio", False),
        ("OTHER_ID", "Tamsin", True),
        ("DATE", "6/2", True),
    ]
    assert "unknown labels, counted as OTHER_ID: WEIRD" in gold.remarks


@pytest.mark.parametrize(("words", "asked"), [("2019", False), ("Monday", False), ("6/2019", True)])
def test_bare_years_and_weekdays_may_stand(tmp_path: Path, words: str, asked: bool) -> None:
    """As Safe Harbor and the marking convention have it."""
    (tmp_path / "n.xml").write_text(xml(f'<DATE start="0" end="{len(words)}" TYPE="DATE"/>', text=words))
    assert spans(read_gold(tmp_path)) == [("DATE", words, asked)]


BOMB = '<!DOCTYPE r [<!ENTITY a "Quill"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE, "<!DOCTYPE r SYSTEM 'x.dtd'>"])
def test_document_types_are_refused(tmp_path: Path, head: str) -> None:
    """No entity is ever expanded, no other file ever read."""
    (tmp_path / "n.xml").write_text(xml("", head), "utf-8")
    with pytest.raises(UsageError, match="DOCTYPE"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.note", "one\n[[PERSON|Zebedee\n", "near line 2"),
        ("a.note", "[[PERSON|Zebedee {{I10~present~x}}]]", "within another"),
        ("a.note", "[[person|Zebedee]]", "capitals"),
        ("a.note", "{{~present~Zebedee}}", "codes"),
        ("a.note", "{{I10~maybe~Zebedee}}", "an assertion is none of"),
        ("a.jsonl", '{"id": "1", "text": "Zebedee"', "line 1: no JSON"),
        ("a.jsonl", "[" * 100_000, "line 1: no JSON"),
        (
            "a.jsonl",
            '{"id": "1", "text": "Zebedee", "phi": [{"start": true, "end": 2, "label": "P"}]}',
            "whole numbers",
        ),
        ("a.jsonl", '["Zebedee"]', "line 1: no object"),
        (
            "a.jsonl",
            '{"id": "1", "text": "Zebedee", "phi": [{"start": 0, "end": 9, "label": "P"}]}',
            "outside",
        ),
        ("a.jsonl", '{"id": "1", "text": "Zebedee", "phi": "Zebedee"}', "no list"),
        ("a.jsonl", '{"id": "1", "text": "Zebedee", "codes": [{"start": 0, "end": 2}]}', "'code' is missing"),
        ("a.xml", "<root><TEXT>Zebedee</TEXT>", "broken XML"),
        ("a.xml", "<?xml version='1.0' encoding='zork'?><root>Zebedee</root>", "encoding"),
        ("a.xml", "<?xml version='1.0' encoding='utf-7'?><root>Zebedee</root>", "encoding"),
        ("a.xml", "<?xml version='1.0'?><root>Zebedee</root>", "no <TEXT>"),
        ("a.xml", xml('<NAME start="0" end="3" text="Zebedee" TYPE="PATIENT"/>'), "don't fit"),
        ("a.xml", xml('<NAME start="x" end="3"/>'), "whole numbers"),
        ("a.ann", "T1\tPERSON 0 7\tZebedee", "don't fit"),
        ("a.ann", "T1\tPERSON 0 99\tZebedee", "outside"),
        ("a.ann", "T1 PERSON Zebedee", "no annotation"),
        ("a.ann", f"T1\tPERSON 0 {'9' * 5000}\tZebedee", "no annotation"),
    ],
)
def test_broken_files_are_named_without_their_words(
    tmp_path: Path, name: str, content: str, says: str
) -> None:
    """File and place, and how to mend it; never a word of the note."""
    (tmp_path / name).write_text(content, "utf-8")
    if name == "a.ann":
        (tmp_path / "a.txt").write_text(NOTE, "utf-8")
    with pytest.raises(UsageError, match=says) as caught:
        read_gold(tmp_path)
    assert "Zebedee" not in str(caught.value)
    assert name in str(caught.value)


def test_several_forms_need_a_choice(tmp_path: Path) -> None:
    """--form takes the files of one form."""
    (tmp_path / "a.note").write_text("[[PERSON|Bo]]", "utf-8")
    (tmp_path / "b.xml").write_text(xml(""), "utf-8")
    with pytest.raises(UsageError, match="--form"):
        read_gold(tmp_path)
    assert [note.id for note in read_gold(tmp_path, "marks").notes] == ["a"]
    with pytest.raises(UsageError, match="no marked notes"):
        read_gold(tmp_path, "brat")


def test_one_name_one_note(tmp_path: Path) -> None:
    """Predictions could not tell them apart."""
    for suffix in ("note", "txt"):
        (tmp_path / f"a.{suffix}").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="called 'a'"):
        read_gold(tmp_path)


def test_results_of_a_batch_are_predictions(tmp_path: Path) -> None:
    """A failed row is a failed note, and rows of other notes are passed over."""
    (tmp_path / "a.note").write_text("[[PERSON|Bo]] came", "utf-8")
    row: dict[str, object] = {"source": "a.txt", "error": None, "codes": []}
    good = {**row, "id": "a", "status": "ok", "phi": [{"start": 0, "end": 2, "label": "PERSON"}]}
    (tmp_path / "results.json").write_text("\n".join(map(json.dumps, [good, {**good, "id": "z"}])), "utf-8")
    gold = read_gold(tmp_path, "marks")
    find = read_predictions(tmp_path / "results.json", gold)
    assert find(gold.notes[0]).phi == ((0, 2, "PERSON"),)
