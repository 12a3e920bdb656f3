"""What a comparison of packs is as a dictionary: its keys, and what each means."""

from __future__ import annotations

from typing import TypedDict

from interview_followup._planning.comparison import Part, Says
from interview_followup.exports.dictionaries._scalars import Format, Instant, Slug, ZoneName
from interview_followup.exports.dictionaries._subject_types import SubjectDict, WindowDict


class OpinionDict(WindowDict):
    """What one pack says of an act."""

    pack: str
    """The name of the pack in the comparison."""
    says: Says
    """The status of the act; `never` where a veto forbids it, `no rule` where the pack has none."""
    rules: list[str]
    """The names of the rules that speak."""
    channel: str | None
    """Over what to do it; null where that is left open."""
    to: str | None
    """Where the channel leads; null where that is not known."""
    why: str
    """The reason of the rules, or why none of them speaks; empty where there is no rule."""
    source: str
    """Where the rules come from; empty where none speaks."""


class ComparedActDict(SubjectDict):
    """What every pack says of one act for one subject."""

    act: Slug
    """What to do, as lower-case words joined by hyphens: `thank-you`."""
    text: str
    """The act, in the words of the first pack that speaks of it."""
    differs: list[Part]
    """What is not alike in all packs, of dates and channels in those that give some."""
    opinions: list[OpinionDict]
    """What each pack says, in the order of the packs."""


class ComparisonDict(TypedDict):
    """What several packs say of one search, side by side."""

    format: Format
    """The number of this format."""
    now: Instant
    """The moment at which it is so, in the zone of the candidate."""
    timezone: ZoneName
    """The IANA name of the candidate's zone, in which all times are written."""
    packs: list[str]
    """The names of the packs, in the order in which they were given."""
    acts: list[ComparedActDict]
    """What they say of each act of which any of them speaks, by its first best moment."""
