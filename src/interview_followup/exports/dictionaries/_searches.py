"""Searches as dictionaries, which `search_from_dict` reads back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any, cast

from interview_followup import _clock
from interview_followup._files.format_number import FORMAT
from interview_followup.exports.dictionaries._search_types import SearchDict
from interview_followup.exports.dictionaries._subjects import time_text
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._checks import Checked, nondefault_fields
from interview_followup.model._search import as_search


def search_dict(search: JobSearch | Application | Interview) -> SearchDict:
    """Return a search without what it does not say."""
    search = as_search(search)
    return cast("SearchDict", {"format": FORMAT, **_table(search, search.timezone)})


def _table(value: Checked, timezone: str) -> dict[str, Any]:
    """Return the fields of a model value that say something.

    Times of an interview are in its zone, all others in the search's.
    """
    zone = value.timezone if isinstance(value, Interview) else timezone
    return {
        name: _facts(content, zone) if name == "facts" else _plain(content, zone)
        for name, content, _ in nondefault_fields(value)
    }


def _facts(facts: Mapping[str, Any], timezone: str) -> dict[str, Any]:
    """Return facts; a time is in a table, which tells it from a text."""
    return {
        name: {"at": time_text(fact, timezone)}
        if isinstance(fact, date)
        else _plain(fact, timezone)
        for name, fact in facts.items()
    }


def _plain(value: Any, timezone: str) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, Checked):
        return _table(value, timezone)
    if isinstance(value, tuple | frozenset):
        members = sorted(value) if isinstance(value, frozenset) else value
        return [_plain(member, timezone) for member in members]
    return time_text(value, timezone) if isinstance(value, date) else _scalar(value)


def _scalar(value: Any) -> Any:
    """Return a text, number or truth; a number as Python's own, whichever class it is of."""
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, _clock.Period):
        return str(value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    kind = int if isinstance(value, int) else float
    return kind(value) if is_number else value
