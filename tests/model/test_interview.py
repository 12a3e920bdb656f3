"""Interviews: their zone, their times, and everything that can be wrong with one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from attrs import evolve

from interview_followup import Done, Interview, Person
from mistakes import mistakes, problems
from zones import TICK, aware, utc

LONDON, NEW_YORK = "Europe/London", "America/New_York"
STARTS, ENDS = aware("2026-11-24T10:00", LONDON), aware("2026-11-24T11:00", LONDON)
PARIS_ENDS = aware("2026-11-24T12:00", "Europe/Paris")
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("times", "zone"),
    [
        ({"starts": aware("2026-11-24T10:00", NEW_YORK)}, NEW_YORK),
        ({"starts": pendulum.datetime(2026, 11, 24, 10, tz=NEW_YORK)}, NEW_YORK),
        ({"starts": STARTS, "ends": ENDS.astimezone(UTC)}, LONDON),
        ({"starts": STARTS.astimezone(UTC), "ends": ENDS}, LONDON),
        ({"starts": STARTS, "ends": PARIS_ENDS, "timezone": NEW_YORK}, NEW_YORK),
        ({"starts": aware("2026-11-24T10:00", "UTC")}, "UTC"),
    ],
    ids=["stdlib", "pendulum", "of starts", "of ends", "given", "UTC by its name"],
)
def test_an_interview_s_zone_is_given_or_that_of_its_times(times: Any, zone: str) -> None:
    assert zone == Interview(**times).timezone


MISSING_ZONE = (
    "timezone: is missing, and the times given carry no IANA zone; give it, as 'Europe/London'"
)


@mistakes(
    ({"starts": utc("2026-11-24T10:00")}, MISSING_ZONE),
    ({"starts": datetime(2026, 11, 24, 10, tzinfo=timezone(HOUR))}, MISSING_ZONE),
    (
        {"starts": pendulum.datetime(2026, 11, 24, 10, tz=pendulum.FixedTimezone(3600))},
        MISSING_ZONE,
    ),
    (
        {"starts": STARTS, "ends": PARIS_ENDS},
        "timezone: could be Europe/London and Europe/Paris, by the times given; "
        "say which is the interview's",
    ),
    (
        {"starts": STARTS, "timezone": "Europe/Londn"},
        "timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?",
    ),
    (
        {"starts": STARTS, "timezone": ZoneInfo(LONDON)},
        "timezone: zoneinfo.ZoneInfo(key='Europe/London') is not a name; "
        "give the zone's name, as 'Europe/London'",
    ),
)
def test_a_zone_that_is_not_known_for_certain_is_refused(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, **given)


@pytest.mark.parametrize("medium", ["in-person", "video", "phone", None])
def test_an_interview_is_in_person_or_remote_or_not_known_to_be_either(medium: Any) -> None:
    assert medium == Interview(starts=STARTS, medium=medium).medium


@mistakes(
    ({"medium": "vidoe"}, "medium: 'vidoe' is not known; did you mean 'video'?"),
    (
        {"medium": "zzz"},
        "medium: 'zzz' is not known; use one of: in-person, phone, video",
    ),
    ({"medium": 3}, "medium: 3 is not text; give a str"),
    ({"ends": STARTS - TICK}, "ends: is before starts; give an end after the start"),
    (
        {"ends": ENDS, "left": ENDS - TICK},
        "left: is before ends; give the moment at which you were clear of the building",
    ),
    (
        {"left": STARTS - TICK},
        "left: is before starts; give the moment at which you were clear of the building",
    ),
    (
        {"interviewers": Person(name="Ana")},
        "interviewers: is not a list; put it in a list of Person values",
    ),
    (
        {"interviewers": {"name": "Ana"}},
        "interviewers: is a mapping, not a list; give a list of Person values",
    ),
    (
        {"interviewers": "Ana"},
        "interviewers: is not a list; put it in a list of Person values",
    ),
    (
        {"interviewers": [Person(name="Ana"), "Tom"]},
        "interviewers[1]: 'Tom' is not of class Person; build it with Person(...)",
    ),
    (
        {"interviewers": [Person(name="Ana"), Person(name="Tom"), Person(name="Ana")]},
        "interviewers[2]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"interviewers": [Person(name="Ana", key="1"), Person(name="Tom", key="1")]},
        "interviewers[1]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"questions": ["Why?"]},
        "questions[0]: 'Why?' is not of class AskedQuestion; build it with AskedQuestion(...)",
    ),
    (
        {"interviewers": [Person(name="Ana")], "done": [Done(act="x", at=ENDS, to="Anna")]},
        "done[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
    ),
    (
        {"interviewers": [], "done": [Done(act="x", at=ENDS), Done(act="x", at=ENDS, to="Ana")]},
        "done[1].to: 'Ana' is not an interviewer here; leave it out",
    ),
    (
        {
            "interviewers": [Person(name="Ana", key="1"), Person(name="Ana", key="2")],
            "done": [Done(act="x", at=ENDS, to="Ana")],
        },
        "done[0].to: 'Ana' fits 2 interviewers; give the person's key",
    ),
)
def test_a_wrong_interview_says_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, starts=STARTS, **given)


def test_an_interview_may_end_as_it_starts_and_be_left_as_it_ends() -> None:
    short = Interview(starts=STARTS, ends=STARTS, left=STARTS)
    assert (utc("2026-11-24T10:00"),) * 3 == (short.starts, short.ends, short.left)


@pytest.mark.parametrize("starts", ["10:00", None], ids=["wrong", "missing"])
def test_an_end_is_not_compared_with_a_start_that_is_refused(starts: Any) -> None:
    [problem] = problems(Interview, starts=starts, ends=ENDS, left=ENDS)
    assert problem.startswith("starts: ")


def test_an_interview_that_evolves_keeps_its_key() -> None:
    first = Interview(starts=STARTS, ends=ENDS, key="17")
    moved = evolve(first, starts=STARTS + 24 * HOUR, ends=ENDS + 24 * HOUR)
    assert (first.identity, ENDS + 24 * HOUR) == (moved.identity, moved.ends)


# -- how long it lasts ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "minutes", "ends"),
    [
        (STARTS, 1, "2026-11-24T10:01"),
        (STARTS, 60, "2026-11-24T11:00"),
        (STARTS, 60.0, "2026-11-24T11:00"),
        (STARTS, 10_080, "2026-12-01T10:00"),
        (aware("2025-03-30T00:30", LONDON), 60, "2025-03-30T01:30"),
        (aware("2025-10-26T00:30", LONDON), 120, "2025-10-26T01:30"),
    ],
    ids=["the least", "an hour", "a whole float", "the most", "over a gap", "over a fold"],
)
def test_an_interview_may_be_given_its_length_in_minutes(
    starts: datetime, minutes: Any, ends: str
) -> None:
    assert utc(ends) == Interview(starts=starts, minutes=minutes).ends


@pytest.mark.parametrize(
    "minutes",
    [0, -60, 10_081, 60.5, float("inf"), True, "60", [60], timedelta(hours=1)],
    ids=repr,
)
def test_any_other_length_is_refused(minutes: Any) -> None:
    wrong = f"minutes: {minutes!r} is not a length in minutes; give a whole number from 1 to 10080"
    assert [wrong] == problems(Interview, starts=STARTS, minutes=minutes)


def test_a_length_that_python_will_not_write_is_refused() -> None:
    assert [
        "minutes: number too long to be shown is not a length in minutes; "
        "give a whole number from 1 to 10080"
    ] == problems(Interview, starts=STARTS, minutes=10**5000)


@mistakes(
    (
        {"starts": STARTS, "minutes": 60, "ends": ENDS},
        "minutes: is given as well as ends; leave out one of the two",
    ),
    (
        {"starts": STARTS, "minutes": 60, "ends": date(2026, 11, 24)},
        "minutes: is given as well as ends; leave out one of the two",
    ),
    (
        {"starts": date(2026, 11, 24), "timezone": LONDON, "minutes": 60},
        "minutes: is given, but of starts only the day; "
        "leave it out, or give the moment at which the interview starts",
    ),
    (
        {"starts": "10:00", "timezone": LONDON, "minutes": 60},
        "starts: '10:00' is not a date; give a date, or a time with a zone",
    ),
    (
        {"starts": None, "timezone": LONDON, "minutes": 60},
        "starts: is missing; say when: a day, or a day and a time",
    ),
    (
        {"starts": STARTS, "minutes": 60, "left": ENDS - TICK},
        "left: is before ends; give the moment at which you were clear of the building",
    ),
    (
        {"starts": aware("2199-12-31T23:00", LONDON), "minutes": 60},
        "ends: 2200-01-01T00:00:00+00:00 is not between 1970 and 2200; check the year",
    ),
)
def test_a_length_goes_with_a_moment_and_instead_of_an_end(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, **given)


def test_a_wrong_length_is_said_with_all_else_that_is_wrong() -> None:
    assert [
        "minutes: 0 is not a length in minutes; give a whole number from 1 to 10080",
        "medium: 'vidoe' is not known; did you mean 'video'?",
    ] == problems(Interview, starts=STARTS, minutes=0, medium="vidoe")


def test_an_end_that_is_nothing_does_not_contradict_a_length() -> None:
    nothing: Any = float("nan")
    assert Interview(starts=STARTS, ends=ENDS) == Interview(starts=STARTS, ends=nothing, minutes=60)


WEEK_LATER = aware("2026-12-01T10:00", LONDON)
TOO_LONG = "ends: is more than 7 days after starts; check the day"


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (STARTS, WEEK_LATER - TICK, []),
        (STARTS, WEEK_LATER, []),
        (STARTS, WEEK_LATER + TICK, [TOO_LONG]),
        (STARTS, date(2026, 11, 29), []),
        (STARTS, date(2026, 11, 30), []),
        (STARTS, date(2026, 12, 1), [TOO_LONG]),
        (date(2026, 11, 24), date(2026, 11, 29), []),
        (date(2026, 11, 24), date(2026, 11, 30), []),
        (date(2026, 11, 24), date(2026, 12, 1), [TOO_LONG]),
        (date(2026, 11, 24), aware("2026-12-01T00:00", LONDON) - TICK, []),
        (date(2026, 11, 24), aware("2026-12-01T00:00", LONDON), []),
        (date(2026, 11, 24), aware("2026-12-01T00:00", LONDON) + TICK, [TOO_LONG]),
        (aware("2026-10-20T10:00", LONDON), aware("2026-10-27T10:00", LONDON) - TICK, []),
        (aware("2026-10-20T10:00", LONDON), aware("2026-10-27T10:00", LONDON), []),
        (aware("2026-10-20T10:00", LONDON), aware("2026-10-27T10:00", LONDON) + TICK, [TOO_LONG]),
    ],
    ids=[
        f"{kind}, {place}"
        for kind in (
            "moments",
            "a moment and a day",
            "days",
            "a day and a moment",
            "as the clocks go back",
        )
        for place in ("less", "just as much", "more")
    ],
)
def test_an_interview_lasts_seven_days_at_most(
    starts: date, ends: date, expected: list[str]
) -> None:
    if expected:
        assert expected == problems(Interview, starts=starts, ends=ends, timezone=LONDON)
    else:
        assert ends == Interview(starts=starts, ends=ends, timezone=LONDON).ends


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (date(2026, 11, 24), date(2026, 11, 23), ["ends: is before starts"]),
        (date(2026, 11, 24), date(2026, 11, 24), []),
        (date(2026, 11, 24), date(2026, 11, 25), []),
        (aware("2026-11-24T00:00", LONDON), date(2026, 11, 23), ["ends: is before starts"]),
        (aware("2026-11-24T00:00", LONDON), date(2026, 11, 24), []),
        (aware("2026-11-24T00:00", LONDON), date(2026, 11, 25), []),
        (date(2026, 11, 24), aware("2026-11-24T00:00", LONDON) - TICK, ["ends: is before starts"]),
        (date(2026, 11, 24), aware("2026-11-24T00:00", LONDON), []),
        (date(2026, 11, 24), aware("2026-11-24T00:00", LONDON) + TICK, []),
        (STARTS, STARTS - TICK, ["ends: is before starts"]),
        (STARTS, STARTS, []),
        (STARTS, STARTS + TICK, []),
    ],
    ids=[
        f"{kind}, {place}"
        for kind in ("days", "a moment and a day", "a day and a moment", "moments")
        for place in ("before", "at once", "after")
    ],
)
def test_an_interview_does_not_end_before_it_starts(
    starts: date, ends: date, expected: list[str]
) -> None:
    if expected:
        [problem] = problems(Interview, starts=starts, ends=ends, timezone=LONDON)
        assert [problem.partition(";")[0]] == expected
    else:
        assert ends == Interview(starts=starts, ends=ends, timezone=LONDON).ends


# -- what is known to the day ---------------------------------------------------------------------

SOME_DAY = Interview(starts=date(2026, 11, 24), timezone=NEW_YORK)


def test_an_interview_may_be_known_to_the_day_alone() -> None:
    assert (False, True) == (SOME_DAY.is_timed, Interview(starts=STARTS).is_timed)
    assert ("2026-11-24", "2026-11-24 10:00") == (
        SOME_DAY.starts_in_words,
        Interview(starts=STARTS).starts_in_words,
    )
    assert ("starts", "2026-11-24") == SOME_DAY.identity
    assert (utc("2026-11-24T05:00"), utc("2026-11-25T05:00")) == (
        SOME_DAY.first_moment,
        SOME_DAY.last_moment,
    )


def test_the_start_is_said_as_a_clock_in_the_interview_s_zone_reads_it() -> None:
    assert "2026-11-24 05:00" == Interview(starts=STARTS, timezone=NEW_YORK).starts_in_words


@pytest.mark.parametrize(
    ("starts", "midnight"),
    [
        (aware("2026-11-24T00:00", LONDON), "2026-11-25T00:00"),
        (aware("2026-11-24T23:59:59.999999", LONDON), "2026-11-25T00:00"),
        (aware("2026-11-25T00:00", LONDON), "2026-11-26T00:00"),
        (aware("2026-07-24T10:00", LONDON), "2026-07-24T23:00"),
        (aware("2026-11-24T10:00", NEW_YORK), "2026-11-25T05:00"),
    ],
    ids=["from midnight on", "just before midnight", "at the next", "in summer", "elsewhere"],
)
def test_an_interview_whose_end_nobody_told_ends_with_its_day(
    starts: datetime, midnight: str
) -> None:
    untold = Interview(starts=starts)
    assert (None, utc(midnight)) == (untold.ends, untold.last_moment)


def test_a_moment_is_the_first_and_the_last_one_of_its_interview() -> None:
    met = Interview(starts=STARTS, ends=ENDS)
    assert (STARTS, ENDS) == (met.first_moment, met.last_moment)


@mistakes(
    (
        {"starts": date(2026, 11, 24), "left": ENDS},
        "left: is given, but of starts only the day; "
        "leave it out, or give the moment at which the interview starts",
    ),
    (
        {"starts": date(2026, 11, 24), "ends": ENDS, "left": date(2026, 11, 24)},
        "left: is given, but of starts only the day; "
        "leave it out, or give the moment at which the interview starts",
    ),
    (
        {"starts": STARTS, "left": date(2026, 11, 23)},
        "left: is before starts; give the moment at which you were clear of the building",
    ),
    (
        {"starts": STARTS, "ends": aware("2026-11-25T00:00", LONDON) + TICK, "left": STARTS.date()},
        "left: is before ends; give the moment at which you were clear of the building",
    ),
    (
        {"starts": STARTS, "ends": date(2026, 11, 25), "left": ENDS},
        "left: is before ends; give the moment at which you were clear of the building",
    ),
    (
        {"starts": None, "ends": ENDS, "left": ENDS - TICK},
        "starts: is missing; say when: a day, or a day and a time",
    ),
    (
        {"starts": date(2200, 1, 1)},
        "starts: 2200-01-01 is not between 1970 and 2200; check the year",
    ),
)
def test_a_day_that_cannot_be_is_refused(given: Any, problem: str) -> None:
    first, *others = problems(Interview, timezone=LONDON, **given)
    assert problem == first
    if given["starts"] is None:
        assert ["left: is before ends"] == [part.partition(";")[0] for part in others]
    else:
        assert [] == others


@pytest.mark.parametrize(
    ("ends", "left"),
    [
        (None, STARTS),
        (None, date(2026, 11, 24)),
        (ENDS, date(2026, 11, 24)),
        (aware("2026-11-25T00:00", LONDON), date(2026, 11, 24)),
        (date(2026, 11, 24), date(2026, 11, 24)),
        (date(2026, 11, 24), aware("2026-11-25T00:00", LONDON)),
    ],
    ids=str,
)
def test_an_interview_may_be_left_on_the_day_on_which_it_ends(
    ends: date | None, left: date
) -> None:
    assert left == Interview(starts=STARTS, ends=ends, left=left).left


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({"starts": date(2026, 11, 24), "ends": aware("2026-11-24T11:00", NEW_YORK)}, NEW_YORK),
        ({"starts": STARTS, "ends": date(2026, 11, 24)}, LONDON),
    ],
    ids=["of ends", "of starts"],
)
def test_a_day_says_nothing_of_the_zone(times: Any, expected: str) -> None:
    assert expected == Interview(**times).timezone


def test_of_days_alone_a_zone_is_to_be_given() -> None:
    assert [MISSING_ZONE] == problems(Interview, starts=date(2026, 11, 24), ends=date(2026, 11, 24))


# -- whom you met, and whether it was held --------------------------------------------------------


def test_it_may_be_unknown_who_the_interviewers_are() -> None:
    unknown = Interview(starts=STARTS)
    assert (None, ()) == (unknown.interviewers, unknown.people)
    assert unknown == Interview(starts=STARTS, interviewers=None)


@pytest.mark.parametrize("nobody", [(), [], set(), iter(())], ids=type)
def test_that_there_was_nobody_is_known(nobody: Any) -> None:
    alone = Interview(starts=STARTS, interviewers=nobody)
    assert ((), ()) == (alone.interviewers, alone.people)
    assert alone != Interview(starts=STARTS)
    assert "interviewers=()" in repr(alone)


def test_an_act_is_not_done_to_somebody_unknown() -> None:
    nobody_told = "nobody has told who the interviewers were; add interviewers"
    done = [Done(act="thank-you", at=ENDS, to="Ana")]
    assert [f"done[0].to: 'Ana' is nobody here, as {nobody_told}"] == problems(
        Interview, starts=STARTS, done=done
    )
    assert ["done[0].to: 'Ana' is not an interviewer here; leave it out"] == problems(
        Interview, starts=STARTS, interviewers=[], done=done
    )


@pytest.mark.parametrize(
    ("not_held", "took_place"), [(None, True), ("cancelled", False), ("no-show", False)]
)
def test_an_interview_took_place_unless_it_was_not_held(not_held: Any, took_place: bool) -> None:
    assert took_place == Interview(starts=STARTS, not_held=not_held).took_place


@mistakes(
    ({"not_held": "canceled"}, "not_held: 'canceled' is not known; did you mean 'cancelled'?"),
    (
        {"not_held": "ill"},
        "not_held: 'ill' is not known; use one of: cancelled, no-show; "
        "leave it out if it was held, or may be",
    ),
    ({"not_held": True}, "not_held: True is not text; give a str"),
)
def test_any_other_reason_is_refused(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, starts=STARTS, **given)


def test_a_day_that_a_zone_skipped_is_the_first_and_the_last_one_of_an_interview() -> None:
    day = date(2011, 12, 30)
    skipped = Interview(starts=day, ends=day, timezone="Pacific/Apia")
    assert (day, utc("2011-12-30T10:00"), utc("2011-12-30T10:00")) == (
        skipped.first_day,
        skipped.first_moment,
        skipped.last_moment,
    )


def test_somebody_may_have_left_on_the_day_on_which_it_ended() -> None:
    interview = Interview(starts=STARTS, ends=date(2026, 11, 24), left=ENDS)
    assert ENDS == interview.left
    assert ["left: is before ends; give the moment at which you were clear of the building"] == (
        problems(Interview, starts=STARTS, ends=date(2026, 11, 24), left=STARTS - TICK)
    )
