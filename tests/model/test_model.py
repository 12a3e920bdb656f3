"""The model: what is known of a job search, as frozen values that say all that is wrong at once."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from interview_followup import (
    Action,
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
    SetAside,
    WakingHours,
    Workdays,
    plan,
)
from interview_followup.language import days, hours, minutes, working_days
from interview_followup.model._identity import Identity
from interview_followup.model._search import as_search
from mistakes import mistakes, problems
from zones import FOLDS, GAPS, TICK, Transition, aware, utc

LONDON, NEW_YORK, TOKYO = "Europe/London", "America/New_York", "Asia/Tokyo"
STARTS, ENDS = aware("2026-11-24T10:00", LONDON), aware("2026-11-24T11:00", LONDON)
PARIS_ENDS = aware("2026-11-24T12:00", "Europe/Paris")
NAIVE = STARTS.replace(tzinfo=None)
HOUR = timedelta(hours=1)


# -- times ----------------------------------------------------------------------------------------


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


# -- the zone of an interview ---------------------------------------------------------------------


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
        {"starts": STARTS, "timezone": ""},
        "timezone: '' is not a line of text; give one line that can be read",
    ),
    (
        {"starts": STARTS, "timezone": ZoneInfo(LONDON)},
        "timezone: zoneinfo.ZoneInfo(key='Europe/London') is not a name; "
        "give the zone's name, as 'Europe/London'",
    ),
)
def test_a_zone_that_is_not_known_for_certain_is_refused(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, **given)


# -- one field at a time --------------------------------------------------------------------------

TEXTS: dict[str, Callable[..., object]] = {
    "name": Person,
    "email": lambda **given: Person(name="Ana", **given),
    "linkedin": lambda **given: Person(name="Ana", **given),
    "key": lambda **given: Person(name="Ana", **given),
    "text": AskedQuestion,
    "employer": Application,
    "role": Application,
    "channel": FollowUp,
    "to": lambda **given: FollowUp(channel="email", **given),
    "act": lambda **given: Done(at=STARTS, **given),
}


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize(
    ("value", "message"),
    [
        (5, "5 is not text"),
        (True, "True is not text"),
        (["a"], "['a'] is not text"),
        ("", "'' is not a line of text"),
        (" \u00a0", "' \\xa0' is not a line of text"),
        ("a\nb", "'a\\nb' is not a line of text"),
        ("a\u2028b", "'a\\u2028b' is not a line of text"),
        ("a\x1fb", "'a\\x1fb' is not a line of text"),
        ("a\ud800b", "'a\\ud800b' is not a line of text"),
    ],
    ids=["number", "truth", "list", "empty", "blank", "lines", "U+2028", "control", "surrogate"],
)
def test_a_text_is_one_line_that_can_be_seen(field: str, value: Any, message: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        TEXTS[field](**{field: value})
    assert [(field, message)] == [(each.place, each.message) for each in caught.value.problems]


def test_a_value_that_is_long_is_not_said_in_full() -> None:
    [problem] = problems(Person, name=["a"] * 10_000)
    assert len(problem) < 300


@pytest.mark.parametrize(
    "name",
    [
        "José",
        "Jean\u00a0Luc",
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
        "O\u2019Neill",
        "\U0001f469\u200d\U0001f4bb",
        "Robert'); --",
    ],
    ids=["accent", "no-break space", "non-joiner", "apostrophe", "emoji", "punctuation"],
)
def test_a_name_may_be_written_as_its_bearer_writes_it(name: str) -> None:
    assert name == Person(name=name).name


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (Person, "name"),
        (AskedQuestion, "text"),
        (FollowUp, "channel"),
        (lambda **given: Done(at=STARTS, **given), "act"),
        (lambda **given: Done(act="chase", **given), "at"),
        (Offer, "received"),
        (lambda **given: Interview(timezone=LONDON, **given), "starts"),
        (JobSearch, "timezone"),
    ],
    ids=["name", "text", "channel", "act", "at", "received", "starts", "timezone"],
)
def test_what_is_needed_cannot_be_none(kind: Callable[..., object], place: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        kind(**{place: None})
    assert [(place, "is missing")] == [(each.place, each.message) for each in caught.value.problems]


@pytest.mark.parametrize("act", ["chase", "thank-you", "1-2", "stop-looking-now"])
def test_an_act_is_a_slug(act: str) -> None:
    assert act == Done(act=act, at=STARTS).act


@pytest.mark.parametrize("act", ["Chase", "thank you", "thank_you", "-", "a--b", "a-", "é", "²"])
def test_an_act_that_is_no_slug_is_refused(act: str) -> None:
    wrong = f"act: {act!r} is not a slug; use lower-case words joined by hyphens"
    assert [wrong] == problems(Done, act=act, at=STARTS)


def test_a_time_that_is_no_time_is_refused() -> None:
    assert [
        "at: '2026-11-24T10:00' is not a date and time; give a datetime with a time zone"
    ] == problems(Done, act="chase", at="2026-11-24T10:00")


@pytest.mark.parametrize("medium", ["in-person", "video", "phone", None])
def test_an_interview_is_in_person_or_remote_or_not_known_to_be_either(medium: Any) -> None:
    assert medium == Interview(starts=STARTS, medium=medium).medium


@pytest.mark.parametrize("outcome", ["rejected", "withdrawn", "declined", "accepted", None])
def test_an_application_has_one_of_four_outcomes_or_none_yet(outcome: Any) -> None:
    assert outcome == Application(outcome=outcome).outcome


def test_a_list_may_be_anything_that_holds_several() -> None:
    met = (Person(name=name) for name in ("Ana", "Tom"))
    kept = Interview(starts=STARTS, interviewers=met, questions=(), done=frozenset())
    assert (("Ana", "Tom"), (), ()) == (
        tuple(each.name for each in kept.interviewers),
        kept.questions,
        kept.done,
    )


@pytest.mark.parametrize("value", [1, 0, "true", None], ids=repr)
def test_only_true_and_false_are_truth_values(value: Any) -> None:
    wrong = f"tricky: {value!r} is not true or false; give true or false"
    assert [wrong] == problems(AskedQuestion, text="Why?", tricky=value)


@mistakes(
    ({"medium": "vidoe"}, "medium: 'vidoe' is not known; did you mean 'video'?"),
    (
        {"medium": "zzz"},
        "medium: 'zzz' is not known; use one of: in-person, phone, video",
    ),
    ({"medium": 3}, "medium: 3 is not text; put it in quotes"),
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
        "interviewers: is one table, not a list of them; "
        "put it in a list; in TOML, write [[two brackets]] above it",
    ),
    (
        {"interviewers": "Ana"},
        "interviewers: is not a list; put it in a list of Person values",
    ),
    (
        {"interviewers": None},
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
        {"done": [Done(act="x", at=ENDS), Done(act="x", at=ENDS, to="Ana")]},
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


@pytest.mark.parametrize("name", ["Ana", "17"])
def test_an_act_may_name_a_person_by_name_or_key(name: str) -> None:
    met = [Person(name="Ana", key="17"), Person(name="Tom")]
    kept = Interview(starts=STARTS, interviewers=met, done=[Done(act="x", at=ENDS, to=name)])
    assert name == kept.done[0].to


@pytest.mark.parametrize(
    "panel",
    [
        [Person(name="Ana"), Person(name="Ana", key="17")],
        [Person(name="Ana", key="17"), Person(name="Ana")],
        [Person(name="Ana", key="Tom"), Person(name="Tom")],
        [Person(name="Tom"), Person(name="Ana", key="Tom")],
    ],
    ids=[
        "the second of two of one name has a key",
        "the first of two of one name has a key",
        "the first one's key is the other's name",
        "the second one's key is the other's name",
    ],
)
def test_an_interviewer_whom_no_act_could_name_is_refused(panel: list[Person]) -> None:
    """An act is done to a person's key, or to the name of one who has none."""
    [problem] = problems(Interview, starts=STARTS, interviewers=panel)
    assert problem.startswith("interviewers[")


