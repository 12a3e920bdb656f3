"""The values that a document's tables stand for, built field by field from the inside out.

How a field is read follows from its type: see `_BY_TYPE`. What is wrong in a table comes back as
`Invalid`, and the value around it then says so together with what else is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import cache, partial
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import attrs
from attrs import evolve

from interview_followup import _clock
from interview_followup._clock import Period
from interview_followup._documents import written
from interview_followup._errors import InvalidInput
from interview_followup._files.format_number import unlike_format
from interview_followup._files.local_times import (
    read_date_or_moment,
    read_day,
    zone_of,
)
from interview_followup._files.own_facts import OwnFacts
from interview_followup._files.plain_values import (
    read_choice,
    read_clock_time,
    read_key,
    read_length,
    read_list,
    read_period,
    read_text,
    read_truth,
)
from interview_followup._files.table_keys import MINUTES, keys_of, unknown_keys
from interview_followup.language._subject import PER, Per
from interview_followup.model import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    WakingHours,
    Workdays,
)
from interview_followup.model._addresses import email
from interview_followup.model._checks import Checked, Invalid, refuse
from interview_followup.model._converters import is_nothing, key_text, name_or_key

Reader: TypeAlias = Callable[[Any, ZoneInfo, OwnFacts], Any]
"""Takes what a document says, the zone that local times there are in, and facts of one's own."""


def build_search(document: Mapping[str, Any], own_facts: OwnFacts) -> Any:
    """Return the search that a document stands for, or `Invalid` with all that is wrong."""
    search = _build(JobSearch, document, _clock.zone("UTC"), own_facts)
    problems = tuple(unlike_format(document))
    if isinstance(search, Invalid):
        return Invalid((*problems, *search.problems))
    return Invalid(problems) if problems else search


def _build(cls: Any, table: Any, zone: ZoneInfo, own_facts: OwnFacts) -> Any:
    """Return the value that a table stands for; `zone` is that of the table around it."""
    if not isinstance(table, Mapping):
        return refuse(f"{written(table)} is not a table", _table_mend(cls, table))
    table = {key: value for key, value in table.items() if not is_nothing(value)}
    zone = zone_of(_own_zone(table), zone)
    facts = own_facts.expressions(PER[cls]) if cls in PER else ()
    problems = list(unknown_keys(table, keys_of(cls), facts))
    fields: dict[str, Any] = dict.fromkeys(_required(cls)) | {
        name: read(table[name], zone, own_facts)
        for name, read in _readers(cls).items()
        if name in table
    }
    if cls is Interview:
        _add_zone(fields, table, zone)
    try:
        value = cls(**fields)
    except InvalidInput as error:
        return Invalid((*problems, *error.problems))
    return Invalid(tuple(problems)) if problems else value


def _build_or_nothing(cls: Any, table: Any, zone: ZoneInfo, own_facts: OwnFacts) -> Any:
    """Return the value that a table stands for; nothing, where no key that it has says anything.

    So a database's columns, in a table of their own, may all be empty. An offer still is one.
    """
    is_empty = isinstance(table, Mapping) and table and all(map(is_nothing, table.values()))
    if is_empty and cls is not Offer:
        return None
    return _build(cls, table, zone, own_facts)


_SUCH_AS: dict[Any, str] = {
    Person: "{ name = 'Ada' }",
    Promise: "{ by = 2026-12-04 } or { within = '5 working days', made = 2026-11-24 }",
    Offer: "{ received = 2026-12-01 }",
    Done: "{ act = …, at = 2026-12-01 }",
    SetAside: "{ act = …, until = 2026-12-08 }",
    Workdays: "{ weekend = ['Friday', 'Saturday'] }",
    WakingHours: "{ starts = 07:00:00, ends = 22:00:00 }",
}
"""What is shown of a table where it is not certain what is meant."""

_SEVERAL = re.compile(r"[,;&/\n]| and ")
"""What stands between the names of several people."""

_ADDRESSED = re.compile(r"([^<>]*[^<>\s])\s*<([^<>]+)>")
"""A person as e-mail programs write them: a name, and an address in angle brackets."""

_ALONE: dict[Any, tuple[str, type | tuple[type, ...]]] = {
    Person: ("name", str),
    Promise: ("by", date),
    FollowUp: ("channel", str),
    AskedQuestion: ("text", str),
}
"""The key of what people write without its table, and of which type that is."""


def _table_mend(cls: Any, value: Any) -> str:
    """Return what to write for a value that stands where a table should."""
    if table := _as_table(cls, value):
        return f"put it in a table; in TOML, write {table}"
    keys = f"give one with keys of {', '.join(keys_of(cls))}"
    if value is True:
        return f"{keys}; of what is not known, {{}}"
    return f"{keys}; in TOML, such as {_SUCH_AS[cls]}" if cls in _SUCH_AS else keys


