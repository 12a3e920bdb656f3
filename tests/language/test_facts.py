"""Every fact that rules can name: what it gives, and what it gives where something is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import permutations
from typing import Any

import pytest

from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    did,
    meeting,
    priya,
    searching,
    tom,
    wall,
)
from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    FactFailed,
    FollowUp,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Promise,
    Workdays,
)
from interview_followup.language import (
    NOT_YET,
    Expression,
    Moment,
    Route,
    Unknown,
    application,
    condition_fact,
    days,
    detail_fact,
    hours,
    interview,
    minutes,
    moment_fact,
    person,
    search,
    working_days,
)
from interview_followup.language._missing import Missing
from interview_followup.language._subject import Per, Subject, subjects

ENDS = at("2026-11-24 11:00")
ACME = "Acme, Data engineer"


def subject_of(job_search: JobSearch, per: Per, of: str = "") -> Subject:
    """Return the first subject of a kind whose label holds the text."""
    return next(each for each in subjects(job_search)[per] if of in each.label)


def about(fact: Expression[Any], *interviews: Interview, zone: str = LONDON, **more: Any) -> Any:
    """Return a fact of an application."""
    job_search = searching(applied(*interviews, **more), zone=zone)
    return fact.evaluate(subject_of(job_search, "application"))


def met(fact: Expression[Any], **more: Any) -> Any:
    """Return a fact of an interview."""
    return fact.evaluate(subject_of(searching(applied(meeting(**more))), "interview"))


def missing(value: object) -> list[tuple[str, str]]:
    """Return the facts that a value hangs on, each with what it is about."""
    assert isinstance(value, Unknown)
    return sorted((each.fact, label(*each.identities)) for each in value.missing)


def label(*identities: tuple[str, ...]) -> str:
    """Return identities as the label of the subject that has them, in London."""
    application, interview, person = (*identities, None, None, None)[:3]
    parts = [person[1]] if person else []
    parts += [", ".join(application[1:])] if application else ["the job search"]
    if interview:
        starts = datetime.fromisoformat(interview[1]).astimezone(ENDS.tzinfo)
        parts.append(f"{starts:%Y-%m-%d %H:%M}")
    return " · ".join(parts)


def question(value: object) -> str:
    """Return what to ask about the only fact that a value hangs on."""
    assert isinstance(value, Unknown)
    [only] = value.missing
    return only.ask


# -- the namespaces -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("namespace", "name", "listed"),
    [
        pytest.param(
            search,
            "<the facts about a search>",
            "search.first_ends: the first interview's end\nsearch.signed: a contract in your hand",
            id="search",
        ),
        pytest.param(
            person,
            "<the facts about a person>",
            "person.email: their e-mail address\n"
            "person.linkedin: their LinkedIn profile\n"
            "person.connected: you have asked to connect",
            id="person",
        ),
    ],
)
def test_a_namespace_lists_its_facts(namespace: object, name: str, listed: str) -> None:
    assert (name, listed) == (repr(namespace), str(namespace))


# -- a search -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "applications",
    [pytest.param([], id="no application"), pytest.param([applied()], id="no interview")],
)
def test_without_an_interview_the_first_has_not_ended(applications: list[Application]) -> None:
    root = subject_of(searching(*applications), "search")
    assert NOT_YET is search.first_ends.evaluate(root)


LONG = meeting("2026-11-24 09:00", "2026-11-24 17:00")
SHORT = meeting("2026-11-24 10:00", "2026-11-24 11:00")
EITHER_ORDER = list(permutations([LONG, SHORT]))


@pytest.mark.parametrize("interviews", EITHER_ORDER, ids=["long first", "short first"])
def test_the_first_interview_of_a_search_is_the_first_to_start(
    interviews: tuple[Interview, Interview],
) -> None:
    one, other = interviews
    apart = searching(applied(one), applied(other, employer="Bolt"), applied(employer="Core"))
    together = searching(applied(one, other))
    for job_search in (apart, together):
        ended = search.first_ends.evaluate(subject_of(job_search, "search"))
        assert "2026-11-24 17:00" == wall(ended)


def test_of_two_interviews_that_start_together_the_shorter_is_the_first() -> None:
    both = [meeting("2026-11-24 09:00", "2026-11-24 09:30", key="short"), LONG]
    for one, other in permutations(both):
        job_search = searching(applied(one), applied(other, employer="Bolt"))
        ended = search.first_ends.evaluate(subject_of(job_search, "search"))
        assert "2026-11-24 09:30" == wall(ended)


def test_the_end_of_the_first_interview_of_a_search_may_be_unknown() -> None:
    job_search = searching(applied(SHORT), applied(meeting("2026-11-23 10:00", None), employer="B"))
    ended = search.first_ends.evaluate(subject_of(job_search, "search"))
    assert [("interview.ends", "B, Data engineer · 2026-11-23 10:00")] == missing(ended)


def test_of_two_interviews_at_one_time_it_is_always_the_same_that_counts() -> None:
    endless = meeting(ends=None)
    both = [applied(endless), applied(endless, employer="Bolt")]
    for applications in permutations(both):
        ended = search.first_ends.evaluate(subject_of(searching(*applications), "search"))
        assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(ended)


def test_the_days_of_a_search_are_those_of_its_first_interview() -> None:
    abroad = meeting("2026-11-24 10:00", "2026-11-24 11:00", NEW_YORK)  # from 15:00 in London
    earlier, later = LONG, meeting("2026-11-25 09:00", "2026-11-25 17:00")
    nine = search.first_ends.at("09:00")
    here = subject_of(searching(applied(abroad, earlier), zone=NEW_YORK), "search")
    there = subject_of(searching(applied(later), applied(abroad, employer="Bolt")), "search")
    assert at("2026-11-24 09:00", LONDON) == nine.evaluate(here)
    assert at("2026-11-24 09:00", NEW_YORK) == nine.evaluate(there)


def test_the_first_contract_of_a_search_is_the_earliest_signed() -> None:
    signed = [
        applied(employer=employer, signed=moment and at(moment))
        for employer, moment in [
            ("Acme", None),
            ("Bolt", "2026-12-02 10:00"),
            ("Core", "2026-12-01 10:00"),
        ]
    ]
    root = subject_of(searching(*signed), "search")
    assert "2026-12-01 10:00" == wall(search.signed.evaluate(root))
    unsigned = subject_of(searching(applied()), "search")
    assert NOT_YET is search.signed.evaluate(unsigned)


# -- an application -------------------------------------------------------------------------------

OFFER = Offer(received=at("2026-11-26 10:00"))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param({}, True, id="nothing yet"),
        pytest.param({"heard": ENDS}, True, id="heard from them"),
        pytest.param({"outcome": "rejected"}, False, id="rejected"),
        pytest.param({"outcome": "withdrawn"}, False, id="withdrawn"),
        pytest.param({"outcome": "declined"}, False, id="declined"),
        pytest.param({"outcome": "accepted"}, False, id="accepted"),
        pytest.param({"offer": OFFER}, False, id="an offer"),
        pytest.param(
            {"offer": Offer(received=ENDS, declined=True)}, False, id="an offer, declined"
        ),
        pytest.param({"signed": ENDS}, False, id="a contract"),
    ],
)
def test_you_are_waiting_until_there_is_an_outcome_an_offer_or_a_contract(
    known: dict[str, Any], expected: bool
) -> None:
    assert expected is about(application.waiting, meeting(), **known)


def test_an_application_is_interviewed_once_it_has_an_interview() -> None:
    assert about(application.interviewed, meeting()) is True
    assert about(application.interviewed) is False


RACHEL = Person(name="Rachel Green", email="rachel@agency.example")


@pytest.mark.parametrize(
    ("fact", "known", "expected"),
    [
        (application.outcome, {"outcome": "rejected"}, "rejected"),
        (application.recruiter, {"recruiter": RACHEL}, RACHEL),
        (application.heard, {"heard": ENDS}, ENDS),
        (application.signed, {"signed": ENDS}, ENDS),
    ],
    ids=["outcome", "recruiter", "heard", "signed"],
)
def test_an_event_of_an_application_has_not_happened_while_it_is_missing(
    fact: Expression[Any], known: dict[str, Any], expected: object
) -> None:
    assert expected == about(fact, **known)
    assert NOT_YET is about(fact)


def test_how_to_follow_up_is_unknown_until_you_have_asked() -> None:
    asked = FollowUp(channel="phone", to="+44 20 7946 0000")
    assert asked == about(application.follow_up, follow_up=asked)
    unknown = about(application.follow_up)
    assert [("application.follow_up", ACME)] == missing(unknown)
    assert "How does {employer} want you to follow up?" == question(unknown)


# -- the first and the latest interview -----------------------------------------------------------


@pytest.mark.parametrize("interviews", EITHER_ORDER, ids=["long first", "short first"])
def test_the_first_interview_starts_first_and_the_latest_ends_last(
    interviews: tuple[Interview, ...],
) -> None:
    assert "2026-11-24 17:00" == wall(about(application.first_ends, *interviews))
    assert "2026-11-24 17:00" == wall(about(application.latest_ends, *interviews))


def test_a_later_round_is_the_latest_interview() -> None:
    rounds = [SHORT, meeting("2026-12-01 10:00", "2026-12-01 11:00")]
    assert "2026-11-24 11:00" == wall(about(application.first_ends, *rounds))
    assert "2026-12-01 11:00" == wall(about(application.latest_ends, *rounds))


@pytest.mark.parametrize("fact", [application.first_ends, application.latest_ends], ids=str)
def test_the_end_of_an_interview_that_is_missing_is_unknown(fact: Moment) -> None:
    assert NOT_YET is about(fact)
    unknown = about(fact, meeting(ends=None))
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)
    assert "When does the interview with {employer} end, or when did it?" == question(unknown)


@pytest.mark.parametrize(
    ("starts", "known"),
    [
        pytest.param(ENDS - TICK, True, id="just before the other ends"),
        pytest.param(ENDS, False, id="as the other ends"),
        pytest.param(ENDS + TICK, False, id="just after the other ends"),
    ],
)
def test_an_interview_without_an_end_counts_as_latest_by_its_start(
    starts: datetime, known: bool
) -> None:
    endless = Interview(starts=starts, timezone=LONDON)
    for one, other in permutations([endless, SHORT]):
        assert known is isinstance(about(application.latest_ends, one, other), datetime)


def test_of_interviews_that_end_together_the_latest_started_last() -> None:
    abroad = meeting("2026-11-24 05:30", "2026-11-24 06:00", NEW_YORK)  # from 10:30 to 11:00
    for one, other in permutations([abroad, SHORT]):
        nine = about(application.latest_ends.at("09:00"), one, other)
        assert at("2026-11-24 09:00", NEW_YORK) == nine


def test_of_interviews_at_one_time_the_zones_name_decides() -> None:
    abroad = meeting("2026-11-24 05:00", "2026-11-24 06:00", NEW_YORK, key="abroad")
    for one, other in permutations([abroad, SHORT]):
        nine = about(application.latest_ends.at("09:00"), one, other)
        assert at("2026-11-24 09:00", LONDON) == nine
        root = subject_of(searching(applied(one, other)), "search")
        assert at("2026-11-24 09:00", NEW_YORK) == search.first_ends.at("09:00").evaluate(root)


# -- promises -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "promise", [None, Promise(), Promise(channel="email")], ids=["none", "empty", "no date"]
)
def test_a_promise_without_a_date_is_unknown(promise: Promise | None) -> None:
    for fact in (application.promise, application.awaited):
        unknown = about(fact, meeting(), promise=promise)
        assert [("application.promise", ACME)] == missing(unknown)
        assert "Did {employer} say when you would hear?" == question(unknown)


ABROAD = meeting("2026-11-24 10:00", "2026-11-24 11:00", NEW_YORK)


@pytest.mark.parametrize(
    ("interviews", "zone", "expected"),
    [
        pytest.param([meeting()], LONDON, at("2026-12-05 00:00"), id="the interview's"),
        pytest.param([ABROAD], LONDON, at("2026-12-05 00:00", NEW_YORK), id="the interview's zone"),
        pytest.param(
            [ABROAD, meeting("2026-12-01 10:00", "2026-12-01 11:00")],
            NEW_YORK,
            at("2026-12-05 00:00"),
            id="the latest interview's zone",
        ),
        pytest.param([], NEW_YORK, at("2026-12-05 00:00", NEW_YORK), id="the search's zone"),
    ],
)
@pytest.mark.parametrize("fact", [application.promise, application.awaited], ids=["told", "due"])
def test_a_promised_date_is_the_midnight_after_it_in(
    fact: Moment, interviews: list[Interview], zone: str, expected: datetime
) -> None:
    promise = Promise(by=date(2026, 12, 4))
    assert expected == about(fact, *interviews, zone=zone, promise=promise)


def test_a_promised_moment_is_that_moment() -> None:
    by = at("2026-12-04 12:00", NEW_YORK)
    assert by == about(application.promise, meeting(), promise=Promise(by=by))
    assert by == about(application.awaited, meeting(), promise=Promise(by=by))


@pytest.mark.parametrize(
    ("by", "spent"),
    [
        pytest.param(ENDS - TICK, True, id="just before the latest interview ends"),
        pytest.param(ENDS, False, id="as it ends"),
        pytest.param(ENDS + TICK, False, id="just after it ends"),
        pytest.param(date(2026, 11, 23), True, id="on the day before it"),
        pytest.param(date(2026, 11, 24), False, id="on its day"),
    ],
)
def test_a_promise_is_spent_once_a_later_interview_has_ended(
    by: date | datetime, spent: bool
) -> None:
    rounds = [meeting("2026-11-17 10:00", "2026-11-17 11:00"), meeting()]
    awaited = about(application.awaited, *rounds, promise=Promise(by=by))
    assert spent is isinstance(awaited, Unknown)
    assert not isinstance(about(application.promise, *rounds, promise=Promise(by=by)), Unknown)


BY = at("2026-12-04 12:00")


@pytest.mark.parametrize(
    ("by", "heard", "spent"),
    [
        pytest.param(BY, BY - TICK, False, id="just before"),
        pytest.param(BY, BY, True, id="just then"),
        pytest.param(BY, BY + TICK, True, id="just after"),
        pytest.param(
            date(2026, 12, 4), at("2026-12-05 00:00") - TICK, False, id="on the day promised"
        ),
        pytest.param(date(2026, 12, 4), at("2026-12-05 00:00"), True, id="at the midnight after"),
    ],
)
@pytest.mark.parametrize("interviews", [[meeting()], []], ids=["interviewed", "not interviewed"])
def test_a_promise_is_spent_once_they_write_at_or_after_it(
    interviews: list[Interview], by: date | datetime, heard: datetime, spent: bool
) -> None:
    awaited = about(application.awaited, *interviews, promise=Promise(by=by), heard=heard)
    assert spent is isinstance(awaited, Unknown)


def test_a_spent_promise_asks_for_a_new_one() -> None:
    spent = about(application.awaited, meeting(), promise=Promise(by=BY), heard=BY)
    assert [("application.promise", ACME)] == missing(spent)


def test_whether_a_promise_is_spent_hangs_on_the_latest_interviews_end() -> None:
    awaited = about(application.awaited, meeting(ends=None), promise=Promise(by=BY))
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(awaited)


# -- promises within a period ---------------------------------------------------------------------

TUESDAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 27)
BANK_HOLIDAYS = Workdays(holidays=[date(2026, 12, 25), date(2026, 12, 28)])


@pytest.mark.parametrize("fact", [application.promise, application.awaited], ids=["told", "due"])
@pytest.mark.parametrize(
    ("within", "made", "expected"),
    [
        pytest.param(days(0), TUESDAY, "2026-11-25 00:00", id="that day"),
        pytest.param(days(2), TUESDAY, "2026-11-27 00:00", id="two days"),
        pytest.param(days(4), FRIDAY, "2026-12-02 00:00", id="days over a weekend"),
        pytest.param(working_days(0), FRIDAY, "2026-11-28 00:00", id="no working days"),
        pytest.param(working_days(1), FRIDAY, "2026-12-01 00:00", id="a working day from a Friday"),
        pytest.param(working_days(1), date(2026, 11, 28), "2026-12-01 00:00", id="from a Saturday"),
        pytest.param(working_days(5), FRIDAY, "2026-12-05 00:00", id="a week of working days"),
        pytest.param(
            working_days(2), date(2026, 12, 24), "2026-12-31 00:00", id="over the bank holidays"
        ),
        pytest.param(days(2), date(2026, 12, 24), "2026-12-27 00:00", id="days over holidays"),
        pytest.param(days(2), at("2026-11-24 15:30"), "2026-11-27 00:00", id="from a moment"),
        pytest.param(
            working_days(1), at("2026-11-27 23:59"), "2026-12-01 00:00", id="from Friday night"
        ),
        pytest.param(hours(48), at("2026-11-24 15:30"), "2026-11-26 15:30", id="hours"),
        pytest.param(minutes(0), at("2026-11-24 15:30"), "2026-11-24 15:30", id="no minutes"),
    ],
)
def test_a_promise_within_a_period_is_over_at_the_midnight_after_its_last_day(
    fact: Moment, within: Any, made: date, expected: str
) -> None:
    """Hours and minutes are over once they have passed."""
    promise = Promise(within=within, made=made)
    early = meeting("2026-11-23 10:00", "2026-11-23 11:00")
    assert at(expected) == about(fact, early, promise=promise, workdays=BANK_HOLIDAYS)


SUNDAYS = Workdays(weekend=["Friday", "Saturday"])


@pytest.mark.parametrize(
    ("own", "general", "expected"),
    [
        pytest.param(None, Workdays(), "2026-11-28 00:00", id="the search's"),
        pytest.param(None, SUNDAYS, "2026-11-30 00:00", id="another search's"),
        pytest.param(Workdays(), SUNDAYS, "2026-11-28 00:00", id="the employer's own"),
    ],
)
def test_the_working_days_of_a_promise_are_the_employer_s(
    own: Workdays | None, general: Workdays, expected: str
) -> None:
    promise = Promise(within=working_days(2), made=date(2026, 11, 25))
    told = searching(applied(meeting(), promise=promise, workdays=own), workdays=general)
    assert expected == wall(application.promise.evaluate(subject_of(told, "application")))


def test_a_promise_within_working_days_leaves_out_the_holidays_of_a_region() -> None:
    promise = Promise(within=working_days(5), made=date(2026, 12, 22))
    job_search = searching(applied(meeting(), promise=promise), workdays="GB-ENG")
    found = application.promise.evaluate(subject_of(job_search, "application"))
    assert "2027-01-01 00:00" == wall(found)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (at("2026-11-25 00:00", NEW_YORK) - TICK, at("2026-11-26 00:00", NEW_YORK)),
        (at("2026-11-25 00:00", NEW_YORK), at("2026-11-27 00:00", NEW_YORK)),
        (at("2026-11-25 00:00", NEW_YORK) + TICK, at("2026-11-27 00:00", NEW_YORK)),
        (date(2026, 11, 25), at("2026-11-27 00:00", NEW_YORK)),
    ],
    ids=["just before midnight there", "at midnight there", "just after it", "a date"],
)
def test_the_days_of_a_promise_are_those_of_the_latest_interview_s_zone(
    made: date, expected: datetime
) -> None:
    earlier = meeting("2026-11-20 10:00", "2026-11-20 11:00")
    promise = Promise(within=days(1), made=made)
    assert expected == about(application.promise, earlier, ABROAD, promise=promise)


def test_without_an_interview_the_days_of_a_promise_are_those_of_the_search_s_zone() -> None:
    promise = Promise(within=days(1), made=at("2026-11-25 00:00"))
    found = about(application.promise, zone=NEW_YORK, promise=promise)
    assert at("2026-11-26 00:00", NEW_YORK) == found


@pytest.mark.parametrize(
    ("within", "made", "expected"),
    [
        pytest.param(
            days(1), at("2026-10-24 12:00"), "2026-10-26 00:00", id="a day as the clocks go back"
        ),
        pytest.param(
            hours(24), at("2026-10-24 12:00"), "2026-10-25 11:00", id="hours as they go back"
        ),
        pytest.param(
            working_days(1), date(2026, 10, 23), "2026-10-27 00:00", id="over that weekend"
        ),
        pytest.param(days(1), at("2026-03-28 12:00"), "2026-03-30 00:00", id="as they go forward"),
        pytest.param(
            hours(24), at("2026-03-28 12:00"), "2026-03-29 13:00", id="hours as they go forward"
        ),
    ],
)
def test_the_days_of_a_promise_keep_the_calendar_when_the_clocks_change_and_hours_elapse(
    within: Any, made: date, expected: str
) -> None:
    october = meeting("2026-03-20 10:00", "2026-03-20 11:00")
    promise = Promise(within=within, made=made)
    assert expected == wall(about(application.promise, october, promise=promise))


MIDNIGHT = at("2026-11-27 00:00")


@pytest.mark.parametrize(
    ("ends", "spent"),
    [(MIDNIGHT - TICK, False), (MIDNIGHT, False), (MIDNIGHT + TICK, True)],
    ids=["just before", "as it ends", "just after"],
)
def test_a_promise_within_a_period_is_spent_once_a_later_interview_has_ended(
    ends: datetime, spent: bool
) -> None:
    night = Interview(starts=at("2026-11-26 23:00"), ends=ends)
    found = about(application.awaited, night, promise=Promise(within=days(2), made=TUESDAY))
    assert spent is isinstance(found, Unknown)


@pytest.mark.parametrize(
    ("heard", "spent"),
    [(MIDNIGHT - TICK, False), (MIDNIGHT, True), (MIDNIGHT + TICK, True)],
    ids=["just before", "as it ends", "just after"],
)
def test_a_promise_within_a_period_is_spent_once_they_write_at_or_after_it(
    heard: datetime, spent: bool
) -> None:
    promise = Promise(within=days(2), made=TUESDAY)
    found = about(application.awaited, meeting(), promise=promise, heard=heard)
    assert spent is isinstance(found, Unknown)


# -- facts that a search tells --------------------------------------------------------------------

HOLDERS: dict[Per, Any] = {
    "search": lambda facts: searching(applied(meeting()), facts=facts),
    "application": lambda facts: searching(applied(meeting(), facts=facts)),
    "interview": lambda facts: searching(applied(meeting(facts=facts))),
    "person": lambda facts: searching(applied(meeting(interviewers=[priya(facts=facts)]))),
}


@pytest.mark.parametrize("per", HOLDERS)
def test_a_fact_without_a_function_is_what_the_search_tells_under_its_name(per: Per) -> None:
    told = HOLDERS[per]({"due": at("2026-12-01 09:00", NEW_YORK), "paid": False, "topic": "Tax"})
    subject = subject_of(told, per)
    due = moment_fact(f"{per}.due", "the task's due date")
    paid = condition_fact(f"{per}.paid", "the task is paid")
    topic: Expression[str] = detail_fact(f"{per}.topic", "the topic")
    assert at("2026-12-01 09:00", NEW_YORK) == due.evaluate(subject)
    assert False is paid.evaluate(subject)
    assert "Tax" == topic.evaluate(subject)


@pytest.mark.parametrize("narrower", ["application", "interview", "person"])
def test_a_fact_of_a_wider_subject_is_told_to_a_narrower_one(narrower: Per) -> None:
    told = searching(
        applied(meeting(facts={"paid": False}), facts={"paid": True}), facts={"back": True}
    )
    subject = subject_of(told, narrower)
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
    asked = moment_fact(f"{per}.due", "the due date", ask="When is it due?").evaluate(subject)
    assert [(f"{per}.due", subject.label)] == missing(asked)
    assert "When is it due?" == question(asked)


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
def test_a_date_told_of_an_interview_or_a_person_is_that_of_the_application(per: Per) -> None:
    """It is counted in the zone of the latest interview, as all dates of an application are."""
    facts = {"due": date(2026, 12, 1)}
    first = meeting(zone=NEW_YORK, facts=facts, interviewers=[priya(facts=facts)])
    told = searching(applied(first, meeting("2026-11-30 10:00", "2026-11-30 11:00")))
    due = moment_fact(f"{per}.due", "the task's due date")
    subject = subject_of(told, per)
    assert at("2026-12-02 00:00") == due.evaluate(subject)
    assert NEW_YORK == subject.timezone


def test_a_date_told_of_a_search_is_the_midnight_after_it_at_home_without_an_interview() -> None:
    back = moment_fact("search.back_on", "the day on which you are back")
    told = searching(applied(), facts={"back_on": date(2026, 12, 1)}, zone=NEW_YORK)
    assert at("2026-12-02 00:00", NEW_YORK) == back.evaluate(subject_of(told, "search"))


@pytest.mark.parametrize("per", ["search", "application", "interview"])
@pytest.mark.parametrize("zone", [LONDON, NEW_YORK])
def test_a_date_told_of_a_search_is_the_midnight_after_it_in_the_first_interview_s_zone(
    zone: str, per: Per
) -> None:
    """It hangs on no zone of the candidate, and is the same for every subject."""
    back = moment_fact("search.back_on", "the day on which you are back")
    later = applied(meeting("2026-12-03 10:00", "2026-12-03 11:00"), employer="Globex")
    told = searching(
        later, applied(meeting(zone="Asia/Tokyo")), facts={"back_on": date(2026, 12, 1)}, zone=zone
    )
    found = {back.evaluate(each) for each in subjects(told)[per]}
    assert {at("2026-12-02 00:00", "Asia/Tokyo")} == found


def test_a_text_that_a_date_is_told_in_is_no_moment() -> None:
    due = moment_fact("application.due", "the task's due date")
    with pytest.raises(InvalidInput, match="gave '2026-12-01', which is no moment"):
        about(due, meeting(), facts={"due": "2026-12-01"})


def test_a_number_is_neither_true_nor_false() -> None:
    paid = condition_fact("application.paid", "the task is paid")
    with pytest.raises(InvalidInput, match="gave 1, which is neither true nor false"):
        about(paid, meeting(), facts={"paid": 1})


def test_the_label_the_function_and_the_question_of_a_fact_are_what_they_have_to_be() -> None:
    wrong: Any = 5
    with pytest.raises(InvalidInput) as caught:
        moment_fact("application.due", wrong, wrong, ask=wrong)
    assert [
        "application.due: 5 is not a label; say in words what it is",
        "application.due: 5 is not a function; give a question as ask='...'",
        "application.due: 5 is not a question; give a text",
    ] == [str(each) for each in caught.value.problems]


DAYS: dict[str, datetime] = {}


def test_a_fact_whose_function_raises_an_error_is_named_with_its_subject() -> None:
    wrong = moment_fact("application.due", "the task's due date", lambda subject: DAYS["due"])
    with pytest.raises(FactFailed) as caught:
        about(wrong, meeting())
    assert "application.due of Acme, Data engineer cannot be told: KeyError: 'due'" == str(
        caught.value
    )
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
        ] == [str(each) for each in caught.value.problems]


# -- the last contact -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        pytest.param(ENDS - TICK, False, id="just before the interview ends"),
        pytest.param(ENDS, True, id="as it ends"),
        pytest.param(ENDS + TICK, True, id="just after it ends"),
    ],
)
def test_contacts_count_from_the_end_of_the_latest_interview(
    moment: datetime, counts: bool
) -> None:
    thanked = meeting(done=[Done(act="thank-you", at=moment, to="Priya Shah")])
    expected = moment if counts else NOT_YET
    assert expected == about(application.last_contact, thanked)
    assert expected == about(application.last_contact, meeting(), heard=moment)


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        pytest.param(None, "2026-11-25 09:00", id="not heard of"),
        pytest.param("2026-11-24 18:00", "2026-11-25 09:00", id="heard of before"),
        pytest.param("2026-11-25 18:00", "2026-11-25 18:00", id="heard of since"),
    ],
)
def test_the_last_contact_is_the_last_thank_you_or_message(
    heard: str | None, expected: str
) -> None:
    thanked = meeting(
        interviewers=[priya(), tom()],
        done=[
            did("thank-you", "2026-11-25 09:00", to="Tom Reed"),
            did("thank-you", "2026-11-24 14:00", to="Priya Shah"),
            did("connect", "2026-11-27 09:00", to="Priya Shah"),
            did("debrief", "2026-11-28 09:00"),
            did("wave", "2026-11-28 10:00"),
        ],
    )
    last = about(application.last_contact, thanked, heard=heard and at(heard))
    assert expected == wall(last)


def test_thank_yous_for_an_earlier_interview_are_no_last_contact() -> None:
    late_thanks = [did("thank-you", "2026-11-24 14:00", to="Priya Shah")]
    earlier = meeting("2026-11-23 10:00", "2026-11-23 11:00", done=late_thanks)
    assert NOT_YET is about(application.last_contact, earlier, meeting())


def test_without_an_interview_there_is_no_last_contact() -> None:
    assert NOT_YET is about(application.last_contact, heard=ENDS)


def test_the_last_contact_hangs_on_the_latest_interviews_end() -> None:
    last = about(application.last_contact, meeting(ends=None), heard=ENDS)
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(last)


# -- another offer --------------------------------------------------------------------------------


def offered(
    employer: str,
    received: str,
    reply_by: date | datetime | None = None,
    *interviews: Interview,
    declined: bool = False,
    **more: Any,
) -> Application:
    offer = Offer(received=at(received), reply_by=reply_by, declined=declined)
    return applied(*interviews, employer=employer, offer=offer, **more)


def other_offer(
    *others: Application, own: Application | None = None, zone: str = LONDON
) -> tuple[Any, Any]:
    """Return when the other offer was received and when it has to be answered.

    The answer is the same in whatever order the applications are.
    """
    found = set()
    for applications in permutations([own or applied(meeting()), *others]):
        here = subject_of(searching(*applications, zone=zone), "application", of=ACME)
        found.add(
            (
                application.other_offer_received.evaluate(here),
                application.other_offer_reply_by.evaluate(here),
            )
        )
    [only] = found
    return only


RECEIVED, REPLY_BY = at("2026-11-26 10:00"), at("2026-12-03 17:00")


def test_an_offer_of_one_s_own_is_not_the_first_of_the_others_to_be_answered() -> None:
    mine = Offer(received=RECEIVED, reply_by=at("2026-12-01 10:00"))
    live = offered("Globex", "2026-11-26 10:00", REPLY_BY)
    assert (RECEIVED, REPLY_BY) == other_offer(live, own=applied(meeting(), offer=mine))


def test_an_offer_of_one_s_own_is_not_the_newest_of_the_others() -> None:
    own = applied(meeting(), offer=Offer(received=at("2026-11-30 10:00")))
    over = offered("Bolt", "2026-11-20 10:00", at("2026-11-24 10:00"))
    live = offered("Globex", "2026-11-26 10:00", REPLY_BY)
    assert (RECEIVED, REPLY_BY) == other_offer(over, live, own=own)


NO_OFFER = (NOT_YET, NOT_YET)


def test_another_offer_is_received_and_has_to_be_answered() -> None:
    bolt = offered("Bolt", "2026-11-26 10:00", REPLY_BY)
    assert (RECEIVED, REPLY_BY) == other_offer(bolt)


def test_another_offer_may_stay_open() -> None:
    assert (RECEIVED, NOT_YET) == other_offer(offered("Bolt", "2026-11-26 10:00"))


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([], id="no other application"),
        pytest.param([applied(employer="Bolt")], id="no offer"),
        pytest.param([offered("Bolt", "2026-11-26 10:00", declined=True)], id="declined"),
        pytest.param([offered("Bolt", "2026-11-26 10:00", outcome="withdrawn")], id="an outcome"),
        pytest.param([offered("Bolt", "2026-11-26 10:00", signed=REPLY_BY)], id="signed"),
    ],
)
def test_there_is_no_other_offer_unless_one_is_live(others: list[Application]) -> None:
    assert NO_OFFER == other_offer(*others)


def test_an_offer_of_the_applications_own_is_no_other() -> None:
    own = offered("Acme", "2026-11-26 10:00", REPLY_BY, meeting())
    assert NO_OFFER == other_offer(own=own)


def test_of_several_offers_the_one_to_be_answered_first_counts() -> None:
    others = [
        offered("Bolt", "2026-11-24 10:00", at("2026-12-04 17:00")),
        offered("Core", "2026-11-26 10:00", REPLY_BY),
        offered("Dune", "2026-11-25 10:00"),
    ]
    assert (RECEIVED, REPLY_BY) == other_offer(*others)


NEWEST = at("2026-12-02 10:00")


@pytest.mark.parametrize(
    ("reply_by", "expected"),
    [
        pytest.param(NEWEST - TICK, (NEWEST, NOT_YET), id="just before"),
        pytest.param(NEWEST, (RECEIVED, NEWEST), id="just then"),
        pytest.param(NEWEST + TICK, (RECEIVED, NEWEST + TICK), id="just after"),
    ],
)
def test_an_offer_that_had_to_be_answered_before_the_newest_came_is_left_out(
    reply_by: datetime, expected: tuple[Any, Any]
) -> None:
    older = offered("Bolt", "2026-11-26 10:00", reply_by)
    assert expected == other_offer(older, offered("Core", "2026-12-02 10:00"))


def test_a_newer_offer_that_was_declined_leaves_out_none() -> None:
    older = offered("Bolt", "2026-11-26 10:00", NEWEST - TICK)
    declined = offered("Core", "2026-12-02 10:00", declined=True)
    assert (RECEIVED, NEWEST - TICK) == other_offer(older, declined)


def test_of_offers_to_be_answered_together_the_one_received_first_counts() -> None:
    others = [
        offered("Bolt", "2026-11-27 10:00", REPLY_BY),
        offered("Core", "2026-11-26 10:00", REPLY_BY),
    ]
    assert (RECEIVED, REPLY_BY) == other_offer(*others)
    others = [offered("Bolt", "2026-11-27 10:00"), offered("Core", "2026-11-26 10:00")]
    assert (RECEIVED, NOT_YET) == other_offer(*others)


@pytest.mark.parametrize(
    ("others", "own", "expected"),
    [
        pytest.param([ABROAD], [meeting()], NEW_YORK, id="its own latest interview"),
        pytest.param([], [ABROAD], NEW_YORK, id="the latest interview of the one asked about"),
        pytest.param([], [], "Asia/Tokyo", id="the search"),
    ],
)
def test_a_date_to_reply_by_is_the_midnight_after_it_in_the_zone_of(
    others: list[Interview], own: list[Interview], expected: str
) -> None:
    bolt = offered("Bolt", "2026-11-26 10:00", date(2026, 12, 3), *others)
    _, reply_by = other_offer(bolt, own=applied(*own), zone="Asia/Tokyo")
    assert at("2026-12-04 00:00", expected) == reply_by


# -- routes ---------------------------------------------------------------------------------------

BY_PHONE = FollowUp(channel="phone", to="+44 20 7946 0000")


@pytest.mark.parametrize(
    ("recruiter", "expected"),
    [
        pytest.param(RACHEL, Route("email", "rachel@agency.example"), id="with an address"),
        pytest.param(Person(name="Rachel Green"), Route("email", "Rachel Green"), id="without"),
        pytest.param(None, NOT_YET, id="none"),
    ],
)
def test_a_recruiter_is_written_to(recruiter: Person | None, expected: object) -> None:
    assert expected == about(application.recruiter_route, recruiter=recruiter)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(
            {"recruiter": RACHEL, "follow_up": BY_PHONE},
            Route("email", "rachel@agency.example"),
            id="the recruiter before all",
        ),
        pytest.param(
            {"follow_up": BY_PHONE}, Route("phone", "+44 20 7946 0000"), id="else as they asked"
        ),
        pytest.param(
            {"follow_up": FollowUp(channel="portal")}, Route("portal", None), id="to nobody named"
        ),
        pytest.param({}, Route("email", None), id="else by e-mail"),
    ],
)
def test_a_chase_goes_to(known: dict[str, Any], expected: Route) -> None:
    assert expected == about(application.chase_route, meeting(), **known)


# -- an interview ---------------------------------------------------------------------------------


def test_an_interview_starts_and_ends() -> None:
    assert at("2026-11-24 10:00") == met(interview.starts)
    assert at("2026-11-24 11:00") == met(interview.ends)


def test_the_end_of_an_interview_is_unknown_while_it_is_missing() -> None:
    unknown = met(interview.ends, ends=None)
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)
    assert "When does the interview with {employer} end, or when did it?" == question(unknown)


def test_leaving_the_building_has_not_happened_while_it_is_missing() -> None:
    assert ENDS == met(interview.left, left=ENDS)
    assert NOT_YET is met(interview.left)


@pytest.mark.parametrize(
    ("medium", "expected"),
    [("video", True), ("phone", True), ("in-person", False), (None, False)],
)
def test_an_interview_by_video_or_phone_is_remote(medium: str | None, expected: bool) -> None:
    assert expected is met(interview.remote, medium=medium)


@pytest.mark.parametrize(
    ("tricky", "expected"),
    [
        pytest.param([], False, id="no question"),
        pytest.param([False, False], False, id="none tricky"),
        pytest.param([False, True], True, id="one tricky"),
    ],
)
def test_an_interview_has_tricky_questions_once_one_is(tricky: list[bool], expected: bool) -> None:
    questions = [AskedQuestion(text="Why us?", tricky=each) for each in tricky]
    assert expected is met(interview.tricky_questions, questions=questions)


# -- the next interview ---------------------------------------------------------------------------


def next_of(*applications: Application, fact: Moment = interview.next_starts) -> Any:
    """Return a fact of Acme's interview that starts at 10:00 on 24 November 2026."""
    of = f"{ACME} · 2026-11-24 10:00"
    return fact.evaluate(subject_of(searching(*applications), "interview", of=of))


