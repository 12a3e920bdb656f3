"""When people work, and when the candidate is awake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, TypeGuard

from attrs import field, frozen

from interview_followup._clock import WEEKDAYS
from interview_followup._errors import InvalidInput, Problem, near, shown
from interview_followup.model import _regions
from interview_followup.model._fields import (
    Checked,
    Invalid,
    clock_time,
    date_or_instant,
    each_of,
    refuse,
    text,
)

MOST_DAYS_OFF = 60
SATURDAY_AND_SUNDAY = ("Saturday", "Sunday")
SHORTEST = timedelta(hours=1)

_DAY = timedelta(days=1)


def _days_off(value: Iterable[str]) -> Any:
    days = each_of(value, _weekday, "weekdays")
    if not isinstance(days, Invalid) and len(set(days)) == len(WEEKDAYS):
        return refuse("leaves no working day", "leave out a weekday")
    return days if isinstance(days, Invalid) else frozenset(days)


def _weekday(value: Any) -> Any:
    if value in WEEKDAYS:
        return value
    return refuse(f"{shown(value)} is not a weekday", near(str(value), WEEKDAYS))


def _dates(value: Iterable[date]) -> Any:
    days = each_of(value, _date, "dates")
    return days if isinstance(days, Invalid) else frozenset(days)


def _date(value: Any) -> Any:
    if isinstance(value, datetime) or not isinstance(value, date):
        return refuse(f"{shown(value)} is not a date", "give dates without a time")
    return date_or_instant(value)


def known_region(value: str | None) -> Any:
    """Accept the code of a region whose holidays are known, or nothing."""
    accepted = text(value)
    if isinstance(accepted, str):
        try:
            _regions.region(accepted)
        except InvalidInput as error:
            return Invalid(error.problems)
    return accepted


@frozen(kw_only=True, repr=False)
class Workdays(Checked):
    """On which days people work: not at the `weekend` (names of weekdays), not on `holidays`.

    With a `region`, an ISO 3166 code such as `GB-ENG`, its public holidays are off as well, and
    its weekend is the default; it needs the extra `holidays`. At least one weekday works, and never
    more than 60 days in a row are off.
    """

    region: str | None = field(default=None, converter=known_region)
    weekend: frozenset[str] = field(converter=_days_off)
    holidays: frozenset[date] = field(default=(), converter=_dates)
    _off: frozenset[int] = field(init=False, eq=False)
    _closed: frozenset[date] = field(init=False, eq=False)
    _made_up: frozenset[date] = field(init=False, eq=False, default=frozenset())

    @weekend.default
    def _(self) -> Iterable[str]:
        return _regions.region(self.region).weekend if _known(self.region) else SATURDAY_AND_SUNDAY

    def __attrs_post_init__(self) -> None:
        weekend, closed = (
            () if isinstance(each, Invalid) else each for each in (self.weekend, self.holidays)
        )
        object.__setattr__(self, "_off", frozenset(map(WEEKDAYS.index, weekend)))
        object.__setattr__(self, "_closed", frozenset(closed))
        if _known(self.region):
            found = _regions.region(self.region)
            object.__setattr__(self, "_closed", found.holidays.union(closed))
            object.__setattr__(self, "_made_up", found.made_up)
        super().__attrs_post_init__()

    def _problems(self) -> Iterator[Problem]:
        for holiday in sorted(filter(None, self.holidays or ())):
            first = last = holiday
            while not self.works(first - _DAY):
                first -= _DAY
            while not self.works(last + _DAY):
                last += _DAY
            if (last - first).days >= MOST_DAYS_OFF:
                message = f"leaves more than {MOST_DAYS_OFF} days off in a row from {first}"
                yield Problem("holidays", message, "leave some of them out")
                return

    def works(self, day: date) -> bool:
        """Tell whether people work on a calendar day."""
        if day in self._closed:
            return False
        return day.weekday() not in self._off or day in self._made_up


def _known(region: object) -> TypeGuard[str]:
    return isinstance(region, str)


def _hours(value: time | str) -> Any:
    return refuse("is missing", "leave it out") if value is None else clock_time(value)


@frozen(kw_only=True, repr=False)
class WakingHours(Checked):
    """When the candidate can act, on a clock in their own zone: in [starts, ends) of every day.

    They may last past midnight, and are at least an hour. Where both are the same, they are the
    whole day. The default, 07:00 to 22:00, is a choice of this library's.
    """

    starts: time = field(default=time(7), converter=_hours)
    ends: time = field(default=time(22), converter=_hours)

    def _problems(self) -> Iterator[Problem]:
        if self.starts and self.ends and timedelta(0) < self._length < SHORTEST:
            yield Problem("ends", "is less than an hour after starts", "give a later time")

    @property
    def _length(self) -> timedelta:
        clocks = (self.starts, self.ends)
        first, last = (datetime.combine(date.min, each) for each in clocks)
        return (last - first) % _DAY