@mistakes(
    (
        {"recruiter": "Rachel"},
        "recruiter: 'Rachel' is not of class Person; build it with Person(...)",
    ),
    (
        {"follow_up": "email"},
        "follow_up: 'email' is not of class FollowUp; build it with FollowUp(...)",
    ),
    (
        {"promise": date(2026, 12, 4)},
        "promise: datetime.date(2026, 12, 4) is not of class Promise; build it with Promise(...)",
    ),
    ({"offer": []}, "offer: [] is not of class Offer; build it with Offer(...)"),
    (
        {"workdays": {"weekend": []}},
        "workdays: {'weekend': []} is not of class Workdays; build it with Workdays(...)",
    ),
    ({"outcome": "accept"}, "outcome: 'accept' is not known; did you mean 'accepted'?"),
    (
        {"signed": date(2026, 12, 4)},
        "signed: datetime.date(2026, 12, 4) is not a date and time; "
        "give a datetime with a time zone",
    ),
    (
        {"interviews": [Interview(starts=STARTS), Interview(starts=STARTS, ends=ENDS)]},
        "interviews[1]: is the same one as interviews[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"done": [Done(act="chase", at=ENDS, to="Ana")]},
        "done[0].to: is only for acts at an interview; "
        "leave it out, or move the act to the interview with that person",
    ),
)
def test_a_wrong_application_says_what_is_wrong_and_how_to_mend_it(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(Application, **given)


@mistakes(
    (
        {"timezone": "Europe/Londn"},
        "timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?",
    ),
    (
        {"applications": [Interview(starts=STARTS, key="i")]},
        "applications[0]: "
        f"{Interview(starts=STARTS, key='i')!r} is not of class Application; "
        "build it with Application(...)",
    ),
    (
        {"applications": [Application(employer="Acme"), Application(employer="Acme")]},
        "applications[1]: is the same one as applications[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"applications": [Application(), Application()]},
        "applications[1]: is the same one as applications[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"done": [Done(act="keep-looking", at=ENDS, to="Ana")]},
        "done[0].to: is only for acts at an interview; "
        "leave it out, or move the act to the interview with that person",
    ),
)
def test_a_wrong_search_says_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    assert [problem] == problems(JobSearch, **{"timezone": LONDON, **given})


def test_a_search_has_workdays() -> None:
    [problem] = problems(JobSearch, timezone=LONDON, workdays=None)
    assert problem.startswith("workdays: ")


def test_a_search_has_the_usual_workdays_and_waking_hours_unless_told_otherwise() -> None:
    search = JobSearch(timezone=LONDON)
    assert (Workdays(), WakingHours()) == (search.workdays, search.waking_hours)


@pytest.mark.parametrize(
    "build",
    [
        lambda workdays: JobSearch(timezone=LONDON, workdays=workdays),
        lambda workdays: Application(employer="Acme", workdays=workdays),
    ],
    ids=["search", "application"],
)
def test_workdays_may_be_the_text_of_a_region(build: Callable[[str], Any]) -> None:
    assert Workdays(region="GB-ENG") == build("GB-ENG").workdays
    assert [
        "workdays: 'GB-EN' is no region; did you mean 'GB-ENG'?",
    ] == problems(lambda: build("GB-EN"))
    assert ["workdays: '' is not a line of text; give one line that can be read"] == problems(
        lambda: build("")
    )


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (None, "waking_hours: is missing; leave it out"),
        (
            "07:00-22:00",
            "waking_hours: '07:00-22:00' is not of class WakingHours; "
            "build it with WakingHours(...)",
        ),
    ],
    ids=["none", "text"],
)
def test_waking_hours_are_built_or_left_out(given: Any, problem: str) -> None:
    assert [problem] == problems(JobSearch, timezone=LONDON, waking_hours=given)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert [
        "starts: '10:00' is not a date and time; give a datetime with a time zone",
        "ends: 2026-11-24T10:00:00 has no time zone; "
        "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
        "medium: 'Video' is not known; did you mean 'video'?",
        "interviewers[1]: 'Tom' is not of class Person; build it with Person(...)",
        "left: 5 is not a date and time; give a datetime with a time zone",
        "questions: is not a list; put it in a list of AskedQuestion values",
        "done[0]: 'chase' is not of class Done; build it with Done(...)",
        "key: '' is not a line of text; give one line that can be read",
        "interviewers[2]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
    ] == problems(
        Interview,
        starts="10:00",
        ends=NAIVE,
        medium="Video",
        interviewers=[Person(name="Ana"), "Tom", Person(name="Ana")],
        left=5,
        questions="Why?",
        done=["chase", Done(act="x", at=ENDS, to="Tom")],
        key="",
    )


