"""Whatever is given, only the library's own error comes out; what is accepted is planned.

Run `python tests/fuzz.py [SEED [NUMBER]]`. The examples are changed for the worse at random:
100,000 times as mappings, 10,000 times as texts of TOML and JSON. Each has to be refused with
problems that all have a place, or planned and printed, within the bounds below. A fault is shown
with its number; with that and the seed it is repeated, and its traceback printed.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, partial
from pathlib import Path
from random import Random, SystemRandom
from traceback import extract_tb, print_exc
from typing import Any, NamedTuple

from interview_followup import InvalidInput, JobSearch, plan, read_search, search_from_dict, to_dict
from interview_followup.exports.text import plan_text
from interview_followup.strategies._invalid import JUNK, SIGNS, TEXTS, mutated

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = ("job_search.toml", "one_interview.toml")
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)

MAPPINGS, FILED, CHUNK = 100_000, 10_000, 500
SECONDS, PARTS = 1.0, 10_000
"""How much processor time one of them may take, for each so many of its parts."""
CHARACTERS = 500
"""How much may be said of one of them for each of its parts, or of the lines of a text."""
FEW = 20
"""How many parts and lines anything may count as."""


class Silent:
    """An object that answers nothing."""

    def __repr__(self) -> str:
        raise ValueError("no")

    def __eq__(self, other: object) -> bool:
        raise ValueError("no")

    def __bool__(self) -> bool:
        raise ValueError("no")

    __hash__ = object.__hash__


class NoZone(tzinfo):
    """A zone that answers nothing."""

    def utcoffset(self, _: datetime | None) -> timedelta:
        raise ValueError("no")

    dst = tzname = utcoffset  # type: ignore[assignment]


class Text(str):
    """A text of a class of its own, as some libraries have."""

    __slots__ = ()

    def __str__(self) -> str:
        raise ValueError("no")


def endless() -> list[Any]:
    """Return a list that holds itself."""
    values: list[Any] = []
    values.append(values)
    return values


def nested(depth: int) -> Any:
    """Return lists and tables within each other."""
    part: Any = []
    for level in range(depth):
        part = [part] if level % 2 else {"x": part}
    return part


def shared(depth: int) -> Any:
    """Return a list that holds one list twice, which does so, too, and so on: long to write out."""
    part: Any = []
    for _ in range(depth):
        part = [part, part]
    return part


OBJECTS = (
    *(Silent(), Silent, datetime(2026, 11, 24, 10, tzinfo=NoZone()), Text("Acme")),
    *(endless(), nested(5_000), shared(18), 10**5_000),
)
"""What cannot be printed, or not soon."""


class Outcome(NamedTuple):
    """What became of one of them."""

    number: int
    is_accepted: bool
    seconds: float
    characters: int
    problems: int
    fault: str | None


@cache
def documents() -> tuple[dict[str, Any], ...]:
    """Return the examples, and each of their applications by itself."""
    whole = [tomllib.loads((EXAMPLES / name).read_text(encoding="utf-8")) for name in FILES]
    alone = [
        {**search, "applications": [application]}
        for search in whole
        for application in search["applications"]
    ]
    return *whole, *alone


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Return the examples as texts, each with the ending of its file."""
    toml = [(EXAMPLES / name).read_text(encoding="utf-8") for name in FILES]
    written = [json.dumps(document, indent=1, default=str) for document in documents()]
    return *((".toml", text) for text in toml), *((".json", text) for text in written)


def garbled(text: str, random: Random) -> bytes:
    """Return a text with some of its pieces, lines or bytes changed for the worse."""
    for _ in range(random.choice((1, 1, 2, 3, 10))):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice((0, 1, 1, 2, 10, 100, 10_000)))
        before, piece, after = text[:start], text[start:end], text[end:]
        junk = random.choice([*SIGNS, *map(repr, TEXTS), "[" * 2_000])
        worse = random.choice(["", piece * 2, piece[::-1], junk])
        text = before + worse + after
    written = text.encode("utf-8", "surrogatepass")
    if random.random() < 0.1:
        place = random.randrange(len(written) + 1)
        written = written[:place] + bytes([random.randrange(256)]) + written[place:]
    return written


