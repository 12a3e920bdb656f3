"""The day or the time that a text says in other forms than ours, where only one can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from functools import cache

from interview_followup._clock import MONTHS, WEEKDAYS

_BLANK = r"[\s,]+"
_WEEKDAY = "|".join(f"{name[:3]}|{name}" for name in WEEKDAYS)
_MONTH = "|".join(f"{name[:3]}|{name}" for name in (*MONTHS, "Sept"))
_DAY = r"(?P<day>\d{1,2})"
_NAMED_DAY = rf"{_DAY}(?:st|nd|rd|th)?"
_NAMED_MONTH = rf"(?P<name>{_MONTH})\.?"
_YEAR = r"(?P<year>\d{4})"
_NUMBERS = r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)"
_DAYS = (
    rf"{_NAMED_DAY}(?: of|-)?[\s,]*{_NAMED_MONTH}[\s,-]*{_YEAR}",
    rf"{_NAMED_MONTH}\s*{_NAMED_DAY}{_BLANK}{_YEAR}",
    rf"{_YEAR}[./-](?P<month>\d{{1,2}})[./-]{_DAY}",
    rf"{_NUMBERS}{_YEAR}",
)
_CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::(?P<second>\d\d))?\s*(?P<half>[ap]m)?"


@cache
def _forms() -> list[re.Pattern[str]]:
    """Return the forms of days with times; they are only needed once something is wrong."""
    weekday, clock = rf"(?:(?:{_WEEKDAY}){_BLANK})?", rf"(?:(?:[Tt]|{_BLANK})(?:at )?{_CLOCK})?"
    return [re.compile(f"{weekday}{day}{clock}", re.IGNORECASE) for day in _DAYS]


def likely_time(text: str) -> date | datetime | None:
    """Return the one day or time that a text can mean; None where it can mean two, or none.

    Days and months in figures are told apart only where one of them is more than 12.
    """
    with suppress(ValueError):
        return _iso(text)
    for form in _forms():
        if match := form.fullmatch(text.strip()):
            parts = match.groupdict()
            days = set(_days(parts))
            clock = _clock_of(parts)
            if len(days) != 1 or (clock is None and parts["hour"]):
                return None
            return datetime.combine(days.pop(), clock) if clock else days.pop()
    return None


def _iso(text: str) -> date | datetime:
    """Return what ISO 8601 says in a form of its own, such as `20261204` or `2026-W49-5`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text)


def _days(parts: dict[str, str | None]) -> Iterator[date]:
    """Yield the days that may be meant."""
    year = int(parts["year"] or 0)
    if name := parts.get("name"):
        names = [month_name[:3].casefold() for month_name in MONTHS]
        month = names.index(name[:3].casefold()) + 1
        orders = [(month, int(parts["day"] or 0))]
    elif parts.get("month"):
        orders = [(int(parts["month"] or 0), int(parts["day"] or 0))]
    else:
        first, second = int(parts["one"] or 0), int(parts["two"] or 0)
        orders = [(first, second), (second, first)]
    for month, day in orders:
        with suppress(ValueError):
            yield date(year, month, day)


def _clock_of(parts: dict[str, str | None]) -> time | None:
    """Return the time of day, if one is said that a clock shows."""
    hour, half = int(parts["hour"] or 0), (parts["half"] or "").casefold()
    if not parts["hour"] or not (half or parts["minute"]) or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    with suppress(ValueError):
        return time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
    return None
