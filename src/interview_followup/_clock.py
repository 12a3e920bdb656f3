"""Wall-clock arithmetic: the only module that turns local times into instants and back.

An *instant* is a stdlib `datetime` in UTC. A *wall* time is a naive `datetime` that means nothing
without a zone. Two policies are named here and nowhere else:

gap
    A computed wall time that a zone skips moves forward by the length of the gap.
fold
    A computed wall time that a zone repeats is its first reading.

What somebody *gave* is refused instead: a wall time by `read`, and an aware time that its zone
skips by `model._times`.

The stdlib's `fold=0` implements both: in a gap it reckons with the offset from before it.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache, partial
from typing import Literal, TypeAlias, overload
from zoneinfo import ZoneInfo, available_timezones

import pendulum
from attrs import field, frozen

from interview_followup._errors import InvalidInput, invalid, near, shown
from interview_followup._near_names import near_zone

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
YEAR = "check the year"
ZONE = (
    "give an IANA name such as 'Europe/London': an area and one of its cities in the tz database, "
    "no abbreviation and no offset"
)
SLACK = timedelta(days=366)
"""How far beyond these a rule may reckon: what is given at their edges can still be planned."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)

Works: TypeAlias = Callable[[date], bool]
Direction: TypeAlias = Literal[1, -1]
Unit: TypeAlias = Literal["days", "weeks", "hours", "minutes", "working days"]

_FIRST_RECKONED, _LAST_RECKONED = EARLIEST - SLACK, LATEST + SLACK
_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)
_QUARTER = timedelta(minutes=15)
_AREAS = (
    *("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/"),
    *("Australia/", "Europe/", "Indian/", "Pacific/"),
)
_ALIASES = ("posix/", "right/", "localtime", "posixrules", "Factory")
_LONGEST: dict[Unit, int] = {
    "days": 36_525,
    "weeks": 5_217,
    "hours": 876_600,
    "minutes": 52_596_000,
    "working days": 26_000,
}
_DIGITS = len(str(max(_LONGEST.values())))
_ELAPSED = {"hours": timedelta(hours=1), "minutes": timedelta(minutes=1)}
_CALENDAR = {"days": 1, "weeks": 7}


def _unit(_: Period, __: object, unit: Unit) -> None:
    if unit not in [*_LONGEST]:  # It may be of any type.
        raise invalid("period", f"{shown(unit)} is no unit", near(unit, _LONGEST))


def _amount(period: Period, _: object, amount: int) -> None:
    if type(amount) is not int or not 0 <= amount <= _LONGEST[period.unit]:
        message = f"{shown(amount)} is not a whole number from 0 to {_LONGEST[period.unit]}"
        raise invalid(period.unit, message, _whole(period.unit, amount))


def _whole(unit: Unit, amount: object) -> str:
    """Return the mend for an amount: for a fraction it is in a smaller unit, if that is whole."""
    smaller: dict[Unit, tuple[Unit, int]] = {"hours": ("minutes", 60), "weeks": ("days", 7)}
    if isinstance(amount, float) and unit in smaller:
        name, number = smaller[unit]
        if (whole := amount * number) > 0 and whole.is_integer():
            return f"write {name}({int(whole)})"
    return "give a whole number, and subtract the period to go back"


@frozen(repr=False)
class Period:
    """A length of time, in days that follow the calendar or in hours that elapse.

    Days, weeks and working days keep the time of day when they are added, hours and minutes do not:
    one day is not 24 hours where the clocks change. It may be multiplied, and added to one of its
    own unit.

    >>> days(2) * 3
    days(6)

    Raises:
        InvalidInput: There is no such unit, or the amount is no whole number, negative, or more
            than a hundred years or 26,000 working days.
    """

    unit: Unit = field(validator=_unit)
    """What is counted: `days`, `weeks`, `working days`, `hours` or `minutes`."""
    amount: int = field(validator=_amount)
    """How many of it, from 0 on."""

    def __repr__(self) -> str:
        return f"{self.unit.replace(' ', '_')}({self.amount})"

    def __mul__(self, times: int) -> Period:
        return Period(self.unit, self.amount * times if type(times) is int else times)

    __rmul__ = __mul__

    def __add__(self, other: Period) -> Period:
        if not isinstance(other, Period | int | float | str | timedelta):
            return NotImplemented  # A moment adds it to itself.
        if not isinstance(other, Period) or other.unit != self.unit:
            mend = "add them one after the other, as in moment + days(1) + hours(2)"
            raise invalid(self.unit, f"{shown(other)} cannot be added to {self!r}", mend)
        return Period(self.unit, self.amount + other.amount)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit if self.amount != 1 else self.unit[:-1]}"

    @property
    def keeps_clock(self) -> bool:
        """Whether adding it keeps the time of day, as days do."""
        return self.unit not in _ELAPSED


