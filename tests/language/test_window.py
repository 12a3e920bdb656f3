"""Windows put in order, and the phases that an instant goes through."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import TICK
from drawing import examples
from interview_followup import Window, phase
from interview_followup.language._window import Phase, ordered, phases

EIGHT, NINE, TEN, ELEVEN, NOON = (datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in range(8, 13))
Moments = tuple[datetime | None, datetime | None, datetime | None, datetime | None]


def moments(window: Window) -> Moments:
    return window.opens, window.best, window.due, window.closes


# -- put in order ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given_",
    [
        pytest.param((NINE, TEN, ELEVEN, NOON), id="all four"),
        pytest.param((NINE, ELEVEN, TEN, NOON), id="best after due"),
        pytest.param((NINE, NINE, NINE, NOON), id="best and due at opens"),
        pytest.param((NINE, NOON - TICK, NOON, NOON), id="best just before closes, due at it"),
        pytest.param((NINE, TEN, ELEVEN, None), id="no closes"),
        pytest.param((NINE, None, None, None), id="only opens"),
        pytest.param((None, None, None, NOON), id="only closes"),
        pytest.param((None, None, None, None), id="nothing"),
    ],
)
def test_what_is_in_order_stays_as_it_is(given_: Moments) -> None:
    assert given_ == moments(ordered(*given_))


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        pytest.param(None, None, id="none"),
        pytest.param(NINE - TICK, NINE, id="just before opens"),
        pytest.param(NINE, NINE, id="at opens"),
        pytest.param(NINE + TICK, NINE + TICK, id="just after opens"),
        pytest.param(NOON - TICK, NOON - TICK, id="just before closes"),
        pytest.param(NOON, NINE, id="at closes"),
        pytest.param(NOON + TICK, NINE, id="just after closes"),
    ],
)
def test_best_lies_in_the_window_or_at_its_opening(
    best: datetime | None, expected: datetime | None
) -> None:
    assert (NINE, expected, None, NOON) == moments(ordered(NINE, best, None, NOON))


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        pytest.param(None, None, id="none"),
        pytest.param(NINE - TICK, NINE, id="just before opens"),
        pytest.param(NINE, NINE, id="at opens"),
        pytest.param(NINE + TICK, NINE + TICK, id="just after opens"),
        pytest.param(NOON - TICK, NOON - TICK, id="just before closes"),
        pytest.param(NOON, NOON, id="at closes"),
        pytest.param(NOON + TICK, NOON, id="just after closes"),
    ],
)
def test_due_lies_in_the_window_or_at_its_closing(
    due: datetime | None, expected: datetime | None
) -> None:
    assert (NINE, None, expected, NOON) == moments(ordered(NINE, None, due, NOON))


@pytest.mark.parametrize("closes", [None, NOON], ids=["which stays open", "which closes"])
def test_a_window_without_an_opening_has_neither_best_nor_due(closes: datetime | None) -> None:
    assert (None, None, None, closes) == moments(ordered(None, TEN, ELEVEN, closes))


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        pytest.param(NINE - TICK, True, id="just before it opens"),
        pytest.param(NINE, True, id="as it opens"),
        pytest.param(NINE + TICK, False, id="just after it opens"),
        pytest.param(None, False, id="never"),
    ],
)
def test_a_window_is_empty_that_closes(closes: datetime | None, expected: bool) -> None:
    assert expected is ordered(NINE, TEN, ELEVEN, closes).is_empty
    assert expected is Window(opens=NINE, closes=closes).is_empty


@pytest.mark.parametrize("closes", [None, NOON], ids=["never closes", "closes"])
def test_a_window_that_waits_for_an_event_is_not_empty(closes: datetime | None) -> None:
    assert ordered(None, None, None, closes).is_empty is False


@pytest.mark.parametrize("closes", [EIGHT, NINE], ids=["before opens", "at opens"])
def test_an_empty_window_keeps_its_opening_and_its_closing(closes: datetime) -> None:
    window = ordered(NINE, TEN, ELEVEN, closes)
    assert (NINE, closes) == (window.opens, window.closes)


def test_a_window_names_what_is_unknown_in_it() -> None:
    window = ordered(NINE, None, None, NOON, unknown=frozenset({"due"}))
    assert frozenset({"due"}) == window.unknown
    assert frozenset() == ordered(NINE, None, None, NOON).unknown


def test_windows_are_values() -> None:
    window = ordered(NINE, TEN, ELEVEN, NOON)
    assert Window(opens=NINE, best=TEN, due=ELEVEN, closes=NOON) == window
    assert 1 == len({window, ordered(NINE, TEN, ELEVEN, NOON)})
    with pytest.raises(AttributeError):
        window.opens = EIGHT  # type: ignore[misc]


# -- phases ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(NINE - TICK, ("early", NINE), id="just before it opens"),
        pytest.param(NINE, ("open", ELEVEN), id="as it opens"),
        pytest.param(NINE + TICK, ("open", ELEVEN), id="just after it opens"),
        pytest.param(TEN, ("open", ELEVEN), id="at its best"),
        pytest.param(ELEVEN - TICK, ("open", ELEVEN), id="just before it is due"),
        pytest.param(ELEVEN, ("late", NOON), id="as it is due"),
        pytest.param(ELEVEN + TICK, ("late", NOON), id="just after it is due"),
        pytest.param(NOON - TICK, ("late", NOON), id="just before it closes"),
        pytest.param(NOON, ("closed", None), id="as it closes"),
        pytest.param(NOON + TICK, ("closed", None), id="just after it closes"),
    ],
)
def test_a_window_is_early_then_open_then_late_then_closed(
    now: datetime, expected: tuple[Phase, datetime | None]
) -> None:
    window = ordered(NINE, TEN, ELEVEN, NOON)
    assert expected == phases(now, window)
    assert expected[0] == phase(now, window)


@pytest.mark.parametrize(
    ("window", "now", "expected"),
    [
        pytest.param(ordered(NINE, None, None, None), EIGHT, ("early", NINE), id="early"),
        pytest.param(ordered(NINE, None, None, None), NINE, ("open", None), id="open for ever"),
        pytest.param(ordered(NINE, None, None, NOON), TEN, ("open", NOON), id="never late"),
        pytest.param(ordered(NINE, None, TEN, None), TEN, ("late", None), id="late for ever"),
        pytest.param(ordered(None, None, None, None), NINE, ("early", None), id="early for ever"),
        pytest.param(ordered(None, None, None, NOON), NOON - TICK, ("early", NOON), id="no event"),
        pytest.param(ordered(None, None, None, NOON), NOON, ("closed", None), id="no event, over"),
        pytest.param(
            ordered(None, None, None, NOON), NOON + TICK, ("closed", None), id="and after"
        ),
    ],
)
def test_a_window_may_lack_its_moments(
    window: Window, now: datetime, expected: tuple[Phase, datetime | None]
) -> None:
    assert expected == phases(now, window)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(NINE - TICK, ("early", NINE), id="just before"),
        pytest.param(NINE, ("late", NOON), id="just then"),
        pytest.param(NINE + TICK, ("late", NOON), id="just after"),
    ],
)
def test_a_window_due_as_it_opens_is_late_at_once(
    now: datetime, expected: tuple[Phase, datetime | None]
) -> None:
    assert expected == phases(now, ordered(NINE, None, NINE, NOON))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(NOON - TICK, ("open", NOON), id="just before"),
        pytest.param(NOON, ("closed", None), id="just then"),
        pytest.param(NOON + TICK, ("closed", None), id="just after"),
    ],
)
def test_a_window_due_as_it_closes_is_never_late(
    now: datetime, expected: tuple[Phase, datetime | None]
) -> None:
    assert expected == phases(now, ordered(NINE, None, NOON, NOON))


@pytest.mark.parametrize("closes", [EIGHT, NINE], ids=["before opens", "at opens"])
@pytest.mark.parametrize("now", [EIGHT - TICK, EIGHT, NINE - TICK, NINE, NINE + TICK], ids=str)
def test_an_empty_window_is_closed_from_the_start(closes: datetime, now: datetime) -> None:
    assert ("closed", None) == phases(now, ordered(NINE, TEN, ELEVEN, closes))


# -- the laws -------------------------------------------------------------------------------------

NEARBY = [hour + step for hour in (NINE, TEN, NOON) for step in (-TICK, 0 * TICK, TICK)]
INSTANTS = st.sampled_from(NEARBY) | st.datetimes(
    EIGHT.replace(tzinfo=None), NOON.replace(tzinfo=None), timezones=st.just(UTC)
)
WINDOWS = st.builds(ordered, *[st.none() | INSTANTS] * 4)
IN_ORDER: tuple[Phase, ...] = get_args(Phase)


@settings(max_examples=examples(150))
@given(WINDOWS)
def test_law_1_a_window_that_is_not_empty_is_in_order(window: Window) -> None:
    assume(not window.is_empty)
    opens, best, due, closes = moments(window)
    assert opens is not None or (best, due) == (None, None)
    for low, high in ((opens, best), (opens, due), (due, closes), (opens, closes)):
        assert low is None or high is None or low <= high
    assert best is None or closes is None or best < closes


@settings(max_examples=examples(150))
@given(WINDOWS, INSTANTS, INSTANTS)
def test_law_2_a_phase_only_moves_forward(window: Window, one: datetime, other: datetime) -> None:
    before, after = sorted([one, other])
    assert IN_ORDER.index(phase(before, window)) <= IN_ORDER.index(phase(after, window))


@settings(max_examples=examples(150))
@given(WINDOWS, INSTANTS, INSTANTS)
def test_law_2_nothing_changes_before_until(window: Window, now: datetime, then: datetime) -> None:
    phase_now, until = phases(now, window)
    assume(now <= then and (until is None or then < until))
    assert (phase_now, until) == phases(then, window)


@settings(max_examples=examples(150))
@given(WINDOWS, INSTANTS)
def test_law_2_something_changes_at_until(window: Window, now: datetime) -> None:
    phase_now, until = phases(now, window)
    assume(until is not None)
    assert until is not None
    assert now < until
    assert phase_now == phase(until - TICK, window)
    assert phase_now != phase(until, window)


@settings(max_examples=examples(150))
@given(WINDOWS)
def test_law_3_a_window_is_early_until_it_opens_and_not_from_then_on(window: Window) -> None:
    assume(window.opens is not None and not window.is_empty)
    assert window.opens is not None
    assert "early" == phase(window.opens - TICK, window)
    assert "early" != phase(window.opens, window)
