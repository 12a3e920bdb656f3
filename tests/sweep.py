"""No law is broken around any change of the clocks, from 1970 to 2037, in any zone.

Run `python tests/sweep.py`. An interview ends just before each change, at it, just after it, inside
the hour that is repeated (both readings), and so many days before that a moment reckoned in days
falls inside. Of another only the day is known: that of the change, and the day before.

What the rules say of such an interview hangs on nothing but the clocks of its zone around it. Where
these agree in two zones, or in two years, only the first is looked at. The laws about windows are
checked at every placement, the others at one of every eighth change, in turn.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeAlias

from interview_followup import CV_LIBRARY, _clock
from interview_followup.laws import LAWS, Law
from interview_followup.laws._laws import WINDOW_LAWS
from interview_followup.laws._sweep import (
    days_around,
    interview_ending,
    interview_on,
    placements,
)

Change: TypeAlias = tuple[str, datetime]
Offsets: TypeAlias = tuple[tuple[datetime, timedelta | None], ...]

FIRST, LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
BEFORE, AFTER = timedelta(days=10), timedelta(days=45)
EVERY = 8
OTHERS = tuple(law for law in LAWS if law not in WINDOW_LAWS)


def changes(name: str) -> list[tuple[Change, Offsets]]:
    """Return every change of a zone's clocks, with what its clocks do around it."""
    zone = _clock.zone(name)
    instants = [FIRST, *_clock.transitions(zone, FIRST, LAST)]
    offsets = [(instant, instant.astimezone(zone).utcoffset()) for instant in instants]
    found = []
    for instant in instants[1:]:
        near = [each for each in offsets if instant - BEFORE <= each[0] <= instant + AFTER]
        start = instant - BEFORE
        around = ((start, start.astimezone(zone).utcoffset()), *near)
        found.append(((name, instant), around))
    return found


def broken(job: tuple[int, Change]) -> tuple[int, int, list[str]]:
    """Return how often the laws were checked around a change, in how many places, and breaches."""
    number, (name, instant) = job
    zone = _clock.zone(name)
    placed = [
        (where, ends, interview_ending(ends, name)) for where, ends in placements(instant, zone)
    ]
    placed += [
        ("on a day of", _clock.end_of(day, zone), interview_on(day, name))
        for day in days_around(instant, zone)
    ]
    breaches: list[str] = []
    checks = 0
    for index, (where, ends, search) in enumerate(placed):
        laws: tuple[Law, ...] = WINDOW_LAWS
        if number % EVERY == 0 and index == number // EVERY % len(placed):
            laws += OTHERS
        checks += len(laws)
        breaches += [
            f"{name}, {where} {instant}: law {law.number}: {breach.text}"
            for law in laws
            if (breach := law.breach(search, now=ends, rules=CV_LIBRARY))
        ]
    return len(placed), checks, breaches


def main() -> int:
    """Sweep, print what was covered and what was broken; return 1 if anything was."""
    began = time.monotonic()
    names = _clock.zone_names()
    with ProcessPoolExecutor() as pool:
        every = [each for held in pool.map(changes, names, chunksize=8) for each in held]
        distinct: dict[Offsets, Change] = {}
        for change, around in every:
            distinct.setdefault(around, change)
        print(
            f"{len(names)} zones, {len(every):,} changes of the clocks from 1970 to 2037; "
            f"{len(distinct):,} of them differ",
            flush=True,
        )
        jobs: Iterator[tuple[int, Change]] = zip(count(), distinct.values())
        results = list(pool.map(broken, jobs, chunksize=32))
    places, checks = sum(each[0] for each in results), sum(each[1] for each in results)
    breaches = [text for each in results for text in each[2]]
    print(
        f"{places:,} interviews: {len(WINDOW_LAWS)} laws at each, all {len(LAWS)} at one of every "
        f"{EVERY}th change; {checks:,} checks in {time.monotonic() - began:.0f} s"
    )
    print(*breaches[:20], f"{len(breaches)} breaches", sep="\n")
    return 1 if breaches or not places else 0


if __name__ == "__main__":
    sys.exit(main())
