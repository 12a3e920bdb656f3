"""How values are said in words: those that facts give, and the numbers of rules."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup.language._day import Day
from interview_followup.language._fact import Route
from interview_followup.language._missing import NOT_YET, Unknown
from interview_followup.model import Person
from interview_followup.model._checks import Checked, nondefault_fields


def value_words(value: Any, zone: ZoneInfo | None = None) -> str:
    """Say a value, with moments as a clock in a zone shows them; without one, in UTC."""
    if isinstance(value, datetime):
        words = _clock.in_words(value, zone or _clock.zone("UTC"))
    elif isinstance(value, Day):
        words = _clock.day_in_words(value.first, zone or _clock.zone("UTC"))
    elif isinstance(value, time):
        words = f"{value:%H:%M}"
    elif isinstance(value, bool):
        words = "yes" if value else "no"
    elif value is None or value is NOT_YET or isinstance(value, Unknown):
        words = "nothing"
    elif isinstance(value, Person):
        words = value.name
    elif isinstance(value, Checked):
        parts = [f"{name} {value_words(part, zone)}" for name, part, _ in nondefault_fields(value)]
        words = ", ".join(parts) or "as usual"
    elif isinstance(value, Route):
        words = f"{value.channel} to {value.to}" if value.to else value.channel
    elif isinstance(value, tuple):
        words = ", ".join([value_words(part, zone) for part in value]) or "never"
    elif isinstance(value, frozenset):
        words = ", ".join(sorted(value_words(part, zone) for part in value)) or "none"
    else:
        words = str(value)
    return words
