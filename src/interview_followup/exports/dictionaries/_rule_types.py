"""What rules are as a dictionary: its keys, and what each means."""

from __future__ import annotations

from typing import TypedDict

from interview_followup.exports.dictionaries._scalars import Format, Slug
from interview_followup.exports.dictionaries._subject_types import WordingDict
from interview_followup.language._rule import Kind
from interview_followup.language._subject import Per


class ParameterDict(TypedDict):
    """A number of a rule, which may be tuned."""

    name: str
    """The name under which it is tuned: `thank-you.within`."""
    value: str
    """The number, as a text: `2 days`."""
    text: str
    """What it is, in words."""
    source: str
    """Where the number comes from."""


class RuleDict(TypedDict):
    """A rule, in words."""

    name: str
    """Its name."""
    act: Slug
    """The act that it is on."""
    kind: Kind
    """What it does: advise, remind, or only forbid, as a guard or a veto."""
    per: Per
    """What it is evaluated for."""
    item: int | None
    """Which piece of advice of its source it is, from 1; null where that is not counted."""
    text: str
    """What to do, with the places in braces that a subject fills."""
    says: dict[str, str]
    """Each part of its window and its conditions, in words, by the name of the part."""
    where: dict[str, str]
    """What names in these words stand for."""
    why: str
    """Why to do it."""
    wording: list[WordingDict]
    """What to say in the message and what not to."""
    source: str
    """Where it comes from."""
    parameters: list[ParameterDict]
    """Its numbers."""


class RuleSetDict(TypedDict):
    """A set of rules."""

    format: Format
    """The number of this format."""
    rules: list[RuleDict]
    """The rules, in the order in which they are written."""
