"""The library's plans and verdicts against a second reading of the ten pieces of advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import applied, at, did, meeting, priya, searching, tom
from drawing import examples
from interview_followup import (
    CV_LIBRARY,
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Plan,
    Promise,
    Rule,
    RuleSet,
    SetAside,
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
    boundaries,
    expected,
    expected_verdict,
)
from slips import slipped

NOON = at("2026-11-25 12:00")
DAY, HOUR, TICK = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)
ROOT = Path(__file__).parents[2]
ACTS = (
    ("keep-looking", "stop-looking"),
    ("ask-recruiter", "chase", "mention-offer"),
    ("ask-how-to-follow-up", "ask-when-you-will-hear", "call", "debrief", "practise"),
    ("collect-contact", "connect", "thank-you"),
)

slowly = settings(suppress_health_check=list(HealthCheck))


# -- what is compared -----------------------------------------------------------------------------


def as_expected(planned: Plan) -> Expected:
    """Return what a plan says as the oracle would, in UTC and in the oracle's order."""
    actions = [
        ExpectedAction(
            act=action.act,
            identities=action.identities,
            status=action.status,  # type: ignore[arg-type]
            opens=utc(action.opens),
            best=utc(action.best),
            due=utc(action.due),
            closes=utc(action.closes),
            until=utc(action.until),
            channel=action.channel,
            to=action.to,
        )
        for action in planned.actions
    ]
    return Expected(
        actions=tuple(sorted(actions, key=lambda action: (action.act, action.identities))),
        cautions=tuple(sorted(cautions_said(planned))),
        questions=tuple(
            ExpectedQuestion(
                question.fact,
                question.subject.identities,
                tuple(sorted(question.acts)),
                tuple(sorted(action.act for action in question.held)),
            )
            for question in planned.questions
        ),
        problems=tuple(sorted(problem.place.partition(" (")[0] for problem in planned.problems)),
        until=utc(planned.until),
    )


def cautions_said(planned: Plan) -> Iterator[ExpectedCaution]:
    for caution in planned.cautions:
        since, until = utc(caution.since), utc(caution.until)
        assert since is not None
        assert until is not None
        yield ExpectedCaution(caution.act, caution.subject.identities, caution.status, since, until)  # type: ignore[arg-type]


def utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def assert_as_expected(search: JobSearch, now: datetime) -> None:
    for ours, theirs in zip(expected(search, now), as_expected(plan(search, now=now)), strict=True):
        assert ours == theirs


def around(moment: datetime) -> tuple[datetime, datetime, datetime]:
    return moment - TICK, moment, moment + TICK


# -- drawn searches -------------------------------------------------------------------------------


@st.composite
def drawn(draw: st.DrawFn) -> tuple[JobSearch, datetime]:
    """Draw a search and a moment: the one place that says from where they come."""
    anchor = draw(strategies.moments().filter(lambda moment: 1973 < moment.year < 2199))
    search, now = draw(strategies.job_searches(near=anchor)), draw(strategies.moments(near=anchor))
    applications = [draw(varied(application)) for application in search.applications]
    search = evolve(search, applications=applications, workdays=draw(WORKDAYS))
    return draw(st.sampled_from([search] * 5 + [slipped(search, now)])), now


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
        offer = evolve(offer, received=None, reply_by=offer.reply_by.date())
    if recruiter and draw(st.booleans()):
        recruiter = draw(RECRUITERS)
    return evolve(
        application,
        offer=offer,
        recruiter=recruiter,
        promise=draw(st.sampled_from([application.promise] * 5 + [Promise(channel="phone")])),
        interviews=[draw(odd(interview)) for interview in application.interviews],
    )


def odd(interview: Interview) -> st.SearchStrategy[Interview]:
    """Draw an interview that may be over at once, never known to end, or left a month later."""
    if not interview.is_timed:
        return st.just(interview)
    starts, ends = interview.first_moment, interview.last_moment
    return st.sampled_from(
        [
            *[interview] * 5,
            evolve(interview, ends=starts, left=None),
            evolve(interview, ends=starts, left=starts),
            evolve(interview, ends=None, left=starts + 5 * HOUR),
            evolve(interview, left=ends + 31 * DAY),
            evolve(interview, left=(ends + 2 * DAY).date()),
        ]
    )


@given(drawn())
@settings(slowly, max_examples=examples(150))
def test_a_plan_says_what_the_table_says(drawn: tuple[JobSearch, datetime]) -> None:
    search, now = drawn
    assert_as_expected(search, now)


