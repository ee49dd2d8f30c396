"""How much a fetch may take, how it fails, and the watch that is kept on it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kzcheck.domain import KzcheckError

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most one fetch may take, all its redirects together. Bytes and seconds.

    `wire_bytes` counts what arrives, `body_bytes` what it unpacks to. `idle_seconds` is the longest
    wait between two arrivals, and for a connection.
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
    """A page was not fetched. The message is one line; `why` and `advice` are its parts."""

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
    """Keeps time over one fetch and listens for its cancelling."""

    def __init__(self, url: str, limits: Limits, cancelled: Callable[[], bool] | None) -> None:
        self.url = url
        self.limits = limits
        self._cancelled = cancelled
        self._ends_at = time.monotonic() + limits.total_seconds

    def remaining(self) -> float:
        """Return the seconds that are left; raise FetchError when none are, or when cancelled."""
        if self._cancelled is not None and self._cancelled():
            raise FetchError(
                self.url, "it was cancelled", "ask again when it is wanted", FetchFailure.CANCELLED
            )
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise FetchError(
                self.url,
                f"it took more than {self.limits.total_seconds:g} s in all",
                "try again later, or save the page with a browser and add the file",
                FetchFailure.UNREACHABLE,
            )
        return left

    def patience(self, asked: float | None = None) -> float:
        """Return the seconds that one wait may take, at most those `asked` for."""
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
            "try again later, or save the page with a browser and add the file",
            FetchFailure.UNREACHABLE,
        )

    def refused(self, why: str, advice: str) -> FetchError:
        """Return the error for what kzcheck will not do."""
        return FetchError(self.url, why, advice, FetchFailure.REFUSED)

    def unreachable(self, why: str, advice: str) -> FetchError:
        """Return the error for what did not work."""
        return FetchError(self.url, why, advice, FetchFailure.UNREACHABLE)