@pytest.mark.parametrize("starts", ["10:00", None], ids=["wrong", "missing"])
def test_an_end_is_not_compared_with_a_start_that_is_refused(starts: Any) -> None:
    [problem] = problems(Interview, starts=starts, ends=ENDS, left=ENDS)
    assert problem.startswith("starts: ")


@pytest.mark.parametrize("received", ["10:00", None], ids=["wrong", "missing"])
def test_an_answer_is_not_compared_with_an_arrival_that_is_refused(received: Any) -> None:
    [problem] = problems(Offer, received=received, reply_by=date(2026, 12, 4))
    assert problem.startswith("received: ")


def test_nothing_is_tricky_or_declined_unless_somebody_says_so() -> None:
    assert (False, False) == (AskedQuestion(text="Why?").tricky, Offer(received=STARTS).declined)


def test_what_is_wrong_between_fields_is_said_with_what_is_wrong_in_them() -> None:
    assert [
        "medium: 'Video' is not known; did you mean 'video'?",
        "ends: is before starts; give an end after the start",
        "left: is before ends; give the moment at which you were clear of the building",
    ] == problems(
        Interview, starts=STARTS, ends=STARTS - HOUR, left=STARTS - 2 * HOUR, medium="Video"
    )


# -- promises and offers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given", [date(2026, 12, 4), pendulum.date(2026, 12, 4)], ids=["stdlib", "pendulum"]
)
def test_a_promised_date_is_kept_as_a_stdlib_date(given: date) -> None:
    kept = Promise(by=given).by
    assert (date, date(2026, 12, 4)) == (type(kept), kept)


def test_a_promised_moment_is_kept_as_an_instant() -> None:
    kept = Promise(by=pendulum.datetime(2026, 7, 4, 12, tz=LONDON)).by
    assert (datetime, utc("2026-07-04T11:00")) == (type(kept), kept)


def test_a_promise_may_say_only_how_you_will_hear() -> None:
    assert (None, "phone") == (Promise(channel="phone").by, Promise(channel="phone").channel)


@pytest.mark.parametrize("by", [date(1970, 1, 1), date(2199, 12, 31)], ids=str)
def test_promised_dates_lie_from_1970_to_2200(by: date) -> None:
    assert by == Promise(by=by).by


@pytest.mark.parametrize("by", [date(1969, 12, 31), date(2200, 1, 1), date.max], ids=str)
def test_any_other_promised_date_is_refused(by: date) -> None:
    wrong = f"by: {by} is not between 1970 and 2200; check the year"
    assert [wrong] == problems(Promise, by=by)


@pytest.mark.parametrize(
    ("by", "problem"),
    [
        ("soon", "by: 'soon' is not a date; give a date, or a time with a zone"),
        (20261204, "by: 20261204 is not a date; give a date, or a time with a zone"),
        (
            NAIVE,
            "by: 2026-11-24T10:00:00 has no time zone; "
            "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
        ),
    ],
    ids=["text", "number", "naive"],
)
def test_a_promise_by_anything_else_is_refused(by: Any, problem: str) -> None:
    assert [problem] == problems(Promise, by=by)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("5 working days", working_days(5)),
        ("1 working day", working_days(1)),
        ("2 days", days(2)),
        (" 48 hours ", hours(48)),
        ("90 minutes", minutes(90)),
        ("0 days", days(0)),
    ],
)
def test_a_promise_may_be_within_a_period_or_the_text_of_one(text: Any, period: Any) -> None:
    kept = Promise(within=text, made=STARTS)
    assert Promise(within=period, made=STARTS) == kept
    assert (period, None, STARTS) == (kept.within, kept.by, kept.made)


@pytest.mark.parametrize("within", [days(2), working_days(2)], ids=str)
@pytest.mark.parametrize("made", [date(2026, 11, 24), STARTS], ids=["date", "moment"])
def test_days_may_be_counted_from_a_date_or_a_moment(within: Any, made: date) -> None:
    assert made == Promise(within=within, made=made).made


@mistakes(
    (
        {"within": days(2), "made": STARTS, "by": date(2026, 12, 4)},
        "within: is given as well as by; leave out one of the two",
    ),
    ({"within": days(2)}, "made: is missing; say when they promised it: a date or a moment"),
    (
        {"within": hours(48), "made": date(2026, 11, 24)},
        "made: is a date, and 48 hours cannot be counted from one; give the moment",
    ),
    (
        {"within": "1 minute", "made": date(2026, 11, 24)},
        "made: is a date, and 1 minute cannot be counted from one; give the moment",
    ),
    (
        {"within": "soon", "made": STARTS},
        "within: 'soon' is not a period; write one such as '5 working days'",
    ),
    (
        {"within": "five days", "made": STARTS},
        "within: 'five days' is not a period; write one such as '5 working days'",
    ),
    (
        {"within": "-5 days", "made": STARTS},
        "within: '-5 days' is not a period; write one such as '5 working days'",
    ),
    (
        {"within": "5 workdays", "made": STARTS},
        "within: '5 workdays' is not a period: 'workdays' is no unit; did you mean 'working days'?",
    ),
    (
        {"within": "2 weeks", "made": STARTS},
        "within: '2 weeks' is not a period: 'weeks' is no unit; "
        "use one of: days, hours, minutes, working days",
    ),
    (
        {"within": "36526 days", "made": STARTS},
        "within: 36526 is not a whole number from 0 to 36525; "
        "give a whole number, and subtract the period to go back",
    ),
    (
        {"within": 5, "made": STARTS},
        "within: 5 is not a period; give one such as '5 working days'",
    ),
    (
        {"made": "yesterday"},
        "made: 'yesterday' is not a date; give a date, or a time with a zone",
    ),
)
def test_a_wrong_promise_says_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    assert [problem] == problems(Promise, **given)


def test_a_moment_of_a_promise_that_is_refused_is_not_missing() -> None:
    wrong: Any = "yesterday"
    assert ["made: 'yesterday' is not a date; give a date, or a time with a zone"] == problems(
        Promise, within=days(2), made=wrong
    )


def test_a_promise_within_a_number_that_python_will_not_read_is_refused() -> None:
    endless: Any = f"{'9' * 5000} days"
    [problem] = problems(Promise, within=endless, made=STARTS)
    assert problem.startswith("within: '9999")
    assert problem.endswith("is not a period; write one such as '5 working days'")


RECEIVED = utc("2026-11-24T12:00")


