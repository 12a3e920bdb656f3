"""Run the command line with `python -m interview_followup`."""

import sys

from interview_followup._cli import main

if __name__ == "__main__":
    sys.exit(main())
