"""Structure: the values that the tables of a document stand for."""

from __future__ import annotations

import json
import tomllib
from datetime import date, time, timedelta
from typing import Any

import pytest

from documents import (
    A_TIME,
    ASKING,
    HERE,
    LONDON,
    NEW_YORK,
    PARIS,
    TOLD,
    as_json,
    away,
    document,
    interview_in,
    met,
    problems,
)
from interview_followup import Offer, SetAside, WakingHours, search_from_dict
from mistakes import mistakes
from zones import GAPS, aware, utc, wall


def test_local_times_in_an_interview_are_in_its_zone_and_all_others_in_the_search_s() -> None:
    local = "2026-11-24T10:00"
    acts = [{"act": "debrief", "at": local}]
    meeting = {"starts": local, "ends": local, "left": local, "timezone": NEW_YORK, "done": acts}
    application = {
        "interviews": [meeting],
        "heard": local,
        "signed": local,
        "promise": {"by": local},
        "offer": {"received": local, "reply_by": local},
        "done": [{"act": "chase", "at": local}],
    }
    search = search_from_dict(document(application, done=[{"act": "keep-looking", "at": local}]))
    [acme] = search.applications
    [there] = acme.interviews
    assert acme.promise is not None
    assert acme.offer is not None
    assert {aware(local, NEW_YORK)} == {there.starts, there.ends, there.left, there.done[0].at}
    assert {aware(local, LONDON)} == {
        acme.heard,
        acme.signed,
        acme.promise.by,
        acme.offer.received,
        acme.offer.reply_by,
        acme.done[0].at,
        search.done[0].at,
    }


def test_a_time_with_a_zone_of_its_own_leaves_the_others_where_they_are() -> None:
    given = met(timezone=LONDON, ends={"at": "2026-11-24T12:00", "timezone": PARIS})
    interview = interview_in({**given, "timezone": NEW_YORK})
    assert (utc("2026-11-24T10:00"), utc("2026-11-24T11:00")) == (interview.starts, interview.ends)


@pytest.mark.parametrize(
    ("meeting", "timezone"),
    [
        ({"timezone": NEW_YORK}, NEW_YORK),
        ({}, LONDON),
        ({"starts": {"at": "2026-11-24T10:00", "timezone": PARIS}}, PARIS),
        ({"ends": {"at": "2026-11-25T10:00", "timezone": PARIS}}, PARIS),
        ({"timezone": NEW_YORK, "ends": {"at": "2026-11-25T10:00", "timezone": PARIS}}, NEW_YORK),
        ({"left": {"at": "2026-11-25T10:00", "timezone": PARIS}}, LONDON),
    ],
    ids=[
        "its own",
        "the search's",
        "that of its start",
        "that of its end",
        "its own, whatever its times say",
        "not that of leaving",
    ],
)
def test_an_interview_s_zone_is_its_own_or_that_of_its_times_or_the_search_s(
    meeting: dict[str, Any], timezone: str
) -> None:
    assert timezone == interview_in(met(**meeting)).timezone


@pytest.mark.parametrize("named", ["starts", "ends"])
def test_local_times_are_in_the_zone_that_the_interview_s_other_times_name(named: str) -> None:
    local = {"starts": "2026-11-24T10:00", "ends": "2026-11-24T11:00", "left": "2026-11-24T12:00"}
    with_zone = {"at": local[named], "timezone": NEW_YORK}
    interview = interview_in(met(**{**local, named: with_zone}))
    assert (utc("2026-11-24T15:00"), utc("2026-11-24T16:00"), utc("2026-11-24T17:00")) == (
        interview.starts,
        interview.ends,
        interview.left,
    )


def test_times_in_two_zones_leave_an_interview_s_zone_in_doubt() -> None:
    starts = {"at": "2026-11-24T10:00", "timezone": LONDON}
    ends = {"at": "2026-11-24T12:00", "timezone": PARIS}
    assert [
        "applications[0].interviews[0].timezone: could be Europe/London and Europe/Paris, "
        "by the times given; say which is the interview's"
    ] == problems(met(starts=starts, ends=ends))


