"""How long `check` takes to tell whether one may chase, against the same answer written by hand.

Both have to give the same verdicts first, dates and words, for every application of searches made
up and drawn. Then both are timed, once with no words read and once with all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

import by_hand
from attrs import evolve
from by_hand import (
    about_application,
    by_start,
    chase,
    in_words,
    meetings_of,
    not_before,
    quarter_after,
    quarter_before,
    status_at,
    taking_place,
    when_to_chase,
)
from searches import (
    NOW,
    TICK,
    by_the_day,
    chosen,
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
    """Whether one may chase; `act` is None where nothing advises it. `best` is that ahead."""

    allowed: bool
    status: str
    until: datetime | None
    best: datetime | None
    act: by_hand.Act | None
    facts: by_hand.Facts
    zone: ZoneInfo


def check_by_hand(search: JobSearch, application: Application, at: datetime) -> VerdictByHand:
    """Return whether one may chase, whatever is set aside."""
    meetings, zone = meetings_of(search, application), ZoneInfo(search.timezone)
    facts = about_application(search, application, meetings, zone)
    if facts.latest is None or application.outcome or application.offer or application.signed:
        return VerdictByHand(False, "silent", None, None, None, facts, zone)
    act = chase(facts, facts.latest, first_signed(search))._replace(asleep_until=by_hand.ALWAYS)
    status, until = status_at(act, at.astimezone(UTC))
    best, is_open = act.window.best, status == "open"
    ahead = best if is_open and best and at < best else None
    return VerdictByHand(is_open, status, ahead or until, ahead, act, facts, zone)


def first_signed(search: JobSearch) -> datetime | None:
    """Return when the first contract was in hand."""
    zone = first_zone(search)
    signed = []
    for application in search.applications:
        if application.signed:
            meetings = meetings_of(search, application)
            facts = about_application(search, application, meetings, zone)
            signed.append(facts.signed or by_hand.NEVER)
    return min(signed, default=None)


def first_zone(search: JobSearch) -> ZoneInfo:
    """Return the zone of the search's first interview, else the candidate's."""
    meetings = [
        meeting
        for application in search.applications
        for meeting in taking_place(meetings_of(search, application))
    ]
    first = min(meetings, key=by_start, default=None)
    return first.subject.zone if first else ZoneInfo(search.timezone)


def text_by_hand(verdict: VerdictByHand) -> str:
    act, zone = verdict.act, verdict.zone
    if act is None:
        key = "chase, recruiter" if verdict.facts.application.recruiter else "chase"
        text = by_hand.fill(by_hand.TEXTS[key], verdict.facts.subject)
        return f"There is no reason for this now: “{text}”"
    text, (opens, best, _, closes, _) = by_hand.text_of(act), act.window
    if verdict.status == "done":
        return done_by_hand(act, verdict)
    if verdict.status == "closed" and closes:
        if opens and closes <= opens:
            return f"There is no time for this: “{text}”. It is over before it starts"
        since = in_words(closes, zone, act)
        return f"It has been too late for this since {since}: “{text}”"
    if verdict.status == "early" and opens and best:
        return early_by_hand(act, opens, best, zone)
    return f"{text}. Best from {at_best(best, act, zone)}" if best and verdict.best else text


def early_by_hand(act: by_hand.Act, opens: datetime, best: datetime, zone: ZoneInfo) -> str:
    text, until = by_hand.warning(act, "early", zone), not_before(opens, act, zone)
    when = at_best(best, act, zone)
    if when == until:
        return text
    day, _, clock = when.partition(", ")
    return f"{text}; best {f'at {clock}' if until.startswith(day) else f'on {when}'}"


def at_best(best: datetime, act: by_hand.Act, zone: ZoneInfo) -> str:
    """Say which quarter of an hour is best: the next, as long as it is not too late then."""
    opens, closes = act.window.opens, act.window.closes
    later, earlier = quarter_after(best, zone), quarter_before(best, zone)
    if closes is None or later < closes:
        return in_words(later, zone, act)
    return in_words(best if opens and earlier < opens else earlier, zone, act)


def done_by_hand(act: by_hand.Act, verdict: VerdictByHand) -> str:
    """Say when one last chased."""
    latest = verdict.facts.latest
    assert latest
    done = [
        moment
        for moment in by_hand.times_done("chase", act.subject)
        if moment.counts_since(latest.ends.first)
    ]
    last, often = max(done, key=lambda moment: moment.end), len(done)
    if last.is_day:
        day = by_hand.day_in_words(last.first.astimezone(act.subject.zone))
    else:
        here = last.end.astimezone(verdict.zone)
        day = by_hand.day_in_words(here)
        day = f"{day}, {here:%H:%M}" if here.time() != time() else day
    return f"You did so {'twice' if often == 2 else f'{often} times'}, last on {day}"


def why_by_hand(verdict: VerdictByHand) -> str:
    why, latest = by_hand.REASONS["chase"], verdict.facts.latest
    if latest is None:
        return f"No interview on record took place, or is to take place. {why}"
    if verdict.act is None:
        return f"There is an outcome, an offer or a signed contract. {why}"
    if verdict.status == "early":
        (_, words), _ = when_to_chase(verdict.facts, latest)
        return f"That is {words}. {why}"
    if verdict.status == "closed":
        opens, closes = verdict.act.window.opens, verdict.act.window.closes
        is_empty = opens and closes and closes <= opens
        begins = "What ends it comes first:" if is_empty else "That is"
        return f"{begins} the signing of a contract. {why}"
    return by_hand.why_of(verdict.act) if verdict.allowed else why


def said_verdict(verdict: Verdict) -> Said:
    return verdict.allowed, verdict.status, verdict.until_utc, verdict.text, verdict.why


def said_by_hand(verdict: VerdictByHand) -> Said:
    return *verdict[:3], text_by_hand(verdict), why_by_hand(verdict)


def differences(search: JobSearch) -> Iterator[str]:
    """Yield where the two verdicts on an application differ."""
    for application in search.applications:
        for at in moments(search, application):
            checked = said_verdict(check(search, "chase", at=at, of=application))
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
        lambda: said_verdict(check(search, "chase", at=at)),
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
        *chosen(),
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