def read_period(text: str) -> Period:
    """Return the period that a text such as `5 working days` says.

    Raises:
        InvalidInput: It says none.
    """
    number, _, unit = " ".join(text.split()).partition(" ")
    units: dict[str, Unit] = {name: unit for unit in _LONGEST for name in (unit, unit[:-1])}
    is_number = number.isascii() and number.isdecimal() and len(number) <= _DIGITS
    if not is_number or not unit:
        raise invalid("", f"{shown(text)} is not a period", "write one such as '5 working days'")
    if unit not in units:
        message = f"{shown(text)} is not a period: {shown(unit)} is no unit"
        raise invalid("", message, near(unit, _LONGEST))
    return Period(units[unit], int(number))


LONGEST_ZONE = 50
"""No zone has a longer name; each part of one is looked for within those before it."""


@cache
def zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name.

    Raises:
        InvalidInput: The name is not one of the tz database.
    """
    try:
        if len(name) <= LONGEST_ZONE and not name.startswith(_ALIASES):
            return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        pass
    meant = near_zone(name, zone_names())
    mend = f"did you mean {meant!r}?" if meant else ZONE
    raise invalid("timezone", f"{shown(name)} is not an IANA time zone", mend)


@cache
def zone_names() -> tuple[str, ...]:
    """Return the IANA names of the installed tz database, sorted."""
    return tuple(sorted(name for name in available_timezones() if not name.startswith(_ALIASES)))


def transitions(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """Yield the instants in (start, end] at which the clocks of a zone change.

    They are looked for day by day: two changes within a day that cancel each other are not seen.
    """

    def offset(instant: datetime) -> timedelta | None:
        return instant.astimezone(zone).utcoffset()

    while start < end:
        before, day = offset(start), min(_DAY, end - start)
        if offset(start + day) != before:
            seconds = range(day // _SECOND + 1)
            changed = bisect(
                seconds, False, key=lambda second: offset(start + second * _SECOND) != before
            )
            yield start + changed * _SECOND
        start += day


def resolve(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant of a computed wall time, under the two policies above."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def read(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant of a wall time that somebody gave.

    Raises:
        InvalidInput: The zone skips or repeats it, so it does not name one instant; or its year is
            out of range.
    """
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    try:
        instant = first.astimezone(UTC)
    except OverflowError:
        raise invalid("", f"{wall.isoformat()} is not between 1970 and 2200", YEAR) from None
    if first.utcoffset() == second.utcoffset():
        return instant
    if instant.astimezone(zone).replace(tzinfo=None) != wall:
        raise invalid(
            "",
            f"{wall.isoformat()} does not exist in {zone.key}, where the clocks go forward then",
            f"did you mean {instant.astimezone(zone).replace(tzinfo=None).isoformat()}?",
        )
    raise invalid(
        "",
        f"{wall.isoformat()} happens twice in {zone.key}, where the clocks go back then",
        f"give its offset: {first.isoformat()} or {second.isoformat()}",
    )


