"""Files: a job search in TOML or JSON, and everything that is wrong with one, said at once."""

from __future__ import annotations

import copy
import json
import pickle
import re
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_followup import (
    CV_LIBRARY,
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Promise,
    RuleSet,
    SetAside,
    WakingHours,
    Workdays,
    parse_search,
    read_search,
)
from interview_followup._files.reading import read_search_file
from interview_followup.language import (
    Detail,
    Rule,
    application,
    condition_fact,
    days,
    detail_fact,
    hours,
    interview,
    moment_fact,
    working_days,
)
from mistakes import mistakes
from zones import FOLDS, GAPS, aware, utc, wall

LONDON, NEW_YORK, PARIS = "Europe/London", "America/New_York", "Europe/Paris"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))

EVERYTHING = """
timezone = "Europe/London"
workdays = { weekend = ["Friday", "Saturday"], holidays = [2026-12-25] }
waking_hours = { starts = 14:00:00, ends = 06:30:00 }
done = [{ act = "keep-looking", at = 2026-11-30T09:00:00 }]
set_aside = [{ act = "keep-looking", until = 2026-12-07T09:00:00 }]

[[applications]]
key = "17"
employer = "Acme"
role = "Data engineer"
recruiter = { name = "Rachel Green", email = "rachel@agency.example" }
follow_up = { channel = "email", to = "jobs@acme.example" }
promise = { by = 2026-12-04, channel = "email" }
offer = { received = 2026-12-01T09:00:00, reply_by = 2026-12-05T12:00:00, declined = true }
heard = 2026-11-26T09:30:00Z
signed = { at = 2026-12-24T12:00:00, timezone = "Asia/Tokyo" }
outcome = "accepted"
workdays = { holidays = [2026-11-26] }
done = [{ act = "chase", at = 2026-12-03T09:00:00 }]
set_aside = [{ act = "chase" }]

[[applications.interviews]]
key = "first"
starts = 2026-11-24T10:00:00
ends = 2026-11-24T11:00:00
left = 2026-11-24T11:30:00
timezone = "America/New_York"
medium = "in-person"
interviewers = [
  { name = "Priya Shah", email = "priya@acme.example", linkedin = "linkedin.example/priya" },
  { name = "Tom Reed", key = "tom" },
]
questions = [{ text = "Why did you leave?", tricky = true }, { text = "Where next?" }]
done = [
  { act = "thank-you", to = "Priya Shah", at = 2026-11-24T14:20:00 },
  { act = "debrief", at = 2026-11-24T15:00:00 },
]
set_aside = [
  { act = "connect", to = "tom" },
  { act = "practise", until = 2026-11-30T09:00:00 },
]

[[applications]]
employer = "Globex"
promise = { within = "5 working days", made = 2026-11-24, channel = "phone" }
workdays = "GB-ENG"

[[applications]]
employer = "Initech"
promise = { within = "48 hours", made = 2026-11-24T09:00:00 }
workdays = { region = "GB-SCT", weekend = ["Sunday"], holidays = [2026-12-24] }
"""

MEANING = JobSearch(
    timezone=LONDON,
    workdays=Workdays(weekend=["Friday", "Saturday"], holidays=[date(2026, 12, 25)]),
    waking_hours=WakingHours(starts=time(14), ends=time(6, 30)),
    done=[Done(act="keep-looking", at=aware("2026-11-30T09:00", LONDON))],
    set_aside=[SetAside(act="keep-looking", until=aware("2026-12-07T09:00", LONDON))],
    applications=[
        Application(
            key="17",
            employer="Acme",
            role="Data engineer",
            recruiter=Person(name="Rachel Green", email="rachel@agency.example"),
            follow_up=FollowUp(channel="email", to="jobs@acme.example"),
            promise=Promise(by=date(2026, 12, 4), channel="email"),
            offer=Offer(
                received=aware("2026-12-01T09:00", LONDON),
                reply_by=aware("2026-12-05T12:00", LONDON),
                declined=True,
            ),
            heard=utc("2026-11-26T09:30"),
            signed=aware("2026-12-24T12:00", "Asia/Tokyo"),
            outcome="accepted",
            workdays=Workdays(holidays=[date(2026, 11, 26)]),
            done=[Done(act="chase", at=aware("2026-12-03T09:00", LONDON))],
            set_aside=[SetAside(act="chase")],
            interviews=[
                Interview(
                    key="first",
                    starts=aware("2026-11-24T10:00", NEW_YORK),
                    ends=aware("2026-11-24T11:00", NEW_YORK),
                    left=aware("2026-11-24T11:30", NEW_YORK),
                    medium="in-person",
                    interviewers=[
                        Person(
                            name="Priya Shah",
                            email="priya@acme.example",
                            linkedin="linkedin.example/priya",
                        ),
                        Person(name="Tom Reed", key="tom"),
                    ],
                    questions=[
                        AskedQuestion(text="Why did you leave?", tricky=True),
                        AskedQuestion(text="Where next?"),
                    ],
                    done=[
                        Done(
                            act="thank-you",
                            to="Priya Shah",
                            at=aware("2026-11-24T14:20", NEW_YORK),
                        ),
                        Done(act="debrief", at=aware("2026-11-24T15:00", NEW_YORK)),
                    ],
                    set_aside=[
                        SetAside(act="connect", to="tom"),
                        SetAside(act="practise", until=aware("2026-11-30T09:00", NEW_YORK)),
                    ],
                )
            ],
        ),
        Application(
            employer="Globex",
            promise=Promise(within=working_days(5), made=date(2026, 11, 24), channel="phone"),
            workdays=Workdays(region="GB-ENG"),
        ),
        Application(
            employer="Initech",
            promise=Promise(within=hours(48), made=aware("2026-11-24T09:00", LONDON)),
            workdays=Workdays(region="GB-SCT", weekend=["Sunday"], holidays=[date(2026, 12, 24)]),
        ),
    ],
)


def as_json(document: Mapping[str, Any]) -> str:
    return json.dumps(document, default=lambda each: each.isoformat())


def document(*applications: Any, **search: Any) -> dict[str, Any]:
    return {"timezone": LONDON, "applications": [*applications], **search}


def met(**interview: Any) -> dict[str, Any]:
    """Return a document with one interview, in London unless it says otherwise."""
    return document({"interviews": [{"starts": "2026-11-24T10:00", **interview}]})


