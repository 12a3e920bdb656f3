"""Job searches and rules as documents: the shapes that are read, and the texts of their files.

Local times in an interview are in its zone, all others in the search's; one that the zone repeats
has its offset.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import invalid
from interview_followup.advice._pack_documents import pack_document
from interview_followup.advice._pack_files import pack_in
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._checks import Checked, nondefault_fields
from interview_followup.model._search import as_search

if TYPE_CHECKING:
    from tomlkit.items import Table

__all__ = ["rules_toml", "search_document", "search_json", "search_toml"]

WITH_HEADERS = ("applications", "interviews")
"""The lists of tables of which each has a header of its own in TOML."""

PACK_HEADERS = ("sources", "facts", "text", "parameters", "expressions", "cautions", "rules")
"""The tables, and the lists of tables, that have headers of their own in a pack."""

_UNSEEN = re.compile(
    "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
"""What changes the direction of a text, or takes no room in it; but for joiners, as names have."""

AnySearch: TypeAlias = JobSearch | Application | Interview


def search_document(search: AnySearch) -> dict[str, Any]:
    """Return a search as tables, lists, texts, dates and times, without what it does not say.

    A bare application or interview is a search of just that.

    Raises:
        InvalidInput: It is none of the three, or an application without an interview.
    """
    search = as_search(search)
    return _table(search, _clock.zone(search.timezone))


def search_json(search: AnySearch) -> str:
    """Return a search as the text of a `.json` file, which `read_search` reads.

    Raises:
        InvalidInput: It is no search, interview, or application with one.
    """
    return json.dumps(search_document(search), indent=2, ensure_ascii=False, default=_iso)


def search_toml(search: AnySearch) -> str:
    """Return a search as the text of a `.toml` file, which `read_search` reads.

    It needs the extra `toml`.

    Raises:
        InvalidInput: It is no search, interview, or application with one.
        ModuleNotFoundError: The extra is not installed.
    """
    return _toml(search_document(search), WITH_HEADERS, "search_toml")


def rules_toml(rules: RuleSet) -> str:
    """Return rules as the text of a `.toml` file that `read_pack` reads.

    It needs the extra `toml`.

    Raises:
        InvalidInput: A rule uses a fact that is a function of Python, or has something else that no
            file may hold; or it is no rule set.
        ModuleNotFoundError: The extra is not installed.
    """
    text = _toml(pack_document(rule_set(rules)), PACK_HEADERS, "rules_toml")
    if pack_in(text, "toml", "as a file") != rules:
        raise invalid("rules", "cannot be written as a file", "keep them in Python")
    return text


def _toml(document: Mapping[str, Any], headers: Collection[str], needed_by: str) -> str:
    try:
        from tomlkit import dumps
    except ModuleNotFoundError as error:
        needed = f"{needed_by} needs tomlkit: pip install 'interview_followup[toml]'"
        raise ModuleNotFoundError(needed, name=error.name) from None
    return dumps(_toml_table(document, headers))


def _toml_table(table: Mapping[str, Any], headers: Collection[str]) -> Table:
    """Return a table of TOML: what stands on lines of its own first, then tables with headers."""
    from tomlkit import aot
    from tomlkit import table as new_table

    toml = new_table()
    headed = [name for name in headers if isinstance(table.get(name), list | Mapping)]
    for name, value in table.items():
        if name not in headed:
            toml.append(name, toml_value(value))
    for name in headed:
        if isinstance(table[name], Mapping):
            toml.append(name, _toml_table(table[name], ()))
            continue
        parts = aot()
        for part in table[name]:
            parts.append(_toml_table(part, headers))
        toml.append(name, parts)
    return toml


def toml_value(value: Any) -> Any:
    """Return a value as TOML has it behind a key: tables on one line, a list of them on several."""
    from tomlkit import array, inline_table, item, ws

    if isinstance(value, Mapping):
        table = inline_table()
        table.add(ws(" "))
        for name, content in value.items():
            table.append(name, toml_value(content))
        table.add(ws(" "))
        return table
    if isinstance(value, list):
        several = array()
        several.extend([toml_value(member) for member in value])
        return several.multiline(any(isinstance(member, Mapping) for member in value))
    if isinstance(value, str) and (unseen := _UNSEEN.findall(value)):
        return _escaped_text(value, unseen)
    return item(value)


def _escaped_text(text: str, unseen: Iterable[str]) -> Any:
    """Return a text of TOML in which nobody is misled by what only changes how others look."""
    from tomlkit import item
    from tomlkit.items import String, StringType, Trivia

    written = item(text).as_string()[1:-1]
    for character in unseen:
        code = ord(character)
        written = written.replace(character, f"\\u{code:04x}" if code < 2**16 else f"\\U{code:08x}")
    return String(StringType.SLB, text, written, Trivia())


def _table(value: Checked, zone: ZoneInfo) -> dict[str, Any]:
    """Return the fields of a model value that say something; times are local to a zone."""
    zone = _clock.zone(value.timezone) if isinstance(value, Interview) else zone
    return {name: _plain(content, zone) for name, content, _ in nondefault_fields(value)}


def _plain(value: Any, zone: ZoneInfo) -> Any:
    """Return a value as TOML has it."""
    if isinstance(value, datetime):
        return _clock.given(value, zone)
    if isinstance(value, Checked):
        return _table(value, zone)
    if isinstance(value, Mapping):
        return {name: _plain(content, zone) for name, content in value.items()}
    if isinstance(value, _clock.Period):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(member, zone) for member in value]
    return sorted(value) if isinstance(value, frozenset) else value


def _iso(value: date | time) -> str:
    return value.isoformat()
