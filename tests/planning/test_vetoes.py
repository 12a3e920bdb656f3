"""What a veto does: where it holds, no other rule speaks of the act; it speaks when asked."""

from __future__ import annotations

from typing import Any

import pytest

from builders import (
    applied,
    at,
    card,
    cautions,
    did,
    meeting,
    priya,
    scheduled_act,
    scheduled_acts,
    searching,
    tom,
)
from interview_followup import (
    CV_LIBRARY,
    JobSearch,
    Rule,
    RuleSet,
    Verdict,
    check,
    check_all,
    difference,
    explain,
    forecast,
    plan,
)
from interview_followup.language import (
    condition_fact,
    days,
    done,
    early,
    hours,
    interview,
    late,
    person,
    when,
)

NOW = at("2026-11-24 12:00")
CARD = card(
    due=interview.ends + hours(3),
    closes=interview.ends + days(1),
    cautions=[early("Too early", since=interview.starts), late("Late")],
)
WANTED = condition_fact(
    "application.notes_wanted",
    "they asked for notes",
    ask="Did they ask for notes?",
    denial="they asked for no notes",
)


def veto(**more: Any) -> Rule:
    parts: dict[str, Any] = {
        "name": "no-cards",
        "act": "send-card",
        "kind": "veto",
        "per": person,
        "text": "Don't send {person} a card",
        "why": "The agency speaks for you.",
        **more,
    }
    return Rule(**parts)


UNLESS_WANTED = veto(given=~WANTED)


def met(notes: bool | None = None, **more: Any) -> JobSearch:
    facts = {} if notes is None else {"notes_wanted": notes}
    return searching(applied(meeting(**more), facts=facts))


def verdict_on(search: JobSearch, *rules: Rule, now: Any = NOW) -> Verdict:
    return check(search, "send-card", at=now, rules=RuleSet(rules))


# -- where it holds -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "now",
    ["2026-11-24 10:30", "2026-11-24 12:00", "2026-11-24 14:00", "2026-11-25 11:00"],
    ids=["early", "open", "late", "closed"],
)
@pytest.mark.parametrize("rules", [[veto()], [CARD, veto()], [veto(), CARD]])
def test_a_veto_is_no_at_all_times_for_its_own_reason(now: str, rules: list[Rule]) -> None:
    verdict = verdict_on(met(), *rules, now=at(now))
    assert (False, "silent", None) == (verdict.allowed, verdict.status, verdict.until)
    assert {None} == {verdict.opens, verdict.best, verdict.due, verdict.closes}
    assert "No. Don't send Priya Shah a card. The agency speaks for you." == str(verdict)


def test_a_veto_silences_actions_cautions_and_questions() -> None:
    needy = card(needs=person.email)
    search = met(interviewers=[tom()])
    now = at("2026-11-24 14:00")
    without = plan(search, now=now, rules=RuleSet([needy]))
    assert ["needs-fact"] == [action.status for action in without.actions]
    assert ["person.email"] == [question.fact for question in without.questions]
    planned = plan(search, now=now, rules=RuleSet([needy, veto()]))
    assert ((), (), (), None) == (
        planned.actions,
        planned.cautions,
        planned.questions,
        planned.until,
    )
    assert {("send-card", "late")} == cautions(met(), now, RuleSet([CARD]))
    assert set() == cautions(met(), now, RuleSet([CARD, veto()]))


def test_nobody_is_asked_whom_they_met_for_the_sake_of_what_is_forbidden() -> None:
    search = met(interviewers=None)
    assert plan(search, now=NOW, rules=RuleSet([CARD])).questions
    assert () == plan(search, now=NOW, rules=RuleSet([CARD, veto()])).questions


def test_what_was_done_or_set_aside_is_forbidden_all_the_same() -> None:
    search = met(done=[did("send-card", "2026-11-24 11:30", "Priya Shah")])
    assert "done" == verdict_on(search, CARD).status
    assert "silent" == verdict_on(search, CARD, veto()).status


