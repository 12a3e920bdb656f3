"""When the candidate is awake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from attrs import field, frozen

from interview_followup._errors import Problem
from interview_followup.model._checks import Checked
from interview_followup.model._converters import instance, is_nothing
from interview_followup.model._times import clock_time

SHORTEST = timedelta(hours=1)
STARTS, ENDS = time(7), time(22)


def _starts(value: time | str) -> Any:
    return STARTS if is_nothing(value) else clock_time(value)


def _ends(value: time | str) -> Any:
    return ENDS if is_nothing(value) else clock_time(value)


@frozen(kw_only=True, repr=False)
class WakingHours(Checked):
    """When the candidate can act: the same hours every day, on the clocks of their own zone.

    The hours may go on past midnight, and last an hour at least; where both ends are the same, they
    are the whole day. The default, 07:00 to 22:00, is a choice of this library's.

    Raises:
        InvalidInput: A time carries a zone or cannot be read, or they last less than an hour.
    """

    starts: time = field(default=STARTS, converter=_starts)
    """From when: a time of day without a zone, or the text of one such as `07:00`."""
    ends: time = field(default=ENDS, converter=_ends)
    """Until when, that moment left out: a time of day, or the text of one."""

    def _cross_checks(self) -> Iterator[Problem]:
        if self.starts and self.ends and timedelta(0) < self._length < SHORTEST:
            yield Problem("ends", "is less than an hour after starts", "give a later time")

    @property
    def _length(self) -> timedelta:
        starts, ends = (datetime.combine(date.min, clock) for clock in (self.starts, self.ends))
        return (ends - starts) % timedelta(days=1)


def waking_hours(value: WakingHours) -> Any:
    """Accept waking hours; nothing is the usual ones."""
    return WakingHours() if is_nothing(value) else instance(WakingHours, value)
