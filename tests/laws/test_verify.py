"""`verify`: what it draws, what it finds, and what it reports."""

from __future__ import annotations

import pickle
from copy import deepcopy
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import strategies as st

from breaches import MONDAY, NOW, SEARCH
from builders import applied, at, card, meeting, searching
from interview_followup import (
    CV_LIBRARY,
    FollowupError,
    InvalidInput,
    Rule,
    RuleSet,
    laws,
)
from interview_followup._planning.reasons import Reason
from interview_followup.language import (
    condition_fact,
    days,
    hours,
    interview,
    moment_fact,
)
from interview_followup.laws import LawsBroken, verify

LATE_ON_FRIDAY = RuleSet([card(opens=MONDAY, best=MONDAY, closes=interview.ends + hours(64))])


def test_a_broken_law_is_reported_with_the_smallest_search_and_its_windows() -> None:
    with pytest.raises(LawsBroken) as caught:
        verify(LATE_ON_FRIDAY, max_examples=10, random_seed=1)
    [finding] = [each for each in caught.value.report.findings if not each.is_as_expected]
    assert laws.windows_leave_time is finding.law
    assert finding.counterexample is not None
    [application] = finding.counterexample.search.applications
    [smallest] = application.interviews
    assert ("Europe/London", ["Priya Shah"], ()) == (
        smallest.timezone,
        [each.name for each in smallest.people],
        smallest.questions,
    )
    for words in (
        "windows_leave_time not as expected; 15 of 16 laws are, on 10 searches",
        "12. windows_leave_time IS BROKEN",
        "A window whose `opens` and `closes`",
        "send-card leaves no time for send-card of Priya Shah",
        "opens   Monday 2026-10-26 09:00:00+00:00 (Europe/London)",
        "closes  Monday 2026-10-26 08:00:00+00:00 (Europe/London)",
        "Seen at Friday 2026-10-23 17:00:00+01:00 (Europe/London), of this search:",
        "starts = 2026-10-23T16:00:00",
    ):
        assert words in str(caught.value)


def test_broken_laws_fail_a_test_and_are_an_error_of_the_library() -> None:
    assert issubclass(LawsBroken, AssertionError)
    assert issubclass(LawsBroken, FollowupError)


def test_a_law_that_is_known_to_fail_is_no_error_and_its_reason_is_kept() -> None:
    reason = "we send no cards after the clocks change"
    report = verify(
        LATE_ON_FRIDAY, expected_failures={laws.windows_leave_time: reason}, max_examples=10
    )
    assert report.is_as_expected
    assert f"12. windows_leave_time fails, as expected: {reason}" in str(report)


def test_a_law_that_holds_though_it_was_expected_to_fail_is_an_error() -> None:
    with pytest.raises(LawsBroken, match="HOLDS, but was expected to fail: we thought so"):
        verify(
            RuleSet([card()]), expected_failures={laws.rules_agree: "we thought so"}, max_examples=5
        )


def test_an_example_is_kept_that_no_random_search_finds_again() -> None:
    nowhere = st.just(searching())
    with pytest.raises(LawsBroken) as caught:
        verify(
            RuleSet([card(satisfied_by=None)]), searches=nowhere | st.just(SEARCH), max_examples=9
        )
    assert "done_stays_done" in str(caught.value)


def test_searches_of_one_s_own_are_the_only_ones_looked_at() -> None:
    report = verify(LATE_ON_FRIDAY, searches=st.just(searching()), max_examples=3)
    assert report.is_as_expected
    assert 0 == report.swept
    assert 1 <= report.searches <= 3


def test_searches_of_one_s_own_are_looked_at_close_to_their_interviews() -> None:
    old = searching(applied(meeting("2013-06-11 10:00", "2013-06-11 11:00")))
    forgetful = card(satisfied_by=None, closes=interview.ends + days(3))
    with pytest.raises(LawsBroken, match="done_stays_done not as expected"):
        verify(RuleSet([forgetful]), searches=st.just(old))


@pytest.mark.parametrize(
    ("rule", "notes"),
    [
        (card(), []),
        (card(given=interview.remote & ~interview.remote), ["never spoke of any search"]),
        (
            card(opens=interview.ends + days(5), closes=interview.starts + days(1)),
            ["never left any time"],
        ),
        (
            card(best=interview.ends + days(9), closes=interview.ends + days(5)),
            ["has its best moment outside its window, every time"],
        ),
        (
            card(due=interview.starts - days(1)),
            ["has its due moment outside its window, every time"],
        ),
    ],
    ids=["nothing", "silent", "empty", "best", "due"],
)
def test_a_report_notes_what_breaks_no_law_but_is_seldom_meant(
    rule: Rule, notes: list[str]
) -> None:
    report = verify(RuleSet([rule]), max_examples=30)
    assert [f"send-card {note}" for note in notes] == list(report.notes)
    assert all(f"Note: {note}" in str(report) for note in report.notes)


