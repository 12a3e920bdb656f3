"""Whether the library and the advice by hand say the same, in every date, id and word.

What hinders the candidate at the best moment of an act is not compared, nor are the words of
problems: by hand nobody says them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from typing import NamedTuple, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

import by_hand
from searches import NOW, moments

import interview_followup as library


class Action(NamedTuple):
    uid: UUID
    act: str
    subject: str
    status: str
    opens: datetime | None
    best: datetime | None
    due: datetime | None
    closes: datetime | None
    until: datetime | None
    channel: str | None
    to: str | None
    text: str
    why: str
    source: str


class Caution(NamedTuple):
    uid: UUID
    act: str
    subject: str
    status: str
    since: datetime | None
    until: datetime | None
    text: str
    why: str
    source: str


class Question(NamedTuple):
    fact: str
    subject: str
    acts: tuple[str, ...]
    waiting: list[UUID]
    text: str


Said: TypeAlias = list[datetime | Action | Caution | Question | str | None]


def said_plan(plan: library.Plan) -> Said:
    """Return when a plan next changes, and all that it says."""
    return [
        plan.until_utc,
        *map(said_action, plan.actions),
        *map(said_caution, plan.cautions),
        *map(said_question, plan.questions),
        *[problem.place.partition(" (")[0] for problem in plan.problems],
    ]


def said_action(action: library.Action) -> Action:
    window = action.window
    return Action(
        uid=action.uid,
        act=action.act,
        subject=path(action.subject),
        status=action.status,
        opens=window.opens,
        best=window.best,
        due=window.due,
        closes=window.closes,
        until=action.until_utc,
        channel=action.channel,
        to=action.to,
        text=action.text,
        why=action.why,
        source=action.source,
    )


def said_caution(caution: library.Caution) -> Caution:
    return Caution(
        uid=caution.uid,
        act=caution.act,
        subject=path(caution.subject),
        status=caution.status,
        since=caution.since_utc,
        until=caution.until_utc,
        text=caution.text,
        why=caution.why,
        source=caution.source,
    )


def said_question(question: library.Question) -> Question:
    waiting = [scheduled.uid for scheduled in question.held]
    return Question(question.fact, path(question.subject), question.acts, waiting, question.text)


def path(subject: library.Subject) -> str:
    parts = [part for identity in subject.identities for part in identity]
    return by_hand.SEPARATOR.join(parts)


def said_by_hand(plan: by_hand.Plan) -> Said:
    """Return when a plan by hand next changes, and all that it says."""
    return [
        plan.until,
        *map(action_by_hand, plan.actions),
        *[caution_by_hand(act, caution, plan.zone) for act, caution in plan.cautions],
        *[question_by_hand(question, plan) for question in plan.questions],
        *plan.problems,
    ]


def action_by_hand(action: by_hand.Action) -> Action:
    act, status, until = action
    window = act.window
    return Action(
        uid=by_hand.uid_of(act),
        act=act.name,
        subject=act.subject.path,
        status=status,
        opens=window.opens,
        best=window.best,
        due=window.due,
        closes=window.closes,
        until=until,
        channel=act.channel,
        to=act.to,
        text=by_hand.text_of(act),
        why=by_hand.why_of(act),
        source=by_hand.source_of(act),
    )


def caution_by_hand(act: by_hand.Act, caution: by_hand.Caution, zone: ZoneInfo) -> Caution:
    return Caution(
        uid=by_hand.uid_of(act, caution.status),
        act=act.name,
        subject=act.subject.path,
        status=caution.status,
        since=caution.since,
        until=caution.until,
        text=by_hand.warning_of(act, caution, zone),
        why=by_hand.why_to_beware(act, caution),
        source=by_hand.source_of(act),
    )


def question_by_hand(question: by_hand.Question, plan: by_hand.Plan) -> Question:
    fact, subject, waiting, _, dated, _ = question
    acts = sorted({act.name for act in (*waiting, *dated)})
    uids = [by_hand.uid_of(act) for act in waiting]
    text = by_hand.question_of(question, plan.questions, plan.zone)
    return Question(fact, subject.path, tuple(acts), uids, text)


def differences(search: library.JobSearch) -> Iterator[str]:
    """Yield how the plans of a search differ, at the first moment at which they do."""
    for now, planned, by_us in plans(search):
        if planned != by_us:
            yield f"At {now.isoformat()} plans differ of {search!r}:"
            for entry, by_hand_entry in zip_longest(planned, by_us):
                if entry != by_hand_entry:
                    yield f"    planned: {entry}\n    by hand: {by_hand_entry}"
            return


def plans(search: library.JobSearch) -> Iterator[tuple[datetime, Said, Said]]:
    """Yield moments with what both say; after the first, both keep their schedules."""
    planned, by_us = library.plan(search, now=NOW), by_hand.plan_by_hand(search, NOW)
    yield NOW, said_plan(planned), said_by_hand(by_us)
    schedule, acts = library.schedule(search), by_hand.schedule_by_hand(search)
    records = by_hand.records_by_hand(search)
    for now in moments(schedule):
        by_us = by_hand.plan_at(acts, records, now, ZoneInfo(search.timezone))
        yield now, said_plan(schedule.at(now)), said_by_hand(by_us)
