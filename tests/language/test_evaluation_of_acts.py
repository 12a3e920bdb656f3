"""What is given of acts done: whether, how often, and when last."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import (
    NEW_YORK,
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
    on,
    subject_of,
)
from facts import missing
from interview_followup import Done
from interview_followup.language import (
    NOT_YET,
    Expression,
    Moment,
    days,
    done,
    earlier_of,
    first_known,
    interview,
    last_done,
    last_of,
    later_of,
    moment_fact,
    named,
    parameter,
    times_done,
    when,
)
from interview_followup.language._subject import PERS, Subject, subjects, whoever

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
            "write", SOMETIME, True, 3, at("2026-11-26 09:00"), id="since an unknown moment"
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


def test_when_an_act_was_done_is_one_part_of_all_that_asks_for_it() -> None:
    parts = [ask("chase").operands[0] for ask in (done, times_done, last_done)]
    assert 1 == len({id(part) for part in parts})
    assert parts[0] is not done("connect").operands[0]


def test_since_a_moment_that_is_not_known_everything_counts() -> None:
    often = times_done("write", since=SOMETIME)
    assert [True, False] == [often.at_least(number).evaluate(WROTE) for number in (3, 4)]


def test_what_was_done_for_people_is_unknown_while_they_are() -> None:
    met = searching(applied(meeting(interviewers=None, done=[did("write", "2026-11-25 10:00")])))
    [somebody] = whoever(subjects(met)["interview"])
    expected = [("interview.interviewers", "Acme, Data engineer · 2026-11-24 10:00")]
    for since in (None, on(SINCE), NEVER, SOMETIME):
        for act in ("write", "call"):
            often = times_done(act, since=since)
            values: list[Expression[Any]] = [done(act, since=since), last_done(act, since=since)]
            for value in (*values, often, often.at_least(1)):
                assert expected == missing(value.evaluate(somebody))


# -- what was done on a day, and what counts since one --------------------------------------------

DAY = date(2026, 11, 25)
FIRST, END = at("2026-11-25 00:00"), at("2026-11-26 00:00")


def wrote(on_record: date) -> Subject:
    """Return the interview with an act on record, at a moment or on a day."""
    return subject_of(searching(applied(meeting(done=[Done(act="write", at=on_record)]))))


@pytest.mark.parametrize(
    ("since", "counts"),
    [
        pytest.param(FIRST - TICK, True, id="just before the day"),
        pytest.param(FIRST, True, id="as the day begins"),
        pytest.param(FIRST + TICK, True, id="just after it begins"),
        pytest.param(END - TICK, True, id="just before it ends"),
        pytest.param(END, False, id="as it ends"),
        pytest.param(END + TICK, False, id="just after it ends"),
    ],
)
def test_what_was_done_on_a_day_counts_unless_the_day_was_over_by_then(
    since: datetime, counts: bool
) -> None:
    here = wrote(DAY)
    assert counts is done("write", since=on(since)).evaluate(here)
    assert int(counts) == times_done("write", since=on(since)).evaluate(here)
    assert (END if counts else NOT_YET) == last_done("write", since=on(since)).evaluate(here)


def test_what_was_done_on_a_day_was_last_done_as_that_day_ended() -> None:
    assert END == last_done("write").evaluate(wrote(DAY))
    abroad = meeting(zone=NEW_YORK, done=[Done(act="write", at=DAY)])
    subject = subject_of(searching(applied(abroad)))
    assert at("2026-11-26 00:00", NEW_YORK) == last_done("write").evaluate(subject)


THAT_DAY = moment_fact("interview.day", "the day", lambda _: DAY)
LONG_AGO = moment_fact("interview.long_ago", "long ago", lambda _: at("2020-01-01 10:00"))


@pytest.mark.parametrize(
    "since",
    [
        THAT_DAY,
        named("that day", THAT_DAY),
        first_known(SOMETIME, THAT_DAY),
        later_of(LONG_AGO, named("that day", THAT_DAY)),
        last_of(NEVER, first_known(NEVER, THAT_DAY)),
        earlier_of(THAT_DAY, NEVER),
        when(interview.remote, LONG_AGO, otherwise=THAT_DAY),
    ],
    ids=str,
)
@pytest.mark.parametrize(
    ("on_record", "counts"),
    [
        pytest.param(FIRST - TICK, False, id="just before the day"),
        pytest.param(FIRST, True, id="as it begins"),
        pytest.param(FIRST + TICK, True, id="just after it begins"),
        pytest.param(date(2026, 11, 24), False, id="on the day before"),
        pytest.param(DAY, True, id="on that day"),
        pytest.param(date(2026, 11, 26), True, id="on the day after"),
    ],
)
def test_since_a_day_acts_count_from_its_first_moment_on(
    since: Moment, on_record: date, counts: bool
) -> None:
    assert counts is done("write", since=since).evaluate(wrote(on_record))


@pytest.mark.parametrize(
    ("moment", "counts"),
    [(END - TICK, False), (END, True), (END + TICK, True)],
    ids=["just before the day ends", "as it ends", "just after it ends"],
)
def test_what_is_reckoned_from_a_day_is_reckoned_from_its_end(
    moment: datetime, counts: bool
) -> None:
    since = THAT_DAY + days(0)
    assert counts is done("write", since=since).evaluate(wrote(moment))


def test_an_act_is_looked_up_on_what_the_subject_is() -> None:
    both = [priya(), tom()]
    met = meeting(
        interviewers=both,
        done=[
            did("write", "2026-11-24 12:00"),
            did("write", "2026-11-24 13:00", to="Tom Reed"),
        ],
    )
    by_kind = subjects(
        searching(
            applied(met, done=[did("write", "2026-11-24 14:00")]),
            done=[did("write", "2026-11-24 15:00")],
        )
    )
    last = [wall(last_done("write").evaluate(by_kind[per][0])) for per in PERS[:3]]
    assert ["2026-11-24 15:00", "2026-11-24 14:00", "2026-11-24 13:00"] == last
    assert [False, True] == [done("write").evaluate(subject) for subject in by_kind["person"]]
