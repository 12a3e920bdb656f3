"""How long `plan` takes for a panel interview, against the same advice written by hand.

Both have to give equal plans first; then both are timed in turns, in one process.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve, fields
from by_hand import plan_by_hand

from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    Interview,
    JobSearch,
    Person,
    Promise,
    SetAside,
    Workdays,
    plan,
    read_search,
)
from interview_followup.language import days, hours, minutes, working_days

EXAMPLE = Path(__file__).parent.parent / "examples" / "job_search.toml"
LONDON = ZoneInfo("Europe/London")
STARTS = datetime(2026, 11, 24, 10, tzinfo=LONDON)
NOW = datetime(2026, 11, 24, 15, tzinfo=LONDON)
LIMIT = 1.5
ROUNDS, REPEATS = 150, 20
DAY, HOUR, TICK = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)


def panel() -> JobSearch:
    """Return a search with one panel interview of four people."""
    named = ("Priya Shah", "Ana Costa", "Jo Park")
    people = [
        Person(
            name=name,
            email=f"{name.split()[0].lower()}@acme.example",
            linkedin=f"https://www.linkedin.com/in/{name.replace(' ', '-').lower()}",
        )
        for name in named
    ]
    interview = Interview(
        starts=STARTS,
        ends=STARTS + timedelta(hours=1),
        medium="in-person",
        interviewers=[*people, Person(name="Tom Reed")],
        questions=[
            AskedQuestion(text="Why did you leave your last job?", tricky=True),
            AskedQuestion(text="How do you test a pipeline?"),
        ],
    )
    acme = Application(employer="Acme", role="Data engineer", interviews=[interview])
    return JobSearch(timezone="Europe/London", applications=[acme])


def quiet() -> JobSearch:
    """Return the panel's search with acts dismissed and snoozed, of every kind of subject."""
    search = panel()
    [acme] = search.applications
    [interview] = acme.interviews
    aside = [
        SetAside(act="thank-you", to="Priya Shah"),
        SetAside(act="thank-you", to="Ana Costa", until=STARTS + 33 * HOUR),
        SetAside(act="thank-you", to="Jo Park", until=STARTS + 49 * HOUR),
        SetAside(act="thank-you", to="Tom Reed", until=STARTS + 3 * HOUR),
        SetAside(act="collect-contact", to="Tom Reed", until=STARTS + 2 * HOUR),
        SetAside(act="connect", to="Tom Reed"),
        SetAside(act="connect", to="Jo Park", until=STARTS + 4 * DAY),
        SetAside(act="connect", to="Jo Park", until=STARTS + DAY),
        SetAside(act="ask-how-to-follow-up", until=STARTS + 20 * DAY),
        SetAside(act="call", until=STARTS + 5 * HOUR),
        SetAside(act="debrief", until=STARTS + DAY),
        SetAside(act="debrief"),
    ]
    interview = evolve(
        interview,
        set_aside=aside,
        done=[Done(act="thank-you", to="Ana Costa", at=STARTS + 6 * HOUR)],
    )
    chase = SetAside(act="chase", until=STARTS + 3 * DAY)
    acme = evolve(acme, interviews=[interview], set_aside=[chase])
    looking = SetAside(act="keep-looking", until=STARTS + 10 * DAY)
    return evolve(search, applications=[acme], set_aside=[looking])


def promised() -> JobSearch:
    """Return a search with promises of every kind, spent or not, and with none."""
    day, moment = date(2026, 11, 24), STARTS + 14 * HOUR
    promises = (
        Promise(within=working_days(5), made=day),
        Promise(within=working_days(1), made=moment),
        Promise(within=days(3), made=moment),
        Promise(within=days(0), made=day),
        Promise(within=hours(48), made=moment),
        Promise(within=minutes(90), made=moment),
        Promise(within=working_days(2), made=date(2026, 11, 18)),
        Promise(by=date(2026, 12, 1)),
        Promise(by=STARTS + 2 * DAY),
        Promise(channel="phone"),
        None,
    )
    reminded = (
        (),
        (Done(act="chase", at=STARTS + 8 * DAY),),
        (Done(act="mention-offer", at=STARTS + 9 * DAY), Done(act="chase", at=STARTS - DAY)),
    )
    applications = [
        Application(
            employer=f"Employer {number}",
            interviews=[met(number)],
            promise=promise,
            heard=STARTS + 2 * DAY if number % 2 else None,
            workdays=None if number % 2 else Workdays(weekend=["Friday"]),
            done=done,
            set_aside=[SetAside(act="chase", until=STARTS + 8 * DAY)] if number % 7 == 0 else (),
        )
        for number, (promise, done) in enumerate(product(promises, reminded))
    ]
    return JobSearch(timezone="America/New_York", applications=applications)


