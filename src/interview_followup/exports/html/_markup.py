"""Blocks as HTML: the only place that writes tags, and where every text is escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import zip_longest

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

NARROW = "40rem"
"""How wide a window is at most that has too little room for columns."""

LEFT = "text-align:left;vertical-align:top;padding:0.35em 1em 0.35em 0;overflow-wrap:anywhere"
HEADING = "font-weight:bold;margin:1em 0 0.25em"
"""What one notebook or the other does with tables and headings that is no good for text."""


def markup(blocks: Iterable[Block], level: int) -> str:
    """Return blocks as HTML, with headings from a level on."""
    return "\n".join([_block(block, level) for block in blocks])


def text_markup(text: str) -> str:
    """Return a text as HTML: on one line, escaped, with nothing that turns what is around it."""
    return escape(one_line(text))


def _block(block: Block, level: int) -> str:
    match block:
        case Heading(text, depth):
            tag = f"h{level + depth}"
            return f'<{tag} style="{HEADING}">{text_markup(text)}</{tag}>'
        case Paragraph(text, label):
            lead = f"<strong>{text_markup(label)}</strong> " if label else ""
            return f"<p>{lead}{text_markup(text)}</p>"
        case Bullets(lines):
            return "".join(_bullets(lines))
        case Fold(summary, blocks):
            inner = markup(blocks, level)
            return f"<details><summary>{text_markup(summary)}</summary>\n{inner}\n</details>"
        case Picture(words, svg, narrow):
            source = f'<source media="(max-width: {NARROW})" srcset="{_data(narrow)}">'
            image = f'<img alt="{text_markup(words)}" src="{_data(svg)}">'
            return f"<p><picture>{source}{image}</picture></p>"
    return "\n".join(_table(block, level))


def _data(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _bullets(lines: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield lists within each other; no line is more than one step deeper than that before it."""
    depths: list[int] = []
    for depth, text in lines:
        while depths and depth < depths[-1]:
            depths.pop()
            yield "</li></ul>"
        if depths and depth == depths[-1]:
            yield "</li>"
        else:
            depths.append(depth)
            yield "<ul>"
        yield f"<li>{text_markup(text)}"
    yield "</li></ul>" * len(depths)


def _table(table: Table, level: int) -> Iterator[str]:
    yield '<table style="width:100%">' if table.widths else "<table>"
    yield f'<caption style="{LEFT}">{text_markup(table.caption)}</caption>'
    if table.columns:
        heads = [_column(*named) for named in zip_longest(table.columns, table.widths)]
        yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = [_cell(cell, level, is_head=i == table.header) for i, cell in enumerate(row)]
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _column(name: str, width: int | None) -> str:
    style = LEFT if width is None else f"{LEFT};width:{width}%"
    return f'<th scope="col" style="{style}">{text_markup(name)}</th>'


def _cell(cell: Cell, level: int, *, is_head: bool) -> str:
    content = text_markup(cell) if isinstance(cell, str) else markup(cell, level)
    tag, scope = ("th", ' scope="row"') if is_head else ("td", "")
    return f'<{tag}{scope} style="{LEFT}">{content}</{tag}>'
