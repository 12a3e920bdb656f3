"""The library's plans and verdicts against a second reading of the ten pieces of advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import applied, at, did, meeting, priya, searching, tom
from interview_followup import (
    CV_LIBRARY,
    Application,
    AskedQuestion,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Plan,
    Promise,
    RuleSet,
    Workdays,
    check,
    plan,
    read_search,
    schedule,
    strategies,
)
from interview_followup.language import days
from oracle import (
    Expected,
    ExpectedAction,
    ExpectedCaution,
    ExpectedQuestion,
    ExpectedVerdict,
    Identities,
    expected,
    expected_verdict,
)

DAY, HOUR, TICK = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)
ROOT = Path(__file__).parents[1]
ACTS = (
    ("keep-looking", "stop-looking"),
    ("ask-recruiter", "chase", "mention-offer"),
    ("ask-how-to-follow-up", "ask-when-you-will-hear", "call", "debrief", "practise"),
    ("collect-contact", "connect", "thank-you"),
)

slowly = settings(deadline=None, suppress_health_check=list(HealthCheck))


# -- what is compared -----------------------------------------------------------------------------


def said(made: Plan) -> Expected:
    """Return what a plan says as the oracle would, in UTC and in the oracle's order."""
    actions = [
        ExpectedAction(
            act=each.act,
            identities=each.identities,
            status=each.status,  # type: ignore[arg-type]
            opens=utc(each.opens),
            best=utc(each.best),
            due=utc(each.due),
            closes=utc(each.closes),
            until=utc(each.until),
            channel=each.channel,
            to=each.to,
        )
        for each in made.actions
    ]
    return Expected(
        actions=tuple(sorted(actions, key=lambda each: (each.act, each.identities))),
        cautions=tuple(sorted(cautions_said(made))),
        questions=tuple(
            sorted(
                ExpectedQuestion(each.fact, each.subject.identities, tuple(sorted(each.acts)))
                for each in made.questions
            )
        ),
        until=utc(made.until),
    )


def cautions_said(made: Plan) -> Iterator[ExpectedCaution]:
    for each in made.cautions:
        since, until = utc(each.since), utc(each.until)
        assert since is not None
        assert until is not None
        yield ExpectedCaution(each.act, each.subject.identities, each.status, since, until)  # type: ignore[arg-type]


def utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def assert_as_expected(search: JobSearch, now: datetime) -> None:
    for ours, theirs in zip(expected(search, now), said(plan(search, now=now)), strict=True):
        assert ours == theirs


def boundaries(search: JobSearch, now: datetime) -> list[datetime]:
    """Return the instants at which the actions and cautions that are expected change."""
    said_now = expected(search, now)
    moments = {now.astimezone(UTC), said_now.until}
    for action in said_now.actions:
        moments |= {action.opens, action.best, action.due, action.closes}
    for caution in said_now.cautions:
        moments |= {caution.since, caution.until}
    return sorted(moment for moment in moments if moment is not None)


def around(moment: datetime) -> tuple[datetime, datetime, datetime]:
    return moment - TICK, moment, moment + TICK


# -- drawn searches -------------------------------------------------------------------------------


@st.composite
def drawn(draw: st.DrawFn) -> tuple[JobSearch, datetime]:
    """Draw a search and a moment: the one place that says from where they come."""
    anchor = draw(strategies.moments().filter(lambda moment: 1973 < moment.year < 2199))
    search, now = draw(strategies.job_searches(near=anchor)), draw(strategies.moments(near=anchor))
    applications = [draw(varied(each)) for each in search.applications]
    return evolve(search, applications=applications, workdays=draw(WORKDAYS)), now


WORKDAYS = st.sampled_from(
    [
        Workdays(),
        Workdays(weekend=["Friday", "Saturday"], holidays=[date(2026, 11, 30)]),
        Workdays(holidays=[date(2026, 11, 26) + count * DAY for count in range(36)]),
    ]
)


RECRUITERS = st.sampled_from(
    [
        Person(name="Rachel"),
        Person(name="Rachel", key="9", linkedin="linkedin.example/r"),
        Person(name="Priya", email="a@b.example"),
        Person(name="Tom", email="a@b.example", linkedin="linkedin.example/x", key="3"),
    ]
)


@st.composite
def varied(draw: st.DrawFn, application: Application) -> Application:
    """Draw an application with what is rare: dates to reply by, odd recruiters, odd interviews."""
    offer, recruiter = application.offer, application.recruiter
    if offer and isinstance(offer.reply_by, datetime) and draw(st.booleans()):
        offer = evolve(offer, reply_by=offer.reply_by.date())
    if recruiter and draw(st.booleans()):
        recruiter = draw(RECRUITERS)
    return evolve(
        application,
        offer=offer,
        recruiter=recruiter,
        promise=draw(st.sampled_from([application.promise] * 5 + [Promise(channel="phone")])),
        interviews=[draw(odd(each)) for each in application.interviews],
    )


