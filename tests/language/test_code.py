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
    AUTHOR,
    NOON,
    OFFICE_CLOSES,
    OURS,
    PAUSE,
    CautionText,
    Expression,
    Moment,
    Source,
    Wording,
    application,
    before_closing,
    closed,
    condition_fact,
    days,
    detail_fact,
    do,
    done,
    dont,
    earlier_of,
    early,
    first_known,
    interview,
    last_done,
    last_of,
    late,
    later_of,
    minutes,
    moment_fact,
    named,
    parameter,
    person,
    search,
    times_done,
    weeks,
    when,
    working_days,
)
from interview_followup.language._code import LONGEST
from interview_followup.language._operators import OPERATORS
from interview_followup.language._tree import downwards

PUBLIC = {name: getattr(language, name) for name in language.__all__}
ENDS, LEFT, REMOTE = interview.ends, interview.left, interview.remote
WAIT = parameter("wait", days(7), "how long to wait", source=Source("My aunt", item=3))
DUE = moment_fact("application.task_due", "the end of the task", ask="When is it due?")


def rebuilt(value: object) -> Any:
    """Return what the code that a value is shown as gives, by the public names alone."""
    return eval(repr(value), {"__builtins__": {}}, PUBLIC)


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        (ENDS, "interview.ends"),
        (person.email, "person.email"),
        (interview.in_the_morning, "interview.in_the_morning"),
        (ENDS + days(2), "interview.ends + days(2)"),
        (ENDS - working_days(1) + PAUSE, "interview.ends - working_days(1) + PAUSE"),
        ((ENDS + days(1)).at("14:00"), "(interview.ends + days(1)).at('14:00')"),
        (ENDS.at(NOON), "interview.ends.at(NOON)"),
        (ENDS.next_at(time(9, 0, 30)), "interview.ends.next_at('09:00:30')"),
        (ENDS.midnight_after.office_time, "interview.ends.midnight_after.office_time"),
        (ENDS.let_pass(days(1)), "interview.ends.let_pass(days(1))"),
        (ENDS + weeks(2), "interview.ends + weeks(2)"),
        (
            ENDS.in_hours("09:00", OFFICE_CLOSES, on=("friday", "monday")),
            "interview.ends.in_hours('09:00', OFFICE_CLOSES, on=('monday', 'friday'))",
        ),
        (ENDS.in_hours("10:00", "12:00"), "interview.ends.in_hours('10:00', '12:00')"),
        (ENDS.on("Friday", "monday"), "interview.ends.on('monday', 'friday')"),
        (ENDS.between("18:00", NOON), "interview.ends.between('18:00', NOON)"),
        (interview.people_count.at_least(8), "interview.people_count.at_least(8)"),
        (later_of(ENDS, LEFT), "later_of(interview.ends, interview.left)"),
        (earlier_of(ENDS, LEFT), "earlier_of(interview.ends, interview.left)"),
        (last_of(LEFT), "last_of(interview.left)"),
        (first_known(LEFT, ENDS), "first_known(interview.left, interview.ends)"),
        (
            when(REMOTE, ENDS, otherwise=LEFT),
            "when(interview.remote, interview.ends, otherwise=interview.left)",
        ),
        (ENDS.known & LEFT.happened, "interview.ends.known & interview.left.happened"),
        (application.outcome.exists, "application.outcome.happened"),
        (~(REMOTE | ENDS.known), "~(interview.remote | interview.ends.known)"),
        (~REMOTE & REMOTE & REMOTE, "~interview.remote & interview.remote & interview.remote"),
        (REMOTE & (REMOTE & REMOTE), "interview.remote & (interview.remote & interview.remote)"),
        (REMOTE & (REMOTE | REMOTE), "interview.remote & (interview.remote | interview.remote)"),
        (REMOTE & REMOTE | REMOTE, "interview.remote & interview.remote | interview.remote"),
        (ENDS.before(LEFT + minutes(1)), "interview.ends.before(interview.left + minutes(1))"),
        (done("chase"), "done('chase')"),
        (last_done("chase", since=ENDS), "last_done('chase', since=interview.ends)"),
        (times_done("chase").at_least(2), "times_done('chase').at_least(2)"),
        (WAIT, "parameter('wait', days(7), 'how long to wait', source=Source('My aunt', item=3))"),
        (
            parameter("at", time(9), "when", source=AUTHOR),
            "parameter('at', '09:00', 'when')",
        ),
        (
            parameter("most", 2, "how often", source=OURS),
            "parameter('most', 2, 'how often', source=OURS)",
        ),
        (named("the end", ENDS), "named('the end', interview.ends)"),
        (
            named("it's over", ENDS.happened, denial='not "yet"\n'),
            'named("it\'s over", interview.ends.happened, denial=\'not "yet"\\n\')',
        ),
        (
            DUE,
            "moment_fact('application.task_due', 'the end of the task', ask='When is it due?')",
        ),
        (
            condition_fact("search.rich", "you are rich"),
            "condition_fact('search.rich', 'you are rich')",
        ),
        (
            condition_fact("search.rich", "you are rich", denial="you are poor"),
            "condition_fact('search.rich', 'you are rich', denial='you are poor')",
        ),
        (
            detail_fact("person.pet", "the pet", ask="Which pet?", may_not_exist=True),
            "detail_fact('person.pet', 'the pet', ask='Which pet?', may_not_exist=True)",
        ),
    ],
)
def test_an_expression_is_shown_as_its_code(expression: Expression[Any], code: str) -> None:
    assert code == repr(expression)
    assert expression == rebuilt(expression)
    assert code == repr(pickle.loads(pickle.dumps(expression)))
    SHOWN.update(node.operator.name for node in downwards([expression]))


SHOWN: set[str] = set()


def test_every_operator_is_among_those_shown() -> None:
    assert OPERATORS.keys() == SHOWN


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
