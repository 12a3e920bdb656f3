"""What has a name in the language wherever it stands: its facts, and the numbers it comes with."""

from __future__ import annotations

from typing import Any

from interview_followup.language._caution import MISSED_FOR
from interview_followup.language._constants import OFFICE_CLOSES, OFFICE_OPENS
from interview_followup.language._expression import Expression, Parameter
from interview_followup.language._fact import Fact
from interview_followup.language._facts import EVENING, NOON, PAUSE, SHIPPED
from interview_followup.language._operators import NAMED

NUMBERS: dict[str, Expression[Any]] = {
    "EVENING": EVENING,
    "MISSED_FOR": MISSED_FOR,
    "NOON": NOON,
    "OFFICE_CLOSES": OFFICE_CLOSES,
    "OFFICE_OPENS": OFFICE_OPENS,
    "PAUSE": PAUSE,
}
_NAMES = {number.leaf: name for name, number in NUMBERS.items()}
_NAMED = {fact.leaf: name for name, fact in SHIPPED.items() if fact.operator is NAMED}


def name_of(node: Expression[Any]) -> str | None:
    """Return the name that a node has in the language, if it has one."""
    leaf = node.leaf
    if isinstance(leaf, Parameter):
        return _NAMES.get(leaf)
    if isinstance(leaf, Fact):
        name: str | None = leaf.name
    else:
        name = _NAMED.get(leaf) if node.operator is NAMED else None
    return name if name in SHIPPED and SHIPPED[name] == node else None
