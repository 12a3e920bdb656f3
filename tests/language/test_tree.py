"""Trees of which parts are shared are gone over in one order, and compared in all their parts."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import pytest

from interview_followup.language import Condition, Expression, done, interview, later_of
from interview_followup.language._tree import are_equal, downwards, upwards

STARTS, ENDS, LEFT = interview.starts, interview.ends, interview.left
LATER = later_of(STARTS, ENDS)


def test_nodes_come_after_what_is_above_them_or_below() -> None:
    roots = [LATER, LEFT, STARTS]
    assert [LATER, STARTS, ENDS, LEFT] == list(downwards(roots))
    assert [STARTS, ENDS, LATER, LEFT] == list(upwards(roots))


def test_each_node_comes_once_however_often_it_is_used() -> None:
    twice = later_of(LATER, LATER)
    assert [twice, LATER, STARTS, ENDS] == list(downwards([twice, twice]))
    assert [STARTS, ENDS, LATER, twice] == list(upwards([twice, twice]))


def test_nothing_comes_of_a_kind_left_out_nor_below_it() -> None:
    roots: list[Expression[Any]] = [ENDS.known, STARTS]
    assert [STARTS] == list(downwards(roots, without=Condition))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (later_of(STARTS, ENDS), later_of(STARTS, ENDS, LEFT)),
        (later_of(STARTS, ENDS), later_of(STARTS, LEFT)),
        (done("wave"), done("wave", since=ENDS)),
    ],
    ids=["more operands", "other operands", "an operand more"],
)
def test_trees_with_other_operands_differ(one: Expression[Any], other: Expression[Any]) -> None:
    alone = attrgetter("alone")
    assert not are_equal(one, other, alone)
    assert not are_equal(other, one, alone)
    assert are_equal(one, one, alone)
