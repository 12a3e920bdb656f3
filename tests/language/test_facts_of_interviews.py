"""The facts about an interview: what they give, and what where something is missing."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations
from typing import Any

import pytest

from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    meeting,
    searching,
    wall,
)
from expressions import subject_of
from facts import (
    ACME,
    ENDS,
    OFFER,
    later,
    missing,
    question,
)
from interview_followup import (
    Application,
    AskedQuestion,
    Interview,
)
from interview_followup.language import (
    NOT_YET,
    Expression,
    Moment,
    Unknown,
    interview,
)
from interview_followup.language._subject import subjects


def met(fact: Expression[Any], **more: Any) -> Any:
    """Return a fact of an interview."""
    return fact.evaluate(subject_of(searching(applied(meeting(**more))), "interview"))


def test_an_interview_starts_and_ends() -> None:
    assert at("2026-11-24 10:00") == met(interview.starts)
    assert at("2026-11-24 11:00") == met(interview.ends)


def test_the_end_of_an_interview_is_unknown_while_it_is_missing() -> None:
    unknown = met(interview.ends, ends=None)
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)
    assert "When does the interview with {employer} end, or when did it?" == question(unknown)


def test_leaving_the_building_has_not_happened_while_it_is_missing() -> None:
    assert ENDS == met(interview.left, left=ENDS)
    assert NOT_YET is met(interview.left)


@pytest.mark.parametrize(
    ("medium", "expected"),
    [("video", True), ("phone", True), ("in-person", False), (None, False)],
)
def test_an_interview_by_video_or_phone_is_remote(medium: str | None, expected: bool) -> None:
    assert expected is met(interview.remote, medium=medium)


@pytest.mark.parametrize(
    ("tricky", "expected"),
    [
        pytest.param([], False, id="no question"),
        pytest.param([False, False], False, id="none tricky"),
        pytest.param([False, True], True, id="one tricky"),
    ],
)
def test_an_interview_has_tricky_questions_once_one_is(tricky: list[bool], expected: bool) -> None:
    questions = [AskedQuestion(text="Why us?", tricky=each) for each in tricky]
    assert expected is met(interview.tricky_questions, questions=questions)


def next_of(*applications: Application, fact: Moment = interview.next_starts) -> Any:
    """Return a fact of Acme's interview that starts at 10:00 on 24 November 2026."""
    of = f"{ACME} · 2026-11-24 10:00"
    return fact.evaluate(subject_of(searching(*applications), "interview", of=of))


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        pytest.param(ENDS - TICK, NOT_YET, id="just before this one ends"),
        pytest.param(ENDS, ENDS, id="as this one ends"),
        pytest.param(ENDS + TICK, ENDS + TICK, id="just after this one ends"),
    ],
)
def test_the_next_interview_starts_at_or_after_the_end(starts: datetime, expected: object) -> None:
    assert expected == next_of(applied(meeting(), later(starts)))
    assert expected == next_of(applied(later(starts), employer="Bolt"), applied(meeting()))


def test_there_is_none_after_the_last_interview() -> None:
    assert NOT_YET is next_of(applied(meeting()))


@pytest.mark.parametrize("outcome", ["rejected", "withdrawn", "declined", "accepted"])
def test_an_interview_of_an_application_with_an_outcome_is_not_the_next(outcome: Any) -> None:
    in_a_week, in_two = later(at("2026-12-01 10:00")), later(at("2026-12-08 10:00"))
    over = applied(in_a_week, employer="Bolt", outcome=outcome)
    running = applied(in_two, employer="Core", offer=OFFER)
    assert "2026-12-08 10:00" == wall(next_of(applied(meeting()), over, running))
    assert NOT_YET is next_of(applied(meeting(), in_a_week, outcome=outcome))


def test_the_next_interview_is_the_earliest_of_any_application() -> None:
    bolt = applied(later(at("2026-12-02 10:00")), later(at("2026-12-01 10:00")), employer="Bolt")
    own = applied(later(at("2026-12-03 10:00")), meeting())
    assert "2026-12-01 10:00" == wall(next_of(own, bolt))
    assert "2026-12-01 10:00" == wall(next_of(bolt, own))


