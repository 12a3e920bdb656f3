"""Blocks as Markdown that reads well as it is: tables become lists, without what is folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from interview_followup._terminal import one_line
from interview_followup.exports.html._blocks import (
    Block,
    Bullets,
    Cell,
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
        case Table():
            yield from _table(block)
        case _:
            assert isinstance(block, Picture)  # What is folded stands in the cells of tables.
            yield text_markdown(block.words)


def _paragraph(paragraph: Paragraph) -> str:
    lead = f"**{text_markdown(paragraph.label)}** " if paragraph.label else ""
    return f"{lead}{text_markdown(paragraph.text)}"


def _table(table: Table) -> Iterator[str]:
    """Yield each row as a line that begins with what names it."""
    yield f"*{text_markdown(table.caption)}*"
    yield ""
    for row in table.rows:
        head, *others = [row[table.header], *row[: table.header], *row[table.header + 1 :]]
        words = " · ".join(filter(None, map(_said, others)))
        yield f"- **{_said(head)}**{': ' if words else ''}{words}"


def _said(cell: Cell) -> str:
    """Return what a cell says on one line, without what is folded."""
    if isinstance(cell, str):
        return text_markdown(cell)
    return " · ".join([_paragraph(block) for block in cell if isinstance(block, Paragraph)])
