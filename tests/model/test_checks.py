"""Values: they say all that is wrong at once, do not change, and come back as they were."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date, time, timedelta
from types import FunctionType
from typing import Any, get_type_hints

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    WakingHours,
    Workdays,
    model,
)
from interview_followup.model._checks import instants_in
from mistakes import problems
from zones import aware, utc

LONDON = "Europe/London"
STARTS, ENDS = aware("2026-11-24T10:00", LONDON), aware("2026-11-24T11:00", LONDON)
NAIVE = STARTS.replace(tzinfo=None)
HOUR = timedelta(hours=1)
DAY = date(2026, 12, 4)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert [
        "starts: '10:00' is not a date; give a date, or a time with a zone",
        "ends: 2026-11-24T10:00:00 has no time zone; "
        "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
        "medium: 'Video' is not known; did you mean 'video'?",
        "interviewers[1]: 'Tom' is not of class Person; build it with Person(...)",
        "left: 5 is not a date; give a date, or a time with a zone",
        "not_held: 'canceled' is not known; did you mean 'cancelled'?",
        "questions: is not a list; put it in a list of AskedQuestion values",
        "done[0]: 'chase' is not of class Done; build it with Done(...)",
        "key: 'a\\nb' is not a line of text; give one line that can be read",
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
        key="a\nb",
        not_held="canceled",
    )


def test_what_is_wrong_between_fields_is_said_with_what_is_wrong_in_them() -> None:
    assert [
        "medium: 'Video' is not known; did you mean 'video'?",
        "ends: is before starts; give an end after the start",
        "left: is before ends; give the moment at which you were clear of the building",
    ] == problems(
        Interview, starts=STARTS, ends=STARTS - HOUR, left=STARTS - 2 * HOUR, medium="Video"
    )


LATE = Interview(starts=STARTS + 3 * HOUR, ends=ENDS + 3 * HOUR, key="late")
ANA, TOM = Person(name="Ana", email="ana@acme.example"), Person(name="Tom")
MET = Interview(starts=STARTS, ends=ENDS, interviewers=[ANA, TOM])
ACME = Application(employer="Acme", role="Cook", interviews=[MET, LATE])
FIRST_READING = aware("2025-10-26T01:30", LONDON)
SECOND_READING = aware("2025-10-26T01:30", LONDON, fold=1)
EVERYTHING = JobSearch(
    timezone=LONDON,
    workdays=Workdays(weekend=["Friday"], holidays=[date(2026, 12, 25)]),
    waking_hours=WakingHours(starts=time(14), ends=time(6)),
    done=[Done(act="keep-looking", at=SECOND_READING)],
    set_aside=[SetAside(act="keep-looking", until=SECOND_READING)],
    facts={"back_on": SECOND_READING},
    notes="Two a week,\nno more.",
    key=7,
    applications=[
        Application(
            employer="Acme",
            role="Cook",
            recruiter=Person(name="Rachel", phone="020 7946 0000", notes="Calls\nat noon"),
            preferred=True,
            notes="A kitchen\tof eight",
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
                ),
                Interview(
                    starts=date(2025, 10, 27),
                    ends=date(2025, 10, 28),
                    timezone=LONDON,
                    interviewers=(),
                    not_held="no-show",
                    notes="Nobody\ncame.",
                    done=[Done(act="debrief", at=date(2025, 10, 29))],
                    set_aside=[SetAside(act="debrief", until=date(2025, 10, 30))],
                    key=2,
                ),
            ],
        ),
        Application(
            employer="Globex",
            heard=date(2025, 10, 27),
            signed=date(2025, 10, 28),
            offer=Offer(received=date(2025, 10, 26), reply_by=date(2025, 10, 27)),
            promise=Promise(within="2 days", made=date(2025, 10, 26)),
        ),
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
    interview, _ = back.applications[0].interviews
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
    ("kind", "given", "shown"),
    [
        (Person, {"name": "Ana", "email": None}, "Person(name='Ana')"),
        (AskedQuestion, {"text": "Why?", "tricky": False}, "AskedQuestion(text='Why?')"),
        (Done, {"act": "chase", "at": DAY}, f"Done(act='chase', at={DAY!r})"),
        (SetAside, {"act": "chase", "to": "Ana"}, "SetAside(act='chase', to='Ana')"),
        (FollowUp, {"channel": "email"}, "FollowUp(channel='email')"),
        (Promise, {"channel": "phone"}, "Promise(channel='phone')"),
        (Offer, {"received": DAY}, f"Offer(received={DAY!r})"),
        (WakingHours, {"starts": "07:00", "ends": "06:00"}, f"WakingHours(ends={time(6)!r})"),
        (
            Interview,
            {"starts": DAY, "timezone": LONDON},
            f"Interview(starts={DAY!r}, timezone='Europe/London')",
        ),
        (Application, {"employer": "Acme"}, "Application(employer='Acme')"),
        (JobSearch, {"timezone": LONDON}, "JobSearch(timezone='Europe/London')"),
    ],
    ids=lambda part: part.__name__ if isinstance(part, type) else "",
)
def test_a_value_shows_what_differs_from_the_usual(
    kind: Any, given: dict[str, Any], shown: str
) -> None:
    assert shown == repr(kind(**given))


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


@pytest.mark.parametrize(
    "kind", [kind for name in model.__all__ if isinstance(kind := getattr(model, name), type)]
)
def test_annotations_are_names_that_resolve(kind: type) -> None:
    assert get_type_hints(kind)
    for part in vars(kind).values():
        function = part.fget if isinstance(part, property) else part
        if isinstance(function, FunctionType):
            assert get_type_hints(function) is not None


def test_every_instant_of_a_value_is_found_at_any_depth_and_no_day() -> None:
    first, second = utc("2025-10-26T00:30"), utc("2025-10-26T01:30")
    of_acme = [first, second, first, second]  # heard, signed, received, reply_by
    at_interview = [first, second, second, second]  # starts, ends, left, done
    assert sorted([second, second, second, *of_acme, *at_interview]) == sorted(
        instants_in(EVERYTHING)
    )


def test_the_fields_of_one_name_may_be_left_out_of_the_instants_found() -> None:
    facts = {"room_from": ENDS, "score": 3}
    met = Interview(starts=STARTS, ends=ENDS, facts=facts, done=[Done(act="x", at=ENDS)])
    assert [STARTS, ENDS, ENDS] == sorted(instants_in(met, without="done"))
    assert [STARTS, ENDS, ENDS] == sorted(instants_in(met, without="facts"))
    assert [ENDS, ENDS, ENDS] == sorted(instants_in(met, without="starts"))
