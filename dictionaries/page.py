"""Writes what was looked up as text to read, or as JSON."""

import textwrap
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from .code_page import BILLABLE, HEADER, Change, CodePage, Lookup, Note, Place

WIDTH = 100
CHILDREN = 30
KINDS = {
    "inclusion": "Also named",
    "includes": "Includes",
    "excludes1": "Excludes1 (never together with)",
    "excludes2": "Excludes2 (another condition; both may be coded)",
    "code_first": "Code first",
    "code_also": "Code also",
    "use_additional": "Use an additional code",
    "note": "Note",
}
PARTS = {
    "text": "What it is",
    "who": "Who performs it",
    "patient": "Patient",
    "timing": "Units",
    "group": "Group size",
    "when": "When it is called for",
    "steps": "Steps",
    "record": "What the record must show",
    "errors": "Common errors",
    "revised": "Revised",
    "related": "Related codes",
    "as_of": "In chartveil's own words, as of",
}
INLINE = ("text", "who", "patient", "timing", "group", "revised", "as_of")


def text(found: Lookup) -> str:
    """One lookup as text, a block a system; ends without a line break."""
    if not found.pages:
        near = [_line(place) for place in found.near]
        return "\n".join((f"{found.query}: {found.message}", *near, *_remark(found)))
    return "\n\n".join("\n".join(_page(page)) for page in found.pages) + "".join(
        f"\n{line}" for line in _remark(found)
    )


def data(found: Lookup) -> dict[str, Any]:
    """One lookup as plain data for JSON; a page's `notes` and `procedure` are lists by kind."""
    result = asdict(found)
    for page, known in zip(result["pages"], found.pages, strict=True):
        page["billable"] = known.billable
        page["procedure"] = _by_kind(known.procedure)
    return result


def _by_kind(notes: Iterable[Note]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for note in notes:
        grouped.setdefault(note.kind, []).append(note.text)
    return grouped


def _remark(found: Lookup) -> list[str]:
    return [f"({found.remark})"] if found.remark else []


def _page(page: CodePage) -> list[str]:
    return [
        f"{page.code}  {page.title}",
        f"{page.system}{_year(page)}, {_status(page)}{_validity(page)}",
        *(_wrapped(page.advice, "") if page.advice else []),
        *_tree(page.hierarchy),
        *_procedure(page),
        *_notes(page.notes),
        *_listed("7th character", (f"{item.code}  {item.title}" for item in page.sevenths)),
        *_listed("Other sides", (_line(item).strip() for item in page.sides)),
        *_children(page.children),
        *_listed("In notes", [", ".join(page.synonyms)] if page.synonyms else []),
        *_listed("Replaced by", map(_change, page.successors)),
        *_listed("Replaces", map(_change, page.predecessors)),
    ]


def _year(page: CodePage) -> str:
    return f" {page.year}" if page.year else ""


def _status(page: CodePage) -> str:
    if page.status == HEADER:
        return "header, not billable"
    return "in force" if page.status == BILLABLE and not page.year else page.status


def _validity(page: CodePage) -> str:
    start = f", from {page.valid_from}" if page.valid_from else ""
    return start + (f", until {page.valid_to}" if page.valid_to else "")


def _tree(line: tuple[Place, ...]) -> list[str]:
    return _listed(
        "Stands under",
        (
            f"{'  ' * depth}{place.code}  {place.title}" if place.title != place.code else place.code
            for depth, place in enumerate(line)
        ),
    )


def _procedure(page: CodePage) -> list[str]:
    lines: list[str] = []
    for kind, found in _by_kind(page.procedure).items():
        if kind in INLINE:
            lines += _wrapped(f"{PARTS[kind]}: {found[0]}", "  ")
        elif kind == "related":
            lines += _wrapped(f"{PARTS[kind]}: {', '.join(found)}", "  ")
        else:
            lines += _listed(PARTS[kind], found)
    return lines


def _notes(notes: tuple[Note, ...]) -> list[str]:
    lines: list[str] = []
    for kind, heading in KINDS.items():
        own = [note for note in notes if note.kind == kind]
        lines += _listed(heading, (f"{n.text} [at {n.at}]" if n.at else n.text for n in own))
    return lines


def _children(children: tuple[Place, ...]) -> list[str]:
    lines = [_line(item).strip() for item in children[:CHILDREN]]
    more = len(children) - CHILDREN
    return _listed("Below it", [*lines, f"and {more} more"] if more > 0 else lines)


def _line(place: Place) -> str:
    return f"  {place.code}  {place.title}" + (f" ({place.mark})" if place.mark else "")


def _change(change: Change) -> str:
    since = f" (since {change.since})" if change.since else ""
    return f"{change.code}  {change.title}{since}"


def _listed(heading: str, items: Iterable[str]) -> list[str]:
    lines = [line for item in items for line in _wrapped(f"  {item}", "      ")]
    return [f"{heading}:", *lines] if lines else []


def _wrapped(line: str, indent: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, subsequent_indent=indent) or [line]
