"""The tabular list, root element ICD10CM.tabular: chapters, sections, codes and their notes.

The file names the code that needs a 7th character and the characters; the codes that bear it are derived.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..records import ICD10CM, CodeRecord, HeadingRecord, NoteRecord, Record
from .faults import ImportFileError
from .shapes import DOTTED
from .xml_tree import Node, parse

NOTES = {
    "inclusionTerm": "inclusion",
    "includes": "includes",
    "excludes1": "excludes1",
    "excludes2": "excludes2",
    "codeFirst": "code_first",
    "codeAlso": "code_also",
    "useAdditionalCode": "use_additional",
    "notes": "note",
    "sevenChrNote": "seventh",
}


#: "7th characters D and S do not apply to codes in category S06 with 6th character 7 - ..., or 8 - ..."
BARRED = re.compile(
    r"7th characters ([A-Z](?:(?:, | and |, and )[A-Z])*) do not apply to codes .*6th character"
)
SIXTH = re.compile(r"(?:character|or|,) ([0-9A-Z]) - ")


@dataclass(frozen=True, slots=True)
class Above:
    """What a code takes over from the codes above it: `barred` are ends a code can't have ("7D", "8S")."""

    year: int
    chapter: str
    section: str
    parent: str = ""
    sevenths: dict[str, str] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()


def read(text: str) -> Iterator[Record]:
    """Headings, codes in tabular order, each followed by its notes."""
    root = parse(text)
    if root.tag != "ICD10CM.tabular":
        raise ImportFileError(f"expected <ICD10CM.tabular>, found <{root.tag}>", root.line)
    version = root.text("version")
    if not version.isdigit():
        raise ImportFileError("no <version> with the year", root.line)
    year = int(version)
    for chapter in root.children("chapter"):
        number = _name(chapter)
        yield HeadingRecord(ICD10CM, number, chapter.text("desc"))
        yield from _notes(chapter, number, year)
        for section in chapter.children("section"):
            name = section.attributes.get("id", "")
            yield HeadingRecord(ICD10CM, name, section.text("desc"), number)
            yield from _notes(section, name, year)
            for category in section.children("diag"):
                yield from _codes(category, Above(year, number, name))


def _codes(node: Node, above: Above) -> Iterator[Record]:
    code, title = _name(node), node.text("desc")
    if not DOTTED.fullmatch(code):
        raise ImportFileError(f"<name> is no code: {code[:20]!r}", node.line)
    if not title:
        raise ImportFileError(f"{code} has no <desc>", node.line)
    below = list(node.children("diag"))
    sevenths = _sevenths(node) or above.sevenths
    yield CodeRecord(
        ICD10CM,
        code,
        title,
        above.year,
        not below and not sevenths,
        above.parent,
        above.chapter,
        above.section,
    )
    yield from _notes(node, code, above.year)
    here = replace(above, parent=code, sevenths=sevenths, barred=above.barred | _barred(node))
    for child in below:
        yield from _codes(child, here)
    if not below:
        yield from _extended(code, title, here)


def _extended(code: str, title: str, above: Above) -> Iterator[CodeRecord]:
    """The codes with each 7th character, placeholders X before it: T14.90 -> T14.90XA."""
    stem = (code if "." in code else code + ".").ljust(7, "X")
    for character, meaning in above.sevenths.items():
        if stem[-1] + character not in above.barred:
            yield CodeRecord(
                ICD10CM, stem + character, f"{title}, {meaning}", above.year, True, code, above.chapter,
                above.section,
            )  # fmt: skip


def _barred(node: Node) -> frozenset[str]:
    texts = [note.text() for table in node.children("notes", "sevenChrNote") for note in table.children()]
    return frozenset(
        sixth + seventh
        for text in texts
        if (found := BARRED.match(text))
        for sixth in SIXTH.findall(text)
        for seventh in re.findall(r"\b[A-Z]\b", found[1])
    )


def _sevenths(node: Node) -> dict[str, str]:
    return {
        extension.attributes.get("char", ""): extension.text()
        for table in node.children("sevenChrDef")
        for extension in table.children("extension")
    }


def _name(node: Node) -> str:
    found = node.text("name")
    if not found:
        raise ImportFileError(f"<{node.tag}> without <name>", node.line)
    return found


def _notes(node: Node, code: str, year: int) -> Iterator[NoteRecord]:
    for child in node.children():
        if child.tag in NOTES:
            for note in child.children("note"):
                yield NoteRecord(ICD10CM, code, NOTES[child.tag], note.text(), year)
    for character, meaning in _sevenths(node).items():
        yield NoteRecord(ICD10CM, code, "seventh", f"{character} = {meaning}", year)
