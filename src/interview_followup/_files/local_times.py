"""Dates and times as a file or a command line gives them: local to a zone, or with their own.

What is none of these comes back as `Invalid` with what is wrong, or unchanged for the model to
refuse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import InvalidInput, shown
from interview_followup._files.table_keys import unknown_keys
from interview_followup.model._checks import Invalid, refuse, refused
from interview_followup.model._converters import is_nothing
from interview_followup.model._times import instant, zone_name

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?")


def read_time(value: Any, zone: ZoneInfo) -> Any:
    """Return an aware time from a time or its text; one without an offset is local to the zone."""
    if isinstance(value, str) and _TIME.fullmatch(value):
        try:
            value = datetime.fromisoformat(value.upper())
        except ValueError as error:
            return refuse(f"{shown(value)} is not a date and time", f"correct it: {error}")
    if not isinstance(value, datetime):
        mend = "write it as 2026-11-24T10:00, perhaps with an offset"
        if value is None:
            return refuse("is missing", mend)
        return refuse(f"{_as_written(value)} is not a date and time", mend)
    if value.tzinfo is not None:
        return value
    try:
        return _clock.read(value, zone)
    except InvalidInput as error:
        return refused(error)


def _as_written(value: Any) -> str:
    """Return how a value looks; a date or a time as it is written in a file."""
    return shown(str(value) if isinstance(value, date | time) else value)


def read_moment(value: Any, zone: ZoneInfo) -> Any:
    """Return an aware time from what `read_time` takes, or from a table of `at` and `timezone`."""
    if not isinstance(value, Mapping):
        return read_time(value, zone)
    value = {key: part for key, part in value.items() if not is_nothing(part)}
    problems = list(unknown_keys(value, ("at", "timezone")))
    name = zone_name(value.get("timezone"))
    if isinstance(name, Invalid):
        problems += [problem.within("timezone") for problem in name.problems]
    there = zone_of(value.get("timezone"), zone)
    moment: datetime | Invalid = instant(read_time(value.get("at"), there))
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
