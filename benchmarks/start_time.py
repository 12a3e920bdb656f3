"""How long it takes to import the library, and to plan on the command line.

Each is timed in fresh processes, in processor time, in turns with what it is measured against, with
all bytecode compiled before, as it is for an installed package. It also checks that a plain import
leaves what only files, tests and the calendar need for later.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

EXAMPLE = Path(__file__).parent.parent / "examples" / "job_search.toml"
NEEDED = "import attrs, pendulum"
LIBRARY = "import interview_followup"
USED = "from interview_followup import JobSearch, Rule, check, plan"
READING = "import attrs, pendulum"
PLANNING = ["-m", "interview_followup", "plan", str(EXAMPLE), "--now", "2026-11-24T15:00"]
LATER = ("hypothesis", "icalendar", "pendulum")
IMPORT_LIMIT, COMMAND_LIMIT = 25, 1.5
ROUNDS = 25

TIMED = """
from time import process_time
{before}
begun = process_time()
{statement}
print((process_time() - begun) * 1000)
"""
LOADED = """
import sys
{statement}
print(*(name for name in {later!r} if name in sys.modules))
"""
WHOLE = """
import resource, subprocess, sys
subprocess.run([sys.executable, *{arguments!r}], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print((used.ru_utime + used.ru_stime) * 1000)
"""


def output(code: str, cache: str) -> str:
    """Return what a fresh process prints when it runs some code, with a folder for bytecode."""
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, env=environment)
    return done.stdout


def imported(statement: str, cache: str) -> float:
    """Return by how many milliseconds a statement takes longer, once attrs and pendulum are in."""
    return float(output(TIMED.format(before=NEEDED, statement=statement), cache))


def ran(arguments: Sequence[str], cache: str) -> float:
    """Return how many milliseconds an interpreter takes with some arguments, from start to end."""
    return float(output(WHOLE.format(arguments=list(arguments)), cache))


def in_turns(*works: Callable[[], float]) -> list[list[float]]:
    """Return what each of several takes, done in turns, after one round that does not count."""
    rounds = [[work() for work in works] for _ in range(ROUNDS + 1)]
    return [list(times) for times in zip(*rounds[1:], strict=True)]


def show(name: str, times: list[float], more: str = "") -> None:
    """Print the times of one kind."""
    print(f"    {name:<64}{median(times):8.1f}{min(times):8.1f}{more}")


def main() -> int:
    """Time both; the status is 1 if a plain import loads too much."""
    with TemporaryDirectory() as cache:
        plain, used = in_turns(lambda: imported(LIBRARY, cache), lambda: imported(USED, cache))
        bare, planned = in_turns(lambda: ran(["-c", READING], cache), lambda: ran(PLANNING, cache))
        loaded = output(LOADED.format(statement=USED, later=LATER), cache).split()
    head = f"{ROUNDS} fresh processes each, in milliseconds of processor time:"
    print(f"{head:<68}{'median':>8}{'best':>8}")
    print(f"After {NEEDED!r}:")
    show(LIBRARY, plain, f"  (limit {IMPORT_LIMIT})")
    show(USED, used)
    print("From the start of the interpreter to its end:")
    show(READING, bare)
    show("python -m interview_followup plan examples/job_search.toml ...", planned)
    ratio = median([one / other for one, other in zip(planned, bare, strict=True)])
    limit = f"  (limit {COMMAND_LIMIT:g})"
    print(f"    {'ratio':<64}{ratio:8.2f}{min(planned) / min(bare):8.2f}{limit}")
    if loaded:
        print(f"{USED!r} also loads {', '.join(loaded)}.", file=sys.stderr)
        return 1
    print(f"{USED!r} loads none of {', '.join(LATER)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
