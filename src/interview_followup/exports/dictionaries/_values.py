"""The values of expressions and facts, as JSON has them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from interview_followup.exports.dictionaries._subjects import time_text
from interview_followup.language._day import Day, moment
from interview_followup.language._fact import Route
from interview_followup.language._missing import NOT_YET, Unknown
from interview_followup.language._words import value_words
from interview_followup.model._checks import Checked, nondefault_fields


def plain_value(value: Any, timezone: str) -> Any:
    """Return a value of an expression as JSON has it; None for what has not happened."""
    if isinstance(value, Unknown):
        return {"unknown": sorted({missing.fact for missing in value.missing})}
    if isinstance(value, Route):
        return {"channel": value.channel, "to": value.to}
    if isinstance(value, tuple):
        return [plain_value(member, timezone) for member in value]
    if isinstance(value, Checked):
        return {
            name: plain_value(content, timezone) for name, content, _ in nondefault_fields(value)
        }
    if isinstance(value, datetime | Day):
        return time_text(moment(value), timezone)
    plain = None if value is NOT_YET else value
    return plain if isinstance(plain, bool | int | float | None) else value_words(plain)
