"""How values that facts give are said in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup.language._expression import in_words
from interview_followup.language._facts import Route
from interview_followup.language._values import NOT_YET, Unknown
from interview_followup.model import Person
from interview_followup.model._checks import Checked, nondefault_fields


def value_words(value: Any, zone: ZoneInfo) -> str:
    """Say what a fact gave, with moments as a clock in a zone shows them."""
    if isinstance(value, datetime):
        words = _clock.in_words(value, zone)
    elif isinstance(value, bool):
        words = "yes" if value else "no"
    elif value is None or value is NOT_YET or isinstance(value, Unknown):
        words = "nothing"
    elif isinstance(value, Person):
        words = value.name
    elif isinstance(value, Checked):
        parts = [f"{name} {value_words(held, zone)}" for name, held, _ in nondefault_fields(value)]
        words = ", ".join(parts) or "as usual"
    elif isinstance(value, Route):
        words = f"{value.channel} to {value.to}" if value.to else value.channel
    elif isinstance(value, tuple):
        words = ", ".join([value_words(each, zone) for each in value]) or "never"
    elif isinstance(value, frozenset):
        words = ", ".join(sorted(value_words(each, zone) for each in value)) or "none"
    else:
        words = in_words(value)
    return words
