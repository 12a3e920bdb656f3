"""Which tests run a line of the library, and how long each takes: what a mutant is tried with."""

from __future__ import annotations

import os
import pickle
import resource
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import accumulate, chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import pytest
from coverage import Coverage
from mutants import ROOT, Mutant, around, code_of, modules, source

# Tests that take long, or start other programs, are not asked.
SLOW = (
    "tests/laws",
    "tests/strategies",
    "tests/cli",
    "tests/docs",
    "tests/exports/test_tables.py",
    "tests/language/test_depth.py",
    "tests/planning/test_lives.py",
    "tests/planning/test_oracle.py",
)
OPTIONS = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
OPTIONS += ["-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]
GIGABYTE = 2**30
KEPT = ROOT / ".mutation" / "runs"
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


def file_of(test: str) -> str:
    return test.partition("::")[0]


class Run(NamedTuple):
    """How long a test takes, and the lines of modules that it runs."""

    seconds: float
    lines: dict[str, list[int]]


Runs = dict[str, Run]


def files_to_run(tree: Path) -> dict[str, str]:
    """Return the files of tests that are asked, each with a digest of it and of what it may use."""
    tests = {str(path.relative_to(tree)): path for path in sorted(tree.glob("tests/**/*.py"))}
    asked = [file for file in tests if "/test_" in file and not file.startswith(SLOW)]
    used = [path for file, path in tests.items() if file not in asked]
    common = sha256(b"".join(map(Path.read_bytes, [*used, *sorted(tree.glob("src/**/*.py"))])))
    digests = {file: common.copy() for file in asked}
    for file, digest in digests.items():
        digest.update(tests[file].read_bytes())
    return {file: f"{file} {digest.hexdigest()}" for file, digest in digests.items()}


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
        runs = {test: Run(seconds, defaultdict(list)) for test, seconds in self.seconds.items()}
        for module in modules([]):
            lines = data.contexts_by_lineno(str(self.tree / source(module)))
            for line, test in ((line, test) for line, tests in lines.items() for test in tests):
                if test:  # Else it was run as a module was loaded.
                    runs[test].lines[module].append(line)
        (self.tree / "runs").write_bytes(pickle.dumps(runs))


class Chosen:
    """Tells pytest which tests to run, or of which files all, in which order."""

    def __init__(self, tests: list[str]) -> None:
        self.places = {test: number for number, test in enumerate(tests)}

    def place(self, item: pytest.Item) -> int | None:
        of_file = self.places.get(file_of(item.nodeid))
        return self.places.get(function_of(item.nodeid), of_file)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        placed = [(place, item) for item in items if (place := self.place(item)) is not None]
        items[:] = [item for _, item in sorted(placed, key=itemgetter(0))]


class Record:
    """What there is to choose from: the runs of each file of tests as it and the library are."""

    def __init__(self, tree: Path) -> None:
        kept: dict[str, Runs] = pickle.loads(KEPT.read_bytes()) if KEPT.exists() else {}
        files = files_to_run(tree)
        if due := [file for file, key in files.items() if key not in kept]:
            if not passes(tree, due, Recorder(tree), 3600):
                sys.exit("the tests have to pass before anything is changed")
            for test, run in pickle.loads((tree / "runs").read_bytes()).items():
                kept.setdefault(files[file_of(test)], {})[test] = run
            KEPT.write_bytes(pickle.dumps(kept))
        self.seconds: dict[str, float] = {}
        self.tests: dict[str, dict[int, set[str]]] = {
            module: defaultdict(set) for module in modules([])
        }
        for test, run in chain.from_iterable(kept.get(key, {}).items() for key in files.values()):
            self.seconds[test] = run.seconds
            for module, lines in run.lines.items():
                for line in lines:
                    self.tests[module][line].add(test)

    def running(self, module: str, lines: Iterable[int]) -> set[str]:
        """Return the tests that run some lines of a module."""
        tests = self.tests[module]
        return set(chain.from_iterable(tests.get(line, ()) for line in lines))

    def by_file(self, mutant: Mutant) -> list[list[str]]:
        """Return the tests that run the changed lines, file by file, the likeliest to notice first.

        Are there none, they are those of the function, the class, the module: what is run as a
        module is loaded is run by no test. A file named like the module comes first, then those
        that run most lines of the function; in each, the quickest tests.
        """
        module, nodes = mutant.module, around(code_of(mutant.module), mutant.lines[0])
        wider = [range(node.lineno, (node.end_lineno or 0) + 1) for node in reversed(nodes)]
        function, *_ = places = [*wider, list(self.tests[module])]
        those = (self.running(module, lines) for lines in (mutant.lines, *places))
        runs = Counter(
            file
            for line in function
            for file in {file_of(test) for test in self.running(module, [line])}
        )
        room, name = module.split("/")[0].strip("_"), module.split("/")[-1].strip("_")

        def unlikely(file: str) -> tuple[bool, int, bool, str]:
            likeness = SequenceMatcher(None, name, Path(file).stem.removeprefix("test_")).ratio()
            return likeness < 0.6, -runs[file], not file.startswith(f"tests/{room}/"), file

        ordered = sorted(
            next(filter(None, those), self.seconds),
            key=lambda test: (unlikely(file_of(test)), self.seconds[test], test),
        )
        return [list(tests) for _, tests in groupby(ordered, file_of)]

    def chosen(self, mutant: Mutant, seconds: float) -> list[list[str]]:
        """Return what some seconds allow of these, a quarter of them at most for each file."""
        chosen, spent = [], 0.0
        for tests in self.by_file(mutant):
            ends = accumulate(self.seconds[test] for test in tests)
            share = [test for test, end in zip(tests, ends, strict=True) if end < seconds / 4]
            spent += COLLECTION + sum(self.seconds[test] for test in share)
            if share and spent < seconds:
                chosen.append(share)
        return chosen or [[]]
