"""HTML as browsers and screen readers take it: elements with what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

VOID = ("img", "meta", "source")
BLOCKS = ("p", "ul", "li", "table", "tr", "td", "th", "details", "summary", "h1", "h2", "h3", "h4")


class Element(NamedTuple):
    """An element: its tag, its attributes, and the elements and texts in it."""

    tag: str
    attributes: dict[str, str | None]
    content: list[Element | str]

    @property
    def text(self) -> str:
        """All text in it, with blanks where blocks meet."""
        parts = [
            part if isinstance(part, str) else f" {part.text} " if part.tag in BLOCKS else part.text
            for part in self.content
        ]
        return " ".join("".join(parts).split())

    def all(self, *tags: str) -> list[Element]:
        """Return the elements of some tags in it, in order."""
        return [element for element in self.below() if element.tag in tags]

    def below(self) -> Iterator[Element]:
        """Yield all elements in it, in order."""
        for part in self.content:
            if isinstance(part, Element):
                yield part
                yield from part.below()


class _Reader(HTMLParser):
    """Reads HTML in which each element that is opened is closed, in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.ahead = [Element("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), [])
        assert len(attrs) == len(element.attributes), attrs
        self.ahead[-1].content.append(element)
        if tag not in VOID:
            self.ahead.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.ahead.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.ahead[-1].content.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read(html: str) -> Element:
    """Return HTML as one element that holds it all; it fails where tags do not fit."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    [root] = reader.ahead
    return root
