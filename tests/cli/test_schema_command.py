"""`schema`: the JSON Schema of a kind of dictionary."""

from __future__ import annotations

import json

import pytest

from command_line import Run
from interview_followup.exports.json_schema import json_schema


@pytest.mark.parametrize("kind", ["search", "plan", "verdict", "difference"])
def test_a_schema_is_printed(run: Run, kind: str) -> None:
    assert json_schema(kind) == json.loads(run.text("schema", kind))


def test_the_name_of_none_is_refused_with_the_near_one(run: Run) -> None:
    [problem] = run.problems("schema", "verdikt")
    assert "schema: there is none of 'verdikt'; did you mean 'verdict'?" == problem
