"""May I do this at that moment? The answer, and why."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from interview_followup import _clock
from interview_followup._planning.lookup import Of, asked
from interview_followup._planning.plan import filled, readable
from interview_followup._planning.schedule import (
    Reading,
    Status,
    combined,
    read_all,
    standing,
    warning,
    why,
    why_not_before,
)
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule import Rule, fill
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.model._model import Application, Interview, JobSearch, as_search

if TYPE_CHECKING:
    import pendulum


@frozen(kw_only=True)
class Verdict:
    """Whether an act may be done at a moment; it is true where it is `allowed`.

    `until` is a `pendulum.DateTime` in `timezone`, the candidate's zone: the next instant at which
    the `status` changes, or None.
    """

    allowed: bool
    status: Status
    until_utc: datetime | None
    timezone: str
    act: str
    subject: Subject
    text: str
    why: str

    @property
    def until(self) -> pendulum.DateTime | None:
        return readable(self.until_utc, self.timezone)

    def __bool__(self) -> bool:
        return self.allowed

    def __repr__(self) -> str:
        return f"<Verdict {self.act} of {self.subject.label}: {self}>"

    def __str__(self) -> str:
        stop = "" if self.text.endswith("?") else "."
        return f"{'Yes' if self.allowed else 'No'}. {self.text}{stop} {self.why}"


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
    instant, subject = asked(search, act, name="at", at=at, of=of, rules=rules)
    return verdict_on(act, subject, instant, rules)


def verdict_on(act: str, subject: Subject, instant: datetime, rules: RuleSet) -> Verdict:
    """Return whether an act may be done for a subject at an instant in UTC."""
    group, timezone = rules.acts[act], subject.search.timezone
    guards_only = all(rule.is_guard for rule in group)
    readings = read_all(group, subject)
    if readings:
        whole = combined(readings)
        status, until = standing(whole, instant)
        text = _text(act, status, readings, whole, subject)
        because = _why(status, readings, whole, subject)
    else:
        status, until = "silent", None
        because = " ".join(f"{_sentence(_why_silent(rule, subject))} {rule.why}" for rule in group)
    allowed = status in ("open", "late") or (status == "silent" and guards_only)
    if status == "silent":
        text = "Nothing speaks against it" if allowed else "Nothing advises it"
    return Verdict(
        allowed=allowed,
        status=status,
        until_utc=until,
        timezone=timezone,
        act=act,
        subject=subject,
        text=text,
        why=because,
    )


# -- the words ------------------------------------------------------------------------------------


def _text(
    act: str, status: Status, readings: list[Reading], whole: Reading, subject: Subject
) -> str:
    timezone, opens = subject.search.timezone, whole.window.opens
    caution = warning(status, readings, whole, subject) if status != "open" else None
    if caution is not None:
        return filled(caution, subject, whole.window, timezone)
    if status == "needs-fact":
        asks = sorted({fill(each.ask, each.subject) for each in whole.missing})
        return f"Not known yet: {' '.join(asks)}"
    if status == "early" and opens is not None:
        when = _clock.in_words(opens, _clock.zone(timezone))
        return f"Too early for “{act}”: wait until {when}"
    words = {"early": "Too early for", "closed": "Too late for", "done": "Already done:"}
    return f"{words[status]} “{act}”" if status in words else fill(whole.rules[0].text, subject)


def _why(status: Status, readings: list[Reading], whole: Reading, subject: Subject) -> str:
    if status == "early":
        return why_not_before(readings, whole.window.opens, subject)
    said = why(readings, whole, subject)
    if status == "silent" and whole.since is not None:
        start = _clock.in_words(whole.since, _clock.zone(subject.search.timezone))
        return f"The rules speak of it from {start} on. {said}"
    return said


def _why_silent(rule: Rule, subject: Subject) -> str:
    if rule.given is not None and rule.given.evaluate(subject) is False:
        return rule.given.say(subject, denied=True)
    return f"it is not spoken of before {rule.since}"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
