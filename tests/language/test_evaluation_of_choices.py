"""What choices of moments give for a subject, and in which zone their days are counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import (
    LONDON,
    NEW_YORK,
    applied,
    at,
    meeting,
    searching,
)
from expressions import (
    ANOTHER,
    EARLY,
    HERE,
    LATE,
    MAYBE,
    MIDDLE,
    NEVER,
    NO,
    SOMETIME,
    YES,
    hanging_on,
    on,
    subject_of,
)
from interview_followup.language import (
    NOT_YET,
    Condition,
    Moment,
    application,
    days,
    earlier_of,
    first_known,
    interview,
    last_of,
    later_of,
    minutes,
    moment_fact,
    named,
    when,
)


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        pytest.param([on(EARLY)], EARLY, id="of one"),
        pytest.param([on(EARLY), on(LATE), on(MIDDLE)], LATE, id="of three"),
        pytest.param([on(LATE), NEVER], NOT_YET, id="of a moment and an event"),
        pytest.param([SOMETIME, on(LATE)], hanging_on("sometime"), id="of an unknown"),
        pytest.param([SOMETIME, NEVER], NOT_YET, id="of an unknown and an event"),
        pytest.param(
            [SOMETIME, on(LATE), ANOTHER], hanging_on("sometime", "another"), id="of two unknowns"
        ),
    ],
)
def test_the_later_of_several_waits_for_them_all(moments: list[Moment], expected: object) -> None:
    assert expected == later_of(*moments).evaluate(HERE)
    assert expected == later_of(*reversed(moments)).evaluate(HERE)


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        pytest.param([on(EARLY)], EARLY, id="of one"),
        pytest.param([on(EARLY), on(LATE), on(MIDDLE)], LATE, id="of three"),
        pytest.param([on(LATE), NEVER], LATE, id="of a moment and an event"),
        pytest.param([NEVER, on(EARLY), on(LATE)], LATE, id="of an event and two moments"),
        pytest.param([NEVER, NEVER], NOT_YET, id="of events"),
        pytest.param([SOMETIME, on(LATE)], hanging_on("sometime"), id="of an unknown"),
        pytest.param([SOMETIME, NEVER], hanging_on("sometime"), id="of an unknown and an event"),
    ],
)
def test_the_last_of_several_is_the_later_of_those_that_have_come(
    moments: list[Moment], expected: object
) -> None:
    assert expected == last_of(*moments).evaluate(HERE)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (last_of(NEVER, on(LATE)), None),
        (last_of(on(EARLY), on(LATE)), None),
        (last_of(NEVER, NEVER), "the event or, if later, the event"),
    ],
)
def test_the_last_of_several_is_said_as_the_one_that_it_is(
    moment: Moment, words: str | None
) -> None:
    assert (words or moment.operands[1].say(HERE)) == moment.say(HERE)


def test_what_is_there_exists_and_what_happens_happened() -> None:
    assert application.recruiter.exists == application.recruiter.happened
    assert "a recruiter is on record" == str(application.recruiter.exists)


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        pytest.param([on(EARLY)], EARLY, id="of one"),
        pytest.param([on(MIDDLE), on(EARLY), on(LATE)], EARLY, id="of three"),
        pytest.param([on(LATE), NEVER], LATE, id="of a moment and an event"),
        pytest.param([NEVER, NEVER], NOT_YET, id="of two events"),
        pytest.param([SOMETIME, on(LATE)], hanging_on("sometime"), id="of an unknown"),
        pytest.param([SOMETIME, NEVER], hanging_on("sometime"), id="of an unknown and an event"),
        pytest.param(
            [SOMETIME, NEVER, ANOTHER], hanging_on("sometime", "another"), id="of two unknowns"
        ),
    ],
)
def test_the_earlier_of_several_leaves_out_what_has_not_happened(
    moments: list[Moment], expected: object
) -> None:
    assert expected == earlier_of(*moments).evaluate(HERE)
    assert expected == earlier_of(*reversed(moments)).evaluate(HERE)


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        pytest.param([on(LATE), on(EARLY)], LATE, id="the first"),
        pytest.param([NEVER, on(EARLY)], EARLY, id="after an event"),
        pytest.param([SOMETIME, on(EARLY)], EARLY, id="after an unknown"),
        pytest.param([SOMETIME, NEVER, on(EARLY), on(LATE)], EARLY, id="after both"),
        pytest.param([on(EARLY), SOMETIME], EARLY, id="before an unknown"),
        pytest.param([SOMETIME, NEVER], NOT_YET, id="else the last, an event"),
        pytest.param([NEVER, SOMETIME, NEVER], NOT_YET, id="else the last of three, an event"),
        pytest.param(
            [NEVER, NEVER, SOMETIME],
            hanging_on("sometime"),
            id="else the last of three, an unknown",
        ),
        pytest.param([NEVER], NOT_YET, id="else the only one"),
        pytest.param([NEVER, SOMETIME], hanging_on("sometime"), id="else the last, an unknown"),
        pytest.param(
            [SOMETIME, ANOTHER], hanging_on("sometime", "another"), id="else all that is unknown"
        ),
    ],
)
def test_the_first_known_is_the_first_in_order_that_has_happened(
    moments: list[Moment], expected: object
) -> None:
    assert expected == first_known(*moments).evaluate(HERE)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        pytest.param(YES, EARLY, id="so"),
        pytest.param(NO, LATE, id="not so"),
        pytest.param(MAYBE, hanging_on("maybe"), id="unknown"),
    ],
)
def test_when_chooses_as_its_condition_decides(condition: Condition, expected: object) -> None:
    assert expected == when(condition, on(EARLY), otherwise=on(LATE)).evaluate(HERE)


def test_the_moment_that_is_not_chosen_may_be_unknown() -> None:
    assert EARLY == when(YES, on(EARLY), otherwise=SOMETIME).evaluate(HERE)
    assert LATE == when(NO, SOMETIME, otherwise=on(LATE)).evaluate(HERE)


def tall(moment: Moment) -> Moment:
    """Return the same moment, as an expression that is taller than recursion goes."""
    for _ in range(100):
        moment += minutes(0)
    return moment


def raises(_: object) -> None:
    raise AssertionError("looked at")


TRAP = moment_fact("interview.trap", "trap", raises)


@pytest.mark.parametrize("height", [lambda moment: moment, tall], ids=["short", "tall"])
def test_what_is_not_chosen_is_not_looked_at(height: Callable[[Moment], Moment]) -> None:
    early, trap = height(on(EARLY)), height(TRAP)
    for moment in (
        when(YES, early, otherwise=trap),
        when(NO, trap, otherwise=early),
        when(NO, trap, otherwise=early).at("10:00"),
        when(early.happened, early, otherwise=trap),
        when(early.happened | trap.happened, early, otherwise=trap),
        when(~early.happened & trap.happened, trap, otherwise=early),
        first_known(early, trap),
    ):
        assert EARLY == moment.evaluate(HERE.afresh())


TWO_ZONES = subject_of(
    searching(
        applied(meeting(), meeting("2026-11-26 20:00", "2026-11-26 21:00", NEW_YORK)),
    )
)


def test_the_next_interviews_days_are_counted_in_its_own_zone() -> None:
    the_day_before = (interview.next_starts - days(1)).at("18:00")
    assert at("2026-11-25 18:00", NEW_YORK) == the_day_before.evaluate(TWO_ZONES)
    assert at("2026-11-24 18:00", LONDON) == interview.ends.at("18:00").evaluate(TWO_ZONES)


@pytest.mark.parametrize(
    "choice",
    [
        pytest.param(later_of(interview.ends, interview.next_starts), id="the later one"),
        pytest.param(later_of(interview.next_starts, interview.ends), id="the later one, turned"),
        pytest.param(first_known(interview.left, interview.next_starts), id="the first known"),
        pytest.param(when(YES, interview.next_starts, otherwise=interview.ends), id="when so"),
        pytest.param(when(NO, interview.ends, otherwise=interview.next_starts), id="when not so"),
        pytest.param(earlier_of(interview.left, interview.next_starts), id="the earlier one"),
        pytest.param(
            first_known(interview.left, later_of(interview.ends, interview.next_starts)),
            id="a choice within a choice",
        ),
        pytest.param(
            named("the later one", later_of(interview.ends, interview.next_starts)), id="a name"
        ),
        pytest.param(later_of(interview.ends, interview.next_starts) + days(0), id="a sum"),
    ],
)
def test_a_chosen_moments_days_are_counted_in_its_own_zone(choice: Moment) -> None:
    assert at("2026-11-26 18:00", NEW_YORK) == choice.at("18:00").evaluate(TWO_ZONES)


@pytest.mark.parametrize("condition", [YES, NO, MAYBE], ids=["true", "false", "unknown"])
def test_a_named_condition_is_the_condition_that_it_names(condition: Condition) -> None:
    assert condition.evaluate(HERE) == named("yes", condition, denial="no").evaluate(HERE)


@pytest.mark.parametrize("moment", [on(EARLY), NEVER, SOMETIME], ids=str)
def test_a_named_moment_is_the_moment_that_it_names(moment: Moment) -> None:
    assert moment.evaluate(HERE) == named("then", moment).evaluate(HERE)
