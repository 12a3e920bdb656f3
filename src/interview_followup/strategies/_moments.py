"""Times where clocks and calendars turn over."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from interview_followup import _clock
from interview_followup._errors import InvalidInput
from interview_followup.model._checks import Invalid
from interview_followup.model._times import instant

TICK, MINUTE, HOUR, DAY = (
    timedelta(microseconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)

NOTABLE_ZONES = (
    *("Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Beirut"),
    *("America/Havana", "Pacific/Apia", "Europe/Dublin", "Africa/Casablanca", "Asia/Kathmandu"),
    *("Pacific/Kiritimati", "Etc/GMT+12"),
)
NOTABLE_DAYS = (
    date(2026, 11, 24),  # a Tuesday with nothing special about it
    date(2026, 11, 27),  # a Friday
    date(2026, 11, 30),
    date(2026, 12, 31),
    date(2028, 2, 29),
    date(2011, 12, 29),  # the day before the one that Apia skipped
)
CLOCKS = tuple(
    time.fromisoformat(clock)
    for clock in ("10:00", "11:59", "12:00", "17:00", "16:59", "23:30", "00:00", "09:00", "18:00")
)
NEARBY = (
    *(timedelta(0), HOUR, -HOUR, DAY, -DAY, MINUTE, TICK, -TICK, -30 * MINUTE, 8 * HOUR),
    *(2 * DAY, 2 * DAY - HOUR, 7 * DAY, 9 * DAY, 30 * DAY, -7 * DAY),
)


def zones(*, near: datetime | None = None) -> st.SearchStrategy[str]:
    """Draw the IANA name of a zone, of all in the tz database; those with more changes more often.

    With `near` it is mostly the zone of that time, which may be of the stdlib or of pendulum. It
    shrinks to that zone, else to `Europe/London`.
    """
    anywhere = st.sampled_from(NOTABLE_ZONES) | st.sampled_from(_clock.zone_names())
    name = getattr(near and near.tzinfo, "key", None)
    return anywhere if name is None else st.just(name) | st.just(name) | anywhere


@cache
def _transitions(name: str, year: int) -> tuple[datetime, ...]:
    start, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    return tuple(_clock.transitions(_clock.zone(name), start, end))


@st.composite
def turning_points(draw: st.DrawFn) -> datetime:
    """Draw when a clock changes, a day ends, or an office opens or closes, in the zone of that.

    Such hours are often those of the days before a clock changes, as a Friday evening is.
    """
    name = draw(zones())
    zone = _clock.zone(name)
    day = draw(st.sampled_from(NOTABLE_DAYS) | st.dates(date(1970, 1, 2), date(2199, 12, 30)))
    changes = _transitions(name, day.year) if draw(st.booleans()) else ()
    if changes:
        change = draw(st.sampled_from(changes))
        if draw(st.booleans()):
            return change.astimezone(zone)
        day = change.astimezone(zone).date() - draw(st.sampled_from([DAY, 2 * DAY, 3 * DAY]))
    wall = datetime.combine(day, draw(st.sampled_from(CLOCKS)))
    return _clock.resolve(wall, zone).astimezone(zone)


def instants(*, near: datetime) -> st.SearchStrategy[datetime]:
    """Draw an instant that is at most two months away from a time."""
    anchor = _clock.instant_of(near)
    steps = st.sampled_from(NEARBY)
    twice = st.builds(lambda first, second: within_range(anchor + first + second), steps, steps)
    return st.just(anchor) | steps.map(lambda step: within_range(anchor + step)) | twice


def within_range(instant: datetime) -> datetime:
    """Return the instant that is nearest to one, among those that the model takes."""
    return min(max(instant, _clock.EARLIEST), _clock.LATEST - TICK)


def moments(*, near: datetime | None = None) -> st.SearchStrategy[datetime]:
    """Draw an aware time in an IANA zone, close to where a clock or a calendar turns over.

    With `near`, an aware datetime of any zone, it is at most two months away from it. Times are
    stdlib datetimes from 1970 to 2200; both readings of a repeated hour are drawn.

    Raises:
        InvalidInput: `near` is naive or not between 1970 and 2200.
    """
    if near is None:
        return turning_points().flatmap(lambda anchor: moments(near=anchor))
    checked(near)
    return st.builds(datetime.astimezone, instants(near=near), zones(near=near).map(ZoneInfo))


def draw_anchor(draw: st.DrawFn, near: datetime | None) -> datetime:
    """Return the time near which to draw: the one that is given, else one that is drawn."""
    return draw(turning_points()) if near is None else checked(near)


def checked(near: datetime) -> datetime:
    """Return a time that is aware and not out of range."""
    moment: datetime | Invalid = instant(near)
    if isinstance(moment, Invalid):
        raise InvalidInput(problem.within("near") for problem in moment.problems)
    return near


def mostly_instants(*, near: datetime) -> st.SearchStrategy[date | datetime]:
    """Draw an instant or, once in a while, a calendar date, not far from a time."""
    return st.sampled_from([False] * 5 + [True]).flatmap(
        lambda is_day: instants(near=near).map(datetime.date) if is_day else instants(near=near)
    )


def dates_or_instants(*, near: datetime) -> st.SearchStrategy[date | datetime]:
    """Draw a calendar date or an instant, not far from a time."""
    return instants(near=near).map(datetime.date) | instants(near=near)
