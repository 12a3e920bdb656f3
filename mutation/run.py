"""Mutation testing: change the library in one place at a time; the tests should notice each change.

`python mutation/run.py` tries every module below, `python mutation/run.py _clock plan` these two.
What was tried is kept in `.mutation/`, so a run that was stopped goes on where it was; `--again`
tries once more what survived, as after adding tests. The sources are changed only in copies.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from difflib import unified_diff
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import ClassVar, NamedTuple

import pendulum  # noqa: F401
import pytest
import sybil  # noqa: F401
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from hypothesis import Phase, settings

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".mutation" / "outcomes.json"

# Each room whose modules are tried, and the folder of the tests that are most likely to notice.
ROOMS = {
    "src/interview_followup/model": "tests/model",
    "src/interview_followup/language": "tests/language",
    "src/interview_followup/_planning": "tests/planning",
    "src/interview_followup/advice": "tests/advice",
}
MODULES = {
    "_clock": "tests/test_clock.py",
    **{
        path.stem: tests
        for room, tests in ROOMS.items()
        for path in sorted((ROOT / room).rglob("*.py"))
        if path.stem not in ("__init__", "_packs")
    },
}
# Slow tests, of what is not changed here.
SLOW = ("tests/laws", "tests/strategies", "tests/planning/test_oracle.py")

QUIET = ["-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]
SECONDS = 600
QUICKLY = [Phase.explicit, Phase.generate]  # not the smallest example that fails, but the first

LEFT_OUT = re.compile(
    # Each `+`, `-`, `*`, `&`, `|` becomes its opposite; ten others would be type errors at once.
    r"core/ReplaceBinaryOperator_(?!Add_Sub|Sub_Add|Mul_Div|BitAnd_BitOr|BitOr_BitAnd)"
    # `is` compares with None, a truth value, a class or an enum member here: `==` gives the same,
    # `<` a type error. Whether equal texts or numbers are one object is Python's own affair.
    r"|core/ReplaceComparisonOperator_(Is(Not)?_(?!Is)|(?!Is)\w+_Is)"
)


class Mutant(NamedTuple):
    module: str
    code: str
    diff: str


class OnlyWhatRuns(ast.NodeTransformer):
    """Leaves out what only type checkers read: annotations and the stubs of overloads."""

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST | None:
        node.returns = None
        return None if ast.unparse(node.body[-1]) == "..." else self.generic_visit(node)


def runs_as(code: str) -> str | None:
    """Return what of some code is run; None if it is no Python."""
    try:
        return ast.dump(OnlyWhatRuns().visit(ast.parse(code)))
    except SyntaxError:
        return None


def source(module: str) -> str:
    [path] = ROOT.glob(f"src/**/{module}.py")
    return str(path.relative_to(ROOT))


def mutants(module: str) -> Iterator[Mutant]:
    """Yield every mutant of a module that can be run and differs in what is run."""
    code = (ROOT / source(module)).read_text(encoding="utf-8")
    useless = {None, runs_as(code)}
    for name in sorted(operator_names()):
        if LEFT_OUT.match(name) or "Variable" in name:  # which have to be told a name
            continue
        for occurrence in count():
            mutated = mutate_code(code, get_operator(name)(), occurrence)
            if mutated is None:
                break
            if runs_as(mutated) not in useless:
                lines = unified_diff(code.splitlines(), mutated.splitlines(), n=1, lineterm="")
                diff = "\n".join([source(module), name.removeprefix("core/"), *list(lines)[2:]])
                yield Mutant(module, mutated, diff)


def passes(tests: list[str], tree: Path) -> bool:
    """Tell whether tests pass in a tree, in time. A fork need not load pytest and the like."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    signal.alarm(SECONDS)
    os.chdir(tree)
    sys.path.insert(0, f"{tree}/src")
    # Hypothesis has loaded the library, unchanged, by its entry point.
    for name in [each for each in sys.modules if each.partition(".")[0] == "interview_followup"]:
        del sys.modules[name]
    sys.dont_write_bytecode = True
    os.environ.update(PYTHONPATH=f"{tree}/src", PYTHONDONTWRITEBYTECODE="1")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    options = ["-x", "-q", "-p", "no:cacheprovider", f"--basetemp={tree}/temporary", *QUIET]
    os._exit(int(pytest.main([*options, *tests])))


def all_pass(tree: Path, module: str) -> bool:
    """Tell whether all tests but the slow ones pass, those most likely to notice a change first."""
    slow = [f"--ignore={path}" for path in SLOW]
    return passes([MODULES[module], *slow], tree) and passes([*slow, "tests", "README.md"], tree)


class Copy:
    """A copy of the project, in which one process changes and tests one mutant at a time."""

    tree: ClassVar[Path]

    @classmethod
    def make(cls, folder: str) -> None:
        cls.tree = Path(mkdtemp(dir=folder), "project")
        shutil.copytree(ROOT, cls.tree, ignore=shutil.ignore_patterns(".*", "__pycache__"))

    @classmethod
    def survives(cls, mutant: Mutant) -> bool:
        """Tell whether every test passes although the source is changed."""
        changed = cls.tree / source(mutant.module)
        original = changed.read_text(encoding="utf-8")
        changed.write_text(mutant.code, encoding="utf-8")
        try:
            return all_pass(cls.tree, mutant.module)
        finally:
            changed.write_text(original, encoding="utf-8")


def try_all(due: list[Mutant], outcomes: dict[str, bool], workers: int) -> None:
    """Try mutants, and keep what comes of each as soon as it is known."""
    KEPT.parent.mkdir(exist_ok=True)
    settings.register_profile(
        "mutation", derandomize=True, database=None, deadline=None, phases=QUICKLY
    )
    settings.load_profile("mutation")
    with TemporaryDirectory() as folder:
        Copy.make(folder)
        if not all_pass(Copy.tree, "_clock"):
            sys.exit("the tests have to pass before anything is changed")
        with get_context("fork").Pool(workers, Copy.make, [folder]) as pool:
            tried = zip(due, pool.imap(Copy.survives, due), strict=True)
            for number, (mutant, survived) in enumerate(tried, start=1):
                outcomes[mutant.diff] = survived
                KEPT.write_text(json.dumps(outcomes, indent=0))
                print(f"{number} of {len(due)}: {'survived' if survived else 'killed'}", flush=True)


def report(found: list[Mutant], outcomes: dict[str, bool]) -> None:
    """Print the figures by module as a table, after the changes that no test noticed."""
    tried = [each for each in found if each.diff in outcomes]
    for each in tried:
        if outcomes[each.diff]:
            print(f"{each.diff}\n")
    print("| module | mutants | killed | survived | killed, % |\n|---|---|---|---|---|")
    for name in (*dict.fromkeys(each.module for each in tried), "all"):
        survived = [outcomes[each.diff] for each in tried if name in (each.module, "all")]
        killed = survived.count(False)
        score = f"{100 * killed / len(survived):.1f}"
        print(f"| {name} | {len(survived)} | {killed} | {sum(survived)} | {score} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help=", ".join(MODULES))
    parser.add_argument("--again", action="store_true", help="try once more what survived")
    parser.add_argument("--report", action="store_true", help="try nothing, print what is kept")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    found = [each for module in options.modules or MODULES for each in mutants(module)]
    outcomes: dict[str, bool] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    due = [each for each in found if each.diff not in outcomes]
    if options.again:
        due += [each for each in found if outcomes.get(each.diff)]
    if not options.report:
        try_all(due, outcomes, options.workers)
    report(found, outcomes)


if __name__ == "__main__":
    main()
