"""How the nodes of each kind are evaluated for a subject, and which operand decided the value.

What hangs on an event that has not happened gives `NOT_YET`; what hangs on a missing detail gives
an `Unknown`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from itertools import repeat
from typing import Any, TypeAlias

from interview_followup import _clock
from interview_followup._errors import FactFailed, FollowupError, escaped, invalid, reason, shown
from interview_followup.language._day import Day, Recorded, a_day, beginning, counts_since, moment
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact
from interview_followup.language._missing import (
    NOT_YET,
    NotYet,
    Unknown,
    people_unknown,
    unknown_in,
)
from interview_followup.language._subject import Subject

Node: TypeAlias = Expression[Any]


# -- facts, constants and names -------------------------------------------------------------------


def detail_fact(node: Node, subject: Subject) -> Any:
    return _given(node, subject, NOT_YET, object)


def moment_fact(node: Node, subject: Subject) -> Any:
    """Return the moment, or the day where no more of it is known."""
    fact: Fact = node.leaf
    value = _given(node, subject, NOT_YET, date)
    if value is NOT_YET or isinstance(value, Unknown | Day):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return a_day(value, subject.widened(fact.per).zone)
    return _instant(fact, value)


def count_fact(node: Node, subject: Subject) -> Any:
    value = _given(node, subject, 0, int)
    if isinstance(value, Unknown) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    message = f"gave {shown(value)}, which is no whole number"
    raise invalid(node.leaf.name, message, "give an int")


def condition_fact(node: Node, subject: Subject) -> Any:
    value = _given(node, subject, False, bool)
    if isinstance(value, (bool, Unknown)):
        return value
    mend = "give a bool"
    raise invalid(node.leaf.name, f"gave {shown(value)}, which is neither true nor false", mend)


def _given(node: Node, subject: Subject, not_yet: Any, kind: type) -> Any:
    """Return what a fact gives; where nothing is there it is unknown, or else not yet.

    Of whoever was met nothing is known that may differ between people. What a search says in its
    facts, and is not of the kind that the rules ask for, is as good as not said: it may be what
    other rules asked for, and is among the problems of a plan.
    """
    fact: Fact = node.leaf
    if subject.is_whoever and node.personal:
        return people_unknown(subject.meeting.identities)
    values = [operand.evaluate(subject) for operand in node.operands]
    if unknown := _unknown(values):
        return unknown
    try:
        value = fact.get(subject, *map(_argument, node.operands, values, repeat(subject)))
    except FollowupError:
        raise
    except Exception as error:
        raise _failed(fact, subject, error) from error
    if fact.own is not None and not _fits(value, kind):
        value = None
    if value is None and fact.unknown_if_missing:
        return fact.unknown(subject.widened(fact.per).identities)
    return not_yet if value is None or value is NOT_YET else value


def _failed(fact: Fact, subject: Subject, error: Exception) -> FactFailed:
    """Return the error for a function that raised one, with the line where that begins."""
    failure = escaped(f"{fact.name} of {subject.label} cannot be told")
    why = reason(error)
    if isinstance(error, RecursionError):
        why = "it hangs on itself, or on what hangs on it"
    line = getattr(getattr(fact.get, "__code__", None), "co_firstlineno", None)
    place = "" if line is None else f" (line {line} of {fact.get.__module__})"
    return FactFailed(f"{failure}: {why}{place}", fact.name)


def _argument(operand: Node, value: Any, subject: Subject) -> Any:
    """Return a value as the function of a fact takes it: a moment as a clock in its zone shows it.

    What has not happened is None.
    """
    if value is NOT_YET:
        return None
    return _clock.local(value, operand.zone(subject).key) if operand.is_moment else value


def _fits(value: Any, kind: type) -> bool:
    """Tell whether what a search says is of a kind; truth is no number."""
    is_truth_for_number = kind is int and isinstance(value, bool)
    return isinstance(value, kind | Day | NotYet | Unknown) and not is_truth_for_number


def _instant(fact: Fact, value: Any) -> datetime:
    if type(value) is datetime and value.tzinfo is UTC:
        return value
    if not isinstance(value, datetime):
        raise invalid(
            fact.name, f"gave {shown(value)}, which is no moment", "give an aware datetime"
        )
    if value.utcoffset() is None:
        raise invalid(fact.name, f"gave {value.isoformat()}, which has no zone", "give it one")
    return _clock.instant_of(value)


def literal(node: Node, _: Subject) -> Any:
    return node.constant


def named(node: Node, subject: Subject) -> Any:
    return node.operands[0].evaluate(subject)


# -- which operands are looked at -----------------------------------------------------------------


def first_operand(node: Node, _: Subject) -> Iterable[Node]:
    return node.operands[:1]


def start_of_days(node: Node, _: Subject) -> Iterable[Node]:
    """Give the moment that a time of day is for; where that is some days on, what they are from."""
    base = node.operands[0]
    return base.operands[:1] if _counts_days(base) else node.operands[:1]


def condition_and_chosen(node: Node, subject: Subject) -> Iterable[Node]:
    yield node.operands[2]
    chosen = choose_when(node, subject)
    if chosen is not None:
        yield chosen


def until_known(node: Node, subject: Subject) -> Iterable[Node]:
    for operand in node.operands:
        yield operand
        if isinstance(operand.evaluate(subject), datetime):
            return


def until_decided(node: Node, subject: Subject) -> Iterable[Node]:
    for operand in node.operands:
        yield operand
        if operand.evaluate(subject) is node.operator.decisive:
            return


# -- moments from a moment ------------------------------------------------------------------------


def shift(node: Node, subject: Subject) -> Any:
    """Move a moment by a period, forward or back."""
    base, period = node.operands
    moment = base.evaluate(subject)
    if not isinstance(moment, datetime):
        return moment
    direction = node.operator.direction or 1
    return _clock.shift(moment, period.constant, base.zone(subject), subject.works, direction)


def at(node: Node, subject: Subject) -> Any:
    """Give a time of the day of a moment; some days after a moment, that of the calendar day.

    This is so even where the moment itself would fall into a gap, and so into the next day.
    """
    base, clock = node.operands[0], node.operands[1].constant
    if _counts_days(base):
        return _at_some_days_on(base, clock, subject)
    moment = base.evaluate(subject)
    if not isinstance(moment, datetime):
        return moment
    return _clock.at(moment, clock, base.zone(subject))


def _counts_days(node: Node) -> bool:
    """Tell whether a node is a moment some days, or working days, from another."""
    is_shift = node.operator.direction is not None
    return is_shift and bool(node.operands[1].constant.keeps_clock)


def _at_some_days_on(base: Node, clock: time, subject: Subject) -> Any:
    start, days = base.operands
    moment = start.evaluate(subject)
    if not isinstance(moment, datetime):
        return moment
    zone, direction = start.zone(subject), base.operator.direction or 1
    day = _clock.day_on(moment, days.constant, direction, zone, subject.works)
    return _clock.starts(day, clock, zone)


def next_at(node: Node, subject: Subject) -> Any:
    base, clock = node.operands
    moment = base.evaluate(subject)
    if not isinstance(moment, datetime):
        return moment
    return _clock.next_at(moment, clock.constant, base.zone(subject))


def midnight(node: Node, subject: Subject) -> Any:
    [base] = node.operands
    moment = base.evaluate(subject)
    if not isinstance(moment, datetime):
        return moment
    return _clock.midnight_after(moment, base.zone(subject))


def let_pass(node: Node, subject: Subject) -> Any:
    """Return the midnight after some days that follow a moment's own; of none, the moment."""
    base, period = node.operands
    moment = base.evaluate(subject)
    if not isinstance(moment, datetime) or period.constant.amount == 0:
        return moment
    known, zone = day_known(source_of(base, subject), subject), base.zone(subject)
    day = (known.first if known else moment).astimezone(zone).date()
    return _clock.end_of(_clock.day_from(day, period.constant, 1, zone, subject.works), zone)


