"""Converters for the model's fields, which gather problems instead of stopping at the first.

A converter that cannot accept a value returns `Invalid` in its place; once every field has been
looked at, `Checked` raises all the problems together, those between fields included.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, tzinfo
from typing import Any, NamedTuple, TypeGuard, TypeVar, cast

from attrs import NOTHING, Attribute, Factory, fields

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, Shown, near, shown

T = TypeVar("T")

_UNFIT = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"


class Invalid(NamedTuple):
    """What stands in for a value that was refused, with what could be saved of it."""

    problems: tuple[Problem, ...]
    saved: Any = None


def refuse(message: str, mend: str) -> Any:
    return Invalid((Problem("", message, mend),))


class Checked(Shown):
    """A frozen attrs class that raises every problem of its fields, and between them, at once."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = []
        for attribute in _fields(self):
            value = getattr(self, attribute.name)
            if isinstance(value, Invalid):
                problems += [problem.within(attribute.name) for problem in value.problems]
                object.__setattr__(self, attribute.name, value.saved)
        problems += self._problems()
        if problems:
            raise InvalidInput(problems)

    def __repr__(self) -> str:
        parts = [f"{name}={held!r}" for name, held, _ in said(self)]
        return f"{type(self).__name__}({', '.join(parts)})"

    def _problems(self) -> Iterator[Problem]:
        """Yield what is wrong between fields; what was refused is None, also within a tuple."""
        return iter(())


def _fields(value: object) -> tuple[Attribute[Any], ...]:
    return cast("tuple[Attribute[Any], ...]", fields(cast("Any", type(value))))


