"""The page of one note."""

from .marked import Marked, original, redacted
from .page import escape, facts_list, render_page
from .tables import codes_table, identifiers_table, legend
from .views import NoteView


def render_note(view: NoteView) -> bytes:
    """The page of a note, in UTF-8.

    Raises `NoteError` for text that no page can hold.
    """
    marked = redacted(view)
    body = "\n".join(
        part
        for part in (
            '<a class="skip" href="#note">To the note</a>',
            _skip_to_tables(view),
            _banner(view),
            _header(view),
            f'<main class="{"one" if view.original is None else "two"}">',
            _note(view, marked),
            _original(view),
            '</main><aside aria-label="Codes and identifiers">',
            _codes(view, marked),
            _identifiers(view, marked),
            "</aside>",
            f"<footer>{facts_list(view.facts)}</footer>" if view.facts else "",
            '<div id="tip" role="tooltip" hidden></div>',
        )
        if part
    )
    return render_page(view.title, body)


def _skip_to_tables(view: NoteView) -> str:
    name = "identifiers" if view.codes is None else "codes"
    return f'<a class="skip" href="#{name}">To the {name}</a>'


def _banner(view: NoteView) -> str:
    """The warning of a page that shows text which was not redacted."""
    if not view.holds_phi:
        return ""
    what = (
        "the note as it was, not redacted" if view.unredacted else "the original note beside the redacted one"
    )
    return (
        '<div class="banner" role="region" aria-label="Warning">'
        f"<strong>Contains protected health information (PHI).</strong> This page shows {what}. "
        "Keep it where the note itself may be kept.</div>"
    )


def _header(view: NoteView) -> str:
    back = f'<nav aria-label="Report"><a href="{escape(view.home)}">All notes</a></nav>' if view.home else ""
    looks = legend(view.identifiers, view.codes or ())
    return f"<header>{back}<h1>{escape(view.title)}</h1><p>{_counts(view)}</p>{looks}</header>"


def _counts(view: NoteView) -> str:
    counts = [] if view.unredacted else [_plural(len(view.identifiers), "identifier") + " redacted"]
    if view.codes is not None:
        counts.append(_plural(len(view.codes), "code mention"))
    return ", ".join(counts)


def _plural(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _note(view: NoteView, marked: Marked) -> str:
    heading = "Note, not redacted" if view.unredacted else "Redacted note"
    # HTML drops a line break right after <pre>, so there is always one to drop.
    return (
        '<section id="note" tabindex="-1" aria-labelledby="note-heading">'
        f'<h2 id="note-heading">{heading}</h2>'
        f'<pre id="text" dir="auto">\n{marked.html}</pre></section>'
    )


def _original(view: NoteView) -> str:
    if view.original is None:
        return ""
    return (
        '<section class="original" aria-labelledby="original-heading">'
        '<h2 id="original-heading">Original note (PHI)</h2>'
        f'<pre dir="auto">\n{original(view, view.original)}</pre></section>'
    )


def _codes(view: NoteView, marked: Marked) -> str:
    if view.codes is None:
        return ""
    return _section("codes", "Codes", codes_table(view.codes, marked.anchors))


def _identifiers(view: NoteView, marked: Marked) -> str:
    if view.unredacted:
        return ""
    return _section(
        "identifiers", "Identifiers", identifiers_table(view.identifiers, view.text, marked.anchors)
    )


def _section(name: str, heading: str, content: str) -> str:
    return (
        f'<section id="{name}" tabindex="-1" aria-labelledby="{name}-heading">'
        f'<h2 id="{name}-heading">{heading}</h2>{content}</section>'
    )
