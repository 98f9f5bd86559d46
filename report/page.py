"""The frame of every page, and how text becomes HTML."""

import base64
import functools
import hashlib
import html
import re
from collections.abc import Mapping
from importlib import resources

from ..errors import NoteError
from ..redact.labels import LABELS

_LONE_RETURN = re.compile(r"\r(?!\n)")
#: Steps through the colour circle, so that labels listed side by side are far apart in colour.
_HUE_STEP = 7 * 360 // len(LABELS)


def render_page(title: str, body: str) -> bytes:
    """A whole page around the HTML `body`, in UTF-8.

    Raises `NoteError` for text that no page can hold: lone surrogates, and NUL, which HTML drops.
    """
    style, script = stylesheet(), _file("script.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""
    if "\0" in page:
        raise NoteError("an HTML page can't hold a NUL character: take --format json")
    try:
        return page.encode()
    except UnicodeError:  # its message would quote the text
        raise NoteError("the text has half characters (lone surrogates): take --format json") from None


def escape(value: str) -> str:
    """Text for the inside of an element or a quoted attribute; any run of white space is one space."""
    return html.escape(" ".join(value.split()))


def verbatim(text: str, start: int, end: int) -> str:
    """A stretch of a note as HTML whose text content is that stretch to the character.

    A raw carriage return would reach a reader as a line feed, so it is written as a reference; one without
    a line feed after it, which no browser shows as a line's end, gets a line break, which is no text.
    """
    piece = html.escape(text[start:end], quote=False)
    tail = "\r" if piece.endswith("\r") and text[end : end + 1] == "\n" else ""
    body = piece[: len(piece) - len(tail)]
    return (_LONE_RETURN.sub("\r<br>", body) + tail).replace("\r", "&#13;")


def facts_list(facts: Mapping[str, str]) -> str:
    """Names and values."""
    if not facts:
        return ""
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts.items()
    )
    return f'<dl class="facts">{rows}</dl>'


@functools.cache
def stylesheet() -> str:
    """The style of every page, with a colour for each label."""
    hues = "".join(
        f'[data-label="{label}"]{{--hue:{number * _HUE_STEP % 360}}}\n' for number, label in enumerate(LABELS)
    )
    return _file("style.css") + hues


@functools.cache
def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode("ascii")
