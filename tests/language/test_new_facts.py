"""Facts of somebody's own: from a function, or from what a search says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest

from builders import (
    LONDON,
    NEW_YORK,
    applied,
    at,
    did,
    meeting,
    priya,
    searching,
    tom,
)
from expressions import (
    EARLY,
    HERE,
    MIDDLE,
    NAIVE,
    NO,
    YES,
    hanging_on,
    subject_of,
)
from facts import (
    ABROAD,
    about,
    missing,
    question,
)
from interview_followup import (
    FactFailed,
    Interview,
    InvalidInput,
)
from interview_followup.language import (
    NOT_YET,
    Detail,
    Expression,
    condition_fact,
    count_fact,
    days,
    detail_fact,
    done,
    hours,
    later_of,
    moment_fact,
)
from interview_followup.language._subject import Per, Subject, subjects, whoever


@pytest.mark.parametrize(
    "given_",
    [
        pytest.param(pendulum.datetime(2026, 7, 1, 10, tz=LONDON), id="pendulum"),
        pytest.param(pendulum.datetime(2026, 7, 1, 9, tz="UTC"), id="pendulum in UTC"),
        pytest.param(
            pendulum.DateTime(2026, 7, 1, 9, tzinfo=UTC), id="pendulum in the stdlib's UTC"
        ),
        pytest.param(at("2026-07-01 05:00", NEW_YORK), id="another zone"),
        pytest.param(datetime(2026, 7, 1, 11, tzinfo=timezone(timedelta(hours=2))), id="an offset"),
        pytest.param(datetime(2026, 7, 1, 9, tzinfo=UTC), id="UTC"),
    ],
)
def test_a_moment_of_ones_own_becomes_an_instant_in_utc(given_: datetime) -> None:
    value = moment_fact("interview.own", "my own", lambda _: given_).evaluate(HERE)
    assert type(value) is datetime
    assert (datetime(2026, 7, 1, 9, tzinfo=UTC), UTC) == (value, value.tzinfo)


def test_the_second_reading_of_a_repeated_time_stays_the_second() -> None:
    second = pendulum.datetime(2026, 10, 25, 1, 30, tz=LONDON, fold=1)
    value = moment_fact("interview.own", "my own", lambda _: second).evaluate(HERE)
    assert datetime(2026, 10, 25, 1, 30, tzinfo=UTC) == value


def test_a_moment_of_ones_own_counts_like_any_other() -> None:
    own = moment_fact(
        "interview.own", "my own", lambda _: pendulum.DateTime(2026, 7, 1, tzinfo=UTC)
    )
    assert datetime(2026, 7, 2, tzinfo=UTC) == (own + days(1)).evaluate(HERE)


def test_a_naive_moment_is_refused() -> None:
    own = moment_fact("interview.own", "my own", lambda _: NAIVE)
    expected = r"^interview\.own: gave 2026-07-01T09:00:00, which has no zone; give it one$"
    with pytest.raises(InvalidInput, match=expected):
        own.evaluate(HERE)


@pytest.mark.parametrize("value", [20260701, "2026-07-01", "2026-07-01T09:00Z"], ids=repr)
def test_what_is_no_moment_is_refused_from_a_moment_of_ones_own(value: Any) -> None:
    own = moment_fact("interview.own", "my own", lambda _: value)
    with pytest.raises(InvalidInput, match=r"^interview\.own: "):
        (own + days(1)).evaluate(HERE)


def test_a_fact_of_ones_own_may_say_itself_that_it_is_missing() -> None:
    missing = hanging_on("sometime")
    assert NOT_YET is moment_fact("interview.own", "my own", lambda _: NOT_YET).evaluate(HERE)
    assert missing is moment_fact("interview.own", "my own", lambda _: missing).evaluate(HERE)


def test_a_moment_of_ones_own_may_bring_its_zone() -> None:
    own = moment_fact(
        "interview.own",
        "my own",
        lambda _: at("2026-07-01 12:00"),
        zone=lambda _: ZoneInfo(NEW_YORK),
    )
    assert at("2026-07-01 09:00", NEW_YORK) == own.at("09:00").evaluate(HERE)


@pytest.mark.parametrize("missing", [None, NOT_YET], ids=repr)
def test_a_condition_that_is_missing_and_cannot_be_asked_about_does_not_hold(
    missing: Any,
) -> None:
    silent = condition_fact("interview.own", "my own", lambda _: missing)
    assert [False, True, False, False] == [
        condition.evaluate(HERE) for condition in (silent, ~silent, silent & YES, silent | NO)
    ]


@pytest.mark.parametrize("value", [0, 1, "", "yes", ()], ids=repr)
def test_what_is_neither_true_nor_false_is_refused_from_a_condition_of_ones_own(
    value: Any,
) -> None:
    own = condition_fact("interview.own", "my own", lambda _: value)
    with pytest.raises(InvalidInput, match=r"^interview\.own: "):
        (own & YES).evaluate(HERE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("interview.own", ["interview"], id="of the interview"),
        pytest.param("person.own", ["Priya Shah", "Tom Reed"], id="of each person"),
    ],
)
def test_a_fact_is_asked_once_for_what_it_is_about(name: str, expected: list[str]) -> None:
    looked_at: list[str] = []

    def get(subject: Subject) -> datetime:
        looked_at.append(subject.person.name if subject.per == "person" else subject.per)
        return EARLY

    own = moment_fact(name, "my own", get)
    panel = subjects(searching(applied(meeting(interviewers=[priya(), tom()]))))["person"]
    for subject in panel * 2:
        assert MIDDLE == later_of(own, own + hours(1)).evaluate(subject)
    assert expected == looked_at


def test_a_detail_is_given_as_it_is() -> None:
    assert "cat" == detail_fact("person.pet", "a pet", lambda _: "cat").evaluate(HERE)


def test_a_detail_exists_unless_it_says_that_it_may_not() -> None:
    assert not detail_fact("person.pet", "a pet").leaf.may_not_exist
    assert detail_fact("person.pet", "a pet", may_not_exist=True).leaf.may_not_exist


@pytest.mark.parametrize(
    "name", ["ends", "interviews.ends", "", ".ends", "Interview.ends", "zone.ends"]
)
def test_a_fact_has_to_say_what_it_is_about(name: str) -> None:
    mend = "start it with one of search, application, interview, person, as in 'interview.ends'"
    with pytest.raises(InvalidInput, match=mend):
        moment_fact(name, "the end", lambda _: None)


HOLDERS: dict[Per, Any] = {
    "search": lambda facts: searching(applied(meeting()), facts=facts),
    "application": lambda facts: searching(applied(meeting(), facts=facts)),
    "interview": lambda facts: searching(applied(meeting(facts=facts))),
    "person": lambda facts: searching(applied(meeting(interviewers=[priya(facts=facts)]))),
}


@pytest.mark.parametrize("per", HOLDERS)
def test_a_fact_without_a_function_is_what_the_search_tells_under_its_name(per: Per) -> None:
    search = HOLDERS[per]({"due": at("2026-12-01 09:00", NEW_YORK), "paid": False, "topic": "Tax"})
    subject = subject_of(search, per)
    due = moment_fact(f"{per}.due", "the task's due date")
    paid = condition_fact(f"{per}.paid", "the task is paid")
    topic: Expression[str] = detail_fact(f"{per}.topic", "the topic")
    assert at("2026-12-01 09:00", NEW_YORK) == due.evaluate(subject)
    assert False is paid.evaluate(subject)
    assert "Tax" == topic.evaluate(subject)


@pytest.mark.parametrize("narrower", ["application", "interview", "person"])
def test_a_fact_of_a_wider_subject_is_told_to_a_narrower_one(narrower: Per) -> None:
    search = searching(
        applied(meeting(facts={"paid": False}), facts={"paid": True}), facts={"back": True}
    )
    subject = subject_of(search, narrower)
    assert True is condition_fact("search.back", "you are back").evaluate(subject)
    assert True is condition_fact("application.paid", "it is paid").evaluate(subject)


@pytest.mark.parametrize("per", HOLDERS)
def test_a_fact_that_is_not_told_has_not_happened_or_is_unknown_if_it_can_be_asked_for(
    per: Per,
) -> None:
    subject = subject_of(HOLDERS[per]({"other": True}), per)
    assert NOT_YET is moment_fact(f"{per}.due", "the due date").evaluate(subject)
    assert False is condition_fact(f"{per}.paid", "the task is paid").evaluate(subject)
    assert NOT_YET is detail_fact(f"{per}.topic", "the topic").evaluate(subject)
    unknown = moment_fact(f"{per}.due", "the due date", ask="When is it due?").evaluate(subject)
    assert [(f"{per}.due", subject.label)] == missing(unknown)
    assert "When is it due?" == question(unknown)


@pytest.mark.parametrize(
    ("interviews", "zone", "expected"),
    [
        pytest.param([meeting()], NEW_YORK, at("2026-12-02 00:00"), id="the interview's zone"),
        pytest.param(
            [ABROAD, meeting("2026-12-01 10:00", "2026-12-01 11:00")],
            NEW_YORK,
            at("2026-12-02 00:00"),
            id="the latest interview's zone",
        ),
        pytest.param([], NEW_YORK, at("2026-12-02 00:00", NEW_YORK), id="the search's zone"),
    ],
)
def test_a_date_told_of_an_application_is_the_midnight_after_it_in(
    interviews: list[Interview], zone: str, expected: datetime
) -> None:
    due = moment_fact("application.due", "the task's due date")
    facts = {"due": date(2026, 12, 1)}
    assert expected == about(due, *interviews, zone=zone, facts=facts)


@pytest.mark.parametrize("per", ["interview", "person"])
def test_a_date_told_of_an_interview_or_a_person_is_the_midnight_after_it_there(per: Per) -> None:
    """It is counted in the zone of that interview, whatever the latest one's is."""
    facts = {"due": date(2026, 12, 1)}
    first = meeting(zone=NEW_YORK, facts=facts, interviewers=[priya(facts=facts)])
    search = searching(applied(first, meeting("2026-11-30 10:00", "2026-11-30 11:00")))
    due = moment_fact(f"{per}.due", "the task's due date")
    subject = subject_of(search, per)
    assert at("2026-12-02 00:00", NEW_YORK) == due.evaluate(subject)
    assert NEW_YORK == subject.timezone


