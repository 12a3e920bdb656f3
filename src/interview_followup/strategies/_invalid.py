"""Documents that are mostly wrong: mistyped by people, spoilt by programs, or sent by attackers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, TypeAlias

from hypothesis import strategies as st

from interview_followup._files.table_keys import keys_of
from interview_followup.advice import CV_LIBRARY
from interview_followup.exports.document import search_document
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import (
    Application,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    Workdays,
)
from interview_followup.strategies._searches import job_searches

Path: TypeAlias = tuple[Any, ...]
"""The keys and indices by which a part of a document is reached."""
Change: TypeAlias = Callable[[Any, Random], Any]

DEEPEST, LONGEST = 8, 20
"""How deep, and how far on in a list, a part may be to be changed."""

SIGNS = ("\x00", "\x1b[31m", "\r", "\n", " ", "\u00a0", "\u200b", "\u202e", "\u0301", "\ud800", "@")
TEXTS = (
    *("", " ", "\t\n", "x", "-", "n/a", "unknown", "None", "null", "NaN", "true", "0", "17", "é"),
    *("a" * 5_000, "\x1b[2J", "\u202eacme", "\ud800", "{employer}", "<b>", "../x", "Acme\nAcme"),
    *("Ada <ada@b.example>", "mailto:ada@b.example", "a@b.example, c@d.example", "ada", "@"),
    *("UTC", "BST", "GMT-5", "Europe/Londn", "posix/Europe/London", "2026-02-30", "24/11/2026"),
    *("2026-11-24", "2026-11-24T25:00", "2026-11-24T10:00:00+99:00", "2026-11-24T10:00:00Z"),
    *("5 days", "1 week", "-1 days", "1e9 hours", "chase", "thank-you", "GB-ENG", "Monday"),
)
NUMBERS = (0, 1, -1, 60, 10**4, 10**15 + 1, 10**30, 10**4_000, 0.5, 60.0, 1e300)
NO_NUMBERS = (float("nan"), float("inf"), -float("inf"), True, False, None)
DAYS = (date.min, date(1969, 12, 31), date(2026, 11, 24), date(2199, 12, 31), date.max)
TIMES = (
    *map(datetime.fromisoformat, ("0001-01-01T00:00", "9999-12-31T23:59:59.999999")),
    *map(datetime.fromisoformat, ("0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00")),
    *map(datetime.fromisoformat, ("2026-03-29T01:30", "2026-10-25T01:30")),
    *map(datetime.fromisoformat, ("2026-11-24T10:00Z", "2026-11-24T10:00+23:59:01")),
    time(10),
)
PARTS: tuple[Any, ...] = (
    *([], {}, [None], [[]], [{}], {"": ""}, {"x": None}, {5: 5}, {None: []}, ["x"] * 1_000),
    *(b"Acme", {1, 2}, range(3), 1j, object, {"at": "2026-11-24"}, {"timezone": "UTC"}),
    [[[[[[[[[[[[[[[[[[[[{}]]]]]]]]]]]]]]]]]]]],
)
TABLES = (JobSearch, Application, Interview, Person, FollowUp, Promise, Offer, Workdays)
KEYS = (
    *sorted({key for cls in (*TABLES, Done, SetAside) for key in keys_of(cls)}),
    *("company", "title", "tz", "at", "", "\x1b[31m", "\n", "a" * 500),
)
ODD_KEYS = (5, None, ("x",))


JUNK = (*TEXTS, *NUMBERS, *NO_NUMBERS, *DAYS, *TIMES, *PARTS)
"""What stands where something else should; all of it can be printed, as Hypothesis does."""


def invalid_documents(*, rules: RuleSet = CV_LIBRARY) -> st.SearchStrategy[dict[str, Any]]:
    """Draw mappings in the shape of a search, with one to eight things changed for the worse.

    `search_from_dict` raises `InvalidInput` for most of them, and takes the others.
    """
    documents = job_searches(rules=rules).map(search_document)
    return st.builds(mutated, documents, st.randoms(use_true_random=False))


def mutated(
    document: Mapping[str, Any], random: Random, junk: Sequence[Any] = JUNK
) -> dict[str, Any]:
    """Return a document with one to eight things changed for the worse."""

    def replaced(_: Any, random: Random) -> Any:
        return random.choice(junk)

    def added(table: dict[Any, Any], random: Random) -> Any:
        return {**table, random.choice(KEYS): random.choice(junk)}

    changes = (*((object, replaced),) * 3, (dict, added), *CHANGES)
    for _ in range(random.choice((1, 1, 1, 1, 2, 3, 8))):
        kind, change = random.choice(changes)
        paths = [path for path, part in _parts(document) if isinstance(part, kind)]
        paths = [path for path in paths if path or kind is dict]
        if paths:
            document = _changed(document, random.choice(paths), change, random)
    return dict(document)


def _parts(part: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield a document and the parts of it that may be changed, each with its path."""
    yield path, part
    inner: Sequence[tuple[Any, Any]] = ()
    if isinstance(part, dict):
        inner = [*part.items()]
    elif isinstance(part, list):
        inner = [*enumerate(part[:LONGEST])]
    for key, value in inner if len(path) < DEEPEST else ():
        yield from _parts(value, (*path, key))


