"""A candidate's life as a state machine, and that it finds what it looks for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from builders import LONDON, TICK, applied, at, meeting, searching
from interview_followup import CV_LIBRARY, JobSearch, Plan, RuleSet, laws, plan
from interview_followup._planning.scheduled import Scheduled
from interview_followup.laws import _machine

living = settings(
    max_examples=25,
    stateful_step_count=25,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


class TestLife(laws.machine().TestCase):  # type: ignore[misc]
    settings = living


def test_a_machine_lives_without_rules() -> None:
    quick = settings(living, max_examples=3, stateful_step_count=40)
    run_state_machine_as_test(laws.machine(RuleSet([])), settings=quick)


def fails(rules: RuleSet = CV_LIBRARY) -> str:
    """Return how the machine fails, with something broken."""
    quick = settings(living, max_examples=60, phases=[Phase.generate])
    with pytest.raises(AssertionError) as caught:
        run_state_machine_as_test(laws.machine(rules), settings=quick)
    return str(caught.value)


def test_a_machine_lives_by_the_rules_that_it_is_given() -> None:
    forgetful = CV_LIBRARY.without("thank-you")
    assert forgetful is laws.machine(forgetful).rules_lived_by  # type: ignore[attr-defined]
    assert CV_LIBRARY is laws.machine().rules_lived_by  # type: ignore[attr-defined]


def test_a_machine_finds_a_record_that_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JobSearch, "record", lambda search, action, at: search)
    assert any(words in (failure := fails()) for words in ("once", "keeps its uid")), failure


def test_a_machine_finds_a_status_that_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Scheduled.status

    def wrong(scheduled: Scheduled, now: Any) -> Any:
        status, until = right(scheduled, now)
        return ("early" if status == "late" else status), until

    monkeypatch.setattr(Scheduled, "status", wrong)
    assert "goes back" in fails()


class Drawing:
    """What stands in for the data that Hypothesis draws from: always the same moment."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def draw(self, _: Any) -> datetime:
        return self.moment


def born() -> tuple[Any, datetime]:
    """Return a life after an interview, and until when its plan stays as it is."""
    life: Any = laws.machine()()
    life.begins(start=at("2026-11-24 12:00"), home=LONDON)
    life.search = searching(applied(meeting()))
    until = plan(life.search, now=life.now).until
    assert until is not None
    return life, until


@pytest.mark.parametrize("later", [timedelta(0), timedelta(hours=1)], ids=["at", "after"])
def test_from_its_until_on_a_plan_may_change(later: timedelta) -> None:
    life, until = born()
    before = plan(life.search, now=life.now)
    life.time_passes(data=Drawing(until + later))
    assert until + later == life.now
    assert before.actions != plan(life.search, now=life.now).actions


def test_a_machine_finds_a_plan_that_changes_before_its_until(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unchanging(*known: Any, **more: Any) -> Plan:
        return evolve(plan(*known, **more), until_utc=None)

    life, until = born()
    monkeypatch.setattr(_machine, "plan", unchanging)
    life.time_passes(data=Drawing(until - TICK))
    with pytest.raises(AssertionError, match=r"an action changes by .*, before until"):
        life.time_passes(data=Drawing(until))
