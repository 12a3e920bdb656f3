"""The calendar made last: what changed is told as newer, what is gone is cancelled, once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from icalendar import Calendar, Event

from appointments import NOON, instant, on, parts, read_back, shown
from builders import TICK, applied, at, meeting, priya, searching
from drawing import drawing
from interview_followup import (
    InvalidInput,
    JobSearch,
    Person,
    Plan,
    Promise,
    plan,
    strategies,
)
from interview_followup.exports.calendar import plan_calendar

LATER = NOON + timedelta(hours=1)
MONTH, QUARTER = timedelta(days=30), timedelta(minutes=15)
SEARCH = searching(applied(meeting(key="i1"), key="a1"), key="s1")


def plan_of(search: JobSearch = SEARCH, *, now: datetime = NOON) -> Plan:
    return plan(search, now=now)


def first(search: JobSearch = SEARCH, **more: Any) -> Calendar:
    return plan_calendar(plan_of(search), stamp=NOON, **more)


def after(
    search: JobSearch,
    before: Calendar | str | bytes | bytearray | memoryview,
    *,
    stamp: datetime = LATER,
    **more: Any,
) -> Calendar:
    """Return the calendar of another plan at the same moment, made later."""
    return plan_calendar(plan_of(search), stamp=stamp, before=before, **more)


def revision(part: Any) -> tuple[int, datetime]:
    assert part["DTSTAMP"].dt == part["LAST-MODIFIED"].dt
    return part["SEQUENCE"], part["DTSTAMP"].dt


def thanked(search: JobSearch = SEARCH) -> JobSearch:
    [action] = [action for action in plan_of(search).actions if action.act == "thank-you"]
    return search.record(action, at=NOON)


def moved() -> JobSearch:
    """Return the search with its interview an hour later."""
    starts, ends = at("2026-11-24 10:30"), at("2026-11-24 11:30")
    return SEARCH.replace(
        SEARCH.applications[0].interviews[0],
        SEARCH.applications[0].interviews[0].move(starts=starts, ends=ends),
    )


# -- what did not change --------------------------------------------------------------------------


@pytest.mark.parametrize("todos", [False, True])
def test_a_second_run_without_a_change_gives_the_same_bytes(todos: bool) -> None:
    calendar = first(todos=todos)
    written = calendar.to_ical()
    for before in (calendar, written, written.decode(), bytearray(written), memoryview(written)):
        assert written == after(SEARCH, before, todos=todos).to_ical()


def test_the_calendar_made_last_stays_as_it_is() -> None:
    calendar = first()
    written = calendar.to_ical()
    after(thanked(), calendar)
    assert written == calendar.to_ical()


def test_what_another_program_added_changes_nothing() -> None:
    calendar = first()
    event = on("thank-you", calendar)
    event.add("X-MOZ-LASTACK", "20261124T140000Z")
    event.subcomponents.clear()
    assert first().to_ical() == after(SEARCH, calendar).to_ical()


# -- what changed ---------------------------------------------------------------------------------


def test_what_moved_is_told_as_newer_and_nothing_else() -> None:
    before, now = first(), after(moved(), first())
    assert parts(before).keys() == parts(now).keys()
    assert (0, NOON) == revision(on("keep-looking", before))
    assert (1, LATER) == revision(on("debrief", now))
    assert at("2026-11-24 12:30") == on("debrief", now)["DTSTART"].dt
    assert (0, NOON) == revision(on("thank-you", after(SEARCH, before)))


def test_what_is_only_said_otherwise_is_told_as_newer() -> None:
    application = SEARCH.applications[0]
    known = priya(email="priya.shah@acme.example")
    renamed = SEARCH.replace(application.interviews[0], meeting(key="i1", interviewers=[known]))
    now = after(renamed, first())
    assert (1, LATER) == revision(on("thank-you", now))
    assert (0, NOON) == revision(on("chase", now))


def test_what_is_no_longer_said_is_told_as_newer() -> None:
    linked = priya(linkedin="https://www.linkedin.com/in/priya")
    before = searching(applied(meeting(interviewers=[linked])))
    now = after(searching(applied(meeting(interviewers=[priya()]))), first(before))
    assert "URL" not in on("connect", now)
    assert (1, LATER) == revision(on("connect", now))


def test_each_change_counts_on_from_the_last() -> None:
    calendar, search = first(), moved()
    for i in range(1, 4):
        search = moved() if i % 2 else SEARCH
        calendar = after(search, calendar, stamp=NOON + timedelta(hours=i))
        assert (i, NOON + timedelta(hours=i)) == revision(on("debrief", calendar))


def test_an_event_that_becomes_a_to_do_is_told_as_newer() -> None:
    now = after(SEARCH, first(), todos=True)
    assert {"VTODO"} == {part.name for part in parts(now).values()}
    assert {(1, LATER)} == {revision(part) for part in parts(now).values()}


# -- what is gone ---------------------------------------------------------------------------------


@pytest.mark.parametrize("todos", [False, True])
def test_what_is_done_is_cancelled_and_not_doubled(todos: bool) -> None:
    now = read_back(after(thanked(), first(todos=todos), todos=todos))
    thanks = on("thank-you", now)
    assert ("CANCELLED", (1, LATER)) == (thanks["STATUS"], revision(thanks))
    assert on("thank-you", first())["SUMMARY"] == thanks["SUMMARY"]
    assert at("2026-11-24 14:00") == instant(thanks)
    assert [] == thanks.subcomponents
    assert set() == now.get_missing_tzids()


def test_a_cancelled_event_ends_when_it_would_have() -> None:
    assert at("2026-11-24 14:15") == instant(on("thank-you", after(thanked(), first())), "DTEND")
    todo = on("thank-you", after(thanked(), first(todos=True), todos=True))
    assert at("2026-11-24 18:00") == instant(todo, "DUE")


def test_what_is_cancelled_is_not_cancelled_again() -> None:
    once = after(thanked(), first())
    twice = after(thanked(), once.to_ical(), stamp=LATER + timedelta(hours=1))
    assert once.to_ical() == twice.to_ical()


def test_what_comes_back_is_as_it_was_and_newer() -> None:
    once = after(thanked(), first())
    back = on("thank-you", after(SEARCH, once, stamp=LATER + timedelta(hours=1)))
    assert ("CONFIRMED", (2, LATER + timedelta(hours=1))) == (back["STATUS"], revision(back))
    assert 1 == len(back.subcomponents)


def test_an_act_that_is_asked_for_again_is_another_event() -> None:
    search = searching(applied(meeting(), promise=Promise(by=date(2026, 11, 24))))
    moment = at("2026-11-25 12:00")
    [chase] = [action for action in plan(search, now=moment).actions if action.act == "chase"]
    before = plan_calendar(plan(search, now=moment), stamp=moment)
    now = plan_calendar(
        plan(search.record(chase, at=moment), now=moment), stamp=moment, before=before
    )
    chases = [
        (part["STATUS"], part["SEQUENCE"], uid == str(chase.uid))
        for uid, part in parts(now).items()
        if part["X-INTERVIEW-FOLLOWUP-ACT"] == "chase"
    ]
    assert [("CONFIRMED", 0, False), ("CANCELLED", 1, True)] == chases


@pytest.mark.parametrize(
    ("passed", "is_in"), [(MONTH - TICK, True), (MONTH, False), (MONTH + TICK, False)]
)
def test_what_is_cancelled_stays_for_a_month_after_it_was_past(
    passed: timedelta, is_in: bool
) -> None:
    once, ends = after(thanked(), first()), at("2026-11-24 14:15")
    assert is_in == ("CANCELLED" in statuses(after(thanked(), once, stamp=ends + passed)))


@pytest.mark.parametrize(
    ("passed", "is_in"), [(MONTH - TICK, True), (MONTH, False), (MONTH + TICK, False)]
)
def test_what_is_cancelled_late_stays_for_a_month_after_that(
    passed: timedelta, is_in: bool
) -> None:
    cancelled_at = at("2027-02-01 09:00")
    once = after(thanked(), first(), stamp=cancelled_at)
    assert "CANCELLED" in statuses(once)
    now = after(thanked(), once, stamp=cancelled_at + passed)
    assert is_in == ("CANCELLED" in statuses(now))


def statuses(calendar: Calendar) -> set[str]:
    return {str(part["STATUS"]) for part in parts(calendar).values()}


def test_what_is_cancelled_comes_last_in_the_order_in_which_it_was() -> None:
    two = searching(applied(meeting(interviewers=[priya(), Person(name="Tom Reed")])))
    now = after(searching(), first(two))
    dates = [instant(part) for part in parts(now).values()]
    assert len(dates) > 3
    assert sorted(dates) == dates
    assert {"CANCELLED"} == statuses(now) - {"CONFIRMED"}
    mixed = after(thanked(), first())
    assert "CANCELLED" == [part["STATUS"] for part in parts(mixed).values()][-1]


# -- others' --------------------------------------------------------------------------------------


def holiday(**more: Any) -> Event:
    event = Event()
    for name, value in {"UID": "holiday@example", "DTSTART": date(2026, 12, 25), **more}.items():
        event.add(name, value)
    return event


def test_events_of_others_are_left_alone() -> None:
    calendar = first()
    calendar.add_component(holiday(SEQUENCE=3))
    calendar.add_component(Event())
    assert first().to_ical() == after(SEARCH, calendar).to_ical()


def test_what_has_one_of_our_ids_is_ours_though_its_mark_is_lost() -> None:
    calendar = first()
    del on("thank-you", calendar)["X-INTERVIEW-FOLLOWUP-ACT"]
    assert (1, LATER) == revision(on("thank-you", after(SEARCH, calendar)))


def test_of_two_alike_the_newer_one_counts() -> None:
    older, newer = first(), after(moved(), first())
    for calendars in ((older, newer), (newer, older)):
        both = Calendar()
        for calendar in calendars:
            for part in calendar.subcomponents:
                both.add_component(part)
        assert 2 == on("debrief", after(SEARCH, both))["SEQUENCE"]


# -- what cannot be read --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("", "cannot be read: ValueError: Found no components"),
        (b"", "cannot be read: ValueError: Found no components"),
        (memoryview(b""), "cannot be read: ValueError: Found no components"),
        ("nonsense", "cannot be read: ValueError: Content line could not be parsed"),
        (b"\xff\xfe\x00", "cannot be read: ValueError: Content line could not be parsed"),
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" * 2, "cannot be read: ValueError: Found multiple"),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT", "cannot be read: "),
        ("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT", "VEVENT({'UID': vText(b'1')}) is no calendar"),
        (5, "5 is no calendar"),
        ([], "[] is no calendar"),
    ],
)
def test_what_is_no_calendar_is_refused(before: Any, message: str) -> None:
    with pytest.raises(InvalidInput) as error:
        after(SEARCH, before)
    [problem] = error.value.problems
    assert "before" == problem.place
    assert problem.message.startswith(message)
    assert "give the calendar that was made last, or leave it out" == problem.mend


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("SEQUENCE", "x", "is no whole number from 0 to 2147483646"),
        ("SEQUENCE", "-1", "is no whole number from 0 to 2147483646"),
        ("SEQUENCE", "2147483647", "is no whole number from 0 to 2147483646"),
        ("UID", "", "is missing"),
        ("DTSTART", "soon", "is no moment in a known zone"),
        ("DTSTART", "20261124", "is no moment in a known zone"),
        ("DTSTART", "20261124T140000", "is no moment in a known zone"),
        ("DTEND", "00010101T000000Z", "is no moment in a known zone"),
        ("LAST-MODIFIED", "99991231T235959Z", "is no moment in a known zone"),
    ],
)
def test_what_is_ours_and_broken_is_refused_with_its_place(
    name: str, value: str, message: str
) -> None:
    calendar = first()
    i = calendar.subcomponents.index(on("thank-you", calendar))
    text = with_value(calendar, name, value)
    with pytest.raises(InvalidInput) as error:
        after(SEARCH, text)
    assert [(f"before.subcomponents[{i}].{name}", message)] == [
        (place, words) for place, words, _ in error.value.problems
    ]


def with_value(calendar: Calendar, name: str, value: str) -> str:
    """Return the text of a calendar in which one property of the thank-you has another value."""
    head, mark, event = calendar.to_ical().decode().partition("BEGIN:VEVENT\r\nSUMMARY:Send")
    lines = event.split("\r\n")
    i = next(i for i, line in enumerate(lines) if line.startswith(name))
    return "\r\n".join([head + mark + lines[0], *lines[1:i], f"{name}:{value}", *lines[i + 1 :]])


def test_all_that_is_broken_is_said_at_once() -> None:
    text = with_value(first(), "SEQUENCE", "x")
    twice = with_value(Calendar.from_ical(text), "DTSTART", "soon")
    with pytest.raises(InvalidInput) as error:
        after(SEARCH, twice)
    assert ["DTSTART", "SEQUENCE"] == [
        problem.place.rpartition(".")[2] for problem in error.value.problems
    ]


def test_what_is_left_out_is_read_as_the_standard_says() -> None:
    calendar = first()
    event = on("thank-you", calendar)
    for name in ("SEQUENCE", "LAST-MODIFIED", "DTEND", "SUMMARY"):
        del event[name]
    gone = on("thank-you", after(thanked(), calendar))
    assert (1, "") == (gone["SEQUENCE"], gone["SUMMARY"])
    assert instant(gone) == instant(gone, "DTEND")


@pytest.mark.parametrize("sequence", [0, 2147483646])
def test_a_number_is_read_as_long_as_a_higher_one_can_be_written(sequence: int) -> None:
    calendar = first()
    on("thank-you", calendar)["SEQUENCE"] = sequence
    assert sequence + 1 == on("thank-you", after(thanked(), calendar))["SEQUENCE"]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("SEQUENCE", 7, "is no whole number from 0 to 2147483646"),
        ("UID", "another", "is there twice"),
        ("X-INTERVIEW-FOLLOWUP-ACT", "chase", "is there twice"),
        ("SUMMARY", "Send a card", "is there twice"),
        ("STATUS", "CANCELLED", "is there twice"),
    ],
)
def test_a_repeated_property_is_refused(name: str, value: Any, message: str) -> None:
    calendar = first()
    on("thank-you", calendar).add(name, value)
    with pytest.raises(InvalidInput, match=f"{name}: {message}"):
        after(SEARCH, calendar)


def test_one_moment_that_starts_and_ends_is_refused_once() -> None:
    calendar = first()
    del on("thank-you", calendar)["DTEND"]
    with pytest.raises(InvalidInput) as error:
        after(SEARCH, with_value(calendar, "DTSTART", "soon"))
    assert ["DTSTART"] == [place.rpartition(".")[2] for place, _, _ in error.value.problems]


def test_a_calendar_of_the_last_year_that_a_search_may_hold_is_read_back() -> None:
    search = searching(applied(meeting("2199-12-30 10:00", "2199-12-30 11:00", key="i1")))
    planned = plan(search, now=at("2199-12-30 12:00"))
    calendar = plan_calendar(planned, stamp=NOON)
    assert 2200 == max(instant(part).year for part in parts(calendar).values())
    assert (
        calendar.to_ical()
        == plan_calendar(planned, stamp=LATER, before=calendar.to_ical()).to_ical()
    )


def test_what_is_gone_is_told_without_what_a_calendar_may_not_hold() -> None:
    calendar = first()
    on("thank-you", calendar)["SUMMARY"] = "Send \x1b[31ma card"
    assert "Send [31ma card" == on("thank-you", after(thanked(), calendar))["SUMMARY"]


# -- laws -----------------------------------------------------------------------------------------


@drawing
@given(strategies.job_searches(), strategies.moments())
def test_a_plan_that_did_not_change_is_a_calendar_that_did_not(
    search: JobSearch, now: datetime
) -> None:
    written, again = (plan_calendar(plan(search, now=now), stamp=now).to_ical() for _ in range(2))
    assert written == again
    later = plan_calendar(plan(search, now=now), stamp=now + QUARTER, before=written)
    assert written == later.to_ical()


@drawing
@given(strategies.job_searches(), strategies.moments())
def test_a_recorded_act_is_cancelled_and_never_doubled(search: JobSearch, now: datetime) -> None:
    planned = plan(search, now=now)
    before = plan_calendar(planned, stamp=now)
    for action in shown(planned)[:3]:
        recorded = plan(search.record(action, at=now), now=now)
        calendar = plan_calendar(recorded, stamp=now + QUARTER, before=before.to_ical())
        read = read_back(calendar)
        assert "CANCELLED" == parts(read)[str(action.uid)]["STATUS"]
        standing = {uid for uid, part in parts(read).items() if part["STATUS"] != "CANCELLED"}
        assert {str(action.uid) for action in shown(recorded)} == standing
        assert len(parts(read)) == sum(part.name == "VEVENT" for part in read.walk())
        assert set() == calendar.get_missing_tzids()
        again = plan_calendar(recorded, stamp=now + 2 * QUARTER, before=calendar)
        assert calendar.to_ical() == again.to_ical()
