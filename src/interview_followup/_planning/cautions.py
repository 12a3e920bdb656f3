"""Dated warnings: from when until when each caution of the rules on an act holds.

The words are the rule's own: look for them where it stands, in `advice`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import Any, ClassVar, TypeAlias
from uuid import UUID

import pendulum
from attrs import evolve, field, frozen

from interview_followup import _clock
from interview_followup._errors import escaped
from interview_followup._planning.dates import date_words
from interview_followup._planning.reading import Reading
from interview_followup._planning.status import Status
from interview_followup._planning.uid import uid_of
from interview_followup._planning.why import opening, reasons, why_not_before
from interview_followup._planning.worded import Worded
from interview_followup.language._caution import CautionText
from interview_followup.language._expression import out_of_range
from interview_followup.language._rule import Rule, sources_of
from interview_followup.language._subject import Aside, Subject
from interview_followup.language._text_choice import Text
from interview_followup.language._texts import fill
from interview_followup.language._window import Phase, Window
from interview_followup.model._identity import Identity

Span: TypeAlias = tuple[datetime, datetime | None]

# A caution about a phase has no dates while one of these moments of the window is unknown.
_HANGS_ON: dict[Phase, tuple[str, ...]] = {
    "early": ("opens",),
    "open": ("best", "closes"),
    "late": ("due", "closes"),
    "closed": ("closes",),
}
_BEGINS: dict[Phase, str] = {"open": "best", "late": "due", "closed": "closes"}


@frozen(kw_only=True, eq=False, slots=False, repr=False)
class Caution(Worded):
    """A warning about an act, for one subject, that holds for some time.

    `since` and `until` are `pendulum.DateTime` values in the candidate's zone, or None; the fields
    in `_utc` are stdlib datetimes in UTC.
    """

    words: ClassVar[tuple[str, ...]] = ("uid", "doing", "text", "why", "source")
    grounds: ClassVar[tuple[str, ...]] = ("_template", "_window", "_warning", "_readings")

    act: str
    """The act that it warns about, as a slug: `thank-you`."""
    rules: tuple[str, ...]
    """The names of the rules that warn."""
    subject: Subject
    """Whom or what the act is about."""
    status: Status
    """What the act's window is at: early, open but about to close, late, closed, conflict."""
    since_utc: datetime | None
    """Since when it holds, in UTC; None where it always did."""
    until_utc: datetime | None
    """Until when it holds, in UTC; None where nothing is known to end it."""
    _template: Text = field(alias="template")
    _window: Window = field(alias="window")
    _warning: Sequence[Rule] = field(alias="warning")
    _readings: Sequence[Reading] = field(alias="readings")

    @property
    def timezone(self) -> str:
        """The IANA name of the zone that the candidate lives in."""
        return self.subject.search.timezone

    @property
    def identities(self) -> tuple[Identity, ...]:
        """What tells its subject from all others of the search."""
        return self.subject.identities

    @property
    def since(self) -> pendulum.DateTime | None:
        """Since when it holds, in the candidate's zone; None where it always did."""
        return _clock.local(self.since_utc, self.timezone)

    @property
    def until(self) -> pendulum.DateTime | None:
        """Until when it holds, in the candidate's zone; None if nothing is known to end it."""
        return _clock.local(self.until_utc, self.timezone)

    @cached_property
    def uid(self) -> UUID:
        """The id, which stays the same from plan to plan until the act is done once more."""
        return uid_of(self.act, self.subject, self.status)

    @cached_property
    def doing(self) -> str:
        """What the act is, in a sentence."""
        return fill(self._readings[0].rule.text, self.subject)

    @cached_property
    def text(self) -> str:
        """What to beware of, in a sentence."""
        dates = partial(date_words, readings=self._readings, window=self._window)
        if self.status == "conflict":
            act = fill(self._template, self.subject)
            return (
                f"There is no time for this: “{act}”. It would have to wait until "
                f"{dates('opens')}, but has to be done before {dates('closes')}"
            )
        return fill(self._template, self.subject, dates=dates)

    @cached_property
    def why(self) -> str:
        """Why to beware of it, in sentences."""
        if self.status == "early":
            return why_not_before(self._readings, self._window.opens)
        return reasons(self._warning)

    @cached_property
    def source(self) -> str:
        """Where the warning comes from; several sources are joined by semicolons."""
        return sources_of(self._warning)

    def holds(self, now: datetime) -> bool:
        """Tell whether it holds at an instant in UTC."""
        begun = self.since_utc is None or self.since_utc <= now
        return begun and (self.until_utc is None or now < self.until_utc)

    def __str__(self) -> str:
        return escaped(f"{self.text} ({self.status})")

    def __repr__(self) -> str:
        return escaped(f"<Caution {self.act} of {self.subject.label}: {self}>")


