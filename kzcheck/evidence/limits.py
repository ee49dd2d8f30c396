"""The limits of a fetch, the errors by which it fails, and the watch that enforces both."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kzcheck.domain import KzcheckError

MEGABYTE = 1_000_000
BY_BROWSER = "save the page with a browser and add the file"
LATER_OR_BY_BROWSER = f"try again later, or {BY_BROWSER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one fetch may take, with all its redirects.

    `wire_bytes` counts the bytes that arrive, `body_bytes` those of the decompressed body. `idle_seconds` is
    the longest wait for a connection, or between two arrivals.
    """

    redirects: int = 8
    wire_bytes: int = 40 * MEGABYTE
    body_bytes: int = 80 * MEGABYTE
    total_seconds: float = 60.0
    idle_seconds: float = 15.0


class FetchFailure(StrEnum):
    """Why there is no page."""

    REFUSED = "refused"
    """kzcheck would not fetch it: the address, a redirect, the size."""
    GONE = "gone"
    """The server says that there is no such page any more (404, 410)."""
    BLOCKED = "blocked"
    """The server keeps it from us (401, 402, 403, 429, 451), or robots.txt does."""
    UNREACHABLE = "unreachable"
    """No answer, a broken one, an untrusted certificate, or the server's own error."""
    CANCELLED = "cancelled"


class FetchError(KzcheckError):
    """A page was not fetched. `why` and `advice` are the parts of the message, `status` that of HTTP."""

    def __init__(
        self, url: str, why: str, advice: str, failure: FetchFailure, status: int | None = None
    ) -> None:
        super().__init__(f"{url} was not fetched: {why}; {advice}")
        self.url = url
        self.why = why
        self.advice = advice
        self.failure = failure
        self.status = status


class Watch:
    """Watches one fetch: it ends when its time is over or when it is cancelled."""

    def __init__(self, url: str, limits: Limits, cancelled: Callable[[], bool] | None) -> None:
        self.url = url
        self.limits = limits
        self._cancelled = cancelled
        self._ends_at = time.monotonic() + limits.total_seconds

    def remaining(self) -> float:
        """Return the seconds that are left; raise FetchError when there are none, or when cancelled."""
        if self._cancelled is not None and self._cancelled():
            raise FetchError(
                self.url, "it was cancelled", "ask again when it is wanted", FetchFailure.CANCELLED
            )
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise FetchError(
                self.url,
                f"it took more than {self.limits.total_seconds:g} s in all",
                LATER_OR_BY_BROWSER,
                FetchFailure.UNREACHABLE,
            )
        return left

    def patience(self, asked: float | None = None) -> float:
        """Return how many seconds one wait may take, at most as many as are `asked` for."""
        most = min(self.remaining(), self.limits.idle_seconds)
        return most if asked is None else min(most, asked)

    def check(self) -> None:
        """Raise FetchError when the time is over or the fetch was cancelled."""
        self.remaining()

    def idle(self, waited_for: str) -> FetchError:
        """Return the error for a server that stayed silent for too long."""
        return FetchError(
            self.url,
            f"{waited_for} for {self.limits.idle_seconds:g} s",
            LATER_OR_BY_BROWSER,
            FetchFailure.UNREACHABLE,
        )

    def refused(self, why: str, advice: str) -> FetchError:
        """Return the error for something that kzcheck refuses to do."""
        return FetchError(self.url, why, advice, FetchFailure.REFUSED)

    def unreachable(self, why: str, advice: str) -> FetchError:
        """Return the error for something that did not work."""
        return FetchError(self.url, why, advice, FetchFailure.UNREACHABLE)
