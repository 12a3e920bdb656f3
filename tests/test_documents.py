"""Loading: the TOML or JSON in a file, or why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents import LONDON, problems_of_file
from interview_followup import JobSearch, read_search

UNREADABLE: list[tuple[str, str | bytes | None, str]] = [
    (
        "search.yaml",
        "timezone: Europe/London",
        "is neither .toml nor .json; name it for what it holds",
    ),
    ("search", "", "is neither .toml nor .json; name it for what it holds"),
    ("missing.toml", None, "cannot be read: No such file or directory; check the path"),
    (".", None, "is neither .toml nor .json; name it for what it holds"),
    (
        "latin.toml",
        'timezone = "\u00c9"'.encode("latin-1"),
        "is not in UTF-8; save it as UTF-8",
    ),
    ("latin.json", b'{"\xe9": 1}', "is not in UTF-8; save it as UTF-8"),
    (
        "broken.toml",
        "timezone = ",
        "is not TOML: Invalid value (at end of document): 'timezone ='; ",
    ),
    (
        "curled.toml",
        "timezone = “Europe/Paris”",
        "is not TOML: Invalid value (at line 1, column 12): 'timezone = “Europe/Paris”'; "
        'write straight quotes: "',
    ),
    (
        "quotes.toml",
        'notes = "They said "soon""',
        "is not TOML: Expected newline or end of document after a statement (at line 1, "
        'column 21): \'notes = "They said "soon""\'; within double quotes use single ones',
    ),
    (
        "table.toml",
        "promise = { within = 5 days }",
        "is not TOML: Unclosed inline table (at line 1, column 24): "
        "'promise = { within = 5 days }'; "
        "put commas between its parts and texts in quotes, and end it with }",
    ),
    (
        "list.toml",
        'needs = ["a" "b"]',
        'is not TOML: Unclosed array (at line 1, column 14): \'needs = ["a" "b"]\'; '
        "put commas between its parts and texts in quotes, and end it with ]",
    ),
    ("twice.toml", "a = 1\na = 2", "is not TOML: Cannot overwrite a value"),
    ("broken.json", '{"timezone": ', "is not JSON: Expecting value"),
    ("empty.json", "", "is not JSON: Expecting value"),
    (
        "twice.json",
        '{"applications": [{"employer": "Acme", "role": "Cook", "role": "Chef"}]}',
        "is not JSON: the key 'role' is there twice; correct it there",
    ),
    ("deep.json", "[" * 100_000, "is nested too deep; take out some levels"),
    ("deep.toml", f"a = {'[' * 100_000}", "is nested too deep; take out some levels"),
    (
        "number.json",
        f'{{"timezone": {"1" * 5000}}}',
        "is not JSON: a number has 5000 digits",
    ),
    ("list.json", "[]", "[] is not a table; give the search key by key"),
    ("text.json", '"Acme"', "'Acme' is not a table; give the search key by key"),
    ("null.json", "null", "null is not a table; give the search key by key"),
]


@pytest.mark.parametrize(
    ("name", "content", "problem"), UNREADABLE, ids=[name for name, _, _ in UNREADABLE]
)
def test_a_file_that_is_no_search_is_named_with_what_is_wrong_with_it(
    tmp_path: Path, name: str, content: str | bytes | None, problem: str
) -> None:
    path = tmp_path / name
    [found] = problems_of_file(path, content)
    assert found.startswith(f"{path}: {problem}")


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "search.toml"
    folder.mkdir()
    assert [f"{folder}: cannot be read: Is a directory; check the path"] == problems_of_file(
        folder, None
    )


def test_a_byte_order_mark_is_no_part_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "marked.toml"
    path.write_text('timezone = "Europe/London"\n', encoding="utf-8-sig")
    assert JobSearch(timezone=LONDON) == read_search(path)
