"""Slips that a search may hold, as Python takes them: what nobody looks for where it is kept."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve

from interview_followup import Done, Interview, JobSearch, Person, SetAside


def slipped(search: JobSearch, now: datetime) -> JobSearch:
    """Return a search with a zone that is lost, and with acts and facts put where nobody looks."""
    aside = SetAside(act="connect")

    def slipped_at(interview: Interview) -> Interview:
        done = (*interview.done, Done(act="chase", at=now), Done(act="call", at=now.date()))
        set_aside = (*interview.set_aside, aside)
        return evolve(interview, timezone="UTC", done=done, set_aside=set_aside, facts={"rooms": 2})

    applications = [
        evolve(
            application,
            interviews=[slipped_at(interview) for interview in application.interviews],
            recruiter=Person(name="Rachel", facts={"late": True}),
            done=[*application.done, Done(act="keep-looking", at=now)],
            set_aside=[*application.set_aside, aside],
        )
        for application in search.applications
    ]
    done = [*search.done, Done(act="keep-lookng", at=now)]
    return evolve(search, applications=applications, done=done, facts={"pay": 9})
