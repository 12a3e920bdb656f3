"""A moment of which only the day is known, as facts give it, and what counts since it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple, TypeAlias, overload
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup.language._missing import Missing
from interview_followup.model._days import DAYS, moment_of


class Day(NamedTuple):
    """A moment of which only the day is known: it stands for the end of the day."""

    first: datetime
    """The first moment of the day, in UTC."""
    end: datetime
    """The midnight that ends the day, in UTC."""
    missing: frozenset[Missing] = frozenset()
    """The facts that would tell it better."""
    asked_from: datetime | None = None
    """From when on to ask for them, in UTC; None if at once."""


Recorded: TypeAlias = datetime | Day
"""A moment as it is on record: an instant in UTC, or a day."""


@overload
def recorded(place: str, value: date | datetime, zone: ZoneInfo) -> Recorded: ...
@overload
def recorded(place: str, value: date | datetime | None, zone: ZoneInfo) -> Recorded | None: ...
def recorded(place: str, value: date | datetime | None, zone: ZoneInfo) -> Recorded | None:
    """Return a value of the model as it is on record; of a day that begins it, a moment."""
    if value is None or isinstance(value, datetime):
        return value
    if DAYS[place].stands_for is _clock.end_of:
        return a_day(value, zone)
    return moment_of(place, value, zone)


def a_day(day: date, zone: ZoneInfo) -> Day:
    """Return a calendar day in a zone."""
    return Day(_clock.first_moment(day, zone), _clock.end_of(day, zone))


def moment(on_record: Recorded) -> datetime:
    """Return the instant that something on record stands for."""
    return on_record.end if isinstance(on_record, Day) else on_record


def beginning(on_record: Recorded) -> datetime:
    """Return the instant since which something counts: of a day, its first moment."""
    return on_record.first if isinstance(on_record, Day) else on_record


def counts_since(on_record: Recorded, start: datetime) -> bool:
    """Tell whether something happened at or after an instant, as far as is known.

    A day did unless it was over by then.
    """
    return on_record.end > start if isinstance(on_record, Day) else on_record >= start
