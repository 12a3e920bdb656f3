"""The laws about valid and invalid searches and their files fail where they should."""

from __future__ import annotations

from typing import Any

import pytest

from breaches import FRIDAY, breach
from builders import applied, card, did, meeting, searching
from interview_followup import (
    JobSearch,
    laws,
)
from interview_followup.language import (
    condition_fact,
)


def test_law_9_fails_where_planning_raises() -> None:
    broken = condition_fact("person.broken", "it is broken", lambda subject: 1 // 0 > 0)
    text = breach(laws.valid_searches_plan, card(given=broken))
    assert text is not None
    failure = "person.broken of Priya Shah · Acme, Data engineer · 2026-11-24 10:00 cannot be told"
    raised = f"planning raises FactFailed: rule send-card: {failure}: ZeroDivisionError: "
    assert text.startswith(raised)


def test_law_9_fails_where_nonsense_raises_another_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(document: Any, **_: Any) -> JobSearch:
        raise KeyError("timezone")

    monkeypatch.setattr("interview_followup.laws._validity.search_from_dict", careless)
    text = breach(laws.valid_searches_plan)
    assert text is not None
    assert text.startswith("reading {")
    assert text.endswith("raises KeyError: 'timezone'")


def test_law_10_fails_where_a_search_is_not_read_back() -> None:
    odd = searching(applied(meeting(done=[did("chase", "2026-11-24 12:00")])))
    text = breach(laws.files_read_back, search=odd)
    assert text is not None
    assert text.startswith("the search, written as JSON, is not read back:")


def test_law_10_says_nothing_of_acts_that_no_rule_knows() -> None:
    odd = searching(applied(meeting(done=[did("sing", "2026-11-24 12:00", "Priya Shah")])))
    assert None is breach(laws.files_read_back, search=odd)


def test_law_10_fails_where_a_date_is_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "interview_followup.laws._validity.search_from_dict", lambda *_, **__: FRIDAY
    )
    text = breach(laws.files_read_back)
    assert text is not None
    assert text.endswith("has other dates once the search is read back from JSON")
