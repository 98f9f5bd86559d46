"""XML from strangers: no document type, no entity, no network, bounded depth and size; comments dropped.

Needs lxml (`pip install 'chartveil[documents]'`).
"""

from typing import Final

from lxml import etree

from ..errors import FixedNoteError

#: Deeper than any document of a clinic; it bounds the recursion of those who walk the tree.
MAX_DEPTH: Final = 150


class DoctypeRefused(FixedNoteError):
    """A DOCTYPE, which can define entities."""

    message = "the XML has a DOCTYPE, which is refused since it can define entities; remove it"


class BrokenXml(FixedNoteError):
    """XML that is not well formed, or nested too deep."""

    message = "the XML is broken or nested too deep; export the document again"


def parse_xml(raw: bytes) -> etree._Element:
    """The root element of a document without comments and processing instructions.

    Raises DoctypeRefused and BrokenXml. A DOCTYPE is sought in the bytes, before any parser sees it; where
    an encoding hides it there, the parser finds it, whose own limits hold against expansion meanwhile.
    """
    if b"<!DOCTYPE" in raw.replace(b"\0", b""):
        raise DoctypeRefused
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise BrokenXml from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise DoctypeRefused
    if _depth(root) > MAX_DEPTH:
        raise BrokenXml
    return root


def _depth(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def local(element: etree._Element) -> tuple[str, str]:
    """An element's namespace, "" for none, and its local name."""
    name = etree.QName(element)
    return name.namespace or "", name.localname
