"""The examples of the README and of the documentation run, and print what they show."""

from __future__ import annotations

import doctest
import tomllib
from contextlib import redirect_stdout
from importlib.util import find_spec
from io import StringIO
from typing import Any

from hypothesis import settings
from sybil import Example, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, SkipParser

from drawing import examples
from interview_followup import CV_LIBRARY, FollowupError, search_from_dict
from interview_followup.advice._pack_files import pack_in

settings.register_profile("tests", max_examples=examples(100))
settings.load_profile("tests")

run = PythonEvaluator()
checker = doctest.OutputChecker()


def run_and_keep_output(example: Example) -> None:
    """Run a block of Python; what it prints, or the error it raises, is for the block after it."""
    with redirect_stdout(StringIO()) as printed:
        try:
            run(example)
        except FollowupError as error:
            print(f"{type(error).__name__}: {error}")
    example.namespace["printed"] = printed.getvalue()


def compare_output(example: Example) -> str | None:
    """Compare a block of text with what the Python before it printed; `...` stands for anything."""
    printed = example.namespace.pop("printed")
    if checker.check_output(example.parsed, printed, doctest.ELLIPSIS):
        return None
    return f"expected:\n{example.parsed}\nprinted:\n{printed}"


def read_file(example: Example) -> None:
    """Read a block of TOML as a pack, or as a job search by the `rules` there are."""
    if "[[rules]]" in example.parsed:
        example.namespace["pack"] = pack_in(example.parsed, "toml", "pack.toml")
        return
    rules = example.namespace.get("rules", CV_LIBRARY)
    example.namespace["search"] = search_from_dict(tomllib.loads(example.parsed), rules=rules)


def lacking(*modules: str) -> bool:
    """Tell whether a page cannot have all modules that it needs: what follows is then skipped."""
    return not all(find_spec(module) for module in modules)


def can_skip(namespace: dict[str, Any]) -> None:
    """Let a page say `lacking(...)` in its comments."""
    namespace["lacking"] = lacking


pytest_collect_file = Sybil(
    parsers=[
        CodeBlockParser(language="python", evaluator=run_and_keep_output),
        CodeBlockParser(language="text", evaluator=compare_output),
        CodeBlockParser(language="toml", evaluator=read_file),
        SkipParser(),
    ],
    setup=can_skip,
    patterns=["README.md", "docs/*.md"],
).pytest()
