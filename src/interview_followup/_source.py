"""Where a piece of advice, or a number in it, comes from."""

from __future__ import annotations

from attrs import field, frozen


@frozen
class Source:
    """Something published, or a decision of the rule's author.

    `item` counts pieces of advice within it from 1; `address` is where to read it.
    """

    title: str
    author: str | None = None
    item: int | None = None
    address: str | None = None

    _words: str = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        title = f"{self.author}, {self.title}" if self.author else self.title
        item = f", item {self.item}" if self.item else ""
        words = f"{title}{item} ({self.address})" if self.address else f"{title}{item}"
        object.__setattr__(self, "_words", words)

    def __str__(self) -> str:
        return self._words
