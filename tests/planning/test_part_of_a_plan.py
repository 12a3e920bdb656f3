"""`plan.of`: the part about one application, interview or person."""

from __future__ import annotations

import pickle
from datetime import datetime

import pytest
from attrs import evolve
from hypothesis import given

from builders import applied, at, did, meeting, priya, searching, tom
from drawing import drawing
from interview_followup import (
    InvalidInput,
    JobSearch,
    Person,
    Plan,
    RuleSet,
    forecast,
    plan,
    strategies,
)

NOW = at("2026-11-24 12:00")
ACME = applied(meeting(interviewers=[priya(), tom()]), key="a")
GLOBEX = applied(
    meeting("2026-11-20 10:00", "2026-11-20 11:00", interviewers=[Person(name="Hank", key="h")]),
    meeting("2026-11-26 10:00", "2026-11-26 11:00", interviewers=[]),
    employer="Globex",
    recruiter=Person(name="Rachel Green"),
    key=7,
)
SEARCH = searching(ACME, GLOBEX)
PLAN = plan(SEARCH, now=NOW)


def labels(part: Plan) -> set[str]:
    subjects = [
        *(action.subject for action in part.actions),
        *(caution.subject for caution in part.cautions),
        *(question.subject for question in part.questions),
    ]
    return {subject.label for subject in subjects}


APPLICATION = {
    "Acme, Data engineer",
    "Acme, Data engineer · 2026-11-24 10:00",
    "Priya Shah · Acme, Data engineer · 2026-11-24 10:00",
    "Tom Reed · Acme, Data engineer · 2026-11-24 10:00",
}


@pytest.mark.parametrize(
    "of",
    ["Acme", "acme", "Acme, Data engineer", "a", ACME],
    ids=["its employer", "another case", "its title", "its key", "the application"],
)
def test_the_part_about_an_application_is_all_that_is_in_it(of: str) -> None:
    part = PLAN.of(of)
    assert APPLICATION == labels(part)
    assert [action for action in PLAN.actions if action.subject.label in APPLICATION] == [
        *part.actions
    ]


@pytest.mark.parametrize("of", ["Rachel Green", 7], ids=["its recruiter", "its key"])
def test_a_recruiter_and_a_number_stand_for_an_application(of: str | int) -> None:
    assert PLAN.of("Globex") == PLAN.of(of)
    assert labels(PLAN.of(of))


@pytest.mark.parametrize(
    ("of", "part"),
    [
        ("Priya Shah", "Priya Shah"),
        ("h", "Hank"),
        (ACME.interviews[0], "Acme, Data engineer · 2026-11-24 10:00"),
        ("Globex, Data engineer · 2026-11-26 10:00", "Globex, Data engineer · 2026-11-26 10:00"),
    ],
    ids=["a name", "a key", "an interview", "a label"],
)
def test_the_part_about_somebody_is_about_nothing_around_them(of: str, part: str) -> None:
    part_labels = labels(PLAN.of(of))
    assert part_labels
    assert all(part in label for label in part_labels)


def test_what_a_name_fits_several_of_is_all_of_them() -> None:
    assert labels(PLAN.of("Acme")) | labels(PLAN.of("Globex")) == labels(PLAN.of("Data engineer"))


def test_the_job_search_is_the_whole_plan() -> None:
    assert PLAN == PLAN.of("the job search")


def test_the_part_of_a_part_is_a_part() -> None:
    assert PLAN.of("Priya Shah") == PLAN.of("Acme").of("Priya Shah")


def test_what_is_around_a_part_is_the_part_itself() -> None:
    part = PLAN.of("Priya Shah")
    assert part == part.of("Acme") == part.of("Acme").of("Priya Shah")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("Acme", "Globex"), "of: 'Globex' is not in this part of the plan; "),
        (("Priya Shah", "Acme", "Tom Reed"), "of: 'Tom Reed' is not in this part of the plan; "),
    ],
)
def test_who_is_not_in_a_part_is_refused(parts: tuple[str, ...], message: str) -> None:
    *around, last = parts
    part = PLAN
    for of in around:
        part = part.of(of)
    with pytest.raises(InvalidInput) as refused:
        part.of(last)
    assert f"{message}take it from the whole plan" == str(refused.value)


