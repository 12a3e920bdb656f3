"""Times in the model: any aware one is kept as an instant, and any other refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pendulum
import pytest

from interview_followup import Done, Interview
from mistakes import problems
from zones import FOLDS, GAPS, TICK, Transition, aware, utc

LONDON, NEW_YORK = "Europe/London", "America/New_York"
STARTS = aware("2026-11-24T10:00", LONDON)
NAIVE = STARTS.replace(tzinfo=None)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "starts",
    [
        aware("2026-11-24T10:00", LONDON),
        pendulum.datetime(2026, 11, 24, 10, tz=LONDON),
        pendulum.datetime(2026, 11, 24, 5, tz=NEW_YORK),
        utc("2026-11-24T10:00"),
        datetime(2026, 11, 24, 12, tzinfo=timezone(2 * HOUR)),
        pendulum.datetime(2026, 11, 24, 12, tz=pendulum.FixedTimezone(7200)),
    ],
    ids=["stdlib", "pendulum", "another zone", "UTC", "stdlib offset", "pendulum offset"],
)
def test_any_aware_time_is_kept_as_a_stdlib_instant_in_utc(starts: datetime) -> None:
    kept = Interview(starts=starts, timezone=LONDON)
    assert Interview(starts=STARTS) == kept
    assert (datetime, UTC) == (type(kept.starts), kept.starts.tzinfo)


def test_a_naive_time_is_refused() -> None:
    assert [
        "starts: 2026-11-24T10:00:00 has no time zone; "
        "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))"
    ] == problems(Interview, starts=NAIVE)


@pytest.mark.parametrize("gap", GAPS.values(), ids=GAPS)
@pytest.mark.parametrize("fold", [0, 1])
def test_a_time_that_its_zone_skips_is_refused(gap: Transition, fold: int) -> None:
    skipped = gap.before.replace(tzinfo=ZoneInfo(gap.zone), fold=fold)
    assert [
        f"starts: {skipped.isoformat()} does not exist in its time zone, where the clocks go "
        "forward; give a time before or after the gap"
    ] == problems(Interview, starts=skipped)


def test_a_pendulum_time_that_its_zone_skips_is_refused() -> None:
    skipped = pendulum.DateTime(2025, 3, 30, 1, 30, tzinfo=pendulum.timezone(LONDON))
    [problem] = problems(Interview, starts=skipped)
    assert problem.startswith("starts: 2025-03-30T01:30:00+00:00 does not exist")


@pytest.mark.parametrize("fold", FOLDS.values(), ids=FOLDS)
def test_both_readings_of_a_repeated_time_are_kept(fold: Transition) -> None:
    readings = [fold.after.replace(tzinfo=ZoneInfo(fold.zone), fold=reading) for reading in (0, 1)]
    kept = [Interview(starts=reading).starts for reading in readings]
    assert [fold.instant - fold.length, fold.instant] == kept


def test_both_readings_of_a_repeated_pendulum_time_are_kept() -> None:
    readings = [pendulum.datetime(2025, 10, 26, 1, 30, tz=LONDON, fold=fold) for fold in (0, 1)]
    kept = [Interview(starts=reading).starts for reading in readings]
    assert [utc("2025-10-26T00:30"), utc("2025-10-26T01:30")] == kept


@pytest.mark.parametrize(
    "moment",
    [
        utc("1970-01-01T00:00"),
        utc("2200-01-01T00:00") - TICK,
        aware("2200-01-01T13:59:59.999999", "Pacific/Kiritimati"),
    ],
    ids=str,
)
def test_times_lie_from_1970_to_2200(moment: datetime) -> None:
    assert moment == Done(act="chase", at=moment).at


@pytest.mark.parametrize(
    "moment",
    [
        utc("1970-01-01T00:00") - TICK,
        utc("2200-01-01T00:00"),
        aware("2200-01-01T14:00", "Pacific/Kiritimati"),
        datetime.min.replace(tzinfo=timezone(14 * HOUR)),
        datetime.max.replace(tzinfo=timezone(-12 * HOUR)),
    ],
    ids=str,
)
def test_any_other_time_is_refused(moment: datetime) -> None:
    wrong = f"at: {moment.isoformat()} is not between 1970 and 2200; check the year"
    assert [wrong] == problems(Done, act="chase", at=moment)


def test_a_time_that_is_no_time_is_refused() -> None:
    assert [
        "at: '2026-11-24T10:00' is not a date and time; give a datetime with a time zone"
    ] == problems(Done, act="chase", at="2026-11-24T10:00")
