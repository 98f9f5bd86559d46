"""The page as its user meets it: paste, toggle, correct, look up, download."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from chartveil.evaluate import read_gold
from serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

#: Milliseconds that an answer of the server may take on a busy machine.
WAIT = 60_000
NOTE = """Patient: Wilhelmina Quillfen \U0001f642
Seen by Dr. Okafor on 3/12/2024. Zorblat called.
Assessment: type 2 diabetes; no chest pain. Dr. Okafor agrees; zorblat too.
"""


HEIGHT = "name => document.getElementById(name).scrollTop"


def holds(page: "Page", element: str, text: "str | re.Pattern[str]") -> None:
    """Wait until an element has a text."""
    from playwright.sync_api import expect

    if isinstance(text, str):
        expect(page.locator(element)).to_have_text(text, timeout=WAIT)
    else:
        expect(page.locator(element)).to_contain_text(text, timeout=WAIT)


def comes(true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    until = time.monotonic() + WAIT / 1000
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def redact(page: "Page", note: str = NOTE) -> None:
    """Put a note into the page and wait for its result."""
    page.fill("#note", note)
    page.click("#go")
    settle(page)


def settle(page: "Page") -> None:
    """Wait until the page has shown the server's answer."""
    holds(page, "#status", re.compile("identifiers? redacted"))


def correct(page: "Page", button: str) -> None:
    """Press a button that sends a correction, and wait for what comes of it."""
    page.evaluate("document.getElementById('status').textContent = ''")
    page.click(button)
    settle(page)


def span(page: "Page", words: str) -> "Locator":
    """The first mark on some words of the original."""
    return page.locator("#original [role=button]", has_text=words).first


def redacted(page: "Page") -> str:
    """The redacted text."""
    return page.inner_text("#redacted")


def saved(page: "Page", button: str) -> tuple[str, str]:
    """Name and content of a download."""
    with page.expect_download() as download:
        page.click(button)
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")


def test_a_note_is_shown_beside_its_redacted_text(page: "Page") -> None:
    """Both texts stand whole, each identifier as a button with its label, each code with its row."""
    redact(page)
    assert page.evaluate("document.getElementById('original').textContent") == NOTE
    text = redacted(page)
    assert "Patient: [PERSON]" in text and "on 2024." in text and "Okafor" not in text
    assert span(page, "Quillfen").get_attribute("data-label") == "PERSON"
    rows = page.locator("#codes-table tbody tr").all_inner_texts()
    assert "E11.9" in rows[0] and "present" in rows[0]
    assert "R07.9" in rows[1] and "negated" in rows[1]
    page.click("#codes-table tbody th a")
    assert page.locator(".mark.here").inner_text() == "type 2 diabetes"


def test_a_file_keeps_its_line_ends(page: "Page") -> None:
    """A file that is opened is worked on as it is, in its own encoding."""
    raw = NOTE.replace("\U0001f642", "ü").replace("\n", "\r\n").encode("cp1252")
    page.set_input_files("#file", {"name": "note.txt", "mimeType": "text/plain", "buffer": raw})
    settle(page)
    assert page.evaluate("document.getElementById('original').textContent") == raw.decode("cp1252")
    name, text = saved(page, "#save-text")
    assert name == "redacted-note.txt" and text.count("\n") == 3


def test_a_file_is_dropped(page: "Page") -> None:
    """A file dropped anywhere is read; one that is no text is refused."""
    drop = """([content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(content)], "note.txt"));
        const init = {dataTransfer: transfer, bubbles: true, cancelable: true};
        document.body.dispatchEvent(new DragEvent("drop", init));
    }"""
    page.evaluate(drop, [list(NOTE.encode())])
    settle(page)
    assert "[PERSON]" in redacted(page)
    page.evaluate(drop, [[0, 1, 2]])
    holds(page, "#error", "The file is no text.")


def test_labels_are_toggled(page: "Page") -> None:
    """A label that is turned off stays in the text, and the page says so; turned on again it goes."""
    redact(page)
    correct(page, "[data-toggle=DATE]")
    assert "on 3/12/2024." in redacted(page) and "[PERSON]" in redacted(page)
    assert "left in the text: DATE" in page.inner_text("#status")
    assert page.evaluate("document.activeElement.dataset.toggle") == "DATE"
    correct(page, "[data-toggle=DATE]")
    assert "on 2024." in redacted(page)


def test_policy_and_recall_are_chosen(page: "Page") -> None:
    """Another policy is used at once."""
    redact(page)
    page.select_option("#policy", "tags-numbered")
    holds(page, "#redacted", re.compile(r"\[PERSON_1\]"))
    assert "164.514" in page.inner_text("#basis")


