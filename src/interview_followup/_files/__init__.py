"""Job searches on file, as TOML or as JSON of the same shape.

Local times in an interview are in its zone, all others in the search's; any time may carry an
offset instead, or be a table of `at` and `timezone`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from threading import local
from typing import Any, Literal, get_args, get_origin
from zoneinfo import ZoneInfo

import attrs
import cattrs

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, invalid, near, near_name, shown
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._expressions import Condition, Detail, Moment
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import PER
from interview_followup.model import Application, Interview, JobSearch, Person, Workdays
from interview_followup.model._checks import Invalid, refuse
from interview_followup.model._converters import is_slug
from interview_followup.model._times import instant, zone_name

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?")
_MINUTES = "minutes"
_ENDS = ("starts", "ends")
_FACTS = "facts"
_HOMES: dict[str, Any] = {
    "the search": JobSearch,
    "an application": Application,
    "an interview": Interview,
    "a person": Person,
}

LONGEST_INTERVIEW = 1440
OF_A_PACK = "give the rules that know it: rules=, or --pack NAME"
KEYS = "give the search key by key"


def read_search(path: str | Path, *, rules: RuleSet = CV_LIBRARY) -> JobSearch:
    """Return the job search in a `.toml` or `.json` file; `rules` say which acts there are.

    Raises:
        InvalidInput: The file cannot be read, or is not a valid search; with every problem.
    """
    return read_known(path, rules)


def read_known(path: str | Path, rules: RuleSet | None) -> JobSearch:
    """Return the job search in a file; without rules its acts and facts are not looked at."""
    path = Path(path)
    formats: dict[str, Callable[[str], Any]] = {".toml": tomllib.loads, ".json": _load_json}
    if path.suffix not in formats:
        raise invalid(str(path), "is neither .toml nor .json", "name it for what it holds")
    try:
        document = formats[path.suffix](path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise invalid(str(path), f"cannot be read: {reason}", "check the path") from None
    except UnicodeDecodeError:
        raise invalid(str(path), "is not in UTF-8", "save it as UTF-8") from None
    except (ValueError, RecursionError) as error:
        kind = path.suffix[1:].upper()
        raise invalid(str(path), f"is not {kind}: {error}", "correct it there") from None
    if not isinstance(document, Mapping):
        raise invalid(str(path), f"{shown(document)} is not a table", KEYS)
    return _parsed(document, rules)


def _load_json(text: str) -> Any:
    import json

    return json.loads(text, object_pairs_hook=_unique)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} is there twice")
    return table


def parse_search(document: Mapping[str, Any], *, rules: RuleSet = CV_LIBRARY) -> JobSearch:
    """Return the job search that a document holds, parsed from TOML or JSON.

    Raises:
        InvalidInput: It is not a valid search; with every problem, each with its place.
    """
    if not isinstance(document, Mapping):
        raise invalid("search", f"{shown(document)} is not a table", KEYS)
    return _parsed(document, rules)


def _parsed(document: Mapping[str, Any], rules: RuleSet | None) -> JobSearch:
    reader = _THREAD.reader
    reader.rules = rules
    search: JobSearch | Invalid = reader.structure(document, JobSearch)
    reader.rules = None
    misplaced = () if rules is None else tuple(_misplaced(document, rules))
    if isinstance(search, Invalid):
        raise InvalidInput((*search.problems, *misplaced))
    if misplaced:
        raise InvalidInput(misplaced)
    return search


def read_time(value: Any, zone: ZoneInfo) -> Any:
    """Return an aware time from what a file or a command line gives, or why that is not one."""
    if isinstance(value, str) and _TIME.fullmatch(value):
        try:
            value = datetime.fromisoformat(value.upper())
        except ValueError as error:
            return refuse(f"{shown(value)} is not a date and time", f"correct it: {error}")
    if not isinstance(value, datetime):
        mend = "write it as 2026-11-24T10:00, perhaps with an offset"
        if value is None:
            return refuse("is missing", mend)
        return refuse(f"{shown(str(value))} is not a date and time", mend)
    if value.tzinfo is not None:
        return value
    try:
        return _clock.read(value, zone)
    except InvalidInput as error:
        return Invalid(error.problems)


class _Reader:
    """Structures a document, with the zone that local times are in where it stands.

    A zone that is wrong counts as UTC, so that what else is wrong is found as well. `rules` say
    which facts there are.
    """

    def __init__(self) -> None:
        self.zone = _clock.zone("UTC")
        self.rules: RuleSet | None = None
        self.converter = cattrs.Converter()
        self.converter.register_structure_hook(str, _unchanged)
        self.converter.register_structure_hook(bool, _unchanged)
        self.converter.register_structure_hook(date, self.date)
        self.converter.register_structure_hook(datetime, self.time)
        hook = self.converter.register_structure_hook_func
        self.converter.register_structure_hook(time, _unchanged)
        self.converter.register_structure_hook(_clock.Period, _unchanged)
        hook(lambda kind: _origin(kind) is Literal, _unchanged)
        hook(lambda kind: _origin(kind) in (tuple, frozenset), self.several)
        hook(lambda kind: {date, datetime} <= set(get_args(kind)), self.date_or_time)
        hook(attrs.has, self.table)

    def structure(self, value: Any, kind: Any) -> Any:
        return self.converter.structure(value, kind)

    def several(self, value: Any, kind: Any) -> Any:
        if not isinstance(value, list):
            return value
        return [self.structure(each, get_args(kind)[0]) for each in value]

    def date(self, value: Any, _: Any) -> Any:
        if isinstance(value, str) and _DATE.fullmatch(value):
            with suppress(ValueError):
                return date.fromisoformat(value)
        return value

    def date_or_time(self, value: Any, _: Any) -> Any:
        found = self.date(value, date)
        if found is None or (isinstance(found, date) and not isinstance(found, datetime)):
            return found
        return self.time(value, datetime)

    def time(self, value: Any, _: Any) -> Any:
        if not isinstance(value, Mapping):
            return read_time(value, self.zone)
        problems = list(_unknown_keys(value, ("at", "timezone")))
        if isinstance(refused := zone_name(value.get("timezone")), Invalid):
            problems += [problem.within("timezone") for problem in refused.problems]
        with self.local_to(value.get("timezone")):
            moment = instant(read_time(value.get("at"), self.zone))
        if isinstance(moment, Invalid):
            problems += [problem.within("at") for problem in moment.problems]
        if problems:
            return Invalid(tuple(problems))
        return moment.astimezone(_clock.zone(value["timezone"]))

    @contextmanager
    def local_to(self, name: Any) -> Iterator[None]:
        """Read local times in the zone of that name, if it is one."""
        outer = self.zone
        self.zone = outer if name is None else _zone_named(name) or _clock.zone("UTC")
        try:
            yield
        finally:
            self.zone = outer

    def table(self, value: Any, cls: Any) -> Any:
        """Return a value of the class, or all that is wrong with it and with what is in it."""
        if cls is Workdays and isinstance(value, str):
            return value
        if not isinstance(value, Mapping):
            mend = f"give one with keys of {', '.join(_keys(cls))}"
            return refuse(f"{shown(value)} is not a table", mend)
        value = {key: each for key, each in value.items() if each is not None}
        if cls is Application and isinstance(recruiter := value.get("recruiter"), Mapping):
            # No rule reads the facts of a recruiter, and so they are refused for that.
            value["recruiter"] = {key: recruiter[key] for key in recruiter if key != _FACTS}
        fields = {each.name: each for each in attrs.fields(attrs.resolve_types(cls)) if each.init}
        problems = list(_unknown_keys(value, _keys(cls)))
        with self.local_to(_own_zone(value)):
            given = {
                name: self.facts(value[name], cls)
                if name == _FACTS
                else self.structure(value[name], each.type)
                for name, each in fields.items()
                if name in value
            }
            if cls is Interview:
                problems += _add_end(value, given)
                if not _tells_zone(value, given):
                    given.setdefault("timezone", self.zone.key)
        for name, each in fields.items():
            if each.default is attrs.NOTHING:
                given.setdefault(name, None)
        try:
            made = cls(**given)
        except InvalidInput as error:
            problems += error.problems
        return Invalid(tuple(problems)) if problems else made

    def facts(self, value: Any, cls: Any) -> Any:
        """Return the facts of an author's own, read as the rules that ask for them take them."""
        if not isinstance(value, Mapping):
            return value
        told = {} if self.rules is None else self.rules.told_of(PER[cls])
        read: dict[str, Any] = {}
        for name, each in value.items():
            node = told.get(name)
            # What no rule asks for, or is no truth where one is asked for, is refused for that.
            if isinstance(node, Moment) or (isinstance(node, Detail) and isinstance(each, date)):
                read[name] = self.date_or_time(each, None)
            elif isinstance(node, Detail) or isinstance(each, bool):
                read[name] = each
        return {name: each for name, each in read.items() if each is not None}