def later(starts: datetime, **more: Any) -> Interview:
    return Interview(starts=starts, timezone=LONDON, **more)


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        pytest.param(ENDS - TICK, NOT_YET, id="just before this one ends"),
        pytest.param(ENDS, ENDS, id="as this one ends"),
        pytest.param(ENDS + TICK, ENDS + TICK, id="just after this one ends"),
    ],
)
def test_the_next_interview_starts_at_or_after_the_end(starts: datetime, expected: object) -> None:
    assert expected == next_of(applied(meeting(), later(starts)))
    assert expected == next_of(applied(later(starts), employer="Bolt"), applied(meeting()))


def test_there_is_none_after_the_last_interview() -> None:
    assert NOT_YET is next_of(applied(meeting()))


@pytest.mark.parametrize("outcome", ["rejected", "withdrawn", "declined", "accepted"])
def test_an_interview_of_an_application_with_an_outcome_is_not_the_next(outcome: Any) -> None:
    in_a_week, in_two = later(at("2026-12-01 10:00")), later(at("2026-12-08 10:00"))
    over = applied(in_a_week, employer="Bolt", outcome=outcome)
    running = applied(in_two, employer="Core", offer=OFFER)
    assert "2026-12-08 10:00" == wall(next_of(applied(meeting()), over, running))
    assert NOT_YET is next_of(applied(meeting(), in_a_week, outcome=outcome))