def odd(interview: Interview) -> st.SearchStrategy[Interview]:
    """Draw an interview that may be over at once, never known to end, or left a month later."""
    ends = interview.ends or interview.starts
    return st.sampled_from(
        [
            *[interview] * 5,
            evolve(interview, ends=interview.starts, left=None),
            evolve(interview, ends=interview.starts, left=interview.starts),
            evolve(interview, ends=None, left=interview.starts + 5 * HOUR),
            evolve(interview, left=ends + 31 * DAY),
        ]
    )


@given(drawn())
@settings(slowly, max_examples=150)
def test_a_plan_says_what_the_table_says(drawn: tuple[JobSearch, datetime]) -> None:
    search, now = drawn
    assert_as_expected(search, now)


@given(drawn(), st.data())
@settings(slowly, max_examples=100)
def test_a_plan_says_it_right_at_every_boundary(
    drawn: tuple[JobSearch, datetime], data: st.DataObject
) -> None:
    search, now = drawn
    chosen = data.draw(st.sampled_from(boundaries(search, now)))
    for moment in around(chosen):
        assert_as_expected(search, moment)


@given(drawn(), st.data())
@settings(slowly, max_examples=100)
def test_a_verdict_says_what_the_table_says_of_guards_and_of_everything_else(
    drawn: tuple[JobSearch, datetime], data: st.DataObject
) -> None:
    search, now = drawn
    for moment in around(data.draw(st.sampled_from(boundaries(search, now)))):
        assert_verdicts_as_expected(search, moment)


def assert_verdicts_as_expected(search: JobSearch, moment: datetime) -> None:
    about: dict[Identities, object] = {item.identities: item.subject for item in schedule(search)}
    about |= {(application.identity,): application for application in search.applications}
    for identities, subject in about.items():
        for act in ACTS[len(identities)]:
            verdict = check(search, act, at=moment, of=subject)  # type: ignore[arg-type]
            given = ExpectedVerdict(verdict.allowed, verdict.status, utc(verdict.until))  # type: ignore[arg-type]
            assert (act, expected_verdict(search, act, identities, moment)) == (act, given)


# -- fixed searches -------------------------------------------------------------------------------


def one(starts: str, ends: str | None, zone: str, **more: object) -> JobSearch:
    """Return a search with an interview, and a second one that follows it by eight days."""
    first = meeting(starts, ends, zone, interviewers=[priya(), tom()], **more)
    later = first.starts + 8 * DAY
    second = Interview(starts=later, ends=later + HOUR, timezone=zone, medium="video")
    return searching(applied(first), applied(second, employer="Globex"), zone=zone)


def offered(reply_by: date | datetime | None, received: str, **more: object) -> Application:
    return Application(offer=Offer(received=at(received), reply_by=reply_by), **more)  # type: ignore[arg-type]


