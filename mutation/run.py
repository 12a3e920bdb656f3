"""Mutation testing: change the library in one place at a time; the tests should notice each change.

`python mutation/run.py` tries every module, `python mutation/run.py _clock model` that module and
that room. What was tried is kept in `.mutation/`, so a run that was stopped goes on where it was;
`--again` tries once more, with more tests, what survived. The sources are changed only in copies.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import sys
from importlib import import_module
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp
from typing import ClassVar

from hypothesis import Phase, settings
from mutants import ROOMS, ROOT, Mutant, modules, mutants, source
from record import Chosen, Record, file_of, passes

KEPT = ROOT / ".mutation" / "outcomes.jsonl"
SECONDS, SECONDS_AGAIN = 6, 25  # of tests for each mutant
LAST = {"language": ["tests/language/test_depth.py"]}  # of a room, when survivors are tried again
QUICKLY = [Phase.explicit, Phase.generate]  # not the smallest example that fails, but the first
# What tests need is loaded once: forks have it.
LOADED = ("attrs", "holidays", "icalendar", "jsonschema", "pendulum", "rich", "sybil", "tomlkit")


class Copy:
    """A copy of the project, in which one process changes and tests one mutant at a time."""

    tree: ClassVar[Path]

    @classmethod
    def make(cls, original: Path) -> None:
        sys.dont_write_bytecode = True
        gc.freeze()
        cls.tree = Path(mkdtemp(dir=original.parent), "project")
        shutil.copytree(original, cls.tree)

    @classmethod
    def survives(cls, tried: tuple[Mutant, list[list[str]], int]) -> bool:
        """Tell whether all rounds of tests pass with the source changed."""
        mutant, rounds, seconds = tried
        changed = cls.tree / source(mutant.module)
        original = changed.read_text(encoding="utf-8")
        changed.write_text(mutant.code, encoding="utf-8")
        try:
            return all(
                passes(cls.tree, {*map(file_of, tests)}, Chosen(tests), 10 + 2 * seconds)
                for tests in rounds
            )
        finally:
            changed.write_text(original, encoding="utf-8")


def load() -> None:
    """Load what forks need, and make what tests draw the same each time."""
    sys.dont_write_bytecode = False  # of what is unchanged
    for name in LOADED:
        import_module(name)
    settings.register_profile(
        "mutation", derandomize=True, database=None, deadline=None, phases=QUICKLY
    )
    settings.load_profile("mutation")
    os.environ["FEWER"] = "25"


def rounds(mutant: Mutant, record: Record, seconds: int) -> list[list[str]]:
    """Return what a mutant is tried with: tests of one file, of others, and what takes long."""
    first, *others = record.chosen(mutant, seconds)
    last = LAST.get(mutant.module.partition("/")[0], []) if seconds == SECONDS_AGAIN else []
    return [tests for tests in (first, list(chain.from_iterable(others)), last) if tests]


def try_all(due: list[Mutant], seconds: int, workers: int) -> None:
    """Try mutants, and keep what comes of each as soon as it is known."""
    load()
    with TemporaryDirectory() as folder, KEPT.open("a", encoding="utf-8") as kept:
        original = Path(folder, "project")
        shutil.copytree(ROOT, original, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        record = Record(original)
        with get_context("fork").Pool(workers, Copy.make, [original]) as pool:
            chosen = ((mutant, rounds(mutant, record, seconds), seconds) for mutant in due)
            outcomes = zip(due, pool.imap(Copy.survives, chosen), strict=True)
            for number, (mutant, survived) in enumerate(outcomes, start=1):
                print(json.dumps([mutant.name, survived]), file=kept, flush=True)
                print(f"{number} of {len(due)}: {'survived' if survived else 'killed'}", flush=True)


def kept_outcomes() -> dict[str, bool]:
    """Return whether a mutant survived, by its name, as last tried."""
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.touch()
    return dict(json.loads(line) for line in KEPT.read_text(encoding="utf-8").splitlines())


def report(found: list[Mutant], outcomes: dict[str, bool]) -> None:
    """Print the figures by module as a table, after the changes that no test noticed."""
    for mutant in found:
        if outcomes.get(mutant.name):
            print(f"{mutant.name} (line {mutant.lines[0]})\n")
    print("| module | mutants | tried | killed | survived | killed, % |\n|---|---|---|---|---|---|")
    for part in dict.fromkeys([*(each.module for each in found), *ROOMS, ""]):
        those = [
            each.name for each in found if f"{each.module}/".startswith(f"{part}/".lstrip("/"))
        ]
        tried = [outcomes[name] for name in those if name in outcomes]
        if tried:
            score = f"{100 * tried.count(False) / len(tried):.1f}"
            figures = [len(those), len(tried), tried.count(False), sum(tried), score]
            print("|", " | ".join(map(str, [part or "all", *figures])), "|")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "asked", nargs="*", help="modules or rooms, such as _planning/agenda, model"
    )
    parser.add_argument("--again", action="store_true", help="try once more what survived")
    parser.add_argument("--draw", type=int, help="try so many, drawn at random")
    parser.add_argument("--report", action="store_true", help="try nothing, print what is kept")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with get_context("fork").Pool(options.workers) as pool:
        found = list(chain.from_iterable(pool.map(mutants, modules(options.asked), chunksize=1)))
    outcomes = kept_outcomes()
    due = [each for each in found if outcomes.get(each.name, True)]
    if not options.again:
        due = [each for each in due if each.name not in outcomes]
    if options.draw:
        due = Random(0).sample(due, min(options.draw, len(due)))
    if due and not options.report:
        try_all(due, SECONDS_AGAIN if options.again else SECONDS, options.workers)
    report(found, kept_outcomes())


if __name__ == "__main__":
    main()
