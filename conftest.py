"""The examples of the README and of the documentation run, and print what they show."""

from __future__ import annotations

import doctest
import re
from contextlib import chdir, redirect_stdout
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from shlex import split
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, SkipParser

from drawing import examples
from interview_followup import FollowupError
from interview_followup._cli import main
from interview_followup.advice._pack_files import pack_in

# How long something takes on a busy machine is no fault: no test fails by the clock.
settings.register_profile(
    "tests",
    max_examples=examples(100),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")

run = PythonEvaluator()
checker = doctest.OutputChecker()


def folder(example: Example) -> str:
    """Return the folder with the files that a page has shown."""
    files = example.namespace.get("_files")
    return files.name if files else "."


def run_and_keep_output(example: Example) -> None:
    """Run a block of Python; what it prints, or the error it raises, is for the block after it."""
    with chdir(folder(example)), redirect_stdout(StringIO()) as printed:
        try:
            run(example)
        except FollowupError as error:
            print(f"{type(error).__name__}: {error}")
    example.namespace["printed"] = printed.getvalue()


def compare_output(example: Example) -> str | None:
    """Compare a block of text with what the Python before it printed; `...` stands for anything."""
    return difference(example.parsed, example.namespace.pop("printed"))


def difference(expected: str, printed: str) -> str | None:
    """Return how what was printed differs from what a page shows, if it does."""
    if checker.check_output(expected, printed, doctest.ELLIPSIS):
        return None
    return f"expected:\n{expected}\nprinted:\n{printed}"


def run_commands(example: Example) -> str | None:
    """Run each command after a $ of a block, and compare what it prints with what is shown."""
    with chdir(folder(example)):
        for command in example.parsed.split("$ ")[1:]:
            line, _, expected = command.partition("\n")
            if wrong := difference(expected, printed_by(*split(line))):
                return wrong
    return None


def printed_by(program: str, *arguments: str) -> str:
    """Return what our own program prints, or `cat`."""
    if program == "cat":
        return "".join(Path(name).read_text("utf-8") for name in arguments)
    assert program == "interview-followup"
    with redirect_stdout(StringIO()) as printed:
        main(arguments)
    return printed.getvalue()


def keep_file(example: Example) -> None:
    """Keep a block of TOML as a file for what follows, of the name that the page said last.

    Of a pack it is tried at once whether it is one.
    """
    if "[[rules]]" in example.parsed:
        pack_in(example.parsed, "toml", "pack.toml")
    names = re.findall(r"`(\w+\.toml)`", example.document.text[: example.start])
    if "_files" not in example.namespace:
        example.namespace["_files"] = TemporaryDirectory()
    Path(folder(example), names[-1] if names else "search.toml").write_text(example.parsed, "utf-8")


def lacking(*modules: str) -> bool:
    """Tell whether a page cannot have all modules that it needs: what follows is then skipped."""
    return not all(find_spec(module) for module in modules)


def set_up(namespace: dict[str, Any]) -> None:
    """Let a page say in its comments `lacking(...)`, and `ROOT / "docs"`."""
    namespace.update(lacking=lacking, ROOT=Path(__file__).parent)


def remove_files(namespace: dict[str, Any]) -> None:
    """Remove the files that a page has shown."""
    if "_files" in namespace:
        namespace["_files"].cleanup()


pytest_collect_file = Sybil(
    parsers=[
        CodeBlockParser(language="python", evaluator=run_and_keep_output),
        CodeBlockParser(language="text", evaluator=compare_output),
        CodeBlockParser(language="console", evaluator=run_commands),
        CodeBlockParser(language="toml", evaluator=keep_file),
        SkipParser(),
    ],
    setup=set_up,
    teardown=remove_files,
    patterns=["README.md", "docs/*.md"],
).pytest()
