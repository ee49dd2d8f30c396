"""Politeness of rechecks: obeying robots.txt, and pausing between requests to one host."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from kzcheck.domain import Page
from kzcheck.evidence.limits import FetchError, FetchFailure

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

AGENT = "kzcheck"
GAP_SECONDS = 2.0
LONGEST_GAP_SECONDS = 30.0
_MOST_BYTES = 500 * 1024  # RFC 9309, section 2.5


class Robots:
    """What the robots.txt of each host allows; each is fetched once, by `fetch`."""

    def __init__(self, fetch: Callable[[str], Page]) -> None:
        self._fetch = fetch
        self._rules: dict[str, RobotFileParser | FetchError] = {}

    def allows(self, url: str) -> bool:
        """Return whether `url` may be rechecked.

        By RFC 9309, section 2.3.1, everything is allowed if there is no robots.txt (4xx), and nothing while
        the server is out of order or out of reach: then FetchError is raised.
        """
        return self._rules_for(url).can_fetch(AGENT, url)

    def gap(self, url: str) -> float:
        """Return the seconds to leave between two requests: those the host asks for, within our limits.

        Raises FetchError as `allows` does.
        """
        asked = self._rules_for(url).crawl_delay(AGENT)
        return min(max(float(asked or 0), GAP_SECONDS), LONGEST_GAP_SECONDS)

    def _rules_for(self, url: str) -> "RobotFileParser":
        parts = urlsplit(url)
        place = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        known = self._rules.get(place)
        if known is None:
            known = self._rules[place] = self._read(place)
        if isinstance(known, FetchError):
            raise known
        return known

    def _read(self, place: str) -> "RobotFileParser | FetchError":
        from urllib.robotparser import RobotFileParser

        rules = RobotFileParser()
        try:
            lines = self._fetch(place).body[:_MOST_BYTES].decode("utf-8", "replace").splitlines()
        except FetchError as error:
            if error.failure is FetchFailure.CANCELLED:
                raise
            if error.status is None or error.status >= 500:
                return error
            lines = []
        rules.parse(lines)
        return rules


class Pacer:
    """Makes requests to the same host wait for each other."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._free_at: dict[str, float] = {}

    def wait(self, url: str, gap: float = GAP_SECONDS, cancelled: Callable[[], bool] | None = None) -> None:
        """Wait until `gap` seconds have passed since the last request to the host of `url`."""
        host = urlsplit(url).hostname or ""
        while (left := self._free_at.get(host, 0.0) - self._clock()) > 0:
            if cancelled is not None and cancelled():
                return
            self._sleep(min(left, 0.1))
        self._free_at[host] = self._clock() + gap
