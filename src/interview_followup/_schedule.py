"""Every subject's windows, without a clock: rules meet facts here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID, uuid5

from attrs import field, frozen

from interview_followup import _clock
from interview_followup._facts import ADDRESSES, Route
from interview_followup._model import Identity, JobSearch
from interview_followup._node import Expression
from interview_followup._rule import CautionText, Rule, fill
from interview_followup._rule_set import RuleSet
from interview_followup._subject import Subject, subjects
from interview_followup._values import NOT_YET, Missing, Unknown, unknown_in
from interview_followup._window import Phase, Window, ordered, phases

Status: TypeAlias = Phase | Literal["done", "needs-fact", "conflict", "silent"]
Span: TypeAlias = tuple[datetime, datetime | None]

NAMESPACE = UUID("0d3c0c4e-5a52-5c8e-8f8b-1f0f5f2b9a57")

_NOTHING: frozenset[Any] = frozenset()
_PARTS = frozenset({"opens", "best", "due", "closes"})


@frozen(kw_only=True)
class ScheduledCaution:
    """A caution with its dates, instants in UTC; its text has still to be filled in.

    Without `since` it has always been true, without `until` nothing is known to end it.
    """

    status: Status
    since: datetime | None
    until: datetime | None
    text: str
    why: str
    rules: tuple[str, ...]
    source: str


@frozen(kw_only=True)
class Scheduled:
    """An act for one subject and its window: what the rules say, whatever the time is.

    Before `since`, an instant in UTC, the rules are silent; `missing` are the unknown facts that
    hold the act back. A guard has no action of its own. `uid` stays the same while the subject's
    keys do, until the act is done once more.
    """

    uid: UUID
    act: str
    rules: tuple[str, ...]
    subject: Subject
    is_guard: bool
    window: Window
    since: datetime | None
    satisfied: bool
    missing: frozenset[Missing]
    conflict: bool
    channel: str | None
    to: str | None
    text: str
    why: str
    source: str
    cautions: tuple[ScheduledCaution, ...] = field(repr=False)

    @property
    def identities(self) -> tuple[Identity, ...]:
        return self.subject.identities

    def status(self, now: datetime) -> tuple[Status, datetime | None]:
        """Return the status at an instant in UTC, and the next instant at which it changes."""
        if self.satisfied:
            return "done", None
        if self.since is not None and now < self.since:
            return "silent", self.since
        if self.conflict:
            return "conflict", None
        if self.missing:
            return self._lacking(now)
        return phases(now, self.window)

    def _lacking(self, now: datetime) -> tuple[Status, datetime | None]:
        closes = self.window.closes
        if "opens" in self.window.unknown:
            return ("needs-fact", closes) if closes is None or now < closes else ("closed", None)
        phase, until = phases(now, self.window)
        return ("needs-fact", closes) if phase in ("open", "late") else (phase, until)


@frozen
class Reading:
    """What one rule says of one subject, before rules on the same act are combined."""

    rule: Rule
    window: Window
    since: datetime | None
    satisfied: bool
    missing: frozenset[Missing]


def items(search: JobSearch, rules: RuleSet) -> Iterator[Scheduled]:
    """Yield what the rules say of every subject of a search, in no particular order."""
    held = subjects(search)
    for act, group in rules.acts.items():
        for subject in held[group[0].per]:
            if readings := [reading for rule in group if (reading := read(rule, subject))]:
                yield combine(act, subject, readings)


def read(rule: Rule, subject: Subject) -> Reading | None:
    """Return what a rule says of a subject; None where its condition fails."""
    unknown: dict[str, Unknown] = {}

    def value(place: str, expression: Expression[Any] | None) -> Any:
        if expression is None:
            return None
        found = expression.evaluate(subject)
        if found.__class__ is Unknown:
            unknown[place] = found
            return None
        return None if found is NOT_YET else found

    if value("given", rule.given) is False:
        return None
    for index, need in enumerate(rule.needs):
        value(f"needs[{index}]", need)
    opens, best = value("opens", rule.opens), value("best", rule.best)
    due, closes = value("due", rule.due), value("closes", rule.closes)
    since = value("since", rule.since)
    satisfied = value("satisfied_by", rule.satisfied_by) is True
    if not unknown:
        return Reading(rule, ordered(opens, best, due, closes), since, satisfied, _NOTHING)
    window = ordered(opens, best, due, closes, unknown=_PARTS.intersection(unknown))
    return Reading(rule, window, since, satisfied, unknown_in(*unknown.values()).missing)


def combine(act: str, subject: Subject, readings: list[Reading]) -> Scheduled:
    """Return the one item that the rules on one act make of a subject.

    The first reading is of the rule that gives the act its text and its channel.
    """
    lead = readings[0].rule
    window = _combined([reading.window for reading in readings])
    conflict = window.is_empty and not any(reading.window.is_empty for reading in readings)
    since = min((each.since for each in readings if each.since), default=None)
    if not all(reading.since for reading in readings):
        since = None
    satisfied = any(reading.satisfied for reading in readings)
    channel, to = _route(lead, subject)
    return Scheduled(
        uid=uid(act, subject),
        act=act,
        rules=tuple(reading.rule.name for reading in readings),
        subject=subject,
        is_guard=lead.is_guard,
        window=window,
        since=since,
        satisfied=satisfied,
        missing=_NOTHING.union(*(reading.missing for reading in readings)),
        conflict=conflict,
        channel=channel,
        to=to,
        text=fill(lead.text, subject),
        why=" ".join(_why_then(reading.rule, subject) for reading in readings),
        source=_sources(readings),
        cautions=tuple(_cautions(readings, subject, window, since, conflict))
        if not satisfied
        else (),
    )


def uid(act: str, subject: Subject, *more: str) -> UUID:
    """Return the id of an act for a subject, which changes once the act is done again."""
    return uuid5(NAMESPACE, "\x1f".join((act, str(len(subject.done(act))), subject.path, *more)))


def _combined(windows: list[Window]) -> Window:
    if len(windows) == 1:
        return windows[0]
    opens = [window.opens for window in windows]
    return ordered(
        None if None in opens else max(filter(None, opens)),
        max((window.best for window in windows if window.best), default=None),
        min((window.due for window in windows if window.due), default=None),
        min((window.closes for window in windows if window.closes), default=None),
        unknown=_NOTHING.union(*(window.unknown for window in windows)),
    )


def _route(rule: Rule, subject: Subject) -> tuple[str | None, str | None]:
    if isinstance(rule.channel, Expression):
        route = rule.channel.evaluate(subject)
        return (route.channel, route.to) if isinstance(route, Route) else (None, None)
    if subject.per != "person" or rule.channel not in ADDRESSES:
        return rule.channel, None
    address = ADDRESSES[rule.channel].evaluate(subject)
    return rule.channel, address if isinstance(address, str) else None


# -- the words ------------------------------------------------------------------------------------


def _why_then(rule: Rule, subject: Subject) -> str:
    return rule.why if rule.best is None else f"Best: {rule.best.say(subject)}. {rule.why}"


def why_not_before(rule: Rule, subject: Subject) -> str:
    """Say what decides when a rule's window opens, and why the rule is there."""
    waiting = rule.opens.evaluate(subject) is NOT_YET
    return f"{'It waits for' if waiting else 'That is'} {rule.opens.say(subject)}. {rule.why}"