def test_the_next_interview_is_the_earliest_of_any_application() -> None:
    bolt = applied(later(at("2026-12-02 10:00")), later(at("2026-12-01 10:00")), employer="Bolt")
    own = applied(later(at("2026-12-03 10:00")), meeting())
    assert "2026-12-01 10:00" == wall(next_of(own, bolt))
    assert "2026-12-01 10:00" == wall(next_of(bolt, own))


def test_an_interview_that_takes_no_time_is_not_its_own_next() -> None:
    assert NOT_YET is next_of(applied(meeting(ends="2026-11-24 10:00")))


STARTS = at("2026-11-24 10:00")


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        pytest.param(STARTS - TICK, False, id="just before this one"),
        pytest.param(STARTS, True, id="with this one"),
        pytest.param(STARTS + TICK, True, id="just after this one"),
    ],
)
def test_while_the_end_is_missing_the_next_interview_is_unknown_if_another_starts(
    starts: datetime, expected: bool
) -> None:
    bolt = applied(later(starts), employer="Bolt")
    assert expected is isinstance(next_of(applied(meeting(ends=None)), bolt), Unknown)


def test_without_another_interview_there_is_no_next_even_while_the_end_is_missing() -> None:
    assert NOT_YET is next_of(applied(meeting(ends=None)))


