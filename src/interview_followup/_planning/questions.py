"""What nobody has told us, and what would be held back less or be done otherwise if somebody did.

In one plan no two questions have the same text: where they would, they say what tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from typing import ClassVar, NamedTuple

from attrs import field, frozen

from interview_followup import _clock
from interview_followup._errors import escaped
from interview_followup._planning.asked import Asked, Together, distinct
from interview_followup._planning.dates import date_words
from interview_followup._planning.scheduled import Scheduled
from interview_followup._planning.status import STATUSES, Status
from interview_followup._planning.worded import Worded
from interview_followup.language._missing import Missing
from interview_followup.language._subject import Subject
from interview_followup.model._identity import Identity


@frozen(kw_only=True, eq=False, slots=False, repr=False)
class Question(Worded):
    """A fact that nobody has told, and that some act waits for or would be changed by."""

    words: ClassVar[tuple[str, ...]] = ("ask", "text")
    grounds: ClassVar[tuple[str, ...]] = ("_asked", "_together", "_early")

    fact: str
    """The name of the fact: `application.promise`."""
    subject: Subject
    """Whom or what it is asked about."""
    acts: tuple[str, ...]
    """The acts that it holds back or would change, as slugs."""
    held: tuple[Scheduled, ...]
    """The acts that wait for it; empty where all can do without."""
    _asked: Asked = field(alias="asked")
    _together: Together = field(alias="together")
    _early: tuple[Scheduled, ...] = field(alias="early")

    @cached_property
    def ask(self) -> str:
        """The question, in a sentence."""
        return distinct(self._asked, self._together)

    @cached_property
    def text(self) -> str:
        """The question and, where no act waits for it, what happens if nobody answers.

        That is from when the first act that is still early may be done, in the candidate's zone.
        """
        return self.ask if self.held else " ".join([self.ask, *self._without_answer()])

    def _without_answer(self) -> Iterator[str]:
        """Say from when the first act is allowed as long as the fact is unknown, if it is known."""
        opens = [
            (opens, scheduled.act, scheduled.subject.path, scheduled)
            for scheduled in self._early
            if (opens := scheduled.window.opens)
        ]
        for *_, scheduled in sorted(opens, key=itemgetter(0, 1, 2))[:1]:
            opening = date_words("opens", scheduled.readings, scheduled.window)
            yield f"If you don't know: “{scheduled.text}” from {opening}."

    def __str__(self) -> str:
        return escaped(self.text)

    def __repr__(self) -> str:
        return escaped(f"<Question {self.fact} of {self.subject.label}: {self}>")


class Lack(NamedTuple):
    """A missing fact, the acts that it holds back, and those that it would change."""

    missing: Missing
    held: list[Scheduled]
    changeable: list[Scheduled]
    early: list[Scheduled]


def lacks(statuses: Iterable[tuple[Scheduled, Status]]) -> list[Lack]:
    """Return what acts of some statuses lack, what is asked first coming first.

    That is what holds most back, then what would change most, then what the acts need that are over
    first. What may not exist comes last.
    """
    lacking: dict[Missing, Lack] = {}
    for scheduled, status in statuses:
        for missing in asked_by(scheduled, status):
            lack = lacking.setdefault(missing, Lack(missing, [], [], []))
            (lack.held if status == "needs-fact" else lack.changeable).append(scheduled)
            is_advised = scheduled.kind != "reminder"
            if is_advised and status == "early" and missing in _opening(scheduled):
                lack.early.append(scheduled)
    return sorted(lacking.values(), key=_importance)


def asked_by(scheduled: Scheduled, status: Status) -> frozenset[Missing]:
    """Return what an act of some status asks for: what holds it back, or would change it.

    Of a moment whose day is known, more is asked only as long as the act would open with it. What
    nothing but vetoes knows asks for nothing: nobody wants to do it.
    """
    if scheduled.kind == "veto":
        return frozenset()
    if status == "needs-fact":
        return scheduled.missing
    if not scheduled.asks or not STATUSES[status].ahead:
        return frozenset()
    return frozenset(
        [
            missing
            for missing, _, opening in scheduled.dispensable
            if not missing.day_known or (opening and status == "early")
        ]
    )


def _opening(scheduled: Scheduled) -> frozenset[Missing]:
    """Return the facts that would change when an act opens, and not just how long there is time."""
    return frozenset([fact.missing for fact in scheduled.dispensable if fact.opening])


def _importance(lack: Lack) -> tuple[bool, int, int, datetime, tuple[Identity, ...], str]:
    missing, held, changeable, _ = lack
    windows = [scheduled.window for scheduled in held or changeable]
    over = min(window.due or window.closes or _clock.LATEST for window in windows)
    return (
        missing.may_not_exist,
        -len(held),
        -len(changeable),
        over,
        missing.identities,
        missing.fact,
    )


def questions(lacks: Iterable[Lack], now: datetime) -> tuple[Question, ...]:
    """Return what is asked at an instant in UTC."""
    ripe = [(lack, acts) for lack in lacks if (acts := _acts(lack, now))]
    together = Together(tuple([_asked(lack) for lack, _ in ripe]))
    return tuple(
        [
            _question(lack, acts, question, together)
            for (lack, acts), question in zip(ripe, together.asked, strict=True)
        ]
    )


def _asked(lack: Lack) -> Asked:
    missing = lack.missing
    subject = (lack.held or lack.changeable)[0].subject.elsewhere(*missing.identities)
    return Asked(missing.ask, missing.fact, subject)


def _question(lack: Lack, acts: set[str], question: Asked, together: Together) -> Question:
    return Question(
        fact=question.fact,
        subject=question.subject,
        acts=tuple(sorted(acts)),
        held=tuple(lack.held),
        asked=question,
        together=together,
        early=tuple([scheduled for scheduled in lack.early if scheduled.act in acts]),
    )


def _acts(lack: Lack, now: datetime) -> set[str]:
    """Return the acts that wait for the fact, or for which it makes sense to ask by now."""
    ripe = [scheduled for scheduled in lack.changeable if (_ripe(scheduled, lack) or now) <= now]
    return {scheduled.act for scheduled in (*lack.held, *ripe)}


def changes(
    lacks: Iterable[Lack], now: datetime
) -> Iterator[tuple[datetime, tuple[Identity, ...]]]:
    """Yield when more will be asked, or asked for another act, even if nothing else changes.

    With it come the identities of the subject that it will be asked of.
    """
    for lack in lacks:
        acts = _acts(lack, now)
        for scheduled in lack.changeable:
            if scheduled.act not in acts and (since := _ripe(scheduled, lack)):
                yield since, lack.missing.identities


def _ripe(scheduled: Scheduled, lack: Lack) -> datetime | None:
    """Return from when it makes sense to ask for what would change an act."""
    return next(fact.since for fact in scheduled.dispensable if fact.missing == lack.missing)
