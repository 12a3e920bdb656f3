"""When people work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from attrs import Factory, field, frozen

from interview_followup._clock import WEEKDAYS
from interview_followup._errors import InvalidInput, Problem, near, shown
from interview_followup.model._checks import Checked, Invalid, refuse, refused
from interview_followup.model._converters import instance, is_nothing, items, text
from interview_followup.model._regions import Region, find_region
from interview_followup.model._times import date_or_instant

MOST_DAYS_OFF = 60
USUAL = Region(weekend=frozenset({"Saturday", "Sunday"}), holidays=frozenset(), made_up=frozenset())
"""What counts where no region is given."""

_DAY = timedelta(days=1)


def _region(value: str | None) -> Any:
    """Accept the code of a region whose holidays are known, or nothing."""
    code = text(value)
    if isinstance(code, str):
        try:
            find_region(code)
        except InvalidInput as error:
            return refused(error)
    return code


def _weekend(value: Iterable[str]) -> Any:
    """Accept the names of weekdays, or nothing, which is what is usual in the region."""
    if is_nothing(value):
        return None
    days = items(value, _weekday, "weekdays")
    if isinstance(days, Invalid):
        return days
    if len(set(days)) == len(WEEKDAYS):
        return refuse("leaves no working day", "leave out a weekday")
    return frozenset(days)


def _weekday(value: Any) -> Any:
    if isinstance(value, Invalid) or (isinstance(value, str) and value in WEEKDAYS):
        return value
    return refuse(f"{shown(value)} is not a weekday", near(value, WEEKDAYS))


def _holidays(value: Iterable[date]) -> Any:
    days = items(value, _holiday, "dates")
    return days if isinstance(days, Invalid) else frozenset(days)


def _holiday(value: Any) -> Any:
    if isinstance(value, Invalid):
        return value
    if isinstance(value, datetime) or not isinstance(value, date):
        return refuse(f"{shown(value)} is not a date", "give dates without a time")
    return date_or_instant(value)


def _usual(workdays: Workdays) -> Region:
    """Return what the region says; what is usual where none is given, or one that is refused."""
    return find_region(workdays.region) if isinstance(workdays.region, str) else USUAL


def _usual_weekend(workdays: Workdays) -> frozenset[str]:
    return _usual(workdays).weekend


@frozen(kw_only=True, repr=False)
class Workdays(Checked):
    """The days on which people work: neither at the weekend nor on holidays.

    At least one weekday is worked, and never more than 60 days in a row are off.

    >>> Workdays(weekend=["Friday", "Saturday"]).works(date(2026, 11, 29))
    True

    Raises:
        InvalidInput: The region or a weekday is not known, a holiday is no date, the extra
            `holidays` is not installed, or too many days are off.
    """

    region: str | None = field(default=None, converter=_region)
    """Where they work, as an ISO 3166 code: `GB-ENG`; None if it makes no difference.

    Its public holidays are off as well, and its weekend is the default. It needs the extra
    `holidays`.
    """
    weekend: frozenset[str] = field(
        default=Factory(_usual_weekend, takes_self=True), converter=_weekend
    )
    """The English names of the weekdays that are off; Saturday and Sunday if not given."""
    holidays: frozenset[date] = field(default=frozenset(), converter=_holidays)
    """Other days that are off, as dates."""
    _weekend_days: frozenset[int] = field(init=False, eq=False, default=frozenset())
    _days_off: frozenset[date] = field(init=False, eq=False, default=frozenset())
    _made_up: frozenset[date] = field(init=False, eq=False, default=frozenset())

    def __attrs_post_init__(self) -> None:
        usual = _usual(self)
        if self.weekend is None:
            object.__setattr__(self, "weekend", usual.weekend)
        weekend, holidays = (
            () if isinstance(days, Invalid) else days for days in (self.weekend, self.holidays)
        )
        object.__setattr__(self, "_weekend_days", frozenset(map(WEEKDAYS.index, weekend)))
        object.__setattr__(self, "_days_off", usual.holidays.union(holidays))
        object.__setattr__(self, "_made_up", usual.made_up)
        super().__attrs_post_init__()

    def _cross_checks(self) -> Iterator[Problem]:
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
        if day in self._days_off:
            return False
        return day.weekday() not in self._weekend_days or day in self._made_up


def workdays_or_none(value: Workdays | str | None) -> Any:
    """Accept working days, the region that they are those of, or nothing."""
    if not isinstance(value, str) or is_nothing(value):
        return instance(Workdays, value)
    region = _region(value)
    return region if isinstance(region, Invalid) else Workdays(region=region)


def workdays(value: Workdays | str) -> Any:
    """Accept working days, or the region that they are those of; nothing is the usual ones."""
    return Workdays() if is_nothing(value) else workdays_or_none(value)