def _origin(kind: Any) -> Any:
    return get_origin(kind)


def _unchanged(value: Any, _: Any) -> Any:
    return value


def _zone_named(name: Any) -> ZoneInfo | None:
    try:
        return _clock.zone(name) if isinstance(name, str) else None
    except InvalidInput:
        return None


def _own_zone(table: Mapping[str, Any]) -> Any:
    """Return the zone that a table names for itself, or else by the times of an interview."""
    ends = (table.get(name) for name in _ENDS)
    named = (each.get("timezone") for each in ends if isinstance(each, Mapping))
    return table.get("timezone", next(named, None))


def _tells_zone(table: Mapping[str, Any], given: dict[str, Any]) -> bool:
    """Tell whether the times of an interview say its zone."""
    return any(
        isinstance(table.get(name), Mapping) and isinstance(given[name], datetime) for name in _ENDS
    )


def _keys(cls: Any) -> tuple[str, ...]:
    extra = (_MINUTES,) if cls is Interview else ()
    return (*(each.name for each in attrs.fields(cls) if each.init), *extra)


def _unknown_keys(table: Mapping[str, Any], known: Iterable[str]) -> Iterator[Problem]:
    for key in sorted(map(str, table.keys() - set(known))):
        homes = [home for home, cls in _HOMES.items() if key in _keys(cls)]
        if homes and not near_name(key, known):
            mend = f"it belongs to {' or to '.join(homes)}"
        else:
            mend = near(key, known)
        yield Problem(key or '""', "is not a key here", mend)


