"""`-` as the file: a search that comes in, in TOML or in JSON."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from command_line import NOON, ONE_INTERVIEW, Run
from interview_followup import read_search
from interview_followup._documents import MOST_BYTES
from interview_followup.exports.document import search_json

TOML = Path(ONE_INTERVIEW).read_bytes()
JSON = search_json(read_search(ONE_INTERVIEW)).encode()

Send: TypeAlias = Callable[[bytes], None]


@pytest.fixture
def send(monkeypatch: pytest.MonkeyPatch) -> Send:
    """Return a function that sends something to the standard input."""
    return lambda content: monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii")
    )


@pytest.mark.parametrize(
    ("kind", "content"),
    [("toml", TOML), ("json", JSON), ("json", b"\xef\xbb\xbf" + JSON)],
    ids=["TOML", "JSON", "JSON with a mark"],
)
@pytest.mark.parametrize(
    "command",
    [("plan", "-"), ("forecast", "-"), ("explain", "-", "debrief")],
    ids=lambda arguments: arguments[0],
)
def test_a_command_that_reads_takes_what_comes_in(
    run: Run, send: Send, command: tuple[str, ...], kind: str, content: bytes
) -> None:
    name, _, *act = command
    expected = run.text(name, ONE_INTERVIEW, *act, "--now", NOON)
    send(content)
    assert expected == run.text(*command, "--input", kind, "--now", NOON)


def test_what_comes_in_can_be_checked(run: Run, send: Send) -> None:
    send(TOML)
    assert 1 == run("check", "-", "chase", "--input", "toml", "--at", NOON)[0]


def test_it_must_be_said_what_comes_in(run: Run, send: Send) -> None:
    send(TOML)
    expected = "--input: is missing; say what the standard input is: toml or json"
    assert [expected] == run.problems("plan", "-", "--now", NOON)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xff", "standard input: is not in UTF-8; save it as UTF-8"),
        (b"{", "standard input: is not JSON: "),
        (b" " * (MOST_BYTES + 1), "standard input: is larger than 10,000,000 bytes; "),
        (b"{}", "timezone: is missing; "),
        (b"[]", "standard input: [] is not a table; give the search key by key"),
    ],
    ids=["not UTF-8", "not JSON", "too large", "no timezone", "no table"],
)
def test_what_is_wrong_with_it_is_said(run: Run, send: Send, content: bytes, problem: str) -> None:
    send(content)
    [message] = run.problems("plan", "-", "--input", "json", "--now", NOON)
    assert message.startswith(problem)


def test_where_nothing_can_come_in_nothing_is_there(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    [message] = run.problems("plan", "-", "--input", "toml", "--now", NOON)
    assert message.startswith("timezone: is missing; ")


def test_a_file_whose_name_says_nothing_can_be_read_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "search"
    path.write_bytes(JSON)
    expected = run.text("plan", ONE_INTERVIEW, "--now", NOON)
    assert expected == run.text("plan", str(path), "--input", "json", "--now", NOON)
    [message] = run.problems("plan", str(path), "--now", NOON)
    assert message == f"{path}: is neither .toml nor .json; name it for what it holds"
