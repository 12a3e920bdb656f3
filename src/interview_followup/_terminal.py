"""Lines of text as a terminal can show them: escaped, cut, wrapped by columns, in one direction."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TextIO
from unicodedata import category, east_asian_width

from interview_followup._errors import cut, escaped

LONGEST = 2_000
"""How many characters of one paragraph are shown."""

NO_COLOURS = ("", "dumb")
"""The names of terminals that take none."""

_BLANKS = re.compile("[\t\n\x0b\x0c\r ]+")

# The blocks of letters that are written from right to left, and what may stand between two words.
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_FROM_THE_RIGHT = re.compile(f"{_LETTER}+(?:[ '.-]+{_LETTER}+)*")
_ISOLATE, _END = "\u2068", "\u2069"


def takes_colour(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal that takes colours, and nobody has asked for none.

    See https://no-color.org.
    """
    if stream is None or os.environ.get("NO_COLOR") or not stream.isatty():
        return False
    return "WT_SESSION" in os.environ or os.environ.get("TERM", "") not in NO_COLOURS


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    A wide character of East Asia takes two, one that combines with that before it none.
    """
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1


def padded(text: str, width: int) -> str:
    """Return a text with as many blanks behind it as make it so many columns wide."""
    return text + " " * (width - columns(text))


def isolated(line: str) -> str:
    """Return a line in which what is written from right to left does not move what is around it."""
    return _FROM_THE_RIGHT.sub(f"{_ISOLATE}\\g<0>{_END}", line)


def as_lines(text: str) -> str:
    """Return a text as lines that a terminal can show: each escaped, and in one direction."""
    return "\n".join([isolated(escaped(line)) for line in text.split("\n")])


def one_line(text: str) -> str:
    """Return a text as one line of its own: escaped, cut, in one direction."""
    return isolated(_line(text))


def _line(text: str) -> str:
    return escaped(cut(_BLANKS.sub(" ", text).strip(" "), LONGEST))


def wrapped(text: str, width: int, *, first: str = "", others: str = "") -> list[str]:
    """Return the lines of a paragraph, with a margin before the first and before the others.

    A word that is too long for a line has one to itself, unless it is written in wide characters,
    between which a line may end.
    """
    lines: list[str] = []
    line, left = first, width - columns(first)
    begun = False
    room = max(2, width - max(columns(first), columns(others)))
    words = [piece for word in _line(text).split(" ") for piece in _pieces(word, room)]
    for word in filter(None, words):
        size = columns(word)
        if begun and size >= left:
            lines.append(line)
            line, left, begun = others, width - columns(others), False
        line, left = (f"{line} {word}", left - size - 1) if begun else (line + word, left - size)
        begun = True
    return [isolated(line) for line in (*lines, line) if begun]


def _pieces(word: str, width: int) -> Iterator[str]:
    """Yield a word, or if it is too wide for a line, what fits, cut before wide letters."""
    if columns(word) <= width:
        yield word
        return
    start = end = size = 0
    for index, character in enumerate(word):
        size += _columns_of(character)
        if _columns_of(character) == 2 and category(character).startswith("L"):
            end = index
        if size > width and end > start:
            yield word[start:end]
            start, size = end, columns(word[end : index + 1])
    yield word[start:]
