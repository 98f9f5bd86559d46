"""XML as the i2b2 de-identification sets have it: <TEXT> with the note, <TAGS> with an element a mark.

A document type is refused: it could define entities that grow without end or name other files.
"""

from xml.parsers import expat

from ..errors import UsageError
from .brat import check_words
from .gold import GoldNote, PhiMark, check_parts
from .labels import is_known


class _Reader:
    """Collects the text and the elements of TAGS while expat reads."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._loose: list[str] = []
        self._quoted: list[str] = []
        self._in_cdata = self.has_cdata = False
        self.tags: list[tuple[str, dict[str, str]]] = []

    @property
    def text(self) -> str:
        """The note: the CDATA of TEXT if it has any, else all of it."""
        return "".join(self._quoted if self.has_cdata else self._loose)

    def read(self, raw: bytes, where: str) -> None:
        """Parse; ExpatError for broken XML, UsageError for a document type."""

        def refuse(*_: object) -> None:
            raise UsageError(
                f"{where}: the XML has a document type (DOCTYPE), which may be unsafe; remove it"
            )

        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self._path.pop() and None
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = lambda: self._cdata(True)
        parser.EndCdataSectionHandler = lambda: self._cdata(False)
        parser.Parse(raw, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._path[-1:] == ["TAGS"]:
            self.tags.append((name, attributes))
        self._path.append(name)

    def _cdata(self, within: bool) -> None:
        self._in_cdata = within
        self.has_cdata |= within and self._path[-1:] == ["TEXT"]

    def _characters(self, data: str) -> None:
        if self._path[-1:] == ["TEXT"]:
            self._loose.append(data)
            if self._in_cdata:
                self._quoted.append(data)


def parse_i2b2(raw: bytes, identity: str, where: str) -> GoldNote:
    """The note of an XML file. Raises UsageError for XML that is broken, unsafe or of another kind."""
    reader = _Reader()
    try:
        reader.read(raw, where)
    except expat.ExpatError as error:
        raise UsageError(f"{where}, line {error.lineno}: broken XML; mend the file") from None
    except (LookupError, ValueError):
        raise UsageError(f"{where}: the XML names an encoding that can't be read; save it as UTF-8") from None
    if not reader.text:
        raise UsageError(f"{where}: no <TEXT> with a note; the XML is of another kind")
    marks = [_mark(reader.text, *tag, f"{where}, mark {n}") for n, tag in enumerate(reader.tags, start=1)]
    return GoldNote(identity, reader.text, tuple(sorted(marks, key=lambda mark: mark.parts)))


def _mark(text: str, name: str, attributes: dict[str, str], place: str) -> PhiMark:
    try:
        part = int(attributes["start"]), int(attributes["end"])
    except (KeyError, ValueError):
        raise UsageError(f"{place}: no whole numbers as 'start' and 'end'") from None
    check_parts([part], text, place)
    check_words(text, (part,), attributes.get("text"), place)
    return PhiMark(_label(name, attributes.get("TYPE", "")), (part,))


def _label(name: str, kind: str) -> str:
    """The kind, or the element's name where the kind is absent, or unknown while the element is not."""
    return kind if is_known(kind) or (kind and not is_known(name)) else name
