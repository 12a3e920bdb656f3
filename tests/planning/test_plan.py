"""Plans: what to do, what to beware of and what to tell us, seen from one moment."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pendulum
import pytest
from attrs import evolve

from builders import (
    NEW_YORK,
    TICK,
    applied,
    at,
    did,
    meeting,
    priya,
    searching,
    tom,
)
from interview_followup import (
    Action,
    Application,
    AskedQuestion,
    Caution,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Plan,
    Promise,
    Rule,
    RuleSet,
    Scheduled,
    Subject,
    Verdict,
    check,
    forecast,
    plan,
    schedule,
)
from interview_followup.exports.text import forecast_text, plan_text
from interview_followup.language import (
    application,
    days,
    done,
    first_known,
    hours,
    interview,
    minutes,
    person,
    search,
)

STARTS, ENDS = at("2026-11-24 10:00"), at("2026-11-24 11:00")


def the(act: str, known: JobSearch | Interview, now: datetime, of: str = "") -> Action:
    actions = plan(known, now=now).actions
    [only] = [action for action in actions if action.act == act and of in action.subject.label]
    return only


@pytest.mark.parametrize(
    "known", [meeting(), applied(meeting(), employer="Acme"), searching(applied(meeting()))]
)
def test_an_interview_an_application_and_a_search_can_all_be_planned(
    known: Interview | Application | JobSearch,
) -> None:
    assert "thank-you" in {action.act for action in plan(known, now=ENDS).actions}


def test_actions_are_in_the_order_of_best_and_then_of_act_and_subject() -> None:
    actions = plan(meeting(interviewers=[priya(), tom()]), now=ENDS).actions
    keys = [(action.window.best, action.act, action.subject.path) for action in actions]
    assert sorted(keys, key=lambda key: (key[0] or at("2199-01-01 00:00"), *key[1:])) == keys


def test_people_read_pendulum_times_in_the_zone_of_the_candidate() -> None:
    abroad = searching(applied(meeting(zone=NEW_YORK)))
    action = the("thank-you", abroad, ENDS)
    assert pendulum.datetime(2026, 11, 24, 19, tz="Europe/London") == action.best
    assert isinstance(action.best, pendulum.DateTime)
    expected = ("Europe/London",) * 5
    moments = (action.opens, action.best, action.due, action.closes, action.until)
    assert expected == tuple(moment.timezone_name for moment in moments if moment)


def test_a_lone_interview_is_read_in_its_own_zone() -> None:
    planned = plan(meeting(zone=NEW_YORK), now=ENDS)
    assert (NEW_YORK, NEW_YORK) == (planned.timezone, planned.now.timezone_name)


def test_the_window_of_an_action_holds_instants() -> None:
    opens = the("thank-you", meeting(zone=NEW_YORK), ENDS).window.opens
    assert (datetime(2026, 11, 24, 16, tzinfo=UTC), UTC) == (opens, opens and opens.tzinfo)


def test_an_action_says_who_and_what_it_is_about() -> None:
    action = the("thank-you", searching(applied(meeting())), ENDS)
    assert ("Acme", STARTS, "Priya Shah") == (
        action.subject.application.employer,
        action.subject.interview.starts,
        action.subject.person.name,
    )
    assert ("thank-you",) == action.rules
    assert ("email", "priya@acme.example") == (action.channel, action.to)
    assert action.source.endswith("item 4")


def test_an_action_reads_as_a_dated_line() -> None:
    expected = "Tuesday 24 November 2026, 14:00: Send Priya Shah a personal thank-you e-mail (open)"
    assert expected == str(the("thank-you", meeting(), ENDS))
    undated = "No date yet: Keep looking: find and apply for other jobs (early)"
    assert [undated] == [str(action) for action in plan(searching(), now=ENDS).actions]


def test_every_result_shows_what_it_is() -> None:
    planned = plan(meeting(interviewers=[tom()]), now=ENDS)
    [thanks] = [action for action in planned.actions if action.act == "thank-you"]
    missed = next(caution for caution in planned.cautions if caution.act == "collect-contact")
    of_tom = "of Tom Reed · the application · 2026-11-24 10:00"
    text = "Tuesday 24 November 2026, 14:00: Send Tom Reed a personal thank-you e-mail (needs-fact)"
    counts = "8 actions, 6 cautions, 3 questions, 0 problems"
    assert f"<Plan for 2026-11-24T11:00:00+00:00: {counts}>" == repr(planned)
    assert f"<Action thank-you {of_tom}: {text}>" == repr(thanks)
    assert f"<Caution collect-contact {of_tom}: {missed}>" == repr(missed)
    question = "What is Tom Reed's e-mail address?"
    assert f"<Question person.email {of_tom}: {question}>" == repr(planned.questions[0])
    assert f"<Subject {of_tom[3:]}>" == repr(thanks.subject)
    assert repr(thanks.scheduled).startswith(f"<Scheduled thank-you {of_tom}: Window(opens=")
    verdict = check(meeting(), "debrief", at=ENDS)
    of_it = "of the application · 2026-11-24 10:00"
    assert f"<Verdict debrief {of_it}: {verdict}>" == repr(verdict)


@pytest.mark.parametrize(
    ("planned", "counts"),
    [
        (
            plan(searching(), now=ENDS, rules=RuleSet([])),
            "0 actions, 0 cautions, 0 questions, 0 problems",
        ),
        (plan(searching(), now=ENDS), "1 action, 0 cautions, 0 questions, 0 problems"),
        (
            plan(meeting(interviewers=[]), now=STARTS),
            "5 actions, 1 caution, 0 questions, 0 problems",
        ),
        (
            plan(searching(facts={"pay": 9}), now=STARTS),
            "1 action, 0 cautions, 0 questions, 1 problem",
        ),
    ],
    ids=["nothing", "one action", "one caution", "one problem"],
)
def test_a_plan_counts_what_is_in_it(planned: Plan, counts: str) -> None:
    assert repr(planned).endswith(f": {counts}>")


@pytest.mark.parametrize(
    "kind",
    [Action, Caution, Plan, Rule, Scheduled, Subject, Verdict],
    ids=lambda kind: kind.__name__,
)
def test_every_part_of_a_result_is_given_by_name(kind: type) -> None:
    kinds = {parameter.kind for parameter in inspect.signature(kind).parameters.values()}
    assert {inspect.Parameter.KEYWORD_ONLY} == kinds


@pytest.mark.parametrize(
    ("function", "subject"),
    [
        (plan, ["search"]),
        (schedule, ["search"]),
        (check, ["search", "act"]),
        (JobSearch.record, ["self", "action"]),
        (JobSearch.dismiss, ["self", "action"]),
        (JobSearch.snooze, ["self", "action"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_all_but_the_subject_is_given_by_name(
    function: Callable[..., object], subject: list[str]
) -> None:
    parameters = inspect.signature(function).parameters.values()
    others = [
        parameter.name
        for parameter in parameters
        if parameter.kind is not inspect.Parameter.KEYWORD_ONLY
    ]
    assert subject == others


def test_the_reason_names_the_choice_that_was_made() -> None:
    morning = the("thank-you", meeting(), ENDS).why
    evening = the("thank-you", meeting("2026-11-24 15:00", "2026-11-24 16:00"), ENDS).why
    assert morning.endswith(
        " Best: 14:00 on the day of the interview's end, because the interview was in the morning."
    )
    assert evening.endswith(
        " Best: 09:00 on the day after the interview's start, "
        "because the interview is not known to be in the morning."
    )


# -- until ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (STARTS - TICK, STARTS),
        (STARTS, at("2026-11-24 10:50")),
        (at("2026-11-24 10:50"), ENDS),
        (ENDS, at("2026-11-24 18:00")),
        (at("2026-11-24 18:00"), at("2026-11-25 00:00")),
        (at("2027-06-01 12:00"), None),
    ],
)
def test_a_plan_holds_until_the_next_change(now: datetime, expected: datetime | None) -> None:
    assert expected == plan(meeting(), now=now).until


def test_a_guard_counts_only_for_the_question_that_it_asks() -> None:
    silent = Rule(
        name="hush",
        kind="guard",
        per=interview,
        since=interview.starts,
        opens=interview.ends,
        text="Hush",
        why="Hush.",
    )
    rules = RuleSet([silent])
    assert None is plan(meeting(), now=STARTS - TICK, rules=rules).until
    needing = RuleSet([evolve(silent, needs=application.follow_up)])
    asking = plan(meeting(), now=ENDS - TICK, rules=needing)
    assert ((), ENDS) == (asking.questions, asking.until)
    planned = plan(meeting(), now=ENDS, rules=needing)
    assert [("application.follow_up", ("hush",))] == [
        (question.fact, question.acts) for question in planned.questions
    ]
    assert None is planned.until


@pytest.mark.parametrize("now", [STARTS - TICK, STARTS, ENDS, at("2026-11-25 12:00")])
def test_a_guard_asks_for_no_better_date(now: datetime) -> None:
    """Nobody wants to do it; and so nothing of it changes in a plan."""
    hush = Rule(
        name="hush",
        kind="guard",
        per=interview,
        since=interview.starts,
        opens=first_known(interview.left, interview.ends),
        text="Hush",
        why="Hush.",
    )
    waiting = plan(meeting(ends=None), now=now, rules=RuleSet([hush]))
    assert ((), (), None) == (waiting.actions, waiting.questions, waiting.until)


def test_a_guard_asks_from_when_it_would_open_until_it_closes() -> None:
    asking = Rule(
        name="hush",
        kind="guard",
        per=person,
        needs=person.email,
        since=interview.starts - days(1),
        opens=interview.starts,
        closes=interview.ends,
        text="Hush",
        why="Hush.",
    )
    rules = RuleSet([asking])
    unknown = meeting(interviewers=[tom()])
    times = [STARTS - timedelta(days=2), STARTS - TICK, STARTS, ENDS]
    expected = [(0, STARTS), (0, STARTS), (1, ENDS), (0, None)]
    plans = [plan(unknown, now=now, rules=rules) for now in times]
    assert expected == [(len(planned.questions), planned.until) for planned in plans]


# -- questions ------------------------------------------------------------------------------------


CHASING = {"application.promise", "application.follow_up"}


def test_a_question_names_the_fact_whom_it_is_about_and_what_it_holds_back() -> None:
    question, *_ = plan(meeting(interviewers=[tom()]), now=ENDS).questions
    assert ("person.email", "What is Tom Reed's e-mail address?", ("thank-you",)) == (
        question.fact,
        question.text,
        question.acts,
    )
    assert "Tom Reed" == question.subject.person.name
    assert "What is Tom Reed's e-mail address?" == str(question)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - TICK, set()),
        (ENDS, {"person.email", *CHASING}),
        (at("2026-11-26 11:00") - TICK, {"person.email", *CHASING}),
        (at("2026-11-26 11:00"), {"person.linkedin", *CHASING}),
        (at("2026-12-24 11:00") - TICK, {"person.linkedin", *CHASING}),
        (at("2026-12-24 11:00"), CHASING),
        (at("2027-06-01 12:00"), CHASING),
    ],
)
def test_nothing_is_asked_before_it_is_needed_or_after_it_is_over(
    now: datetime, expected: set[str]
) -> None:
    """Chasing is over with an outcome, and so is all that is done for a person."""
    unknown = meeting(interviewers=[tom()])
    assert expected == {question.fact for question in plan(unknown, now=now).questions}
    over = applied(unknown, outcome="rejected")
    facts = {question.fact for question in plan(over, now=now).questions}
    assert set() == facts


def test_a_person_met_twice_is_asked_about_once() -> None:
    second = meeting("2026-11-26 10:00", "2026-11-26 11:00", interviewers=[tom()])
    search = searching(applied(second, meeting(interviewers=[tom()])))
    planned = plan(search, now=at("2026-11-26 11:00"))
    expected = {"person.email": ("thank-you",), "person.linkedin": ("connect",)}
    questions = [question for question in planned.questions if question.subject.per == "person"]
    assert expected == {question.fact: question.acts for question in questions}
    assert 2 == len(questions)
    assert {STARTS} == {question.subject.interview.starts for question in questions}


def test_an_end_that_nobody_told_holds_nothing_back_and_is_asked_for() -> None:
    tricky = [AskedQuestion(text="Why?", tricky=True)]
    alone = searching(applied(meeting(ends=None, questions=tricky)))
    assert "practise" not in {action.act for action in plan(alone, now=ENDS).actions}
    later = applied(meeting("2026-12-01 10:00", "2026-12-01 11:00"), employer="Globex")
    two = searching(*alone.applications, later)
    midnight = at("2026-11-25 00:00")
    action = the("practise", two, ENDS)
    assert ("early", midnight) == (action.status, action.opens)
    assert "open" == the("practise", two, midnight).status
    [question] = [
        question for question in plan(two, now=ENDS).questions if question.fact == "interview.ends"
    ]
    assert ("practise" in question.acts, ()) == (True, question.held)


# -- whom nobody has told about -------------------------------------------------------------------

UNTOLD = meeting(interviewers=None)


def asked_whom(known: Any, now: datetime) -> list[tuple[str, ...]]:
    """Return the acts for which a plan asks whom you met."""
    questions = plan(known, now=now).questions
    return [question.acts for question in questions if question.fact == "interview.interviewers"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (STARTS, []),
        (ENDS - TICK, []),
        (ENDS, [("thank-you",)]),
        (ENDS + TICK, [("thank-you",)]),
        (at("2026-11-26 11:00") - TICK, [("thank-you",)]),
        (at("2026-11-26 11:00"), [("connect",)]),
        (at("2026-11-26 11:00") + TICK, [("connect",)]),
        (at("2026-12-24 11:00") - TICK, [("connect",)]),
        (at("2026-12-24 11:00"), []),
    ],
    ids=[
        "as it starts",
        "just before it ends",
        "as it ends",
        "just after it ends",
        "just before it is too late to thank them",
        "as it is too late, and you may connect",
        "just after that",
        "just before that is over",
        "as that is over",
    ],
)
def test_from_the_end_of_an_interview_on_a_plan_asks_whom_you_met(
    now: datetime, expected: list[tuple[str, ...]]
) -> None:
    """It asks for what can be done for them then, and not at all once nothing can."""
    assert expected == asked_whom(UNTOLD, now)
    assert expected == asked_whom(searching(applied(UNTOLD)), now)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-25 00:00") - TICK, []),
        (at("2026-11-25 00:00"), [("thank-you",)]),
        (at("2026-11-25 00:00") + TICK, [("thank-you",)]),
    ],
    ids=["just before midnight", "at midnight", "just after midnight"],
)
def test_where_nobody_told_the_end_it_asks_from_the_midnight_after_it_on(
    now: datetime, expected: list[tuple[str, ...]]
) -> None:
    assert expected == asked_whom(meeting(interviewers=None, ends=None), now)


def test_the_question_whom_you_met_is_about_the_interview_and_asked_once() -> None:
    second = meeting("2026-11-24 14:00", "2026-11-24 15:00", interviewers=None)
    planned = plan(searching(applied(UNTOLD, second)), now=at("2026-11-24 15:00"))
    questions = [
        question for question in planned.questions if question.fact == "interview.interviewers"
    ]
    assert [("interview", STARTS), ("interview", at("2026-11-24 14:00"))] == [
        (question.subject.per, question.subject.interview.starts) for question in questions
    ]
    assert [
        "Whom did you meet at the interview with Acme on Tuesday 24 November (the one at 10:00)?",
        "Whom did you meet at the interview with Acme on Tuesday 24 November (the one at 14:00)?",
    ] == [question.text for question in questions]
    [thanks] = questions[0].held
    assert ("thank-you", "needs-fact") == (thanks.act, thanks.status(ENDS)[0])


@pytest.mark.parametrize("interviewers", [[], [priya()]], ids=["nobody", "somebody"])
def test_where_it_is_told_whom_you_met_nobody_asks(interviewers: list[Person]) -> None:
    for now in (ENDS, at("2026-11-27 12:00")):
        assert [] == asked_whom(meeting(interviewers=interviewers), now)


@pytest.mark.parametrize("now", [STARTS, ENDS, at("2026-11-24 18:00"), at("2026-11-27 12:00")])
def test_for_people_of_whom_nobody_has_told_there_is_no_action_and_no_caution(
    now: datetime,
) -> None:
    untold, nobody = plan(UNTOLD, now=now), plan(meeting(interviewers=[]), now=now)
    assert not {"thank-you", "connect", "collect-contact"} & {
        action.act for action in untold.actions
    }
    assert [action.uid for action in nobody.actions] == [action.uid for action in untold.actions]
    assert [caution.uid for caution in nobody.cautions] == [
        caution.uid for caution in untold.cautions
    ]
    assert len(schedule(meeting(interviewers=[]))) == len(schedule(UNTOLD))


def whisper(**parts: Any) -> RuleSet:
    """Return a rule about people that opens and is late while it asks, and closes last."""
    return RuleSet(
        [
            Rule(
                **{
                    "name": "whisper",
                    "per": person,
                    "opens": interview.ends,
                    "best": interview.ends,
                    "due": interview.ends + hours(1),
                    "closes": interview.ends + hours(2),
                    "satisfied_by": done("whisper"),
                    "text": "Whisper to {person}",
                    "why": "It is nice.",
                    **parts,
                }
            )
        ]
    )


@pytest.mark.parametrize(
    ("now", "asks", "until"),
    [
        (STARTS, 0, ENDS),
        (ENDS - TICK, 0, ENDS),
        (ENDS, 1, at("2026-11-24 13:00")),
        (ENDS + TICK, 1, at("2026-11-24 13:00")),
        (at("2026-11-24 12:00"), 1, at("2026-11-24 13:00")),
        (at("2026-11-24 13:00") - TICK, 1, at("2026-11-24 13:00")),
        (at("2026-11-24 13:00"), 0, None),
    ],
    ids=[
        "as it starts",
        "just before it ends",
        "as it ends",
        "just after it ends",
        "as it would be late",
        "just before it would close",
        "as it would close",
    ],
)
def test_a_plan_holds_until_it_asks_for_whom_you_met_or_no_longer_does(
    now: datetime, asks: int, until: datetime | None
) -> None:
    whispering = plan(UNTOLD, now=now, rules=whisper())
    assert (asks, until, ()) == (len(whispering.questions), whispering.until, whispering.actions)


def test_a_question_whom_you_met_is_asked_from_since_on_where_that_is_later() -> None:
    rules = whisper(since=interview.ends + minutes(30))
    plans = [plan(UNTOLD, now=now, rules=rules) for now in (ENDS, at("2026-11-24 11:30"))]
    assert [0, 1] == [len(plan_.questions) for plan_ in plans]
    assert [at("2026-11-24 11:30"), at("2026-11-24 13:00")] == [plan_.until for plan_ in plans]


def test_an_act_for_people_of_whom_nobody_told_asks_for_them_and_for_no_better_date() -> None:
    rules = whisper(opens=interview.ends + hours(3), closes=interview.ends + hours(5))
    midnight = at("2026-11-25 00:00")
    expected = [
        (midnight, [], at("2026-11-25 03:00")),
        (at("2026-11-25 03:00"), ["interview.interviewers"], at("2026-11-25 05:00")),
        (at("2026-11-25 05:00"), [], None),
    ]
    untold = meeting(interviewers=None, ends=None)
    plans = [plan(untold, now=now, rules=rules) for now, _, _ in expected]
    assert expected == [
        (plan_.now, [question.fact for question in plan_.questions], plan_.until) for plan_ in plans
    ]


def test_a_guard_for_people_asks_whom_you_met_while_it_waits() -> None:
    rules = whisper(kind="guard", best=None, due=None, needs=person.email)
    times = [ENDS - TICK, ENDS, at("2026-11-24 13:00")]
    plans = [plan(UNTOLD, now=now, rules=rules) for now in times]
    assert [(0, ENDS), (1, at("2026-11-24 13:00")), (0, None)] == [
        (len(plan_.questions), plan_.until) for plan_ in plans
    ]


def test_a_rule_about_people_that_is_silent_of_an_interview_asks_nothing_of_it() -> None:
    rules = whisper(given=interview.remote)
    assert () == plan(UNTOLD, now=ENDS, rules=rules).questions
    remote = meeting(interviewers=None, medium="phone")
    assert 1 == len(plan(remote, now=ENDS, rules=rules).questions)


# -- interviews that were not held ----------------------------------------------------------------


@pytest.mark.parametrize("not_held", ["cancelled", "no-show"])
@pytest.mark.parametrize("now", [STARTS - TICK, STARTS, ENDS, at("2026-11-27 12:00")])
def test_of_an_interview_that_was_not_held_nothing_is_said_or_asked(
    now: datetime, not_held: str
) -> None:
    void = meeting(not_held=not_held, ends=None, interviewers=None)
    around = plan(searching(applied(void)), now=now)
    assert [("keep-looking", "early")] == [(action.act, action.status) for action in around.actions]
    assert ((), ()) == (around.cautions, around.questions)


# -- cautions -------------------------------------------------------------------------------------


def test_a_caution_is_dated_in_the_zone_of_the_candidate() -> None:
    planned = plan(meeting(), now=ENDS)
    [early] = [caution for caution in planned.cautions if caution.act == "connect"]
    assert (ENDS, at("2026-11-26 11:00")) == (early.since, early.until)
    assert isinstance(early.until, pendulum.DateTime)
    text = (
        "Too early to connect with Priya Shah on LinkedIn: wait until Thursday 26 November, 11:00"
    )
    assert f"{text} (early)" == str(early)
    assert ("connect",) == early.rules
    assert early.subject.identities == early.identities
    assert early.source.endswith("item 9")


def test_cautions_are_in_the_order_in_which_they_began() -> None:
    planned = plan(meeting(), now=ENDS)
    since = [caution.since for caution in planned.cautions]
    assert sorted(since, key=lambda moment: moment or STARTS) == since


# -- now ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "now",
    [
        at("2026-11-24 12:00"),
        at("2026-11-24 07:00", NEW_YORK),
        pendulum.datetime(2026, 11, 24, 12, tz="Europe/London"),
        datetime(2026, 11, 24, 12, tzinfo=UTC),
    ],
)
def test_now_may_come_in_any_zone_and_class(now: datetime) -> None:
    assert plan(meeting(), now=at("2026-11-24 12:00")) == plan(meeting(), now=now)


def test_a_plan_is_displayed_as_its_text_and_a_forecast_as_its_own() -> None:
    planned, ahead = (
        plan(meeting(), now=ENDS),
        forecast(meeting(), now=ENDS, horizon=ENDS + timedelta(days=9)),
    )
    assert plan_text(planned) == planned._repr_mimebundle_()["text/plain"]
    assert forecast_text(ahead) == ahead._repr_mimebundle_()["text/plain"]


def test_an_action_that_stays_as_it_is_equals_that_of_a_later_plan() -> None:
    earlier, later = (plan(meeting(), now=at(f"2026-11-24 12:{minute}")) for minute in (10, 20))
    assert earlier != later
    assert earlier.actions == later.actions
    assert {None} == {action.at for action in earlier.actions}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 24, 12), "now: 2026-11-24T12:00:00 has no time zone"),  # noqa: DTZ001
        (datetime(1969, 12, 31, tzinfo=UTC), "is not between 1970 and 2200"),
        ("2026-11-24", "now: '2026-11-24' is not a date; give a date, or a time with a zone"),
        (date(1969, 12, 31), "is not between 1970 and 2200"),
        (date(2200, 1, 1), "is not between 1970 and 2200"),
        (None, "now: is missing"),
    ],
)
def test_a_now_that_is_no_instant_and_no_day_is_refused(now: date, expected: str) -> None:
    with pytest.raises(InvalidInput, match=expected):
        plan(meeting(), now=now)


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Tokyo", NEW_YORK])
def test_a_now_that_is_a_day_is_its_first_moment_in_the_zone_of_the_candidate(zone: str) -> None:
    known, day = searching(applied(meeting()), zone=zone), date(2026, 11, 25)
    first = at("2026-11-25 00:00", zone)
    assert first == plan(known, now=day).now
    assert plan(known, now=first) == plan(known, now=day) == schedule(known).at(day)


def test_rules_come_in_a_rule_set() -> None:
    wrong: Any = []
    with pytest.raises(InvalidInput, match=r"is not a rule set; build it with RuleSet"):
        plan(meeting(), now=ENDS, rules=wrong)


# -- values ---------------------------------------------------------------------------------------

BOTH_FOLDS = [
    datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"), fold=fold) for fold in (0, 1)
]


@pytest.mark.parametrize("now", BOTH_FOLDS)
def test_plans_pickle_and_copy_exactly_in_both_folds(now: datetime) -> None:
    night = Interview(starts=now, ends=now + timedelta(hours=9), interviewers=[priya()])
    planned = plan(night, now=now)
    for again in (pickle.loads(pickle.dumps(planned)), copy.copy(planned), copy.deepcopy(planned)):
        assert planned == again
        assert planned.now.utcoffset() == again.now.utcoffset()
        assert [action.opens for action in planned.actions] == [
            action.opens for action in again.actions
        ]


def test_plans_of_the_two_readings_of_one_hour_differ() -> None:
    first, second = (plan(meeting(), now=now) for now in BOTH_FOLDS)
    assert first != second
    assert timedelta(hours=1) == second.now - first.now


def test_an_unpickled_plan_can_be_planned_on() -> None:
    planned = pickle.loads(pickle.dumps(plan(meeting(), now=ENDS)))
    assert plan(planned.actions[0].subject.search, now=ENDS) == planned


def test_a_plan_is_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        plan(meeting(), now=ENDS).timezone = "UTC"  # type: ignore[misc]


# -- recording ------------------------------------------------------------------------------------


def test_a_recorded_action_is_done() -> None:
    known = searching(applied(meeting(interviewers=[priya(), Person(name="Ana", email="a@b.c")])))
    after = known.record(the("thank-you", known, ENDS, "Ana"), at=at("2026-11-24 14:00"))
    assert "done" == the("thank-you", after, ENDS, "Ana").status
    assert "open" == the("thank-you", after, ENDS, "Priya").status


def test_what_may_be_done_is_recorded_by_its_verdict() -> None:
    known = searching(applied(meeting(interviewers=[priya(), tom()])))
    verdict = check(known, "thank-you", at=ENDS, of="Priya Shah")
    after = known.record(verdict, at=at("2026-11-24 14:00"))
    assert known.record(the("thank-you", known, ENDS, "Priya"), at=at("2026-11-24 14:00")) == after
    assert "done" == check(after, "thank-you", at=ENDS, of="Priya Shah").status


def test_a_recorded_chase_is_followed_by_a_second_one() -> None:
    known = searching(applied(meeting()))
    chased = at("2026-12-04 12:00")
    after = known.record(the("chase", known, chased), at=chased)
    second = the("chase", after, chased)
    assert ("early", at("2026-12-11 12:00")) == (second.status, second.opens)


# -- the whole ------------------------------------------------------------------------------------


def test_a_busy_search_plans_every_rule() -> None:
    busy = searching(
        applied(
            meeting(done=[did("thank-you", "2026-11-24 14:20", "Priya Shah")]),
            recruiter=Person(name="Rachel"),
            promise=Promise(by=date(2026, 12, 7)),
        ),
        applied(
            employer="Hooli",
            offer=Offer(received=at("2026-11-23 16:00"), reply_by=date(2026, 12, 2)),
        ),
    )
    acts = {action.act for action in plan(busy, now=at("2026-11-25 12:00")).actions}
    expected = {
        *("ask-how-to-follow-up", "ask-when-you-will-hear", "collect-contact", "thank-you"),
        *("debrief", "keep-looking", "mention-offer", "ask-recruiter", "connect", "chase"),
    }
    assert expected == acts


def test_a_rule_about_the_search_has_no_other_subject() -> None:
    [action] = plan(
        meeting(),
        now=ENDS,
        rules=RuleSet(
            [
                Rule(
                    name="rest",
                    per=search,
                    opens=search.first_ends,
                    best=search.first_ends,
                    text="Rest",
                    why="You are tired.",
                )
            ]
        ),
    ).actions
    assert ("search", ()) == (action.subject.per, action.identities)


@pytest.mark.parametrize("form", [str, lambda uid: uid], ids=["as a text", "as it is"])
def test_an_action_is_found_by_its_uid(form: Callable[[Any], Any]) -> None:
    planned = plan(meeting(), now=at("2026-11-24 12:00"))
    for action in planned.actions:
        assert action is planned.action(form(action.uid))


@pytest.mark.parametrize("uid", ["", "not one", "00000000-0000-0000-0000-000000000000"])
def test_a_uid_that_no_action_has_is_refused(uid: str) -> None:
    planned = plan(meeting(), now=at("2026-11-24 12:00"))
    message = f"uid: {uid!r} is no action's; take it from this plan"
    with pytest.raises(InvalidInput, match=re.escape(message)):
        planned.action(uid)


def test_the_uid_of_a_caution_is_refused_as_one() -> None:
    planned = plan(meeting(), now=at("2026-11-24 12:00"))
    message = "is a caution's; take it from the plan's cautions, which are recorded"
    with pytest.raises(InvalidInput, match=re.escape(message)):
        planned.action(planned.cautions[0].uid)


def test_an_act_in_place_of_a_uid_is_refused_with_how_to_give_it() -> None:
    planned = plan(meeting(), now=at("2026-11-24 12:00"))
    message = "uid: 'debrief' is an act; give it by name, as act='debrief'"
    with pytest.raises(InvalidInput, match=re.escape(message)):
        planned.action("debrief")


def test_an_action_is_found_by_its_act_and_what_it_is_about() -> None:
    ours = applied(meeting(interviewers=[priya(), tom()]))
    theirs = applied(meeting(interviewers=[Person(name="Ada")]), employer="Globex")
    planned = plan(searching(ours, theirs), now=ENDS)
    actions = [
        planned.action(act="keep-looking"),
        planned.action(act="debrief", of="Globex"),
        planned.action(act="thank-you", of=tom()),
        planned.action(act="thank-you", of="Globex"),
        planned.of("Globex").action(act="thank-you"),
        planned.action(act="chase", of=ours),
    ]
    expected = [
        ("keep-looking", "the job search"),
        ("debrief", "Globex, Data engineer · 2026-11-24 10:00"),
        ("thank-you", "Tom Reed · Acme, Data engineer · 2026-11-24 10:00"),
        *[("thank-you", "Ada · Globex, Data engineer · 2026-11-24 10:00")] * 2,
        ("chase", "Acme, Data engineer"),
    ]
    assert expected == [(action.act, action.subject.label) for action in actions]
    assert all(action in planned.actions for action in actions)


ONE, TWO = meeting(), meeting("2026-12-02 10:00", "2026-12-02 11:00")


@pytest.mark.parametrize(
    ("now", "meant"),
    [
        (at("2026-11-26 11:00") - TICK, ONE),
        (at("2026-11-26 11:00"), TWO),
        (at("2026-12-02 11:00"), TWO),
        (at("2026-12-05 11:00"), TWO),
    ],
)
def test_of_several_meetings_with_one_person_the_action_is_the_one_that_check_speaks_of(
    now: datetime, meant: Interview
) -> None:
    action = plan(applied(ONE, TWO), now=now).action(act="thank-you", of="Priya Shah")
    assert meant == action.subject.interview
    assert action.subject == check(applied(ONE, TWO), "thank-you", at=now).subject


def test_an_act_that_is_done_is_found_too() -> None:
    thanked = evolve(ONE, done=[did("thank-you", "2026-11-24 14:00", "Priya Shah")])
    planned = plan(thanked, now=at("2026-11-24 15:00"))
    assert "done" == planned.action(act="thank-you").status


def test_of_an_act_that_a_forecast_has_several_times_the_first_is_found() -> None:
    path = forecast(ONE, now=ENDS, horizon=at("2027-01-31 09:00"))
    first, second = [action for action in path.actions if action.act == "chase"]
    assert first is path.action(act="chase") is not second


@pytest.mark.parametrize(
    ("sought", "message"),
    [
        ({"act": "chaise"}, "act: there is no action 'chaise' in this plan; did you mean 'chase'?"),
        ({"act": "call"}, "act: there is no action 'call' in this plan; use one of: ask-how-to"),
        (
            {"act": "thank-you"},
            "of: could be any of 2; give one of 'Priya Shah · Acme, Data engineer · 2026-11-24 "
            "10:00', 'Tom Reed · Acme, Data engineer · 2026-11-24 10:00'",
        ),
        ({"act": "chase", "of": "Acme Ltd"}, "of: 'Acme Ltd' is not in the search"),
        (
            {"act": "chase", "of": "Globex"},
            "of: there is no action 'chase' of 'Globex' in this plan; give one of 'Acme, Data eng",
        ),
        ({}, "action: is to be found by nothing, or by two things; give a uid, or an act as act="),
        ({"uid": "x", "act": "chase"}, "action: is to be found by nothing, or by two things"),
        ({"uid": "x", "of": "Acme"}, "action: is to be found by nothing, or by two things"),
    ],
)
def test_an_action_that_is_none_or_one_of_several_is_refused(
    sought: dict[str, Any], message: str
) -> None:
    over = applied(meeting(), employer="Globex", outcome="rejected")
    planned = plan(searching(applied(meeting(interviewers=[priya(), tom()])), over), now=ENDS)
    with pytest.raises(InvalidInput, match=f"^{re.escape(message)}"):
        planned.action(**sought)


def test_a_plan_without_actions_has_none_of_any_act() -> None:
    planned = plan(meeting(), now=ENDS, rules=RuleSet([]))
    message = "act: there is no action 'chase' in this plan; it asks for nothing"
    with pytest.raises(InvalidInput, match=message):
        planned.action(act="chase")
