"""The text of HTML and XHTML, and the way back: what is not known to be harmless markup is left out.

Names of elements and a few attributes of layout stay; scripts, styles, comments, images, links and all other
attributes go. Text within is one passage: inline markup does not part words, blocks and cells do. Time grows
with the length, whatever the input.
"""

import html
import re
from collections.abc import Iterator
from typing import Final

from .draft import Draft

BLOCKS: Final = frozenset(
    """address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol optgroup option p pre section
    select summary table tbody tfoot thead title tr ul textarea""".split()
)
CELLS: Final = frozenset(("td", "th"))
INLINE: Final = frozenset(
    """a abbr acronym b big cite code col colgroup del dfn em font i ins kbd label mark q s samp small span
    strike strong sub sup tt u var wbr meta""".split()
)
#: Elements whose content is no text of the document.
SKIPPED: Final = ("script", "style", "object", "applet", "iframe", "svg", "math", "template")
ATTRIBUTES: Final = {
    "xmlns": r"http://www\.w3\.org/1999/xhtml",
    "lang": r"[a-z]{2,3}(?:-[A-Z]{2})?",
    "xml:lang": r"[a-z]{2,3}(?:-[A-Z]{2})?",
    "dir": r"ltr|rtl",
    "charset": r"(?i:utf-8|us-ascii|iso-8859-1|windows-1252)",
    "align": r"left|right|center|justify",
    "valign": r"top|middle|bottom|baseline",
    **dict.fromkeys("colspan rowspan border cellpadding cellspacing width height".split(), r"[0-9]{1,4}%?"),
}
NAME: Final = re.compile(r"/?([A-Za-z][A-Za-z0-9:]*)")
MARKUP_START: Final = re.compile(r"[A-Za-z/!?]")
TAG_SIGN: Final = re.compile(r"[\"'>]")
ATTRIBUTE: Final = re.compile(r"(?<![^\s\"'/])([^\s=/>\"']++)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")


class Markup:
    """A document whose text goes into a draft and comes back from it; `str` is the document as it is now."""

    def __init__(self, source: str, draft: Draft) -> None:
        self._parts: list[str] = []
        for kind, piece in _pieces(source):
            if kind == "text":
                self._take_in(piece, draft)
            else:
                self._parts.append(_safe_tag(piece))
                name = _name(piece)
                if name in BLOCKS or name in CELLS:
                    draft.part(" | " if name in CELLS else "\n")

    def __str__(self) -> str:
        return "".join(self._parts)

    def _take_in(self, raw: str, draft: Draft) -> None:
        text, at = html.unescape(raw), len(self._parts)
        self._parts.append(raw)

        def write(new: str) -> None:
            self._parts[at] = raw if new == text else html.escape(new, quote=False)

        draft.add(text, write)


def _pieces(source: str) -> Iterator[tuple[str, str]]:
    """("text" or "tag", what is written); comments, instructions and skipped elements are left out."""
    at = 0
    while at < len(source):
        start = _markup_start(source, at)
        if start > at:
            yield "text", source[at:start]
        if start == len(source):
            return
        end = _end(source, start)
        if end is None:  # never closed: whatever it is, it is read as text
            yield "text", source[start:]
            return
        if source[start + 1] not in "!?":
            yield "tag", source[start:end]
            name = _name(source[start:end])
            if name in SKIPPED and source[start + 1] != "/" and source[end - 2] != "/":
                end = _after(source, end, f"</{name}")
        elif source.startswith("<![CDATA[", start):
            yield "text", html.escape(source[start + 9 : end - 3], quote=False)
        at = end


def _markup_start(source: str, at: int) -> int:
    """Where the next markup starts: "<" before a letter, "/", "!" or "?"; else it is a sign in the text."""
    while True:
        start = source.find("<", at)
        if start < 0 or start + 1 >= len(source):
            return len(source)
        if MARKUP_START.match(source, start + 1):
            return start
        at = start + 1


def _end(source: str, start: int) -> int | None:
    """Where a piece of markup ends."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", ">"), ("<!", ">")):
        if source.startswith(opening, start):
            found = source.find(closing, start + len(opening))
            return None if found < 0 else found + len(closing)
    return _tag_end(source, start + 1)


def _tag_end(source: str, at: int) -> int | None:
    """Where a tag ends: behind the first ">" that is not within quotes."""
    while sign := TAG_SIGN.search(source, at):
        if sign[0] == ">":
            return sign.end()
        quote = source.find(sign[0], sign.end())
        if quote < 0:
            return None
        at = quote + 1
    return None


def _after(source: str, at: int, closing: str) -> int:
    """Where a skipped element has ended, or the end of the document."""
    found = re.compile(re.escape(closing), re.IGNORECASE | re.ASCII).search(source, at)
    end = source.find(">", found.end()) if found else -1
    return len(source) if end < 0 else end + 1


def _name(tag: str) -> str:
    match = NAME.match(tag, 1)
    return match[1].lower() if match else ""


def _safe_tag(tag: str) -> str:
    """A tag with what is known to be harmless; nothing where its name is not."""
    name = _name(tag)
    if name not in BLOCKS and name not in CELLS and name not in INLINE:
        return ""
    written = tag[1:].lstrip("/")[: len(name)]
    if tag.startswith("</"):
        return f"</{written}>"
    kept = [_attribute(found) for found in ATTRIBUTE.finditer(tag, len(written) + 1)]
    safe = f"<{' '.join([written, *filter(None, kept)])}{'/' if tag.endswith('/>') else ''}>"
    return tag if "".join(safe.split()) == "".join(tag.split()) else safe


def _attribute(found: re.Match[str]) -> str:
    shape = ATTRIBUTES.get(found[1].lower())
    value = found[2].strip("\"'")
    return found[0] if shape and re.fullmatch(shape, value) else ""
