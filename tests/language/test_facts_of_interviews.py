"""The facts about an interview: what they give, and what where something is missing."""

from __future__ import annotations

from datetime import date, datetime
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
    priya,
    searching,
    tom,
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
    Person,
)
from interview_followup.language import (
    NOT_YET,
    Expression,
    Moment,
    interview,
)
from interview_followup.language._subject import subjects

MIDNIGHT = at("2026-11-25 00:00")


def met(fact: Expression[Any], **more: Any) -> Any:
    """Return a fact of an interview."""
    return fact.evaluate(subject_of(searching(applied(meeting(**more))), "interview"))


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        pytest.param([], 0, id="nobody"),
        pytest.param([priya()], 1, id="one"),
        pytest.param([priya(), tom()], 2, id="two"),
    ],
)
def test_the_people_met_are_counted(people: list[Person], expected: int) -> None:
    assert expected == met(interview.people_count, interviewers=people)
    assert False is met(interview.people_count.at_least(expected + 1), interviewers=people)
    assert True is met(interview.people_count.at_least(expected), interviewers=people)


def test_how_many_people_were_met_is_unknown_where_nobody_has_told_who_they_were() -> None:
    whom = "Whom did you meet at the interview with {employer} on {day}?"
    for value in (interview.people_count, interview.people_count.at_least(8)):
        unknown = met(value, interviewers=None)
        assert {("interview.interviewers", whom)} == {missing[:2] for missing in unknown.missing}
    assert False is met(interview.people_count.known, interviewers=None)


def test_a_round_is_an_interview_that_took_place_as_they_start() -> None:
    first, second, third = (
        meeting(f"2026-11-{day} 10:00", f"2026-11-{day} 11:00", not_held=not_held)
        for day, not_held in ((23, "cancelled"), (24, None), (25, None))
    )
    rounds = {1: [first, second], 2: [third]}
    for interviews in permutations([first, second, third]):
        search = searching(applied(*interviews), applied(meeting(), employer="Globex"))
        for number, members in rounds.items():
            for subject in subjects(search)["interview"]:
                if subject.interview in members and "Acme" in subject.label:
                    assert number == interview.round.evaluate(subject)


def test_an_interview_starts_and_ends() -> None:
    assert at("2026-11-24 10:00") == met(interview.starts)
    assert at("2026-11-24 11:00") == met(interview.ends)


def test_the_end_of_an_interview_is_never_unknown() -> None:
    """Only to the minute it is, which can be asked for."""
    assert MIDNIGHT == met(interview.ends, ends=None)
    assert True is met(interview.ends.known, ends=None)
    unknown = met(interview.exact_ends, ends=None)
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)
    assert "When does the interview with {employer} on {day} end, or when did it?" == question(
        unknown
    )
    assert ENDS == met(interview.exact_ends)


@pytest.mark.parametrize(
    ("not_held", "expected"), [(None, True), ("cancelled", False), ("no-show", False)]
)
def test_an_interview_takes_place_unless_it_was_not_held(
    not_held: str | None, expected: bool
) -> None:
    assert expected is met(interview.took_place, not_held=not_held)
    assert "the interview did not take place" == interview.took_place.say(denied=True)


@pytest.mark.parametrize(
    ("not_held", "expected"), [(None, False), ("cancelled", False), ("no-show", True)]
)
def test_of_an_interview_that_was_not_held_it_is_known_whether_nobody_came(
    not_held: str | None, expected: bool
) -> None:
    assert expected is met(interview.no_show, not_held=not_held)
    denial = "it is not on record that nobody of theirs came"
    assert denial == interview.no_show.say(denied=True)


@pytest.mark.parametrize(
    ("starts", "expected"),
    [(at("2026-11-24 00:00"), True), (date(2026, 11, 24), False)],
    ids=["at midnight", "on a day"],
)
def test_an_interview_is_timed_where_more_than_the_day_of_its_start_is_known(
    starts: date, expected: bool
) -> None:
    here = subject_of(searching(applied(Interview(starts=starts, timezone=LONDON))))
    assert expected is interview.timed.evaluate(here)
    assert at("2026-11-24 00:00") == interview.starts.evaluate(here)
    assert "only the day of the interview is known" == interview.timed.say(denied=True)