def test_a_date_told_of_an_application_is_in_the_zone_of_the_application_for_a_person_too() -> None:
    first = meeting(zone=NEW_YORK)
    second = meeting("2026-11-30 10:00", "2026-11-30 11:00")
    known = searching(applied(first, second, facts={"due": date(2026, 12, 1)}))
    due = moment_fact("application.due", "the task's due date")
    for per in ("application", "interview", "person"):
        assert at("2026-12-02 00:00") == due.evaluate(subject_of(known, per))


@pytest.mark.parametrize(
    ("since", "counts"),
    [(date(2026, 11, 23), True), (date(2026, 11, 24), True), (date(2026, 11, 25), False)],
    ids=["the day before", "that day", "the day after"],
)
def test_since_a_date_told_acts_count_from_its_first_moment_on(since: date, counts: bool) -> None:
    wrote = [did("write", "2026-11-24 00:00")]
    here = subject_of(searching(applied(meeting(done=wrote, facts={"due": since}))))
    due = moment_fact("interview.due", "the task's due date")
    assert counts is done("write", since=due).evaluate(here)


def test_a_personal_fact_of_whoever_was_met_is_unknown_even_if_its_function_knows_better() -> None:
    looked_at: list[Subject] = []

    def get(subject: Subject) -> bool:
        looked_at.append(subject)
        return True

    [somebody] = whoever(subjects(searching(applied(meeting(interviewers=None))))["interview"])
    met = condition_fact("interview.met", "you met", get)
    nice = condition_fact("person.nice", "they are nice", get)
    pet = detail_fact("person.pet", "a pet", get)
    birthday = moment_fact("person.birthday", "their birthday", lambda _: EARLY)
    was_told = condition_fact("person.told", "they were told")
    for fact in (nice, pet, birthday, was_told):
        hangs_on = [("interview.interviewers", "Acme, Data engineer · 2026-11-24 10:00")]
        assert hangs_on == missing(fact.evaluate(somebody))
    assert [] == looked_at
    assert True is met.evaluate(somebody)
    assert ["interview"] == [subject.per for subject in looked_at]


