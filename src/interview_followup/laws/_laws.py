"""The laws. Each yields every way in which it is broken for one search at one moment."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from attrs import evolve

from interview_followup import _clock
from interview_followup._errors import InvalidInput
from interview_followup._files.search_files import parse_search
from interview_followup._planning.cautions import Caution, clashing
from interview_followup._planning.check import check, verdict
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.reading import Reading, read, read_all
from interview_followup._planning.reasons import account
from interview_followup._planning.schedule import plan, schedule
from interview_followup._planning.scheduled import Scheduled, combine
from interview_followup._planning.status import STATUSES
from interview_followup.exports.document import search_document, search_json, search_toml
from interview_followup.language import Condition
from interview_followup.language._expression import Expression, Fact
from interview_followup.language._rule import DATED, Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import PER, Subject, subjects
from interview_followup.language._values import Unknown
from interview_followup.language._window import Window, ordered, phase
from interview_followup.laws._forgetting import forgetting, misreadings
from interview_followup.laws._law import Breach, law
from interview_followup.model import JobSearch
from interview_followup.model._identity import Identity
from interview_followup.strategies._times import DAY, TICK

T = TypeVar("T")

Key: TypeAlias = tuple[str, tuple[Identity, ...]]

ASKED = ("open", "late", "needs-fact")
FORWARD = {"silent": 0, "early": 1, "open": 2, "needs-fact": 2, "late": 3, "closed": 4}
AT_MOST = 12
ELSEWHERE = ("Europe/London", "Pacific/Kiritimati", "Etc/GMT+12")


def _of(item: Scheduled) -> str:
    return f"{item.act} of {item.subject.label}"


# -- windows --------------------------------------------------------------------------------------


@law(1)
def windows_are_in_order(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A window that is not empty has `opens` ≤ `best` < `closes` and `opens` ≤ `due` ≤ `closes`."""
    for item in schedule(search, rules=rules):
        opens, best, due, closes = item.window[:4]
        if opens is None or item.window.is_empty:
            continue
        if best is not None and not (opens <= best and (closes is None or best < closes)):
            yield Breach(f"best of {_of(item)} is not in its window", (item,))
        if due is not None and not (opens <= due and (closes is None or due <= closes)):
            yield Breach(f"due of {_of(item)} is not in its window", (item,))