def test_the_next_interview_hangs_on_the_end_of_this_one() -> None:
    unknown = next_of(applied(meeting(ends=None), later(ENDS)))
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        pytest.param("12:00", LONDON, id="the one that ends first"),
        pytest.param("08:00", NEW_YORK, id="else the first by the zone's name"),
    ],
)
def test_of_interviews_that_start_together_the_next_is(hour: str, expected: str) -> None:
    tomorrow = meeting("2026-11-25 12:00", "2026-11-25 13:00", key="here")
    abroad = meeting("2026-11-25 07:00", f"2026-11-25 {hour}", NEW_YORK, key="abroad")
    midnight = interview.next_starts.midnight_after
    for one, other in permutations([tomorrow, abroad]):
        job = applied(meeting(), one, other)
        assert at("2026-11-26 00:00", expected) == next_of(job, fact=midnight)


# -- a morning interview --------------------------------------------------------------------------

NOON, FIVE = at("2026-11-24 12:00"), at("2026-11-24 17:00")


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        pytest.param(at("2026-11-24 10:00"), ENDS, True, id="from 10 to 11"),
        pytest.param(at("2026-11-24 14:00"), at("2026-11-24 15:00"), False, id="from 14 to 15"),
        pytest.param(NOON - TICK, NOON, True, id="from just before noon"),
        pytest.param(NOON, NOON, False, id="from noon"),
        pytest.param(NOON + TICK, NOON + TICK, False, id="from just after noon"),
        pytest.param(ENDS, FIVE - TICK, True, id="until just before 17:00"),
        pytest.param(ENDS, FIVE, False, id="until 17:00"),
        pytest.param(ENDS, FIVE + TICK, False, id="until just after 17:00"),
        pytest.param(at("2026-11-24 00:00"), at("2026-11-24 01:00"), True, id="from midnight to 1"),
        pytest.param(
            at("2026-11-23 23:00"), at("2026-11-24 00:30"), False, id="over midnight, at night"
        ),
        pytest.param(
            at("2026-11-23 10:00"), at("2026-11-24 00:00"), False, id="from 10 until midnight"
        ),
        pytest.param(
            at("2026-11-23 10:00"), at("2026-11-24 11:00"), False, id="from 10 to 11 the next day"
        ),
        pytest.param(
            at("2026-03-29 00:30"), at("2026-03-29 11:00"), True, id="as the clocks go forward"
        ),
    ],
)
def test_a_morning_interview_starts_before_noon_and_leaves_an_hour_of_the_afternoon(
    starts: datetime, ends: datetime, expected: bool
) -> None:
    held = Interview(starts=starts, ends=ends, timezone=LONDON)
    here = subject_of(searching(applied(held)), "interview")
    assert expected is interview.in_the_morning.evaluate(here)


