"""What all answers have: their subjects, their times, their windows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import overload

from interview_followup import _clock
from interview_followup._planning.advice import About, about
from interview_followup.exports.dictionaries._subject_types import (
    SubjectDict,
    WindowDict,
    WordingDict,
)
from interview_followup.language._subject import Keys, Subject
from interview_followup.language._window import Window
from interview_followup.language._wording import Wording


def subject_dict(subject: Subject) -> SubjectDict:
    """Return whom or what something is about, in the zone of the candidate."""
    return names_dict(about(subject), subject.keys, subject.search.timezone)


def names_dict(about: About, keys: Keys, timezone: str) -> SubjectDict:
    """Return a subject by what it goes by, in the zone of the candidate, and its keys."""
    employer, role, interview, person = about
    return {
        "application": {"employer": employer, "role": role} if employer or role else None,
        "interview": time_text(interview, timezone),
        "person": person,
        "keys": {
            "search": keys.search,
            "application": keys.application,
            "interview": keys.interview,
            "person": keys.person,
        },
    }


def window_dict(window: Window, timezone: str) -> WindowDict:
    """Return the moments of a window in a zone."""
    opens, best, due, closes, _ = window
    return {
        "opens": time_text(opens, timezone),
        "best": time_text(best, timezone),
        "due": time_text(due, timezone),
        "closes": time_text(closes, timezone),
    }


def wording_dicts(wording: Iterable[Wording]) -> list[WordingDict]:
    """Return what to say in a message and what not to."""
    return [{"kind": kind, "text": text, "source": str(source)} for kind, text, source in wording]


@overload
def time_text(time: date, timezone: str) -> str: ...
@overload
def time_text(time: date | None, timezone: str) -> str | None: ...
def time_text(time: date | None, timezone: str) -> str | None:
    """Return an instant in RFC 3339, in a zone, or a day as it is.

    Where its offset has seconds, which RFC 3339 cannot say, an instant is in UTC.
    """
    if time is None:
        return None
    if not isinstance(time, datetime):
        return time.isoformat()
    local = time.astimezone(_clock.zone(timezone))
    offset = local.utcoffset() or timedelta()
    return (local.astimezone(UTC) if offset % timedelta(minutes=1) else local).isoformat()