def interview_in(document: dict[str, Any]) -> Interview:
    [application] = parse_search(document).applications
    [interview] = application.interviews
    return interview


def problems(document: Any, rules: RuleSet = CV_LIBRARY) -> list[str]:
    """Return everything that is wrong with a document."""
    with pytest.raises(InvalidInput) as caught:
        parse_search(document, rules=rules)
    return [str(each) for each in caught.value.problems]


def problems_of_file(path: Path, content: str | bytes | None) -> list[str]:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InvalidInput) as caught:
        read_search(path)
    return [str(each) for each in caught.value.problems]


# -- what a file means ----------------------------------------------------------------------------


def test_a_toml_file_may_tell_everything(tmp_path: Path) -> None:
    path = tmp_path / "search.toml"
    path.write_text(EVERYTHING, encoding="utf-8")
    assert MEANING == read_search(path)


def test_a_json_file_of_the_same_shape_means_the_same(tmp_path: Path) -> None:
    path = tmp_path / "search.json"
    path.write_text(as_json(tomllib.loads(EVERYTHING)), encoding="utf-8")
    assert MEANING == read_search(str(path))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_means_the_same_in_toml_and_in_json(example: Path) -> None:
    document = tomllib.loads(example.read_text(encoding="utf-8"))
    assert read_search(example) == parse_search(json.loads(as_json(document)))


def test_a_search_needs_no_more_than_a_zone() -> None:
    assert JobSearch(timezone=LONDON) == parse_search({"timezone": LONDON})


def test_a_key_without_a_value_counts_as_left_out() -> None:
    """TOML cannot say null, but a program that writes JSON may."""
    nothing = dict.fromkeys(
        ("ends", "minutes", "timezone", "medium", "interviewers", "left", "questions", "key")
    )
    acts = [{"act": "debrief", "at": "2026-11-24T12:00", "to": None}]
    application = dict.fromkeys(
        ("employer", "role", "recruiter", "follow_up", "promise", "offer", "heard", "outcome")
    )
    application |= dict.fromkeys(("signed", "workdays", "done", "key"))
    told = {"starts": "2026-11-24T10:00", "done": acts}
    given = document({**application, "interviews": [{**told, **nothing}]}, workdays=None, done=None)
    acts_alone = [{"act": "debrief", "at": "2026-11-24T12:00"}]
    assert parse_search(met(done=acts_alone)) == parse_search(given)


def test_a_person_s_act_to_nobody_is_refused_even_if_it_says_so() -> None:
    done = [{"act": "thank-you", "at": "2026-11-24T12:00", "to": None}]
    assert [
        "applications[0].interviews[0].done[0].to: is missing; say to whom, by name or key"
    ] == problems(met(interviewers=[{"name": "Ana"}], done=done))


# -- times ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "starts",
    [
        wall("2026-07-24T10:00"),
        aware("2026-07-24T11:00", PARIS),
        "2026-07-24T10:00",
        "2026-07-24 10:00",
        "2026-07-24T10:00:00",
        "2026-07-24T10:00:00.000000",
        "2026-07-24T09:00Z",
        "2026-07-24T11:00+02:00",
        {"at": "2026-07-24T11:00", "timezone": PARIS},
        {"at": wall("2026-07-24T05:00"), "timezone": NEW_YORK},
        {"at": "2026-07-24T09:00:00+00:00", "timezone": PARIS},
    ],
    ids=str,
)
def test_a_time_may_be_written_in_many_ways(starts: Any) -> None:
    given = met(starts=starts, timezone=LONDON)
    assert utc("2026-07-24T09:00") == interview_in(given).starts


def test_a_fraction_of_a_second_is_kept() -> None:
    starts = interview_in(met(starts="2026-11-24T10:00:00.25")).starts
    assert utc("2026-11-24T10:00:00.250000") == starts


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
    search = parse_search(document(application, done=[{"act": "keep-looking", "at": local}]))
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
    there = interview_in({**given, "timezone": NEW_YORK})
    assert (utc("2026-11-24T10:00"), utc("2026-11-24T11:00")) == (there.starts, there.ends)


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
    told = {"at": local[named], "timezone": NEW_YORK}
    there = interview_in(met(**{**local, named: told}))
    assert (utc("2026-11-24T15:00"), utc("2026-11-24T16:00"), utc("2026-11-24T17:00")) == (
        there.starts,
        there.ends,
        there.left,
    )


def test_times_in_two_zones_leave_an_interview_s_zone_in_doubt() -> None:
    starts = {"at": "2026-11-24T10:00", "timezone": LONDON}
    ends = {"at": "2026-11-24T12:00", "timezone": PARIS}
    assert [
        "applications[0].interviews[0].timezone: could be Europe/London and Europe/Paris, "
        "by the times given; say which is the interview's"
    ] == problems(met(starts=starts, ends=ends))


def test_both_readings_of_a_repeated_time_can_be_given_with_their_offsets() -> None:
    first, second = "2025-10-26T01:30+01:00", "2025-10-26T01:30+00:00"
    there = interview_in(met(starts=first, ends={"at": second, "timezone": LONDON}))
    assert (utc("2025-10-26T00:30"), utc("2025-10-26T01:30")) == (there.starts, there.ends)


@pytest.mark.parametrize(
    ("starts", "minutes", "ends"),
    [
        ("2026-11-24T10:00", 1, "2026-11-24T10:01"),
        ("2026-11-24T10:00", 60, "2026-11-24T11:00"),
        ("2026-11-24T10:00", 1440, "2026-11-25T10:00"),
        ("2025-03-30T00:30", 60, "2025-03-30T01:30"),
        ("2025-10-26T00:30", 120, "2025-10-26T01:30"),
    ],
    ids=["one", "an hour", "a day", "over a gap", "over a fold"],
)
def test_an_interview_may_be_given_its_length_in_minutes(
    starts: str, minutes: int, ends: str
) -> None:
    assert utc(ends) == interview_in(met(starts=starts, minutes=minutes)).ends


