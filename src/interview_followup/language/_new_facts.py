"""New facts of each kind: those that come from a function, and those that a search tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar, overload
from zoneinfo import ZoneInfo

from interview_followup._errors import InvalidInput, Problem, invalid, shown
from interview_followup.language._day import Day
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact, OwnFact
from interview_followup.language._kinds import Condition, Count, Detail, Moment
from interview_followup.language._missing import NotYet, Unknown
from interview_followup.language._notation import default_denial
from interview_followup.language._operators import (
    CONDITION_FACT,
    COUNT_FACT,
    DETAIL_FACT,
    MOMENT_FACT,
)
from interview_followup.language._subject import PERS, Subject
from interview_followup.language._words import words_problem
from interview_followup.model._own_facts import is_fact_name

T = TypeVar("T")


@overload
def moment_fact(
    name: str,
    label: str,
    get: Callable[[Subject], date | Day | NotYet | Unknown | None] | None = None,
    *,
    ask: str | None = None,
    zone: Callable[[Subject], ZoneInfo] | None = None,
) -> Moment: ...
@overload
def moment_fact(
    name: str,
    label: str,
    get: Callable[..., date | Day | NotYet | Unknown | None],
    *,
    operands: Iterable[Expression[Any]],
    ask: str | None = None,
    zone: Callable[[Subject], ZoneInfo] | None = None,
) -> Moment: ...
def moment_fact(
    name: str,
    label: str,
    get: Callable[..., date | Day | NotYet | Unknown | None] | None = None,
    *,
    operands: Iterable[Expression[Any]] = (),
    ask: str | None = None,
    zone: Callable[[Subject], ZoneInfo] | None = None,
) -> Moment:
    """Return a fact that is a moment.

    `name` says what it is about, as in `application.task_due`, and `label` what it is in words.
    `get` takes the subject and gives an aware datetime of any zone, a date, or None where it is
    missing. With `ask`, the question to the user, a missing one is unknown; without it, it has not
    happened. Without `get` it is what a search says in its `facts` under the fact's name. A date
    stands for the midnight after it, in the zone of what the fact is about; "since" it, from its
    first moment on. `zone` gives another zone in which its days are counted.

    `get` takes the values of the `operands` as well: expressions about the same subject, or what it
    is in. A moment comes as a `pendulum.DateTime` in its own zone, and as None where it has not
    happened. While an operand is unknown, so is the fact.

    >>> task_due = moment_fact("application.task_due", "the day the task is due")
    >>> print(task_due - days(1))
    1 day before the day the task is due

    Raises:
        InvalidInput: A part is of the wrong kind, or an operand about something narrower.
    """
    fact = _fact(name, label, get, ask=ask, zone=zone)
    return Moment(MOMENT_FACT, _operands(fact, operands), fact)


@overload
def condition_fact(
    name: str,
    label: str,
    get: Callable[[Subject], bool | Unknown | None] | None = None,
    *,
    denial: str = "",
    ask: str | None = None,
) -> Condition: ...
@overload
def condition_fact(
    name: str,
    label: str,
    get: Callable[..., bool | Unknown | None],
    *,
    operands: Iterable[Expression[Any]],
    denial: str = "",
    ask: str | None = None,
) -> Condition: ...
def condition_fact(
    name: str,
    label: str,
    get: Callable[..., bool | Unknown | None] | None = None,
    *,
    operands: Iterable[Expression[Any]] = (),
    denial: str = "",
    ask: str | None = None,
) -> Condition:
    """Return a fact that is true or false.

    Where `get` gives None it is unknown with `ask`, the question to the user, and false without.
    `denial` says its opposite in words. Without `get` it is what a search says in its `facts` under
    the fact's name. `operands` are what `get` takes beside the subject, as in `moment_fact`.

    Raises:
        InvalidInput: A part is of the wrong kind, or an operand about something narrower.
    """
    fact = _fact(name, label, get, denial=denial or default_denial(label), ask=ask)
    return Condition(CONDITION_FACT, _operands(fact, operands), fact)


@overload
def count_fact(
    name: str,
    label: str,
    get: Callable[[Subject], int | Unknown | None] | None = None,
    *,
    ask: str | None = None,
) -> Count: ...
@overload
def count_fact(
    name: str,
    label: str,
    get: Callable[..., int | Unknown | None],
    *,
    operands: Iterable[Expression[Any]],
    ask: str | None = None,
) -> Count: ...
def count_fact(
    name: str,
    label: str,
    get: Callable[..., int | Unknown | None] | None = None,
    *,
    operands: Iterable[Expression[Any]] = (),
    ask: str | None = None,
) -> Count:
    """Return a fact that is a whole number.

    Where `get` gives None it is unknown with `ask`, the question to the user, and 0 without.
    Without `get` it is what a search says in its `facts` under the fact's name. `operands` are what
    `get` takes beside the subject, as in `moment_fact`.

    Raises:
        InvalidInput: A part is of the wrong kind, or an operand about something narrower.
    """
    fact = _fact(name, label, get, ask=ask)
    return Count(COUNT_FACT, _operands(fact, operands), fact)


@overload
def detail_fact(
    name: str,
    label: str,
    get: Callable[[Subject], T | NotYet | Unknown | None] | None = None,
    *,
    denial: str = "",
    ask: str | None = None,
    may_not_exist: bool = False,
) -> Detail[T]: ...
@overload
def detail_fact(
    name: str,
    label: str,
    get: Callable[..., T | NotYet | Unknown | None],
    *,
    operands: Iterable[Expression[Any]],
    denial: str = "",
    ask: str | None = None,
    may_not_exist: bool = False,
) -> Detail[T]: ...
def detail_fact(
    name: str,
    label: str,
    get: Callable[..., T | NotYet | Unknown | None] | None = None,
    *,
    operands: Iterable[Expression[Any]] = (),
    denial: str = "",
    ask: str | None = None,
    may_not_exist: bool = False,
) -> Detail[T]:
    """Return a fact that is none of the others, such as an address.

    Where `get` gives None it is unknown with `ask`, the question to the user, and has not happened
    without; `denial` says that in words. What `may_not_exist` is asked for after all else. Without
    `get` it is what a search says in its `facts` under the fact's name. `operands` are what `get`
    takes beside the subject, as in `moment_fact`.

    Raises:
        InvalidInput: A part is of the wrong kind, or an operand about something narrower.
    """
    fact = _fact(name, label, get, denial=denial, ask=ask)._replace(may_not_exist=may_not_exist)
    return Detail(DETAIL_FACT, _operands(fact, operands), fact)


def _fact(
    name: str,
    label: str,
    get: Callable[..., Any] | None,
    *,
    ask: str | None,
    denial: str = "",
    zone: Callable[[Subject], ZoneInfo] | None = None,
) -> Fact:
    """Return a fact, which without `get` is what a search says under its name."""
    per, _, own = name.partition(".") if isinstance(name, str) else ("", "", "")
    if per not in PERS:
        mend = f"start it with one of {', '.join(PERS)}, as in 'interview.ends'"
        raise invalid("fact", f"{shown(name)} does not say what it is about", mend)
    _check_parts(name, label, denial, get, ask)
    if get is not None:
        return Fact(name, label, get, denial, ask, zone)
    if not is_fact_name(own):
        mend = "call it as in 'application.task_due'"
        raise invalid("fact", f"{shown(name)} is not the name of a fact in a search", mend)
    return Fact(name, label, OwnFact(per, own), denial, ask, zone, own=own)


def _operands(fact: Fact, operands: Any) -> tuple[Expression[Any], ...]:
    """Return what the function of a fact takes beside the subject, or refuse it."""
    if isinstance(operands, str | Expression) or not isinstance(operands, Iterable):
        mend = "give them in a list, as in operands=[interview.ends, wait]"
        raise invalid(f"{fact.name}.operands", f"{shown(operands)} is no list", mend)
    parts = tuple(operands)
    if problems := [
        problem.within(f"{fact.name}.operands[{index}]")
        for index, part in enumerate(parts)
        for problem in _operand_problems(fact, part)
    ]:
        raise InvalidInput(problems)
    return parts


def _operand_problems(fact: Fact, part: object) -> Iterator[Problem]:
    if not isinstance(part, Expression):
        mend = "give a fact, a moment or another expression, a number as a parameter(...)"
        yield Problem("", f"{shown(part)} is no expression", mend)
    elif fact.own is not None:
        yield Problem("", "is for no function", "leave it out, or give the fact a function")
    elif PERS.index(part.per) > PERS.index(fact.per):
        message = f"is about one {part.per}, which is narrower than the fact"
        yield Problem("", message, f"call the fact as in '{part.per}.alone'")


def _check_parts(name: str, label: object, denial: object, get: object, ask: object) -> None:
    texts = {"label": label, "denial": denial, "ask": ask}
    left_out = {"denial": ("", default_denial(label)), "ask": (None,)}
    problems = [
        problem
        for part, text in texts.items()
        if text not in left_out.get(part, ())
        and (problem := words_problem(f"{name}.{part}", text)) is not None
    ]
    if get is not None and (isinstance(get, Expression) or not callable(get)):
        mend = "give a function of a subject, and a question as ask='...'"
        problems.append(Problem(name, f"{shown(get)} is not a function", mend))
    if problems:
        raise InvalidInput(problems)
