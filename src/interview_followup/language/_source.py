"""Where a piece of advice, or a number in it, comes from."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Source(NamedTuple):
    """Something published, or a decision of the rule's author.

    `item` counts pieces of advice within it from 1; `address` is where to read it.
    """

    title: str
    author: str | None = None
    item: int | None = None
    address: str | None = None

    def __str__(self) -> str:
        return _words(self)


@cache
def _words(source: Source) -> str:
    title = f"{source.author}, {source.title}" if source.author else source.title
    item = f", item {source.item}" if source.item else ""
    address = f" ({source.address})" if source.address else ""
    return f"{title}{item}{address}"
