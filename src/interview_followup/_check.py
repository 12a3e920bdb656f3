"""May I do this at that moment? The answer, and why."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

import pendulum
from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, invalid, near
from interview_followup._model import Application, Interview, JobSearch, Person, as_search
from interview_followup._plan import dates, moment
from interview_followup._rule import Rule, fill
from interview_followup._rule_set import RuleSet
from interview_followup._schedule import Reading, Scheduled, Status, combine, read, why_not_before
from interview_followup._subject import PERS, Subject, subjects
from interview_followup.advice import CV_LIBRARY

Of: TypeAlias = str | Application | Interview | Person | Subject


@frozen(kw_only=True)
class Verdict:
    """Whether an act may be done at a moment.

    `until` is a `pendulum.DateTime` in `timezone`, the candidate's zone: the next instant at which
    the `status` changes, or None.
    """

    allowed: bool
    status: Status
    _until: datetime | None
    timezone: str
    act: str
    subject: Subject
    text: str
    why: str

    @property
    def until(self) -> pendulum.DateTime | None:
        return None if self._until is None else _clock.local(self._until, _clock.zone(self.timezone))

    def __str__(self) -> str:
        return f"{'Yes' if self.allowed else 'No'}: {self.text}. {self.why}"


def check(
    known: JobSearch | Application | Interview,
    act: str,
    *,
    at: datetime,
    of: Of | None = None,
    rules: RuleSet = CV_LIBRARY,
) -> Verdict:
    """Return whether an act may be done at a moment, which is any aware time.

    `of` says for whom or what: a subject, its key or name, or that of something it is in or that
    is in it. It may be left out where there is only one.

    Raises:
        InvalidInput: No rule knows the act, or `of` fits no subject or several.
    """
    search = as_search(known)
    instant, subject = _asked(search, act, at, of, rules)
    readings = [reading for rule in rules.acts[act] if (reading := read(rule, subject))]
    guards_only = all(rule.is_guard for rule in rules.acts[act])
    if not readings:
        reason = " ".join(_why_silent(rule, subject) for rule in rules.acts[act])
        return _verdict(search, act, subject, guards_only, "silent", None, reason)
    item = combine(act, subject, readings)
    status, until = item.status(instant)
    allowed = status in ("open", "late") or (status == "silent" and guards_only)
    reason = _why(item, status, readings)
    text = _text(item, status, allowed, search.timezone)
    return _verdict(search, act, subject, allowed, status, until, reason, text)
