"""Identity: the key of a value, or else what it is called."""

from __future__ import annotations

import pytest

from interview_followup import Application, Interview, Person
from interview_followup.model._identity import Identity
from zones import aware

LONDON = "Europe/London"
STARTS = aware("2026-11-24T10:00", LONDON)


@pytest.mark.parametrize(
    ("value", "identity"),
    [
        (Person(name="Ana"), ("name", "ana")),
        (Person(name="Ana", key="17"), ("key", "17")),
        (Interview(starts=STARTS), ("starts", "2026-11-24T10:00:00+00:00")),
        (Interview(starts=STARTS, key="17"), ("key", "17")),
        (Application(), ("employer", "", "")),
        (Application(employer="Acme"), ("employer", "acme", "")),
        (Application(employer="Acme", role="Cook"), ("employer", "acme", "cook")),
        (Application(employer="Acme", role="Cook", key="17"), ("key", "17")),
    ],
    ids=[
        "name",
        "name and key",
        "start",
        "start and key",
        "nothing",
        "employer",
        "employer and role",
        "employer, role and key",
    ],
)
def test_identity_is_the_key_or_else_what_it_is_called(
    value: Person | Interview | Application, identity: Identity
) -> None:
    assert identity == value.identity


def test_keys_tell_apart_what_is_otherwise_alike() -> None:
    twins = [Person(name="Ana", key="1"), Person(name="Ana", key="2")]
    assert tuple(twins) == Interview(starts=STARTS, interviewers=twins).interviewers
