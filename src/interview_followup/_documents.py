"""The document in a file: what its TOML or its JSON says, before anything is made of it.

What is refused in one is shown as a document has it, by `written`.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date, time
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias

from interview_followup._errors import Bounded, InvalidInput, cut, invalid, shown

Kind: TypeAlias = Literal["toml", "json"]

KINDS: tuple[Kind, ...] = ("toml", "json")

MOST_BYTES = 10_000_000
"""How large a file may be: a search of thousands of applications has a tenth of it."""

MOST_DOTS = 20
"""How many dots a name in TOML may have: those of more parts take long to read."""

_NO_NAME = re.compile(r"[^\w\s.-]+")
"""What no name has in it, once texts are taken out."""

_TEXT = re.compile(
    r"""\"{3}(?:[^\\]|\\.)*?(?:\"{3}|\Z)|'{3}.*?(?:'{3}|\Z)|"(?:[^"\\\n]|\\[^\n])*+"?|'[^'\n]*'?|\#[^\n]*""",
    re.DOTALL,
)
"""A text or a comment in TOML; one that does not end goes to the end of its line, or of all."""

_VALUES = "put texts in quotes; write days as 2026-11-24, times as 2026-11-24T10:00:00"
_BACKSLASH = "write the backslash twice, or put the text in single quotes"
_MENDS = {
    "Invalid value": _VALUES,
    "Expected newline": _VALUES,
    "Expected '='": "write each line as KEY = VALUE, with no blanks within the key",
    "Expected ']": "end it with as many brackets as it begins with",
    "Invalid statement": "write each line as KEY = VALUE, or a comment after #",
    "Unclosed inline table": "put commas between its parts and texts in quotes, and end it with }",
    "Unclosed array": "put commas between its parts and texts in quotes, and end it with ]",
    "Invalid date": "check the month and the day, and the time of day",
    "Cannot declare": "write its name in [[two brackets]] above each, if there may be several",
    "Cannot overwrite": "say it once, or write the name of another table in brackets above it",
    "Cannot mutate": "say it once",
    "Illegal character '\\n'": "end the text with a quote; use three quotes for several lines",
    "Illegal character": "leave it out",
    "Unterminated string": "end the text with a quote",
    "Unescaped": _BACKSLASH,
    "Invalid hex value": _BACKSLASH,
    "Invalid initial character": "put a key of other signs than letters, digits, _, - in quotes",
    "Expecting property name": "put keys in double quotes, and no comma after the last part",
    "Expecting value": "put texts and times in double quotes, and no comma after the last part",
    "Expecting ',' delimiter": "put commas between parts, and a backslash before a quote in a text",
    "Expecting ':' delimiter": 'write "KEY": VALUE',
    "Extra data": "put all of it into one { }",
    "Invalid \\": "write the backslash twice",
    "Invalid control character": "write the end of a line within a text as \\n",
    "Illegal trailing comma": "leave out that comma",
    "the key": "say it once",
    "a number": "put it in quotes, or leave it out",
}
"""What is to be done about what the parsers of TOML and JSON say, by how that begins."""
_WORDS = {
    "true": "write it in small letters",
    "false": "write it in small letters",
    "yes": "write true",
    "no": "write false",
    **dict.fromkeys(("none", "null", "nil"), "leave the key out"),
}
"""What is to be done about a word without quotes."""
_WORD = re.compile(r"\w+")
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?!\d)|(?![Tt ]?\d))")
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


def kind_named(path: Path) -> Kind | None:
    """Return what a file holds, by its name; None where that does not say."""
    return next((kind for kind in KINDS if path.suffix.lower() == f".{kind}"), None)


def kind_of(path: Path) -> Kind:
    """Return what a file holds, by its name.

    Raises:
        InvalidInput: Its name does not say.
    """
    if kind := kind_named(path):
        return kind
    raise invalid(str(path), "is neither .toml nor .json", "name it for what it holds")


