"""A sitting: its pace in active seconds a claim, without idle time, and how near its goal is."""

from collections.abc import Callable, Iterable

from kzcheck.domain import IDLE_SECONDS


class Sitting:
    """Measures the active time between decisions. `clock` returns monotonic seconds.

    `goal` is how many claims the reviewer wants to decide in this sitting, 0 for no goal.
    """

    def __init__(self, clock: Callable[[], float], goal: int = 0) -> None:
        self.goal = goal
        self._done: set[str] = set()
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
        """Record a decision on a number of claims, and start timing the next."""
        self.touch()
        self._taken += [self._active / claims] * claims
        self._active = 0.0

    def stand(self, ids: Iterable[str], *, has_verdict: bool) -> bool:
        """Record whether claims have a verdict after a deed; return whether that reaches the goal."""
        before = len(self._done)
        if has_verdict:
            self._done.update(ids)
        else:
            self._done.difference_update(ids)
        return before < self.goal <= len(self._done)

    @property
    def progress(self) -> str:
        """How near the goal is: `goal 12/40`, or "" without a goal."""
        return f"goal {len(self._done)}/{self.goal}" if self.goal else ""

    @property
    def pace(self) -> float | None:
        """The median of the active seconds for a claim, None before the first decision."""
        if not self._taken:
            return None
        from statistics import median

        return median(self._taken)
