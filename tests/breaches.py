"""Rules and searches on which laws are seen to fail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import ModuleType
from typing import Any

import pytest

from builders import applied, at, card, meeting, searching
from interview_followup import (
    CV_LIBRARY,
    JobSearch,
    Rule,
    RuleSet,
    Window,
)
from interview_followup.language import (
    days,
    interview,
)
from interview_followup.laws import Law

NOW = at("2026-11-24 12:00")


FRIDAY = searching(applied(meeting("2026-10-23 16:00", "2026-10-23 17:00")))


SEARCH = searching(applied(meeting()))


def changing(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, change: Callable[[Any], Any]
) -> None:
    """Change what the laws in a module get of a function."""
    right = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *given, **more: change(right(*given, **more)))


def breach(law: Law, *rules: Rule, search: JobSearch = SEARCH, now: datetime = NOW) -> str | None:
    """Return how a law is broken, in words."""
    broken = law.breach(search, now=now, rules=RuleSet(rules) if rules else CV_LIBRARY)
    return broken and broken.text


def unordered(opens: Any, best: Any, due: Any, closes: Any, **_: Any) -> Window:
    return Window(opens, best, due, closes)


PATIENCE = card(
    name="patience", act="send-card", opens=interview.ends + days(1), best=None, satisfied_by=None
)


MONDAY = interview.ends.office_time