def test_a_morning_is_one_in_the_zone_of_the_interview() -> None:
    evening = meeting("2026-11-24 17:00", "2026-11-24 18:00", NEW_YORK, key="evening")
    morning = meeting("2026-11-24 09:00", "2026-11-24 10:00", NEW_YORK)  # from 14:00 in London
    held = subjects(searching(applied(morning, evening)))["interview"]
    assert [True, False] == [interview.in_the_morning.evaluate(each) for each in held]


def test_whether_it_was_in_the_morning_hangs_on_the_end() -> None:
    unknown = met(interview.in_the_morning, ends=None)
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)


# -- a person -------------------------------------------------------------------------------------

AGAIN = ("2026-12-01 10:00", "2026-12-01 11:00")


def of_tom(fact: Expression[Any], *applications: Application) -> Any:
    """Return a fact of the Tom Reed whom Acme's interview of 24 November 2026 is with."""
    of = f"Tom Reed · {ACME} · 2026-11-24 10:00"
    return fact.evaluate(subject_of(searching(*applications), "person", of=of))


def met_tom(done: Iterable[Done] = (), **known: Any) -> Interview:
    return meeting(interviewers=[Person(name="Tom Reed", **known)], done=done)


def met_again(name: str = "Tom Reed", **known: Any) -> Interview:
    return meeting(*AGAIN, interviewers=[Person(name=name, **known)])


