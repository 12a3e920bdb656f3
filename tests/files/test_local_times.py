"""Dates and times as a file writes them, and everything that can be wrong with one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from documents import (
    A_DAY_THERE_IS,
    A_MOMENT_THERE,
    A_TIME,
    HERE,
    LONDON,
    NEW_YORK,
    PARIS,
    document,
    interview_in,
    met,
    problems,
)
from interview_followup import InvalidInput, JobSearch, moment_from_text, search_from_dict
from mistakes import mistakes
from zones import FOLDS, GAPS, aware, utc, wall


@pytest.mark.parametrize(
    "starts",
    [
        wall("2026-07-24T10:00"),
        aware("2026-07-24T11:00", PARIS),
        "2026-07-24T10:00",
        "2026-07-24 10:00",
        "2026-07-24T10:00:00",
        "2026-07-24T10:00:00.000000",
        "2026-07-24T09:00Z",
        "2026-07-24T11:00+02:00",
        {"at": "2026-07-24T11:00", "timezone": PARIS},
        {"at": wall("2026-07-24T05:00"), "timezone": NEW_YORK},
        {"at": "2026-07-24T09:00:00+00:00", "timezone": PARIS},
    ],
    ids=str,
)
def test_a_time_may_be_written_in_many_ways(starts: Any) -> None:
    given = met(starts=starts, timezone=LONDON)
    assert utc("2026-07-24T09:00") == interview_in(given).starts


def test_a_fraction_of_a_second_is_kept() -> None:
    starts = interview_in(met(starts="2026-11-24T10:00:00.25")).starts
    assert utc("2026-11-24T10:00:00.250000") == starts


def test_both_readings_of_a_repeated_time_can_be_given_with_their_offsets() -> None:
    first, second = "2025-10-26T01:30+01:00", "2025-10-26T01:30+00:00"
    interview = interview_in(met(starts=first, ends={"at": second, "timezone": LONDON}))
    assert (utc("2025-10-26T00:30"), utc("2025-10-26T01:30")) == (interview.starts, interview.ends)


@pytest.mark.parametrize(
    ("by", "meaning"),
    [
        (date(2026, 12, 4), date(2026, 12, 4)),
        ("2026-12-04", date(2026, 12, 4)),
        (wall("2026-12-04T12:00"), utc("2026-12-04T12:00")),
        ("2026-12-04T12:00", utc("2026-12-04T12:00")),
        ({"at": "2026-12-04T12:00", "timezone": NEW_YORK}, utc("2026-12-04T17:00")),
    ],
    ids=["TOML date", "JSON date", "TOML moment", "JSON moment", "table"],
)
def test_a_promise_is_by_a_date_or_by_a_moment(by: Any, meaning: date) -> None:
    [application] = search_from_dict(document({"promise": {"by": by}})).applications
    assert application.promise is not None
    assert (type(meaning), meaning) == (type(application.promise.by), application.promise.by)


def acme_in(search: JobSearch) -> Any:
    [application] = search.applications
    return application


def meeting_in(search: JobSearch) -> Any:
    [interview] = acme_in(search).interviews
    return interview


DAYS: dict[str, tuple[Callable[[Any], Any], Callable[[JobSearch], Any]]] = {
    "starts": (
        lambda day: met(starts=day),
        lambda search: meeting_in(search).starts,
    ),
    "ends": (
        lambda day: met(starts="2026-11-23T10:00", ends=day),
        lambda search: meeting_in(search).ends,
    ),
    "left": (
        lambda day: met(starts="2026-11-23T10:00", left=day),
        lambda search: meeting_in(search).left,
    ),
    "heard": (
        lambda day: document({"heard": day}),
        lambda search: acme_in(search).heard,
    ),
    "signed": (
        lambda day: document({"signed": day}),
        lambda search: acme_in(search).signed,
    ),
    "received": (
        lambda day: document({"offer": {"received": day}}),
        lambda search: acme_in(search).offer.received,
    ),
    "reply_by": (
        lambda day: document({"offer": {"reply_by": day}}),
        lambda search: acme_in(search).offer.reply_by,
    ),
    "by": (
        lambda day: document({"promise": {"by": day}}),
        lambda search: acme_in(search).promise.by,
    ),
    "made": (
        lambda day: document({"promise": {"within": "2 days", "made": day}}),
        lambda search: acme_in(search).promise.made,
    ),
    "at": (
        lambda day: document(done=[{"act": "keep-looking", "at": day}]),
        lambda search: search.done[0].at,
    ),
    "until": (
        lambda day: document(set_aside=[{"act": "keep-looking", "until": day}]),
        lambda search: search.set_aside[0].until,
    ),
}


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        (date(2026, 11, 24), date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        (wall("2026-11-24T00:00"), utc("2026-11-24T00:00")),
        ("2026-11-24T00:00", utc("2026-11-24T00:00")),
        ({"at": "2026-11-24T00:00", "timezone": LONDON}, utc("2026-11-24T00:00")),
    ],
    ids=["TOML date", "JSON date", "TOML moment", "JSON moment", "table"],
)
@pytest.mark.parametrize(("given", "read"), DAYS.values(), ids=DAYS)
def test_a_day_is_read_as_a_day_and_a_moment_as_a_moment(
    given: Callable[[Any], Any], read: Callable[[JobSearch], Any], written: Any, meaning: date
) -> None:
    """A midnight is a moment as any other."""
    value = read(search_from_dict(given(written)))
    assert (type(meaning), meaning) == (type(value), value)


@pytest.mark.parametrize("given", [given for given, _ in DAYS.values()], ids=DAYS)
def test_a_day_in_the_table_of_a_time_is_refused(given: Callable[[Any], Any]) -> None:
    """A day is one of the zone of what it is about, whatever else is said."""
    [problem] = problems(given({"at": date(2026, 11, 24), "timezone": NEW_YORK}))
    assert problem.endswith(f".at: 2026-11-24 is not a date and time; {A_MOMENT_THERE}")


@pytest.mark.parametrize(
    ("more", "zone"),
    [
        ({}, LONDON),
        ({"timezone": NEW_YORK}, NEW_YORK),
        ({"ends": {"at": "2026-11-24T11:00", "timezone": PARIS}}, PARIS),
    ],
    ids=["the search's", "its own", "of its end"],
)
def test_an_interview_known_to_the_day_has_a_zone_all_the_same(
    more: dict[str, Any], zone: str
) -> None:
    interview = interview_in(met(**{"starts": "2026-11-24", **more}))
    assert (zone, date(2026, 11, 24)) == (interview.timezone, interview.starts)
    assert not isinstance(interview.starts, datetime)


@pytest.mark.parametrize("end", ["09:59", "10:00"])
def test_an_offset_of_no_later_clock_time_is_one(end: str) -> None:
    interview = interview_in(met(starts=f"2026-11-24 10:00-{end}"))
    assert datetime.fromisoformat(f"2026-11-24T10:00:00-{end}") == interview.starts


def test_what_may_be_a_span_of_time_is_refused_rather_than_taken_for_an_offset() -> None:
    assert [
        f"{HERE}.starts: '2026-11-24 10:00-10:01' may be from 10:00 to 10:01, or have an offset; "
        "write one time, 2026-11-24T10:00:00, or with an offset 2026-11-24T10:00:00-10:01"
    ] == problems(met(starts="2026-11-24 10:00-10:01"))
    for written in ("2026-11-24T10:00-10:01", "2026-11-24 10:00:00-10:01"):
        assert utc("2026-11-24T20:01") == interview_in(met(starts=written)).starts


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("31/12/1969", "2026-11-24T10:00:00, perhaps with an offset, or as a day, 2026-11-24"),
        ("31/1/1970", "1970-01-31"),
        ("31/12/2199", "2199-12-31"),
        ("31/1/2200", "2026-11-24T10:00:00, perhaps with an offset, or as a day, 2026-11-24"),
    ],
)
def test_no_time_is_suggested_that_would_be_refused(written: str, mend: str) -> None:
    assert [f"{HERE}.starts: '{written}' is not a date and time; write it as {mend}"] == (
        problems(met(starts=written))
    )


@pytest.mark.parametrize("holiday", [date(2026, 12, 25), "2026-12-25"], ids=["TOML", "JSON"])
def test_a_holiday_is_a_date(holiday: Any) -> None:
    search = search_from_dict(document(workdays={"holidays": [holiday]}))
    assert frozenset([date(2026, 12, 25)]) == search.workdays.holidays


GAP, FOLD = GAPS[LONDON], FOLDS[LONDON]


@mistakes(
    (
        document({"interviews": [{}]}),
        f"{HERE}.starts: is missing; say when: a day, or a day and a time",
    ),
    (met(starts="soon"), f"{HERE}.starts: 'soon' is not a date and time; {A_TIME}"),
    (met(starts="10:00"), f"{HERE}.starts: '10:00' is not a date and time; {A_TIME}"),
    (
        met(starts="20261124T1000"),
        f"{HERE}.starts: '20261124T1000' is not a date and time; write it as 2026-11-24T10:00:00",
    ),
    (
        met(starts="2026-11-31"),
        f"{HERE}.starts: '2026-11-31' is not a date and time; {A_DAY_THERE_IS}",
    ),
    (
        met(starts=date(2200, 1, 1)),
        f"{HERE}.starts: 2200-01-01 is not between 1970 and 2200; check the year",
    ),
    (met(starts=1795514400), f"{HERE}.starts: 1795514400 is not a date and time; {A_TIME}"),
    (met(starts=[]), f"{HERE}.starts: [] is not a date and time; {A_TIME}"),
    (
        met(starts="2026-11-24T25:00"),
        f"{HERE}.starts: '2026-11-24T25:00' is not a date and time; "
        "check the time of day and its offset",
    ),
    (
        met(starts=GAP.before),
        f"{HERE}.starts: 2025-03-30T01:00:00 does not exist in Europe/London, "
        "where the clocks go forward then; did you mean 2025-03-30T02:00:00?",
    ),
    (
        met(starts=FOLD.after),
        f"{HERE}.starts: 2025-10-26T01:00:00 happens twice in Europe/London, where the clocks go "
        "back then; give its offset: 2025-10-26T01:00:00+01:00 or 2025-10-26T01:00:00+00:00",
    ),
    (
        met(starts="1969-12-31T23:59:59.999999Z"),
        f"{HERE}.starts: 1969-12-31T23:59:59.999999+00:00 "
        "is not between 1970 and 2200; check the year",
    ),
    (met(starts={"timezone": LONDON}), f"{HERE}.starts.at: is missing; {A_MOMENT_THERE}"),
    (
        met(starts={"at": "2026-11-24T10:00"}),
        f"{HERE}.starts.timezone: is missing; give an IANA name such as 'Europe/London'",
    ),
    (
        met(starts={"at": "soon", "timezone": LONDON}),
        f"{HERE}.starts.at: 'soon' is not a date and time; {A_MOMENT_THERE}",
    ),
    (
        met(starts={"at": GAP.before, "timezone": LONDON}),
        f"{HERE}.starts.at: 2025-03-30T01:00:00 does not exist in Europe/London, "
        "where the clocks go forward then; did you mean 2025-03-30T02:00:00?",
    ),
    (
        met(starts={"at": "2026-11-24T10:00", "timezone": "Europe/Londn"}),
        f"{HERE}.starts.timezone: 'Europe/Londn' is not an IANA time zone; "
        "did you mean 'Europe/London'?",
    ),
    (
        met(starts={"at": "2026-11-24T10:00", "timezone": 5}),
        f"{HERE}.starts.timezone: 5 is not text; put it in quotes",
    ),
    (
        met(starts={"at": "2026-11-24T10:00", "timezone": LONDON, "timzone": LONDON}),
        f"{HERE}.starts.timzone: is not a key here; did you mean 'timezone'?",
    ),
    (
        met(starts="2026-11-24", minutes=60),
        f"{HERE}.minutes: is given, but of starts only the day; "
        "leave it out, or give the moment at which the interview starts",
    ),
    (
        met(starts="2026-11-24", left="2026-11-24T12:00"),
        f"{HERE}.left: is given, but of starts only the day; "
        "leave it out, or give the moment at which the interview starts",
    ),
    (met(ends="2026-11-23"), f"{HERE}.ends: is before starts; give an end after the start"),
    (met(ends="2026-12-01"), f"{HERE}.ends: is more than 7 days after starts; check the day"),
    (met(ends="2026-11-24T09:59"), f"{HERE}.ends: is before starts; give an end after the start"),
    (
        document({"promise": {"by": "2026-02-30"}}),
        f"applications[0].promise.by: '2026-02-30' is not a date and time; {A_DAY_THERE_IS}",
    ),
    (
        document({"promise": {"by": "20261204"}}),
        "applications[0].promise.by: '20261204' is not a date and time; write it as 2026-12-04",
    ),
    (
        document({"promise": {"by": "soon"}}),
        f"applications[0].promise.by: 'soon' is not a date and time; {A_TIME}",
    ),
    (
        document({"promise": {"by": {"at": date(2026, 12, 4), "timezone": LONDON}}}),
        f"applications[0].promise.by.at: 2026-12-04 is not a date and time; {A_MOMENT_THERE}",
    ),
)
def test_a_wrong_time_is_named_with_its_place_and_mend(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


@pytest.mark.parametrize("timezone", ["Asia/Kathmandu", "Etc/GMT+12"])
@pytest.mark.parametrize("starts", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("more", [{}, {"minutes": 60}], ids=["without end", "with minutes"])
def test_a_time_at_the_ends_of_the_calendar_is_named(
    starts: str, timezone: str, more: dict[str, int]
) -> None:
    first, *_ = problems(met(starts=starts, timezone=timezone, **more))
    assert first.startswith(f"{HERE}.starts: ")


@pytest.mark.parametrize(
    "starts",
    [
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59Z",
        "9999-12-31T23:59-12:00",
        {"at": "0001-01-01T00:00+14:00", "timezone": LONDON},
        {"at": "0001-01-01T00:00Z", "timezone": NEW_YORK},
        {"at": "9999-12-31T23:59Z", "timezone": PARIS},
        {"at": "9999-12-31T23:59-12:00", "timezone": LONDON},
    ],
    ids=str,
)
@pytest.mark.parametrize("more", [{}, {"minutes": 60}], ids=["without end", "with minutes"])
def test_a_time_at_the_ends_of_the_calendar_is_named_whatever_its_offset(
    starts: Any, more: dict[str, int]
) -> None:
    first, *_ = problems(met(starts=starts, **more))
    assert re.match(r".*\.starts(\.at)?: .* is not between 1970 and 2200; check the year", first)


def test_rfc_3339_may_be_written_in_lower_case() -> None:
    assert interview_in(met(starts="2026-11-24t10:00:00z")).starts == utc("2026-11-24T10:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("2026-12-01T10:00", aware("2026-12-01T10:00", PARIS)),
        ("2026-12-01 10:00:30", aware("2026-12-01T10:00:30", PARIS)),
        ("2026-12-01T10:00Z", aware("2026-12-01T11:00", PARIS)),
    ],
    ids=["a day", "local to the zone", "with a blank", "with an offset"],
)
def test_a_moment_is_read_from_a_text(text: str, expected: date) -> None:
    assert expected == moment_from_text(text, timezone=PARIS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"until: '' is not a date and time; {A_TIME}"),
        ("soon", f"until: 'soon' is not a date and time; {A_TIME}"),
        ("2026-02-30", f"until: '2026-02-30' is not a date and time; {A_DAY_THERE_IS}"),
        ("1969-12-31", "until: 1969-12-31 is not between 1970 and 2200; check the year"),
        (
            GAP.before,
            "until: 2025-03-30T01:00:00 does not exist in Europe/London, "
            "where the clocks go forward then; did you mean 2025-03-30T02:00:00?",
        ),
    ],
)
def test_a_text_that_says_no_moment_is_refused_with_its_mend(text: str, message: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        moment_from_text(str(text), timezone=LONDON, place="until")
    assert message == str(caught.value)


def test_a_text_is_no_moment_of_a_zone_that_there_is_not() -> None:
    with pytest.raises(InvalidInput, match=r"^timezone: 'Europe/Londn' is not an IANA time zone"):
        moment_from_text("2026-12-01T10:00", timezone="Europe/Londn")