def test_a_span_is_rejected_restored_and_relabelled(page: "Page") -> None:
    """By a click and the buttons of its dialog; all places with the same words follow."""
    redact(page)
    span(page, "Okafor").click()
    assert page.inner_text("#review-words") == "Okafor"
    correct(page, "#reject")
    assert redacted(page).count("Okafor") == 2
    assert page.locator("#original .rejected").count() == 2
    span(page, "Okafor").click()
    correct(page, "#restore")
    assert "Okafor" not in redacted(page)
    span(page, "Okafor").click()
    page.select_option("#relabel", "FACILITY")
    correct(page, "#relabel-go")
    assert redacted(page).count("Dr. [FACILITY]") == 2
    correct(page, "#undo")
    assert redacted(page).count("Dr. [PERSON]") == 2


def test_one_place_alone_is_rejected(page: "Page") -> None:
    """Without the check mark the other places stay redacted."""
    redact(page)
    span(page, "Okafor").click()
    page.uncheck("#everywhere")
    correct(page, "#reject")
    assert redacted(page).count("Okafor") == 1


def test_review_by_keyboard(page: "Page") -> None:
    """A mark opens with Enter, Accept moves on to the next one to review, Escape changes nothing."""
    redact(page)
    first = page.locator("#original [role=button]").first
    first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.key") == first.get_attribute("data-key")
    assert ", 0 reviewed" in page.inner_text("#status")
    page.keyboard.press("Enter")
    page.locator("#accept").focus()
    page.evaluate("document.getElementById('status').textContent = ''")
    page.keyboard.press("Enter")
    settle(page)
    assert ", 1 reviewed" in page.inner_text("#status")
    second = page.locator("#original [role=button]").nth(1)
    assert page.evaluate("document.activeElement.dataset.key") == second.get_attribute("data-key")
    page.click("#accept-all")
    assert page.is_disabled("#accept-all")


def test_a_missed_identifier_is_added_by_selecting_it(page: "Page") -> None:
    """The selected words go, and so do their other places; what was found stays."""
    page.fill("#note", NOTE)
    page.select_option("#recall", "high-precision")
    redact(page, NOTE.replace("Zorblat called", "QX-77 called").replace("zorblat", "QX-77"))
    page.evaluate("""() => {
        const pane = document.getElementById("original");
        const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf("agrees");
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 6);
        }
        pane.dispatchEvent(new PointerEvent("pointerup", {bubbles: true}));
    }""")
    comes(lambda: page.input_value("#words") == "agrees")
    page.select_option("#add-label", "OTHER_ID")
    correct(page, "#add button")
    assert "Dr. [PERSON] [OTHER_ID];" in redacted(page)
    assert "1 added" in page.inner_text("#status")


def test_a_missed_identifier_is_added_by_typing_it(page: "Page") -> None:
    """Without a pointer: the words are found wherever they stand, after a character of two units too."""
    redact(page)
    page.fill("#words", "assessment")
    page.select_option("#add-label", "FACILITY")
    correct(page, "#add button")
    assert "[FACILITY]: type 2 diabetes" in redacted(page)
    page.fill("#words", "absent words")
    page.click("#add button")
    assert page.inner_text("#error") == "Those words are not in the note."


def test_downloads(page: "Page", tmp_path: Path) -> None:
    """The result as text and JSON; the corrected note as one that `chartveil evaluate` reads."""
    redact(page)
    page.fill("#words", "diabetes")
    page.select_option("#add-label", "OTHER_ID")
    correct(page, "#add button")
    correct(page, "[data-toggle=DATE]")
    name, text = saved(page, "#save-text")
    assert name == "redacted-note.txt" and text == page.evaluate(
        "document.getElementById('redacted').textContent"
    )
    name, content = saved(page, "#save-json")
    assert name == "redacted-note.json" and json.loads(content)["text"] == text
    name, content = saved(page, "#save-marked")
    (tmp_path / name).write_text(content, "utf-8")
    gold = read_gold(tmp_path)
    assert gold.form == "jsonl" and not gold.codes
    (note,) = gold.notes
    assert note.text == NOTE
    marked = {(note.text[mark.parts[0][0] : mark.parts[0][1]], mark.label) for mark in note.phi}
    assert {("diabetes", "OTHER_ID"), ("3/12/2024", "DATE"), ("Okafor", "PERSON")} <= marked


