"""The laws about what changes nothing fail where they should."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from attrs import evolve

from breaches import NOW, SEARCH, breach, changing
from builders import TICK, applied, at, card, did, meeting, searching
from interview_followup import (
    Rule,
    RuleSet,
    Subject,
    laws,
    plan,
)
from interview_followup.language import (
    condition_fact,
    moment_fact,
)
from interview_followup.laws import Breach, _invariance
from slips import slipped

AT_HOME = condition_fact(
    "search.at_home", "you are at home", lambda subject: subject.search.timezone == "Europe/London"
)


HOME_NOON = moment_fact(
    "search.noon",
    "noon at home",
    lambda subject: at("2026-11-25 12:00", subject.search.timezone),
)


@pytest.mark.parametrize(
    "rule", [card(given=AT_HOME), card(opens=HOME_NOON, best=HOME_NOON)], ids=["silent", "moved"]
)
def test_law_4_fails_where_the_candidate_s_zone_matters(rule: Rule) -> None:
    breach = laws.zones_change_nothing.breach(SEARCH, now=NOW, rules=RuleSet([rule]))
    assert isinstance(breach, Breach)
    assert "has other dates for a candidate in Pacific/Kiritimati" in breach.text
    assert {"send-card"} == {scheduled.act for scheduled in breach.items}


def test_law_4_fails_where_something_is_said_only_elsewhere() -> None:
    breach = laws.zones_change_nothing.breach(
        SEARCH, now=NOW, rules=RuleSet([card(given=~AT_HOME)])
    )
    assert isinstance(breach, Breach)
    assert breach.text.startswith("the schedule has other dates")
    assert ["send-card"] == [scheduled.act for scheduled in breach.items]


def test_law_4_holds_of_a_search_without_interviews_whatever_the_zone() -> None:
    rule = card(per="search", opens=HOME_NOON, best=HOME_NOON, text="Rest")
    assert None is breach(laws.zones_change_nothing, rule, search=searching(applied()))


def test_law_4_fails_where_the_zone_of_now_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_invariance, "plan", lambda *_, now, rules: str(now.tzinfo))
    text = breach(laws.zones_change_nothing)
    assert "the plan is another one where now is given in Europe/London" == text


def test_law_5_fails_where_the_order_of_facts_matters() -> None:
    first = condition_fact(
        "application.first",
        "it is first",
        lambda subject: subject.search.applications[0] is subject.application,
    )
    search = searching(applied(meeting()), applied(employer="Globex"))
    text = breach(laws.order_changes_nothing, card(given=first), search=search)
    assert text is not None
    assert text.endswith("is another one where the facts are in another order")


def test_law_5_fails_where_the_order_of_rules_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview_followup.language._rule_set._leading", lambda rule: 0)
    rules = [card(), card(name="send-flowers", act="send-card", text="Send flowers")]
    text = breach(laws.order_changes_nothing, *rules)
    assert text is not None
    assert text.endswith("is another one where the rules are in another order")


def test_law_5_fails_where_a_plan_is_in_another_order(monkeypatch: pytest.MonkeyPatch) -> None:
    number = count()
    changing(
        monkeypatch,
        _invariance,
        "plan",
        lambda planned: evolve(planned, until_utc=NOW + next(number) * TICK),
    )
    expected = "the plan is another one where rules and facts are in another order"
    assert expected == breach(laws.order_changes_nothing)


TWO = searching(
    applied(meeting(left=at("2026-11-24 11:30")), meeting("2026-12-01 10:00", None, left=None)),
    applied(meeting(), employer="Globex", heard=at("2026-11-25 09:00")),
    done=[did("keep-looking", "2026-11-25"), did("keep-looking", "2026-11-24 09:00")],
)
SLIPPED = slipped(TWO, at("2026-11-24 13:00"))


@pytest.mark.parametrize("number", [2, 4, 5])
def test_what_looks_wrong_on_record_breaks_no_law(number: int) -> None:
    [law] = [law for law in laws.LAWS if law.number == number]
    for now in (at("1970-01-02 00:00"), NOW, at("2026-11-24 13:00") - TICK, at("2027-01-01 00:00")):
        assert None is breach(law, search=SLIPPED, now=now)


def test_law_5_fails_where_a_problem_is_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has the same place by its number, and so is about another record."""
    planned = plan(SLIPPED, now=NOW)
    problems = [
        problem for problem in planned.problems if problem.place.startswith("applications[1].heard")
    ]
    changing(monkeypatch, _invariance, "plan", lambda planned: evolve(planned, problems=problems))
    expected = "the plan is another one where rules and facts are in another order"
    assert expected == breach(laws.order_changes_nothing, search=SLIPPED)


def test_law_7_fails_where_a_rule_hangs_on_what_it_does_not_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nosy(rule: Rule, subject: Subject) -> Any:
        return subject.application.heard

    monkeypatch.setattr(_invariance, "read", nosy)
    monkeypatch.setattr(_invariance, "scheduled_of", lambda rule, subject: ())
    heard = searching(applied(meeting(), heard=NOW))
    text = breach(laws.unnamed_facts_change_nothing, card(), search=heard)
    assert text is not None
    assert text.startswith("send-card of Priya Shah")
    assert text.endswith("hangs on a fact that it does not name")
    assert None is breach(laws.unnamed_facts_change_nothing, card())
