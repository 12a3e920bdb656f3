"""JSON Schemas: what is given and taken is valid, and what is spoiled is not."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from builders import at, meeting, searching
from drawing import drawing
from interview_followup import (
    InvalidInput,
    JobSearch,
    check,
    difference,
    forecast,
    plan,
    search_from_dict,
    strategies,
    to_dict,
)
from interview_followup.exports.dictionaries._scalars import Keyword
from interview_followup.exports.json_schema import json_schema

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
KINDS = ("search", "plan", "verdict", "difference")
VALIDATORS = {kind: Draft202012Validator(json_schema(kind)) for kind in KINDS}


def as_json(value: Any) -> Any:
    return json.loads(json.dumps(value, default=lambda time: time.isoformat()))


def wrong(kind: str, value: Any) -> list[str]:
    """Return what a schema refuses in a dictionary."""
    errors = VALIDATORS[kind].iter_errors(as_json(value))
    return [f"{list(error.absolute_path)}: {error.message}"[:200] for error in errors]


def all_kinds(search: JobSearch, now: datetime, then: datetime) -> dict[str, Any]:
    """Return a dictionary of each kind, as far as there is one."""
    planned = plan(search, now=now)
    documents = {
        "search": to_dict(search),
        "plan": to_dict(planned),
        "difference": to_dict(difference(planned, plan(search, now=then))),
    }
    for action in planned.actions[:1]:
        documents["verdict"] = to_dict(check(search, action.act, at=now, of=action.subject))
    return documents


# -- the files ------------------------------------------------------------------------------------


def test_what_a_type_adds_to_its_schema_stands_beside_what_python_knows() -> None:
    known = {"type": "string"}
    added = Keyword("format", "date").__get_pydantic_json_schema__("core", lambda _: known)
    assert {"type": "string", "format": "date"} == added


def test_the_files_are_what_the_types_say() -> None:
    pytest.importorskip("pydantic")
    command = [sys.executable, str(ROOT / "tests" / "json_schemas.py"), "--print"]
    written = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    files = {kind: json_schema(kind) for kind in KINDS}
    assert files == json.loads(written), "Write them anew: python tests/json_schemas.py"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_and_says_of_which_dialect_and_format(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    assert f"urn:interview-followup:format-1:{kind}" == schema["$id"]


def objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    yield from schema.get("$defs", {}).values()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_and_no_other_is_allowed(kind: str) -> None:
    for part in objects(json_schema(kind)):
        assert part["description"]
        assert part["additionalProperties"] is False
        assert [] == [
            key for key, about in part["properties"].items() if "description" not in about
        ]


def test_the_name_of_no_schema_is_refused_with_the_near_one() -> None:
    with pytest.raises(InvalidInput, match="schema: there is none of 'plans'; did you mean 'plan'"):
        json_schema("plans")
    with pytest.raises(InvalidInput, match="use one of: difference, plan, search, verdict"):
        json_schema("zzzzzz")


# -- what is valid --------------------------------------------------------------------------------


@drawing
@given(strategies.job_searches(), strategies.moments(), strategies.moments())
def test_what_is_drawn_is_valid(search: JobSearch, now: datetime, then: datetime) -> None:
    for kind, value in all_kinds(search, now, then).items():
        assert [] == wrong(kind, value)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_valid(path: Path) -> None:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    assert [] == wrong("search", document)
    search = search_from_dict(document)
    for kind, value in all_kinds(search, at("2026-11-24 12:00"), at("2026-12-04 12:00")).items():
        assert [] == wrong(kind, value)
    ahead = forecast(search, now=at("2026-11-24 12:00"), horizon=at("2026-12-24 12:00"))
    assert [] == wrong("plan", to_dict(ahead))


def blocks_of_the_documentation() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the searches in TOML that the pages show, each with the name of its page."""
    for page in sorted((ROOT / "docs").glob("*.md")):
        for block in page.read_text(encoding="utf-8").split("```toml\n")[1:]:
            document = tomllib.loads(block.split("```")[0])
            if "timezone" in document:
                yield page.name, document


def test_what_the_documentation_shows_is_valid() -> None:
    shown = list(blocks_of_the_documentation())
    assert len(shown) > 10
    for page, document in shown:
        assert (page, []) == (page, wrong("search", document))


