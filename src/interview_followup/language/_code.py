"""Values of the language as the code that writes them: the one text form that it has.

It is what `repr` gives, and what stands in packs that are files. How nodes of each kind are written
is in `_notation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import time
from typing import Any, NamedTuple, TypeAlias

from interview_followup._errors import cut

LONGEST = 100_000
"""How many characters of an expression are written; of what is longer, the beginning."""

BINDING = {"|": 1, "&": 2, "+": 3, "-": 3, "~": 4}
"""How closely the operators of Python bind what they are applied to; all else does most closely."""

LOOSE, ATOM = 0, 5

NameOf: TypeAlias = Callable[[Any], str | None]
"""Gives the name that a node has where it is written, if it has one."""


class Operand(NamedTuple):
    """A node in the code of another, in parentheses where it binds less closely than said."""

    node: Any
    binding: int = LOOSE


class Code(NamedTuple):
    """What a node is written in, and how closely that binds."""

    pieces: tuple[str | Operand, ...]
    binding: int = ATOM


def code_of(root: Any, name_of: NameOf) -> str:
    """Return an expression as code: whole, or where that is too long a beginning that ends in …."""
    written: list[str] = []
    length = 0
    ahead: list[str | Operand] = [Operand(root)]
    while ahead and length <= LONGEST:
        piece = ahead.pop()
        if isinstance(piece, str):
            written.append(piece)
            length += len(piece)
        else:
            ahead.extend(reversed(_pieces(piece, name_of)))
    return cut("".join(written), LONGEST)


def _pieces(operand: Operand, name_of: NameOf) -> tuple[str | Operand, ...]:
    node, binding = operand
    if (name := name_of(node)) is not None:
        return (name,)
    code = node.operator.write(node)
    return code.pieces if code.binding >= binding else ("(", *code.pieces, ")")


def call(name: str, /, *values: object, **named: object) -> str:
    """Return the code of a call with some values, and with those by name that are not None."""
    arguments = [value_code(value) for value in values]
    given = {key: value for key, value in named.items() if value is not None}
    arguments += [f"{key}={value_code(value)}" for key, value in given.items()]
    return f"{name}({', '.join(arguments)})"


def value_code(value: object) -> str:
    """Return the code of a value; a time of day is written as a text."""
    if isinstance(value, time):
        return repr(clock_text(value))
    return repr(value)


def clock_text(clock: time) -> str:
    """Return a time of day as `14:00`, with its seconds where it has some."""
    return f"{clock:%H:%M}" if clock.replace(hour=0, minute=0) == time(0) else clock.isoformat()


def joined(parts: Iterable[Iterable[str | Operand]]) -> tuple[str | Operand, ...]:
    """Return parts of code with commas between them."""
    pieces: list[str | Operand] = []
    for part in parts:
        pieces += [", ", *part] if pieces else part
    return tuple(pieces)
