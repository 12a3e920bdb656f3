"""Periods, times of day and numbers in a rule, and what they have to be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from builders import (
    TICK,
)
from expressions import (
    FIVE,
    HERE,
    NINE,
    loose,
    on,
)
from interview_followup import InvalidInput
from interview_followup.language import (
    OURS,
    Parameter,
    Period,
    days,
    hours,
    interview,
    minutes,
    parameter,
    working_days,
)


@pytest.mark.parametrize("amount", [-1, 1.501, "2", True, None], ids=repr)
@pytest.mark.parametrize("unit", [days, hours, minutes, working_days])
def test_a_period_is_a_whole_number_and_never_negative(
    unit: Callable[[Any], Period], amount: object
) -> None:
    with pytest.raises(InvalidInput, match="subtract the period to go back"):
        unit(amount)


@pytest.mark.parametrize(
    "opens",
    [
        pytest.param(time(17), id="as they end"),
        pytest.param(time(17, 0, 0, 1), id="just after they end"),
    ],
)
def test_office_hours_have_to_begin_before_they_end(opens: time) -> None:
    tuned = [Parameter("office-opens", opens, "when office hours begin", OURS)]
    with pytest.raises(InvalidInput, match="let office-opens be before office-closes"):
        interview.ends.office_time.tuned(tuned)


def test_office_hours_may_be_as_short_as_you_like() -> None:
    opens = Parameter("office-opens", time(16, 59, 59, 999_999), "when they begin", OURS)
    assert FIVE - TICK == on(NINE).office_time.tuned([opens]).evaluate(HERE)


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (lambda: parameter("most", 0, "x"), "most: 0 is less than 1; give a number from 1 on"),
        (
            lambda: loose.parameter("most", 2, None),
            "most: says no text, or no source; give both: a text and a Source(...)",
        ),
        (
            lambda: loose.parameter("most", 2, "x", source="A book"),
            "most: says no text, or no source; give both: a text and a Source(...)",
        ),
    ],
)
def test_a_number_is_at_least_one_and_says_what_it_is_and_whence(
    write: Callable[[], object], expected: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        write()
    assert expected == str(caught.value)
