"""How expressions say themselves in words, whatever the subject and for one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from builders import applied, at, did, meeting, priya, searching, tom
from expressions import HERE, NINE_O_CLOCK, SUNNY, WAIT, WARM, condition, moment, subject_of
from interview_followup.language import (
    Condition,
    Expression,
    Rule,
    Unknown,
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
    times_done,
    when,
    working_days,
)
from interview_followup.language._operators import WHEN
from interview_followup.language._subject import PERS, Subject, subjects
from interview_followup.strategies import rules


def by_words(*rows: tuple[Expression[Any], *tuple[str, ...]]) -> list[Any]:
    """Return the rows of a table, each called by the words of its expression."""
    return [pytest.param(*row, id=str(row[0])) for row in rows]


DAWN, DUSK = moment("dawn", "2026-11-24 07:00"), moment("dusk", "2026-11-24 16:00")
COFFEE, ELEVENSES = (
    moment("coffee", "2026-11-24 11:00"),
    moment("elevenses", "2026-11-24 11:00"),
)
NEVER = moment_fact("interview.event", "the event", lambda _: None)
NO_MORE = moment_fact("interview.other_event", "the other event", lambda _: None)
SOMETIME = moment_fact("interview.sometime", "some time", lambda _: None, ask="When?")
ANOTHER = moment_fact("interview.another", "another time", lambda _: None, ask="When else?")
NO_LONGER = moment_fact("interview.last_event", "the last event", lambda _: None)

RAINY, WINDY = (
    condition("it rains", "it is dry", False),
    condition("it is windy", "it is calm", False),
)
FOGGY = condition("it is foggy", "it is clear", None)


@pytest.mark.parametrize(
    ("expression", "expected"),
    by_words(
        (interview.ends, "the interview's end"),
        (interview.ends + days(2), "2 days after the interview's end"),
        (interview.ends + days(1), "1 day after the interview's end"),
        (interview.ends + working_days(1), "1 working day after the interview's end"),
        (interview.ends - minutes(10), "10 minutes before the interview's end"),
        (interview.ends + hours(0), "0 hours after the interview's end"),
        (interview.ends + WAIT, "7 days after the interview's end"),
        (interview.ends.at("14:00"), "14:00 on the day of the interview's end"),
        (interview.ends.at(NINE_O_CLOCK), "09:00 on the day of the interview's end"),
        ((interview.ends + days(1)).at("09:00"), "09:00 on the day after the interview's end"),
        ((interview.ends - days(1)).at("18:00"), "18:00 on the day before the interview's end"),
        ((interview.ends + days(2)).at("09:00"), "09:00, 2 days after the interview's end"),
        (
            (interview.ends + working_days(1)).at("09:00"),
            "09:00 on the first working day after the interview's end",
        ),
        (
            (interview.ends - working_days(1)).at("09:00"),
            "09:00 on the last working day before the interview's end",
        ),
        ((interview.ends + hours(1)).at("09:00"), "09:00, 1 hour after the interview's end"),
        (interview.ends.midnight_after, "the midnight after the interview's end"),
        (interview.ends.let_pass(days(0)), "the interview's end"),
        (interview.ends.let_pass(days(2)), "the end of 2 days after the interview's end"),
        (interview.ends.next_at("09:00"), "the first 09:00 after the interview's end"),
        (
            interview.ends.midnight_after.next_at("09:00"),
            "09:00 on the day after the interview's end",
        ),
        (
            (interview.ends + hours(1)).next_at("09:00"),
            "the first 09:00 at least 1 hour after the interview's end",
        ),
        (
            (interview.ends - hours(1)).next_at("09:00"),
            "the first 09:00 after 1 hour before the interview's end",
        ),
        (interview.ends.next_at(NINE_O_CLOCK), "the first 09:00 after the interview's end"),
        (
            later_of(DAWN, DUSK).next_at("09:00"),
            "the first 09:00 after (dawn or, if later, dusk)",
        ),
        (interview.ends.office_time, "the interview's end, or when the office next opens"),
        (later_of(DAWN, DUSK), "dawn or, if later, dusk"),
        (later_of(DAWN, DUSK) + days(1), "1 day after (dawn or, if later, dusk)"),
        (earlier_of(DAWN, COFFEE, DUSK), "dawn or, if earlier, coffee or, if earlier, dusk"),
        (first_known(NEVER, DAWN), "the event, failing that dawn"),
        (when(SUNNY, DAWN, otherwise=DUSK), "dawn if it is sunny, otherwise dusk"),
        (named("the thaw", later_of(DAWN, DUSK)), "the thaw"),
        (named("the thaw", later_of(DAWN, DUSK)) + days(1), "1 day after the thaw"),
        (last_done("chase"), "your last “chase”"),
        (last_done("chase", since=DAWN), "your last “chase” since dawn"),
        (times_done("chase"), "the number of times “chase” is done"),
        (times_done("chase", since=DAWN), "the number of times “chase” is done since dawn"),
        (person.email, "their e-mail address"),
        (WAIT, "7 days"),
        (NINE_O_CLOCK, "09:00"),
        (parameter("at-most", 2, "how often"), "2"),
    ),
)
def test_a_value_says(expression: Expression[Any], expected: str) -> None:
    assert expected == str(expression) == expression.say()


@pytest.mark.parametrize(
    ("expression", "expected", "denied"),
    by_words(
        (SUNNY, "it is sunny", "it is dull"),
        (DAWN.before(DUSK), "dawn is before dusk", "dawn is not before dusk"),
        (
            person.email.known,
            "their e-mail address is known",
            "their e-mail address is not known",
        ),
        (NEVER.happened, "the event is on record", "the event is not on record"),
        (
            later_of(DAWN, DUSK).happened,
            "(dawn or, if later, dusk) is on record",
            "(dawn or, if later, dusk) is not on record",
        ),
        (
            detail_fact(
                "interview.badge", "a badge", lambda _: 7, denial="they gave no badge"
            ).happened,
            "a badge is on record",
            "they gave no badge",
        ),
        (done("chase"), "“chase” is done", "“chase” is not done yet"),
        (
            done("chase", since=DAWN),
            "“chase” is done since dawn",
            "“chase” is not done yet since dawn",
        ),
        (
            times_done("chase").at_least(2),
            "the number of times “chase” is done is 2 or more",
            "the number of times “chase” is done is less than 2",
        ),
        (
            named("it is fine", SUNNY & WARM, denial="it is not fine"),
            "it is fine",
            "it is not fine",
        ),
        (SUNNY & WARM, "it is sunny and it is warm", "it is dull or it is cool"),
        (SUNNY | WARM, "it is sunny or it is warm", "it is dull and it is cool"),
        (~SUNNY & WARM, "it is dull and it is warm", "it is sunny or it is cool"),
        (~(SUNNY & WARM), "it is dull or it is cool", "it is sunny and it is warm"),
        (~(SUNNY | WARM), "it is dull and it is cool", "it is sunny or it is warm"),
        (~~SUNNY, "it is sunny", "it is dull"),
        (
            SUNNY & WARM & ~RAINY,
            "it is sunny and it is warm and it is dry",
            "it is dull or it is cool or it rains",
        ),
        (
            (SUNNY | WARM) & RAINY,
            "(it is sunny or it is warm) and it rains",
            "(it is dull and it is cool) or it is dry",
        ),
        (
            ~(SUNNY & WARM) & RAINY,
            "(it is dull or it is cool) and it rains",
            "(it is sunny and it is warm) or it is dry",
        ),
        (
            interview.in_the_morning,
            "the interview was in the morning",
            "the interview is not known to be in the morning",
        ),
    ),
)
def test_a_condition_says_itself_and_its_opposite(
    expression: Condition, expected: str, denied: str
) -> None:
    assert expected == str(expression)
    assert denied == str(~expression) == expression.say(denied=True)


def test_a_condition_of_ones_own_needs_no_words_for_its_opposite() -> None:
    own = condition_fact("interview.own", "they smiled", lambda _: True)
    assert "it is not so that they smiled" == str(~own)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((SUNNY | WARM) & RAINY, SUNNY | (WARM & RAINY), id="or within and"),
        pytest.param(~((SUNNY & WARM) | RAINY), ~(SUNNY & (WARM | RAINY)), id="and within or"),
        pytest.param(
            later_of(DAWN, DUSK) + days(1), later_of(DAWN + days(1), DUSK), id="a choice moved"
        ),
        pytest.param(
            later_of(first_known(NEVER, DAWN), DUSK),
            first_known(NEVER, later_of(DAWN, DUSK)),
            id="a choice within a choice",
        ),
        pytest.param(
            when(SUNNY, DAWN, otherwise=DUSK) + days(1),
            when(SUNNY, DAWN + days(1), otherwise=DUSK),
            id="a condition's choice moved",
        ),
        pytest.param(
            last_done("chase", since=later_of(DAWN, DUSK)),
            later_of(last_done("chase", since=DAWN), DUSK),
            id="since a choice",
        ),
    ],
)
def test_what_means_another_thing_is_said_in_other_words(
    one: Expression[Any], other: Expression[Any]
) -> None:
    assert str(one) != str(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            first_known(SOMETIME, ANOTHER) + days(1),
            first_known(SOMETIME + days(1), ANOTHER),
            id="an unknown choice moved",
        ),
        pytest.param(
            when(FOGGY, DAWN, otherwise=DUSK).midnight_after,
            when(FOGGY, DAWN.midnight_after, otherwise=DUSK),
            id="an undecided choice moved",
        ),
        pytest.param((FOGGY | WINDY) & SUNNY, FOGGY | (WINDY & SUNNY), id="an undecided condition"),
    ],
)
def test_what_is_undecided_is_said_in_other_words_where_it_means_another_thing(
    one: Expression[Any], other: Expression[Any]
) -> None:
    assert one.say(HERE) != other.say(HERE)


@pytest.mark.parametrize(
    ("expression", "expected"),
    by_words(
        (later_of(DAWN, DUSK), "dusk"),
        (later_of(DUSK, DAWN), "dusk"),
        (later_of(DUSK, NEVER), "the event"),
        (later_of(SOMETIME, DUSK), "some time"),
        (later_of(SOMETIME, ANOTHER), "some time or, if later, another time"),
        (later_of(COFFEE, ELEVENSES), "coffee"),
        (later_of(NEVER, NO_MORE), "the event"),
        (earlier_of(DAWN, DUSK), "dawn"),
        (earlier_of(COFFEE, ELEVENSES), "coffee"),
        (earlier_of(NEVER, DUSK), "dusk"),
        (first_known(NEVER, SOMETIME, DUSK, DAWN), "dusk"),
        (first_known(SOMETIME, NEVER), "the event"),
        (first_known(NEVER), "the event"),
        (first_known(NEVER, NO_MORE), "the other event"),
        (first_known(NEVER, NO_MORE, NO_LONGER), "the last event"),
        (first_known(COFFEE, ELEVENSES), "coffee"),
        (first_known(SOMETIME, ANOTHER), "some time, failing that another time"),
        (when(SUNNY, DAWN, otherwise=DUSK), "dawn, because it is sunny"),
        (when(RAINY, DAWN, otherwise=DUSK), "dusk, because it is dry"),
        (when(~RAINY, DAWN, otherwise=DUSK), "dawn, because it is dry"),
        (when(FOGGY, DAWN, otherwise=DUSK), "dawn if it is foggy, otherwise dusk"),
        (
            when(SUNNY & RAINY, DAWN, otherwise=DUSK),
            "dusk, because it is dry",
        ),
        (
            when(SUNNY, later_of(DAWN, COFFEE), otherwise=DUSK),
            "coffee, because it is sunny",
        ),
        (
            when(FOGGY, later_of(DAWN, COFFEE), otherwise=DUSK),
            "coffee if it is foggy, otherwise dusk",
        ),
        (later_of(DAWN, DUSK) + days(1), "1 day after dusk"),
        (later_of(DAWN, DUSK).at("09:00"), "09:00 on the day of dusk"),
        ((later_of(DAWN, DUSK) + days(1)).at("09:00"), "09:00 on the day after dusk"),
        (later_of(DAWN, DUSK).midnight_after, "the midnight after dusk"),
        (later_of(DAWN, DUSK).next_at("09:00"), "the first 09:00 after dusk"),
        (first_known(NEVER, DAWN).before(DUSK), "dawn is before dusk"),
        (done("chase", since=later_of(DAWN, DUSK)), "“chase” is done since dusk"),
        (named("the thaw", DAWN + days(1)), "the thaw"),
        (named("the thaw", later_of(DAWN, DUSK)), "dusk"),
        (named("the dew", earlier_of(DAWN, DUSK)), "dawn"),
        (named("the bats", last_of(DAWN, DUSK)), "dusk"),
        (named("the bell", first_known(NEVER, DAWN)), "dawn"),
        (named("the walk", when(SUNNY, DAWN, otherwise=DUSK)), "dawn, because it is sunny"),
        (named("the post", DAWN.office_time), "dawn, as soon as the office opens"),
        (named("the thaw", later_of(DAWN, DUSK)) + days(1), "1 day after dusk"),
        (DUSK.office_time, "dusk"),
        (DAWN.office_time, "dawn, as soon as the office opens"),
        (NEVER.office_time, "the event"),
        (later_of(DAWN, DUSK).office_time, "dusk"),
        (interview.ends + WAIT, "7 days after the interview's end"),
    ),
)
def test_a_moment_says_for_a_subject_which_part_was_chosen(
    expression: Expression[Any], expected: str
) -> None:
    assert expected == expression.say(HERE)


@pytest.mark.parametrize(
    ("label", "whole"), [(986, True), (987, True), (988, False), (1_000, False)]
)
def test_a_thousand_characters_are_said_whole(label: int, whole: bool) -> None:
    event = moment_fact("interview.long", "x" * label, lambda _: None)
    words = f"{'x' * label} is on record"
    assert "x" * label == str(event)
    assert (words if whole else f"{words[:999]}…") == str(event.happened)


@pytest.mark.parametrize(
    ("denials", "expected"), [(247, "it is dull"), (248, "it is sunny"), (249, "…")]
)
def test_of_what_has_more_than_249_parts_no_more_is_said(denials: int, expected: str) -> None:
    denied: Condition = SUNNY
    for _ in range(denials):
        denied = ~denied
    assert expected == str(denied)


ABROAD = subject_of(searching(applied(meeting(zone="America/New_York"))))


@pytest.mark.parametrize(
    ("expression", "expected"),
    by_words(
        (interview.ends.at("14:00"), "14:00 New York time on the day of the interview's end"),
        (
            (interview.ends + days(1)).at("14:00"),
            "14:00 New York time on the day after the interview's end",
        ),
        (
            (interview.ends + days(2)).at("14:00"),
            "14:00 New York time, 2 days after the interview's end",
        ),
        (
            interview.ends.next_at("09:00"),
            "the first 09:00 New York time after the interview's end",
        ),
        (
            interview.ends.midnight_after.next_at("09:00"),
            "09:00 New York time on the day after the interview's end",
        ),
        (
            later_of(interview.starts.midnight_after, interview.ends + hours(1)).next_at("09:00"),
            "09:00 New York time on the day after the interview's start",
        ),
        (
            when(SUNNY, interview.ends.midnight_after, otherwise=DUSK).next_at("09:00"),
            "the first 09:00 New York time after the midnight, New York time, after "
            "the interview's end, because it is sunny",
        ),
        (
            interview.ends.midnight_after,
            "the midnight, New York time, after the interview's end",
        ),
        (interview.ends + hours(1), "1 hour after the interview's end"),
        (interview.ends.office_time, "the interview's end"),
        (NEVER.at("14:00"), "14:00 on the day of the event"),
    ),
)
def test_a_clock_that_the_candidate_does_not_read_is_said_with_its_zone(
    expression: Expression[Any], expected: str
) -> None:
    expression.evaluate(ABROAD)
    assert expected == expression.say(ABROAD)


def test_a_clock_that_was_not_read_has_no_zone() -> None:
    words = interview.ends.at("15:00").say(ABROAD)
    assert "15:00 on the day of the interview's end" == words


@pytest.mark.parametrize(
    ("expression", "expected"),
    by_words(
        (SUNNY & WARM, "it is sunny and it is warm"),
        (SUNNY | RAINY, "it is sunny"),
        (RAINY | SUNNY, "it is sunny"),
        (~RAINY & SUNNY, "it is dry and it is sunny"),
        (~(RAINY & SUNNY), "it is dry"),
        (~(RAINY | WINDY), "it is dry and it is calm"),
        (FOGGY | SUNNY, "it is sunny"),
        ((RAINY | SUNNY) & WARM, "it is sunny and it is warm"),
        (later_of(DAWN, DUSK).happened, "dusk is on record"),
    ),
)
def test_a_condition_that_holds_says_what_made_it_hold(
    expression: Condition, expected: str
) -> None:
    assert expression.evaluate(HERE) is True
    assert expected == expression.say(HERE)


@pytest.mark.parametrize(
    ("expression", "expected"),
    by_words(
        (RAINY & WINDY, "it is dry"),
        (SUNNY & RAINY, "it is dry"),
        (FOGGY & RAINY, "it is dry"),
        (RAINY | WINDY, "it is dry and it is calm"),
        (~(SUNNY | WINDY), "it is sunny"),
        (~(SUNNY & WARM), "it is sunny and it is warm"),
        ((RAINY | WINDY) & SUNNY, "it is dry and it is calm"),
        ((SUNNY & RAINY) | WINDY, "it is dry and it is calm"),
        (DUSK.before(DAWN), "dusk is not before dawn"),
        (later_of(DAWN, NEVER).happened, "the event is not on record"),
        (
            named("it is awful", RAINY & WINDY, denial="it could be worse"),
            "it could be worse",
        ),
    ),
)
def test_a_condition_that_fails_says_what_made_it_fail(
    expression: Condition, expected: str
) -> None:
    assert expression.evaluate(HERE) is False
    assert expected == expression.say(HERE, denied=True)


@pytest.mark.parametrize(
    ("expression", "expected"),
    by_words(
        (FOGGY & SUNNY, "it is foggy and it is sunny"),
        (FOGGY | RAINY, "it is foggy or it rains"),
        (~(FOGGY & SUNNY), "it is clear or it is dull"),
    ),
)
def test_a_condition_that_is_unknown_says_all_its_parts(
    expression: Condition, expected: str
) -> None:
    assert expected == expression.say(HERE)


def test_a_condition_may_be_said_whether_or_not_it_holds() -> None:
    assert "it is sunny and it rains" == (SUNNY & RAINY).say(HERE)
    assert "it is dull and it is dry" == (SUNNY | RAINY).say(HERE, denied=True)


def test_each_subject_has_words_of_its_own() -> None:
    write = when(person.email.known, interview.ends, otherwise=interview.ends + days(1))
    call_after = first_known(interview.left, interview.ends)
    by_kind = subjects(
        searching(
            applied(meeting(interviewers=[priya(), tom()])),
            applied(meeting(left=at("2026-11-24 11:10")), employer="Bolt"),
        )
    )
    expected = [
        "the interview's end, because their e-mail address is known",
        "1 day after the interview's end, because their e-mail address is not known",
        "the interview's end, because their e-mail address is known",
    ]
    assert expected == [write.say(subject) for subject in by_kind["person"]]
    expected = ["the interview's end", "the moment you are clear of the building"]
    assert expected == [call_after.say(subject) for subject in by_kind["interview"]]


def test_the_words_for_a_subject_leave_those_for_every_subject_as_they_are() -> None:
    choice = later_of(DAWN, DUSK)
    assert "dusk" == choice.say(HERE)
    assert "dawn or, if later, dusk" == choice.say()


def test_the_words_of_an_act_are_those_of_the_person_it_is_for() -> None:
    thanked = done("thank-you")
    choice = when(thanked, DAWN, otherwise=DUSK)
    done_ = [did("thank-you", "2026-11-24 14:00", to="Tom Reed")]
    by_kind = subjects(searching(applied(meeting(interviewers=[priya(), tom()], done=done_))))
    expected = ["dusk, because “thank-you” is not done yet", "dawn, because “thank-you” is done"]
    assert expected == [choice.say(subject) for subject in by_kind["person"]]


LATER = at("2026-11-24 11:10")
CALLED = subject_of(searching(applied(meeting(left=LATER, done=[did("call", "2026-11-24 12:00")]))))


@given(rules(per="interview"), st.sampled_from([HERE, CALLED]))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_words_look_at_nothing_that_was_not_evaluated_but_in_a_choice_that_is_open(
    rule: Rule, subject: Subject
) -> None:
    assume(not any(is_open(node, subject.afresh()) for node in rule.nodes))
    for _, part in rule.expressions():
        here = subject.afresh()
        value = part.evaluate(here)
        evaluated = [evaluated_in(here.widened(per)) for per in PERS]
        part.say(here, denied=value is False)
        assert evaluated == [evaluated_in(here.widened(per)) for per in PERS]


def evaluated_in(subject: Subject) -> set[object]:
    """Return what was evaluated for a subject, without the zones that were looked for."""
    return {key for key in subject.memo if not isinstance(key, tuple)}


def is_open(node: Expression[Any], subject: Subject) -> bool:
    return node.operator is WHEN and isinstance(node.operands[2].evaluate(subject), Unknown)


def test_words_of_an_act_since_a_choice_look_at_nothing_new_where_it_was_never_done() -> None:
    here = HERE.afresh()
    act = last_done("write", since=later_of(DAWN, DUSK))
    act.evaluate(here)
    evaluated = set(here.memo)
    assert "your last “write” since dusk" == act.say(here)
    assert evaluated == set(here.memo)
