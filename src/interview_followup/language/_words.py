"""How values are said in words: those that facts give, and the numbers of rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import Problem, is_one_line, shown
from interview_followup.language._day import Day
from interview_followup.language._fact import Route
from interview_followup.language._missing import NOT_YET, Unknown
from interview_followup.language._source import Source
from interview_followup.model import Person
from interview_followup.model._checks import Checked, nondefault_fields

LONGEST = 1_000
"""How many characters a label may have, or another text of a rule's author."""


def words_problem(place: str, words: object, *, may_be_left_out: bool = False) -> Problem | None:
    """Return what is wrong with the words of a rule's author: they are one line, not too long."""
    if not isinstance(words, str):
        return Problem(place, f"{shown(words)} is not text", "say in words what it is")
    if not words.strip() and not (may_be_left_out and not words):
        return Problem(place, "says nothing", "say in words what it is")
    if len(words) > LONGEST:
        return Problem(place, f"has more than {LONGEST} characters", "say it more briefly")
    if not is_one_line(words):
        message = f"{shown(words)} has a line break or a control character in it"
        return Problem(place, message, "write it on one line")
    return None


def source_problems(place: str, source: Any) -> Iterator[Problem]:
    """Yield what is wrong with a source: its parts are lines of text, but for the item."""
    if not isinstance(source, Source):
        yield Problem(place, f"{shown(source)} is not a source", "give a Source(...)")
        return
    for part in ("title", "author", "address"):
        words = getattr(source, part)
        may_be_left_out = words is None and part != "title"
        if not may_be_left_out and (problem := words_problem(f"{place}.{part}", words)):
            yield problem
    is_number = isinstance(source.item, int) and not isinstance(source.item, bool)
    if source.item is not None and not (is_number and source.item > 0):
        yield Problem(f"{place}.item", f"{shown(source.item)} is no number", "count from 1")


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
