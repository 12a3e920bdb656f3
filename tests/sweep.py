"""No law is broken around any change of the clocks, from 1970 to 2037, in any zone.

Run `python tests/sweep.py`. An interview ends just before each change, at it, just after it, inside
the hour that is repeated (both readings), and so many days before that a moment reckoned in days
falls inside. Of another only the day is known: that of the change, and the day before.

What the rules say of such an interview hangs on nothing but the weekday and the time of the change,
and what the clocks do around it. Where two changes agree in these, in two zones or in two years,
only the first is looked at. The laws about windows are checked at every interview, the others at
one of each change, in turn.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import CV_LIBRARY, _clock
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


def broken(number: int, change: Change) -> tuple[int, list[str]]:
    """Return at how many interviews around a change the laws were checked, and the breaches."""
    name, instant = change
    zone = _clock.zone(name)
    placed = [
        (where, ends, interview_ending(ends, name)) for where, ends in placements(instant, zone)
    ]
    placed += [
        ("on a day of", _clock.end_of(day, zone), interview_on(day, name))
        for day in days_around(instant, zone)
    ]
    breaches = [
        f"{name}, {where} {instant}: law {law.number}: {breach.text}"
        for index, (where, ends, search) in enumerate(placed)
        for law in (LAWS if index == number % len(placed) else WINDOW_LAWS)
        if (breach := law.breach(search, now=ends, rules=CV_LIBRARY))
    ]
    return len(placed), breaches


def main() -> int:
    """Sweep, print what was covered and what was broken; return 1 if anything was."""
    began = time.monotonic()
    names = _clock.zone_names()
    number = 0
    different: dict[Shape, Change] = {}
    with ProcessPoolExecutor() as pool:
        for of_zone in pool.map(changes, names, chunksize=8):
            number += len(of_zone)
            for change, shape in of_zone:
                different.setdefault(shape, change)
        results = list(pool.map(broken, count(), different.values()))
    interviews = sum(placed for placed, _ in results)
    breaches = [text for _, texts in results for text in texts]
    seconds = time.monotonic() - began
    print(
        f"{len(names)} zones, {number:,} changes of the clocks from 1970 to 2037, "
        f"{len(different):,} of them different; {interviews:,} interviews around them, "
        f"{len(WINDOW_LAWS)} laws at each, all {len(LAWS)} at one of each change, "
        f"in {seconds:.0f} s"
    )
    print(*breaches[:20], f"{len(breaches)} breaches", sep="\n")
    return 1 if breaches or not interviews else 0


if __name__ == "__main__":
    sys.exit(main())
