"""Converters for fields: each returns the value to keep, or `Invalid` with what is wrong.

`required_text`, `required_name` and `slug` refuse nothing, in any of its forms; the others take it
for what a field is where it is left out. Times have their own in `_times`, addresses in
`_addresses`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from operator import index as as_index
from typing import Any, TypeGuard, cast

from interview_followup._errors import Problem, near, shown
from interview_followup.model._checks import Invalid, refuse
from interview_followup.model._names import put_right

SLUG_MEND = "use lower-case words joined by hyphens"

_UNREADABLE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_UNREADABLE_IN_LINES = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"


def is_nothing(value: Any) -> bool:
    """Tell whether a value is what hosts have where nothing is known.

    That is None, a blank text, and the values of data frames and databases that differ from
    themselves: NaN, and NaT and NA of pandas.
    """
    if value is None or isinstance(value, str):
        return not (value or "").strip()
    if isinstance(value, bool | Invalid):
        return False
    try:
        differs = value != value  # noqa: PLR0124
        return differs is value or bool(differs)
    except Exception:  # An array, or a value of which nothing is known, may refuse to answer.
        return False


def text(value: str | None) -> Any:
    """Accept one line of text, or nothing."""
    mend = "give one line that can be read"
    return _legible(value, _UNREADABLE, "is not a line of text", mend)


def lines(value: str | None) -> Any:
    """Accept text of any number of lines, or nothing."""
    mend = "leave out its control characters"
    return _legible(value, _UNREADABLE_IN_LINES, "cannot be read", mend)


def _legible(value: str | None, unreadable: str, message: str, mend: str) -> Any:
    """Accept a text without anything unreadable in it, or nothing."""
    if is_nothing(value):
        return None
    if isinstance(value, Invalid):
        return value
    if not isinstance(value, str):
        return refuse(f"{shown(value)} is not text", "give a str")
    if re.search(unreadable, value):
        return refuse(f"{shown(value)} {message}", mend)
    return str.__str__(value)  # A class of its own may print it otherwise.


def required_text(value: str) -> Any:
    """Accept one line of text."""
    return refuse("is missing", "give it") if is_nothing(value) else text(value)


def name(value: str | None) -> Any:
    """Accept what somebody or something is called, with its blanks put right, or nothing."""
    return text(put_right(value) if isinstance(value, str) else value)


def required_name(value: str) -> Any:
    """Accept what somebody or something is called, with its blanks put right."""
    return refuse("is missing", "give it") if is_nothing(value) else name(value)


def name_or_key(value: str | int | None) -> Any:
    """Accept the name or the key of somebody, or nothing."""
    return name(value) if isinstance(value, str) else key_text(value)


def key_text(value: str | int | None) -> Any:
    """Accept a host's own id, a line of text or a whole number, as text; or nothing."""
    number = whole_number(value)
    if number is None:
        return text(cast("str | None", value))
    try:
        return str(number)
    except ValueError:  # Python does not write numbers of more than some thousand digits.
        return refuse(f"{shown(value)} is no key", "give a shorter one")


def whole_number(value: Any) -> int | None:
    """Return a whole number as Python's own, None where a value is none; truth is none.

    A column of whole numbers with one missing is one of floats.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    with suppress(TypeError):
        return as_index(value)
    return None


def slug(value: str) -> Any:
    """Accept lower-case words joined by hyphens, as acts are named."""
    line = required_text(value)
    if isinstance(line, str) and not is_slug(line):
        meant = "-".join(line.lower().replace("_", " ").split())
        mend = f"write it as {meant!r}" if is_slug(meant) else SLUG_MEND
        return refuse(f"{shown(value)} is not a slug", mend)
    return line


def is_slug(value: Any) -> TypeGuard[str]:
    """Tell whether a value is lower-case words joined by hyphens."""
    return isinstance(value, str) and all(
        word.isascii() and word.isalnum() and word == word.lower() for word in value.split("-")
    )


def boolean(value: bool | None) -> Any:
    """Accept true or false, and nothing that merely counts as one of them; nothing is false."""
    if is_nothing(value):
        return False
    if isinstance(value, bool | Invalid):
        return value
    return refuse(f"{shown(value)} is not true or false", "give True or False")


def choice(choices: Collection[str], value: str | None, or_else: str = "") -> Any:
    """Accept one of the choices, or nothing; `or_else` is what the mend adds to all of them."""
    line = text(value)
    if isinstance(line, str) and line not in choices:
        mend = near(line, choices, f"use one of: {{names}}{or_else}")
        return refuse(f"{shown(value)} is not known", mend)
    return line


def instance(cls: type, value: object) -> Any:
    """Accept one value of a class, or nothing."""
    if isinstance(value, cls | Invalid):
        return value
    if is_nothing(value):
        return None
    name = cls.__name__
    return refuse(f"{shown(value)} is not of class {name}", f"build it with {name}(...)")


def instances(cls: type, values: Any) -> Any:
    """Accept several values of a class, as a tuple."""
    return items(values, lambda value: instance(cls, value), f"{cls.__name__} values")


def items(values: Any, convert: Callable[[Any], Any], members: str) -> Any:
    """Accept several of what a converter accepts, as a tuple; None is not one of them."""
    if is_nothing(values):
        return ()
    if isinstance(values, Invalid):
        return values._replace(placeholder=())
    if isinstance(values, Mapping):
        mend = f"give a list of {members}"
        return Invalid((Problem("", "is a mapping, not a list", mend),), ())
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        return Invalid((Problem("", "is not a list", f"put it in a list of {members}"),), ())
    converted: list[Any] = []
    problems: list[Problem] = []
    for index, value in enumerate(values):
        entry = refuse("is missing", "leave it out") if is_nothing(value) else convert(value)
        if isinstance(entry, Invalid):
            problems += [problem.within(f"[{index}]") for problem in entry.problems]
            entry = None
        converted.append(entry)
    return Invalid(tuple(problems), tuple(converted)) if problems else tuple(converted)