def test_a_date_told_of_a_search_is_the_midnight_after_it_at_home_without_an_interview() -> None:
    back = moment_fact("search.back_on", "the day on which you are back")
    search = searching(applied(), facts={"back_on": date(2026, 12, 1)}, zone=NEW_YORK)
    assert at("2026-12-02 00:00", NEW_YORK) == back.evaluate(subject_of(search, "search"))


@pytest.mark.parametrize("per", ["search", "application", "interview"])
@pytest.mark.parametrize("zone", [LONDON, NEW_YORK])
def test_a_date_told_of_a_search_is_the_midnight_after_it_in_the_first_interview_s_zone(
    zone: str, per: Per
) -> None:
    """It hangs on no zone of the candidate, and is the same for every subject."""
    back = moment_fact("search.back_on", "the day on which you are back")
    later = applied(meeting("2026-12-03 10:00", "2026-12-03 11:00"), employer="Globex")
    search = searching(
        later, applied(meeting(zone="Asia/Tokyo")), facts={"back_on": date(2026, 12, 1)}, zone=zone
    )
    moments = {back.evaluate(subject) for subject in subjects(search)[per]}
    assert {at("2026-12-02 00:00", "Asia/Tokyo")} == moments


@pytest.mark.parametrize("value", ["2026-12-01", "soon", 5, True, 0.5], ids=repr)
def test_what_is_told_in_place_of_a_moment_is_as_good_as_not_told(value: Any) -> None:
    """It may be what other rules asked for; a plan has it among its problems."""
    due = moment_fact("application.due", "the task's due date", ask="When is it due?")
    event = moment_fact("application.due", "the task's due date")
    assert [("application.due", "Acme, Data engineer")] == missing(
        about(due, meeting(), facts={"due": value})
    )
    assert NOT_YET is about(event, meeting(), facts={"due": value})


