"""How the nodes of each kind are written as code: by the functions and methods that make them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from interview_followup.language._code import ATOM, BINDING, Code, Operand, call, joined, value_code
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact

Node: TypeAlias = Expression[Any]
Write: TypeAlias = Callable[[Node], Code]


def attribute(name: str) -> Write:
    return lambda node: Code((Operand(node.operands[0], ATOM), f".{name}"))


def method(name: str) -> Write:
    def write(node: Node) -> Code:
        start, *arguments = node.operands
        written = joined([(Operand(argument),) for argument in arguments])
        return Code((Operand(start, ATOM), f".{name}(", *written, ")"))

    return write


def function(name: str) -> Write:
    def write(node: Node) -> Code:
        written = joined([(Operand(operand),) for operand in node.operands])
        return Code((f"{name}(", *written, ")"))

    return write


def infix(sign: str) -> Write:
    binding = BINDING[sign]

    def write(node: Node) -> Code:
        left, right = node.operands
        return Code((Operand(left, binding), f" {sign} ", Operand(right, binding + 1)), binding)

    return write


def prefix(sign: str) -> Write:
    binding = BINDING[sign]

    def write(node: Node) -> Code:
        [operand] = node.operands
        return Code((sign, Operand(operand, binding)), binding)

    return write


def literal(node: Node) -> Code:
    return Code((value_code(node.leaf),))


def happened(node: Node) -> Code:
    """Write that an event has happened, or that there is something that does not happen."""
    [operand] = node.operands
    return attribute("happened" if operand.is_moment else "exists")(node)


def named(node: Node) -> Code:
    [operand], (label, denial) = node.operands, node.leaf
    is_said = denial not in ("", default_denial(label))
    opposite = f", denial={denial!r}" if is_said else ""
    return Code((f"named({label!r}, ", Operand(operand), f"{opposite})"))


def when(node: Node) -> Code:
    then, otherwise, condition = map(Operand, node.operands)
    return Code(("when(", condition, ", ", then, ", otherwise=", otherwise, ")"))


def in_hours(node: Node) -> Code:
    from interview_followup.language._constants import OFFICE_CLOSES, OFFICE_OPENS

    start, *hours = node.operands
    if node.leaf is None and hours == [OFFICE_OPENS, OFFICE_CLOSES]:
        return attribute("office_time")(node)
    days = f", on={node.leaf!r}" if node.leaf else ""
    written = joined([(Operand(part),) for part in hours])
    return Code((Operand(start, ATOM), ".in_hours(", *written, f"{days})"))


def on(node: Node) -> Code:
    [moment] = node.operands
    days = ", ".join(map(repr, node.leaf))
    return Code((Operand(moment, ATOM), f".on({days})"))


def history(name: str) -> Write:
    """Return how to write something about when an act was done, perhaps since a moment."""

    def write(node: Node) -> Code:
        act, *since = node.operands
        start = [("since=", Operand(moment)) for moment in since]
        return Code((f"{name}(", *joined([(repr(act.leaf.act),), *start]), ")"))

    return write


def fact(name: str) -> Write:
    """Return how to write a fact that a search tells; of any other there is no more than a name."""

    def write(node: Node) -> Code:
        fact: Fact = node.leaf
        if fact.own is None or fact.zone is not None:
            return Code((f"<{fact.name}>",))
        may_not_exist = fact.may_not_exist or None
        denial = None if fact.denial in ("", default_denial(fact.label)) else fact.denial
        parts = {"denial": denial, "ask": fact.ask, "may_not_exist": may_not_exist}
        return Code((call(name, fact.name, fact.label, **parts),))

    return write


def default_denial(label: object) -> str:
    """Return how the opposite of a condition is said where nobody has said how."""
    return f"it is not so that {label}"
