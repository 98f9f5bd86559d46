"""The HTML page of a note: the text to the character, every mark told, nothing loaded, nothing run."""

import base64
import hashlib
import re
from typing import Any

import pytest
from chartveil.errors import NoteError
from chartveil.redact.labels import LABELS
from chartveil.report import note_view, render_note
from chartveil.report.marks import Mark, segments
from hypothesis import given
from hypothesis import strategies as st
from report_reader import Page, read_page

TEXT = "Seen by [PERSON] in 2024.\nType 2 diabetes with neuropathy; no <asthma> & fever."
# What an HTML parser is known to stumble over, beside all of Unicode but NUL, which no note holds.
AWKWARD = (
    "\n",
    "\r",
    "\r\n",
    "<b>",
    "</pre>",
    "&amp;",
    "&#13;",
    "<!--",
    "]]>",
    "\u2028",
    "\x85",
    "\ufeff",
    "\x0c",
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(AWKWARD),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
    ),
    max_size=20,
).map("".join)


def phi_row(
    start: int, end: int, label: str = "PERSON", original: tuple[int, int] | None = None
) -> dict[str, Any]:
    """A row of `phi`."""
    before = original or (start, end)
    return {
        "start": before[0], "end": before[1], "redacted_start": start, "redacted_end": end,
        "label": label, "score": 0.987, "recognizer": "NameRecognizer",
    }  # fmt: skip


def code_row(text: str, start: int, end: int, **changes: Any) -> dict[str, Any]:
    """A row of `codes`."""
    code = {"code": "E11.40", "description": "Type 2 diabetes with neuropathy", "score": 0.93}
    other = {"code": "E11.9", "description": "Type 2 diabetes, plain", "score": 0.4}
    place = {"start": start, "end": end, "redacted_start": start, "redacted_end": end}
    about = {"system": "ICD-10-CM", "assertion": "present", "section": "plan", "billable": True}
    return {**code, **place, **about, "text": text[start:end], "candidates": [code, other], **changes}


def places(length: int) -> st.SearchStrategy[tuple[int, int]]:
    """Stretches of a text, empty ones too."""
    position = st.integers(0, length)
    return st.tuples(position, position).map(lambda pair: (min(pair), max(pair)))


@pytest.fixture(scope="module")
def page() -> Page:
    """A page with an identifier, two codes that overlap, and one that is denied."""
    at = TEXT.index
    codes = [
        code_row(TEXT, at("Type"), at(";")),
        code_row(TEXT, at("neuropathy"), at(";"), code="G62.9", candidates=[]),
        code_row(TEXT, at("asthma"), at("> "), assertion="negated", code="J45.909"),
    ]
    return read_page(render_note(note_view("A note", TEXT, [phi_row(8, 16)], codes)))


@given(st.data())
def test_the_text_is_the_redacted_text(data: st.DataObject) -> None:
    """To the character, whatever the text and wherever marks lie in it."""
    text = data.draw(TEXTS)
    spans = data.draw(st.lists(places(len(text)), max_size=6))
    phi = [phi_row(*span, label=label) for span, label in zip(spans, LABELS, strict=False)]
    codes = [code_row(text, *span) for span in data.draw(st.lists(places(len(text)), max_size=6))]
    shown = read_page(render_note(note_view("A note", text, phi, codes, original=text[::-1]))).pre()
    assert shown == [text, text[::-1]]


@given(TEXTS, st.data())
def test_every_mark_is_whole(text: str, data: st.DataObject) -> None:
    """The segments of a mark put together are its words, and exactly one of them begins it."""
    spans = data.draw(st.lists(places(len(text)), max_size=6))
    marks = [Mark(*span, "code", number) for number, span in enumerate(spans)]
    cut = list(segments(len(text), marks))
    assert "".join(text[s.start : s.end] for s in cut) == text
    for mark in marks:
        parts = [segment for segment in cut if mark in segment.marks]
        assert "".join(text[s.start : s.end] for s in parts) == text[mark.start : mark.end]
        assert [mark in segment.begun for segment in parts] == [True, *[False] * len(parts)][: len(parts)]


def test_text_cannot_run_or_load(page: Page) -> None:
    """What looks like HTML in a note is text; no element points outside the page."""
    nasty = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    raw = render_note(
        note_view(
            nasty,
            nasty,
            [phi_row(0, 5, nasty)],
            [code_row(nasty, 3, 9, description=nasty, section=nasty)],
            facts={nasty: nasty},
            home="index.html",
        )
    )
    read = read_page(raw)
    assert len(read.all("script")) == len(page.all("script")) == 1
    assert not read.all("img")
    for element in read.elements:
        assert not any(name.startswith("on") or name in {"src", "style"} for name in element.attributes)
        assert element.attributes.get("href", "#").startswith(("#", "index.html"))
    assert b"://" not in raw