@pytest.mark.parametrize(
    ("received", "reply_by"),
    [
        (RECEIVED, RECEIVED),
        (RECEIVED, RECEIVED + TICK),
        (RECEIVED - TICK, date(2026, 11, 23)),
        (RECEIVED, date(2026, 11, 23)),
    ],
    ids=["at once", "later", "just before a date ends everywhere", "as a date ends everywhere"],
)
def test_an_offer_can_be_answered_from_when_it_is_received(
    received: datetime, reply_by: date
) -> None:
    assert reply_by == Offer(received=received, reply_by=reply_by).reply_by


@pytest.mark.parametrize(
    ("received", "reply_by"),
    [(RECEIVED, RECEIVED - TICK), (RECEIVED + TICK, date(2026, 11, 23))],
    ids=["just before", "just after a date ends everywhere"],
)
def test_an_offer_cannot_be_answered_before_it_is_received(
    received: datetime, reply_by: date
) -> None:
    wrong = "reply_by: is before received; correct one of the two"
    assert [wrong] == problems(Offer, received=received, reply_by=reply_by)


def test_an_offer_may_be_open_without_end() -> None:
    assert Offer(received=RECEIVED).reply_by is None


# -- identities, and what follows from the parts --------------------------------------------------


@pytest.mark.parametrize(
    ("value", "identity"),
    [
        (Person(name="Ana"), ("name", "Ana")),
        (Person(name="Ana", key="17"), ("key", "17")),
        (Interview(starts=STARTS), ("starts", "2026-11-24T10:00:00+00:00")),
        (Interview(starts=STARTS, key="17"), ("key", "17")),
        (Application(), ("employer", "", "")),
        (Application(employer="Acme"), ("employer", "Acme", "")),
        (Application(employer="Acme", role="Cook"), ("employer", "Acme", "Cook")),
        (Application(employer="Acme", role="Cook", key="17"), ("key", "17")),
    ],
    ids=[
        "name",
        "name and key",
        "start",
        "start and key",
        "nothing",
        "employer",
        "employer and role",
        "employer, role and key",
    ],
)
def test_identity_is_the_key_or_else_what_it_is_called(
    value: Person | Interview | Application, identity: Identity
) -> None:
    assert identity == value.identity


def test_an_interview_that_is_moved_keeps_its_key() -> None:
    first = Interview(starts=STARTS, ends=ENDS, key="17")
    moved = evolve(first, starts=STARTS + 24 * HOUR, ends=ENDS + 24 * HOUR)
    assert (first.identity, ENDS + 24 * HOUR) == (moved.identity, moved.ends)


def test_keys_tell_apart_what_is_otherwise_alike() -> None:
    twins = [Person(name="Ana", key="1"), Person(name="Ana", key="2")]
    assert tuple(twins) == Interview(starts=STARTS, interviewers=twins).interviewers


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Person(name="Ana"), Person(name="Ana", email="ana@acme.example"), True),
        (Person(name="Ana"), Person(name="Tom"), False),
        (Person(name="Ana", key="1"), Person(name="Ana Costa", key="1"), True),
        (Person(name="Ana", key="1"), Person(name="Ana", key="2"), False),
        (Person(name="Ana", key="1"), Person(name="Ana"), True),
        (Person(name="Ana"), Person(name="Ana", key="1"), True),
        (Person(name="1"), Person(name="Ana", key="1"), False),
    ],
    ids=[
        "one name",
        "two names",
        "one key, two names",
        "one name, two keys",
        "a key on one side",
        "a key on the other side",
        "a key like a name",
    ],
)
def test_two_values_are_one_person_by_key_or_else_by_name(
    one: Person, other: Person, same: bool
) -> None:
    assert same == one.is_same_as(other)


@pytest.mark.parametrize(
    ("application", "title"),
    [
        (Application(employer="Acme", role="Cook"), "Acme, Cook"),
        (Application(employer="Acme"), "Acme"),
        (Application(role="Cook"), "Cook"),
        (Application(key="17"), None),
    ],
    ids=["employer and role", "employer", "role", "neither"],
)
def test_a_title_is_what_is_known_of_employer_and_role(
    application: Application, title: str | None
) -> None:
    assert title == application.title


EARLY = Interview(starts=STARTS, ends=ENDS, key="early")
LATE = Interview(starts=STARTS + 3 * HOUR, ends=ENDS + 3 * HOUR, key="late")
LONG = Interview(starts=STARTS, ends=ENDS + 4 * HOUR, key="a-long-one")
BRIEF = Interview(starts=ENDS, ends=ENDS, key="brief")
UNTIMED = Interview(starts=STARTS, key="untimed")
OPEN_ENDED = Interview(starts=ENDS + TICK, key="open-ended")
IN_TOKYO = evolve(EARLY, timezone=TOKYO, key="in-tokyo")
IN_NEW_YORK = evolve(EARLY, timezone=NEW_YORK, key="in-new-york")


@pytest.mark.parametrize(
    ("interviews", "first", "latest"),
    [
        ([EARLY], "early", "early"),
        ([EARLY, LATE], "early", "late"),
        ([LATE, LONG], "a-long-one", "a-long-one"),
        ([EARLY, LONG], "early", "a-long-one"),
        ([EARLY, UNTIMED], "untimed", "early"),
        ([EARLY, BRIEF], "early", "brief"),
        ([EARLY, OPEN_ENDED], "early", "open-ended"),
        ([IN_TOKYO, IN_NEW_YORK], "in-new-york", "in-tokyo"),
    ],
    ids=[
        "one",
        "one after the other",
        "one within the other",
        "a tie of starts",
        "a tie of starts with an end that is not known",
        "a tie of ends",
        "an end that is not known",
        "a tie of both",
    ],
)
def test_the_first_starts_first_and_the_latest_ends_last_in_whatever_order(
    interviews: list[Interview], first: str, latest: str
) -> None:
    for order in (interviews, interviews[::-1]):
        held = Application(interviews=order)
        assert held.first is not None
        assert held.latest is not None
        assert (first, latest) == (held.first.key, held.latest.key)


def test_the_first_interview_of_a_search_is_the_first_of_any_application() -> None:
    held = [Application(role=each.key, interviews=[each]) for each in (LATE, EARLY)]
    assert EARLY == JobSearch(timezone=LONDON, applications=[*held, Application()]).first


def test_without_interviews_there_is_no_first_and_no_latest() -> None:
    empty = Application()
    search = JobSearch(timezone=LONDON, applications=[empty])
    assert (None, None, None) == (empty.first, empty.latest, search.first)