def test_an_interview_that_takes_no_time_is_not_its_own_next() -> None:
    assert NOT_YET is next_of(applied(meeting(ends="2026-11-24 10:00")))


STARTS = at("2026-11-24 10:00")


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        pytest.param(STARTS - TICK, False, id="just before this one"),
        pytest.param(STARTS, True, id="with this one"),
        pytest.param(STARTS + TICK, True, id="just after this one"),
    ],
)
def test_while_the_end_is_missing_the_next_interview_is_unknown_if_another_starts(
    starts: datetime, expected: bool
) -> None:
    bolt = applied(later(starts), employer="Bolt")
    assert expected is isinstance(next_of(applied(meeting(ends=None)), bolt), Unknown)


def test_without_another_interview_there_is_no_next_even_while_the_end_is_missing() -> None:
    assert NOT_YET is next_of(applied(meeting(ends=None)))


def test_the_next_interview_hangs_on_the_end_of_this_one() -> None:
    unknown = next_of(applied(meeting(ends=None), later(ENDS)))
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        pytest.param("12:00", LONDON, id="the one that ends first"),
        pytest.param("08:00", NEW_YORK, id="else the first by the zone's name"),
    ],
)
def test_of_interviews_that_start_together_the_next_is(hour: str, expected: str) -> None:
    tomorrow = meeting("2026-11-25 12:00", "2026-11-25 13:00", key="here")
    abroad = meeting("2026-11-25 07:00", f"2026-11-25 {hour}", NEW_YORK, key="abroad")
    midnight = interview.next_starts.midnight_after
    for one, other in permutations([tomorrow, abroad]):
        job = applied(meeting(), one, other)
        assert at("2026-11-26 00:00", expected) == next_of(job, fact=midnight)


NOON, FIVE = at("2026-11-24 12:00"), at("2026-11-24 17:00")


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        pytest.param(at("2026-11-24 10:00"), ENDS, True, id="from 10 to 11"),
        pytest.param(at("2026-11-24 14:00"), at("2026-11-24 15:00"), False, id="from 14 to 15"),
        pytest.param(NOON - TICK, NOON, True, id="from just before noon"),
        pytest.param(NOON, NOON, False, id="from noon"),
        pytest.param(NOON + TICK, NOON + TICK, False, id="from just after noon"),
        pytest.param(ENDS, FIVE - TICK, True, id="until just before 17:00"),
        pytest.param(ENDS, FIVE, False, id="until 17:00"),
        pytest.param(ENDS, FIVE + TICK, False, id="until just after 17:00"),
        pytest.param(at("2026-11-24 00:00"), at("2026-11-24 01:00"), True, id="from midnight to 1"),
        pytest.param(
            at("2026-11-23 23:00"), at("2026-11-24 00:30"), False, id="over midnight, at night"
        ),
        pytest.param(
            at("2026-11-23 10:00"), at("2026-11-24 00:00"), False, id="from 10 until midnight"
        ),
        pytest.param(
            at("2026-11-23 10:00"), at("2026-11-24 11:00"), False, id="from 10 to 11 the next day"
        ),
        pytest.param(
            at("2026-03-29 00:30"), at("2026-03-29 11:00"), True, id="as the clocks go forward"
        ),
    ],
)
def test_a_morning_interview_starts_before_noon_and_leaves_an_hour_of_the_afternoon(
    starts: datetime, ends: datetime, expected: bool
) -> None:
    held = Interview(starts=starts, ends=ends, timezone=LONDON)
    here = subject_of(searching(applied(held)), "interview")
    assert expected is interview.in_the_morning.evaluate(here)


def test_a_morning_is_one_in_the_zone_of_the_interview() -> None:
    evening = meeting("2026-11-24 17:00", "2026-11-24 18:00", NEW_YORK, key="evening")
    morning = meeting("2026-11-24 09:00", "2026-11-24 10:00", NEW_YORK)  # from 14:00 in London
    held = subjects(searching(applied(morning, evening)))["interview"]
    assert [True, False] == [interview.in_the_morning.evaluate(each) for each in held]


def test_whether_it_was_in_the_morning_hangs_on_the_end() -> None:
    unknown = met(interview.in_the_morning, ends=None)
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)
