"""How long a kept schedule takes to answer for another moment, against planning anew.

Both have to give equal plans first, before and after anything changes.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from itertools import islice

from scaling import with_applications
from searches import NOW, moments
from timing import in_turns

from interview_followup import plan, schedule

APPLICATIONS, COMPARED = 200, 30
ROUNDS, REPEATS = 15, 1
LATER = NOW + timedelta(days=3)


def main() -> int:
    """Check that both give equal plans, then time them; the status is 1 if they don't."""
    search = with_applications(APPLICATIONS)
    kept = schedule(search)
    for now in (NOW, LATER, *islice(moments(kept), COMPARED)):
        if kept.at(now) != plan(search, now=now):
            print(f"At {now.isoformat()} the kept schedule gives another plan.", file=sys.stderr)
            return 1
    anew, again = in_turns(
        lambda: plan(search, now=LATER),
        lambda: kept.at(LATER),
        repeats=REPEATS,
        rounds=ROUNDS,
    )
    print(f"A plan of {APPLICATIONS} applications, {len(kept)} acts, in milliseconds:")
    print(f"    planned anew            {anew / 1000:8.1f}")
    print(f"    from a kept schedule    {again / 1000:8.1f}")
    print(f"    ratio                   {anew / again:8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