# -- recording what is done -----------------------------------------------------------------------


class Act:
    """The least that can be recorded."""

    def __init__(self, act: str, *identities: Identity) -> None:
        self.act = act
        self.identities = identities


ANA, TOM = Person(name="Ana", email="ana@acme.example"), Person(name="Tom")
MET = Interview(starts=STARTS, ends=ENDS, interviewers=[ANA, TOM])
ACME = Application(employer="Acme", role="Cook", interviews=[MET, LATE])
GLOBEX = Application(employer="Globex", role="Cook", interviews=[MET])
SEARCH = JobSearch(timezone=LONDON, applications=[GLOBEX, ACME])
AT = utc("2026-12-04T09:30")


def planned(search: JobSearch, act: str, employer: str = "", person: str = "") -> Action:
    """Return the one action on an act whose subject's label holds both texts."""
    [action] = (
        each
        for each in plan(search, now=AT).actions
        if each.act == act and employer in each.subject.label and person in each.subject.label
    )
    return action


def test_an_act_per_search_is_recorded_on_the_search() -> None:
    recorded = SEARCH.record(planned(SEARCH, "keep-looking"), at=AT)
    assert evolve(SEARCH, done=[Done(act="keep-looking", at=AT)]) == recorded


def test_an_act_per_application_is_recorded_on_the_application() -> None:
    recorded = SEARCH.record(planned(SEARCH, "chase", "Acme"), at=AT)
    chased = evolve(ACME, done=[Done(act="chase", at=AT)])
    assert evolve(SEARCH, applications=[GLOBEX, chased]) == recorded


def test_an_act_per_interview_is_recorded_on_the_interview() -> None:
    recorded = SEARCH.record(planned(SEARCH, "debrief", "Globex"), at=AT)
    debriefed = evolve(MET, done=[Done(act="debrief", at=AT)])
    assert evolve(SEARCH, applications=[evolve(GLOBEX, interviews=[debriefed]), ACME]) == recorded


def test_an_act_per_person_is_recorded_on_the_interview_with_the_name() -> None:
    recorded = SEARCH.record(planned(SEARCH, "thank-you", "Acme", "Ana"), at=AT)
    thanked = evolve(MET, done=[Done(act="thank-you", at=AT, to="Ana")])
    assert (
        evolve(SEARCH, applications=[GLOBEX, evolve(ACME, interviews=[thanked, LATE])]) == recorded
    )


def test_an_act_for_a_person_with_a_key_is_recorded_with_the_key() -> None:
    twins = [evolve(ANA, key="1"), evolve(ANA, key="2")]
    met = evolve(MET, interviewers=twins, key="m")
    search = JobSearch(
        timezone=LONDON, applications=[Application(employer="Acme", interviews=[met], key="a")]
    )
    second = Act("thank-you", ("key", "a"), ("key", "m"), ("key", "2"))
    [interview] = search.record(second, at=AT).applications[0].interviews
    assert (Done(act="thank-you", at=AT, to="2"),) == interview.done


def test_acts_are_recorded_one_after_the_other_at_any_aware_time() -> None:
    chase = planned(SEARCH, "chase", "Acme")
    readings = [pendulum.datetime(2025, 10, 26, 1, 30, tz=LONDON, fold=fold) for fold in (1, 0)]
    twice = SEARCH.record(chase, at=readings[0]).record(chase, at=readings[1])
    assert [utc("2025-10-26T01:30"), utc("2025-10-26T00:30")] == [
        each.at for each in twice.applications[1].done
    ]


def test_recording_leaves_the_search_as_it_was() -> None:
    before = copy.deepcopy(SEARCH)
    SEARCH.record(planned(SEARCH, "chase", "Acme"), at=AT)
    assert before == SEARCH


@pytest.mark.parametrize(
    "act",
    [
        Act("chase", ("employer", "Initech", "Cook")),
        Act("debrief", ACME.identity, ("key", "17")),
        Act("thank-you", ACME.identity, MET.identity, ("name", "Bob")),
        Act("thank-you", ACME.identity, LATE.identity, ANA.identity),
    ],
    ids=["application", "interview", "person", "person at another interview"],
)
def test_an_act_of_another_search_is_refused(act: Act) -> None:
    about = " ".join(filter(None, act.identities[-1][1:]))
    assert [
        f"action: is about {about!r}, which this search does not hold; "
        "record it on the search that it was planned from"
    ] == problems(lambda: SEARCH.record(act, at=AT))


@pytest.mark.parametrize("action", ["chase", None, SEARCH.applications[0].interviews], ids=type)
def test_only_an_action_is_recorded(action: Any) -> None:
    [problem] = problems(lambda: SEARCH.record(action, at=AT))
    assert problem.startswith("action: ")
    assert problem.endswith(" is not an action; take it from a plan's actions")


@pytest.mark.parametrize(
    ("at", "message"),
    [
        (NAIVE, "2026-11-24T10:00:00 has no time zone"),
        (aware("2025-03-30T01:30", LONDON), "2025-03-30T01:30:00+00:00 does not exist"),
        (None, "is missing"),
    ],
    ids=["naive", "in a gap", "none"],
)
def test_an_act_is_not_recorded_at_a_time_that_is_none(at: Any, message: str) -> None:
    [problem] = problems(lambda: SEARCH.record(Act("keep-looking"), at=at))
    assert problem.startswith(f"at: {message}")


# -- setting aside --------------------------------------------------------------------------------

LATER, LATER_STILL = utc("2026-12-07T09:00"), utc("2026-12-08T09:00")


def test_an_act_is_dismissed_for_good_where_it_would_be_recorded() -> None:
    quiet = SEARCH.dismiss(planned(SEARCH, "keep-looking"))
    assert evolve(SEARCH, set_aside=[SetAside(act="keep-looking")]) == quiet
    quiet = SEARCH.dismiss(planned(SEARCH, "chase", "Acme"))
    dismissed = evolve(ACME, set_aside=[SetAside(act="chase")])
    assert evolve(SEARCH, applications=[GLOBEX, dismissed]) == quiet


def test_an_act_is_snoozed_until_a_moment_where_it_would_be_recorded() -> None:
    quiet = SEARCH.snooze(planned(SEARCH, "debrief", "Globex"), until=LATER)
    snoozed = evolve(MET, set_aside=[SetAside(act="debrief", until=LATER)])
    assert evolve(SEARCH, applications=[evolve(GLOBEX, interviews=[snoozed]), ACME]) == quiet


