"""Run the command line with `python -m interview_followup`."""

import gc
import sys


def main() -> int:
    """Run a command in a process of its own, which ends before there is much to collect."""
    gc.disable()
    try:
        from interview_followup._cli import main as run

        return run()
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
