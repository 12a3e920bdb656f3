"""The laws about answers that have to agree fail where they should."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from attrs import evolve

from breaches import NOW, PATIENCE, SEARCH, breach, changing, unordered
from builders import TICK, applied, at, card, did, meeting, searching
from interview_followup import (
    JobSearch,
    Rule,
    RuleSet,
    Window,
    laws,
    plan,
)
from interview_followup._planning import check as check_module
from interview_followup._planning import scheduled as scheduled_module
from interview_followup._planning.cautions import cautions_about
from interview_followup._planning.reasons import Account, Reason
from interview_followup._planning.worded import reworded
from interview_followup.language import (
    closed,
    condition_fact,
    early,
    hours,
    interview,
    moment_fact,
    person,
)
from interview_followup.laws import Breach, _agreement


def test_law_8_fails_where_an_explanation_gives_another_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Reason, "replayed", lambda _: NOW)
    text = breach(laws.explanations_replay, card())
    assert text is not None
    assert text.startswith("send-card.opens of Priya Shah")
    assert text.endswith("is not what explains it")


def test_law_8_fails_where_an_account_gives_another_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Account, "replayed", lambda _: None)
    text = breach(laws.explanations_replay, card())
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"what explains send-card of {subject} gives another window" == text
    assert None is breach(laws.explanations_replay, card(given=interview.remote))


def test_law_11_fails_where_two_rules_leave_no_time_and_names_both() -> None:
    hasty = card(closes=interview.ends + hours(24))
    breach = laws.rules_agree.breach(SEARCH, now=NOW, rules=RuleSet([hasty, PATIENCE]))
    assert isinstance(breach, Breach)
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"patience and send-card leave no time for send-card of {subject}" == breach.text
    assert [("patience",), ("send-card",)] == [scheduled.rules for scheduled in breach.items]


def test_law_11_names_none_but_the_two_that_clash() -> None:
    hasty = card(closes=interview.ends + hours(24))
    beside = card(name="beside", act="send-card", opens=interview.ends, best=None)
    text = breach(laws.rules_agree, hasty, beside, PATIENCE)
    assert text is not None
    assert text.startswith("patience and send-card leave no time")


def test_law_11_names_both_rules_of_an_act_that_is_done_already() -> None:
    search = searching(applied(meeting(done=[did("send-card", "2026-11-24 12:00", "Priya Shah")])))
    hasty = card(closes=interview.ends + hours(24))
    text = breach(laws.rules_agree, hasty, PATIENCE, search=search)
    assert text is not None
    assert text.startswith("patience and send-card leave no time")


def test_law_11_holds_where_there_is_a_moment_left() -> None:
    assert None is breach(laws.rules_agree, card(closes=interview.ends + hours(25)), PATIENCE)


def test_law_11_holds_where_one_rule_has_no_time_by_itself() -> None:
    assert None is breach(laws.rules_agree, card(closes=interview.ends), PATIENCE)


def test_law_11_fails_where_best_lies_outside_another_rule_s_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def first_only(windows: list[Window]) -> Window:
        return windows[0]

    monkeypatch.setattr("interview_followup._planning.scheduled._intersection", first_only)
    text = breach(laws.rules_agree, card(), PATIENCE)
    assert text is not None
    assert text.startswith("patience says that send-card of Priya Shah")
    assert text.endswith("is early at its best")


def test_law_13_fails_where_check_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    changing(monkeypatch, _agreement, "check", lambda verdict: evolve(verdict, status="late"))
    text = breach(laws.answers_agree, card())
    assert text is not None
    assert text.endswith("is open, but checked, late")
    silent = breach(laws.answers_agree, card(given=interview.remote))
    assert silent is not None
    assert silent.endswith("is silent, but checked, late")


def test_law_13_fails_where_a_record_is_not_kept_where_it_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(JobSearch, "record", lambda search, action, at: search)
    text = breach(laws.answers_agree, card())
    assert text is not None
    assert text.endswith("has a wrong uid once send-card is done")


def test_law_15_fails_where_a_fact_is_another_each_time() -> None:
    turns = count()
    turn = moment_fact("interview.turn", "a turn", lambda _: NOW + timedelta(minutes=next(turns)))
    text = breach(laws.readings_agree, card(opens=turn))
    assert text is not None
    assert text.endswith("is another one if nothing else is looked at")


def test_law_15_fails_where_the_parts_of_a_rule_make_another_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_agreement, "ordered", unordered)
    text = breach(laws.readings_agree, card(best=interview.starts))
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"send-card of {subject} has another window than its parts" == text


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
    changing(monkeypatch, _agreement, "verdict", lambda verdict: reworded(verdict, why="Because."))
    text = breach(laws.readings_agree, card(), now=now)
    assert expected is (text is not None and text.endswith("another reason when it is checked"))


NUDGE = card(kind="reminder", satisfied_by=None)


@pytest.mark.parametrize(
    "rules",
    [
        [NUDGE],
        [NUDGE, card(name="other", act="send-card")],
        [NUDGE, card(name="hush", kind="guard", act="send-card", best=None)],
    ],
    ids=["alone", "beside advice", "beside a guard"],
)
def test_laws_13_15_and_16_hold_of_reminders(rules: list[Rule]) -> None:
    for law in (laws.answers_agree, laws.readings_agree, laws.reminders_forbid_nothing):
        assert None is breach(law, *rules)


OTHER = card(name="other", act="send-card")
WANTED = condition_fact("application.wanted", "they want a card", ask="Do they?")
NEVER = Rule(
    name="never", act="send-card", kind="veto", per=person, text="Don't", why="It does harm."
)
UNLESS_WANTED = evolve(NEVER, given=~WANTED)


@pytest.mark.parametrize("facts", [{}, {"wanted": True}, {"wanted": False}], ids=str)
@pytest.mark.parametrize("others", [[], [card()], [NUDGE], [NUDGE, OTHER]])
@pytest.mark.parametrize("veto", [NEVER, UNLESS_WANTED], ids=["never", "unless wanted"])
def test_the_laws_hold_of_vetoes(facts: Any, others: list[Rule], veto: Rule) -> None:
    search = searching(applied(meeting(), facts=facts))
    for law in laws.LAWS:
        # A reminder that nothing satisfies breaks law 6, with a veto and without.
        if law is laws.done_stays_done and NUDGE in others:
            continue
        assert None is breach(law, veto, *others, search=search)


def test_law_17_fails_where_something_is_advised_against_a_veto(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without = plan(SEARCH, now=NOW, rules=RuleSet([card()]))
    changing(monkeypatch, _agreement, "plan", lambda _: without)
    text = breach(laws.vetoes_are_kept, card(), NEVER)
    assert f"{OF_PRIYA} is advised or warned of against a veto" == text


@pytest.mark.parametrize("veto", [NEVER, UNLESS_WANTED], ids=["never", "nobody knows"])
def test_law_17_fails_where_something_is_allowed_against_a_veto(
    monkeypatch: pytest.MonkeyPatch, veto: Rule
) -> None:
    changing(monkeypatch, _agreement, "verdict", lambda verdict: evolve(verdict, allowed=True))
    assert f"{OF_PRIYA} is allowed against a veto" == breach(laws.vetoes_are_kept, card(), veto)


def test_law_17_fails_where_a_veto_that_does_not_hold_changes_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    search = searching(applied(meeting(), facts={"wanted": True}))
    assert None is breach(laws.vetoes_are_kept, card(), UNLESS_WANTED, search=search)
    changing(monkeypatch, _agreement, "verdict", lambda verdict: evolve(verdict, allowed=False))
    text = breach(laws.vetoes_are_kept, card(), UNLESS_WANTED, search=search)
    assert f"a veto that does not hold changes {OF_PRIYA}" == text


LATER = interview.ends + hours(9)
PATIENT = card(name="patient", kind="reminder", act="send-card", opens=LATER)
OF_PRIYA = "send-card of Priya Shah · Acme, Data engineer · 2026-11-24 10:00"


def test_law_16_fails_where_a_reminder_has_a_part_in_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(check_module, "binding", lambda rules: rules)
    text = breach(laws.reminders_forbid_nothing, card(), PATIENT)
    assert f"a reminder has a part in whether {OF_PRIYA} is allowed" == text


def test_law_16_fails_where_a_reminder_has_a_part_in_cautions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scheduled_module, "_cautions", cautions_about)
    warned = card(cautions=early("Too early", since=interview.starts))
    text = breach(laws.reminders_forbid_nothing, warned, PATIENT)
    assert f"a reminder has a part in the cautions about {OF_PRIYA}" == text


def test_law_16_says_nothing_of_cautions_where_rules_leave_no_time_or_the_act_is_done() -> None:
    late_reminder = card(
        name="late-reminder", kind="reminder", act="send-card", opens=interview.ends + hours(99)
    )
    short = card(closes=interview.ends + hours(9), cautions=closed("Too late"))
    assert None is breach(laws.reminders_forbid_nothing, short, late_reminder)