@pytest.mark.parametrize(
    ("starts", "minutes", "ends"),
    [
        ("2026-11-24T10:00", 1, "2026-11-24T10:01"),
        ("2026-11-24T10:00", 60, "2026-11-24T11:00"),
        ("2026-11-24T10:00", 1440, "2026-11-25T10:00"),
        ("2026-11-24T10:00", 10080, "2026-12-01T10:00"),
        ("2026-11-24T10:00", 60.0, "2026-11-24T11:00"),
        ("2025-03-30T00:30", 60, "2025-03-30T01:30"),
        ("2025-10-26T00:30", 120, "2025-10-26T01:30"),
    ],
    ids=["one", "an hour", "a day", "a week", "a whole float", "over a gap", "over a fold"],
)
def test_an_interview_may_be_given_its_length_in_minutes(
    starts: str, minutes: float, ends: str
) -> None:
    assert utc(ends) == interview_in(met(starts=starts, minutes=minutes)).ends


GAP = GAPS[LONDON]


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "0"),
        (10081, "10081"),
        (-60, "-60"),
        (60.5, "60.5"),
        (True, "true"),
        ([60], "[60]"),
    ],
)
def test_a_length_is_from_a_minute_to_a_week(minutes: Any, shown: str) -> None:
    assert [
        f"{HERE}.minutes: {shown} is not a length in minutes; give a whole number from 1 to 10080"
    ] == problems(met(minutes=minutes))


@pytest.mark.parametrize("minutes", ["60", "1 hour"])
def test_a_length_is_no_text(minutes: str) -> None:
    assert [
        f"{HERE}.minutes: {minutes!r} is not a length in minutes; "
        "give a whole number from 1 to 10080, without quotes"
    ] == problems(met(minutes=minutes))


