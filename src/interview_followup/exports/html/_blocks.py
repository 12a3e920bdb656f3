"""What is to be shown, before it is written as HTML or as Markdown: blocks of plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

Cell: TypeAlias = "str | Sequence[Block]"
"""What stands in a cell of a table: one line of text, or blocks."""


class Heading(NamedTuple):
    """What follows is about; `depth` is how many headings it is below."""

    text: str
    depth: int = 0


class Paragraph(NamedTuple):
    """A paragraph; `label` is set off before it."""

    text: str
    label: str = ""


class Bullets(NamedTuple):
    """Lines below each other, each with how deep it is below the first."""

    lines: Sequence[tuple[int, str]]


class Fold(NamedTuple):
    """Blocks that only those see who ask for them; `summary` says what they are."""

    summary: str
    blocks: Sequence[Block]


class Picture(NamedTuple):
    """A drawing, as SVG, with what it shows in words; `narrow` is the same for narrow windows."""

    words: str
    svg: str
    narrow: str


class Table(NamedTuple):
    """Rows of cells; without `columns` each row is a name and what it stands for.

    `header` is the index of the cell that names its row; `widths` are those of the columns, in
    hundredths, for tables that stand below each other.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    header: int = 0
    widths: Sequence[int] = ()


Block: TypeAlias = Heading | Paragraph | Bullets | Fold | Picture | Table