def met(number: int) -> Interview:
    """Return an interview with two people, of whom one has no address and the other a note."""
    priya = Person(name="Priya", email="priya@acme.example")
    thanked = Done(act="thank-you", to="Priya", at=STARTS + 4 * HOUR)
    return Interview(
        starts=STARTS,
        ends=STARTS + HOUR,
        interviewers=[priya, Person(name="Tom")],
        done=[thanked] if number % 4 else (),
    )


def nows() -> Iterator[datetime]:
    """Yield moments before, during and after the interview, and for weeks around it."""
    for count in (-48, -1, 0, 0.9, 1, 1.5, 4, 6, 9, 13, 23, 26, 49, 73):
        yield STARTS.astimezone(UTC) + count * HOUR
    for count in range(-21, 50):
        yield STARTS.astimezone(UTC) + count * DAY


def changes(search: JobSearch) -> Iterator[datetime]:
    """Yield when anything in the plan changes, with a moment before and one after."""
    now: datetime | None = STARTS - 21 * DAY
    while now is not None:
        yield from (now - TICK, now, now + TICK)
        now = plan(search, now=now).until


def differences(given: Any, wanted: Any, place: str) -> Iterator[str]:
    """Yield where two results differ, as deep as they are made of parts."""
    if given == wanted:
        return
    if isinstance(given, tuple) and isinstance(wanted, tuple):
        if len(given) != len(wanted):
            yield f"{place}: {len(given)} by hand, {len(wanted)} planned"
        for index, (one, other) in enumerate(zip(given, wanted, strict=False)):
            yield from differences(one, other, f"{place}[{index}]")
    elif type(given) is type(wanted) and hasattr(given, "__attrs_attrs__"):
        for field in fields(type(given)):
            if field.eq:
                one, other = getattr(given, field.name), getattr(wanted, field.name)
                yield from differences(one, other, f"{place}.{field.name}")
    else:
        yield f"{place}:\n    by hand: {given!r}\n    planned: {wanted!r}"


def disagreements(name: str, search: JobSearch) -> Iterator[str]:
    """Yield how the two plans of a search differ, at the first moment at which they do."""
    for now in (*nows(), *changes(search)):
        given, wanted = plan_by_hand(search, now), plan(search, now=now)
        if given != wanted:
            yield from differences(given, wanted, f"{name} at {now.isoformat()}: plan")
            return


def timed(work: Callable[[], object], repeats: int) -> float:
    """Return how many microseconds one call takes, over a round of calls."""
    begun = perf_counter_ns()
    for _ in range(repeats):
        work()
    return (perf_counter_ns() - begun) / repeats / 1000


def in_turns(
    one: Callable[[], object], other: Callable[[], object], repeats: int
) -> tuple[list[float], list[float]]:
    """Return what a call of each takes in every round, without the garbage collector."""
    ones: list[float] = []
    others: list[float] = []
    gc.collect()
    gc.disable()
    for _ in range(ROUNDS):
        ones.append(timed(one, repeats))
        others.append(timed(other, repeats))
    gc.enable()
    return ones, others


def compare(search: JobSearch) -> None:
    """Time both in turns and print what they take."""
    by_hand, planned = in_turns(
        lambda: plan_by_hand(search, NOW), lambda: plan(search, now=NOW), REPEATS
    )
    print(f"A panel of four, {ROUNDS} rounds of {REPEATS} plans each, in microseconds a plan:")
    print(f"             {'median':>8}{'best':>8}")
    print(f"    by hand  {median(by_hand):8.1f}{min(by_hand):8.1f}")
    print(f"    plan     {median(planned):8.1f}{min(planned):8.1f}")
    ratios = [one / other for one, other in zip(planned, by_hand, strict=True)]
    best = min(planned) / min(by_hand)
    print(f"    ratio    {median(ratios):8.2f}{best:8.2f}  (limit {LIMIT:g})")


def main() -> int:
    """Check that both agree, then time them; the status is 1 if they don't agree."""
    searches = {
        "the panel": panel(),
        "a panel set aside": quiet(),
        "promises": promised(),
        EXAMPLE.name: read_search(EXAMPLE),
    }
    found = [line for name, search in searches.items() for line in disagreements(name, search)]
    if found:
        print("The plans differ.", *found, sep="\n", file=sys.stderr)
        return 1
    compare(searches["the panel"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
