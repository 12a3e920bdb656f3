"""No law is broken around any change of the clocks, from 1970 to 2037, in any zone.

Run `python tests/sweep.py`. An interview ends just before each change, at it, just after it, inside
the hour that is repeated (both readings), and so many days before that a moment reckoned in days
falls inside. Of another only the day is known: that of the change, and the day before.

What the rules say of such an interview hangs on nothing but the weekday and the time of the change,
and what the clocks do around it. Where two changes agree in these, in two zones or in two years,
only the first is looked at; the windows of the last have to be the same, reckoned from the change.
The laws about windows are checked at every interview, the others at one of each change, in turn.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from time import monotonic
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import CV_LIBRARY, JobSearch, _clock, plan
from interview_followup.laws import LAWS
from interview_followup.laws._laws import WINDOW_LAWS
from interview_followup.laws._sweep import (
    days_around,
    interview_ending,
    interview_on,
    placements,
)

FIRST, LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
BEFORE, AFTER = timedelta(days=10), timedelta(days=45)


class Change(NamedTuple):
    """A change of the clocks of a zone."""

    zone: str
    instant: datetime


class Shape(NamedTuple):
    """What the rules can see of a change: nothing of its year, nor of the zone's name."""

    weekday_and_time: str
    """On the clocks as they are after it."""
    around: tuple[tuple[timedelta, timedelta], ...]
    """The changes around it: how long after it, and by how much the clocks are ahead then."""


def changes(name: str) -> list[tuple[Change, Shape]]:
    """Return every change of a zone's clocks, with its shape."""
    zone = _clock.zone(name)
    instants = list(_clock.transitions(zone, FIRST, LAST))
    shapes = []
    for instant in instants:
        start, end = instant - BEFORE, instant + AFTER
        around = tuple(
            (other - instant, _offset(other, zone) - _offset(start, zone))
            for other in instants
            if start <= other <= end
        )
        weekday_and_time = f"{instant.astimezone(zone):%a %H:%M:%S}"
        shapes.append((Change(name, instant), Shape(weekday_and_time, around)))
    return shapes


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta(0)


def interviews(change: Change) -> list[tuple[str, datetime, JobSearch]]:
    """Return interviews around a change: where each is, when it ends, and a search with it."""
    name, instant = change
    zone = _clock.zone(name)
    placed = [
        (where, ends, interview_ending(ends, name)) for where, ends in placements(instant, zone)
    ]
    on_days = [
        ("on a day of", _clock.end_of(day, zone), interview_on(day, name))
        for day in days_around(instant, zone)
    ]
    return placed + on_days


def breaches(number: int, change: Change) -> list[str]:
    """Return what breaks a law around a change."""
    placed = interviews(change)
    return [
        f"{change.zone}, {where} {change.instant}: law {law.number}: {breach.text}"
        for index, (where, ends, search) in enumerate(placed)
        for law in (LAWS if index == number % len(placed) else WINDOW_LAWS)
        if (breach := law.breach(search, now=ends, rules=CV_LIBRARY))
    ]


def windows(change: Change) -> list[tuple[str, list[timedelta | None]]]:
    """Return the windows after the interviews around a change, reckoned from it."""
    return [
        (action.act, [None if time is None else time - change.instant for time in times])
        for _, ends, search in interviews(change)
        for action in plan(search, now=ends).actions
        for window in [action.window]
        for times in [(window.opens, window.best, window.due, window.closes)]
    ]


def main() -> int:
    """Sweep, print what was covered and what was broken; return 1 if anything was."""
    began = monotonic()
    names = _clock.zone_names()
    alike: defaultdict[Shape, list[Change]] = defaultdict(list)
    with ProcessPoolExecutor() as pool:
        for of_zone in pool.map(changes, names, chunksize=8):
            for change, shape in of_zone:
                alike[shape].append(change)
        firsts = [group[0] for group in alike.values()]
        lasts = [group[-1] for group in alike.values()]
        broken = [text for texts in pool.map(breaches, count(), firsts) for text in texts]
        broken += [
            f"after {last} windows differ from those after {first}"
            for first, last, before, after in zip(
                firsts, lasts, pool.map(windows, firsts), pool.map(windows, lasts), strict=True
            )
            if before != after
        ]
    print(
        f"{len(names)} zones, {sum(map(len, alike.values())):,} changes of the clocks from 1970 to "
        f"2037, {len(alike):,} of them different; {sum(map(len, map(interviews, firsts))):,} "
        f"interviews: {len(WINDOW_LAWS)} laws at each, all {len(LAWS)} at one of each change, "
        f"in {monotonic() - began:.0f} s"
    )
    print(*broken[:20], f"{len(broken)} breaches", sep="\n")
    return 1 if broken or not firsts else 0


if __name__ == "__main__":
    sys.exit(main())
