"""Copies one part of a DOCX file, paragraph by paragraph, by the lists of `vocabulary.py`."""

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from ..draft import Drafts
from ..safe_xml import local
from .properties import Element, Styles, attributes, child, is_on, value, w, word
from .vocabulary import DROPPED, KINDS, MC, PICTURES, PROPERTIES, R_STRICT, SIGNS, R

REMOVED_PICTURE: Final = "[picture removed]"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ID = re.compile(r"-?\d{1,9}")
_SYMBOL = re.compile(r"[0-9A-Fa-f]{4}")


class PartCopy:
    """Copies one part: the body, a header or footer, or all footnotes.

    place: what its passages are called. links: relationship ids of headers and footers, to the parts of the
        copy. notes: the elements that lead to notes of this document.
    """

    def __init__(
        self, drafts: Drafts, styles: Styles, place: str, links: Mapping[str, str], notes: frozenset[str]
    ) -> None:
        self._drafts, self._styles, self._place = drafts, styles, place
        self._links, self._notes = links, notes
        self._number = 0
        self._draft = drafts.passage(place)
        self._in_row = False
        self._boxes: list[Element] = []

    def children(self, old: Element, new: Element) -> None:
        """Copy all that stands in an element; of what is not known, only the text."""
        for item in old:
            name = word(item)
            if local(item) == (MC, "AlternateContent"):
                self._alternative(item, new)
            elif name in DROPPED:
                continue
            elif name in ("rPr", "pPr") and len(new):
                continue  # of a run within a run
            elif name in PROPERTIES:
                self._properties(item, etree.SubElement(new, w(name)))
            elif local(item)[1] == "t":
                self._text(item.text or "", new)
            elif name in SIGNS:
                self._sign(item, new, name)
            elif name in PICTURES:
                self._picture(item, new)
            else:
                self._container(item, new, name)

    def _container(self, old: Element, new: Element, name: str) -> None:
        if name == "p":
            self._paragraph(old, new)
        elif name == "r":
            self._run(old, new)
        elif name == "tr":
            self._row(old, new)
        elif name == "tc":
            self._draft.part("\t")
            self._filled(old, etree.SubElement(new, w("tc")))
        elif name in ("tbl", "body"):
            self.children(old, etree.SubElement(new, w(name)))
        elif name in ("footnote", "endnote"):
            self._note(old, new, name)
        else:
            self.children(old, new)

    def _paragraph(self, old: Element, parent: Element) -> None:
        if word(parent) in ("p", "r"):
            self._boxes.append(old)
            return
        outer, self._boxes = self._boxes, []
        self._begin("\n")
        self.children(old, etree.SubElement(parent, w("p")))
        own, self._boxes = self._boxes, outer
        for box in own:
            if word(box) == "p":
                self._paragraph(box, parent)
            else:
                self.children(box, parent)

    def _run(self, old: Element, parent: Element) -> None:
        if not self._is_hidden(old):
            holder = parent if word(parent) in ("p", "r") else self._new_paragraph(parent)
            self.children(old, etree.SubElement(holder, w("r")) if word(holder) == "p" else holder)

    def _row(self, old: Element, parent: Element) -> None:
        """A row is one passage, so that a cell's heading stands beside it; a row within one is its own."""
        if is_on(child(old, "trPr"), "del"):
            return
        outer, self._in_row = (self._draft, self._in_row), False
        self._begin("")
        self._in_row = True
        self.children(old, etree.SubElement(parent, w("tr")))
        self._draft, self._in_row = outer

    def _filled(self, old: Element, cell: Element) -> None:
        self.children(old, cell)
        if not len(cell) or word(cell[-1]) != "p":
            etree.SubElement(cell, w("p"))  # a cell without a paragraph at its end is not valid

    def _note(self, old: Element, parent: Element, name: str) -> None:
        if _ID.fullmatch(value(old, "id")):
            new = etree.SubElement(parent, w(name))
            new.set(w("id"), value(old, "id"))
            if value(old, "type") in KINDS:
                new.set(w("type"), value(old, "type"))
            self._filled(old, new)

    def _begin(self, separator: str) -> None:
        if self._in_row:
            self._draft.part(separator)
        else:
            self._number += 1
            self._draft = self._drafts.passage(f"{self._place}[{self._number}]")

    def _text(self, text: str, parent: Element) -> None:
        element = etree.SubElement(self._run_in(parent), w("t"))
        element.text = text
        element.set(_SPACE, "preserve")
        self._draft.add(text, lambda redacted: setattr(element, "text", redacted))

    def _run_in(self, parent: Element) -> Element:
        if word(parent) == "r":
            return parent
        return etree.SubElement(parent if word(parent) == "p" else self._new_paragraph(parent), w("r"))

    def _new_paragraph(self, parent: Element) -> Element:
        self._begin("\n")
        return etree.SubElement(parent, w("p"))

    def _sign(self, old: Element, parent: Element, name: str) -> None:
        if name.endswith("Reference") and not (name in self._notes and _ID.fullmatch(value(old, "id"))):
            return
        new = etree.SubElement(self._run_in(parent), w("tab" if name == "ptab" else name))
        attributes(old, new)
        if name.endswith("Reference"):
            new.set(w("id"), value(old, "id"))
        elif name == "sym" and _SYMBOL.fullmatch(value(old, "char")):
            new.set(w("char"), value(old, "char"))
        if SIGNS[name]:
            self._draft.part(SIGNS[name])

    def _picture(self, old: Element, parent: Element) -> None:
        """A picture gives way to a remark; a text box comes after the paragraph that it is anchored in."""
        boxes = [item for item in old.iter() if isinstance(item.tag, str) and word(item) == "txbxContent"]
        outermost = [box for box in boxes if not _is_within_another(box, old)]
        if word(parent) in ("p", "r"):
            self._boxes += outermost
        else:
            for box in outermost:
                self.children(box, parent)
        if not boxes:
            etree.SubElement(self._run_in(parent), w("t")).text = REMOVED_PICTURE

    def _alternative(self, old: Element, new: Element) -> None:
        """Of several forms of one thing the first is what current editors show."""
        if len(old):
            self.children(old[0], new)

    def _properties(self, old: Element, new: Element) -> None:
        self._styles.properties(old, new)
        sections = [old] if word(old) == "sectPr" else [item for item in old if word(item) == "sectPr"]
        for section in sections:
            target = new if section is old else child(new, "sectPr")
            if target is not None:
                self._references(section, target)

    def _references(self, old: Element, new: Element) -> None:
        """Headers and footers of a section; they come first in it."""
        for item in reversed(old):
            name = word(item)
            link = self._links.get(item.get(f"{{{R}}}id") or item.get(f"{{{R_STRICT}}}id") or "")
            if name in ("headerReference", "footerReference") and link and value(item, "type") in KINDS:
                reference = etree.Element(w(name))
                reference.set(w("type"), value(item, "type"))
                reference.set(f"{{{R}}}id", f"rId-{link}")
                new.insert(0, reference)

    def _is_hidden(self, run: Element) -> bool:
        properties = child(run, "rPr")
        style = None if properties is None else child(properties, "rStyle")
        return is_on(properties, "vanish") or (style is not None and value(style) in self._styles.hidden)


def _is_within_another(box: Element, picture: Element) -> bool:
    """Whether a text box of a picture stands in another one, or in the older form of one."""
    for above in box.iterancestors():
        if above is picture:
            return False
        if word(above) == "txbxContent" or local(above) == (MC, "Fallback"):
            return True
    return False
