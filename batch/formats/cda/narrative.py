"""The text of a section: its text nodes become passages, a block or a table row each; the markup stays."""

from collections.abc import Callable

from lxml import etree

from ..draft import Draft, Drafts
from ..safe_xml import local
from .vocabulary import BLOCKS, CELLS, HL7, NARRATIVE

CopyAttributes = Callable[[etree._Element, etree._Element, str], None]
Element = etree._Element


class Narrative:
    """Copies the narrative of one section.

    An element that is none of the narrative's is copied as `content`, so that no words are lost with it.
    """

    def __init__(self, drafts: Drafts, place: str, attributes: CopyAttributes) -> None:
        self._drafts = drafts
        self._place = place
        self._attributes = attributes
        self._draft: Draft = drafts.passage(place)
        self._rows = 0

    def copy(self, old: Element, new: Element) -> None:
        """Copy what stands in `old` into `new`, which stands for it."""
        self._text(old.text, new, "text")
        for child in old:
            name = local(child)[1]
            copied = self._child(child, new, name if name in NARRATIVE else "content")
            self._text(child.tail, copied, "tail")

    def _child(self, old: Element, parent: Element, name: str) -> Element:
        new = etree.SubElement(parent, f"{{{HL7}}}{name}")
        self._attributes(old, new, self._place)
        self._open(name)
        self._rows += name == "tr"
        self.copy(old, new)
        self._rows -= name == "tr"
        self._close(name)
        return new

    def _open(self, name: str) -> None:
        if name == "br":
            self._draft.part("\n")
        elif self._rows:
            if name in CELLS or name in BLOCKS:
                self._draft.part("\t" if name in CELLS else "\n")
        elif name in BLOCKS or name in CELLS:
            self._draft = self._drafts.passage(self._place)

    def _close(self, name: str) -> None:
        """What follows a block belongs to what the block stands in, and reads as a passage of its own."""
        if name in BLOCKS:
            self._open(name)

    def _text(self, text: str | None, element: Element, part: str) -> None:
        if not text:
            return
        setattr(element, part, text)
        if self._rows and text.isspace():
            return  # between the cells of a row: layout only
        self._draft.add(text, lambda redacted: setattr(element, part, redacted))
