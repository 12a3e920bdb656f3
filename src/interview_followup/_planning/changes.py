"""What changed from one plan to another: values, and the words in which they say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from attrs import frozen

from interview_followup import _clock
from interview_followup._displayed import Displayed
from interview_followup._errors import Shown, escaped
from interview_followup._planning.advice import Advice
from interview_followup._planning.status import Status
from interview_followup.language._rule import DATED
from interview_followup.language._words import value_words

ChangeKind: TypeAlias = Literal["appeared", "went", "moved", "became"]


class ChangedFact(NamedTuple):
    """A fact that a rule uses and that has another value in the later plan.

    Moments are stdlib datetimes in UTC.
    """

    name: str
    """The name of the fact: `application.promise`."""
    label: str
    """The fact in words."""
    before: Any
    """The value in the earlier plan; None if it had none."""
    after: Any
    """The value in the later plan; None if it has none."""


@frozen(kw_only=True)
class Change(Shown):
    """An action or a caution that changed from one plan to another, and why."""

    kind: ChangeKind
    """What became of it: `appeared`, `went`, `moved` or `became`."""
    before: Advice | None
    """How the earlier plan has it; None where it does not show it."""
    after: Advice | None
    """How the later plan has it; None where it does not show it."""
    status: Status | None
    """Where the act stands in the later plan: `done` if it was done since.

    `silent` if no rule speaks of it. None where a dictionary does not tell.
    """
    because: tuple[ChangedFact, ...]
    """The facts that changed meanwhile; empty where only time passed, or a dictionary was given."""

    @property
    def uid(self) -> UUID:
        """The id of the action or caution, which is the same in both plans."""
        return self.advice.uid

    @property
    def advice(self) -> Advice:
        """The action or the caution, as the later plan has it if it does."""
        advice = self.after or self.before
        assert advice is not None
        return advice

    def __str__(self) -> str:
        return escaped(_words(self))

    def __repr__(self) -> str:
        return f"<Change: {self}>"


@frozen(kw_only=True)
class Difference(Displayed):
    """What changed from one plan to another; it is true if anything did.

    It yields its changes. What is done, set aside, over or silent does not show in a plan. The same
    `uid` is the same action or caution.
    """

    appeared: tuple[Change, ...]
    """What only the later plan shows."""
    went: tuple[Change, ...]
    """What only the earlier plan shows."""
    moved: tuple[Change, ...]
    """What has other dates."""
    became: tuple[Change, ...]
    """What has the same dates and is otherwise another: open or late, say, or hindered."""

    def __iter__(self) -> Iterator[Change]:
        return iter((*self.appeared, *self.went, *self.moved, *self.became))

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "Nothing changed."

    def __repr__(self) -> str:
        counts = (len(self.appeared), len(self.went), len(self.moved), len(self.became))
        return "<Difference: {} appeared, {} went, {} moved, {} became other>".format(*counts)


# -- the words ------------------------------------------------------------------------------------


def _words(change: Change) -> str:
    advice = change.advice
    zone = _clock.zone(advice.timezone)
    if change.kind == "appeared":
        words = f"New: {advice}"
    elif change.kind == "went":
        words = f"Gone: {advice.text}{_in_brackets(where_it_stands(change))}"
    elif change.kind == "became":
        words = _became(change)
    else:
        words = f"Moved: {advice.text}; {', '.join(moves(change, zone))}"
    facts = "; ".join(because(change, zone))
    return f"{words}; because {facts}" if facts else words


def where_it_stands(change: Change) -> str:
    """Say where the act of what went stands now; nothing where that is not known."""
    if change.status is None:
        return ""
    return "no rule speaks of it" if change.status == "silent" else f"now {change.status}"


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""


def _became(change: Change) -> str:
    """Say what an action is now, where it goes, and its status and what hinders it if new."""
    before, advice = change.before, change.advice
    now = "Now" if before and before.status == advice.status else f"Now {advice.status}"
    route = f" ({advice.channel} to {advice.to})" if advice.to else ""
    return ". ".join([f"{now}: {advice.text}{route}", *new_hindrance(change)])


def new_hindrance(change: Change) -> Iterator[str]:
    """Yield what keeps the candidate from acting at the best moment, if it did not before."""
    before, now = change.before, change.advice.hindrance
    if now is not None and before is not None and before.hindrance != now:
        yield now.text


def because(change: Change, zone: ZoneInfo) -> Iterator[str]:
    """Yield the facts that changed meanwhile, as they are and as they were."""
    for fact in change.because:
        after, before = value_words(fact.after, zone), value_words(fact.before, zone)
        yield f"{fact.label}: {after} (was {before})"


def moves(change: Change, zone: ZoneInfo) -> Iterator[str]:
    """Yield the dates of what moved, as they are and as they were."""
    names = ("since", "until") if change.advice.kind == "caution" else DATED
    for name in names:
        before, after = (getattr(advice, name) for advice in (change.before, change.after))
        if before != after:
            yield f"{name}: {value_words(after, zone)} (was {value_words(before, zone)})"
