"""DOCX documents: a new package into which only what is known of the old one is copied.

Redacted in place, a passage a paragraph or table row: body, nested tables, headers and footers, footnotes and
endnotes, text boxes (as paragraphs after the one they are anchored in), tracked insertions, content controls
and results of fields and links (as plain text). Structure, direct formatting, lists and sections stay, as far
as they are listed in `vocabulary.py`; styles that are not Word's own are numbered.
Dropped: comments, tracked deletions, hidden text, field codes, link targets, bookmarks, alternative text,
properties of the document, custom XML, themes, charts, embedded objects; pictures, which leave a remark.

Macros, passwords, and archives that clash, escape or expand beyond the bounds of `zip.py` are refused.
Needs lxml (`pip install 'chartveil[documents]'`).
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from ..draft import Drafts, known_values
from ..record import Record
from ..safe_xml import local, parse_xml
from .copy import PartCopy
from .properties import Element, Styles, child, is_on, w
from .vocabulary import R, W
from .zip import NotDocx, Parts

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES_SPACE: Final = f"{_PACKAGE}/content-types"
_RELATIONS: Final = "application/vnd.openxmlformats-package.relationships"
_OFFICE: Final = "http://schemas.microsoft.com/office/word"
_MAIN: Final = "document"
_NOTES: Final = ("footnotes", "endnotes")
#: Kinds of parts beside the body, and what their root is called.
_ROOTS: Final = {"header": "hdr", "footer": "ftr"}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part: its id, its kind ("header") and the part it leads to."""

    id: str
    kind: str
    target: str


def read(raw: bytes, *, encoding: str | None = None) -> Record:
    """One document. `encoding` is not used: XML says its own.

    Raises NotDocx, EncryptedDocument, MacroDocument, UnsafeArchive, BrokenXml and DoctypeRefused.
    """
    parts = Parts(raw)
    main = next((link.target for link in _links(parts, "") if link.kind == "officeDocument"), "")
    links = [link for link in _links(parts, main) if link.target in parts]
    sources = {link.kind: link.target for link in reversed(links)}
    drafts, styles = Drafts(), Styles(_part(parts, sources.get("styles")))
    beside = {link.id: f"{link.kind}{n}" for n, link in enumerate(links, 1) if link.kind in _ROOTS}
    notes = frozenset(f"{kind[:-1]}Reference" for kind in _NOTES if kind in sources)

    def copied(source: str, root: str, place: str) -> Element:
        target = etree.Element(w(root), nsmap={"w": W, "r": R})
        copy = PartCopy(drafts, styles, place, beside, notes)
        copy.children(parse_xml(parts.read(source)), target)
        return target

    trees = {beside[x.id]: copied(x.target, _ROOTS[x.kind], beside[x.id]) for x in links if x.id in beside}
    trees[_MAIN] = copied(main, _MAIN, "body")
    if child(trees[_MAIN], "body") is None:
        raise NotDocx
    trees |= {kind: copied(sources[kind], kind, kind) for kind in _NOTES if kind in sources}
    trees["styles"] = styles.copy()
    if (numbering := _part(parts, sources.get("numbering"))) is not None:
        trees["numbering"] = styles.numbering(numbering)
    trees["settings"] = _settings(_part(parts, sources.get("settings")))
    return drafts.record(known_values(()), None, lambda: _package(trees))


def _part(parts: Parts, name: str | None) -> Element | None:
    return parse_xml(parts.read(name)) if name else None


def _links(parts: Parts, part: str) -> list[Link]:
    """The relationships of a part, "" for those of the package; none that lead out of it."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", f"{name}.rels")
    if file not in parts:
        return []
    return [
        Link(
            item.get("Id", ""),
            item.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/"),
        )
        for item in parse_xml(parts.read(file))
        if local(item)[1] == "Relationship" and item.get("TargetMode") != "External"
    ]


def _settings(source: Element | None) -> Element:
    """The settings that change what a reader sees, and one without which editors take a file for old."""
    target = etree.Element(w("settings"), nsmap={"w": W})
    if is_on(source, "evenAndOddHeaders"):
        etree.SubElement(target, w("evenAndOddHeaders"))
    mode = etree.SubElement(etree.SubElement(target, w("compat")), w("compatSetting"))
    for name, text in (("name", "compatibilityMode"), ("uri", _OFFICE), ("val", "15")):
        mode.set(w(name), text)
    return target


def _package(trees: Mapping[str, Element]) -> bytes:
    """The archive of a document's parts, which are named for their kind and a number."""
    kinds = {name: name.rstrip("0123456789") for name in trees}
    overrides = [(f"/word/{n}.xml", f"{_TYPE}.{k}{'.main' * (k == _MAIN)}+xml") for n, k in kinds.items()]
    types = etree.Element(f"{{{_TYPES_SPACE}}}Types", nsmap={None: _TYPES_SPACE})
    for suffix, kind in (("rels", f"{_RELATIONS}+xml"), ("xml", "application/xml")):
        etree.SubElement(types, f"{{{_TYPES_SPACE}}}Default", Extension=suffix, ContentType=kind)
    for name, kind in overrides:
        etree.SubElement(types, f"{{{_TYPES_SPACE}}}Override", PartName=name, ContentType=kind)
    root = _relationships([("rId1", "officeDocument", "word/document.xml")])
    own = _relationships([(f"rId-{n}", k, f"{n}.xml") for n, k in kinds.items() if n != _MAIN])
    files = {"[Content_Types].xml": types, "_rels/.rels": root, "word/_rels/document.xml.rels": own}
    files |= {f"word/{name}.xml": tree for name, tree in trees.items()}
    return _zipped(files)


def _relationships(links: list[tuple[str, str, str]]) -> Element:
    space = f"{_PACKAGE}/relationships"
    root = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})
    for link_id, kind, target in links:
        etree.SubElement(root, f"{{{space}}}Relationship", Id=link_id, Type=f"{R}/{kind}", Target=target)
    return root


def _zipped(files: Mapping[str, Element]) -> bytes:
    """The files, with one fixed time, so that equal documents give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, tree in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            data = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            archive.writestr(info, data)
    return buffer.getvalue()