@pytest.mark.parametrize(
    ("by", "meaning"),
    [
        (date(2026, 12, 4), date(2026, 12, 4)),
        ("2026-12-04", date(2026, 12, 4)),
        (wall("2026-12-04T12:00"), utc("2026-12-04T12:00")),
        ("2026-12-04T12:00", utc("2026-12-04T12:00")),
        ({"at": "2026-12-04T12:00", "timezone": NEW_YORK}, utc("2026-12-04T17:00")),
    ],
    ids=["TOML date", "JSON date", "TOML moment", "JSON moment", "table"],
)
def test_a_promise_is_by_a_date_or_by_a_moment(by: Any, meaning: date) -> None:
    [application] = parse_search(document({"promise": {"by": by}})).applications
    assert application.promise is not None
    assert (type(meaning), meaning) == (type(application.promise.by), application.promise.by)


@pytest.mark.parametrize("holiday", [date(2026, 12, 25), "2026-12-25"], ids=["TOML", "JSON"])
def test_a_holiday_is_a_date(holiday: Any) -> None:
    search = parse_search(document(workdays={"holidays": [holiday]}))
    assert frozenset([date(2026, 12, 25)]) == search.workdays.holidays


# -- mistakes, one by one -------------------------------------------------------------------------

A_TIME = "write it as 2026-11-24T10:00, perhaps with an offset"
HERE = "applications[0].interviews[0]"
GAP, FOLD = GAPS[LONDON], FOLDS[LONDON]


