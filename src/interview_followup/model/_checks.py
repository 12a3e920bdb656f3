"""Values that say at once all that is wrong with them.

A converter that cannot accept a value returns `Invalid` in its place. Once every field is
converted, `Checked` raises all the problems together, those between fields included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple, TypeVar, cast

from attrs import Attribute, Factory, fields

from interview_followup._errors import InvalidInput, Problem, Shown

T = TypeVar("T")


class Invalid(NamedTuple):
    """What stands in for a value that was refused; `placeholder` is what other checks see of it."""

    problems: tuple[Problem, ...]
    placeholder: Any = None


def refuse(message: str, mend: str) -> Any:
    """Return what stands in for a value with one problem."""
    return Invalid((Problem("", message, mend),))


def refused(error: InvalidInput) -> Invalid:
    """Return what stands in for a value that an error is about, wherever it was raised."""
    problems = (Problem("", problem.message, problem.mend) for problem in error.problems)
    return Invalid(tuple(problems))


class Checked(Shown):
    """A frozen attrs class that raises every problem of its fields, and between them, at once."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = []
        for attribute in _attributes(self):
            value = getattr(self, attribute.name)
            if isinstance(value, Invalid):
                problems += [problem.within(attribute.name) for problem in value.problems]
                object.__setattr__(self, attribute.name, value.placeholder)
        problems += self._cross_checks()
        if problems:
            raise InvalidInput(problems)

    def __repr__(self) -> str:
        parts = [f"{name}={value!r}" for name, value, _ in nondefault_fields(self)]
        return f"{type(self).__name__}({', '.join(parts)})"

    def _cross_checks(self) -> Iterator[Problem]:
        """Yield what is wrong between fields; what was refused is None, also within a tuple."""
        return iter(())


def _attributes(value: Checked) -> tuple[Attribute[Any], ...]:
    return cast("tuple[Attribute[Any], ...]", fields(cast("Any", type(value))))


def nondefault_fields(value: Checked) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields of a value that differ from their default: name, value and default.

    The default of a field that has to be given is attrs' `NOTHING`.
    """
    for attribute in _attributes(value):
        content: Any = getattr(value, attribute.name)
        default: Any = attribute.default
        if isinstance(default, Factory):  # type: ignore[arg-type]
            default = default.factory(value) if default.takes_self else default.factory()
        if attribute.init and content != default:
            yield attribute.name, content, default


def instants_in(value: object, *, without: str = "") -> Iterator[datetime]:
    """Yield every instant in a value, at any depth, but not in the fields of one name."""
    if isinstance(value, datetime):
        yield value
        return
    parts: Iterable[object] = ()
    if isinstance(value, Checked):
        parts = [content for name, content, _ in nondefault_fields(value) if name != without]
    elif isinstance(value, Mapping):
        parts = value.values()
    elif isinstance(value, tuple):
        parts = value
    for part in parts:
        yield from instants_in(part, without=without)


def accepted(values: Iterable[T | None]) -> Iterator[tuple[int, T]]:
    """Yield the values of a tuple that were not refused, each with its place."""
    return ((index, value) for index, value in enumerate(values) if value is not None)
