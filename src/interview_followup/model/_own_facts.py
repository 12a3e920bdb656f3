"""Facts of somebody's own, which their own rules ask for: what `facts` holds on every value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeGuard

from interview_followup._errors import Problem, as_key, shown
from interview_followup.model._checks import Invalid, refuse
from interview_followup.model._converters import is_nothing, is_slug, text
from interview_followup.model._times import date_or_instant

LARGEST = 10**15
FACT_MEND = "give a date, a time, a text, a number or true or false"


class FrozenMapping(Mapping[str, Any]):
    """A mapping that does not change, and so can be part of a frozen value."""

    __slots__ = ("_contents",)

    def __init__(self, contents: Mapping[str, Any]) -> None:
        self._contents = dict(sorted(contents.items()))

    def __getitem__(self, name: str) -> Any:
        return self._contents[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __len__(self) -> int:
        return len(self._contents)

    def __hash__(self) -> int:
        return hash(tuple(self._contents.items()))

    def __repr__(self) -> str:
        return repr(self._contents)

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMapping, (self._contents,)


NO_FACTS = FrozenMapping({})


def own_facts(value: Mapping[str, Any]) -> Any:
    """Accept names with a date, an aware time, a text, a number or truth each.

    Times become instants in UTC; a name with nothing is left out.
    """
    if isinstance(value, FrozenMapping):
        return value
    if is_nothing(value):
        return NO_FACTS
    if isinstance(value, Invalid):
        return value._replace(placeholder=NO_FACTS)
    if not isinstance(value, Mapping):
        mend = "give one, as {'task_due': date(2026, 12, 1)}"
        return Invalid((Problem("", f"{shown(value)} is not a mapping", mend),), NO_FACTS)
    facts: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, given in value.items():
        if is_nothing(given):
            continue
        fact = _own_fact(name, given)
        if isinstance(fact, Invalid):
            problems += [problem.within(as_key(name) or '""') for problem in fact.problems]
        else:
            facts[name] = fact
    frozen = FrozenMapping(facts)
    return Invalid(tuple(problems), frozen) if problems else frozen


def _own_fact(name: object, value: Any) -> Any:
    if not is_fact_name(name):
        return refuse("is not the name of a fact", "use lower-case words joined by underscores")
    if isinstance(value, bool | Invalid):
        return value
    if isinstance(value, int | float) and -LARGEST <= value <= LARGEST:
        return value
    if isinstance(value, date):
        return date_or_instant(value)
    if isinstance(value, str):
        return text(value)
    return refuse(f"{shown(value)} cannot be a fact", FACT_MEND)


def is_fact_name(value: Any) -> TypeGuard[str]:
    """Tell whether a value is lower-case words joined by underscores."""
    return isinstance(value, str) and value.isidentifier() and is_slug(value.replace("_", "-"))
