"""Texts that hang on a condition."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from builders import TICK, applied, at, meeting, scheduled_act, searching
from expressions import HERE, MAYBE, NO, YES
from interview_followup import InvalidInput, RuleSet, explain, to_dict
from interview_followup.exports.text import rules_text
from interview_followup.language import (
    Moment,
    TextChoice,
    application,
    condition_fact,
    days,
    early,
    interview,
    late,
    named,
    parameter,
    person,
    when,
)
from waves import places, refused, wave

NOON = at("2026-11-24 12:00")
BY_PHONE = when(interview.remote, "Write to {employer}", otherwise="Wave at {employer}")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        pytest.param(YES, "Smile", id="true"),
        pytest.param(NO, "Wave", id="false"),
        pytest.param(MAYBE, "Wave", id="unknown"),
    ],
)
def test_the_first_text_is_said_only_where_the_condition_is_known_to_hold(
    condition: Any, expected: str
) -> None:
    assert expected == when(condition, "Smile", otherwise="Wave").chosen(HERE)


def test_a_choice_of_moments_is_a_moment_as_before() -> None:
    assert isinstance(when(YES, interview.starts, otherwise=interview.ends), Moment)


def test_a_choice_of_texts_is_said_with_its_condition() -> None:
    condition = "the interview is by video or phone"
    words = f"Write to {{employer}} if {condition}, otherwise Wave at {{employer}}"
    assert words == str(BY_PHONE)
    assert f"wave: {words}" == str(wave(text=BY_PHONE))


@pytest.mark.parametrize(
    ("then", "otherwise", "expected"),
    [
        pytest.param(
            "Smile",
            interview.ends,
            "when: chooses between a moment and a text; give two of one kind",
            id="a text or a moment",
        ),
        pytest.param(
            interview.ends,
            "Smile",
            "when: chooses between a moment and a text; give two of one kind",
            id="a moment or a text",
        ),
        pytest.param(
            interview.ends,
            BY_PHONE,
            "when: chooses between a moment and a text; give two of one kind",
            id="a moment or a choice of texts",
        ),
        pytest.param("Smile", 5, "when: 5 is not text; give two texts", id="a text or a number"),
        pytest.param(None, "Smile", "when: None is not text; give two texts", id="nothing"),
        pytest.param(
            "Smile",
            BY_PHONE,
            "when: is a choice of texts within another; "
            "say it in two texts, and give the condition that decides a name, as a fact",
            id="a choice in a choice",
        ),
        pytest.param(
            interview.ends,
            5,
            "moment: 5 is not a moment; build one from facts, as in interview.ends",
            id="a moment or a number",
        ),
        pytest.param(
            5,
            5,
            "moment: 5 is not a moment; build one from facts, as in interview.ends",
            id="two numbers",
        ),
    ],
)
def test_what_is_no_choice_of_two_texts_or_two_moments_is_refused(
    then: Any, otherwise: Any, expected: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        when(YES, then, otherwise=otherwise)
    assert [expected] == [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("condition", "mend"),
    [
        (True, "compare with a method"),
        (interview.ends, "say what of it"),
        ("if they smile", "build one from facts, as in person.email.known"),
        (None, "build one from facts, as in person.email.known"),
    ],
    ids=repr,
)
def test_texts_hang_on_a_condition_and_nothing_else(condition: Any, mend: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        when(condition, "Smile", otherwise="Wave")
    [problem] = caught.value.problems
    assert "condition" == problem.place
    assert problem.mend.startswith(mend)


# -- in a rule ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("medium", "expected"),
    [("video", "Write to Acme"), ("in-person", "Wave at Acme"), (None, "Wave at Acme")],
)
def test_the_text_of_an_act_is_the_one_for_its_subject(medium: Any, expected: str) -> None:
    search = searching(applied(meeting(medium=medium)))
    assert expected == scheduled_act(search, "wave", rules=RuleSet([wave(text=BY_PHONE)])).text


@pytest.mark.parametrize(
    ("medium", "expected"),
    [
        ("video", "Write before Tuesday 24 November, 13:00"),
        ("in-person", "Wave before Tuesday 24 November, 13:00"),
    ],
)
def test_the_text_of_a_caution_is_the_one_for_its_subject(medium: Any, expected: str) -> None:
    choice = when(interview.remote, "Write before {closes}", otherwise="Wave before {closes}")
    rule = wave(closes=interview.ends.at("13:00"), cautions=late(choice))
    search = searching(applied(meeting(medium=medium)))
    [caution] = scheduled_act(search, "wave", rules=RuleSet([rule])).cautions
    assert expected == caution.text


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            {"text": when(interview.remote, "At {employr}", otherwise="Wave")},
            ["wave.text.then: {employr} is nothing it can mention; did you mean 'employer'?"],
            id="the first text",
        ),
        pytest.param(
            {"text": when(interview.remote, "Wave", otherwise="At {employr}")},
            ["wave.text.otherwise: {employr} is nothing it can mention; did you mean 'employer'?"],
            id="the other text",
        ),
        pytest.param(
            {"cautions": late(when(interview.remote, "By {clses}", otherwise="By {best}"))},
            [
                "wave.cautions[0].text.then: {clses} is nothing it can mention; "
                "did you mean 'closes'?"
            ],
            id="a caution's",
        ),
    ],
)
def test_each_of_the_two_texts_is_checked_for_what_it_mentions(
    parts: dict[str, Any], expected: list[str]
) -> None:
    assert expected == refused(**parts)


NARROW = when(interview.remote, "Write", otherwise="Wave")


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"text": NARROW}, "text.condition"),
        ({"text": "Wave", "cautions": late(NARROW)}, "cautions[0].text.condition"),
    ],
    ids=["text", "caution"],
)
def test_the_condition_of_a_text_is_not_narrower_than_the_rule(
    parts: dict[str, Any], place: str
) -> None:
    assert [
        f"wave.{place}: interview.remote is narrower than the rule, which is per application; "
        "make the rule per interview, or leave it out"
    ] == refused(per=application, opens=application.latest_ends, **parts)


def test_a_person_s_rule_may_say_what_hangs_on_their_interview() -> None:
    rule = wave(per=person, text=NARROW)
    assert NARROW == rule.text


def test_why_a_rule_is_there_is_one_text() -> None:
    assert ["wave.why"] == places(why=BY_PHONE)


SOON = parameter("soon", days(1), "what is soon")
IN_TIME = interview.left.before(interview.ends + SOON)
SPEAKING = wave(
    text=when(IN_TIME, "Wave", otherwise="Write"),
    cautions=late(when(interview.remote, "Hurry", otherwise="Run")),
)


def test_what_a_text_hangs_on_is_part_of_the_rule() -> None:
    assert {"interview.ends", "interview.left", "interview.remote"} == {
        fact.name for fact in SPEAKING.facts
    }
    assert ["soon"] == [number.name for number in SPEAKING.parameters]
    assert ["text.condition", "cautions[0].text.condition"] == [
        place for place, _ in SPEAKING.expressions() if place.endswith("condition")
    ]
    assert IN_TIME in SPEAKING.nodes
    assert ["opens", "best", "due", "closes"] == [place for place, _ in SPEAKING.says()]


def test_what_a_text_hangs_on_has_no_part_in_the_window() -> None:
    assert set(SPEAKING.moments()) == {interview.ends}
    assert IN_TIME not in SPEAKING.dispensable


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        pytest.param(at("2026-11-26 11:00") - TICK, "Wave", id="just before"),
        pytest.param(at("2026-11-26 11:00"), "Write", id="just then"),
        pytest.param(at("2026-11-26 11:00") + TICK, "Write", id="just after"),
    ],
)
def test_a_number_in_the_condition_of_a_text_can_be_tuned(left: Any, expected: str) -> None:
    rules = RuleSet([SPEAKING]).tuned({"wave.soon": days(2)})
    search = searching(applied(meeting(left=left)))
    assert expected == scheduled_act(search, "wave", rules=rules).text


def test_a_number_in_the_condition_of_a_caution_can_be_tuned() -> None:
    choice = when(IN_TIME, "Hurry", otherwise="Run")
    rules = RuleSet([wave(cautions=[late(choice), early("Wait")])])
    [caution, wait] = rules.tuned({"wave.soon": days(2)})["wave"].cautions
    assert isinstance(caution.text, TextChoice)
    assert [days(2)] == [number.value for number in caution.text.condition.parameters]
    assert ("Hurry", "Run", "Wait") == (caution.text.then, caution.text.otherwise, wait.text)


def test_the_words_that_a_condition_is_given_are_listed_with_the_rule() -> None:
    far = named("it is far away", interview.remote, denial="it is near")
    rule = wave(text=when(far, "Write", otherwise="Wave"))
    assert {"it is far away": "the interview is by video or phone"} == rule.where()


@pytest.mark.parametrize("again", [lambda value: pickle.loads(pickle.dumps(value)), copy.deepcopy])
def test_a_choice_of_texts_comes_back_equal(again: Any) -> None:
    assert BY_PHONE == again(BY_PHONE)
    assert hash(BY_PHONE) == hash(again(BY_PHONE))
    assert RuleSet([SPEAKING]) == again(RuleSet([SPEAKING]))


@pytest.mark.parametrize(
    "other",
    [
        when(interview.in_the_morning, "Write to {employer}", otherwise="Wave at {employer}"),
        when(interview.remote, "Write", otherwise="Wave at {employer}"),
        when(interview.remote, "Write to {employer}", otherwise="Wave"),
        "Wave at {employer}",
    ],
    ids=["another condition", "another text", "another other text", "one text"],
)
def test_choices_of_texts_that_differ_are_not_equal(other: Any) -> None:
    assert BY_PHONE != other
    assert wave(text=BY_PHONE) != wave(text=other)


# -- where it is shown ----------------------------------------------------------------------------


def test_rules_are_listed_with_both_texts() -> None:
    words = "Hurry if the interview is by video or phone, otherwise Run"
    rules = RuleSet([wave(text=when(interview.remote, "Hurry", otherwise="Run"))])
    [listed] = to_dict(rules)["rules"]
    assert words == listed["text"]
    assert f" text {words} why " in " ".join(rules_text(rules).split())


def test_an_explanation_tells_both_texts_of_a_caution() -> None:
    explanation = explain(meeting(), "wave", now=NOON, rules=RuleSet([SPEAKING]))
    [account] = to_dict(explanation)["rules"]
    assert ["Hurry if the interview is by video or phone, otherwise Run"] == [
        caution["text"] for caution in account["cautions"]
    ]


def test_a_fact_that_only_a_text_hangs_on_may_be_told_by_a_search() -> None:
    at_home = condition_fact("interview.at_home", "you were at home")
    rules = RuleSet([wave(text=when(at_home, "Wave", otherwise="Write"))])
    assert ["interview.at_home"] == [*rules.own_facts]
    search = searching(applied(meeting(facts={"at_home": True})))
    assert "Wave" == scheduled_act(search, "wave", rules=rules).text
    assert "Write" == scheduled_act(meeting(), "wave", rules=rules).text