def test_copying(browser: "Browser", server: Server) -> None:
    """The redacted text is in the clipboard, and nothing of the note."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(server.url)
    page.wait_for_selector("#go:enabled")
    redact(page)
    text = page.evaluate("document.getElementById('redacted').textContent")
    page.click("#copy")
    holds(page, "#status", "Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == text
    context.close()


def test_codes_are_searched_and_opened(page: "Page") -> None:
    """A search, the page of a code found, and from there the page of the one above."""
    page.fill("#query", "broken collarbone")
    page.keyboard.press("Enter")
    page.locator("#hits button").first.click()
    page.wait_for_selector("#code-page h3")
    assert page.inner_text("#code-heading").startswith("S42.0")
    page.locator("#code-page button", has_text="S42.00").first.click()
    holds(page, "#code-heading", re.compile("^S42.00 "))
    page.keyboard.press("Escape")
    assert not page.is_visible("#code-page")


def test_the_panes_scroll_in_step(page: "Page") -> None:
    """What is at the top of one is at the top of the other, whichever is scrolled."""
    redact(page, "\n".join(f"Line {n}: Dr. Okafor seen. Stable." for n in range(80)))
    for led, follows in (("original", "redacted"), ("redacted", "original")):
        page.evaluate("name => { document.getElementById(name).scrollTop = 700 }", led)
        comes(lambda pane=follows: abs(page.evaluate(HEIGHT, pane) - 700) < 30)
        page.wait_for_timeout(300)  # as long as the pane that leads is not to be led itself
        page.evaluate("name => { document.getElementById(name).scrollTop = 0 }", led)
        comes(lambda pane=follows: page.evaluate(HEIGHT, pane) < 5)
        page.wait_for_timeout(300)


def test_markup_in_a_note_is_text(page: "Page") -> None:
    """A note that looks like a page does nothing."""
    note = "<img src=x onerror=alert(1)> <script>alert(2)</script> Dr. Okafor &amp; type 2 diabetes <b>"
    redact(page, note)
    assert page.evaluate("document.getElementById('original').textContent") == note
    assert page.locator("pre img, pre script, pre b").count() == 0


def test_an_error_of_the_server_is_shown(page: "Page") -> None:
    """What the server refuses, it says in one line; the page goes on working."""
    page.fill("#note", "x" * 500_001)
    page.click("#go")
    holds(page, "#error", "text: is too long")
    redact(page)
    assert page.inner_text("#error") == ""


def test_the_token_comes_from_the_address_or_is_asked_for(browser: "Browser", server: Server) -> None:
    """A fragment's token is sent with each request and taken out of the address."""
    context = browser.new_context()
    page = context.new_page()
    seen: list[str | None] = []
    page.on("request", lambda request: seen.append(request.headers.get("authorization")))
    page.goto(server.url + "#token=abc")
    page.wait_for_selector("#go:enabled")
    assert "Bearer abc" in seen and "token" not in page.url
    refused = [True]

    def answer(route: Any) -> None:
        route.fulfill(status=401, body="{}") if refused.pop() else route.continue_()

    refused.insert(0, False)
    page.route("**/about", answer)
    page.reload()
    page.fill("#token", "secret-of-the-test")
    page.keyboard.press("Enter")
    page.wait_for_selector("#go:enabled")
    assert seen[-1] == "Bearer secret-of-the-test"
    context.close()


LOOKS = [{"viewport": {"width": width, "height": 800}, "color_scheme": scheme} for width in (1280, 400)
         for scheme in ("light", "dark")]  # fmt: skip


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: f"{look['viewport']['width']}-{look['color_scheme']}"
)
def test_accessibility(browser: "Browser", server: Server, look: dict[str, Any]) -> None:
    """axe finds nothing serious, on the page with a note, in its dialogs, and on the page of the API."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(**look, bypass_csp=True)  # axe itself is a script from elsewhere
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())  # leaving with corrections asks first
    page.goto(server.url)
    page.wait_for_selector("#go:enabled")

    def check(where: str) -> None:
        found = Axe().run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
        )
        bad = [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]
               if v["impact"] in ("serious", "critical", "moderate")]  # fmt: skip
        assert not bad, where
        assert len(found.response["passes"]) > 10, where
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), where

    check("empty")
    redact(page)
    span(page, "Okafor").click()
    check("review")
    page.click("#reject")
    page.wait_for_selector("#original .rejected")
    check("note")
    page.locator("#codes-table button").first.click()
    page.wait_for_selector("#code-page h3")
    check("code")
    page.goto(server.url + "docs")
    page.wait_for_selector("#paths section")
    check("docs")
    context.close()
