"""Rule sets: kept in order, changed into other sets, and tuned."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from builders import applied, at, did, item, meeting, moments, searching, wall
from interview_followup import CV_LIBRARY, InvalidInput, Rule, RuleSet, Subject, plan
from interview_followup.language import (
    OURS,
    Condition,
    Detail,
    Moment,
    application,
    condition_fact,
    days,
    detail_fact,
    done,
    first_known,
    hours,
    interview,
    minutes,
    moment_fact,
    parameter,
    person,
    search,
    working_days,
)


def rule(name: str, per: Any = interview, **parts: Any) -> Rule:
    """Return a rule that opens after the first interview, with some parts of its own."""
    given: dict[str, Any] = {"opens": search.first_ends, "text": "Do it", "why": "It is good."}
    return Rule(name=name, per=per, **(given | parts))


def names(rules: RuleSet) -> list[str]:
    return [each.name for each in rules]


def problems(caught: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [str(problem) for problem in caught.value.problems]


MET = searching(applied(meeting()))  # from 10:00 to 11:00 on Tuesday 24 November 2026
WAVE, NOD, BOW = rule("wave"), rule("nod"), rule("bow")
GREETINGS = RuleSet([WAVE, NOD, BOW])


# -- a set ----------------------------------------------------------------------------------------


def test_a_set_keeps_the_order_in_which_it_is_written() -> None:
    assert ["wave", "nod", "bow"] == names(GREETINGS)
    assert [WAVE, NOD, BOW] == list(GREETINGS)
    assert 3 == len(GREETINGS)


def test_a_set_may_be_empty_and_may_be_written_from_any_iterable() -> None:
    assert 0 == len(RuleSet([]))
    assert GREETINGS == RuleSet(iter([WAVE, NOD, BOW]))


def test_a_rule_is_found_by_its_name() -> None:
    assert NOD == GREETINGS["nod"]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        pytest.param("wawe", "did you mean 'wave'?", id="near one"),
        pytest.param("xyz", "use one of: bow, nod, wave", id="near none"),
        pytest.param(0, "use one of: bow, nod, wave", id="no text"),
    ],
)
def test_a_misspelt_name_is_refused_with_the_near_one(name: Any, mend: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        GREETINGS[name]
    assert [f"rules: no rule is called {name!r}; {mend}"] == problems(caught)


def test_sets_are_values() -> None:
    again = RuleSet([rule("wave"), rule("nod"), rule("bow")])
    assert GREETINGS == again
    assert 1 == len({GREETINGS, again})
    assert GREETINGS != RuleSet([NOD, WAVE, BOW])
    assert GREETINGS != RuleSet([WAVE, NOD])
    with pytest.raises(FrozenInstanceError):
        GREETINGS.rules = ()  # type: ignore[misc]


def test_the_kind_of_subject_of_an_act_is_that_of_its_rules() -> None:
    rules = GREETINGS.with_(rule("send-card", per=application, act="send"))
    assert ["interview", "application"] == [rules.per("wave"), rules.per("send")]


@pytest.mark.parametrize(
    ("act", "mend"),
    [
        pytest.param("wawe", "did you mean 'wave'?", id="near one"),
        pytest.param("xyz", "use one of: bow, nod, send, wave", id="near none"),
        pytest.param(None, "use one of: bow, nod, send, wave", id="no text"),
    ],
)
def test_an_unknown_act_is_refused_with_the_near_one(act: Any, mend: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        GREETINGS.with_(rule("post-card", per=application, act="send")).per(act)
    assert [f"act: no rule knows {act!r}; {mend}"] == problems(caught)


AGAIN = rule("again", act="wave", best=search.first_ends, text="Wave again")
FIRST = rule("wave", best=search.first_ends, text="Wave")
HARDER = rule("harder", act="wave", best=search.first_ends, text="Wave harder")
GUARD = rule("wave", kind="guard", text="Don't wave")


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param([AGAIN, FIRST], "Wave", id="its namesake"),
        pytest.param([AGAIN, GUARD], "Wave again", id="a rule that is no guard"),
        pytest.param([HARDER, AGAIN], "Wave again", id="else the first by name"),
    ],
)
def test_of_several_rules_on_one_act_the_text_is_that_of(rules: list[Rule], expected: str) -> None:
    assert expected == item(MET, "wave", rules=RuleSet(rules)).text
    assert expected == item(MET, "wave", rules=RuleSet(reversed(rules))).text


# -- what a search may tell -----------------------------------------------------------------------

DUE = moment_fact("application.task_due", "the task's due date", ask="When is the task due?")
PAID = condition_fact("application.paid", "the task is paid")
TOPIC: Detail[str] = detail_fact("application.topic", "the topic", ask="What about?")
HAND_IN = rule(
    "hand-in",
    application,
    given=PAID,
    needs=TOPIC,
    opens=first_known(DUE - days(7), application.latest_ends),
    best=DUE,
)


def test_a_set_knows_the_facts_that_a_search_may_tell_and_their_kinds() -> None:
    told = GREETINGS.with_(HAND_IN).own_facts
    expected = {
        "application.task_due": Moment,
        "application.paid": Condition,
        "application.topic": Detail,
    }
    assert expected == {name: type(node) for name, node in told.items()}


def test_a_fact_that_has_a_function_is_not_told() -> None:
    own = moment_fact("application.own", "my own", lambda _: None)
    assert {} == RuleSet([rule("wave", application, best=own)]).own_facts
    assert {} == CV_LIBRARY.own_facts


def test_two_rules_may_ask_for_one_fact_of_one_kind() -> None:
    also = moment_fact("application.task_due", "the day on which it is due", ask="When?")
    rules = RuleSet([HAND_IN, rule("ask", application, best=also)])
    assert {
        "application.task_due",
        "application.paid",
        "application.topic",
    } == rules.own_facts.keys()


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            {"given": condition_fact("application.task_due", "it is due")},
            "ask: takes application.task_due for a condition, which is taken for a moment as well; "
            "make it one fact, or give it another name",
        ),
        (
            {"best": moment_fact("application.paid", "the pay day")},
            "ask: takes application.paid for a moment, which is taken for a condition as well; "
            "make it one fact, or give it another name",
        ),
        (
            {"best": moment_fact("application.topic", "the topic's day")},
            "ask: takes application.topic for a moment, which is taken for a detail as well; "
            "make it one fact, or give it another name",
        ),
    ],
    ids=["a condition", "a moment", "a detail"],
)
def test_a_fact_that_two_rules_take_for_different_kinds_is_refused(
    parts: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        RuleSet([HAND_IN, rule("ask", application, **parts)])
    assert [message] == problems(caught)


def test_a_rule_that_takes_a_fact_for_two_kinds_is_refused() -> None:
    with pytest.raises(InvalidInput, match="for a condition"):
        RuleSet(
            [
                rule(
                    "ask",
                    application,
                    given=condition_fact("application.task_due", "it is due"),
                    best=DUE,
                )
            ]
        )


def test_each_rule_is_said_to_differ_from_the_one_before_it() -> None:
    wrong = condition_fact("application.task_due", "it is due")
    with pytest.raises(InvalidInput) as caught:
        RuleSet(
            [
                HAND_IN,
                rule("ask", application, given=wrong),
                rule("hint", application, given=wrong),
                rule("nag", application, best=DUE),
            ]
        )
    assert ["ask", "nag"] == [each.place for each in caught.value.problems]


# -- what cannot be a set -------------------------------------------------------------------------


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        RuleSet([WAVE, NOD, rule("wave", act="greet")])
    assert [
        "rules[2]: a rule called 'wave' is there already; "
        "use replacing(), or give it a name of its own"
    ] == problems(caught)


def test_the_rules_on_one_act_are_per_the_same_kind_of_subject() -> None:
    with pytest.raises(InvalidInput) as caught:
        RuleSet([WAVE, rule("wave-again", per=application, act="wave")])
    assert [
        "rules[1]: 'wave-again' is per application, but 'wave' on the same act is not; "
        "make both per interview, or give it an act of its own"
    ] == problems(caught)


def test_several_rules_on_one_act_make_a_set() -> None:
    rules = RuleSet([WAVE, rule("wave-again", act="wave")])
    assert "interview" == rules.per("wave")
    assert 2 == len(rules)


@pytest.mark.parametrize(
    "value",
    [None, "wave", interview.ends, CV_LIBRARY],
    ids=["nothing", "text", "a moment", "a set"],
)
def test_what_is_no_rule_is_refused(value: Any) -> None:
    with pytest.raises(InvalidInput, match=r"^rules\[1\]: .* is not a rule; build it with Rule"):
        RuleSet([WAVE, value])


@pytest.mark.parametrize("value", [WAVE, None, 5], ids=["a rule", "nothing", "a number"])
def test_what_is_no_list_of_rules_is_refused(value: Any) -> None:
    with pytest.raises(InvalidInput, match="rules"):
        RuleSet(value)


def test_every_problem_of_a_set_is_named_at_once() -> None:
    wrong: Any = [WAVE, "nod", rule("wave"), rule("hug", per=person, act="wave")]
    with pytest.raises(InvalidInput) as caught:
        RuleSet(wrong)
    assert ["rules[1]", "rules[2]", "rules[3]"] == [each.place for each in caught.value.problems]


# -- other sets -----------------------------------------------------------------------------------


def test_with_adds_rules_at_the_end() -> None:
    assert ["wave", "nod", "bow", "hug", "kiss"] == names(
        GREETINGS.with_(rule("hug"), rule("kiss"))
    )
    assert GREETINGS == GREETINGS.with_()


def test_with_refuses_a_rule_that_is_there_already() -> None:
    with pytest.raises(InvalidInput, match="a rule called 'nod' is there already"):
        GREETINGS.with_(rule("hug"), NOD)


def test_without_leaves_rules_out() -> None:
    assert ["nod"] == names(GREETINGS.without("bow", "wave"))
    assert GREETINGS == GREETINGS.without()


def test_without_refuses_a_rule_that_is_not_there() -> None:
    with pytest.raises(InvalidInput, match="no rule is called 'nood'; did you mean 'nod'"):
        GREETINGS.without("wave", "nood")


def test_replacing_puts_a_rule_in_the_place_of_its_namesake() -> None:
    later = rule("nod", opens=interview.ends + days(1))
    replaced = GREETINGS.replacing(later, rule("wave", act="greet"))
    assert ["wave", "nod", "bow"] == names(replaced)
    assert later == replaced["nod"]
    assert "greet" == replaced["wave"].act
    assert GREETINGS == GREETINGS.replacing(NOD)


def test_replacing_refuses_a_rule_that_is_not_there() -> None:
    with pytest.raises(InvalidInput, match="no rule is called 'wave-a'; did you mean 'wave'"):
        GREETINGS.replacing(rule("wave-a"))


def test_replacing_refuses_two_rules_of_one_name() -> None:
    with pytest.raises(InvalidInput, match="'nod'"):
        GREETINGS.replacing(rule("nod"), rule("nod", act="greet"))


def test_replacing_refuses_another_kind_of_subject_for_an_act_of_several_rules() -> None:
    rules = GREETINGS.with_(rule("wave-again", act="wave"))
    with pytest.raises(InvalidInput, match="on the same act is not"):
        rules.replacing(rule("wave-again", per=application, act="wave"))


def test_a_set_stays_as_it_is_while_others_are_made_of_it() -> None:
    GREETINGS.with_(rule("hug"))
    GREETINGS.without("wave")
    GREETINGS.replacing(rule("nod", act="greet"))
    assert [WAVE, NOD, BOW] == list(GREETINGS)


# -- tuning ---------------------------------------------------------------------------------------

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
    assert item(chased, "chase").satisfied is False
    assert item(chased, "chase", rules=CV_LIBRARY.tuned({"chase.at-most": 1})).satisfied is True


def test_tuning_a_caution_changes_how_long_it_is_shown() -> None:
    rules = CV_LIBRARY.tuned({"thank-you.missed-for": days(1)})
    ends = {
        each.status: wall(each.until) if each.until else None
        for each in item(MET, "thank-you", rules=rules).cautions
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
    found = {
        f"{each.name}.{number.name}": number.value for each in rules for number in each.parameters
    }
    assert values == {name: found[name] for name in values}
    assert "2026-11-25 08:00" == moments(LATE, "thank-you", rules=rules)[1]


def test_tuning_nothing_gives_the_same_set() -> None:
    assert CV_LIBRARY == CV_LIBRARY.tuned({})


def test_a_number_that_was_tuned_says_what_it_was_tuned_from() -> None:
    [within] = [
        each
        for each in CV_LIBRARY.tuned({"thank-you.within": days(1)})["thank-you"].parameters
        if each.name == "within"
    ]
    assert str(within.source).startswith("tuned from 2 days: Laura Slingo, CV-Library, ")


def test_a_set_may_be_tuned_again() -> None:
    once = CV_LIBRARY.tuned({"thank-you.within": days(1)})
    twice = once.tuned({"thank-you.within": days(3)})
    assert "2026-11-27 11:00" == moments(MET, "thank-you", rules=twice)[3]


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
    mend = f"give {kinds.get(name.partition('.')[2], 'a number')}"
    assert (name, mend) == (problem.place, problem.mend)


def test_an_act_that_a_rule_asks_about_in_vain_is_refused() -> None:
    misspelt = rule("wave", satisfied_by=done("wav"))
    with pytest.raises(InvalidInput) as caught:
        RuleSet([misspelt])
    expected = "wave: asks whether 'wav' is done, which no rule knows; did you mean 'wave'?"
    assert [expected] == problems(caught)


@pytest.mark.parametrize(
    ("asking", "asked"),
    [("person", "interview"), ("interview", "person"), ("application", "search")],
)
def test_an_act_of_another_kind_of_subject_cannot_be_asked_about(asking: str, asked: str) -> None:
    elsewhere = rule("hug", per=asking, satisfied_by=done("wave"))
    with pytest.raises(InvalidInput) as caught:
        RuleSet([rule("wave", per=asked), elsewhere])
    expected = f"hug: asks whether 'wave' is done per {asking}, but it is per {asked}"
    assert [f"{expected}; make the rule per {asked}"] == problems(caught)


def test_an_act_that_is_like_no_other_may_be_asked_about() -> None:
    assert 1 == len(RuleSet([rule("wave", satisfied_by=done("send-portfolio"))]))


def test_a_count_is_at_least_one() -> None:
    with pytest.raises(InvalidInput, match="does not fit"):
        CV_LIBRARY.tuned({"chase.at-most": 0})


def test_only_rules_replace_rules_and_only_a_mapping_tunes_them() -> None:
    wrong: Any = "wave"
    with pytest.raises(InvalidInput, match="is not a rule"):
        CV_LIBRARY.replacing(wrong)
    with pytest.raises(InvalidInput, match="is no mapping"):
        CV_LIBRARY.tuned(wrong)


def test_a_set_shows_its_rules() -> None:
    assert "<RuleSet: wave, nod>" == repr(RuleSet([rule("wave"), rule("nod")]))


def test_a_time_may_be_given_as_text() -> None:
    rules = CV_LIBRARY.tuned({"thank-you.morning": "08:30"})
    assert rules == CV_LIBRARY.tuned({"thank-you.morning": time(8, 30)})


@pytest.mark.parametrize("name", ["thank-you.morning", "chase.office-opens"])
def test_a_time_with_a_zone_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({name: time(8, tzinfo=at("2026-11-24 08:00").tzinfo)})
    assert [name] == [each.place for each in caught.value.problems]


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
    assert expected == [each.place for each in caught.value.problems]


@pytest.mark.parametrize("opens", [time(17), time(18)], ids=["as they end", "after they end"])
def test_office_hours_that_never_begin_are_refused_for_each_rule(opens: time) -> None:
    with pytest.raises(InvalidInput) as caught:
        CV_LIBRARY.tuned({"chase.office-opens": opens, "connect.office-opens": opens})
    rules = ["mention-offer", "ask-recruiter", "connect", "chase"]
    expected = [f"{name}.office-opens" for name in rules]
    assert expected == [each.place for each in caught.value.problems]


def test_office_hours_may_move_as_a_whole() -> None:
    night = CV_LIBRARY.tuned({"chase.office-opens": time(18), "chase.office-closes": time(22)})
    assert "2026-12-03 18:00" == moments(MET, "chase", rules=night)[1]


def test_a_set_stays_as_it_is_while_it_is_tuned() -> None:
    before = [each.parameters for each in CV_LIBRARY]
    CV_LIBRARY.tuned({"thank-you.within": days(1)})
    assert before == [each.parameters for each in CV_LIBRARY]
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
    twice = SHARING.tuned({"wave.wait": days(5), "nod.wait": days(5)})
    assert SHARING.tuned({"wave.wait": days(5)}) == twice


def test_the_two_days_of_a_thank_you_are_one_number_for_the_chase_as_well() -> None:
    rules = CV_LIBRARY.tuned({"thank-you.within": days(4)})
    assert "2026-11-28 11:00" == moments(MET, "thank-you", rules=rules)[3]
    assert "2026-12-05 11:00" == moments(MET, "chase", rules=rules)[0]


SHORTER = CV_LIBRARY.tuned({"thank-you.within": days(1)})


def test_what_a_tuned_number_is_not_in_stays_the_same_expression() -> None:
    before, after = (each["thank-you"] for each in (CV_LIBRARY, SHORTER))
    assert (before.opens is after.opens, before.closes is after.closes) == (True, False)


def test_what_was_shared_is_shared_once_it_is_tuned() -> None:
    for rules in (CV_LIBRARY, CV_LIBRARY.tuned({"chase.wait": days(10)})):
        assert rules["chase"].best is not None
        assert rules["chase"].opens is rules["chase"].best.operands[0]


# -- pickling -------------------------------------------------------------------------------------

COPIES: dict[str, Callable[[Any], Any]] = {
    "pickled": lambda value: pickle.loads(pickle.dumps(value)),
    "copied": copy.copy,
    "copied deeply": copy.deepcopy,
}


def an_hour_on(subject: Subject) -> datetime | None:
    """Return when the candidate was clear of the building: a fact of somebody's own."""
    return subject.interview.left


