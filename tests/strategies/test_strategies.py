"""What Hypothesis knows of our classes, and that drawn values can be used and printed."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from drawing import LONDON, anything, drawing, smallest
from interview_followup import (
    CV_LIBRARY,
    Application,
    AskedQuestion,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    Rule,
    RuleSet,
    Workdays,
    schedule,
    strategies,
)
from interview_followup.language import interview


@pytest.mark.parametrize(
    ("strategy", "cls"),
    [
        (strategies.applications(), Application),
        (strategies.follow_ups(), FollowUp),
        (strategies.interviews(), Interview),
        (strategies.job_searches(), JobSearch),
        (strategies.offers(), Offer),
        (strategies.people(), Person),
        (strategies.promises(), Promise),
        (strategies.questions(), AskedQuestion),
        (strategies.rule_sets(), RuleSet),
        (strategies.rules(), Rule),
        (strategies.workdays(), Workdays),
    ],
    ids=lambda strategy: getattr(strategy, "__name__", None),
)
def test_each_class_has_a_strategy_that_hypothesis_knows(
    strategy: st.SearchStrategy[Any], cls: type
) -> None:
    assert isinstance(smallest(strategy, anything), cls)
    assert isinstance(smallest(st.from_type(cls), anything), cls)


@pytest.mark.parametrize("module", ["strategies", "laws"])
def test_without_hypothesis_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    for name in [module for module in sys.modules if "interview_followup.strategies" in module]:
        monkeypatch.delitem(sys.modules, name)
    for name in [module for module in sys.modules if "interview_followup.laws" in module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'interview_followup\[testing\]'"):
        import_module(f"interview_followup.{module}")


def test_what_is_drawn_is_printed_as_short_as_it_can_be() -> None:
    search = JobSearch(timezone=LONDON, applications=[Application(employer="Acme")])
    for value in (search, CV_LIBRARY, CV_LIBRARY["chase"], interview.ends, schedule(search)[0]):
        assert repr(value) == pretty(value)


def test_hypothesis_knows_our_classes_without_an_import_of_the_strategies() -> None:
    code = (
        "from hypothesis import strategies as st, find\n"
        "from interview_followup import Interview\n"
        "print(type(find(st.from_type(Interview), bool)).__name__)"
    )
    done_ = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Interview\n" == done_.stdout


@pytest.mark.parametrize("module", ["strategies", "laws"])
def test_the_strategies_may_be_what_imports_hypothesis(module: str) -> None:
    code = f"import interview_followup.{module}"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


@drawing
@given(strategies.job_searches())
def test_a_drawn_search_can_be_planned(search: JobSearch) -> None:
    assert len(schedule(search)) > 0