def check_days(node: Node) -> None:
    _, period = node.operands
    if not period.constant.keeps_clock:
        mend = "give days(1) or working_days(1)"
        raise invalid("let_pass", f"{period.constant} are no days", mend)


# -- choices of moments ---------------------------------------------------------------------------


def later(node: Node, subject: Subject) -> Any:
    moments: list[Any] = [operand.evaluate(subject) for operand in node.operands]
    if NOT_YET in moments:
        return NOT_YET
    return _unknown(moments) or max(moments)


def earlier(node: Node, subject: Subject) -> Any:
    moments = [operand.evaluate(subject) for operand in node.operands]
    come = [moment for moment in moments if moment is not NOT_YET]
    return _unknown(come) or min(come, default=NOT_YET)


def last_come(node: Node, subject: Subject) -> Any:
    moments = [operand.evaluate(subject) for operand in node.operands]
    come = [moment for moment in moments if moment is not NOT_YET]
    return _unknown(come) or max(come, default=NOT_YET)


def _unknown(values: list[Any]) -> Unknown | None:
    """Return the unknown that hangs on all the values that are unknown, if one is."""
    unknown = [value for value in values if isinstance(value, Unknown)]
    return unknown_in(*unknown) if unknown else None


def first_known(node: Node, subject: Subject) -> Any:
    values = []
    for operand in node.operands:
        value = operand.evaluate(subject)
        if isinstance(value, datetime):
            return value
        values.append(value)
    return unknown_in(*values) if isinstance(values[-1], Unknown) else NOT_YET