def said(value: Checked) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields of a value that say something: name, what is said, what nothing would be.

    What nothing would be is `NOTHING` for a field that has to be there.
    """
    for attribute in _fields(value):
        held: Any = getattr(value, attribute.name)
        default: Any = attribute.default
        if isinstance(default, Factory):  # type: ignore[arg-type]
            default = default.factory(value) if default.takes_self else default.factory()
        if isinstance(held, frozenset) and default is not NOTHING:
            default = frozenset(default)
        if attribute.init and held != default:
            yield attribute.name, held, default


def instants(value: object, *, besides: str = "") -> Iterator[datetime]:
    """Yield every instant that a value says, at any depth, but not in the fields of one name."""
    if isinstance(value, datetime):
        yield value
        return
    parts: Iterable[object] = ()
    if isinstance(value, Checked):
        parts = [held for name, held, _ in said(value) if name != besides]
    elif isinstance(value, tuple | Mapping):
        parts = value.values() if isinstance(value, Mapping) else value
    for part in parts:
        yield from instants(part, besides=besides)


def text(value: str | None) -> Any:
    """Accept one line of text, or nothing."""
    if value is None or isinstance(value, Invalid):
        return value
    if not isinstance(value, str):
        return refuse(f"{shown(value)} is not text", "put it in quotes")
    if not value.strip() or re.search(_UNFIT, value):
        return refuse(f"{shown(value)} is not a line of text", "give one line that can be read")
    return value


def required(value: str) -> Any:
    """Accept one line of text."""
    if value is None:
        return refuse("is missing", "give it")
    return text(value)


def slug(value: str) -> Any:
    """Accept the slug of an act: lower-case words joined by hyphens."""
    accepted = required(value)
    if isinstance(accepted, str) and not is_slug(accepted):
        return refuse(f"{shown(value)} is not a slug", SLUG)
    return accepted


SLUG = "use lower-case words joined by hyphens"


def is_slug(value: Any) -> TypeGuard[str]:
    """Tell whether a value is lower-case words joined by hyphens."""
    return isinstance(value, str) and all(
        part.isascii() and part.isalnum() and part == part.lower() for part in value.split("-")
    )


def truth(value: bool) -> Any:
    """Accept true or false, and nothing that merely counts as one of them."""
    return (
        value
        if isinstance(value, bool | Invalid)
        else refuse(f"{shown(value)} is not true or false", "give true or false")
    )


def zone_name(value: str | None) -> Any:
    """Accept the IANA name of a zone."""
    if value is None:
        return refuse("is missing", "give an IANA name such as 'Europe/London'")
    if isinstance(value, tzinfo):
        return refuse(f"{value!r} is not a name", "give the zone's name, as 'Europe/London'")
    accepted = text(value)
    if isinstance(accepted, str):
        try:
            _clock.zone(accepted)
        except InvalidInput as error:
            return Invalid(tuple(_bare(error.problems)))
    return accepted


def _bare(problems: Iterable[Problem]) -> Iterator[Problem]:
    return (Problem("", problem.message, problem.mend) for problem in problems)


def instant(value: datetime | None) -> Any:
    """Accept an aware time from 1970 to 2200 as an instant in UTC, or nothing."""
    if value is None or isinstance(value, Invalid):
        return value
    if not isinstance(value, datetime):
        return refuse(f"{shown(value)} is not a date and time", "give a datetime with a time zone")
    if value.utcoffset() is None:
        return refuse(
            f"{value.isoformat()} has no time zone",
            "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
        )
    if not _in_range(value):
        return _out_of_range(value)
    if not _clock.exists(value):
        return refuse(
            f"{value.isoformat()} does not exist in its time zone, where the clocks go forward",
            "give a time before or after the gap",
        )
    return _clock.instant_of(value)


def _in_range(value: datetime) -> bool:
    try:
        return _clock.EARLIEST <= _clock.instant_of(value) < _clock.LATEST
    except OverflowError:
        return False


def _out_of_range(value: datetime | date) -> Any:
    return refuse(f"{value.isoformat()} is not between 1970 and 2200", _clock.YEAR)


def needed_instant(value: datetime) -> Any:
    """Accept an aware time as `instant` does, but not nothing."""
    return refuse("is missing", "give it") if value is None else instant(value)


def moment(name: str, value: datetime) -> datetime:
    """Return an argument that is an aware time as an instant in UTC.

    Raises:
        InvalidInput: It is naive, no time at all, or not between 1970 and 2200.
    """
    instant: datetime | Invalid = needed_instant(value)
    if isinstance(instant, Invalid):
        raise InvalidInput(problem.within(name) for problem in instant.problems)
    return instant


def date_or_instant(value: date | datetime | None) -> Any:
    """Accept a calendar date, an aware time, or nothing."""
    if isinstance(value, date) and not isinstance(value, datetime):
        if not _clock.EARLIEST.year <= value.year < _clock.LATEST.year:
            return _out_of_range(value)
        return date(value.year, value.month, value.day)
    if value is None or isinstance(value, datetime | Invalid):
        return instant(value)
    return refuse(f"{shown(value)} is not a date", "give a date, or a time with a zone")


def choice(choices: Collection[str], value: str | None) -> Any:
    """Accept one of the choices, or nothing."""
    accepted = text(value)
    if isinstance(accepted, str) and accepted not in choices:
        return refuse(f"{shown(value)} is not known", near(accepted, choices))
    return accepted


def one(cls: type, value: object) -> Any:
    """Accept one value of a class, or nothing."""
    if value is None or isinstance(value, cls | Invalid):
        return value
    name = cls.__name__
    return refuse(f"{shown(value)} is not of class {name}", f"build it with {name}(...)")


def period(value: _clock.Period | str | None) -> Any:
    """Accept a period, a text that says one such as `5 working days`, or nothing."""
    if isinstance(value, str):
        try:
            return _clock.read_period(value)
        except InvalidInput as error:
            return Invalid(tuple(_bare(error.problems)))
    if value is None or isinstance(value, _clock.Period):
        return value
    return refuse(f"{shown(value)} is not a period", "give one such as '5 working days'")


def clock_time(value: time | str) -> Any:
    """Accept a time of day without a zone, or a text that says one such as `07:00`."""
    if isinstance(value, str):
        with suppress(ValueError):
            value = time.fromisoformat(value)
    if not isinstance(value, time):
        return refuse(f"{shown(value)} is not a time of day", "give one such as '07:00'")
    return refuse(f"{shown(value)} carries a zone", "leave it out") if value.tzinfo else value


class FrozenMapping(Mapping[str, Any]):
    """A mapping that does not change, and so can be part of a frozen value."""

    __slots__ = ("_held",)

    def __init__(self, held: Mapping[str, Any]) -> None:
        self._held = dict(sorted(held.items()))

    def __getitem__(self, name: str) -> Any:
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __hash__(self) -> int:
        return hash(tuple(self._held.items()))

    def __repr__(self) -> str:
        return repr(self._held)

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMapping, (self._held,)


LARGEST = 10**15
NO_FACTS = FrozenMapping({})


def told(value: Mapping[str, Any]) -> Any:
    """Accept facts of somebody's own: names with a date, an aware time, a text, a number or truth.

    Times become instants in UTC.
    """
    if isinstance(value, FrozenMapping):
        return value
    if not isinstance(value, Mapping):
        mend = "give a mapping, as {'task_due': date(2026, 12, 1)}"
        return Invalid((Problem("", f"{shown(value)} is not a table", mend),), NO_FACTS)
    held: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, given in value.items():
        accepted = _told(name, given)
        if isinstance(accepted, Invalid):
            problems += [problem.within(str(name) or '""') for problem in accepted.problems]
        else:
            held[name] = accepted
    kept = FrozenMapping(held)
    return Invalid(tuple(problems), kept) if problems else kept


def _told(name: object, value: Any) -> Any:
    if not is_name(name):
        return refuse("is not the name of a fact", "use lower-case words joined by underscores")
    if isinstance(value, bool | Invalid):
        return value
    if isinstance(value, int | float) and -LARGEST <= value <= LARGEST:
        return value
    if isinstance(value, date):
        return date_or_instant(value)
    if isinstance(value, str):
        return text(value)
    return refuse(
        f"{shown(value)} cannot be a fact", "give a date, a time, a text, a number or true or false"
    )


def is_name(value: Any) -> TypeGuard[str]:
    """Tell whether a value is lower-case words joined by underscores, as names of facts are."""
    return isinstance(value, str) and value.isidentifier() and is_slug(value.replace("_", "-"))


def many(cls: type, values: Any) -> Any:
    """Accept several values of a class, as a tuple."""
    return each_of(values, lambda value: one(cls, value), f"{cls.__name__} values")


def each_of(values: Any, accept: Callable[[Any], Any], things: str) -> Any:
    """Accept a list of what a converter accepts, as a tuple; nothing is not a value in it."""
    if isinstance(values, Mapping):
        mend = "put it in a list; in TOML, write [[two brackets]] above it"
        return Invalid((Problem("", "is one table, not a list of them", mend),), ())
    if isinstance(values, str) or not isinstance(values, Iterable):
        return Invalid((Problem("", "is not a list", f"put it in a list of {things}"),), ())
    saved: list[object | None] = []
    problems: list[Problem] = []
    for index, value in enumerate(values):
        accepted = refuse("is missing", "leave it out") if value is None else accept(value)
        if isinstance(accepted, Invalid):
            problems += [problem.within(f"[{index}]") for problem in accepted.problems]
        saved.append(None if isinstance(accepted, Invalid) else accepted)
    return Invalid(tuple(problems), tuple(saved)) if problems else tuple(saved)


def present(values: Iterable[T | None]) -> Iterator[tuple[int, T]]:
    """Yield the values that were not refused, each with its place in the tuple."""
    return ((index, value) for index, value in enumerate(values) if value is not None)


def alike(places: str, identities: Iterable[tuple[int, object]]) -> Iterator[Problem]:
    """Yield a problem for every identity that is the same as one before it."""
    seen: dict[object, int] = {}
    for index, identity in identities:
        if identity in seen:
            message = f"is the same one as {places}[{seen[identity]}]"
            mend = "remove one, or give each a key of its own"
            yield Problem(f"{places}[{index}]", message, mend)
        seen.setdefault(identity, index)
