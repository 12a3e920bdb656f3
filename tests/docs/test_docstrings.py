"""Every public name says what it is, and what its docstring shows is what it does."""

from __future__ import annotations

import ast
import builtins
import doctest
import keyword
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib import import_module
from inspect import cleandoc, isclass, isfunction, signature
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, get_args
from zoneinfo import ZoneInfo

import attrs
import pytest

import interview_followup
from interview_followup import CV_LIBRARY, _errors
from interview_followup._planning.changes import ChangeKind
from interview_followup._planning.comparison import NO_DATES
from interview_followup._planning.status import STATUSES
from interview_followup.advice import packs
from interview_followup.language._facts import SHIPPED
from interview_followup.language._rule import KINDS
from test_public_api import PUBLIC, functions_of


class Place(NamedTuple):
    """Where a variable of a module, or a field of a class in it, is written."""

    module: str
    owner: str
    name: str


def texts_after(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield the names that something is assigned to, each with the text that stands after it."""
    for statement, after in pairwise(body):
        match statement, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, text


def written() -> Iterator[tuple[Place, str]]:
    """Yield the docstrings of variables and fields, which Python itself does not keep."""
    for path in Path(interview_followup.__path__[0]).rglob("*.py"):
        parts = path.relative_to(interview_followup.__path__[0]).with_suffix("").parts
        module = ".".join(["interview_followup", *(part for part in parts if part != "__init__")])
        body = ast.parse(path.read_text(encoding="utf-8")).body
        for name, text in texts_after(body):
            yield Place(module, "", name), text
        for cls in [statement for statement in body if isinstance(statement, ast.ClassDef)]:
            for name, text in texts_after(cls.body):
                yield Place(module, cls.name, name), text


WRITTEN = dict(written())

KEYS_OF_NO_CLASS_STATEMENT = {"MovedDict"}
"""Types with a key that no class statement could name; their docstring says what each means."""


def bases_of(cls: Any) -> list[Any]:
    """Return a class and what it inherits from; of a dictionary, what has its keys."""
    if not issubclass(cls, dict):
        return [*cls.__mro__]
    keys = cls.__annotations__.items()
    classes = [value for value in VALUES.values() if isclass(value) and issubclass(value, dict)]
    return [base for base in classes if base.__annotations__.items() <= keys]


def fields_of(cls: type) -> list[str]:
    """Return the public fields of a class of attrs, a named tuple or a typed dictionary."""
    if attrs.has(cls):
        return [field.name for field in attrs.fields(cls) if not field.name.startswith("_")]
    keys = cls.__annotations__ if issubclass(cls, dict) else ()
    return [] if cls.__name__ in KEYS_OF_NO_CLASS_STATEMENT else [*getattr(cls, "_fields", keys)]


def of_field(cls: type, name: str) -> str:
    places = [Place(base.__module__, base.__qualname__, name) for base in bases_of(cls)]
    return next((WRITTEN[place] for place in places if place in WRITTEN), "")


def of_value(name: str, value: object) -> str:
    """Return the docstring of a value: its own, as a law has it, or what is written after it."""
    own = getattr(value, "__doc__", None)
    if own is not None and own != type(value).__doc__:
        return str(own)
    texts = [
        text
        for place, text in WRITTEN.items()
        if place[1:] == ("", name) and vars(import_module(place.module)).get(name) is value
    ]
    return "".join(texts[:1])


VALUES = {
    name: getattr(import_module(module), name) for module, names in PUBLIC.items() for name in names
}


def docstrings() -> Iterator[tuple[str, str]]:
    """Yield the docstring of each public name, and of what a public class has, by name."""
    for module in PUBLIC:
        yield module, import_module(module).__doc__ or ""
    for name, value in VALUES.items():
        if not isclass(value):
            yield name, of_value(name, value)
            continue
        yield name, vars(value).get("__doc__") or of_value(name, value)
        yield from ((method, function.__doc__ or "") for method, function in functions_of(value))
        yield from ((f"{name}.{field}", of_field(value, field)) for field in fields_of(value))


DOCSTRINGS = {name: cleandoc(text) for name, text in docstrings()}


def test_modules_values_methods_properties_and_fields_are_among_what_is_documented() -> None:
    documented = {"interview_followup.laws", "NOON", "Status", "plan", "rules_agree", "Plan.of"}
    documented |= {"Plan.until", "Interview.left", "Problem.mend", "ActionDict.opens", "Law.breach"}
    assert documented <= {*DOCSTRINGS}


def test_what_is_public_says_in_one_line_what_it_is() -> None:
    summary = re.compile(r".+\.(\n\n|\Z)")
    assert [] == [name for name, text in DOCSTRINGS.items() if not summary.match(text)]


# -- moments have a zone --------------------------------------------------------------------------

MOMENT = re.compile(r"datetime|DateTime|Instant")
ZONE = re.compile(r"\b(UTC|zone|aware)\b")


def of_moments() -> Iterator[tuple[str, str]]:
    """Yield what is said of all that takes or gives a moment; of a field, also by its class."""
    for name, value in VALUES.items():
        functions = dict(functions_of(value)) if isclass(value) else {name: value}
        for place, function in functions.items():
            if isfunction(function) and MOMENT.search(str(signature(function))):
                yield place, DOCSTRINGS[place]
        for field in fields_of(value) if isclass(value) else ():
            bases = [
                base for base in bases_of(value) if field in getattr(base, "__annotations__", ())
            ]
            if MOMENT.search(str(bases[0].__annotations__[field])):
                texts = [DOCSTRINGS[f"{name}.{field}"], *(base.__doc__ for base in bases)]
                yield f"{name}.{field}", " ".join(texts)


def test_what_takes_or_gives_a_moment_says_in_which_zone_it_is() -> None:
    docstrings = dict(of_moments())
    assert {"plan", "Schedule.at", "Plan.until", "Window.opens", "ActionDict.due"} <= {*docstrings}
    assert [] == [name for name, text in docstrings.items() if not ZONE.search(text)]


# -- what they name is there ----------------------------------------------------------------------

CODE = re.compile("`([^`]+)`")
NAME = re.compile(r"(?P<name>[A-Za-z_]\w*(\.[A-Za-z_]\w*)*)(\(.*\))?")
RAISED = re.compile(r"^    (\w+): ", re.MULTILINE)
PASSED = {
    parameter
    for value in VALUES.values()
    for function in [value, *(dict(functions_of(value)).values() if isclass(value) else ())]
    if isfunction(function)
    for parameter in signature(function).parameters
}
WORDS = {
    *(*STATUSES, *NO_DATES, *KINDS, *get_args(ChangeKind)),
    *(word for value in VALUES.values() for word in get_args(value) if isinstance(word, str)),
    *(place.name for place in WRITTEN if place.owner),
    *CV_LIBRARY.acts,
    *(pack.name for pack in packs()),
    *("calendar", "holidays", "testing", "toml"),  # extras
    *keyword.kwlist,
    *vars(builtins),
}
"""What stands as code in docstrings and is no public name: values, keys and what Python has."""
OTHERS = {
    *("pendulum.DateTime", "zoneinfo", "st.from_type"),  # of other libraries
    *("__cause__", "report", "TestCase"),  # attributes of errors and of a class that is made
    *("application.task_due", "portal", "_utc"),  # examples
}


def names_in(text: str) -> set[str]:
    """Return the names that stand as code in a docstring, those of functions in calls too."""
    matches = [NAME.fullmatch(code) for code in CODE.findall(text)]
    return {match["name"] for match in matches if match}


def test_what_a_docstring_names_is_there() -> None:
    known = {*(name.rpartition(".")[2] for name in DOCSTRINGS), *PASSED, *WORDS}
    named = {(name, place) for place, text in DOCSTRINGS.items() for name in names_in(text)}
    gone = [(name, place) for name, place in named if not known.issuperset(name.split("."))]
    assert [] == [(name, place) for name, place in gone if name not in {*OTHERS, *SHIPPED}]


def test_what_a_docstring_says_is_raised_is_an_error() -> None:
    errors = {**vars(builtins), **vars(_errors), **VALUES}
    parts = [text.partition("Raises:")[2] for text in DOCSTRINGS.values()]
    raised = {name for part in parts for name in RAISED.findall(part)}
    assert {"InvalidInput", "LawsBroken", "ModuleNotFoundError", "TypeError"} <= raised
    assert [] == [name for name in raised if not issubclass(errors[name], Exception)]


# -- their examples -------------------------------------------------------------------------------

EXAMPLES = {name: text for name, text in DOCSTRINGS.items() if ">>>" in text}
AT_HAND = {
    **VALUES,
    **{value.__name__: value for value in (date, datetime, timedelta, ZoneInfo, Path)},
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_prints_what_it_shows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    example = doctest.DocTestParser().get_doctest(EXAMPLES[name], AT_HAND.copy(), name, None, 0)
    printed = StringIO()
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=printed.write)
    assert "" == printed.getvalue()


def test_what_is_used_most_has_an_example() -> None:
    most = {"plan", "check", "explain", "forecast", "difference", "compare", "agenda", "to_dict"}
    most |= {"read_search", "search_from_dict", "Rule", "RuleSet", "Promise", "Interview"}
    most |= {"days", "working_days", "hours", "Plan.of", "JobSearch", "plan_calendar"}
    assert most <= {*EXAMPLES}