def test_an_act_about_a_person_is_set_aside_at_the_interview_with_the_name_or_the_key() -> None:
    keyed = evolve(MET, interviewers=[evolve(ANA, key="7"), TOM])
    search = evolve(SEARCH, applications=[GLOBEX, evolve(ACME, interviews=[keyed])])
    quiet = search.dismiss(planned(search, "thank-you", "Acme", "Ana"))
    quiet = quiet.snooze(planned(search, "thank-you", "Acme", "Tom"), until=LATER)
    assert (
        SetAside(act="thank-you", to="7"),
        SetAside(act="thank-you", to="Tom", until=LATER),
    ) == quiet.applications[1].interviews[0].set_aside


def test_set_aside_again_an_act_has_the_new_moment_only() -> None:
    chase, looking = planned(SEARCH, "chase", "Acme"), planned(SEARCH, "keep-looking")
    quiet = SEARCH.snooze(chase, until=LATER_STILL).dismiss(looking).snooze(chase, until=LATER)
    assert (SetAside(act="chase", until=LATER),) == quiet.applications[1].set_aside
    assert (SetAside(act="chase"),) == quiet.dismiss(chase).applications[1].set_aside
    assert (SetAside(act="keep-looking"),) == quiet.set_aside


def test_what_is_set_aside_of_other_acts_and_people_stays() -> None:
    thanks = [planned(SEARCH, "thank-you", "Acme", name) for name in ("Ana", "Tom")]
    quiet = SEARCH.dismiss(thanks[0]).dismiss(thanks[1])
    quiet = quiet.dismiss(planned(SEARCH, "connect", "Acme", "Ana")).snooze(thanks[0], until=LATER)
    assert {
        SetAside(act="thank-you", to="Tom"),
        SetAside(act="connect", to="Ana"),
        SetAside(act="thank-you", to="Ana", until=LATER),
    } == set(quiet.applications[1].interviews[0].set_aside)


def test_set_aside_again_an_act_for_a_person_has_the_new_moment_only() -> None:
    """It may have been set aside by name, in a file, for a person who has a key."""
    keyed = evolve(
        MET, interviewers=[evolve(ANA, key="7")], set_aside=[SetAside(act="thank-you", to="Ana")]
    )
    search = JobSearch(timezone=LONDON, applications=[evolve(ACME, interviews=[keyed])])
    quiet = search.snooze(planned(search, "thank-you"), until=LATER)
    [aside] = quiet.applications[0].interviews[0].set_aside
    assert SetAside(act="thank-you", to="7", until=LATER) == aside


def test_a_caution_is_set_aside_and_resumed_with_its_act() -> None:
    thanks = planned(SEARCH, "thank-you", "Acme", "Ana")
    cautions = plan(SEARCH, now=ENDS + timedelta(days=3)).cautions
    [missed] = [
        each for each in cautions if (each.act, each.subject) == (thanks.act, thanks.subject)
    ]
    quiet = SEARCH.dismiss(missed)
    assert SEARCH.dismiss(thanks) == quiet != SEARCH
    assert SEARCH == quiet.resume(missed)


def test_an_act_that_is_set_aside_is_resumed() -> None:
    chase, thanks = planned(SEARCH, "chase", "Acme"), planned(SEARCH, "thank-you", "Acme", "Ana")
    looking = planned(SEARCH, "keep-looking")
    quiet = SEARCH.snooze(chase, until=LATER).dismiss(thanks).dismiss(looking)
    assert SEARCH == quiet.resume(chase).resume(thanks).resume(looking)
    assert SEARCH == SEARCH.resume(chase)


def test_only_the_act_for_that_subject_is_resumed() -> None:
    """It may have been set aside by name, in a file, for a person who has a key."""
    aside = [SetAside(act="thank-you", to=name) for name in ("Ana", "7", "Tom")]
    kept = (SetAside(act="thank-you", to="Tom"), SetAside(act="connect", to="Ana"))
    keyed = evolve(MET, interviewers=[evolve(ANA, key="7"), TOM], set_aside=[*aside, kept[1]])
    search = JobSearch(timezone=LONDON, applications=[evolve(ACME, interviews=[keyed])])
    resumed = search.resume(
        Act("thank-you", ACME.identity, keyed.identity, keyed.interviewers[0].identity)
    )
    assert kept == resumed.applications[0].interviews[0].set_aside


def test_what_is_set_aside_is_not_done_and_stays_set_aside_once_it_is() -> None:
    chase = planned(SEARCH, "chase", "Acme")
    both = SEARCH.snooze(chase, until=LATER).record(chase, at=AT)
    acme = both.applications[1]
    assert ((Done(act="chase", at=AT),), (SetAside(act="chase", until=LATER),)) == (
        acme.done,
        acme.set_aside,
    )


@pytest.mark.parametrize(
    "until",
    [LATER, pendulum.instance(LATER).in_timezone(NEW_YORK), LATER.astimezone(ZoneInfo(TOKYO))],
    ids=["UTC", "pendulum", "another zone"],
)
def test_an_act_is_snoozed_until_any_aware_time(until: datetime) -> None:
    [aside] = SEARCH.snooze(Act("keep-looking"), until=until).set_aside
    assert (LATER, UTC) == (aside.until, aside.until and aside.until.tzinfo)


@pytest.mark.parametrize(
    ("until", "message"),
    [
        (None, "is missing; give it"),
        (NAIVE, "2026-11-24T10:00:00 has no time zone; "),
        (date(2026, 12, 4), "datetime.date(2026, 12, 4) is not a date and time; "),
        (aware("2025-03-30T01:30", LONDON), "2025-03-30T01:30:00+00:00 does not exist"),
        (utc("2200-01-01T00:00"), "2200-01-01T00:00:00+00:00 is not between 1970 and 2200; "),
    ],
    ids=["none", "naive", "a date", "in a gap", "too late"],
)
def test_an_act_is_not_snoozed_until_a_time_that_is_none(until: Any, message: str) -> None:
    """Not even for good, which is said with `dismiss`."""
    [problem] = problems(lambda: SEARCH.snooze(Act("keep-looking"), until=until))
    assert problem.startswith(f"until: {message}")


