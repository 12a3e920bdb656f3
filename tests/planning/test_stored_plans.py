"""Differences of dictionaries of plans, as a host keeps yesterday's plan as JSON."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from builders import LONDON, NEW_YORK, applied, at, meeting, priya, searching
from drawing import drawing
from interview_followup import (
    Difference,
    Interview,
    InvalidInput,
    JobSearch,
    Plan,
    Promise,
    difference,
    plan,
    strategies,
    to_dict,
)
from interview_followup._errors import shown

NOW = at("2026-11-24 15:00")
HELD = meeting(interviewers=[priya(key="p1")], key="i1")
SEARCH = searching(applied(HELD, key="a1"), key="s1")
PLAN = plan(SEARCH, now=NOW)
LATER = at("2026-11-26 12:00")


def as_stored(planned: Plan) -> Any:
    """Return a plan as a host keeps it."""
    return json.loads(json.dumps(to_dict(planned)))


def groups(changes: Difference) -> list[list[UUID]]:
    return [
        [change.uid for change in changes]
        for changes in (changes.appeared, changes.went, changes.moved, changes.became)
    ]


def acting(search: JobSearch, act: str, now: datetime = NOW) -> Any:
    [only] = [action for action in plan(search, now=now).actions if action.act == act]
    return only


# -- what is the same whichever side is a dictionary ----------------------------------------------


@drawing
@given(strategies.job_searches(), strategies.moments())
def test_a_plan_and_its_dictionary_do_not_differ(search: JobSearch, now: datetime) -> None:
    planned = plan(search, now=now)
    for before, after in [
        (as_stored(planned), planned),
        (planned, as_stored(planned)),
        (as_stored(planned), as_stored(planned)),
    ]:
        assert not difference(before, after)


@drawing
@given(strategies.job_searches(), strategies.moments(), strategies.moments())
def test_a_dictionary_differs_as_its_plan_does(
    search: JobSearch, now: datetime, then: datetime
) -> None:
    before, after = plan(search, now=now), plan(search, now=then)
    changes = difference(before, after)
    for one, other in [
        (as_stored(before), after),
        (before, as_stored(after)),
        (as_stored(before), as_stored(after)),
    ]:
        of_json = difference(one, other)
        assert groups(changes) == groups(of_json)
        assert [(change.before, change.after) for change in changes] == [
            (change.before, change.after) for change in of_json
        ]
        assert {()} >= {change.because for change in of_json}
        statuses = [
            (change.status, known.status) for change, known in zip(of_json, changes, strict=True)
        ]
        assert [] == [(status, true) for status, true in statuses if status not in (None, true)]


def test_both_folds_are_told_apart() -> None:
    first, second = (
        datetime.fromisoformat(f"2026-10-25T01:30:00.000001+0{hour}:00") for hour in (1, 0)
    )
    plans = [
        plan(
            searching(applied(Interview(starts=starts, ends=starts, timezone=LONDON, key="i1"))),
            now=at("2026-10-24 12:00"),
        )
        for starts in (first, second)
    ]
    moved = difference(as_stored(plans[0]), as_stored(plans[1])).moved
    assert {timedelta(hours=1)} == {
        change.after.window.opens - change.before.window.opens
        for change in moved
        if change.after and change.before
        if change.after.window.opens and change.before.window.opens
    }


# -- what an advice says --------------------------------------------------------------------------


def test_an_advice_from_json_has_what_one_of_a_plan_has() -> None:
    [change] = [
        change
        for change in difference(as_stored(plan(SEARCH, now=NOW)), plan(SEARCH, now=LATER)).went
        if change.advice.act == "thank-you" and change.advice.kind == "action"
    ]
    advice = change.advice
    assert acting(SEARCH, "thank-you").uid == change.uid == advice.uid
    assert ("s1", "a1", "i1", "p1") == advice.keys
    assert ("Acme", "Data engineer", at("2026-11-24 10:00"), "Priya Shah") == advice.about
    assert ("open", LONDON, "email") == (advice.status, advice.timezone, advice.channel)
    assert at("2026-11-24 14:00") == advice.best
    assert [None, None] == [advice.since, advice.hindrance]
    assert "Gone: Send Priya Shah a personal thank-you e-mail (now closed)" == str(change)
    assert "<Advice action thank-you: Tuesday 24 November 2026, 14:00: " == repr(advice)[:59]


def test_a_caution_from_json_is_one() -> None:
    changes = difference(as_stored(plan(SEARCH, now=NOW)), plan(SEARCH, now=LATER))
    [late] = [change for change in changes.appeared if change.advice.act == "thank-you"]
    assert ("caution", "closed") == (late.advice.kind, late.advice.status)
    assert (None, "2026-11-26T11:00:00+00:00") == (
        late.advice.best,
        str(late.advice.since)[:10] + "T11:00:00+00:00",
    )
    assert "New: The time for thanking Priya Sh" == str(late)[:35]


# -- the status of what went ----------------------------------------------------------------------


def status(before: Any, after: Any, act: str, kind: str = "action") -> str | None:
    [only] = [
        change
        for change in difference(before, after).went
        if (change.advice.act, change.advice.kind) == (act, kind)
    ]
    return only.status


def test_what_was_done_since_is_done() -> None:
    before = as_stored(plan(SEARCH, now=NOW))
    after = plan(SEARCH.record(acting(SEARCH, "thank-you"), at=NOW), now=NOW)
    assert "done" == status(before, after, "thank-you")
    assert None is status(before, as_stored(after), "thank-you")


def test_what_was_done_once_more_is_done() -> None:
    day = at("2026-12-02 12:00")
    chased = SEARCH.record(acting(SEARCH, "chase", day), at=day)
    twice = chased.record(acting(chased, "chase", day), at=day)
    plans = [plan(search, now=day) for search in (SEARCH, chased, twice)]
    assert "done" == status(as_stored(plans[0]), plans[1], "chase")
    assert "done" == status(as_stored(plans[1]), plans[2], "chase")


def test_what_was_done_since_is_done_of_a_caution_too() -> None:
    late = at("2026-11-24 19:00")
    before = plan(SEARCH, now=late)
    after = plan(SEARCH.record(acting(SEARCH, "thank-you"), at=late), now=late)
    assert "done" == status(as_stored(before), after, "thank-you", "caution")
    assert None is status(as_stored(before), as_stored(after), "thank-you", "caution")


def test_a_record_that_was_taken_back_is_not_done() -> None:
    day = at("2026-12-02 12:00")
    chased = SEARCH.record(acting(SEARCH, "chase", day), at=day)
    before, after = plan(chased, now=day), plan(SEARCH, now=day)
    assert "early" == status(as_stored(before), after, "chase")
    assert None is status(as_stored(before), as_stored(after), "chase")


def test_what_is_over_is_closed() -> None:
    assert "closed" == status(
        as_stored(plan(SEARCH, now=NOW)), plan(SEARCH, now=LATER), "thank-you"
    )


def test_a_caution_that_went_has_the_status_of_its_act_in_a_dictionary() -> None:
    before, after = plan(SEARCH, now=NOW), plan(SEARCH, now=at("2026-12-01 11:00"))
    opened = difference(before, after)
    assert "open" == status(as_stored(before), as_stored(after), "connect", "caution")
    assert "open" == status(before, as_stored(after), "connect", "caution")
    assert opened


def test_what_no_rule_speaks_of_any_more_is_silent() -> None:
    gone = searching(applied(employer="Globex"), key="s1")
    before = as_stored(plan(SEARCH, now=NOW))
    assert "silent" == status(before, plan(gone, now=NOW), "debrief")
    assert None is status(before, as_stored(plan(gone, now=NOW)), "debrief")
    for key in ("s0", "s2"):
        other = searching(applied(HELD, key="a1"), key=key)
        assert None is status(before, plan(other, now=NOW), "debrief")
        assert "Gone: Write down" in str(difference(before, plan(other, now=NOW)))


def test_nothing_that_is_not_shown_counts_in_a_dictionary() -> None:
    stored = as_stored(plan(SEARCH, now=NOW))
    stored["actions"][0]["status"] = "done"
    uid = stored["actions"][0]["uid"]
    assert [uid] == [str(change.uid) for change in difference(stored, PLAN).appeared]


# -- hindrances -----------------------------------------------------------------------------------

ASLEEP = searching(applied(HELD, key="a1"), zone="Asia/Tokyo")


def test_a_hindrance_that_is_another_became_so() -> None:
    other = searching(
        applied(HELD, key="a1"),
        applied(meeting("2026-11-24 13:30", "2026-11-24 14:30"), employer="Globex"),
    )
    free = searching(applied(HELD, key="a1"), applied(employer="Globex"))
    now = at("2026-11-24 12:00")
    plans = plan(free, now=now), plan(other, now=now)
    for before, after in [plans, (as_stored(plans[0]), as_stored(plans[1]))]:
        [change] = [
            change
            for change in difference(before, after).became
            if change.advice.act == "thank-you"
        ]
        assert change.before is not None
        assert change.before.hindrance is None
        hindrance = change.advice.hindrance
        assert hindrance is not None
        assert at("2026-11-24 14:30") == hindrance.nearest
        assert str(change).endswith(f"(email to priya@acme.example). {hindrance.text}")
    [back] = [
        change for change in difference(*reversed(plans)).became if change.advice.act == "thank-you"
    ]
    assert back.advice.hindrance is None
    assert str(back).endswith("(email to priya@acme.example)")


# -- what is no plan ------------------------------------------------------------------------------


def problems(before: Any, after: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        difference(before, after)
    assert {True} == {bool(problem.mend) for problem in caught.value.problems}
    return [(problem.place, problem.message) for problem in caught.value.problems]


def test_an_empty_dictionary_is_no_plan() -> None:
    needed = ("format", "now", "timezone", "actions", "cautions")
    assert [(f"before.{key}", "is missing") for key in needed] == problems({}, {})[:5]
    assert 10 == len(problems({}, {}))


@pytest.mark.parametrize("value", [None, [], "plan", 5, SEARCH], ids=shown)
def test_what_is_neither_is_refused_on_both_sides(value: Any) -> None:
    messages = [("before", f"{shown(value)} is no plan"), ("after", f"{shown(value)} is no plan")]
    assert messages == problems(value, value)


def test_other_dictionaries_are_no_plans() -> None:
    assert ("before.now", "is missing") in problems(to_dict(SEARCH), plan(SEARCH, now=NOW))


DEEP: Any = []
for _ in range(5000):
    DEEP = [DEEP]
WRONG: list[Any] = [None, 5, True, [], {}, "", "zzz", 1e400, DEEP, "9" * 10_000, b"", object()]
PLACES: list[tuple[str | int, ...]] = [
    ("format",),
    ("now",),
    ("timezone",),
    ("actions",),
    ("cautions",),
    *[("actions", 0, key) for key in ("uid", "act", "status", "opens", "best", "due", "closes")],
    *[("actions", 0, key) for key in ("until", "timezone", "channel", "to", "text", "keys")],
    *[("actions", 0, key) for key in ("application", "interview", "person", "hindrance")],
    ("actions", 0),
    ("actions", 0, "keys", "person"),
    ("actions", 0, "application", "employer"),
    ("cautions", 0, "since"),
]


def changed(path: tuple[str | int, ...], value: Any) -> Any:
    stored = as_stored(PLAN)
    stored["actions"] = [action for action in stored["actions"] if action["act"] == "thank-you"]
    inner = stored
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return stored


@pytest.mark.parametrize("path", PLACES, ids=str)
def test_what_is_wrong_in_a_dictionary_is_named_with_its_place(path: tuple[str | int, ...]) -> None:
    names = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    refused = [error for value in WRONG if (error := error_of(changed(path, value)))]
    assert len(refused) >= 7
    for error in refused:
        assert [] == [
            problem.place
            for problem in error.problems
            if f"before{''.join(names)}" not in problem.place
        ]
        assert len(str(error)) < 3_000


def error_of(stored: Any) -> InvalidInput | None:
    try:
        difference(stored, PLAN)
    except InvalidInput as error:
        return error
    return None


@pytest.mark.parametrize("path", [path for path in PLACES if path != ("actions", 0)], ids=str)
def test_what_is_missing_in_a_dictionary_is_named_with_its_place(
    path: tuple[str | int, ...],
) -> None:
    stored = changed(path, None)
    inner: Any = stored
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    names = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    assert [(f"after{''.join(names)}", "is missing")] == problems(plan(SEARCH, now=NOW), stored)


@pytest.mark.parametrize(
    ("time", "refused"),
    [
        ("2026-11-24T15:00:00", True),
        ("2026-11-24", True),
        ("0001-01-01T00:00:00+14:00", True),
        ("2026-11-24T15:00:00Z", False),
        ("1968-12-30T23:59:59.999999Z", True),
        ("1968-12-31T00:00:00Z", False),
        ("2201-01-02T00:00:00Z", False),
        ("2201-01-02T00:00:00.000001Z", True),
        ("9999-12-31T23:59:59Z", True),
    ],
)
def test_a_time_in_a_dictionary_has_an_offset(time: str, refused: bool) -> None:
    stored = as_stored(plan(SEARCH, now=NOW)) | {"now": time}
    if refused:
        message = f"{time!r} is no time from 1969 to 2201 with an offset"
        assert [("before.now", message)] == problems(stored, plan(SEARCH, now=NOW))
    else:
        assert not difference(stored, plan(SEARCH, now=NOW))


@pytest.mark.parametrize("text", ["Send \x1b[31ma card", "Send\0", "Send \ud800"])
def test_a_text_in_a_dictionary_has_no_control_characters(text: str) -> None:
    message = f"{text!r} cannot be read"
    assert [("before.actions[0].text", message)] == problems(
        changed(("actions", 0, "text"), text), PLAN
    )


def test_a_zone_in_a_dictionary_is_one_that_there_is() -> None:
    stored = as_stored(PLAN) | {"timezone": "Europe/Nowhere"}
    assert ["before.timezone"] == [place for place, _ in problems(stored, PLAN)]


def test_a_dictionary_of_another_format_is_refused() -> None:
    stored = as_stored(plan(SEARCH, now=NOW)) | {"format": 2}
    message = "2 is not a format that this version reads"
    assert [("before.format", message)] == problems(stored, plan(SEARCH, now=NOW))


def test_of_a_crowd_of_problems_the_first_are_named() -> None:
    stored = as_stored(plan(SEARCH, now=NOW)) | {"actions": [{}] * 100_000}
    assert 50 == len(problems(stored, plan(SEARCH, now=NOW)))


def test_a_key_that_is_not_known_is_not_looked_at() -> None:
    planned = plan(SEARCH, now=NOW)
    assert not difference(as_stored(planned) | {"more": object()}, planned)


# -- a difference as a dictionary -----------------------------------------------------------------


def test_a_difference_is_a_dictionary() -> None:
    promised = searching(
        applied(HELD, key="a1", promise=Promise(by=at("2026-12-07").date())), key="s1"
    )
    changes = difference(plan(SEARCH, now=NOW), plan(promised, now=NOW))
    document = json.loads(json.dumps(to_dict(changes), allow_nan=False))
    assert ["format", "appeared", "went", "moved", "became"] == list(document)
    [chase, _] = document["moved"]
    assert ["uid", "before", "after", "status", "because", "text"] == list(chase)
    assert "2026-12-08T00:00:00+00:00" == chase["after"]["opens"]
    assert {"search": "s1", "application": "a1", "interview": None, "person": None} == (
        chase["before"]["keys"]
    )
    assert ("action", None) == (chase["before"]["kind"], chase["before"]["since"])
    [because] = chase["because"]
    assert (None, "2026-12-08T00:00:00+00:00") == (because["before"], because["after"])
    assert str(changes.moved[0]) == chase["text"]
    [went] = document["went"]
    assert (None, "caution") == (went["after"], went["before"]["kind"])


@drawing
@given(strategies.job_searches(), strategies.moments(), strategies.moments())
def test_a_difference_is_json(search: JobSearch, now: datetime, then: datetime) -> None:
    changes = difference(plan(search, now=now), plan(search, now=then))
    document = to_dict(changes)
    assert document == json.loads(json.dumps(document, allow_nan=False))
    assert [str(change.uid) for change in changes.went] == [
        change["uid"] for change in document["went"]
    ]


def test_new_york_is_another_zone_but_no_other_moment() -> None:
    here, there = (
        plan(searching(applied(HELD, key="a1"), zone=zone), now=NOW) for zone in (LONDON, NEW_YORK)
    )
    assert () == difference(as_stored(here), as_stored(there)).moved
