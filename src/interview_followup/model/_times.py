"""Converters for times: instants, dates, periods, times of day and the names of zones."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, tzinfo
from typing import Any

from interview_followup import _clock
from interview_followup._clock import Period
from interview_followup._errors import InvalidInput, shown
from interview_followup.model._checks import Invalid, refuse, refused
from interview_followup.model._converters import is_nothing, text
from interview_followup.model._days import moment_of

PERIOD_MEND = "give one such as '5 working days'"
CLOCK_MEND = "give one such as '07:00'"


def instant(value: datetime | None) -> Any:
    """Accept an aware time from 1970 to 2200 as an instant in UTC, or nothing."""
    if value is None or is_nothing(value):
        return None
    if isinstance(value, Invalid):
        return value
    try:
        return _instant(value)
    except Exception as error:  # A zone is code of somebody else's, which may do anything.
        message = f"cannot be read: its time zone raises {type(error).__name__}"
        return refuse(message, "give it another, as in ZoneInfo('Europe/London')")


def _instant(value: datetime) -> Any:
    if value.utcoffset() is None:
        return refuse(
            f"{value.isoformat()} has no time zone",
            "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
        )
    if not _in_range(value):
        return _out_of_range(value)
    if not _clock.exists(value):
        return refuse(
            f"{value.isoformat()} does not exist in its time zone, where the clocks go forward",
            "give a time before or after the gap",
        )
    return _clock.instant_of(value)


def _in_range(value: datetime) -> bool:
    try:
        return _clock.EARLIEST <= _clock.instant_of(value) < _clock.LATEST
    except OverflowError:
        return False


def _out_of_range(value: datetime | date) -> Any:
    return refuse(f"{value.isoformat()} is not between 1970 and 2200", _clock.YEAR)


def to_instant(
    place: str, value: date | datetime, timezone: str, *, option: str | None = None
) -> datetime:
    """Return an argument, any aware time or a day, as an instant in UTC.

    What a day of a zone stands for is in the table of days, under `place`, which is also what the
    argument is called, unless an `option` gave it.

    Raises:
        InvalidInput: It is naive, no time at all, or not between 1970 and 2200.
    """
    moment: date | datetime | Invalid = required_date_or_instant(value)
    if isinstance(moment, Invalid):
        raise InvalidInput(problem.within(option or place) for problem in moment.problems)
    return moment_of(place, moment, _clock.zone(timezone))


def date_or_instant(value: date | datetime | None) -> Any:
    """Accept a calendar date, an aware time, or nothing."""
    if isinstance(value, date) and not isinstance(value, datetime):
        if not _clock.EARLIEST.year <= value.year < _clock.LATEST.year:
            return _out_of_range(value)
        return date(value.year, value.month, value.day)
    if isinstance(value, datetime | Invalid) or is_nothing(value):
        return instant(value)
    return refuse(f"{shown(value)} is not a date", "give a date, or a time with a zone")


def required_date_or_instant(value: date | datetime) -> Any:
    """Accept a calendar date, or an aware time."""
    if is_nothing(value):
        return refuse("is missing", "say when: a day, or a day and a time")
    return date_or_instant(value)


def period(value: Period | str | None) -> Any:
    """Accept a period, a text that says one such as `5 working days`, or nothing."""
    if isinstance(value, str) and not is_nothing(value):
        try:
            return _clock.read_period(value)
        except InvalidInput as error:
            return refused(error)
    if isinstance(value, Period | Invalid):
        return value
    if is_nothing(value):
        return None
    return refuse(f"{shown(value)} is not a period", PERIOD_MEND)


def clock_time(value: time | str) -> Any:
    """Accept a time of day without a zone, or a text that says one such as `07:00`."""
    if isinstance(value, Invalid):
        return value
    clock = value
    if isinstance(clock, str):
        with suppress(ValueError):
            clock = time.fromisoformat(clock)
    if not isinstance(clock, time):
        return refuse(f"{shown(value)} is not a time of day", CLOCK_MEND)
    return refuse(f"{shown(value)} carries a zone", "leave it out") if clock.tzinfo else clock


def zone_name(value: str | None) -> Any:
    """Accept the IANA name of a zone."""
    if is_nothing(value):
        return refuse("is missing", "give an IANA name such as 'Europe/London'")
    if isinstance(value, tzinfo):
        return refuse(f"{shown(value)} is not a name", "give the zone's name, as 'Europe/London'")
    name = text(value)
    if isinstance(name, str):
        try:
            _clock.zone(name)
        except InvalidInput as error:
            return refused(error)
    return name
