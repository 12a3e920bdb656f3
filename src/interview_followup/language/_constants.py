"""What never changes in an expression: periods, times of day and numbers, and which may be tuned.

A *parameter* is one with a name and a source, which users may tune; any other is a *literal*.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import time
from typing import Any, TypeVar, overload

from interview_followup._clock import Period
from interview_followup._errors import InvalidInput, invalid, shown
from interview_followup.language._expression import Expression, Parameter
from interview_followup.language._operators import LITERAL
from interview_followup.language._source import AUTHOR, OURS, Source
from interview_followup.language._words import source_problems, words_problem
from interview_followup.model._converters import SLUG_MEND, is_slug

T = TypeVar("T")
C = TypeVar("C", Period, time, int)

CONSTANTS = {
    Period: "a period such as days(2)",
    time: "a time such as '14:00'",
    int: "a whole number",
}


def days(number: int) -> Period:
    """Return a period of calendar days, which keep the time of day when they are added.

    >>> print(interview.ends + days(2))
    2 days after the interview's end

    Raises:
        InvalidInput: The number is no whole number from 0 to 36,525.
    """
    return Period("days", number)


def weeks(number: int) -> Period:
    """Return a period of calendar weeks, which keep the time of day when they are added.

    Raises:
        InvalidInput: The number is no whole number from 0 to 5,217.
    """
    return Period("weeks", number)


def working_days(number: int) -> Period:
    """Return a period of the employer's working days, which keep the time of day.

    >>> print(application.latest_ends + working_days(5))
    5 working days after the end of their latest interview

    Raises:
        InvalidInput: The number is no whole number from 0 to 26,000.
    """
    return Period("working days", number)


def hours(number: int) -> Period:
    """Return a period of elapsed hours, whatever the clocks do meanwhile.

    >>> print(interview.ends + hours(3))
    3 hours after the interview's end

    Raises:
        InvalidInput: The number is no whole number from 0 to 876,600.
    """
    return Period("hours", number)


def minutes(number: int) -> Period:
    """Return a period of elapsed minutes, whatever the clocks do meanwhile.

    Raises:
        InvalidInput: The number is no whole number from 0 to 52,596,000.
    """
    return Period("minutes", number)


@overload
def parameter(name: str, value: str, text: str, *, source: Source = ...) -> Expression[time]: ...
@overload
def parameter(name: str, value: C, text: str, *, source: Source = ...) -> Expression[C]: ...
def parameter(name: str, value: Any, text: str, *, source: Source = AUTHOR) -> Expression[Any]:
    """Return a number that users may tune by the name `rule-name.name`.

    `value` is a period, a time of day, also as a text such as `14:00`, or a whole number from 1 on;
    `text` says what it means.

    >>> wait = parameter("wait", days(2), "how long to let them rest", source=Source("My aunt"))
    >>> print(interview.ends + wait)
    2 days after the interview's end

    Raises:
        InvalidInput: The name is not a slug, the value is of another kind, or text or source is
            none.
    """
    if not is_slug(name):
        raise invalid("parameter", f"{shown(name)} is not a slug", SLUG_MEND)
    value = as_time(value)
    if type(value) not in CONSTANTS:
        mend = "give a period, a time such as '14:00' or a whole number"
        raise invalid(name, f"{shown(value)} cannot be a parameter", mend)
    _refuse_zone(name, value)
    if isinstance(value, int) and value < 1:
        raise invalid(name, f"{value} is less than 1", "give a number from 1 on")
    if not isinstance(text, str) or not isinstance(source, Source):
        raise invalid(name, "says no text, or no source", "give both: a text and a Source(...)")
    in_text = words_problem(f"{name}.text", text)
    if problems := [*filter(None, [in_text]), *source_problems(f"{name}.source", source)]:
        raise InvalidInput(problems)
    return Expression(LITERAL, (), Parameter(name, value, text, source))


def as_time(value: Any) -> Any:
    """Return a text such as `14:00` as a time of day, and anything else as it is."""
    with suppress(ValueError, TypeError):
        return time.fromisoformat(value)
    return value


def literal(value: T | Expression[T]) -> Expression[T]:
    """Return an expression as it is, and anything else as one that never changes."""
    return value if isinstance(value, Expression) else Expression(LITERAL, (), value)


def as_constant(value: T | Expression[T], kind: type) -> Expression[T]:
    """Return what is a constant of a kind, or refuse it."""
    plain = value.constant if isinstance(value, Expression) else value
    if type(plain) is not kind:
        mend = f"give {CONSTANTS[kind]}"
        raise invalid(kind.__name__.lower(), f"{_said(value)} does not fit", mend)
    return literal(value)


def _said(value: object) -> str:
    """Return how an error says a constant: a number with a name by its name and its value."""
    leaf = value.leaf if isinstance(value, Expression) else None
    return f"{leaf.name} = {leaf}" if isinstance(leaf, Parameter) else shown(value)


def time_of_day(clock: time | str | Expression[time]) -> Expression[time]:
    """Return what is a time of day or a text that says one, or refuse it."""
    try:
        value = time.fromisoformat(clock) if isinstance(clock, str) else clock
    except ValueError:
        raise invalid(
            "at", f"{shown(clock)} is not a time of day", "give one such as '14:00'"
        ) from None
    _refuse_zone("at", value.constant if isinstance(value, Expression) else value)
    return as_constant(value, time)


def _refuse_zone(place: str, value: object) -> None:
    if isinstance(value, time) and value.tzinfo is not None:
        raise invalid(place, f"{shown(value)} carries a zone", "leave it out: the moment has one")


OFFICE_OPENS = parameter("office-opens", time(9), "when office hours begin", source=OURS)
"""When office hours begin: 09:00, this library's choice; rules that use it may be tuned."""
OFFICE_CLOSES = parameter("office-closes", time(17), "when office hours end", source=OURS)
"""When office hours end: 17:00, this library's choice; rules that use it may be tuned."""
