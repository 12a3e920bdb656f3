"""What nobody has told us, and would hold less back or give a better date if somebody did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._planning.schedule import Scheduled, Status
from interview_followup.language._rule import fill
from interview_followup.language._subject import Subject
from interview_followup.language._values import Missing


class Question(NamedTuple):
    """A fact that nobody has told us, and the `acts` that it holds back or would date otherwise.

    `held` are those that wait for it. Without any, the text says from when the first of the acts
    is allowed as long as the fact is unknown.
    """

    fact: str
    subject: Subject
    text: str
    acts: tuple[str, ...]
    held: tuple[Scheduled, ...] = ()

    def __str__(self) -> str:
        return f"{self.text} (for: {', '.join(self.acts)})"

    def __repr__(self) -> str:
        return f"<Question {self.fact} of {self.subject.label}: {self}>"


class Questions:
    """Gathers what is asked at one instant, in UTC, and when more will be."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._held: dict[Missing, list[Scheduled]] = {}
        self._dated: dict[Missing, list[Scheduled]] = {}

    def add(self, item: Scheduled, status: Status) -> None:
        """Take note of what an act of that status lacks."""
        if status == "needs-fact":
            _note(self._held, item.missing, item)
        elif item.doubt is not None and status in ("early", "open", "late") and not item.is_guard:
            _note(self._dated, item.doubt.missing, item)

    def changes(self) -> Iterator[datetime]:
        """Yield when more will be asked, or asked for another act, even if nothing else changes."""
        for missing, items in self._dated.items():
            asked = {each.act for each in (*self._held.get(missing, ()), *self._asked(items))}
            for item in items:
                since = item.doubt and item.doubt.since
                if item.act not in asked and since:
                    yield since

    def all(self, zone: ZoneInfo) -> tuple[Question, ...]:
        """Return the questions, dates in a zone: those that hold most back come first.

        Of several that hold equally much back, the one comes first whose acts are over first.
        """
        made: list[tuple[tuple[int, int, datetime, str, str], Question]] = []
        for missing in dict.fromkeys([*self._held, *self._dated]):
            held, dated = self._held.get(missing, []), self._dated.get(missing, [])
            asked = self._asked(dated)
            if held or asked:
                question = _question(missing, held, asked, dated, zone)
                over = min(map(_over, held or dated))
                order = (-len(held), -len(dated), over, missing.subject.path, missing.fact)
                made.append((order, question))
        return tuple([question for _, question in sorted(made, key=lambda each: each[0])])

    def _asked(self, items: list[Scheduled]) -> list[Scheduled]:
        """Return the items that it makes sense to ask about by now."""
        return [
            each
            for each in items
            if each.doubt and (each.doubt.since is None or each.doubt.since <= self.now)
        ]


def _note(
    noted: dict[Missing, list[Scheduled]], missing: frozenset[Missing], item: Scheduled
) -> None:
    for each in missing:
        noted.setdefault(each, []).append(item)


def _over(item: Scheduled) -> datetime:
    return item.window.due or item.window.closes or _clock.LATEST


def _question(
    missing: Missing,
    held: list[Scheduled],
    asked: list[Scheduled],
    dated: list[Scheduled],
    zone: ZoneInfo,
) -> Question:
    text = fill(missing.ask, missing.subject)
    if not held:
        text = " ".join([text, *_without(dated, {each.act for each in asked}, zone)])
    acts = sorted({each.act for each in (*held, *asked)})
    return Question(missing.fact, missing.subject, text, tuple(acts), tuple(held))


def _without(items: list[Scheduled], acts: set[str], zone: ZoneInfo) -> Iterator[str]:
    """Say from when an act is allowed as long as the fact is unknown, if that is known."""
    opens = [(each.window.opens, each.act) for each in items if each.act in acts]
    known = sorted((moment, act) for moment, act in opens if moment is not None)
    for moment, act in known[:1]:
        yield f"Without it, you may “{act}” from {_clock.in_words(moment, zone)}."
