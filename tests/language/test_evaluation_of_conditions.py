"""What conditions give for a subject, in Kleene's logic."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    TICK,
)
from drawing import examples
from expressions import (
    ANOTHER,
    EARLY,
    HERE,
    MAYBE,
    MIDDLE,
    NEVER,
    NO,
    PERHAPS,
    SOMETIME,
    YES,
    hanging_on,
    on,
)
from interview_followup.language import (
    NOT_YET,
    Condition,
    Moment,
    Unknown,
    condition_fact,
    detail_fact,
)


def test_what_has_not_happened_is_written_as_its_name() -> None:
    assert "NOT_YET" == repr(NOT_YET)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(on(EARLY), True, id="a moment"),
        pytest.param(NEVER, True, id="an event: it is known not to have happened"),
        pytest.param(SOMETIME, False, id="a missing moment"),
        pytest.param(detail_fact("person.pet", "a pet", lambda _: "cat"), True, id="a detail"),
        pytest.param(
            detail_fact("person.pet", "a pet", lambda _: None, ask="Which?"),
            False,
            id="a missing detail",
        ),
    ],
)
def test_known_is_false_only_for_what_is_unknown(part: Moment, expected: bool) -> None:
    assert expected is part.known.evaluate(HERE)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(on(EARLY), True, id="a moment"),
        pytest.param(NEVER, False, id="an event"),
        pytest.param(SOMETIME, hanging_on("sometime"), id="a missing moment"),
        pytest.param(detail_fact("person.pet", "a pet", lambda _: "cat"), True, id="a detail"),
        pytest.param(detail_fact("person.pet", "a pet", lambda _: None), False, id="no detail"),
    ],
)
def test_happened_is_unknown_where_the_fact_is(part: Moment, expected: object) -> None:
    assert expected == part.happened.evaluate(HERE)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(MIDDLE - TICK, True, id="just before"),
        pytest.param(MIDDLE, False, id="at the same moment"),
        pytest.param(MIDDLE + TICK, False, id="just after"),
    ],
)
def test_before_is_strict(moment: datetime, expected: bool) -> None:
    assert expected is on(moment).before(on(MIDDLE)).evaluate(HERE)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(on(EARLY), NEVER, True, id="a moment and an event"),
        pytest.param(on(EARLY), SOMETIME, hanging_on("sometime"), id="a moment and an unknown"),
        pytest.param(NEVER, on(EARLY), False, id="an event and a moment"),
        pytest.param(NEVER, NEVER, False, id="an event and an event"),
        pytest.param(NEVER, SOMETIME, False, id="an event and an unknown"),
        pytest.param(SOMETIME, on(EARLY), hanging_on("sometime"), id="an unknown and a moment"),
        pytest.param(SOMETIME, NEVER, hanging_on("sometime"), id="an unknown and an event"),
        pytest.param(
            SOMETIME, ANOTHER, hanging_on("sometime", "another"), id="an unknown and an unknown"
        ),
    ],
)
def test_what_has_not_happened_is_before_nothing(
    one: Moment, other: Moment, expected: object
) -> None:
    assert expected == one.before(other).evaluate(HERE)


KLEENE = {"true": (YES, YES), "false": (NO, NO), "unknown": (MAYBE, PERHAPS)}
OUTCOMES: dict[str, object] = {
    "true": True,
    "false": False,
    "the first": hanging_on("maybe"),
    "the second": hanging_on("perhaps"),
    "both": hanging_on("maybe", "perhaps"),
}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("true", "true", "true"),
        ("true", "false", "false"),
        ("true", "unknown", "the second"),
        ("false", "true", "false"),
        ("false", "false", "false"),
        ("false", "unknown", "false"),
        ("unknown", "true", "the first"),
        ("unknown", "false", "false"),
        ("unknown", "unknown", "both"),
    ],
)
def test_and_is_false_once_a_part_is_and_unknown_as_its_parts_are(
    left: str, right: str, expected: str
) -> None:
    both = KLEENE[left][0] & KLEENE[right][1]
    assert OUTCOMES[expected] == both.evaluate(HERE)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("true", "true", "true"),
        ("true", "false", "true"),
        ("true", "unknown", "true"),
        ("false", "true", "true"),
        ("false", "false", "false"),
        ("false", "unknown", "the second"),
        ("unknown", "true", "true"),
        ("unknown", "false", "the first"),
        ("unknown", "unknown", "both"),
    ],
)
def test_or_is_true_once_a_part_is_and_unknown_as_its_parts_are(
    left: str, right: str, expected: str
) -> None:
    either = KLEENE[left][0] | KLEENE[right][1]
    assert OUTCOMES[expected] == either.evaluate(HERE)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        pytest.param(YES, False, id="true"),
        pytest.param(NO, True, id="false"),
        pytest.param(MAYBE, hanging_on("maybe"), id="unknown"),
    ],
)
def test_not_turns_true_and_false_round_and_leaves_unknown(
    condition: Condition, expected: object
) -> None:
    assert expected == (~condition).evaluate(HERE)


def test_a_fact_that_is_missing_twice_is_named_once() -> None:
    assert hanging_on("maybe") == (MAYBE & MAYBE).evaluate(HERE)


Tree = Any  # the index of a fact, ("not", tree), ("and", tree, tree) or ("or", tree, tree)
TREES = st.recursive(
    st.integers(0, 3),
    lambda trees: (
        st.tuples(st.just("not"), trees) | st.tuples(st.sampled_from(["and", "or"]), trees, trees)
    ),
    max_leaves=8,
)
KNOWLEDGE = st.lists(st.sampled_from([True, False, None]), min_size=4, max_size=4)


def built(tree: Tree, known: list[bool | None]) -> Condition:
    """Return a condition over four facts, of which those that are None are unknown."""
    if isinstance(tree, int):
        return condition_fact(f"interview.f{tree}", f"f{tree}", lambda _: known[tree], ask="?")
    operator, *parts = tree
    conditions = [built(part, known) for part in parts]
    if operator == "not":
        return ~conditions[0]
    one, other = conditions
    return one & other if operator == "and" else one | other


@settings(max_examples=examples(150))
@given(TREES, TREES, KNOWLEDGE)
def test_de_morgans_laws_hold_for_conditions(
    one: Tree, other: Tree, known: list[bool | None]
) -> None:
    a, b = built(one, known), built(other, known)
    assert (~(a & b)).evaluate(HERE) == (~a | ~b).evaluate(HERE)
    assert (~(a | b)).evaluate(HERE) == (~a & ~b).evaluate(HERE)


@settings(max_examples=examples(150))
@given(TREES, KNOWLEDGE, st.lists(st.booleans(), min_size=4, max_size=4))
def test_what_is_decided_stays_decided_once_more_is_known(
    tree: Tree, known: list[bool | None], truth: list[bool]
) -> None:
    less = built(tree, known).evaluate(HERE)
    more = built(
        tree, [now if now is not None else then for now, then in zip(known, truth, strict=True)]
    ).evaluate(HERE)
    assert isinstance(more, bool)
    assert isinstance(less, Unknown) or less is more


@settings(max_examples=examples(150))
@given(TREES, KNOWLEDGE)
def test_an_unknown_hangs_only_on_facts_that_are_missing(
    tree: Tree, known: list[bool | None]
) -> None:
    value = built(tree, known).evaluate(HERE)
    missing = {f"interview.f{index}" for index, fact in enumerate(known) if fact is None}
    if isinstance(value, Unknown):
        assert value.missing
        assert {unknown.fact for unknown in value.missing} <= missing
