"""Searches that say a little less, and documents that say something wrong."""

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


def reductions(search: JobSearch) -> Iterator[JobSearch]:
    """Yield the search without one of the things that it says, for each of them in turn."""
    return cast("Iterator[JobSearch]", _reductions(search))


def _reductions(value: Checked) -> Iterator[Checked]:
    for name, content, default in nondefault_fields(value):
        for less in _reduced(content, default):
            with suppress(InvalidInput):
                yield evolve(cast("Any", value), **{name: less})


def _reduced(content: Any, default: Any) -> Iterator[Any]:
    """Yield what a field may hold in place of its content: less of it, or its default."""
    if isinstance(content, tuple):
        for index, member in enumerate(content):
            yield _replaced(content, index)
            yield from (_replaced(content, index, less) for less in _reductions(member))
        return
    if isinstance(content, Checked):
        yield from _reductions(content)
    if default is not NOTHING:
        yield default


def corruptions(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the document with one key or one value made nonsense, for each of them in turn."""
    return cast("Iterator[dict[str, Any]]", _corrupted(document, cycle(JUNK)))


def _corrupted(part: Any, junk: Iterator[Any]) -> Iterator[Any]:
    if isinstance(part, Mapping):
        for key, value in part.items():
            yield {**part, key: next(junk)}
            yield {**part, f"{key}s": value}
            yield from ({**part, key: worse} for worse in _corrupted(value, junk))
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from (_replaced(part, index, worse) for worse in _corrupted(value, junk))


def _replaced(values: Sequence[Any], index: int, *others: Any) -> list[Any]:
    return [*values[:index], *others, *values[index + 1 :]]
