"""Laws about windows: their moments are in order, and time goes forward through them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from attrs import evolve

from interview_followup import _clock
from interview_followup._planning.check import Verdict, verdict
from interview_followup._planning.schedule import plan, schedule
from interview_followup._planning.scheduled import Scheduled
from interview_followup.language import Condition
from interview_followup.language._expression import Expression, leaves
from interview_followup.language._fact import Fact
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.language._tree import downwards
from interview_followup.language._window import phase
from interview_followup.laws._law import Breach, law
from interview_followup.laws._scheduled import (
    acts_and_subjects,
    rules_and_subjects,
    sample,
    scheduled_of,
    title,
)
from interview_followup.model import JobSearch
from interview_followup.strategies._moments import TICK

# A status may only be followed by one of the same rank or a higher one.
RANKS = {"silent": 0, "early": 1, "open": 2, "needs-fact": 2, "late": 3, "closed": 4}


@law(1)
def windows_are_in_order(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A window that is not empty has `opens` ≤ `best` < `closes` and `opens` ≤ `due` ≤ `closes`."""
    for scheduled in schedule(search, rules=rules):
        opens, best, due, closes = scheduled.window[:4]
        if opens is None or scheduled.window.is_empty:
            continue
        if best is not None and not (opens <= best and (closes is None or best < closes)):
            yield Breach(f"best of {title(scheduled)} is not in its window", (scheduled,))
        if due is not None and not (opens <= due and (closes is None or due <= closes)):
            yield Breach(f"due of {title(scheduled)} is not in its window", (scheduled,))


@law(2)
def phases_move_forward(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A phase only moves forward; a plan and a verdict change at their `until`, not before."""
    for scheduled in schedule(search, rules=rules):
        statuses = [scheduled.status(instant)[0] for instant in _around_dates(scheduled)]
        ranks = [RANKS[status] for status in statuses if status in RANKS]
        if ranks != sorted(ranks):
            text = f"{title(scheduled)} goes back: it is {', then '.join(statuses)}"
            yield Breach(text, (scheduled,))
    yield from _until_breaches(rules, search, now)
    for act, subject in sample(acts_and_subjects(rules, search)):
        yield from _verdict_breaches(act, subject, now, rules)


def _until_breaches(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    original = plan(search, now=now, rules=rules)
    changes = original.until_utc
    until = _clock.LATEST - TICK if changes is None else changes
    if until <= now or until >= _clock.LATEST:
        return
    for earlier in (now + (until - now) // 2, until - TICK):
        if plan(search, now=earlier, rules=rules) != evolve(original, now_utc=earlier):
            yield Breach(f"the plan changes by {earlier}, before its until, {until}")
    if changes and plan(search, now=until, rules=rules) == evolve(original, now_utc=until):
        yield Breach(f"nothing in the plan changes at its until, {until}")


def _verdict_breaches(
    act: str, subject: Subject, now: datetime, rules: RuleSet
) -> Iterator[Breach]:
    """Yield a breach where a verdict says something else before its until, or the same then."""
    original = verdict(act, subject, now, rules)
    changes = original.until_utc
    until = _clock.LATEST - TICK if changes is None else changes
    if until <= now or until >= _clock.LATEST:
        return
    for earlier in (now + (until - now) // 2, until - TICK):
        if verdict(act, subject, earlier, rules) != original:
            text = f"the verdict on {act} of {subject.label} changes by {earlier}"
            yield Breach(f"{text}, before its until, {until}")
    if changes and _said(verdict(act, subject, until, rules)) == _said(original):
        yield Breach(
            f"nothing in the verdict on {act} of {subject.label} changes at its until, {until}"
        )


def _said(answer: Verdict) -> tuple[object, ...]:
    return answer.allowed, answer.status, answer.text, answer.why


def _around_dates(scheduled: Scheduled) -> list[datetime]:
    """Return the instants just before, at and just after everything that dates an act."""
    cautions = [
        date for caution in scheduled.cautions for date in (caution.since_utc, caution.until_utc)
    ]
    snoozed = scheduled.set_aside.until if scheduled.set_aside else None
    dates = [date for date in (*scheduled.window[:4], scheduled.since, snoozed, *cautions) if date]
    return sorted({date + step for date in dates for step in (-TICK, timedelta(0), TICK)})


@law(3)
def windows_open_on_time(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """At `opens` of a window that is not empty it is not early; one microsecond before, it is."""
    for scheduled in schedule(search, rules=rules):
        opens = scheduled.window.opens
        if opens is None or scheduled.window.is_empty:
            continue
        before, at_once = phase(opens - TICK, scheduled.window), phase(opens, scheduled.window)
        if before != "early" or at_once == "early":
            text = f"{title(scheduled)} is {before} just before it opens, {at_once} as it does"
            yield Breach(text, (scheduled,))


@law(12)
def windows_leave_time(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A window whose `opens` and `closes` are reckoned from one and the same fact is not empty."""
    for rule, subject in rules_and_subjects(rules, search):
        opens, closes = rule.opens, rule.closes
        if opens is None or closes is None or len(_bases(opens) | _bases(closes)) > 1:
            continue
        for scheduled in scheduled_of(rule, subject):
            if scheduled.window.is_empty:
                how = "as" if scheduled.window.opens == scheduled.window.closes else "before"
                name = title(scheduled)
                text = f"{rule.name} leaves no time for {name}: it closes {how} it opens"
                yield Breach(text, (scheduled,))


def _bases(moment: Expression[Any]) -> frozenset[Fact]:
    """Return the facts that a moment is reckoned from, without those that only choose."""
    return leaves(Fact, downwards([moment], without=Condition))