def _add_end(table: Mapping[str, Any], given: dict[str, Any]) -> Iterator[Problem]:
    """Add the end of an interview whose length is given."""
    if _MINUTES not in table:
        return
    length, starts = table[_MINUTES], given.get("starts")
    if type(length) is not int or not 0 < length <= LONGEST_INTERVIEW:
        mend = f"give a whole number from 1 to {LONGEST_INTERVIEW}"
        yield Problem(_MINUTES, f"{shown(length)} is not a length in minutes", mend)
    elif "ends" in table:
        yield Problem(_MINUTES, "is given as well as ends", "leave out one of the two")
    elif isinstance(starts, datetime) and isinstance(exact := instant(starts), datetime):
        given["ends"] = exact + timedelta(minutes=length)


class _Thread(local):
    """What a thread reads with; it takes longer to make than a search to read."""

    def __init__(self) -> None:
        self.reader = _Reader()


_THREAD = _Thread()


# -- what the rules have to know ------------------------------------------------------------------


def _misplaced(document: Any, rules: RuleSet) -> Iterator[Problem]:
    """Yield every act and every fact that no rule knows, or that is where its rules do not look."""
    yield from _unheard("", document, "search", ("search",), rules)
    for outer, application in _entries(document, "applications"):
        yield from _unheard(f"{outer}.", application, "application", ("application",), rules)
        recruiter = application.get("recruiter") if isinstance(application, Mapping) else None
        yield from _unknown_facts(f"{outer}.recruiter.", recruiter, "recruiter", rules)
        for inner, interview in _entries(application, "interviews"):
            place, pers = f"{outer}.{inner}.", ("interview", "person")
            yield from _unheard(place, interview, "interview", pers, rules)
            for last, person in _entries(interview, "interviewers"):
                yield from _unknown_facts(f"{place}{last}.", person, "person", rules)


def _entries(table: Any, key: str) -> Iterator[tuple[str, Any]]:
    held = table.get(key) if isinstance(table, Mapping) else None
    for index, each in enumerate(held if isinstance(held, list) else ()):
        yield f"{key}[{index}]", each


def _unheard(
    place: str, table: Any, about: str, pers: tuple[str, ...], rules: RuleSet
) -> Iterator[Problem]:
    for key in ("done", "set_aside"):
        for inner, act in _entries(table, key):
            yield from _wrong_act(f"{place}{inner}", act, pers, rules)
    yield from _unknown_facts(place, table, about, rules)


def _unknown_facts(place: str, table: Any, about: str, rules: RuleSet) -> Iterator[Problem]:
    held = table.get(_FACTS) if isinstance(table, Mapping) else None
    told = rules.told_of(about)
    for name, value in held.items() if isinstance(held, Mapping) else ():
        if value is None:
            continue
        node = told.get(name)
        if node is None:
            elsewhere = f"leave it out, or {OF_A_PACK}"
            mend = near(str(name), told, otherwise=elsewhere) if told else elsewhere
            yield Problem(f"{place}{_FACTS}.{name}", "no rule asks for this fact", mend)
        elif isinstance(node, Condition) and not isinstance(value, bool):
            message = f"{shown(value)} is not true or false"
            yield Problem(f"{place}{_FACTS}.{name}", message, f"say whether {node}")


def _wrong_act(place: str, kept: Any, pers: tuple[str, ...], rules: RuleSet) -> Iterator[Problem]:
    act = kept.get("act") if isinstance(kept, Mapping) else None
    if not is_slug(act):
        return
    if act not in rules.acts:
        mend = near(act, rules.acts, otherwise=f"use one of: {{names}}; or {OF_A_PACK}")
        yield Problem(f"{place}.act", f"no rule knows {act!r}", mend)
    elif (per := rules.per(act)) not in pers:
        holder = "interview with that person" if per == "person" else f"{per} that it is about"
        mend = f"move it to the {holder}"
        yield Problem(place, f"{act!r} is kept per {per}", mend)
    elif per == "person" and kept.get("to") is None:
        yield Problem(f"{place}.to", "is missing", "say to whom, by name or key")
    elif per == "interview" and kept.get("to") is not None:
        yield Problem(f"{place}.to", f"{act!r} is not done to a person", "leave it out")
