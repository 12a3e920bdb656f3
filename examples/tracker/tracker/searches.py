"""From rows to the search that the library plans, and back for what was done."""

from typing import Any

from interview_followup import Action, JobSearch, search_from_dict
from tracker.rows import Act, Application, Interview, Person, User


def search_of(user: User) -> JobSearch:
    """Return a user's rows as a search; the library refuses what is wrong in them."""
    applications = [application_of(row, user) for row in user.applications]
    everything = {"timezone": user.timezone, "applications": applications, **acts_of(user)}
    return search_from_dict({"key": user.id, **everything}, unknown="keep")


def application_of(row: Application, user: User) -> dict[str, Any]:
    offer = {"received": row.offer_received, "reply_by": row.offer_reply_by}
    return {
        "key": row.id,
        "employer": row.employer,
        "role": row.role,
        "promise": {"by": row.promise_by},
        "follow_up": {"channel": row.follow_up},
        "heard": row.heard,
        "offer": offer if any(offer.values()) else None,
        "outcome": row.outcome,
        "signed": row.signed,
        "interviews": [interview_of(meeting, user) for meeting in row.interviews],
        **acts_of(user, row.id),
    }


def interview_of(row: Interview, user: User) -> dict[str, Any]:
    return {
        "key": row.id,
        "starts": f"{row.day}T{row.starts}" if row.day and row.starts else row.day,
        "ends": f"{row.day}T{row.ends}" if row.day and row.ends else None,
        "timezone": row.timezone,
        "medium": row.medium,
        "not_held": row.not_held,
        "interviewers": [person_of(person) for person in row.people] or None,
        **acts_of(user, row.application_id, row.id),
    }


def person_of(row: Person) -> dict[str, Any]:
    return {"key": row.id, "name": row.name, "email": row.email, "linkedin": row.linkedin}


def acts_of(user: User, *keeper: int) -> dict[str, list[dict[str, Any]]]:
    """Return what was done and set aside of an interview, an application or the whole search."""
    where = (*keeper, None, None)[:2]
    own = [act for act in user.acts if (act.application_id, act.interview_id) == where]
    return {
        "done": [{"act": a.act, "to": a.person_id, "at": a.at} for a in own if a.at],
        "set_aside": [{"act": a.act, "to": a.person_id, "until": a.until} for a in own if not a.at],
    }


def act_of(action: Action, user: User, **when: str | None) -> Act:
    """Return the row of an act that was done or set aside."""
    keys = action.subject.keys._asdict().items()
    ids = {f"{name}_id": int(key) for name, key in keys if key and name != "search"}
    return Act(user_id=user.id, act=action.act, text=action.text, **ids, **when)
