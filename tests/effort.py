"""Bounds of what something costs, whatever else the machine does meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def soon(seconds: float = 5) -> Iterator[None]:
    """Fail where something takes longer than even a slow machine needs, if it is linear.

    It is the time of this process that counts, in seconds.
    """
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds
