"""What has a window and a candidate: its dates as people read them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import pendulum

from interview_followup import _clock
from interview_followup._displayed import Displayed
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window


class _HasWindow(Protocol):
    @property
    def window(self) -> Window: ...
    @property
    def timezone(self) -> str: ...


class _HasSubject(Protocol):
    @property
    def subject(self) -> Subject: ...


class _HasUntil(Protocol):
    @property
    def until_utc(self) -> datetime | None: ...
    @property
    def timezone(self) -> str: ...


class LocalWindow:
    """Something with a window of instants, which it dates in the candidate's zone.

    Its times are `pendulum.DateTime`s, or None.
    """

    __slots__ = ()

    @property
    def opens(self: _HasWindow) -> pendulum.DateTime | None:
        """When it may first be done, in the candidate's zone; None where nothing tells yet."""
        return _clock.local(self.window.opens, self.timezone)

    @property
    def best(self: _HasWindow) -> pendulum.DateTime | None:
        """When it is best done, in the candidate's zone; None if no moment is better."""
        return _clock.local(self.window.best, self.timezone)

    @property
    def due(self: _HasWindow) -> pendulum.DateTime | None:
        """From when on it is late, in the candidate's zone; None if it never is."""
        return _clock.local(self.window.due, self.timezone)

    @property
    def closes(self: _HasWindow) -> pendulum.DateTime | None:
        """From when on it is too late, in the candidate's zone; None if it never is."""
        return _clock.local(self.window.closes, self.timezone)


class LocalDates(LocalWindow):
    """The same of what is about a subject, and so knows the zone."""

    __slots__ = ()

    @property
    def timezone(self: _HasSubject) -> str:
        """The IANA name of the zone that the candidate lives in."""
        return self.subject.search.timezone


class Dated(LocalDates, Displayed):
    """What has a window and changes at some time, and shows itself."""

    __slots__ = ()

    @property
    def until(self: _HasUntil) -> pendulum.DateTime | None:
        """The next moment at which it changes, in the candidate's zone; None if it never does."""
        return _clock.local(self.until_utc, self.timezone)
