"""The clock: gaps and folds, days and hours, working days and office hours, in every zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drawing import examples
from interview_followup import InvalidInput, Problem, Workdays
from interview_followup._clock import (
    Direction,
    Period,
    Unit,
    Works,
    agree,
    at,
    by_when,
    city,
    day_from,
    end_of,
    exists,
    in_hours,
    in_words,
    instant_of,
    is_workday,
    local,
    midnight_after,
    office_time,
    quarter,
    read,
    read_period,
    readings,
    reckoned,
    resolve,
    said,
    said_day,
    seen_from,
    shift,
    short_day,
    transitions,
    zone,
    zone_names,
)
from interview_followup._clock import (
    given as given_as,
)
from zones import FOLDS, GAPS, TICK, ZONES, Transition, aware, utc, wall

NINE, FIVE = time(9), time(17)
WHAT_A_ZONE_IS = (
    "give an IANA name such as 'Europe/London': an area and one of its cities in the tz database, "
    "no abbreviation and no offset"
)
MONDAY_TO_FRIDAY = Workdays().works


def every_day(day: date) -> bool:
    return True


def shift_back(instant: datetime, period: Period, zone: ZoneInfo, works: Works) -> datetime:
    return shift(instant, period, zone, works, -1)


def wall_of(instant: datetime, name: str) -> datetime:
    """Return what a clock in a zone reads at an instant."""
    return instant.astimezone(ZoneInfo(name)).replace(tzinfo=None, fold=0)


gaps = pytest.mark.parametrize("gap", GAPS.values(), ids=GAPS)
folds = pytest.mark.parametrize("fold", FOLDS.values(), ids=FOLDS)


@folds
def test_a_repeated_time_is_given_with_its_offset_and_any_other_as_it_reads(
    fold: Transition,
) -> None:
    zone = ZoneInfo(fold.zone)
    for instant in (fold.instant - fold.length, fold.instant, fold.instant + fold.length - TICK):
        assert instant == instant_of(given_as(instant, zone))
        assert instant.astimezone(zone).utcoffset() == given_as(instant, zone).utcoffset()
    assert fold.after - TICK == given_as(fold.instant - fold.length - TICK, zone)
    assert fold.before == given_as(fold.instant + fold.length, zone)


def test_a_repeated_time_with_an_offset_of_minutes_is_given_with_it() -> None:
    chatham = ZoneInfo("Pacific/Chatham")
    second = utc("2026-04-04T14:30")
    assert "2026-04-05T03:15:00+12:45" == given_as(second, chatham).isoformat()


def test_a_repeated_time_with_an_offset_of_seconds_is_given_in_utc() -> None:
    # Until 1972 clocks in Liberia were 44 minutes and 30 seconds behind, and then went forward;
    # no clock with such an offset was ever put back after 1970, so a zone is made up here.
    class Odd(ZoneInfo):
        def utcoffset(self, when: datetime | None) -> timedelta | None:
            assert when is not None
            return timedelta(seconds=90 if when.fold else 3690)

    odd = Odd.no_cache("Europe/London")
    assert UTC is given_as(utc("2025-10-26T01:30"), odd).tzinfo


# -- computed wall times --------------------------------------------------------------------------


@gaps
def test_a_computed_time_in_a_gap_moves_forward_by_the_gap(gap: Transition) -> None:
    zone = ZoneInfo(gap.zone)
    assert [gap.instant - TICK, gap.instant, gap.instant + gap.length - TICK] == [
        resolve(gap.before - TICK, zone),
        resolve(gap.before, zone),
        resolve(gap.after - TICK, zone),
    ]


@gaps
def test_the_first_time_after_a_gap_is_where_the_gap_s_first_time_moves_to(gap: Transition) -> None:
    assert gap.instant == resolve(gap.after, ZoneInfo(gap.zone))


@folds
def test_a_computed_time_in_a_fold_is_its_first_reading(fold: Transition) -> None:
    zone = ZoneInfo(fold.zone)
    assert [
        fold.instant - fold.length - TICK,
        fold.instant - fold.length,
        fold.instant - TICK,
        fold.instant + fold.length,
    ] == [
        resolve(fold.after - TICK, zone),
        resolve(fold.after, zone),
        resolve(fold.before - TICK, zone),
        resolve(fold.before, zone),
    ]


@pytest.mark.parametrize(
    ("name", "computed", "instant"),
    [
        ("Europe/London", "2025-06-24T10:00", "2025-06-24T09:00"),
        ("America/New_York", "2025-06-24T10:00", "2025-06-24T14:00"),
        ("Australia/Lord_Howe", "2025-06-24T10:00", "2025-06-23T23:30"),
        ("Africa/Cairo", "2024-06-24T10:00", "2024-06-24T07:00"),
        ("Asia/Beirut", "2025-06-24T10:00", "2025-06-24T07:00"),
        ("America/Havana", "2025-06-24T10:00", "2025-06-24T14:00"),
        ("Pacific/Apia", "2025-06-24T10:00", "2025-06-23T21:00"),
        ("Europe/Dublin", "2025-06-24T10:00", "2025-06-24T09:00"),
        ("Africa/Casablanca", "2024-03-24T10:00", "2024-03-24T10:00"),
        ("Asia/Kathmandu", "2025-06-24T10:00", "2025-06-24T04:15"),
        ("Pacific/Kiritimati", "2025-06-24T10:00", "2025-06-23T20:00"),
        ("Etc/GMT+12", "2025-06-24T10:00", "2025-06-24T22:00"),
    ],
)
def test_every_zone_has_its_own_ten_o_clock(name: str, computed: str, instant: str) -> None:
    assert utc(instant) == resolve(wall(computed), ZoneInfo(name))


# -- given wall times -----------------------------------------------------------------------------


@gaps
def test_a_given_time_around_a_gap_is_read(gap: Transition) -> None:
    zone = ZoneInfo(gap.zone)
    around = [read(gap.before - TICK, zone), read(gap.after, zone)]
    assert [gap.instant - TICK, gap.instant] == around


@gaps
@pytest.mark.parametrize("edge", ["first", "last"])
def test_a_given_time_in_a_gap_is_refused(gap: Transition, edge: str) -> None:
    given = gap.before if edge == "first" else gap.after - TICK
    with pytest.raises(InvalidInput, match=f"does not exist in {gap.zone.replace('+', '.')}"):
        read(given, ZoneInfo(gap.zone))


@folds
def test_a_given_time_around_a_fold_is_read(fold: Transition) -> None:
    zone = ZoneInfo(fold.zone)
    around = [read(fold.after - TICK, zone), read(fold.before, zone)]
    assert [fold.instant - fold.length - TICK, fold.instant + fold.length] == around


@folds
@pytest.mark.parametrize("edge", ["first", "last"])
def test_a_given_time_in_a_fold_is_refused(fold: Transition, edge: str) -> None:
    given = fold.after if edge == "first" else fold.before - TICK
    with pytest.raises(InvalidInput, match=f"happens twice in {fold.zone}"):
        read(given, ZoneInfo(fold.zone))


def test_the_mend_for_a_time_that_does_not_exist_is_the_time_after_the_gap() -> None:
    with pytest.raises(InvalidInput) as caught:
        read(wall("2025-03-30T01:30"), ZoneInfo("Europe/London"))
    assert ["did you mean 2025-03-30T02:30:00?"] == [
        problem.mend for problem in caught.value.problems
    ]


def test_the_mend_for_a_time_that_happens_twice_is_to_give_its_offset() -> None:
    with pytest.raises(InvalidInput) as caught:
        read(wall("2025-10-26T01:30"), ZoneInfo("Europe/London"))
    mend = "give its offset: 2025-10-26T01:30:00+01:00 or 2025-10-26T01:30:00+00:00"
    assert [mend] == [problem.mend for problem in caught.value.problems]


@pytest.mark.parametrize("given", ["0001-01-01T00:00", "9999-12-31T23:59:59.999999"])
@pytest.mark.parametrize("name", ["Asia/Kathmandu", "Etc/GMT+12"])
def test_a_given_time_at_the_ends_of_the_calendar_is_read_or_refused(name: str, given: str) -> None:
    try:
        instant = read(wall(given), ZoneInfo(name))
    except InvalidInput:
        return
    assert wall(given) == wall_of(instant, name)


# -- aware times ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "moment",
    [
        aware("2025-10-26T01:30", "Europe/London", fold=1),
        pendulum.datetime(2025, 10, 26, 1, 30, tz="Europe/London", fold=1),
        datetime(2025, 10, 26, 1, 30, tzinfo=UTC),
        datetime(2025, 10, 26, 2, 30, tzinfo=timezone(timedelta(hours=1))),
        pendulum.datetime(2025, 10, 26, 2, 30, tz=pendulum.FixedTimezone(3600)),
    ],
    ids=["stdlib zone", "pendulum zone", "UTC", "stdlib offset", "pendulum offset"],
)
def test_an_aware_time_of_any_kind_is_one_stdlib_instant(moment: datetime) -> None:
    instant = instant_of(moment)
    assert (datetime, UTC, utc("2025-10-26T01:30")) == (type(instant), instant.tzinfo, instant)


@gaps
@pytest.mark.parametrize("reading", [0, 1])
def test_no_clock_ever_reads_a_time_in_a_gap(gap: Transition, reading: int) -> None:
    edges = (gap.before - TICK, gap.before, gap.after - TICK, gap.after)
    moments = [edge.replace(tzinfo=ZoneInfo(gap.zone), fold=reading) for edge in edges]
    assert [True, False, False, True] == [exists(moment) for moment in moments]


@folds
@pytest.mark.parametrize("reading", [0, 1])
def test_both_readings_of_a_fold_exist(fold: Transition, reading: int) -> None:
    assert exists(fold.after.replace(tzinfo=ZoneInfo(fold.zone), fold=reading))


def test_a_time_with_an_offset_always_exists() -> None:
    assert exists(datetime(2025, 3, 30, 1, 30, tzinfo=timezone(timedelta(hours=2))))


@folds
def test_people_read_both_readings_of_a_fold(fold: Transition) -> None:
    first, second = (local(instant, fold.zone) for instant in (fold.instant - TICK, fold.instant))
    assert [fold.before - TICK, fold.after] == [first.naive(), second.naive()]
    assert [0, 1] == [first.fold, second.fold]


def test_people_read_pendulum_times() -> None:
    read = local(utc("2025-06-24T09:00"), "Asia/Kathmandu")
    assert pendulum.datetime(2025, 6, 24, 14, 45, tz="Asia/Kathmandu") == read
    assert ("DateTime", "Asia/Kathmandu") == (type(read).__name__, read.timezone_name)


@pytest.mark.parametrize(
    ("instant", "name", "words"),
    [
        ("2026-12-08T11:00", "Europe/London", "Tuesday 8 December 2026, 11:00"),
        ("2025-12-31T23:59:59.999999", "Europe/London", "Wednesday 31 December 2025, 23:59"),
        ("2026-01-01T00:00", "Europe/London", "Thursday 1 January 2026, 00:00"),
        ("2026-01-01T00:00", "Pacific/Kiritimati", "Thursday 1 January 2026, 14:00"),
        ("2026-01-01T00:00", "Etc/GMT+12", "Wednesday 31 December 2025, 12:00"),
    ],
)
def test_an_instant_is_said_with_its_weekday_in_a_zone(instant: str, name: str, words: str) -> None:
    assert words == in_words(utc(instant), ZoneInfo(name))


@pytest.mark.parametrize(
    ("instant", "name", "words"),
    [
        ("2026-12-08T11:00", "Europe/London", "Tuesday 8 December, 11:00"),
        ("2025-12-31T23:59:59.999999", "Europe/London", "Wednesday 31 December, 23:59"),
        ("2026-01-01T00:00", "Europe/London", "Thursday 1 January"),
        ("2026-01-01T00:00:00.000001", "Europe/London", "Thursday 1 January, 00:00"),
        ("2026-01-01T00:00", "Pacific/Kiritimati", "Thursday 1 January, 14:00"),
    ],
    ids=["a time", "just before midnight", "at midnight", "just after it", "in another zone"],
)
def test_an_instant_is_said_as_people_do(instant: str, name: str, words: str) -> None:
    assert words == said(utc(instant), ZoneInfo(name))


def test_a_day_is_said_as_people_do() -> None:
    assert "Tuesday 8 December" == said_day(date(2026, 12, 8))


def test_every_weekday_and_every_month_has_a_name() -> None:
    moments = [utc("2026-01-15T09:05") + timedelta(days=31 * month) for month in range(12)]
    assert 7 == len({moment.weekday() for moment in moments})
    assert [f"{moment:%A} {moment.day} {moment:%B} %Y, 09:05" for moment in moments] == [
        in_words(moment, ZoneInfo("UTC")).replace(f"{moment.year}", "%Y") for moment in moments
    ]


LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("1968-12-30T23:59:59.999999+00:00", None),
        ("1968-12-31T01:00:00+01:00", datetime(1968, 12, 31, tzinfo=UTC)),
        ("2201-01-02T00:00:00+00:00", datetime(2201, 1, 2, tzinfo=UTC)),
        ("2201-01-02T00:00:00.000001+00:00", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("2026-11-24T10:00:00", None),
    ],
)
def test_what_a_rule_may_reckon_is_aware_and_near(text: str, instant: datetime | None) -> None:
    assert instant == reckoned(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        ("2026-12-07T23:59:59.999999", "Monday 7 December, 23:59"),
        ("2026-12-08T00:00", "Tuesday 8 December"),
        ("2026-12-08T00:00:00.000001", "Tuesday 8 December, 00:00"),
        ("2026-12-08T11:00", "Tuesday 8 December, 11:00"),
    ],
    ids=["just before midnight", "midnight", "just after midnight", "later"],
)
def test_in_a_sentence_a_date_has_no_year_and_at_midnight_no_clock(
    instant: str, words: str
) -> None:
    assert words == said(utc(instant), LONDON)


@pytest.mark.parametrize(
    ("instant", "zone", "other", "words"),
    [
        ("2026-12-08T16:00", LONDON, LONDON, "Tuesday 8 December, 16:00"),
        ("2026-12-08T16:00", LONDON, ZoneInfo("Europe/Lisbon"), "Tuesday 8 December, 16:00"),
        ("2026-12-08T16:00", LONDON, NEW_YORK, "Tuesday 8 December, 16:00 (11:00 in New York)"),
        (
            "2026-12-08T05:00",
            LONDON,
            NEW_YORK,
            "Tuesday 8 December, 05:00 (00:00 in New York)",
        ),
        (
            "2026-12-08T00:00",
            LONDON,
            NEW_YORK,
            "Tuesday 8 December, 00:00 (Monday 7 December, 19:00 in New York)",
        ),
        (
            "2026-12-08T04:59",
            NEW_YORK,
            LONDON,
            "Monday 7 December, 23:59 (Tuesday 8 December, 04:59 in London)",
        ),
    ],
    ids=["here", "clocks that agree", "there", "midnight there", "midnight here", "another day"],
)
def test_in_a_sentence_a_date_says_what_the_clocks_show_where_it_was_reckoned(
    instant: str, zone: ZoneInfo, other: ZoneInfo, words: str
) -> None:
    assert words == said(utc(instant), zone, other)


def test_in_a_sentence_a_day_has_no_year() -> None:
    assert "Tuesday 8 December" == said_day(date(2026, 12, 8))


@pytest.mark.parametrize(
    ("instant", "agrees"),
    [
        ("2026-03-29T00:59:59.999999", True),
        ("2026-03-29T01:00", False),
        ("2026-10-25T00:59:59.999999", False),
        ("2026-10-25T01:00", True),
    ],
)
def test_clocks_agree_while_they_show_the_same_time(instant: str, agrees: bool) -> None:
    """London is an hour ahead of Iceland in summer."""
    assert agrees is agree(utc(instant), LONDON, ZoneInfo("Atlantic/Reykjavik"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Europe/London", "London"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
        ("Etc/GMT+5", "Etc/GMT+5"),
        ("EST5EDT", "EST5EDT"),
        ("US/Eastern", "US/Eastern"),
        ("Singapore", "Singapore"),
    ],
)
def test_a_zone_is_named_by_its_city_and_without_one_as_it_is(name: str, expected: str) -> None:
    assert expected == city(ZoneInfo(name))


@pytest.mark.parametrize(
    ("instant", "after", "before"),
    [
        ("2026-12-08T10:59:59.999999", "2026-12-08T11:00", "2026-12-08T10:45"),
        ("2026-12-08T11:00", "2026-12-08T11:00", "2026-12-08T11:00"),
        ("2026-12-08T11:00:00.000001", "2026-12-08T11:15", "2026-12-08T11:00"),
        ("2026-12-08T23:59", "2026-12-09T00:00", "2026-12-08T23:45"),
    ],
    ids=["just before", "at", "just after", "before midnight"],
)
def test_the_quarter_of_an_hour_is_the_nearest_on_either_side(
    instant: str, after: str, before: str
) -> None:
    for name in ("Europe/London", "Asia/Kathmandu", "Australia/Eucla"):
        assert (utc(after), utc(before)) == tuple(
            [quarter(utc(instant), ZoneInfo(name), direction) for direction in (1, -1)]
        )


@pytest.mark.parametrize(
    ("instant", "after", "before"),
    [
        ("1972-01-07T00:44:29", "1972-01-07T00:45", "1972-01-07T00:29:30"),
        ("1972-01-07T00:44:30", "1972-01-07T00:45", "1972-01-07T00:29:30"),
        ("1972-01-07T00:44:31", "1972-01-07T00:45", "1972-01-07T00:29:30"),
    ],
)
def test_a_quarter_of_an_hour_is_one_on_the_clock_even_where_that_is_half_a_minute_off(
    instant: str, after: str, before: str
) -> None:
    """Monrovia was 44 minutes and a half behind until its midnight of 7 January 1972."""
    for direction, expected in ((1, after), (-1, before)):
        moment = quarter(utc(instant), ZoneInfo("Africa/Monrovia"), direction)  # type: ignore[arg-type]
        assert utc(expected) == moment


# -- zones ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*ZONES, "UTC", "US/Eastern"])
def test_an_iana_name_is_a_zone(name: str) -> None:
    assert name == zone(name).key


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("Europe/Londn", "did you mean 'Europe/London'?"),
        ("europe/london", "did you mean 'Europe/London'?"),
        ("London", "did you mean 'Europe/London'?"),
        ("New_York", "did you mean 'America/New_York'?"),
        ("nowhere at all", WHAT_A_ZONE_IS),
        ("", WHAT_A_ZONE_IS),
        ("Europe/London\0", "did you mean 'Europe/London'?"),
        ("../Europe/London", "did you mean 'Europe/London'?"),
        ("/etc/localtime", WHAT_A_ZONE_IS),
        ("posix/Asia/Kathmandu", "did you mean 'Asia/Kathmandu'?"),
        ("right/Asia/Kathmandu", "did you mean 'Asia/Kathmandu'?"),
        ("localtime", WHAT_A_ZONE_IS),
        ("posixrules", WHAT_A_ZONE_IS),
        ("Factory", WHAT_A_ZONE_IS),
    ],
)
def test_any_other_name_is_refused_with_the_near_one(name: str, mend: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        zone(name)
    [problem] = caught.value.problems
    refusal = ("timezone", f"{name!r} is not an IANA time zone", mend)
    assert refusal == (problem.place, problem.message, problem.mend)


@pytest.mark.parametrize("name", ["Europe", "Europe/", "zone.tab", "x" * 5000, "x/" * 5000])
def test_a_file_that_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput, match="is not an IANA time zone"):
        zone(name)


def test_the_names_of_zones_are_those_of_the_tz_database_without_what_only_stands_for_one() -> None:
    names = zone_names()
    assert sorted(names) == list(names)
    assert {"Europe/London", "GB", "Etc/UTC", "Pacific/Apia"} <= set(names)
    assert [] == [
        name for name in names if name.startswith(("posix", "right/", "local", "Factory"))
    ]


# -- changes of the clocks ------------------------------------------------------------------------


@pytest.mark.parametrize("change", [*GAPS.values(), *FOLDS.values()], ids=str)
def test_a_change_of_the_clocks_is_found_to_the_second(change: Transition) -> None:
    second = timedelta(seconds=1)
    day, zone = timedelta(days=1), ZoneInfo(change.zone)
    for start in (change.instant - day, change.instant - day / 2, change.instant - second):
        assert [change.instant] == list(transitions(zone, start, change.instant + day))


def test_changes_are_found_after_the_start_and_up_to_the_end() -> None:
    change, second = GAPS["Europe/London"].instant, timedelta(seconds=1)
    london = ZoneInfo("Europe/London")
    assert [] == list(transitions(london, change - 5 * second, change - second))
    assert [change] == list(transitions(london, change - 5 * second, change))
    assert [] == list(transitions(london, change, change + 5 * second))
    assert [] == list(transitions(london, change + 5 * second, change - 5 * second))


def test_every_change_of_a_year_is_found() -> None:
    changes = transitions(ZoneInfo("Africa/Casablanca"), utc("2024-01-01"), utc("2026-01-01"))
    dates = ["2024-03-10", "2024-04-14", "2025-02-23", "2025-04-06"]
    assert [utc(f"{date}T02:00") for date in dates] == list(changes)
    assert [] == list(transitions(ZoneInfo("Etc/UTC"), utc("2024-01-01"), utc("2026-01-01")))


# -- periods --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period("days", 0), "0 days"),
        (Period("days", 1), "1 day"),
        (Period("days", 2), "2 days"),
        (Period("hours", 1), "1 hour"),
        (Period("minutes", 90), "90 minutes"),
        (Period("working days", 1), "1 working day"),
    ],
    ids=str,
)
def test_a_period_is_said_in_words(period: Period, words: str) -> None:
    assert words == str(period)


def test_a_day_is_not_twenty_four_hours() -> None:
    assert Period("days", 1) != Period("hours", 24)


def test_periods_are_added_in_one_unit_only() -> None:
    day, hour = Period("days", 1), Period("hours", 1)
    assert Period("days", 2) == day + day
    mend = "add them one after the other, as in moment + days(1) + hours(2)"
    for first, second in ((day, hour), (hour, day)):
        with pytest.raises(InvalidInput) as caught:
            first + second
        message = f"{second!r} cannot be added to {first!r}"
        assert [Problem(first.unit, message, mend)] == list(caught.value.problems)


@pytest.mark.parametrize("amount", [-1, 36_526, 1.0, True, "1", None], ids=repr)
def test_a_period_of_any_other_amount_is_refused(amount: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        Period("days", amount)
    [problem] = caught.value.problems
    message = f"{amount!r} is not a whole number from 0 to 36525"
    assert ("days", message) == (problem.place, problem.message)


@pytest.mark.parametrize(
    ("unit", "amount", "mend"),
    [
        ("hours", 1.5, "write minutes(90)"),
        ("weeks", 1 / 7, "write days(1)"),
        ("hours", 1 / 60, "write minutes(1)"),
        ("hours", 0.0, "give a whole number, and subtract the period to go back"),
        ("hours", -0.5, "give a whole number, and subtract the period to go back"),
        ("hours", 0.001, "give a whole number, and subtract the period to go back"),
        ("days", 0.5, "give a whole number, and subtract the period to go back"),
    ],
)
def test_a_fraction_of_a_unit_is_written_in_a_smaller_one(
    unit: Unit, amount: Any, mend: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        Period(unit, amount)
    assert [mend] == [problem.mend for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("unit", "mend"),
    [
        ("years", "use one of: days, hours, minutes, weeks, working days"),
        ("day", "did you mean 'days'?"),
        ([], "use one of: days, hours, minutes, weeks, working days"),
    ],
    ids=repr,
)
def test_a_period_of_any_other_unit_is_refused(unit: Any, mend: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Period(unit, 1)
    assert [Problem("period", f"{unit!r} is no unit", mend)] == list(caught.value.problems)


@pytest.mark.parametrize(
    ("unit", "keeps"),
    [
        ("days", True),
        ("weeks", True),
        ("working days", True),
        ("hours", False),
        ("minutes", False),
    ],
)
def test_days_keep_the_wall_clock_and_nothing_else_does(unit: Unit, keeps: bool) -> None:
    assert keeps is Period(unit, 1).keeps_clock


@pytest.mark.parametrize("unit", ["days", "weeks", "hours", "minutes", "working days"])
@pytest.mark.parametrize("amount", [0, 1, 2, 5_217])
def test_a_period_that_is_said_is_read_back(unit: Unit, amount: int) -> None:
    period = Period(unit, amount)
    assert period == read_period(str(period)) == read_period(f" {amount} {unit}\n")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "'' is not a period; write one such as '5 working days'"),
        ("days", "'days' is not a period; write one such as '5 working days'"),
        ("a week", "'a week' is not a period; write one such as '5 working days'"),
        ("-1 days", "'-1 days' is not a period; write one such as '5 working days'"),
        ("1.5 days", "'1.5 days' is not a period; write one such as '5 working days'"),
        ("² days", "'² days' is not a period; write one such as '5 working days'"),
        ("٣ days", "'٣ days' is not a period; write one such as '5 working days'"),
        ("5days", "'5days' is not a period; write one such as '5 working days'"),
        (
            "100000000 minutes",
            "'100000000 minutes' is not a period; write one such as '5 working days'",
        ),
        ("5", "'5' is not a period; write one such as '5 working days'"),
        ("5 Days", "'5 Days' is not a period: 'Days' is no unit; did you mean 'days'?"),
        ("5 minuts", "'5 minuts' is not a period: 'minuts' is no unit; did you mean 'minutes'?"),
        (
            "5 work days",
            "'5 work days' is not a period: 'work days' is no unit; did you mean 'working days'?",
        ),
        ("2 Weeks", "'2 Weeks' is not a period: 'Weeks' is no unit; did you mean 'weeks'?"),
        (
            "2 months",
            "'2 months' is not a period: 'months' is no unit; "
            "use one of: days, hours, minutes, weeks, working days",
        ),
    ],
)
def test_a_text_that_says_no_period_is_refused(text: str, problem: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_period(text)
    assert [f": {problem}"] == [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("unit", ["days", "weeks", "hours", "minutes", "working days"])
def test_a_text_of_a_longer_period_is_refused(unit: Unit) -> None:
    assert Period(unit, LONGEST[unit]) == read_period(f"{LONGEST[unit]} {unit}")
    with pytest.raises(InvalidInput, match=f"is not a whole number from 0 to {LONGEST[unit]}"):
        read_period(f"{LONGEST[unit] + 1} {unit}")
    with pytest.raises(InvalidInput, match=f"is not a whole number from 0 to {LONGEST[unit]}"):
        read_period(f"99999999 {unit}")


LONGEST: dict[Unit, int] = {
    "days": 36_525,
    "weeks": 5_217,
    "hours": 876_600,
    "minutes": 52_596_000,
    "working days": 26_000,
}


@pytest.mark.parametrize("unit", LONGEST)
def test_the_longest_period_is_a_hundred_years_or_nearly(unit: Unit) -> None:
    start = utc("2199-12-31T23:59:59.999999")
    longest = Period(unit, LONGEST[unit])
    later = shift(start, longest, ZoneInfo("Europe/London"), MONDAY_TO_FRIDAY)
    assert timedelta(days=-365) < later - start - timedelta(days=36_525) <= timedelta(0)


@pytest.mark.parametrize("unit", LONGEST)
def test_a_longer_period_is_refused(unit: Unit) -> None:
    with pytest.raises(InvalidInput, match=f"is not a whole number from 0 to {LONGEST[unit]}"):
        Period(unit, LONGEST[unit] + 1)


# -- days, hours and minutes ----------------------------------------------------------------------

DAY, HOURS = Period("days", 1), Period("hours", 24)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (DAY, "2025-03-30T10:00"),
        (HOURS, "2025-03-30T11:00"),
        (Period("minutes", 1440), "2025-03-30T11:00"),
        (Period("working days", 1), "2025-03-31T10:00"),
    ],
    ids=str,
)
def test_days_keep_the_wall_clock_when_the_clocks_go_forward_and_hours_elapse(
    period: Period, expected: str
) -> None:
    saturday, london = utc("2025-03-29T10:00"), ZoneInfo("Europe/London")
    later = shift(saturday, period, london, MONDAY_TO_FRIDAY)
    assert wall(expected) == wall_of(later, "Europe/London")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (DAY, "2025-10-26T10:00"),
        (HOURS, "2025-10-26T09:00"),
        (Period("minutes", 1440), "2025-10-26T09:00"),
        (Period("working days", 1), "2025-10-27T10:00"),
    ],
    ids=str,
)
def test_days_keep_the_wall_clock_when_the_clocks_go_back_and_hours_elapse(
    period: Period, expected: str
) -> None:
    saturday, london = utc("2025-10-25T09:00"), ZoneInfo("Europe/London")
    later = shift(saturday, period, london, MONDAY_TO_FRIDAY)
    assert wall(expected) == wall_of(later, "Europe/London")


@gaps
def test_a_day_that_ends_in_a_gap_moves_forward_by_the_gap(gap: Transition) -> None:
    zone = ZoneInfo(gap.zone)
    eve = resolve(gap.before - timedelta(days=1), zone)
    assert gap.instant == shift(eve, DAY, zone, every_day)


@folds
def test_a_day_that_ends_in_a_fold_ends_at_its_first_reading(fold: Transition) -> None:
    zone = ZoneInfo(fold.zone)
    eve = resolve(fold.after - timedelta(days=1), zone)
    assert fold.instant - fold.length == shift(eve, DAY, zone, every_day)


@folds
def test_no_days_after_the_second_reading_of_a_time_is_its_first(fold: Transition) -> None:
    same = shift(fold.instant, Period("days", 0), ZoneInfo(fold.zone), every_day)
    assert fold.instant - fold.length == same


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (DAY, "2025-03-29T10:00"),
        (HOURS, "2025-03-29T09:00"),
        (Period("minutes", 1440), "2025-03-29T09:00"),
        (Period("weeks", 1), "2025-03-23T10:00"),
        (Period("working days", 1), "2025-03-28T10:00"),
    ],
    ids=str,
)
def test_a_period_can_be_subtracted(period: Period, expected: str) -> None:
    sunday, london = utc("2025-03-30T09:00"), ZoneInfo("Europe/London")
    earlier = shift_back(sunday, period, london, MONDAY_TO_FRIDAY)
    assert wall(expected) == wall_of(earlier, "Europe/London")


def test_a_day_over_the_one_that_apia_skipped_is_a_day_on_the_calendar() -> None:
    apia = ZoneInfo("Pacific/Apia")
    eve = resolve(wall("2011-12-29T10:00"), apia)
    two_days_on = shift(eve, Period("days", 2), apia, every_day)
    assert (wall("2011-12-31T10:00"), timedelta(days=1)) == (
        wall_of(two_days_on, "Pacific/Apia"),
        two_days_on - eve,
    )


# -- working days ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-27", True),
        ("2026-11-28", False),
        ("2026-11-29", False),
        ("2026-11-30", True),
        ("2026-12-25", False),
    ],
    ids=["Friday", "Saturday", "Sunday", "Monday", "a holiday"],
)
def test_people_work_on_weekdays_that_are_no_holidays(day: str, works: bool) -> None:
    workdays = Workdays(holidays=[date(2026, 12, 25)]).works
    assert works == is_workday(date.fromisoformat(day), ZoneInfo("Europe/London"), workdays)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Pacific/Apia", {"2011-12-29": True, "2011-12-30": False, "2011-12-31": True}),
        ("Pacific/Kiritimati", {"1994-12-30": True, "1994-12-31": False, "1995-01-01": True}),
    ],
    ids=["Pacific/Apia", "Pacific/Kiritimati"],
)
def test_nobody_works_on_a_day_that_a_zone_skipped(name: str, days: dict[str, bool]) -> None:
    zone = ZoneInfo(name)
    assert days == {day: is_workday(date.fromisoformat(day), zone, every_day) for day in days}


CHRISTMAS = Workdays(
    holidays=[date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)],
).works


@pytest.mark.parametrize(
    ("start", "amount", "works", "end"),
    [
        ("2026-11-26T10:00", 1, MONDAY_TO_FRIDAY, "2026-11-27T10:00"),
        ("2026-11-27T18:00", 1, MONDAY_TO_FRIDAY, "2026-11-30T18:00"),
        ("2026-11-28T18:00", 1, MONDAY_TO_FRIDAY, "2026-11-30T18:00"),
        ("2026-11-28T18:00", 0, MONDAY_TO_FRIDAY, "2026-11-28T18:00"),
        ("2026-11-27T18:00", 6, MONDAY_TO_FRIDAY, "2026-12-07T18:00"),
        ("2026-12-24T12:00", 1, CHRISTMAS, "2026-12-29T12:00"),
        ("2026-12-31T12:00", 1, CHRISTMAS, "2027-01-04T12:00"),
        ("2026-12-24T12:00", 4, CHRISTMAS, "2027-01-04T12:00"),
    ],
    ids=[
        "to the next day",
        "over a weekend",
        "from a Saturday",
        "none of them",
        "over two weekends",
        "over Christmas",
        "over New Year",
        "over both",
    ],
)
def test_working_days_leave_out_weekends_and_holidays(
    start: str, amount: int, works: Works, end: str
) -> None:
    period = Period("working days", amount)
    later = shift(utc(start), period, ZoneInfo("Europe/London"), works)
    assert utc(end) == later


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-12-01T10:00", "2026-11-30T10:00"),
        ("2026-11-30T10:00", "2026-11-27T10:00"),
        ("2026-11-29T10:00", "2026-11-27T10:00"),
        ("2026-12-29T10:00", "2026-12-24T10:00"),
    ],
    ids=["to the day before", "over a weekend", "from a Sunday", "over Christmas"],
)
def test_working_days_count_backwards_too(start: str, end: str) -> None:
    period = Period("working days", 1)
    earlier = shift_back(utc(start), period, ZoneInfo("Europe/London"), CHRISTMAS)
    assert utc(end) == earlier


@pytest.mark.parametrize(
    ("day", "period", "direction", "expected"),
    [
        ("2026-12-24", Period("days", 0), 1, "2026-12-24"),
        ("2026-12-24", Period("days", 5), 1, "2026-12-29"),
        ("2026-12-29", Period("days", 5), -1, "2026-12-24"),
        ("2026-12-24", Period("weeks", 2), 1, "2027-01-07"),
        ("2027-01-07", Period("weeks", 2), -1, "2026-12-24"),
        ("2026-12-26", Period("working days", 0), 1, "2026-12-26"),
        ("2026-12-24", Period("working days", 1), 1, "2026-12-29"),
        ("2026-12-24", Period("working days", 4), 1, "2027-01-04"),
        ("2027-01-04", Period("working days", 4), -1, "2026-12-24"),
    ],
    ids=[
        "no days",
        "days over holidays",
        "days back",
        "weeks over holidays",
        "weeks back",
        "no working days",
        "a working day over holidays",
        "working days over the year's end",
        "working days back",
    ],
)
def test_days_are_counted_from_a_day(
    day: str, period: Period, direction: Direction, expected: str
) -> None:
    london = ZoneInfo("Europe/London")
    counted = day_from(date.fromisoformat(day), period, direction, london, CHRISTMAS)
    assert date.fromisoformat(expected) == counted


def test_of_the_days_counted_from_a_day_only_working_ones_leave_out_one_that_apia_skipped() -> None:
    apia, thursday = ZoneInfo("Pacific/Apia"), date(2011, 12, 29)
    units: tuple[Unit, ...] = ("days", "working days")
    dates = [day_from(thursday, Period(unit, 2), 1, apia, every_day) for unit in units]
    assert [date(2011, 12, 31), date(2012, 1, 1)] == dates


def test_the_day_that_apia_skipped_does_not_count_as_a_working_day() -> None:
    apia = ZoneInfo("Pacific/Apia")
    thursday = resolve(wall("2011-12-29T10:00"), apia)
    later = shift(thursday, Period("working days", 1), apia, MONDAY_TO_FRIDAY)
    assert wall("2012-01-02T10:00") == wall_of(later, "Pacific/Apia")


# -- office hours ---------------------------------------------------------------------------------

OFFICE = pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-26T08:59:59.999999", "2026-11-26T09:00"),
        ("2026-11-26T09:00", "2026-11-26T09:00"),
        ("2026-11-26T09:00:00.000001", "2026-11-26T09:00:00.000001"),
        ("2026-11-26T16:59:59.999999", "2026-11-26T16:59:59.999999"),
        ("2026-11-26T17:00", "2026-11-27T09:00"),
        ("2026-11-26T17:00:00.000001", "2026-11-27T09:00"),
        ("2026-11-27T16:59:59.999999", "2026-11-27T16:59:59.999999"),
        ("2026-11-27T17:00", "2026-11-30T09:00"),
        ("2026-11-27T23:00", "2026-11-30T09:00"),
        ("2026-11-28T12:00", "2026-11-30T09:00"),
        ("2026-11-29T23:59:59.999999", "2026-11-30T09:00"),
        ("2026-11-30T00:00", "2026-11-30T09:00"),
        ("2026-12-24T16:59:59.999999", "2026-12-24T16:59:59.999999"),
        ("2026-12-24T17:00", "2026-12-29T09:00"),
        ("2026-12-25T12:00", "2026-12-29T09:00"),
        ("2026-12-31T17:00", "2027-01-04T09:00"),
        ("2027-01-01T00:00", "2027-01-04T09:00"),
    ],
    ids=[
        "just before nine",
        "at nine",
        "just after nine",
        "just before five",
        "at five",
        "just after five",
        "just before five on Friday",
        "at five on Friday",
        "on Friday night",
        "on Saturday",
        "just before Monday",
        "at the start of Monday",
        "just before five on Christmas Eve",
        "at five on Christmas Eve",
        "on Christmas Day",
        "at five on New Year's Eve",
        "at the start of the year",
    ],
)


@OFFICE
@pytest.mark.parametrize("name", ZONES)
def test_office_time_is_the_moment_itself_or_nine_on_the_next_working_day(
    moment: str, expected: str, name: str
) -> None:
    zone = ZoneInfo(name)
    opening = office_time(resolve(wall(moment), zone), NINE, FIVE, zone, CHRISTMAS)
    assert wall(expected) == wall_of(opening, name)


def test_the_office_is_closed_on_the_day_that_apia_skipped() -> None:
    apia = ZoneInfo("Pacific/Apia")
    evening = resolve(wall("2011-12-29T17:00"), apia)
    opening = office_time(evening, NINE, FIVE, apia, MONDAY_TO_FRIDAY)
    assert wall("2012-01-02T09:00") == wall_of(opening, "Pacific/Apia")


@folds
def test_the_office_is_open_at_the_second_reading_of_the_time_at_which_it_opens(
    fold: Transition,
) -> None:
    zone = ZoneInfo(fold.zone)
    opens = fold.after.time()
    assert fold.instant == office_time(fold.instant, opens, time.max, zone, every_day)


def test_the_office_opens_late_where_the_clocks_skip_nine_o_clock() -> None:
    athens = ZoneInfo("Europe/Athens")  # the clocks went from 09:00 to 10:00 on 1 April 1979
    early = resolve(wall("1979-04-01T08:59:59.999999"), athens)
    opening = office_time(early, NINE, FIVE, athens, every_day)
    assert (wall("1979-04-01T10:00"), TICK) == (wall_of(opening, "Europe/Athens"), opening - early)


# -- midnights ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "midnight"),
    [
        ("2026-12-31T23:59:59.999999", "2027-01-01T00:00"),
        ("2027-01-01T00:00", "2027-01-02T00:00"),
        ("2027-01-01T00:00:00.000001", "2027-01-02T00:00"),
    ],
    ids=["just before midnight", "at midnight", "just after midnight"],
)
@pytest.mark.parametrize("name", ZONES)
def test_the_midnight_after_is_the_first_one_strictly_after(
    moment: str, midnight: str, name: str
) -> None:
    zone = ZoneInfo(name)
    after = midnight_after(resolve(wall(moment), zone), zone)
    assert wall(midnight) == wall_of(after, name)


@pytest.mark.parametrize(
    "name",
    [
        "Africa/Cairo",
        "Asia/Beirut",
        "America/Havana",
        "Pacific/Apia",
        "Asia/Kathmandu",
        "Pacific/Kiritimati",
    ],
)
def test_a_day_whose_midnight_is_skipped_starts_at_the_end_of_the_gap(name: str) -> None:
    gap, zone = GAPS[name], ZoneInfo(name)
    next_midnight = resolve(gap.after.replace(hour=0, minute=0) + timedelta(days=1), zone)
    assert [gap.instant, next_midnight, next_midnight] == [
        midnight_after(gap.instant - TICK, zone),
        midnight_after(gap.instant, zone),
        midnight_after(gap.instant + TICK, zone),
    ]


@pytest.mark.parametrize("name", GAPS)
def test_a_clock_never_reads_what_it_skips(name: str) -> None:
    gap, zone = GAPS[name], ZoneInfo(name)
    first, middle, last = gap.before, gap.before + gap.length / 2, gap.after
    assert [[], [], [gap.instant]] == [
        readings(wall.date(), wall.time(), zone) for wall in (first, middle, last)
    ]


@pytest.mark.parametrize("name", FOLDS)
def test_a_clock_reads_twice_what_it_repeats(name: str) -> None:
    fold, zone = FOLDS[name], ZoneInfo(name)
    both = [fold.instant - fold.length, fold.instant]
    assert [both, [fold.instant + fold.length]] == [
        readings(wall.date(), wall.time(), zone) for wall in (fold.after, fold.before)
    ]


@pytest.mark.parametrize("name", ["Africa/Cairo", "Asia/Beirut"])
def test_a_midnight_that_the_clocks_go_back_from_is_reached_only_after_the_repeated_hour(
    name: str,
) -> None:
    fold, zone = FOLDS[name], ZoneInfo(name)
    midnight = fold.instant + fold.length
    assert [midnight, midnight, midnight + timedelta(days=1)] == [
        midnight_after(fold.instant - TICK, zone),
        midnight_after(midnight - TICK, zone),
        midnight_after(midnight, zone),
    ]


def test_a_midnight_that_is_repeated_counts_at_its_first_reading_only() -> None:
    fold, havana = FOLDS["America/Havana"], ZoneInfo("America/Havana")
    midnight, next_midnight = utc("2024-11-03T04:00"), utc("2024-11-04T05:00")
    assert [midnight, next_midnight, next_midnight] == [
        midnight_after(midnight - TICK, havana),
        midnight_after(midnight, havana),
        midnight_after(fold.instant - TICK, havana),
    ]


def test_a_midnight_within_the_repeated_hour_counts_at_its_first_reading_only() -> None:
    """In Newfoundland clocks went from 00:01 back to 23:01, until 2011."""
    st_johns = ZoneInfo("America/St_Johns")
    midnight, next_midnight = utc("2010-11-07T02:30"), utc("2010-11-08T03:30")
    repeated = utc("2010-11-07T03:30")
    assert [midnight, next_midnight, next_midnight] == [
        midnight_after(midnight - TICK, st_johns),
        midnight_after(midnight, st_johns),
        midnight_after(repeated - TICK, st_johns),
    ]


@pytest.mark.parametrize(
    ("name", "day", "end"),
    [
        ("Europe/London", "2026-12-04", "2026-12-05T00:00"),
        ("Europe/London", "2025-03-30", "2025-03-30T23:00"),
        ("Europe/London", "2025-10-26", "2025-10-27T00:00"),
        ("Africa/Cairo", "2024-04-25", "2024-04-25T22:00"),
        ("Africa/Cairo", "2024-10-31", "2024-10-31T22:00"),
        ("America/Havana", "2024-11-02", "2024-11-03T04:00"),
        ("America/St_Johns", "2010-11-06", "2010-11-07T02:30"),
        ("Pacific/Apia", "2011-12-29", "2011-12-30T10:00"),
        ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00"),
        ("Pacific/Kiritimati", "2026-12-31", "2026-12-31T10:00"),
        ("Etc/GMT+12", "2026-12-31", "2027-01-01T12:00"),
    ],
)
def test_a_day_ends_at_the_midnight_after_it(name: str, day: str, end: str) -> None:
    assert utc(end) == end_of(date.fromisoformat(day), ZoneInfo(name))


@pytest.mark.parametrize(
    ("instant", "clock", "name", "expected"),
    [
        ("2026-11-24T11:00", "14:00", "Europe/London", "2026-11-24T14:00"),
        ("2026-11-24T11:00", "09:00", "Europe/London", "2026-11-24T09:00"),
        ("2026-11-24T11:00", "14:00", "Pacific/Kiritimati", "2026-11-25T00:00"),
        ("2026-11-24T11:00", "14:00", "Etc/GMT+12", "2026-11-24T02:00"),
        ("2025-03-30T12:00", "01:30", "Europe/London", "2025-03-30T01:30"),
        ("2025-10-26T12:00", "01:30", "Europe/London", "2025-10-26T00:30"),
    ],
    ids=["later", "earlier", "farthest east", "farthest west", "in a gap", "in a fold"],
)
def test_a_time_of_day_is_that_of_the_local_day(
    instant: str, clock: str, name: str, expected: str
) -> None:
    assert utc(expected) == at(utc(instant), time.fromisoformat(clock), ZoneInfo(name))


# -- laws -----------------------------------------------------------------------------------------

law = settings(max_examples=examples(150))

HOLIDAYS = Workdays(
    weekend=["Friday", "Saturday"],
    holidays=[date(year, month, day) for year in (2024, 2025) for month, day in ((1, 1), (12, 31))],
).works
PATTERNS: tuple[Works, ...] = (every_day, MONDAY_TO_FRIDAY, CHRISTMAS, HOLIDAYS)
LANDMARKS = (time(0), time(12), NINE, FIVE, time(1, 30))
REPEATED_MIDNIGHT = Transition(
    "America/St_Johns", utc("2010-11-07T02:31"), wall("2010-11-07T00:01"), wall("2010-11-06T23:01")
)
CHANGES = [*GAPS.values(), *FOLDS.values(), REPEATED_MIDNIGHT]

names = st.sampled_from([*ZONES, REPEATED_MIDNIGHT.zone])
patterns = st.sampled_from(PATTERNS)
nudges = st.one_of(
    st.sampled_from([-TICK, timedelta(0), TICK]),
    st.timedeltas(timedelta(minutes=-90), timedelta(minutes=90)),
    st.timedeltas(timedelta(days=-4), timedelta(days=4)),
)
year_ends = st.integers(1971, 2198).map(lambda year: date(year, 12, 31))
any_days = st.dates(date(1971, 1, 1), date(2198, 12, 31))
fridays = any_days.map(lambda day: day + timedelta(days=4 - day.weekday()))
days = st.one_of(any_days, fridays, year_ends)


@st.composite
def walls(draw: st.DrawFn, name: str) -> datetime:
    """Draw a wall time near a change of the clocks or near a landmark of a day."""
    changes = [
        edge for change in CHANGES if change.zone == name for edge in (change.before, change.after)
    ]
    landmark = st.builds(datetime.combine, days, st.sampled_from(LANDMARKS))
    start = draw(st.one_of(st.sampled_from(changes), landmark) if changes else landmark)
    return start + draw(nudges)


@st.composite
def moments(draw: st.DrawFn) -> tuple[datetime, str]:
    """Draw an instant near a change of the clocks or a landmark of a day, and the zone it is in."""
    name = draw(names)
    read = draw(walls(name)).replace(tzinfo=ZoneInfo(name), fold=draw(st.integers(0, 1)))
    return read.astimezone(UTC), name


given_walls = names.flatmap(lambda name: st.tuples(walls(name), st.just(name)))


@law
@given(given_walls)
def test_a_given_time_is_refused_unless_exactly_one_instant_reads_it(
    drawn: tuple[datetime, str],
) -> None:
    given, name = drawn
    readings = {given.replace(tzinfo=ZoneInfo(name), fold=fold).astimezone(UTC) for fold in (0, 1)}
    instants = [instant for instant in readings if wall_of(instant, name) == given]
    try:
        instants_read = [read(given, ZoneInfo(name))]
    except InvalidInput:
        instants_read = []
    assert (instants if len(instants) == 1 else []) == instants_read


@law
@given(given_walls)
def test_a_given_time_that_is_not_refused_is_computed_alike(drawn: tuple[datetime, str]) -> None:
    given, name = drawn
    try:
        instant = read(given, ZoneInfo(name))
    except InvalidInput:
        assume(False)
    assert instant == resolve(given, ZoneInfo(name))


@law
@given(given_walls)
def test_a_computed_time_never_reads_earlier_than_it_was_meant(drawn: tuple[datetime, str]) -> None:
    computed, name = drawn
    assert wall_of(resolve(computed, ZoneInfo(name)), name) >= computed


@law
@given(moments())
def test_what_people_read_is_the_same_instant(drawn: tuple[datetime, str]) -> None:
    instant, name = drawn
    moment = local(instant, name)
    assert (instant, True) == (instant_of(moment), exists(moment))


@law
@given(moments(), nudges)
def test_instants_keep_their_order_however_people_read_them(
    drawn: tuple[datetime, str], nudge: timedelta
) -> None:
    instant, name = drawn
    one, other = local(instant, name), local(instant + nudge, name)
    assert (nudge > timedelta(0)) == (instant_of(one) < instant_of(other))


@law
@given(moments(), st.integers(0, 10_000), st.sampled_from(["hours", "minutes"]))
def test_hours_and_minutes_elapse(drawn: tuple[datetime, str], amount: int, unit: Any) -> None:
    instant, name = drawn
    period, zone = Period(unit, amount), ZoneInfo(name)
    later = shift(instant, period, zone, every_day)
    assert timedelta(**{unit: amount}) == later - instant
    assert instant == shift_back(later, period, zone, every_day)


@law
@given(moments())
def test_no_days_later_is_the_same_instant_but_for_second_readings(
    drawn: tuple[datetime, str],
) -> None:
    instant, name = drawn
    same = shift(instant, Period("days", 0), ZoneInfo(name), every_day)
    is_second = instant.astimezone(ZoneInfo(name)).fold == 1
    assert (is_second, wall_of(instant, name)) == (same < instant, wall_of(same, name))


@law
@given(moments(), st.integers(0, 400), st.sampled_from([shift, shift_back]))
def test_days_keep_the_wall_clock_wherever_it_exists(
    drawn: tuple[datetime, str], amount: int, direction: Any
) -> None:
    instant, name = drawn
    zone = ZoneInfo(name)
    moved = direction(instant, Period("days", amount), zone, every_day)
    length = timedelta(days=amount if direction is shift else -amount)
    target = wall_of(instant, name) + length
    skipped = not exists(target.replace(tzinfo=zone))
    assert skipped == (wall_of(moved, name) > target)
    assert skipped or wall_of(moved, name) == target


@law
@given(moments(), st.integers(1, 30), patterns)
def test_working_days_are_counted_one_by_one(
    drawn: tuple[datetime, str], amount: int, works: Works
) -> None:
    instant, name = drawn
    zone, first = ZoneInfo(name), wall_of(instant, name).date()
    later = shift(instant, Period("working days", amount), zone, works)
    last = wall_of(later, name).date()
    passed = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert is_workday(last, zone, works)
    assert amount == sum(is_workday(day, zone, works) for day in passed)


@law
@given(moments(), st.integers(1, 30), patterns)
def test_as_many_working_days_forward_and_back_end_where_they_began_or_before(
    drawn: tuple[datetime, str], amount: int, works: Works
) -> None:
    """Where they began on a working day, with a wall time that exists on both days."""
    instant, name = drawn
    zone, period = ZoneInfo(name), Period("working days", amount)
    start = wall_of(instant, name)
    later = shift(instant, period, zone, works)
    assume(start.time() == wall_of(later, name).time())
    back = shift_back(later, period, zone, works)
    if is_workday(start.date(), zone, works):
        assert start == wall_of(back, name)
    else:
        assert wall_of(back, name) < start


@law
@given(moments())
def test_the_midnight_after_reads_midnight_or_the_end_of_the_gap_that_swallowed_it(
    drawn: tuple[datetime, str],
) -> None:
    instant, name = drawn
    midnight = midnight_after(instant, ZoneInfo(name))
    read, just_before = wall_of(midnight, name), wall_of(midnight - TICK, name)
    start_of_day = datetime.combine(read.date(), time(0))
    assert midnight > instant
    assert read == start_of_day or just_before < start_of_day < read


@law
@given(moments(), st.floats(0, 1))
def test_no_midnight_lies_between_a_moment_and_the_midnight_after_it(
    drawn: tuple[datetime, str], part: float
) -> None:
    instant, name = drawn
    midnight = midnight_after(instant, ZoneInfo(name))
    between = min(instant + part * (midnight - instant), midnight - TICK)
    assert midnight == midnight_after(between, ZoneInfo(name))


@law
@given(moments(), patterns)
def test_office_time_lies_in_office_hours_of_a_working_day(
    drawn: tuple[datetime, str], works: Works
) -> None:
    instant, name = drawn
    zone = ZoneInfo(name)
    opening = office_time(instant, NINE, FIVE, zone, works)
    read = wall_of(opening, name)
    assert opening >= instant
    assert NINE <= read.time() < FIVE
    assert is_workday(read.date(), zone, works)


@law
@given(moments(), patterns, st.floats(0, 1))
def test_no_office_time_lies_between_a_moment_and_its_office_time(
    drawn: tuple[datetime, str], works: Works, part: float
) -> None:
    instant, name = drawn
    opening = office_time(instant, NINE, FIVE, ZoneInfo(name), works)
    between = min(instant + part * (opening - instant), opening)
    assert opening == office_time(between, NINE, FIVE, ZoneInfo(name), works)


HOURS_OF_THE_DAY = st.sampled_from(
    [
        ("09:00", "17:00"),
        ("00:00", "00:00"),
        ("00:30", "01:30"),
        ("01:30", "02:15"),
        ("23:00", "00:00"),
    ]
).map(lambda hours: (time.fromisoformat(hours[0]), time.fromisoformat(hours[1])))
SOME_DAYS = st.sets(st.integers(0, 6), min_size=1).map(
    lambda weekdays: lambda day: day.weekday() in weekdays
)


def lies_in(instant: datetime, hours: tuple[time, time], name: str, counts: Works) -> bool:
    """Tell whether a clock shows one of the hours of a day that counts."""
    read, (opens, closes) = wall_of(instant, name), hours
    is_before_the_end = closes == time(0) or read.time() < closes
    return opens <= read.time() and is_before_the_end and counts(read.date())


@law
@given(moments(), HOURS_OF_THE_DAY, SOME_DAYS)
def test_the_first_moment_in_hours_is_in_them_and_no_minute_before_it_is(
    drawn: tuple[datetime, str], hours: tuple[time, time], counts: Works
) -> None:
    """Also where clocks skip or repeat them: it is found minute by minute."""
    instant, name = drawn
    first = in_hours(instant, *hours, ZoneInfo(name), counts)
    assert first >= instant
    assert lies_in(first, hours, name, counts)
    before = (first - minute * timedelta(minutes=1) for minute in range(1, 26 * 60))
    for earlier in (first - TICK, *before):
        assert earlier < instant or not lies_in(earlier, hours, name, counts)


# -- as seen from now -----------------------------------------------------------------------------

TUESDAY = "2026-11-24T15:00"


@pytest.mark.parametrize(
    ("instant", "shown", "by"),
    [
        ("2026-11-24T15:01", "today 15:01", "by 15:01"),
        ("2026-11-24T23:59", "today 23:59", "by 23:59"),
        ("2026-11-25T00:00", "tomorrow", "today"),
        ("2026-11-25T00:01", "tomorrow 00:01", "by Wed 00:01"),
        ("2026-11-26T00:00", "Thu 26 Nov", "by Wed 25 Nov"),
        ("2026-11-26T11:00", "Thu 11:00", "by Thu 11:00"),
        ("2026-11-30T11:00", "Mon 11:00", "by Mon 11:00"),
        ("2026-12-01T11:00", "Tue 1 Dec 11:00", "by Tue 1 Dec 11:00"),
        ("2026-12-02T11:00", "Wed 2 Dec 11:00", "by Tue 1 Dec"),
        ("2026-12-08T00:00", "Tue 8 Dec", "by Mon 7 Dec"),
        ("2027-01-01T00:00", "Fri 1 Jan 2027", "by Thu 31 Dec"),
        ("2027-01-01T09:00", "Fri 1 Jan 2027 09:00", "by Thu 31 Dec"),
        ("2026-11-24T09:00", "today 09:00", "by 09:00"),
        ("2026-11-23T09:00", "Mon 23 Nov 09:00", "by Mon 23 Nov 09:00"),
    ],
)
def test_a_moment_is_said_as_seen_from_now(instant: str, shown: str, by: str) -> None:
    london = ZoneInfo("Europe/London")
    moment, now = aware(instant, london.key), aware(TUESDAY, london.key)
    assert (shown, by) == (seen_from(moment, now, london), by_when(moment, now, london))


@pytest.mark.parametrize(
    ("fold", "shown", "by"),
    [(0, "today 01:30 BST", "by 01:30 BST"), (1, "today 01:30 GMT", "by 01:30 GMT")],
)
def test_seen_from_now_the_readings_of_a_repeated_hour_have_names(
    fold: int, shown: str, by: str
) -> None:
    london = ZoneInfo("Europe/London")
    now = aware("2026-10-25T00:30", london.key)
    moment = aware("2026-10-25T01:30", london.key, fold=fold)
    assert (shown, by) == (seen_from(moment, now, london), by_when(moment, now, london))


def test_the_next_day_is_tomorrow_however_long_today_is() -> None:
    london = ZoneInfo("Europe/London")
    now = aware("2026-10-24T23:30", london.key)
    assert "tomorrow 23:45" == seen_from(aware("2026-10-25T23:45", london.key), now, london)


def test_a_day_has_its_year_where_it_is_not_today_s() -> None:
    london = ZoneInfo("Europe/London")
    moment = aware("2026-12-08T11:00", london.key)
    assert "Tue 8 Dec" == short_day(moment, london)
    assert "Tue 8 Dec" == short_day(moment, london, date(2026, 1, 1))
    assert "Tue 8 Dec 2026" == short_day(moment, london, date(2025, 12, 31))
    assert "Tue 8 Dec 2026" == short_day(moment, london, date(2027, 1, 1))
