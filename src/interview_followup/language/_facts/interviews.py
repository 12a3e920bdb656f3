"""The facts about an interview."""

from __future__ import annotations

from datetime import datetime, time
from operator import attrgetter
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup.language._constants import hours, parameter
from interview_followup.language._facts.namespace import Facts, unknown
from interview_followup.language._functions import named
from interview_followup.language._missing import Unknown
from interview_followup.language._new_facts import condition_fact, moment_fact
from interview_followup.language._source import OURS
from interview_followup.language._subject import Subject
from interview_followup.model import Interview
from interview_followup.model._interview import by_start

NOON = parameter(
    "noon", time(12), "before which an interview has to start to be in the morning", source=OURS
)
EVENING = parameter("evening", time(18), "when the afternoon ends", source=OURS)
PAUSE = parameter("pause", hours(1), "how long to wait at least after the interview", source=OURS)


def end_of(interview: Interview, application: Subject) -> datetime | Unknown:
    """Return when an interview of an application ends, unknown where nobody has told us."""
    return interview.ends or unknown(
        InterviewFacts.ends, (*application.identities, interview.identity)
    )


def _remote(subject: Subject) -> bool:
    return subject.interview.medium in ("video", "phone")


def _tricky_questions(subject: Subject) -> bool:
    return any(question.tricky for question in subject.interview.questions)


def _next(subject: Subject) -> Interview | Unknown | None:
    """Return the interview that starts first of those that start after this one's end."""
    interview, upcoming = subject.interview, subject.widened("search").once(_in_order)
    ends = interview.ends or interview.starts
    later = (other for other in upcoming if other is not interview and other.starts >= ends)
    following = next(later, None)
    if following is not None and interview.ends is None:
        return unknown(InterviewFacts.ends, subject.widened("interview").identities)
    return following


def _in_order(root: Subject) -> list[Interview]:
    """Return the interviews of all applications without an outcome, as they start."""
    open_ = [application for application in root.search.applications if not application.outcome]
    interviews = [interview for application in open_ for interview in application.interviews]
    return sorted(interviews, key=by_start)


def _next_starts(subject: Subject) -> datetime | Unknown | None:
    following = subject.meeting.once(_next)
    return following.starts if isinstance(following, Interview) else following


def _next_zone(subject: Subject) -> ZoneInfo:
    following = subject.meeting.once(_next)
    return _clock.zone(following.timezone) if isinstance(following, Interview) else subject.zone


class InterviewFacts(Facts):
    """The facts about an interview."""

    per = "interview"

    starts = moment_fact(
        "interview.starts", "the interview's start", attrgetter("interview.starts")
    )
    ends = moment_fact(
        "interview.ends",
        "the interview's end",
        attrgetter("interview.ends"),
        ask="When does the interview with {employer} end, or when did it?",
    )
    left = moment_fact(
        "interview.left",
        "the moment you are clear of the building",
        attrgetter("interview.left"),
    )
    remote = condition_fact(
        "interview.remote",
        "the interview is by video or phone",
        _remote,
        denial="the interview was in person, or nobody has said otherwise",
    )
    tricky_questions = condition_fact(
        "interview.tricky_questions",
        "they asked tricky questions",
        _tricky_questions,
        denial="no tricky question is on record",
    )
    next_starts = moment_fact(
        "interview.next_starts", "the next interview's start", _next_starts, zone=_next_zone
    )
    in_the_morning = named(
        "the interview was in the morning",
        ends.before(starts.midnight_after)
        & starts.before(ends.at(NOON))
        & (ends + PAUSE).before(ends.at(EVENING)),
        denial="the interview was not in the morning",
    )
