"""Where a piece of advice, or a number in it, comes from."""

from __future__ import annotations

from typing import NamedTuple

from interview_followup.language._code import call


class Source(NamedTuple):
    """Where a piece of advice, or a number in it, comes from.

    It is something published, or a decision of the rule's author.
    """

    title: str
    """What it is called, or who decided."""
    author: str | None = None
    """Who wrote it; None if that is not said."""
    item: int | None = None
    """Which piece of advice within it, counted from 1; None if it is not numbered."""
    address: str | None = None
    """Where to read it; None if that is not said."""

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
"""The source of a rule that names none: the author of the rule."""
OURS = Source("a choice of this library's")
"""The source of what this library decided itself."""