@given(drawn(), st.data())
@settings(slowly, max_examples=examples(100))
def test_a_plan_says_it_right_at_every_boundary(
    drawn: tuple[JobSearch, datetime], data: st.DataObject
) -> None:
    search, now = drawn
    for moment in around(data.draw(st.sampled_from([now.astimezone(UTC), *boundaries(search)]))):
        assert_as_expected(search, moment)


@given(drawn(), st.data())
@settings(slowly, max_examples=examples(100))
def test_a_verdict_says_what_the_table_says_of_guards_and_of_everything_else(
    drawn: tuple[JobSearch, datetime], data: st.DataObject
) -> None:
    search, now = drawn
    for moment in around(data.draw(st.sampled_from([now.astimezone(UTC), *boundaries(search)]))):
        assert_verdicts_as_expected(search, moment)


def never(act: str) -> Rule:
    return Rule(
        name=f"never-{act}",
        act=act,
        kind="veto",
        per=CV_LIBRARY.per(act),
        text="Don't do it",
        why="It would do harm.",
    )


@given(drawn(), st.frozensets(st.sampled_from([act for acts in ACTS for act in acts]), max_size=4))
@settings(slowly, max_examples=examples(60))
def test_what_is_vetoed_is_neither_planned_nor_allowed_and_changes_nothing_else(
    drawn: tuple[JobSearch, datetime], vetoed: frozenset[str]
) -> None:
    search, now = drawn
    rules = CV_LIBRARY | RuleSet([never(act) for act in vetoed])
    planned = as_expected(plan(search, now=now, rules=rules))
    for ours, theirs in zip(expected(search, now, vetoed), planned, strict=True):
        assert ours == theirs
    for scheduled in schedule(search, rules=rules):
        if scheduled.act in vetoed:
            verdict = check(search, scheduled.act, at=now, of=scheduled.subject, rules=rules)
            given = ExpectedVerdict(verdict.allowed, "silent", until=utc(verdict.until))
            assert given == expected_verdict(
                search, scheduled.act, scheduled.identities, now, vetoed
            )


def assert_verdicts_as_expected(search: JobSearch, moment: datetime) -> None:
    about: dict[Identities, object] = {
        scheduled.identities: scheduled.subject for scheduled in schedule(search)
    }
    about |= {(application.identity,): application for application in search.applications}
    for identities, subject in about.items():
        for act in ACTS[len(identities)]:
            verdict = check(search, act, at=moment, of=subject)  # type: ignore[arg-type]
            window = (verdict.opens, verdict.best, verdict.due, verdict.closes)
            dates = [utc(moment) for moment in (*window, verdict.until)]
            given = ExpectedVerdict(verdict.allowed, verdict.status, *dates)  # type: ignore[arg-type]
            assert (act, expected_verdict(search, act, identities, moment)) == (act, given)


# -- busy searches --------------------------------------------------------------------------------

SOME = st.sampled_from(
    [
        *[at("2026-11-24 10:00") + count * timedelta(hours=1) for count in (0, 1, 2, 24, 25, 48)],
        *[at("2026-11-24 11:00") + count * DAY for count in (-4, -1, 2, 3, 7, 14, 30)],
        at("2026-12-04 23:59:59.999999"),
        at("2026-12-05 00:00"),
    ]
)
"""Moments so few that what is drawn often happens at once."""


def known(*, nothing: int) -> st.SearchStrategy[date | datetime | None]:
    """Draw a moment, a day or, so often in ten, nothing."""
    draws: list[st.SearchStrategy[date | datetime | None]] = [st.none()] * nothing
    return st.one_of(*draws, *[SOME] * (8 - nothing), *[SOME.map(datetime.date)] * 2)


@st.composite
def met(draw: st.DrawFn, number: int) -> Interview:
    """Draw an interview with some of the same few people."""
    starts, zone = draw(SOME), draw(st.sampled_from(["Europe/London", "America/New_York"]))
    who = draw(
        st.sampled_from(
            [None, [tom()], [priya()], [tom(), priya()], [tom(), priya(email=None)]] * 2
            + [[Person(name="Tom Reed", linkedin="linkedin.com/in/tom")], []]
        )
    )
    acts = ["connect", "thank-you"] if who else []
    names = [person.name for person in who or ()]
    done, set_aside = [], []
    for act in acts:
        if draw(st.integers(0, 3)) == 0:
            done.append(Done(act=act, at=draw(SOME), to=draw(st.sampled_from(names))))
        if draw(st.integers(0, 5)) == 0:
            until = draw(st.one_of(st.none(), SOME))
            set_aside.append(SetAside(act=act, to=draw(st.sampled_from(names)), until=until))
    return Interview(
        starts=starts,
        ends=draw(st.sampled_from([starts + HOUR, starts + HOUR, starts + 2 * DAY, None])),
        timezone=zone,
        interviewers=who,
        not_held=draw(st.sampled_from([None] * 6 + ["cancelled"])),
        key=str(number),
        done=done,
        set_aside=set_aside,
    )


