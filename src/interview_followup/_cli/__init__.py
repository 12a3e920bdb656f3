"""The command line: arguments in, an answer printed, an exit status out.

`main` is all that is used from outside. Begin reading with `commands`, which says of each command
what it asks for and what it answers. `inputs` reads what a command is about, and is the only place
that reads the system's clock; `formats` is the table of how answers are written; `keeping` has the
commands that write into a file, and `examples` what the help of each ends with.
"""

from __future__ import annotations

import os
import sys
from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, TextIO

from interview_followup._cli.commands import COMMANDS
from interview_followup._cli.examples import IN_SHORT, examples_of
from interview_followup._cli.formats import formats_of
from interview_followup._errors import FollowupError, escaped
from interview_followup._terminal import as_lines, takes_colour

BAD_INPUT, INTERRUPTED = 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, 1 where the answer is no, or 2 for bad input.

    Where somebody stops it, it is 130, as of other programs.
    """
    try:
        return _run(_parser().parse_args(arguments))
    except KeyboardInterrupt:
        _print("Interrupted", sys.stderr)
        return INTERRUPTED


def _run(options: Namespace) -> int:
    options.colour = takes_colour(sys.stdout)
    try:
        with redirect_stdout(sys.stderr):  # What packs print is no part of the answer.
            text, status = options.answer(options)
    except FollowupError as error:
        _print(as_lines(str(error)), sys.stderr)
        return BAD_INPUT
    if getattr(options, "format", None) == "ics" and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # As calendars are, on any system.
    return int(status) if _print(text, sys.stdout) else BAD_INPUT


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(escaped(message))


class _Version(Action):
    """Prints the version that is installed, which nothing else needs to look up."""

    def __call__(self, parser: ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version

        installed = "of unknown version"
        with suppress(PackageNotFoundError):
            installed = version("interview_followup")
        _print(f"interview-followup {installed}", sys.stdout)
        parser.exit()


def _program() -> str:
    """Return what somebody types to run this."""
    is_module = Path(sys.argv[0]).parts[-2:] == ("interview_followup", "__main__.py")
    return "python -m interview_followup" if is_module else "interview-followup"


def _parser() -> ArgumentParser:
    program = _program()
    parser = _Parser(
        prog=program,
        description="What to do after a job interview, and when.",
        epilog=examples_of(program, *IN_SHORT),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        subparser = subparsers.add_parser(
            command.name,
            help=command.help,
            description=f"{command.help[0].upper()}{command.help[1:]}.",
            epilog=examples_of(program, command.name),
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        if formats := formats_of(command.name):
            words = f"{', '.join(formats)}; default: {formats[0]}"
            subparser.add_argument(
                "--format", choices=formats, default=formats[0], metavar="FORMAT", help=words
            )
        for names, settings in command.arguments:
            subparser.add_argument(*names, **settings)
        subparser.set_defaults(answer=command.answer)
    return parser


def _print(text: str, stream: TextIO | None) -> bool:
    """Print what the stream can show, and return whether it took it.

    A reader that has seen enough is no failure.
    """
    if stream is None:
        return False
    encoding = stream.encoding or "utf-8"
    try:
        print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
    except OSError as error:
        # Python flushes the stream once more as it exits, which then must not fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return isinstance(error, BrokenPipeError)
    return True
