"""The namespaces that facts are gathered in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from interview_followup import (
    FollowupError,
)
from interview_followup._errors import UnknownFact
from interview_followup.language import (
    interview,
    person,
    search,
)


def test_a_misspelt_fact_is_an_attribute_error_and_one_of_this_librarys() -> None:
    assert issubclass(UnknownFact, AttributeError)
    assert issubclass(UnknownFact, FollowupError)
    assert not hasattr(interview, "endz")


def test_a_misspelt_fact_fails_under_mypy(tmp_path: Path) -> None:
    written = tmp_path / "rules.py"
    written.write_text(
        "from interview_followup.language import interview\n"
        "right = interview.ends\n"
        "wrong = interview.endz\n"
    )
    command = [sys.executable, "-m", "mypy", "--config-file=", f"--cache-dir={tmp_path}"]
    completed = subprocess.run(
        [*command, "--no-error-summary", written.name],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
    )
    expected = 'rules.py:3: error: "InterviewFacts" has no attribute "endz"  [attr-defined]\n'
    assert expected == completed.stdout


@pytest.mark.parametrize(
    ("namespace", "name", "listed"),
    [
        pytest.param(
            search,
            "<the facts about a search>",
            "search.application_count: the number of your applications\n"
            "search.interview_count: the number of your interviews\n"
            "search.first_ends: the first interview's end\n"
            "search.signed: the signing of a contract",
            id="search",
        ),
        pytest.param(
            person,
            "<the facts about a person>",
            "person.email: their e-mail address\n"
            "person.linkedin: their LinkedIn profile\n"
            "person.first_meeting: you met them for the first time\n"
            "person.connected: you have asked to connect",
            id="person",
        ),
    ],
)
def test_a_namespace_lists_its_facts(namespace: object, name: str, listed: str) -> None:
    assert (name, listed) == (repr(namespace), str(namespace))
