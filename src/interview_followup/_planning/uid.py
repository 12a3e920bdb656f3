"""Ids that stay the same while the keys of their subjects do, so that reminders stay in step."""

from __future__ import annotations

from uuid import UUID, uuid5

from interview_followup.language._subject import Subject

NAMESPACE = UUID("0d3c0c4e-5a52-5c8e-8f8b-1f0f5f2b9a57")


def uid_of(act: str, subject: Subject, *more: str, times_done: int | None = None) -> UUID:
    """Return the id of an act for a subject, which changes once the act is done again.

    It is the one of now, unless it is said how often the act was done.
    """
    times_done = len(subject.done(act)) if times_done is None else times_done
    key = subject.search.key
    whose = () if key is None else ("search", key)
    return uuid5(NAMESPACE, "\x1f".join((act, str(times_done), *whose, subject.path, *more)))
