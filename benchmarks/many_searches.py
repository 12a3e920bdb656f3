"""How long many searches on file take, one after the other and in a pool, and how much memory.

It writes a file of JSON Lines, one search with one interview a line, and reads and plans it in
fresh processes. The memory is the peak of a process; processor time is that of all processes
together. Every way has to give the same plans: their statuses are compared.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time_ns
from typing import Any, TypeVar
from zlib import crc32
from zoneinfo import ZoneInfo

from interview_followup import JobSearch, Plan, plan, search_from_dict

T = TypeVar("T")
R = TypeVar("R")

NOW = datetime(2026, 11, 24, 15, tzinfo=ZoneInfo("Europe/London"))
IN_MEMORY = 2000
BATCH, AHEAD = 100, 16

FIRST = date(2026, 10, 27)
ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney")
MEDIA = ("in-person", "video", "phone", None)
NAMES = ("Priya Shah", "Tom Reed", "Ana Costa", "Jo Park", "Li Wei", "Sam Hill", "Eva Lund")


# -- the file -------------------------------------------------------------------------------------


def document(index: int) -> dict[str, Any]:
    """Return a search with one interview, in the shape of a file; the index says which."""
    day = FIRST + timedelta(days=index % 37)
    names = [NAMES[(index + step) % len(NAMES)] for step in range(index % 4)]
    people = [interviewer(name, index + step) for step, name in enumerate(names)]
    interview = {
        "starts": f"{day}T{9 + index % 8:02}:{index % 2 * 30:02}:00",
        "minutes": 30 + index % 3 * 15,
        "timezone": ZONES[index % 5],
        "medium": MEDIA[index // 3 % 4],
        "interviewers": people,
        "questions": [{"text": "Why did you leave?", "tricky": True}] if index % 6 else [],
        "done": [{"act": "debrief", "at": f"{day}T20:00:00"}] if index % 11 == 0 else [],
    }
    application = {
        "employer": f"Employer {index}",
        "role": "Data engineer",
        "recruiter": interviewer("Rachel Green", index) if index % 7 == 0 else None,
        "promise": {"by": str(day + timedelta(days=9))} if index % 3 == 0 else None,
        "interviews": [interview],
    }
    return {"timezone": ZONES[index // 5 % 5], "applications": [application]}


def interviewer(name: str, number: int) -> dict[str, str]:
    """Return a person, whose address is known in two cases of three."""
    person = {"name": name}
    if number % 3:
        person["email"] = f"{name.split(maxsplit=1)[0].lower()}@employer-{number}.example"
    return person


def write(path: Path, number: int) -> None:
    """Write so many searches, one a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(document(index)) + "\n" for index in range(number))


def lines(path: Path, number: int) -> Iterator[str]:
    """Yield the first lines of a file, and hold one at a time."""
    with path.open(encoding="utf-8") as file:
        yield from islice(file, number)


# -- the ways to plan them ------------------------------------------------------------------------


def read(line: str) -> JobSearch:
    return search_from_dict(json.loads(line))


def statuses(planned: Plan) -> str:
    """Return what is compared of a plan, and small enough to send from process to process."""
    return " ".join([f"{action.act}:{action.status}" for action in planned.actions])


def planned(line: str) -> str:
    """Read and plan one line, in a worker."""
    return statuses(plan(read(line), now=NOW))


class Timed:
    """Plans searches, and adds up the processor time that the calls of `plan` take."""

    def __init__(self) -> None:
        self.nanoseconds = 0

    def __call__(self, search: JobSearch) -> Plan:
        begun = process_time_ns()
        planned = plan(search, now=NOW)
        self.nanoseconds += process_time_ns() - begun
        return planned


def in_batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of so many items."""
    values = iter(values)
    while batch := list(islice(values, size)):
        yield batch


def batch_done(work: Callable[[T], R], batch: list[T]) -> list[R]:
    """Return what a worker makes of each item of a batch."""
    return list(map(work, batch))


def pooled(work: Callable[[T], R], values: Iterable[T]) -> Iterator[R]:
    """Yield what a pool of processes makes of each item, in their order, a few batches ahead."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        ahead: deque[Future[list[R]]] = deque()
        for batch in in_batches(values, BATCH):
            ahead.append(pool.submit(batch_done, work, batch))
            if len(ahead) == AHEAD:
                yield from ahead.popleft().result()
        for future in ahead:
            yield from future.result()


