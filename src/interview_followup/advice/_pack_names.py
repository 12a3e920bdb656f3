"""What the expressions and rules of a file may name: its sources, facts, numbers and moments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import time
from keyword import iskeyword
from typing import Any

from interview_followup import _clock
from interview_followup._documents import written
from interview_followup._errors import CROWD, InvalidInput, invalid, near, shown
from interview_followup.advice._pack_tables import Table
from interview_followup.language._constants import parameter
from interview_followup.language._expression import Expression
from interview_followup.language._facts import SHIPPED
from interview_followup.language._new_facts import (
    condition_fact,
    count_fact,
    detail_fact,
    moment_fact,
)
from interview_followup.language._parsing import NAMES, Scope
from interview_followup.language._source import AUTHOR, Source

Sources = Mapping[str, Source]

SCOPED = ("parameters", "expressions")
SOURCE_KEYS = ("title", "author", "item", "address")
FACT_KEYS = ("name", "kind", "label", "denial", "ask", "may_not_exist")
PARAMETER_KEYS = ("name", "value", "text", "source")

FACT_KINDS: dict[str, Callable[..., Expression[Any]]] = {
    "moment": moment_fact,
    "condition": condition_fact,
    "count": count_fact,
    "detail": detail_fact,
}
FACT_PARTS: dict[str, tuple[str, ...]] = {
    "moment": ("ask",),
    "condition": ("denial", "ask"),
    "count": ("ask",),
    "detail": ("denial", "ask", "may_not_exist"),
}
_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?")
LONGEST_NAME = 100
_VALUE = "give a period such as '2 working days', a time such as '14:00' or a whole number"


# -- sources and facts ----------------------------------------------------------------------------


def sources_in(top: Table) -> dict[str, Source]:
    table = top.inner("sources")
    if table is None:
        return {}
    return {name: source_in(table, name, {}) for name in table.content}


def source_in(table: Table, key: str, sources: Sources) -> Source:
    """Return the source under a key: one of the file's by name, a title, or a table of its parts.

    Where none is given, it is the author of the rule.
    """
    value = table.content.get(key)
    if isinstance(value, Mapping):
        return _source_of(table, key)
    if isinstance(value, list):
        mend = "give one; each number and each sentence of the wording may have another"
        table.refuse(key, "is more than one source", mend)
        return AUTHOR
    title = table.line(key)
    if title is None:
        return AUTHOR
    if title in sources:
        return sources[title]
    if sources and reads_like_a_name(title):
        mend = near(title, [*sources][:CROWD], otherwise=f"write {{ title = {title!r} }}")
        table.refuse(key, f"{shown(title)} is no source of the file", mend)
    return _titled(table, key, Source(title))


def reads_like_a_name(title: str) -> bool:
    """Tell whether a title reads like the name of a source, as which it would be misspelt."""
    return re.fullmatch("[a-z0-9_]{1,60}", title) is not None


def _source_of(outer: Table, key: str) -> Source:
    table = outer.inner(key, SOURCE_KEYS)
    if table is None:
        return AUTHOR
    title, item = table.line("title"), table.whole("item")
    table.refuse_missing({"title": "give the title of what it is taken from"})
    if title is None:
        return AUTHOR
    return _titled(outer, key, Source(title, table.line("author"), item, table.line("address")))


def _titled(table: Table, key: str, source: Source) -> Source:
    if not source.title.strip():
        table.refuse(key, "has no title", "give the title of what it is taken from")
    return source


def facts_in(top: Table) -> dict[str, Expression[Any] | None]:
    """Return the facts that a search tells, by their names; None for what is refused."""
    facts: dict[str, Expression[Any] | None] = {}
    for table in top.tables("facts", FACT_KEYS):
        name, kind = table.line("name"), table.line("kind")
        table.refuse_missing(dict.fromkeys(("name", "kind", "label"), "give name, kind and label"))
        if name in SHIPPED or name in facts:
            table.refuse("name", f"{shown(name)} is there already", "give it another name")
        if kind is not None and kind not in FACT_KINDS:
            table.refuse("kind", f"{shown(kind)} is no kind of fact", near(kind, FACT_KINDS))
        parts = _parts_of_fact(table, str(kind))
        if not table.failed and name is not None and kind is not None:
            with refused(table, "name"):
                facts[name] = FACT_KINDS[kind](name, **parts)
        if table.failed and name is not None and name not in SHIPPED:
            facts.setdefault(name, None)
    return facts


def _parts_of_fact(table: Table, kind: str) -> dict[str, Any]:
    """Return what a fact is given beside its name."""
    parts: dict[str, Any] = {key: table.line(key) for key in ("label", "denial", "ask")}
    parts["may_not_exist"] = doubt = table.content.get("may_not_exist")
    if not isinstance(doubt, bool | None):
        table.refuse("may_not_exist", f"{written(doubt)} is not true or false", "give one of them")
    given = {key: value for key, value in parts.items() if value is not None}
    for key in given.keys() - {"label", *FACT_PARTS.get(kind, given)}:
        table.refuse(key, f"does not belong to a {kind}", "leave it out")
    return given


# -- what has a name in expressions ---------------------------------------------------------------


def scope_in(table: Table, outer: Scope, sources: Sources) -> Scope:
    """Return what expressions in a table may name: what is around it, and what stands in it.

    An expression with a name may name numbers, and the expressions above it.
    """
    names = dict(outer.names)
    for inner, key in _named(table, "parameters", names):
        names[key] = _parameter(inner, key, sources)
    expressions = [*_named(table, "expressions", names)]
    below = {key for _, key in expressions}
    scope = Scope(names, outer.facts, below)
    for inner, key in expressions:
        names[key] = inner.expression(key, Expression, "a moment or a condition", scope)
        below.remove(key)
    return scope


def _named(table: Table, part: str, names: Mapping[str, Any]) -> Iterator[tuple[Table, str]]:
    """Yield the entries of a table of which each may have its name."""
    inner = table.inner(part)
    for key in inner.content if inner else ():
        is_name = key.isascii() and key.isidentifier() and not iskeyword(key)
        if inner is None or not is_name or len(key) > LONGEST_NAME:
            mend = "use lower-case words joined by underscores"
            if iskeyword(key):
                mend = f"write {key}_, as that word is one of Python's"
            table.refuse(f"{part}.{key}", "is not a name in expressions", mend)
        elif key in NAMES:
            table.refuse(f"{part}.{key}", "is a name of the language", "give it another name")
        elif key in names:
            mend = "give one of the two another name"
            table.refuse(f"{part}.{key}", "has the name of something else in the file", mend)
        else:
            yield inner, key


def _parameter(outer: Table, key: str, sources: Sources) -> Expression[Any] | None:
    table = outer.inner(key, PARAMETER_KEYS)
    if table is None:
        return None
    name = table.line("name") or key.strip("_").replace("_", "-")
    text, value = table.line("text"), _number(table)
    table.refuse_missing({"value": _VALUE, "text": "say what the number means"})
    source = source_in(table, "source", sources)
    if table.failed:
        return None
    with refused(outer, key):
        return parameter(name, value, str(text), source=source)
    return None


def _number(table: Table) -> Any:
    """Return the value of a parameter; of a text the period or the time of day that it says."""
    value = table.content.get("value")
    if isinstance(value, str):
        with refused(table, "value"):
            return _said_number(value)
    elif value is not None and type(value) not in (int, time):
        table.refuse("value", f"{written(value)} is no number that fits", _VALUE)
    return value


def _said_number(text: str) -> time | _clock.Period:
    """Return the time of day or the period that a text says."""
    text = text.strip()
    if _CLOCK.fullmatch(text):
        try:
            return time.fromisoformat(text)
        except ValueError:
            mend = "write one such as '09:00'"
            raise invalid("", f"{shown(text)} is not a time of day", mend) from None
    if " " not in text:
        raise invalid("", f"{shown(text)} is no number that fits", _VALUE)
    return _clock.read_period(text)


@contextmanager
def refused(table: Table, key: str) -> Iterator[None]:
    """Refuse what stands under a key where nothing can be made of it."""
    try:
        yield
    except InvalidInput as error:
        for problem in error.problems:
            table.refuse(key, problem.message, problem.mend)
