"""What `verify` found, and how it prints."""

from __future__ import annotations

from datetime import datetime
from textwrap import indent
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import FollowupError
from interview_followup._planning.scheduled import Scheduled
from interview_followup.exports.document import search_toml
from interview_followup.language._rule import DATED
from interview_followup.laws._law import Breach, Law
from interview_followup.laws._scheduled import title
from interview_followup.model import JobSearch


class Counterexample(NamedTuple):
    """A search and a moment for which a law is broken, and how."""

    search: JobSearch
    """The search, as small as it could be made."""
    now: datetime
    """The moment, in UTC."""
    breach: Breach
    """How the law is broken there."""

    def __str__(self) -> str:
        zone = _clock.zone(self.search.timezone)
        windows = [indent(_window(scheduled), "  ") for scheduled in self.breach.items]
        heading = f"Seen at {date_words(self.now, zone)}, of this search:"
        toml = indent(search_toml(self.search).strip(), "  ")
        return "\n\n".join([f"{self.breach.text}.", *windows, heading, toml])


def _window(scheduled: Scheduled) -> str:
    instants = [(part, getattr(scheduled.window, part)) for part in DATED]
    dates = [f"  {part:<7} {date_words(at, scheduled.subject.zone)}" for part, at in instants if at]
    return "\n".join([f"{title(scheduled)} ({', '.join(scheduled.rules)})", *dates])


def date_words(instant: datetime, zone: ZoneInfo) -> str:
    """Say when an instant is, exactly and with its weekday, on the clocks of a zone."""
    local = instant.astimezone(zone)
    return f"{_clock.WEEKDAYS[local.weekday()]} {local.isoformat(sep=' ')} ({zone.key})"


class Finding(NamedTuple):
    """What was found of one law."""

    law: Law
    """The law."""
    counterexample: Counterexample | None = None
    """Where it is broken; None if it holds."""
    expected: str | None = None
    """Why it was expected to be broken; None if it was not."""

    @property
    def is_as_expected(self) -> bool:
        """Whether the law holds, or is broken for a reason that was given beforehand."""
        return (self.counterexample is None) == (self.expected is None)

    def __str__(self) -> str:
        broken, law = self.counterexample, f"{self.law.number}. {self.law.name}"
        if broken is None and self.expected is None:
            return f"{law} holds"
        if broken is not None and self.expected is not None:
            return f"{law} fails, as expected: {self.expected}\n   ({broken.breach.text})"
        if broken is None:
            mend = "Draw more with max_examples, or take the reason out."
            heading = f"{law} HOLDS, but was expected to fail: {self.expected}"
            return f"{heading}\n\n  {self.law}\n\n  {mend}"
        return f"{law} IS BROKEN\n\n  {self.law}\n\n{indent(str(broken), '  ')}"


@frozen(kw_only=True, repr=False)
class Report:
    """What was found of each law, and on how many searches."""

    findings: tuple[Finding, ...]
    """What was found of each law, in their order."""
    searches: int
    """How many searches were drawn."""
    swept: int
    """How many interviews around changes of the clocks were looked at."""
    notes: tuple[str, ...] = ()
    """What breaks no law, but is seldom meant, in sentences.

    Such are rules that never spoke or never left any time, and facts that were never drawn
    otherwise; moments that rules mean outside their windows; acts asked about that no rule knows,
    or forbidden that none asks for; and numbers without a source.
    """
    stopped_after: float | None = None
    """The seconds that were given, if they did not suffice; else None."""

    @property
    def is_as_expected(self) -> bool:
        """Whether every law holds but those that were expected to fail, which do."""
        return all(finding.is_as_expected for finding in self.findings)

    def __repr__(self) -> str:
        return f"<Report: {self._heading()}>"

    def __str__(self) -> str:
        lines = [self._heading()]
        if self.swept:
            lines.append(f"and {self.swept:,} interviews around changes of the clocks")
        if self.stopped_after is not None:
            seconds = f"{self.stopped_after:g} second{'' if self.stopped_after == 1 else 's'}"
            lines.append(f"Stopped after {seconds}, with less looked at than without that limit")
        lines += [f"Note: {note}" for note in self.notes]
        wrong = self._not_as_expected()
        if wrong:
            return "\n\n\n".join(["\n".join(lines), *map(str, wrong)])
        return "\n".join([*lines, *map(str, self.findings)])

    def _heading(self) -> str:
        wrong, total = self._not_as_expected(), len(self.findings)
        right = f"{total - len(wrong)} of {total} laws"
        names = ", ".join(finding.law.name for finding in wrong)
        words = f"{names} not as expected; {right} are" if wrong else f"{right} as expected"
        return f"{words}, on {self.searches} searches"

    def _not_as_expected(self) -> list[Finding]:
        return [finding for finding in self.findings if not finding.is_as_expected]


class LawsBroken(FollowupError, AssertionError):
    """A rule set breaks laws, or keeps one that it was to break; its `report` says which."""

    def __init__(self, report: Report) -> None:
        self.report = report
        """What was found of each law."""
        super().__init__(str(report))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.report,)