@law(2)
def phases_move_forward(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A phase only moves forward as `now` does, and a plan changes at its `until`, not before."""
    for item in schedule(search, rules=rules):
        statuses = [item.status(instant)[0] for instant in _around(item)]
        places = [FORWARD[each] for each in statuses if each in FORWARD]
        if places != sorted(places):
            yield Breach(f"{_of(item)} goes back: it is {', then '.join(statuses)}", (item,))
    made = plan(search, now=now, rules=rules)
    until = _clock.LATEST - TICK if made.until is None else _clock.instant_of(made.until)
    if until <= now or until >= _clock.LATEST:
        return
    for same in (now + (until - now) // 2, until - TICK):
        if plan(search, now=same, rules=rules) != evolve(made, now_utc=same):
            yield Breach(f"the plan changes by {same}, before its until, {until}")
    if made.until and plan(search, now=until, rules=rules) == evolve(made, now_utc=until):
        yield Breach(f"nothing in the plan changes at its until, {until}")


def _around(item: Scheduled) -> list[datetime]:
    """Return the instants just before, at and just after everything that dates an act."""
    spans = [each for caution in item.cautions for each in (caution.since, caution.until)]
    aside = item.set_aside.until if item.set_aside else None
    edges = [each for each in (*item.window[:4], item.since, aside, *spans) if each is not None]
    return sorted({edge + step for edge in edges for step in (-TICK, timedelta(0), TICK)})


@law(3)
def windows_open_on_time(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """At `opens` of a window that is not empty it is not early; one microsecond before, it is."""
    for item in schedule(search, rules=rules):
        opens = item.window.opens
        if opens is not None and not item.window.is_empty:
            phases = phase(opens - TICK, item.window), phase(opens, item.window)
            if phases[0] != "early" or phases[1] == "early":
                text = f"{_of(item)} is {phases[0]} just before it opens, {phases[1]} as it does"
                yield Breach(text, (item,))


# -- what changes nothing -------------------------------------------------------------------------


@law(4)
def zones_change_nothing(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """The zone of `now` changes nothing.

    The candidate's changes no instant of a search with interviews.
    """
    made, items = plan(search, now=now, rules=rules), schedule(search, rules=rules)
    meetings = [meeting for each in search.applications for meeting in each.interviews]
    for name in dict.fromkeys([*ELSEWHERE, *(each.timezone for each in meetings)]):
        if plan(search, now=now.astimezone(_clock.zone(name)), rules=rules) != made:
            yield Breach(f"the plan is another one where now is given in {name}")
        if meetings:
            moved = schedule(evolve(search, timezone=name), rules=rules)
            yield from _differing(items, moved, f"has other dates for a candidate in {name}")


def _differing(
    items: tuple[Scheduled, ...], others: tuple[Scheduled, ...], text: str
) -> Iterator[Breach]:
    if items != others:
        same = {each.uid: each for each in others}
        item = next((each for each in items if same.get(each.uid) != each), None)
        pair = (item, same.get(item.uid)) if item else others
        yield Breach(f"{_of(item) if item else 'the schedule'} {text}", tuple(filter(None, pair)))


@law(5)
def order_changes_nothing(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """The order of rules, applications, interviews, interviewers and done acts changes nothing."""
    items, made = schedule(search, rules=rules), plan(search, now=now, rules=rules)
    text = "is another one where {} are in another order"
    for mix in (_backwards, _rotated):
        mixed, other = _mixed(search, mix), RuleSet(mix(rules.rules))
        yield from _differing(items, schedule(mixed, rules=rules), text.format("the facts"))
        yield from _differing(items, schedule(search, rules=other), text.format("the rules"))
        if plan(mixed, now=now, rules=other) != made:
            yield Breach(f"the plan {text.format('rules and facts')}")


def _backwards(values: tuple[T, ...]) -> tuple[T, ...]:
    return values[::-1]


def _rotated(values: tuple[T, ...]) -> tuple[T, ...]:
    return (*values[1:], *values[:1])


def _mixed(value: Any, mix: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Any:
    parts = ("applications", "interviews", "interviewers", "done", "set_aside", "questions")
    held = {name: mix(getattr(value, name)) for name in parts if hasattr(value, name)}
    return evolve(value, **{name: [_mixed(each, mix) for each in held[name]] for name in held})


@law(6)
def done_stays_done(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A done act is not asked for again, and recording another act never brings it back.

    A new round, a new offer or its repeat interval may.
    """
    made = plan(search, now=now, rules=rules)
    before = {key_of(each): each for each in made.actions if each.subject.done(each.act)}
    for action in made.actions:
        asked = action.status in ("open", "late")
        for each in plan(search.record(action, at=now), now=now, rules=rules).actions:
            key = key_of(each)
            if key == key_of(action):
                if asked and each.status in ASKED:
                    text = f"{_of(each.scheduled)} is still {each.status} once it is done"
                    yield Breach(text, (each.scheduled,))
            elif key in before and _is_back(before[key].status, each.status):
                text = f"{_of(each.scheduled)}, done, is {each.status} again after {action.act}"
                yield Breach(text, (each.scheduled,))


def _is_back(before: str, after: str) -> bool:
    """Tell whether an act that is done, or that rests, is ahead again."""
    return (before == "done" and after != "done") or (before not in ASKED and after in ASKED)


def key_of(item: Any) -> Key:
    """Return what tells an act for a subject from all others."""
    return item.act, item.identities


@law(7)
def unnamed_facts_change_nothing(
    rules: RuleSet, search: JobSearch, now: datetime
) -> Iterator[Breach]:
    """A fact that a rule does not name cannot change its window."""
    named = [(rule, _facts(rule)) for rule in rules]
    before = {
        (rule.name, subject): (subject, _values(facts, subject))
        for rule, facts in named
        for subject in subjects(search)[rule.per]
    }
    for changed in (search, *_some(forgetting(search))):
        held = subjects(changed)
        for rule, facts in named:
            for other in held[rule.per]:
                subject, values = before.get((rule.name, other), (None, None))
                if subject is None or values != _values(facts, other):
                    continue
                if read(rule, subject) != read(rule, other):
                    text = f"{rule.name} of {subject.label} hangs on a fact that it does not name"
                    yield Breach(text, _items(rule, subject) + _items(rule, other))


def _facts(rule: Rule) -> list[Expression[Any]]:
    return [each for each in rule.nodes if isinstance(each.leaf, Fact)]


def _values(facts: list[Expression[Any]], subject: Subject) -> list[Any]:
    """Return what a rule with those facts may hang on: they, their zones, and the calendar."""
    zones = [each.zone(subject).key for each in facts if each.is_moment]
    values = [each.evaluate(subject) for each in facts]
    return [*values, *zones, subject.timezone, subject.workdays]


def _some(changed: Iterator[T]) -> list[T]:
    """Return an even choice of many, so that a law takes a bounded time."""
    every = list(changed)
    return every[:: len(every) // AT_MOST + 1]


def _items(rule: Rule, subject: Subject) -> tuple[Scheduled, ...]:
    reading = read(rule, subject)
    return _alone(subject, [reading]) if reading else ()


def _alone(subject: Subject, readings: Iterable[Reading]) -> tuple[Scheduled, ...]:
    """Return what each rule by itself says of its act."""
    return tuple(combine(each.rule.act, [each]) for each in readings)


# -- explanations, errors, files ------------------------------------------------------------------


@law(8)
def explanations_replay(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """An explanation, replayed, gives the value that it explains."""
    held = subjects(search)
    for rule in rules:
        for subject in held[rule.per]:
            found = account(rule, subject)
            if found.replayed() != found.reading:
                text = f"what explains {rule.name} of {subject.label} gives another window"
                yield Breach(text, _items(rule, subject))
            for part, why in found.reasons():
                if why.replayed() != why.value:
                    text = f"{rule.name}.{part} of {subject.label} is not what explains it"
                    yield Breach(text, _items(rule, subject))


@law(9)
def valid_searches_plan(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """Every valid search plans without an exception; every invalid one raises our own error."""
    try:
        plan(search, now=now, rules=rules)
    except Exception as error:
        yield Breach(f"planning raises {type(error).__name__}: {error}")
    else:
        for document in _some(misreadings(search_document(search))):
            try:
                with suppress(InvalidInput):
                    plan(parse_search(document, rules=rules), now=now, rules=rules)
            except Exception as error:
                yield Breach(f"reading {document} raises {type(error).__name__}: {error}")


@law(10)
def files_read_back(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """Writing and reading back a search, and planning it, gives the same instants."""
    search = _known(search, rules)
    items = schedule(search, rules=rules)
    for kind, document in (
        ("JSON", json.loads(search_json(search))),
        ("TOML", tomllib.loads(search_toml(search))),
    ):
        try:
            back = parse_search(document, rules=rules)
        except InvalidInput as error:
            yield Breach(f"the search, written as {kind}, is not read back: {error}")
        else:
            text = f"has other dates once the search is read back from {kind}"
            yield from _differing(items, schedule(back, rules=rules), text)


def _known(value: Any, rules: RuleSet) -> Any:
    """Return a value without what no rule knows, acts and facts: a file may not hold them."""
    told = rules.told_of(PER[type(value)])
    parts = ("applications", "interviews", "interviewers")
    held = {name: getattr(value, name) for name in parts if hasattr(value, name)}
    less: dict[str, Any] = {name: [_known(each, rules) for each in held[name]] for name in held}
    for name in ("done", "set_aside"):
        kept = getattr(value, name, ())
        less |= {name: [each for each in kept if each.act in rules.acts]} if kept else {}
    facts = {name: each for name, each in value.facts.items() if name in told}
    return evolve(value, facts=facts, **less)


# -- rules with each other ------------------------------------------------------------------------


@law(11)
def rules_agree(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """No action's `best` falls where another rule says the act is too early or closed.

    Two rules that leave no time for an act contradict each other.
    """
    held = subjects(search)
    for act, group in rules.acts.items():
        for subject in held[group[0].per]:
            readings = read_all(group, subject)
            if not readings:
                continue
            item = combine(act, readings)
            best = item.window.best
            if item.conflict:
                pair = clashing(readings)
                names = " and ".join(sorted(each.rule.name for each in pair))
                yield Breach(f"{names} leave no time for {_of(item)}", _alone(subject, pair))
            elif best is not None and not item.window.is_empty:
                for each in readings:
                    if (found := phase(best, each.window)) in ("early", "closed"):
                        names = f"{each.rule.name} says that {_of(item)}"
                        items = (item, *_alone(subject, readings))
                        yield Breach(f"{names} is {found} at its best", items)


@law(12)
def windows_leave_time(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A window whose `opens` and `closes` are reckoned from one and the same fact is not empty."""
    held = subjects(search)
    for rule in rules:
        if rule.closes is None or len(_bases(rule.opens) | _bases(rule.closes)) > 1:
            continue
        for subject in held[rule.per]:
            for item in _items(rule, subject):
                if item.window.is_empty:
                    how = "as" if item.window.opens == item.window.closes else "before"
                    text = f"{rule.name} leaves no time for {_of(item)}: it closes {how} it opens"
                    yield Breach(text, (item,))


def _bases(moment: Expression[Any]) -> frozenset[Fact]:
    """Return the facts that a moment is reckoned from, without those that only choose."""
    if isinstance(moment.leaf, Fact):
        return frozenset([moment.leaf])
    parts = [each for each in moment.operands if not isinstance(each, Condition)]
    return frozenset().union(*map(_bases, parts))


@law(13)
def answers_agree(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """What is planned, what `check` answers and what `record` keeps agree with each other."""
    items = {key_of(item): item for item in schedule(search, rules=rules)}
    held = subjects(search)
    for act in rules.acts:
        for subject in held[rules.per(act)]:
            item = items.get((act, subject.identities))
            verdict = check(search, act, at=now, of=subject, rules=rules)
            expected = evolve(item, set_aside=None).status(now)[0] if item else "silent"
            if verdict.status != expected:
                text = f"{act} of {subject.label} is {expected}, but checked, {verdict.status}"
                yield Breach(text, (item,) if item else ())
    for action in plan(search, now=now, rules=rules).actions:
        recorded = search.record(action, at=now)
        for item in schedule(recorded, rules=rules):
            before = items.get(key_of(item))
            if before is not None and (before.uid != item.uid) != (key_of(item) == key_of(action)):
                yield Breach(f"{_of(item)} has a wrong uid once {action.act} is done", (item,))


@law(14)
def set_aside_is_unheard(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """What is set aside is neither asked for nor cautioned about until then, and changes no more.

    `check` answers as before.
    """
    made = plan(search, now=now, rules=rules)
    for action in _some(iter(made.actions)):
        wakes = min(now + DAY, _clock.LATEST - TICK)
        snoozed = search.snooze(action, until=wakes)
        for quiet in (search.dismiss(action), snoozed):
            heard = plan(quiet, now=now, rules=rules)
            if wakes > now and _heard(heard, action, only=True):
                yield Breach(f"{_of(action.scheduled)}, set aside, is told of", (action.scheduled,))
            if _heard(heard, action, only=False) != _heard(made, action, only=False):
                text = f"setting {_of(action.scheduled)} aside changes something else"
                yield Breach(text, (action.scheduled,))
        after = (plan(each, now=wakes, rules=rules) for each in (search, snoozed))
        once, again = (_heard(each, action, only=True) for each in after)
        if once != again and not action.subject.set_aside(action.act):
            text = f"{_of(action.scheduled)} is not as it was once it is no longer set aside"
            yield Breach(text, (action.scheduled,))


def _heard(made: Plan, action: Action, *, only: bool) -> list[tuple[UUID, str]]:
    """Return what a plan tells of an act for a subject, or of all others."""
    seen = [each for each in made.actions if STATUSES[each.status].shown]
    told: tuple[Action | Caution, ...] = (*seen, *made.cautions)
    return [
        (each.uid, each.status)
        for each in told
        if ((each.act, each.subject.identities) == key_of(action)) is only
    ]


@law(15)
def readings_agree(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A rule says the same of a subject alone as beside others, in its parts, and when checked."""
    for item in _some(iter(schedule(search, rules=rules))):
        subject, group = item.subject.afresh(), rules.acts[item.act]
        readings = read_all(group, subject)
        alone = combine(item.act, readings, subject.set_aside(item.act))
        if alone != item:
            yield Breach(f"{_of(item)} is another one if nothing else is looked at", (item, alone))
        for reading in readings:
            if _in_parts(reading.rule, item.subject.afresh()) != reading.window:
                text = (
                    f"{reading.rule.name} of {item.subject.label} has another window than its parts"
                )
                yield Breach(text, _alone(subject, [reading]))
        answer = verdict(item.act, item.subject.afresh(), now, rules)
        if answer.status not in ("early", "silent") and answer.why != item.why:
            yield Breach(f"{_of(item)} has another reason when it is checked", (item,))


def _in_parts(rule: Rule, subject: Subject) -> Window:
    """Return the window of a rule from the reasons for each of its moments."""
    found = account(rule, subject)
    values = [why and why.value for why in (found.opens, found.best, found.due, found.closes)]
    unknown = [
        part for part, value in zip(DATED, values, strict=True) if isinstance(value, Unknown)
    ]
    moments = [value if isinstance(value, datetime) else None for value in values]
    return ordered(*moments, unknown=frozenset(unknown))


LAWS = (
    windows_are_in_order,
    phases_move_forward,
    windows_open_on_time,
    zones_change_nothing,
    order_changes_nothing,
    done_stays_done,
    unnamed_facts_change_nothing,
    explanations_replay,
    valid_searches_plan,
    files_read_back,
    rules_agree,
    windows_leave_time,
    answers_agree,
    set_aside_is_unheard,
    readings_agree,
)
OF_WINDOWS = (
    windows_are_in_order,
    windows_open_on_time,
    rules_agree,
    windows_leave_time,
)