def _sources(readings: Iterable[Reading]) -> str:
    return "; ".join(dict.fromkeys(str(reading.rule.source) for reading in readings))


# -- the cautions ---------------------------------------------------------------------------------


def _cautions(
    readings: list[Reading],
    subject: Subject,
    window: Window,
    silent_until: datetime | None,
    conflict: bool,
) -> Iterator[ScheduledCaution]:
    """Yield the cautions of an item, one of each kind that has a time to be shown."""
    if conflict:
        yield _conflict(readings)
        return
    told: dict[Phase, list[tuple[Reading, CautionText, Span]]] = {}
    for reading in readings:
        for caution in reading.rule.cautions:
            if span := _span(caution, subject, window, silent_until):
                told.setdefault(caution.phase, []).append((reading, caution, span))
    for phase, parts in told.items():
        ends = [until for _, _, (_, until) in parts]
        cause = why_not_before if phase == "early" else _why_now
        yield ScheduledCaution(
            status=phase,
            since=min(since for _, _, (since, _) in parts),
            until=None if None in ends else max(filter(None, ends)),
            text=parts[0][1].text,
            why=" ".join(cause(reading.rule, subject) for reading, _, _ in parts),
            rules=tuple(reading.rule.name for reading, _, _ in parts),
            source=_sources(reading for reading, _, _ in parts),
        )


def _why_now(rule: Rule, _: Subject) -> str:
    return rule.why


def _span(
    caution: CautionText, subject: Subject, window: Window, silent_until: datetime | None
) -> Span | None:
    """Return from when until when a caution is shown, if that is known and there is such a time."""
    since: Any = window.closes
    until, hangs_on = window.closes, {"closes"}
    if caution.phase == "early" and caution.since is not None:
        since = caution.since.evaluate(subject)
        until, hangs_on = window.opens or window.closes, {"opens"}
    elif caution.phase == "open":
        since, hangs_on = window.best, {"best", "closes"}
    elif caution.phase == "late":
        since, hangs_on = window.due, {"due", "closes"}
    elif caution.lasting is not None and until is not None:
        works = subject.workdays.works
        until = _clock.shift(until, caution.lasting.constant, subject.zone, works)
    if since.__class__ is not datetime or not window.unknown.isdisjoint(hangs_on):
        return None
    if window.is_empty and caution.phase != "closed":
        return None
    since = max(since, silent_until) if silent_until else since
    return (since, until) if until is None or since < until else None


def _conflict(readings: list[Reading]) -> ScheduledCaution:
    last = max(readings, key=lambda each: each.window.opens or _clock.EARLIEST)
    first = min(readings, key=lambda each: each.window.closes or _clock.LATEST)
    names = f"{last.rule.name} opens it only at {{opens}}, but {first.rule.name} closes it before"
    return ScheduledCaution(
        status="conflict",
        since=None,
        until=None,
        text=f"Two rules leave no time for it: {names}",
        why=" ".join(reading.rule.why for reading in readings),
        rules=tuple(reading.rule.name for reading in readings),
        source=_sources(readings),
    )
