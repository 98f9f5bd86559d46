"""RTF documents: the words that they show are offered, and a fresh document holds nothing else."""

import re

import pytest
from chartveil.batch.formats import rtf
from chartveil.errors import NoteError
from document_stub import Redacted, rebuilt, unchanged, without_text
from hypothesis import given, settings
from hypothesis import strategies as st

CANARY = "Quillonfeather"
BEGIN = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 A;}{\f2\fcharset128 B;}}"
)


def document(inner: str) -> bytes:
    """A document of some paragraphs."""
    return f"{BEGIN}{inner}}}".encode("latin-1")


def shown(inner: str) -> list[str]:
    """Its passages."""
    return [passage.text for passage in rtf.read(document(inner)).passages]


SHOWN = [
    (r"one\par two", ["one", "two"]),
    (r"\pard\b bo\b0 ld {\i it}alic\par", ["bold italic"]),
    ("split\r\n over lin\nes", ["split over lines"]),
    (r"caf\'e9 \'93q\'94", ["café “q”"]),
    (r"{\f1 \'cf\'f0}{\f2 \'83A\'83\'40}", ["Прアァ"]),
    (r"\f1\'cf\plain\'cf", ["ПÏ"]),
    (r"na\u239?ve \u-10179?\u-8704? {\uc2 \u945\'e1\'e2b}\uc0\u946 c", ["naïve 😀 αbβc"]),
    (r"\u945\par after", ["α", "after"]),
    (r"\u-10179?alone", ["\ufffdalone"]),
    (r"a\tab b\line c\emdash d\~e\_f\-g\{h\}\\", ["a\tb\nc—d\u00a0e‑fg{h}\\"]),
    (r"\lquote a\rquote\ldblquote b\rdblquote\bullet", ["‘a’“b”•"]),
    ("a\\\nb", ["a", "b"]),
    (r"{\header\pard Top\par}{\footerr End\par}body", ["Top", "End", "body"]),
    (r"{\headerf first}{\headerl left}body", ["first", "left", "body"]),
    (r"text{\footnote\pard a note\par} goes on\par next", ["text goes on", "a note", "next"]),
    (r"text{\footnote\ftnalt an endnote} goes on\par", ["text goes on", "an endnote"]),
    (r"{\field{\*\fldinst PAGE}{\fldrslt 7}} of 9", ["7 of 9"]),
    (r"{\listtext 1.\tab}first\par{\pntext 2.}second", ["1.\tfirst", "2.second"]),
    (r"{\*\cs15\b styled}{\*\unknown gone}{\unknown stays}", ["styledstays"]),
    (r"\trowd\cellx1\intbl Name\cell Ann\par Bell\cell\row\pard after", ["Name\tAnn\nBell", "after"]),
    (
        r"a{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt\pard box\par}}{\shprslt{\*\do box}}}b\par",
        ["ab", "box"],
    ),
    (r"{\*\do\dobxpage{\dptxbxtext old box}}b\par", ["b", "old box"]),
    (r"{\upr{ansi}{\*\ud{\u960?}}}", ["π"]),
    (r"{\object{\*\objdata 00ff}{\result shown}}", ["shown"]),
    (r"a\bin5 {{{{{b", ["ab"]),
    (r"{\v hid}\v hid\v0 a\v hid\plain b{\deleted c}\par", ["ab"]),
    (r"{\mmath{\*\moMath{\mr x+y}}}", ["x+y"]),
    (r"}after the end", []),
]


@pytest.mark.parametrize(("inner", "passages"), SHOWN)
def test_the_words_that_a_reader_sees_are_passages(inner: str, passages: list[str]) -> None:
    """Paragraphs, rows, headers, footers, notes, boxes, fields' results and any letters are read."""
    assert shown(inner) == passages


@pytest.mark.parametrize(("inner", "passages"), SHOWN)
def test_a_document_given_back_unchanged_shows_the_same(inner: str, passages: list[str]) -> None:
    """What is written reads as what was read."""
    assert [p.text for p in rtf.read(unchanged(rtf.read(document(inner)))).passages] == passages


