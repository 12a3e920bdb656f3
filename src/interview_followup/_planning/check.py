"""May I do this at that moment? The answer, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import ClassVar

from attrs import field, frozen

from interview_followup._errors import escaped
from interview_followup._planning import answers
from interview_followup._planning.dated import Dated
from interview_followup._planning.lookup import Of, asked_about, moment_and_subjects
from interview_followup._planning.reading import Reading, binding, read_all
from interview_followup._planning.scheduled import Scheduled, combine
from interview_followup._planning.status import STATUSES, Status
from interview_followup._planning.why import sentences
from interview_followup._planning.worded import Worded
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule import Kind, Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._identity import Identity
from interview_followup.model._search import as_search


@frozen(kw_only=True, eq=False, slots=False, repr=False)
class Verdict(Dated, Worded):
    """Whether an act may be done at a moment; it is true where it may.

    `opens`, `best`, `due`, `closes` and `until` are `pendulum.DateTime` values in the candidate's
    zone, or None; the `window` and `until_utc` have stdlib datetimes in UTC. `until` is when the
    verdict next changes, its text included.
    """

    words: ClassVar[tuple[str, ...]] = ("text", "why")
    grounds: ClassVar[tuple[str, ...]] = ("_scheduled", "_rules", "_best_ahead")

    allowed: bool
    """Whether it may be done."""
    status: Status
    """Where the act stands at that moment."""
    window: Window
    """From when until when it may be done, in UTC."""
    until_utc: datetime | None
    """When the verdict next changes, in UTC; None if it never does."""
    act: str
    """The act, as lower-case words joined by hyphens: `thank-you`."""
    subject: Subject
    """Whom or what it is about."""
    _scheduled: Scheduled | None = field(alias="scheduled")
    _rules: Sequence[Rule] = field(alias="rules")
    _best_ahead: bool = field(alias="best_ahead")

    @cached_property
    def text(self) -> str:
        """What to do or to wait for, in a sentence."""
        if self.allowed:
            return answers.yes(self.status, self._scheduled, best_ahead=self._best_ahead)
        return answers.no(self.status, self._scheduled, self._rules, self.subject)

    @cached_property
    def why(self) -> str:
        """Why, in sentences."""
        if self._scheduled is not None and self.status == "early" and not self.allowed:
            return answers.why_not_yet(self._scheduled)
        return answers.why(self.status, self._scheduled, self._rules, self.subject)

    @property
    def identities(self) -> tuple[Identity, ...]:
        """What tells its subject from all others of the search."""
        return self.subject.identities

    def __bool__(self) -> bool:
        return self.allowed

    def __repr__(self) -> str:
        return escaped(f"<Verdict {self.act} of {self.subject.label}: {self}>")

    def __str__(self) -> str:
        return escaped(sentences("Yes" if self.allowed else "No", self.text, self.why))


def check(
    search: JobSearch | Application | Interview,
    act: str,
    *,
    at: date | datetime,
    of: Of | None = None,
    rules: RuleSet = CV_LIBRARY,
) -> Verdict:
    """Return whether an act may be done at a moment.

    `at` is an aware datetime of any zone, or a day of the candidate's: its first moment. `of` says
    for whom or what: a subject, its key or name, or the name of something it is in or that is in
    it; it may be left out where there is only one. Of several meetings with one person it is the
    one whose time it is: the first to close of those that are open, else the next to open, else the
    last to close.

    >>> ada = Person(name="Ada", email="ada@acme.example")
    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London", interviewers=[ada])
    >>> print(check(meeting, "thank-you", at=date(2026, 11, 25)))
    Yes. Send Ada a personal thank-you e-mail. Best from Wednesday 25 November, 09:00...

    Raises:
        InvalidInput: No rule knows the act, `of` fits no subject or several, `at` is naive or not
            between 1970 and 2200, or the search holds nothing that the act could be about.
        FactFailed: The function of a fact raised an error.
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
    """Return whether an act may be done at a moment, for each subject that it could be about.

    Those of which the rules are silent are among them. `at` is an aware datetime of any zone, or a
    day of the candidate's: its first moment.

    Raises:
        InvalidInput: No rule knows the act, or `at` is naive or not between 1970 and 2200.
        FactFailed: The function of a fact raised an error.
    """
    instant, subjects = moment_and_subjects(as_search(search), act, "at", at, rules=rules)
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
    allowed = _deciding_kind(group, scheduled) in STATUSES[status].allows
    window = scheduled.window if scheduled else Window()
    has_time = allowed and status in ("early", "open", "late")
    best_ahead = has_time and window.best is not None and now < window.best
    changes = [until, window.best] if best_ahead else [until]
    return Verdict(
        allowed=allowed,
        status=status,
        window=window,
        until_utc=min(filter(None, changes), default=None),
        act=act,
        subject=subject,
        scheduled=scheduled,
        rules=group,
        best_ahead=best_ahead,
    )


def _deciding_kind(group: Sequence[Rule], scheduled: Scheduled | None) -> Kind:
    """Return the kind of the rule that decides whether an act is allowed, of those binding."""
    if scheduled is not None and scheduled.kind == "veto":
        return "veto"
    kinds = {rule.kind for rule in group}
    return "advice" if "advice" in kinds else "reminder" if "reminder" in kinds else "guard"
