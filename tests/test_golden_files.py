"""What is promised to stay as it is does: `golden_files` says how it is changed on purpose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import golden_files
from golden_files import ANOTHER, BY_HAND, FILES, GONE, NEW, RULES, SEARCH, WORDED
from interview_followup import difference, search_from_dict, to_dict
from interview_followup.exports import dictionaries
from interview_followup.exports.json_schema import json_schema

FORMAT_1 = golden_files.written("format_1")
ONLY_READ = {"minutes"}
"""The keys that a search may have, but that no dictionary made of one has."""


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_down_is_as_it_was(name: str) -> None:
    contents = json.loads(json.dumps(FILES[name]()))
    changes = [*golden_files.differences(golden_files.written(name), contents)]
    assert [] == changes, (
        "If it is wanted: python tests/golden_files.py; docs/stability.md says when"
    )


def test_a_search_of_format_1_is_read() -> None:
    assert SEARCH == search_from_dict(FORMAT_1["search"], rules=RULES, unknown="keep")


def test_a_search_that_others_wrote_is_read() -> None:
    assert FORMAT_1["search_by_hand"] == to_dict(search_from_dict(BY_HAND, rules=RULES))


def test_a_plan_of_format_1_is_compared() -> None:
    before, after = golden_files.plans()
    stored_plan = FORMAT_1["plan"]
    assert FORMAT_1["difference_of_dictionaries"] == to_dict(
        difference(stored_plan, to_dict(after))
    )
    assert not difference(stored_plan, before)


@pytest.mark.parametrize("name", ["search", "plan", "verdict", "difference"])
def test_what_is_written_down_fits_its_schema(name: str) -> None:
    Draft202012Validator(json_schema(name)).validate(FORMAT_1[name])


def keys_in(value: Any) -> Iterator[str]:
    """Yield the keys of all tables in a value."""
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield key
        yield from keys_in(inner)
    for inner in value if isinstance(value, list) else ():
        yield from keys_in(inner)


def test_every_key_is_written_down() -> None:
    types = [getattr(dictionaries, name) for name in dictionaries.__all__ if name != "to_dict"]
    keys = {key for type_ in types for key in type_.__annotations__}
    assert ONLY_READ == keys - {*keys_in(FORMAT_1)}


# -- how it is changed on purpose -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "differences"),
    [
        ({"act": "chase", "text": "Ask", "uids": ["1", "2"]}, []),
        ({"act": "chase", "text": "Ask them", "uids": ["1", "2"]}, [(WORDED, "one.text")]),
        ({"act": "call", "text": "Ask", "uids": ["1", "2"]}, [(ANOTHER, "one.act")]),
        ({"act": "chase", "text": None, "uids": ["1", "2"]}, [(ANOTHER, "one.text")]),
        ({"text": "Ask", "uids": ["1", "2"]}, [(GONE, "one.act")]),
        ({"act": "chase", "text": "Ask", "uids": ["1"]}, [(ANOTHER, "one.uids")]),
        ({"act": "chase", "text": "Ask", "uids": ["1", "3"]}, [(ANOTHER, "one.uids[1]")]),
        ({"act": "chase", "text": "Ask", "uids": ["1", "2"], "key": 1}, [(NEW, "one.key")]),
    ],
)
def test_what_is_another_is_told_by_its_place(
    after: Any, differences: list[tuple[str, str]]
) -> None:
    before = {"act": "chase", "text": "Ask", "uids": ["1", "2"]}
    assert differences == [*golden_files.differences({"one": before}, {"one": after})]


def test_true_is_not_one() -> None:
    assert [(ANOTHER, "allowed")] == [*golden_files.differences({"allowed": True}, {"allowed": 1})]


VERDICT = {"act": "chase", "text": "Ask", "allowed": True}


def written_anew(folder: Path, before: Any, *arguments: str) -> int:
    """Write a verdict in place of an earlier one, and return the exit status."""
    path = golden_files.path_of("verdicts", folder)
    path.write_text(json.dumps({"one": before}), encoding="utf-8")
    return golden_files.main([*arguments], folder, {"verdicts": lambda: {"one": VERDICT}})


def stored(folder: Path) -> Any:
    return golden_files.written("verdicts", folder)["one"]


@pytest.mark.parametrize("before", [VERDICT, {"act": "chase"}, {**VERDICT, "text": "Ask them"}])
def test_new_keys_and_other_words_are_written(tmp_path: Path, before: Any) -> None:
    assert 0 == written_anew(tmp_path, before)
    assert VERDICT == stored(tmp_path)


def test_a_file_that_is_new_is_written(tmp_path: Path) -> None:
    assert 0 == golden_files.main([], tmp_path, {"verdicts": lambda: {"one": VERDICT}})
    assert VERDICT == stored(tmp_path)


@pytest.mark.parametrize("before", [{**VERDICT, "of": "Hooli"}, {**VERDICT, "act": "call"}])
def test_what_breaks_a_promise_is_written_only_if_it_is_wanted(
    tmp_path: Path, before: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == written_anew(tmp_path, before)
    assert before == stored(tmp_path)
    assert "verdicts: one." in capsys.readouterr().out
    assert 0 == written_anew(tmp_path, before, "--wanted")
    assert VERDICT == stored(tmp_path)