@pytest.mark.parametrize("value", [1, 0, "true", date(2026, 12, 1)], ids=repr)
def test_what_is_told_and_neither_true_nor_false_is_as_good_as_not_told(value: Any) -> None:
    paid = condition_fact("application.paid", "the task is paid", ask="Is it paid?")
    silent = condition_fact("application.paid", "the task is paid")
    assert [("application.paid", "Acme, Data engineer")] == missing(
        about(paid, meeting(), facts={"paid": value})
    )
    assert False is about(silent, meeting(), facts={"paid": value})


@pytest.mark.parametrize("value", ["a text", 1, True, date(2026, 12, 1)], ids=repr)
def test_a_detail_that_is_told_may_be_anything(value: Any) -> None:
    topic: Detail[Any] = detail_fact("application.topic", "the topic")
    assert value == about(topic, meeting(), facts={"topic": value})


def test_the_label_the_function_and_the_question_of_a_fact_are_what_they_have_to_be() -> None:
    wrong: Any = 5
    with pytest.raises(InvalidInput) as caught:
        moment_fact("application.due", wrong, wrong, ask=wrong)
    assert [
        "application.due.label: 5 is not text; say in words what it is",
        "application.due.ask: 5 is not text; say in words what it is",
        "application.due: 5 is not a function; "
        "give a function of a subject, and a question as ask='...'",
    ] == [str(problem) for problem in caught.value.problems]


DAYS: dict[str, datetime] = {}


def test_a_fact_whose_function_raises_an_error_is_named_with_its_subject() -> None:
    wrong = moment_fact("application.due", "the task's due date", lambda subject: DAYS["due"])
    with pytest.raises(FactFailed) as caught:
        about(wrong, meeting())
    line = wrong.leaf.get.__code__.co_firstlineno
    failure = "application.due of Acme, Data engineer cannot be told: KeyError: 'due'"
    assert f"{failure} (line {line} of {__name__})" == str(caught.value)
    assert ("application.due", None) == (caught.value.fact, caught.value.rule)
    assert isinstance(caught.value.__cause__, KeyError)


def test_an_error_of_ours_in_the_function_of_a_fact_stays_as_it_is() -> None:
    wrong = moment_fact("search.due", "the due date", lambda subject: subject.interview.starts)
    with pytest.raises(InvalidInput, match="has no one interview"):
        wrong.evaluate(subject_of(searching(applied(meeting())), "search"))


@pytest.mark.parametrize(
    "name", ["application.task-due", "application.", "application", "person.Due"]
)
def test_a_fact_that_a_search_tells_has_a_name_that_a_file_can_have(name: str) -> None:
    for make in (moment_fact, condition_fact, detail_fact):
        with pytest.raises(InvalidInput) as caught:
            make(name, "the due date")
        assert [
            f"fact: {name!r} is not the name of a fact in a search; "
            "call it as in 'application.task_due'"
        ] == [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("value", [0, 3])
def test_a_count_of_ones_own_is_a_number(value: int) -> None:
    count = count_fact("interview.tasks", "the number of tasks", lambda _: value)
    assert value == count.evaluate(HERE)
    assert (value > 1) is count.at_least(2).evaluate(HERE)
    assert "the number of tasks is 2 or more" == str(count.at_least(2))


def test_a_count_that_is_missing_is_none_and_with_a_question_unknown() -> None:
    none = count_fact("interview.tasks", "the number of tasks", lambda _: None)
    assert (0, False) == (none.evaluate(HERE), none.at_least(1).evaluate(HERE))
    maybe = count_fact("interview.maybe", "maybe", lambda _: None, ask="Is it maybe?")
    assert hanging_on("maybe") == maybe.evaluate(HERE) == maybe.at_least(0).evaluate(HERE)


@pytest.mark.parametrize("value", [True, "3", 3.0], ids=repr)
def test_a_count_that_is_no_number_is_refused(value: Any) -> None:
    count = count_fact("interview.tasks", "the number of tasks", lambda _: value)
    with pytest.raises(InvalidInput) as caught:
        count.evaluate(HERE)
    message = f"interview.tasks: gave {value!r}, which is no whole number; give an int"
    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        pytest.param(3, 3, id="a number"),
        pytest.param(True, 0, id="true or false"),
        pytest.param("three", 0, id="a text"),
        pytest.param(2.5, 0, id="a fraction"),
    ],
)
def test_a_count_that_a_search_tells_is_its_number_and_anything_else_is_not_told(
    tasks: Any, expected: int
) -> None:
    count = count_fact("interview.tasks", "the number of tasks")
    subject = subject_of(searching(applied(meeting(facts={"tasks": tasks}))))
    assert expected == count.evaluate(subject)
