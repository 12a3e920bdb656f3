"""`verify`: what it draws, what it finds, and what it reports."""

from __future__ import annotations

import pickle
from copy import deepcopy
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from attrs import evolve
from hypothesis import strategies as st

from breaches import MONDAY, NOW, PATIENCE, SEARCH
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
    Source,
    condition_fact,
    days,
    done,
    hours,
    interview,
    moment_fact,
    parameter,
)
from interview_followup.laws import LawsBroken, _budget, verify

LATE_ON_FRIDAY = RuleSet([card(opens=MONDAY, best=MONDAY, closes=interview.ends + hours(64))])


def test_a_broken_law_is_reported_with_the_smallest_search_and_its_windows() -> None:
    with pytest.raises(LawsBroken) as caught:
        verify(LATE_ON_FRIDAY, max_examples=10, random_seed=1)
    [finding] = [finding for finding in caught.value.report.findings if not finding.is_as_expected]
    assert laws.windows_leave_time is finding.law
    assert finding.counterexample is not None
    [application] = finding.counterexample.search.applications
    [smallest] = application.interviews
    assert ("Europe/London", ["Priya Shah"], ()) == (
        smallest.timezone,
        [person.name for person in smallest.people],
        smallest.questions,
    )
    for words in (
        "windows_leave_time not as expected; 16 of 17 laws are, on 10 searches",
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


def notes_of(*rules: Rule, **more: Any) -> list[str]:
    return list(verify(RuleSet(rules), max_examples=20, **more).notes)


ON_FRIDAY = searching(applied(meeting("2026-11-27 19:30", "2026-11-27 20:30")))


def test_a_best_moment_that_is_moved_is_noted_with_how_often_and_an_example() -> None:
    office = card(best=interview.ends.office_time, closes=interview.ends + days(1))
    on_tuesday = SEARCH
    [note] = notes_of(office, searches=st.sampled_from([ON_FRIDAY, on_tuesday]))
    assert note.startswith("send-card had its best moment moved into its window ")
    moved, windows = note.split(" of ")[:2]
    assert 0 < int(moved.split()[-1]) < int(windows.split()[0])
    assert note.endswith(
        "as for Priya Shah · Acme, Data engineer · 2026-11-27 19:30: "
        "from Monday 2026-11-30 09:00:00+00:00 (Europe/London) "
        "to Friday 2026-11-27 20:30:00+00:00 (Europe/London)"
    )
    assert [] == notes_of(office, searches=st.just(on_tuesday))


BADGE = condition_fact("interview.badge", "you have a badge", lambda _: False)
HINT = moment_fact("interview.hint", "the hint", lambda _: None)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            {"given": BADGE},
            "never spoke of any search; interview.badge was always false, where it was known",
        ),
        ({"since": HINT}, "never spoke of any search; interview.hint was never known"),
        ({"opens": HINT, "best": None}, "never left any time; interview.hint was never known"),
    ],
    ids=["given", "since", "opens"],
)
def test_the_facts_are_named_for_want_of_which_a_rule_never_speaks(
    parts: dict[str, Any], expected: str
) -> None:
    mend = "draw searches in which that is otherwise, with searches="
    assert [f"send-card {expected}: {mend}"] == notes_of(card(**parts), searches=st.just(SEARCH))


def test_a_veto_that_holds_anywhere_shows_all_that_it_can() -> None:
    veto = Rule(name="never", kind="veto", per=interview, text="Don't", why="It does harm.")
    assert [] == notes_of(veto, searches=st.just(SEARCH))
    silent = evolve(veto, given=BADGE)
    [note] = notes_of(silent, searches=st.just(SEARCH))
    assert note.startswith("never never spoke of any search; interview.badge was always false")


def test_an_act_that_no_rule_knows_is_noted_wherever_a_rule_asks_about_it() -> None:
    lost = card(satisfied_by=done("post-flowers") | done("send-card"), given=~done("wave"))
    assert [
        "send-card asks whether 'post-flowers' is done, which no rule knows",
        "send-card asks whether 'wave' is done, which no rule knows",
    ] == notes_of(lost, searches=st.just(SEARCH))


@pytest.mark.parametrize("kind", ["guard", "veto"])
def test_what_is_forbidden_and_no_rule_asks_for_is_noted(kind: Any) -> None:
    opens = interview.ends + days(1) if kind == "guard" else None
    lost = Rule(
        name="no-cards",
        act="send-crad",
        kind=kind,
        per=interview,
        opens=opens,
        text="Send none",
        why="They are busy.",
    )
    assert ["no-cards forbids 'send-crad', which no rule asks for"] == notes_of(
        lost, searches=st.just(SEARCH)
    )
    alone = evolve(lost, name="send-crad")
    assert [] == notes_of(alone, searches=st.just(SEARCH))