def cautions_about(
    act: str,
    readings: Sequence[Reading],
    window: Window,
    since: datetime | None,
    *,
    conflict: bool,
) -> list[Caution]:
    """Return the cautions about an act, one of each kind that has a time to be shown.

    `window` is the one that all readings leave together, `since` when the first of them speaks.
    """
    if conflict:
        return [_conflict(act, readings, window, since)]
    warnings: dict[Phase, list[tuple[Rule, Text, Span]]] = {}
    for rule, subject, *_ in readings:
        for caution in rule.cautions:
            if span := _span(caution, subject, window, since):
                warnings.setdefault(caution.phase, []).append((rule, caution.text, span))
    return [_caution(act, phase, parts, readings, window) for phase, parts in warnings.items()]


def _span(
    caution: CautionText, subject: Subject, window: Window, since: datetime | None
) -> Span | None:
    """Return from when until when a caution is shown, if that is known and there is such a time."""
    phase = caution.phase
    if phase == "early" and caution.since is None:
        return None
    if not window.unknown.isdisjoint(_HANGS_ON[phase]):
        return None
    if window.is_empty and phase != "closed":
        return None
    begun: list[Any] = [getattr(window, _BEGINS[phase])] if phase in _BEGINS else []
    if caution.since is not None:
        begun.append(caution.since.evaluate(subject))
    if not all(isinstance(moment, datetime) for moment in begun):
        return None
    begins = max(begun)
    ends = window.closes
    if phase == "early":
        ends = window.opens or ends
    elif caution.lasting is not None and ends is not None:
        ends = _clock.shift(ends, caution.lasting.constant, subject.zone, subject.works)
        if not _clock.is_in_range(ends):
            raise out_of_range(f"{caution.lasting} after it closes", subject)
    until = caution.until.evaluate(subject) if caution.until is not None else None
    if isinstance(until, datetime):
        ends = min(until, ends or until)
    begins = max(begins, since or begins)
    return (begins, ends) if ends is None or begins < ends else None


def _caution(
    act: str,
    phase: Phase,
    warnings: Sequence[tuple[Rule, Text, Span]],
    readings: Sequence[Reading],
    window: Window,
) -> Caution:
    """Return the cautions of several rules about one phase as one, in the first one's words."""
    ends = [ends for _, _, (_, ends) in warnings]
    rules = [rule for rule, _, _ in warnings]
    if phase == "early":
        rules += [rule for rule in opening(readings, window.opens) if rule not in rules]
    return Caution(
        act=act,
        rules=tuple([rule.name for rule in rules]),
        subject=readings[0].subject,
        status=phase,
        since_utc=min(begins for _, _, (begins, _) in warnings),
        until_utc=None if None in ends else max(filter(None, ends)),
        template=warnings[0][1],
        window=window,
        warning=rules,
        readings=readings,
    )


def _conflict(
    act: str, readings: Sequence[Reading], window: Window, since: datetime | None
) -> Caution:
    rules = [reading.rule for reading in readings]
    return Caution(
        act=act,
        rules=tuple([rule.name for rule in rules]),
        subject=readings[0].subject,
        status="conflict",
        since_utc=since,
        until_utc=None,
        template=rules[0].text,
        window=window,
        warning=rules,
        readings=readings,
    )


def once_awake(cautions: Iterable[Caution], set_aside: Aside | None) -> tuple[Caution, ...]:
    """Return cautions as they hold from when their act is no longer set aside."""
    if set_aside is None:
        return tuple(cautions)
    start = set_aside.until
    if start is None:
        return ()
    return tuple(
        [
            evolve(caution, since_utc=max(start, caution.since_utc or start))
            for caution in cautions
            if caution.until_utc is None or start < caution.until_utc
        ]
    )
