"""Expressions read from texts in the language's own syntax, from anybody and without harm.

A text is bounded, then parsed as an expression of Python, and never run: its tree is gone over, and
made into a value by the functions and methods of the language alone. All else is refused.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from inspect import Parameter as Argument
from inspect import signature
from typing import Any, NamedTuple
from warnings import catch_warnings, simplefilter

from interview_followup._errors import (
    CROWD,
    InvalidInput,
    Problem,
    as_key,
    cut,
    escaped,
    gathered,
    invalid,
    near,
    shown,
)
from interview_followup.language._constants import days, hours, minutes, weeks, working_days
from interview_followup.language._expression import Expression
from interview_followup.language._facts import Facts, application, interview, person, search
from interview_followup.language._functions import (
    done,
    earlier_of,
    first_known,
    last_done,
    last_of,
    later_of,
    named,
    times_done,
    when,
)
from interview_followup.language._kinds import Condition, Count, Detail, Moment, condition_mend
from interview_followup.language._vocabulary import NUMBERS

LONGEST, DEEPEST, MOST_PARTS = 10_000, 60, 2_000
"""How many characters a text may have, how many levels, and of how many parts it may be."""

MOST_PROBLEMS = 5
"""How much of what is wrong in one text is told."""

FUNCTIONS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        *(days, weeks, working_days, hours, minutes),
        *(later_of, earlier_of, last_of, first_known, when, named),
        *(done, times_done, last_done),
    )
}
NAMESPACES: dict[str, Facts] = {
    facts.per: facts for facts in (search, application, interview, person)
}


def _members() -> Iterator[tuple[str, Any]]:
    """Yield what the kinds of expression can do in a rule, which is all that they have by name."""
    for kind in (Detail, Moment, Condition, Count):
        for ancestor in kind.__mro__[: kind.__mro__.index(Expression)]:
            for name, member in vars(ancestor).items():
                if not name.startswith("_"):
                    yield name, member


ATTRIBUTES = {name for name, member in _members() if isinstance(member, property)}
METHODS = {name: member for name, member in _members() if callable(member)}
NAMES = frozenset({*NAMESPACES, *FUNCTIONS, *NUMBERS})
"""The names of the language, which nothing else may have where expressions are read."""

_STRING = re.compile(r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*\"""")
_STRANGE = re.compile(r"[^A-Za-z0-9_ \t\n().,+\-&|~=]")
_HYPHENATED = re.compile(r"\w+(?:-\w+)*")
_PERIOD = re.compile(r"\b(\d{1,9})\s*(working\s+days?|days?|weeks?|hours?|minutes?)\b")
_LARGEST = 10**9
_EXAMPLE = "write it as in interview.ends + days(2)"
_PARTS = (
    "use facts, numbers of the file, functions such as days(2), + and -, "
    "& for and, | for or, ~ for not"
)
_NAME = (
    "use a fact such as interview.ends, or a name that the file gives a value to; "
    "a text stands in single quotes"
)
_COMPARED = (
    "a condition stands alone; "
    "of a count write .at_least(3), of a moment .before(…), .on(…) or .between(…)"
)
_SIGNS: dict[str, str] = {
    **dict.fromkeys("<>≤≥", _COMPARED),
    **dict.fromkeys(
        "\u2018\u2019\u201c\u201d`", "put a text in straight quotes, as in done('send-card')"
    ),
    "!": "write ~ for not",
    ":": "put a time in single quotes, as in '14:00'",
    "[": "list texts in parentheses",
}
_MENDS: dict[type, str] = {
    ast.Not: "write ~ for not",
    ast.And: "write & for and",
    ast.Or: "write | for or",
    ast.USub: "take away, as in interview.ends - days(2)",
    ast.Compare: _COMPARED,
    ast.IfExp: "write when(condition, a, otherwise=b)",
}
"""What is meant with some signs, and with some parts, that the language has not."""

_KEYWORD_ONLY, _SEVERAL = Argument.KEYWORD_ONLY, Argument.VAR_POSITIONAL


class Scope(NamedTuple):
    """What an expression may name beside the language: values, and facts by their full names.

    A value or a fact is None where what it stands for is refused itself. Names `below` have none
    yet.
    """

    names: Mapping[str, Any] = {}
    facts: Mapping[str, Expression[Any] | None] = {}
    below: Collection[str] = ()


def parse(text: str, scope: Scope) -> Any:
    """Return the value of an expression: a moment, a condition, a period, or what else it gives.

    Raises:
        InvalidInput: It is too large, or not of the language. Each problem has its column, and in a
            text of several lines its line, for its place.
    """
    _refuse_strange(text)
    tree = _tree(text)
    _refuse_large(tree)
    return _Reader(text, scope).value(tree)


