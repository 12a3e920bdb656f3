"""What all answers have, as dictionaries: the keys of subjects, windows and wording."""

from __future__ import annotations

from typing import TypedDict

from interview_followup.exports.dictionaries._scalars import Day, Instant
from interview_followup.language._wording import WordingKind


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
