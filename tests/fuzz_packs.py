"""Whatever a pack on file says, it is refused with its places, or read; nothing in it is run.

Run `python tests/fuzz_packs.py [SEED [NUMBER]]`. Expressions are changed for the worse at random
90,000 times, files of TOML and JSON 10,000 times. Each has to be refused with problems that all
have a message and a mend, and in a file a place, or to be read and said, and some files written and
read back; within the bounds below, and without an event of Python's that belongs to running
something. A fault is shown with its number; with that and the seed it is repeated, and its
traceback printed.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from random import Random, SystemRandom
from traceback import extract_tb, print_exc
from typing import Any

from fuzz import Outcome, garbled, report
from interview_followup import CV_LIBRARY, InvalidInput, RuleSet
from interview_followup._documents import Kind, text_in
from interview_followup.advice._pack_documents import pack_document
from interview_followup.advice._pack_files import pack_in
from interview_followup.advice._pack_tables import MOST_PROBLEMS
from interview_followup.exports.document import rules_toml
from interview_followup.exports.text import rules_text
from interview_followup.language import days, moment_fact, parameter
from interview_followup.language._parsing import MOST_PROBLEMS as MOST_IN_A_TEXT
from interview_followup.language._parsing import NAMES, Scope, parse
from written import HOSTILE, WRITTEN

EXPRESSIONS, FILES, CHUNK = 90_000, 10_000, 500
SECONDS = 0.5
"""How much processor time one of them may take."""
CHARACTERS = 1_000
"""How much may be said of one problem."""

SCOPE = Scope(
    {"wait": parameter("wait", days(1), "how long to wait")},
    {"application.task_due": moment_fact("application.task_due", "the end of the task")},
)
PIECES = (
    *("(", ")", "((((", "))))", ".", ",", "+", " - ", "&", "|", "~", "'", '"', "\\", "\n", "\t"),
    *("=", "**", "*", "[0]", "{", "}", ":", ":=", "@", "#", "\0", "\ufeff", "\u202e", "é", "0x"),
    *("1e9", "1_0", "9" * 50, "~" * 500, "(" * 500, "+wait" * 500, "x" * 5_000, f"'{'y' * 5_000}'"),
    *(
        "lambda: ",
        "f'",
        "b'",
        "None",
        "True",
        "__class__",
        "__import__('os')",
        ".leaf",
        ".operands",
    ),
    *(" if ", " else ", " and ", " not ", " for x in ", "since=", "otherwise=", "on=", "denial="),
    *("wait", "application.task_due", ".known", ".exists", ".at('9')", ".on('friday')"),
    *sorted(NAMES),
)
RUN = ("exec", "os.", "subprocess.", "socket.", "shutil.", "ctypes.", "open", "import")
"""How the events of Python begin that belong to running something."""

ran: list[str] = []


def watch(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith(RUN):
        ran.append(event)


@cache
def corpus() -> tuple[str, ...]:
    """Return the expressions that are changed."""
    shipped = [repr(node) for rule in CV_LIBRARY for node in rule.nodes]
    return *[code for _, code in WRITTEN], *HOSTILE.values(), *sorted(set(shipped))


@cache
def files() -> tuple[tuple[Kind, str], ...]:
    """Return the files that are changed, as texts of TOML and JSON."""
    sets = [*[RuleSet([rule]) for rule in CV_LIBRARY], CV_LIBRARY]
    jsons = [json.dumps(pack_document(rules), indent=1) for rules in sets]
    tomls = [rules_toml(rules) for rules in sets[:-1]]
    return *(("toml", text) for text in tomls), *(("json", text) for text in jsons)


def worse(text: str, random: Random) -> str:
    """Return an expression with pieces left out, doubled, or put in from another or of no sense."""
    for _ in range(random.choice((0, 1, 1, 2, 3, 8))):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice((0, 0, 1, 2, 5, 20)))
        other = random.choice(corpus())
        cut = random.randrange(len(other) + 1)
        twice, more = text[start:end] * 2, other[cut : cut + 30]
        piece = random.choice(("", twice, more, random.choice(PIECES)))
        text = text[:start] + piece + text[end:]
    return text


def read(seed: int, number: int) -> str:
    """Read one of them, and return what it says."""
    random = Random(f"{seed} {number}")
    if number < EXPRESSIONS:
        value = parse(worse(random.choice(corpus()), random), SCOPE)
        return f"{value!s:.2000}{value!r:.0}"
    kind, text = random.choice(files())
    content = garbled(text, random) if random.random() < 0.5 else worse(text, random).encode(
        "utf-8", "surrogatepass")  # fmt: skip
    rules = pack_in(text_in(content, "pack"), kind, "pack")
    rules_text(rules)
    if number % 10 == 0:
        assert rules == pack_in(rules_toml(rules), "toml", "pack")
    return ""


def outcome(seed: int, number: int) -> Outcome:
    """Return what becomes of one of them."""
    began, text, problems, fault = time.process_time(), "", 0, None
    ran.clear()
    most = MOST_IN_A_TEXT if number < EXPRESSIONS else MOST_PROBLEMS
    try:
        text = read(seed, number)
    except InvalidInput as error:
        text, problems = str(error), len(error.problems)
        parts = ("message", "mend") if number < EXPRESSIONS else ("place", "message", "mend")
        if not all(getattr(problem, part) for problem in error.problems for part in parts):
            fault = "a problem without a place, a message or a mend"
        if not 1 <= problems <= most:
            fault = "no problem, or more than may be told"
    except BaseException as error:
        frame = extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__} in {frame.name} of {Path(frame.filename).name}"
    seconds = time.process_time() - began
    if ran:
        fault = f"{ran[0]} was run; {fault or 'else right'}"
    if seconds > SECONDS:
        fault = f"more than {SECONDS} s; {fault or 'else right'}"
    if len(text) > CHARACTERS * max(problems, 2):
        fault = f"more than {CHARACTERS} characters a problem; {fault or 'else right'}"
    return Outcome(number, not problems and fault is None, seconds, len(text), problems, fault)


def outcomes(seed: int, first: int) -> list[Outcome]:
    """Return what becomes of a number of them."""
    return [outcome(seed, number) for number in range(first, first + CHUNK)]


def prepare() -> None:
    """Have everything imported that reading needs, and from then on watch what is run."""
    for text in (*corpus(), "interview.endz", "x y"):
        outcome_of_text(text)
    for kind, text in files():
        pack_in(text, kind, "pack")
    outcomes(0, EXPRESSIONS)
    sys.addaudithook(watch)


def outcome_of_text(text: str) -> None:
    try:
        parse(text, SCOPE)
    except InvalidInput as error:
        str(error)


def main(seed: int) -> int:
    """Change and read them all; print what was seen, and return 1 if there was a fault."""
    began = time.monotonic()
    print(f"Seed {seed}", flush=True)
    with ProcessPoolExecutor(initializer=prepare) as pool:
        chunks = pool.map(partial(outcomes, seed), range(0, EXPRESSIONS + FILES, CHUNK))
        results = [outcome for chunk in chunks for outcome in chunk]
    report("expressions", results[:EXPRESSIONS], "read")
    report("files", results[EXPRESSIONS:], "read")
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
    prepare()
    again = outcome(seed, number)
    print(f"{again}\nRun: {', '.join(ran) or 'nothing'}")
    try:
        print(read(seed, number))
    except Exception:
        print_exc()
    return 0


if __name__ == "__main__":
    seed, *number = [int(argument) for argument in sys.argv[1:]] or [
        SystemRandom().randrange(10**6)
    ]
    sys.exit(repeat(seed, *number) if number else main(seed))
