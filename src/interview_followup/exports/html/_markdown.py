"""Blocks as Markdown that reads well as it is: tables become lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from interview_followup._terminal import one_line
from interview_followup.exports.html._blocks import (
    Block,
    Bullets,
    Cell,
    Fold,
    Heading,
    Paragraph,
    Picture,
    Table,
)

_MARKS = re.compile(r"([\\`*_\[\]<>#|~!$])")
_BEGINS_A_BLOCK = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
STEP = "  "


def markdown(blocks: Iterable[Block], level: int) -> str:
    """Return blocks as Markdown, with headings from a level on."""
    return "\n\n".join(["\n".join(_lines(block, level)) for block in blocks])


def text_markdown(text: str) -> str:
    """Return a text as Markdown: on one line, with every mark in it escaped."""
    escaped = _MARKS.sub(r"\\\1", one_line(text)).replace("&", "&amp;")
    return _BEGINS_A_BLOCK.sub(r"\1\\\2\3", escaped)


def _lines(block: Block, level: int) -> Iterator[str]:
    match block:
        case Heading(text, depth):
            yield f"{'#' * (level + depth)} {text_markdown(text)}"
        case Paragraph():
            yield _paragraph(block)
        case Bullets(lines):
            yield from (f"{STEP * depth}- {text_markdown(text)}" for depth, text in lines)
        case Fold(summary, blocks):
            yield f"**{text_markdown(summary)}**"
            yield from (line for inner in blocks for line in ("", *_lines(inner, level)))
        case Picture(words):
            yield text_markdown(words)
        case Table():
            yield from _table(block, level)


def _paragraph(paragraph: Paragraph) -> str:
    lead = f"**{text_markdown(paragraph.label)}** " if paragraph.label else ""
    return f"{lead}{text_markdown(paragraph.text)}"


def _table(table: Table, level: int) -> Iterator[str]:
    """Yield a row each as a line that begins with what names it, and below it what is folded."""
    if table.caption:
        yield f"*{text_markdown(table.caption)}*"
        yield ""
    for row in table.rows:
        yield from _row(row, table, level)


def _row(row: Iterable[Cell], table: Table, level: int) -> Iterator[str]:
    cells = list(row)
    head, *others = [*cells[table.header : table.header + 1], *_without(cells, table.header)]
    said = " · ".join(filter(None, map(_said, others)))
    lead = _said(head)
    yield f"- **{lead}**{': ' if said else ''}{said}"
    for block in (block for cell in cells if not isinstance(cell, str) for block in cell):
        if isinstance(block, Fold):
            for inner in block.blocks:
                yield from (f"{STEP}{line}" for line in _below(inner, level))


def _without(cells: list[Cell], index: int) -> list[Cell]:
    return [*cells[:index], *cells[index + 1 :]]


def _said(cell: Cell) -> str:
    """Return what a cell says on one line, without what is folded."""
    if isinstance(cell, str):
        return text_markdown(cell)
    return " · ".join([_paragraph(block) for block in cell if isinstance(block, Paragraph)])


def _below(block: Block, level: int) -> Iterator[str]:
    """Yield the lines of a block below a line of a list."""
    if isinstance(block, Paragraph):
        yield f"- {_paragraph(block)}"
    elif isinstance(block, Table):
        for row in block.rows:
            yield from _row(row, block, level)
    else:
        yield from _lines(block, level)
