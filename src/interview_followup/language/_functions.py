"""What rules are written with beside facts and methods: choices, what was done, and names."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any, overload

from interview_followup._errors import InvalidInput, invalid, shown
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact, History
from interview_followup.language._kinds import Condition, Count, Moment, as_condition, as_moments
from interview_followup.language._notation import default_denial
from interview_followup.language._operators import (
    DETAIL_FACT,
    DONE,
    EARLIER,
    FIRST_KNOWN,
    LAST,
    LAST_OF,
    LATER,
    NAMED,
    TIMES,
    WHEN,
)
from interview_followup.language._text_choice import TextChoice
from interview_followup.language._words import words_problem
from interview_followup.model._converters import SLUG_MEND, is_slug


def later_of(*moments: Moment) -> Moment:
    """Return the last of some moments.

    It has not happened if one of them has not, and is unknown if one is.

    Raises:
        InvalidInput: None is given, or one is no moment.
    """
    return Moment(LATER, as_moments(moments))


def earlier_of(*moments: Moment) -> Moment:
    """Return the first of some moments; those that have not happened do not count.

    Raises:
        InvalidInput: None is given, or one is no moment.
    """
    return Moment(EARLIER, as_moments(moments))


def last_of(*moments: Moment) -> Moment:
    """Return the last of some moments, of those that have happened.

    It has not happened if none has, and is unknown if one is.

    Raises:
        InvalidInput: None is given, or one is no moment.
    """
    return Moment(LAST_OF, as_moments(moments))


def first_known(*moments: Moment) -> Moment:
    """Return the first, in this order, of some moments that is known and has happened.

    If there is none, it is the last one given.

    >>> print(first_known(interview.left, interview.ends))
    the moment you are clear of the building, failing that the interview's end

    Raises:
        InvalidInput: None is given, or one is no moment.
    """
    return Moment(FIRST_KNOWN, as_moments(moments))


@overload
def when(condition: Condition, then: Moment, *, otherwise: Moment) -> Moment: ...
@overload
def when(condition: Condition, then: str, *, otherwise: str) -> TextChoice: ...
def when(condition: Condition, then: Any, *, otherwise: Any) -> Moment | TextChoice:
    """Return one moment or another, or one text or another, as a condition decides.

    Where the condition is unknown, so is the moment; of two texts it is then `otherwise`.

    >>> when(application.recruiter.exists, "Ask {recruiter}", otherwise="Ask {employer}").otherwise
    'Ask {employer}'

    Raises:
        InvalidInput: The condition is none, or the two are not both moments or both texts.
    """
    kinds = {_kind_of_choice(part) for part in (then, otherwise)}
    if kinds == {"a moment", "a text"}:
        raise invalid("when", "chooses between a moment and a text", "give two of one kind")
    if "a text" in kinds:
        return TextChoice(condition, then, otherwise)
    return Moment(WHEN, (*as_moments((then, otherwise)), as_condition(condition)))


def _kind_of_choice(part: object) -> str | None:
    if isinstance(part, Moment):
        return "a moment"
    return "a text" if isinstance(part, str | TextChoice) else None


def done(act: str, *, since: Moment | None = None) -> Condition:
    """Return whether the act was done for the subject.

    `act` is a slug such as `thank-you`. With `since`, only what was done at or after that moment
    counts.

    Raises:
        InvalidInput: The act is not a slug, or `since` is no moment.
    """
    return Condition(DONE, _history(act, since))


def times_done(act: str, *, since: Moment | None = None) -> Count:
    """Return how often the act was done for the subject.

    `act` is a slug such as `thank-you`. With `since`, only what was done at or after that moment
    counts.

    Raises:
        InvalidInput: The act is not a slug, or `since` is no moment.
    """
    return Count(TIMES, _history(act, since))


def last_done(act: str, *, since: Moment | None = None) -> Moment:
    """Return when the act was last done for the subject; it may not have happened yet.

    `act` is a slug such as `thank-you`. With `since`, only what was done at or after that moment
    counts.

    Raises:
        InvalidInput: The act is not a slug, or `since` is no moment.
    """
    return Moment(LAST, _history(act, since))


def _history(act: str, since: Moment | None) -> tuple[Expression[Any], ...]:
    if not is_slug(act):
        raise invalid("act", f"{shown(act)} is not a slug", SLUG_MEND)
    return (_when_done(act),) if since is None else (_when_done(act), *as_moments((since,)))


@cache  # One node for each act is evaluated once for all rules.
def _when_done(act: str) -> Expression[tuple[datetime, ...]]:
    fact = Fact(f"subject.done({act})", f"“{act}”", History(act), act=act)
    return Expression(DETAIL_FACT, (), fact)


@overload
def named(label: str, expression: Moment) -> Moment: ...
@overload
def named(label: str, expression: Condition, *, denial: str = "") -> Condition: ...
def named(label: str, expression: Moment | Condition, *, denial: str = "") -> Moment | Condition:
    """Return a moment or a condition that is said in other words.

    A condition that fails is said in the words of `denial`; without them, as “it is not so that”
    and the label.

    Raises:
        InvalidInput: The label is empty, or the expression is neither a moment nor a condition.
    """
    for words, may_be_left_out in ((label, False), (denial, True)):
        if problem := words_problem("named", words, may_be_left_out=may_be_left_out):
            raise InvalidInput([problem])
    if not isinstance(expression, Moment):
        as_condition(expression)
        denial = denial or default_denial(label)
    return type(expression)(NAMED, (expression,), (label, denial))
