"""Documents that are mostly wrong: what is drawn, and that the library takes or refuses it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest
from hypothesis import given

from builders import applied, meeting, searching
from drawing import drawing, some
from interview_followup import InvalidInput, plan, search_from_dict, strategies
from interview_followup.exports.document import search_document
from interview_followup.strategies._invalid import _parts, _shifted, mutated

DOCUMENT = search_document(searching(applied(meeting())))


def is_refused(document: dict[str, Any]) -> bool:
    try:
        search_from_dict(document)
    except InvalidInput:
        return True
    return False


@drawing
@given(strategies.invalid_documents())
def test_nothing_comes_out_but_our_own_error_with_its_places(document: dict[str, Any]) -> None:
    try:
        plan(search_from_dict(document), now=datetime(2026, 11, 26, tzinfo=UTC))
    except InvalidInput as error:
        incomplete = [problem for problem in error.problems if not all(problem)]
        assert [] == incomplete


@pytest.mark.parametrize("refused", [True, False], ids=["refused", "taken"])
def test_some_documents_are_refused_and_some_are_not(refused: bool) -> None:
    def is_so(document: dict[str, Any]) -> bool:
        return is_refused(document) is refused

    assert is_so(some(strategies.invalid_documents(), is_so))


KINDS: dict[str, Callable[[dict[Any, Any]], bool]] = {
    "without a zone": lambda document: "timezone" not in document,
    "with another zone": lambda document: document.get("timezone") != DOCUMENT["timezone"],
    "with a key that is no text": lambda document: (
        not all(isinstance(key, str) for key in document)
    ),
    "with another key": lambda document: bool(document.keys() - DOCUMENT.keys()),
    "without a list of applications": lambda document: (
        not isinstance(document.get("applications"), list)
    ),
    "with more applications": lambda document: len(document.get("applications") or "") > 1,
    "with as much, and other times": lambda document: (
        list(map(type, _within(document))) == list(map(type, _within(DOCUMENT)))
        and document != DOCUMENT
    ),
}


def _within(document: Any) -> list[Any]:
    return [part for _, part in _parts(document)]


@pytest.mark.parametrize("is_drawn", KINDS.values(), ids=KINDS)
def test_every_part_is_changed_in_some_document(is_drawn: Callable[[dict[Any, Any]], bool]) -> None:
    assert any(is_drawn(mutated(DOCUMENT, Random(number))) for number in range(1_000))


def test_the_same_number_always_changes_the_same() -> None:
    """The document itself is left as it is."""
    document, before = deepcopy(DOCUMENT), deepcopy(DOCUMENT)
    worse = [repr(mutated(document, Random(number))) for number in range(300)]
    assert worse == [repr(mutated(document, Random(number))) for number in range(300)]
    assert before == document
    assert len(set(worse)) > 200


def test_every_kind_of_change_is_made_however_little_there_is() -> None:
    for number in range(300):
        assert isinstance(mutated({}, Random(number)), dict)


def test_a_day_that_cannot_be_moved_is_written_in_another_way() -> None:
    extremes = [date.min, date.max, datetime.max.replace(tzinfo=UTC)]
    for number in range(50):
        for day in extremes:
            assert isinstance(_shifted(day, Random(number)), date | str)
