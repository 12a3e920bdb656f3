"""How long `check` takes to tell whether one may chase, against the same answer written by hand.

Both have to give equal verdicts first, with dates and words; then both are timed in turns, in one
process. What is written by hand reckons and compares instants in UTC.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from statistics import median
from typing import Any

from attrs import evolve
from by_hand import check_chase_by_hand
from plan_panel import (
    DAY,
    HOUR,
    NOW,
    ROUNDS,
    STARTS,
    TICK,
    in_turns,
    nows,
    panel,
    promised,
)

from interview_followup import Done, Interview, JobSearch, Offer, check

LIMIT = 3.0
REPEATS = 50


def searches() -> Iterator[JobSearch]:
    """Yield searches with one application each: promises of every kind, reminders, outcomes."""
    yield panel()
    made = promised()
    for application in made.applications:
        yield evolve(made, applications=[application])
    [acme] = panel().applications
    [met] = acme.interviews
    again = Interview(starts=STARTS + 7 * DAY, ends=STARTS + 7 * DAY + HOUR)
    chased = [Done(act="chase", at=STARTS + days * DAY) for days in (9, 17, 25)]
    differing: tuple[dict[str, Any], ...] = (
        {"interviews": []},
        {"outcome": "rejected"},
        {"signed": STARTS + DAY},
        {"offer": Offer(received=STARTS + DAY)},
        {"interviews": [met, again]},
        {"heard": STARTS + 3 * DAY},
        {"done": chased[:1]},
        {"done": chased[:2]},
        {"done": chased},
    )
    for changes in differing:
        yield evolve(panel(), applications=[evolve(acme, **changes)])


def moments(search: JobSearch) -> Iterator[datetime]:
    """Yield moments around the interview, and around each at which the verdict changes."""
    yield from nows()
    now: datetime | None = STARTS - 21 * DAY
    while now is not None:
        yield from (now - TICK, now, now + TICK)
        now = check(search, "chase", at=now).until


def disagreements() -> Iterator[str]:
    """Yield where the two verdicts differ."""
    for search in searches():
        for at in moments(search):
            given, wanted = check_chase_by_hand(search, at), check(search, "chase", at=at)
            if given != wanted:
                yield f"at {at.isoformat()}:\n    by hand: {given}\n    checked: {wanted}"


def compare(name: str, search: JobSearch, at: datetime) -> None:
    """Time both in turns and print what they take."""
    by_hand, checked = in_turns(
        lambda: check_chase_by_hand(search, at), lambda: check(search, "chase", at=at), REPEATS
    )
    ratio = median([one / other for one, other in zip(checked, by_hand, strict=True)])
    print(f"    {name:<26}{median(by_hand):8.1f}{median(checked):8.1f}{ratio:8.2f}")


def main() -> int:
    """Check that both agree, then time them; the status is 1 if they don't agree."""
    if found := list(disagreements()):
        print("The verdicts differ.", *found[:5], sep="\n", file=sys.stderr)
        return 1
    print(f"May one chase? Microseconds a verdict, medians of {ROUNDS} rounds of {REPEATS}:")
    print(f"    {'':<26}{'by hand':>8}{'check':>8}{'ratio':>8}  (limit {LIMIT:g})")
    compare("too early", panel(), NOW)
    compare("allowed", panel(), NOW + 30 * DAY)
    [first, *_] = promised().applications
    compare("with a promise, too early", evolve(promised(), applications=[first]), NOW)
    return 0


if __name__ == "__main__":
    sys.exit(main())
