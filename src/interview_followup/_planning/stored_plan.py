"""A plan from its dictionary, as a host has kept it: as much of it as a difference compares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from interview_followup import _clock
from interview_followup._documents import written
from interview_followup._errors import CROWD, InvalidInput, Problem
from interview_followup._files.format_number import FORMAT_KEY, unlike_format
from interview_followup._planning.advice import About, Advice, AdviceKind, Hindered
from interview_followup._planning.status import STATUSES
from interview_followup.language._subject import PERS, Keys
from interview_followup.language._window import Window
from interview_followup.model._checks import Invalid, refuse
from interview_followup.model._converters import is_slug, lines
from interview_followup.model._times import zone_name

MEND = "give what to_dict(plan) gave"


def stored_advice(place: str, plan: Mapping[str, Any]) -> dict[UUID, Advice]:
    """Return what people are told of in the dictionary of a plan, by its uid.

    Keys beside those that are needed are not looked at.

    Raises:
        InvalidInput: It is no such dictionary; with its problems, the first of a crowd.
    """
    problems: list[Problem] = []
    table = _Table(plan, place, problems)
    table.get(FORMAT_KEY, _anything)
    problems += [problem.within(place) for problem in unlike_format(plan)]
    table.get("now", _moment)
    table.get("timezone", _zone)
    stored = [
        *[_action(action) for action in table.tables("actions")],
        *[_caution(caution) for caution in table.tables("cautions")],
    ]
    if problems:
        raise InvalidInput(problems[:CROWD])
    return {advice.uid: advice for advice in stored if advice.is_shown}


def _action(table: _Table) -> Advice:
    return _advice(
        table,
        "action",
        window=Window(*[table.get_or_null(part, _moment) for part in _WINDOW]),
        channel=table.get_or_null("channel", _text),
        to=table.get_or_null("to", _text),
        hindrance=_hindrance(table.inner_or_null("hindrance")),
    )


def _caution(table: _Table) -> Advice:
    return _advice(table, "caution", since_utc=table.get_or_null("since", _moment))


def _advice(table: _Table, kind: AdviceKind, **more: Any) -> Advice:
    keys = table.inner("keys")
    return Advice(
        kind=kind,
        uid=table.get("uid", _uid),
        act=table.get("act", _act),
        about=_about(table),
        keys=Keys(*[keys.get_or_null(per, _text) for per in PERS]),
        status=table.get("status", _status),
        until_utc=table.get_or_null("until", _moment),
        timezone=table.get("timezone", _zone),
        text=table.get("text", _text),
        **more,
    )


def _about(table: _Table) -> About:
    names = table.inner_or_null("application")
    return About(
        employer=names.get_or_null("employer", _text) if names else None,
        role=names.get_or_null("role", _text) if names else None,
        interview=table.get_or_null("interview", _day_or_moment),
        person=table.get_or_null("person", _text),
    )


def _hindrance(table: _Table | None) -> Hindered | None:
    if table is None:
        return None
    return Hindered(
        interview=table.get_or_null("interview", _day_or_moment),
        nearest=table.get_or_null("nearest", _moment),
        before=table.get_or_null("before", _moment),
        text=table.get("text", _text),
    )


_WINDOW = ("opens", "best", "due", "closes")


class _Table:
    """A table, read key by key; what is wrong is gathered, and None, as all is of one missing."""

    def __init__(
        self, value: Mapping[str, Any] | None, place: str, problems: list[Problem]
    ) -> None:
        self._table: Mapping[str, Any] | None = value
        self._place, self._problems = place, problems

    def get(self, key: str, read: Callable[[Any], Any]) -> Any:
        """Return what is under a key, as it is read; it has to be there."""
        if self._table is None:
            return None
        if key not in self._table:
            self._problems.append(Problem(key, "is missing", MEND).within(self._place))
            return None
        value = read(self._table[key])
        if isinstance(value, Invalid):
            self._problems += [
                problem.within(key).within(self._place) for problem in value.problems
            ]
            return None
        return value

    def get_or_null(self, key: str, read: Callable[[Any], Any]) -> Any:
        """Return what is under a key, as it is read, or None; it has to be there."""
        return self.get(key, lambda value: None if value is None else read(value))

    def inner(self, key: str) -> _Table:
        """Return the table under a key."""
        inside = Problem(key, "", "").within(self._place).place
        return _Table(self.get(key, _mapping), inside, self._problems)

    def inner_or_null(self, key: str) -> _Table | None:
        """Return the table under a key, or None; it has to be there."""
        table: _Table | None = self.get_or_null(key, lambda _: self.inner(key))
        return table

    def tables(self, key: str) -> Iterator[_Table]:
        """Yield the tables in the list under a key."""
        inside = Problem(key, "", "").within(self._place).place
        for index, value in enumerate(self.get(key, _list) or ()):
            if len(self._problems) >= CROWD:
                return
            table = _mapping(value)
            if isinstance(table, Invalid):
                self._problems += [
                    problem.within(f"{inside}[{index}]") for problem in table.problems
                ]
            else:
                yield _Table(table, f"{inside}[{index}]", self._problems)


# -- what stands under a key ----------------------------------------------------------------------


def _anything(value: Any) -> Any:
    return value


def _mapping(value: Any) -> Any:
    is_one = isinstance(value, Mapping)
    return value if is_one else refuse(f"{written(value)} is not a table", MEND)


def _list(value: Any) -> Any:
    return value if isinstance(value, list) else refuse(f"{written(value)} is not a list", MEND)


def _text(value: Any) -> Any:
    """Return a text as it is, of any number of lines, but without control characters."""
    if not isinstance(value, str):
        return refuse(f"{written(value)} is not text", MEND)
    legible = lines(value)
    return legible if isinstance(legible, Invalid) else value


def _act(value: Any) -> Any:
    return value if is_slug(value) else refuse(f"{written(value)} is no act", MEND)


def _status(value: Any) -> Any:
    is_known = isinstance(value, str) and value in STATUSES
    return value if is_known else refuse(f"{written(value)} is no status", MEND)


def _zone(value: Any) -> Any:
    return zone_name(value) if isinstance(value, str) else _text(value)


def _uid(value: Any) -> Any:
    try:
        return UUID(_text(value))
    except (ValueError, AttributeError, TypeError):
        return refuse(f"{written(value)} is no uid", MEND)


def _moment(value: Any) -> Any:
    """Return an instant in UTC, which may be any that a rule reckons."""
    try:
        moment = _clock.reckoned(datetime.fromisoformat(value))
    except (ValueError, TypeError):
        moment = None
    return moment or refuse(f"{written(value)} is no time from 1969 to 2201 with an offset", MEND)


def _day_or_moment(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (ValueError, TypeError):
        return _moment(value)