@mistakes(
    (
        met(minutes=60, ends="2026-11-24T11:00"),
        f"{HERE}.minutes: is given as well as ends; leave out one of the two",
    ),
    (
        met(minutes=60, starts="soon"),
        f"{HERE}.starts: 'soon' is not a date and time; {A_TIME}",
    ),
    (
        met(minutes=60, left="2026-11-24T10:59"),
        f"{HERE}.left: is before ends; give the moment at which you were clear of the building",
    ),
)
def test_a_length_goes_with_a_start_and_instead_of_an_end(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


@mistakes(
    ({}, "timezone: is missing; give an IANA name such as 'Europe/London'"),
    ({"timezone": None}, "timezone: is missing; give an IANA name such as 'Europe/London'"),
    ({"timezone": 5}, "timezone: 5 is not text; put it in quotes"),
    (
        {"timezone": "europe/london"},
        "timezone: 'europe/london' is not an IANA time zone; did you mean 'Europe/London'?",
    ),
    (
        met(timezone="Europe/Londn"),
        f"{HERE}.timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?",
    ),
    (met(timezone=5), f"{HERE}.timezone: 5 is not text; put it in quotes"),
)
def test_a_wrong_zone_is_named_with_its_place_and_mend(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


@pytest.mark.parametrize("zone", ["Europe/Londn", None], ids=["misspelt", "missing"])
def test_a_wrong_zone_does_not_make_times_wrong_that_it_may_well_have(zone: str | None) -> None:
    given = met(starts=GAP.before, timezone="Europe/Paris")
    [problem] = problems({**given, "timezone": zone})
    assert problem.startswith("timezone: ")


def test_an_interview_s_wrong_zone_does_not_make_its_times_wrong() -> None:
    """London skips that time; the zone that was meant may not."""
    [problem] = problems(met(starts=GAP.before, timezone="Africa/Lagoss"))
    assert problem.startswith(f"{HERE}.timezone: ")


@mistakes(
    (
        document(applications={}),
        "applications: is one table, not a list of them; "
        "put it in a list; in TOML, write [[two brackets]] above it, or [brackets] around it",
    ),
    (
        document("Acme"),
        "applications[0]: 'Acme' is not a table; "
        "give one with keys of employer, role, interviews, recruiter, "
        "follow_up, promise, offer, heard, outcome, signed, preferred, workdays, notes, done, "
        "set_aside, facts, key",
    ),
    (
        document({"interviews": 5}),
        "applications[0].interviews: is not a list; "
        "put it in a list of tables with keys of starts, ends, timezone, medium, "
        "interviewers, left, not_held, questions, notes, done, set_aside, facts, key, minutes",
    ),
    (
        document({"recruiter": "Rachel"}),
        "applications[0].recruiter: 'Rachel' is not a table; "
        "put it in a table; in TOML, write { name = 'Rachel' }",
    ),
    (document({"recruiter": {}}), "applications[0].recruiter.name: is missing; give it"),
    (
        document({"promise": "2026-12-04"}),
        "applications[0].promise: '2026-12-04' is not a table; "
        "give one with keys of by, within, made, channel; in TOML, such as { by = 2026-12-04 } "
        "or { within = '5 working days', made = 2026-11-24 }",
    ),
    (
        document({"offer": {"received": "soon"}}),
        f"applications[0].offer.received: 'soon' is not a date and time; {A_TIME}",
    ),
    (
        document({"offer": {"received": "2026-12-04T10:00", "declined": "no"}}),
        "applications[0].offer.declined: 'no' is not true or false; "
        "give true or false, without quotes",
    ),
    (
        document({"offer": {"received": "2026-12-06T10:00", "reply_by": "2026-12-04"}}),
        "applications[0].offer.reply_by: is before received; correct one of the two",
    ),
    (document({"follow_up": {}}), "applications[0].follow_up.channel: is missing; give it"),
    (document({"employer": 5}), "applications[0].employer: 5 is not text; put it in quotes"),
    (
        document({"outcome": "reject"}),
        "applications[0].outcome: 'reject' is not known; did you mean 'rejected'?",
    ),
    (
        document({"employer": "Acme"}, {"employer": "Acme"}),
        "applications[1] (Acme): is the same one as applications[0]; "
        "remove one, or give each a key of its own",
    ),
    (met(medium="telephone"), f"{HERE}.medium: 'telephone' is not known; did you mean 'phone'?"),
    (met(interviewers=[{}]), f"{HERE}.interviewers[0].name: is missing; give it"),
    (
        met(interviewers=["Ana"]),
        f"{HERE}.interviewers[0]: 'Ana' is not a table; "
        "put it in a table; in TOML, write { name = 'Ana' }",
    ),
    (
        met(interviewers=[{"name": "Ana"}, {"name": "Ana"}]),
        f"{HERE}.interviewers[1]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
    ),
    (met(questions=[{"text": ""}]), f"{HERE}.questions[0].text: is missing; give it"),
    (
        met(questions=[{"text": "Why?", "tricky": 1}]),
        f"{HERE}.questions[0].tricky: 1 is not true or false; give true or false",
    ),
    (
        document(workdays={"weekend": ["Sturday"]}),
        "workdays.weekend[0]: 'Sturday' is not a weekday; did you mean 'Saturday'?",
    ),
    (
        document(workdays={"holidays": ["2026-12-32"]}),
        "workdays.holidays[0]: '2026-12-32' is not a date; check the month and the day",
    ),
    (
        document(workdays={"holidays": ["20261225"]}),
        "workdays.holidays[0]: '20261225' is not a date; write it as 2026-12-25",
    ),
    (
        document(workdays={"holidays": ["2026-12-25T00:00"]}),
        "workdays.holidays[0]: '2026-12-25T00:00' is not a date; write it as 2026-12-25",
    ),
    (
        document(workdays=[]),
        "workdays: [] is not a table; give one with keys of region, weekend, holidays; "
        "in TOML, such as { weekend = ['Friday', 'Saturday'] }",
    ),
)
def test_a_wrong_value_is_named_with_its_place_and_mend(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


def test_a_moment_until_which_an_act_is_set_aside_is_local_to_where_it_stands() -> None:
    given = met(timezone=NEW_YORK, set_aside=away("debrief", until="2026-11-25T09:00", to=None))
    [aside] = interview_in(given).set_aside
    assert aware("2026-11-25T09:00", NEW_YORK) == aside.until
    for_good = interview_in(met(set_aside=away("debrief", until=None))).set_aside
    assert (SetAside(act="debrief"),) == for_good


@mistakes(
    (
        document(workdays="GB-EN"),
        "workdays: 'GB-EN' is no region; did you mean 'GB-ENG'?",
    ),
    (
        document({"workdays": "GB"}),
        "applications[0].workdays: every part of 'GB' has holidays of its own; "
        "use one of: GB-ENG, GB-NIR, GB-SCT, GB-WLS",
    ),
    (
        document(workdays={"region": "GB-EN"}),
        "workdays.region: 'GB-EN' is no region; did you mean 'GB-ENG'?",
    ),
    (document(workdays={"region": 44}), "workdays.region: 44 is not text; put it in quotes"),
    (
        document(workdays="a\nb"),
        "workdays: 'a\\nb' is not a line of text; give one line that can be read",
    ),
    (
        document(waking_hours="07:00-22:00"),
        "waking_hours: '07:00-22:00' is not a table; give one with keys of starts, ends; "
        "in TOML, such as { starts = 07:00:00, ends = 22:00:00 }",
    ),
    (
        document(waking_hours={"from": "07:00"}),
        "waking_hours.from: is not a key here; did you mean 'starts'?",
    ),
    (
        document(waking_hours={"starts": "7 am"}),
        "waking_hours.starts: '7 am' is not a time of day; give one such as '07:00'",
    ),
    (
        document(waking_hours={"starts": "07:00Z"}),
        "waking_hours.starts: '07:00Z' carries a zone; leave it out",
    ),
    (
        document(waking_hours={"starts": "07:00", "ends": "07:30"}),
        "waking_hours.ends: is less than an hour after starts; give a later time",
    ),
    (
        document({"promise": {"within": "5 workdays", "made": "2026-11-24"}}),
        "applications[0].promise.within: '5 workdays' is not a period: 'workdays' is no unit; "
        "did you mean 'working days'?",
    ),
    (
        document({"promise": {"within": 5, "made": "2026-11-24"}}),
        "applications[0].promise.within: 5 is not a period; give one such as '5 working days'",
    ),
    (
        document({"promise": {"within": "5 days"}}),
        "applications[0].promise.made: is missing; say when they promised it: a date or a moment",
    ),
    (
        document({"promise": {"within": "5 hours", "made": "2026-11-24"}}),
        "applications[0].promise.made: is a date, and 5 hours cannot be counted from one; "
        "give the moment",
    ),
    (
        document({"promise": {"made": "soon"}}),
        f"applications[0].promise.made: 'soon' is not a date and time; {A_TIME}",
    ),
    (
        document({"promise": {"within": "5 days", "made": "2026-11-24", "by": "2026-12-01"}}),
        "applications[0].promise.within: is given as well as by; leave out one of the two",
    ),
)
def test_a_wrong_region_waking_hour_or_promise_is_named_with_its_place_and_mend(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(given)


def test_waking_hours_may_be_given_in_part_and_as_text_or_times() -> None:
    texts = search_from_dict(document(waking_hours={"starts": "06:30"})).waking_hours
    assert WakingHours(starts=time(6, 30), ends=time(22)) == texts
    assert texts == search_from_dict(document(waking_hours={"starts": time(6, 30)})).waking_hours
    assert WakingHours() == search_from_dict(document(waking_hours=None)).waking_hours


def test_facts_are_read_as_the_rules_that_ask_for_them_take_them() -> None:
    """A local time in an interview is in its zone, and a text like a date may well be a text."""
    for parsed in (tomllib.loads(TOLD), json.loads(as_json(tomllib.loads(TOLD)))):
        search = search_from_dict(parsed, rules=ASKING)
        [acme] = search.applications
        [meeting] = acme.interviews
        assert {"back_on": aware("2026-12-01T09:00", LONDON)} == search.facts
        assert {"task_due": date(2026, 12, 1), "paid": True, "topic": "2026-12-01"} == acme.facts
        assert {"room_from": aware("2026-11-24T09:30", NEW_YORK)} == meeting.facts
        assert [
            {"away_from": aware("2026-12-24T17:00", "Asia/Tokyo")},
            {"away_from": date(2026, 12, 24)},
        ] == [person.facts for person in meeting.people]


@pytest.mark.parametrize("name", ["task_due", "paid", "topic", "score"])
@pytest.mark.parametrize("nothing", [None, float("nan"), "", " "], ids=repr)
def test_a_fact_without_a_value_counts_as_left_out(name: str, nothing: Any) -> None:
    """As any other key does: TOML cannot say null, but a program that writes JSON may."""
    [acme] = search_from_dict(document({"facts": {name: nothing}}), rules=ASKING).applications
    assert {} == acme.facts


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        (date(2026, 12, 1), date(2026, 12, 1)),
        (wall("2026-12-01T17:00"), aware("2026-12-01T17:00", LONDON)),
        ("2026-12-01T17:00", "2026-12-01T17:00"),
        (5, 5),
        (0, 0),
        (True, True),
        (False, False),
    ],
    ids=repr,
)
def test_a_detail_is_what_a_file_says_and_a_local_time_is_in_the_zone_there(
    topic: Any, expected: Any
) -> None:
    [acme] = search_from_dict(document({"facts": {"topic": topic}}), rules=ASKING).applications
    assert {"topic": expected} == acme.facts


@pytest.mark.parametrize("paid", [True, False])
def test_a_truth_is_a_fact_either_way(paid: bool) -> None:
    [acme] = search_from_dict(document({"facts": {"paid": paid}}), rules=ASKING).applications
    assert {"paid": paid} == acme.facts


@mistakes(
    (
        met(not_held="canceled"),
        f"{HERE}.not_held: 'canceled' is not known; did you mean 'cancelled'?",
    ),
    (
        document({"preferred": True}, {"employer": "Acme", "preferred": True}),
        "applications[1].preferred (Acme): is true, as applications[0].preferred is; "
        "prefer one at most",
    ),
    (
        document({"preferred": "yes"}),
        "applications[0].preferred: 'yes' is not true or false; give true or false, without quotes",
    ),
    (document(notes=["a"]), "notes: ['a'] is not text; give one text, without brackets"),
    (
        document({"employer": {"name": "Acme"}}),
        "applications[0].employer: {'name': 'Acme'} is not text; give one text, without brackets",
    ),
    (
        document(notes="a\x00b"),
        "notes: 'a\\x00b' cannot be read; leave out its control characters",
    ),
    (
        met(interviewers=False),
        f"{HERE}.interviewers: is not a list; "
        "put it in a list of tables with keys of name, email, linkedin, phone, notes, facts, key; "
        "in TOML, such as [{ name = 'Ada' }]",
    ),
    (
        document({"employer": False}),
        "applications[0].employer: false is not text; put it in quotes",
    ),
)
def test_a_wrong_reason_preference_or_note_is_named_with_its_place_and_mend(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(given)


@pytest.mark.parametrize(
    ("interviewers", "expected"),
    [({}, None), ({"interviewers": []}, ()), ({"interviewers": None}, None)],
    ids=["left out", "nobody", "null"],
)
def test_interviewers_that_are_left_out_are_unknown(
    interviewers: dict[str, Any], expected: Any
) -> None:
    assert expected == interview_in(met(**interviewers)).interviewers


def test_a_long_time_in_a_far_zone_is_still_a_length() -> None:
    start = utc("2199-12-31T23:00")
    interview = interview_in(met(starts=start, minutes=59, timezone="Pacific/Kiritimati"))
    assert start + timedelta(minutes=59) == interview.ends


def test_the_last_end_lies_before_2200() -> None:
    assert [
        f"{HERE}.ends: 2200-01-01T00:00:00+00:00 is not between 1970 and 2200; check the year"
    ] == problems(met(starts="2199-12-31T23:00Z", minutes=60))


@pytest.mark.parametrize("nothing", [None, "", float("nan")], ids=["None", "a blank", "NaN"])
def test_a_table_in_which_nothing_is_told_is_left_out_where_it_may_be(nothing: object) -> None:
    empty_tables = document(
        {
            "recruiter": {"name": nothing, "email": nothing},
            "follow_up": {"channel": nothing, "to": nothing},
            "promise": {"by": nothing, "channel": nothing},
            "offer": {"received": nothing},
        }
    )
    [acme] = search_from_dict(empty_tables).applications
    assert (None, None, None) == (acme.recruiter, acme.follow_up, acme.promise)
    assert Offer() == acme.offer


def test_a_table_without_keys_or_with_half_of_them_is_not_left_out() -> None:
    half_tables = document(
        {"recruiter": {"name": "", "email": "r@agency.example"}, "follow_up": {}}
    )
    assert [
        "applications[0].recruiter.name: is missing; give it",
        "applications[0].follow_up.channel: is missing; give it",
    ] == problems(half_tables)