@pytest.mark.parametrize(
    ("of", "message"),
    [
        ("Acmee", "of: 'Acmee' is not in the search; did you mean 'Acme'?"),
        (
            "Umbrella",
            "of: 'Umbrella' is not in the search; give one of 'Acme, Data engineer', "
            "'Globex, Data engineer'",
        ),
        (
            9,
            "of: 9 is not in the search; give one of 'Acme, Data engineer', "
            "'Globex, Data engineer'",
        ),
    ],
)
def test_who_is_not_in_the_search_is_refused_with_who_is(of: str | int, message: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        PLAN.of(of)
    assert message == str(refused.value)


def test_in_a_plan_that_says_nothing_nobody_is() -> None:
    with pytest.raises(InvalidInput, match=r"^of: 'Acme' is not in the plan; "):
        plan(SEARCH, now=NOW, rules=RuleSet([])).of("Acme")


# -- problems -------------------------------------------------------------------------------------

LATER = did("debrief", "2026-11-25 09:00")
WRONG = plan(
    searching(
        applied(meeting(done=[LATER]), heard=at("2026-11-26 09:00")),
        evolve(GLOBEX, heard=at("2026-11-24 12:30")),
        done=[did("keep-looking", "2026-11-24 13:00")],
    ),
    now=NOW,
)


@pytest.mark.parametrize(
    ("of", "places"),
    [
        ("the job search", {"done", "heard", "interviews"}),
        ("Acme", {"heard", "interviews"}),
        ("Acme, Data engineer · 2026-11-24 10:00", {"interviews"}),
        ("Priya Shah", set()),
    ],
)
def test_problems_are_those_whose_place_is_in_what_is_meant(of: str, places: set[str]) -> None:
    part = WRONG.of(of)
    records = {
        next(name for name in ("interviews", "heard", "done") if name in problem.place)
        for problem in part.problems
    }
    assert places == records


# -- until ----------------------------------------------------------------------------------------


def first_change(search: JobSearch, of: str, now: datetime) -> datetime | None:
    """Return when a part first differs, looked for wherever a plan changes."""
    planned = plan(search, now=now)
    first = contents(planned.of(of))
    while planned.until_utc is not None:
        planned = plan(search, now=planned.until_utc)
        if contents(planned.of(of)) != first:
            return planned.now_utc
    return None


def contents(part: Plan) -> tuple[object, ...]:
    return (
        [(action.uid, action.status) for action in part.actions],
        part.cautions,
        part.questions,
        part.problems,
    )


@pytest.mark.parametrize("of", ["the job search", "Acme", "Globex", "Priya Shah", "h"])
@pytest.mark.parametrize("now", ["2026-11-20 10:30", "2026-11-24 12:00", "2027-02-01 12:00"])
def test_a_part_changes_next_at_its_until(of: str, now: str) -> None:
    assert first_change(SEARCH, of, at(now)) == plan(SEARCH, now=at(now)).of(of).until_utc


def test_a_part_with_problems_changes_next_when_one_of_them_is_over() -> None:
    assert at("2026-11-24 12:30") == WRONG.of("Globex").until
    assert at("2026-11-24 13:00") != WRONG.of("Acme").until


def test_a_part_of_a_forecast_reaches_as_far() -> None:
    whole = forecast(SEARCH, now=NOW, horizon=at("2026-12-24 12:00"))
    assert whole.until == whole.of("Acme").until
    assert 0 < len(whole.of("Acme").actions) < len(whole.actions)


def test_a_plan_that_was_kept_has_the_same_parts() -> None:
    unpickled = pickle.loads(pickle.dumps(PLAN))
    assert PLAN.of("Acme") == unpickled.of("Acme")
    assert PLAN.of("Acme").until_utc == unpickled.of("Acme").until_utc


@drawing
@given(strategies.histories())
def test_the_parts_of_a_plan_about_its_applications_are_all_but_the_search_s_own(
    history: tuple[strategies.Step, ...],
) -> None:
    for step in history:
        planned = plan(step.search, now=step.at)
        parts = [planned.of(application) for application in step.search.applications]
        own = [action for action in planned.actions if action.subject.per != "search"]
        assert sorted(action.uid for action in own) == sorted(
            action.uid for part in parts for action in part.actions
        )
        assert all(
            part.until_utc is None
            or (planned.until_utc is not None and planned.until_utc <= part.until_utc)
            for part in parts
        )
