# pyright: strict, reportUnnecessaryTypeIgnoreComment=true
"""What a search is made of: what its parts take, and what they give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Literal, assert_type
from zoneinfo import ZoneInfo

import pendulum
from attrs import evolve

from interview_followup import (
    Action,
    Application,
    AskedQuestion,
    Caution,
    Done,
    FactFailed,
    FollowUp,
    FollowupError,
    Interview,
    InvalidInput,
    JobSearch,
    Medium,
    NotHeld,
    Offer,
    Outcome,
    Person,
    Problem,
    Promise,
    Scheduled,
    SetAside,
    WakingHours,
    Workdays,
    moment_from_text,
    read_search,
    search_from_dict,
)
from interview_followup.exports.dictionaries import SearchDict
from interview_followup.language import Period, days

# -- what they take -------------------------------------------------------------------------------


def build(moment: datetime, day: date, local: pendulum.DateTime, row: Mapping[str, Any]) -> None:
    person = Person(name="Ada", email=None, linkedin="x", phone="1", notes="a", key=7, facts=row)
    interview = Interview(
        starts=moment,
        ends=day,
        timezone="Europe/London",
        medium="video",
        interviewers=[person],
        left=local,
        not_held="no-show",
        questions=(AskedQuestion(text="Why?", tricky=True),),
        notes=None,
        done=[Done(act="thank-you", at=day, to="Ada")],
        set_aside=[SetAside(act="debrief", until=moment), SetAside(act="connect", to="Ada")],
        facts={"room": 4},
        key="1",
    )
    Interview(starts=day, minutes=45, timezone=None, interviewers=None)
    application = Application(
        employer="Acme",
        role=None,
        interviews=(met for met in [interview]),
        recruiter=person,
        follow_up=FollowUp(channel="email", to="jobs@acme.example"),
        promise=Promise(within=days(5), made=moment, channel="phone"),
        offer=Offer(received=day, reply_by=moment, declined=False),
        heard=day,
        outcome="rejected",
        signed=None,
        preferred=True,
        workdays="GB-ENG",
        notes="a",
        done=(),
        set_aside=[],
        facts=row,
        key=3,
    )
    Promise(by=day)
    Promise(within="5 working days", made=day)
    JobSearch(
        timezone="Europe/London",
        applications=[application],
        workdays=Workdays(weekend=["Friday"], holidays=[day], region=None),
        waking_hours=WakingHours(starts=time(7), ends=time(22)),
        done=[Done(act="keep-looking", at=local)],
        set_aside=(),
        notes=None,
        facts={},
        key="user-7",
    )


# -- what they give -------------------------------------------------------------------------------


def of_a_search(search: JobSearch) -> None:
    assert_type(search.timezone, str)
    assert_type(search.applications, tuple[Application, ...])
    assert_type(search.workdays, Workdays)
    assert_type(search.waking_hours, WakingHours)
    assert_type(search.done, tuple[Done, ...])
    assert_type(search.set_aside, tuple[SetAside, ...])
    assert_type(search.notes, str | None)
    assert_type(search.facts, Mapping[str, Any])
    assert_type(search.key, str | None)
    assert_type(search.first, Interview | None)
    assert_type(search.application("Acme"), Application)
    assert_type(search.application(key=7), Application)
    assert_type(evolve(search, key="7"), JobSearch)


def of_an_application(application: Application) -> None:
    assert_type(application.employer, str | None)
    assert_type(application.role, str | None)
    assert_type(application.interviews, tuple[Interview, ...])
    assert_type(application.recruiter, Person | None)
    assert_type(application.follow_up, FollowUp | None)
    assert_type(application.promise, Promise | None)
    assert_type(application.offer, Offer | None)
    assert_type(application.heard, date | datetime | None)
    assert_type(application.outcome, Outcome | None)
    assert_type(application.signed, date | datetime | None)
    assert_type(application.preferred, bool)
    assert_type(application.workdays, Workdays | None)
    assert_type(application.notes, str | None)
    assert_type(application.done, tuple[Done, ...])
    assert_type(application.set_aside, tuple[SetAside, ...])
    assert_type(application.facts, Mapping[str, Any])
    assert_type(application.key, str | None)
    assert_type(application.identity, tuple[str, ...])
    assert_type(application.names, tuple[str, ...])
    assert_type(application.title, str | None)
    assert_type(application.first, Interview | None)
    assert_type(application.latest, Interview | None)


def of_an_interview(interview: Interview, application: Application, moment: datetime) -> None:
    assert_type(application.interview(moment), Interview)
    assert_type(application.interview(moment.date()), Interview)
    assert_type(application.interview(key=1), Interview)
    assert_type(interview.starts, date | datetime)
    assert_type(interview.ends, date | datetime | None)
    assert_type(interview.timezone, str)
    assert_type(interview.zone, ZoneInfo)
    assert_type(interview.medium, Medium | None)
    assert_type(interview.interviewers, tuple[Person, ...] | None)
    assert_type(interview.people, tuple[Person, ...])
    assert_type(interview.person("Ada"), Person)
    assert_type(interview.person(key="1"), Person)
    assert_type(interview.left, date | datetime | None)
    assert_type(interview.not_held, NotHeld | None)
    assert_type(interview.took_place, bool)
    assert_type(interview.questions, tuple[AskedQuestion, ...])
    assert_type(interview.questions[0].text, str)
    assert_type(interview.questions[0].tricky, bool)
    assert_type(interview.notes, str | None)
    assert_type(interview.done, tuple[Done, ...])
    assert_type(interview.set_aside, tuple[SetAside, ...])
    assert_type(interview.facts, Mapping[str, Any])
    assert_type(interview.key, str | None)
    assert_type(interview.identity, tuple[str, ...])
    assert_type(interview.first_moment, datetime)
    assert_type(interview.first_day, date)
    assert_type(interview.last_moment, datetime)
    assert_type(interview.starts_in_words, str)
    assert_type(interview.starts_on(moment), bool)
    assert_type(interview.is_timed, bool)
    assert_type(interview.move(starts=moment), Interview)
    assert_type(interview.move(starts=moment, ends=moment), Interview)


def of_a_person(person: Person) -> None:
    assert_type(person.name, str)
    assert_type(person.email, str | None)
    assert_type(person.linkedin, str | None)
    assert_type(person.phone, str | None)
    assert_type(person.notes, str | None)
    assert_type(person.facts, Mapping[str, Any])
    assert_type(person.key, str | None)
    assert_type(person.identity, tuple[str, ...])
    assert_type(person.addressee, str)
    assert_type(person.is_called("Ada"), bool)
    assert_type(person.is_one_with(person), bool)


def of_the_rest(
    done: Done,
    set_aside: SetAside,
    follow_up: FollowUp,
    promise: Promise,
    offer: Offer,
    workdays: Workdays,
    waking_hours: WakingHours,
) -> None:
    assert_type(done.act, str)
    assert_type(done.at, date | datetime)
    assert_type(done.to, str | None)
    assert_type(set_aside.act, str)
    assert_type(set_aside.until, date | datetime | None)
    assert_type(set_aside.to, str | None)
    assert_type(follow_up.channel, str)
    assert_type(follow_up.to, str | None)
    assert_type(promise.by, date | datetime | None)
    assert_type(promise.within, Period | None)
    assert_type(promise.made, date | datetime | None)
    assert_type(promise.channel, str | None)
    assert_type(offer.received, date | datetime | None)
    assert_type(offer.reply_by, date | datetime | None)
    assert_type(offer.declined, bool)
    assert_type(workdays.weekend, frozenset[str])
    assert_type(workdays.holidays, frozenset[date])
    assert_type(workdays.region, str | None)
    assert_type(workdays.works(date(2026, 12, 25)), bool)
    assert_type(waking_hours.starts, time)
    assert_type(waking_hours.ends, time)


def of_codes(medium: Medium, outcome: Outcome, not_held: NotHeld) -> None:
    assert_type(medium, Literal["in-person", "video", "phone"])
    assert_type(not_held, Literal["cancelled", "no-show"])
    assert_type(
        outcome,
        Literal["rejected", "withdrawn", "declined", "accepted", "no-answer", "closed"],
    )


# -- another value of a search --------------------------------------------------------------------


class Kept(JobSearch):
    """A search of somebody's own."""


