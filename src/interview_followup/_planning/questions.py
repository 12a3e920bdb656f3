"""What nobody has told us, and would hold less back or give a better date if somebody did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from typing import ClassVar, NamedTuple

from attrs import field, frozen

from interview_followup import _clock
from interview_followup._planning.dates import date_words
from interview_followup._planning.scheduled import Scheduled
from interview_followup._planning.status import STATUSES, Status
from interview_followup._planning.worded import Worded
from interview_followup.language._missing import Missing
from interview_followup.language._subject import Subject
from interview_followup.language._texts import fill
from interview_followup.model._identity import Identity


@frozen(kw_only=True, eq=False, slots=False, repr=False)
class Question(Worded):
    """A fact that nobody has told us, and the `acts` that it holds back or would date otherwise.

    `held` are those that wait for it. Without any, the text says from when the first of the acts
    is allowed as long as the fact is unknown.
    """

    words: ClassVar[tuple[str, ...]] = ("text",)
    grounds: ClassVar[tuple[str, ...]] = ("_ask", "_dated")

    fact: str
    subject: Subject
    acts: tuple[str, ...]
    held: tuple[Scheduled, ...]
    _ask: str = field(alias="ask")
    _dated: tuple[Scheduled, ...] = field(alias="dated")

    @cached_property
    def text(self) -> str:
        question = fill(self._ask, self.subject)
        return question if self.held else " ".join([question, *self._without_answer()])

    def _without_answer(self) -> Iterator[str]:
        """Say from when the first act is allowed as long as the fact is unknown, if it is known."""
        opens = [
            (scheduled.window.opens, scheduled.act, scheduled)
            for scheduled in self._dated
            if scheduled.window.opens
        ]
        for _, act, scheduled in sorted(opens, key=itemgetter(0, 1))[:1]:
            opening = date_words("opens", scheduled.readings, scheduled.window)
            yield f"Without it, you may “{act}” from {opening}."

    def __str__(self) -> str:
        return f"{self.text} (for: {', '.join(self.acts)})"

    def __repr__(self) -> str:
        return f"<Question {self.fact} of {self.subject.label}: {self}>"


class Lack(NamedTuple):
    """A missing fact, the acts that it holds back, and those that it would date otherwise."""

    missing: Missing
    held: list[Scheduled]
    datable: list[Scheduled]


def lacks(statuses: Iterable[tuple[Scheduled, Status]]) -> list[Lack]:
    """Return what acts of some statuses lack, what is asked first coming first.

    That is what holds most back, then what would date most otherwise, then what the acts need that
    are over first.
    """
    lacking: dict[Missing, Lack] = {}
    for scheduled, status in statuses:
        for missing in asked_by(scheduled, status):
            lack = lacking.setdefault(missing, Lack(missing, [], []))
            (lack.held if status == "needs-fact" else lack.datable).append(scheduled)
    return sorted(lacking.values(), key=_importance)


def asked_by(scheduled: Scheduled, status: Status) -> frozenset[Missing]:
    """Return what an act of some status asks for: what holds it back, or would date it better."""
    if status == "needs-fact":
        return scheduled.missing
    better_date = scheduled.better_date
    if better_date and STATUSES[status].ahead and scheduled.kind != "guard":
        return better_date.missing
    return frozenset()


def _importance(lack: Lack) -> tuple[int, int, datetime, tuple[Identity, ...], str]:
    missing, held, datable = lack
    windows = [scheduled.window for scheduled in held or datable]
    over = min(window.due or window.closes or _clock.LATEST for window in windows)
    return -len(held), -len(datable), over, missing.identities, missing.fact


def questions(lacks: Iterable[Lack], now: datetime) -> tuple[Question, ...]:
    """Return what is asked at an instant in UTC."""
    return tuple([_question(lack, acts) for lack in lacks if (acts := _acts(lack, now))])


def _question(lack: Lack, acts: set[str]) -> Question:
    missing, held, datable = lack
    return Question(
        fact=missing.fact,
        subject=(held or datable)[0].subject.elsewhere(*missing.identities),
        acts=tuple(sorted(acts)),
        held=tuple(held),
        ask=missing.ask,
        dated=tuple(
            [
                scheduled
                for scheduled in datable
                if scheduled.act in acts and _opens_otherwise(scheduled, lack)
            ]
        ),
    )


def _opens_otherwise(scheduled: Scheduled, lack: Lack) -> bool:
    """Tell whether the fact would change when an act opens, and not just how long there is time."""
    return scheduled.better_date is not None and lack.missing in scheduled.better_date.opening


def _acts(lack: Lack, now: datetime) -> set[str]:
    """Return the acts that wait for the fact, or that it makes sense to date better by now."""
    ripe = [scheduled for scheduled in lack.datable if (_ripe(scheduled) or now) <= now]
    return {scheduled.act for scheduled in (*lack.held, *ripe)}


def changes(lacks: Iterable[Lack], now: datetime) -> Iterator[datetime]:
    """Yield when more will be asked, or asked for another act, even if nothing else changes."""
    for lack in lacks:
        acts = _acts(lack, now)
        for scheduled in lack.datable:
            if scheduled.act not in acts and (since := _ripe(scheduled)):
                yield since


def _ripe(scheduled: Scheduled) -> datetime | None:
    """Return from when it makes sense to ask for what would date an act better."""
    return scheduled.better_date and scheduled.better_date.since
