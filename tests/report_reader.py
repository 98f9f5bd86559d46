"""Reads a report as a browser does, so that tests see what its reader sees."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "meta", "link", "rect"})


@dataclass
class Element:
    """One element of a page with the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: tuple[str, ...] = ()


@dataclass
class Page:
    """All elements of a page, in the order of their start tags."""

    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        """Every element of a kind."""
        return [element for element in self.elements if element.tag == tag]

    def one(self, name: str) -> Element:
        """The element with an id."""
        (found,) = [element for element in self.elements if element.attributes.get("id") == name]
        return found

    def pre(self) -> list[str]:
        """The text of each <pre>, which loses a line feed right after its tag."""
        return [element.text.removeprefix("\n") for element in self.all("pre")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(
            tag,
            {key: value or "" for key, value in attrs},
            inside=tuple(above.tag for above in self.open),
        )
        self.page.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read_page(page: bytes) -> Page:
    """Parse a page; line ends become line feeds first, as the HTML standard has it."""
    reader = _Reader()
    reader.feed(re.sub("\r\n?", "\n", page.decode()))
    reader.close()
    assert not reader.open, f"<{reader.open[-1].tag}> stays open"
    return reader.page
