"""May I do this at that moment? The answer, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import ClassVar

import pendulum
from attrs import field, frozen

from interview_followup import _clock
from interview_followup._planning.cautions import warning
from interview_followup._planning.lookup import Of, asked_about, every
from interview_followup._planning.reading import Reading, binding, read_all
from interview_followup._planning.scheduled import Scheduled, combine
from interview_followup._planning.status import STATUSES, Status
from interview_followup._planning.why import why_not_before
from interview_followup._planning.worded import Worded
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule import Kind, Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.language._texts import fill
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._search import as_search


@frozen(kw_only=True, eq=False, slots=False, repr=False)
class Verdict(Worded):
    """Whether an act may be done at a moment; it is true where it is `allowed`.

    `until` is a `pendulum.DateTime` in `timezone`, the candidate's zone: the next instant at which
    the `status` changes, or None; `until_utc` is the same in UTC.
    """

    words: ClassVar[tuple[str, ...]] = ("text", "why")
    grounds: ClassVar[tuple[str, ...]] = ("_scheduled", "_rules")

    allowed: bool
    status: Status
    until_utc: datetime | None
    act: str
    subject: Subject
    _scheduled: Scheduled | None = field(alias="scheduled")
    _rules: Sequence[Rule] = field(alias="rules")

    @property
    def timezone(self) -> str:
        return self.subject.search.timezone

    @property
    def until(self) -> pendulum.DateTime | None:
        return _clock.local(self.until_utc, self.timezone)

    @cached_property
    def text(self) -> str:
        if self.allowed and self.status not in ("open", "late"):
            return "Nothing speaks against it"
        if self._scheduled is None or self.status == "silent":
            return "Nothing advises it"
        scheduled = self._scheduled
        if self.status == "early":
            words = warning("early", scheduled.readings, scheduled.window)
            return _text("early", scheduled) if words is None else words
        if self.status != "open":
            for caution in self._scheduled.cautions:
                if caution.status == self.status:
                    return caution.text
        return _text(self.status, self._scheduled)

    @cached_property
    def why(self) -> str:
        if self._scheduled is None:
            return " ".join(
                f"{_sentence(_why_silent(rule, self.subject))} {rule.why}" for rule in self._rules
            )
        if self.status == "early" and not self.allowed:
            return why_not_before(self._scheduled.readings, self._scheduled.window.opens)
        if self.status == "silent" and self._scheduled.since is not None:
            start = _clock.in_words(self._scheduled.since, _clock.zone(self.timezone))
            return f"The rules speak of it from {start} on. {self._scheduled.why}"
        return self._scheduled.why

    def __bool__(self) -> bool:
        return self.allowed

    def __repr__(self) -> str:
        return f"<Verdict {self.act} of {self.subject.label}: {self}>"

    def __str__(self) -> str:
        stop = "" if self.text.endswith("?") else "."
        return f"{'Yes' if self.allowed else 'No'}. {self.text}{stop} {self.why}"


def _text(status: Status, scheduled: Scheduled) -> str:
    if status == "needs-fact":
        subject = scheduled.subject
        texts = {
            fill(missing.ask, subject.elsewhere(*missing.identities))
            for missing in scheduled.missing
        }
        return f"Not known yet: {' '.join(sorted(texts))}"
    if status == "early" and scheduled.window.opens is not None:
        zone = _clock.zone(scheduled.subject.search.timezone)
        opens = _clock.in_words(scheduled.window.opens, zone)
        return f"Too early for “{scheduled.act}”: wait until {opens}"
    if status in ("open", "late"):
        return scheduled.text
    # Of a conflict there is always a caution.
    beginnings = {"early": "Too early for", "closed": "Too late for", "done": "Already done:"}
    return f"{beginnings[status]} “{scheduled.act}”"


def _why_silent(rule: Rule, subject: Subject) -> str:
    if rule.given is not None and rule.given.evaluate(subject) is False:
        return rule.given.say(subject, denied=True)
    return f"it is not spoken of before {rule.since}"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def check(
    search: JobSearch | Application | Interview,
    act: str,
    *,
    at: date | datetime,
    of: Of | None = None,
    rules: RuleSet = CV_LIBRARY,
) -> Verdict:
    """Return whether an act may be done at a moment, any aware time or a day's first moment.

    `of` says for whom or what: a subject, its key or name, or the name of something it is in or
    that is in it. It may be left out where there is only one. Of several meetings with one person
    it is the one whose time it is: the first to close of those that are open, else the next to
    open, else the last to close.

    Raises:
        InvalidInput: No rule knows the act, `of` fits no subject or several, or the search holds
            nothing that the act could be about.
    """
    instant, subject = asked_about(as_search(search), act, "at", at, of=of, rules=rules)
    return verdict(act, subject, instant, rules)


def check_all(
    search: JobSearch | Application | Interview,
    act: str,
    *,
    at: date | datetime,
    rules: RuleSet = CV_LIBRARY,
) -> tuple[Verdict, ...]:
    """Return whether an act may be done at a moment for each subject that it could be about.

    Those of which the rules are silent are among them. `at` is any aware time or a day's first
    moment.

    Raises:
        InvalidInput: No rule knows the act, or `at` is naive or not between 1970 and 2200.
    """
    instant, subjects = every(as_search(search), act, "at", at, rules=rules)
    return tuple([verdict(act, subject, instant, rules) for subject in subjects])


def verdict(act: str, subject: Subject, now: datetime, rules: RuleSet) -> Verdict:
    """Return whether an act may be done for a subject at an instant in UTC."""
    return verdict_on(read_all(binding(rules.acts[act]), subject), act, subject, now, rules)


def verdict_on(
    readings: Sequence[Reading], act: str, subject: Subject, now: datetime, rules: RuleSet
) -> Verdict:
    """Return the verdict on what binding rules say of a subject, whatever is set aside."""
    scheduled = combine(act, readings) if readings else None
    status, until = ("silent", None) if scheduled is None else scheduled.status(now)
    group = binding(rules.acts[act])
    kinds = {rule.kind for rule in group}
    kind: Kind = "advice" if "advice" in kinds else "guard" if "guard" in kinds else "reminder"
    return Verdict(
        allowed=kind in STATUSES[status].allows,
        status=status,
        until_utc=until,
        act=act,
        subject=subject,
        scheduled=scheduled,
        rules=group,
    )