@pytest.mark.parametrize(
    "put_away",
    [JobSearch.dismiss, lambda search, action: search.snooze(action, until=LATER)],
    ids=["dismissed", "snoozed"],
)
def test_only_an_action_of_the_search_is_set_aside(put_away: Any) -> None:
    assert ["action: 'chase' is not an action; take it from a plan's actions"] == problems(
        lambda: put_away(SEARCH, "chase")
    )
    [problem] = problems(lambda: put_away(SEARCH, Act("chase", ("employer", "Initech", "Cook"))))
    assert problem.startswith("action: is about 'Initech Cook', which this search does not hold; ")


@mistakes(
    ({"act": "Chase"}, "act: 'Chase' is not a slug; use lower-case words joined by hyphens"),
    ({"act": None}, "act: is missing; give it"),
    ({"act": "chase", "until": NAIVE}, "until: 2026-11-24T10:00:00 has no time zone; "),
    ({"act": "chase", "to": ""}, "to: '' is not a line of text; give one line that can be read"),
)
def test_what_is_set_aside_is_an_act(given: Any, problem: str) -> None:
    [found] = problems(SetAside, **given)
    assert found.startswith(problem)


@pytest.mark.parametrize(
    "holder",
    [
        lambda acts: JobSearch(timezone=LONDON, set_aside=acts),
        lambda acts: Application(employer="Acme", set_aside=acts),
    ],
    ids=["search", "application"],
)
def test_an_act_that_is_set_aside_names_a_person_only_at_an_interview(
    holder: Callable[[Any], Any],
) -> None:
    assert [
        "set_aside[1].to: is only for acts at an interview; "
        "leave it out, or move the act to the interview with that person"
    ] == problems(lambda: holder([SetAside(act="chase"), SetAside(act="thank-you", to="Ana")]))


@mistakes(
    (
        [SetAside(act="connect", to="Anna")],
        "set_aside[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
    ),
    (
        [SetAside(act="debrief"), SetAside(act="connect", to="Bob")],
        "set_aside[1].to: 'Bob' is not an interviewer here; use one of: Ana, Tom",
    ),
    (
        [Done(act="debrief", at=AT)],
        f"set_aside[0]: {Done(act='debrief', at=AT)!r} is not of class SetAside; "
        "build it with SetAside(...)",
    ),
)
def test_what_is_set_aside_about_an_interview_is_checked(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, starts=STARTS, interviewers=[ANA, TOM], set_aside=given)


# -- facts that are told --------------------------------------------------------------------------

TOLD = {
    "due": date(2026, 12, 1),
    "met_at": aware("2026-11-24T10:00", NEW_YORK),
    "paid": True,
    "pages": 3,
    "score": 0.5,
    "topic": "A parser",
}

HOLDERS: dict[str, Callable[[Any], Any]] = {
    "search": lambda facts: JobSearch(timezone=LONDON, facts=facts),
    "application": lambda facts: Application(employer="Acme", facts=facts),
    "interview": lambda facts: Interview(starts=STARTS, facts=facts),
    "person": lambda facts: Person(name="Ana", facts=facts),
}
held_by = pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)


@held_by
def test_facts_of_ones_own_are_kept_wherever_they_belong(holder: Callable[[Any], Any]) -> None:
    assert {**TOLD, "met_at": utc("2026-11-24T15:00")} == holder(TOLD).facts
    assert {} == holder({}).facts


@held_by
def test_facts_are_equal_in_whatever_order_they_are_told(holder: Callable[[Any], Any]) -> None:
    one, other = holder(TOLD), holder(dict(reversed(TOLD.items())))
    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))
    assert one != holder({**TOLD, "pages": 4})
    assert sorted(TOLD) == list(one.facts)
    assert len(TOLD) == len(one.facts)


@held_by
def test_facts_come_back_as_they_were(holder: Callable[[Any], Any]) -> None:
    given = holder(TOLD)
    for again in (pickle.loads(pickle.dumps(given)), copy.deepcopy(given), evolve(given)):
        assert (given, hash(given)) == (again, hash(again))


def test_facts_cannot_be_changed() -> None:
    given = {"pages": 3}
    held: Any = Person(name="Ana", facts=given).facts
    given["pages"] = 4
    assert {"pages": 3} == held
    with pytest.raises(TypeError, match="does not support item assignment"):
        held["pages"] = 4


def test_facts_show_as_they_are_written() -> None:
    told = Person(name="Ana", facts={"pages": 3, "due": date(2026, 12, 1)})
    assert "Person(name='Ana', facts={'due': datetime.date(2026, 12, 1), 'pages': 3})" == repr(told)


@held_by
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            [("pages", 3)],
            "facts: [('pages', 3)] is not a table; "
            "give a mapping, as {'task_due': date(2026, 12, 1)}",
        ),
        (
            None,
            "facts: None is not a table; give a mapping, as {'task_due': date(2026, 12, 1)}",
        ),
        (
            {"Task due": 3},
            "facts.Task due: is not the name of a fact; use lower-case words joined by underscores",
        ),
        (
            {"task-due": 3},
            "facts.task-due: is not the name of a fact; use lower-case words joined by underscores",
        ),
        ({5: 3}, "facts.5: is not the name of a fact; use lower-case words joined by underscores"),
        (
            {"": 3},
            'facts."": is not the name of a fact; use lower-case words joined by underscores',
        ),
        (
            {"due": None},
            "facts.due: None cannot be a fact; "
            "give a date, a time, a text, a number or true or false",
        ),
        (
            {"due": ["2026-12-01"]},
            "facts.due: ['2026-12-01'] cannot be a fact; "
            "give a date, a time, a text, a number or true or false",
        ),
        (
            {"score": float("nan")},
            "facts.score: nan cannot be a fact; "
            "give a date, a time, a text, a number or true or false",
        ),
        (
            {"topic": "a\nb"},
            "facts.topic: 'a\\nb' is not a line of text; give one line that can be read",
        ),
        (
            {"due": NAIVE},
            "facts.due: 2026-11-24T10:00:00 has no time zone; "
            "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
        ),
        (
            {"due": date(2200, 1, 1)},
            "facts.due: 2200-01-01 is not between 1970 and 2200; check the year",
        ),
    ],
    ids=lambda value: repr(value) if isinstance(value, dict) else "",
)
def test_a_wrong_fact_says_what_is_wrong_and_how_to_mend_it(
    holder: Callable[[Any], Any], facts: Any, expected: str
) -> None:
    assert [expected] == problems(lambda: holder(facts))