def _as_table(cls: Any, value: Any) -> str | None:
    """Return the table that is certainly meant by a value alone, as TOML has it."""
    key, kind = _ALONE.get(cls, ("", ()))
    if not isinstance(value, kind):
        return None
    if cls is Person and isinstance(value, str):
        if email(value) == value:
            return f"{{ name = …, email = {written(value)} }}"
        if _SEVERAL.search(value):
            return None
        addressed = _ADDRESSED.fullmatch(value)
        if addressed and email(address := addressed[2]) == address:
            return f"{{ name = {written(addressed[1])}, email = {written(address)} }}"
    return f"{{ {key} = {written(value)} }}"


@cache
def _required(cls: Any) -> tuple[str, ...]:
    return tuple(
        field.name for field in attrs.fields(cls) if field.init and field.default is attrs.NOTHING
    )


@cache
def _readers(cls: Any) -> dict[str, Reader]:
    """Return how each field of a class is read."""
    types = get_type_hints(cls)
    readers = {
        field.name: _plain(read_key)
        if field.converter in (key_text, name_or_key)
        else _reader(types[field.name])
        for field in attrs.fields(cls)
        if field.init
    }
    if "facts" in readers:
        readers["facts"] = partial(_read_own_facts, PER[cls])
    if cls is Application:
        readers["recruiter"] = _read_recruiter
    if cls is Interview:
        readers[MINUTES] = _plain(read_length)
    return readers


def _plain(read: Callable[[Any], Any]) -> Reader:
    """Return the reader of what hangs on no zone and on no rule."""
    return lambda value, _zone, _own_facts: read(value)


def _read_entries(read: Reader, inner: Any, value: Any, zone: ZoneInfo, own_facts: OwnFacts) -> Any:
    if not isinstance(value, list | tuple):
        if table := _as_table(inner, value):
            return refuse("is not a list", f"put it in a list; in TOML, write [{table}]")
        return read_list(value, _members(inner))
    return [read(entry, zone, own_facts) for entry in value]


def _read_workdays(value: Any, zone: ZoneInfo, own_facts: OwnFacts) -> Any:
    return value if isinstance(value, str) else _build(Workdays, value, zone, own_facts)


def _read_recruiter(value: Any, zone: ZoneInfo, own_facts: OwnFacts) -> Any:
    """Return a recruiter, whose facts no rule asks for, as it may for those of other people."""
    return _build_or_nothing(Person, value, zone, evolve(own_facts, packs=()))


def _read_own_facts(per: Per, value: Any, zone: ZoneInfo, own_facts: OwnFacts) -> Any:
    return own_facts.read(per, value, zone)


_BY_TYPE: tuple[tuple[set[type], Reader], ...] = (
    ({date, datetime}, lambda value, zone, _: read_date_or_moment(value, zone)),
    ({date}, _plain(read_day)),
    ({Workdays}, _read_workdays),
    ({bool}, _plain(read_truth)),
    ({Period}, _plain(read_period)),
    ({time}, _plain(read_clock_time)),
)


def _reader(type_: Any) -> Reader:
    """Return how a value of some type, or of one of several, is read."""
    if get_origin(type_) in (tuple, frozenset):
        inner = get_args(type_)[0]
        return partial(_read_entries, _reader(inner), inner)
    types = {type_, *get_args(type_)}
    if several := [part for part in types - {type_} if get_origin(part) is tuple]:
        return _reader(several[0])
    for read_by, read in _BY_TYPE:
        if read_by <= types:
            return read
    for part in types:
        if isinstance(part, type) and issubclass(part, Checked):
            return partial(_build_or_nothing if type(None) in types else _build, part)
        if get_origin(part) is Literal:
            return _plain(partial(read_choice, get_args(part)))
    return _plain(read_text)


def _members(type_: Any) -> str:
    """Return what a list of values of some type holds, in words."""
    if issubclass(type_, Checked):
        such_as = f"; in TOML, such as [{_SUCH_AS[type_]}]" if type_ in _SUCH_AS else ""
        return f"tables with keys of {', '.join(keys_of(type_))}{such_as}"
    return "dates" if type_ is date else "weekdays"


# -- the zones of tables --------------------------------------------------------------------------


def _own_zone(table: Mapping[str, Any]) -> Any:
    """Return the zone that a table names for itself, or else by its start or end."""
    ends = (table.get(name) for name in ("starts", "ends"))
    named = (end.get("timezone") for end in ends if isinstance(end, Mapping))
    return table.get("timezone", next(named, None))


def _add_zone(fields: dict[str, Any], table: Mapping[str, Any], zone: ZoneInfo) -> None:
    """Add the zone of an interview, if no time of it says it."""
    zoned = [name for name in ("starts", "ends") if isinstance(table.get(name), Mapping)]
    if "timezone" not in table and not any(isinstance(fields[name], datetime) for name in zoned):
        fields["timezone"] = zone.key
