"""What is changed: one place of a module at a time, as cosmic-ray does it."""

from __future__ import annotations

import ast
import pickle
import re
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from itertools import count
from pathlib import Path
from typing import NamedTuple

import parso
from cosmic_ray.mutating import MutationVisitor
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("src/interview_followup")
ROOMS = ("_clock", "_planning", "language", "model", "advice")

LEFT_OUT = re.compile(
    # Each `+`, `-`, `*`, `&`, `|` becomes its opposite; ten others would be type errors at once.
    r"core/ReplaceBinaryOperator_(?!Add_Sub|Sub_Add|Mul_Div|BitAnd_BitOr|BitOr_BitAnd)"
    # `is` compares with None, a truth value, a class or an enum member here: `==` gives the same,
    # `<` a type error. Whether equal texts or numbers are one object is Python's own affair.
    r"|core/ReplaceComparisonOperator_(Is(Not)?_(?!Is)|(?!Is)\w+_Is)"
    # These have to be told a name.
    r"|.*Variable"
)
# A status, a kind or a unit is one of a few words: where that is in the alphabet means nothing.
ORDER_OF_WORDS = re.compile(r'\+.*([<>]=? "[\w -]*"|"[\w -]*" [<>]=? )')


class Mutant(NamedTuple):
    module: str
    code: str
    lines: range
    name: str


class OnlyWhatRuns(ast.NodeTransformer):
    """Leaves out what only type checkers read: annotations, aliases, the stubs of overloads.

    And whether an argument may be given by its place.
    """

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        node.args = [*node.posonlyargs, *node.args, *node.kwonlyargs]
        node.defaults += filter(None, node.kw_defaults)
        node.posonlyargs, node.kwonlyargs, node.kw_defaults = [], [], []
        return self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> ast.AST | None:
        return None if node.arg == "kw_only" else self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if ast.unparse(node.annotation) == "TypeAlias":
            return None
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


def modules(asked: list[str]) -> list[str]:
    """Return the modules asked for by their paths in the package; a room stands for all of its."""
    files = [
        str(file.relative_to(ROOT / PACKAGE).with_suffix(""))
        for room in ROOMS
        for pattern in (f"{room}.py", f"{room}/**/*.py")
        for file in sorted((ROOT / PACKAGE).glob(pattern))
    ]
    wanted = tuple(f"{each}/" for each in asked or ROOMS)
    return [module for module in files if f"{module}/".startswith(wanted)]


def source(module: str) -> Path:
    return PACKAGE / f"{module}.py"


def code_of(module: str) -> str:
    return (ROOT / source(module)).read_text(encoding="utf-8")


def around(code: str, line: int) -> list[ast.ClassDef | ast.FunctionDef]:
    """Return the classes and functions that a line is in, the outermost first."""
    nodes = [n for n in ast.walk(ast.parse(code)) if isinstance(n, ast.ClassDef | ast.FunctionDef)]
    return [node for node in nodes if node.lineno <= line <= (node.end_lineno or 0)]


def changed(code: str) -> Iterator[tuple[str, str]]:
    """Yield some code with each change that cosmic-ray can make in it, and what it calls that."""
    tree = pickle.dumps(parso.parse(code))
    for name in sorted(name for name in operator_names() if not LEFT_OUT.match(name)):
        for occurrence in count():
            visitor = MutationVisitor(occurrence, get_operator(name)())
            mutated = visitor.walk(pickle.loads(tree)).get_code()
            if not visitor.mutation_applied:
                break
            yield name.removeprefix("core/"), mutated


def mutants(module: str) -> list[Mutant]:
    """Return every mutant of a module that can be run and differs in what is run.

    Its name has no numbers of lines, so that it stays as other parts of the module change.
    """
    code = code_of(module)
    useless, times, found = {None, runs_as(code)}, Counter[str](), []
    for operator, mutated in changed(code):
        if runs_as(mutated) not in useless:
            diff = unified_diff(code.splitlines(), mutated.splitlines(), n=0, lineterm="")
            _, _, place, *change = diff
            if operator.startswith("ReplaceComparison") and any(map(ORDER_OF_WORDS.match, change)):
                continue
            numbers = re.findall(r"\d+", place.partition("+")[0])
            first, length = int(numbers[0]), int([*numbers, 1][1])
            inside = [module, *(node.name for node in around(code, first))]
            name = "\n".join([".".join(inside), operator, *change])
            times[name] += 1
            lines = range(first, first + length)
            found.append(Mutant(module, mutated, lines, f"{name}\n{times[name]}"))
    return found
