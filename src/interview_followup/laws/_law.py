"""A law: a statement about every search and every moment, and how to find where it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from inspect import cleandoc
from typing import Any, NamedTuple, TypeAlias

from attrs import field, frozen

from interview_followup._planning.scheduled import Scheduled
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._search import as_search
from interview_followup.model._times import to_instant


class Breach(NamedTuple):
    """How a law is broken."""

    text: str
    """What is wrong, in a sentence."""
    items: tuple[Scheduled, ...] = ()
    """The acts whose windows are at fault; empty where none is."""


FindBreaches: TypeAlias = Callable[[RuleSet, JobSearch, datetime], Iterator[Breach]]


@frozen(kw_only=True, eq=False, slots=False, repr=False)
class Law:
    """What holds of a rule set for every search at every moment; its docstring says it."""

    number: int
    """Its number, counted from 1."""
    name: str
    """Its name, which is that of the value in this package."""
    sentence: str
    """What holds, in a sentence or two."""
    _find_breaches: FindBreaches = field(alias="find_breaches")

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "__doc__", self.sentence)

    def __repr__(self) -> str:
        return f"<Law {self.number}, {self.name}>"

    def __str__(self) -> str:
        return self.sentence

    def __reduce__(self) -> tuple[Any, ...]:
        return _law_named, (self.name,)

    def breach(
        self,
        search: JobSearch | Application | Interview,
        *,
        now: datetime,
        rules: RuleSet = CV_LIBRARY,
    ) -> Breach | None:
        """Return how the law is broken for one search at one moment; None if it holds there.

        `now` is an aware datetime of any zone.

        Raises:
            InvalidInput: `now` is naive or not between 1970 and 2200, or `rules` are no rule set.
        """
        search = as_search(search)
        instant = to_instant("now", now, search.timezone)
        breaches = self._find_breaches(rule_set(rules), search, instant)
        return next(breaches, None)


def _law_named(name: str) -> Any:
    from interview_followup import laws

    return getattr(laws, name)


def law(number: int) -> Callable[[FindBreaches], Law]:
    """Return a decorator that makes a law of a function that yields its breaches.

    The function's docstring is the law's sentence.
    """

    def law_of(function: FindBreaches) -> Law:
        sentence = " ".join(cleandoc(function.__doc__ or "").split())
        return Law(number=number, name=function.__name__, sentence=sentence, find_breaches=function)

    return law_of