DETAILS = [
    pytest.param(person.email, "email", id="email"),
    pytest.param(person.linkedin, "linkedin", id="linkedin"),
]


@pytest.mark.parametrize(("fact", "name"), DETAILS)
def test_a_detail_of_a_person_is_known_anywhere_in_the_application(
    fact: Expression[str], name: str
) -> None:
    known: dict[str, Any] = {name: "tom@acme.example"}
    other: dict[str, Any] = {name: "tom@home.example"}
    recruiter = Person(name="Tom Reed", **known)
    assert "tom@acme.example" == of_tom(fact, applied(met_tom(**known)))
    assert "tom@acme.example" == of_tom(fact, applied(met_again(**known), met_tom()))
    assert "tom@acme.example" == of_tom(fact, applied(met_tom(), recruiter=recruiter))
    assert "tom@acme.example" == of_tom(fact, applied(met_again(**other), met_tom(**known)))


@pytest.mark.parametrize(("fact", "name"), DETAILS)
def test_a_detail_of_a_person_is_unknown_elsewhere(fact: Expression[str], name: str) -> None:
    known: dict[str, Any] = {name: "tom@acme.example"}
    for applications in (
        [applied(met_tom())],
        [applied(met_tom()), applied(met_tom(**known), employer="Bolt")],
        [applied(met_tom(), met_again(name="Thomas Reed", **known))],
        [applied(met_tom(), recruiter=Person(name="Rachel Green", **known))],
    ):
        unknown = of_tom(fact, *applications)
        expected = [(f"person.{name}", f"Tom Reed · {ACME} · 2026-11-24 10:00")]
        assert expected == missing(unknown)