def _changed(part: Any, path: Path, change: Change, random: Random) -> Any:
    """Return a part with a change of what is at a path in it."""
    if not path:
        return change(part, random)
    copy = part.copy()
    copy[path[0]] = _changed(part[path[0]], path[1:], change, random)
    return copy


# -- what is changed, and how ---------------------------------------------------------------------


def _renamed(table: dict[Any, Any], random: Random) -> Any:
    """Return a table with one key called as another is, or misspelt, or no text."""
    key = random.choice([*table, ""])
    misspelt = (f"{key}s", str(key)[:-1], str(key).upper())
    name = random.choice([random.choice(KEYS), random.choice(ODD_KEYS), *misspelt])
    return {name if other == key else other: value for other, value in table.items()}


def _moved(table: dict[Any, Any], random: Random) -> Any:
    """Return a table with the value of one key under another as well."""
    value = random.choice([*table.values(), None])
    return {**table, random.choice([*table, *KEYS]): value}


def _without_key(table: dict[Any, Any], random: Random) -> Any:
    removed = random.choice([*table, ""])
    return {key: value for key, value in table.items() if key != removed}


def _without_value(values: list[Any], random: Random) -> Any:
    removed = random.randrange(len(values) + 1)
    return [value for index, value in enumerate(values) if index != removed]


def _repeated(values: list[Any], random: Random) -> Any:
    return values + values[-1:] * random.choice((1, 1, 2, 30))


def _shuffled(values: list[Any], random: Random) -> Any:
    return random.sample(values, len(values))


def _wrapped(part: Any, random: Random) -> Any:
    return random.choice([[part], {"x": part}])


def _unwrapped(values: list[Any], random: Random) -> Any:
    return random.choice([*values, None])


def _garbled(text: str, random: Random) -> Any:
    """Return a text with a piece cut out, doubled, in other letters or with a sign before it."""
    start, end = sorted(random.randrange(len(text) + 1) for _ in range(2))
    before, piece, after = text[:start], text[start:end], text[end:]
    worse = random.choice(["", piece * 2, piece.swapcase(), f"{random.choice(SIGNS)}{piece}"])
    return before + worse + after


def _shifted(day: date, random: Random) -> Any:
    """Return a day or a time moved far, without its zone, or as text."""
    naive = day.replace(tzinfo=None) if isinstance(day, datetime) else day
    days = timedelta(days=random.choice((1, -1, 365, 36_500, -36_500)))
    try:
        moved = naive + days
    except OverflowError:
        moved = naive
    return random.choice([moved, moved.isoformat(), str(moved), str(moved)[:-1]])


CHANGES: tuple[tuple[type, Change], ...] = (
    *((dict, _renamed), (dict, _moved), (dict, _without_key)),
    *((list, _without_value), (list, _repeated), (list, _shuffled), (list, _unwrapped)),
    *((object, _wrapped), (str, _garbled), (date, _shifted)),
)
