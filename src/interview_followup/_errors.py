"""What can go wrong, said with its place and its mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from reprlib import Repr
from typing import Any, NamedTuple, TypeAlias
from unicodedata import category

from interview_followup._near_names import near_name

Step: TypeAlias = str | int

_STEP = re.compile(r"\.?(?P<name>[^\s.\[\]]+)|\[(?P<index>\d{1,9})\]")


class Problem(NamedTuple):
    """One thing that is wrong with what was given, where, and what to do about it."""

    place: str
    """A path such as `applications[0].interviews[1].ends`."""
    message: str
    """What is wrong there."""
    mend: str
    """What to do about it."""

    def __str__(self) -> str:
        return escaped(f"{self.place}: {self.message}; {self.mend}")

    @property
    def path(self) -> tuple[Step, ...]:
        """The place step by step, as names and indices.

        That of `applications[0].outcome` is `("applications", 0, "outcome")`.
        """
        return tuple(_steps(self.place))

    def within(self, place: str) -> Problem:
        """Return the same problem with its place inside another: `within("interviews[0]")`."""
        inner = self.place
        dot = "." if inner and not inner.startswith("[") else ""
        return self._replace(place=f"{place}{dot}{inner}")


def _steps(place: str) -> Iterator[Step]:
    """Yield the names and indices of a place, which may end with an employer in brackets."""
    end = 0
    while step := _STEP.match(place, end):
        yield step["name"] or int(step["index"])
        end = step.end()


class FollowupError(Exception):
    """The base of every error that this library raises on purpose."""


class InvalidInput(FollowupError, ValueError):
    """Something given to the library is not valid; its `problems` name everything that is wrong.

    >>> try:
    ...     Interview(starts=datetime(2026, 11, 24, 10))
    ... except InvalidInput as error:
    ...     print(error.problems[0].place)
    starts
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        """All that is wrong, each with its place and its mend."""
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


class UnknownFact(InvalidInput, AttributeError):
    """A rule names a fact that does not exist."""


class FactFailed(FollowupError):
    """The function of a fact raised an error, which is its `__cause__`."""

    def __init__(self, message: str, fact: str, rule: str | None = None) -> None:
        super().__init__(message, fact, rule)
        self.message: str = message
        """What went wrong, in a sentence."""
        self.fact: str = fact
        """The name of the fact."""
        self.rule: str | None = rule
        """The name of the rule that uses it; None where that is not known."""

    def __str__(self) -> str:
        return self.message if self.rule is None else f"rule {self.rule}: {self.message}"

    def of_rule(self, rule: str) -> FactFailed:
        """Return the same error with the name of a rule, unless it has one."""
        named = FactFailed(self.message, self.fact, self.rule or rule)
        named.__cause__ = self.__cause__
        return named


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


LONGEST = 200
"""How many characters of a refused value, and of a name from outside, are shown."""


CROWD = 50
"""How many names are listed, and among how many of a file's own a near one is looked for."""


def escaped(text: str) -> str:
    """Return a text as one line that a terminal can show.

    Escaped is what Python calls not printable, but for blanks: control characters, line breaks, and
    what only changes how other characters are shown, such as right-to-left overrides and tags.
    """
    if text.isprintable():
        return text
    return "".join([_escape(character) for character in text])


def _escape(character: str) -> str:
    is_shown = character.isprintable() or category(character) == "Zs"
    return character if is_shown else ascii(character)[1:-1]


def is_one_line(text: str) -> bool:
    """Tell whether a text is one line that a terminal can show as it is."""
    return escaped(text) == text


def cut(text: str, longest: int = LONGEST) -> str:
    """Return a text, or its beginning if it is longer than so many characters."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def as_key(key: object) -> str:
    """Return the key of a table, or another name from outside, as a place has it."""
    return escaped(cut(key)) if isinstance(key, str) else shown(key)


class Bounded(Repr):
    """A `repr` of no more than a beginning, which never fails."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 3

    def repr_str(self, x: str, _level: int) -> str:
        return repr(cut(x))

    def repr_int(self, x: int, level: int) -> str:
        try:
            return super().repr_int(x, level)
        except ValueError:  # Python does not write those of more than some thousand digits.
            return "number too long to be shown"

    def repr_instance(self, x: Any, _level: int) -> str:
        try:
            return cut(repr(x))
        except Exception:
            return f"<{type(x).__name__} that cannot be shown>"


def shown(value: object, looks: type[Bounded] = Bounded) -> str:
    """Return how a refused value looks: a beginning of it, without its depths, escaped."""
    try:
        return escaped(cut(looks().repr(value)))
    except Exception:  # What is named like a type of Python's may fail to give its parts.
        return f"<{type(value).__name__} that cannot be shown>"


def reason(error: BaseException) -> str:
    """Return of what type another's error is, and what it says."""
    return f"{type(error).__name__}: {escaped(cut(words_of(error)))}"


def words_of(error: BaseException) -> str:
    """Return what an error says, on one line; that it cannot, where it fails to say it."""
    try:
        return str(error).replace("\n", "; ")
    except Exception:
        return "it cannot say why"


@contextmanager
def gathered(problems: list[Problem]) -> Iterator[None]:
    """Go on where something is invalid, with its problems added to those found so far."""
    try:
        yield
    except InvalidInput as error:
        problems += error.problems


def near(name: object, names: Iterable[str], otherwise: str = "use one of: {names}") -> str:
    """Return the mend for a name that is not one of `names`: the near one, or all of them."""
    known = sorted(set(names))
    if match := near_name(name, known):
        return f"did you mean {shown(match)}?"
    names_known = listed([as_key(known_name) for known_name in known])
    return otherwise.replace("{names}", names_known) if known else "leave it out"


def listed(names: Sequence[str]) -> str:
    """Return names in a row; of a crowd, the first and how many more there are."""
    more = [f"and {len(names) - CROWD} more"] if len(names) > CROWD else []
    return ", ".join([*names[:CROWD], *more])
