"""Times in the model: any aware one is kept as an instant, and any other refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest

from interview_followup import (
    Application,
    Done,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    check,
    forecast,
    plan,
    search_from_dict,
)
from interview_followup.model._times import to_instant
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
    interview = Interview(starts=starts, timezone=LONDON)
    assert Interview(starts=STARTS) == interview
    assert isinstance(interview.starts, datetime)
    assert (datetime, UTC) == (type(interview.starts), interview.starts.tzinfo)


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
    instants = [Interview(starts=reading).starts for reading in readings]
    assert [fold.instant - fold.length, fold.instant] == instants


def test_both_readings_of_a_repeated_pendulum_time_are_kept() -> None:
    readings = [pendulum.datetime(2025, 10, 26, 1, 30, tz=LONDON, fold=fold) for fold in (0, 1)]
    instants = [Interview(starts=reading).starts for reading in readings]
    assert [utc("2025-10-26T00:30"), utc("2025-10-26T01:30")] == instants


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
    assert ["at: '2026-11-24T10:00' is not a date; give a date, or a time with a zone"] == problems(
        Done, act="chase", at="2026-11-24T10:00"
    )


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2199, 12, 31)], ids=str)
def test_days_lie_from_1970_to_2200(day: date) -> None:
    assert day == Done(act="chase", at=day).at


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2200, 1, 1)], ids=str)
def test_any_other_day_is_refused(day: date) -> None:
    assert [f"at: {day} is not between 1970 and 2200; check the year"] == problems(
        Done, act="chase", at=day
    )


def test_a_day_is_kept_as_a_stdlib_date() -> None:
    day = Done(act="chase", at=pendulum.date(2026, 11, 24)).at
    assert (date, date(2026, 11, 24)) == (type(day), day)


# -- zones of somebody else's ---------------------------------------------------------------------


class Harmless(tzinfo):
    """A zone without a name, one hour ahead."""

    def utcoffset(self, _: datetime | None) -> timedelta:
        return HOUR

    def dst(self, _: datetime | None) -> timedelta:
        return timedelta()

    def tzname(self, _: datetime | None) -> str:
        return "+1"


class Surprise(Exception):
    """What only somebody else's code raises."""


def raising(name: str) -> tzinfo:
    """Return a zone of which one method raises what nobody expects."""

    def fail(*_: Any) -> Any:
        raise Surprise

    part: Any = property(fail) if name == "key" else fail
    zone: tzinfo = type("Raising", (Harmless,), {name: part})()
    return zone


BROKEN = ("utcoffset", "dst", "fromutc")
UNASKED = ("key", "tzname", "__bool__", "__repr__", "__str__", "__eq__", "__hash__")
CANNOT_BE_READ = (
    "cannot be read: its time zone raises Surprise; "
    "give it another, as in ZoneInfo('Europe/London')"
)
SEARCH = JobSearch(timezone=LONDON, applications=[Application(employer="Acme")])
MET = Interview(starts=STARTS, minutes=60)


def in_zone(zone: tzinfo) -> datetime:
    return datetime(2026, 11, 24, 11, tzinfo=zone)


TAKEN: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "starts": ("starts", lambda at: Interview(starts=at, timezone=LONDON)),
    "ends": ("ends", lambda at: Interview(starts=STARTS, ends=at)),
    "left": ("left", lambda at: Interview(starts=STARTS, left=at)),
    "heard": ("heard", lambda at: Application(heard=at)),
    "signed": ("signed", lambda at: Application(signed=at)),
    "promise": ("by", lambda at: Promise(by=at)),
    "made": ("made", lambda at: Promise(made=at)),
    "received": ("received", lambda at: Offer(received=at)),
    "reply by": ("reply_by", lambda at: Offer(reply_by=at)),
    "done": ("at", lambda at: Done(act="chase", at=at)),
    "set aside": ("until", lambda at: SetAside(act="chase", until=at)),
    "facts": ("facts.due", lambda at: Person(name="Ana", facts={"due": at})),
    "move": ("starts", lambda at: MET.move(starts=at)),
    "look-up": ("interview", lambda at: Application(interviews=[MET]).interview(at)),
    "now": ("now", lambda at: plan(SEARCH, now=at)),
    "at": ("at", lambda at: check(SEARCH, "chase", at=at)),
    "horizon": ("horizon", lambda at: forecast(SEARCH, now=STARTS, horizon=at)),
    "document": (
        "done[0].at",
        lambda at: search_from_dict(
            {"timezone": LONDON, "done": [{"act": "keep-looking", "at": at}]}
        ),
    ),
    "table": (
        "done[0].at.at",
        lambda at: search_from_dict(
            {
                "timezone": LONDON,
                "done": [{"act": "keep-looking", "at": {"at": at, "timezone": LONDON}}],
            }
        ),
    ),
}


