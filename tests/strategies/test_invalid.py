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
from interview_followup.strategies._invalid import _shifted, mutated

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


KINDS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "refused": is_refused,
    "taken": lambda document: not is_refused(document),
    "without a zone": lambda document: "timezone" not in document,
    "with a key that is no text": lambda document: any(
        not isinstance(key, str) for key in document
    ),
    "without a list of applications": lambda document: (
        not isinstance(document.get("applications", []), list)
    ),
}


@pytest.mark.parametrize("is_drawn", KINDS.values(), ids=KINDS)
def test_what_is_wrong_and_what_is_right_is_in_some_document(
    is_drawn: Callable[[dict[str, Any]], bool],
) -> None:
    assert is_drawn(some(strategies.invalid_documents(), is_drawn))


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
