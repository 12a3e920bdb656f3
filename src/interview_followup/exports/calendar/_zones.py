"""Time zones as calendars have them: every change of the clocks over the years that are used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

from interview_followup import _clock

MOMENTS = ("DTSTART", "DTEND", "DUE")
_SECOND = timedelta(seconds=1)


def written(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return an instant as a calendar has it: in a zone, or in UTC where the zone repeats it.

    Calendars have whole seconds; a part of one is made whole, which is never too early.
    """
    if instant.microsecond:
        instant = instant.replace(microsecond=0) + _SECOND
    local = instant.astimezone(zone)
    return instant if _clock.is_repeated(local) else local


def timezones(components: Iterable[Component]) -> list[Timezone]:
    """Return the zones that components use, by name, each over the years in which it is used.

    icalendar's own begin an hour late where the clocks go forward, and have no stable order.
    """
    years: dict[str, set[int]] = defaultdict(set)
    for component in components:
        values: list[Any] = [component[name] for name in MOMENTS if name in component]
        for value in values:
            if zone := value.params.get("TZID"):
                years[zone].add(value.dt.astimezone(UTC).year)
    return [_timezone(name, min(used), max(used)) for name, used in sorted(years.items())]


def _timezone(name: str, first: int, last: int) -> Timezone:
    timezone = Timezone()
    timezone.add("TZID", name)
    for observance in _observances(name, first, last):
        component = TimezoneDaylight() if observance.is_daylight else TimezoneStandard()
        component.add("DTSTART", observance.starts)
        component.add("TZOFFSETFROM", observance.before)
        component.add("TZOFFSETTO", observance.after)
        component.add("TZNAME", observance.name)
        timezone.add_component(component)
    return timezone


class _Observance(NamedTuple):
    """How the clocks of a zone go, from when they read `starts` without having been changed yet."""

    starts: datetime
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


@cache
def _observances(name: str, first: int, last: int) -> tuple[_Observance, ...]:
    zone = _clock.zone(name)
    begin, end = (datetime(year, 1, 1, tzinfo=UTC) for year in (first, last + 1))
    changes = [(change - _SECOND, change) for change in _clock.transitions(zone, begin, end)]
    return tuple([_observance(*change, zone) for change in [(begin, begin), *changes]])


def _observance(before_it: datetime, change: datetime, zone: ZoneInfo) -> _Observance:
    before, after = (moment.astimezone(zone) for moment in (before_it, change))
    offset = before.utcoffset() or timedelta()
    return _Observance(
        starts=(change + offset).replace(tzinfo=None),
        before=offset,
        after=after.utcoffset() or timedelta(),
        name=str(after.tzname()),
        is_daylight=bool(after.dst()),
    )
