"""Moments of which only the day is known: what they stand for, and what counts since them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from builders import LONDON, NEW_YORK, TICK, applied, at, meeting, searching
from expressions import HERE, NEVER, SOMETIME, on, subject_of
from facts import missing
from interview_followup import Application, Interview, Promise
from interview_followup._clock import zone
from interview_followup.language import (
    Expression,
    Unknown,
    application,
    days,
    detail_fact,
    first_known,
    interview,
    moment_fact,
    search,
)
from interview_followup.language._day import (
    Day,
    a_day,
    beginning,
    counts_since,
    moment,
    recorded,
)
from interview_followup.language._evaluation import day_known
from interview_followup.language._missing import Missing

TUESDAY = date(2026, 11, 24)
FIRST, END = at("2026-11-24 00:00"), at("2026-11-25 00:00")
STARTS, ENDS = at("2026-11-24 10:00"), at("2026-11-24 11:00")


@pytest.mark.parametrize(
    ("day", "timezone", "expected"),
    [
        pytest.param(TUESDAY, LONDON, Day(FIRST, END), id="of 24 hours"),
        pytest.param(
            TUESDAY,
            NEW_YORK,
            Day(at("2026-11-24 00:00", NEW_YORK), at("2026-11-25 00:00", NEW_YORK)),
            id="elsewhere",
        ),
        pytest.param(
            date(2026, 3, 29),
            LONDON,
            Day(datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 3, 29, 23, tzinfo=UTC)),
            id="of 23 hours",
        ),
        pytest.param(
            date(2026, 10, 25),
            LONDON,
            Day(datetime(2026, 10, 24, 23, tzinfo=UTC), datetime(2026, 10, 26, tzinfo=UTC)),
            id="of 25 hours",
        ),
        pytest.param(
            date(2026, 9, 6),
            "America/Santiago",
            Day(datetime(2026, 9, 6, 4, tzinfo=UTC), datetime(2026, 9, 7, 3, tzinfo=UTC)),
            id="that begins at 01:00",
        ),
    ],
)
def test_a_day_is_from_its_first_moment_to_the_midnight_after_it(
    day: date, timezone: str, expected: Day
) -> None:
    assert expected == a_day(day, zone(timezone))
    assert (expected.first, expected.end) == (beginning(expected), moment(expected))


def test_a_moment_is_itself_and_begins_with_itself() -> None:
    assert (ENDS, ENDS) == (moment(ENDS), beginning(ENDS))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("interview.ends", Day(FIRST, END)),
        ("interview.left", Day(FIRST, END)),
        ("application.heard", Day(FIRST, END)),
        ("application.signed", Day(FIRST, END)),
        ("promise.by", Day(FIRST, END)),
        ("offer.reply_by", Day(FIRST, END)),
        ("done.at", Day(FIRST, END)),
        ("interview.starts", FIRST),
        ("offer.received", FIRST),
        ("set_aside.until", FIRST),
    ],
)
def test_a_day_on_record_stays_one_unless_it_stands_for_its_first_moment(
    place: str, expected: object
) -> None:
    assert expected == recorded(place, TUESDAY, zone(LONDON))
    assert ENDS == recorded(place, ENDS, zone(LONDON))
    assert None is recorded(place, None, zone(LONDON))


@pytest.mark.parametrize(
    ("start", "counts"),
    [
        pytest.param(END - TICK, True, id="just before the day is over"),
        pytest.param(END, False, id="as it is over"),
        pytest.param(END + TICK, False, id="just after it is over"),
    ],
)
def test_a_day_counts_since_a_moment_unless_it_was_over_by_then(
    start: datetime, counts: bool
) -> None:
    assert counts is counts_since(Day(FIRST, END), start)


@pytest.mark.parametrize(
    ("start", "counts"),
    [(ENDS - TICK, True), (ENDS, True), (ENDS + TICK, False)],
    ids=["just before it", "at it", "just after it"],
)
def test_a_moment_counts_since_any_before_it_and_since_itself(
    start: datetime, counts: bool
) -> None:
    assert counts is counts_since(ENDS, start)


# -- the days that facts give ---------------------------------------------------------------------

AT_ACME = (("employer", "acme", "data engineer"),)
NO_END = meeting(ends=None)
WHEN_IT_ENDS = Missing(
    "interview.ends",
    "When does the interview with {employer} on {day} end, or when did it?",
    (*AT_ACME, ("starts", "2026-11-24T10:00:00+00:00")),
    day_known=True,
)
UNTOLD = Day(FIRST, END, frozenset([WHEN_IT_ENDS]), STARTS)


@pytest.mark.parametrize(
    ("fact", "job", "expected"),
    [
        (interview.ends, applied(NO_END), UNTOLD),
        (application.first_ends, applied(NO_END), UNTOLD),
        (application.latest_ends, applied(NO_END), UNTOLD),
        (search.first_ends, applied(NO_END), UNTOLD),
        (interview.left, applied(meeting(left=TUESDAY)), Day(FIRST, END)),
        (application.heard, applied(meeting(), heard=TUESDAY), Day(FIRST, END)),
        (application.signed, applied(meeting(), signed=TUESDAY), Day(FIRST, END)),
        (application.promise, applied(meeting(), promise=Promise(by=TUESDAY)), Day(FIRST, END)),
        (application.awaited, applied(meeting(), promise=Promise(by=TUESDAY)), Day(FIRST, END)),
        (
            application.promise,
            applied(meeting(), promise=Promise(within=days(1), made=date(2026, 11, 23))),
            Day(FIRST, END),
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, Expression) else "",
)
def test_a_fact_gives_the_day_where_only_that_is_known(
    fact: Expression[Any], job: Application, expected: Day
) -> None:
    here = subject_of(searching(job))
    assert expected == day_known(fact, here)
    assert END == fact.evaluate(here)


def test_of_what_is_known_to_the_minute_no_day_is_given() -> None:
    for fact in (interview.ends, interview.starts, application.latest_ends, application.promise):
        assert None is day_known(fact, HERE)


@pytest.mark.parametrize(
    "part",
    [
        interview.ends + days(0),
        first_known(interview.ends, interview.starts),
        interview.ends.known,
        detail_fact("interview.topic", "the topic", lambda _: TUESDAY),
        SOMETIME,
        NEVER,
        on(END),
    ],
    ids=str,
)
def test_only_a_fact_that_is_a_moment_gives_a_day(part: Expression[Any]) -> None:
    assert None is day_known(part, subject_of(searching(applied(NO_END))))


def test_a_fact_of_ones_own_may_give_a_date_in_the_zone_of_what_it_is_about() -> None:
    abroad = meeting(zone=NEW_YORK)
    later = meeting("2026-12-01 10:00", "2026-12-01 11:00")
    here = subject_of(searching(applied(abroad, later)), "interview", of="2026-11-24")
    own = moment_fact("interview.own", "my own", lambda _: TUESDAY)
    theirs = moment_fact("application.own", "their own", lambda _: TUESDAY)
    assert a_day(TUESDAY, zone(NEW_YORK)) == day_known(own, here)
    assert at("2026-11-25 00:00", NEW_YORK) == own.evaluate(here)
    assert a_day(TUESDAY, zone(LONDON)) == day_known(theirs, here)


# -- the end of an interview that nobody told -----------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "timezone", "expected"),
    [
        pytest.param(STARTS, LONDON, Day(FIRST, END, asked_from=STARTS), id="in the morning"),
        pytest.param(FIRST, LONDON, Day(FIRST, END, asked_from=FIRST), id="at midnight"),
        pytest.param(
            END - TICK, LONDON, Day(FIRST, END, asked_from=END - TICK), id="just before midnight"
        ),
        pytest.param(
            at("2026-11-24 20:00"),
            "Asia/Tokyo",
            Day(
                at("2026-11-25 00:00", "Asia/Tokyo"),
                at("2026-11-26 00:00", "Asia/Tokyo"),
                asked_from=at("2026-11-24 20:00"),
            ),
            id="elsewhere",
        ),
        pytest.param(TUESDAY, LONDON, Day(FIRST, END, asked_from=FIRST), id="on a day"),
    ],
)
def test_an_interview_whose_end_nobody_told_ends_with_the_day_on_which_it_starts(
    starts: date, timezone: str, expected: Day
) -> None:
    here = subject_of(searching(applied(Interview(starts=starts, timezone=timezone))))
    day = day_known(interview.ends, here)
    assert day is not None
    assert expected == day._replace(missing=frozenset())
    assert [("interview.ends", here.identities)] == [
        (missing_.fact, missing_.identities) for missing_ in day.missing
    ]


def test_an_end_of_which_only_the_day_is_told_is_the_end_of_that_day_and_asked_for() -> None:
    two_days = Interview(starts=STARTS, ends=date(2026, 11, 25), timezone=LONDON)
    here = subject_of(searching(applied(two_days)))
    expected = Day(END, at("2026-11-26 00:00"), frozenset([WHEN_IT_ENDS]), STARTS)
    assert expected == day_known(interview.ends, here)
    assert at("2026-11-26 00:00") == interview.ends.evaluate(here)


@pytest.mark.parametrize("ends", [None, TUESDAY], ids=["nobody told", "only its day"])
def test_the_end_to_the_minute_is_unknown_where_only_its_day_is_known(ends: date | None) -> None:
    here = subject_of(searching(applied(Interview(starts=STARTS, ends=ends, timezone=LONDON))))
    unknown = interview.exact_ends.evaluate(here)
    assert [("interview.ends", "Acme, Data engineer · 2026-11-24 10:00")] == missing(unknown)
    assert isinstance((interview.exact_ends - days(1)).evaluate(here), Unknown)
    assert ENDS == interview.exact_ends.evaluate(HERE)