# -- before anything is read ----------------------------------------------------------------------


def _refuse_strange(text: str) -> None:
    """Refuse a text that is too long or deep, or has characters that no expression has."""
    if len(text) > LONGEST:
        mend = "give parts of it a name, as a moment or a condition of the file"
        raise invalid("", f"is longer than {LONGEST:,} characters", mend)
    if not text.strip():
        raise invalid("", "says nothing", _EXAMPLE)
    bare = _STRING.sub(_blanks, text)
    if (strange := _STRANGE.search(bare)) is not None:
        mend = _SIGNS.get(strange[0], _PARTS)
        if strange[0] in "'\"":
            mend = "end a text on its line, with the quote that it begins with"
        message = f"{shown(strange[0])} is not part of the language"
        raise invalid(_place(text, strange.start()), message, mend)
    _refuse_period_in_words(text, bare)
    depth = 0
    for index, character in enumerate(bare):
        depth += (character == "(") - (character == ")")
        if depth > DEEPEST:
            raise _too_deep(_place(text, index))
        if depth < 0:
            raise invalid(_place(text, index), "')' closes nothing", "leave it out")


def _refuse_period_in_words(text: str, bare: str) -> None:
    """Refuse `10 days`, which is how a parameter says it, in an expression."""
    if (period := _PERIOD.search(bare)) is not None:
        unit = "_".join(period[2].removesuffix("s").split())
        message = f"{shown(period[0])} is not part of the language"
        raise invalid(_place(text, period.start()), message, f"write {unit}s({period[1]})")


def _blanks(string: re.Match[str]) -> str:
    return "_" * len(string[0])


def _too_deep(place: str) -> InvalidInput:
    mend = "give parts of it a name, as a moment or a condition of the file"
    return invalid(place, f"goes down more than {DEEPEST} levels", mend)


def _tree(text: str) -> ast.expr:
    """Return the tree of a text; that it may have several lines, it is parsed in parentheses."""
    try:
        with catch_warnings():
            simplefilter("ignore")  # Python warns of what is refused here anyway.
            return ast.parse(f"({text})", mode="eval").body
    except (RecursionError, MemoryError):
        raise _too_deep("") from None
    except (SyntaxError, ValueError) as error:
        line, column = getattr(error, "lineno", None) or 1, getattr(error, "offset", None) or 1
        lines = text.split("\n")
        start = sum(len(line_before) + 1 for line_before in lines[: line - 1])
        index = min(max(0, start + column - 1 - (line == 1)), len(text) - 1)
        message, mend = _broken(error)
        raise invalid(_place(text, index), message, mend) from None


def _broken(error: Exception) -> tuple[str, str]:
    """Return that a text is no expression, with what Python says of its parentheses, and the mend.

    What else it says is about Python, such as that `==` is meant, which the language has not.
    """
    reason = str(getattr(error, "msg", error))
    if reason.startswith(("'('", "')'")):
        return f"is no expression: {reason}", _EXAMPLE
    return "is no expression", _PARTS


def _refuse_large(tree: ast.expr) -> None:
    level: list[ast.AST] = [tree]
    parts = depth = 0
    while level:
        parts, depth = parts + len(level), depth + 1
        if depth > DEEPEST:
            raise _too_deep("")
        if parts > MOST_PARTS:
            mend = "give parts of it a name, as a moment or a condition of the file"
            raise invalid("", f"has more than {MOST_PARTS:,} parts", mend)
        level = [child for node in level for child in ast.iter_child_nodes(node)]


def _place(text: str, index: int) -> str:
    """Return where a character of a text is, counted from 1."""
    line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
    return f"line {line}, column {column}" if "\n" in text else f"column {column}"


# -- from a tree to a value -----------------------------------------------------------------------


