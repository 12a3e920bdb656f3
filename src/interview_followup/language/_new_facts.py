"""New facts of each kind: those that come from a function, and those that a search tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from interview_followup._errors import InvalidInput, Problem, invalid, shown
from interview_followup.language._day import Day
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
from interview_followup.model._own_facts import is_fact_name

T = TypeVar("T")


def moment_fact(
    name: str,
    label: str,
    get: Callable[[Subject], date | Day | NotYet | Unknown | None] | None = None,
    *,
    ask: str | None = None,
    zone: Callable[[Subject], ZoneInfo] | None = None,
) -> Moment:
    """Return a fact that is a moment: `get` gives an aware datetime, or None where it is missing.

    A date stands for the midnight after it, in the zone of what the fact is about; "since" it, from
    its first moment on. Without `get` it is what a search says in its `facts` under the fact's
    name. With `ask` (the question to the user) a missing one is
    unknown, without it has not happened.
    """
    return Moment(MOMENT_FACT, (), _fact(name, label, get, ask=ask, zone=zone))


def condition_fact(
    name: str,
    label: str,
    get: Callable[[Subject], bool | Unknown | None] | None = None,
    *,
    denial: str = "",
    ask: str | None = None,
) -> Condition:
    """Return a fact that is true or false, or with `ask` unknown where `get` gives None.

    Without `get` it is what a search says in its `facts` under the fact's name.
    """
    opposite = denial or default_denial(label)
    return Condition(CONDITION_FACT, (), _fact(name, label, get, denial=opposite, ask=ask))


def count_fact(
    name: str,
    label: str,
    get: Callable[[Subject], int | Unknown | None] | None = None,
    *,
    ask: str | None = None,
) -> Count:
    """Return a fact that is a number: with `ask` unknown where `get` gives None, else 0.

    Without `get` it is what a search says in its `facts` under the fact's name.
    """
    return Count(COUNT_FACT, (), _fact(name, label, get, ask=ask))


def detail_fact(
    name: str,
    label: str,
    get: Callable[[Subject], T | NotYet | Unknown | None] | None = None,
    *,
    denial: str = "",
    ask: str | None = None,
    may_not_exist: bool = False,
) -> Detail[T]:
    """Return a fact that is neither: with `ask` unknown where `get` gives None, else not yet.

    Without `get` it is what a search says in its `facts` under the fact's name. `denial` says in
    words that it has not happened. What `may_not_exist` is asked for after all else.
    """
    fact = _fact(name, label, get, denial=denial, ask=ask)
    return Detail(DETAIL_FACT, (), fact._replace(may_not_exist=may_not_exist))


def _fact(
    name: str,
    label: str,
    get: Callable[[Subject], Any] | None,
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
    _check_parts(name, label, get, ask)
    if get is not None:
        return Fact(name, label, get, denial, ask, zone)
    if not is_fact_name(own):
        mend = "call it as in 'application.task_due'"
        raise invalid("fact", f"{shown(name)} is not the name of a fact in a search", mend)
    return Fact(name, label, OwnFact(per, own), denial, ask, zone, own=own)


def _check_parts(name: str, label: object, get: object, ask: object) -> None:
    checks = (
        (isinstance(label, str), label, "a label", "say in words what it is"),
        (get is None or callable(get), get, "a function", "give a question as ask='...'"),
        (ask is None or isinstance(ask, str), ask, "a question", "give a text"),
    )
    problems = [
        Problem(name, f"{shown(value)} is not {kind}", mend)
        for is_right, value, kind, mend in checks
        if not is_right
    ]
    if problems:
        raise InvalidInput(problems)