@pytest.mark.parametrize("method", ["utcoffset", "fromutc"])
@pytest.mark.parametrize(("place", "take"), TAKEN.values(), ids=TAKEN)
def test_a_time_whose_zone_raises_is_refused(
    place: str, take: Callable[[Any], Any], method: str
) -> None:
    assert [f"{place}: {CANNOT_BE_READ}"] == problems(lambda: take(in_zone(raising(method))))


@pytest.mark.parametrize("method", UNASKED)
@pytest.mark.parametrize("take", [take for _, take in TAKEN.values()], ids=TAKEN)
def test_what_is_not_asked_of_a_zone_may_raise(take: Callable[[Any], Any], method: str) -> None:
    assert take(in_zone(Harmless())) == take(in_zone(raising(method)))


@pytest.mark.parametrize("method", [*BROKEN, *UNASKED])
def test_a_zone_that_raises_has_no_name(method: str) -> None:
    *_, problem = problems(Interview, starts=in_zone(raising(method)))
    assert (
        "timezone: is missing, and the times given carry no IANA zone; give it, as 'Europe/London'"
    ) == problem


def test_a_zone_whose_offset_is_none_is_refused_as_if_there_were_no_zone() -> None:
    class Clueless(Harmless):
        def utcoffset(self, _: datetime | None) -> Any:
            return None

    [problem] = problems(Done, act="chase", at=in_zone(Clueless()))
    assert problem.startswith("at: 2026-11-24T11:00:00 has no time zone; ")


@pytest.mark.parametrize("offset", [3600, "+01:00", timedelta(days=2)], ids=repr)
def test_a_zone_whose_offset_is_none_of_python_s_is_refused(offset: Any) -> None:
    class Wrong(Harmless):
        def utcoffset(self, _: datetime | None) -> Any:
            return offset

    [problem] = problems(Done, act="chase", at=in_zone(Wrong()))
    assert problem.startswith("at: cannot be read: its time zone raises ")


def test_a_zone_whose_name_is_none_of_iana_s_is_refused_by_its_name() -> None:
    class Named(Harmless):
        key = "Europe/Londn"

    wrong = "timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?"
    assert [wrong] == problems(Interview, starts=in_zone(Named()))
    assert [wrong] == problems(lambda: MET.move(starts=in_zone(Named())))


@pytest.mark.parametrize("key", [5, "", None], ids=repr)
def test_a_zone_whose_key_is_no_name_has_none(key: Any) -> None:
    class Keyed(Harmless):
        pass

    zone: Any = Keyed()
    zone.key = key
    [problem] = problems(Interview, starts=in_zone(zone))
    assert problem.startswith("timezone: is missing, and the times given carry no IANA zone; ")


# -- arguments ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        ("now", date(2026, 11, 24), "2026-11-24T05:00"),
        ("horizon", date(2026, 11, 24), "2026-11-25T05:00"),
        ("now", STARTS, "2026-11-24T10:00"),
        ("horizon", pendulum.datetime(2026, 11, 24, 10, tz=NEW_YORK), "2026-11-24T15:00"),
    ],
    ids=["a day begins", "a day ends", "a moment", "pendulum"],
)
def test_an_argument_is_an_instant_or_a_day_of_a_zone(
    place: str, value: Any, expected: str
) -> None:
    assert utc(expected) == to_instant(place, value, NEW_YORK)


@pytest.mark.parametrize(
    ("option", "place"), [(None, "now"), ("--now", "--now")], ids=["in Python", "an option"]
)
def test_an_argument_that_is_refused_is_named_as_it_was_given(
    option: str | None, place: str
) -> None:
    wrong: Any = "soon"
    assert [f"{place}: 'soon' is not a date; give a date, or a time with a zone"] == problems(
        lambda: to_instant("now", wrong, LONDON, option=option)
    )