def read_bytes(path: Path, most: int = MOST_BYTES, mend: str = "name another file") -> bytes:
    """Return what is in a file, of which no more is read than it may have.

    Raises:
        InvalidInput: It cannot be read, or is larger.
    """
    try:
        with path.open("rb") as file:
            return bytes_in(file, str(path), most, mend)
    except InvalidInput:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise invalid(str(path), f"cannot be read: {reason}", "check the path") from None


def bytes_in(
    file: BinaryIO, place: str, most: int = MOST_BYTES, mend: str = "name another file"
) -> bytes:
    """Return what comes in, of which no more is read than it may have.

    Raises:
        InvalidInput: It is larger.
    """
    content = file.read(most + 1)
    if len(content) > most:
        raise invalid(place, f"is larger than {most:,} bytes", mend)
    return content


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
        return _parse_toml(text, place) if kind == "toml" else _parse_json(text)
    except RecursionError:
        raise invalid(place, "is nested too deep", "take out some levels") from None
    except InvalidInput:
        raise
    except ValueError as error:
        reason = f"{_KEY.sub(_dotted, cut(str(error)))}{_quoted(text, str(error))}"
        message = f"is not {kind.upper()}: {reason}"
        raise invalid(place, message, _mend_of(text, str(error))) from None


def _parse_toml(text: str, place: str) -> dict[str, Any]:
    for number, line in enumerate(_TEXT.sub(_lines_of, text).split("\n"), start=1):
        if any(name.count(".") > MOST_DOTS for name in _NO_NAME.split(line)):
            mend = "put texts in quotes, and names in tables"
            raise invalid(f"{place}: line {number}", f"has more than {MOST_DOTS} dots", mend)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # Python itself reads no whole number of more than some thousand digits.
        raise ValueError("a number has more digits than any that is meant") from None


def _lines_of(text: re.Match[str]) -> str:
    """Return nothing but the ends of lines of what stands in quotes, or in a comment."""
    return "\n" * text[0].count("\n")


def _mend_of(text: str, reason: str) -> str:
    line, column = _position(text, reason)
    before, after = line[: max(0, column - 1)], line[max(0, column - 1) :]
    mends = (mend for beginning, mend in _MENDS.items() if reason.startswith(beginning))
    return _likely_mend(reason, before, after) or next(mends, "correct it there")


def _likely_mend(reason: str, before: str, after: str) -> str | None:
    """Return what is to be done about what stands before and after the place of a fault."""
    if reason.startswith("Invalid value"):
        word = _WORD.match(after)
        return (
            'write straight quotes: "'
            if after[:1] in _CURLED
            else _WORDS.get(word[0].casefold() if word else "")
        )
    if reason.startswith("Expected newline"):
        return _mend_of_end(before, after)
    if reason.startswith("Invalid initial character") and "{" in before:
        return "put what is in { } on one line, with no comma after the last part"
    if reason.startswith("Invalid statement") and after.startswith("{"):
        return "if it is JSON, call it so, in a file named .json"
    return None


def _mend_of_end(before: str, after: str) -> str | None:
    """Return what is to be done where a line of TOML goes on after its value."""
    if after.startswith((",", ";")):
        return "end the line after the value, and write each key on a line of its own"
    if before.endswith('"'):
        return "within double quotes use single ones"
    if before.endswith("'"):
        return "put a text with an apostrophe in double quotes"
    if _TIME.match(f"{before}{after}".partition("=")[2].strip()):
        return _MENDS["Invalid date"]
    return None


def _position(text: str, reason: str) -> tuple[str, int]:
    """Return the line that a parser's reason names, and the column in it, counted from 1."""
    position = _POSITION.search(reason)
    if position is None:
        return "", 0
    return text.split("\n")[int(position[1]) - 1], int(position[2])


def _dotted(key: re.Match[str]) -> str:
    """Return a key as TOML writes it, where the parser gives it as a tuple of Python."""
    return key[1].replace("', '", ".").strip("'")


def _quoted(text: str, reason: str) -> str:
    """Return what a text says on the line, near the column, that a parser's reason names."""
    line, column = _position(text, reason)
    if "end of document" in reason and not line:
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
