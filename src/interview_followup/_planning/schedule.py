"""Every subject's windows, without a clock: rules meet facts here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Literal, NamedTuple, TypeAlias
from uuid import UUID, uuid5

from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import Shown
from interview_followup._planning.better_dates import Doubt, doubt
from interview_followup.language._expression import Expression
from interview_followup.language._facts import ADDRESSES, Route
from interview_followup.language._rule import DATED, CautionText, Rule, cited, fill
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Held, Subject, subjects
from interview_followup.language._values import NOT_YET, Missing, Unknown, unknown_in
from interview_followup.language._window import Phase, Window, ordered, phases
from interview_followup.model._model import Identity, JobSearch, SetAside

Status: TypeAlias = Phase | Literal["done", "set-aside", "needs-fact", "conflict", "silent"]
Span: TypeAlias = tuple[datetime, datetime | None]

# What has one of these statuses is in a plan, but nobody is told of it.
UNSEEN: tuple[Status, ...] = ("done", "set-aside", "closed", "silent")

NAMESPACE = UUID("0d3c0c4e-5a52-5c8e-8f8b-1f0f5f2b9a57")

_NOTHING: frozenset[Any] = frozenset()
_PARTS = frozenset(DATED)
_HANGS_ON: dict[Phase, tuple[str, ...]] = {
    "early": ("opens",),
    "open": ("best", "closes"),
    "late": ("due", "closes"),
    "closed": ("closes",),
}
_BEGINS: dict[Phase, str] = {"open": "best", "late": "due", "closed": "closes"}


class ScheduledCaution(NamedTuple):
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

    def __repr__(self) -> str:
        return f"<ScheduledCaution {self.status} from {self.since} until {self.until}>"


def standing(of: Scheduled | Reading, now: datetime) -> tuple[Status, datetime | None]:
    """Return the status at an instant in UTC, and the next instant at which it changes."""
    if of.satisfied:
        return "done", None
    if of.set_aside is not None:
        until = of.set_aside.until
        if until is None or now < until:
            return "set-aside", until
    if of.since is not None and now < of.since:
        return "silent", of.since
    if of.conflict:
        return "conflict", None
    if of.missing:
        return _lacking(of.window, now)
    return phases(now, of.window)


def _lacking(window: Window, now: datetime) -> tuple[Status, datetime | None]:
    closes = window.closes
    if "opens" in window.unknown:
        return ("needs-fact", closes) if closes is None or now < closes else ("closed", None)
    phase, until = phases(now, window)
    return ("needs-fact", closes) if phase in ("open", "late") else (phase, until)


@frozen(kw_only=True)
class Scheduled(Shown):
    """An act for one subject and its window: what the rules say, whatever the time is.

    Before `since`, an instant in UTC, the rules are silent; `missing` are the unknown facts that
    hold the act back, and those in `doubt` would change its window. `set_aside` is whether the
    candidate wants to hear of it. A guard has no action of its own. `uid` stays the same while the
    subject's keys do, until the act is done once more.
    """

    uid: UUID
    act: str
    rules: tuple[str, ...]
    subject: Subject
    is_guard: bool
    window: Window
    since: datetime | None
    satisfied: bool
    set_aside: SetAside | None
    missing: frozenset[Missing]
    doubt: Doubt | None
    conflict: bool
    channel: str | None
    to: str | None
    text: str
    why: str
    source: str
    cautions: tuple[ScheduledCaution, ...]

    @property
    def identities(self) -> tuple[Identity, ...]:
        return self.subject.identities

    def __repr__(self) -> str:
        return f"<Scheduled {self.act} of {self.subject.label}: {self.window}>"

    status = standing


class Reading(NamedTuple):
    """What one rule, or several on one act, say of one subject, whatever is set aside."""

    rules: tuple[Rule, ...]
    window: Window
    since: datetime | None
    satisfied: bool
    missing: frozenset[Missing]
    conflict: bool = False
    set_aside: None = None


def items(search: JobSearch, rules: RuleSet) -> Iterator[Scheduled]:
    """Yield what the rules say of every subject of a search, in no particular order."""
    return items_of(subjects(search), rules)


def items_of(held: Held, rules: RuleSet) -> Iterator[Scheduled]:
    """Yield what the rules say of some subjects, in no particular order."""
    for act, group in rules.acts.items():
        for subject in held[group[0].per]:
            if readings := read_all(group, subject):
                yield scheduled(act, subject, readings, subject.set_aside(act))
    for each in held.values():
        for subject in each:
            subject.memo.clear()


def read_all(rules: Iterable[Rule], subject: Subject) -> list[Reading]:
    """Return what several rules say of a subject, without those that are silent."""
    return [reading for rule in rules if (reading := read(rule, subject))]


def read(rule: Rule, subject: Subject) -> Reading | None:
    """Return what a rule says of a subject; None where it is silent.

    It is where its condition fails, and as long as what it speaks from has not happened.
    """
    unknown: list[Unknown] = []
    if rule.given is not None:
        given = rule.given.evaluate(subject)
        if given is False:
            return None
        if given is not True:
            unknown.append(given)
    times = _times(rule, subject)
    if times.silent:
        return None
    for need in rule.needs:
        needed = need.evaluate(subject)
        if needed.__class__ is Unknown:
            unknown.append(needed)
    satisfied = rule.satisfied_by is not None and rule.satisfied_by.evaluate(subject)
    if satisfied.__class__ is Unknown:
        unknown.append(satisfied)
        satisfied = False
    unknown += times.unknown
    missing = unknown_in(*unknown).missing if unknown else _NOTHING
    return Reading((rule,), times.window, times.since, satisfied, missing)


class Times(NamedTuple):
    """The moments of a rule for a subject; `unknown` are the values of those that are.

    The rule is `silent` where what it speaks from has not happened.
    """

    window: Window
    since: datetime | None
    unknown: tuple[Unknown, ...]
    silent: bool


def _times(rule: Rule, subject: Subject) -> Times:
    """Return the moments of a rule, looked at once for all who share them."""
    memo: dict[Any, Times] = subject.memo if rule.is_personal else subject.shared
    if rule.token not in memo:
        memo[rule.token] = _times_of(rule, subject)
    return memo[rule.token]


def _times_of(rule: Rule, subject: Subject) -> Times:
    unknown: dict[str, Unknown] = {}
    opens = _moment("opens", rule.opens, subject, unknown)
    best = _moment("best", rule.best, subject, unknown)
    due = _moment("due", rule.due, subject, unknown)
    closes = _moment("closes", rule.closes, subject, unknown)
    since = _moment("since", rule.since, subject, unknown)
    silent = rule.since is not None and since is None and "since" not in unknown
    undated = _PARTS.intersection(unknown) if unknown else _NOTHING
    window = ordered(opens, best, due, closes, unknown=undated)
    return Times(window, since, tuple(unknown.values()), silent)


def _moment(
    part: str, moment: Expression[Any] | None, subject: Subject, unknown: dict[str, Unknown]
) -> datetime | None:
    """Return a moment of a rule, if it has one that is known; what is unknown is noted."""
    found = NOT_YET if moment is None else moment.evaluate(subject)
    if found.__class__ is datetime:
        return found
    if found is not NOT_YET:
        unknown[part] = found
    return None


def scheduled(
    act: str, subject: Subject, readings: list[Reading], set_aside: SetAside | None = None
) -> Scheduled:
    """Return the one item that the rules on one act make of a subject.

    The first reading is of the rule that gives the act its text and its channel. While the act is
    set aside there are no cautions about it.
    """
    reading = combined(readings)
    rules = reading.rules
    said = cited(rules)
    channel, to = _route(rules[0], subject)
    outline = _outline(readings, reading, subject)
    return Scheduled(
        uid=uid(act, subject),
        act=act,
        rules=said.rules,
        subject=subject,
        is_guard=rules[0].is_guard,
        window=reading.window,
        since=reading.since,
        satisfied=reading.satisfied,
        set_aside=set_aside,
        missing=reading.missing,
        doubt=outline.doubt,
        conflict=reading.conflict,
        channel=channel,
        to=to,
        text=fill(rules[0].text, subject),
        why=outline.why,
        source=said.source,
        cautions=() if reading.satisfied else _not_before(set_aside, outline.cautions),
    )


class Outline(NamedTuple):
    """What is the same of an act for all people met at an interview: words, dates and doubt."""

    why: str
    cautions: tuple[ScheduledCaution, ...]
    doubt: Doubt | None


def _outline(readings: list[Reading], whole: Reading, subject: Subject) -> Outline:
    """Return the outline of an act, made once for each subject whose rules do not tell it apart."""
    rules = whole.rules
    personal = any(rule.is_personal for rule in rules)
    memo: dict[Any, Outline] = subject.memo if personal else subject.shared
    key = tuple([rule.token for rule in rules])
    if key not in memo:
        cautions = _cautions(readings, whole, subject)
        memo[key] = Outline(why(readings, whole, subject), cautions, doubt(rules, subject))
    return memo[key]


def combined(readings: list[Reading]) -> Reading:
    """Return several readings as one: what all rules allow, and done with as soon as one is.

    It is silent only while all of them are: else a window could close again that was open.
    """
    if len(readings) == 1:
        return readings[0]
    windows = [each.window for each in readings]
    opens = [window.opens for window in windows]
    starts = [each.since for each in readings]
    window = ordered(
        None if None in opens else max(filter(None, opens)),
        max((window.best for window in windows if window.best), default=None),
        min((window.due for window in windows if window.due), default=None),
        min((window.closes for window in windows if window.closes), default=None),
        unknown=_NOTHING.union(*(window.unknown for window in windows)),
    )
    return Reading(
        tuple(rule for each in readings for rule in each.rules),
        window,
        None if None in starts else min(filter(None, starts)),
        any(each.satisfied for each in readings),
        _NOTHING.union(*(each.missing for each in readings)),
        window.is_empty and not any(each.is_empty for each in windows),
    )


def uid(act: str, subject: Subject, *more: str) -> UUID:
    """Return the id of an act for a subject, which changes once the act is done again."""
    name = "\x1f".join((act, str(len(subject.done(act))), subject.path, *more))
    return uuid5(NAMESPACE, name)


def _route(rule: Rule, subject: Subject) -> tuple[str | None, str | None]:
    if isinstance(rule.channel, Expression):
        route = rule.channel.evaluate(subject)
        return (route.channel, route.to) if isinstance(route, Route) else (None, None)
    if subject.per != "person" or rule.channel not in ADDRESSES:
        return rule.channel, None
    address = ADDRESSES[rule.channel].evaluate(subject)
    return rule.channel, address if isinstance(address, str) else None


# -- the words ------------------------------------------------------------------------------------


def why(readings: list[Reading], whole: Reading, subject: Subject) -> str:
    """Say why the rules are there, and what decides when the act is best."""
    return f"{cited(whole.rules).why}{_best(readings, whole, subject)}"


def _best(readings: list[Reading], whole: Reading, subject: Subject) -> str:
    """Say what decides when the act is best, if there is such a moment."""
    best = whole.window.best
    if best is None:
        return ""
    bests = [rule.best for rule in whole.rules if rule.best is not None]
    deciding = [each for each in bests if each.evaluate(subject) == best]
    moment = deciding[0] if deciding else _opening(readings, best)[0].opens
    return f" Best: {moment.say(subject)}."


def _opening(readings: list[Reading], opens: datetime | None) -> list[Rule]:
    """Return the rules that open at a moment, which is that of all of them together."""
    return [each.rules[0] for each in readings if each.window.opens == opens]


def why_not_before(readings: list[Reading], opens: datetime | None, subject: Subject) -> str:
    """Say what decides when an act opens, and why the rules that decide it are there."""
    last = _opening(readings, opens)
    link = "It waits for" if opens is None else "That is"
    return f"{link} {last[0].opens.say(subject)}. {cited(last).why}"


# -- the cautions ---------------------------------------------------------------------------------


def _cautions(
    readings: list[Reading], whole: Reading, subject: Subject
) -> tuple[ScheduledCaution, ...]:
    """Return the cautions of an item, one of each kind that has a time to be shown."""
    if whole.conflict:
        return (_conflict(readings, whole),)
    told: dict[Phase, list[tuple[Rule, str, Span]]] = {}
    for rule in whole.rules:
        for caution in rule.cautions:
            if span := _span(caution, subject, whole):
                told.setdefault(caution.phase, []).append((rule, caution.text, span))
    return tuple([_dated(*each, readings, whole, subject) for each in told.items()])


def warning(
    status: Status, readings: list[Reading], whole: Reading, subject: Subject
) -> str | None:
    """Return the text of the caution about a status, if there is one that has a time."""
    if status == "conflict":
        return _conflict(readings, whole).text
    texts = (
        caution.text
        for rule in whole.rules
        for caution in rule.cautions
        if caution.phase == status and _span(caution, subject, whole)
    )
    return next(texts, None)


def _not_before(
    set_aside: SetAside | None, cautions: tuple[ScheduledCaution, ...]
) -> tuple[ScheduledCaution, ...]:
    """Return the cautions from when the act is no longer set aside."""
    if set_aside is None:
        return cautions
    start = set_aside.until
    if start is None:
        return ()
    later = [each._replace(since=max(start, each.since or start)) for each in cautions]
    return tuple([each for each in later if each.until is None or start < each.until])


def _dated(
    phase: Phase,
    parts: list[tuple[Rule, str, Span]],
    readings: list[Reading],
    whole: Reading,
    subject: Subject,
) -> ScheduledCaution:
    _, text, (since, until) = parts[0]
    for _, _, (begins, ends) in parts[1:]:
        since = min(since, begins)
        until = None if until is None or ends is None else max(until, ends)
    rules = [rule for rule, _, _ in parts]
    said = cited(rules)
    why = said.why
    if phase == "early":
        opens = whole.window.opens
        why = why_not_before(readings, opens, subject)
        rules += [rule for rule in _opening(readings, opens) if rule not in rules]
        said = cited(rules)
    return ScheduledCaution(phase, since, until, text, why, said.rules, said.source)


def _span(caution: CautionText, subject: Subject, reading: Reading) -> Span | None:
    """Return from when until when a caution is shown, if that is known and there is such a time."""
    window, phase = reading.window, caution.phase
    if window.unknown and not window.unknown.isdisjoint(_HANGS_ON[phase]):
        return None
    if window.is_empty and phase != "closed":
        return None
    since: Any
    if caution.since is not None:
        since = caution.since.evaluate(subject)
    else:
        since = getattr(window, _BEGINS[phase])
    if since.__class__ is not datetime:
        return None
    until = window.closes
    if phase == "early":
        until = window.opens or until
    elif caution.lasting is not None and until is not None:
        until = _clock.shift(until, caution.lasting.constant, subject.zone, subject.works)
    since = max(since, reading.since) if reading.since else since
    return (since, until) if until is None or since < until else None


def clashing(readings: list[Reading]) -> tuple[Reading, Reading]:
    """Return the reading that opens last, and the one that closes first."""
    last = max(readings, key=lambda each: each.window.opens or _clock.EARLIEST)
    first = min(readings, key=lambda each: each.window.closes or _clock.LATEST)
    return last, first


def _conflict(readings: list[Reading], whole: Reading) -> ScheduledCaution:
    opening, closing = (each.rules[0].name for each in clashing(readings))
    said = cited(whole.rules)
    return ScheduledCaution(
        status="conflict",
        since=whole.since,
        until=None,
        text=f"Two rules leave no time for it: {opening} waits until {{opens}}, "
        f"when {closing} is over",
        why=said.why,
        rules=said.rules,
        source=said.source,
    )
