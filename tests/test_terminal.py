"""Lines for a terminal: escaped, cut, wrapped by columns, and kept in their direction."""

from __future__ import annotations

from typing import Any

import pytest

from builders import applied, at, meeting, searching
from interview_followup import Person, plan
from interview_followup._terminal import columns, isolated, padded, wrapped
from interview_followup.exports.text import plan_text

NOW = at("2026-11-24 12:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Ada", 3),
        ("Zoë", 3),
        ("Zoe\u0308", 3),
        ("東京", 4),
        ("한국", 4),
        ("\uff21", 2),
        ("👍", 2),
        ("नमस्ते", 4),
        ("\u2068דנה\u2069", 3),
    ],
    ids=[
        "nothing",
        "plain",
        "composed",
        "combining",
        "Chinese",
        "Korean",
        "full width",
        "emoji",
        "Devanagari",
        "isolated",
    ],
)
def test_width_is_counted_in_columns(text: str, expected: int) -> None:
    assert expected == columns(text)


def test_blanks_make_up_for_the_columns_that_are_left() -> None:
    assert ["東京 |", "Ada  |"] == [f"{padded(text, 5)}|" for text in ("東京", "Ada")]
    assert "東京" == padded("東京", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("aa bb cc", ["aa bb", "cc"]),
        ("aaa bb", ["aaa", "bb"]),
        ("aa bbb", ["aa", "bbb"]),
        ("aa\tb\n\n c ", ["aa b", "c"]),
        ("aaaaaaaa b", ["aaaaaaaa", "b"]),
        ("東 東", ["東 東"]),
        ("東東 a", ["東東", "a"]),
        ("東京東京東京 a", ["東京", "東京", "東京", "a"]),
        ("東京東", ["東京", "東"]),
        ("東京東.", ["東京", "東."]),
        ("abcdef東京", ["abcdef", "東京"]),
        ("e\u0308 e\u0308 e\u0308", ["e\u0308 e\u0308 e\u0308"]),
        ("\x1b", [r"\x1b"]),
    ],
    ids=[
        "nothing",
        "just fits",
        "one too many",
        "the second is too long",
        "blanks of all kinds",
        "a word too long for a line",
        "wide and just fits",
        "wide and one too many",
        "wide, without blanks",
        "wide and one letter too many",
        "what stands behind a letter stays there",
        "a long word before wide letters",
        "combining",
        "escape",
    ],
)
def test_a_paragraph_is_wrapped_by_columns(text: str, expected: list[str]) -> None:
    assert expected == wrapped(text, 5)


def test_margins_are_part_of_the_width() -> None:
    assert ["> aa", "..bb", "..cc"] == wrapped("aa bb cc", 5, first="> ", others="..")


@pytest.mark.parametrize(
    ("length", "expected"), [(1_999, "x" * 1_999), (2_000, "x" * 2_000), (2_001, "x" * 1_999 + "…")]
)
def test_a_paragraph_is_cut_where_nobody_would_read_on(length: int, expected: str) -> None:
    assert [expected] == wrapped("x" * length, 5)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Thank Ada, 12:00", "Thank Ada, 12:00"),
        ("Thank דנה, 12:00", "Thank \u2068דנה\u2069, 12:00"),
        ("דנה כהן and ليلى", "\u2068דנה כהן\u2069 and \u2068ليلى\u2069"),
    ],
    ids=["left to right", "a name", "two names"],
)
def test_what_is_written_from_the_right_moves_nothing_around_it(line: str, expected: str) -> None:
    assert expected == isolated(line)


# -- in what is printed ---------------------------------------------------------------------------


def printed(name: str, **more: Any) -> str:
    met = meeting(interviewers=[Person(name=name, email="ada@acme.example")])
    return plan_text(plan(searching(applied(met, **more)), now=NOW))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada\u202eadA", r"Ada\u202eadA"),
        ("A\u200bda", r"A\u200bda"),
        ("Ada\U000e0041", r"Ada\U000e0041"),
        ("\u2067Ada", r"\u2067Ada"),
        ("דנה", "\u2068דנה\u2069"),
    ],
    ids=["override", "zero width", "tag", "isolate", "from the right"],
)
def test_a_name_that_changes_direction_changes_that_of_nothing_else(
    name: str, expected: str
) -> None:
    for text in (printed(name), printed("Ada", employer=name)):
        assert f" {expected}" in text
        assert name == expected or f" {name}" not in text


def test_no_line_of_a_plan_is_wider_than_it_may_be() -> None:
    text = printed("東京 太郎 " * 30, employer="株式 会社 " * 30)
    assert max(map(columns, text.splitlines())) <= 96


def test_a_name_that_would_fill_the_screen_is_cut() -> None:
    assert len(printed("A" * 100_000, employer="B" * 100_000)) < 30_000
