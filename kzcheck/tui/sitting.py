"""One sitting: its pace, active seconds a claim with idle time left out, and how near its goal is."""

from collections.abc import Callable, Iterable

from kzcheck.domain import IDLE_SECONDS


class Sitting:
    """Measures the active time between decisions. `clock` gives monotonic seconds.

    `goal` is how many claims are to get a verdict in this sitting; 0 for none.
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
        """Note a decision on a number of claims, and begin the next."""
        self.touch()
        self._taken += [self._active / claims] * claims
        self._active = 0.0

    def stand(self, ids: Iterable[str], *, has_verdict: bool) -> bool:
        """Note how claims stand after a decision or its undoing; whether that reaches the goal."""
        before = len(self._done)
        if has_verdict:
            self._done.update(ids)
        else:
            self._done.difference_update(ids)
        return before < self.goal <= len(self._done)

    @property
    def progress(self) -> str:
        """How near the goal is: `goal 12/40`; "" without one."""
        return f"goal {len(self._done)}/{self.goal}" if self.goal else ""

    @property
    def pace(self) -> float | None:
        """The median of the active seconds a claim took; None before the first decision."""
        if not self._taken:
            return None
        from statistics import median

        return median(self._taken)
