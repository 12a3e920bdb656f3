"""May I do this at that moment? The answer, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias, TypeVar

import pendulum
from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, invalid, near
from interview_followup._model import Application, Interview, JobSearch, Person, as_search
from interview_followup._plan import filled, moment, readable
from interview_followup._rule import Rule, fill
from interview_followup._rule_set import RuleSet
from interview_followup._schedule import (
    Reading,
    Scheduled,
    Status,
    read,
    scheduled,
    why_not_before,
)
from interview_followup._subject import PERS, Per, Subject, subjects
from interview_followup.advice import CV_LIBRARY

T = TypeVar("T")

Of: TypeAlias = str | Application | Interview | Person | Subject


@frozen(kw_only=True)
class Verdict:
    """Whether an act may be done at a moment; it is true where it is `allowed`.

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
        return readable(self._until, self.timezone)

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
    instant, subject = _asked(search, act, at, of, rules)
    group = rules.acts[act]
    guards_only = all(rule.is_guard for rule in group)
    readings = [reading for rule in group if (reading := read(rule, subject))]
    if readings:
        item = scheduled(act, subject, readings)
        status, until = item.status(instant)
        text = _text(item, status, search.timezone)
        why = _why(item, status, readings, search.timezone)
    else:
        status, until = "silent", None
        why = " ".join(f"{_sentence(_why_silent(rule, subject))} {rule.why}" for rule in group)
    allowed = status in ("open", "late") or (status == "silent" and guards_only)
    if status == "silent":
        text = "Nothing speaks against it" if allowed else "Nothing advises it"
    return Verdict(
        allowed=allowed,
        status=status,
        until=until,
        timezone=search.timezone,
        act=act,
        subject=subject,
        text=text,
        why=why,
    )


# -- the words ------------------------------------------------------------------------------------


def _text(item: Scheduled, status: Status, timezone: str) -> str:
    cautions = [caution.text for caution in item.cautions if caution.status == status]
    if cautions and status != "open":
        return filled(cautions[0], item, timezone)
    if status == "needs-fact":
        asks = sorted({fill(each.ask, each.subject) for each in item.missing})
        return f"Not known yet: {' '.join(asks)}"
    if status == "early" and item.window.opens is not None:
        opens = _clock.in_words(item.window.opens, _clock.zone(timezone))
        return f"Too early for “{item.act}”: wait until {opens}"
    words = {"early": "Too early for", "closed": "Too late for", "done": "Already done:"}
    return f"{words[status]} “{item.act}”" if status in words else item.text


def _why(item: Scheduled, status: Status, readings: list[Reading], timezone: str) -> str:
    if status == "silent" and item.since is not None:
        start = _clock.in_words(item.since, _clock.zone(timezone))
        return f"The rules speak of it from {start} on. {item.why}"
    if status == "early":
        return why_not_before(readings, item.window.opens, item.subject)
    return item.why


def _why_silent(rule: Rule, subject: Subject) -> str:
    return rule.given.say(subject, denied=True) if rule.given is not None else rule.why


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


# -- the subject ----------------------------------------------------------------------------------


def _asked(
    search: JobSearch, act: str, at: datetime, of: Of | None, rules: RuleSet
) -> tuple[datetime, Subject]:
    """Return the moment and the subject that are asked about, or raise every problem at once."""
    held = subjects(search)
    problems: list[Problem] = []
    instant = _found(problems, lambda: moment("at", at))
    per = _found(problems, lambda: rules.per(act))
    meant = _found(problems, lambda: _meant(held, of, per or "person"))
    if per is not None and meant is not None:
        subject = _found(problems, lambda: _subject(held[per], meant))
    if problems or instant is None or subject is None:
        raise InvalidInput(problems)
    return instant, subject


def _found(problems: list[Problem], find: Callable[[], T]) -> T | None:
    try:
        return find()
    except InvalidInput as error:
        problems += error.problems
        return None


def _meant(held: dict[Per, list[Subject]], of: Of | None, wanted: Per) -> list[Subject]:
    """Return the subjects that are meant: those of that name, or all if there is none."""
    everything = [subject for per in PERS for subject in held[per]]
    meant = everything if of is None else [each for each in everything if _names(each, of)]
    if not meant:
        names = [name for subject in everything for name in _texts(subject)]
        labels = ", ".join(repr(each.label) for each in held[wanted]) or "nobody"
        mend = near(str(of), names, f"give one of {labels}")
        raise invalid("of", f"{of if isinstance(of, str) else 'this'!r} is not in the search", mend)
    return meant


def _subject(candidates: list[Subject], meant: list[Subject]) -> Subject:
    """Return the one candidate that is meant, or is in, or around, what is meant."""
    found = [each for each in candidates if any(_related(each, other) for other in meant)]
    if len(found) == 1:
        return found[0]
    if found:
        labels = ", ".join(repr(each.label) for each in found)
        raise invalid("of", f"could be any of {len(found)}", f"give one of {labels}")
    raise invalid("of", "fits nothing that the act is about", "add it to the search")


def _related(one: Subject, other: Subject) -> bool:
    return all(mine == yours for mine, yours in zip(one.identities, other.identities, strict=False))


def _names(subject: Subject, of: Of) -> bool:
    if isinstance(of, str):
        return of.casefold() in {text.casefold() for text in _texts(subject)}
    value = subject.narrowest
    recruiter = value.recruiter if isinstance(value, Application) else None
    return of in (subject, value, recruiter)


def _texts(subject: Subject) -> tuple[str, ...]:
    """Return the texts that name a subject: its label, and its key or the names it goes by."""
    names: tuple[str | None, ...]
    match subject.narrowest:
        case Person() as person:
            names = (person.key, person.name)
        case Application() as application:
            names = (application.key, application.employer, application.role, application.title)
            if application.recruiter is not None:
                names += (application.recruiter.key, application.recruiter.name)
        case Interview() as interview:
            names = (interview.key,)
        case _:
            names = ()
    return (*filter(None, names), subject.label)
