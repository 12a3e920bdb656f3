"""The facts about a job search."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from interview_followup.language._day import Recorded, moment, recorded
from interview_followup.language._facts.interviews import end_of
from interview_followup.language._facts.namespace import Facts
from interview_followup.language._kinds import Count, Moment
from interview_followup.language._missing import NOT_YET, NotYet
from interview_followup.language._new_facts import count_fact, moment_fact
from interview_followup.language._subject import Per, Subject
from interview_followup.model._interview import by_start


def _application_count(subject: Subject) -> int:
    return len(subject.search.applications)


def _interview_count(subject: Subject) -> int:
    applications = subject.search.applications
    interviews = [interview for application in applications for interview in application.interviews]
    return len([interview for interview in interviews if interview.took_place])


def _first_ends(subject: Subject) -> Recorded | NotYet:
    applications = subject.search.applications
    firsts = [(first, application) for application in applications if (first := application.first)]
    if not firsts:
        return NOT_YET
    first, application = min(firsts, key=lambda pair: (by_start(pair[0]), pair[1].identity))
    return end_of(first, subject.widened("search").narrowed(application))


def _signed(subject: Subject) -> datetime | None:
    root = subject.widened("search")
    signed = [
        moment(recorded("application.signed", application.signed, root.narrowed(application).zone))
        for application in root.search.applications
        if application.signed
    ]
    return min(signed, default=None)


class SearchFacts(Facts):
    """The facts about a job search."""

    per: ClassVar[Per] = "search"

    application_count: Count = count_fact(
        "search.application_count", "the number of your applications", _application_count
    )
    interview_count: Count = count_fact(
        "search.interview_count", "the number of your interviews", _interview_count
    )
    first_ends: Moment = moment_fact("search.first_ends", "the first interview's end", _first_ends)
    signed: Moment = moment_fact("search.signed", "the signing of a contract", _signed)
