"""Rules about a wave."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from interview_followup import InvalidInput, Rule
from interview_followup.language import (
    days,
    interview,
    parameter,
)


def wave(**parts: Any) -> Rule:
    """Return a rule to wave at the end of an interview, with some parts of its own."""
    given: dict[str, Any] = {
        "name": "wave",
        "per": interview,
        "opens": interview.ends,
        "text": "Wave at {employer}",
        "why": "It is kind.",
    }
    if "cautions" in parts:  # which are never shown without a whole window
        opens = parts.get("opens", given["opens"])
        given |= {"best": opens, "due": opens, "closes": opens}
    return Rule(**(given | parts))


def refused(**parts: Any) -> list[str]:
    """Return the problems of a rule that is refused."""
    with pytest.raises(InvalidInput) as caught:
        wave(**parts)
    return [str(problem) for problem in caught.value.problems]


def places(**parts: Any) -> list[str]:
    return sorted({problem.partition(":")[0] for problem in refused(**parts)})


WAIT = parameter("wait", days(2), "how long to wait")
WITHIN = parameter("within", days(5), "how long never to leave it")

NINE = parameter("nine", time(9), "when to wave")
