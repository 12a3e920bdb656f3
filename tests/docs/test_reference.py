"""The reference, which the site makes of docstrings, has every public name once."""

import re
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import pytest

from test_public_api import PUBLIC

REFERENCE = Path(__file__).parents[2] / "docs/reference"
ENTRY = re.compile(r"^\.\. auto(\w+):: ([\w.]+)\.(\w+)$", flags=re.MULTILINE)
PAGES = sorted(REFERENCE.glob("*.md"))
ENTRIES = [entry for page in PAGES for entry in ENTRY.findall(page.read_text("utf-8"))]


def test_every_public_name_is_in_the_reference_once() -> None:
    names = {name for module in PUBLIC for name in PUBLIC[module]}
    entries = sorted(name for _, _, name in ENTRIES)
    assert sorted(names) == entries, "Give each name one entry in a page of docs/reference"


@pytest.mark.parametrize(("kind", "module", "name"), ENTRIES)
def test_an_entry_is_under_a_module_that_makes_it_public(kind: str, module: str, name: str) -> None:
    assert name in PUBLIC[module]
    others = [getattr(import_module(other), name) for other in PUBLIC if name in PUBLIC[other]]
    value = getattr(import_module(module), name)
    assert all(value is other for other in others)
    assert kind == kind_of(value)


def kind_of(value: object) -> str:
    """Return what the directive that documents a value is for."""
    if isinstance(value, type):
        return "exception" if issubclass(value, Exception) else "class"
    return "function" if isfunction(value) else "data"


def test_every_page_of_the_reference_is_in_its_contents() -> None:
    contents = (REFERENCE / "index.md").read_text("utf-8").splitlines()
    assert set() == {page.stem for page in PAGES} - {"index", *contents}
