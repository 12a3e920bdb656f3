"""Searches that say a little less, or say it wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import cycle
from typing import Any, cast

from attrs import NOTHING, evolve

from interview_followup._errors import InvalidInput
from interview_followup.model import JobSearch
from interview_followup.model._checks import Checked, nondefault_fields

JUNK: tuple[Any, ...] = (5, "", [], {}, "2026-02-30", True, ["x"], {"x": None}, 1e300, "\x00", -1)


def forgetting(search: JobSearch) -> Iterator[JobSearch]:
    """Yield the search without one of the things that it says, for each of them in turn."""
    return cast("Iterator[JobSearch]", _forgetting(search))


def _forgetting(value: Checked) -> Iterator[Checked]:
    for name, held, default in nondefault_fields(value):
        for less in _less(held, default):
            with suppress(InvalidInput):
                yield evolve(cast("Any", value), **{name: less})


def _less(held: Any, default: Any) -> Iterator[Any]:
    if isinstance(held, tuple):
        for index, each in enumerate(held):
            yield _replaced(held, index)
            yield from (_replaced(held, index, less) for less in _forgetting(each))
        return
    if isinstance(held, Checked):
        yield from _forgetting(held)
    if default is not NOTHING:
        yield default


def misreadings(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a document with one key or one value made nonsense, for each of them in turn."""
    return cast("Iterator[dict[str, Any]]", _misread(document, cycle(JUNK)))


def _misread(part: Any, junk: Iterator[Any]) -> Iterator[Any]:
    if isinstance(part, Mapping):
        for key, held in part.items():
            yield {**part, key: next(junk)}
            yield {**part, f"{key}s": held}
            yield from ({**part, key: worse} for worse in _misread(held, junk))
    elif isinstance(part, list):
        for index, held in enumerate(part):
            yield from (_replaced(part, index, worse) for worse in _misread(held, junk))


def _replaced(values: Sequence[Any], index: int, *others: Any) -> list[Any]:
    return [*values[:index], *others, *values[index + 1 :]]
