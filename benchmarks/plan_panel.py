"""How long `plan` takes for a panel interview, against the same advice written by hand.

Both have to give equal plans first; then both are timed in turns, in one process.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import Any
from zoneinfo import ZoneInfo

from attrs import fields
from by_hand import plan_by_hand

from interview_followup import (
    Application,
    AskedQuestion,
    Interview,
    JobSearch,
    Person,
    Plan,
    plan,
    read_search,
)

EXAMPLE = Path(__file__).parent.parent / "examples" / "job_search.toml"
LONDON = ZoneInfo("Europe/London")
STARTS = datetime(2026, 11, 24, 10, tzinfo=LONDON)
NOW = datetime(2026, 11, 24, 15, tzinfo=LONDON)
LIMIT, GOAL = 3.0, 1.5
ROUNDS, REPEATS = 150, 20


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


def nows() -> Iterator[datetime]:
    """Yield moments before, during and after the interview, and for weeks around it."""
    for hours in (-48, -1, 0, 0.9, 1, 1.5, 4, 6, 9, 13, 23, 26, 49, 73):
        yield STARTS.astimezone(UTC) + timedelta(hours=hours)
    for days in range(-21, 50):
        yield STARTS.astimezone(UTC) + timedelta(days=days)


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
    for now in nows():
        given, wanted = plan_by_hand(search, now), plan(search, now=now)
        if given != wanted:
            yield from differences(given, wanted, f"{name} at {now.isoformat()}: plan")
            return


def timed(work: Callable[[], Plan]) -> float:
    """Return how many microseconds one call takes, over a round of calls."""
    begun = perf_counter_ns()
    for _ in range(REPEATS):
        work()
    return (perf_counter_ns() - begun) / REPEATS / 1000


def compare(search: JobSearch) -> None:
    """Time both in turns and print what they take."""
    by_hand: list[float] = []
    planned: list[float] = []
    gc.collect()
    gc.disable()
    for _ in range(ROUNDS):
        by_hand.append(timed(lambda: plan_by_hand(search, NOW)))
        planned.append(timed(lambda: plan(search, now=NOW)))
    gc.enable()
    print(f"A panel of four, {ROUNDS} rounds of {REPEATS} plans each, in microseconds a plan:")
    print(f"             {'median':>8}{'best':>8}")
    print(f"    by hand  {median(by_hand):8.1f}{min(by_hand):8.1f}")
    print(f"    plan     {median(planned):8.1f}{min(planned):8.1f}")
    ratios = [one / other for one, other in zip(planned, by_hand, strict=True)]
    best = min(planned) / min(by_hand)
    print(f"    ratio    {median(ratios):8.2f}{best:8.2f}  (limit {LIMIT:g}, goal {GOAL:g})")


def main() -> int:
    """Check that both agree, then time them; the status is 1 if they don't agree."""
    searches = {"the panel": panel(), EXAMPLE.name: read_search(EXAMPLE)}
    found = [line for name, search in searches.items() for line in disagreements(name, search)]
    if found:
        print("The plans differ.", *found, sep="\n", file=sys.stderr)
        return 1
    compare(searches["the panel"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