def test_only_its_own_style_and_script_are_allowed(page: Page) -> None:
    """The policy of the page names their digests and nothing else."""
    metas = {
        meta.attributes.get("http-equiv"): meta.attributes.get("content", "") for meta in page.all("meta")
    }
    policy = dict(part.split(" ", 1) for part in metas["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "style-src": f"'{digest(page.all('style')[0].text)}'",
        "script-src": f"'{digest(page.all('script')[0].text)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def digest(content: str) -> str:
    """The digest of a style or script as a browser takes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_each_mark_leads_to_its_row_and_back(page: Page) -> None:
    """By links, which the keyboard reaches; each tells its label or code to eye and ear."""
    marks = [a for a in page.all("a") if "mark" in a.attributes.get("class", "")]
    assert [a.text for a in marks] == ["[PERSON]", "Type 2 diabetes with ", "neuropathy", "asthma"]
    assert [page.one(a.attributes["href"][1:]).tag for a in marks] == ["tr"] * 4
    person, diabetes, _, asthma = (a.attributes for a in marks)
    assert person["data-tip"] == "PERSON\nscore 0.99, NameRecognizer"
    assert person["aria-label"] == "[PERSON]: redacted PERSON"
    assert "or E11.9, Type 2 diabetes, plain (0.40)" in diabetes["data-tip"]
    assert diabetes["aria-label"].startswith("Type 2 diabetes with neuropathy: present, ICD-10-CM E11.40")
    assert asthma["data-assertion"] == "negated"
    rows = [a for a in page.all("a") if "tr" in a.inside]
    assert [page.one(a.attributes["href"][1:]).text for a in rows] == [
        "Type 2 diabetes with ", "neuropathy", "asthma", "[PERSON]",
    ]  # fmt: skip


def test_a_page_has_landmarks_and_headings(page: Page) -> None:
    """One main part, one heading of the first rank, every section and table named."""
    assert [len(page.all(tag)) for tag in ("header", "main", "aside", "h1")] == [1, 1, 1, 1]
    assert page.all("html")[0].attributes["lang"] == "en"
    for section in page.all("section"):
        assert page.one(section.attributes["aria-labelledby"]).text
    assert all(table.text for table in page.all("caption"))
    assert len(page.all("caption")) == len(page.all("table")) == 2
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_counts(page: Page) -> None:
    """Identifiers by label, codes by assertion."""
    header = page.all("header")[0].text
    assert "1 identifier redacted, 3 code mentions" in header
    assert [item.text for item in page.all("li") if "header" in item.inside] == [
        "PERSON 1",
        "present 2",
        "negated 1",
    ]


def test_the_original_comes_with_a_banner(page: Page) -> None:
    """Only a page that holds PHI says so, and it says so first."""
    assert "Contains protected" not in page.all("body")[0].text
    original = "Seen by Mary Okafor."
    view = note_view(
        "A note", "Seen by [PERSON].", [phi_row(8, 16, original=(8, 19))], None, original=original
    )
    read = read_page(render_note(view))
    banner = next(e for e in read.elements if e.attributes.get("class") == "banner")
    assert banner.text.startswith("Contains protected health information (PHI).")
    assert read.pre() == ["Seen by [PERSON].", original]
    assert [s.text for s in read.all("span") if "pre" in s.inside] == ["Mary Okafor"]
    assert not [e for e in read.elements if e.attributes.get("id") == "codes"]


def test_an_empty_replacement_has_a_row_without_a_link() -> None:
    """Nothing of it stands in the text to jump to."""
    read = read_page(render_note(note_view("A note", "ab", [phi_row(1, 1)], [])))
    assert "(PERSON left out)" in read.one("identifier-1").text
    assert not [a for a in read.all("a") if "tr" in a.inside]


def test_every_label_has_a_colour_of_its_own() -> None:
    """And every assertion an underline."""
    style = read_page(render_note(note_view("A note", "", [], []))).all("style")[0].text
    hues = dict(re.findall(r'\[data-label="(\w+)"\]\{--hue:(\d+)\}', style))
    assert set(hues) == set(LABELS)
    assert len(set(hues.values())) == len(LABELS)
    from chartveil.commands.detect import ASSERTIONS

    assert all(f'.code[data-assertion="{name}"]' in style for name in ASSERTIONS)


@pytest.mark.parametrize("text", ["secret \0", "secret \ud800"])
def test_what_no_page_can_hold_is_refused(text: str) -> None:
    """Rather than dropped; the error does not quote it."""
    with pytest.raises(NoteError, match="--format json") as caught:
        render_note(note_view("A note", text, [], []))
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_page_tells_how_it_was_made() -> None:
    """Facts stand in the footer."""
    read = read_page(render_note(note_view("A note", "", [], [], facts={"Policy": "safe-harbor"})))
    assert read.all("footer")[0].text == "Policysafe-harbor"
