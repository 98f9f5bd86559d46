"""Styles, numbering and properties of a DOCX file, copied by the lists of `vocabulary.py`."""

from lxml import etree

from ..safe_xml import local
from .vocabulary import (
    NUMBERING_ELEMENTS,
    PROPERTY_ELEMENTS,
    STYLE_ELEMENTS,
    STYLE_NAMES,
    STYLE_REFERENCES,
    W_STRICT,
    W,
    is_safe,
    level_text,
)

Element = etree._Element


def w(name: str) -> str:
    """A name of WordprocessingML as lxml wants it."""
    return f"{{{W}}}{name}"


def word(element: Element) -> str:
    """The local name of an element of WordprocessingML, "" for one of another namespace."""
    namespace, name = local(element)
    return name if namespace in (W, W_STRICT) else ""


def value(element: Element, name: str = "val") -> str:
    """An attribute of WordprocessingML; "" without it."""
    return element.get(w(name)) or element.get(f"{{{W_STRICT}}}{name}") or ""


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a switch, such as `vanish`, is on in some properties."""
    if properties is None:
        return False
    return any(word(e) == name and value(e).lower() not in ("0", "false", "off") for e in properties)


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next((e for e in element if word(e) == name), None)


class Styles:
    """The styles of a document under names that tell nothing.

    A style of Word's own keeps its name; the others are numbered. `hidden` are those that hide their text.
    """

    def __init__(self, source: Element | None) -> None:
        self._source = source
        self._names: dict[str, tuple[str, str]] = {}
        self._taken: set[str] = set()
        self.hidden: set[str] = set()
        for style in source if source is not None else ():
            if word(style) == "style" and (old := value(style, "styleId")):
                self._names.setdefault(old, self._named(style))
                if is_on(child(style, "rPr"), "vanish"):
                    self.hidden.add(old)

    def new_id(self, old: str) -> str | None:
        """The id that a style gets in the copy; None for a style that the document lacks."""
        return self._names[old][0] if old in self._names else None

    def copy(self) -> Element:
        """The styles part."""
        target = etree.Element(w("styles"), nsmap={"w": W})
        if self._source is not None:
            self.properties(self._source, target, STYLE_ELEMENTS)
        return target

    def numbering(self, source: Element) -> Element:
        """The numbering part; labels lose letters of their own."""
        target = etree.Element(w("numbering"), nsmap={"w": W})
        self.properties(source, target, NUMBERING_ELEMENTS)
        return target

    def properties(self, old: Element, new: Element, also: frozenset[str] = frozenset()) -> None:
        """Copy the known elements in `old`, with their known attributes, into `new`."""
        for item in old:
            name = word(item)
            if name in STYLE_REFERENCES:
                if (style := self.new_id(value(item))) is not None:
                    etree.SubElement(new, w(name)).set(w("val"), style)
            elif name == "lvlText" and name in also:
                etree.SubElement(new, w(name)).set(w("val"), level_text(value(item)))
            elif name == "style" and name in also:
                self._style(item, new)
            elif name in PROPERTY_ELEMENTS or name in also:
                copied = etree.SubElement(new, w(name))
                attributes(item, copied)
                self.properties(item, copied, also)

    def _style(self, old: Element, parent: Element) -> None:
        if (style := self._names.get(value(old, "styleId"))) is None:
            return
        new = etree.SubElement(parent, w("style"))
        attributes(old, new)
        new.set(w("styleId"), style[0])
        etree.SubElement(new, w("name")).set(w("val"), style[1])
        self.properties(old, new, STYLE_ELEMENTS)

    def _named(self, style: Element) -> tuple[str, str]:
        named = child(style, "name")
        name = "" if named is None else value(named)
        style_id = "".join(part.capitalize() for part in name.split())
        if STYLE_NAMES.fullmatch(name.lower()) and style_id not in {
            taken for taken, _ in self._names.values()
        }:
            return style_id, name
        number = len(self._names) + 1
        return f"Style{number}", f"Style {number}"


def attributes(old: Element, new: Element) -> None:
    """Copy the known attributes of a property."""
    for key, text in old.attrib.items():
        name = etree.QName(key)
        if name.namespace in (W, W_STRICT) and is_safe(name.localname, text):
            new.set(w(name.localname), text)
