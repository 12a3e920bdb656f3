"""Interviews around a change of the clocks: where reckoning goes wrong first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve

from interview_followup import _clock
from interview_followup.advice import CV_LIBRARY
from interview_followup.language import Condition, Count, Detail, Moment
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import PERS, Per
from interview_followup.model import (
    Application,
    AskedQuestion,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
)
from interview_followup.strategies._moments import DAY, HOUR, TICK
from interview_followup.strategies._searches import EMAIL, LINKEDIN

CLOCKS = tuple(time(hour) for hour in (0, 9, 11, 12, 16, 17, 18, 23))


def placements(change: datetime, zone: ZoneInfo) -> Iterator[tuple[str, datetime]]:
    """Yield instants at, around and inside a change of the clocks, each with its name.

    Inside a repeated hour are its two readings. No instant is inside an hour that is skipped, but
    a moment reckoned in days is: those are 1, 2 and 7 days earlier.
    """
    yield "just before", change - TICK
    yield "at", change
    yield "just after", change + TICK
    before, after = (
        (change + step).astimezone(zone).replace(tzinfo=None) for step in (-TICK, TICK)
    )
    length = after - before - 2 * TICK
    if length < timedelta(0):
        yield "inside, first reading", change + length / 2
        yield "inside, second reading", change - length / 2
    middle = before + TICK + length / 2
    for days in (1, 2, 7):
        earlier = _clock.resolve(middle - days * DAY, zone)
        yield f"{days} {'day' if days == 1 else 'days'} before the inside", earlier


def evenings(change: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield full hours of the three days before a change of the clocks, and of its own day."""
    day = (change - TICK).astimezone(zone).date()
    for days in range(4):
        for clock in CLOCKS:
            yield _clock.resolve(datetime.combine(day - days * DAY, clock), zone)


def days_around(change: datetime, zone: ZoneInfo) -> Iterator[date]:
    """Yield the day on which the clocks change, and the day before."""
    day = change.astimezone(zone).date()
    yield from (day - DAY, day)


def interview_ending(ends: datetime, timezone: str, rules: RuleSet = CV_LIBRARY) -> JobSearch:
    """Return a search with one interview of an hour, which every shipped rule speaks of.

    There is a recruiter, and an offer and an interview elsewhere three days later. Facts that
    rules ask for are given: moments are the interview's end.
    """
    interview = Interview(starts=ends - HOUR, ends=ends, timezone=timezone)
    return _search_with(interview, ends, ends + 3 * DAY, rules)


def interview_on(day: date, timezone: str, rules: RuleSet = CV_LIBRARY) -> JobSearch:
    """Return such a search of which only the days are known.

    They have written on the day of the interview, and promised an answer by the tenth day.
    """
    interview = Interview(starts=day, timezone=timezone)
    search = _search_with(interview, day, day + 3 * DAY, rules)
    [application, _] = search.applications
    promise = Promise(by=day + 10 * DAY)
    return search.replace(application, evolve(application, heard=day, promise=promise))


def _search_with(
    interview: Interview, ends: date | datetime, later: date | datetime, rules: RuleSet
) -> JobSearch:
    facts = {per: _facts_asked_for(rules, per, ends) for per in PERS}
    person = Person(name="Priya Shah", email=EMAIL, linkedin=LINKEDIN, facts=facts["person"])
    first = evolve(
        interview,
        interviewers=[person],
        questions=[AskedQuestion(text="Why did you leave?", tricky=True)],
        facts=facts["interview"],
    )
    recruiter = Person(name="Rachel Green", email="rachel@agency.example")
    application = Application(
        employer="Acme", interviews=[first], recruiter=recruiter, facts=facts["application"]
    )
    length = 60 if isinstance(later, datetime) else None
    second = Interview(starts=later, minutes=length, timezone=interview.timezone)
    other = Application(employer="Globex", interviews=[second], offer=Offer(received=later))
    return JobSearch(
        timezone=interview.timezone, applications=[application, other], facts=facts["search"]
    )


def _facts_asked_for(rules: RuleSet, per: Per, moment: date | datetime) -> dict[str, Any]:
    values: dict[type, Any] = {Moment: moment, Condition: True, Count: 2, Detail: "as agreed"}
    return {name: values[type(node)] for name, node in rules.own_facts_of(per).items()}


def sweep(
    zone_names: tuple[str, ...], years: tuple[int, ...], rules: RuleSet
) -> Iterator[tuple[JobSearch, datetime]]:
    """Yield searches around every change of the clocks in some zones and years.

    Each comes with the end of its interview.
    """
    for name in zone_names:
        zone = _clock.zone(name)
        for year in years:
            start, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
            for change in _clock.transitions(zone, start, end):
                around = [instant for _, instant in placements(change, zone)]
                for ends in (*around, *evenings(change, zone)):
                    yield interview_ending(ends, name, rules), ends
                for day in days_around(change, zone):
                    yield interview_on(day, name, rules), _clock.end_of(day, zone)
