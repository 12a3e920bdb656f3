"""Reading a picture in SVG: its words and its shapes, where they are, and how large."""

from __future__ import annotations

import re
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree

from interview_followup import _svg

SVG = "{http://www.w3.org/2000/svg}"
ISOLATES = re.compile("[\u2068\u2069]")


HALVES = {"opens": 7, "closes": 7, "best": 6, "before": 4, "after": 4, "endless": 4, "conflict": 4}
"""How far below its first point the middle of a shape is."""

REACH = 7
"""How far the shape at a place reaches from it."""


class Box(NamedTuple):
    """Words of a picture, and the box that they take by the library's own measure."""

    words: str
    left: float
    right: float
    top: float
    bottom: float
    is_bold: bool

    def overlaps(self, other: Box) -> bool:
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.bottom <= other.top or other.bottom <= self.top)


class Shape(NamedTuple):
    """A shape of a picture: what it is, from where to where, and where its middle is."""

    part: str
    left: float
    right: float
    y: float


class Picture(NamedTuple):
    """What is in a picture."""

    title: str
    desc: str
    width: float
    height: float
    texts: list[Box]
    shapes: list[Shape]
    rows: list[list[Shape]]

    @property
    def words(self) -> list[str]:
        return [text.words for text in self.texts]

    def overlapping(self) -> list[tuple[str, str]]:
        pairs = combinations(self.texts, 2)
        return [(one.words, other.words) for one, other in pairs if one.overlaps(other)]

    def outside(self) -> list[str]:
        return [
            text.words
            for text in self.texts
            if text.left < 0 or text.right > self.width or text.top < 0 or text.bottom > self.height
        ]

    def covered(self) -> list[tuple[str, str]]:
        """Return which words stand where a shape of a row is."""
        return [
            (text.words, shape.part)
            for row in self.rows
            for shape in row
            for text in self.texts
            if text.left < shape.right + REACH
            and shape.left - REACH < text.right
            and text.top < shape.y + REACH
            and shape.y - REACH < text.bottom
        ]

    def places(self, part: str) -> list[tuple[float, float]]:
        return [(shape.left, shape.right) for shape in self.shapes if shape.part == part]


def picture(svg: str) -> Picture:
    """Return what is in a picture."""
    root = ElementTree.fromstring(svg)
    texts: list[Box] = []
    rows: list[list[Shape]] = []
    shapes = [_shape(path, 0) for path in root.findall(f"{SVG}path")]
    for block in root.findall(f"{SVG}g"):
        top = float(block.attrib["transform"].removeprefix("translate(0 ").removesuffix(")"))
        texts += [_box(text, top) for text in block.iter(f"{SVG}text")]
        drawn = [_shape(path, top) for path in block.iter(f"{SVG}path")]
        shapes += drawn
        if block.find(f"{SVG}g") is not None:
            rows.append(drawn)
    size = float(root.attrib["width"]), float(root.attrib["height"])
    title, desc = (root.findtext(f"{SVG}{name}", "") for name in ("title", "desc"))
    return Picture(title, desc, *size, texts, shapes, rows)


def _box(text: ElementTree.Element, top: float) -> Box:
    words, size = ISOLATES.sub("", text.text or ""), int(text.attrib["font-size"])
    is_bold = text.get("font-weight") == "bold"
    x, baseline = float(text.attrib["x"]), top + float(text.attrib["y"])
    length = _svg.length(words, size, bold=is_bold)
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib["text-anchor"]] * length
    # What is rounded may touch what is beside it.
    edges = left + 0.1, left + length - 0.1
    return Box(words, *edges, baseline - 0.75 * size, baseline + 0.22 * size, is_bold)


def _shape(path: ElementTree.Element, top: float) -> Shape:
    """Return a shape whose path names its places as `Mx y`, and goes to the right by `H` or `h`."""
    outline = path.attrib["d"]
    starts = [(float(x), float(y)) for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", outline)]
    ends = [float(x) for x in re.findall(r"H(-?[\d.]+)", outline)]
    xs = [x for x, _ in starts] + ends
    part = path.get("data-part", "")
    return Shape(part, min(xs), max(xs), top + starts[0][1] + HALVES.get(part, 0))
