"""How long the command line's `plan` takes, and the imports in it, against an idle interpreter.

Each is a fresh process, timed from its start to its end in processor time, in turns with the
others, with all bytecode compiled before, as it is for an installed package.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

EXAMPLE = Path(__file__).parent.parent / "examples" / "job_search.toml"
COMMANDS: dict[str, Sequence[str]] = {
    "python -c pass": ["-c", "pass"],
    "import attrs, pendulum": ["-c", "import attrs, pendulum"],
    "import interview_followup": ["-c", "import interview_followup"],
    "python -m interview_followup plan examples/job_search.toml ...": [
        *("-m", "interview_followup", "plan", str(EXAMPLE), "--now", "2026-11-24T15:00")
    ],
}
ROUNDS = 25


def timed(arguments: Sequence[str], cache: str) -> float:
    """Return how many milliseconds an interpreter takes, with a folder for bytecode."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command, before = [sys.executable, *arguments], spent()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return (spent() - before) * 1000


def spent() -> float:
    """Return the processor time of all processes that have ended, in seconds."""
    from resource import RUSAGE_CHILDREN, getrusage  # Windows has none.

    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    """Time all commands, after one round that does not count."""
    with TemporaryDirectory() as cache:
        rounds = [
            [timed(arguments, cache) for arguments in COMMANDS.values()] for _ in range(ROUNDS + 1)
        ]
    times = [median(column) for column in zip(*rounds[1:], strict=True)]
    head = f"Medians of {ROUNDS} processes, in milliseconds of processor time:"
    print(f"{head:<68}{'median':>8}{'ratio':>8}")
    for name, time in zip(COMMANDS, times, strict=True):
        print(f"    {name:<64}{time:8.1f}{time / times[0]:8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
