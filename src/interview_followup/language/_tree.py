"""Trees of which parts may be shared, gone over without recursion, however deep they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar


class Node(Protocol):
    """Anything that has operands of its own kind."""

    @property
    def operands(self) -> tuple[Any, ...]: ...


N = TypeVar("N", bound=Node)


def _operands(node: Node) -> Iterable[Any]:
    return node.operands


def downwards(roots: Iterable[N], *, without: tuple[type, ...] | type = ()) -> Iterator[N]:
    """Yield the nodes of some trees, each once; none of a kind, and nothing below one of it."""
    seen: set[int] = set()
    ahead = list(roots)[::-1]
    while ahead:
        node = ahead.pop()
        if id(node) not in seen and not isinstance(node, without):
            seen.add(id(node))
            yield node
            ahead.extend(reversed(node.operands))


def upwards(roots: Iterable[N], below: Callable[[N], Iterable[N]] = _operands) -> Iterator[N]:
    """Yield the nodes of some trees, each once, and after all that is `below` it."""
    seen: set[int] = set()
    ahead = list(roots)[::-1]
    while ahead:
        lacking = [node for node in below(ahead[-1]) if id(node) not in seen]
        if lacking:
            ahead.extend(reversed(lacking))
            continue
        node = ahead.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node


def are_equal(node: N, other: N, alone: Callable[[N], Any]) -> bool:
    """Tell whether two trees are equal, of which `alone` gives all of a node but its operands."""
    ahead = [(node, other)]
    equal: set[tuple[int, int]] = set()
    while ahead:
        node, other = ahead.pop()
        if node is other or (id(node), id(other)) in equal:
            continue
        if len(node.operands) != len(other.operands) or alone(node) != alone(other):
            return False
        equal.add((id(node), id(other)))
        ahead.extend(zip(node.operands, other.operands, strict=True))
    return True
