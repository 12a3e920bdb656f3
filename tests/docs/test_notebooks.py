"""The notebooks of the documentation show what their cells give.

After a change, `python tests/notebook.py docs/tutorial.ipynb` writes what they show now.
"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from notebook import Shown, as_text, code_cells, read, rewritten, run, stored, write

DOCS = Path(__file__).parents[2] / "docs"
NOTEBOOKS = sorted(DOCS.glob("*.ipynb"))


def code(source: str, *outputs: dict[str, Any]) -> dict[str, Any]:
    return {"cell_type": "code", "id": "cell", "source": [source], "outputs": [*outputs]}


def text(*lines: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "text", "source": [*lines]}


def of(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": [*cells], "nbformat": 4, "nbformat_minor": 5}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_its_cells_give(path: Path) -> None:
    cells = code_cells(read(path))
    given = dict(zip([cell["id"] for cell in cells], run(read(path)), strict=True))
    assert given == {cell["id"]: stored(cell) for cell in cells}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_cells_of_a_notebook_have_names_of_their_own(path: Path) -> None:
    names = [cell["id"] for cell in read(path)["cells"]]
    assert len({*names}) == len(names)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_pages_that_a_notebook_leads_to_are_there(path: Path) -> None:
    source = "".join("".join(cell["source"]) for cell in read(path)["cells"])
    pages = [part.partition(")")[0] for part in source.split("](")[1:]]
    assert [] == [page for page in pages if not (DOCS / page).exists()]


def test_cells_run_in_order_in_one_namespace() -> None:
    notebook = of(code("a = 1"), text("Then:"), code("print(a)\na + 1"), code("a = None\na"))
    assert [Shown(), Shown("1\n", "2"), Shown()] == [*run(notebook)]


def test_what_shows_itself_in_a_notebook_is_shown_as_its_text() -> None:
    data = {"text/plain": "in words", "text/html": "<b>in words</b>"}
    alone = SimpleNamespace(_repr_mimebundle_=lambda: data)
    with_metadata = SimpleNamespace(_repr_mimebundle_=lambda: (data, {}))
    assert ["in words", "in words", "'said'"] == [
        as_text(value) for value in (alone, with_metadata, "said")
    ]


def test_of_a_stored_result_only_the_text_counts() -> None:
    result = {
        "output_type": "execute_result",
        "data": {"text/html": ["<b>2</b>"], "text/plain": ["2"]},
    }
    printed = {"output_type": "stream", "name": "stdout", "text": ["1\n", "1\n"]}
    assert Shown("1\n1\n", "2") == stored(code("a", printed, result))


def test_a_stored_error_is_refused() -> None:
    with pytest.raises(ValueError, match="cell shows an error"):
        stored(code("a", {"output_type": "error"}))


def test_a_rewritten_notebook_keeps_what_its_cells_show(tmp_path: Path) -> None:
    path = tmp_path / "notebook.ipynb"
    write(path, rewritten(of(code("print('é')\n2"), text("Two."), code("a = 2"))))
    first, last = code_cells(read(path))
    assert [Shown("é\n", "2"), Shown()] == [stored(first), stored(last)]
    assert [1, 2] == [first["execution_count"], last["execution_count"]]
    assert 3 == len(read(path)["cells"])