class Meeting(Interview):
    """An interview of somebody's own."""


def other_values(
    own_search: Kept,
    meeting: Meeting,
    action: Action,
    caution: Caution,
    scheduled: Scheduled,
    moment: datetime,
    day: date,
) -> None:
    assert_type(own_search.record(action, at=moment), Kept)
    assert_type(own_search.record(scheduled, at=day), Kept)
    assert_type(own_search.snooze(caution, until=day), Kept)
    assert_type(own_search.dismiss(scheduled), Kept)
    assert_type(own_search.resume(action), Kept)
    assert_type(
        own_search.replace(own_search.applications[0], Application(employer="Globex")), Kept
    )
    assert_type(own_search.replace(meeting, meeting.move(starts=moment)), Kept)
    assert_type(own_search.replace(Person(name="Ada"), Person(name="Ada L.")), Kept)
    assert_type(meeting.move(starts=moment), Meeting)


# -- what is read, and what is refused ------------------------------------------------------------


def read(path: Path, row: Mapping[str, Any], dictionary: SearchDict) -> None:
    assert_type(read_search(path), JobSearch)
    assert_type(read_search("search.toml", unknown="keep"), JobSearch)
    assert_type(search_from_dict(row), JobSearch)
    assert_type(search_from_dict(dictionary, unknown="refuse"), JobSearch)
    assert_type(moment_from_text("2026-12-01", timezone="Europe/London"), date | datetime)


def refused(error: InvalidInput, failed: FactFailed) -> None:
    either: FollowupError = error if error.problems else failed
    raised: ValueError = error
    print(either, raised)
    [problem] = error.problems
    assert_type(problem, Problem)
    assert_type(problem.place, str)
    assert_type(problem.message, str)
    assert_type(problem.mend, str)
    assert_type(problem.path, tuple[str | int, ...])
    assert_type(problem.within("applications"), Problem)
    assert_type(failed.message, str)
    assert_type(failed.fact, str)
    assert_type(failed.rule, str | None)
    assert_type(failed.of_rule("chase"), FactFailed)
