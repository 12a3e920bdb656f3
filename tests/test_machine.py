"""A candidate's life as a state machine, and that it finds what it looks for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from interview_followup import CV_LIBRARY, JobSearch, RuleSet, laws
from interview_followup._schedule import Scheduled

living = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class TestLife(laws.machine().TestCase):  # type: ignore[misc]
    settings = living


def test_a_machine_lives_without_rules() -> None:
    quick = settings(living, max_examples=3, stateful_step_count=40, derandomize=True)
    run_state_machine_as_test(laws.machine(RuleSet([])), settings=quick)


def fails(rules: RuleSet = CV_LIBRARY) -> str:
    """Return how the machine fails, with something broken."""
    quick = settings(
        living, max_examples=60, phases=[Phase.generate], database=None, derandomize=True
    )
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

    def wrong(item: Scheduled, now: Any) -> Any:
        status, until = right(item, now)
        return ("early" if status == "late" else status), until

    monkeypatch.setattr(Scheduled, "status", wrong)
    assert "goes back" in fails()