def test_rules_that_cannot_be_planned_break_law_9_and_no_other() -> None:
    def broken(_: object) -> bool:
        raise ValueError("out of order")

    fact = condition_fact("person.broken", "it is broken", broken)
    with pytest.raises(LawsBroken) as caught:
        verify(RuleSet([card(given=fact)]))
    wrong = [each.law for each in caught.value.report.findings if not each.is_as_expected]
    assert [laws.valid_searches_plan] == wrong
    told = " ".join(str(caught.value).split())
    assert "planning raises FactFailed: rule send-card: person.broken of " in told
    assert " cannot be told: ValueError: out of order" in told


def test_an_error_that_turns_up_in_another_law_is_of_law_9(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reason, "replayed", lambda _: 1 // 0)
    with pytest.raises(LawsBroken) as caught:
        verify(RuleSet([card()]), max_examples=20)
    assert "valid_searches_plan not as expected" in str(caught.value)
    assert "explanations_replay raises ZeroDivisionError: " in str(caught.value)


def test_a_rule_that_raises_breaks_law_9_whatever_it_raises_on() -> None:
    senior = condition_fact(
        "interview.senior",
        "they are senior",
        lambda each: each.interview.people[1].name > "S",
    )
    with pytest.raises(LawsBroken, match="valid_searches_plan not as expected"):
        verify(RuleSet([card(given=senior)]))


def test_rules_that_give_another_answer_each_time_are_reported_all_the_same() -> None:
    number = count()
    drifting = moment_fact(
        "interview.drift", "some time", lambda _: NOW + timedelta(minutes=next(number))
    )
    with pytest.raises(LawsBroken):
        verify(RuleSet([card(opens=drifting, best=drifting)]), max_examples=10)


def test_what_is_no_rule_set_is_refused() -> None:
    refusal = r"rules: .* is not a rule set; build it with RuleSet"
    for call in (verify, laws.machine):
        with pytest.raises(InvalidInput, match=refusal):
            call([card()])  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=refusal):
        laws.rules_agree.breach(SEARCH, now=NOW, rules=[card()])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"expected_failures": {"rules_agre": "?"}}, "did you mean 'rules_agree'?"),
        ({"expected_failures": {"rules_agree": "?"}}, "give laws.rules_agree itself"),
        ({"expected_failures": {5: "?"}}, "5 is no law; give one of laws.LAWS"),
        ({"expected_failures": [laws.rules_agree]}, "is no mapping; give a mapping, as {laws."),
        (
            {"expected_failures": {laws.rules_agree: " "}},
            "[rules_agree]: ' ' is no reason; say why",
        ),
        ({"expected_failures": {laws.rules_agree: None}}, "None is no reason; say why in words"),
        ({"searches": [SEARCH]}, "is no strategy; give a strategy such as"),
        ({"max_examples": 0}, "0 is no number of searches; give a whole number from 1 on"),
        ({"max_examples": True}, "True is no number of searches"),
        ({"random_seed": "x"}, "'x' is no whole number; give one such as 0"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_an_option_of_the_wrong_kind_is_refused(options: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        verify(CV_LIBRARY, **options)
    assert expected in str(caught.value)


def test_every_wrong_option_is_named_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        verify(CV_LIBRARY, max_examples=0, random_seed=None)  # type: ignore[arg-type]
    assert ["max_examples", "random_seed"] == [each.place for each in caught.value.problems]


def test_laws_and_what_breaks_them_pickle() -> None:
    assert laws.rules_agree is pickle.loads(pickle.dumps(laws.rules_agree))
    assert laws.rules_agree is deepcopy(laws.rules_agree)
    report = verify(RuleSet([card()]), max_examples=5)
    assert str(report) == str(pickle.loads(pickle.dumps(report)))
    assert str(report) == str(pickle.loads(pickle.dumps(LawsBroken(report))).report)
    assert "<Report: 16 of 16 laws as expected, on 5 searches>" == repr(report)


def test_the_same_seed_gives_the_same_report() -> None:
    always = moment_fact("search.always", "always", lambda _: at("1970-01-02 09:00"))
    forgetful = RuleSet(
        [card(per="search", opens=always, best=always, satisfied_by=None, text="Rest")]
    )

    def report(seed: int) -> str:
        with pytest.raises(LawsBroken) as caught:
            verify(forgetful, max_examples=9, random_seed=seed)
        return str(caught.value)

    assert report(0) == report(0)
