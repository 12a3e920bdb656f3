"""By when an application was promised to hear, and when a promise is spent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    meeting,
    searching,
    wall,
)
from expressions import subject_of
from facts import (
    ABROAD,
    ACME,
    ENDS,
    about,
    missing,
    question,
)
from interview_followup import (
    Interview,
    Promise,
    Workdays,
)
from interview_followup.language import (
    Moment,
    Unknown,
    application,
    days,
    hours,
    minutes,
    working_days,
)

MIDNIGHT = at("2026-11-27 00:00")
FOUR = at("2026-11-24 16:00")


@pytest.mark.parametrize(
    "promise",
    [None, Promise(), Promise(channel="email"), Promise(made=date(2026, 11, 24))],
    ids=["none", "empty", "no date", "only when it was made"],
)
def test_a_promise_without_a_date_is_unknown(promise: Promise | None) -> None:
    for fact in (application.promise, application.awaited):
        unknown = about(fact, meeting(), promise=promise)
        assert [("application.promise", ACME)] == missing(unknown)
        assert "Did {employer} say when you would hear?" == question(unknown)


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


BY, BY_DAY = at("2026-12-04 12:00"), date(2026, 12, 4)
THAT_DAY = at("2026-12-04 00:00")


@pytest.mark.parametrize(
    ("by", "heard", "spent"),
    [
        pytest.param(BY, BY - TICK, False, id="just before"),
        pytest.param(BY, BY, True, id="just then"),
        pytest.param(BY, BY + TICK, True, id="just after"),
        pytest.param(BY, date(2026, 12, 3), False, id="on the day before"),
        pytest.param(BY, date(2026, 12, 4), True, id="some time on its day"),
        pytest.param(BY, date(2026, 12, 5), True, id="on the day after"),
        pytest.param(BY_DAY, THAT_DAY - TICK, False, id="just before the day promised"),
        pytest.param(BY_DAY, THAT_DAY, True, id="as the day promised begins"),
        pytest.param(BY_DAY, THAT_DAY + TICK, True, id="just after it begins"),
        pytest.param(BY_DAY, date(2026, 12, 3), False, id="on the day before that promised"),
        pytest.param(BY_DAY, BY_DAY, True, id="on the day promised"),
        pytest.param(BY_DAY, date(2026, 12, 5), True, id="on the day after that promised"),
    ],
)
@pytest.mark.parametrize("interviews", [[meeting()], []], ids=["interviewed", "not interviewed"])
def test_a_promise_is_spent_once_they_write_at_or_after_it(
    interviews: list[Interview], by: date | datetime, heard: date | datetime, spent: bool
) -> None:
    awaited = about(application.awaited, *interviews, promise=Promise(by=by), heard=heard)
    assert spent is isinstance(awaited, Unknown)


def test_a_spent_promise_asks_for_a_new_one() -> None:
    spent = about(application.awaited, meeting(), promise=Promise(by=BY), heard=BY)
    assert [("application.promise", ACME)] == missing(spent)


@pytest.mark.parametrize(
    ("by", "spent"),
    [
        pytest.param(at("2026-11-26 10:00") - TICK, True, id="just before it starts"),
        pytest.param(at("2026-11-26 10:00"), False, id="as it starts"),
        pytest.param(at("2026-11-26 10:00") + TICK, False, id="just after it starts"),
        pytest.param(date(2026, 11, 25), True, id="on the day before"),
        pytest.param(date(2026, 11, 26), False, id="on its day"),
    ],
)
def test_an_interview_whose_end_nobody_told_spends_what_was_promised_before_it_starts(
    by: date | datetime, spent: bool
) -> None:
    endless = meeting("2026-11-26 10:00", None)
    awaited = about(application.awaited, endless, promise=Promise(by=by))
    assert spent is isinstance(awaited, Unknown)


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        pytest.param(Promise(by=BY_DAY), THAT_DAY, id="by a day"),
        pytest.param(Promise(by=BY), THAT_DAY, id="by a moment of it"),
        pytest.param(Promise(by=THAT_DAY), THAT_DAY, id="by its first moment"),
        pytest.param(
            Promise(by=THAT_DAY - TICK), at("2026-12-03 00:00"), id="by just before it begins"
        ),
        pytest.param(
            Promise(within=days(3), made=date(2026, 12, 1)), THAT_DAY, id="within days from a day"
        ),
        pytest.param(
            Promise(within=days(3), made=at("2026-12-01 15:00")), THAT_DAY, id="from a moment"
        ),
        pytest.param(
            Promise(within=hours(72), made=at("2026-12-01 15:00")), THAT_DAY, id="within hours"
        ),
    ],
)
def test_the_day_promised_is_told_by_its_first_moment(promise: Promise, expected: datetime) -> None:
    assert expected == about(application.promised_day, meeting(), promise=promise)


def test_the_day_promised_is_one_of_the_latest_interview_s_zone() -> None:
    promise = Promise(by=at("2026-12-04 03:00"))
    assert at("2026-12-03 00:00", NEW_YORK) == about(
        application.promised_day,
        meeting("2026-11-20 10:00", "2026-11-20 11:00"),
        ABROAD,
        promise=promise,
    )


def test_the_day_promised_is_unknown_without_a_promise() -> None:
    unknown = about(application.promised_day, meeting())
    assert [("application.promise", ACME)] == missing(unknown)
    assert "Did {employer} say when you would hear?" == question(unknown)


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
    search = searching(applied(meeting(), promise=promise, workdays=own), workdays=general)
    assert expected == wall(application.promise.evaluate(subject_of(search, "application")))


def test_a_promise_within_working_days_leaves_out_the_holidays_of_a_region() -> None:
    promise = Promise(within=working_days(5), made=date(2026, 12, 22))
    job_search = searching(applied(meeting(), promise=promise), workdays="GB-ENG")
    moment = application.promise.evaluate(subject_of(job_search, "application"))
    assert "2027-01-01 00:00" == wall(moment)


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
    moment = about(application.promise, zone=NEW_YORK, promise=promise)
    assert at("2026-11-26 00:00", NEW_YORK) == moment


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


@pytest.mark.parametrize(
    ("ends", "spent"),
    [(MIDNIGHT - TICK, False), (MIDNIGHT, False), (MIDNIGHT + TICK, True)],
    ids=["just before", "as it ends", "just after"],
)
def test_a_promise_within_a_period_is_spent_once_a_later_interview_has_ended(
    ends: datetime, spent: bool
) -> None:
    night = Interview(starts=at("2026-11-26 23:00"), ends=ends)
    moment = about(application.awaited, night, promise=Promise(within=days(2), made=TUESDAY))
    assert spent is isinstance(moment, Unknown)


THURSDAY = at("2026-11-26 00:00")


@pytest.mark.parametrize(
    ("heard", "spent"),
    [
        (THURSDAY - TICK, False),
        (THURSDAY, True),
        (THURSDAY + TICK, True),
        (date(2026, 11, 25), False),
        (date(2026, 11, 26), True),
    ],
    ids=["just before", "as it begins", "just after", "on the day before", "on that day"],
)
def test_a_promise_within_a_period_is_spent_once_they_write_on_its_last_day_or_later(
    heard: date | datetime, spent: bool
) -> None:
    promise = Promise(within=days(2), made=TUESDAY)
    moment = about(application.awaited, meeting(), promise=promise, heard=heard)
    assert spent is isinstance(moment, Unknown)


@pytest.mark.parametrize(
    ("heard", "spent"),
    [(FOUR - TICK, False), (FOUR, True), (FOUR + TICK, True)],
    ids=["just before", "just then", "just after"],
)
def test_a_promise_within_hours_is_spent_once_they_write_at_or_after_that_moment(
    heard: datetime, spent: bool
) -> None:
    promise = Promise(within=hours(5), made=at("2026-11-24 11:00"))
    awaited = about(application.awaited, meeting(), promise=promise, heard=heard)
    assert spent is isinstance(awaited, Unknown)
