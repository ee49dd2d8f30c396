"""One sitting's pace: active seconds a claim, with idle time left out."""

from collections.abc import Callable
from statistics import median

IDLE_SECONDS = 60.0
"""A gap between two keys counts for at most this long: after it the reviewer is taken to be away."""


class Sitting:
    """Measures the active time between decisions. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()
        self._active = 0.0
        self._taken: list[float] = []

    def touch(self) -> None:
        """Note that the reviewer did something."""
        now = self._clock()
        self._active += min(IDLE_SECONDS, now - self._last)
        self._last = now

    def active(self) -> float:
        """Return the active seconds since the last decision."""
        self.touch()
        return self._active

    def decided(self, claims: int) -> None:
        """Note a decision on a number of claims, and begin the next."""
        self.touch()
        self._taken += [self._active / claims] * claims
        self._active = 0.0

    @property
    def pace(self) -> float | None:
        """The median of the active seconds a claim took; None before the first decision."""
        return median(self._taken) if self._taken else None
