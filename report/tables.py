"""The tables beside a note: its codes and its identifiers, each row with links to its place."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from .marked import row_name
from .marks import Mark
from .page import escape
from .views import Code, Identifier, Place


def codes_table(codes: Sequence[Code], anchors: Mapping[Mark, str]) -> str:
    """A row a mention, in the order given."""
    if not codes:
        return "<p>None found.</p>"
    rows = (
        _row(
            mark := Mark(code.redacted.start, code.redacted.end, "code", number),
            _link(code.words, anchors.get(mark), code.code),
            _meaning(code),
            f"{assertion_chip(code.assertion)}<br><small>score {code.score:.2f}</small>",
        )
        for number, code in enumerate(codes)
    )
    return _table("Codes, in the order of the note", ("Words", "Code", "Assertion"), rows)


def identifiers_table(identifiers: Sequence[Identifier], text: str, anchors: Mapping[Mark, str]) -> str:
    """A row an identifier; it names what stands in its place now."""
    if not identifiers:
        return "<p>None found.</p>"
    rows = (
        _row(
            mark := Mark(item.redacted.start, item.redacted.end, "identifier", number),
            _link(_words(text, item.redacted), anchors.get(mark), item.label),
            label_chip(item.label),
            f"{escape(item.recognizer)}<br><small>score {item.score:.2f}</small>",
        )
        for number, item in enumerate(identifiers)
    )
    return _table("Identifiers, in the order of the note", ("Shown as", "Label", "Found by"), rows)


def legend(identifiers: Iterable[Identifier], codes: Iterable[Code]) -> str:
    """Labels and assertions as they look in the note, with how often each occurs."""
    labels = Counter(item.label for item in identifiers)
    assertions = Counter(code.assertion for code in codes)
    items = [f"{label_chip(label)} {count}" for label, count in sorted(labels.items())]
    items += [f"{assertion_chip(name)} {count}" for name, count in assertions.most_common()]
    if not items:
        return ""
    return '<ul class="legend">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def label_chip(label: str) -> str:
    """A label in its colour."""
    return f'<span class="phi" data-label="{escape(label)}">{escape(label)}</span>'


def assertion_chip(name: str) -> str:
    """An assertion with its underline."""
    return f'<span class="code" data-assertion="{escape(name)}">{escape(name)}</span>'


def _meaning(code: Code) -> str:
    """A code, its words, its section, and the others that the mention could mean."""
    section = f", in {escape(code.section)}" if code.section else ""
    meaning = (
        f'<span class="number">{escape(code.code)}</span> <small>{escape(code.system)}{section}</small><br>'
        f"{escape(code.description)}"
    )
    if not code.others:
        return meaning
    others = "".join(
        f'<li><span class="number">{escape(other)}</span> {escape(words)} ({score:.2f})</li>'
        for other, words, score in code.others
    )
    return f"{meaning}<details><summary>or {len(code.others)} more</summary><ul>{others}</ul></details>"


def _words(text: str, place: Place) -> str:
    return text[place.start : place.end]


def _link(words: str, anchor: str | None, about: str) -> str:
    """The words as a link to their place; without one where nothing is left of them."""
    shown = escape(words) or f"<small>({escape(about)} left out)</small>"
    return shown if anchor is None else f'<a href="#{anchor}">{shown}</a>'


def _row(mark: Mark, first: str, *cells: str) -> str:
    rest = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr id="{row_name(mark)}" tabindex="-1"><th scope="row">{first}</th>{rest}</tr>'


def _table(caption: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f'<table><caption class="unseen">{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