OWN = moment_fact("interview.home", "the moment at which you are home", an_hour_on)
TOLD = moment_fact("application.task_due", "the moment at which the task is due", ask="When?")


@pytest.mark.parametrize("again", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize(
    "rules",
    [
        CV_LIBRARY,
        SHORTER,
        RuleSet([rule("wave", opens=OWN), rule("nod", opens=TOLD, satisfied_by=done("nod"))]),
        RuleSet([]),
    ],
    ids=["shipped", "tuned", "with facts of one's own", "empty"],
)
def test_a_set_comes_back_equal_and_plans_the_same(
    rules: RuleSet, again: Callable[[Any], Any]
) -> None:
    back = again(rules)
    assert (rules, dict(rules.acts), dict(rules.own_facts)) == (
        back,
        dict(back.acts),
        dict(back.own_facts),
    )
    now = at("2026-11-24 12:00")
    assert plan(MET, now=now, rules=rules) == plan(MET, now=now, rules=back)


def test_facts_of_the_library_are_pickled_by_their_names() -> None:
    back = pickle.loads(pickle.dumps(interview.ends))
    assert interview.ends.leaf is back.leaf


def test_a_fact_that_is_no_function_of_a_module_does_not_pickle() -> None:
    fact = moment_fact("interview.home", "you are home", lambda subject: subject.interview.left)
    with pytest.raises((pickle.PicklingError, AttributeError), match="lambda"):
        pickle.dumps(RuleSet([rule("wave", opens=fact)]))
