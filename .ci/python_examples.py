"""Write the Python of documentation pages into a folder, one file a page, for a type checker.

A line has the number that it has in its page. The last statement of a block that shows an error is
wrong on purpose. A file is called after its page, but never as a package that a page may import. A
page that uses a package without types says in a comment how to check it. Of a notebook its cells
are written.
"""

import ast
import json
import re
import sys
from itertools import zip_longest
from pathlib import Path

CHECKED = re.compile(r"^<!--- pyright: (.+) -->$", flags=re.MULTILINE)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
SHOWN_ERROR = re.compile(r"^(InvalidInput|UnknownFact): ", flags=re.MULTILINE)


def python_of(page: str) -> str:
    """Return a page with nothing but its Python in it, each line where it was."""
    lines = [""] * (page.count("\n") + 1)
    checked = CHECKED.search(page)
    lines[0] = f"# pyright: {checked[1] if checked else 'strict'}"
    blocks = list(BLOCK.finditer(page))
    for block, after in zip_longest(blocks, blocks[1:]):
        language, code = block.groups()
        first = page.count("\n", 0, block.start(2))
        if language == "python":
            fails = after and SHOWN_ERROR.search(after[2])
            written = wrong_at_last(code) if fails else code.splitlines()
            lines[first : first + len(written)] = written
    return "\n".join(lines)


def python_of_cells(notebook: str) -> str:
    """Return the Python of a notebook, whose cells may end with an expression to be shown."""
    cells = [cell for cell in json.loads(notebook)["cells"] if cell["cell_type"] == "code"]
    options = "# pyright: strict, reportUnusedExpression=false"
    return "\n".join([options, *("".join(cell["source"]) for cell in cells)])


def wrong_at_last(code: str) -> list[str]:
    """Return the lines of a block, whose last statement a type checker may find to be wrong."""
    starts = ast.parse(code).body[-1].lineno
    lines = code.splitlines()
    return lines[: starts - 1] + [f"{line}  # pyright: ignore" for line in lines[starts - 1 :]]


if __name__ == "__main__":
    folder, *pages = map(Path, sys.argv[1:])
    for page in pages:
        read = python_of_cells if page.suffix == ".ipynb" else python_of
        code = read(page.read_text(encoding="utf-8"))
        (folder / f"page_{page.stem}.py").write_text(code, encoding="utf-8")
