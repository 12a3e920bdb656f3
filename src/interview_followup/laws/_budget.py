"""How long `verify` may take, where facts are slow."""

from __future__ import annotations

from time import monotonic


class Budget:
    """A number of seconds from now on; without one, as many as it takes.

    It counts how long something takes, and says nothing of what time it is.
    """

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self._started = monotonic()

    def is_spent(self, share: float = 1) -> bool:
        """Tell whether a share of the seconds is over."""
        if self.seconds is None:
            return False
        return monotonic() - self._started >= self.seconds * share
