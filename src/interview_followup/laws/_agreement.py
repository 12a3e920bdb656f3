"""Laws about answers that have to agree: of rules with each other, of plans, checks and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from attrs import evolve

from interview_followup import _clock
from interview_followup._planning.check import check, verdict, verdict_on
from interview_followup._planning.reading import Reading, binding, dating, read_all
from interview_followup._planning.reasons import account
from interview_followup._planning.schedule import plan, schedule
from interview_followup._planning.scheduled import Scheduled, combine, set_aside
from interview_followup.language._missing import Unknown
from interview_followup.language._rule import DATED, Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window, ordered, phase
from interview_followup.laws._law import Breach, law
from interview_followup.laws._scheduled import (
    Key,
    acts_and_subjects,
    alone,
    by_key,
    key_of,
    rules_and_subjects,
    sample,
    scheduled_of,
    title,
)
from interview_followup.model import JobSearch

# Of what waits a verdict says what for, and of what is done or over, not when it was best.
WITH_THE_SAME_WHY = ("open", "late", "needs-fact")


@law(8)
def explanations_replay(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """An explanation, replayed, gives the value that it explains."""
    for rule, subject in rules_and_subjects(rules, search):
        explained = account(rule, subject)
        if explained.replayed() != explained.reading:
            text = f"what explains {rule.name} of {subject.label} gives another window"
            yield Breach(text, scheduled_of(rule, subject))
        for part, reason in explained.reasons():
            if reason.replayed() != reason.value:
                text = f"{rule.name}.{part} of {subject.label} is not what explains it"
                yield Breach(text, scheduled_of(rule, subject))


@law(11)
def rules_agree(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """No action's `best` falls where another rule says the act is too early or closed.

    Two rules that leave no time for an act contradict each other.
    """
    for act, subject in acts_and_subjects(rules, search):
        readings = read_all(rules.acts[act], subject)
        if not readings:
            continue
        scheduled = combine(act, readings)
        if scheduled.conflict:
            pair = _clashing(dating(readings))
            names = " and ".join(sorted(reading.rule.name for reading in pair))
            yield Breach(f"{names} leave no time for {title(scheduled)}", alone(pair))
        elif not scheduled.window.is_empty:
            yield from _outside(scheduled, dating(readings))


def _outside(scheduled: Scheduled, readings: list[Reading]) -> Iterator[Breach]:
    """Yield a breach for each rule that says the best moment is too early or too late."""
    best = scheduled.window.best
    if best is None:
        return
    for reading in readings:
        at_best = phase(best, reading.window)
        if at_best in ("early", "closed"):
            text = f"{reading.rule.name} says that {title(scheduled)} is {at_best} at its best"
            yield Breach(text, (scheduled, *alone(readings)))


@law(13)
def answers_agree(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """What is planned, what `check` answers and what `record` keeps agree with each other."""
    acts = by_key(schedule(search, rules=rules))
    allowing = acts
    if len(binding_rules := _binding(rules)) < len(rules):
        allowing = by_key(schedule(search, rules=binding_rules))
    for act, subject in acts_and_subjects(rules, search):
        scheduled = allowing.get((act, subject.identities))
        checked = check(search, act, at=now, of=subject, rules=rules)
        # Whether an act is set aside matters to a plan, and not to a check.
        planned = evolve(scheduled, set_aside=None).status(now)[0] if scheduled else "silent"
        if checked.status != planned:
            text = f"{act} of {subject.label} is {planned}, but checked, {checked.status}"
            yield Breach(text, (scheduled,) if scheduled else ())
    for action in plan(search, now=now, rules=rules).actions:
        recorded = search.record(action, at=now)
        yield from _wrong_uids(acts, schedule(recorded, rules=rules), key_of(action))


def _binding(rules: RuleSet) -> RuleSet:
    """Return the rules without the reminders on acts that other rules know as well."""
    return RuleSet(rule for group in rules.acts.values() for rule in binding(group))


def _wrong_uids(
    before: dict[Key, Scheduled], after: Iterable[Scheduled], done: Key
) -> Iterator[Breach]:
    """Yield a breach for each act whose `uid` changed, though it was not done, or did not."""
    for scheduled in after:
        key = key_of(scheduled)
        if key in before and (before[key].uid != scheduled.uid) != (key == done):
            yield Breach(f"{title(scheduled)} has a wrong uid once {done[0]} is done", (scheduled,))


@law(15)
def readings_agree(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A rule says the same of a subject alone as beside others, in its parts, and when checked."""
    for scheduled in sample(schedule(search, rules=rules)):
        act, name, subject = scheduled.act, title(scheduled), scheduled.subject.afresh()
        readings = read_all(rules.acts[act], subject)
        other = combine(act, readings, set_aside(act, rules.acts[act], subject))
        if other != scheduled:
            yield Breach(f"{name} is another one if nothing else is looked at", (scheduled, other))
        for reading in readings:
            if _window_of_parts(reading.rule, scheduled.subject.afresh()) != reading.window:
                text = f"{reading.rule.name} of {subject.label} has another window than its parts"
                yield Breach(text, alone([reading]))
        checked = verdict(act, scheduled.subject.afresh(), now, rules)
        all_bind = binding(rules.acts[act]) == rules.acts[act]
        if all_bind and checked.status in WITH_THE_SAME_WHY and checked.why != scheduled.why:
            yield Breach(f"{name} has another reason when it is checked", (scheduled,))


