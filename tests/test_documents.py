"""Loading: the TOML or JSON in a file, or why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents import LONDON, problems_of_file
from effort import soon
from interview_followup import JobSearch, read_search
from interview_followup._documents import MOST_BYTES, MOST_DOTS

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
        "is not JSON: the key 'role' is there twice; say it once",
    ),
    (
        "comma.json",
        "{'timezone': 'Europe/London'}",
        "is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1): "
        "\"{'timezone': 'Europe/London'}\"; "
        "put keys in double quotes, and no comma after the last part",
    ),
    (
        "word.json",
        '{"preferred": True}',
        "is not JSON: Expecting value: line 1 column 15 (char 14): '{\"preferred\": True}'; "
        "put texts and times in double quotes, and no comma after the last part",
    ),
    (
        "apart.json",
        '{"role": "Cook" "employer": "Acme"}',
        "is not JSON: Expecting ',' delimiter: line 1 column 17 (char 16): "
        '\'{"role": "Cook" "employer": "Acme"}\'; '
        "put commas between parts, and a backslash before a quote in a text",
    ),
    (
        "two.json",
        "{} {}",
        "is not JSON: Extra data: line 1 column 4 (char 3): '{} {}'; put all of it into one { }",
    ),
    (
        "lines.json",
        '{"notes": "one\ntwo"}',
        "is not JSON: Invalid control character at: line 1 column 15 (char 14): "
        '\'{"notes": "one\'; write the end of a line within a text as \\n',
    ),
    (
        "path.json",
        '{"notes": "C:\\Me"}',
        "is not JSON: Invalid \\escape: line 1 column 14 (char 13): "
        '\'{"notes": "C:\\\\Me"}\'; write the backslash twice',
    ),
    (
        "nul.toml",
        'notes = "\0"',
        "is not TOML: Illegal character '\\x00' (at line 1, column 10): 'notes = \"\\x00\"'; "
        "leave it out",
    ),
    (
        "brackets.toml",
        "[[applications]",
        "is not TOML: Expected ']]' at the end of an array declaration (at line 1, column 15): "
        "'[[applications]'; end it with as many brackets as it begins with",
    ),
    (
        "true.toml",
        "preferred = True",
        "is not TOML: Invalid value (at line 1, column 13): 'preferred = True'; "
        "write it in small letters",
    ),
    (
        "number.toml",
        f"key = {'1' * 5000}",
        "is not TOML: a number has more digits than any that is meant; "
        "put it in quotes, or leave it out",
    ),
    ("deep.json", "[" * 100_000, "is nested too deep; take out some levels"),
    ("deep.toml", f"a = {'[' * 100_000}", "is nested too deep; take out some levels"),
    (
        "number.json",
        f'{{"timezone": {"1" * 5000}}}',
        "is not JSON: a number has 5000 digits, more than any that is meant; "
        "put it in quotes, or leave it out",
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
    [message] = problems_of_file(path, content)
    assert message.startswith(f"{path}: {problem}")


@pytest.mark.parametrize("name", ["search.TOML", "search.Toml", "search.JSON"])
def test_the_ending_of_a_file_may_be_in_capitals(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    written = 'timezone = "Europe/London"' if "toml" in name.lower() else '{"timezone": "UTC"}'
    path.write_text(written, encoding="utf-8")
    assert () == read_search(path).applications


def test_names_of_many_parts_are_refused_before_they_are_read(tmp_path: Path) -> None:
    """Texts, comments and lists may have any number of dots in a line."""
    few, many = (".".join(["a"] * (dots + 1)) for dots in (MOST_DOTS, MOST_DOTS + 1))
    path = tmp_path / "search.toml"
    allowed = [
        f"# {many}",
        f"facts = {{ x = '{many}', y = [{'1.5, ' * 99}] }}",
        f'notes = """{many}\\"""{many}',
        f'{many}"""',
        'timezone = "UTC"',
    ]
    assert ["a: is not a key here", "facts.x: no rule asks for this fact"] == [
        problem.partition(";")[0]
        for problem in problems_of_file(path, "\n".join([f"{few} = 5", *allowed]))
    ][:2]
    assert [f"{path}: line 6: has more than 20 dots; put texts in quotes, and names in tables"] == (
        problems_of_file(path, "\n".join([*allowed, f"{many} = 5"]))
    )


@pytest.mark.parametrize(
    "text",
    ['x = "' + '\\"' * 100_000, "x = " + "'" * 99_999, 'x = """' + '\\"""' * 50_000],
    ids=["escaped quotes", "quotes", "three quotes"],
)
def test_texts_that_do_not_end_are_refused_soon(tmp_path: Path, text: str) -> None:
    with soon():
        assert 1 == len(problems_of_file(tmp_path / "search.toml", text))


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


LARGE = "is larger than 10,000,000 bytes; name another file"


def test_a_file_may_not_be_large(tmp_path: Path) -> None:
    path = tmp_path / "search.toml"
    filled = f'timezone = "{LONDON}"\n#'.ljust(MOST_BYTES, "#")
    path.write_text(filled, encoding="utf-8")
    assert LONDON == read_search(path).timezone
    assert [f"{path}: {LARGE}"] == problems_of_file(path, f"{filled}#")


def test_a_file_without_an_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "search.toml"
    path.symlink_to("/dev/zero")
    assert [f"{path}: {LARGE}"] == problems_of_file(path, None)