@mistakes(
    (document({"interviews": [{}]}), f"{HERE}.starts: is missing; give it"),
    (met(starts="soon"), f"{HERE}.starts: 'soon' is not a date and time; {A_TIME}"),
    (met(starts="10:00"), f"{HERE}.starts: '10:00' is not a date and time; {A_TIME}"),
    (
        met(starts="20261124T1000"),
        f"{HERE}.starts: '20261124T1000' is not a date and time; {A_TIME}",
    ),
    (met(starts="2026-11-24"), f"{HERE}.starts: '2026-11-24' is not a date and time; {A_TIME}"),
    (
        met(starts=date(2026, 11, 24)),
        f"{HERE}.starts: '2026-11-24' is not a date and time; {A_TIME}",
    ),
    (met(starts=1795514400), f"{HERE}.starts: '1795514400' is not a date and time; {A_TIME}"),
    (met(starts=[]), f"{HERE}.starts: '[]' is not a date and time; {A_TIME}"),
    (
        met(starts="2026-11-24T25:00"),
        f"{HERE}.starts: '2026-11-24T25:00' is not a date and time; "
        "correct it: hour must be in 0..23",
    ),
    (
        met(starts=GAP.before),
        f"{HERE}.starts: 2025-03-30T01:00:00 does not exist in Europe/London, "
        "where the clocks go forward then; did you mean 2025-03-30T02:00:00?",
    ),
    (
        met(starts=FOLD.after),
        f"{HERE}.starts: 2025-10-26T01:00:00 happens twice in Europe/London, where the clocks go "
        "back then; give its offset: 2025-10-26T01:00:00+01:00 or 2025-10-26T01:00:00+00:00",
    ),
    (
        met(starts="1969-12-31T23:59:59.999999Z"),
        f"{HERE}.starts: 1969-12-31T23:59:59.999999+00:00 "
        "is not between 1970 and 2200; check the year",
    ),
    (met(starts={"timezone": LONDON}), f"{HERE}.starts.at: is missing; {A_TIME}"),
    (
        met(starts={"at": "2026-11-24T10:00"}),
        f"{HERE}.starts.timezone: is missing; give an IANA name such as 'Europe/London'",
    ),
    (
        met(starts={"at": "soon", "timezone": LONDON}),
        f"{HERE}.starts.at: 'soon' is not a date and time; {A_TIME}",
    ),
    (
        met(starts={"at": GAP.before, "timezone": LONDON}),
        f"{HERE}.starts.at: 2025-03-30T01:00:00 does not exist in Europe/London, "
        "where the clocks go forward then; did you mean 2025-03-30T02:00:00?",
    ),
    (
        met(starts={"at": "2026-11-24T10:00", "timezone": "Europe/Londn"}),
        f"{HERE}.starts.timezone: 'Europe/Londn' is not an IANA time zone; "
        "did you mean 'Europe/London'?",
    ),
    (
        met(starts={"at": "2026-11-24T10:00", "timezone": 5}),
        f"{HERE}.starts.timezone: 5 is not text; put it in quotes",
    ),
    (
        met(starts={"at": "2026-11-24T10:00", "timezone": LONDON, "timzone": LONDON}),
        f"{HERE}.starts.timzone: is not a key here; did you mean 'timezone'?",
    ),
    (met(ends="2026-11-24T09:59"), f"{HERE}.ends: is before starts; give an end after the start"),
    (
        document({"promise": {"by": "2026-02-30"}}),
        f"applications[0].promise.by: '2026-02-30' is not a date and time; {A_TIME}",
    ),
    (
        document({"promise": {"by": "20261204"}}),
        f"applications[0].promise.by: '20261204' is not a date and time; {A_TIME}",
    ),
    (
        document({"promise": {"by": "soon"}}),
        f"applications[0].promise.by: 'soon' is not a date and time; {A_TIME}",
    ),
    (
        document({"promise": {"by": {"at": date(2026, 12, 4), "timezone": LONDON}}}),
        f"applications[0].promise.by.at: '2026-12-04' is not a date and time; {A_TIME}",
    ),
)
def test_a_wrong_time_is_named_with_its_place_and_mend(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


@pytest.mark.parametrize("timezone", ["Asia/Kathmandu", "Etc/GMT+12"])
@pytest.mark.parametrize("starts", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("more", [{}, {"minutes": 60}], ids=["without end", "with minutes"])
def test_a_time_at_the_ends_of_the_calendar_is_named(
    starts: str, timezone: str, more: dict[str, int]
) -> None:
    first, *_ = problems(met(starts=starts, timezone=timezone, **more))
    assert first.startswith(f"{HERE}.starts: ")


@pytest.mark.parametrize(
    "starts",
    [
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59Z",
        "9999-12-31T23:59-12:00",
        {"at": "0001-01-01T00:00+14:00", "timezone": LONDON},
        {"at": "0001-01-01T00:00Z", "timezone": NEW_YORK},
        {"at": "9999-12-31T23:59Z", "timezone": PARIS},
        {"at": "9999-12-31T23:59-12:00", "timezone": LONDON},
    ],
    ids=str,
)
@pytest.mark.parametrize("more", [{}, {"minutes": 60}], ids=["without end", "with minutes"])
def test_a_time_at_the_ends_of_the_calendar_is_named_whatever_its_offset(
    starts: Any, more: dict[str, int]
) -> None:
    first, *_ = problems(met(starts=starts, **more))
    assert re.match(r".*\.starts(\.at)?: .* is not between 1970 and 2200; check the year", first)


@pytest.mark.parametrize("minutes", [0, 1441, -60, 60.0, True, "60", [60]], ids=repr)
def test_a_length_is_from_a_minute_to_a_day(minutes: Any) -> None:
    assert [
        f"{HERE}.minutes: {minutes!r} is not a length in minutes; "
        "give a whole number from 1 to 1440"
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
    (document(medium="video"), "medium: is not a key here; it belongs to an interview"),
    (
        document({"starts": "2026-11-24T10:00"}),
        "applications[0].starts: is not a key here; it belongs to an interview",
    ),
    (
        document({"minutes": 60}),
        "applications[0].minutes: is not a key here; it belongs to an interview",
    ),
    (
        document({"recruiter": {"name": "Rachel", "offer": True}}),
        "applications[0].recruiter.offer: is not a key here; it belongs to an application",
    ),
    (
        met(applications=[]),
        f"{HERE}.applications: is not a key here; it belongs to the search",
    ),
    (
        document(key="17"),
        "key: is not a key here; it belongs to an application or to an interview or to a person",
    ),
)
def test_a_key_of_something_else_is_named_with_what_it_belongs_to(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


@mistakes(
    ({**document(), "timezon": LONDON}, "timezon: is not a key here; did you mean 'timezone'?"),
    (
        document({"employr": "Acme"}),
        "applications[0].employr: is not a key here; did you mean 'employer'?",
    ),
    (met(start="10:00"), f"{HERE}.start: is not a key here; did you mean 'starts'?"),
    (met(minuets=60), f"{HERE}.minuets: is not a key here; did you mean 'minutes'?"),
    (
        met(interviewers=[{"name": "Ana", "e-mail": "ana@acme.example"}]),
        f"{HERE}.interviewers[0].e-mail: is not a key here; did you mean 'email'?",
    ),
    (
        met(questions=[{"text": "Why?", "zzz": True}]),
        f"{HERE}.questions[0].zzz: is not a key here; use one of: text, tricky",
    ),
    (
        document(workdays={"off": []}),
        "workdays.off: is not a key here; use one of: holidays, region, weekend",
    ),
    (
        document(workdays={"_off": [0]}),
        "workdays._off: is not a key here; use one of: holidays, region, weekend",
    ),
    (
        {**document(), 5: 1},
        "5: is not a key here; use one of: applications, done, facts, set_aside, timezone, "
        "waking_hours, workdays",
    ),
)
def test_an_unknown_key_is_named_with_the_near_one(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


@mistakes(
    (
        document(applications={}),
        "applications: is one table, not a list of them; "
        "put it in a list; in TOML, write [[two brackets]] above it",
    ),
    (
        document("Acme"),
        "applications[0]: 'Acme' is not a table; "
        "give one with keys of employer, role, interviews, recruiter, "
        "follow_up, promise, offer, heard, outcome, signed, workdays, done, set_aside, facts, key",
    ),
    (
        document({"interviews": 5}),
        "applications[0].interviews: is not a list; put it in a list of Interview values",
    ),
    (
        document({"recruiter": "Rachel"}),
        "applications[0].recruiter: 'Rachel' is not a table; "
        "give one with keys of name, email, linkedin, facts, key",
    ),
    (document({"recruiter": {}}), "applications[0].recruiter.name: is missing; give it"),
    (
        document({"promise": "2026-12-04"}),
        "applications[0].promise: '2026-12-04' is not a table; "
        "give one with keys of by, within, made, channel",
    ),
    (document({"offer": {}}), "applications[0].offer.received: is missing; give it"),
    (
        document({"offer": {"received": "2026-12-04T10:00", "declined": "no"}}),
        "applications[0].offer.declined: 'no' is not true or false; give true or false",
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
        "applications[1]: is the same one as applications[0]; "
        "remove one, or give each a key of its own",
    ),
    (met(medium="telephone"), f"{HERE}.medium: 'telephone' is not known; did you mean 'phone'?"),
    (met(interviewers=[{}]), f"{HERE}.interviewers[0].name: is missing; give it"),
    (
        met(interviewers=["Ana"]),
        f"{HERE}.interviewers[0]: 'Ana' is not a table; "
        "give one with keys of name, email, linkedin, facts, key",
    ),
    (
        met(interviewers=[{"name": "Ana"}, {"name": "Ana"}]),
        f"{HERE}.interviewers[1]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        met(questions=[{"text": ""}]),
        f"{HERE}.questions[0].text: '' is not a line of text; give one line that can be read",
    ),
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
        "workdays.holidays[0]: '2026-12-32' is not a date; give dates without a time",
    ),
    (
        document(workdays={"holidays": ["20261225"]}),
        "workdays.holidays[0]: '20261225' is not a date; give dates without a time",
    ),
    (
        document(workdays={"holidays": ["2026-12-25T00:00"]}),
        "workdays.holidays[0]: '2026-12-25T00:00' is not a date; give dates without a time",
    ),
    (
        document(workdays=[]),
        "workdays: [] is not a table; give one with keys of region, weekend, holidays",
    ),
)
def test_a_wrong_value_is_named_with_its_place_and_mend(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


# -- acts that are done ---------------------------------------------------------------------------

AT = "2026-11-24T12:00"
PANEL = [{"name": "Ana"}, {"name": "Tom", "key": "17"}]


def act(name: str, **more: Any) -> list[dict[str, Any]]:
    return [{"act": name, "at": AT, **more}]


@mistakes(
    (
        document(done=act("keep-lookng")),
        "done[0].act: no rule knows 'keep-lookng'; did you mean 'keep-looking'?",
    ),
    (
        document(done=act("Keep looking")),
        "done[0].act: 'Keep looking' is not a slug; use lower-case words joined by hyphens",
    ),
    (document(done=[{"at": AT}]), "done[0].act: is missing; give it"),
    (document(done=act(5)), "done[0].act: 5 is not text; put it in quotes"),  # type: ignore[arg-type]
    (
        document(done=["chase"]),
        "done[0]: 'chase' is not a table; give one with keys of act, at, to",
    ),
    (document(done=5), "done: is not a list; put it in a list of Done values"),
    (
        document(done=[{"act": "keep-looking"}]),
        "done[0].at: is missing; give it",
    ),
    (
        document(done=act("chase")),
        "done[0]: 'chase' is kept per application; move it to the application that it is about",
    ),
    (
        document({"done": act("keep-looking")}),
        "applications[0].done[0]: 'keep-looking' is kept per search; "
        "move it to the search that it is about",
    ),
    (
        document({"done": act("debrief")}),
        "applications[0].done[0]: 'debrief' is kept per interview; "
        "move it to the interview that it is about",
    ),
    (
        document({"done": act("thank-you")}),
        "applications[0].done[0]: 'thank-you' is kept per person; "
        "move it to the interview with that person",
    ),
    (
        met(done=act("chase")),
        f"{HERE}.done[0]: 'chase' is kept per application; move it to the application "
        "that it is about",
    ),
    (
        met(interviewers=PANEL, done=act("thank-you")),
        f"{HERE}.done[0].to: is missing; say to whom, by name or key",
    ),
    (
        met(interviewers=PANEL, done=act("debrief", to="Ana")),
        f"{HERE}.done[0].to: 'debrief' is not done to a person; leave it out",
    ),
    (
        met(interviewers=PANEL, done=act("thank-you", to="Anna")),
        f"{HERE}.done[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
    ),
    (
        met(interviewers=PANEL, done=act("thank-yuo", to="Ana")),
        f"{HERE}.done[0].act: no rule knows 'thank-yuo'; did you mean 'thank-you'?",
    ),
)
def test_an_act_that_no_rule_would_find_is_named_with_its_place_and_mend(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(given)


def test_acts_are_those_of_the_rules_given() -> None:
    send_flowers = Rule(
        name="send-flowers",
        per=interview,
        opens=interview.ends,
        best=interview.ends + days(1),
        text="Send flowers",
        why="Why not?",
    )
    given = met(done=act("send-flowers"))
    [application] = parse_search(given, rules=CV_LIBRARY.with_(send_flowers)).applications
    assert "send-flowers" == application.interviews[0].done[0].act


# -- acts that are set aside ----------------------------------------------------------------------


def away(name: str, **more: Any) -> list[dict[str, Any]]:
    return [{"act": name, **more}]


@mistakes(
    (
        document(set_aside=away("keep-lookng")),
        "set_aside[0].act: no rule knows 'keep-lookng'; did you mean 'keep-looking'?",
    ),
    (
        document(set_aside=away("Keep looking")),
        "set_aside[0].act: 'Keep looking' is not a slug; use lower-case words joined by hyphens",
    ),
    (document(set_aside=[{"until": AT}]), "set_aside[0].act: is missing; give it"),
    (
        document(set_aside=["chase"]),
        "set_aside[0]: 'chase' is not a table; give one with keys of act, until, to",
    ),
    (document(set_aside=5), "set_aside: is not a list; put it in a list of SetAside values"),
    (
        document(set_aside=away("keep-looking", at=AT)),
        "set_aside[0].at: is not a key here; did you mean 'act'?",
    ),
    (
        document(set_aside=away("keep-looking", until="2026-12-04")),
        f"set_aside[0].until: '2026-12-04' is not a date and time; {A_TIME}",
    ),
    (
        document(set_aside=away("chase")),
        "set_aside[0]: 'chase' is kept per application; "
        "move it to the application that it is about",
    ),
    (
        document({"set_aside": away("thank-you")}),
        "applications[0].set_aside[0]: 'thank-you' is kept per person; "
        "move it to the interview with that person",
    ),
    (
        document({"set_aside": away("debrief")}),
        "applications[0].set_aside[0]: 'debrief' is kept per interview; "
        "move it to the interview that it is about",
    ),
    (
        met(set_aside=away("keep-looking")),
        f"{HERE}.set_aside[0]: 'keep-looking' is kept per search; "
        "move it to the search that it is about",
    ),
    (
        met(interviewers=PANEL, set_aside=away("thank-you")),
        f"{HERE}.set_aside[0].to: is missing; say to whom, by name or key",
    ),
    (
        met(interviewers=PANEL, set_aside=away("debrief", to="Ana")),
        f"{HERE}.set_aside[0].to: 'debrief' is not done to a person; leave it out",
    ),
    (
        met(interviewers=PANEL, set_aside=away("thank-you", to="Anna")),
        f"{HERE}.set_aside[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
    ),
)
def test_an_act_set_aside_where_no_rule_would_look_is_named_with_its_place_and_mend(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(given)


def test_a_moment_until_which_an_act_is_set_aside_is_local_to_where_it_stands() -> None:
    given = met(timezone=NEW_YORK, set_aside=away("debrief", until="2026-11-25T09:00", to=None))
    [aside] = interview_in(given).set_aside
    assert aware("2026-11-25T09:00", NEW_YORK) == aside.until
    for_good = interview_in(met(set_aside=away("debrief", until=None))).set_aside
    assert (SetAside(act="debrief"),) == for_good


# -- regions, waking hours and promises -----------------------------------------------------------


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
    (document(workdays=""), "workdays: '' is not a line of text; give one line that can be read"),
    (
        document(waking_hours="07:00-22:00"),
        "waking_hours: '07:00-22:00' is not a table; give one with keys of starts, ends",
    ),
    (
        document(waking_hours={"from": "07:00"}),
        "waking_hours.from: is not a key here; use one of: ends, starts",
    ),
    (
        document(waking_hours={"starts": "7 am"}),
        "waking_hours.starts: '7 am' is not a time of day; give one such as '07:00'",
    ),
    (
        document(waking_hours={"starts": "07:00Z"}),
        "waking_hours.starts: datetime.time(7, 0, tzinfo=datetime.timezone.utc) carries a zone; "
        "leave it out",
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
    texts = parse_search(document(waking_hours={"starts": "06:30"})).waking_hours
    assert WakingHours(starts=time(6, 30), ends=time(22)) == texts
    assert texts == parse_search(document(waking_hours={"starts": time(6, 30)})).waking_hours
    assert WakingHours() == parse_search(document(waking_hours=None)).waking_hours


# -- facts of one's own ---------------------------------------------------------------------------

DUE = moment_fact("application.task_due", "the task's due date", ask="When is it due?")
PAID = condition_fact("application.paid", "the task is paid", ask="Is it paid?")
TOPIC: Detail[str] = detail_fact("application.topic", "the topic", ask="What about?")
ROOM = moment_fact("interview.room_from", "the moment from which the room is yours")
AWAY = moment_fact("person.away_from", "the day on which they leave")
BACK = moment_fact("search.back_on", "the day on which you are back")


def asking(name: str, per: Any, *needs: Any, **more: Any) -> Rule:
    given: dict[str, Any] = {"opens": BACK, "best": BACK, "text": "Do it", "why": "So."} | more
    return Rule(name=name, per=per, needs=needs, **given)


ASKING = RuleSet(
    [
        asking("hand-in", application, TOPIC, opens=DUE, best=DUE, given=PAID),
        asking("move-in", "interview", ROOM),
        asking("wave", "person", AWAY),
    ]
)

TOLD = """
timezone = "Europe/London"
facts = { back_on = 2026-12-01T09:00:00 }

[[applications]]
employer = "Acme"
facts = { task_due = 2026-12-01, paid = true, topic = "2026-12-01" }

[[applications.interviews]]
starts = 2026-11-24T10:00:00
timezone = "America/New_York"
facts = { room_from = 2026-11-24T09:30:00 }
interviewers = [
  { name = "Ana", facts = { away_from = { at = 2026-12-24T17:00:00, timezone = "Asia/Tokyo" } } },
  { name = "Tom", facts = { away_from = 2026-12-24 } },
]
"""


UNASKED = (
    "no rule asks for this fact; "
    "leave it out, or give the rules that know it: rules=, or --pack NAME"
)


def test_facts_are_read_as_the_rules_that_ask_for_them_take_them() -> None:
    """A local time in an interview is in its zone, and a text like a date may well be a text."""
    for document in (tomllib.loads(TOLD), json.loads(as_json(tomllib.loads(TOLD)))):
        search = parse_search(document, rules=ASKING)
        [acme] = search.applications
        [meeting] = acme.interviews
        assert {"back_on": aware("2026-12-01T09:00", LONDON)} == search.facts
        assert {"task_due": date(2026, 12, 1), "paid": True, "topic": "2026-12-01"} == acme.facts
        assert {"room_from": aware("2026-11-24T09:30", NEW_YORK)} == meeting.facts
        assert [
            {"away_from": aware("2026-12-24T17:00", "Asia/Tokyo")},
            {"away_from": date(2026, 12, 24)},
        ] == [person.facts for person in meeting.interviewers]


def test_a_file_s_facts_are_those_of_the_rules_given(tmp_path: Path) -> None:
    path = tmp_path / "told.toml"
    path.write_text(TOLD, encoding="utf-8")
    assert parse_search(tomllib.loads(TOLD), rules=ASKING) == read_search(path, rules=ASKING)
    assert [
        f"{place}: {UNASKED}"
        for place in (
            "facts.back_on",
            "applications[0].facts.task_due",
            "applications[0].facts.paid",
            "applications[0].facts.topic",
            f"{HERE}.facts.room_from",
            f"{HERE}.interviewers[0].facts.away_from",
            f"{HERE}.interviewers[1].facts.away_from",
        )
    ] == problems_of_file(path, TOLD)


@mistakes(
    (
        document({"facts": {"task_du": "2026-12-01"}}),
        "applications[0].facts.task_du: no rule asks for this fact; did you mean 'task_due'?",
    ),
    (
        document({"facts": {"score": 5}}),
        f"applications[0].facts.score: {UNASKED}",
    ),
    (
        document(facts={"task_due": "2026-12-01"}),
        f"facts.task_due: {UNASKED}",
    ),
    (
        met(facts={"task_due": "2026-12-01"}),
        f"{HERE}.facts.task_due: {UNASKED}",
    ),
    (
        document({"facts": {"paid": "true"}}),
        "applications[0].facts.paid: 'true' is not true or false; say whether the task is paid",
    ),
    (
        document({"facts": {"paid": 1}}),
        "applications[0].facts.paid: 1 is not true or false; say whether the task is paid",
    ),
    (
        document({"facts": {"task_due": "soon"}}),
        f"applications[0].facts.task_due: 'soon' is not a date and time; {A_TIME}",
    ),
    (
        document({"facts": {"task_due": 5}}),
        f"applications[0].facts.task_due: '5' is not a date and time; {A_TIME}",
    ),
    (
        document({"facts": {"task_due": "2026-12-32"}}),
        f"applications[0].facts.task_due: '2026-12-32' is not a date and time; {A_TIME}",
    ),
    (
        document({"facts": {"task_due": {"at": "2026-12-01T09:00", "timezone": "Asia/Tokio"}}}),
        "applications[0].facts.task_due.timezone: 'Asia/Tokio' is not an IANA time zone; "
        "did you mean 'Asia/Tokyo'?",
    ),
    (
        document({"facts": {"task_due": "2025-03-30T01:30"}}),
        "applications[0].facts.task_due: 2025-03-30T01:30:00 does not exist in Europe/London, "
        "where the clocks go forward then; did you mean 2025-03-30T02:30:00?",
    ),
    (
        document({"facts": {"topic": wall("2025-03-30T01:30")}}),
        "applications[0].facts.topic: 2025-03-30T01:30:00 does not exist in Europe/London, "
        "where the clocks go forward then; did you mean 2025-03-30T02:30:00?",
    ),
    (
        document({"facts": {"topic": ["Tax"]}}),
        "applications[0].facts.topic: ['Tax'] cannot be a fact; "
        "give a date, a time, a text, a number or true or false",
    ),
    (
        document({"facts": ["topic"]}),
        "applications[0].facts: ['topic'] is not a table; "
        "give a mapping, as {'task_due': date(2026, 12, 1)}",
    ),
)
def test_a_wrong_fact_is_named_with_its_place_and_mend(given: Any, problem: str) -> None:
    assert [problem] == problems(given, ASKING)


def test_without_rules_neither_acts_nor_facts_are_looked_at(tmp_path: Path) -> None:
    """As the command line reads a file whose pack cannot be loaded, for what else is wrong."""
    path = tmp_path / "told.toml"
    done = 'done = [{ act = "zzz", at = 2026-11-30T09:00:00 }]'
    path.write_text(f"{done}\n{TOLD}", encoding="utf-8")
    read = read_search_file(path, None)
    assert ["zzz"] == [each.act for each in read.done]
    assert {"paid": True} == read.applications[0].facts
    path.write_text(f"{done}\n{TOLD}colour = 5", encoding="utf-8")
    with pytest.raises(InvalidInput, match="colour: is not a key here"):
        read_search_file(path, None)


def test_an_act_that_is_near_to_none_may_be_one_of_a_pack() -> None:
    assert [
        "done[0].act: no rule knows 'zzz'; use one of: hand-in, move-in, wave; "
        "or give the rules that know it: rules=, or --pack NAME"
    ] == problems(document(done=[{"act": "zzz", "at": "2026-11-30T09:00"}]), ASKING)


@pytest.mark.parametrize("rules", [ASKING, CV_LIBRARY], ids=["some ask for facts", "none does"])
@pytest.mark.parametrize(
    "facts",
    [{"Wage €": 1}, {"score": 5}, {"score": [1]}, {"score": wall("2025-03-30T01:30")}],
    ids=["name", "a number", "a list", "a time that is skipped"],
)
def test_a_fact_that_no_rule_asks_for_is_refused_for_just_that(
    rules: RuleSet, facts: dict[str, Any]
) -> None:
    [name] = facts
    expected = f"applications[0].facts.{name}: {UNASKED}"
    assert [expected] == problems(document({"facts": facts}), rules)


@pytest.mark.parametrize("name", ["zzz", "away_from"], ids=["no rule's", "of a person"])
def test_no_rule_asks_for_the_facts_of_a_recruiter(name: str) -> None:
    given = document({"recruiter": {"name": "Rachel", "facts": {name: "2026-12-01"}}})
    assert [f"applications[0].recruiter.facts.{name}: {UNASKED}"] == problems(given, ASKING)


def test_a_fact_of_a_recruiter_is_refused_for_just_that() -> None:
    given = document({"recruiter": {"name": "Rachel", "facts": {"away_from": "soon"}}})
    assert [f"applications[0].recruiter.facts.away_from: {UNASKED}"] == problems(given, ASKING)


@pytest.mark.parametrize("name", ["task_due", "paid", "topic", "score"])
def test_a_fact_without_a_value_counts_as_left_out(name: str) -> None:
    """As any other key does: TOML cannot say null, but a program that writes JSON may."""
    [acme] = parse_search(document({"facts": {name: None}}), rules=ASKING).applications
    assert {} == acme.facts


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        (date(2026, 12, 1), date(2026, 12, 1)),
        (wall("2026-12-01T17:00"), aware("2026-12-01T17:00", LONDON)),
        ("2026-12-01T17:00", "2026-12-01T17:00"),
        (5, 5),
        (True, True),
    ],
    ids=repr,
)
def test_a_detail_is_what_a_file_says_and_a_local_time_is_in_the_zone_there(
    topic: Any, expected: Any
) -> None:
    [acme] = parse_search(document({"facts": {"topic": topic}}), rules=ASKING).applications
    assert {"topic": expected} == acme.facts


# -- all mistakes at once -------------------------------------------------------------------------

BAD = """
timezone = "Europe/Londn"
aplications = []
done = [{ act = "keep-looking", at = 2026-11-24 }, { act = "chase", at = 2026-11-24T10:00:00 }]

[workdays]
weekend = ["Sturday", "Sunday"]

[[applications]]
employer = 5
outcome = "acepted"
recruiter = { email = "rachel@agency.example" }
promise = { by = "soon" }

[[applications.interviews]]
starts = 2025-03-30T01:30:00
minutes = 0
timezone = "Europe/London"
medium = "vidoe"
interviewers = [{ name = "Ana" }, { name = "Ana" }, "Tom"]
done = [{ act = "thank-yuo", to = "Anna", at = 2025-03-30T10:00:00 }]

[[applications.interviews]]
ends = 2026-11-24T11:00:00
timezone = "Europe/Pariss"
left = 2026-11-24T10:59:59
questions = [{ tricky = "yes" }]
"""


def test_every_mistake_in_a_file_is_named_at_once(tmp_path: Path) -> None:
    one, two = "applications[0].interviews[0]", "applications[0].interviews[1]"
    assert {
        "timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?",
        "aplications: is not a key here; did you mean 'applications'?",
        f"done[0].at: '2026-11-24' is not a date and time; {A_TIME}",
        "done[1]: 'chase' is kept per application; move it to the application that it is about",
        "workdays.weekend[0]: 'Sturday' is not a weekday; did you mean 'Saturday'?",
        "applications[0].employer: 5 is not text; put it in quotes",
        "applications[0].outcome: 'acepted' is not known; did you mean 'accepted'?",
        "applications[0].recruiter.name: is missing; give it",
        f"applications[0].promise.by: 'soon' is not a date and time; {A_TIME}",
        f"{one}.starts: 2025-03-30T01:30:00 does not exist in Europe/London, where the clocks go "
        "forward then; did you mean 2025-03-30T02:30:00?",
        f"{one}.minutes: 0 is not a length in minutes; give a whole number from 1 to 1440",
        f"{one}.medium: 'vidoe' is not known; did you mean 'video'?",
        f"{one}.interviewers[1]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
        f"{one}.interviewers[2]: 'Tom' is not a table; "
        "give one with keys of name, email, linkedin, facts, key",
        f"{one}.done[0].act: no rule knows 'thank-yuo'; did you mean 'thank-you'?",
        f"{two}.starts: is missing; give it",
        f"{two}.timezone: 'Europe/Pariss' is not an IANA time zone; did you mean 'Europe/Paris'?",
        f"{two}.left: is before ends; give the moment at which you were clear of the building",
        f"{two}.questions[0].text: is missing; give it",
        f"{two}.questions[0].tricky: 'yes' is not true or false; give true or false",
    } == set(problems_of_file(tmp_path / "search.toml", BAD))


JUNK: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, "", "x", "\ud800", "a\nb", [], {}, [[]], [{}], b"x"),
    *("2026-11-24", "2026-11-24T10:00", "2025-03-30T01:30", "2025-10-26T01:30Z", "Saturday"),
    *("0001-01-01T00:00", "9999-12-31T23:59:59-12:00", "2199-12-31T23:59", "1970-01-01"),
    *(
        date.min,
        date.max,
        wall("0001-01-01T00:00"),
        wall("9999-12-31T23:59"),
        wall("2025-03-30T01:30"),
        date(2026, 12, 25),
    ),
    *(["Saturday"], ["2026-12-25"], [date.max], {"at": "2026-11-24T10:00", "timezone": PARIS}),
    *("thank-you", "chase", "Priya Shah", "tom", PARIS, "Asia/Kathmandu", "Etc/GMT+12"),
    *("GB-ENG", "GB", "5 working days", "48 hours", "07:00", time(7), time(7, 30), float("nan")),
)


def places_in(value: Any, *place: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in a document, as keys and indexes."""
    yield place
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_in(each, *place, key)


@pytest.mark.parametrize(
    ("text", "rules"), [(EVERYTHING, CV_LIBRARY), (TOLD, ASKING)], ids=["all keys", "facts"]
)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_document_is_a_search_or_refused_with_places_and_mends(
    text: str, rules: RuleSet, data: st.DataObject
) -> None:
    document = tomllib.loads(text)
    for _ in range(data.draw(st.integers(1, 3))):
        *outer, last = data.draw(st.sampled_from(list(places_in(document))[1:]))
        holder: Any = document
        for key in outer:
            holder = holder[key]
        holder[last] = copy.deepcopy(data.draw(st.sampled_from(JUNK)))
    try:
        search = parse_search(document, rules=rules)
    except InvalidInput as error:
        parts = [(each.place, each.message, each.mend) for each in error.problems]
        assert [] != parts
        assert [] == [each for each in parts if not all(each)]
    else:
        assert search == pickle.loads(pickle.dumps(search))


# -- files that cannot be read --------------------------------------------------------------------


UNREADABLE: list[tuple[str, str | bytes | None, str]] = [
    (
        "search.yaml",
        "timezone: Europe/London",
        "is neither .toml nor .json; name it for what it holds",
    ),
    ("search", "", "is neither .toml nor .json; name it for what it holds"),
    ("missing.toml", None, "cannot be read: No such file or directory; check the path"),
    (".", None, "is neither .toml nor .json; name it for what it holds"),
    (
        "latin.toml",
        'timezone = "\u00c9"'.encode("latin-1"),
        "is not in UTF-8; save it as UTF-8",
    ),
    ("latin.json", b'{"\xe9": 1}', "is not in UTF-8; save it as UTF-8"),
    ("broken.toml", "timezone = ", "is not TOML: Invalid value (at end of document); "),
    ("twice.toml", "a = 1\na = 2", "is not TOML: Cannot overwrite a value"),
    ("broken.json", '{"timezone": ', "is not JSON: Expecting value"),
    ("empty.json", "", "is not JSON: Expecting value"),
    (
        "twice.json",
        '{"applications": [{"employer": "Acme", "role": "Cook", "role": "Chef"}]}',
        "is not JSON: the key 'role' is there twice; correct it there",
    ),
    ("deep.json", "[" * 100_000, "is not JSON: maximum recursion depth exceeded"),
    ("number.json", f'{{"timezone": {"1" * 5000}}}', "is not JSON: Exceeds the limit"),
    ("list.json", "[]", "[] is not a table; give the search key by key"),
    ("text.json", '"Acme"', "'Acme' is not a table; give the search key by key"),
    ("null.json", "null", "None is not a table; give the search key by key"),
]


@pytest.mark.parametrize(
    ("name", "content", "problem"), UNREADABLE, ids=[name for name, _, _ in UNREADABLE]
)
def test_a_file_that_is_no_search_is_named_with_what_is_wrong_with_it(
    tmp_path: Path, name: str, content: str | bytes | None, problem: str
) -> None:
    path = tmp_path / name
    [found] = problems_of_file(path, content)
    assert found.startswith(f"{path}: {problem}")


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "search.toml"
    folder.mkdir()
    assert [f"{folder}: cannot be read: Is a directory; check the path"] == problems_of_file(
        folder, None
    )


@pytest.mark.parametrize("given", [[], "Acme", None, 5], ids=repr)
def test_a_document_that_is_no_table_is_refused(given: Any) -> None:
    [problem] = problems(given)
    assert f"{given!r} is not a table" in problem


def test_a_long_time_in_a_far_zone_is_still_a_length() -> None:
    start = utc("2199-12-31T23:00")
    there = interview_in(met(starts=start, minutes=59, timezone="Pacific/Kiritimati"))
    assert start + timedelta(minutes=59) == there.ends


def test_the_last_end_lies_before_2200() -> None:
    assert [
        f"{HERE}.ends: 2200-01-01T00:00:00+00:00 is not between 1970 and 2200; check the year"
    ] == problems(met(starts="2199-12-31T23:00Z", minutes=60))


def test_a_byte_order_mark_is_no_part_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "marked.toml"
    path.write_text('timezone = "Europe/London"\n', encoding="utf-8-sig")
    assert JobSearch(timezone=LONDON) == read_search(path)


def test_rfc_3339_may_be_written_in_lower_case() -> None:
    assert interview_in(met(starts="2026-11-24t10:00:00z")).starts == utc("2026-11-24T10:00")


def test_a_key_that_is_empty_and_a_document_that_is_no_table_have_a_place() -> None:
    [problem] = problems({**document(), "": 1})
    assert problem.startswith('"": is not a key here')
    wrong: Any = []
    with pytest.raises(InvalidInput) as caught:
        parse_search(wrong)
    assert "search: [] is not a table; give the search key by key" == str(caught.value)


def test_a_search_that_is_refused_leaves_nothing_behind_for_the_next() -> None:
    far = document() | {"timezone": "Pacific/Kiritimati", "applications": [{"interviews": [{}]}]}
    for _ in range(2):
        assert 1 == len(problems(far))
        assert utc("2026-11-24T10:00") == interview_in(met(starts="2026-11-24T10:00")).starts


def test_several_threads_read_each_their_own() -> None:
    zones = ["Europe/London", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"] * 25

    def starts(name: str) -> datetime:
        [application] = parse_search(
            met(starts="2026-11-24T10:00") | {"timezone": name}
        ).applications
        return application.interviews[0].starts

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(starts, zones))
    assert [aware("2026-11-24T10:00", name) for name in zones] == found
