"""Laws about what changes nothing: zones, orders, and facts that a rule does not name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeVar

from attrs import evolve

from interview_followup import _clock
from interview_followup._errors import Problem
from interview_followup._planning.plan import Plan
from interview_followup._planning.reading import read
from interview_followup._planning.schedule import plan, schedule
from interview_followup._planning.scheduled import Scheduled
from interview_followup._planning.worded import reworded
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.laws._law import Breach, law
from interview_followup.laws._scheduled import (
    changed_acts,
    rules_and_subjects,
    sample,
    scheduled_of,
)
from interview_followup.laws._variants import reductions
from interview_followup.model import JobSearch

T = TypeVar("T")

ZONES = ("Europe/London", "Pacific/Kiritimati", "Etc/GMT+12")
COUNTED = re.compile(r"(\w+)\[(\d+)\]")
UNORDERED = ("applications", "interviews", "interviewers", "done", "set_aside", "questions")


@law(4)
def zones_change_nothing(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """The zone of `now` changes nothing.

    The candidate's changes no instant of a search with interviews that took place.
    """
    original = plan(search, now=now, rules=rules)
    acts = _without_dates_in_words(schedule(search, rules=rules))
    interviews = [
        interview for application in search.applications for interview in application.interviews
    ]
    for name in dict.fromkeys([*ZONES, *(interview.timezone for interview in interviews)]):
        if plan(search, now=now.astimezone(_clock.zone(name)), rules=rules) != original:
            yield Breach(f"the plan is another one where now is given in {name}")
        if any(interview.took_place for interview in interviews):
            elsewhere = schedule(evolve(search, timezone=name), rules=rules)
            others = _without_dates_in_words(elsewhere)
            yield from changed_acts(acts, others, f"has other dates for a candidate in {name}")


def _without_dates_in_words(acts: Iterable[Scheduled]) -> list[Scheduled]:
    """Return acts without the sentences that tell dates and clocks as the candidate reads them."""
    return [
        reworded(
            scheduled,
            why="",
            cautions=tuple([reworded(caution, text="", why="") for caution in scheduled.cautions]),
        )
        for scheduled in acts
    ]


@law(5)
def order_changes_nothing(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """The order of rules, applications, interviews, interviewers and done acts changes nothing."""
    acts = schedule(search, rules=rules)
    original = _unordered(plan(search, now=now, rules=rules), search)
    text = "is another one where {} are in another order"
    for reorder in (_reversed, _rotated):
        other_search, other_rules = _reordered(search, reorder), RuleSet(reorder(rules.rules))
        by_search = schedule(other_search, rules=rules)
        yield from changed_acts(acts, by_search, text.format("the facts"))
        by_rules = schedule(search, rules=other_rules)
        yield from changed_acts(acts, by_rules, text.format("the rules"))
        other = plan(other_search, now=now, rules=other_rules)
        if _unordered(other, other_search) != original:
            yield Breach(f"the plan {text.format('rules and facts')}")


def _unordered(planned: Plan, search: JobSearch) -> tuple[Plan, list[Problem]]:
    """Return a plan without its problems, and those by what they are about, whatever its number."""
    problems = [_named(problem, search) for problem in planned.problems]
    return evolve(planned, problems=()), sorted(problems)


def _named(problem: Problem, search: JobSearch) -> Problem:
    """Return a problem whose place names what it counts, as in `applications[0]`."""
    value: Any = search
    place = COUNTED.sub("", problem.place)
    for name, number in COUNTED.findall(problem.place):
        value = getattr(value, name)[int(number)]
        place += f" of {getattr(value, 'identity', value)}"
    return problem._replace(place=place)


def _reversed(values: tuple[T, ...]) -> tuple[T, ...]:
    return values[::-1]


def _rotated(values: tuple[T, ...]) -> tuple[T, ...]:
    return (*values[1:], *values[:1])


def _reordered(value: Any, reorder: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Any:
    """Return a search, or a part of it, with all that it lists in another order, at any depth."""
    lists = {name: reorder(parts) for name in UNORDERED if (parts := getattr(value, name, None))}
    changes = {name: [_reordered(part, reorder) for part in parts] for name, parts in lists.items()}
    return evolve(value, **changes)


@law(7)
def unnamed_facts_change_nothing(
    rules: RuleSet, search: JobSearch, now: datetime
) -> Iterator[Breach]:
    """A fact that a rule does not name cannot change its window."""
    facts = {
        rule.name: [node for node in rule.nodes if isinstance(node.leaf, Fact)] for rule in rules
    }
    originals = {
        (rule.name, subject): (subject, _values(facts[rule.name], subject))
        for rule, subject in rules_and_subjects(rules, search)
    }
    for variant in (search, *sample(reductions(search))):
        for rule, other in rules_and_subjects(rules, variant):
            subject, values = originals.get((rule.name, other), (None, None))
            if subject is None or values != _values(facts[rule.name], other):
                continue
            if read(rule, subject) != read(rule, other):
                text = f"{rule.name} of {subject.label} hangs on a fact that it does not name"
                yield Breach(text, scheduled_of(rule, subject) + scheduled_of(rule, other))


def _values(facts: list[Expression[Any]], subject: Subject) -> list[Any]:
    """Return what a rule with those facts may hang on: they, their zones, and the calendar."""
    zones = [fact.zone(subject).key for fact in facts if fact.is_moment]
    values = [fact.evaluate(subject) for fact in facts]
    return [*values, *zones, subject.timezone, subject.workdays]
