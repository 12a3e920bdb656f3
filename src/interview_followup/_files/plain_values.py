"""Plain values of a document, refused in its own words: text, keys, truth, lengths, lists, facts.

What no document can hold comes from Python code: it is left for the model to refuse, in the words
of Python.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any

from interview_followup._documents import written
from interview_followup.model._checks import refuse
from interview_followup.model._converters import is_nothing, whole_number
from interview_followup.model._meeting_times import LENGTH_MEND
from interview_followup.model._own_facts import FACT_MEND
from interview_followup.model._times import CLOCK_MEND, PERIOD_MEND

IN_QUOTES = "put it in quotes"

_KINDS = (bool, int, float, str, date, time, list, Mapping)
"""The kinds of values that a document can hold."""


def read_text(value: Any) -> Any:
    """Return a text, or nothing, as it is."""
    mend = "give one text, without brackets" if isinstance(value, list | Mapping) else IN_QUOTES
    return _accept(value, str, "is not text", mend)


def read_key(value: Any) -> Any:
    """Return a text, a whole number, or nothing, as it is."""
    return read_text(value) if whole_number(value) is None else value


def read_choice(choices: Collection[str], value: Any) -> Any:
    """Return a text, or nothing, as it is; which of the choices it is, the model sees to."""
    return _accept(value, str, "is not known", f"use one of: {', '.join(sorted(choices))}")


def read_truth(value: Any) -> Any:
    """Return true, false, or nothing, as it is."""
    return _accept(value, bool, "is not true or false", f"give true or false{_bare(value)}")


def read_length(value: Any) -> Any:
    """Return a number of minutes, or nothing, as it is."""
    kinds = () if isinstance(value, bool) else (int, float)
    return _accept(value, kinds, "is not a length in minutes", f"{LENGTH_MEND}{_bare(value)}")


def read_period(value: Any) -> Any:
    """Return the text of a period, or nothing, as it is."""
    return _accept(value, str, "is not a period", PERIOD_MEND)


def read_clock_time(value: Any) -> Any:
    """Return a time of day, the text of one, or nothing, as it is."""
    return _accept(value, (str, time), "is not a time of day", CLOCK_MEND)


def read_fact(value: Any) -> Any:
    """Return a text, a number, truth, or nothing, as it is."""
    return _accept(value, (str, int, float), "cannot be a fact", FACT_MEND)


def read_list(value: Any, members: str) -> Any:
    """Return a list, or nothing, as it is; `members` are what it should hold."""
    if isinstance(value, Mapping) and members.startswith("tables"):
        mend = "put it in a list; in TOML, write [[two brackets]] above it, or [brackets] around it"
        return refuse("is one table, not a list of them", mend)
    if isinstance(value, _KINDS) and not (isinstance(value, list) or is_nothing(value)):
        return refuse("is not a list", f"put it in a list of {members}")
    return value


def _bare(value: Any) -> str:
    """Return what a mend adds where a text stands for what is no text."""
    return ", without quotes" if isinstance(value, str) else ""


def _accept(value: Any, kinds: type | tuple[type, ...], message: str, mend: str) -> Any:
    if isinstance(value, kinds) or is_nothing(value) or not isinstance(value, _KINDS):
        return value
    return refuse(f"{written(value)} {message}", mend)