@st.composite
def applying(draw: st.DrawFn, number: int) -> Application:
    """Draw an application that often waits, and often has an offer."""
    kind = draw(st.sampled_from(["waits", "waits", "offers", "offers", "over"]))
    offer, signed = None, None
    outcome: Literal["rejected", "no-answer"] | None = None
    if kind == "offers":
        received, reply_by = draw(known(nothing=2)), draw(known(nothing=3))
        try:
            offer = Offer(received=received, reply_by=reply_by)
        except InvalidInput:
            offer = Offer(received=received)
    elif kind == "over":
        outcome = draw(st.sampled_from([None, "rejected", "no-answer"]))
        signed = None if outcome else draw(known(nothing=2))
    acts = st.sampled_from(["chase", "mention-offer", "ask-recruiter"])
    return Application(
        employer=f"Employer {number}",
        interviews=[draw(met(count)) for count in range(draw(st.integers(0, 3)))],
        recruiter=draw(st.sampled_from([None, None, Person(name="Rachel"), priya(email=None)])),
        follow_up=draw(st.sampled_from([None, None, FollowUp(channel="phone", to="1")])),
        promise=draw(known(nothing=5).map(lambda by: None if by is None else Promise(by=by))),
        heard=draw(known(nothing=7)),
        preferred=number == 0,
        offer=offer,
        outcome=outcome,
        signed=signed,
        done=[
            Done(act=draw(acts), at=draw(known(nothing=0)))  # type: ignore[arg-type]
            for _ in range(draw(st.integers(0, 3)))
        ],
    )


@st.composite
def busy(draw: st.DrawFn) -> JobSearch:
    """Draw a search in which offers, contracts, first choices and repeated meetings meet."""
    count, zone = draw(st.integers(2, 5)), draw(st.sampled_from(["Europe/London", "Asia/Tokyo"]))
    applications = [draw(applying(number)) for number in range(count)]
    if draw(st.booleans()):
        applications[0] = evolve(applications[0], preferred=False)
    return searching(*applications, zone=zone)


@given(busy(), st.data())
@settings(slowly, max_examples=examples(150))
def test_a_plan_of_a_busy_search_says_what_the_table_says(
    search: JobSearch, data: st.DataObject
) -> None:
    for moment in around(data.draw(st.sampled_from([NOON, *boundaries(search)]))):
        assert_as_expected(search, moment)
    assert_verdicts_as_expected(search, moment)


# -- fixed searches -------------------------------------------------------------------------------


def one(starts: str, ends: str | None, zone: str, **more: object) -> JobSearch:
    """Return a search with an interview, and a second one that follows it by eight days."""
    first = meeting(starts, ends, zone, interviewers=[priya(), tom()], **more)
    later = first.first_moment + 8 * DAY
    second = Interview(starts=later, ends=later + HOUR, timezone=zone, medium="video")
    return searching(applied(first), applied(second, employer="Globex"), zone=zone)


def aside(act: str, until: str | None = None, to: str | None = None) -> SetAside:
    return SetAside(act=act, until=at(until) if until else None, to=to)


def on_day(day: date, zone: str = "Europe/London", **more: object) -> Interview:
    more.setdefault("interviewers", [priya()])
    return Interview(starts=day, timezone=zone, **more)  # type: ignore[arg-type]


def promised(within: str, day: date | datetime, zone: str = "Europe/London") -> JobSearch:
    """Return a search with a promise within a period, by an employer who is off on Fridays."""
    return searching(
        applied(
            meeting("2026-11-24 10:00", "2026-11-24 11:00", zone),
            promise=Promise(within=within, made=day),
            workdays=Workdays(weekend=["Friday"], holidays=[date(2026, 12, 2)]),
        )
    )


def offered(reply_by: date | datetime | None, received: str, **more: object) -> Application:
    return Application(offer=Offer(received=at(received), reply_by=reply_by), **more)  # type: ignore[arg-type]


