"""Rule sets: a rule of each name, and other sets made of them."""

from __future__ import annotations

import operator
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from builders import scheduled_act
from greetings import BOW, GREETINGS, MET, NOD, WAVE, names, problems, rule
from interview_followup import CV_LIBRARY, InvalidInput, Rule, RuleSet
from interview_followup._errors import shown
from interview_followup.language import (
    Condition,
    Detail,
    Moment,
    application,
    condition_fact,
    days,
    detail_fact,
    done,
    first_known,
    interview,
    moment_fact,
    person,
    search,
)
from interview_followup.language._subject import Per


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
LATER = rule("yet-again", act="wave", best=search.first_ends, text="Wave yet again")
HARDER = rule("harder", act="wave", best=search.first_ends, text="Wave harder")
GUARD = rule("wave", kind="guard", text="Don't wave")


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param([AGAIN, FIRST], "Wave", id="its namesake"),
        pytest.param([AGAIN, GUARD], "Wave again", id="a rule that is no guard"),
        pytest.param([HARDER, AGAIN], "Wave again", id="else the first by name"),
        pytest.param([LATER, AGAIN], "Wave again", id="whatever the act is called"),
    ],
)
def test_of_several_rules_on_one_act_the_text_is_that_of(rules: list[Rule], expected: str) -> None:
    assert expected == scheduled_act(MET, "wave", rules=RuleSet(rules)).text
    assert expected == scheduled_act(MET, "wave", rules=RuleSet(reversed(rules))).text


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
    facts = GREETINGS.with_(HAND_IN).own_facts
    expected = {
        "application.task_due": Moment,
        "application.paid": Condition,
        "application.topic": Detail,
    }
    assert expected == {name: type(node) for name, node in facts.items()}


