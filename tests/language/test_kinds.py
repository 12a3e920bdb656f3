"""The kinds of expression: what is refused where another kind is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, time, timedelta
from typing import Any

import pytest

from expressions import (
    NAIVE,
    NEVER,
    NO,
    YES,
    ends,
    loose,
)
from interview_followup import FollowupError, InvalidInput
from interview_followup._errors import TruthTested, UnknownFact
from interview_followup.language import (
    application,
    days,
    done,
    earlier_of,
    first_known,
    hours,
    interview,
    later_of,
    parameter,
    person,
    search,
    times_done,
)


@pytest.mark.parametrize(
    "test",
    [
        pytest.param(lambda: bool(interview.remote), id="bool"),
        pytest.param(lambda: 1 if interview.remote else 2, id="if"),
        pytest.param(lambda: interview.remote and interview.tricky_questions, id="and"),
        pytest.param(lambda: interview.remote or interview.tricky_questions, id="or"),
        pytest.param(lambda: not interview.remote, id="not"),
        pytest.param(lambda: interview.remote & YES and NO, id="chained"),
        pytest.param(lambda: any([interview.remote]), id="any"),
        pytest.param(lambda: [1 for _ in "x" if interview.left.happened], id="a filter"),
        pytest.param(lambda: bool(interview.ends), id="a moment"),
        pytest.param(lambda: bool(times_done("chase")), id="a count"),
        pytest.param(lambda: bool(person.email), id="a detail"),
        pytest.param(lambda: bool(parameter("x", 1, "x")), id="a parameter"),
    ],
)
def test_an_expression_has_no_truth_value(test: Callable[[], object]) -> None:
    with pytest.raises(TruthTested, match="has no truth value while a rule is being written"):
        test()


def test_the_error_for_a_truth_test_says_which_expression() -> None:
    with pytest.raises(TruthTested, match=r"^interview\.remote has no truth value"):
        bool(interview.remote)
    assert issubclass(TruthTested, FollowupError)
    assert issubclass(TruthTested, TypeError)


def test_moments_are_not_compared_with_signs() -> None:
    with pytest.raises(TypeError):
        interview.starts < interview.ends  # noqa: B015


@pytest.mark.parametrize(
    ("namespace", "name", "expected"),
    [
        pytest.param(
            interview,
            "endz",
            "interview.endz: there is no such fact about an interview; did you mean 'ends'?",
            id="interview",
        ),
        pytest.param(
            application,
            "awaits",
            "application.awaits: there is no such fact about an application; "
            "did you mean 'awaited'?",
            id="application",
        ),
        pytest.param(
            person,
            "Email",
            "person.Email: there is no such fact about a person; did you mean 'email'?",
            id="person",
        ),
        pytest.param(
            search,
            "xyz",
            "search.xyz: there is no such fact about a search; use one of: "
            "application_count, first_ends, interview_count, signed",
            id="search, with nothing near",
        ),
    ],
)
def test_a_misspelt_fact_fails_when_it_is_written(
    namespace: object, name: str, expected: str
) -> None:
    with pytest.raises(UnknownFact) as caught:
        getattr(namespace, name)
    assert expected == str(caught.value)


def test_something_that_exists_is_something_that_happened() -> None:
    assert application.recruiter.happened == application.recruiter.exists
    assert interview.next_starts.happened == interview.next_starts.exists


chases: Any = times_done("chase")
remote: Any = interview.remote

WRONG: list[tuple[str, Callable[[], object], str]] = [
    ("a number for a period", lambda: ends + 2, "give a period such as days(2)"),
    ("a timedelta", lambda: ends - timedelta(1), "give a period such as days(2)"),
    ("a moment for a period", lambda: ends + ends, "give a period such as days(2)"),
    (
        "a parameter that is no period",
        lambda: ends + parameter("x", time(9), "x"),
        "a period such as days(2)",
    ),
    ("a time that is none", lambda: ends.at("25:00"), "give one such as '14:00'"),
    ("a time with a zone", lambda: ends.at("14:00+01:00"), "leave it out: the moment has one"),
    ("a period for a time", lambda: ends.at(hours(1)), "give a time such as '14:00'"),
    ("a number for a time", lambda: ends.at(14), "give a time such as '14:00'"),
    ("a next time that is none", lambda: ends.next_at("9 o'clock"), "give one such as '14:00'"),
    ("a period for a next time", lambda: ends.next_at(hours(1)), "give a time such as '14:00'"),
    ("hours to let pass", lambda: ends.let_pass(hours(1)), "give days(1) or working_days(1)"),
    ("a date and time", lambda: ends.at(NAIVE), "give a time such as '14:00'"),
    (
        "a parameter that is no time",
        lambda: ends.at(parameter("x", 9, "x")),
        "give a time such as '14:00'",
    ),
    ("a number to come before", lambda: ends.before(5), "as in interview.ends"),
    ("a detail to come before", lambda: ends.before(person.email), "as in interview.ends"),
    ("text for a number", lambda: chases.at_least("2"), "give a whole number"),
    ("true for a number", lambda: chases.at_least(True), "give a whole number"),
    ("a fact for a number", lambda: chases.at_least(remote), "give a whole number"),
    ("a moment for a condition", lambda: remote & ends, "say what of it"),
    ("a moment with a condition", lambda: loose.interview.ends & remote, "say what of it, as in"),
    ("a detail or a condition", lambda: loose.person.email | remote, ".exists or .known"),
    ("the opposite of a count", lambda: ~loose.times_done("chase"), "say how many"),
    ("true for a condition", lambda: remote | True, "compare with a method"),
    ("when true", lambda: loose.when(True, NEVER, otherwise=NEVER), "compare with a method"),
    ("then a period", lambda: loose.when(YES, days(2), otherwise=NEVER), "interview.ends"),
    ("otherwise nothing", lambda: loose.when(YES, NEVER, otherwise=None), "interview.ends"),
    ("the later of nothing", later_of, "as in interview.ends"),
    ("the earlier of nothing", earlier_of, "as in interview.ends"),
    ("the first known of nothing", first_known, "as in interview.ends"),
    ("the later of a period", lambda: loose.later_of(NEVER, days(2)), "as in interview.ends"),
    ("the earlier of a detail", lambda: loose.earlier_of(person.email), "as in interview.ends"),
    ("the first known condition", lambda: loose.first_known(YES), "as in interview.ends"),
    ("since a period", lambda: loose.done("chase", since=days(2)), "as in interview.ends"),
    ("since a condition", lambda: loose.last_done("chase", since=YES), "as in interview.ends"),
    ("an act that is no slug", lambda: done("Thank You"), "lower-case words joined by hyphens"),
    ("an act that is no text", lambda: loose.times_done(5), "lower-case words"),
    ("several acts", lambda: loose.times_done(["chase"]), "lower-case words"),
    ("a name for a detail", lambda: loose.named("x", person.email), ".exists or .known"),
    ("a name that is no slug", lambda: parameter("My Wait", 1, "x"), "lower-case words"),
    ("a name that is no text", lambda: loose.parameter(5, 1, "x"), "lower-case words"),
    ("text for a parameter", lambda: parameter("x", "soon", "x"), "give a period, a time"),
    ("a fraction for a parameter", lambda: loose.parameter("x", 1.5, "x"), "or a whole number"),
    ("true for a parameter", lambda: parameter("x", True, "x"), "or a whole number"),
    ("a zone for a parameter", lambda: parameter("x", time(9, tzinfo=UTC), "x"), "leave it out"),
]


@pytest.mark.parametrize(
    ("write", "mend"), [pytest.param(write, mend, id=name) for name, write, mend in WRONG]
)
def test_what_does_not_fit_is_refused_with_its_mend(write: Callable[[], object], mend: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        write()
    [problem] = caught.value.problems
    assert mend in problem.mend
