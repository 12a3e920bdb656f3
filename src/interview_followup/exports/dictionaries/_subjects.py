"""What all answers have: their subjects, their times, their windows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TypedDict, overload

from interview_followup import _clock
from interview_followup._planning.advice import About, about
from interview_followup.exports.dictionaries._scalars import Day, Instant
from interview_followup.language._subject import Keys, Subject
from interview_followup.language._window import Window
from interview_followup.language._wording import Wording, WordingKind


class ApplicationNames(TypedDict):
    """What an application goes by."""

    employer: str | None
    """The employer's name; null where nobody has told it."""
    role: str | None
    """The role; null where nobody has told it."""


class SubjectKeys(TypedDict):
    """The host's own ids of a subject and of what it is in, each null where the host gave none."""

    search: str | None
    """The id of the job search: the candidate's."""
    application: str | None
    """The id of the application."""
    interview: str | None
    """The id of the interview."""
    person: str | None
    """The id of the person."""


class SubjectDict(TypedDict):
    """Whom or what something is about: a search, or an application, interview or person in it."""

    application: ApplicationNames | None
    """The application; null where it is about the whole search, or it has no name."""
    interview: Instant | Day | None
    """When the interview starts, in the candidate's zone, or its day where only that is known.

    Null where it is not about one interview.
    """
    person: str | None
    """The person's name; null where it is not about one person."""
    keys: SubjectKeys
    """The host's own ids of all of them."""


class WindowDict(TypedDict):
    """From when until when an act may be done, each moment in the zone of the candidate."""

    opens: Instant | None
    """The first moment at which it may be done; null while that is not known."""
    best: Instant | None
    """The best moment; null where none is better than another."""
    due: Instant | None
    """The moment from which it is late; null where it never is."""
    closes: Instant | None
    """The first moment at which it may no longer be done; null where it stays open."""


class WordingDict(TypedDict):
    """One sentence on what to say in a message, or what not to."""

    kind: WordingKind
    """Whether to say it (`do`) or not (`dont`)."""
    text: str
    """The sentence."""
    source: str
    """Where it comes from."""


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
