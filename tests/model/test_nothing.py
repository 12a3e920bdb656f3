"""Nothing, in every form that hosts have it: unknown where it may be, missing where it may not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any

import attrs
import pytest

from interview_followup import (
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
    check,
    plan,
    search_from_dict,
)
from interview_followup.model._converters import is_nothing
from mistakes import mistakes, problems
from zones import aware, utc

LONDON = "Europe/London"
STARTS = aware("2026-11-24T10:00", LONDON)


class NotATime(datetime):
    """A time that is none, as pandas has it: it differs from itself, and can do nothing."""

    __hash__ = datetime.__hash__

    def __eq__(self, _: object) -> bool:
        return False

    def __ne__(self, _: object) -> bool:
        return True

    def utcoffset(self) -> Any:
        raise ValueError("NaTType does not support utcoffset")

    def astimezone(self, _: tzinfo | None = None) -> Any:
        raise ValueError("NaTType does not support astimezone")


class NotAvailable:
    """A missing value, as pandas has it: whatever it is compared with, nobody knows."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, _: object) -> Any:
        return self

    def __ne__(self, _: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


class Several:
    """Something like an array of several: no comparison of it is true or false."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, _: object) -> Any:
        return Undecided()

    def __ne__(self, _: object) -> Any:
        return Undecided()


class Undecided:
    def __bool__(self) -> bool:
        raise ValueError("The truth value of an array is ambiguous")


class Incomparable:
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, _: object) -> bool:
        raise RuntimeError("cannot be compared")

    def __ne__(self, _: object) -> bool:
        raise RuntimeError("cannot be compared")


NOTHING: dict[str, Any] = {
    "None": None,
    "an empty text": "",
    "blanks": " \t\u00a0\n",
    "NaN": float("nan"),
    "a NaN of its own": Decimal("NaN"),
    "NaT": NotATime(1, 1, 1),
    "NA": NotAvailable(),
}
SOMETHING: dict[str, Any] = {
    "several": Several(),
    "incomparable": Incomparable(),
    "a signal": Decimal("sNaN"),
}

nothing_in_any_form = pytest.mark.parametrize("nothing", NOTHING.values(), ids=NOTHING)

REQUIRED: dict[Callable[..., Any], dict[str, Any]] = {
    Person: {"name": "Ana"},
    AskedQuestion: {"text": "Why?"},
    Done: {"act": "chase", "at": STARTS},
    SetAside: {"act": "chase"},
    FollowUp: {"channel": "email"},
    Promise: {},
    Offer: {},
    Workdays: {},
    Interview: {"starts": STARTS},
    Application: {},
    JobSearch: {"timezone": LONDON},
}


def fields_of(kind: Any) -> list[str]:
    names = [field.name for field in attrs.fields(kind) if field.init]
    return [*names, "minutes"] if kind is Interview else names


def named(places: list[tuple[Any, str]]) -> list[str]:
    return [f"{kind.__name__}.{field}" for kind, field in places]


OPTIONAL_PLACES = [
    (kind, field)
    for kind, given in REQUIRED.items()
    for field in fields_of(kind)
    if field not in given
]
REQUIRED_PLACES = [(kind, field) for kind, given in REQUIRED.items() for field in given]
ALL_PLACES = [*OPTIONAL_PLACES, *REQUIRED_PLACES]


@nothing_in_any_form
def test_what_differs_from_itself_is_nothing(nothing: Any) -> None:
    assert is_nothing(nothing)


@pytest.mark.parametrize(
    "something",
    [*SOMETHING.values(), 0, 0.0, False, (), [], [float("nan")], "0", "NaN", STARTS],
    ids=[*SOMETHING, *map(str, range(9))],
)
def test_all_else_is_something(something: Any) -> None:
    assert not is_nothing(something)


@nothing_in_any_form
@pytest.mark.parametrize(("kind", "field"), OPTIONAL_PLACES, ids=named(OPTIONAL_PLACES))
def test_nothing_is_as_if_it_were_left_out_where_it_may_be(
    kind: Callable[..., Any], field: str, nothing: Any
) -> None:
    given = REQUIRED[kind]
    assert kind(**given) == kind(**given, **{field: nothing})


@nothing_in_any_form
@pytest.mark.parametrize(("kind", "field"), REQUIRED_PLACES, ids=named(REQUIRED_PLACES))
def test_nothing_is_missing_where_something_is_needed(
    kind: Callable[..., Any], field: str, nothing: Any
) -> None:
    zone = {"timezone": LONDON} if kind is Interview else {}
    with pytest.raises(InvalidInput) as caught:
        kind(**{**zone, **REQUIRED[kind], field: nothing})
    assert [(field, "is missing")] == [
        (problem.place, problem.message) for problem in caught.value.problems
    ]


@nothing_in_any_form
def test_nothing_leaves_each_field_with_what_is_usual(nothing: Any) -> None:
    search = JobSearch(timezone=LONDON, workdays=nothing, waking_hours=nothing, facts=nothing)
    assert (Workdays(), WakingHours(), {}) == (search.workdays, search.waking_hours, search.facts)
    assert frozenset({"Saturday", "Sunday"}) == Workdays(weekend=nothing).weekend
    assert frozenset({"Friday", "Saturday"}) == Workdays(region="IL", weekend=nothing).weekend
    met = Interview(starts=STARTS, interviewers=nothing, questions=nothing)
    assert (None, ()) == (met.interviewers, met.questions)
    assert () == JobSearch(timezone=LONDON, applications=nothing).applications


@nothing_in_any_form
def test_waking_hours_without_a_time_of_day_are_the_usual_ones(nothing: Any) -> None:
    assert WakingHours() == WakingHours(starts=nothing, ends=nothing)


@nothing_in_any_form
def test_nothing_in_a_list_is_missing(nothing: Any) -> None:
    known = Person(name="Ana")
    assert ["interviewers[1]: is missing; leave it out"] == problems(
        Interview, starts=STARTS, interviewers=[known, nothing]
    )
    assert [
        "weekend[0]: is missing; leave it out",
        "holidays[0]: is missing; leave it out",
    ] == problems(Workdays, weekend=[nothing], holidays=[nothing])


@nothing_in_any_form
def test_a_fact_that_is_nothing_is_left_out(nothing: Any) -> None:
    person = Person(name="Ana", facts={"score": nothing, "pages": 3, "Not a name": nothing})
    assert {"pages": 3} == person.facts


NO_TIME = "is missing; say when: a day, or a day and a time"


@nothing_in_any_form
def test_a_moment_that_is_nothing_is_missing(nothing: Any) -> None:
    search = JobSearch(timezone=LONDON, applications=[Application(employer="Acme")])
    assert ["now: is missing; say when: a day, or a day and a time"] == problems(
        lambda: plan(search, now=nothing)
    )
    assert [f"at: {NO_TIME}"] == problems(lambda: check(search, "chase", at=nothing))
    [action] = (action for action in plan(search, now=STARTS).actions[:1])
    assert [f"at: {NO_TIME}"] == problems(lambda: search.record(action, at=nothing))
    assert ["until: is missing; give it, or dismiss the action"] == problems(
        lambda: search.snooze(action, until=nothing)
    )


@pytest.mark.parametrize("something", SOMETHING.values(), ids=SOMETHING)
@pytest.mark.parametrize(("kind", "field"), ALL_PLACES, ids=named(ALL_PLACES))
def test_what_cannot_be_compared_is_refused_where_it_stands(
    kind: Callable[..., Any], field: str, something: Any
) -> None:
    zone = {"timezone": LONDON} if kind is Interview else {}
    [problem] = problems(kind, **{**zone, **REQUIRED[kind], field: something})
    assert problem.startswith(f"{field}: ")


TRUTHS = ("tricky", "declined", "preferred")
OTHER_PLACES = [(kind, field) for kind, field in ALL_PLACES if field not in TRUTHS]


@pytest.mark.parametrize(("kind", "field"), OTHER_PLACES, ids=named(OTHER_PLACES))
def test_false_is_not_nothing(kind: Callable[..., Any], field: str) -> None:
    zone = {"timezone": LONDON} if kind is Interview else {}
    [problem] = problems(kind, **{**zone, **REQUIRED[kind], field: False})
    assert problem.startswith(f"{field}: ")


@pytest.mark.parametrize("something", SOMETHING.values(), ids=SOMETHING)
def test_what_cannot_be_compared_is_refused_within_lists_and_facts(something: Any) -> None:
    weekend, holiday = problems(Workdays, weekend=[something], holidays=[something])
    assert weekend.startswith("weekend[0]: ")
    assert holiday.startswith("holidays[0]: ")
    [fact] = problems(Person, name="Ana", facts={"score": something})
    assert fact.startswith("facts.score: ")


# -- documents ------------------------------------------------------------------------------------

DOCUMENT: dict[str, Any] = {
    "timezone": LONDON,
    "applications": [
        {
            "employer": "Acme",
            "follow_up": {"channel": "email"},
            "promise": {"by": "2026-12-04"},
            "offer": {"received": "2026-12-01"},
            "workdays": {"weekend": ["Sunday"]},
            "recruiter": {"name": "Rachel"},
            "interviews": [
                {
                    "starts": "2026-11-24T10:00",
                    "interviewers": [{"name": "Ana"}],
                    "questions": [{"text": "Why?"}],
                    "done": [{"act": "debrief", "at": "2026-11-24T12:00"}],
                    "set_aside": [{"act": "debrief"}],
                }
            ],
        }
    ],
}


def table_at(document: Any, *place: Any) -> Any:
    return document if not place else table_at(document[place[0]], *place[1:])


HERE = ("applications", 0, "interviews", 0)
TABLES: dict[tuple[Any, ...], Any] = {
    (): JobSearch,
    HERE[:2]: Application,
    (*HERE[:2], "follow_up"): FollowUp,
    (*HERE[:2], "promise"): Promise,
    (*HERE[:2], "offer"): Offer,
    (*HERE[:2], "workdays"): Workdays,
    (*HERE[:2], "recruiter"): Person,
    HERE: Interview,
    (*HERE, "interviewers", 0): Person,
    (*HERE, "questions", 0): AskedQuestion,
    (*HERE, "done", 0): Done,
    (*HERE, "set_aside", 0): SetAside,
}
PLACES = [
    (place, field)
    for place, kind in TABLES.items()
    for field in fields_of(kind)
    if field not in table_at(DOCUMENT, *place)
]


def changed(document: Any, *place: Any, **more: Any) -> Any:
    """Return a document with more keys in the table at a place."""
    if not place:
        return {**document, **more}
    first, *inner = place
    part = changed(document[first], *inner, **more)
    if isinstance(document, dict):
        return {**document, first: part}
    return [part if index == first else old for index, old in enumerate(document)]


@nothing_in_any_form
@pytest.mark.parametrize(
    ("place", "field"), PLACES, ids=[".".join(map(str, (*place, field))) for place, field in PLACES]
)
def test_nothing_in_a_document_is_as_if_its_key_were_left_out(
    place: tuple[Any, ...], field: str, nothing: Any
) -> None:
    given = changed(DOCUMENT, *place, **{field: nothing})
    assert search_from_dict(DOCUMENT) == search_from_dict(given)


@nothing_in_any_form
def test_nothing_in_the_table_of_a_time_is_missing(nothing: Any) -> None:
    """A column of times with one missing has NaT there, a file of JSON null."""
    starts = {"at": nothing, "timezone": nothing, "unknown": nothing}
    assert [
        "applications[0].interviews[0].starts.timezone (Acme): is missing; "
        "give an IANA name such as 'Europe/London'",
        "applications[0].interviews[0].starts.at (Acme): is missing; "
        "write it as 2026-11-24T10:00:00, perhaps with an offset; "
        "a day stands alone, without a table",
    ] == problems(lambda: search_from_dict(changed(DOCUMENT, *HERE, starts=starts)))


@nothing_in_any_form
def test_an_act_of_a_document_is_not_done_to_nothing(nothing: Any) -> None:
    to_nobody = [{"act": "thank-you", "at": "2026-11-24T12:00", "to": nothing}]
    assert [
        "applications[0].interviews[0].done[0].to (Acme): is missing; say to whom, by name or key"
    ] == problems(lambda: search_from_dict(changed(DOCUMENT, *HERE, done=to_nobody)))


@nothing_in_any_form
def test_an_interview_s_zone_in_a_document_is_the_search_s_where_it_names_none(
    nothing: Any,
) -> None:
    met = search_from_dict(changed(DOCUMENT, *HERE, timezone=nothing)).applications[0].interviews[0]
    assert (LONDON, utc("2026-11-24T10:00")) == (met.timezone, met.starts)


@mistakes(
    (
        changed(DOCUMENT, timezone=float("nan")),
        "timezone: is missing; give an IANA name such as 'Europe/London'",
    ),
    (
        changed(DOCUMENT, *HERE, starts=float("nan")),
        "applications[0].interviews[0].starts (Acme): is missing; "
        "say when: a day, or a day and a time",
    ),
    (
        changed(DOCUMENT, *HERE, "interviewers", 0, name=" "),
        "applications[0].interviews[0].interviewers[0].name (Acme): is missing; give it",
    ),
    (
        changed(DOCUMENT, *HERE, "done", 0, at=NotATime(1, 1, 1)),
        "applications[0].interviews[0].done[0].at (Acme): is missing; "
        "say when: a day, or a day and a time",
    ),
    (
        changed(DOCUMENT, *HERE, "done", 0, act=NotAvailable()),
        "applications[0].interviews[0].done[0].act (Acme): is missing; give it",
    ),
)
def test_nothing_in_a_document_is_missing_where_something_is_needed(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(lambda: search_from_dict(given))