class _Reader(NamedTuple):
    """Makes values of the parts of a text."""

    text: str
    scope: Scope

    def value(self, node: ast.expr) -> Any:
        """Return the value of a part; all that is wrong in it is told at once."""
        read = _READERS.get(type(node))
        if read is None:
            raise self._strange(node)
        return read(self, node)

    def _strange(self, node: ast.expr) -> InvalidInput:
        mend = _MENDS.get(type(getattr(node, "op", node)), _PARTS)
        return self._refused(node, f"{self._quoted(node)} is not part of the language", mend)

    def _constant(self, node: ast.Constant) -> Any:
        value = node.value
        if type(value) is str and escaped(value) == value:
            return value
        if type(value) is int and value < _LARGEST:
            return value
        message = f"{self._quoted(node)} is no number and no text of the language"
        mend = "give a whole number of a smaller unit" if type(value) is float else _PARTS
        raise self._refused(node, message, mend)

    def _named(self, node: ast.Name) -> Any:
        name = node.id
        if name in self.scope.names:
            if (value := self.scope.names[name]) is None:
                raise InvalidInput([])
            return value
        if name in self.scope.below:
            message = f"{name} stands further below"
            raise self._refused(node, message, "move it above what names it")
        if name in NUMBERS:
            return NUMBERS[name]
        if name in NAMESPACES:
            raise self._refused(node, f"{name} alone is no value", f"name a fact, as in {name}.…")
        if name in FUNCTIONS:
            raise self._refused(node, f"{name} is a function", f"write {_usage(name)}")
        raise self._refused(node, f"there is no {shown(name)} here", self._near(node))

    def _near(self, node: ast.Name) -> str:
        """Return the mend for a name that nothing has."""
        meant = self._with_hyphens(node) or " or ".join(map(shown, self._facts_called(node.id)))
        known = [*[*self.scope.names][-CROWD:], *NAMES]
        return f"did you mean {meant}?" if meant else near(node.id, known, otherwise=_NAME)

    def _with_hyphens(self, node: ast.Name) -> str | None:
        """Return the name that is written with hyphens where a part of it was read."""
        index = self._index(node.lineno, node.col_offset)
        words = next(match for match in _HYPHENATED.finditer(self.text) if match.end() > index)
        name = words[0].replace("-", "_")
        return shown(name) if "-" in words[0] and name in self.scope.names else None

    def _facts_called(self, name: str) -> Iterator[str]:
        """Yield the facts of which a name leaves out whom they are about, or the dot."""
        shipped = (f"{per}.{fact}" for per, facts in NAMESPACES.items() for fact in facts.by_name())
        for fact in (*shipped, *self.scope.facts):
            if name in (fact.partition(".")[2], fact.replace(".", "_")):
                yield fact

    def _attribute(self, node: ast.Attribute) -> Any:
        start, name = node.value, node.attr
        is_fact = isinstance(start, ast.Name) and start.id not in self.scope.names
        if is_fact and isinstance(start, ast.Name) and start.id in NAMESPACES:
            return self._fact(node, NAMESPACES[start.id], name)
        value = self.value(start)
        if name in METHODS and _has(value, name):
            raise self._refused(node, f".{name} is to be called", f"write .{_usage(name)}")
        if name not in ATTRIBUTES or not _has(value, name):
            raise self._no_such(node, value, name)
        return self._made(node, lambda: getattr(value, name))

    def _fact(self, node: ast.Attribute, facts: Facts, name: str) -> Any:
        full, known = f"{facts.per}.{name}", facts.by_name()
        if full in self.scope.facts:
            if (fact := self.scope.facts[full]) is None:
                raise InvalidInput([])
            return fact
        if name not in known:
            prefix = f"{facts.per}."
            others = [other for other in self.scope.facts if other.startswith(prefix)]
            names = [*known, *(other.removeprefix(prefix) for other in others[:CROWD])]
            message = f"there is no fact {shown(full)}"
            raise self._refused(node, message, near(name, names))
        return known[name]

    def _call(self, node: ast.Call) -> Any:
        function, start = node.func, []
        if isinstance(function, ast.Name) and function.id in FUNCTIONS:
            name, make = function.id, FUNCTIONS[function.id]
        elif isinstance(function, ast.Name):
            names = "use one of: {names}"
            message = f"there is no function {shown(function.id)}"
            raise self._refused(node, message, near(function.id, FUNCTIONS, otherwise=names))
        elif isinstance(function, ast.Attribute):
            name, value = function.attr, self.value(function.value)
            if name in ATTRIBUTES and _has(value, name):
                message = f".{name} is no method"
                raise self._refused(node, message, f"write .{name}, without parentheses")
            if name not in METHODS or not _has(value, name):
                raise self._no_such(function, value, name)
            start, make = [value], METHODS[name]
        else:
            raise self._refused(node, f"{self._quoted(function)} is no function", _PARTS)
        return self._applied(node, name, make, start)

    def _applied(
        self, node: ast.Call, name: str, make: Callable[..., Any], start: list[Any]
    ) -> Any:
        """Return what a function, or a method of a value, makes of the arguments of a call."""
        given = self._values([*node.args, *[keyword.value for keyword in node.keywords]])
        plain, by_name = given[: len(node.args)], given[len(node.args) :]
        names = [str(keyword.arg) for keyword in node.keywords]
        try:
            bound = signature(make).bind(*start, *plain, **dict(zip(names, by_name, strict=True)))
        except TypeError as error:
            message = f"{name}(…) has {escaped(cut(str(error)))}"
            raise self._refused(node, message, f"write {_usage(name)}") from None
        return self._made(node, lambda: make(*bound.args, **bound.kwargs))

    def _several(self, node: ast.Tuple) -> Any:
        return tuple(self._values(node.elts))

    def _infix(self, node: ast.BinOp) -> Any:
        # The signs of all other operators are refused before anything is parsed.
        kind, words, make = _INFIX[type(node.op)]
        return self._combined([node.left, node.right], kind, words, make)

    def _prefix(self, node: ast.UnaryOp) -> Any:
        if not isinstance(node.op, ast.Invert):
            raise self._strange(node)
        return self._combined(
            [node.operand], Condition, "a condition", lambda condition: ~condition
        )

    def _combined(
        self, nodes: list[ast.expr], kind: type, words: str, make: Callable[..., Any]
    ) -> Any:
        values = self._values(nodes)
        if not isinstance(values[0], kind):
            message = f"{self._quoted(nodes[0])} is not {words}"
            is_condition = kind is Condition
            mend = condition_mend(values[0]) if is_condition else f"begin with {words}"
            raise self._refused(nodes[0], message, mend)
        return self._made(nodes[-1], lambda: make(*values))

    def _values(self, nodes: list[ast.expr]) -> list[Any]:
        values: list[Any] = []
        problems: list[Problem] = []
        for node in nodes:
            with gathered(problems):
                values.append(self.value(node))
            if len(problems) >= MOST_PROBLEMS:
                break
        if len(values) < len(nodes):
            raise InvalidInput(problems[:MOST_PROBLEMS])
        return values

    def _made(self, node: ast.expr, make: Callable[[], Any]) -> Any:
        """Return what the language makes, or what it refuses as a problem of a part."""
        try:
            return make()
        except InvalidInput as error:
            first = error.problems[0]
            of = f"{first.place} " if first.message.startswith("is ") else ""
            raise self._refused(node, f"{of}{first.message}", first.mend) from None

    def _no_such(self, node: ast.Attribute, value: object, name: str) -> InvalidInput:
        known = [attribute for attribute in (*ATTRIBUTES, *METHODS) if _has(value, attribute)]
        message, mend = f"{self._quoted(node.value)} has no {shown(name)}", near(name, known)
        if not known and name in {*ATTRIBUTES, *METHODS}:
            mend = f"put the sum in parentheses, as in (interview.ends + days(2)).{name}"
        return self._refused(node, message, mend)

    def _refused(self, node: ast.expr, message: str, mend: str) -> InvalidInput:
        return invalid(_place(self.text, self._index(node.lineno, node.col_offset)), message, mend)

    def _quoted(self, node: ast.expr) -> str:
        """Return what the text says at a part, as an error quotes it."""
        start = self._index(node.lineno, node.col_offset)
        end = self._index(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
        return as_key(" ".join(cut(self.text[start:end], 60).split()))

    def _index(self, line: int, offset: int) -> int:
        """Return which character of the text is at an offset in bytes of a line of the tree."""
        lines = self.text.split("\n")
        before = sum(len(line_before) + 1 for line_before in lines[: line - 1])
        in_line = lines[line - 1].encode()[: max(0, offset - (line == 1))]
        return before + len(in_line.decode(errors="ignore"))


_INFIX: dict[type[ast.operator], tuple[type, str, Callable[[Any, Any], Any]]] = {
    ast.Add: (Moment, "a moment", lambda left, right: left + right),
    ast.Sub: (Moment, "a moment", lambda left, right: left - right),
    ast.BitAnd: (Condition, "a condition", lambda left, right: left & right),
    ast.BitOr: (Condition, "a condition", lambda left, right: left | right),
}


_READERS: dict[type[ast.expr], Callable[[_Reader, Any], Any]] = {
    ast.Constant: _Reader._constant,
    ast.Name: _Reader._named,
    ast.Attribute: _Reader._attribute,
    ast.Call: _Reader._call,
    ast.Tuple: _Reader._several,
    ast.BinOp: _Reader._infix,
    ast.UnaryOp: _Reader._prefix,
}
"""How each kind of part is read; there are no others."""


def _has(value: object, name: str) -> bool:
    """Tell whether a value has an attribute or a method of the language."""
    return isinstance(value, Expression) and hasattr(type(value), name)


def _usage(name: str) -> str:
    """Return how a function or a method is called: `done(act, since=…)`."""
    arguments = [*signature({**METHODS, **FUNCTIONS}[name]).parameters.values()]
    names = []
    for argument in arguments[name in METHODS :]:
        if argument.kind is _SEVERAL:
            names.append(f"{argument.name.removesuffix('s')}, …")
        else:
            names.append(f"{argument.name}=…" if argument.kind is _KEYWORD_ONLY else argument.name)
    return f"{name}({', '.join(names)})"