HIDDEN = [
    r"{\info{\title %s}{\author %s}{\operator %s}{\*\company %s}{\doccomm %s}}",
    r"{\*\userprops{\propname %s}{\staticval %s}}{\*\docvar{%s}{%s}}{\*\generator %s;}",
    r"{\stylesheet{\s1 %s;}}{\colortbl %s;}{\fonttbl{\f9 %s;}}{\*\listtable{\listname %s;}}",
    r"{\*\revtbl{%s;}}{\*\rsidtbl %s}{\*\template %s}{\*\xmlnstbl{\xmlns1 %s}}",
    r"{\field{\*\fldinst HYPERLINK \"http://%s\"}{\fldrslt a}}{\field{\fldinst %s}{\fldrslt a}}",
    r"{\*\bkmkstart %s}{\*\bkmkend %s}{\xe %s}{\tc %s}",
    r"{\*\atnid %s}{\*\atnauthor %s}\chatn{\*\annotation{\*\atndate %s}%s}{\annotation %s}",
    r"{\pict\pngblip %s}{\*\shppict{\pict %s}}{\nonshppict{\pict %s}}",
    r"{\object\objemb{\*\objclass %s}{\*\objname %s}{\*\objdata %s}}",
    r"{\v %s}{\deleted %s}\v %s\v0",
    r"{\*\htmltag64 <a href=%s>}{\*\mailmerge %s}{\*\private %s}{\*\themedata %s}{\*\datastore %s}",
    r"{\shp{\*\shpinst{\sp{\sn wzName}{\sv %s}}}}{\*\background{\shp %s}}",
    r"{\*\formfield{\*\ffname %s}{\*\ffdeftext %s}}{\*\ftnsep %s}",
    r"\%s {\*\%s x}{\%s}",
    r"{\*\shpinst{\pict{\shptxt %s}}}",
    r"{\pict{\header %s}}{\v{\deleted{\v0 %s}}}",
]  # fmt: skip


@pytest.mark.parametrize("inner", HIDDEN)
def test_what_no_reader_sees_does_not_survive(inner: str) -> None:
    """Properties, styles, pictures, objects, comments, field codes, hidden and deleted text are gone."""
    output = without_text(rtf.read(document(inner.replace("%s", CANARY) + "body")))
    assert CANARY.encode() not in output and b"body" not in output


@pytest.mark.parametrize("inner", HIDDEN[:14])
def test_what_no_reader_sees_is_no_passage(inner: str) -> None:
    """The same places are not offered either: nothing of them can come back."""
    record = rtf.read(document(inner.replace("%s", CANARY) + "body"))
    assert CANARY not in "".join(p.text for p in record.passages)
    assert CANARY.encode() not in unchanged(record) and b"body" in unchanged(record)


def test_redacted_text_is_written_in_plain_ascii() -> None:
    """Replacements of any letters and braces are escaped; the rest of the paragraph stays."""
    output = rebuilt(rtf.read(document(r"Seen by Ann\par")), ["Ann"])
    assert rb"\pard Seen by [X]\par" in output
    record = rtf.read(document("x"))
    output = record.rebuild([Redacted("{\\b é\u4e2d😀\x01}")], [])
    assert rb"\{\\b \u233 \u20013 \u-10179 \u-8704 \}" in output
    assert [p.text for p in rtf.read(output).passages] == ["{\\b é中😀}"]


HOSTILE = {
    "no RTF": b"plain text",
    "empty": b"",
    "cut off": BEGIN.encode() + b"text",
    "deep": document("{" * 5_000 + "}" * 5_000),
    "never closed": BEGIN.encode() + b"{" * 1_000_000,
    "cut in a symbol": BEGIN.encode() + b"\\",
    "byte without a letter": document(r"{\f2 \'83}"),
    "bin past the end": document(r"\bin99999 x"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_broken_and_hostile_files_fail_with_a_reason(name: str) -> None:
    """What is no RTF, is cut off or nests without end fails the note."""
    with pytest.raises(NoteError):
        rtf.read(HOSTILE[name])


def test_numbers_out_of_range_do_no_harm() -> None:
    """Huge and negative arguments are taken for what they can mean."""
    inner = r"\u99999?a\uc99999 \uc1\f-7 b\bin-5 c\fs-2147483648 d\ansicpg99999 e{\fonttbl{\f1\cpg7 x;}}"
    assert "".join(shown(inner)) == "\ufffdabcde"


WORDS = st.sampled_from(
    r"\par |\cell |\row |\v |\v0 |\plain |\pard |\intbl |{|}|{\*|{\header |{\footnote |{\shptxt |{\pict |"
    r"\u960?|\'e9|\uc3 |\f1 |\bin2 |{\upr |{\*\ud |text |\\|\{|\*|\'|\deleted |{\info |{\field |{\fldrslt |"
    r";|\tab ".split("|")
)


@settings(max_examples=500, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_sequence_of_control_words_reads_or_fails_as_a_note(inner: str) -> None:
    """Whatever the order, reading ends; what is written is whole RTF that shows what was read."""
    try:
        record = rtf.read(document(inner))
    except NoteError:
        return
    again = rtf.read(unchanged(record))
    assert [p.text for p in again.passages] == [p.text for p in record.passages]
    assert not re.search(rb"[^\x20-\x7e\r\n]", unchanged(record))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=100))
def test_arbitrary_bytes_read_or_fail_as_a_note(raw: bytes) -> None:
    """No bytes raise anything but an error that fails this note alone."""
    try:
        rtf.read(b"{\\rtf1 " + raw + b"}")
    except NoteError:
        return