STARTS = "2026-11-24T10:00:00"
TAKEN: list[Any] = [
    {"starts": STARTS},
    {"starts": "2026-11-24 10:00"},
    {"starts": "2026-11-24t10:00:00.5z"},
    {"starts": f"{STARTS}+01:00", "ends": f"{STARTS}+01:00"},
    {"starts": "2026-11-24"},
    {"starts": {"at": STARTS, "timezone": "Europe/London"}},
    {"starts": STARTS, "minutes": 60, "key": 7},
    {"starts": STARTS, "minutes": 60.0, "key": 7.0, "medium": None, "interviewers": None},
    {"starts": STARTS, "minutes": "", "key": " ", "medium": "", "interviewers": "", "left": "\n"},
    {"starts": STARTS, "interviewers": [], "questions": [{"text": "Why?", "tricky": None}]},
    {"starts": STARTS, "done": [{"act": "debrief", "at": "2026-11-24", "to": ""}]},
]


@pytest.mark.parametrize("interview", TAKEN, ids=str)
def test_what_a_search_takes_is_valid(interview: Any) -> None:
    document = {
        "timezone": "Europe/London",
        "format": None,
        "workdays": {"weekend": None, "holidays": ["2026-12-25"]},
        "waking_hours": {"starts": "07:00", "ends": "22"},
        "applications": [
            {
                "recruiter": {"name": None, "email": ""},
                "follow_up": {"channel": "", "to": None},
                "promise": {"within": "5  working days", "made": "2026-11-24"},
                "interviews": [interview],
            }
        ],
    }
    search_from_dict(document)
    assert [] == wrong("search", document)


def test_facts_of_ones_own_are_open() -> None:
    facts = {"day": date(2026, 12, 1), "moment": at("2026-12-01 12:00"), "text": "x", "paid": True}
    search = searching(facts={**facts, "score": 0.5, "rank": 3})
    assert [] == wrong("search", to_dict(search))
    assert [] == wrong("search", {"timezone": "UTC", "facts": {"anything": None, "else": ""}})
    assert [] != wrong("search", {"timezone": "UTC", "facts": {"deep": [1]}})


# -- what is not ----------------------------------------------------------------------------------


def tables(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every table in a dictionary but the open ones."""
    if isinstance(value, dict):
        yield value
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in inner:
        if isinstance(part, dict | list) and key not in ("facts", "because"):
            yield from tables(part)


@drawing
@given(strategies.job_searches(), strategies.moments(), st.randoms(use_true_random=False))
def test_an_unknown_key_is_refused(search: JobSearch, now: datetime, random: Random) -> None:
    for kind, value in all_kinds(search, now, now).items():
        spoiled = deepcopy(value)
        random.choice(list(tables(spoiled)))["zzz"] = None
        assert [] != wrong(kind, spoiled)


@drawing
@given(strategies.job_searches(), strategies.moments(), st.randoms(use_true_random=False))
def test_a_wrong_type_is_refused(search: JobSearch, now: datetime, random: Random) -> None:
    for kind, value in all_kinds(search, now, now).items():
        spoiled = deepcopy(value)
        table = random.choice([table for table in tables(spoiled) if table])
        table[random.choice(list(table))] = random.choice([{"zzz": 1}, [[]], [{"zzz": 1}], 0.5])
        assert [] != wrong(kind, spoiled)


@pytest.mark.parametrize("kind", ["plan", "verdict", "difference"])
def test_a_missing_key_is_refused(kind: str) -> None:
    search, now = searching(), at("2026-11-24 12:00")
    searched = search_from_dict(to_dict(meeting()))
    whole = as_json(all_kinds(searched, now, at("2026-12-04 12:00"))[kind])
    assert search
    for key in whole:
        assert [] != wrong(kind, {name: part for name, part in whole.items() if name != key})


@pytest.mark.parametrize(
    "spoiled",
    [
        {"outcome": "ghosted"},
        {"heard": "24/11/2026"},
        {"heard": {"at": "2026-11-24", "timezone": "UTC"}},
        {"heard": {"at": STARTS}},
        {"done": [{"act": "Send Card", "at": "2026-11-24"}]},
        {"promise": {"within": "soon"}},
        {"preferred": "yes"},
        {"interviews": [{"starts": STARTS, "minutes": 0}]},
        {"interviews": [{"starts": STARTS, "minutes": 10_081}]},
        {"interviews": [{"starts": None}]},
        {"interviews": [{"starts": STARTS, "interviewers": [{"name": " "}]}]},
        {"interviews": [{"starts": STARTS, "questions": [{"text": ""}]}]},
        {"follow_up": {"channel": "", "to": "Ada"}},
        {"key": True},
    ],
    ids=str,
)
def test_what_a_search_refuses_is_not_valid(spoiled: dict[str, Any]) -> None:
    document = {"timezone": "Europe/London", "applications": [{"employer": "Acme", **spoiled}]}
    with pytest.raises(InvalidInput):
        search_from_dict(document)
    assert [] != wrong("search", document)
