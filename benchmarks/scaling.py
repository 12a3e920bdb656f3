"""How the time of `plan` and `check` grows with a search of 10, 100 and 1,000 parts.

An exponent, fitted over the three, of 1 is linear, of 2 quadratic. What grows is the number of
applications, of people met at two interviews, of interviews, or of acts done. A forecast plans
after each of about six acts for each application; it is timed on smaller searches.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from math import log
from statistics import linear_regression
from time import process_time
from typing import TypeAlias
from zoneinfo import ZoneInfo

from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    check,
    forecast,
    plan,
)

LONDON = ZoneInfo("Europe/London")
STARTS = datetime(2026, 11, 24, 10, tzinfo=LONDON)
NOW = datetime(2026, 11, 24, 15, tzinfo=LONDON)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
Sizes: TypeAlias = tuple[int, ...]

SIZES: Sizes = (10, 100, 1000)
ROUNDS = 3


def with_applications(number: int) -> JobSearch:
    """Return a search with so many applications, each with an interview and a live offer."""
    return JobSearch(
        timezone="Europe/London",
        applications=[applied(index) for index in range(number)],
    )


def applied(index: int) -> Application:
    starts = STARTS + index * HOUR
    met = Interview(
        starts=starts,
        ends=starts + HOUR,
        interviewers=[Person(name="Priya Shah"), Person(name="Tom Reed")],
        questions=[AskedQuestion(text="Why did you leave?", tricky=True)],
    )
    return Application(
        employer=f"Employer {index}",
        interviews=[met],
        offer=Offer(received=starts + DAY, reply_by=starts + 9 * DAY) if index % 2 else None,
        promise=Promise(by=(starts + 5 * DAY).date()) if index % 3 else None,
        recruiter=Person(name="Robin Vale"),
    )


def with_interviewers(number: int) -> JobSearch:
    """Return a search with two interviews with the same people, so many of them."""
    people = [Person(name=f"Person {index}", key=str(index)) for index in range(number)]
    rounds = [
        Interview(starts=STARTS + days * DAY, ends=STARTS + days * DAY + HOUR, interviewers=people)
        for days in (0, 7)
    ]
    return searching(*rounds)


def with_interviews(number: int) -> JobSearch:
    """Return a search with so many interviews with one and the same person."""
    priya = Person(name="Priya Shah")
    days = [STARTS + number * DAY for number in range(number)]
    return searching(
        *[Interview(starts=day, ends=day + HOUR, interviewers=[priya]) for day in days]
    )


def with_done(number: int) -> JobSearch:
    """Return a search with an interview at which so many acts are done, for ten people."""
    people = [Person(name=f"Person {index}") for index in range(10)]
    done = [
        Done(act="connect" if index % 2 else "thank-you", to=person.name, at=at)
        for index in range(number)
        for person, at in [(people[index % 10], STARTS + 2 * HOUR + index * MINUTE)]
    ]
    met = Interview(starts=STARTS, ends=STARTS + HOUR, interviewers=people, done=done)
    return searching(met)


def searching(*interviews: Interview) -> JobSearch:
    return JobSearch(
        timezone="Europe/London",
        applications=[Application(employer="Acme", interviews=interviews)],
    )


def planned(search: JobSearch) -> object:
    return plan(search, now=NOW)


def checked(search: JobSearch) -> object:
    [first, *_] = search.applications
    return check(search, "chase", at=NOW, of=first)


def foreseen(search: JobSearch) -> object:
    return forecast(search, now=NOW, horizon=NOW + 60 * DAY)


WORK: dict[str, tuple[Callable[[int], JobSearch], Callable[[JobSearch], object], Sizes]] = {
    "plan, by applications": (with_applications, planned, SIZES),
    "plan, by interviewers": (with_interviewers, planned, SIZES),
    "plan, by interviews": (with_interviews, planned, SIZES),
    "plan, by acts done": (with_done, planned, SIZES),
    "check, by applications": (with_applications, checked, SIZES),
    "forecast, by applications": (with_applications, foreseen, (10, 30, 100)),
}


def seconds(work: Callable[[JobSearch], object], search: JobSearch) -> float:
    """Return the shortest time that some work takes, of several rounds."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        begun = process_time()
        work(search)
        times.append(process_time() - begun)
    return min(times)


def main() -> int:
    """Print the times for each size, and the exponent of their growth."""
    for name, (build, work, sizes) in WORK.items():
        times = [seconds(work, build(size)) for size in sizes]
        slope, _ = linear_regression(
            [log(size) for size in sizes], [log(duration) for duration in times]
        )
        pairs = zip(sizes, times, strict=True)
        shown = ", ".join(f"{size:,}: {duration * 1000:.1f} ms" for size, duration in pairs)
        print(f"{name:<27}{shown:<48}exponent {slope:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