def ways(way: str, path: Path, number: int, timed: Timed) -> Iterator[str]:
    """Yield the statuses of each plan, made in one of the ways."""
    searches = map(read, lines(path, number))
    if way == "single":
        in_memory = list(searches)
        for search in in_memory:
            yield statuses(timed(search))
    elif way == "map":
        yield from map(statuses, map(timed, searches))
    elif way == "lines":
        yield from pooled(planned, lines(path, number))
    elif way == "pickled":
        yield from map(statuses, pooled(partial(plan, now=NOW), searches))


def measure(way: str, path: Path, number: int, marks: list[int]) -> dict[str, Any]:
    """Plan in one way; return what it takes and, at each mark, a checksum of all plans so far."""
    from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage  # Windows has none.

    timed, sums, checksum = Timed(), {}, 0
    begun, spent = perf_counter(), getrusage(RUSAGE_SELF)
    for count, text in enumerate(ways(way, path, number, timed), 1):
        checksum = crc32(text.encode(), checksum)
        if count in marks:
            sums[count] = checksum
    own, workers = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    elapsed = perf_counter() - begun
    processor = sum(usage.ru_utime + usage.ru_stime for usage in (own, workers))
    processor -= spent.ru_utime + spent.ru_stime
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "planning": timed.nanoseconds / number / 1e3,
        "processor": processor / number * 1e6,
        "elapsed": elapsed / number * 1e6,
        "peaks": [usage.ru_maxrss * unit / 1e6 for usage in (own, workers)],
        "sums": sums,
    }


# -- the report -----------------------------------------------------------------------------------


def in_fresh_process(*job: Any) -> dict[str, Any]:
    """Return what a process of its own measures.

    Its peak of memory is at least that of this process, which therefore keeps no search.
    """
    command = [sys.executable, __file__, "--job", json.dumps([str(argument) for argument in job])]
    process = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE)
    result: dict[str, Any] = json.loads(process.stdout)
    return result


def report(path: Path, number: int) -> dict[str, set[int]]:
    """Measure every way and print it; return the checksums of all ways, by how many plans."""
    few, tenth, hundredth = min(number, IN_MEMORY), max(number // 10, 1), max(number // 100, 1)
    workers = f"{os.cpu_count()} workers"
    jobs = [
        ("single", "plan, searches in memory", few),
        *(("map", "map(plan, ...)", count) for count in (hundredth, tenth, number)),
        *(("pickled", f"{workers}, pickled", count) for count in (hundredth, tenth)),
        *(("lines", f"{workers}, lines", count) for count in (hundredth, tenth, number)),
    ]
    marks = sorted({few, tenth, hundredth, number})
    checksums: dict[str, set[int]] = {}
    print(f"{'':<39}{'microseconds a search':^33}{'peak in MB':>18}")
    print(f"{'':<28}{'searches':>11}{'planning':>11}{'processor':>11}{'elapsed':>11}", end="")
    print(f"{'process':>10}{'worker':>8}")
    for way, title, count in jobs:
        result = in_fresh_process(way, path, count, *marks)
        for mark, checksum in result["sums"].items():
            checksums.setdefault(mark, set()).add(checksum)
        planning = f"{result['planning']:11.0f}" if result["planning"] else f"{'':11}"
        times = f"{planning}{result['processor']:11.0f}{result['elapsed']:11.0f}"
        own, worker = result["peaks"]
        peaks = f"{own:10.1f}{worker:8.1f}" if worker else f"{own:10.1f}"
        print(f"{title:<28}{count:11,}{times}{peaks}", flush=True)
    return checksums


def main() -> int:
    """Measure all ways; the status is 1 if they do not give the same plans."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=10_000, help="how many searches")
    parser.add_argument("--job", help="what a process of its own is to measure")
    options = parser.parse_args()
    if options.number < 1:
        parser.error("--number is at least 1")
    if options.job:
        way, path, number, *marks = json.loads(options.job)
        print(json.dumps(measure(way, Path(path), int(number), [int(mark) for mark in marks])))
        return 0
    with TemporaryDirectory() as folder:  # Room for 430 bytes a search.
        path = Path(folder, "searches.jsonl")
        write(path, options.number)
        print(f"{options.number:,} searches, {path.stat().st_size / 1e6:,.1f} MB on file")
        checksums = report(path, options.number)
    if differing := [mark for mark, sums in checksums.items() if len(sums) > 1]:
        print(f"The plans of the first {differing[0]} searches differ.", file=sys.stderr)
        return 1
    print("All ways give the same plans.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
