"""What rules are written with: what may be left out is given by name."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from interview_followup import language


@pytest.mark.parametrize(
    ("function", "names"),
    [
        (language.parameter, ["source"]),
        (language.when, ["otherwise"]),
        (language.done, ["since"]),
        (language.times_done, ["since"]),
        (language.last_done, ["since"]),
        (language.moment_fact, ["operands", "ask", "zone"]),
        (language.condition_fact, ["operands", "denial", "ask"]),
        (language.count_fact, ["operands", "ask"]),
        (language.detail_fact, ["operands", "denial", "ask", "may_not_exist"]),
        (language.named, ["denial"]),
        (language.Expression.say, ["denied"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_may_be_left_out_is_given_by_name(
    function: Callable[..., object], names: list[str]
) -> None:
    parameters = inspect.signature(function).parameters
    by_name = [
        name for name, parameter in parameters.items() if parameter.kind is parameter.KEYWORD_ONLY
    ]
    assert names == by_name
