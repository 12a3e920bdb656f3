"""Dates and times as a file or a command line gives them: local to a zone, or with their own.

What is none of these comes back as `Invalid` with what is wrong, or unchanged for the model to
refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._documents import written
from interview_followup._errors import InvalidInput
from interview_followup._files.likely_times import likely_time
from interview_followup._files.plain_values import read_text
from interview_followup._files.table_keys import unknown_keys
from interview_followup.model._checks import Invalid, refuse, refused
from interview_followup.model._converters import is_nothing
from interview_followup.model._times import instant, required_date_or_instant, zone_name

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?")
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)-(\d\d:\d\d)")


class Form(NamedTuple):
    """What a time may be: the mend for anything else, and for what can only mean one time."""

    mend: str
    mend_of: Callable[[date], str]


A_MOMENT = "write it as 2026-11-24T10:00:00, perhaps with an offset"
IN_A_TABLE = f"{A_MOMENT}; a day stands alone, without a table"

DAY_OR_MOMENT = Form(
    f"{A_MOMENT}, or as a day, 2026-11-24", lambda likely: f"write it as {likely.isoformat()}"
)
MOMENT_IN_A_TABLE = Form(
    IN_A_TABLE,
    lambda likely: DAY_OR_MOMENT.mend_of(likely) if isinstance(likely, datetime) else IN_A_TABLE,
)
DAY = Form("give dates without a time", lambda likely: f"write it as {likely.isoformat()[:10]}")


def read_time(value: Any, zone: ZoneInfo, form: Form = DAY_OR_MOMENT) -> Any:
    """Return an aware time from a time or its text; one without an offset is local to the zone."""
    if value is None:
        return refuse("is missing", form.mend)
    if isinstance(value, str) and (span := _SPAN.fullmatch(value)) and span[2] < span[3]:
        return _refuse_span(value, *span.groups())
    if isinstance(value, str) and _TIME.fullmatch(value):
        with suppress(ValueError):
            value = datetime.fromisoformat(value.upper())
    if not isinstance(value, datetime):
        return refuse(f"{written(value)} is not a date and time", _mend_of(value, form))
    if value.tzinfo is not None:
        return value
    try:
        return _clock.read(value, zone)
    except InvalidInput as error:
        return refused(error)


def _refuse_span(value: str, day: str, start: str, end: str) -> Any:
    """Return what stands in for `2026-11-24 10:00-11:00`, which few mean as an offset."""
    mend = f"write one time, {day}T{start}:00, or with an offset {day}T{start}:00-{end}"
    return refuse(f"{written(value)} may be from {start} to {end}, or have an offset", mend)


def _mend_of(value: Any, form: Form) -> str:
    """Return what to do about a value that is no time: how to write it, if that is certain."""
    if not isinstance(value, str):
        return form.mend
    likely = likely_time(value)
    if likely and _clock.EARLIEST.year <= likely.year < _clock.LATEST.year:
        return form.mend_of(likely)
    time = _TIME.fullmatch(value)
    if time and isinstance(read_date(time[1]), date):
        return "check the time of day and its offset"
    return "check the month and the day" if time or _DATE.fullmatch(value) else form.mend


def moment_from_text(text: str, *, timezone: str, place: str = "moment") -> date | datetime:
    """Return the moment or the day that a text says, as a form, a query or an option has it.

    A time without an offset is local to the time zone. What comes back is an instant in UTC or a
    date, as `plan`, `check`, `record` and `snooze` take them. `place` is what a problem with it is
    said of.

    >>> moment_from_text("2026-12-01 09:00", timezone="Europe/Paris").isoformat()
    '2026-12-01T08:00:00+00:00'

    Raises:
        InvalidInput: It says neither, a time that the zone skips or repeats, or one that is not
            between 1970 and 2200; or there is no such zone.
    """
    day = read_date(text)
    time: Any = read_time(text, _clock.zone(timezone)) if isinstance(day, str) else day
    accepted = required_date_or_instant(time)
    if isinstance(accepted, Invalid):
        raise InvalidInput(problem.within(place) for problem in accepted.problems)
    moment: date | datetime = time
    return moment


def read_moment(value: Any, zone: ZoneInfo) -> Any:
    """Return an aware time from what `read_time` takes, or from a table of `at` and `timezone`."""
    if not isinstance(value, Mapping):
        return read_time(value, zone)
    value = {key: part for key, part in value.items() if not is_nothing(part)}
    problems = list(unknown_keys(value, ("at", "timezone")))
    name = zone_name(read_text(value.get("timezone")))
    if isinstance(name, Invalid):
        problems += [problem.within("timezone") for problem in name.problems]
    there = zone_of(value.get("timezone"), zone)
    moment: datetime | Invalid = instant(read_time(value.get("at"), there, MOMENT_IN_A_TABLE))
    if isinstance(moment, Invalid):
        problems += [problem.within("at") for problem in moment.problems]
        return Invalid(tuple(problems))
    return Invalid(tuple(problems)) if problems else moment.astimezone(there)


def read_date(value: Any) -> Any:
    """Return a date from its text, and anything else unchanged."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    return value


def read_day(value: Any) -> Any:
    """Return a date from a date or its text; a time is none."""
    day = read_date(value)
    if isinstance(day, date) and not isinstance(day, datetime):
        return day
    return refuse(f"{written(value)} is not a date", _mend_of(value, DAY))


def read_date_or_moment(value: Any, zone: ZoneInfo) -> Any:
    """Return a date from a date or its text, and else what `read_moment` makes of it."""
    day = read_date(value)
    if day is None or (isinstance(day, date) and not isinstance(day, datetime)):
        return day
    return read_moment(value, zone)


def zone_of(name: Any, otherwise: ZoneInfo) -> ZoneInfo:
    """Return the zone of a name, or another where there is none.

    A name that is wrong counts as UTC, so that what else is wrong is found as well.
    """
    if name is None:
        return otherwise
    with suppress(InvalidInput):
        if isinstance(name, str):
            return _clock.zone(name)
    return _clock.zone("UTC")
