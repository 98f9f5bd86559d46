"""The Alphabetic Index, the external-cause index, the Table of Drugs and the Neoplasm Table.

All four have the root element ICD10CM.index. An entry is a main term with terms under it, each with a code
or, in the tables, a code a column. A term's text here is the path to it: "Accident › watercraft › sinking".
"""

from collections.abc import Iterator

from ..records import ICD10CM, TermRecord
from .faults import ImportFileError
from .shapes import index_code
from .xml_tree import Node, parse

INDEX, EXTERNAL, DRUGS, NEOPLASMS = (
    "Alphabetic Index",
    "External Cause Index",
    "Table of Drugs",
    "Neoplasm Table",
)
#: Parts the levels of a term's path; a comma may stand within a level.
LEVEL = " › "
CODED = ("code", "subcat", "seecat")
#: How many characters of a file say what it is.
HEAD = 2000
NOTHING = frozenset(("-", "--", "---", "–", "—", ""))


def title_of(text: str) -> str:
    """Which of the four the file is, by its beginning."""
    start = text[:HEAD].lower()
    if "<indexheading>" in start:
        return NEOPLASMS if ">neoplasm<" in start else DRUGS
    return EXTERNAL if "external cause" in start else INDEX


def read(text: str, *, year: int) -> Iterator[TermRecord]:
    """Every entry that names a code; raises ImportFileError with the line of one that can't be read."""
    root = _root(text)
    columns = {
        head.attributes.get("col", ""): head.text()
        for table in root.children("indexHeading")
        for head in table.children("head")
    }
    origin = title_of(text)
    for letter in root.children("letter"):
        for main in letter.children("mainTerm"):
            yield from _entries(main, (), columns, origin)


def _root(text: str) -> Node:
    root = parse(text)
    if root.tag != "ICD10CM.index":
        raise ImportFileError(f"expected <ICD10CM.index>, found <{root.tag}>", root.line)
    return root


def _entries(
    node: Node, above: tuple[str, ...], columns: dict[str, str], origin: str
) -> Iterator[TermRecord]:
    path = (*above, node.text("title"))
    if not path[-1]:
        raise ImportFileError(f"<{node.tag}> without <title>", node.line)
    for child in node.children():
        if child.tag in CODED and (code := _code(child)):
            yield TermRecord(ICD10CM, code, LEVEL.join(path), origin)
        elif child.tag == "cell" and (code := _code(child)):
            column = columns.get(child.attributes.get("col", ""))
            if column is None:
                raise ImportFileError("a <cell> of a column without heading", child.line)
            yield TermRecord(ICD10CM, code, LEVEL.join((*path, column)), origin)
        elif child.tag == "term":
            yield from _entries(child, path, columns, origin)


def _code(node: Node) -> str:
    """The first code named, '' for a dash; an entry may name a second one that goes with it."""
    said = node.text()
    if said in NOTHING:
        return ""
    code = index_code(said.replace(",", " ").split()[0])
    if not code:
        raise ImportFileError(f"<{node.tag}> is no code: {said[:20]!r}", node.line)
    return code