@pytest.mark.parametrize("number", [10**15, -(10**15), 1e15, -1e15, 0, 0.5], ids=repr)
def test_a_number_may_be_a_fact_up_to_a_million_billions(number: float) -> None:
    assert {"score": number} == Person(name="Ana", facts={"score": number}).facts


@pytest.mark.parametrize(
    "number",
    [10**15 + 1, -(10**15) - 1, 1e15 + 0.125, -1e15 - 0.125, float("inf"), float("-inf")],
    ids=repr,
)
def test_a_number_that_is_larger_is_no_fact(number: float) -> None:
    [problem] = problems(Person, name="Ana", facts={"score": number})
    assert problem.startswith(f"facts.score: {number!r} cannot be a fact; ")


def test_a_number_that_python_will_not_write_is_refused() -> None:
    [problem] = problems(Person, name="Ana", facts={"score": 10**5000})
    assert problem.startswith("facts.score: ")


def test_every_wrong_fact_is_named() -> None:
    wrong = {"due": None, "pages": 3, "Score": 1}
    assert ["facts.due", "facts.Score"] == [
        each.partition(":")[0] for each in problems(Person, name="Ana", facts=wrong)
    ]


# -- one object for a search ----------------------------------------------------------------------


def test_a_search_stands_for_itself() -> None:
    assert as_search(SEARCH) is SEARCH


def test_an_application_stands_for_a_search_in_the_zone_of_its_latest_interview() -> None:
    abroad = Application(employer="Acme", interviews=[IN_NEW_YORK, evolve(LATE, timezone=TOKYO)])
    assert JobSearch(timezone=TOKYO, applications=[abroad]) == as_search(abroad)


def test_an_interview_stands_for_a_search_in_its_zone() -> None:
    alone = JobSearch(timezone=NEW_YORK, applications=[Application(interviews=[IN_NEW_YORK])])
    assert alone == as_search(IN_NEW_YORK)


@pytest.mark.parametrize(
    ("known", "problem"),
    [
        (
            Application(employer="Acme"),
            "timezone: is missing, and the application has no interview to take it from; "
            "put the application in a JobSearch with a timezone",
        ),
        (
            "Acme",
            "search: 'Acme' is not a JobSearch, an Application or an Interview; build one of them",
        ),
        (
            None,
            "search: None is not a JobSearch, an Application or an Interview; build one of them",
        ),
    ],
    ids=["an application without an interview", "a text", "nothing"],
)
def test_nothing_else_stands_for_a_search(known: Any, problem: str) -> None:
    assert [problem] == problems(lambda: as_search(known))


# -- values ---------------------------------------------------------------------------------------

FIRST_READING = aware("2025-10-26T01:30", LONDON)
SECOND_READING = aware("2025-10-26T01:30", LONDON, fold=1)

EVERYTHING = JobSearch(
    timezone=LONDON,
    workdays=Workdays(weekend=["Friday"], holidays=[date(2026, 12, 25)]),
    waking_hours=WakingHours(starts=time(14), ends=time(6)),
    done=[Done(act="keep-looking", at=SECOND_READING)],
    set_aside=[SetAside(act="keep-looking", until=SECOND_READING)],
    facts={"back_on": SECOND_READING},
    applications=[
        Application(
            employer="Acme",
            role="Cook",
            recruiter=Person(name="Rachel"),
            follow_up=FollowUp(channel="email", to="jobs@acme.example"),
            promise=Promise(by=date(2026, 12, 4), channel="email"),
            offer=Offer(received=FIRST_READING, reply_by=SECOND_READING),
            heard=FIRST_READING,
            signed=SECOND_READING,
            outcome="accepted",
            workdays=Workdays(weekend=[]),
            facts={"task_due": date(2026, 12, 1)},
            interviews=[
                Interview(
                    starts=FIRST_READING,
                    ends=SECOND_READING,
                    left=SECOND_READING,
                    medium="phone",
                    interviewers=[ANA],
                    questions=[AskedQuestion(text="Why?", tricky=True)],
                    done=[Done(act="thank-you", at=SECOND_READING, to="Ana")],
                )
            ],
        )
    ],
)

COPIES: dict[str, Callable[[JobSearch], JobSearch]] = {
    "pickled": lambda search: pickle.loads(pickle.dumps(search)),
    "copied": copy.copy,
    "deeply copied": copy.deepcopy,
    "evolved": evolve,
}


@pytest.mark.parametrize("again", COPIES.values(), ids=COPIES)
def test_a_search_comes_back_as_it_was_both_folds_included(
    again: Callable[[JobSearch], JobSearch],
) -> None:
    back = again(EVERYTHING)
    [interview] = back.applications[0].interviews
    assert (EVERYTHING, hash(EVERYTHING)) == (back, hash(back))
    assert (utc("2025-10-26T00:30"), utc("2025-10-26T01:30")) == (interview.starts, interview.ends)


def test_the_two_readings_of_a_repeated_time_differ() -> None:
    assert Done(act="chase", at=FIRST_READING) != Done(act="chase", at=SECOND_READING)


FROZEN = {
    "timezone": EVERYTHING,
    "outcome": ACME,
    "medium": MET,
    "email": ANA,
    "tricky": AskedQuestion(text="Why?"),
    "act": Done(act="chase", at=STARTS),
    "channel": FollowUp(channel="email"),
    "by": Promise(),
    "declined": Offer(received=STARTS),
    "holidays": Workdays(),
    "starts": WakingHours(),
    "until": SetAside(act="chase"),
}


@pytest.mark.parametrize("field", FROZEN)
def test_a_value_cannot_be_changed(field: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(FROZEN[field], field, None)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Person, "Ana"),
        (AskedQuestion, "Why?"),
        (Done, "chase"),
        (FollowUp, "email"),
        (Promise, date(2026, 12, 4)),
        (Offer, STARTS),
        (Workdays, []),
        (WakingHours, time(7)),
        (SetAside, "chase"),
        (Interview, STARTS),
        (Application, "Acme"),
        (JobSearch, LONDON),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_every_field_is_given_by_name(kind: Callable[..., object], given: object) -> None:
    with pytest.raises(TypeError, match="positional"):
        kind(given)


def test_only_an_action_can_be_recorded() -> None:
    wrong: Any = "thank-you"
    with pytest.raises(InvalidInput) as caught:
        JobSearch(timezone=LONDON).record(wrong, at=STARTS)
    expected = "action: 'thank-you' is not an action; take it from a plan's actions"
    assert expected == str(caught.value)