@pytest.mark.parametrize(("fact", "name"), DETAILS)
def test_a_detail_of_a_person_is_asked_for_once(fact: Expression[str], name: str) -> None:
    expected = [(f"person.{name}", f"Tom Reed · {ACME} · 2026-11-24 10:00")]
    for interviews in permutations([met_tom(), met_again()]):
        held = subjects(searching(applied(*interviews)))["person"]
        assert [expected] * 2 == [missing(fact.evaluate(each)) for each in held]


def test_of_namesakes_the_order_of_interviewers_does_not_decide_whom_to_ask_about() -> None:
    namesakes = [Person(name="Tom Reed", key=key) for key in "78"]
    asked: set[Missing] = set()
    for interviewers in permutations(namesakes):
        job = applied(meeting(interviewers=interviewers), met_again())
        here = subject_of(searching(job), "person", of=f"Tom Reed · {ACME} · 2026-12-01")
        unknown = person.email.evaluate(here)
        assert isinstance(unknown, Unknown)
        asked |= unknown.missing
    assert 1 == len(asked)


def test_questions_about_a_person_name_the_person() -> None:
    alone = applied(met_tom())
    assert "What is {person}'s e-mail address?" == question(of_tom(person.email, alone))
    assert "Which is {person}'s LinkedIn profile?" == question(of_tom(person.linkedin, alone))


