"""What expressions give for a subject: moments, conditions, counts and what is not known."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    LONDON,
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
from interview_followup import FollowupError, InvalidInput, JobSearch, Workdays, language
from interview_followup._errors import TruthTested, UnknownFact
from interview_followup.language import (
    NOT_YET,
    OURS,
    Condition,
    Expression,
    Moment,
    Parameter,
    Period,
    Unknown,
    application,
    condition_fact,
    days,
    detail_fact,
    done,
    earlier_of,
    first_known,
    hours,
    interview,
    last_done,
    last_of,
    later_of,
    minutes,
    moment_fact,
    named,
    parameter,
    person,
    search,
    times_done,
    when,
    working_days,
)
from interview_followup.language._missing import Missing
from interview_followup.language._subject import PERS, Per, Subject, subjects


def subject_of(job_search: JobSearch, per: Per = "interview") -> Subject:
    """Return the first subject of a kind."""
    return subjects(job_search)[per][0]


HERE = subject_of(searching(applied(meeting())))


def on(instant: datetime) -> Moment:
    return moment_fact("interview.moment", "the moment", lambda _: instant)


def holds(value: bool) -> Condition:
    return condition_fact("interview.fact", "the fact", lambda _: value)


def unsure(name: str) -> Condition:
    return condition_fact(f"interview.{name}", name, lambda _: None, ask=f"Is it {name}?")


EARLY, MIDDLE, LATE = (at(f"2026-11-24 {hour}:00") for hour in ("10", "11", "12"))
NAIVE = datetime(2026, 7, 1, 9)  # noqa: DTZ001
NEVER = moment_fact("interview.event", "the event", lambda _: None)
SOMETIME = moment_fact("interview.sometime", "some time", lambda _: None, ask="When?")
ANOTHER = moment_fact("interview.another", "another time", lambda _: None, ask="When else?")
YES, NO, MAYBE, PERHAPS = holds(True), holds(False), unsure("maybe"), unsure("perhaps")


def hanging_on(*names: str) -> Unknown:
    """Return the unknown that hangs on facts of this file about the interview."""
    asks = {
        "sometime": "When?",
        "another": "When else?",
        "maybe": "Is it maybe?",
        "perhaps": "Is it perhaps?",
    }
    return Unknown(
        frozenset(Missing(f"interview.{name}", asks[name], HERE.identities) for name in names)
    )


@pytest.mark.parametrize(
    ("function", "names"),
    [
        (language.parameter, ["source"]),
        (language.when, ["otherwise"]),
        (language.done, ["since"]),
        (language.times_done, ["since"]),
        (language.last_done, ["since"]),
        (language.moment_fact, ["ask", "zone"]),
        (language.condition_fact, ["denial", "ask"]),
        (language.detail_fact, ["denial", "ask"]),
        (language.named, ["denial"]),
        (language.Expression.say, ["denied"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_may_be_left_out_is_given_by_name(
    function: Callable[..., object], names: list[str]
) -> None:
    parameters = inspect.signature(function).parameters
    by_name = [name for name, each in parameters.items() if each.kind is each.KEYWORD_ONLY]
    assert names == by_name


# -- periods --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        pytest.param("2026-11-24 11:00", days(2), "2026-11-26 11:00", id="days"),
        pytest.param("2026-11-24 11:00", hours(30), "2026-11-25 17:00", id="hours"),
        pytest.param("2026-11-24 11:00", minutes(90), "2026-11-24 12:30", id="minutes"),
        pytest.param("2026-11-24 11:00", working_days(3), "2026-11-27 11:00", id="working days"),
        pytest.param("2026-11-24 11:00", days(0), "2026-11-24 11:00", id="no days"),
        pytest.param("2026-03-28 10:00", days(1), "2026-03-29 10:00", id="a day of 23 hours"),
        pytest.param("2026-03-28 10:00", hours(24), "2026-03-29 11:00", id="24 hours in spring"),
        pytest.param("2026-03-29 00:30", minutes(60), "2026-03-29 02:30", id="across the gap"),
        pytest.param("2026-10-24 10:00", days(1), "2026-10-25 10:00", id="a day of 25 hours"),
        pytest.param("2026-10-24 10:00", hours(24), "2026-10-25 09:00", id="24 hours in autumn"),
        pytest.param("2026-03-28 01:30", days(1), "2026-03-29 02:30", id="a day into the gap"),
        pytest.param("2026-12-31 11:00", days(1), "2027-01-01 11:00", id="over a year's end"),
        pytest.param("2026-11-27 16:00", working_days(1), "2026-11-30 16:00", id="over a weekend"),
        pytest.param("2026-11-28 16:00", working_days(1), "2026-11-30 16:00", id="from a weekend"),
        pytest.param("2026-11-28 16:00", working_days(0), "2026-11-28 16:00", id="no working day"),
        pytest.param("2026-03-27 10:00", working_days(1), "2026-03-30 10:00", id="and in spring"),
    ],
)
def test_adding_a_period_goes_on_from_a_moment(start: str, period: Period, expected: str) -> None:
    assert expected == wall((on(at(start)) + period).evaluate(HERE))


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        pytest.param("2026-11-24 11:00", days(2), "2026-11-22 11:00", id="days"),
        pytest.param("2026-11-24 11:00", hours(12), "2026-11-23 23:00", id="hours"),
        pytest.param("2026-11-24 11:00", minutes(10), "2026-11-24 10:50", id="minutes"),
        pytest.param("2026-11-24 11:00", working_days(2), "2026-11-20 11:00", id="working days"),
        pytest.param("2026-03-29 10:00", days(1), "2026-03-28 10:00", id="a day of 23 hours"),
        pytest.param("2026-03-29 10:00", hours(24), "2026-03-28 09:00", id="24 hours in spring"),
        pytest.param("2026-10-25 10:00", days(1), "2026-10-24 10:00", id="a day of 25 hours"),
        pytest.param("2026-10-25 10:00", hours(24), "2026-10-24 11:00", id="24 hours in autumn"),
        pytest.param("2026-03-30 01:30", days(1), "2026-03-29 02:30", id="a day into the gap"),
    ],
)
def test_subtracting_a_period_goes_back(start: str, period: Period, expected: str) -> None:
    assert expected == wall((on(at(start)) - period).evaluate(HERE))


def test_a_computed_time_that_the_clocks_repeat_is_the_first_of_the_two() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert first == (on(at("2026-10-24 01:30")) + days(1)).evaluate(HERE)
    assert first == (on(at("2026-10-26 01:30")) - days(1)).evaluate(HERE)


def test_each_addition_is_resolved_before_the_next() -> None:
    start = on(at("2026-03-28 01:30"))
    assert "2026-03-30 02:30" == wall((start + days(1) + days(1)).evaluate(HERE))
    assert "2026-03-30 01:30" == wall((start + days(2)).evaluate(HERE))


def test_a_period_may_be_a_parameter() -> None:
    lead = parameter("lead", days(2), "how long before")
    assert "2026-11-26 10:00" == wall((on(EARLY) + lead).evaluate(HERE))
    assert "2026-11-22 10:00" == wall((on(EARLY) - lead).evaluate(HERE))


def test_a_day_is_not_twenty_four_hours() -> None:
    assert days(1) != hours(24)
    assert interview.ends + days(1) != interview.ends + hours(24)


def test_working_days_are_the_employers_where_they_differ() -> None:
    friday = on(at("2026-11-27 16:00"))
    theirs = Workdays(weekend=["Friday", "Saturday"])
    ours = Workdays(holidays=[date(2026, 11, 30)])
    differing = subject_of(searching(applied(meeting(), workdays=theirs), workdays=ours))
    alike = subject_of(searching(applied(meeting()), workdays=ours))
    assert "2026-11-29 16:00" == wall((friday + working_days(1)).evaluate(differing))
    assert "2026-12-01 16:00" == wall((friday + working_days(1)).evaluate(alike))


@pytest.mark.parametrize("amount", [-1, 1.5, "2", True, None], ids=repr)
@pytest.mark.parametrize("unit", [days, hours, minutes, working_days])
def test_a_period_is_a_whole_number_and_never_negative(
    unit: Callable[[Any], Period], amount: object
) -> None:
    with pytest.raises(InvalidInput, match="subtract the period to go back"):
        unit(amount)


# -- times of day ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "clock",
    [
        pytest.param("14:00", id="text"),
        pytest.param(time(14), id="a time"),
        pytest.param(parameter("afternoon", time(14), "when to write"), id="a parameter"),
    ],
)
def test_at_gives_a_time_of_the_same_day(clock: time | str | Expression[time]) -> None:
    assert "2026-11-24 14:00" == wall(on(MIDDLE).at(clock).evaluate(HERE))


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        pytest.param("2026-11-24 18:00", "09:00", "2026-11-24 09:00", id="may go back"),
        pytest.param("2026-11-24 00:00", "00:00", "2026-11-24 00:00", id="from midnight"),
        pytest.param("2026-07-01 00:30", "09:00", "2026-07-01 09:00", id="on the local day"),
        pytest.param("2026-03-29 12:00", "01:30", "2026-03-29 02:30", id="in the gap"),
    ],
)
def test_at_keeps_the_local_day(day: str, clock: str, expected: str) -> None:
    assert expected == wall(on(at(day)).at(clock).evaluate(HERE))


def test_at_a_repeated_time_is_the_first_of_the_two() -> None:
    expected = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert expected == on(at("2026-10-25 12:00")).at("01:30").evaluate(HERE)


def test_times_of_day_are_read_in_the_zone_of_the_interview() -> None:
    abroad = subject_of(searching(applied(meeting(zone=NEW_YORK))))
    assert at("2026-11-24 14:00", NEW_YORK) == interview.ends.at("14:00").evaluate(abroad)


MIDNIGHT = at("2026-11-25 00:00")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(MIDNIGHT - TICK, "2026-11-25 00:00", id="just before midnight"),
        pytest.param(MIDNIGHT, "2026-11-26 00:00", id="at midnight"),
        pytest.param(MIDNIGHT + TICK, "2026-11-26 00:00", id="just after midnight"),
    ],
)
def test_the_midnight_after_a_moment_is_strictly_after_it(moment: datetime, expected: str) -> None:
    assert expected == wall(on(moment).midnight_after.evaluate(HERE))


NINE, FIVE = at("2026-11-27 09:00"), at("2026-11-27 17:00")  # a Friday


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(NINE - TICK, NINE, id="just before the office opens"),
        pytest.param(NINE, NINE, id="as the office opens"),
        pytest.param(NINE + TICK, NINE + TICK, id="just after the office opens"),
        pytest.param(FIVE - TICK, FIVE - TICK, id="just before the office closes"),
        pytest.param(FIVE, at("2026-11-30 09:00"), id="as the office closes on a Friday"),
        pytest.param(FIVE + TICK, at("2026-11-30 09:00"), id="just after it closes on a Friday"),
        pytest.param(at("2026-11-26 20:00"), NINE, id="in the evening of a Thursday"),
        pytest.param(at("2026-11-28 11:00"), at("2026-11-30 09:00"), id="on a Saturday"),
    ],
)
def test_office_time_waits_until_the_office_is_open(moment: datetime, expected: datetime) -> None:
    assert expected == on(moment).office_time.evaluate(HERE)


def test_office_time_keeps_the_employers_working_days() -> None:
    closed = Workdays(holidays=[date(2026, 11, 27)])
    subject = subject_of(searching(applied(meeting(), workdays=closed)))
    assert at("2026-11-30 09:00") == on(NINE).office_time.evaluate(subject)


def test_office_time_is_in_the_zone_of_the_interview() -> None:
    abroad = subject_of(searching(applied(meeting(zone=NEW_YORK))))
    expected = at("2026-11-27 09:00", NEW_YORK)
    assert expected == on(NINE).office_time.evaluate(abroad)


@pytest.mark.parametrize(
    "opens",
    [
        pytest.param(time(17), id="as they end"),
        pytest.param(time(17, 0, 0, 1), id="just after they end"),
    ],
)
def test_office_hours_have_to_begin_before_they_end(opens: time) -> None:
    tuned = [Parameter("office-opens", opens, "when office hours begin", OURS)]
    with pytest.raises(InvalidInput, match="let office-opens be before office-closes"):
        interview.ends.office_time.tuned(tuned)


def test_office_hours_may_be_as_short_as_you_like() -> None:
    opens = Parameter("office-opens", time(16, 59, 59, 999_999), "when they begin", OURS)
    assert FIVE - TICK == on(NINE).office_time.tuned([opens]).evaluate(HERE)


# -- what has not happened yet, and what is not known ---------------------------------------------

MOVES: list[tuple[str, Callable[[Moment], Moment]]] = [
    ("+ days", lambda moment: moment + days(1)),
    ("+ hours", lambda moment: moment + hours(1)),
    ("+ minutes", lambda moment: moment + minutes(1)),
    ("+ working days", lambda moment: moment + working_days(1)),
    ("- days", lambda moment: moment - days(1)),
    ("- hours", lambda moment: moment - hours(1)),
    ("at", lambda moment: moment.at("09:00")),
    ("midnight after", lambda moment: moment.midnight_after),
    ("office time", lambda moment: moment.office_time),
    ("later of", lambda moment: later_of(moment, on(MIDDLE))),
    ("the later of two", lambda moment: later_of(on(MIDDLE), moment)),
    ("last of", last_of),
    ("first known", first_known),
    ("when so", lambda moment: when(YES, moment, otherwise=on(MIDDLE))),
    ("when not so", lambda moment: when(NO, on(MIDDLE), otherwise=moment)),
]


@pytest.mark.parametrize("move", [pytest.param(move, id=name) for name, move in MOVES])
def test_what_hangs_on_an_event_that_has_not_happened_has_not_happened(
    move: Callable[[Moment], Moment],
) -> None:
    assert NOT_YET is move(NEVER).evaluate(HERE)


@pytest.mark.parametrize("move", [pytest.param(move, id=name) for name, move in MOVES])
def test_what_hangs_on_a_missing_detail_is_unknown(move: Callable[[Moment], Moment]) -> None:
    assert hanging_on("sometime") == move(SOMETIME).evaluate(HERE)


def test_an_unknown_names_the_fact_its_question_and_its_subject() -> None:
    held = subjects(searching(applied(meeting(interviewers=[tom()]))))
    [tom_there] = held["person"]
    expected = Missing("person.email", "What is {person}'s e-mail address?", tom_there.identities)
    assert Unknown(frozenset([expected])) == person.email.evaluate(tom_there)


def test_an_unknown_about_something_wider_names_that() -> None:
    held = subjects(searching(applied(meeting(ends=None))))
    missing = application.follow_up.evaluate(held["person"][0])
    assert isinstance(missing, Unknown)
    assert [held["application"][0].identities] == [each.identities for each in missing.missing]


def test_what_has_not_happened_is_written_as_its_name() -> None:
    assert "NOT_YET" == repr(NOT_YET)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(on(EARLY), True, id="a moment"),
        pytest.param(NEVER, True, id="an event: it is known not to have happened"),
        pytest.param(SOMETIME, False, id="a missing moment"),
        pytest.param(detail_fact("person.pet", "a pet", lambda _: "cat"), True, id="a detail"),
        pytest.param(
            detail_fact("person.pet", "a pet", lambda _: None, ask="Which?"),
            False,
            id="a missing detail",
        ),
    ],
)
def test_known_is_false_only_for_what_is_unknown(part: Moment, expected: bool) -> None:
    assert expected is part.known.evaluate(HERE)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(on(EARLY), True, id="a moment"),
        pytest.param(NEVER, False, id="an event"),
        pytest.param(SOMETIME, hanging_on("sometime"), id="a missing moment"),
        pytest.param(detail_fact("person.pet", "a pet", lambda _: "cat"), True, id="a detail"),
        pytest.param(detail_fact("person.pet", "a pet", lambda _: None), False, id="no detail"),
    ],
)
def test_happened_is_unknown_where_the_fact_is(part: Moment, expected: object) -> None:
    assert expected == part.happened.evaluate(HERE)


# -- comparisons and choices ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(MIDDLE - TICK, True, id="just before"),
        pytest.param(MIDDLE, False, id="at the same moment"),
        pytest.param(MIDDLE + TICK, False, id="just after"),
    ],
)
def test_before_is_strict(moment: datetime, expected: bool) -> None:
    assert expected is on(moment).before(on(MIDDLE)).evaluate(HERE)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(on(EARLY), NEVER, True, id="a moment and an event"),
        pytest.param(on(EARLY), SOMETIME, hanging_on("sometime"), id="a moment and an unknown"),
        pytest.param(NEVER, on(EARLY), False, id="an event and a moment"),
        pytest.param(NEVER, NEVER, False, id="an event and an event"),
        pytest.param(NEVER, SOMETIME, False, id="an event and an unknown"),
        pytest.param(SOMETIME, on(EARLY), hanging_on("sometime"), id="an unknown and a moment"),
        pytest.param(SOMETIME, NEVER, hanging_on("sometime"), id="an unknown and an event"),
        pytest.param(
            SOMETIME, ANOTHER, hanging_on("sometime", "another"), id="an unknown and an unknown"
        ),
    ],
)
def test_what_has_not_happened_is_before_nothing(
    one: Moment, other: Moment, expected: object
) -> None:
    assert expected == one.before(other).evaluate(HERE)


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


# -- conditions, in Kleene's logic ----------------------------------------------------------------

KLEENE = {"true": (YES, YES), "false": (NO, NO), "unknown": (MAYBE, PERHAPS)}
OUTCOMES: dict[str, object] = {
    "true": True,
    "false": False,
    "the first": hanging_on("maybe"),
    "the second": hanging_on("perhaps"),
    "both": hanging_on("maybe", "perhaps"),
}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("true", "true", "true"),
        ("true", "false", "false"),
        ("true", "unknown", "the second"),
        ("false", "true", "false"),
        ("false", "false", "false"),
        ("false", "unknown", "false"),
        ("unknown", "true", "the first"),
        ("unknown", "false", "false"),
        ("unknown", "unknown", "both"),
    ],
)
def test_and_is_false_once_a_part_is_and_unknown_as_its_parts_are(
    left: str, right: str, expected: str
) -> None:
    both = KLEENE[left][0] & KLEENE[right][1]
    assert OUTCOMES[expected] == both.evaluate(HERE)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("true", "true", "true"),
        ("true", "false", "true"),
        ("true", "unknown", "true"),
        ("false", "true", "true"),
        ("false", "false", "false"),
        ("false", "unknown", "the second"),
        ("unknown", "true", "true"),
        ("unknown", "false", "the first"),
        ("unknown", "unknown", "both"),
    ],
)
def test_or_is_true_once_a_part_is_and_unknown_as_its_parts_are(
    left: str, right: str, expected: str
) -> None:
    either = KLEENE[left][0] | KLEENE[right][1]
    assert OUTCOMES[expected] == either.evaluate(HERE)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        pytest.param(YES, False, id="true"),
        pytest.param(NO, True, id="false"),
        pytest.param(MAYBE, hanging_on("maybe"), id="unknown"),
    ],
)
def test_not_turns_true_and_false_round_and_leaves_unknown(
    condition: Condition, expected: object
) -> None:
    assert expected == (~condition).evaluate(HERE)


def test_a_fact_that_is_missing_twice_is_named_once() -> None:
    assert hanging_on("maybe") == (MAYBE & MAYBE).evaluate(HERE)


Tree = Any  # the index of a fact, ("not", tree), ("and", tree, tree) or ("or", tree, tree)
TREES = st.recursive(
    st.integers(0, 3),
    lambda trees: (
        st.tuples(st.just("not"), trees) | st.tuples(st.sampled_from(["and", "or"]), trees, trees)
    ),
    max_leaves=8,
)
KNOWLEDGE = st.lists(st.sampled_from([True, False, None]), min_size=4, max_size=4)


def built(tree: Tree, known: list[bool | None]) -> Condition:
    """Return a condition over four facts, of which those that are None are unknown."""
    if isinstance(tree, int):
        return condition_fact(f"interview.f{tree}", f"f{tree}", lambda _: known[tree], ask="?")
    operator, *parts = tree
    conditions = [built(part, known) for part in parts]
    if operator == "not":
        return ~conditions[0]
    one, other = conditions
    return one & other if operator == "and" else one | other


@settings(max_examples=150, deadline=None)
@given(TREES, TREES, KNOWLEDGE)
def test_de_morgans_laws_hold_for_conditions(
    one: Tree, other: Tree, known: list[bool | None]
) -> None:
    a, b = built(one, known), built(other, known)
    assert (~(a & b)).evaluate(HERE) == (~a | ~b).evaluate(HERE)
    assert (~(a | b)).evaluate(HERE) == (~a & ~b).evaluate(HERE)


@settings(max_examples=150, deadline=None)
@given(TREES, KNOWLEDGE, st.lists(st.booleans(), min_size=4, max_size=4))
def test_what_is_decided_stays_decided_once_more_is_known(
    tree: Tree, known: list[bool | None], truth: list[bool]
) -> None:
    less = built(tree, known).evaluate(HERE)
    more = built(
        tree, [now if now is not None else then for now, then in zip(known, truth, strict=True)]
    ).evaluate(HERE)
    assert isinstance(more, bool)
    assert isinstance(less, Unknown) or less is more


@settings(max_examples=150, deadline=None)
@given(TREES, KNOWLEDGE)
def test_an_unknown_hangs_only_on_facts_that_are_missing(
    tree: Tree, known: list[bool | None]
) -> None:
    value = built(tree, known).evaluate(HERE)
    missing = {f"interview.f{index}" for index, fact in enumerate(known) if fact is None}
    if isinstance(value, Unknown):
        assert value.missing
        assert {each.fact for each in value.missing} <= missing


# -- acts done ------------------------------------------------------------------------------------

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


# -- facts of one's own ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given_",
    [
        pytest.param(pendulum.datetime(2026, 7, 1, 10, tz=LONDON), id="pendulum"),
        pytest.param(pendulum.datetime(2026, 7, 1, 9, tz="UTC"), id="pendulum in UTC"),
        pytest.param(
            pendulum.DateTime(2026, 7, 1, 9, tzinfo=UTC), id="pendulum in the stdlib's UTC"
        ),
        pytest.param(at("2026-07-01 05:00", NEW_YORK), id="another zone"),
        pytest.param(datetime(2026, 7, 1, 11, tzinfo=timezone(timedelta(hours=2))), id="an offset"),
        pytest.param(datetime(2026, 7, 1, 9, tzinfo=UTC), id="UTC"),
    ],
)
def test_a_moment_of_ones_own_becomes_an_instant_in_utc(given_: datetime) -> None:
    value = moment_fact("interview.own", "my own", lambda _: given_).evaluate(HERE)
    assert (datetime, datetime(2026, 7, 1, 9, tzinfo=UTC), UTC) == (
        type(value),
        value,
        value.tzinfo,
    )


def test_the_second_reading_of_a_repeated_time_stays_the_second() -> None:
    second = pendulum.datetime(2026, 10, 25, 1, 30, tz=LONDON, fold=1)
    value = moment_fact("interview.own", "my own", lambda _: second).evaluate(HERE)
    assert datetime(2026, 10, 25, 1, 30, tzinfo=UTC) == value


def test_a_moment_of_ones_own_counts_like_any_other() -> None:
    own = moment_fact(
        "interview.own", "my own", lambda _: pendulum.DateTime(2026, 7, 1, tzinfo=UTC)
    )
    assert datetime(2026, 7, 2, tzinfo=UTC) == (own + days(1)).evaluate(HERE)


def test_a_naive_moment_is_refused() -> None:
    own = moment_fact("interview.own", "my own", lambda _: NAIVE)
    expected = r"^interview\.own: gave 2026-07-01T09:00:00, which has no zone; give it one$"
    with pytest.raises(InvalidInput, match=expected):
        own.evaluate(HERE)


@pytest.mark.parametrize("value", [date(2026, 7, 1), "2026-07-01T09:00Z"], ids=repr)
def test_what_is_no_moment_is_refused_from_a_moment_of_ones_own(value: Any) -> None:
    own = moment_fact("interview.own", "my own", lambda _: value)
    with pytest.raises(InvalidInput, match=r"^interview\.own: "):
        (own + days(1)).evaluate(HERE)


def test_a_fact_of_ones_own_may_say_itself_that_it_is_missing() -> None:
    missing = hanging_on("sometime")
    assert NOT_YET is moment_fact("interview.own", "my own", lambda _: NOT_YET).evaluate(HERE)
    assert missing is moment_fact("interview.own", "my own", lambda _: missing).evaluate(HERE)


def test_a_moment_of_ones_own_may_bring_its_zone() -> None:
    own = moment_fact(
        "interview.own",
        "my own",
        lambda _: at("2026-07-01 12:00"),
        zone=lambda _: ZoneInfo(NEW_YORK),
    )
    assert at("2026-07-01 09:00", NEW_YORK) == own.at("09:00").evaluate(HERE)


@pytest.mark.parametrize("missing", [None, NOT_YET], ids=repr)
def test_a_condition_that_is_missing_and_cannot_be_asked_about_does_not_hold(
    missing: Any,
) -> None:
    silent = condition_fact("interview.own", "my own", lambda _: missing)
    assert [False, True, False, False] == [
        condition.evaluate(HERE) for condition in (silent, ~silent, silent & YES, silent | NO)
    ]


@pytest.mark.parametrize("value", [0, 1, "", "yes", ()], ids=repr)
def test_what_is_neither_true_nor_false_is_refused_from_a_condition_of_ones_own(
    value: Any,
) -> None:
    own = condition_fact("interview.own", "my own", lambda _: value)
    with pytest.raises(InvalidInput, match=r"^interview\.own: "):
        (own & YES).evaluate(HERE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("interview.own", ["interview"], id="of the interview"),
        pytest.param("person.own", ["Priya Shah", "Tom Reed"], id="of each person"),
    ],
)
def test_a_fact_is_asked_once_for_what_it_is_about(name: str, expected: list[str]) -> None:
    asked: list[str] = []

    def get(subject: Subject) -> datetime:
        asked.append(subject.person.name if subject.per == "person" else subject.per)
        return EARLY

    own = moment_fact(name, "my own", get)
    panel = subjects(searching(applied(meeting(interviewers=[priya(), tom()]))))["person"]
    for subject in panel * 2:
        assert MIDDLE == later_of(own, own + hours(1)).evaluate(subject)
    assert expected == asked


def test_a_detail_is_given_as_it_is() -> None:
    assert "cat" == detail_fact("person.pet", "a pet", lambda _: "cat").evaluate(HERE)


@pytest.mark.parametrize(
    "name", ["ends", "interviews.ends", "", ".ends", "Interview.ends", "zone.ends"]
)
def test_a_fact_has_to_say_what_it_is_about(name: str) -> None:
    mend = "start it with one of search, application, interview, person, as in 'interview.ends'"
    with pytest.raises(InvalidInput, match=mend):
        moment_fact(name, "the end", lambda _: None)


@pytest.mark.parametrize("condition", [YES, NO, MAYBE], ids=["true", "false", "unknown"])
def test_a_named_condition_is_the_condition_that_it_names(condition: Condition) -> None:
    assert condition.evaluate(HERE) == named("yes", condition, denial="no").evaluate(HERE)


@pytest.mark.parametrize("moment", [on(EARLY), NEVER, SOMETIME], ids=str)
def test_a_named_moment_is_the_moment_that_it_names(moment: Moment) -> None:
    assert moment.evaluate(HERE) == named("then", moment).evaluate(HERE)


# -- what cannot be written -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "test",
    [
        pytest.param(lambda: bool(interview.remote), id="bool"),
        pytest.param(lambda: 1 if interview.remote else 2, id="if"),
        pytest.param(lambda: interview.remote and interview.tricky_questions, id="and"),
        pytest.param(lambda: interview.remote or interview.tricky_questions, id="or"),
        pytest.param(lambda: not interview.remote, id="not"),
        pytest.param(lambda: interview.remote & YES and NO, id="chained"),
        pytest.param(lambda: any([interview.remote]), id="any"),
        pytest.param(lambda: [1 for _ in "x" if interview.left.happened], id="a filter"),
        pytest.param(lambda: bool(interview.ends), id="a moment"),
        pytest.param(lambda: bool(times_done("chase")), id="a count"),
        pytest.param(lambda: bool(person.email), id="a detail"),
        pytest.param(lambda: bool(parameter("x", 1, "x")), id="a parameter"),
    ],
)
def test_an_expression_has_no_truth_value(test: Callable[[], object]) -> None:
    with pytest.raises(TruthTested, match="has no truth value while a rule is being written"):
        test()


def test_the_error_for_a_truth_test_says_which_expression() -> None:
    with pytest.raises(TruthTested, match="'the interview is by video or phone' has no truth"):
        bool(interview.remote)
    assert issubclass(TruthTested, FollowupError)
    assert issubclass(TruthTested, TypeError)


def test_moments_are_not_compared_with_signs() -> None:
    with pytest.raises(TypeError):
        interview.starts < interview.ends  # noqa: B015


@pytest.mark.parametrize(
    ("namespace", "name", "expected"),
    [
        pytest.param(
            interview,
            "endz",
            "interview.endz: there is no such fact about an interview; did you mean 'ends'?",
            id="interview",
        ),
        pytest.param(
            application,
            "awaits",
            "application.awaits: there is no such fact about an application; "
            "did you mean 'awaited'?",
            id="application",
        ),
        pytest.param(
            person,
            "Email",
            "person.Email: there is no such fact about a person; did you mean 'email'?",
            id="person",
        ),
        pytest.param(
            search,
            "xyz",
            "search.xyz: there is no such fact about a search; use one of: first_ends, signed",
            id="search, with nothing near",
        ),
    ],
)
def test_a_misspelt_fact_fails_when_it_is_written(
    namespace: object, name: str, expected: str
) -> None:
    with pytest.raises(UnknownFact) as caught:
        getattr(namespace, name)
    assert expected == str(caught.value)


def test_a_misspelt_fact_is_an_attribute_error_and_one_of_this_librarys() -> None:
    assert issubclass(UnknownFact, AttributeError)
    assert issubclass(UnknownFact, FollowupError)
    assert not hasattr(interview, "endz")


def test_a_misspelt_fact_fails_under_mypy(tmp_path: Path) -> None:
    written = tmp_path / "rules.py"
    written.write_text(
        "from interview_followup.language import interview\n"
        "right = interview.ends\n"
        "wrong = interview.endz\n"
    )
    command = [sys.executable, "-m", "mypy", "--config-file=", f"--cache-dir={tmp_path}"]
    told = subprocess.run(
        [*command, "--no-error-summary", written.name],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
    )
    expected = 'rules.py:3: error: "InterviewFacts" has no attribute "endz"  [attr-defined]\n'
    assert expected == told.stdout


loose: Any = language  # as somebody writes who does not check types
ends: Any = interview.ends
chases: Any = times_done("chase")
remote: Any = interview.remote

WRONG: list[tuple[str, Callable[[], object], str]] = [
    ("a number for a period", lambda: ends + 2, "give a period such as days(2)"),
    ("a timedelta", lambda: ends - timedelta(1), "give a period such as days(2)"),
    ("a moment for a period", lambda: ends + ends, "give a period such as days(2)"),
    (
        "a parameter that is no period",
        lambda: ends + parameter("x", time(9), "x"),
        "a period such as days(2)",
    ),
    ("a time that is none", lambda: ends.at("25:00"), "give one such as '14:00'"),
    ("a time with a zone", lambda: ends.at("14:00+01:00"), "leave it out: the moment has one"),
    ("a period for a time", lambda: ends.at(hours(1)), "give a time such as '14:00'"),
    ("a number for a time", lambda: ends.at(14), "give a time such as '14:00'"),
    ("a date and time", lambda: ends.at(NAIVE), "give a time such as '14:00'"),
    (
        "a parameter that is no time",
        lambda: ends.at(parameter("x", 9, "x")),
        "give a time such as '14:00'",
    ),
    ("a number to come before", lambda: ends.before(5), "as in interview.ends"),
    ("a detail to come before", lambda: ends.before(person.email), "as in interview.ends"),
    ("text for a number", lambda: chases.at_least("2"), "give a number"),
    ("true for a number", lambda: chases.at_least(True), "give a number"),
    ("a fact for a number", lambda: chases.at_least(remote), "give a number"),
    ("a moment for a condition", lambda: remote & ends, "as in person.email.known"),
    ("true for a condition", lambda: remote | True, "as in person.email.known"),
    ("when true", lambda: loose.when(True, NEVER, otherwise=NEVER), "person.email.known"),
    ("then a period", lambda: loose.when(YES, days(2), otherwise=NEVER), "interview.ends"),
    ("otherwise nothing", lambda: loose.when(YES, NEVER, otherwise=None), "interview.ends"),
    ("the later of nothing", later_of, "as in interview.ends"),
    ("the earlier of nothing", earlier_of, "as in interview.ends"),
    ("the first known of nothing", first_known, "as in interview.ends"),
    ("the later of a period", lambda: loose.later_of(NEVER, days(2)), "as in interview.ends"),
    ("the earlier of a detail", lambda: loose.earlier_of(person.email), "as in interview.ends"),
    ("the first known condition", lambda: loose.first_known(YES), "as in interview.ends"),
    ("since a period", lambda: loose.done("chase", since=days(2)), "as in interview.ends"),
    ("since a condition", lambda: loose.last_done("chase", since=YES), "as in interview.ends"),
    ("an act that is no slug", lambda: done("Thank You"), "lower-case words joined by hyphens"),
    ("an act that is no text", lambda: loose.times_done(5), "lower-case words"),
    ("several acts", lambda: loose.times_done(["chase"]), "lower-case words"),
    ("a name for a detail", lambda: loose.named("x", person.email), "person.email.known"),
    ("a name that is no slug", lambda: parameter("My Wait", 1, "x"), "lower-case words"),
    ("a name that is no text", lambda: loose.parameter(5, 1, "x"), "lower-case words"),
    ("text for a parameter", lambda: parameter("x", "14:00", "x"), "give a period, a datetime"),
    ("a fraction for a parameter", lambda: parameter("x", 1.5, "x"), "or a whole number"),
    ("true for a parameter", lambda: parameter("x", True, "x"), "or a whole number"),
    ("a zone for a parameter", lambda: parameter("x", time(9, tzinfo=UTC), "x"), "leave it out"),
]


@pytest.mark.parametrize(
    ("write", "mend"), [pytest.param(write, mend, id=name) for name, write, mend in WRONG]
)
def test_what_does_not_fit_is_refused_with_its_mend(write: Callable[[], object], mend: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        write()
    [problem] = caught.value.problems
    assert mend in problem.mend


# -- expressions are values -----------------------------------------------------------------------


def every_kind() -> Iterator[tuple[str, Expression[Any]]]:
    """Yield an expression of each kind, built anew."""
    yield "a fact", interview.ends
    yield "plus", interview.ends + days(1)
    yield "minus", interview.ends - days(1)
    yield "at", interview.ends.at("14:00")
    yield "midnight", interview.ends.midnight_after
    yield "office time", interview.ends.office_time
    yield "before", interview.starts.before(interview.ends)
    yield "known", person.email.known
    yield "happened", interview.left.happened
    yield "and", interview.remote & interview.tricky_questions
    yield "or", interview.remote | interview.tricky_questions
    yield "not", ~interview.remote
    yield "later", later_of(interview.starts, interview.ends)
    yield "earlier", earlier_of(interview.starts, interview.ends)
    yield "last of", last_of(interview.left, interview.ends)
    yield "first known", first_known(interview.left, interview.ends)
    yield "when", when(interview.remote, interview.starts, otherwise=interview.ends)
    yield "done", done("chase")
    yield "done since", done("chase", since=interview.ends)
    yield "times done", times_done("chase")
    yield "last done", last_done("chase")
    yield "at least", times_done("chase").at_least(2)
    yield "a named condition", named("so", interview.remote, denial="not so")
    yield "a named moment", named("then", interview.ends)
    yield "a parameter", parameter("wait", days(2), "how long")


KINDS = [
    pytest.param(one, other, id=name)
    for (name, one), (_, other) in zip(every_kind(), every_kind(), strict=True)
]


@pytest.mark.parametrize(("one", "other"), KINDS)
def test_expressions_written_alike_are_equal(one: Expression[Any], other: Expression[Any]) -> None:
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(("one", "other"), KINDS)
def test_what_was_said_or_evaluated_stays_equal(
    one: Expression[Any], other: Expression[Any]
) -> None:
    subject = subject_of(searching(applied(meeting())), "person")
    one.evaluate(subject)
    one.say(subject)
    one.say()
    assert one == other
    assert hash(one) == hash(other)


def test_expressions_written_differently_differ() -> None:
    assert len(list(every_kind())) == len({expression for _, expression in every_kind()})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(interview.ends + days(1), interview.ends + days(2), id="the amount"),
        pytest.param(interview.ends + days(1), interview.ends + working_days(1), id="the unit"),
        pytest.param(interview.ends.at("14:00"), interview.ends.at("14:01"), id="the time"),
        pytest.param(interview.ends.before(NEVER), NEVER.before(interview.ends), id="the order"),
        pytest.param(done("chase"), done("connect"), id="the act"),
        pytest.param(YES, NO, id="facts of one name"),
        pytest.param(
            interview.ends + parameter("wait", days(1), "x"),
            interview.ends + days(1),
            id="a parameter and its value",
        ),
    ],
)
def test_expressions_differ_by(one: Expression[Any], other: Expression[Any]) -> None:
    assert one != other


@pytest.mark.parametrize("name", ["operator", "operands", "leaf", "evaluate", "note"])
def test_expressions_are_frozen(name: str) -> None:
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(interview.ends, name, None)


def test_an_expression_gives_each_subject_its_own_value() -> None:
    held = subjects(
        searching(
            applied(meeting(interviewers=[priya(), tom()])),
            applied(meeting("2026-12-01 10:00", "2026-12-01 11:00"), employer="Bolt"),
        )
    )
    tomorrow = (interview.ends + days(1)).at("09:00")
    expected = ["2026-11-25 09:00", "2026-12-02 09:00"]
    assert expected == [wall(tomorrow.evaluate(each)) for each in held["interview"]]
    known = [person.email.known.evaluate(each) for each in held["person"]]
    assert [True, False, True] == known


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (lambda: parameter("most", 0, "x"), "most: 0 is less than 1; give a number from 1 on"),
        (
            lambda: loose.parameter("most", 2, None),
            "most: says no text, or no source; give both: a text and a Source(...)",
        ),
        (
            lambda: loose.parameter("most", 2, "x", source="A book"),
            "most: says no text, or no source; give both: a text and a Source(...)",
        ),
    ],
)
def test_a_number_is_at_least_one_and_says_what_it_is_and_whence(
    write: Callable[[], object], expected: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        write()
    assert expected == str(caught.value)