def when(node: Node, subject: Subject) -> Any:
    chosen = choose_when(node, subject)
    return node.operands[2].evaluate(subject) if chosen is None else chosen.evaluate(subject)


def choose_when(node: Node, subject: Subject) -> Node | None:
    """Return the part that the condition chooses, None while it is unknown."""
    then, otherwise, condition = node.operands
    holds = condition.evaluate(subject)
    if isinstance(holds, Unknown):
        return None
    return then if holds else otherwise


def choose(node: Node, subject: Subject) -> Node | None:
    """Return the first operand that has the value of the node, if one has."""
    value = node.evaluate(subject)
    for operand in node.operands:
        if operand.evaluate(subject) == value:
            return operand
    return None


def choose_last_come(node: Node, subject: Subject) -> Node | None:
    """Return the first operand that has the value of the node, None while none has come."""
    return None if node.evaluate(subject) is NOT_YET else choose(node, subject)


def choose_first_known(node: Node, subject: Subject) -> Node | None:
    """Return the operand that has the value of the node; while none has come, the last of them."""
    if node.evaluate(subject) is NOT_YET:
        return node.operands[-1]
    return choose(node, subject)


# -- conditions -----------------------------------------------------------------------------------


def known(node: Node, subject: Subject) -> Any:
    value = node.operands[0].evaluate(subject)
    if subject.is_whoever and node.personal:
        return value  # What is known of somebody is unknown as long as they are.
    return not isinstance(value, Unknown)


def day_known(node: Node, subject: Subject) -> Day | None:
    """Return the day that a fact gives in place of a moment, if it does."""
    value = node.recorded(subject)
    return value if isinstance(value, Day) else None


def happened(node: Node, subject: Subject) -> Any:
    value = node.operands[0].evaluate(subject)
    return value if isinstance(value, Unknown) else value is not NOT_YET


def before(node: Node, subject: Subject) -> Any:
    """Tell whether one moment is before another; what has not happened is after all else."""
    moment, other = (operand.evaluate(subject) for operand in node.operands)
    if moment is NOT_YET:
        return False
    if unknown := _unknown([moment, other]):
        return unknown
    return other is NOT_YET or moment < other


def junction(node: Node, subject: Subject) -> Any:
    """Kleene's and (False decides) and or (True decides)."""
    decisive, values = node.operator.decisive, []
    for operand in node.operands:
        value = operand.evaluate(subject)
        if value is decisive:
            return decisive
        values.append(value)
    return _unknown(values) or not decisive


def negation(node: Node, subject: Subject) -> Any:
    value = node.operands[0].evaluate(subject)
    return value if isinstance(value, Unknown) else not value


def deciding_operand(node: Node, subject: Subject) -> Node | None:
    """Return the first operand that decides the value alone, if one does."""
    for operand in node.operands:
        if operand.evaluate(subject) is node.operator.decisive:
            return operand
    return None


# -- what was done --------------------------------------------------------------------------------


def done(node: Node, subject: Subject) -> Any:
    return _of_history(node, subject, bool)


def times(node: Node, subject: Subject) -> Any:
    return _of_history(node, subject, len)


def last(node: Node, subject: Subject) -> Any:
    return _of_history(node, subject, lambda times: max(map(moment, times), default=NOT_YET))


def at_least(node: Node, subject: Subject) -> Any:
    count, number = node.operands
    value = count.evaluate(subject)
    return value if isinstance(value, Unknown) else value >= number.constant


def times_recorded(node: Node, subject: Subject) -> tuple[Recorded, ...]:
    """Return when an act was done, as far as it counts for something about its history."""
    times = _of_history(node, subject, tuple)
    return () if isinstance(times, Unknown) else times


def _of_history(
    node: Node, subject: Subject, summary: Callable[[tuple[Recorded, ...]], Any]
) -> Any:
    """Summarize when an act was done, or done at or after a moment if there is one.

    Since something known to the day it counts from the first moment of that day, and since
    something unknown, always.
    """
    history, *since = node.operands
    times: Any = history.evaluate(subject)
    if not since or isinstance(times, Unknown):
        return times if isinstance(times, Unknown) else summary(times)
    # It is evaluated even where nothing was done: the words say what it is.
    start = since[0].evaluate(subject)
    if isinstance(start, Unknown):
        return summary(times)
    if not times or start is NOT_YET:
        return summary(())
    start = beginning(day_known(source_of(since[0], subject), subject) or start)
    return summary(tuple([time for time in times if counts_since(time, start)]))


def source_of(node: Node, subject: Subject) -> Node:
    """Return the part that a moment which is chosen, or has a name, has its value from."""
    while True:
        part = node.operands[0] if node.operator.name == "named" else node.chosen(subject)
        if part is None:
            return node
        node = part