def _window_of_parts(rule: Rule, subject: Subject) -> Window:
    """Return the window of a rule from the reasons for each of its moments."""
    explained = account(rule, subject)
    reasons = {part: getattr(explained, part) for part in DATED}
    values = {part: reason and reason.value for part, reason in reasons.items()}
    unknown = frozenset(part for part, value in values.items() if isinstance(value, Unknown))
    moments = [value if isinstance(value, datetime) else None for value in values.values()]
    return ordered(*moments, unknown=unknown)


@law(16)
def reminders_forbid_nothing(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A reminder has no part in what is allowed, nor in cautions beside other rules."""
    for act, subject in acts_and_subjects(rules, search):
        group = rules.acts[act]
        others = [rule for rule in group if rule.kind != "reminder"]
        if len(others) == len(group):
            continue
        without = read_all(others, subject)
        checked = verdict(act, subject, now, rules)
        expected = combine(act, without).status(now)[0] if without else "silent"
        if not checked.allowed if not others else checked.status != expected:
            yield Breach(f"a reminder has a part in whether {act} of {subject.label} is allowed")
        if without and _is_dated_otherwise(combine(act, read_all(group, subject)), without):
            yield Breach(f"a reminder has a part in the cautions about {act} of {subject.label}")


def _is_dated_otherwise(scheduled: Scheduled, readings: list[Reading]) -> bool:
    """Tell whether the cautions about an act are not those of some readings alone.

    Where all the rules leave no time together, or it is done, there are others, or none.
    """
    if scheduled.conflict or scheduled.satisfied:
        return False
    return _dates(scheduled) != _dates(combine(scheduled.act, readings))


def _dates(scheduled: Scheduled) -> list[tuple[object, ...]]:
    return [
        (caution.status, caution.since_utc, caution.until_utc) for caution in scheduled.cautions
    ]


@law(17)
def vetoes_are_kept(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """Where a veto holds, nothing is advised or allowed; where it does not, it changes nothing.

    While nobody knows whether it holds, nothing is allowed, either.
    """
    planned = plan(search, now=now, rules=rules)
    advised = {key_of(advice) for advice in (*planned.actions, *planned.cautions)}
    for act, subject in acts_and_subjects(rules, search):
        vetoes = [rule for rule in rules.acts[act] if rule.kind == "veto"]
        if not vetoes:
            continue
        truths = [veto.given is None or veto.given.evaluate(subject) for veto in vetoes]
        checked = verdict(act, subject, now, rules)
        if True in truths and (act, subject.identities) in advised:
            yield Breach(f"{act} of {subject.label} is advised or warned of against a veto")
        if checked.allowed and not all(truth is False for truth in truths):
            yield Breach(f"{act} of {subject.label} is allowed against a veto")
        if all(truth is False for truth in truths):
            others = [rule for rule in binding(rules.acts[act]) if rule.kind != "veto"]
            readings = read_all(others, subject)
            without = verdict_on(readings, act, subject, now, rules)
            expected = (without.allowed, without.status) if others else (True, "silent")
            if (checked.allowed, checked.status) != expected:
                yield Breach(f"a veto that does not hold changes {act} of {subject.label}")


def _clashing(readings: Sequence[Reading]) -> tuple[Reading, Reading]:
    """Return the reading that opens last, and the one that closes first."""
    last = max(readings, key=lambda reading: reading.window.opens or _clock.EARLIEST)
    first = min(readings, key=lambda reading: reading.window.closes or _clock.LATEST)
    return last, first
