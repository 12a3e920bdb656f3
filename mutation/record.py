"""Which tests run a line of the library, and how long each takes: what a mutant is tried with."""

from __future__ import annotations

import os
import pickle
import resource
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate, chain
from pathlib import Path

import pytest
from coverage import Coverage
from mutants import Mutant, around, code_of, modules, source

# Tests that take long, or start other programs, are not asked.
SLOW = (
    "tests/laws",
    "tests/strategies",
    "tests/cli",
    "tests/docs",
    "tests/exports/test_tables.py",
    "tests/planning/test_lives.py",
    "tests/planning/test_oracle.py",
)
OPTIONS = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
OPTIONS += ["-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]
GIGABYTE = 2**30
COLLECTION = 0.3  # seconds that a file costs before a test is run


def passes(tree: Path, tests: Iterable[str], plugin: object, seconds: int) -> bool:
    """Tell whether tests pass in a tree, in time. A fork need not load pytest and the like."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    # It is the time of this process that counts, whatever else the machine does meanwhile.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (4 * GIGABYTE, 4 * GIGABYTE))
    os.chdir(tree)
    sys.path.insert(0, f"{tree}/src")
    # Hypothesis has loaded the library, unchanged, by its entry point.
    for name in [each for each in sys.modules if each.partition(".")[0] == "interview_followup"]:
        del sys.modules[name]
    os.environ["PYTHONPATH"] = f"{tree}/src"
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os._exit(int(pytest.main([*OPTIONS, f"--basetemp={tree}/temporary", *tests], [plugin])))


def function_of(test: str) -> str:
    """Return a test without the parameters that it is run with."""
    return test.partition("[")[0]


class Recorder:
    """Writes, as pytest runs tests, which lines each of them runs and how long it takes."""

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        self.seconds: dict[str, float] = defaultdict(float)
        self.coverage = Coverage(data_file=None, config_file=False, source=[f"{tree}/src"])

    def pytest_sessionstart(self) -> None:
        self.coverage.start()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.coverage.switch_context(function_of(nodeid))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[function_of(report.nodeid)] += report.duration

    def pytest_sessionfinish(self) -> None:
        self.coverage.stop()
        data = self.coverage.get_data()
        tests = {
            module: {
                line: {sys.intern(test) for test in ran if test}
                for line, ran in data.contexts_by_lineno(str(self.tree / source(module))).items()
            }
            for module in modules([])
        }
        (self.tree / "record").write_bytes(pickle.dumps((dict(self.seconds), tests)))


class Chosen:
    """Tells pytest which tests to run, in which order."""

    def __init__(self, tests: list[str]) -> None:
        self.place = {test: number for number, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if function_of(item.nodeid) in self.place]
        items[:] = sorted(chosen, key=lambda item: self.place[function_of(item.nodeid)])


class Record:
    """What there is to choose from, as a run of all tests in a tree shows it."""

    def __init__(self, tree: Path) -> None:
        slow = [f"--ignore={path}" for path in SLOW]
        if not passes(tree, [*slow, "tests"], Recorder(tree), 3600):
            sys.exit("the tests have to pass before anything is changed")
        self.seconds: dict[str, float]
        self.tests: dict[str, dict[int, set[str]]]
        self.seconds, self.tests = pickle.loads((tree / "record").read_bytes())

    def tests_of(self, mutant: Mutant) -> set[str]:
        """Return the tests that run the changed lines; else their function, class, module; or all.

        What is run as a module is loaded is run by no test.
        """
        tests = self.tests[mutant.module]
        inner_first = reversed(around(code_of(mutant.module), mutant.lines[0]))
        wider = [range(node.lineno, (node.end_lineno or 0) + 1) for node in inner_first]
        for lines in (mutant.lines, *wider, tests):
            if found := set(chain.from_iterable(tests.get(line, ()) for line in lines)):
                return found
        return set(self.seconds)

    def chosen(self, mutant: Mutant, seconds: float) -> list[list[str]]:
        """Return what some seconds allow of the tests of a mutant, file by file.

        The file that most likely notices comes first. None gets more than a third of the time, for
        its quickest tests.
        """
        by_file: dict[str, list[str]] = defaultdict(list)
        for test in sorted(self.tests_of(mutant), key=lambda test: (self.seconds[test], test)):
            by_file[test.partition("::")[0]].append(test)
        room, name = mutant.module.split("/")[0].strip("_"), Path(mutant.module).stem.strip("_")

        def unlikely(file: str) -> tuple[bool, bool, int, str]:
            return name not in file, room not in file, -len(by_file[file]), file

        chosen, spent = [], 0.0
        for file in sorted(by_file, key=unlikely):
            ends = accumulate(self.seconds[test] for test in by_file[file])
            share = [
                test for test, end in zip(by_file[file], ends, strict=True) if end < seconds / 3
            ]
            spent += COLLECTION + sum(self.seconds[test] for test in share)
            if share and spent < seconds:
                chosen.append(share)
        return chosen
