"""The document in a file: what its TOML or its JSON says, before anything is made of it.

What is refused in one is shown as a document has it, by `written`.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date, time
from pathlib import Path
from typing import Any, Literal, TypeAlias

from interview_followup._errors import Bounded, cut, invalid, shown

Kind: TypeAlias = Literal["toml", "json"]

KINDS: tuple[Kind, ...] = ("toml", "json")

_VALUES = "put texts in quotes; write days as 2026-11-24, times as 2026-11-24T10:00:00"
_MENDS = {
    "Invalid value": _VALUES,
    "Expected newline": _VALUES,
    "Unclosed inline table": "put commas between its parts and texts in quotes, and end it with }",
    "Unclosed array": "put commas between its parts and texts in quotes, and end it with ]",
    "Invalid date": "check the month and the day, and the time of day",
    "Cannot declare": "write its name in [[two brackets]] above each, if there may be several",
    "Cannot overwrite": "say it once",
    "Illegal character": "end the text with a quote; one of several lines stands in three quotes",
    "Unterminated string": "end the text with a quote",
    "Unescaped": "write the backslash twice, or put the text in single quotes",
}
"""What is to be done about what the parser of TOML says, by how that begins."""
_CURLED = frozenset("\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\xab\xbb")
_POSITION = re.compile(r"line (\d+),? column (\d+)")
_KEY = re.compile(r"\(('[^']*'(?:, '[^']*')*),?\)")
_WIDTH = 60
_MOST_DIGITS = 1000


def load_document(path: Path) -> Any:
    """Return what a `.toml` or `.json` file in UTF-8 says.

    Raises:
        InvalidInput: It cannot be read, or is no TOML or JSON.
    """
    kind = kind_of(path)
    return document_in(text_in(read_bytes(path), str(path)), kind, str(path))


def kind_of(path: Path) -> Kind:
    """Return what a file holds, by its name.

    Raises:
        InvalidInput: Its name does not say.
    """
    for kind in KINDS:
        if path.suffix == f".{kind}":
            return kind
    raise invalid(str(path), "is neither .toml nor .json", "name it for what it holds")


def read_bytes(path: Path) -> bytes:
    """Return what is in a file.

    Raises:
        InvalidInput: It cannot be read.
    """
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise invalid(str(path), f"cannot be read: {reason}", "check the path") from None


def text_in(content: bytes, place: str) -> str:
    """Return a text in UTF-8, with or without a mark of that, and its lines ended as on Unix.

    Raises:
        InvalidInput: It is not in UTF-8.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise invalid(place, "is not in UTF-8", "save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def document_in(text: str, kind: Kind, place: str) -> Any:
    """Return what a text in TOML or JSON says.

    Raises:
        InvalidInput: It is no TOML or JSON.
    """
    try:
        return tomllib.loads(text) if kind == "toml" else _parse_json(text)
    except RecursionError:
        raise invalid(place, "is nested too deep", "take out some levels") from None
    except ValueError as error:
        reason = f"{_KEY.sub(_dotted, cut(str(error)))}{_quoted(text, str(error))}"
        message = f"is not {kind.upper()}: {reason}"
        raise invalid(place, message, _mend_of(text, str(error))) from None


def _mend_of(text: str, reason: str) -> str:
    before, at = _around(text, reason)
    if reason.startswith("Invalid value") and at in _CURLED:
        return 'write straight quotes: "'
    if reason.startswith("Expected newline") and before == '"':
        return "within double quotes use single ones"
    mends = (mend for beginning, mend in _MENDS.items() if reason.startswith(beginning))
    return next(mends, "correct it there")


def _around(text: str, reason: str) -> tuple[str, str]:
    """Return the character before the place that a parser's reason names, and the one there."""
    position = _POSITION.search(reason)
    if position is None:
        return "", ""
    line, column = text.split("\n")[int(position[1]) - 1], int(position[2])
    return line[max(0, column - 2) : column - 1], line[column - 1 : column]


def _dotted(key: re.Match[str]) -> str:
    """Return a key as TOML writes it, where the parser gives it as a tuple of Python."""
    return key[1].replace("', '", ".").strip("'")


def _quoted(text: str, reason: str) -> str:
    """Return what a text says on the line, near the column, that a parser's reason names."""
    line, column = "", 0
    if position := _POSITION.search(reason):
        line, column = text.split("\n")[int(position[1]) - 1], int(position[2])
    elif "end of document" in reason:
        line = text.rstrip().rpartition("\n")[2]
        column = len(line)
    start = max(0, column - _WIDTH)
    part = line[start : start + 2 * _WIDTH].strip()
    return f": {shown(part)}" if part else ""


def _parse_json(text: str) -> Any:
    import json

    return json.loads(text, object_pairs_hook=_table, parse_int=_whole_number)


def _whole_number(digits: str) -> int:
    """Return a whole number; Python itself reads none of more than some thousand digits."""
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number has {len(digits)} digits, more than any that is meant")
    return int(digits)


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a table of some keys and values; TOML's parser refuses a key given twice itself."""
    table = dict(pairs)
    if len(table) < len(pairs):
        times = Counter([name for name, _ in pairs])
        twice = next(name for name in times if times[name] > 1)
        raise ValueError(f"the key {shown(twice)} is there twice")
    return table


# -- how what is refused looks --------------------------------------------------------------------


class Written(Bounded):
    """Dates, times, truth and nothing as TOML and JSON write them, the others as Python does."""

    def repr_date(self, value: date | time, _level: int) -> str:
        return value.isoformat()

    repr_datetime = repr_time = repr_date

    def repr_bool(self, value: bool, _level: int) -> str:
        return "true" if value else "false"

    def repr_NoneType(self, _value: None, _level: int) -> str:  # noqa: N802
        return "null"


def written(value: object) -> str:
    """Return how a refused value looks in a document, without its depths."""
    return shown(value, Written)