def test_a_set_knows_the_facts_of_each_kind_of_subject() -> None:
    per: list[Per] = ["search", "application", "interview", "person"]
    rules = RuleSet([rule(kind, kind, best=moment_fact(f"{kind}.cake", "cake")) for kind in per])
    for kind in per:
        assert {"cake": rules.own_facts[f"{kind}.cake"]} == rules.own_facts_of(kind)


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
    assert ["ask", "nag"] == [problem.place for problem in caught.value.problems]


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        RuleSet([WAVE, NOD, rule("wave", act="greet")])
    assert [
        "rules[2]: a rule called 'wave' is there already; "
        "give it a name of its own, or use replacing()"
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


def test_rules_that_are_in_no_list_are_counted() -> None:
    several: Any = (WAVE, NOD, BOW)
    with pytest.raises(InvalidInput) as caught:
        RuleSet(*several)
    assert ["rules: are 3 values, not one list; write RuleSet([a, b])"] == problems(caught)


def test_every_problem_of_a_set_is_named_at_once() -> None:
    wrong: Any = [WAVE, "nod", rule("wave"), rule("hug", per=person, act="wave")]
    with pytest.raises(InvalidInput) as caught:
        RuleSet(wrong)
    assert ["rules[1]", "rules[2]", "rules[3]"] == [
        problem.place for problem in caught.value.problems
    ]


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


def test_an_act_that_a_rule_asks_about_in_vain_is_refused() -> None:
    misspelt = rule("wave", satisfied_by=done("wav"))
    with pytest.raises(InvalidInput) as caught:
        RuleSet([misspelt])
    expected = "wave: asks whether 'wav' is done, which no rule knows; did you mean 'wave'?"
    assert [expected] == problems(caught)


@pytest.mark.parametrize(
    "name",
    ["wave-at-them-from-afar", "them", "them-at-wave"],
    ids=["more", "less", "in another order"],
)
def test_what_a_rule_is_done_with_has_the_words_of_its_act(name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        RuleSet([rule("wave-at-them", satisfied_by=done(name))])
    expected = f"wave-at-them: asks whether '{name}' is done, which no rule knows"
    assert [f"{expected}; did you mean 'wave-at-them'?"] == problems(caught)


@pytest.mark.parametrize(
    ("asking", "per"),
    [("person", "interview"), ("interview", "person"), ("application", "search")],
)
def test_an_act_of_another_kind_of_subject_cannot_be_asked_about(asking: str, per: str) -> None:
    elsewhere = rule("hug", per=asking, satisfied_by=done("wave"))
    with pytest.raises(InvalidInput) as caught:
        RuleSet([rule("wave", per=per), elsewhere])
    expected = f"hug: asks whether 'wave' is done per {asking}, but it is per {per}"
    assert [f"{expected}; make the rule per {per}"] == problems(caught)


def test_an_act_that_is_like_no_other_may_be_asked_about() -> None:
    assert 1 == len(RuleSet([rule("wave", satisfied_by=done("send-portfolio"))]))


def test_only_rules_replace_rules_and_only_a_mapping_tunes_them() -> None:
    wrong: Any = "wave"
    with pytest.raises(InvalidInput, match="is not a rule"):
        CV_LIBRARY.replacing(wrong)
    with pytest.raises(InvalidInput, match="is no mapping"):
        CV_LIBRARY.tuned(wrong)


def test_a_set_says_the_names_of_its_rules_and_is_shown_as_its_code() -> None:
    assert "wave, nod" == str(RuleSet([rule("wave"), rule("nod")]))
    assert "RuleSet([])" == repr(RuleSet([]))


# -- two sets as one ------------------------------------------------------------------------------

WAVE_TWICE = rule("wave", text="Wave twice")
SALUTE = rule("salute")


def test_two_sets_as_one_have_the_rules_of_both_and_of_one_name_the_right_one() -> None:
    both = GREETINGS | RuleSet([WAVE_TWICE, SALUTE])
    assert ["wave", "nod", "bow", "salute"] == names(both)
    assert WAVE_TWICE is both["wave"]
    assert WAVE is (RuleSet([WAVE_TWICE, SALUTE]) | GREETINGS)["wave"]


def test_a_set_and_itself_or_none_make_itself() -> None:
    empty = RuleSet([])
    assert GREETINGS == GREETINGS | GREETINGS == GREETINGS | empty == empty | GREETINGS


def test_sets_are_put_together_from_the_left() -> None:
    sets = [GREETINGS, RuleSet([WAVE_TWICE]), RuleSet([SALUTE, WAVE])]
    one, two, three = sets
    assert (one | two) | three == one | (two | three)


@pytest.mark.parametrize(
    "other", [None, [WAVE], WAVE, {"wave": WAVE}], ids=["none", "list", "rule", "mapping"]
)
def test_only_rule_sets_are_put_together(other: Any) -> None:
    expected = f"rules: {shown(other)} is not a rule set; build it with RuleSet([...])"
    for left, right in ((GREETINGS, other), (other, GREETINGS)):
        with pytest.raises(InvalidInput) as caught:
            operator.or_(left, right)
        assert [expected] == problems(caught)


def test_an_act_per_two_kinds_of_subject_is_refused_naming_both_rules() -> None:
    salute = rule("salute", per=application, act="wave")
    with pytest.raises(InvalidInput) as caught:
        GREETINGS | RuleSet([salute])
    assert [
        "rules[3]: 'salute' is per application, but 'wave' on the same act is not; "
        "make both per interview, or give it an act of its own"
    ] == problems(caught)


def test_a_veto_of_either_set_silences_the_advice_of_the_other() -> None:
    no = Rule(name="never", act="wave", kind="veto", per=interview, text="Don't", why="It is rude.")
    never = RuleSet([no])
    for rules in (GREETINGS | never, never | GREETINGS):
        assert scheduled_act(MET, "wave", rules=rules).is_forbidden
    # Of one name the right one counts, whatever its kind is.
    assert not scheduled_act(
        MET, "wave", rules=never | RuleSet([rule("never", act="wave")])
    ).is_forbidden
