"""The expressions that rules combine: moments, conditions, counts and details."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from typing import Any, ClassVar, Generic, NamedTuple, NoReturn, TypeAlias, TypeVar, cast, overload
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._clock import Period
from interview_followup._errors import InvalidInput, Problem, TruthTested, invalid
from interview_followup.language._expression import Expression, Fact, Parameter
from interview_followup.language._operators import (
    AND,
    AT,
    AT_LEAST,
    BEFORE,
    CONDITION_FACT,
    DETAIL_FACT,
    DONE,
    EARLIER,
    FIRST_KNOWN,
    HAPPENED,
    KNOWN,
    LAST,
    LATER,
    LITERAL,
    MIDNIGHT,
    MINUS,
    MOMENT_FACT,
    NAMED,
    NOT,
    OFFICE,
    OR,
    PLUS,
    TIMES,
    WHEN,
)
from interview_followup.language._source import Source
from interview_followup.language._subject import PERS, Subject
from interview_followup.language._values import NotYet, Unknown
from interview_followup.model._converters import SLUG_MEND, is_slug
from interview_followup.model._own_facts import is_fact_name

T = TypeVar("T")

Get: TypeAlias = Callable[[Subject], Any]

AUTHOR = Source("the author of the rule")
OURS = Source("a choice of this library's")


class _Optional(Expression[T]):
    """What may be unknown, or may not have happened yet."""

    __slots__ = ()

    @property
    def known(self) -> Condition:
        """Whether it has a value that is known."""
        return Condition(KNOWN, (self,))

    @property
    def happened(self) -> Condition:
        """Whether the event has happened."""
        return Condition(HAPPENED, (self,))


class Detail(_Optional[T], Generic[T]):
    """Something known of a subject that is no moment, such as an e-mail address."""

    __slots__ = ()


class Moment(_Optional[datetime]):
    """An instant, together with the zone in which its days are counted."""

    __slots__ = ()

    is_moment: ClassVar[bool] = True

    def __add__(self, period: Period | Expression[Period]) -> Moment:
        return Moment(PLUS, (self, _constant(period, Period)))

    def __sub__(self, period: Period | Expression[Period]) -> Moment:
        return Moment(MINUS, (self, _constant(period, Period)))

    def at(self, clock: time | str | Expression[time]) -> Moment:
        """Return the moment at which a clock reads that time, on the same local day."""
        return Moment(AT, (self, _constant(_read_clock(clock), time)))

    @property
    def midnight_after(self) -> Moment:
        """The first midnight strictly after it."""
        return Moment(MIDNIGHT, (self,))

    @property
    def office_time(self) -> Moment:
        """The first moment at or after it that lies in office hours of a working day."""
        return Moment(OFFICE, (self, OFFICE_OPENS, OFFICE_CLOSES))

    def __lt__(self, other: object) -> NoReturn:
        raise TruthTested(f"'{self}' has no order while a rule is being written: use a.before(b)")

    __gt__ = __le__ = __ge__ = __lt__

    def before(self, other: Moment) -> Condition:
        """Whether it is strictly before another moment; what has not happened is after all else."""
        return Condition(BEFORE, (self, *_moments((other,))))


class Condition(Expression[bool]):
    """True, false or unknown, in Kleene's logic."""

    __slots__ = ()

    def __and__(self, other: Condition) -> Condition:
        return Condition(AND, (self, _condition(other)))

    def __or__(self, other: Condition) -> Condition:
        return Condition(OR, (self, _condition(other)))

    def __invert__(self) -> Condition:
        return Condition(NOT, (self,))


class Count(Expression[int]):
    """How often something was done."""

    __slots__ = ()

    def at_least(self, number: int | Expression[int]) -> Condition:
        """Whether it is that number or more."""
        return Condition(AT_LEAST, (self, _constant(number, int)))


def days(number: int) -> Period:
    """Return a period of calendar days: adding it keeps the wall clock."""
    return Period("days", number)


def working_days(number: int) -> Period:
    """Return a period of the employer's working days: adding it keeps the wall clock."""
    return Period("working days", number)


def hours(number: int) -> Period:
    """Return a period of elapsed hours."""
    return Period("hours", number)


def minutes(number: int) -> Period:
    """Return a period of elapsed minutes."""
    return Period("minutes", number)