def given(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return what somebody would give for `read` to return the instant.

    That is a wall time where the zone has it once, else a time with its offset, and in UTC where
    the offset is no whole number of minutes.
    """
    local = instant.astimezone(zone)
    wall = local.replace(tzinfo=None)
    try:
        read(wall, zone)
    except InvalidInput:
        offset = local.utcoffset() or timedelta()
        exact = UTC if offset % timedelta(minutes=1) else timezone(offset)
        return instant.astimezone(exact)
    return wall


def is_in_range(instant: datetime) -> bool:
    """Tell whether an instant that a rule reckoned is near enough to 1970 to 2200."""
    return _FIRST_RECKONED <= instant <= _LAST_RECKONED


def reckoned(moment: datetime) -> datetime | None:
    """Return the instant of a time, if it is aware and one that a rule may reckon."""
    try:
        instant = instant_of(moment) if moment.tzinfo else None
    except OverflowError:
        return None
    return instant if instant and is_in_range(instant) else None


def instant_of(moment: datetime) -> datetime:
    """Return the instant of any aware time, stdlib or pendulum."""
    return _plain(moment, moment.tzinfo).astimezone(UTC)


def exists(moment: datetime) -> bool:
    """Tell whether an aware time can be read off a clock in its own zone."""
    read_back = instant_of(moment).astimezone(moment.tzinfo)
    return _plain(read_back, None) == _plain(moment, None)


@overload
def local(instant: datetime, timezone: str) -> pendulum.DateTime: ...
@overload
def local(instant: datetime | None, timezone: str) -> pendulum.DateTime | None: ...
def local(instant: datetime | None, timezone: str) -> pendulum.DateTime | None:
    """Return an instant, if there is one, as people in a zone read it, both folds kept."""
    if instant is None:
        return None
    wall = instant.astimezone(zone(timezone))
    day, clock = (wall.year, wall.month, wall.day), (wall.hour, wall.minute, wall.second)
    return pendulum.DateTime(
        *day, *clock, wall.microsecond, pendulum.timezone(timezone), fold=wall.fold
    )


def in_words(instant: datetime, zone: ZoneInfo) -> str:
    """Say when an instant is, as in `Tuesday 8 December 2026, 11:00`."""
    wall = instant.astimezone(zone)
    return f"{day_in_words(instant, zone)}, {wall.hour:02}:{wall.minute:02}"


def said(instant: datetime, zone: ZoneInfo, reckoned_in: ZoneInfo | None = None) -> str:
    """Say when an instant is as people do in a sentence: `Tuesday 8 December, 11:00`.

    Of a midnight it is the day alone. Where the clocks of the zone that it was reckoned in show
    another time, that is said as well: `Tuesday 8 December, 16:00 (11:00 in New York)`.
    """
    here = instant.astimezone(zone)
    if reckoned_in is None or agree(instant, zone, reckoned_in):
        is_midnight = here.time() == time(0)
        return said_day(here) if is_midnight else f"{said_day(here)}, {here:%H:%M}"
    there = instant.astimezone(reckoned_in)
    other_day = "" if there.date() == here.date() else f"{said_day(there)}, "
    place = f"({other_day}{there:%H:%M} in {city(reckoned_in)})"
    return f"{said_day(here)}, {here:%H:%M} {place}"


def said_day(day: date) -> str:
    """Say which day it is as people do in a sentence: `Tuesday 8 December`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def seen_from(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Say in few words when an instant is, as seen from now: `tomorrow 09:00`, `Tue 8 Dec 11:00`.

    Within a week its weekday is enough; of a midnight it is the day alone, and the year is said
    where it is another. The two readings of an hour that the clocks repeat have their zones' names.
    """
    here, today = instant.astimezone(zone), now.astimezone(zone).date()
    named = {today: "today", today + _DAY: "tomorrow"}.get(here.date())
    if here.time() == time(0):
        return named or short_day(here, zone, today)
    return f"{named or _weekday_or_day(here, zone, today)} {_clock_time(here)}"


def by_when(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Say in few words by when something is to be done that is over at an instant, seen from now.

    That is `by 18:00` today, or `by Wed 18:00`; what is over at midnight, or more than a week
    ahead, is to be done by the day before: `today`, `by Wed 2 Dec`. So whoever keeps to the words
    is in time.
    """
    here, today = instant.astimezone(zone), now.astimezone(zone).date()
    if here.date() == today:
        return f"by {_clock_time(here)}"
    if here.time() != time(0) and here.date() - today <= 7 * _DAY:
        return f"by {_weekday_or_day(here, zone, today)} {_clock_time(here)}"
    last = here.date() - _DAY
    return "today" if last == today else f"by {short_day(starts(last, time(0), zone), zone, today)}"


def _weekday_or_day(here: datetime, zone: ZoneInfo, today: date) -> str:
    day = short_day(here, zone, today)
    return day[:3] if today < here.date() < today + 7 * _DAY else day


def _clock_time(here: datetime) -> str:
    """Return a time of day, with the zone's name where the clocks show it twice."""
    return f"{here:%H:%M %Z}" if is_repeated(here) else f"{here:%H:%M}"


def is_repeated(here: datetime) -> bool:
    """Tell whether the clocks of its zone show a time twice, of one that they do show."""
    return here.replace(fold=0).utcoffset() != here.replace(fold=1).utcoffset()


def short_day(instant: datetime, zone: ZoneInfo, today: date | None = None) -> str:
    """Say on which day an instant is, as in `Tue 8 Dec`; with its year where today's is another."""
    here = instant.astimezone(zone)
    year = f" {here.year}" if today is not None and today.year != here.year else ""
    return f"{WEEKDAYS[here.weekday()][:3]} {here.day} {MONTHS[here.month - 1][:3]}{year}"


def agree(instant: datetime, zone: ZoneInfo, other: ZoneInfo) -> bool:
    """Tell whether the clocks of two zones show the same time at an instant."""
    return instant.astimezone(zone).utcoffset() == instant.astimezone(other).utcoffset()


def city(zone: ZoneInfo) -> str:
    """Return the city that a zone is named after; of a zone that has none, the whole name."""
    name = zone.key.rpartition("/")[2] if zone.key.startswith(_AREAS) else zone.key
    return name.replace("_", " ")


def quarter(instant: datetime, zone: ZoneInfo, direction: Direction) -> datetime:
    """Return the nearest quarter of an hour on a clock: at or after an instant, or not after it."""
    while past := _past_quarter(instant.astimezone(zone)):
        instant += _QUARTER - past if direction == 1 else -past
    return instant


def _past_quarter(wall: datetime) -> timedelta:
    start = wall.replace(minute=wall.minute // 15 * 15, second=0, microsecond=0, tzinfo=None)
    return wall.replace(tzinfo=None) - start


def day_in_words(instant: datetime, zone: ZoneInfo) -> str:
    """Say on which day an instant is, as in `Tuesday 8 December 2026`."""
    return date_in_words(instant.astimezone(zone))


def date_in_words(day: date) -> str:
    """Say which day it is, as in `Tuesday 8 December 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _plain(moment: datetime, zone: tzinfo | None) -> datetime:
    day, clock = (
        (moment.year, moment.month, moment.day),
        (moment.hour, moment.minute, moment.second),
    )
    return datetime(*day, *clock, moment.microsecond, zone, fold=moment.fold)  # noqa: DTZ001


def shift(
    instant: datetime, period: Period, zone: ZoneInfo, works: Works, direction: Direction = 1
) -> datetime:
    """Return the instant one period later, or earlier."""
    if period.unit in _ELAPSED:
        return instant + direction * period.amount * _ELAPSED[period.unit]
    if period.unit in _CALENDAR:
        return days_later(instant, direction * period.amount * _CALENDAR[period.unit], zone)
    wall = instant.astimezone(zone)
    day = day_from(wall.date(), period, direction, zone, works)
    return resolve(datetime.combine(day, wall.time()), zone)


def days_later(instant: datetime, count: int, zone: ZoneInfo) -> datetime:
    """Return the instant some days later, or before if fewer than none, on a clock in a zone."""
    return (instant.astimezone(zone) + count * _DAY).astimezone(UTC)  # A sum has fold=0.


def day_on(
    instant: datetime, period: Period, direction: Direction, zone: ZoneInfo, works: Works
) -> date:
    """Return the calendar day that lies some days, or working days, after or before an instant."""
    return day_from(instant.astimezone(zone).date(), period, direction, zone, works)


def day_from(day: date, period: Period, direction: Direction, zone: ZoneInfo, works: Works) -> date:
    """Return the calendar day that lies some days, or working days, after or before a day."""
    if period.unit in _CALENDAR:
        return day + direction * period.amount * _CALENDAR[period.unit] * _DAY
    left = period.amount
    while left:
        day += direction * _DAY
        left -= is_workday(day, zone, works)
    return day


def is_workday(day: date, zone: ZoneInfo, works: Works) -> bool:
    """Tell whether people work on that day. A day that a zone skipped is no working day."""
    return works(day) and starts(day, time(12), zone).astimezone(zone).date() == day


def starts(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the instant at which a clock in `zone` reads `clock` on a calendar day."""
    return resolve(datetime.combine(day, clock), zone)


def readings(day: date, clock: time, zone: ZoneInfo) -> list[datetime]:
    """Return when a clock in `zone` reads `clock` on a day: never in a gap, twice in a fold."""
    walls = [datetime.combine(day, clock, zone).replace(fold=fold) for fold in (0, 1)]
    return sorted({instant_of(wall) for wall in walls if exists(wall)})


def at(instant: datetime, clock: time, zone: ZoneInfo) -> datetime:
    """Return the instant at which a clock in `zone` reads `clock` on the instant's local day."""
    return starts(instant.astimezone(zone).date(), clock, zone)


def next_at(instant: datetime, clock: time, zone: ZoneInfo) -> datetime:
    """Return the first moment at or after an instant at which a clock in `zone` reads `clock`."""
    day = instant.astimezone(zone).date()
    while (moment := starts(day, clock, zone)) < instant:
        day += _DAY
    return moment


def first_moment(day: date, zone: ZoneInfo) -> datetime:
    """Return the midnight at which a day begins."""
    return starts(day, time(0), zone)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the midnight at which a day ends."""
    return starts(day + _DAY, time(0), zone)


def midnight_after(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return the first midnight strictly after an instant.

    Every day has one midnight, its first reading; a day that starts later, because the clocks
    skip its midnight, has it at the end of the gap.
    """
    day = instant.astimezone(zone).date()
    while (midnight := end_of(day, zone)) <= instant:
        day += _DAY
    return midnight


def office_time(
    instant: datetime, opens: time, closes: time, zone: ZoneInfo, works: Works
) -> datetime:
    """Return the first moment at or after `instant` in [opens, closes) of a working day."""
    return in_hours(instant, opens, closes, zone, partial(is_workday, zone=zone, works=works))


def in_hours(
    instant: datetime, opens: time, closes: time, zone: ZoneInfo, counts: Callable[[date], bool]
) -> datetime:
    """Return the first moment at or after an instant in [opens, closes) of a day that counts.

    Hours that close at 00:00 last until the day ends. Where the clocks skip the time at which the
    hours begin, they begin with the first time after it.
    """

    def lies_in(moment: datetime) -> bool:
        wall = moment.astimezone(zone)
        return is_between(wall.time(), opens, closes) and counts(wall.date())

    if lies_in(instant):
        return instant
    day = instant.astimezone(zone).date()
    while True:
        if counts(day):
            beginnings = [moment for moment in _beginnings(day, opens, zone) if moment >= instant]
            if moments := [moment for moment in beginnings if lies_in(moment)]:
                return min(moments)
        day += _DAY


def is_between(clock: time, opens: time, closes: time) -> bool:
    """Tell whether a time of day is in [opens, closes), which may go on past midnight."""
    if opens < closes:
        return opens <= clock < closes
    return clock >= opens or clock < closes


def _beginnings(day: date, opens: time, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield when hours may begin on a day: as a clock reads `opens`, or as the clocks change."""
    yield starts(day, opens, zone)
    before, end = first_moment(day, zone) - _SECOND, end_of(day, zone)
    if before.astimezone(zone).utcoffset() != end.astimezone(zone).utcoffset():
        yield from readings(day, opens, zone)
        yield from transitions(zone, before, end)
