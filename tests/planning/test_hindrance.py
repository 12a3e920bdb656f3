"""Hindrances: a best moment at which the candidate cannot act, and when they can instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    did,
    meeting,
    priya,
    scheduled_act,
    searching,
    wall,
)
from interview_followup import (
    Application,
    Done,
    Hindrance,
    Interview,
    JobSearch,
    Offer,
    Person,
    Rule,
    RuleSet,
    WakingHours,
    check,
    plan,
    schedule,
)
from interview_followup._planning.hindrance import _candidate, _end_and_length, hindrance
from interview_followup.language import Moment, application, moment_fact, search
from interview_followup.language._subject import search_subject

TOKYO = "Asia/Tokyo"
NIGHT_OWL = WakingHours(starts=time(14), ends=time(6))
ALWAYS = WakingHours(starts=time(0), ends=time(0))

LONG_BEFORE = at("2000-01-01 00:00")

BEST = moment_fact("search.best", "the best moment")
OPENS = moment_fact("search.opens", "the opening")
CLOSES = moment_fact("search.closes", "the closing")


def rule(channel: str | None = "email", opens: Moment = OPENS, **parts: Any) -> RuleSet:
    """Return one rule about an application, whose moments the search tells."""
    given: dict[str, Any] = {"per": application, "best": BEST, "closes": CLOSES} | parts
    write = Rule(name="write", opens=opens, channel=channel, text="Write", why="So.", **given)
    return RuleSet([write])


def hindered(
    best: str,
    *interviews: Interview,
    opens: str = "2026-01-01 00:00",
    closes: str | None = None,
    zone: str = LONDON,
    channel: str | None = "email",
    awake: WakingHours | None = None,
    others: tuple[Application, ...] = (),
    now: datetime = LONG_BEFORE,
    **more: Any,
) -> Hindrance | None:
    """Return what hinders the candidate, where times are as clocks read in their zone."""
    facts = {"best": at(best, zone), "opens": at(opens, zone)}
    if closes:
        facts["closes"] = at(closes, zone)
    known = searching(
        applied(*interviews, **more),
        *others,
        facts=facts,
        zone=zone,
        waking_hours=awake or WakingHours(),
    )
    return hindrance(scheduled_act(known, "write", "Acme", rule(channel)), now)


def ways(best: str, *interviews: Interview, **more: Any) -> tuple[str | None, str | None] | None:
    """Return when the candidate can act instead, and when they can write ahead."""
    obstacle = hindered(best, *interviews, **more)
    zone = more.get("zone", LONDON)
    return obstacle and (wall(obstacle.nearest, zone), wall(obstacle.before, zone))


# -- waking hours ---------------------------------------------------------------------------------


def test_a_new_york_afternoon_is_a_tokyo_night() -> None:
    thanked = [did("thank-you", "2026-11-24 16:00", "Priya Shah", NEW_YORK)]
    known = searching(applied(meeting(zone=NEW_YORK, medium="video", done=thanked)), zone=TOKYO)
    [chase] = [
        action
        for action in plan(known, now=at("2026-11-25 09:00", TOKYO)).actions
        if action.act == "chase"
    ]
    obstacle = chase.hindrance
    assert at("2026-12-02 06:00", TOKYO) == chase.best
    assert obstacle is not None
    assert (at("2026-12-02 07:00", TOKYO), at("2026-12-01 21:45", TOKYO)) == (
        obstacle.nearest,
        obstacle.before,
    )
    assert (None, TOKYO, TOKYO) == (
        obstacle.interview,
        getattr(obstacle.nearest, "timezone_name", None),
        getattr(obstacle.before, "timezone_name", None),
    )
    assert (
        "The best moment is outside your waking hours: do it on Wednesday 2 December, 07:00, "
        "or write it on Tuesday 1 December, 21:45 and have it sent then."
    ) == obstacle.text


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        ("2026-11-10 21:59:59.999999", None),
        ("2026-11-10 22:00", ("2026-11-10 21:45", "2026-11-10 21:45")),
        ("2026-11-10 22:00:00.000001", ("2026-11-10 21:45", "2026-11-10 21:45")),
        ("2026-11-11 02:22:29.999999", ("2026-11-10 21:45", "2026-11-10 21:45")),
        ("2026-11-11 02:22:30", ("2026-11-10 21:45", "2026-11-10 21:45")),
        ("2026-11-11 02:22:30.000001", ("2026-11-11 07:00", "2026-11-10 21:45")),
        ("2026-11-11 06:59:59.999999", ("2026-11-11 07:00", "2026-11-10 21:45")),
        ("2026-11-11 07:00", None),
        ("2026-11-11 07:00:00.000001", None),
    ],
)
def test_the_nearest_waking_moment_is_the_one_to_act_at(
    best: str, expected: tuple[str, str] | None
) -> None:
    """Half-open, as interviews are; of two that are equally near it is the earlier one."""
    assert expected == ways(best)


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        ("2026-11-10 06:00", "2026-11-10 05:45"),
        ("2026-11-10 05:59:59.999999", None),
        ("2026-11-10 00:00", None),
        ("2026-11-10 13:59:59.999999", "2026-11-10 14:00"),
        ("2026-11-10 14:00", None),
        ("2026-11-10 23:59", None),
    ],
)
def test_waking_hours_may_last_past_midnight(best: str, expected: str | None) -> None:
    moments = ways(best, awake=NIGHT_OWL)
    assert expected == (moments and moments[0])


@pytest.mark.parametrize("hour", range(0, 24, 3))
@pytest.mark.parametrize("awake", [ALWAYS, WakingHours(starts=time(7), ends=time(7))])
def test_waking_hours_that_end_as_they_start_are_the_whole_day(
    hour: int, awake: WakingHours
) -> None:
    for best in (f"2026-11-10 {hour:02}:00", f"2026-10-25 {hour:02}:59"):
        assert None is ways(best, awake=awake)


@pytest.mark.parametrize(
    ("best", "awake", "expected"),
    [
        ("2026-03-29 04:00", WakingHours(), ("2026-03-29 07:00", "2026-03-28 21:45")),
        (
            "2026-03-29 02:15",
            WakingHours(starts=time(1, 30), ends=time(0, 30)),
            ("2026-03-29 02:30", "2026-03-29 00:15"),
        ),
        (
            "2026-10-25 03:00",
            WakingHours(),
            ("2026-10-25 07:00", "2026-10-24 21:45"),
        ),
    ],
    ids=["a short night", "waking in the gap", "a long night"],
)
def test_in_a_night_in_which_the_clocks_change_clocks_are_read_as_in_any_other(
    best: str, awake: WakingHours, expected: tuple[str, str]
) -> None:
    assert expected == ways(best, awake=awake)


def test_the_nearest_of_a_night_in_which_the_clocks_change_is_so_by_the_time_that_passes() -> None:
    """Between 21:45 and 07:00 lie eight hours and a quarter in March, and ten in October."""
    assert ("2026-03-29 07:00", "2026-03-28 21:45") == ways("2026-03-29 03:00")
    assert ("2026-03-28 21:45", "2026-03-28 21:45") == ways("2026-03-29 02:52")
    assert ("2026-10-24 21:45", "2026-10-24 21:45") == ways("2026-10-25 01:59")
    assert ("2026-10-25 07:00", "2026-10-24 21:45") == ways("2026-10-25 02:00")


def test_waking_hours_that_a_gap_swallows_are_none_of_that_day() -> None:
    """London has no half past one on 29 March: both ends of that hour are the same instant."""
    short = WakingHours(starts=time(1), ends=time(2))
    assert ("2026-03-28 01:45", "2026-03-28 01:45") == ways("2026-03-28 12:00", awake=short)
    assert ("2026-03-30 01:00", "2026-03-28 01:45") == ways("2026-03-29 12:00", awake=short)
    assert ("2026-03-30 01:00", "2026-03-28 01:45") == ways("2026-03-29 02:00", awake=short)


def test_a_day_that_the_zone_skipped_has_no_waking_hours() -> None:
    """Apia had no 30 December 2011."""
    moments = ways(
        "2011-12-31 03:00",
        meeting("2011-12-01 10:00", "2011-12-01 11:00"),
        opens="2011-12-01 12:00",
        zone="Pacific/Apia",
    )
    assert ("2011-12-31 07:00", "2011-12-29 21:45") == moments


# -- interviews -----------------------------------------------------------------------------------

TEN_TO_ELEVEN = meeting("2026-11-10 10:00", "2026-11-10 11:00")


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        ("2026-11-10 09:59:59.999999", None),
        ("2026-11-10 10:00", "2026-11-10 09:45"),
        ("2026-11-10 10:22:30", "2026-11-10 09:45"),
        ("2026-11-10 10:22:30.000001", "2026-11-10 11:00"),
        ("2026-11-10 10:59:59.999999", "2026-11-10 11:00"),
        ("2026-11-10 11:00", None),
    ],
)
def test_an_interview_hinders_from_its_start_up_to_its_end(best: str, expected: str | None) -> None:
    elsewhere = applied(TEN_TO_ELEVEN, employer="Globex")
    for obstacle in (hindered(best, others=(elsewhere,)), hindered(best, TEN_TO_ELEVEN)):
        assert expected == (obstacle and wall(obstacle.nearest))
        assert (None if expected is None else TEN_TO_ELEVEN) == (obstacle and obstacle.interview)


def test_in_an_interview_the_text_says_so() -> None:
    elsewhere = applied(TEN_TO_ELEVEN, employer="Globex")
    obstacle = hindered("2026-11-10 10:45", others=(elsewhere,))
    assert obstacle is not None
    assert (
        "The best moment is while you are in an interview: do it on Tuesday 10 November, 11:00, "
        "or write it on Tuesday 10 November, 09:45 and have it sent then."
    ) == obstacle.text


TUESDAY = date(2026, 11, 10)


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"starts": at("2026-11-10 10:00")}, id="nobody told its end"),
        pytest.param({"starts": at("2026-11-10 10:00"), "ends": TUESDAY}, id="its end on a day"),
        pytest.param({"starts": TUESDAY}, id="its start on a day"),
        pytest.param({"starts": TUESDAY, "ends": at("2026-11-10 11:00")}, id="but for its end"),
        pytest.param(
            {
                "starts": at("2026-11-10 10:00"),
                "ends": at("2026-11-10 11:00"),
                "not_held": "cancelled",
            },
            id="it was not held",
        ),
    ],
)
@pytest.mark.parametrize("best", ["2026-11-10 10:00", "2026-11-10 10:59"])
def test_an_interview_of_which_it_is_not_known_when_it_lasts_hinders_nobody(
    best: str, known: Any
) -> None:
    some_time = Interview(timezone=LONDON, **known)
    assert None is ways(best, some_time)
    assert None is ways(best, others=(applied(some_time, employer="Globex"),))


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"starts": at("2026-11-10 23:00")}, id="nobody told its end"),
        pytest.param({"starts": TUESDAY}, id="nor more than the day of its start"),
    ],
)
def test_what_is_best_as_an_interview_of_unknown_length_starts_is_hindered_by_nothing(
    known: Any,
) -> None:
    """It is done there, whatever the time is; what is best once it is over may be hindered."""
    untold = Interview(timezone=LONDON, **known)
    start = untold.first_moment
    search = searching(applied(untold), waking_hours=WakingHours(starts=time(7), ends=time(22)))
    for act in ("ask-how-to-follow-up", "ask-when-you-will-hear"):
        scheduled = scheduled_act(search, act)
        assert start == scheduled.window.best
        assert None is hindrance(scheduled, LONG_BEFORE)
    over = scheduled_act(search, "debrief")
    reason = hindrance(over, LONG_BEFORE)
    assert at("2026-11-11 01:00") == over.window.best
    assert reason is not None
    assert at("2026-11-11 07:00") == reason.nearest


@pytest.mark.parametrize(
    ("spans", "nearest", "before"),
    [
        (["09:30-10:30", "10:00-12:00"], "09:15", "09:15"),
        (["10:00-10:45", "10:45-11:30"], "09:45", "09:45"),
        (["10:00-10:45", "10:46-11:30"], "09:45", "09:45"),
        (["09:00-09:59", "10:00-10:20"], "10:30", "09:59"),
        (["09:00-10:00", "10:00-10:20"], "10:30", "08:45"),
        (["10:00-10:20", "10:20-10:30"], "10:30", "09:45"),
        (["10:00-10:20", "10:21-12:00"], "10:20", "09:45"),
    ],
    ids=[
        "overlapping",
        "touching",
        "a minute between, later",
        "a minute between, before",
        "touching, before",
        "touching, after",
        "a minute between, after",
    ],
)
def test_of_several_interviews_one_is_free_between_or_outside_them(
    spans: list[str], nearest: str, before: str
) -> None:
    applications = []
    for index, span in enumerate(spans):
        starts, _, ends = span.partition("-")
        met = meeting(f"2026-11-10 {starts}", f"2026-11-10 {ends}")
        applications.append(applied(met, employer=f"Globex {index}"))
    expected = (f"2026-11-10 {nearest}", f"2026-11-10 {before}")
    assert expected == ways("2026-11-10 10:15", others=tuple(applications))


def test_of_several_interviews_at_once_it_is_the_one_that_ends_last_that_hinders() -> None:
    long = meeting("2026-11-10 09:30", "2026-11-10 12:00")
    for interviews in ((TEN_TO_ELEVEN, long), (long, TEN_TO_ELEVEN)):
        obstacle = hindered("2026-11-10 10:30", *interviews)
        assert obstacle is not None
        assert long == obstacle.interview


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("06:30-06:45-07:30", ("2026-11-10 07:30", "2026-11-09 21:45")),
        ("21:00-21:30-22:30", ("2026-11-10 20:45", "2026-11-10 20:45")),
        ("07:00-17:00-22:00", ("2026-11-11 07:00", "2026-11-09 21:45")),
    ],
    ids=["as the day begins", "as it ends", "all day"],
)
def test_between_an_interview_and_a_night_that_meet_nobody_is_free(
    times: str, expected: tuple[str, str]
) -> None:
    starts, best, ends = (f"2026-11-10 {clock}" for clock in times.split("-"))
    elsewhere = applied(meeting(starts, ends), employer="Globex")
    assert expected == ways(best, others=(elsewhere,))


OWN = ("ask-how-to-follow-up", "ask-when-you-will-hear", "collect-contact")


def test_what_is_best_during_its_own_interview_is_hindered_by_nothing() -> None:
    """Not even at three at night, as interviews are held when they are held."""
    night = meeting(zone=NEW_YORK, interviewers=[priya(email=None)])
    known = searching(applied(night), zone=TOKYO)
    obstacles = {
        scheduled.act: hindrance(scheduled, LONG_BEFORE)
        for scheduled in schedule(known)
        if scheduled.act in OWN
    }
    assert dict.fromkeys(OWN) == obstacles
    elsewhere = searching(applied(night), applied(night, employer="Globex"), zone=TOKYO)
    assert {None} == {
        hindrance(scheduled, LONG_BEFORE)
        for scheduled in schedule(elsewhere)
        if scheduled.act in OWN
    }


def test_an_act_about_an_application_has_no_interview_of_its_own() -> None:
    """A chase that is best during the next round has to wait: before, it would not know of it."""
    assert ("2026-11-10 11:00", None) == ways("2026-11-10 10:45", TEN_TO_ELEVEN)


# -- the window -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opens", "closes", "nearest"),
    [
        ("2026-11-10 21:59", "2026-11-11 07:00", "2026-11-10 21:59"),
        ("2026-11-10 22:00", "2026-11-11 07:00", None),
        ("2026-11-10 22:00", "2026-11-11 07:00:00.000001", "2026-11-11 07:00"),
        ("2026-11-10 22:00", "2026-11-11 06:59", None),
        ("2026-11-10 22:00", None, "2026-11-11 07:00"),
    ],
)
def test_the_nearest_moment_lies_in_the_window(
    opens: str, closes: str | None, nearest: str | None
) -> None:
    obstacle = hindered("2026-11-11 01:00", opens=opens, closes=closes, channel="phone")
    assert obstacle is not None
    assert (nearest, None) == (wall(obstacle.nearest), obstacle.before)


@pytest.mark.parametrize("closes", ["2026-11-11 07:00", "2026-11-11 12:00"])
def test_an_opening_within_the_last_minute_before_is_the_nearest_moment(
    closes: str,
) -> None:
    """The last whole minute before is not in the window, but the rest of that minute is."""
    obstacle = hindered("2026-11-11 01:00", opens="2026-11-10 21:59:30", closes=closes)
    assert obstacle is not None
    assert "2026-11-10 21:59:30" == wall(obstacle.nearest)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"opens": "2026-11-10 09:59:45"}, id="as it opens"),
        pytest.param({"now": at("2026-11-10 09:59:45")}, id="now"),
    ],
)
def test_within_the_last_minute_before_there_may_be_a_quarter_hour_to_wait_for(more: Any) -> None:
    """The interview starts half a minute after ten, and at ten the candidate is still free."""
    late = meeting("2026-11-10 10:00:30", "2026-11-10 11:00")
    obstacle = hindered("2026-11-10 10:10", late, **more)
    assert obstacle is not None
    assert "2026-11-10 10:00" == wall(obstacle.nearest)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-10 21:59", ("2026-11-10 21:59", "2026-11-10 21:59")),
        ("2026-11-10 21:59:00.000001", ("2026-11-10 21:59:00.000001", None)),
        ("2026-11-10 21:59:59.999999", ("2026-11-10 21:59:59.999999", None)),
        ("2026-11-10 22:00", ("2026-11-11 07:00", None)),
        ("2026-11-11 00:59:59.999999", ("2026-11-11 07:00", None)),
        ("2026-11-11 01:00", None),
        ("2026-11-11 01:00:00.000001", None),
    ],
    ids=[
        "in the last minute",
        "just after it began",
        "just before going to bed",
        "in bed",
        "just before the best moment",
        "as it comes",
        "just after it came",
    ],
)
def test_only_what_is_still_to_come_is_a_time_to_act(
    now: str, expected: tuple[str, str | None] | None
) -> None:
    assert expected == ways("2026-11-11 01:00", now=at(now))


QUARTER = at("2026-11-10 21:45")
LAST_MINUTE = at("2026-11-10 21:59")


@pytest.mark.parametrize(
    ("opens", "expected"),
    [
        (QUARTER - TICK, QUARTER),
        (QUARTER, QUARTER),
        (QUARTER + TICK, LAST_MINUTE),
    ],
    ids=["just before", "at once", "just after"],
)
def test_what_can_be_done_before_is_on_the_quarter_hour_if_the_window_is_open_then(
    opens: datetime, expected: datetime
) -> None:
    obstacle = hindered("2026-11-10 22:10", opens=wall(opens) or "", channel=None)
    assert obstacle is not None
    assert expected == obstacle.nearest


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        ("2026-11-11 07:14:59.999999", "2026-11-11 07:10"),
        ("2026-11-11 07:15", "2026-11-11 07:10"),
        ("2026-11-11 07:15:00.000001", "2026-11-11 07:15"),
    ],
    ids=["once it is closed", "as it closes", "just before"],
)
def test_what_has_to_wait_is_on_the_quarter_hour_if_the_window_is_still_open_then(
    closes: str, expected: str
) -> None:
    late_riser = WakingHours(starts=time(7, 10), ends=time(22))
    moments = ways("2026-11-11 05:00", closes=closes, awake=late_riser)
    assert (expected, "2026-11-10 21:45") == moments


@pytest.mark.parametrize(
    ("event", "expected"),
    [(QUARTER - TICK, QUARTER), (QUARTER, QUARTER), (QUARTER + TICK, LAST_MINUTE)],
    ids=["just before", "at once", "just after"],
)
def test_what_is_written_ahead_is_on_the_quarter_hour_if_nothing_still_happens_then(
    event: datetime, expected: datetime
) -> None:
    obstacle = hindered("2026-11-11 05:00", heard=event)
    assert obstacle is not None
    assert expected == obstacle.before


def test_without_another_time_the_text_says_so() -> None:
    shut = {"opens": "2026-11-10 22:00", "closes": "2026-11-11 07:00"}
    obstacle = hindered("2026-11-11 01:00", channel="phone", **shut)  # type: ignore[arg-type]
    assert obstacle is not None
    assert (
        "The best moment is outside your waking hours: there is no other time for it."
        == obstacle.text
    )


def test_what_cannot_be_done_in_time_can_be_written_ahead() -> None:
    shut = {"opens": "2026-11-10 22:00", "closes": "2026-11-11 07:00"}
    obstacle = hindered("2026-11-11 01:00", **shut)  # type: ignore[arg-type]
    assert obstacle is not None
    assert (
        "The best moment is outside your waking hours: write it on Tuesday 10 November, 21:45 "
        "and have it sent then."
    ) == obstacle.text


def test_what_can_be_done_just_before_may_be_written_before_that_and_sent_at_the_best() -> None:
    obstacle = hindered("2026-11-10 22:30")
    assert obstacle is not None
    assert obstacle.nearest == obstacle.before
    assert (
        "The best moment is outside your waking hours: do it on Tuesday 10 November, 21:45, "
        "or write it then, to be sent at the best moment."
    ) == obstacle.text


@pytest.mark.parametrize(
    "rules",
    [
        rule(opens=moment_fact("application.event", "the event")),
        rule(best=moment_fact("application.event", "the event")),
        rule(closes=OPENS),
        rule(kind="guard", best=None),
    ],
    ids=["not open yet", "no best moment yet", "empty", "a guard"],
)
def test_what_has_no_best_moment_has_no_hindrance(rules: RuleSet) -> None:
    facts = {"best": at("2026-11-10 03:00"), "opens": at("2026-11-10 02:00")}
    known = searching(applied(), facts=facts)
    assert None is hindrance(scheduled_act(known, "write", rules=rules), LONG_BEFORE)


# -- writing ahead --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "ahead"),
    [("email", "2026-11-10 21:45"), ("phone", None), ("linkedin", None), (None, None)],
)
def test_only_an_e_mail_is_written_ahead(channel: str | None, ahead: str | None) -> None:
    moments = ways("2026-11-11 05:00", channel=channel)
    assert ("2026-11-11 07:00", ahead) == moments


AHEAD = at("2026-11-10 21:59")
HAPPENS: dict[str, Callable[[datetime], dict[str, Any]]] = {
    "a message": lambda event: {"heard": event},
    "an interview": lambda event: {"held": [Interview(starts=event, ends=event)]},
    "an interview without an end": lambda event: {"held": [Interview(starts=event)]},
    "an act that is done": lambda event: {"done": [Done(act="nod", at=event)]},
    "a fact": lambda event: {"facts": {"task_due": event}},
    "an offer": lambda event: {"offer": Offer(received=event)},
    "another's offer": lambda event: {
        "others": (applied(employer="Globex", offer=Offer(received=event)),)
    },
}


@pytest.mark.parametrize(
    ("event", "ahead"),
    [
        (AHEAD - TICK, True),
        (AHEAD, True),
        (AHEAD + TICK, False),
        (at("2026-11-11 05:00"), False),
        (at("2026-11-11 05:00") + TICK, True),
    ],
    ids=["just before", "at once", "just after", "as it is sent", "after it is sent"],
)
@pytest.mark.parametrize("kind", HAPPENS)
def test_nothing_is_written_ahead_of_what_still_happens(
    kind: str, event: datetime, ahead: bool
) -> None:
    """Here an interview ends as it starts, or has no end that is known."""
    known = HAPPENS[kind](event)
    obstacle = hindered("2026-11-11 05:00", *known.pop("held", []), **known)
    assert obstacle is not None
    assert ahead is (obstacle.before is not None)


def test_what_happens_in_another_application_is_no_matter() -> None:
    elsewhere = applied(
        meeting("2026-11-10 22:00", "2026-11-10 23:00"),
        employer="Globex",
        heard=at("2026-11-10 23:30"),
    )
    assert ("2026-11-11 07:00", "2026-11-10 21:45") == ways("2026-11-11 05:00", others=(elsewhere,))


def test_a_message_about_the_search_is_written_ahead_of_no_offer() -> None:
    best = moment_fact("search.best", "the best moment")
    rules = rule(per=search, opens=best, best=best, closes=None)
    facts = {"best": at("2026-11-11 05:00")}
    for received, ahead in ((AHEAD, AHEAD), (AHEAD + TICK, None)):
        offered = applied(offer=Offer(received=received), heard=at("2026-11-11 01:00"))
        obstacle = hindrance(
            scheduled_act(searching(offered, facts=facts), "write", rules=rules), LONG_BEFORE
        )
        assert obstacle is not None
        assert (ahead, at("2026-11-11 07:00")) == (obstacle.before, obstacle.nearest)


def test_a_thank_you_is_not_written_before_the_interview_is_over() -> None:
    """A morning in New York is a night in Tokyo, and its afternoon is one, too."""
    known = searching(applied(meeting(zone=NEW_YORK)), zone=TOKYO)
    obstacle = hindrance(scheduled_act(known, "thank-you"), LONG_BEFORE)
    assert obstacle is not None
    assert ("2026-11-25 07:00", None) == (wall(obstacle.nearest, TOKYO), obstacle.before)


def test_a_chase_to_a_recruiter_may_be_written_ahead() -> None:
    recruited = applied(meeting(zone=NEW_YORK), recruiter=Person(name="Rachel"))
    obstacle = hindrance(scheduled_act(searching(recruited, zone=TOKYO), "chase"), LONG_BEFORE)
    assert obstacle is not None
    assert obstacle.before is not None


# -- what it leaves alone -------------------------------------------------------------------------


def plans(known: JobSearch) -> list[Any]:
    """Return all that is said of a search but its hindrances."""
    planned = plan(known, now=at("2026-11-24 12:00"))
    return [
        planned.until,
        [(action.uid, action.window, action.status, action.until) for action in planned.actions],
        [(caution.uid, caution.since, caution.until) for caution in planned.cautions],
        [str(question) for question in planned.questions],
        check(known, "chase", at=at("2026-12-03 11:00")).allowed,
    ]


@pytest.mark.parametrize("awake", [ALWAYS, NIGHT_OWL, WakingHours(starts=time(3), ends=time(4))])
def test_waking_hours_change_no_window_no_status_and_no_until(awake: WakingHours) -> None:
    usual = searching(applied(meeting(zone=NEW_YORK)), zone=TOKYO)
    other = searching(applied(meeting(zone=NEW_YORK)), zone=TOKYO, waking_hours=awake)
    assert plans(usual) == plans(other)


def test_an_action_without_a_hindrance_has_none() -> None:
    planned = plan(searching(applied(meeting()), waking_hours=ALWAYS), now=at("2026-11-24 12:00"))
    assert {None} == {action.hindrance for action in planned.actions}


def test_an_application_that_is_over_hinders_nobody() -> None:
    """Nobody goes to an interview with an employer who has said no."""
    lunch = meeting("2026-11-10 12:00", "2026-11-10 13:00")
    for outcome, hinders in ((None, True), ("rejected", False), ("declined", False)):
        elsewhere = applied(lunch, employer="Globex", outcome=outcome)
        obstacle = hindered("2026-11-10 12:30", others=(elsewhere,))
        assert hinders is (obstacle is not None)


def test_another_interview_hinders_a_thank_you() -> None:
    """What is best during an interview that is another's has to wait until it is over."""
    other = applied(meeting("2026-11-24 13:30", "2026-11-24 14:30"), employer="Globex")
    obstacle = hindrance(
        scheduled_act(searching(applied(meeting()), other), "thank-you", "Acme"), LONG_BEFORE
    )
    assert obstacle is not None
    assert (other.interviews[0], "2026-11-24 13:15") == (obstacle.interview, wall(obstacle.before))