def parameter(name: str, value: T, text: str, *, source: Source = AUTHOR) -> Expression[T]:
    """Return a number or a time of day that users may tune as `rule-name.name`.

    `value` is a period, a time of day or a whole number; `text` says what it means.

    Raises:
        InvalidInput: The name is not a slug, or the value is of another kind.
    """
    if not is_slug(name):
        raise invalid("parameter", f"{name!r} is not a slug", SLUG_MEND)
    if type(value) not in (Period, time, int):
        mend = "give a period, a datetime.time or a whole number"
        raise invalid(name, f"{value!r} cannot be a parameter", mend)
    _local(value, name)
    if isinstance(value, int) and value < 1:
        raise invalid(name, f"{value} is less than 1", "give a number from 1 on")
    if not isinstance(text, str) or not isinstance(source, Source):
        raise invalid(name, "says no text, or no source", "give both: a text and a Source(...)")
    return Expression(LITERAL, (), Parameter(name, value, text, source))


def later_of(*moments: Moment) -> Moment:
    """Return the last of the moments: not yet if one has not come, unknown if one is."""
    return Moment(LATER, _moments(moments))


def earlier_of(*moments: Moment) -> Moment:
    """Return the first of the moments; those that have not come don't count."""
    return Moment(EARLIER, _moments(moments))


def first_known(*moments: Moment) -> Moment:
    """Return the first in this order that is known and has happened, else the last one."""
    return Moment(FIRST_KNOWN, _moments(moments))


def when(condition: Condition, then: Moment, *, otherwise: Moment) -> Moment:
    """Return one moment or another, as a condition decides; unknown where the condition is."""
    return Moment(WHEN, (*_moments((then, otherwise)), _condition(condition)))


def done(act: str, *, since: Moment | None = None) -> Condition:
    """Return whether the subject's act has been done, ever or at or after a moment."""
    return Condition(DONE, _since(_history(act), since))


def times_done(act: str, *, since: Moment | None = None) -> Count:
    """Return how often the subject's act was done, ever or at or after a moment."""
    return Count(TIMES, _since(_history(act), since))


def last_done(act: str, *, since: Moment | None = None) -> Moment:
    """Return when the subject's act was last done, ever or at or after a moment; else not yet."""
    return Moment(LAST, _since(_history(act), since))


def _history(act: str) -> Expression[tuple[datetime, ...]]:
    if not is_slug(act):
        raise invalid("act", f"{act!r} is not a slug", SLUG_MEND)
    return _kept(act)


@cache
def _kept(act: str) -> Expression[tuple[datetime, ...]]:
    fact = Fact(f"subject.done({act})", f"“{act}”", cast("Get", _History(act)), act=act)
    return Expression(DETAIL_FACT, (), fact)


class _History(NamedTuple):
    """The function that gives when an act was done, which is equal for equal acts."""

    act: str

    def __call__(self, subject: Subject) -> tuple[datetime, ...]:
        return subject.done(self.act)


def moment_fact(
    name: str,
    label: str,
    get: Callable[[Subject], datetime | NotYet | Unknown | None] | None = None,
    *,
    ask: str | None = None,
    zone: Callable[[Subject], ZoneInfo] | None = None,
) -> Moment:
    """Return a fact that is a moment: `get` gives an aware datetime, or None where it is missing.

    Without `get` it is what a search says in its `facts` under the fact's name; a date there
    stands for the midnight after it. With `ask` (the question to the user) a missing one is
    unknown, without it has not happened.
    """
    return Moment(MOMENT_FACT, (), _fact(name, label, get, ask=ask, zone=zone))


def condition_fact(
    name: str,
    label: str,
    get: Callable[[Subject], bool | Unknown | None] | None = None,
    *,
    denial: str = "",
    ask: str | None = None,
) -> Condition:
    """Return a fact that is true or false, or with `ask` unknown where `get` gives None.

    Without `get` it is what a search says in its `facts` under the fact's name.
    """
    opposite = denial or f"it is not so that {label}"
    return Condition(CONDITION_FACT, (), _fact(name, label, get, denial=opposite, ask=ask))


def detail_fact(
    name: str,
    label: str,
    get: Callable[[Subject], T | NotYet | Unknown | None] | None = None,
    *,
    denial: str = "",
    ask: str | None = None,
) -> Detail[T]:
    """Return a fact that is neither: with `ask` unknown where `get` gives None, else not yet.

    Without `get` it is what a search says in its `facts` under the fact's name. `denial` says in
    words that it has not happened.
    """
    return Detail(DETAIL_FACT, (), _fact(name, label, get, denial=denial, ask=ask))


