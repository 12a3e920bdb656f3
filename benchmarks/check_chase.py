"""How long `check` takes to tell whether one may chase, against the same answer written by hand.

Both have to give the same verdicts first, dates and words, for every application of searches made
up and drawn. Then both are timed, once with no words read and once with all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

import by_hand
from attrs import evolve
from by_hand import about_application, chase, in_words, meetings_of, status_at, when_to_chase
from searches import (
    NOW,
    TICK,
    by_the_day,
    drawn,
    example,
    namesakes,
    offered,
    panel,
    promised,
    waiting,
    whoever,
)
from timing import ROUNDS, in_turns

from interview_followup import Application, JobSearch, Verdict, check

DRAWN, REPEATS = 150, 50
MAY, MAY_NOT = NOW + timedelta(days=30), NOW

Said: TypeAlias = tuple[bool, str, datetime | None, str, str]


class VerdictByHand(NamedTuple):
    """Whether one may chase; `act` is None where nothing advises it."""

    allowed: bool
    status: str
    until: datetime | None
    act: by_hand.Act | None
    facts: by_hand.Facts
    zone: ZoneInfo


def check_by_hand(search: JobSearch, application: Application, at: datetime) -> VerdictByHand:
    """Return whether one may chase, whatever is set aside."""
    meetings, zone = meetings_of(search, application), ZoneInfo(search.timezone)
    facts = about_application(search, application, meetings, zone)
    if facts.latest is None or application.outcome or application.offer or application.signed:
        return VerdictByHand(False, "silent", None, None, facts, zone)
    act = chase(facts, facts.latest)._replace(asleep_until=by_hand.ALWAYS)
    status, until = status_at(act, at.astimezone(UTC))
    return VerdictByHand(status == "open", status, until, act, facts, zone)


def text_by_hand(verdict: VerdictByHand) -> str:
    act, latest = verdict.act, verdict.facts.latest
    if act is None or latest is None:
        return "Nothing advises it"
    opens = act.window.opens
    if verdict.status != "early" or opens is None:
        return by_hand.text_of(act) if verdict.allowed else "Already done: “chase”"
    until = in_words(opens, verdict.zone)
    if latest.ends.end < opens:
        return by_hand.fill(by_hand.WARNINGS["chase", "early"], act.subject, until=until)
    return f"Too early for “chase”: wait until {until}"


def why_by_hand(verdict: VerdictByHand) -> str:
    why, latest = by_hand.REASONS["chase"], verdict.facts.latest
    if latest is None:
        return f"There is no interview. {why}"
    if verdict.act is None:
        return f"There is an outcome, an offer or a signed contract. {why}"
    if verdict.status == "early":
        (_, words), _ = when_to_chase(verdict.facts, latest)
        return f"That is {words}. {why}"
    return by_hand.why_of(verdict.act)


def said(verdict: Verdict) -> Said:
    return verdict.allowed, verdict.status, verdict.until_utc, verdict.text, verdict.why


def said_by_hand(verdict: VerdictByHand) -> Said:
    return *verdict[:3], text_by_hand(verdict), why_by_hand(verdict)


def differences(search: JobSearch) -> Iterator[str]:
    """Yield where the two verdicts on an application differ."""
    for application in search.applications:
        for at in moments(search, application):
            checked = said(check(search, "chase", at=at, of=application))
            by_us = said_by_hand(check_by_hand(search, application, at))
            if checked != by_us:
                yield f"At {at.isoformat()}, of {application!r}:"
                yield f"    checked: {checked}\n    by hand: {by_us}"


def moments(search: JobSearch, application: Application) -> Iterator[datetime]:
    """Yield a moment before anything happened, and some around each where the verdict changes."""
    now: datetime | None = datetime(1970, 1, 2, tzinfo=UTC)
    while now is not None:
        yield from (now - TICK, now, now + TICK)
        now = check(search, "chase", at=now, of=application).until_utc


def compare(name: str, search: JobSearch, at: datetime) -> None:
    """Time both in turns, and print what they take."""
    [application] = search.applications
    dates, checked_dates, words, checked_words = in_turns(
        lambda: check_by_hand(search, application, at),
        lambda: check(search, "chase", at=at),
        lambda: said_by_hand(check_by_hand(search, application, at)),
        lambda: said(check(search, "chase", at=at)),
        repeats=REPEATS,
    )
    for read, by_us, checked in (
        ("no words read", dates, checked_dates),
        ("all words read", words, checked_words),
    ):
        print(f"    {f'{name}, {read}':<44}{by_us:8.1f}{checked:8.1f}{checked / by_us:8.1f}")


def main() -> int:
    """Check that both say the same, then time them; the status is 1 if they don't."""
    searches = [
        panel(),
        example(),
        promised(),
        namesakes(),
        *waiting(),
        *by_the_day(),
        *whoever(),
        *offered(),
        *drawn(DRAWN),
    ]
    if lines := [line for search in searches for line in differences(search)]:
        print(*lines, sep="\n", file=sys.stderr)
        return 1
    print(f"Both say the same of all applications in {len(searches)} searches.")
    print(f"Microseconds of processor time a verdict, medians of {ROUNDS} rounds of {REPEATS}:")
    print(f"    {'':<44}{'by hand':>8}{'check':>8}{'ratio':>8}")
    compare("too early", panel(), MAY_NOT)
    compare("allowed", panel(), MAY)
    [first, *_] = promised().applications
    compare("with a promise, too early", evolve(promised(), applications=[first]), MAY_NOT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