def test_a_number_without_a_source_is_noted() -> None:
    wait, rest = parameter("wait", days(2), "how long to wait"), days(3)
    cited = parameter("most", days(9), "how long at most", source=Source("A paper"))
    rule = card(opens=interview.ends + wait, best=None, due=interview.ends + wait + rest)
    assert ["send-card.wait has no source"] == notes_of(
        evolve(rule, closes=interview.ends + cited), searches=st.just(SEARCH)
    )


# -- a budget -------------------------------------------------------------------------------------


class Clock:
    """A clock on which each look takes a second."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def test_the_drawing_ends_with_the_seconds_and_the_report_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_budget, "monotonic", Clock())
    report = verify(RuleSet([card()]), max_examples=50, seconds=20)
    assert 20 == report.stopped_after
    assert 1 <= report.searches < 20
    assert 1 <= report.swept <= 10
    assert "Stopped after 20 seconds, with less looked at than without that limit" in str(report)


def test_where_seconds_suffice_nothing_is_said_of_them() -> None:
    options: dict[str, Any] = {"searches": st.just(SEARCH), "max_examples": 2}
    report = verify(RuleSet([card()]), seconds=3_600, **options)
    assert None is report.stopped_after
    assert "Stopped" not in str(report)
    assert str(report) == str(verify(RuleSet([card()]), **options))


def test_at_least_one_search_is_looked_at_however_few_seconds_there_are() -> None:
    report = verify(RuleSet([card()]), max_examples=50, seconds=1e-9)
    assert (1, 1) == (report.searches, report.swept)


def test_without_time_to_make_it_smaller_a_counterexample_is_kept_as_it_was_found() -> None:
    crowd = searching(applied(meeting()), applied(meeting(), employer="Globex"))
    contradictory = RuleSet([card(closes=interview.ends + hours(24)), PATIENCE])
    with pytest.raises(LawsBroken) as caught:
        verify(contradictory, searches=st.just(crowd), seconds=1e-9)
    [finding] = [finding for finding in caught.value.report.findings if finding.counterexample]
    assert finding.counterexample is not None
    assert crowd == finding.counterexample.search


def test_making_a_counterexample_smaller_ends_with_the_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_budget, "monotonic", Clock())
    with pytest.raises(LawsBroken, match="Stopped after 12 seconds"):
        verify(RuleSet([card(satisfied_by=None)]), searches=st.just(SEARCH), seconds=12)


def test_rules_that_cannot_be_planned_break_law_9_and_no_other() -> None:
    def broken(_: object) -> bool:
        raise ValueError("out of order")

    fact = condition_fact("person.broken", "it is broken", broken)
    with pytest.raises(LawsBroken) as caught:
        verify(RuleSet([card(given=fact)]))
    wrong = [finding.law for finding in caught.value.report.findings if not finding.is_as_expected]
    assert [laws.valid_searches_plan] == wrong
    message = " ".join(str(caught.value).split())
    assert "planning raises FactFailed: rule send-card: person.broken of " in message
    assert " cannot be told: ValueError: out of order" in message


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
        lambda subject: subject.interview.people[1].name > "S",
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
        ({"seconds": 0}, "0 is no number of seconds; give one such as 60"),
        ({"seconds": -1}, "-1 is no number of seconds"),
        ({"seconds": True}, "True is no number of seconds"),
        ({"seconds": "60"}, "'60' is no number of seconds"),
        ({"seconds": float("nan")}, "nan is no number of seconds"),
        ({"random_seed": "x"}, "'x' is no whole number; give one such as 0"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_option_of_the_wrong_kind_is_refused(options: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        verify(CV_LIBRARY, **options)
    assert expected in str(caught.value)


def test_every_wrong_option_is_named_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        verify(CV_LIBRARY, max_examples=0, random_seed=None)  # type: ignore[arg-type]
    assert ["max_examples", "random_seed"] == [problem.place for problem in caught.value.problems]


def test_laws_and_what_breaks_them_pickle() -> None:
    assert laws.rules_agree is pickle.loads(pickle.dumps(laws.rules_agree))
    assert laws.rules_agree is deepcopy(laws.rules_agree)
    report = verify(RuleSet([card()]), max_examples=5)
    assert str(report) == str(pickle.loads(pickle.dumps(report)))
    assert str(report) == str(pickle.loads(pickle.dumps(LawsBroken(report))).report)
    assert "<Report: 17 of 17 laws as expected, on 5 searches>" == repr(report)


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
