"""How much longer it takes to import the library than what it needs anyway.

Each import is timed in a fresh process, in processor time, the two kinds in turns, with all
bytecode compiled before, as it is for an installed package. It also checks that a plain import
leaves what only files, tests and the calendar need for later.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory

NEEDED = "attrs, pendulum"
LIBRARY = "interview_followup"
LATER = ("hypothesis", "cattrs", "icalendar")
LIMIT = 25
ROUNDS = 25

TIMED = """
from time import process_time
begun = process_time()
import {modules}
print((process_time() - begun) * 1000)
"""
LOADED = """
import sys
import {module}
print(*(name for name in {later!r} if name in sys.modules))
"""


def output(code: str, cache: str) -> str:
    """Return what a fresh process prints when it runs some code, with a folder for bytecode."""
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, env=environment)
    return done.stdout


def milliseconds(modules: str, cache: str) -> float:
    """Return how long a fresh process takes to import some modules."""
    return float(output(TIMED.format(modules=modules), cache))


def main() -> int:
    """Time both kinds of import; the status is 1 if a plain import loads too much."""
    whole = f"{NEEDED}, {LIBRARY}"
    kinds: dict[str, list[float]] = {NEEDED: [], whole: []}
    with TemporaryDirectory() as cache:
        for modules in kinds:
            milliseconds(modules, cache)
        for _ in range(ROUNDS):
            for modules, times in kinds.items():
                times.append(milliseconds(modules, cache))
        loaded = output(LOADED.format(module=LIBRARY, later=LATER), cache).split()
    print(f"{ROUNDS} fresh processes each, in milliseconds of processor time:")
    print(f"    {'':<42}{'median':>8}{'best':>8}")
    for modules, times in kinds.items():
        print(f"    {f'import {modules}':<42}{median(times):8.1f}{min(times):8.1f}")
    more, least = (each(kinds[whole]) - each(kinds[NEEDED]) for each in (median, min))
    print(f"    {'difference':<42}{more:8.1f}{least:8.1f}  (limit {LIMIT})")
    if loaded:
        print(f"import {LIBRARY} also loads {', '.join(loaded)}.", file=sys.stderr)
        return 1
    print(f"import {LIBRARY} loads none of {', '.join(LATER)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
