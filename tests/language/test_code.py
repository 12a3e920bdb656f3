"""A value of the language is shown as the code that writes it."""

from __future__ import annotations

import pickle
from datetime import time
from typing import Any

import pytest
from hypothesis import given

from drawing import drawing
from interview_followup import CV_LIBRARY, Rule, RuleSet, language, strategies
from interview_followup.language import (
    NOON,
    OURS,
    CautionText,
    Expression,
    Moment,
    Source,
    Wording,
    before_closing,
    closed,
    condition_fact,
    days,
    do,
    dont,
    early,
    interview,
    late,
    later_of,
    moment_fact,
    person,
    search,
    when,
    working_days,
)
from interview_followup.language._code import LONGEST
from interview_followup.language._operators import OPERATORS
from interview_followup.language._tree import downwards
from written import ENDS, LEFT, REMOTE, WRITTEN

PUBLIC = {name: getattr(language, name) for name in language.__all__}


def rebuilt(value: object) -> Any:
    """Return what the code that a value is shown as gives, by the public names alone."""
    return eval(repr(value), {"__builtins__": {}}, PUBLIC)


@pytest.mark.parametrize(("expression", "code"), WRITTEN)
def test_an_expression_is_shown_as_its_code(expression: Expression[Any], code: str) -> None:
    assert code == repr(expression)
    assert expression == rebuilt(expression)
    assert code == repr(pickle.loads(pickle.dumps(expression)))


def test_every_operator_is_among_those_shown() -> None:
    expressions = [expression for expression, _ in WRITTEN]
    assert OPERATORS.keys() == {node.operator.name for node in downwards(expressions)}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (working_days(5), "working_days(5)"),
        (Source("My aunt", "Ada", 2, "aunt.example"), SOURCE := "Source('My aunt', author='Ada', "
         "item=2, address='aunt.example')"),
        (OURS, "OURS"),
        (do("Thank them"), "do('Thank them')"),
        (dont("Beg", source=Source("My aunt")), "dont('Beg', source=Source('My aunt'))"),
        (early("Wait", since=ENDS), "early('Wait', since=interview.ends)"),
        (before_closing("Now"), "before_closing('Now')"),
        (late("Late"), "late('Late')"),
        (closed("Over", until=LEFT), "closed('Over', until=interview.left)"),
        (closed("Over", lasting=days(1)), "closed('Over', lasting=days(1))"),
        (
            when(REMOTE, "Ring", otherwise="Write"),
            "when(interview.remote, 'Ring', otherwise='Write')",
        ),
        (
            CautionText("late", "Late", since=LEFT),
            "CautionText('late', 'Late', since=interview.left)",
        ),
        (CautionText("closed", "Over"), "CautionText('closed', 'Over')"),
        (
            Rule(name="wave", per=person, needs=person.email, opens=ENDS, text="Wave", why="Why."),
            "Rule(name='wave', per='person', needs=(person.email,), opens=interview.ends, "
            "text='Wave', why='Why.')",
        ),
        (RuleSet([]), "RuleSet([])"),
    ],
)  # fmt: skip
def test_all_else_that_rules_are_made_of_is_shown_as_its_code(value: object, code: str) -> None:
    assert code == repr(value)
    assert value == rebuilt(value)


def test_what_is_no_caution_and_no_wording_is_shown_as_it_was_given() -> None:
    wrong: Any = "erly"
    assert "CautionText('erly', 'Wait')" == repr(CautionText(wrong, "Wait"))
    assert "Wording('erly', 'Wait', source=OURS)" == repr(Wording(wrong, "Wait", OURS))


def test_of_a_fact_in_python_the_name_is_shown_which_is_no_code() -> None:
    alone = condition_fact("interview.alone", "you met one person", lambda _: True)
    here = moment_fact("interview.here", "here", zone=lambda subject: subject.zone)
    assert "<interview.alone> & <interview.here>.known" == repr(alone & here.known)


def test_a_number_that_is_tuned_is_no_longer_shown_by_its_name() -> None:
    at_one = NOON.leaf._replace(value=time(13))
    tuned = interview.in_the_morning.tuned([at_one])
    assert "interview.starts.before(interview.ends.at(parameter('noon', '13:00', " in repr(tuned)
    assert tuned == rebuilt(tuned)


@drawing
@given(strategies.rule_sets())
def test_a_drawn_rule_set_is_rebuilt_from_what_it_is_shown_as(rules: RuleSet) -> None:
    assert rules == rebuilt(rules)


def test_the_shipped_rules_are_rebuilt_from_what_they_are_shown_as_tuned_ones_too() -> None:
    tuned = CV_LIBRARY.tuned({"thank-you.noon": "13:00", "chase.wait": days(3)})
    assert CV_LIBRARY == rebuilt(CV_LIBRARY)
    assert tuned == rebuilt(tuned)
    assert "'noon'" not in repr(CV_LIBRARY)
    assert "'noon', '13:00'" in repr(tuned)


@pytest.mark.parametrize(
    ("later", "whole"), [(1, True), (2, True), (3, False)], ids=["99,999", "100,000", "100,001"]
)
def test_code_of_100_000_characters_is_shown_whole(later: int, whole: bool) -> None:
    names = ["search.signed"] * (6_666 - later) + ["interview.ends"] * later
    moments = [ENDS if name == "interview.ends" else search.signed for name in names]
    code = f"later_of({', '.join(names)})"
    assert 99_998 + later == len(code)
    assert (code if whole else f"{code[:99_999]}…") == repr(later_of(*moments))


def doubled(times: int) -> Moment:
    moment: Moment = search.signed
    for _ in range(times):
        moment = later_of(moment, moment)
    return moment


def test_what_shares_its_parts_is_shown_whole_as_long_as_that_is_not_too_long() -> None:
    whole = doubled(10)
    assert whole == rebuilt(whole)
    cut = repr(doubled(60))
    assert (LONGEST, "…") == (len(cut), cut[-1])