@overload
def named(label: str, expression: Moment) -> Moment: ...
@overload
def named(label: str, expression: Condition, *, denial: str) -> Condition: ...
def named(label: str, expression: Moment | Condition, *, denial: str = "") -> Moment | Condition:
    """Return a moment or a condition that is said in the words of `label`.

    A condition is said in the words of `denial` where it fails.
    """
    if not isinstance(expression, Moment):
        _condition(expression)
    return type(expression)(NAMED, (expression,), (label, denial))


def _fact(name: str, label: str, get: Callable[[Subject], Any] | None, **more: Any) -> Fact:
    """Return a fact, which without `get` is what a search says under its name."""
    about, _, told = name.partition(".") if isinstance(name, str) else (None, "", "")
    if about not in PERS:
        mend = f"start it with one of {', '.join(PERS)}, as in 'interview.ends'"
        raise invalid("fact", f"{name!r} does not say what it is about", mend)
    ask = more.get("ask")
    looks = (
        (isinstance(label, str), label, "a label", "say in words what it is"),
        (get is None or callable(get), get, "a function", "give a question as ask='...'"),
        (ask is None or isinstance(ask, str), ask, "a question", "give a text"),
    )
    if problems := [
        Problem(name, f"{value!r} is not {kind}", mend)
        for right, value, kind, mend in looks
        if not right
    ]:
        raise InvalidInput(problems)
    if get is not None:
        return Fact(name, label, get, **more)
    if not is_fact_name(told):
        mend = "call it as in 'application.task_due'"
        raise invalid("fact", f"{name!r} is not the name of a fact in a search", mend)
    return Fact(name, label, cast("Get", _Told(about, told)), told=told, **more)


class _Told(NamedTuple):
    """The function that gives what a search says in the facts of a subject, or of what it is in."""

    about: str
    name: str

    def __call__(self, subject: Subject) -> Any:
        value = getattr(subject, self.about).facts.get(self.name)
        if not isinstance(value, date) or isinstance(value, datetime):
            return value
        near = subject.widened("search" if self.about == "search" else "application")
        return _clock.end_of(value, near.zone)


def _since(history: Expression[Any], since: Moment | None) -> tuple[Expression[Any], ...]:
    return (history,) if since is None else (history, *_moments((since,)))


def _moments(values: tuple[Moment, ...]) -> tuple[Moment, ...]:
    for value in values:
        if not isinstance(value, Moment):
            raise invalid("moment", f"{value!r} is not a moment", _build("interview.ends"))
    if not values:
        raise invalid("moment", "is missing", _build("interview.ends"))
    return values


def _condition(value: Condition) -> Condition:
    if not isinstance(value, Condition):
        raise invalid("condition", f"{value!r} is not a condition", _build("person.email.known"))
    return value


def _build(example: str) -> str:
    return f"build one from facts, as in {example}"


KINDS = {Period: "a period such as days(2)", time: "a time such as '14:00'", int: "a number"}


def _constant(value: T | Expression[T], kind: type) -> Expression[T]:
    constant = value.constant if isinstance(value, Expression) else value
    if type(constant) is not kind:
        raise invalid(kind.__name__.lower(), f"{value!r} does not fit", f"give {KINDS[kind]}")
    return literal(value)


def literal(value: T | Expression[T]) -> Expression[T]:
    """Return an expression as it is, and anything else as one that never changes."""
    return value if isinstance(value, Expression) else Expression(LITERAL, (), value)


def _read_clock(clock: time | str | Expression[time]) -> time | Expression[time]:
    try:
        read = time.fromisoformat(clock) if isinstance(clock, str) else clock
    except ValueError:
        raise invalid("at", f"{clock!r} is not a time of day", "give one such as '14:00'") from None
    _local(read.constant if isinstance(read, Expression) else read, "at")
    return read


def _local(value: object, place: str) -> None:
    if isinstance(value, time) and value.tzinfo is not None:
        raise invalid(place, f"{value!r} carries a zone", "leave it out: the moment has one")


OFFICE_OPENS = parameter("office-opens", time(9), "when office hours begin", source=OURS)
OFFICE_CLOSES = parameter("office-closes", time(17), "when office hours end", source=OURS)
