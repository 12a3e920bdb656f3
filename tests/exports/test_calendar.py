"""Plans as calendars: an event for each action, that other programs read as it is meant."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from appointments import NOON, calendar, instant, lines, on, parts, read_back, shown
from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    card,
    did,
    meeting,
    priya,
    searching,
    unchecked,
)
from drawing import drawing
from interview_followup import (
    FollowUp,
    Interview,
    InvalidInput,
    JobSearch,
    Person,
    Plan,
    Promise,
    RuleSet,
    forecast,
    plan,
    strategies,
)
from interview_followup.exports.calendar import plan_calendar
from interview_followup.language import interview
from zones import FOLDS, GAPS, Transition, utc

QUARTER = timedelta(minutes=15)


# -- what is in it --------------------------------------------------------------------------------


def test_an_event_says_what_its_action_says() -> None:
    search = searching(applied(meeting()))
    [action] = [action for action in plan(search, now=NOON).actions if action.act == "thank-you"]
    event = on("thank-you", calendar(search))
    assert "VEVENT" == event.name
    assert str(action.uid) == event["UID"]
    assert "Send Priya Shah a personal thank-you e-mail (Acme)" == event["SUMMARY"]
    assert [
        "Acme, Data engineer",
        f"Why: {action.why}",
        "How: email to priya@acme.example",
        "Late from: Tuesday 24 November 2026, 18:00 (Europe/London)",
        "Over: Thursday 26 November 2026, 11:00 (Europe/London)",
        f"Source: {action.source}",
    ] == lines(event)
    assert at("2026-11-24 14:00") == event["DTSTART"].dt
    assert at("2026-11-24 14:15") == event["DTEND"].dt
    assert LONDON == event["DTSTART"].params["TZID"]


def test_an_event_is_private_and_takes_no_time() -> None:
    event = on("thank-you", calendar(applied(meeting())))
    assert ("PRIVATE", "TRANSPARENT") == (event["CLASS"], event["TRANSP"])


def test_an_alarm_rings_at_the_best_moment() -> None:
    event = on("thank-you", calendar(applied(meeting())))
    [alarm] = event.subcomponents
    assert ("DISPLAY", timedelta(0)) == (alarm["ACTION"], alarm["TRIGGER"].dt)
    assert event["SUMMARY"] == alarm["DESCRIPTION"]


def test_an_employer_whom_the_text_names_is_not_named_again() -> None:
    summary = on("debrief", calendar(applied(meeting())))["SUMMARY"]
    assert "Write down the questions that Acme asked, the tricky and new ones above all" == summary


def test_an_application_without_an_employer_names_none() -> None:
    nobody = on("thank-you", calendar(meeting()))
    assert "Send Priya Shah a personal thank-you e-mail" == nobody["SUMMARY"]
    assert lines(nobody)[0].startswith("Why: ")


def test_what_is_about_the_whole_search_names_no_employer() -> None:
    event = on("keep-looking", calendar(applied(meeting())))
    assert "Keep looking: find and apply for other jobs" == event["SUMMARY"]
    assert lines(event)[0].startswith("Why: ")


def test_an_event_says_what_hinders_the_candidate() -> None:
    other = applied(meeting("2026-11-24 13:30", "2026-11-24 14:30"), employer="Globex")
    written_calendar = calendar(searching(applied(meeting()), other))
    [event] = [
        part
        for part in parts(written_calendar).values()
        if part["SUMMARY"] == "Send Priya Shah a personal thank-you e-mail (Acme)"
    ]
    [but] = [line for line in lines(event) if line.startswith("But: ")]
    assert "The best moment is while you are in an interview" in but


def test_what_waits_for_a_fact_is_tentative_and_asks_for_it() -> None:
    tom = Person(name="Tom Reed")
    event = on("thank-you", calendar(applied(meeting(interviewers=[tom]))))
    assert "TENTATIVE" == event["STATUS"]
    [question] = [line for line in lines(event) if line.startswith("Find out first: ")]
    assert "Tom Reed" in question
    assert "CONFIRMED" == on("thank-you", calendar(applied(meeting())))["STATUS"]


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://www.linkedin.com/in/priya", "https://www.linkedin.com/in/priya"),
        ("linkedin.example/priya", None),
    ],
)
def test_an_address_of_a_page_can_be_followed(address: str, url: str | None) -> None:
    written_calendar = calendar(applied(meeting(interviewers=[priya(linkedin=address)])))
    assert url == on("connect", written_calendar).get("URL")


@pytest.mark.parametrize("to", ["https://a.example/x\r\nATTENDEE:mailto:eve", "https://a b"])
def test_an_address_that_would_be_more_than_one_line_is_only_told(to: str) -> None:
    search = applied(meeting(), follow_up=FollowUp(channel="letter", to=to))
    calendar = plan_calendar(plan(search, now=NOON), stamp=NOON)
    assert "URL" not in on("chase", calendar)
    assert b"\nATTENDEE" not in calendar.to_ical()


def test_what_is_late_stays_where_it_was() -> None:
    search, evening = applied(meeting()), at("2026-11-24 19:00")
    event = on("thank-you", calendar(search, now=evening))
    assert at("2026-11-24 14:00") == event["DTSTART"].dt


@pytest.mark.parametrize(
    ("now", "is_in"),
    [
        (at("2026-11-26 11:00") - TICK, True),
        (at("2026-11-26 11:00"), False),
        (at("2026-11-26 11:00") + TICK, False),
    ],
)
def test_what_is_closed_is_not_in_it(now: datetime, is_in: bool) -> None:
    acts = {
        str(part["X-INTERVIEW-FOLLOWUP-ACT"])
        for part in parts(calendar(applied(meeting()), now=now)).values()
    }
    assert is_in == ("thank-you" in acts)


def test_what_is_done_set_aside_or_without_a_best_moment_is_not_in_it() -> None:
    search = searching(applied(meeting(done=[did("debrief", "2026-11-24 11:30")])))
    [thanks] = [action for action in plan(search, now=NOON).actions if action.act == "thank-you"]
    planned = plan(search.dismiss(thanks), now=NOON)
    assert {"debrief", "thank-you"} <= {action.act for action in planned.actions}
    assert {str(action.uid) for action in shown(planned)} == parts(
        plan_calendar(planned, stamp=NOON)
    ).keys()
    assert not {"debrief", "thank-you"} & {action.act for action in shown(planned)}


def test_events_are_in_the_order_of_the_plan() -> None:
    planned = plan(searching(applied(meeting()), applied(employer="Globex")), now=NOON)
    expected = [str(action.uid) for action in shown(planned)]
    assert expected == list(parts(plan_calendar(planned, stamp=NOON)))


def test_a_forecast_has_each_act_when_it_is_done() -> None:
    search = applied(meeting(), promise=Promise(by=date(2026, 12, 4)))
    path = forecast(search, now=at("2026-11-24 16:00"), horizon=at("2027-02-01 12:00"))
    events = parts(read_back(plan_calendar(path, stamp=NOON)))
    assert {str(action.uid): action.at_utc for action in path.actions} == {
        uid: instant(event) for uid, event in events.items()
    }
    assert at("2026-11-24 16:00") == on("thank-you", plan_calendar(path, stamp=NOON))["DTSTART"].dt


def test_a_plan_without_actions_is_a_calendar_without_events() -> None:
    calendar = plan_calendar(plan(searching(), now=NOON, rules=RuleSet([])), stamp=NOON)
    assert [] == calendar.subcomponents
    assert "Job search" == calendar["X-WR-CALNAME"]


def test_a_calendar_has_no_uid_and_no_method() -> None:
    calendar = plan_calendar(plan(applied(meeting()), now=NOON), stamp=NOON)
    assert not {"UID", "METHOD"} & calendar.keys()
    assert {"PRODID", "VERSION"} <= calendar.keys()


def test_the_stamp_is_that_given_to_the_second() -> None:
    calendar = plan_calendar(
        plan(applied(meeting()), now=NOON), stamp=at("2026-11-24 12:34:56.789")
    )
    for part in parts(read_back(calendar)).values():
        assert utc("2026-11-24 12:34:56") == part["DTSTAMP"].dt == part["LAST-MODIFIED"].dt
        assert 0 == part["SEQUENCE"]


def test_a_day_for_a_stamp_is_its_first_moment() -> None:
    calendar = plan_calendar(plan(applied(meeting()), now=NOON), stamp=date(2026, 7, 1))
    assert utc("2026-06-30T23:00") == on("thank-you", calendar)["DTSTAMP"].dt


@pytest.mark.parametrize(
    ("stamp", "message"),
    [
        (datetime(2026, 11, 24), "stamp: 2026-11-24T00:00:00 has no time zone"),  # noqa: DTZ001
        ("today", "stamp: 'today' is not a date"),
        (None, "stamp: is missing"),
        (datetime(1969, 1, 1, tzinfo=UTC), "stamp: 1969-01-01T00:00:00+00:00 is not between"),
    ],
)
def test_a_stamp_is_a_moment(stamp: Any, message: str) -> None:
    with pytest.raises(InvalidInput) as error:
        plan_calendar(plan(applied(meeting()), now=NOON), stamp=stamp)
    assert str(error.value).startswith(message)


def test_without_icalendar_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'interview_followup\[calendar\]'"):
        plan_calendar(plan(applied(meeting()), now=NOON), stamp=NOON)


# -- to-dos ---------------------------------------------------------------------------------------


def test_a_to_do_is_due_when_it_is_late() -> None:
    todo = on("thank-you", calendar(applied(meeting()), todos=True))
    assert ("VTODO", "NEEDS-ACTION") == (todo.name, todo["STATUS"])
    assert at("2026-11-24 14:00") == todo["DTSTART"].dt
    assert at("2026-11-24 18:00") == todo["DUE"].dt
    [alarm] = todo.subcomponents
    assert timedelta(0) == alarm["TRIGGER"].dt
    assert not {"DTEND", "TRANSP"} & todo.keys()


SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("left", "due"), [(SECOND - TICK, QUARTER), (SECOND, SECOND), (SECOND + TICK, 2 * SECOND)]
)
def test_a_to_do_that_is_late_at_once_has_a_quarter_of_an_hour(
    left: timedelta, due: timedelta
) -> None:
    rules = RuleSet([card(due=interview.left)])
    met = meeting(left=at("2026-11-24 11:00") + left)
    todo = on("send-card", calendar(applied(met), rules=rules, todos=True))
    assert at("2026-11-24 11:00") == todo["DTSTART"].dt
    assert due == todo["DUE"].dt - todo["DTSTART"].dt


def test_a_to_do_that_is_never_late_is_due_when_it_is_over() -> None:
    todo = on("connect", calendar(applied(meeting()), todos=True))
    assert at("2026-12-24 11:00") == todo["DUE"].dt


def test_a_to_do_that_is_never_over_has_a_quarter_of_an_hour() -> None:
    todo = on("chase", calendar(applied(meeting()), todos=True))
    assert QUARTER == todo["DUE"].dt - todo["DTSTART"].dt


# -- instants -------------------------------------------------------------------------------------


def of_cards(best: datetime, zone: str) -> Plan:
    """Return a plan in which the best moment of an act is an instant, in a zone."""
    met = Interview(
        starts=best - timedelta(hours=1),
        ends=best,
        timezone=zone,
        interviewers=[priya()],
    )
    return plan(searching(applied(met), zone=zone), now=best, rules=RuleSet([card()]))


@pytest.mark.parametrize("change", [*GAPS.values(), *FOLDS.values()], ids=str)
@pytest.mark.parametrize("away", [-QUARTER, -SECOND, timedelta(0), SECOND, QUARTER], ids=str)
def test_an_event_near_a_change_of_the_clocks_is_at_its_instant(
    change: Transition, away: timedelta
) -> None:
    best = change.instant + away
    calendar = plan_calendar(of_cards(best, change.zone), stamp=best)
    event = on("send-card", read_back(calendar))
    assert (best, best + QUARTER) == (instant(event), instant(event, "DTEND"))
    assert set() == calendar.get_missing_tzids()


@pytest.mark.parametrize("change", FOLDS.values(), ids=FOLDS)
def test_a_time_that_a_zone_repeats_is_in_utc(change: Transition) -> None:
    for best in (change.instant - change.length, change.instant + change.length - SECOND):
        event = on("send-card", plan_calendar(of_cards(best, change.zone), stamp=best))
        assert best.strftime("%Y%m%dT%H%M%SZ").encode() == event["DTSTART"].to_ical()
    for best in (change.instant - change.length - SECOND, change.instant + change.length):
        event = on("send-card", plan_calendar(of_cards(best, change.zone), stamp=best))
        assert change.zone == event["DTSTART"].params["TZID"]


@pytest.mark.parametrize("part", [TICK, SECOND - TICK])
def test_a_part_of_a_second_is_made_whole_and_never_too_early(part: timedelta) -> None:
    best = utc("2026-11-24T11:00")
    event = on("send-card", plan_calendar(of_cards(best + part, LONDON), stamp=best))
    assert best + SECOND == instant(event)
    assert QUARTER == event["DTEND"].dt - event["DTSTART"].dt


def test_a_zone_says_when_its_clocks_change() -> None:
    [zone] = plan_calendar(of_cards(utc("2026-06-01T11:00"), LONDON), stamp=NOON).timezones
    assert [
        ("STANDARD", "20260101T000000", "+0000", "+0000", "GMT"),
        ("DAYLIGHT", "20260329T010000", "+0000", "+0100", "BST"),
        ("STANDARD", "20261025T020000", "+0100", "+0000", "GMT"),
    ] == [observance(component) for component in zone.subcomponents]


def observance(part: Component) -> tuple[str, ...]:
    names = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME")
    lines = part.to_ical().decode().split("\r\n")
    return str(part.name), *(
        line.partition(":")[2] for name in names for line in lines if line.startswith(name)
    )


def test_every_zone_that_is_used_is_described_once_by_name() -> None:
    abroad = applied(meeting("2027-03-02 10:00", "2027-03-02 11:00", NEW_YORK), employer="Globex")
    calendar = plan_calendar(plan(searching(applied(meeting()), abroad), now=NOON), stamp=NOON)
    assert [NEW_YORK, LONDON] == [zone.tz_name for zone in calendar.timezones]
    assert set() == calendar.get_missing_tzids()


def from_its_zone(calendar: Calendar, value: Any) -> datetime:
    """Return the instant of a time by what the calendar itself says of its zone."""
    if "TZID" not in value.params:
        moment: datetime = value.dt
        return moment
    [zone] = [
        described for described in calendar.timezones if described.tz_name == value.params["TZID"]
    ]
    wall = datetime.strptime(value.to_ical().decode(), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    observances: list[Any] = zone.subcomponents
    onsets = [
        (
            observance["DTSTART"].dt.replace(tzinfo=None) - observance["TZOFFSETFROM"].td,
            observance["TZOFFSETTO"].td,
        )
        for observance in observances
    ]
    [meant] = {
        wall - offset for began, offset in onsets if offset == in_force(wall - offset, onsets)
    }
    return datetime.combine(meant.date(), meant.time(), UTC)


def in_force(moment: datetime, onsets: list[tuple[datetime, timedelta]]) -> timedelta:
    """Return the offset of a zone at a time in UTC."""
    return max(onset for onset in onsets if onset[0] <= moment)[1]


# -- laws -----------------------------------------------------------------------------------------


@drawing
@given(strategies.job_searches(), strategies.moments(), st.booleans())
def test_reading_back_gives_the_same_ids_and_instants(
    search: JobSearch, now: datetime, todos: bool
) -> None:
    planned = plan(search, now=now)
    calendar = plan_calendar(planned, stamp=now, todos=todos)
    read = read_back(calendar)
    assert {str(action.uid) for action in shown(planned)} == parts(read).keys()
    assert set() == calendar.get_missing_tzids()
    for action in shown(planned):
        part, best = parts(read)[str(action.uid)], action.window.best
        assert best is not None
        assert timedelta(0) <= instant(part) - best < SECOND
        end = "DUE" if todos else "DTEND"
        assert instant(part) < instant(part, end)
        for name in ("DTSTART", end):
            assert instant(part, name) == from_its_zone(
                calendar, parts(calendar)[str(action.uid)][name]
            )


HARD_TEXTS = (
    'Käse, Brot; \\n & Söhne "GmbH"',
    "a" * 300,
    "👩\u200d👩\u200d👧" * 30,
    "\u05e9\u05dc\u05d5\u05dd, \u202e\u05e2\u05d5\u05dc\u05dd;",
    "BEGIN:VEVENT\nEND:VEVENT",
    "株式会社" * 40,
)


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_any_name_is_read_back_as_it_is(text: str) -> None:
    known = Person(name=text, email="a@acme.example")
    [action] = [
        action
        for action in plan(applied(meeting(interviewers=[known])), now=NOON).actions
        if action.act == "thank-you"
    ]
    written_calendar = calendar(applied(meeting(interviewers=[known])))
    assert f"{action.text} (Acme)" == on("thank-you", written_calendar)["SUMMARY"]


@drawing
@given(st.text())
@example("a\r\nATTENDEE:mailto:eve@evil.example\x00\x0b\x85\ud800")
@example("a;b,c:d\\n" + "“é” \N{ROCKET}" * 40)
def test_any_text_is_read_back_without_what_no_calendar_may_hold(text: str) -> None:
    rule = unchecked(card(), why=f"-{text}-")
    calendar = plan_calendar(plan(applied(meeting()), now=NOON, rules=RuleSet([rule])), stamp=NOON)
    written = calendar.to_ical()
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    expected = "".join([char for char in text if char in "\n\t" or category(char) not in NOT_TEXT])
    assert f"-{expected}-" in str(Calendar.from_ical(written).events[0]["DESCRIPTION"])


NOT_TEXT = ("Cc", "Cs")
