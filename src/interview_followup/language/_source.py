"""Where a piece of advice, or a number in it, comes from."""

from __future__ import annotations

from typing import NamedTuple

from interview_followup.language._code import call


class Source(NamedTuple):
    """Something published, or a decision of the rule's author.

    `item` counts pieces of advice within it from 1; `address` is where to read it.
    """

    title: str
    author: str | None = None
    item: int | None = None
    address: str | None = None

    def __repr__(self) -> str:
        if self == OURS:
            return "OURS"
        return call("Source", self.title, author=self.author, item=self.item, address=self.address)

    def __str__(self) -> str:
        title = f"{self.author}, {self.title}" if self.author else self.title
        item = f", item {self.item}" if self.item else ""
        address = f" ({self.address})" if self.address else ""
        return f"{title}{item}{address}"


AUTHOR = Source("the author of the rule")
OURS = Source("a choice of this library's")