FIXED = {
    "the file in examples": read_search(ROOT / "examples" / "job_search.toml"),
    "one interview on file": read_search(ROOT / "examples" / "one_interview.toml"),
    "nothing at all": searching(),
    "Friday evening": one("2026-11-27 18:00", "2026-11-27 19:00", "Europe/London"),
    "year end": one("2026-12-31 14:00", "2026-12-31 15:30", "America/New_York"),
    "leap day": one("2028-02-28 10:00", "2028-02-28 11:00", "Asia/Kathmandu"),
    "before a gap": one("2025-03-29 10:00", "2025-03-30 00:30", "Europe/London"),
    "two days before a gap": one("2025-03-28 00:30", "2025-03-28 01:30", "Europe/London"),
    "before a fold": one("2025-10-24 01:30", "2025-10-24 01:30:00.000001", "Europe/London"),
    "before a skipped midnight": one("2024-04-25 22:00", "2024-04-25 23:30", "Africa/Cairo"),
    "before a midnight put back": one("2024-10-31 22:00", "2024-10-31 23:30", "Africa/Cairo"),
    "in a midnight that comes twice": one("2024-11-02 20:00", "2024-11-03 00:30", "America/Havana"),
    "before a skipped day": one("2011-12-29 09:00", "2011-12-29 11:00", "Pacific/Apia"),
    "two days before a skipped day": one("2011-12-28 13:00", "2011-12-28 14:00", "Pacific/Apia"),
    "ten days before a skipped day": one("2011-12-22 13:00", "2011-12-22 14:00", "Pacific/Apia"),
    "before half an hour is skipped": one(
        "2024-10-04 02:05", "2024-10-04 02:15", "Australia/Lord_Howe"
    ),
    "a midnight read twice, across dates": one(
        "2010-11-06 21:00", "2010-11-06 23:30", "America/St_Johns"
    ),
    "a last hour skipped": one("2024-03-29 22:10", "2024-03-29 22:45", "America/Nuuk"),
    "an office that opens in a gap": one("1979-03-29 17:00", "1979-03-30 20:00", "Europe/Athens"),
    "an end unknown": one("2026-11-24 10:00", None, "Europe/London"),
    "an end unknown, but left": one(
        "2026-11-24 10:00", None, "Europe/London", left=at("2026-11-24 12:00")
    ),
    "signed without an interview": searching(Application(signed=at("2026-11-24 12:00"))),
    "signed before looking again": searching(
        applied(meeting(), signed=at("2026-11-24 12:00")), done=[did("keep-looking", "2026-11-20")]
    ),
    "looked without an interview": searching(done=[did("keep-looking", "2026-11-20")]),
    "a recruiter and no interview": searching(Application(recruiter=priya())),
    "asked to follow up elsewhere": searching(
        applied(meeting(), follow_up=FollowUp(channel="letter", to="1 High Street"))
    ),
    "chased once": searching(
        applied(
            meeting("2026-11-24 13:00", "2026-11-24 14:00"),
            done=[did("chase", "2026-12-04 12:00")],
        )
    ),
    "known by keys": searching(
        applied(
            meeting(
                interviewers=[priya(key="p"), Person(name="Tom Reed", key="t")],
                key="first",
                done=[did("thank-you", "2026-11-24 14:00", to="t")],
            ),
            meeting(
                "2026-11-26 10:00",
                "2026-11-26 11:00",
                interviewers=[Person(name="Thomas Reed", key="t", email="tom@acme.example")],
                key="second",
                done=[
                    did("connect", "2026-11-30 14:00", to="Thomas Reed"),
                    did("thank-you", "2026-11-26 15:00"),
                ],
            ),
            key="acme",
        )
    ),
    "two that end and start at once": searching(
        applied(
            meeting(interviewers=[tom()]),
            meeting(zone="Europe/Dublin", key="other", interviewers=[priya()]),
        ),
        applied(meeting("2026-11-24 11:00", "2026-11-24 12:00"), employer="Globex"),
    ),
    "offers to answer by dates": searching(
        applied(meeting("2026-11-24 10:00", "2026-11-24 11:00", "Pacific/Apia")),
        offered(date(2026, 12, 4), "2026-11-23 10:00", employer="Globex"),
        offered(date(2026, 11, 24), "2026-11-22 10:00", employer="Hooli"),
        offered(at("2026-12-04 09:00"), "2026-11-22 10:00", employer="Initech"),
    ),
    "offers to answer at any time": searching(
        applied(meeting(), done=[did("mention-offer", "2026-11-25 12:00")]),
        offered(None, "2026-11-25 10:00", employer="Globex"),
        offered(None, "2026-11-26 10:00", employer="Hooli"),
    ),
    "the next morning, of the evening before a last half hour is skipped": searching(
        applied(meeting("1981-12-30 23:35", "1981-12-30 23:45", "Asia/Singapore"))
    ),
    "09:00 the next day, of the evening before a last hour is skipped": searching(
        applied(
            meeting("2024-03-28 23:10", "2024-03-29 23:45", "America/Nuuk", interviewers=[]),
            recruiter=Person(name="Rachel"),
            workdays=Workdays(weekend=["Monday"]),
        )
    ),
    "the day before, of the evening after a last hour was skipped": searching(
        applied(
            meeting(
                "2024-03-20 10:00",
                "2024-03-20 11:00",
                "America/Nuuk",
                interviewers=[],
                questions=[AskedQuestion(text="Why?", tricky=True)],
            ),
            meeting("2024-03-31 23:30", "2024-03-31 23:45", "America/Nuuk", interviewers=[]),
        )
    ),
    "a recruiter whose address is known from an interview": searching(
        applied(meeting(), recruiter=Person(name="Priya Shah"))
    ),
}


@pytest.mark.parametrize("search", FIXED.values(), ids=FIXED)
def test_a_plan_of_a_fixed_search_says_it_at_every_boundary(search: JobSearch) -> None:
    for boundary in boundaries(search, at("2026-11-24 15:00")):
        for moment in around(boundary):
            assert_as_expected(search, moment)
        assert_verdicts_as_expected(search, boundary)


# -- the oracle itself ----------------------------------------------------------------------------


def thank_you(search: JobSearch) -> ExpectedAction:
    said_now = expected(search, search.applications[0].interviews[0].starts)
    return next(each for each in said_now.actions if each.act == "thank-you")


def test_the_oracle_dates_a_thank_you_as_the_article_does() -> None:
    morning = thank_you(searching(applied(meeting("2026-11-24 10:00", "2026-11-24 11:00"))))
    evening = thank_you(searching(applied(meeting("2026-10-23 17:00", "2026-10-23 18:00"))))
    assert at("2026-11-24 14:00") == morning.best
    assert at("2026-11-24 18:00") == morning.due
    assert at("2026-10-24 09:00") == evening.best
    assert at("2026-10-25 18:00") == evening.closes


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("thank-you.within", days(1)),
        ("thank-you.within", days(3)),
        ("thank-you.morning", "08:30"),
        ("chase.wait", days(30)),
        ("chase.at-most", 1),
    ],
)
def test_the_oracle_contradicts_other_advice(parameter: str, value: object) -> None:
    search, now = FIXED["chased once"], at("2026-11-24 15:00")
    tuned: RuleSet = CV_LIBRARY.tuned({parameter: value})
    assert expected(search, now) == said(plan(search, now=now))
    assert expected(search, now) != said(plan(search, now=now, rules=tuned))
