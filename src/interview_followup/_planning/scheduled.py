"""An act for one subject, and its window: what all the rules on it leave together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import ClassVar
from uuid import UUID

from attrs import frozen

from interview_followup._errors import FactFailed, escaped
from interview_followup._planning.cautions import Caution, cautions_about, once_awake
from interview_followup._planning.dispensable import Dispensable, dispensable
from interview_followup._planning.kept_hours import keeping_hours
from interview_followup._planning.reading import Reading, dating
from interview_followup._planning.status import Status
from interview_followup._planning.uid import uid_of
from interview_followup._planning.why import why
from interview_followup._planning.worded import Worded
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Route
from interview_followup.language._facts import ADDRESSES, FIRST_MEETING
from interview_followup.language._missing import Missing
from interview_followup.language._rule import ASKING, Kind, Rule, sources_of
from interview_followup.language._subject import Aside, Subject
from interview_followup.language._texts import fill
from interview_followup.language._window import Window, ordered, phases
from interview_followup.language._wording import Wording
from interview_followup.model._identity import Identity


@frozen(kw_only=True, eq=False, slots=False, repr=False)
class Scheduled(Worded):
    """An act for one subject, and what the rules on it say together, whatever the time is.

    Moments are stdlib datetimes in UTC. Where a veto holds, no other rule speaks, and the act is
    silent at all times.
    """

    words: ClassVar[tuple[str, ...]] = ("uid", "text", "why", "wording", "source")
    grounds: ClassVar[tuple[str, ...]] = ("readings",)

    act: str
    """What to do, as lower-case words joined by hyphens: `thank-you`."""
    rules: tuple[str, ...]
    """The names of the rules that speak."""
    subject: Subject
    """Whom or what it is about."""
    kind: Kind
    """The kind of the first rule that speaks; guards and vetoes only forbid."""
    window: Window
    """From when until when it may be done: what all the rules leave."""
    since: datetime | None
    """Before when the rules are silent, in UTC; None if they never are."""
    satisfied: bool
    """Whether it is done."""
    set_aside: Aside | None
    """Until when the candidate does not want to hear of it; None if they do."""
    missing: frozenset[Missing]
    """The unknown facts that hold it back."""
    dispensable: tuple[Dispensable, ...]
    """The unknown facts that would change its window or its channel."""
    conflict: bool
    """Whether the rules together leave no time for it."""
    channel: str | None
    """How to do it, such as `email`; None where nobody has told."""
    to: str | None
    """Where the channel leads: an address, a number, a name; None if nobody has told."""
    cautions: tuple[Caution, ...]
    """The warnings about it, at whatever time they hold."""
    readings: Sequence[Reading]
    """What each rule says by itself; lost where the value was pickled or copied."""

    @property
    def asks(self) -> bool:
        """Whether the candidate is asked to do it; what rules only forbid is no action."""
        return self.kind in ASKING

    @property
    def is_forbidden(self) -> bool:
        """Whether a veto silences it."""
        return self.kind == "veto" and not self.missing

    @cached_property
    def uid(self) -> UUID:
        """The id, the same as long as the subject has the same keys or names.

        It changes once the act is done once more.
        """
        return uid_of(self.act, self.subject)

    @cached_property
    def text(self) -> str:
        """What to do, in a sentence."""
        return fill(self.readings[0].rule.text, self.subject)

    @cached_property
    def why(self) -> str:
        """Why to do it, in sentences."""
        return why(self.readings, self.window)

    @cached_property
    def wording(self) -> tuple[Wording, ...]:
        """What to say and what not to, of all rules that speak; none of it twice."""
        sentences: dict[tuple[str, str], Wording] = {}
        for reading in self.readings:
            for kind, template, source in reading.rule.wording:
                text = fill(template, self.subject)
                sentences.setdefault((kind, text), Wording(kind, text, source))
        return tuple(sentences.values())

    @cached_property
    def source(self) -> str:
        """Where the advice comes from; several sources are joined by semicolons."""
        return sources_of([reading.rule for reading in self.readings])

    @property
    def identities(self) -> tuple[Identity, ...]:
        """What tells its subject from all others of the search."""
        return self.subject.identities

    def status(self, now: datetime) -> tuple[Status, datetime | None]:
        """Return the status at an instant in UTC, and the next instant at which it changes."""
        if self.is_forbidden:
            return "silent", None
        if self.satisfied:
            return "done", None
        if self.set_aside is not None and self.set_aside.lasts(now):
            return "set-aside", self.set_aside.until
        return self._status_by_dates(now)

    def _status_by_dates(self, now: datetime) -> tuple[Status, datetime | None]:
        if self.since is not None and now < self.since:
            return "silent", self.since
        if self.conflict:
            return "conflict", None
        if self.missing:
            return _lacking_facts(self.window, now)
        return phases(now, self.window)

    def __repr__(self) -> str:
        return escaped(f"<Scheduled {self.act} of {self.subject.label}: {self.window}>")


def _lacking_facts(window: Window, now: datetime) -> tuple[Status, datetime | None]:
    """Return the status where a needed fact is unknown: early, needs-fact, then closed."""
    closes = window.closes
    if "opens" in window.unknown:
        return ("needs-fact", closes) if closes is None or now < closes else ("closed", None)
    phase, until = phases(now, window)
    return ("needs-fact", closes) if phase in ("open", "late") else (phase, until)


UNDATED = Window(unknown=frozenset(["opens"]))
"""The window of what only vetoes know: nothing tells when it may be done, if ever."""


def combine(act: str, readings: Sequence[Reading], set_aside: Aside | None = None) -> Scheduled:
    """Return what the readings of the rules on an act, for one subject, make together.

    They leave what all of them allow, and are done with as soon as one is. They are silent only
    while all are: else a window could close again that was open. The first reading is of the rule
    that gives the act its text and its channel. While the act is set aside it has no cautions.
    Vetoes that hold silence all others; one of which nobody knows whether it holds keeps the act
    waiting, and dates nothing.
    """
    try:
        return _combine(act, readings, set_aside)
    except FactFailed as error:
        raise error.of_rule(_using(error.fact, readings)) from error.__cause__


def _using(fact: str, readings: Sequence[Reading]) -> str:
    """Return the name of the first rule that uses a fact."""
    rules = [reading.rule for reading in readings]
    using = [rule for rule in rules if fact in {used.name for used in rule.facts}] or rules
    return using[0].name


def _combine(act: str, readings: Sequence[Reading], set_aside: Aside | None) -> Scheduled:
    readings = [reading for reading in readings if reading.forbids] or readings
    subject = readings[0].subject
    rules = [reading.rule for reading in readings]
    dated = dating(readings)
    window = (
        keeping_hours(_intersection([reading.window for reading in dated]), dated)
        if dated
        else UNDATED
    )
    since = _since(dated) if dated else None
    conflict = window.is_empty and not any(reading.window.is_empty for reading in dated)
    satisfied = any(reading.satisfied for reading in readings)
    cautions = _cautions(act, dated, window, since, conflict=conflict) if dated else []
    channel, to = _route(rules[0], subject)
    return Scheduled(
        act=act,
        rules=tuple([rule.name for rule in rules]),
        subject=subject,
        kind=rules[0].kind,
        window=window,
        since=since,
        satisfied=satisfied,
        set_aside=set_aside,
        missing=frozenset().union(*(reading.missing for reading in readings)),
        dispensable=dispensable(rules, subject),
        conflict=conflict,
        channel=channel,
        to=to,
        cautions=() if satisfied else once_awake(cautions, set_aside),
        readings=readings,
    )


def set_aside(act: str, rules: Sequence[Rule], subject: Subject) -> Aside | None:
    """Return how an act is set aside: at any meeting, where rules speak of the first one alone."""
    if subject.per == "person" and (aside := subject.set_aside_at_any_meeting(act)):
        is_once = any(FIRST_MEETING in rule.facts for rule in rules)
        return aside if is_once else subject.set_aside(act)
    return subject.set_aside(act)


def _cautions(
    act: str,
    readings: Sequence[Reading],
    window: Window,
    since: datetime | None,
    *,
    conflict: bool,
) -> list[Caution]:
    """Return the cautions about an act; a reminder beside other rules has no part in them.

    They would say otherwise than a verdict, which reminders have no part in either.
    """
    binding = [reading for reading in readings if reading.rule.kind != "reminder"]
    if not conflict and 0 < len(binding) < len(readings):
        window = keeping_hours(_intersection([reading.window for reading in binding]), binding)
        readings = binding
        since = _since(binding)
    return cautions_about(act, readings, window, since, conflict=conflict)


def _since(readings: Sequence[Reading]) -> datetime | None:
    """Return from when on any of the rules speaks, None where one always does."""
    starts = [reading.since for reading in readings]
    return None if None in starts else min(filter(None, starts))


def _intersection(windows: Sequence[Window]) -> Window:
    if len(windows) == 1:
        return windows[0]
    opens = [window.opens for window in windows]
    return ordered(
        None if None in opens else max(filter(None, opens)),
        max((window.best for window in windows if window.best), default=None),
        min((window.due for window in windows if window.due), default=None),
        min((window.closes for window in windows if window.closes), default=None),
        unknown=frozenset().union(*(window.unknown for window in windows)),
    )


def _route(rule: Rule, subject: Subject) -> tuple[str | None, str | None]:
    channel = rule.channel
    if isinstance(channel, Expression):
        route = channel.evaluate(subject)
        if isinstance(route, Route):
            return route.channel, route.to
        channel = route if isinstance(route, str) else None
    if subject.per != "person" or channel not in ADDRESSES:
        return channel, None
    address = ADDRESSES[channel].evaluate(subject)
    return channel, address if isinstance(address, str) else None