def test_a_veto_counts_for_its_subject_alone() -> None:
    for_priya = veto(given=person.email.known)
    search = met(interviewers=[priya(), tom()])
    rules = RuleSet([CARD, for_priya])
    verdicts = check_all(search, "send-card", at=NOW, rules=rules)
    assert [False, True] == [verdict.allowed for verdict in verdicts]
    assert ["Tom Reed"] == [
        action.subject.person.name for action in plan(search, now=NOW, rules=rules).actions
    ]


def test_a_veto_is_scheduled_without_dates() -> None:
    forbidden = scheduled_act(met(), "send-card", rules=RuleSet([CARD, veto()]))
    assert ("veto", ("no-cards",), True) == (
        forbidden.kind,
        forbidden.rules,
        forbidden.is_forbidden,
    )
    assert (None,) * 4 == forbidden.window[:4]
    assert (False, ()) == (forbidden.asks, forbidden.cautions)


def test_vetoes_give_all_their_reasons_in_the_words_of_the_first_by_name() -> None:
    other = veto(name="also", text="Send nothing", why="They asked not to.")
    verdict = verdict_on(met(), veto(), other)
    assert "No. Send nothing. They asked not to. The agency speaks for you." == str(verdict)


def test_the_text_of_a_veto_may_be_a_choice() -> None:
    choosy = veto(text=when(interview.remote, "No card by video", otherwise="No card"))
    assert "No card" == verdict_on(met(medium="in-person"), choosy).text


def test_a_veto_forbids_what_only_reminders_ask_for() -> None:
    nudge = card(kind="reminder", satisfied_by=None)
    assert verdict_on(met(), nudge)
    assert not verdict_on(met(), nudge, veto())
    assert () == plan(met(), now=NOW, rules=RuleSet([nudge, veto()])).actions


def test_a_forecast_does_nothing_that_a_veto_forbids() -> None:
    horizon = at("2026-12-24 12:00")
    rules = RuleSet([CARD])
    assert forecast(met(), now=NOW, horizon=horizon, rules=rules).actions
    assert () == forecast(met(), now=NOW, horizon=horizon, rules=rules.with_(veto())).actions


def test_a_veto_on_a_shipped_act_silences_that_alone() -> None:
    rules = CV_LIBRARY.with_(veto(name="no-connect", act="connect"))
    later = at("2026-11-27 12:00")
    acts, shipped = (
        {action.act for action in plan(met(), now=later, rules=chosen).actions}
        for chosen in (rules, CV_LIBRARY)
    )
    assert {"connect"} == shipped - acts


# -- where it does not, or nobody knows -----------------------------------------------------------


def test_a_veto_whose_condition_fails_changes_nothing_beside_others() -> None:
    for now in (NOW, at("2026-11-24 10:30"), at("2026-11-26 10:30")):
        with_veto, without = (
            verdict_on(met(notes=True), *rules, now=now)
            for rules in ([CARD, UNLESS_WANTED], [CARD])
        )
        assert (without.allowed, without.status) == (with_veto.allowed, with_veto.status)
        assert (without.window, str(without)) == (with_veto.window, str(with_veto))


@pytest.mark.parametrize("others", [[], [card(kind="reminder", satisfied_by=None)]])
def test_where_nothing_but_vetoes_forbids_all_is_free_once_none_holds(others: list[Rule]) -> None:
    verdict = verdict_on(met(notes=True), UNLESS_WANTED, *others)
    assert (True, "silent") == (verdict.allowed, verdict.status)
    assert "There is nothing against it" == verdict.text
    assert "They asked for notes. The agency speaks for you." == verdict.why


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-24 10:59"), "early"),
        (at("2026-11-24 11:00"), "needs-fact"),
        (at("2026-11-25 11:00"), "closed"),
    ],
)
def test_while_nobody_knows_whether_a_veto_holds_the_act_waits(now: Any, expected: str) -> None:
    verdict = verdict_on(met(), CARD, UNLESS_WANTED, now=now)
    assert (False, expected) == (verdict.allowed, verdict.status)


def test_a_plan_asks_whether_a_veto_holds_where_somebody_advises_the_act() -> None:
    [question] = plan(met(), now=NOW, rules=RuleSet([CARD, UNLESS_WANTED])).questions
    assert ("application.notes_wanted", ("send-card",)) == (question.fact, question.acts)
    assert () == plan(met(), now=NOW, rules=RuleSet([UNLESS_WANTED])).questions


