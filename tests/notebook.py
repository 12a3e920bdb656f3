"""Notebooks: what their cells show when they run in order, in one namespace and without a kernel.

Run as a script, it writes that into the files: `python tests/notebook.py docs/tutorial.ipynb`.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

Json: TypeAlias = dict[str, Any]


class Shown(NamedTuple):
    """What a cell shows as text: what it prints, and its last expression unless that is None."""

    printed: str = ""
    result: str | None = None


def read(path: Path) -> Json:
    notebook: Json = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def code_cells(notebook: Json) -> list[Json]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def stored(cell: Json) -> Shown:
    """Return what a cell showed when its output was kept; pictures and pages are left out."""
    shown = Shown()
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            shown = shown._replace(printed=shown.printed + "".join(output["text"]))
        elif output["output_type"] == "execute_result":
            shown = shown._replace(result="".join(output["data"]["text/plain"]))
        else:
            raise ValueError(f"{cell['id']} shows an {output['output_type']}")
    return shown


def run(notebook: Json) -> Iterator[Shown]:
    """Run the cells in order, and yield what each shows."""
    namespace: Json = {"__name__": "__main__"}
    for cell in code_cells(notebook):
        with redirect_stdout(StringIO()) as printed:
            value = _run("".join(cell["source"]), cell["id"], namespace)
        yield Shown(printed.getvalue(), None if value is None else as_text(value))


def _run(source: str, name: str, namespace: Json) -> Any:
    """Run a cell; return its last expression, if it ends with one."""
    *before, last = ast.parse(source, name).body
    if not isinstance(last, ast.Expr):
        exec(compile(source, name, "exec"), namespace)
        return None
    exec(compile(ast.Module(before, type_ignores=[]), name, "exec"), namespace)
    return eval(compile(ast.Expression(last.value), name, "eval"), namespace)


def as_text(value: Any) -> str:
    """Return a value as a notebook shows it where there is only text."""
    if not hasattr(value, "_repr_mimebundle_"):
        return repr(value)
    bundle = value._repr_mimebundle_()
    data: Json = bundle[0] if isinstance(bundle, tuple) else bundle
    return str(data["text/plain"])


def rewritten(notebook: Json) -> Json:
    """Return a notebook that keeps, as text, what its cells show."""
    shown = run(notebook)
    count = iter(range(1, len(notebook["cells"]) + 1))
    cells = [
        _showing(cell, next(count), next(shown)) if cell["cell_type"] == "code" else cell
        for cell in notebook["cells"]
    ]
    return notebook | {"cells": cells}


def _showing(cell: Json, count: int, shown: Shown) -> Json:
    outputs: list[Json] = []
    if shown.printed:
        text = shown.printed.splitlines(keepends=True)
        outputs.append({"name": "stdout", "output_type": "stream", "text": text})
    if shown.result is not None:
        data = {"text/plain": shown.result.splitlines(keepends=True)}
        result = {"data": data, "execution_count": count, "metadata": {}}
        outputs.append(result | {"output_type": "execute_result"})
    return cell | {"execution_count": count, "outputs": outputs}


def write(path: Path, notebook: Json) -> None:
    text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True)
    path.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        write(path, rewritten(read(path)))