DAY_AFTER = date(2026, 11, 25)

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
    "an end of which the day is known": searching(
        applied(
            meeting("2026-11-24 10:00", None).move(starts=at("2026-11-24 10:00"), ends=DAY_AFTER)
        )
    ),
    "known to the day": searching(
        applied(
            on_day(
                date(2026, 11, 24),
                interviewers=[priya(), tom()],
                done=[
                    Done(act="thank-you", to="Priya Shah", at=date(2026, 11, 24)),
                    Done(act="connect", to="Tom Reed", at=date(2026, 11, 27)),
                ],
            ),
            heard=date(2026, 11, 23),
            promise=Promise(by=date(2026, 12, 4)),
            done=[Done(act="chase", at=date(2026, 12, 4))],
            set_aside=[SetAside(act="chase", until=date(2026, 12, 20))],
        ),
        applied(
            on_day(date(2026, 11, 27), zone="Pacific/Apia"),
            employer="Globex",
            heard=date(2026, 12, 1),
            promise=Promise(within="5 working days", made=date(2026, 11, 27)),
        ),
    ),
    "heard on the day promised": searching(
        applied(meeting(), heard=date(2026, 12, 4), promise=Promise(by=date(2026, 12, 4))),
        applied(
            meeting(),
            employer="Globex",
            heard=date(2026, 12, 3),
            promise=Promise(by=date(2026, 12, 4)),
        ),
        applied(
            meeting(),
            employer="Hooli",
            heard=date(2026, 12, 4),
            promise=Promise(by=at("2026-12-04 12:00")),
        ),
    ),
    "offers known to the day": searching(
        applied(meeting(), done=[Done(act="mention-offer", at=date(2026, 12, 1))]),
        Application(
            employer="Globex", offer=Offer(received=date(2026, 12, 1), reply_by=date(2026, 12, 8))
        ),
        Application(employer="Hooli", signed=date(2026, 12, 20)),
    ),
    "an offer of which nobody knows when it came": searching(
        applied(meeting()),
        applied(meeting(), employer="Hooli", done=[did("mention-offer", "2026-11-20")]),
        Application(employer="Globex", offer=Offer(reply_by=at("2026-12-08 12:00"))),
    ),
    "whoever was met": searching(
        applied(meeting(interviewers=None), meeting("2026-12-01 15:00", None, interviewers=None)),
        applied(
            on_day(date(2026, 11, 26), interviewers=None), employer="Globex", outcome="no-answer"
        ),
    ),
    "not held": searching(
        applied(
            meeting("2026-11-20 10:00", "2026-11-20 11:00", not_held="cancelled"),
            meeting(zone="America/New_York", interviewers=[tom(), priya(email=None)]),
            meeting("2026-12-01 10:00", "2026-12-01 11:00", not_held="no-show", key="last"),
        ),
        applied(
            meeting("2026-11-25 10:00", None, "Asia/Tokyo", not_held="cancelled"),
            employer="Globex",
            heard=date(2026, 11, 24),
        ),
    ),
    "namesakes": searching(
        applied(
            meeting(interviewers=[priya(key="p")]),
            meeting(
                "2026-12-01 10:00", "2026-12-01 11:00", interviewers=[Person(name="Priya Shah")]
            ),
        )
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
    "two that start at once, of which one never ends and one has ended": searching(
        applied(
            meeting(ends=None, key="b"),
            meeting(ends="2026-11-24 10:00", key="a"),
            meeting(ends=None, key="c"),
        ),
        applied(meeting(ends=None, key="a"), employer="Abacus"),
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
    "acts set aside for good": searching(
        applied(
            meeting(
                interviewers=[priya(), tom()],
                set_aside=[
                    aside("thank-you", to="Tom Reed"),
                    aside("connect", to="Priya Shah"),
                    aside("ask-how-to-follow-up"),
                    aside("call"),
                ],
            ),
            set_aside=[aside("chase")],
        ),
        set_aside=[aside("keep-looking"), aside("stop-looking")],
    ),
    "acts set aside for a while": searching(
        applied(
            meeting(
                interviewers=[priya(), tom()],
                set_aside=[
                    aside("thank-you", "2026-11-25 12:00", to="Priya Shah"),
                    aside("thank-you", "2026-11-25 10:00", to="Tom Reed"),
                    aside("connect", "2026-11-26 11:00", to="Priya Shah"),
                    aside("connect", "2026-12-24 11:00", to="Tom Reed"),
                    aside("ask-how-to-follow-up", "2026-11-24 09:30"),
                    aside("ask-when-you-will-hear", "2026-12-01 11:00"),
                    aside("collect-contact", "2026-11-30 11:00", to="Tom Reed"),
                    aside("call", "2026-11-24 20:00"),
                ],
            ),
            set_aside=[aside("chase", "2026-11-27 12:00")],
        ),
        set_aside=[aside("keep-looking", "2026-12-02 12:00")],
    ),
    "set aside more than once, at another interview, and for nobody": searching(
        applied(
            meeting(
                set_aside=[
                    aside("thank-you", "2026-11-25 09:00", to="Priya Shah"),
                    aside("thank-you", "2026-11-24 20:00", to="Priya Shah"),
                    aside("debrief", "2026-11-24 20:00"),
                    aside("debrief", to="Priya Shah"),
                    aside("connect"),
                    aside("chase"),
                ]
            ),
            meeting(
                "2026-11-26 10:00",
                "2026-11-26 11:00",
                interviewers=[priya(key="p"), tom()],
                set_aside=[aside("connect", "2026-11-30 10:00", to="p"), aside("keep-looking")],
            ),
            set_aside=[aside("debrief"), aside("chase", "2026-12-09 10:00"), aside("chase")],
        )
    ),
    "set aside, and done all the same": searching(
        applied(
            meeting(
                done=[did("thank-you", "2026-11-24 14:00", to="Priya Shah")],
                set_aside=[aside("thank-you", "2026-11-25 09:00", to="Priya Shah")],
            ),
            done=[did("chase", "2026-12-04 12:00"), did("chase", "2026-12-14 12:00")],
            set_aside=[aside("chase", "2026-12-24 12:00")],
        ),
        done=[did("keep-looking", "2026-11-20")],
        set_aside=[aside("keep-looking")],
    ),
    "set aside while the end is unknown": searching(
        applied(
            meeting(
                ends=None,
                interviewers=[tom()],
                set_aside=[
                    aside("thank-you", "2026-11-25 09:00", to="Tom Reed"),
                    aside("call", "2026-11-24 20:00"),
                    aside("debrief"),
                ],
            ),
            set_aside=[aside("chase", "2026-12-01 09:00")],
        ),
        set_aside=[aside("keep-looking", "2026-12-02 09:00")],
    ),
    "promised within five working days of a date": promised("5 working days", date(2026, 11, 24)),
    "promised within a working day of a moment that is the next day there": promised(
        "1 working day", at("2026-11-25 20:00"), "Asia/Tokyo"
    ),
    "promised within no time of a date": promised("0 working days", date(2026, 11, 24)),
    "promised within three days of a moment": promised("3 days", at("2026-11-24 23:59")),
    "promised within 48 hours": promised("48 hours", at("2026-11-24 10:59:59")),
    "promised within minutes, until the interview's end": promised(
        "90 minutes", at("2026-11-24 09:30")
    ),
    "promised within minutes, spent before the interview's end": promised(
        "89 minutes", at("2026-11-24 09:30")
    ),
    "promised within a working day of one before a skipped day": searching(
        applied(
            meeting("2011-12-28 13:00", "2011-12-28 14:00", "Pacific/Apia"),
            promise=Promise(within="1 working day", made=date(2011, 12, 29)),
            workdays=Workdays(weekend=["Sunday"]),
        )
    ),
    "promised within working days of the search": searching(
        applied(meeting(), promise=Promise(within="2 working days", made=date(2026, 11, 26))),
        workdays=Workdays(holidays=[date(2026, 11, 30)]),
        zone="America/New_York",
    ),
    "a promise that a message has spent": searching(
        applied(
            meeting(done=[did("thank-you", "2026-11-24 14:00", to="Priya Shah")]),
            promise=Promise(by=at("2026-12-01 12:00")),
            heard=at("2026-12-01 12:00"),
        )
    ),
    "a promise that a message has not spent yet": searching(
        applied(
            meeting(),
            promise=Promise(by=at("2026-12-01 12:00")),
            heard=at("2026-12-01 11:59:59.999999"),
        )
    ),
    "no promise, and all that stands in for one": searching(
        applied(meeting(done=[did("thank-you", "2026-11-25 09:00", to="Priya Shah")])),
        applied(meeting(), employer="Globex", heard=at("2026-11-27 09:00")),
        applied(meeting(), employer="Hooli", heard=at("2026-11-23 09:00")),
        applied(meeting(), employer="Initech", done=[did("chase", "2026-12-01 09:00")]),
        applied(meeting(), employer="Umbrella", done=[did("mention-offer", "2026-11-26 09:00")]),
        applied(employer="Nobody yet"),
    ),
    "no promise, and chased enough": searching(
        applied(
            meeting(), done=[did("chase", "2026-12-04 12:00"), did("chase", "2026-12-14 12:00")]
        )
    ),
    "no promise, and the chase is set aside": searching(
        applied(meeting(), set_aside=[aside("chase", "2026-11-25 12:00")]),
        applied(meeting(), employer="Globex", set_aside=[aside("chase", "2026-11-24 11:00")]),
        applied(meeting(), employer="Hooli", set_aside=[aside("chase", "2026-11-24 10:30")]),
        applied(meeting(), employer="Initech", set_aside=[aside("chase")]),
    ),
}


FIXED |= {
    "outcomes of every kind": searching(
        *[
            applied(
                meeting(interviewers=[tom()], questions=[AskedQuestion(text="Why?", tricky=True)]),
                meeting("2026-11-27 10:00", None, interviewers=None),
                employer=outcome,
                outcome=outcome,
                recruiter=Person(name="Rachel"),
            )
            for outcome in (
                "rejected",
                "withdrawn",
                "declined",
                "accepted",
                "no-answer",
                "closed",
            )
        ],
        applied(meeting("2026-12-10 10:00", "2026-12-10 11:00"), employer="Hooli"),
    ),
    "rounds that follow each other closely": searching(
        applied(
            meeting(interviewers=[tom()]),
            meeting("2026-11-24 11:00", "2026-11-24 12:00", interviewers=[tom()]),
            meeting("2026-11-26 12:00", "2026-11-26 13:00", interviewers=[priya(email=None)]),
            meeting("2026-11-27 12:00", "2026-11-27 13:00", not_held="cancelled"),
            meeting("2026-11-28 15:00", "2026-11-28 16:00", interviewers=[tom(), priya()]),
            Interview(starts=date(2026, 11, 30), timezone="America/New_York", interviewers=[]),
        )
    ),
    "met again": searching(
        applied(
            meeting(
                "2026-11-20 10:00", "2026-11-20 11:00", not_held="no-show", interviewers=[tom()]
            ),
            meeting(
                "2026-12-01 10:00",
                "2026-12-01 11:00",
                interviewers=[priya(), tom()],
                set_aside=[aside("connect", "2026-12-05 10:00", to="Priya Shah")],
            ),
            meeting(
                interviewers=[priya(), tom(), Person(name="Ann")],
                set_aside=[aside("connect", "2026-11-28 10:00", to="Priya Shah")],
            ),
            meeting(
                "2026-12-02 10:00",
                "2026-12-02 11:00",
                interviewers=[Person(name="Ann", linkedin="linkedin.example/ann"), tom()],
                done=[did("connect", "2026-12-04 10:00", to="Tom Reed")],
            ),
        )
    ),
    "offers, with nobody preferred": searching(
        applied(
            meeting(), recruiter=Person(name="Rachel"), done=[did("ask-recruiter", "2026-11-25")]
        ),
        applied(meeting("2026-12-08 10:00", "2026-12-08 11:00"), employer="Late"),
        offered(at("2026-12-04 12:00"), "2026-11-25 10:00", employer="Globex"),
        offered(at("2026-11-25 10:00"), "2026-11-21 10:00", employer="Hooli"),
        offered(at("2026-12-01 12:00"), "2026-11-22 10:00", employer="Initech"),
        Application(employer="Long ago", offer=Offer(reply_by=at("2026-11-25 09:59"))),
    ),
    "offers, and the preferred one meets them first": searching(
        applied(meeting(), preferred=True),
        applied(meeting(), employer="Other"),
        offered(at("2026-11-24 11:00:00.000001"), "2026-11-23 10:00", employer="Globex"),
    ),
    "offers, and the preferred one meets them as they are over": searching(
        applied(meeting(), preferred=True),
        applied(meeting("2026-11-20 10:00", "2026-11-20 11:00"), employer="Other"),
        offered(at("2026-11-24 11:00"), "2026-11-23 10:00", employer="Globex"),
    ),
    "offers, of which one is the preferred one's": searching(
        applied(meeting(), preferred=True, offer=Offer(received=at("2026-11-25 10:00"))),
        applied(meeting(), employer="Other"),
    ),
    "an offer, and the preferred one has met nobody": searching(
        applied(preferred=True),
        applied(meeting(), employer="Other"),
        offered(None, "2026-11-25 10:00", employer="Globex"),
    ),
    "a contract elsewhere": searching(
        applied(meeting(), recruiter=Person(name="Rachel")),
        applied(meeting(), employer="Other", follow_up=FollowUp(channel="phone", to="1")),
        applied(meeting("2026-12-20 10:00", "2026-12-20 11:00"), employer="Later"),
        offered(at("2026-12-18 12:00"), "2026-11-25 10:00", employer="Globex"),
        Application(employer="Hooli", signed=at("2026-12-08 12:00")),
        Application(employer="Initech", signed=date(2026, 12, 8)),
    ),
    "a recruiter who was asked": searching(
        applied(
            meeting(),
            recruiter=Person(name="Rachel"),
            done=[did("ask-recruiter", "2026-11-30 09:00"), did("chase", "2026-12-04 10:00")],
        ),
        applied(
            meeting(),
            employer="Other",
            recruiter=Person(name="Rachel"),
            done=[Done(act="ask-recruiter", at=date(2026, 12, 7))],
        ),
        applied(meeting(), employer="None now", done=[did("ask-recruiter", "2026-12-07")]),
    ),
}
FIXED["slips of all kinds"] = slipped(FIXED["known by keys"], at("2026-11-27 12:00"))
FIXED["slips of a candidate who lives nowhere"] = evolve(
    FIXED["slips of all kinds"], timezone="Etc/Zulu"
)
FIXED["days in zones on both sides of the date line"] = searching(
    *[
        applied(
            Interview(starts=at("2026-11-24 10:00"), timezone=zone, left=date(2026, 11, 24)),
            employer=zone,
            heard=date(2026, 11, 27),
            signed=date(2026, 12, 9),
            promise=Promise(within="5 days", made=date(2026, 11, 25)),
            offer=Offer(received=date(2026, 12, 8)),
            done=[Done(act="chase", at=date(2026, 12, 7))],
        )
        for zone in ("Pacific/Kiritimati", "Etc/GMT+12")
    ],
    done=[Done(act="keep-looking", at=date(2026, 12, 1))],
)


@pytest.mark.parametrize("search", FIXED.values(), ids=FIXED)
def test_a_plan_of_a_fixed_search_says_it_at_every_boundary(search: JobSearch) -> None:
    for boundary in (at("2026-11-24 15:00"), *boundaries(search)):
        for moment in around(boundary):
            assert_as_expected(search, moment)
        assert_verdicts_as_expected(search, boundary)


# -- the oracle itself ----------------------------------------------------------------------------


def thank_you(search: JobSearch) -> ExpectedAction:
    said_now = expected(search, search.applications[0].interviews[0].first_moment)
    return next(action for action in said_now.actions if action.act == "thank-you")


def test_the_oracle_dates_a_thank_you_as_the_article_does() -> None:
    morning = thank_you(searching(applied(meeting("2026-11-24 10:00", "2026-11-24 11:00"))))
    evening = thank_you(searching(applied(meeting("2026-10-23 17:00", "2026-10-23 18:00"))))
    assert at("2026-11-24 14:00") == morning.best
    assert at("2026-11-24 18:00") == morning.due
    assert at("2026-10-24 09:00") == evening.best
    assert at("2026-10-25 18:00") == evening.closes


def status_of(search: JobSearch, act: str, now: datetime) -> tuple[str, datetime | None]:
    [said_now] = [action for action in expected(search, now).actions if action.act == act]
    return said_now.status, said_now.until


def cautioned_since(search: JobSearch, act: str, now: datetime) -> list[tuple[str, datetime]]:
    cautions = expected(search, now).cautions
    return [(caution.status, caution.since) for caution in cautions if caution.act == act]


def facts_asked(search: JobSearch, now: datetime) -> list[str]:
    return [question.fact for question in expected(search, now).questions]


def test_the_oracle_sets_an_act_aside_until_the_moment() -> None:
    search = searching(applied(meeting(), set_aside=[aside("chase", "2026-11-25 12:00")]))
    assert ("set-aside", NOON) == status_of(search, "chase", NOON - TICK)
    assert ("early", at("2026-12-03 11:00")) == status_of(search, "chase", NOON)
    assert [] == cautioned_since(search, "chase", NOON - TICK)
    assert [("early", NOON)] == cautioned_since(search, "chase", NOON)
    assert "application.promise" not in facts_asked(search, NOON - TICK)
    assert "application.promise" in facts_asked(search, NOON)


def test_the_oracle_never_speaks_of_what_is_dismissed() -> None:
    search = searching(applied(meeting(), set_aside=[aside("chase", "2026-11-25"), aside("chase")]))
    for moment in boundaries(search):
        assert ("set-aside", None) == status_of(search, "chase", moment)
        assert [] == cautioned_since(search, "chase", moment)
        assert "application.promise" not in facts_asked(search, moment)


def test_the_oracle_takes_no_notice_of_what_is_set_aside_when_asked() -> None:
    search = searching(applied(meeting(), set_aside=[aside("chase")]))
    chase, opens = (search.applications[0].identity,), at("2026-12-03 11:00")
    early = expected_verdict(search, "chase", chase, opens - TICK)
    allowed = expected_verdict(search, "chase", chase, opens)
    assert ExpectedVerdict(False, "early", opens=opens, best=opens, until=opens) == early
    assert ExpectedVerdict(True, "open", opens=opens, best=opens, until=None) == allowed


def test_the_oracle_says_that_a_yes_changes_at_the_best_moment() -> None:
    search = searching(applied(meeting(), promise=Promise(by=date(2026, 12, 4))))
    chase, best = (search.applications[0].identity,), at("2026-12-07 09:00")
    verdicts = [expected_verdict(search, "chase", chase, moment) for moment in (best - TICK, best)]
    assert [(True, best), (True, None)] == [
        (verdict.allowed, verdict.until) for verdict in verdicts
    ]


@pytest.mark.parametrize(
    ("search", "opens"),
    [
        (promised("5 working days", date(2026, 11, 24)), at("2026-12-01 00:00")),
        (promised("1 working day", at("2026-11-26 23:59")), at("2026-11-29 00:00")),
        (promised("7 working days", date(2026, 11, 24)), at("2026-12-04 00:00")),
        (promised("0 days", at("2026-11-24 23:59")), at("2026-11-25 00:00")),
        (promised("48 hours", at("2026-11-24 10:59:59")), at("2026-11-26 10:59:59")),
        (promised("89 minutes", at("2026-11-24 09:30")), at("2026-12-03 11:00")),
    ],
)
def test_the_oracle_waits_for_the_end_of_a_promised_period(
    search: JobSearch, opens: datetime
) -> None:
    assert ("early", opens) == status_of(search, "chase", opens - TICK)
    assert "open" == status_of(search, "chase", opens)[0]


@pytest.mark.parametrize(
    ("known", "since"),
    [
        ({}, at("2026-11-24 11:00")),
        ({"heard": at("2026-11-27 09:00")}, at("2026-11-27 09:00")),
        ({"heard": at("2026-11-23 09:00")}, at("2026-11-24 11:00")),
        ({"done": [did("chase", "2026-12-08 12:00")]}, at("2026-12-08 12:00")),
        ({"done": [did("mention-offer", "2026-11-26 12:00")]}, at("2026-11-26 12:00")),
        ({"promise": Promise(by=date(2026, 11, 23))}, at("2026-11-24 11:00")),
        ({"promise": Promise(channel="phone")}, at("2026-11-24 11:00")),
    ],
)
def test_the_oracle_asks_for_a_promise_once_all_that_stands_in_for_it_has_happened(
    known: dict[str, Any], since: datetime
) -> None:
    search = searching(applied(meeting(), **known))
    assert "application.promise" not in facts_asked(search, since - TICK)
    assert since == expected(search, since - TICK).until
    assert "application.promise" in facts_asked(search, since)


def test_the_oracle_asks_for_no_promise_that_is_known_or_that_no_chase_waits_for() -> None:
    twice = [did("chase", "2026-12-04 12:00"), did("chase", "2026-12-14 12:00")]
    for known in ({"promise": Promise(by=NOON)}, {"done": twice}, {"outcome": "rejected"}):
        search = searching(applied(meeting(), **known))
        for moment in boundaries(search):
            assert "application.promise" not in facts_asked(search, moment)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("thank-you.within", days(1)),
        ("thank-you.within", days(3)),
        ("thank-you.morning", "08:30"),
        ("chase.wait", days(30)),
        ("chase.at-most", 1),
        ("debrief.for", days(30)),
    ],
)
def test_the_oracle_contradicts_other_advice(parameter: str, value: object) -> None:
    search, now = FIXED["chased once"], at("2026-11-24 15:00")
    tuned: RuleSet = CV_LIBRARY.tuned({parameter: value})
    assert expected(search, now) == as_expected(plan(search, now=now))
    assert expected(search, now) != as_expected(plan(search, now=now, rules=tuned))