def parts_of(part: Any, depth: int = 8) -> int:
    """Return how many parts a document has, as deep as one goes."""
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return 1 + (sum(parts_of(part, depth - 1) for part in inner) if depth else 0)


def case(seed: int, number: int, folder: str) -> tuple[int, Callable[[], JobSearch]]:
    """Return how many parts one of them has, and how to read it."""
    random = Random(f"{seed} {number}")
    if number < MAPPINGS:
        document = mutated(random.choice(documents()), random, (*JUNK, *OBJECTS))
        return parts_of(document), partial(search_from_dict, document)
    suffix, text = random.choice(texts())
    path = Path(folder, f"search{suffix}")
    path.write_bytes(written := garbled(text, random))
    return written.count(b"\n"), partial(read_search, path)


def outcome(seed: int, number: int, folder: str) -> Outcome:
    """Return what becomes of one of them."""
    parts, read = case(seed, number, folder)
    began = time.process_time()
    message, problems, fault = "", 0, None
    try:
        planned = plan(read(), now=NOW)
        json.dumps(to_dict(planned))
        plan_text(planned)
    except InvalidInput as error:
        message, problems = str(error), len(error.problems)
        if not all(all(problem) for problem in error.problems):
            fault = "a problem without a place, a message or a mend"
    except Exception as error:
        frame = extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__} in {frame.name} of {Path(frame.filename).name}"
    seconds = time.process_time() - began
    if seconds > SECONDS * max(1, parts / PARTS):
        fault = f"more than {SECONDS} s for {PARTS:,} parts; {fault or 'else right'}"
    if len(message) > CHARACTERS * max(parts, FEW):
        fault = f"more than {CHARACTERS} characters a part; {fault or 'else right'}"
    return Outcome(number, not problems and fault is None, seconds, len(message), problems, fault)


def outcomes(seed: int, first: int) -> list[Outcome]:
    """Return what becomes of a number of them."""
    with tempfile.TemporaryDirectory() as folder:
        return [outcome(seed, number, folder) for number in range(first, first + CHUNK)]


def report(kind: str, results: list[Outcome], word: str = "planned") -> None:
    """Print how many were refused and accepted, and the worst of each bound."""
    accepted = Counter(outcome.is_accepted for outcome in results)
    print(f"{len(results):,} {kind}: {accepted[False]:,} refused, {accepted[True]:,} {word}")
    for bound in ("seconds", "characters", "problems"):
        worst = max(results, key=lambda outcome: getattr(outcome, bound))
        print(f"  most {bound}: {getattr(worst, bound):,.4g} (number {worst.number})")


def main(seed: int) -> int:
    """Change, read and plan them all; print what was seen, and return 1 if there was a fault."""
    began = time.monotonic()
    print(f"Seed {seed}", flush=True)
    with ProcessPoolExecutor() as pool:
        chunks = pool.map(partial(outcomes, seed), range(0, MAPPINGS + FILED, CHUNK))
        results = [outcome for chunk in chunks for outcome in chunk]
    report("mappings", results[:MAPPINGS])
    report("texts", results[MAPPINGS:])
    faults = defaultdict(list)
    for outcome in results:
        if outcome.fault is not None:
            faults[outcome.fault].append(outcome.number)
    for fault, numbers in faults.items():
        print(f"{len(numbers):,} times {fault}: number {numbers[0]}")
    print(f"{sum(map(len, faults.values())):,} faults in {time.monotonic() - began:.0f} s")
    return 1 if faults else 0


def repeat(seed: int, number: int) -> int:
    """Do one of them again, and print its error or its traceback."""
    with tempfile.TemporaryDirectory() as folder:
        _, read = case(seed, number, folder)
        try:
            print(plan_text(plan(read(), now=NOW)))
        except Exception:
            print_exc()
    return 0


if __name__ == "__main__":
    seed, *number = [int(argument) for argument in sys.argv[1:]] or [
        SystemRandom().randrange(10**6)
    ]
    sys.exit(repeat(seed, *number) if number else main(seed))
