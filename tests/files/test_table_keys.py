"""Keys: what a table may say, and what is said of any other key."""

from __future__ import annotations

from typing import Any

import pytest

from documents import HERE, LONDON, document, met, problems
from interview_followup import InvalidInput, search_from_dict
from mistakes import mistakes


def test_a_key_without_a_value_counts_as_left_out() -> None:
    """TOML cannot say null, but a program that writes JSON may."""
    nothing = dict.fromkeys(
        ("ends", "minutes", "timezone", "medium", "interviewers", "left", "questions", "key")
    )
    acts = [{"act": "debrief", "at": "2026-11-24T12:00", "to": None}]
    application = dict.fromkeys(
        ("employer", "role", "recruiter", "follow_up", "promise", "offer", "heard", "outcome")
    )
    application |= dict.fromkeys(("signed", "workdays", "done", "key"))
    table = {"starts": "2026-11-24T10:00", "done": acts}
    given = document(
        {**application, "interviews": [{**table, **nothing}]}, workdays=None, done=None
    )
    acts_alone = [{"act": "debrief", "at": "2026-11-24T12:00"}]
    assert search_from_dict(met(done=acts_alone)) == search_from_dict(given)


@mistakes(
    (
        document(medium="video"),
        "medium: is not a key here; it belongs to an interview; "
        "in TOML, write it right below [[applications.interviews]]",
    ),
    (
        document({"starts": "2026-11-24T10:00"}),
        "applications[0].starts: is not a key here; it belongs to an interview; "
        "in TOML, write it right below [[applications.interviews]]",
    ),
    (
        document({"minutes": 60}),
        "applications[0].minutes: is not a key here; it belongs to an interview; "
        "in TOML, write it right below [[applications.interviews]]",
    ),
    (
        document({"recruiter": {"name": "Rachel", "offer": True}}),
        "applications[0].recruiter.offer: is not a key here; it belongs to an application; "
        "in TOML, write it right below [[applications]]",
    ),
    (
        met(applications=[]),
        f"{HERE}.applications: is not a key here; it belongs to the search; "
        "in TOML, write [[applications]]",
    ),
    (
        document(interviews=[]),
        "interviews: is not a key here; it belongs to an application; "
        "in TOML, write [[applications.interviews]]",
    ),
    (
        met(waking_hours={}),
        f"{HERE}.waking_hours: is not a key here; it belongs to the search; "
        "in TOML, write it above all tables",
    ),
    (
        document({"by": "2026-12-04"}),
        "applications[0].by: is not a key here; it belongs to a promise",
    ),
    (
        met(interviewers=[{"name": "Ana", "done": []}]),
        f"{HERE}.interviewers[0].done: is not a key here; "
        "it belongs to the search or to an application or to an interview",
    ),
    (
        document(preferred=True),
        "preferred: is not a key here; it belongs to an application; "
        "in TOML, write it right below [[applications]]",
    ),
)
def test_a_key_of_something_else_is_named_with_what_it_belongs_to(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


@mistakes(
    ({**document(), "timezon": LONDON}, "timezon: is not a key here; did you mean 'timezone'?"),
    (
        document({"employr": "Acme"}),
        "applications[0].employr: is not a key here; did you mean 'employer'?",
    ),
    (met(start="10:00"), f"{HERE}.start: is not a key here; did you mean 'starts'?"),
    (
        met(interviews=[]),
        f"{HERE}.interviews: is not a key here; "
        "it belongs to an application, or did you mean 'interviewers'?",
    ),
    (met(minuets=60), f"{HERE}.minuets: is not a key here; did you mean 'minutes'?"),
    (
        met(interviewers=[{"name": "Ana", "e-mail": "ana@acme.example"}]),
        f"{HERE}.interviewers[0].e-mail: is not a key here; did you mean 'email'?",
    ),
    (
        met(questions=[{"text": "Why?", "zzz": True}]),
        f"{HERE}.questions[0].zzz: is not a key here; use one of: text, tricky",
    ),
    (
        document(workdays={"zzz": []}),
        "workdays.zzz: is not a key here; use one of: holidays, region, weekend",
    ),
    (
        document(workdays={"_made_up": [0]}),
        "workdays._made_up: is not a key here; use one of: holidays, region, weekend",
    ),
    (
        {**document(), 5: 1},
        "5: is not a key here; use one of: applications, done, facts, format, key, notes, "
        "set_aside, timezone, waking_hours, workdays",
    ),
)
def test_an_unknown_key_is_named_with_the_near_one(given: Any, problem: str) -> None:
    assert [problem] == problems(given)


def test_a_key_that_is_empty_and_a_document_that_is_no_table_have_a_place() -> None:
    [problem] = problems({**document(), "": 1})
    assert problem.startswith('"": is not a key here')
    wrong: Any = []
    with pytest.raises(InvalidInput) as caught:
        search_from_dict(wrong)
    assert "search: [] is not a table; give the search key by key" == str(caught.value)