def test_the_interviewers_are_unknown_until_somebody_tells_even_that_there_were_none() -> None:
    unknown = met(interview.interviewers, interviewers=None)
    assert [("interview.interviewers", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)
    assert "Whom did you meet at the interview with {employer} on {day}?" == question(unknown)
    assert () == met(interview.interviewers, interviewers=[])
    assert (priya(),) == met(interview.interviewers)


def test_leaving_the_building_has_not_happened_while_it_is_missing() -> None:
    assert ENDS == met(interview.left, left=ENDS)
    assert MIDNIGHT == met(interview.left, left=date(2026, 11, 24))
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
    questions = [AskedQuestion(text="Why us?", tricky=is_tricky) for is_tricky in tricky]
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
    rounds = interview.next_round_starts
    assert expected == next_of(applied(meeting(), later(starts)), fact=rounds)
    assert expected == next_of(applied(later(starts), employer="Bolt"), applied(meeting()))


def test_there_is_none_after_the_last_interview() -> None:
    assert NOT_YET is next_of(applied(meeting()))


@pytest.mark.parametrize(
    "outcome", ["rejected", "withdrawn", "declined", "accepted", "no-answer", "closed"]
)
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
    brief, in_a_week = meeting(ends="2026-11-24 10:00"), later(at("2026-12-01 10:00"))
    assert NOT_YET is next_of(applied(brief))
    assert "2026-12-01 10:00" == wall(next_of(applied(brief, in_a_week)))


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        pytest.param(MIDNIGHT - TICK, NOT_YET, id="just before midnight"),
        pytest.param(MIDNIGHT, MIDNIGHT, id="at midnight"),
        pytest.param(MIDNIGHT + TICK, MIDNIGHT + TICK, id="just after midnight"),
    ],
)
def test_where_nobody_told_the_end_the_next_interview_starts_from_the_midnight_after_it_on(
    starts: datetime, expected: object
) -> None:
    bolt = applied(later(starts), employer="Bolt")
    assert expected == next_of(applied(meeting(ends=None)), bolt)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 11, 24), NOT_YET, id="on the same day"),
        pytest.param(date(2026, 11, 25), MIDNIGHT, id="on the day after"),
    ],
)
def test_the_next_interview_of_which_only_the_day_is_known_starts_with_that_day(
    day: date, expected: object
) -> None:
    assert expected == next_of(applied(meeting(), Interview(starts=day, timezone=LONDON)))


@pytest.mark.parametrize("not_held", ["cancelled", "no-show"])
def test_what_does_not_take_place_is_nobody_s_next(not_held: str) -> None:
    void = meeting("2026-11-25 10:00", "2026-11-25 11:00", not_held=not_held)
    in_a_week = later(at("2026-12-01 10:00"))
    assert NOT_YET is next_of(applied(meeting(), void))
    assert at("2026-12-01 10:00") == next_of(applied(meeting(), void, in_a_week))


@pytest.mark.parametrize("not_held", ["cancelled", "no-show"])
def test_without_a_next_interview_its_days_are_those_of_this_one(not_held: str) -> None:
    void = meeting("2026-11-25 10:00", "2026-11-25 11:00", NEW_YORK, not_held=not_held)
    here = subject_of(searching(applied(meeting(), void)), of="2026-11-24")
    assert LONDON == interview.next_starts.zone(here).key


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
        pytest.param(at("2026-11-24 10:00"), None, False, id="from 10, nobody told until when"),
        pytest.param(
            at("2026-11-24 10:00"), date(2026, 11, 24), False, id="from 10 until some time"
        ),
        pytest.param(date(2026, 11, 24), None, False, id="on a day"),
        pytest.param(date(2026, 11, 24), ENDS, True, id="on a day until 11"),
    ],
)
def test_a_morning_interview_starts_before_noon_and_leaves_an_hour_of_the_afternoon(
    starts: date, ends: date | None, expected: bool
) -> None:
    met = Interview(starts=starts, ends=ends, timezone=LONDON)
    here = subject_of(searching(applied(met)), "interview")
    assert expected is interview.in_the_morning.evaluate(here)


def test_a_morning_is_one_in_the_zone_of_the_interview() -> None:
    evening = meeting("2026-11-24 17:00", "2026-11-24 18:00", NEW_YORK, key="evening")
    morning = meeting("2026-11-24 09:00", "2026-11-24 10:00", NEW_YORK)  # from 14:00 in London
    subjects_met = subjects(searching(applied(morning, evening)))["interview"]
    assert [True, False] == [interview.in_the_morning.evaluate(subject) for subject in subjects_met]
