"""What a rule warns of: the shape of its cautions, whose texts stand where the rule stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from interview_followup._clock import Period
from interview_followup._errors import Problem, near, shown
from interview_followup.language._code import call
from interview_followup.language._constants import days, literal, parameter
from interview_followup.language._expression import Expression
from interview_followup.language._kinds import Moment
from interview_followup.language._source import OURS
from interview_followup.language._text_choice import Text, TextChoice
from interview_followup.language._window import PHASES, Phase

MISSED_FOR = parameter("missed-for", days(3), "for how long to say that it was missed", source=OURS)
"""For how long to say that a chance was missed: 3 days, this library's choice."""


class CautionText(NamedTuple):
    """What a rule warns of while its window is in some phase.

    It is made by `early`, `before_closing`, `late` and `closed`.
    """

    phase: Phase
    """The phase: `early`, `open`, `late` or `closed`."""
    text: Text
    """The warning; it may mention what the text of a rule may, and {opens} and the like."""
    since: Moment | None = None
    """From when on it is shown, if not as soon as the phase begins; None for that."""
    lasting: Expression[Period] | None = None
    """For how long it is shown once the window closed; None in other phases."""
    until: Moment | None = None
    """When it ends at the latest, of a window that closed; None if `lasting` says it."""

    def __repr__(self) -> str:
        phase, text, since, lasting, until = self
        lasts = None if phase == "closed" and lasting == MISSED_FOR else lasting
        parts = {"since": since, "lasting": lasts, "until": until}
        name, *may_have = _FUNCTIONS.get(phase, ("",))
        is_made_so = {part for part, value in parts.items() if value is not None} <= {*may_have}
        if name and is_made_so and (lasting is None) is (phase != "closed"):
            return call(name, text, **parts)
        return call("CautionText", phase, text, since=since, lasting=lasting, until=until)


_FUNCTIONS: dict[str, tuple[str, ...]] = {
    "early": ("early", "since"),
    "open": ("before_closing", "since"),
    "late": ("late",),
    "closed": ("closed", "lasting", "until"),
}
"""The function that makes the cautions of each phase, and what parts it gives them."""


def early(text: Text, *, since: Moment | None = None) -> CautionText:
    """Return a caution that it is too early, shown from `since` until the window opens.

    Without `since` no plan shows it. `check` says it whenever it is too early.
    """
    return CautionText("early", text, since=since)


def before_closing(text: Text, *, since: Moment | None = None) -> CautionText:
    """Return a caution that the chance is about to pass, shown until the window closes.

    It is shown from `best` on and, where `since` is given, not before that; never, if that is
    unknown.
    """
    return CautionText("open", text, since=since)


def late(text: Text) -> CautionText:
    """Return a caution that it is getting late, shown from `due` until the window closes."""
    return CautionText("late", text)


def closed(
    text: Text,
    *,
    lasting: Period | Expression[Period] = MISSED_FOR,
    until: Moment | None = None,
) -> CautionText:
    """Return a caution that the chance was missed, shown for a while after the window closed.

    It ends at `until` if that comes earlier; not while that is unknown, or has not happened.
    """
    return CautionText("closed", text, lasting=literal(lasting), until=until)


def caution_problems(caution: CautionText) -> Iterator[Problem]:
    """Yield what is wrong with the parts of a caution."""
    phase, text, since, lasting, until = caution
    if phase not in PHASES:
        yield Problem("phase", f"{shown(phase)} is no phase", near(phase, PHASES))
    if not isinstance(text, str | TextChoice):
        yield Problem("text", f"{shown(text)} is not text", "give a sentence")
    for part, moment in (("since", since), ("until", until)):
        if moment is not None and not isinstance(moment, Moment):
            yield Problem(part, f"{shown(moment)} is not a moment", "give a moment")
    value = lasting.constant if isinstance(lasting, Expression) else lasting
    if (phase == "closed" or lasting is not None) and not isinstance(value, Period):
        yield Problem("lasting", f"{shown(value)} is not a period", "give a period such as days(7)")
