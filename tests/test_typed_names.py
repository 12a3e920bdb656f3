"""The typing tests speak of all that is public: mypy and pyright check them, nothing runs them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from inspect import isclass
from pathlib import Path
from typing import is_typeddict

import pytest

from inner_names import INNER
from test_public_api import PUBLIC

FILES = sorted((Path(__file__).parent / "typing").glob("*.py"))
TREES = [ast.parse(file.read_text(encoding="utf-8")) for file in FILES]


def imported() -> Iterator[tuple[str, str]]:
    """Yield the modules and the names in them that are imported."""
    for tree in TREES:
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield from ((node.module, alias.name) for alias in node.names)


def attributes() -> set[str]:
    """Return the names of all attributes that are looked at."""
    nodes = [node for tree in TREES for node in ast.walk(tree)]
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)}


IMPORTED, ATTRIBUTES = {*imported()}, attributes()


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_is_in_a_typing_test(module: str) -> None:
    around, _, last = module.rpartition(".")
    looked_up = ATTRIBUTES if (around, last) in IMPORTED else set()
    names = {name for name in PUBLIC[module] if (module, name) not in IMPORTED}
    assert set() == names - looked_up, "Say its type in tests/typing, with assert_type"


def test_typing_tests_import_nothing_private() -> None:
    public = {(module, name) for module, names in PUBLIC.items() for name in names}
    public |= {(around, name) for around, _, name in [module.rpartition(".") for module in PUBLIC]}
    ours = {pair for pair in IMPORTED if pair[0].startswith("interview_followup")}
    assert set() == ours - public


def attributes_of(cls: type) -> set[str]:
    """Return the names of what a class has from the library without an underscore."""
    bases = [base for base in cls.__mro__ if base.__module__.startswith("interview_followup")]
    names = {
        name for base in bases for name in {*vars(base), *getattr(base, "__annotations__", {})}
    }
    return {name for name in names if not name.startswith("_")}


CLASSES = {
    name: value
    for module, names in PUBLIC.items()
    for name in names
    if isclass(value := getattr(import_module(module), name)) and not is_typeddict(value)
}


@pytest.mark.parametrize("name", CLASSES)
def test_every_public_attribute_is_in_a_typing_test(name: str) -> None:
    lacking = attributes_of(CLASSES[name]) - ATTRIBUTES - INNER
    assert set() == lacking, "Say its type in tests/typing, or list it in docs/inner_names.py"


def test_what_is_for_the_library_alone_is_in_no_typing_test() -> None:
    assert set() == INNER & ATTRIBUTES
    assert set() == INNER - {name for cls in CLASSES.values() for name in attributes_of(cls)}
