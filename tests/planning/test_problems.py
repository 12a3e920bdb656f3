"""Problems of a plan: what on record looks wrong, though each value is valid by itself."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import LONDON, NEW_YORK, TICK, applied, at, card, did, meeting, priya, searching, tom
from documents import ASKING, HERE, PACK, UNASKED
from drawing import examples
from interview_followup import (
    CV_LIBRARY,
    Application,
    Done,
    Interview,
    JobSearch,
    Offer,
    Person,
    Plan,
    Problem,
    Promise,
    RuleSet,
    SetAside,
    forecast,
    plan,
    read_search,
    schedule,
    search_from_dict,
    strategies,
    to_dict,
)
from interview_followup._files.vocabulary import unknown_to
from interview_followup.exports.document import search_document
from interview_followup.exports.text import forecast_text, plan_text
from interview_followup.language import count_fact
from slips import slipped
from zones import ZONES

NOW = at("2026-11-24 12:00")
CASES = Path(__file__).parents[2] / "examples"
LATER = "is later than now; correct it, or leave it out until it has happened"


def problems(search: Any, now: date | datetime = NOW, rules: RuleSet = CV_LIBRARY) -> list[str]:
    """Return the problems of a plan; of their places the path, without whose it is."""
    return [
        str(problem._replace(place=path_of(problem)))
        for problem in plan(search, now=now, rules=rules).problems
    ]


def places(search: Any, now: date | datetime = NOW, rules: RuleSet = CV_LIBRARY) -> list[str]:
    return [path_of(problem) for problem in plan(search, now=now, rules=rules).problems]


def path_of(problem: Problem) -> str:
    return problem.place.partition(" (")[0]


# -- what happened later than now -----------------------------------------------------------------

THEN = at("2026-11-24 12:00")
DAY = date(2026, 11, 25)


def at_interview(**more: Any) -> JobSearch:
    return searching(applied(meeting(**more)))


def of_application(**more: Any) -> JobSearch:
    return searching(applied(meeting(), **more))


HAPPENED: dict[str, Callable[[date | datetime], JobSearch]] = {
    f"{HERE}.left": lambda then: at_interview(left=then),
    f"{HERE}.done[0].at": lambda then: at_interview(done=[Done(act="debrief", at=then)]),
    "applications[0].heard": lambda then: of_application(heard=then),
    "applications[0].signed": lambda then: of_application(signed=then),
    "applications[0].promise.made": lambda then: of_application(
        promise=Promise(within="5 days", made=then)
    ),
    "applications[0].offer.received": lambda then: of_application(offer=Offer(received=then)),
    "applications[0].done[0].at": lambda then: of_application(done=[Done(act="chase", at=then)]),
    "done[0].at": lambda then: searching(done=[Done(act="keep-looking", at=then)]),
}


@pytest.mark.parametrize("place", HAPPENED)
@pytest.mark.parametrize(
    ("now", "expected"), [(THEN - TICK, True), (THEN, False), (THEN + TICK, False)], ids=str
)
def test_what_happened_at_a_moment_is_a_problem_before_it(
    place: str, now: datetime, expected: bool
) -> None:
    search = HAPPENED[place](THEN)
    problem = f"{place}: Tuesday 24 November 2026, 12:00 {LATER}"
    assert ([problem] if expected else []) == problems(search, now)
    planned = plan(search, now=now)
    assert expected is (planned.until == THEN)


@pytest.mark.parametrize("place", HAPPENED)
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-25 00:00") - TICK, True),
        (at("2026-11-25 00:00"), False),
        (at("2026-11-26 00:00"), False),
    ],
    ids=["the day before", "that day", "the day after"],
)
def test_what_happened_on_a_day_is_a_problem_on_the_days_before(
    place: str, now: datetime, expected: bool
) -> None:
    """Though the day may stand for its end, which is later."""
    problem = f"{place}: Wednesday 25 November 2026 {LATER}"
    search = HAPPENED[place](DAY)
    assert ([problem] if expected else []) == problems(search, now)
    assert expected is (plan(search, now=now).until == at("2026-11-25 00:00"))


@pytest.mark.parametrize("now", [date(2026, 11, 24), date(2026, 11, 25)], ids=str)
def test_a_day_is_compared_with_the_day_that_is_now(now: date) -> None:
    search = of_application(heard=DAY)
    assert (now < DAY) is ("applications[0].heard" in places(search, now))


@pytest.mark.parametrize("then", [date(2026, 11, 23), at("2026-11-24 10:00") - TICK], ids=str)
def test_an_act_done_before_its_interview_is_no_problem(then: date) -> None:
    """They may have connected before they met."""
    search = at_interview(done=[Done(act="connect", at=then, to="Priya Shah")])
    [connect] = [action for action in plan(search, now=NOW).actions if action.act == "connect"]
    assert ([], "done") == (problems(search), connect.status)


DAYS_IN: dict[str, tuple[Callable[[Any], JobSearch], str]] = {
    "the interview's": (HAPPENED[f"{HERE}.left"], "interview"),
    "the interview's, of an act done": (HAPPENED[f"{HERE}.done[0].at"], "interview"),
    "the latest interview's": (HAPPENED["applications[0].heard"], "interview"),
    "the latest interview's, of an act done": (
        HAPPENED["applications[0].done[0].at"],
        "interview",
    ),
    "the first interview's": (
        lambda then: searching(applied(meeting()), done=[Done(act="keep-looking", at=then)]),
        "interview",
    ),
    "the first interview's, without one": (
        lambda then: searching(
            applied(meeting()), Application(employer="Hooli", heard=then, outcome="rejected")
        ),
        "interview",
    ),
    "the candidate's": (
        lambda then: searching(Application(employer="Hooli", heard=then)),
        "search",
    ),
}


@pytest.mark.parametrize(("searching_for", "whose"), DAYS_IN.values(), ids=DAYS_IN)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu"])
def test_a_day_is_one_of_the_zone_that_the_table_of_days_says(
    searching_for: Callable[[Any], JobSearch], whose: str, zone: str
) -> None:
    search = searching_for(DAY)
    meetings = [
        evolve(
            application,
            interviews=[evolve(interview, timezone=zone) for interview in application.interviews],
        )
        for application in search.applications
    ]
    search = evolve(search, applications=meetings, timezone=zone if whose == "search" else NEW_YORK)
    begins = datetime(2026, 11, 25, tzinfo=ZoneInfo(zone))
    [expected] = problems(search, begins - TICK)
    assert expected.endswith(f"Wednesday 25 November 2026 {LATER}")
    assert [] == problems(search, begins)
    assert begins == plan(search, now=begins - TICK).until


def test_a_moment_is_said_by_the_candidate_s_clock() -> None:
    search = evolve(of_application(heard=THEN + TICK), timezone="Asia/Tokyo")
    [problem] = problems(search)
    assert f"applications[0].heard: Tuesday 24 November 2026, 21:00 {LATER}" == problem


def test_what_is_still_to_come_is_no_problem() -> None:
    """Interviews are booked, answers promised and acts snoozed ahead of time."""
    later = at("2027-06-01 10:00")
    search = searching(
        applied(
            Interview(starts=later, ends=later + timedelta(hours=1), timezone=LONDON),
            promise=Promise(by=later),
            offer=Offer(reply_by=later),
            set_aside=[SetAside(act="chase", until=later)],
        )
    )
    assert [] == problems(search)


@settings(max_examples=examples(100))
@given(
    day=st.dates(date(1970, 2, 1), date(2199, 12, 30)),
    zone=st.sampled_from(ZONES),
    past=st.timedeltas(timedelta(0), timedelta(days=3)),
)
def test_a_day_is_a_problem_as_long_as_it_has_not_begun(
    day: date, zone: str, past: timedelta
) -> None:
    search = JobSearch(timezone=zone, done=[Done(act="keep-looking", at=day)])
    begins = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert ["done[0].at"] == places(search, begins - TICK - past)
    assert [] == places(search, begins + past)


# -- acts and facts -------------------------------------------------------------------------------


def done(act: str, **more: Any) -> Done:
    return Done(act=act, at=at("2026-11-24 11:30"), **more)


KEPT: dict[str, tuple[JobSearch, str]] = {
    "a misspelt act": (
        searching(done=[done("keep-lookng")]),
        "done[0].act: no rule knows 'keep-lookng'; did you mean 'keep-looking'?",
    ),
    "a misspelt act, set aside": (
        searching(set_aside=[SetAside(act="keep-lookng")]),
        "set_aside[0].act: no rule knows 'keep-lookng'; did you mean 'keep-looking'?",
    ),
    "a chase of the search": (
        searching(done=[done("chase")]),
        "done[0]: 'chase' is kept per application; move it to the application that it is about",
    ),
    "a chase at an interview": (
        at_interview(done=[done("debrief"), done("chase")]),
        f"{HERE}.done[1]: 'chase' is kept per application; "
        "move it to the application that it is about",
    ),
    "a thank-you of an application, set aside": (
        of_application(set_aside=[SetAside(act="thank-you")]),
        "applications[0].set_aside[0]: 'thank-you' is kept per person; "
        "move it to the interview with that person",
    ),
    "a thank-you to nobody": (
        at_interview(done=[done("thank-you")]),
        f"{HERE}.done[0].to: is missing; say to whom, by name or key",
    ),
    "a debrief to somebody": (
        at_interview(done=[done("debrief", to="Priya Shah")]),
        f"{HERE}.done[0].to: 'debrief' is not done to a person; leave it out",
    ),
    "a fact of the search": (searching(facts={"pay": 9}), f"facts.pay: {UNASKED}"),
    "a fact of an application": (
        of_application(facts={"pay": 9}),
        f"applications[0].facts.pay: {UNASKED}",
    ),
    "a fact of an interview": (at_interview(facts={"pay": 9}), f"{HERE}.facts.pay: {UNASKED}"),
    "a fact of a person": (
        at_interview(interviewers=[priya(), Person(name="Ana", facts={"pay": 9})]),
        f"{HERE}.interviewers[1].facts.pay: {UNASKED}",
    ),
    "a fact of a recruiter": (
        of_application(recruiter=priya(facts={"pay": 9})),
        f"applications[0].recruiter.facts.pay: {UNASKED}",
    ),
}


@pytest.mark.parametrize(("search", "problem"), KEPT.values(), ids=KEPT)
@pytest.mark.parametrize("now", [at("2026-11-24 12:00"), at("2199-12-31 00:00")], ids=str)
def test_what_no_rule_knows_or_looks_at_is_a_problem_at_any_time(
    search: JobSearch, problem: str, now: datetime
) -> None:
    assert [problem] == problems(search, now)


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"task_due": date(2026, 12, 1), "paid": True, "topic": 5}, None),
        ({"task_due": at("2026-12-01 10:00"), "paid": False, "topic": "x"}, None),
        (
            {"task_due": "soon"},
            "task_due: 'soon' is not a date or a time; give the task's due date",
        ),
        ({"task_due": True}, "task_due: True is not a date or a time; give the task's due date"),
        ({"paid": "yes"}, "paid: 'yes' is not true or false; say whether the task is paid"),
        ({"paid": 1}, "paid: 1 is not true or false; say whether the task is paid"),
        ({"task_du": 1}, "task_du: no rule asks for this fact; did you mean 'task_due'?"),
    ],
    ids=str,
)
def test_facts_that_rules_ask_for_are_a_problem_where_they_are_of_another_kind(
    facts: dict[str, Any], problem: str | None
) -> None:
    expected = [] if problem is None else [f"applications[0].facts.{problem}"]
    assert expected == problems(of_application(facts=facts), rules=ASKING)


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (3, None),
        (True, "rounds: True is not a whole number; give the number of rounds that they plan"),
        ("3", "rounds: '3' is not a whole number; give the number of rounds that they plan"),
    ],
    ids=repr,
)
def test_a_count_is_a_whole_number(fact: object, problem: str | None) -> None:
    planned = count_fact("application.rounds", "the number of rounds that they plan")
    rules = RuleSet([card(given=planned.at_least(2))])
    expected = [] if problem is None else [f"applications[0].facts.{problem}"]
    assert expected == problems(of_application(facts={"rounds": fact}), rules=rules)


def test_which_acts_are_known_hangs_on_the_rules() -> None:
    search = searching(applied(meeting(), done=[done("chase")]))
    assert [] == problems(search)
    without = CV_LIBRARY.without("chase")
    names = ", ".join(sorted(without.acts))
    mend = f"use one of: {names}; or {PACK}"
    assert [f"applications[0].done[0].act: no rule knows 'chase'; {mend}"] == problems(
        search, rules=without
    )


@settings(max_examples=examples(60))
@given(search=strategies.job_searches(rules=ASKING), rules=st.sampled_from([ASKING, CV_LIBRARY]))
def test_values_have_the_problems_that_their_document_has(
    search: JobSearch, rules: RuleSet
) -> None:
    """As they are one piece of code: only moments and texts are told apart in values alone."""
    search = slipped(search, NOW)
    assert list(unknown_to(rules, search)) == list(unknown_to(rules, search_document(search)))


# -- zones that are lost --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("interview", "candidate", "expected"),
    [
        *[
            (f"{area}{name}", "America/New_York", True)
            for area in ("", "Etc/")
            for name in ("UTC", "UCT", "Universal", "Zulu")
        ],
        ("UTC", "Europe/London", True),
        ("UTC", "Africa/Abidjan", True),
        ("UTC", "UTC", False),
        ("UTC", "Etc/Zulu", False),
        ("Europe/London", "UTC", False),
        ("Europe/London", "America/New_York", False),
        ("Africa/Abidjan", "America/New_York", False),
    ],
)
def test_an_interview_in_utc_is_a_problem_where_the_candidate_is_elsewhere(
    interview: str, candidate: str, expected: bool
) -> None:
    search = JobSearch(timezone=candidate, applications=[applied(meeting(zone=interview))])
    problem = (
        f"{HERE}.timezone: is {interview}, though you live in {candidate}; if its times were only "
        f"stored so, give the zone of the place, such as '{candidate}'"
    )
    assert ([problem] if expected else []) == problems(search)


def test_an_interview_from_a_calendar_in_utc_is_one_whose_zone_is_lost() -> None:
    """`DTSTART:20261124T233000Z`, with `X-WR-TIMEZONE:UTC`: the thank-you would be due at night."""
    met = {
        "starts": "2026-11-24T23:30:00Z",
        "ends": "2026-11-25T00:30:00Z",
        "timezone": "UTC",
        "interviewers": [{"name": "Dana", "email": "dana@example.com"}],
    }
    read = search_from_dict(
        {"timezone": NEW_YORK, "applications": [{"employer": "HR", "interviews": [met]}]}
    )
    assert [f"{HERE}.timezone"] == places(read, at("2026-11-25 09:00", NEW_YORK))
    mended = read.applications[0].interviews[0]
    mended = evolve(mended, timezone=NEW_YORK)
    assert [] == places(read.replace(read.applications[0].interviews[0], mended))


def test_an_interview_by_itself_is_where_its_candidate_is() -> None:
    assert [] == problems(meeting(zone="UTC"))
    assert [] == problems(applied(meeting(zone="UTC")))


def test_an_interview_by_itself_has_its_place_in_a_search_of_its_own() -> None:
    assert [f"{HERE}.left"] == places(meeting(left=at("2026-11-24 13:00")))


# -- where they are -------------------------------------------------------------------------------

WRONG = slipped(
    searching(applied(meeting(interviewers=[priya(), tom()]), heard=date(2026, 11, 25))),
    at("2026-11-24 13:00"),
)
WRONG_PLACES = [
    "done[0].at",
    "applications[0].heard",
    "applications[0].done[0].at",
    f"{HERE}.done[0].at",
    "done[0].act",
    "facts.pay",
    "applications[0].done[0]",
    "applications[0].set_aside[0]",
    "applications[0].recruiter.facts.late",
    f"{HERE}.done[0]",
    f"{HERE}.set_aside[0].to",
    f"{HERE}.facts.rooms",
    f"{HERE}.timezone",
]


def test_every_problem_is_named_what_is_later_than_now_first() -> None:
    assert WRONG_PLACES == places(WRONG)


def test_a_place_ends_with_the_employer_as_it_does_where_a_search_is_refused() -> None:
    late = evolve(applied(meeting()), employer=None, heard=THEN + TICK)
    search = searching(applied(heard=THEN + TICK), late, done=[done("keep-lookng")])
    assert [
        "applications[0].heard (Acme)",
        "applications[1].heard (Data engineer)",
        "done[0].act",
    ] == [problem.place for problem in plan(search, now=NOW).problems]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.name)
def test_the_examples_have_none(path: Path) -> None:
    assert () == plan(read_search(path), now=at("2026-11-24 15:00")).problems


def test_a_plan_has_problems_as_values() -> None:
    [problem] = plan(searching(facts={"pay": 9}), now=NOW).problems
    assert Problem("facts.pay", *UNASKED.split("; ", 1)) == problem


@pytest.mark.parametrize("now", [NOW, at("2026-11-25 12:00")], ids=str)
def test_a_schedule_that_is_kept_gives_the_problems_of_any_moment(now: datetime) -> None:
    timetable = schedule(WRONG)
    assert plan(WRONG, now=now).problems == timetable.at(now).problems
    assert plan(WRONG, now=now).problems == pickle.loads(pickle.dumps(timetable)).at(now).problems


def test_a_forecast_has_the_problems_of_its_start() -> None:
    ahead = forecast(WRONG, now=NOW, horizon=at("2027-01-01 00:00"))
    assert plan(WRONG, now=NOW).problems == ahead.problems


def test_plans_compare_and_pickle_with_their_problems() -> None:
    planned = plan(WRONG, now=NOW)
    assert planned == pickle.loads(pickle.dumps(planned))
    assert planned != evolve(planned, problems=planned.problems[1:])


def test_a_plan_in_json_has_its_problems() -> None:
    assert [
        {"place": "facts.pay", "message": message, "mend": mend}
        for message, _, mend in [UNASKED.partition("; ")]
    ] == to_dict(plan(searching(facts={"pay": 9}), now=NOW))["problems"]


def records(text: str) -> str:
    return text.partition("CHECK YOUR RECORDS")[2].partition("\n\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        lambda search: plan_text(plan(search, now=NOW)),
        lambda search: forecast_text(forecast(search, now=NOW, horizon=NOW)),
    ],
    ids=["plan", "forecast"],
)
def test_the_text_ends_with_what_to_check(text: Callable[[JobSearch], str]) -> None:
    search = searching(facts={"pay": 9}, done=[did("keep-looking", "2026-11-25")])
    assert """
  done[0].at: Wednesday 25 November 2026, 00:00 is later than now; correct it,
      or leave it out until it has happened
  facts.pay: no rule asks for this fact; leave it out, or give the rules that
      know it: rules=, or --pack NAME""" == records(text(search))


@pytest.mark.parametrize(
    "text",
    [
        lambda search: plan_text(plan(search, now=NOW)),
        lambda search: forecast_text(forecast(search, now=NOW, horizon=NOW)),
    ],
    ids=["plan", "forecast"],
)
def test_the_text_says_nothing_of_records_that_are_right(text: Callable[[JobSearch], str]) -> None:
    assert "RECORDS" not in text(searching(applied(meeting())))


def test_problems_change_nothing_else() -> None:
    """A plan of the same search without them is the same, as nobody looks there."""
    kept_well = searching(applied(meeting()))
    slips = evolve(kept_well, facts={"pay": 9}, done=[done("kep")])
    wrong, right = (plan(search, now=NOW) for search in (slips, kept_well))
    assert isinstance(wrong, Plan)
    assert evolve(wrong, problems=()) == right
