"""Rule sets with other numbers."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from builders import applied, at, did, meeting, moments, scheduled_act, searching, wall
from greetings import GREETINGS, MET, SHORTER, names, problems, rule
from interview_followup import CV_LIBRARY, InvalidInput, RuleSet
from interview_followup.language import (
    OURS,
    Source,
    days,
    hours,
    interview,
    minutes,
    parameter,
    working_days,
)

LATE = searching(applied(meeting("2026-11-24 14:00", "2026-11-24 15:00")))


@pytest.mark.parametrize(
    ("name", "value", "act", "expected"),
    [
        pytest.param(
            "thank-you.within",
            days(1),
            "thank-you",
            ("2026-11-24 11:00", "2026-11-24 14:00", "2026-11-24 18:00", "2026-11-25 11:00"),
            id="days",
        ),
        pytest.param(
            "thank-you.within",
            hours(3),
            "thank-you",
            ("2026-11-24 11:00", "2026-11-24 11:00", "2026-11-24 14:00", "2026-11-24 14:00"),
            id="days to hours",
        ),
        pytest.param(
            "thank-you.afternoon",
            time(15, 30),
            "thank-you",
            ("2026-11-24 11:00", "2026-11-24 15:30", "2026-11-24 18:00", "2026-11-26 11:00"),
            id="a time of day",
        ),
        pytest.param(
            "thank-you.noon",
            time(10),
            "thank-you",
            ("2026-11-24 11:00", "2026-11-25 09:00", "2026-11-25 12:00", "2026-11-26 11:00"),
            id="within a named condition",
        ),
        pytest.param(
            "ask-how-to-follow-up.last-words",
            minutes(20),
            "ask-how-to-follow-up",
            ("2026-11-24 10:00", "2026-11-24 10:40", None, "2026-11-24 11:00"),
            id="minutes",
        ),
        pytest.param(
            "chase.wait",
            working_days(10),
            "chase",
            ("2026-12-10 11:00", "2026-12-10 11:00", None, None),
            id="working days",
        ),
        pytest.param(
            "chase.office-opens",
            time(11, 30),
            "chase",
            ("2026-12-03 11:00", "2026-12-03 11:30", None, None),
            id="office hours",
        ),
    ],
)
def test_tuning_a_number_changes_the_window(
    name: str, value: Any, act: str, expected: tuple[str | None, ...]
) -> None:
    rules = CV_LIBRARY.tuned({name: value})
    assert expected == moments(MET, act, rules=rules)
    assert expected != moments(MET, act)


def test_tuning_a_count_changes_what_satisfies() -> None:
    chased = searching(applied(meeting(), done=[did("chase", "2026-12-04 10:00")]))
    assert scheduled_act(chased, "chase").satisfied is False
    assert (
        scheduled_act(chased, "chase", rules=CV_LIBRARY.tuned({"chase.at-most": 1})).satisfied
        is True
    )


def test_tuning_a_caution_changes_how_long_it_is_shown() -> None:
    rules = CV_LIBRARY.tuned({"thank-you.missed-for": days(1)})
    ends = {
        caution.status: wall(caution.until) if caution.until else None
        for caution in scheduled_act(MET, "thank-you", rules=rules).cautions
    }
    assert "2026-11-27 11:00" == ends["closed"]


def test_tuning_one_rule_leaves_the_others() -> None:
    rules = CV_LIBRARY.tuned({"connect.wait": days(5)})
    assert CV_LIBRARY["chase"] == rules["chase"]
    assert CV_LIBRARY["connect"] != rules["connect"]
    assert names(CV_LIBRARY) == names(rules)
    assert "2026-11-26 11:00" == moments(MET, "connect")[0]


def test_several_numbers_are_tuned_at_once() -> None:
    values = {"chase.wait": days(10), "chase.at-most": 3, "thank-you.morning": time(8)}
    rules = CV_LIBRARY.tuned(values)
    numbers = {
        f"{rule.name}.{number.name}": number.value for rule in rules for number in rule.parameters
    }
    assert values == {name: numbers[name] for name in values}
    assert "2026-11-25 08:00" == moments(LATE, "thank-you", rules=rules)[1]


def test_tuning_nothing_gives_the_same_set() -> None:
    assert CV_LIBRARY == CV_LIBRARY.tuned({})


def test_a_number_that_was_tuned_says_what_it_was_tuned_from() -> None:
    [within] = [
        number
        for number in CV_LIBRARY.tuned({"thank-you.within": days(1)})["thank-you"].parameters
        if number.name == "within"
    ]
    assert str(within.source).startswith("tuned from 2 days: Laura Slingo, CV-Library, ")


def test_a_set_may_be_tuned_again() -> None:
    once = CV_LIBRARY.tuned({"thank-you.within": days(1)})
    twice = once.tuned({"thank-you.within": days(3)})
    assert "2026-11-27 11:00" == moments(MET, "thank-you", rules=twice)[3]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("reminder.at-most", "did you mean 'chase.at-most'?"),
        ("at-most", "did you mean 'chase.at-most'?"),
        ("reminder.grace", "use one of: chase.grace, keep-looking.grace"),
    ],
)
def test_the_numbers_that_have_a_part_of_a_name_are_those_that_may_be_meant(
    name: str, mend: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({name: 3})
    assert [f"{name}: no parameter has that name; {mend}"] == problems(caught)


@pytest.mark.parametrize("name", ["thank-you.witin", "thankyou.within", "Thank-You.Within"])
def test_a_misspelt_number_is_refused_with_the_near_one(name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({name: days(1)})
    expected = f"{name}: no parameter has that name; did you mean 'thank-you.within'?"
    assert [expected] == problems(caught)


@pytest.mark.parametrize("name", ["within", "thank-you", "", 5, None], ids=repr)
def test_a_number_is_named_with_its_rule(name: Any) -> None:
    with pytest.raises(InvalidInput, match="no parameter has that name"):
        CV_LIBRARY.tuned({name: days(1)})


def test_a_set_without_numbers_cannot_be_tuned() -> None:
    with pytest.raises(InvalidInput) as caught:
        GREETINGS.tuned({"wave.wait": days(1)})
    assert ["wave.wait: no parameter has that name; leave it out"] == problems(caught)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("thank-you.within", 2, id="a number for a period"),
        pytest.param("thank-you.within", time(9), id="a time for a period"),
        pytest.param("thank-you.morning", "nine", id="text for a time"),
        pytest.param("thank-you.morning", days(1), id="a period for a time"),
        pytest.param("thank-you.morning", at("2026-11-24 09:00"), id="a date for a time"),
        pytest.param("chase.at-most", "2", id="text for a number"),
        pytest.param("chase.at-most", 2.0, id="a fraction for a number"),
        pytest.param("chase.at-most", True, id="true for a number"),
        pytest.param("chase.at-most", None, id="nothing for a number"),
    ],
)
def test_a_value_of_another_kind_is_refused(name: str, value: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({name: value})
    [problem] = caught.value.problems
    kinds = {"within": "a period such as days(2)", "morning": "a time such as '14:00'"}
    mend = f"give {kinds.get(name.partition('.')[2], 'a whole number from 1 on')}"
    assert (name, mend) == (problem.place, problem.mend)


def test_a_count_is_at_least_one() -> None:
    with pytest.raises(InvalidInput, match="does not fit"):
        CV_LIBRARY.tuned({"chase.at-most": 0})


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("thank-you.morning", "08:30", time(8, 30)),
        ("chase.wait", "10 days", days(10)),
        ("chase.wait", "5 working days", working_days(5)),
    ],
)
def test_a_time_and_a_period_may_be_given_as_text(name: str, text: str, value: Any) -> None:
    assert CV_LIBRARY.tuned({name: text}) == CV_LIBRARY.tuned({name: value})


def test_a_text_that_is_no_period_is_refused_with_what_it_means() -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({"chase.wait": "10 dyas", "chase.grace": "two days"})
    assert [
        "chase.wait: '10 dyas' is not a period: 'dyas' is no unit; did you mean 'days'?",
        "chase.grace: 'two days' is not a period; write one such as '5 working days'",
    ] == problems(caught)


@pytest.mark.parametrize("name", ["thank-you.morning", "chase.office-opens"])
def test_a_time_with_a_zone_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({name: time(8, tzinfo=at("2026-11-24 08:00").tzinfo)})
    assert [name] == [problem.place for problem in caught.value.problems]


def test_every_problem_of_tuning_is_named_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned(
            {
                "thank-you.witin": days(1),
                "chase.at-most": "two",
                "connect.wait": days(1),
                "call.wait": days(1),
            }
        )
    expected = ["thank-you.witin", "chase.at-most", "call.wait"]
    assert expected == [problem.place for problem in caught.value.problems]


@pytest.mark.parametrize("opens", [time(17), time(18)], ids=["as they end", "after they end"])
def test_office_hours_that_never_begin_are_refused_for_each_rule(opens: time) -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({"chase.office-opens": opens, "connect.office-opens": opens})
    rules = ["mention-offer", "ask-recruiter", "connect", "chase"]
    expected = [f"{name}.office-opens" for name in rules]
    assert expected == [problem.place for problem in caught.value.problems]


def test_office_hours_may_move_as_a_whole() -> None:
    night = CV_LIBRARY.tuned({"chase.office-opens": time(18), "chase.office-closes": time(22)})
    assert "2026-12-03 18:00" == moments(MET, "chase", rules=night)[1]


def test_a_set_stays_as_it_is_while_it_is_tuned() -> None:
    before = [rule.parameters for rule in CV_LIBRARY]
    CV_LIBRARY.tuned({"thank-you.within": days(1)})
    assert before == [rule.parameters for rule in CV_LIBRARY]
    assert "2026-11-26 11:00" == moments(MET, "thank-you")[3]


WAIT = parameter("wait", days(2), "how long to wait", source=OURS)
SHARING = RuleSet([rule(name, opens=interview.ends + WAIT) for name in ("wave", "nod")])


@pytest.mark.parametrize("name", ["wave.wait", "nod.wait"])
def test_a_number_that_two_rules_use_is_one_and_is_tuned_under_any_of_their_names(
    name: str,
) -> None:
    rules = SHARING.tuned({name: days(5)})
    opens = [moments(MET, act, rules=rules)[0] for act in ("wave", "nod")]
    assert 2 * ["2026-11-29 11:00"] == opens


def test_numbers_of_one_name_that_differ_are_tuned_on_their_own() -> None:
    other = parameter("wait", days(2), "how long to rest", source=OURS)
    rules = RuleSet([SHARING["wave"], rule("nod", opens=interview.ends + other)])
    tuned_ = rules.tuned({"nod.wait": days(5)})
    assert "2026-11-26 11:00" == moments(MET, "wave", rules=tuned_)[0]
    assert "2026-11-29 11:00" == moments(MET, "nod", rules=tuned_)[0]


def test_one_number_cannot_be_given_two_values() -> None:
    with pytest.raises(InvalidInput) as caught:
        SHARING.tuned({"wave.wait": days(5), "nod.wait": days(6)})
    expected = "nod.wait: is one number with wave.wait; give one of the two"
    assert [expected] == problems(caught)
    with pytest.raises(InvalidInput) as caught:
        SHARING.tuned({"nod.wait": days(5), "wave.wait": days(6)})
    expected = "wave.wait: is one number with nod.wait; give one of the two"
    assert [expected] == problems(caught)


@pytest.mark.parametrize("other", ["aim", "zeal"], ids=["before it by name", "after it"])
def test_a_number_beside_one_that_is_given_twice_is_not_taken_for_it(other: str) -> None:
    number = parameter(other, days(2), "another one", source=OURS)
    rules = SHARING.with_(rule("bow", opens=interview.ends + number))
    with pytest.raises(InvalidInput) as caught:
        rules.tuned({f"bow.{other}": days(1), "nod.wait": days(5), "wave.wait": days(6)})
    expected = "wave.wait: is one number with nod.wait; give one of the two"
    assert [expected] == problems(caught)


def test_one_number_may_be_given_the_same_value_twice() -> None:
    twice = SHARING.tuned({"wave.wait": days(5), "nod.wait": days(5)})
    assert SHARING.tuned({"wave.wait": days(5)}) == twice


def test_the_two_days_of_a_thank_you_are_one_number_for_the_chase_as_well() -> None:
    rules = CV_LIBRARY.tuned({"thank-you.within": days(4)})
    assert "2026-11-28 11:00" == moments(MET, "thank-you", rules=rules)[3]
    assert "2026-12-05 11:00" == moments(MET, "chase", rules=rules)[0]


def test_what_a_tuned_number_is_not_in_stays_the_same_expression() -> None:
    before, after = (rules["thank-you"] for rules in (CV_LIBRARY, SHORTER))
    assert (before.opens is after.opens, before.closes is after.closes) == (True, False)


def test_what_was_shared_is_shared_once_it_is_tuned() -> None:
    for rules in (CV_LIBRARY, CV_LIBRARY.tuned({"chase.wait": days(10)})):
        assert rules["chase"].best is not None
        assert rules["chase"].opens is rules["chase"].best.operands[0]


TRADE = Source("A trade paper", address="https://paper.example")


def test_numbers_that_are_tuned_may_have_a_source_of_their_own() -> None:
    rules = CV_LIBRARY.tuned({"thank-you.within": days(1), "chase.at-most": 1}, source=TRADE)
    sources = {
        f"{rule.name}.{number.name}": number.source for rule in rules for number in rule.parameters
    }
    changed = {name for name, source in sources.items() if source == TRADE}
    same_number = {"thank-you.within", "chase.within", "collect-contact.within"}
    assert {*same_number, "chase.at-most"} == changed
    assert CV_LIBRARY["thank-you"].source == rules["thank-you"].source


@pytest.mark.parametrize("source", ["A trade paper", 5, ("A", "b", None, None)], ids=repr)
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({"chase.at-most": 1}, source=source)
    assert [f"source: {source!r} is not a source; give a Source(...)"] == problems(caught)
