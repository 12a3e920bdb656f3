"""What can go wrong, said with its place and its mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from reprlib import Repr
from typing import Any, NamedTuple

from interview_followup._near_names import near_name


class Problem(NamedTuple):
    """One thing that is wrong with what was given.

    `place` is a path such as `applications[0].interviews[1].ends`, `message` says what is wrong
    there, and `mend` says what to do about it.
    """

    place: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}; {self.mend}"

    def within(self, place: str) -> Problem:
        """Return the same problem as seen from one level further out."""
        inner = self.place
        dot = "." if inner and not inner.startswith("[") else ""
        return self._replace(place=f"{place}{dot}{inner}")


class FollowupError(Exception):
    """The base of every error that this library raises on purpose."""


class InvalidInput(FollowupError, ValueError):
    """Something given to the library is not valid; `problems` names everything that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


class UnknownFact(InvalidInput, AttributeError):
    """A rule names a fact that does not exist."""


class FactFailed(FollowupError):
    """A function that a rule takes for a fact raised an error, which is its `__cause__`."""


class TruthTested(FollowupError, TypeError):
    """An expression was used as a truth value while a rule was being written."""


def invalid(place: str, message: str, mend: str) -> InvalidInput:
    """Return the error for a single problem."""
    return InvalidInput([Problem(place, message, mend)])


class Shown:
    """Shown by its `repr` where values are printed prettily, as by IPython and by Hypothesis."""

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        printer.text(repr(self))


def shown(value: object, looks: type[Repr] = Repr) -> str:
    """Return how a refused value looks, without its depths."""
    bounded = looks()
    bounded.maxlevel, bounded.maxstring, bounded.maxother = 3, 200, 200
    try:
        return bounded.repr(value)
    except ValueError:  # Python does not write numbers of more than some thousand digits.
        return f"{type(value).__name__} too long to be shown"


@contextmanager
def gathered(problems: list[Problem]) -> Iterator[None]:
    """Go on where something is invalid, with its problems added to those found so far."""
    try:
        yield
    except InvalidInput as error:
        problems += error.problems


def near(name: str, names: Iterable[str], otherwise: str = "use one of: {names}") -> str:
    """Return the mend for a name that is not one of `names`: the near one, or all of them."""
    known = sorted(set(names))
    if match := near_name(name, known):
        return f"did you mean {match!r}?"
    return otherwise.replace("{names}", ", ".join(known)) if known else "leave it out"
