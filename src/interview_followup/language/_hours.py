"""Hours of the day and days of the week: how moments are looked at, and moved, by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from functools import partial
from typing import Any, TypeAlias

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, invalid, near, shown
from interview_followup.language._evaluation import Node, day_known, source_of
from interview_followup.language._expression import Parameter
from interview_followup.language._missing import NOT_YET
from interview_followup.language._subject import Subject

Weekdays: TypeAlias = tuple[str, ...]
"""Names of weekdays, in small letters and in the order of the week."""

WEEKDAYS: Weekdays = tuple(day.lower() for day in _clock.WEEKDAYS)
MIDNIGHT = time(0)
IN_HOURS = "in-hours"
"""The name of the operator of moments that are kept to hours."""


def weekdays(place: str, names: Iterable[Any] | str) -> Weekdays:
    """Return some names of weekdays in the order of the week, or refuse them."""
    if not isinstance(names, Iterable):
        raise invalid(place, f"{shown(names)} is no weekday", "give names such as 'friday'")
    given = [names] if isinstance(names, str) else list(names)
    known = {name.lower() if isinstance(name, str) else name for name in given if _is_plain(name)}
    wrong = [name for name in given if not _is_plain(name) or name.lower() not in WEEKDAYS]
    if wrong:
        raise InvalidInput(
            Problem(place, f"{shown(name)} is no weekday", near(name, WEEKDAYS)) for name in wrong
        )
    if not known:
        raise invalid(place, "names no weekday", "give one such as 'friday'")
    return tuple([name for name in WEEKDAYS if name in known])


def _is_plain(name: object) -> bool:
    return isinstance(name, str)


# -- hours ----------------------------------------------------------------------------------------


def in_hours(node: Node, subject: Subject) -> Any:
    """Return the first moment, at or after another, that lies in some hours."""
    base = node.operands[0]
    moment = base.evaluate(subject)
    return moved(node, moment, subject) if isinstance(moment, datetime) else moment


def moved(node: Node, moment: datetime, subject: Subject) -> datetime:
    """Return the first moment, at or after an instant, in the hours of a moment kept to them."""
    base, opens, closes = node.operands
    zone = base.zone(subject)
    counts = _on(node.leaf) if node.leaf else _working(subject, zone)
    return _clock.in_hours(moment, opens.constant, closes.constant, zone, counts)


def hours_of(node: Node, subject: Subject) -> tuple[Node, ...]:
    """Return the hours that a moment's value for a subject is kept to, as nodes, innermost last."""
    hours: list[Node] = []
    node = source_of(node, subject)
    while node.operator.name == IN_HOURS:
        hours.append(node)
        [node, *_] = node.operands
    return tuple(hours)


def _on(days: Weekdays) -> Callable[[date], bool]:
    return lambda day: WEEKDAYS[day.weekday()] in days


def _working(subject: Subject, zone: Any) -> Callable[[date], bool]:
    return partial(_clock.is_workday, zone=zone, works=subject.works)


def check_hours(node: Node) -> None:
    """Refuse hours that end before they begin; those that end at 00:00 last until the day ends."""
    opens, closes = node.operands[1:]
    if opens.constant >= closes.constant != MIDNIGHT:
        begins, ends = (_name(part, name) for part, name in ((opens, "opens"), (closes, "closes")))
        message = f"they end at {closes.constant:%H:%M}, and begin at {opens.constant:%H:%M}"
        raise invalid(begins, message, f"let {begins} be before {ends}")


def _name(part: Node, otherwise: str) -> str:
    return part.leaf.name if isinstance(part.leaf, Parameter) else otherwise


# -- what a clock and a calendar show -------------------------------------------------------------


def between(node: Node, subject: Subject) -> Any:
    """Tell whether a clock shows a time of day within two; of a day alone, that is not known."""
    base, opens, closes = node.operands
    moment = base.evaluate(subject)
    if moment is NOT_YET or day_known(source_of(base, subject), subject):
        return False
    if not isinstance(moment, datetime):
        return moment
    clock = moment.astimezone(base.zone(subject)).time()
    return _clock.is_between(clock, opens.constant, closes.constant)


def check_between(node: Node) -> None:
    opens, closes = node.operands[1:]
    if opens.constant == closes.constant:
        message = f"begins and ends at {opens.constant:%H:%M}"
        raise invalid("between", message, "give two times of day that differ")


def on(node: Node, subject: Subject) -> Any:
    """Tell whether a moment is on a weekday; of a day that is known alone, whether that is."""
    [base] = node.operands
    moment = base.evaluate(subject)
    if moment is NOT_YET:
        return False
    if not isinstance(moment, datetime):
        return moment
    day = day_known(source_of(base, subject), subject)
    wall = (day.first if day else moment).astimezone(base.zone(subject))
    return WEEKDAYS[wall.weekday()] in node.leaf