SAME = [
    pytest.param({"key": "7"}, {"key": "7"}, True, id="one key"),
    pytest.param({"key": "7"}, {"key": "7", "name": "Thomas Reed"}, True, id="another name"),
    pytest.param({"key": "7"}, {"key": "8"}, False, id="two keys"),
    pytest.param({"key": "7"}, {}, True, id="a key only here"),
    pytest.param({}, {"key": "7"}, True, id="a key only there"),
    pytest.param({}, {}, True, id="no keys"),
    pytest.param({}, {"name": "Thomas Reed"}, False, id="no keys and another name"),
    pytest.param({}, {"key": "Tom Reed", "name": "Thomas Reed"}, False, id="a key like a name"),
]


@pytest.mark.parametrize(("here", "there", "same"), SAME)
@pytest.mark.parametrize(("fact", "name"), DETAILS)
def test_people_are_the_same_by_their_keys_or_else_by_their_names(
    fact: Expression[str], name: str, here: dict[str, Any], there: dict[str, Any], same: bool
) -> None:
    again = met_again(**there, **{name: "tom@acme.example"})
    assert same is isinstance(of_tom(fact, applied(met_tom(**here), again)), str)


@pytest.mark.parametrize(("here", "there", "same"), SAME)
@pytest.mark.parametrize("called", ["by key", "by name"])
def test_asking_a_person_to_connect_counts_for_the_same_one_elsewhere(
    called: str, here: dict[str, Any], there: dict[str, Any], same: bool
) -> None:
    [again] = met_again(**there).interviewers
    to = again.name if called == "by name" else again.key or again.name
    asked = meeting(*AGAIN, interviewers=[again], done=[did("connect", "2026-12-03 10:00", to=to)])
    assert same is of_tom(person.connected, applied(met_tom(**here), asked))


def test_of_two_addresses_known_elsewhere_the_order_of_interviews_decides_nothing() -> None:
    one = met_again(email="tom@acme.example")
    other = meeting(
        "2026-12-02 10:00",
        "2026-12-02 11:00",
        interviewers=[Person(name="Tom Reed", email="tom@home.example")],
    )
    found = {
        of_tom(person.email, applied(*interviews))
        for interviews in permutations([met_tom(), one, other])
    }
    assert 1 == len(found)


def asked_to_connect(to: str, act: str = "connect", **more: Any) -> Interview:
    return meeting(*AGAIN, done=[did(act, "2026-12-03 10:00", to=to)], **more)


@pytest.mark.parametrize(
    ("applications", "expected"),
    [
        pytest.param([applied(met_tom())], False, id="nowhere"),
        pytest.param(
            [applied(met_tom(done=[did("connect", "2026-11-27 10:00", to="Tom Reed")]))],
            True,
            id="at this interview",
        ),
        pytest.param(
            [applied(met_tom(), asked_to_connect("Tom Reed", interviewers=[tom()]))],
            True,
            id="at another interview",
        ),
        pytest.param(
            [
                applied(met_tom()),
                applied(asked_to_connect("Tom Reed", interviewers=[tom()]), employer="Bolt"),
            ],
            False,
            id="in another application",
        ),
        pytest.param(
            [applied(met_tom(), asked_to_connect("Tom Reed", "thank-you", interviewers=[tom()]))],
            False,
            id="another act",
        ),
        pytest.param(
            [applied(met_tom(), asked_to_connect("Tom Reed", "call", interviewers=[tom()]))],
            False,
            id="an act before it in the alphabet",
        ),
        pytest.param(
            [applied(met_tom(), asked_to_connect("Priya Shah", interviewers=[priya(), tom()]))],
            False,
            id="another person",
        ),
        pytest.param(
            [applied(met_tom(done=[did("connect", "2026-12-03 10:00")]))],
            False,
            id="nobody named",
        ),
    ],
)
def test_you_have_asked_a_person_to_connect_once_for_the_whole_application(
    applications: list[Application], expected: bool
) -> None:
    assert expected is of_tom(person.connected, *applications)
