"""The laws hold for the shipped rules, and each of them fails where it should."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import count
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import TICK, applied, at, card, did, meeting, searching
from interview_followup import (
    CV_LIBRARY,
    FollowupError,
    InvalidInput,
    JobSearch,
    Rule,
    RuleSet,
    SetAside,
    Subject,
    Window,
    laws,
    strategies,
)
from interview_followup._planning.reasons import Account, Reason
from interview_followup.language import (
    condition_fact,
    days,
    done,
    early,
    first_known,
    hours,
    interview,
    last_done,
    moment_fact,
    when,
)
from interview_followup.laws import LAWS, Breach, Law, LawsBroken, verify

LAWS_MODULE: Any = import_module("interview_followup.laws._laws")
NOW = at("2026-11-24 12:00")
FRIDAY = searching(applied(meeting("2026-10-23 16:00", "2026-10-23 17:00")))
SEARCH = searching(applied(meeting()))
ANY_RULES = tuple(
    law
    for law in LAWS
    if law not in (laws.zones_change_nothing, laws.done_stays_done, laws.rules_agree)
    and law is not laws.windows_leave_time
)


def changing(monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[Any], Any]) -> None:
    """Change what the laws get of a function."""
    right = getattr(LAWS_MODULE, name)
    monkeypatch.setattr(LAWS_MODULE, name, lambda *given, **more: change(right(*given, **more)))


def breach(law: Law, *rules: Rule, search: JobSearch = SEARCH, now: datetime = NOW) -> str | None:
    """Return how a law is broken, in words."""
    found = law.breach(search, now=now, rules=RuleSet(rules) if rules else CV_LIBRARY)
    return found and found.text


# -- the laws hold ---------------------------------------------------------------------------------


def test_the_shipped_rules_keep_every_law() -> None:
    report = verify(CV_LIBRARY)
    assert report.is_as_expected
    assert LAWS == tuple(each.law for each in report.findings)
    assert (100, True) == (report.searches, report.swept > 1000)
    assert () == report.notes


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.rule_sets(), st.data())
def test_whatever_rules_the_language_can_say_keep_the_laws_of_the_language(
    rules: RuleSet, data: st.DataObject
) -> None:
    anchor = data.draw(strategies.moments())
    search = data.draw(strategies.job_searches(near=anchor, rules=rules))
    now = data.draw(strategies.moments(near=anchor))
    for law in ANY_RULES:
        assert None is law.breach(search, now=now, rules=rules), law


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)
def test_a_law_is_a_public_value_that_says_what_it_states(law: Law) -> None:
    assert law is getattr(laws, law.name)
    assert law.name in laws.__all__
    assert law.sentence == law.__doc__ == str(law)
    assert law.sentence.endswith(".")
    assert f"<Law {law.number}, {law.name}>" == repr(law)


def test_laws_are_numbered_from_one() -> None:
    assert list(range(1, len(LAWS) + 1)) == [law.number for law in LAWS]


def test_a_law_takes_an_interview_and_any_aware_time() -> None:
    assert None is laws.windows_are_in_order.breach(meeting(), now=NOW)
    with pytest.raises(InvalidInput, match=r"now: .* has no time zone"):
        laws.windows_are_in_order.breach(meeting(), now=datetime(2026, 11, 24))  # noqa: DTZ001


# -- each law fails where it should ----------------------------------------------------------------


def unordered(opens: Any, best: Any, due: Any, closes: Any, **_: Any) -> Window:
    return Window(opens, best, due, closes)


@pytest.mark.parametrize(
    ("part", "moment", "expected"),
    [
        ("best", interview.starts, "best"),
        ("best", interview.ends, None),
        ("best", interview.ends + hours(9), "best"),
        ("due", interview.starts, "due"),
        ("due", interview.ends, None),
        ("due", interview.ends + hours(9), None),
        ("due", interview.ends + hours(10), "due"),
    ],
    ids=str,
)
def test_law_1_fails_where_best_or_due_is_outside_the_window(
    monkeypatch: pytest.MonkeyPatch, part: str, moment: Any, expected: str | None
) -> None:
    monkeypatch.setattr("interview_followup._planning.schedule.ordered", unordered)
    rule = card(closes=interview.ends + hours(9), **{part: moment})
    found = breach(laws.windows_are_in_order, rule)
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert (expected and f"{expected} of send-card of {subject} is not in its window") == found


def test_law_1_fails_where_a_window_that_never_closes_has_its_best_before_it_opens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("interview_followup._planning.schedule.ordered", unordered)
    found = breach(laws.windows_are_in_order, card(best=interview.starts, due=interview.ends))
    assert found is not None
    assert found.startswith("best of send-card")


def test_law_2_fails_where_a_phase_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def backwards(now: datetime, window: Window) -> tuple[str, None]:
        return ("open" if window.opens is not None and now < window.opens else "early"), None

    monkeypatch.setattr("interview_followup._planning.schedule.phases", backwards)
    found = breach(laws.phases_move_forward, card())
    assert found is not None
    assert "goes back: it is open, then early" in found


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        (TICK, "the plan changes by"),
        (-TICK, "nothing in the plan changes at its until"),
    ],
    ids=["until is too late", "until is too early"],
)
def test_law_2_fails_where_until_is_wrong(
    monkeypatch: pytest.MonkeyPatch, shift: timedelta, words: str
) -> None:
    def wrong(made: Any) -> Any:
        return evolve(made, until_utc=made.until_utc and made.until_utc + shift)

    changing(monkeypatch, "plan", wrong)
    found = breach(laws.phases_move_forward, card(), now=at("2026-11-24 10:30"))
    assert found is not None
    assert words in found


def test_law_2_looks_at_no_plan_after_the_last_one_that_can_be_made() -> None:
    last = datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    assert None is breach(laws.phases_move_forward, now=last)
    ends = last - timedelta(hours=1)
    far = searching(applied(meeting("2199-12-31 20:00", None)))
    assert None is breach(laws.phases_move_forward, search=far, now=ends)


def test_law_3_fails_where_a_window_opens_a_moment_late(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(now: datetime, window: Window) -> str:
        return "early" if window.opens is None or now <= window.opens else "open"

    monkeypatch.setattr("interview_followup.laws._laws.phase", late)
    found = breach(laws.windows_open_on_time, card())
    assert found is not None
    assert found.endswith("is early just before it opens, early as it does")


AT_HOME = condition_fact(
    "search.at_home", "you are at home", lambda each: each.search.timezone == "Europe/London"
)
HOME_NOON = moment_fact(
    "search.noon",
    "noon at home",
    lambda each: at("2026-11-25 12:00", each.search.timezone),
)


@pytest.mark.parametrize(
    "rule", [card(given=AT_HOME), card(opens=HOME_NOON, best=HOME_NOON)], ids=["silent", "moved"]
)
def test_law_4_fails_where_the_candidate_s_zone_matters(rule: Rule) -> None:
    found = laws.zones_change_nothing.breach(SEARCH, now=NOW, rules=RuleSet([rule]))
    assert isinstance(found, Breach)
    assert "has other dates for a candidate in Pacific/Kiritimati" in found.text
    assert {"send-card"} == {item.act for item in found.items}


def test_law_4_fails_where_something_is_said_only_elsewhere() -> None:
    found = laws.zones_change_nothing.breach(SEARCH, now=NOW, rules=RuleSet([card(given=~AT_HOME)]))
    assert isinstance(found, Breach)
    assert found.text.startswith("the schedule has other dates")
    assert ["send-card"] == [item.act for item in found.items]


def test_law_4_holds_of_a_search_without_interviews_whatever_the_zone() -> None:
    rule = card(per="search", opens=HOME_NOON, best=HOME_NOON, text="Rest")
    assert None is breach(laws.zones_change_nothing, rule, search=searching(applied()))


def test_law_4_fails_where_the_zone_of_now_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LAWS_MODULE, "plan", lambda *_, now, rules: str(now.tzinfo))
    found = breach(laws.zones_change_nothing)
    assert "the plan is another one where now is given in Europe/London" == found


def test_law_5_fails_where_the_order_of_facts_matters() -> None:
    first = condition_fact(
        "application.first",
        "it is first",
        lambda each: each.search.applications[0] is each.application,
    )
    search = searching(applied(meeting()), applied(employer="Globex"))
    found = breach(laws.order_changes_nothing, card(given=first), search=search)
    assert found is not None
    assert found.endswith("is another one where the facts are in another order")


def test_law_5_fails_where_the_order_of_rules_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview_followup.language._rule_set._leading", lambda rule: 0)
    rules = [card(), card(name="send-flowers", act="send-card", text="Send flowers")]
    found = breach(laws.order_changes_nothing, *rules)
    assert found is not None
    assert found.endswith("is another one where the rules are in another order")


def test_law_5_fails_where_a_plan_is_in_another_order(monkeypatch: pytest.MonkeyPatch) -> None:
    number = count()
    changing(monkeypatch, "plan", lambda _: next(number))
    expected = "the plan is another one where rules and facts are in another order"
    assert expected == breach(laws.order_changes_nothing)


def test_law_6_fails_where_a_done_act_is_asked_for_again() -> None:
    found = breach(laws.done_stays_done, card(satisfied_by=None))
    assert found is not None
    assert found.endswith("is still open once it is done")


def test_law_6_holds_where_an_act_comes_back_after_a_while() -> None:
    again = first_known(last_done("send-card") + days(7), interview.ends)
    assert None is breach(laws.done_stays_done, card(opens=again, satisfied_by=None))


def test_law_6_fails_where_another_act_brings_one_back() -> None:
    undone = card(satisfied_by=done("send-card") & ~done("call"))
    call = card(name="call", satisfied_by=done("call"))
    search = searching(applied(meeting(done=[did("send-card", "2026-11-24 11:30", "Priya Shah")])))
    found = breach(laws.done_stays_done, undone, call, search=search)
    assert found is not None
    assert found.startswith("send-card of Priya Shah")
    assert found.endswith("done, is open again after call")


def test_law_7_fails_where_a_rule_hangs_on_what_it_does_not_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nosy(rule: Rule, subject: Subject) -> Any:
        return subject.application.heard

    monkeypatch.setattr(LAWS_MODULE, "read", nosy)
    monkeypatch.setattr(LAWS_MODULE, "_items", lambda rule, subject: ())
    heard = searching(applied(meeting(), heard=NOW))
    found = breach(laws.unnamed_facts_change_nothing, card(), search=heard)
    assert found is not None
    assert found.startswith("send-card of Priya Shah")
    assert found.endswith("hangs on a fact that it does not name")
    assert None is breach(laws.unnamed_facts_change_nothing, card())


def test_law_8_fails_where_an_explanation_gives_another_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Reason, "replayed", lambda _: NOW)
    found = breach(laws.explanations_replay, card())
    assert found is not None
    assert found.startswith("send-card.opens of Priya Shah")
    assert found.endswith("is not what explains it")


def test_law_8_fails_where_an_account_gives_another_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Account, "replayed", lambda _: None)
    found = breach(laws.explanations_replay, card())
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"what explains send-card of {subject} gives another window" == found
    assert None is breach(laws.explanations_replay, card(given=interview.remote))


def test_law_9_fails_where_planning_raises() -> None:
    broken = condition_fact("person.broken", "it is broken", lambda each: 1 // 0 > 0)
    found = breach(laws.valid_searches_plan, card(given=broken))
    assert found is not None
    what = "person.broken of Priya Shah · Acme, Data engineer · 2026-11-24 10:00 cannot be told"
    assert found.startswith(f"planning raises FactFailed: {what}: ZeroDivisionError: ")


def test_law_9_fails_where_nonsense_raises_another_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(document: Any, **_: Any) -> JobSearch:
        raise KeyError("timezone")

    monkeypatch.setattr("interview_followup.laws._laws.parse_search", careless)
    found = breach(laws.valid_searches_plan)
    assert found is not None
    assert found.startswith("reading {")
    assert found.endswith("raises KeyError: 'timezone'")


def test_law_10_fails_where_a_search_is_not_read_back() -> None:
    odd = searching(applied(meeting(done=[did("chase", "2026-11-24 12:00")])))
    found = breach(laws.files_read_back, search=odd)
    assert found is not None
    assert found.startswith("the search, written as JSON, is not read back:")


def test_law_10_says_nothing_of_acts_that_no_rule_knows() -> None:
    odd = searching(applied(meeting(done=[did("sing", "2026-11-24 12:00", "Priya Shah")])))
    assert None is breach(laws.files_read_back, search=odd)


def test_law_10_fails_where_a_date_is_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview_followup.laws._laws.parse_search", lambda *_, **__: FRIDAY)
    found = breach(laws.files_read_back)
    assert found is not None
    assert found.endswith("has other dates once the search is read back from JSON")


PATIENCE = card(
    name="patience", act="send-card", opens=interview.ends + days(1), best=None, satisfied_by=None
)


def test_law_11_fails_where_two_rules_leave_no_time_and_names_both() -> None:
    hasty = card(closes=interview.ends + hours(24))
    found = laws.rules_agree.breach(SEARCH, now=NOW, rules=RuleSet([hasty, PATIENCE]))
    assert isinstance(found, Breach)
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"patience and send-card leave no time for send-card of {subject}" == found.text
    assert [("patience",), ("send-card",)] == [item.rules for item in found.items]


def test_law_11_names_none_but_the_two_that_clash() -> None:
    hasty = card(closes=interview.ends + hours(24))
    beside = card(name="beside", act="send-card", opens=interview.ends, best=None)
    found = breach(laws.rules_agree, hasty, beside, PATIENCE)
    assert found is not None
    assert found.startswith("patience and send-card leave no time")


def test_law_11_names_both_rules_of_an_act_that_is_done_already() -> None:
    search = searching(applied(meeting(done=[did("send-card", "2026-11-24 12:00", "Priya Shah")])))
    hasty = card(closes=interview.ends + hours(24))
    found = breach(laws.rules_agree, hasty, PATIENCE, search=search)
    assert found is not None
    assert found.startswith("patience and send-card leave no time")


def test_law_11_holds_where_there_is_a_moment_left() -> None:
    assert None is breach(laws.rules_agree, card(closes=interview.ends + hours(25)), PATIENCE)


def test_law_11_holds_where_one_rule_has_no_time_by_itself() -> None:
    assert None is breach(laws.rules_agree, card(closes=interview.ends), PATIENCE)


def test_law_11_fails_where_best_lies_outside_another_rule_s_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from interview_followup._planning import schedule as _schedule

    def first_only(readings: list[Any]) -> Any:
        return readings[0]._replace(rules=tuple(each.rules[0] for each in readings))

    monkeypatch.setattr(_schedule, "combined", first_only)
    found = breach(laws.rules_agree, card(), PATIENCE)
    assert found is not None
    assert found.startswith("patience says that send-card of Priya Shah")
    assert found.endswith("is early at its best")


MONDAY = interview.ends.office_time


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        (interview.ends + hours(64), True),
        (interview.ends + hours(65), True),
        (interview.ends + hours(66), False),
        (interview.ends + days(3), False),
    ],
    ids=str,
)
def test_law_12_fails_where_a_window_closes_before_it_opens(closes: Any, expected: bool) -> None:
    rule = card(opens=MONDAY, best=MONDAY, closes=closes)
    found = breach(laws.windows_leave_time, rule, search=FRIDAY)
    assert expected is (found is not None)
    assert None is breach(laws.windows_leave_time, rule)


def test_law_12_says_nothing_of_a_window_that_an_event_closes() -> None:
    closes = first_known(interview.left, interview.ends)
    rule = card(opens=MONDAY, best=MONDAY, closes=closes)
    assert None is breach(laws.windows_leave_time, rule, search=FRIDAY)


def test_law_12_looks_past_what_only_chooses() -> None:
    closes = when(interview.remote, interview.ends, otherwise=interview.ends + hours(1))
    found = breach(laws.windows_leave_time, card(opens=MONDAY, closes=closes), search=FRIDAY)
    assert found is not None
    assert found.endswith("it closes before it opens")


def test_law_12_says_how_a_window_closes() -> None:
    found = breach(laws.windows_leave_time, card(closes=interview.ends))
    assert found is not None
    assert found.endswith("it closes as it opens")


def test_law_13_fails_where_check_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    changing(monkeypatch, "check", lambda verdict: evolve(verdict, status="late"))
    found = breach(laws.answers_agree, card())
    assert found is not None
    assert found.endswith("is open, but checked, late")
    silent = breach(laws.answers_agree, card(given=interview.remote))
    assert silent is not None
    assert silent.endswith("is silent, but checked, late")


def test_law_13_fails_where_a_record_is_not_kept_where_it_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(JobSearch, "record", lambda search, action, at: search)
    found = breach(laws.answers_agree, card())
    assert found is not None
    assert found.endswith("has a wrong uid once send-card is done")


def test_law_14_fails_where_what_is_set_aside_is_still_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(JobSearch, "dismiss", lambda search, action: search)
    found = breach(laws.set_aside_is_unheard, card())
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"send-card of {subject}, set aside, is told of" == found


def test_law_14_fails_where_a_caution_of_what_is_set_aside_is_still_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "interview_followup._planning.schedule._not_before", lambda _, cautions: cautions
    )
    hasty = card(
        opens=interview.ends + days(2),
        best=interview.ends + days(2),
        cautions=early("Too early for a card", since=interview.ends),
    )
    found = breach(laws.set_aside_is_unheard, hasty)
    assert found is not None
    assert found.endswith("set aside, is told of")
    assert None is breach(laws.set_aside_is_unheard, card())


def test_law_14_fails_where_setting_an_act_aside_changes_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lost(search: JobSearch, action: Any) -> JobSearch:
        return searching()

    monkeypatch.setattr(JobSearch, "dismiss", lost)
    flowers = card(name="send-flowers", satisfied_by=done("send-flowers"))
    found = breach(laws.set_aside_is_unheard, card(), flowers)
    assert found is not None
    assert found.endswith("aside changes something else")


def test_law_14_fails_where_what_was_snoozed_is_not_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(JobSearch, "snooze", lambda search, action, until: search.dismiss(action))
    found = breach(laws.set_aside_is_unheard, card())
    assert found is not None
    assert found.endswith("is not as it was once it is no longer set aside")
    # What is over by then, or was set aside before, is not as it was, and nothing is wrong.
    assert None is breach(laws.set_aside_is_unheard, card(closes=interview.ends + hours(2)))
    before = [SetAside(act="send-card", until=NOW + timedelta(hours=1), to="Priya Shah")]
    search = searching(applied(meeting(set_aside=before)))
    assert None is breach(laws.set_aside_is_unheard, card(), search=search)


def test_law_14_holds_to_the_last_moment_that_can_be_planned() -> None:
    last = datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    far = searching(applied(meeting("2199-12-31 20:00", "2199-12-31 21:00")))
    for now in (last - timedelta(days=1), last - TICK, last):
        assert None is breach(laws.set_aside_is_unheard, search=far, now=now)


def test_law_15_fails_where_a_fact_is_another_each_time() -> None:
    turns = count()
    turn = moment_fact("interview.turn", "a turn", lambda _: NOW + timedelta(minutes=next(turns)))
    found = breach(laws.readings_agree, card(opens=turn))
    assert found is not None
    assert found.endswith("is another one if nothing else is looked at")


def test_law_15_fails_where_the_parts_of_a_rule_make_another_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(LAWS_MODULE, "ordered", unordered)
    found = breach(laws.readings_agree, card(best=interview.starts))
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"send-card of {subject} has another window than its parts" == found


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-24 11:00") - TICK, False),
        (at("2026-11-24 11:00"), True),
        (at("2026-11-24 11:00") + TICK, True),
    ],
    ids=["too early: why not before", "open", "still open"],
)
def test_law_15_fails_where_check_gives_another_reason(
    monkeypatch: pytest.MonkeyPatch, now: datetime, expected: bool
) -> None:
    changing(monkeypatch, "verdict_on", lambda verdict: evolve(verdict, why="Because."))
    found = breach(laws.readings_agree, card(), now=now)
    assert expected is (found is not None and found.endswith("another reason when it is checked"))


# -- verify ----------------------------------------------------------------------------------------

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
        [each.name for each in smallest.interviewers],
        smallest.questions,
    )
    for words in (
        "windows_leave_time not as expected; 14 of 15 laws are, on 10 searches",
        "12. windows_leave_time IS BROKEN",
        "A window whose `opens` and `closes`",
        "send-card leaves no time for send-card of Priya Shah",
        "opens   Monday 2026-10-26 09:00:00+00:00 (Europe/London)",
        "closes  Monday 2026-10-26 08:00:00+00:00 (Europe/London)",
        "Seen at Friday 2026-10-23 17:00:00+01:00 (Europe/London), of this search:",
        "starts = 2026-10-23 16:00:00",
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
    assert "planning raises FactFailed: person.broken of " in told
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
        lambda each: each.interview.interviewers[1].name > "S",
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
    assert "<Report: 15 of 15 laws as expected, on 5 searches>" == repr(report)


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
