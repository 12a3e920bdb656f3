"""One more record in the text of a file, where all else stays as somebody wrote it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from interview_followup._documents import document_in
from interview_followup.exports.document import toml_value
from interview_followup.model._converters import is_nothing

if TYPE_CHECKING:
    from tomlkit.items import AoT


_LINE_END = re.compile(r"\r\n|\r|\n")

WIDEST = 80
"""How many characters a list may take on one line, before each entry gets a line of its own."""


class Record(NamedTuple):
    """What is to be in a list of a file: in the place of the entries at `places`, else at its end.

    `path` leads to the table that has the list under `key`.
    """

    path: tuple[str | int, ...]
    key: Literal["done", "set_aside"]
    entry: dict[str, Any]
    places: list[int]


def json_with(text: str, record: Record) -> str:
    """Return the text of a JSON file with a record in it, indented as it was."""
    document = document_in(text, "json", "")
    table = _table_at(record.path, document)
    if is_nothing(table.get(record.key)):
        table[record.key] = []
    _put(table[record.key], record, record.entry)
    indents = re.search(r"^([ \t]+)\S", text, re.MULTILINE)
    separators = None if '": ' in text else (",", ":")
    json_text = json.dumps(
        document,
        indent=indents[1] if indents else None,
        separators=separators,
        ensure_ascii=r"\u" in text,
        default=lambda time: time.isoformat(),
    )
    return json_text + text[len(text.rstrip()) :]


def _table_at(path: tuple[str | int, ...], document: Any) -> Any:
    for part in path:
        document = document[part]
    return document


def _put(records: Any, record: Record, entry: Any) -> None:
    """Put an entry in the place of those that it takes, else at the end of a list."""
    if not record.places:
        records.append(entry)
        return
    first, *others = record.places
    records[first] = entry
    for place in reversed(others):
        del records[place]


def toml_with(text: str, record: Record) -> str:
    """Return the text of a TOML file with a record in it, and every other line as it was."""
    import tomlkit
    from tomlkit.items import AoT, InlineTable

    document = tomlkit.parse(text)
    before = document.as_string()
    table = _table_at(record.path, document)
    records = table.get(record.key)
    entry = toml_value(record.entry)
    if isinstance(records, AoT):
        _put_table(records, record)
    elif not is_nothing(records):
        _put(records, record, entry)
        _put_blanks_back(records)
        line = records.as_string()
        if "\n" not in line and len(line) > WIDEST and not isinstance(table, InlineTable):
            records.multiline(True)
    elif records is None and (last := _last_value(table)) is not None:
        _add_lines(last, [f"{record.key} = [", f"  {entry.as_string()},", "]"])
    else:
        _put_blanks_back([table])
        table[record.key] = tomlkit.array()
        table[record.key].append(entry)
        _put_blanks_back([table])
    return _lines_kept(text, before, document.as_string())


def _put_blanks_back(tables: Iterable[Any]) -> None:
    """Put the blank before `}` back where there is one after `{`: tomlkit takes it after a day."""
    from tomlkit import ws
    from tomlkit.items import InlineTable

    for table in tables:
        written = table.as_string() if isinstance(table, InlineTable) else ""
        if written.startswith("{ ") and not written.endswith(" }"):
            table.add(ws(" "))


def _put_table(records: AoT, record: Record) -> None:
    """Put an entry among tables that have a header each."""
    if not record.places:
        name = ".".join([part for part in (*record.path, record.key) if isinstance(part, str)])
        _add_lines(_last_value(records[-1]), ["", f"[[{name}]]", *_toml_lines(record.entry)])
        return
    first, *others = record.places
    table = records[first]
    for key in set(table) - set(record.entry):
        del table[key]
    for key, value in record.entry.items():
        if key in table:
            table[key] = value
        else:
            _add_lines(_last_value(table), _toml_lines({key: value}))
    for place in reversed(others):
        del records[place]


def _toml_lines(entry: Mapping[str, Any]) -> list[str]:
    return [f"{name} = {toml_value(value).as_string()}" for name, value in entry.items()]


def _last_value(table: Any) -> Any:
    """Return the last value in a table that has a line of its own, before any table within it."""
    from tomlkit import TOMLDocument
    from tomlkit.items import AoT, InlineTable, Table

    if isinstance(table, InlineTable):
        return None
    body = table.body if isinstance(table, TOMLDocument) else table.value.body
    values = [value for key, value in body if key and not isinstance(value, Table | AoT)]
    return values[-1] if values else None


def _add_lines(value: Any, lines: list[str]) -> None:
    """Add lines to a document right after a value, before blank lines and comments that follow."""
    indent, end = value.trivia.indent, value.trivia.trail
    text = "\n".join([indent + line if line else line for line in lines])
    value.trivia.trail = f"{end}{text}{end}" if end else f"\n{text}"


def _without_blanks(line: str) -> str:
    return "".join(line.split())


def _lines_kept(text: str, before: str, after: str) -> str:
    """Return a changed text with every line that did not change as it was.

    `before` is the text as tomlkit writes it, who takes liberties with blanks.
    """
    lines, old, new = (version.split("\n") for version in (text, before, after))
    if [*map(_without_blanks, lines)] != [*map(_without_blanks, old)]:
        return after
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return "\n".join([*lines[:head], *new[head : len(new) - tail], *lines[len(lines) - tail :]])


def with_line_ends(changed: str, written: str) -> str:
    """Return a changed text in which each line that did not change ends as it was written.

    The others end as most lines do.
    """
    ends = _LINE_END.findall(written)
    usual = Counter(ends).most_common(1)[0][0] if ends else "\n"
    old, new = _LINE_END.split(written), changed.split("\n")
    head = _alike(old, new)
    tail = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - head)
    before, after = ends[: min(head, len(new) - 1)], ends[len(ends) - max(tail - 1, 0) :]
    between = [usual] * (len(new) - 1 - len(before) - len(after))
    pairs = zip(new, [*before, *between, *after, ""], strict=True)
    return "".join([line + end for line, end in pairs])


def _alike(lines: list[str], others: list[str]) -> int:
    """Return with how many lines two texts begin alike."""
    pairs = enumerate(zip(lines, others, strict=False))
    shorter = min(len(lines), len(others))
    return next((number for number, (line, other) in pairs if line != other), shorter)
