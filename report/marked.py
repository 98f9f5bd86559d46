"""The text of a note as HTML: identifiers coloured, codes underlined, each a link to its row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .marks import Mark, Segment, segments
from .page import escape, verbatim
from .views import Code, Identifier, NoteView


@dataclass(frozen=True, slots=True)
class Marked:
    """A note's HTML, and for each mark the element where it begins."""

    html: str
    anchors: Mapping[Mark, str]


def redacted(view: NoteView) -> Marked:
    """The text of the view with links."""
    identifiers = [
        Mark(i.redacted.start, i.redacted.end, "identifier", n) for n, i in enumerate(view.identifiers)
    ]
    codes = [Mark(c.redacted.start, c.redacted.end, "code", n) for n, c in enumerate(view.codes or ())]
    anchors: dict[Mark, str] = {}

    def wrap(segment: Segment, inner: str) -> str:
        if not segment.begun:
            return f"<span {_look(view, segment)}>{inner}</span>"
        name = f"s{segment.start}"
        anchors.update(dict.fromkeys(segment.begun, name))
        words = view.text[segment.start : max(mark.end for mark in segment.begun)]
        return f'<a id="{name}" {_look(view, segment)} {_about(view, segment, words)}>{inner}</a>'

    return Marked(_marked(view.text, [*identifiers, *codes], wrap), anchors)


def original(view: NoteView, text: str) -> str:
    """The original text, coloured and underlined like the redacted one, without links."""
    identifiers = [
        Mark(i.original.start, i.original.end, "identifier", n) for n, i in enumerate(view.identifiers)
    ]
    codes = [Mark(c.original.start, c.original.end, "code", n) for n, c in enumerate(view.codes or ())]
    return _marked(
        text,
        [*identifiers, *codes],
        lambda segment, inner: f"<span {_look(view, segment)}>{inner}</span>",
    )


def row_name(mark: Mark) -> str:
    """The id of a mark's table row."""
    return f"{mark.kind}-{mark.index + 1}"


def _marked(text: str, marks: Sequence[Mark], wrap: Callable[[Segment, str], str]) -> str:
    pieces = []
    for segment in segments(len(text), marks):
        inner = verbatim(text, segment.start, segment.end)
        pieces.append(wrap(segment, inner) if segment.marks else inner)
    return "".join(pieces)


def _look(view: NoteView, segment: Segment) -> str:
    """Class and data of a segment: the label of its identifier, the assertion of its first code."""
    label = next((view.identifiers[m.index].label for m in segment.marks if m.kind == "identifier"), None)
    codes = [view.codes[m.index] for m in segment.marks if m.kind == "code"] if view.codes else []
    names = " ".join(row_name(mark) for mark in segment.marks)
    parts = [f'class="mark{" phi" if label else ""}{" code" if codes else ""}" data-marks="{names}"']
    if label:
        parts.append(f'data-label="{escape(label)}"')
    if codes:
        parts.append(f'data-assertion="{escape(codes[0].assertion)}"')
    return " ".join(parts)


def _about(view: NoteView, segment: Segment, words: str) -> str:
    """Where a link leads and what it says, to the eye in `data-tip` and to the ear in `aria-label`."""
    tips, spoken = [], []
    for mark in segment.marks:
        if mark.kind == "identifier":
            tips.append(_identifier_tip(view.identifiers[mark.index]))
            spoken.append(f"redacted {view.identifiers[mark.index].label}")
        elif view.codes:
            code = view.codes[mark.index]
            tips.append(_code_tip(code))
            spoken.append(f"{code.assertion}, {code.system} {code.code}, {code.description}")
    numbers = ", ".join(str(mark.index + 1) for mark in segment.begun if mark.kind == "code")
    label = escape(f"{words}: {'; '.join(spoken)}")
    tip = "\n\n".join(tips)
    number = f' data-number="{numbers}"' if numbers else ""
    return f'href="#{row_name(segment.begun[-1])}" data-tip="{tip}" aria-label="{label}"{number}'


def _identifier_tip(identifier: Identifier) -> str:
    return f"{escape(identifier.label)}\nscore {identifier.score:.2f}, {escape(identifier.recognizer)}"


def _code_tip(code: Code) -> str:
    lines = [
        escape(f"{code.system} {code.code}, {code.assertion}"),
        escape(code.description),
        f"score {code.score:.2f}" + (f", {escape(code.section)}" if code.section else ""),
        *(f"or {escape(other)}, {escape(words)} ({score:.2f})" for other, words, score in code.others),
    ]
    return "\n".join(lines)
