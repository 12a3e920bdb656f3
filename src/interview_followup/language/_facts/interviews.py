"""The facts about an interview."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime, time
from operator import attrgetter
from typing import ClassVar
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup.language._constants import hours, parameter
from interview_followup.language._day import Day, Recorded, recorded
from interview_followup.language._facts.namespace import Facts, unknown
from interview_followup.language._functions import named
from interview_followup.language._kinds import Condition, Count, Detail, Moment
from interview_followup.language._missing import ASK_WHOM, WHOM, Unknown, people_unknown
from interview_followup.language._new_facts import (
    condition_fact,
    count_fact,
    detail_fact,
    moment_fact,
)
from interview_followup.language._source import OURS
from interview_followup.language._subject import Per, Subject
from interview_followup.model import Interview, Person
from interview_followup.model._interview import by_start

NOON = parameter(
    "noon", time(12), "before which an interview has to start to be in the morning", source=OURS
)
"""Before when an interview in the morning has to start: 12:00, this library's choice."""
EVENING = parameter("evening", time(18), "when the afternoon ends", source=OURS)
"""When the afternoon ends: 18:00, this library's choice."""
PAUSE = parameter("pause", hours(1), "how long to wait at least after the interview", source=OURS)
"""How long to wait at least after an interview: 1 hour, this library's choice."""


def end_of(interview: Interview, application: Subject) -> Recorded:
    """Return when an interview of an application ends: of a day, which it is, and what to ask.

    Where nobody has told, it ends with the day on which it starts.
    """
    if isinstance(interview.ends, datetime):
        return interview.ends
    zone, starts = interview.zone, interview.first_moment
    last_day = interview.ends or starts.astimezone(zone).date()
    identities = (*application.identities, interview.identity)
    [missing] = unknown(InterviewFacts.ends, identities).missing
    better = frozenset([missing._replace(day_known=True)])
    first = _clock.first_moment(last_day, zone)
    return Day(first, interview.last_moment, better, asked_from=starts)


def _ends(subject: Subject) -> Recorded:
    return end_of(subject.interview, subject.widened("application"))


def _exact_ends(subject: Subject) -> datetime | Unknown:
    ends = _ends(subject)
    return Unknown(ends.missing) if isinstance(ends, Day) else ends


def _left(subject: Subject) -> Recorded | None:
    return recorded("interview.left", subject.interview.left, subject.interview.zone)


def _people_count(subject: Subject) -> int | Unknown:
    interviewers = subject.interview.interviewers
    return people_unknown(subject.meeting.identities) if interviewers is None else len(interviewers)


def _round(subject: Subject) -> int:
    """Return the number of interviews with them up to this one, of those that took place."""
    rounds = subject.widened("application").once(_rounds)
    return bisect_left(rounds, by_start(subject.interview), key=by_start) + 1


def _remote(subject: Subject) -> bool:
    return subject.interview.medium in ("video", "phone")


def _no_show(subject: Subject) -> bool:
    return subject.interview.not_held == "no-show"


def _tricky_questions(subject: Subject) -> bool:
    return any(question.tricky for question in subject.interview.questions)


def _next(subject: Subject) -> Interview | None:
    """Return the interview that starts first of those that start after this one's end."""
    return _following(subject.interview, subject.widened("search").once(_in_order))


def _next_round(subject: Subject) -> datetime | None:
    """Return when the application's interview after this one starts."""
    following = _following(subject.interview, subject.widened("application").once(_rounds))
    return following.first_moment if following else None


def _following(interview: Interview, in_order: list[Interview]) -> Interview | None:
    """Return the first of some interviews that starts when another one ends, or after."""
    first = bisect_left(in_order, interview.last_moment, key=attrgetter("first_moment"))
    later = (other for other in in_order[first : first + 2] if other is not interview)
    return next(later, None)


def _rounds(about: Subject) -> list[Interview]:
    """Return the interviews of an application that took place, as they start."""
    interviews = about.application.interviews
    return sorted([interview for interview in interviews if interview.took_place], key=by_start)


def _in_order(root: Subject) -> list[Interview]:
    """Return the interviews of all applications without an outcome, as they start."""
    open_ = [application for application in root.search.applications if not application.outcome]
    interviews = [interview for application in open_ for interview in application.interviews]
    return sorted([interview for interview in interviews if interview.took_place], key=by_start)


def _next_starts(subject: Subject) -> datetime | None:
    following = subject.meeting.once(_next)
    return following.first_moment if following else None


def _next_zone(subject: Subject) -> ZoneInfo:
    following = subject.meeting.once(_next)
    return following.zone if following else subject.zone


class InterviewFacts(Facts):
    """The facts about an interview."""

    per: ClassVar[Per] = "interview"

    starts: Moment = moment_fact(
        "interview.starts", "the interview's start", attrgetter("interview.first_moment")
    )
    timed: Condition = condition_fact(
        "interview.timed",
        "it is known at what time the interview starts",
        attrgetter("interview.is_timed"),
        denial="only the day of the interview is known",
    )
    ends: Moment = moment_fact(
        "interview.ends",
        "the interview's end",
        _ends,
        ask="When does the interview with {employer} on {day} end, or when did it?",
    )
    exact_ends: Moment = moment_fact("interview.exact_ends", "the interview's end", _exact_ends)
    left: Moment = moment_fact("interview.left", "the moment you are clear of the building", _left)
    took_place: Condition = condition_fact(
        "interview.took_place",
        "the interview took place, or may still do",
        attrgetter("interview.took_place"),
        denial="the interview did not take place",
    )
    no_show: Condition = condition_fact(
        "interview.no_show",
        "nobody of theirs came",
        _no_show,
        denial="it is not on record that nobody of theirs came",
    )
    interviewers: Detail[tuple[Person, ...]] = detail_fact(
        WHOM, "the people you met", attrgetter("interview.interviewers"), ask=ASK_WHOM
    )
    people_count: Count = count_fact(
        "interview.people_count", "the number of people you met", _people_count, ask=ASK_WHOM
    )
    round: Count = count_fact("interview.round", "the round of the interview", _round)
    remote: Condition = condition_fact(
        "interview.remote",
        "the interview is by video or phone",
        _remote,
        denial="the interview is not known to be by video or phone",
    )
    tricky_questions: Condition = condition_fact(
        "interview.tricky_questions",
        "they asked tricky questions",
        _tricky_questions,
        denial="no tricky question is on record",
    )
    next_starts: Moment = moment_fact(
        "interview.next_starts", "the next interview's start", _next_starts, zone=_next_zone
    )
    next_round_starts: Moment = moment_fact(
        "interview.next_round_starts", "the start of their next interview", _next_round
    )
    in_the_morning: Condition = named(
        "the interview was in the morning",
        ends.before(starts.midnight_after)
        & starts.before(ends.at(NOON))
        & (ends + PAUSE).before(ends.at(EVENING)),
        denial="the interview is not known to be in the morning",
    )
