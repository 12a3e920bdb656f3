"""Strokes and words of pictures: escaped, cut and measured."""

from __future__ import annotations

import pytest

from interview_followup import _svg


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", 0),
        ("il", 5.6),
        ("a", 6.3),
        ("A", 8),
        ("W", 10.2),
        ("é", 6.3),
        ("É", 8),
        ("e\u0301", 6.3),
        ("東京", 21),
        ("👍", 12.5),
        ("ש", 6.3),
        ("\u2068ש\u2069", 6.3),
    ],
    ids=[
        "nothing",
        "narrow",
        "letter",
        "capital",
        "broad",
        "accent",
        "capital with an accent",
        "combining",
        "Japanese",
        "emoji",
        "Hebrew",
        "isolated",
    ],
)
def test_words_are_measured_by_their_characters(words: str, expected: float) -> None:
    assert expected == pytest.approx(_svg.length(words, 10))
    assert 1.14 * expected == pytest.approx(_svg.length(words, 10, bold=True))


@pytest.mark.parametrize(
    ("room", "expected"),
    [(31.6, "aabbb"), (31.4, "aab…"), (29.0, "aa…"), (22.7, "a…"), (0, "…")],
    ids=["enough", "just too little", "of a beginning", "of less", "none"],
)
def test_words_are_cut_where_there_is_no_room(room: float, expected: str) -> None:
    assert expected == _svg.fitted("aabbb", room, 10)


def test_blanks_before_an_ellipsis_are_left_out() -> None:
    assert "aa…" == _svg.fitted("aa bbbb", _svg.length("aa b…", 10) - 0.1, 10)


def test_words_are_on_one_line_and_escaped() -> None:
    assert "a b\\x1b\\u202e" == _svg.fitted("a\n b\x1b\u202e", 1000, 10)
    assert "a b &lt;c&gt; &amp; \\x00" == _svg.spoken("a\tb <c> & \x00")
    assert '<text x="1.0" y="2" font-size="10" text-anchor="start">&lt;b&gt;</text>' == _svg.label(
        1, 2, "<b>", 10
    )


def test_a_name_from_the_right_is_isolated_where_it_is_shown() -> None:
    assert "Ask \u2068דנה\u2069 now" in _svg.label(1, 2, "Ask דנה now", 10)
    assert "Ask \u2068דנה\u2069 now" == _svg.spoken("Ask דנה now")


def test_no_words_are_no_text() -> None:
    assert "" == _svg.label(1, 2, "", 10)


def test_a_stroke_says_only_what_it_has() -> None:
    plain = '<path d="M0 0h1" fill="none" stroke="currentColor" stroke-width="1" stroke-opacity="1"'
    assert f"{plain}/>" == _svg.stroke("M0 0h1")
    dashed = _svg.stroke("M0 0h1", dashes="2 2", part="late")
    assert f'{plain} stroke-dasharray="2 2"/>'.replace("<path", '<path data-part="late"') == dashed
