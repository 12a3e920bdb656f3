"""A stretch of time across a picture: places of instants, days, hours and nights."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from interview_followup._axis import Scale, agree, days_of, hour_labels, nights
from zones import FOLDS, GAPS, TICK, utc

LONDON, NEW_YORK, APIA = map(ZoneInfo, ("Europe/London", "America/New_York", "Pacific/Apia"))
DAY = timedelta(days=1)


def scale(first: str, days: int, width: float = 1000) -> Scale:
    """Return a scale of so many days of 24 hours, from a moment in UTC on."""
    return Scale(utc(first), utc(first) + days * DAY, 0, width)


@pytest.mark.parametrize(
    ("moment", "place", "is_shown"),
    [
        (utc("2026-11-24T00:00") - TICK, 0, False),
        (utc("2026-11-24T00:00"), 0, True),
        (utc("2026-11-24T12:00"), 500, True),
        (utc("2026-11-25T00:00"), 1000, True),
        (utc("2026-11-25T00:00") + TICK, 1000, False),
    ],
    ids=["just before", "at the start", "in the middle", "at the end", "just after"],
)
def test_what_is_not_shown_has_its_place_at_the_edge(
    moment: datetime, place: float, is_shown: bool
) -> None:
    day = scale("2026-11-24T00:00", 1)
    assert (place, is_shown) == (day.x(moment), day.shows(moment))


def test_days_are_as_long_as_clocks_make_them() -> None:
    cells = days_of(scale("2026-10-24T00:00", 3, 72), LONDON)
    # Summer time: the first of them begins an hour before the picture.
    assert [(24, 23), (25, 25), (26, 24)] == [(cell.day.day, cell.room) for cell in cells[:3]]


def test_days_of_another_zone_are_shown_as_far_as_the_picture_goes() -> None:
    cells = days_of(scale("2026-11-24T00:00", 1, 24), NEW_YORK)
    assert [(23, 0, 5), (24, 5, 24)] == [(cell.day.day, *cell[1:]) for cell in cells]


def test_a_day_that_a_zone_skipped_is_none() -> None:
    cells = days_of(scale("2011-12-29T10:00", 3, 72), APIA)
    assert [date(2011, 12, 29), date(2011, 12, 31)] == [cell.day for cell in cells][:2]


@pytest.mark.parametrize("name", GAPS | FOLDS)
def test_hours_never_stand_in_each_others_way_where_clocks_change(name: str) -> None:
    change = GAPS.get(name) or FOLDS[name]
    zone = ZoneInfo(name)
    for width in (300, 1000, 3000):
        around = Scale(change.instant - DAY, change.instant + DAY, 0, width)
        places = [label.x for label in hour_labels(around, zone, days_of(around, zone))]
        assert places == sorted(places)
        assert all(after - before >= 36 for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("other", "first", "expected"),
    [
        ("Europe/Lisbon", "2026-10-20T00:00", True),
        ("Africa/Abidjan", "2026-10-20T00:00", False),
        ("Africa/Abidjan", "2026-10-26T00:00", True),
        ("Africa/Abidjan", "2026-10-25T00:00", False),
    ],
    ids=["always", "from the change on", "after the change", "on its day"],
)
def test_zones_agree_where_their_clocks_do_on_all_days(
    other: str, first: str, expected: bool
) -> None:
    assert expected is agree(scale(first, 9), LONDON, ZoneInfo(other))


@pytest.mark.parametrize(
    ("wakes", "sleeps", "expected"),
    [
        (7, 22, [(0, 7), (22, 24)]),
        (10, 2, [(2, 10)]),
        (0, 22, [(22, 24)]),
        (7, 7, []),
    ],
    ids=["by day", "past midnight", "at midnight", "always awake"],
)
def test_nights_are_between_two_days_of_being_awake(
    wakes: int, sleeps: int, expected: list[tuple[float, float]]
) -> None:
    day = scale("2026-11-24T00:00", 1, 24)
    assert expected == list(nights(day, LONDON, time(wakes), time(sleeps)))
