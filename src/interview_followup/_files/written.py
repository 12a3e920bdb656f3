"""How a refused value looks in a document, where it is not one of Python."""

from __future__ import annotations

from datetime import date, time

from interview_followup._errors import Bounded, shown


class Written(Bounded):
    """Dates, times, truth and nothing as TOML and JSON write them, the others as Python does."""

    def repr_date(self, value: date | time, _level: int) -> str:
        return value.isoformat()

    repr_datetime = repr_time = repr_date

    def repr_bool(self, value: bool, _level: int) -> str:
        return "true" if value else "false"

    def repr_NoneType(self, _value: None, _level: int) -> str:  # noqa: N802
        return "null"


def written(value: object) -> str:
    """Return how a refused value looks in a document, without its depths."""
    return shown(value, Written)