def test_whoever_asks_is_told_what_a_veto_hangs_on() -> None:
    alone = verdict_on(met(), UNLESS_WANTED)
    assert (False, "needs-fact") == (alone.allowed, alone.status)
    assert "Did they ask for notes?" == alone.text
    beside = verdict_on(met(), CARD, UNLESS_WANTED)
    assert "Did they ask for notes? Then: “Send Priya Shah a card”" == beside.text
    assert not verdict_on(met(), card(kind="reminder", satisfied_by=None), UNLESS_WANTED)


def test_a_veto_of_which_nobody_knows_whether_it_holds_moves_no_date() -> None:
    both, one = (
        scheduled_act(met(), "send-card", rules=RuleSet(rules))
        for rules in ([CARD, UNLESS_WANTED], [CARD])
    )
    assert one.window == both.window
    assert ("send-card", "no-cards") == both.rules
    awaited = card(opens=interview.left, since=interview.starts)
    waiting = scheduled_act(met(), "send-card", rules=RuleSet([awaited, UNLESS_WANTED]))
    assert at("2026-11-24 10:00") == waiting.since


def test_too_early_is_explained_by_what_has_an_opening() -> None:
    awaited = card(opens=interview.left)
    verdict = verdict_on(met(), awaited, UNLESS_WANTED, now=at("2026-11-24 10:30"))
    assert "early" == verdict.status
    assert verdict.why.endswith("Nobody else does.")


def test_several_meetings_with_one_person_may_be_forbidden() -> None:
    again = meeting("2026-12-01 10:00", "2026-12-01 11:00")
    search = searching(applied(meeting(), again))
    verdict = check(search, "send-card", at=NOW, of="Priya Shah", rules=RuleSet([CARD, veto()]))
    assert not verdict.allowed


# -- said -----------------------------------------------------------------------------------------


def test_an_explanation_names_the_veto_and_what_it_silences() -> None:
    text = str(explain(met(), "send-card", now=NOW, rules=RuleSet([CARD, veto()]))).split("\n")
    assert [
        "No. Don't send Priya Shah a card. The agency speaks for you.",
        "no-cards forbids it, and silences what other rules say of it.",
    ] == text[1:3]
    assert [
        "Rule no-cards: The agency speaks for you. (the author of the rule)",
        "  It forbids, whatever other rules say.",
    ] == text[-2:]


def test_an_explanation_says_why_a_veto_holds_or_does_not() -> None:
    expected = {
        False: "  It speaks, because they asked for no notes [application.notes_wanted].",
        True: "  It is silent, because they asked for notes [application.notes_wanted].",
        None: (
            "  Whether it speaks is not known, as it is not known whether they asked for no notes "
            "[application.notes_wanted]."
        ),
    }
    for notes, sentence in expected.items():
        text = str(explain(met(notes), "send-card", now=NOW, rules=RuleSet([UNLESS_WANTED])))
        assert sentence in text.split("\n")


def test_what_a_veto_stops_is_gone_from_a_plan_for_the_fact_that_it_hangs_on() -> None:
    rules = RuleSet([CARD, UNLESS_WANTED, CV_LIBRARY["thank-you"]])
    before, after = (plan(met(notes), now=NOW, rules=rules) for notes in (True, False))
    [change] = difference(before, after, rules=rules).went
    assert "silent" == change.status
    assert ["application.notes_wanted"] == [fact.name for fact in change.because]


def test_a_veto_alone_makes_nothing_known_that_a_plan_would_mention() -> None:
    search = met(done=[did("send-card", "2026-11-24 11:30", "Priya Shah")])
    assert () == plan(search, now=NOW, rules=RuleSet([veto()])).problems
    assert ["send-card"] == [
        scheduled.act for scheduled in scheduled_acts(search, "send-card", RuleSet([veto()]))
    ]


def test_other_rules_may_ask_whether_the_act_of_a_veto_is_done() -> None:
    after = card(name="after", given=done("send-card"))
    assert 2 == len(RuleSet([veto(), after]))