@pytest.mark.parametrize("order", [1, -1], ids=["as they start", "the other way round"])
def test_of_two_interviews_that_end_together_the_one_that_starts_first_is_named(order: int) -> None:
    interviews = [
        meeting("2026-11-24 12:00", "2026-11-24 15:00"),
        meeting("2026-11-24 13:00", "2026-11-24 15:00"),
        meeting("2026-11-24 13:30", "2026-11-24 14:30"),
    ]
    obstacle = hindered("2026-11-24 14:00", *interviews[::order])
    assert obstacle is not None
    assert obstacle.interview is interviews[0]
    after = hindered("2026-11-24 15:00", *interviews[::order])
    assert after is None


MINUTES = st.integers(0, 12)
MEETINGS = st.lists(st.tuples(MINUTES, MINUTES), max_size=8)


@given(MEETINGS)
def test_the_interview_that_ends_last_is_found_as_by_looking_at_each(
    meetings: list[tuple[int, int]],
) -> None:
    """Of those that end together it is the one that starts first."""
    first = at("2026-11-24 10:00")
    interviews = [
        Interview(
            starts=first + timedelta(minutes=starts),
            ends=first + timedelta(minutes=starts + length),
            key=key,
        )
        for key, (starts, length) in enumerate(meetings)
    ]
    candidate = search_subject(searching(applied(*interviews))).once(_candidate)
    for minute in range(-1, 26):
        moment = first + timedelta(minutes=minute)
        lasting = [
            interview
            for interview in interviews
            if interview.first_moment <= moment < interview.last_moment
        ]
        last = max(lasting, key=_end_and_length, default=None)
        assert last == candidate.interview_at(moment)
