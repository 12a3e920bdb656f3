"""The kinds of expression that rules combine: moments, conditions, counts and details."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import TYPE_CHECKING, ClassVar, Generic, NoReturn, TypeVar

from interview_followup._clock import Period
from interview_followup._errors import invalid, shown
from interview_followup.language._constants import (
    OFFICE_CLOSES,
    OFFICE_OPENS,
    as_constant,
    time_of_day,
)
from interview_followup.language._expression import Expression
from interview_followup.language._hours import weekdays
from interview_followup.language._operators import (
    AND,
    AT,
    AT_LEAST,
    BEFORE,
    BETWEEN,
    HAPPENED,
    IN_HOURS,
    KNOWN,
    LET_PASS,
    MIDNIGHT,
    MINUS,
    NEXT_AT,
    NOT,
    ON,
    OR,
    PLUS,
)

T = TypeVar("T")


class _Knowable(Expression[T]):
    """What may be unknown."""

    __slots__ = ()

    @property
    def known(self) -> Condition:
        """Whether it has a value that is known."""
        return Condition(KNOWN, (self,))

    if not TYPE_CHECKING:  # A checker is to say of its own that only conditions are combined.

        def __and__(self, _: object) -> Condition:
            return as_condition(self)

        __or__ = __and__

        def __invert__(self) -> Condition:
            return as_condition(self)


class _Optional(_Knowable[T]):
    """What may be unknown, or may not have happened yet."""

    __slots__ = ()

    @property
    def happened(self) -> Condition:
        """Whether the event has happened; unknown where the detail is."""
        return Condition(HAPPENED, (self,))

    @property
    def exists(self) -> Condition:
        """Whether there is such a thing: `happened`, of what is there rather than happens."""
        return self.happened


class Detail(_Optional[T], Generic[T]):
    """Something known of a subject that is no moment, such as an e-mail address."""

    __slots__ = ()


class Moment(_Optional[datetime]):
    """An instant, together with the zone in which its days are counted.

    Periods are added to it and subtracted from it.

    >>> print((interview.ends + days(1)).at("09:00"))
    09:00 on the day after the interview's end
    """

    __slots__ = ()

    is_moment: ClassVar[bool] = True
    comparison: ClassVar[str] = "use a.before(b)"

    def __add__(self, period: Period | Expression[Period]) -> Moment:
        return Moment(PLUS, (self, as_constant(period, Period)))

    __radd__ = __add__

    def __rsub__(self, other: object) -> NoReturn:
        mend = "write the moment first, as in interview.ends - days(1)"
        raise invalid("moment", f"{shown(self)} cannot be taken from {shown(other)}", mend)

    def __sub__(self, period: Period | Expression[Period]) -> Moment:
        return Moment(MINUS, (self, as_constant(period, Period)))

    def at(self, clock: time | str | Expression[time]) -> Moment:
        """Return the moment at which a clock shows this time, on the same day in its zone.

        Raises:
            InvalidInput: It is no time of day, or carries a zone.
        """
        return Moment(AT, (self, time_of_day(clock)))

    def next_at(self, clock: time | str | Expression[time]) -> Moment:
        """Return the first moment, at or after it, at which a clock in its zone shows this time.

        Raises:
            InvalidInput: It is no time of day, or carries a zone.
        """
        return Moment(NEXT_AT, (self, time_of_day(clock)))

    def let_pass(self, days: Period | Expression[Period]) -> Moment:
        """Return the midnight that ends some days, or working days, after its own.

        Of no days it is itself. Of a moment of which only the day is known, its own is that day:
        after a Tuesday, one day let pass ends with Wednesday.

        Raises:
            InvalidInput: The period is not of days, weeks or working days.
        """
        return Moment(LET_PASS, (self, as_constant(days, Period)))

    @property
    def midnight_after(self) -> Moment:
        """The first midnight, in its zone, strictly after it."""
        return Moment(MIDNIGHT, (self,))

    @property
    def office_time(self) -> Moment:
        """The first moment, at or after it, in office hours of a working day.

        They are 09:00 to 17:00 in its zone, this library's choice; rules that use them may be
        tuned.
        """
        return self.in_hours(OFFICE_OPENS, OFFICE_CLOSES)

    def in_hours(
        self,
        opens: time | str | Expression[time],
        closes: time | str | Expression[time],
        *,
        on: Iterable[str] | str | None = None,
    ) -> Moment:
        """Return the first moment, at or after it, in [opens, closes) of some days in its zone.

        These are weekdays such as `("tuesday", "thursday")`, holidays or not; without `on` they are
        the employer's working days. Hours that close at 00:00 last until the day ends.

        Raises:
            InvalidInput: One is no time of day, they close before they open, or there is no such
                weekday.
        """
        days = None if on is None else weekdays("on", on)
        return Moment(IN_HOURS, (self, time_of_day(opens), time_of_day(closes)), days)

    def on(self, *days: str) -> Condition:
        """Return whether it is on one of these weekdays in its zone, as in `.on("friday")`.

        What has not happened is on none. Of a moment of which only the day is known, it is that
        day.

        Raises:
            InvalidInput: None is given, or there is no such weekday.
        """
        return Condition(ON, (self,), weekdays("on", days))

    def between(
        self, opens: time | str | Expression[time], closes: time | str | Expression[time]
    ) -> Condition:
        """Return whether a clock in its zone then shows a time in [opens, closes).

        They may go on past midnight. What has not happened is not between them; neither is that of
        which only the day is known.

        Raises:
            InvalidInput: One is no time of day, or carries a zone.
        """
        return Condition(BETWEEN, (self, time_of_day(opens), time_of_day(closes)))

    def before(self, other: Moment) -> Condition:
        """Return whether it is strictly before another moment.

        What has not happened is after all else.

        Raises:
            InvalidInput: The other is no moment.
        """
        return Condition(BEFORE, (self, *as_moments((other,))))


class Condition(Expression[bool]):
    """Something true, false or unknown, to be combined by `&`, `|` and `~`.

    What is unknown stays so unless the other operand decides alone.
    """

    __slots__ = ()

    def __and__(self, other: Condition) -> Condition:
        return Condition(AND, (self, as_condition(other)))

    def __or__(self, other: Condition) -> Condition:
        return Condition(OR, (self, as_condition(other)))

    def __invert__(self) -> Condition:
        return Condition(NOT, (self,))


class Count(_Knowable[int]):
    """How many there are of something, or how often something was done."""

    __slots__ = ()

    comparison: ClassVar[str] = "use .at_least(2), and ~ for less than that"

    def at_least(self, number: int | Expression[int]) -> Condition:
        """Return whether it is this number or more.

        Raises:
            InvalidInput: It is no whole number.
        """
        return Condition(AT_LEAST, (self, as_constant(number, int)))


def as_moments(values: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Return values that are moments, at least one, or refuse them."""
    for value in values:
        if not isinstance(value, Moment):
            raise invalid("moment", f"{shown(value)} is not a moment", _build("interview.ends"))
    if not values:
        raise invalid("moment", "is missing", _build("interview.ends"))
    return values


def as_condition(value: Condition) -> Condition:
    """Return a value that is a condition, or refuse it."""
    if not isinstance(value, Condition):
        raise invalid("condition", f"{shown(value)} is not a condition", condition_mend(value))
    return value


def condition_mend(value: object) -> str:
    """Return the mend for what stands in place of a condition."""
    if isinstance(value, bool):
        mend = "== only tells whether two expressions are alike"
        return f"compare with a method, as in a.before(b) or count.at_least(2): {mend}"
    for kind, mend in _AS_CONDITIONS.items():
        if isinstance(value, kind):
            return mend
    return _build("person.email.known")


_AS_CONDITIONS: dict[type, str] = {
    Count: "say how many, as in .at_least(1)",
    Moment: "say what of it, as in .happened, .known or .before(...)",
    Detail: "say what of it: .exists or .known",
}


def _build(example: str) -> str:
    return f"build one from facts, as in {example}"
