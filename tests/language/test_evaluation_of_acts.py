"""What is given of acts done: whether, how often, and when last."""

from __future__ import annotations

import pytest

from builders import (
    TICK,
    applied,
    at,
    did,
    meeting,
    priya,
    searching,
    tom,
    wall,
)
from expressions import (
    NEVER,
    SOMETIME,
    hanging_on,
    on,
    subject_of,
)
from interview_followup.language import (
    NOT_YET,
    Expression,
    Moment,
    done,
    last_done,
    parameter,
    times_done,
)
from interview_followup.language._subject import PERS, subjects

WRITTEN = ["2026-11-24 14:00", "2026-11-26 09:00", "2026-11-25 10:00"]
WROTE = subject_of(searching(applied(meeting(done=[did("write", when_) for when_ in WRITTEN]))))
SINCE = at("2026-11-25 10:00")


@pytest.mark.parametrize(
    ("act", "since", "done_", "times", "last"),
    [
        pytest.param("write", None, True, 3, at("2026-11-26 09:00"), id="ever"),
        pytest.param("call", None, False, 0, NOT_YET, id="another act"),
        pytest.param("write", on(SINCE - TICK), True, 2, at("2026-11-26 09:00"), id="just before"),
        pytest.param("write", on(SINCE), True, 2, at("2026-11-26 09:00"), id="since just then"),
        pytest.param("write", on(SINCE + TICK), True, 1, at("2026-11-26 09:00"), id="just after"),
        pytest.param("write", on(at("2026-11-27 09:00")), False, 0, NOT_YET, id="since later"),
        pytest.param("write", NEVER, False, 0, NOT_YET, id="since an event to come"),
        pytest.param(
            "write",
            SOMETIME,
            *[hanging_on("sometime")] * 3,
            id="since a moment that is not known",
        ),
        pytest.param("call", SOMETIME, False, 0, NOT_YET, id="nothing, since an unknown moment"),
    ],
)
def test_acts_count_ever_or_from_a_moment_on(
    act: str, since: Moment | None, done_: object, times: object, last: object
) -> None:
    assert done_ == done(act, since=since).evaluate(WROTE)
    assert times == times_done(act, since=since).evaluate(WROTE)
    assert last == last_done(act, since=since).evaluate(WROTE)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(2, True, id="less than that"),
        pytest.param(3, True, id="just that"),
        pytest.param(4, False, id="more than that"),
        pytest.param(parameter("at-most", 4, "how often"), False, id="a parameter"),
    ],
)
def test_a_count_is_compared_with_at_least(number: int | Expression[int], expected: bool) -> None:
    assert expected is times_done("write").at_least(number).evaluate(WROTE)


def test_a_count_since_an_unknown_moment_is_unknown() -> None:
    often = times_done("write", since=SOMETIME).at_least(1)
    assert hanging_on("sometime") == often.evaluate(WROTE)


def test_an_act_is_looked_up_on_what_the_subject_is() -> None:
    both = [priya(), tom()]
    met = meeting(
        interviewers=both,
        done=[
            did("write", "2026-11-24 12:00"),
            did("write", "2026-11-24 13:00", to="Tom Reed"),
        ],
    )
    held = subjects(
        searching(
            applied(met, done=[did("write", "2026-11-24 14:00")]),
            done=[did("write", "2026-11-24 15:00")],
        )
    )
    last = [wall(last_done("write").evaluate(held[per][0])) for per in PERS[:3]]
    assert ["2026-11-24 15:00", "2026-11-24 14:00", "2026-11-24 13:00"] == last
    assert [False, True] == [done("write").evaluate(each) for each in held["person"]]
