"""How soon the screen answers while pages are fetched: `python tests/benchmarks/keys_while_fetching.py`.

Runs the installed program in a pseudo-terminal. The claim under the cursor cites a page of a server on
loopback; `F` fetches it, and keys are pressed while it is on its way. Prints the median and the 99th
percentile in milliseconds from a key to the first change it makes on the screen (what the fetch itself says
may come later), before the fetch and during it, whether every mark is on the desk, and what the process of
the screen does when no key is pressed, without a fetch and during one.
"""

import gzip
import math
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

import click
from desk_at_size import build
from keys_to_paint import BIN, surroundings
from stopwatch import Rest, Stopwatch

from kzcheck.desk import Desk
from kzcheck.domain import Action, ClaimQuery, Status

PARAGRAPH = b"<p>" + b"The field of the long page held 80 wells and 12 camels. " * 200 + b"</p>\n"
HEAD = b"<title>Wells</title><article><h1>Wells</h1>"
BOMB = gzip.compress(b"\0" * 300_000_000, 9)
SITUATIONS = ("page", "large", "drip", "bomb", "loop")


class Pages(BaseHTTPRequestHandler):
    """An ordinary page, one of 30 MB, one byte at a time, a gzip bomb, a redirect to itself."""

    stopped = threading.Event()

    def do_GET(self) -> None:
        """Answer as the path says."""
        match self.path:
            case "/loop":
                self._head(302, ("Location", "/loop"))
            case "/drip":
                self._head(200)
                while not self.stopped.wait(0.05):
                    self._write(b"x")
            case "/bomb":
                self._head(200, ("Content-Encoding", "gzip"))
                self._write(BOMB)
            case _:
                self._head(200)
                self._write(HEAD + PARAGRAPH * (2600 if self.path == "/large" else 2))

    def _head(self, status: int, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", "text/html"), *headers):
            self.send_header(name, value)
        self.end_headers()

    def _write(self, data: bytes) -> None:
        try:
            self.wfile.write(data)
        except OSError:  # who fetches has had enough
            self.stopped.set()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """Give the address of the server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    Pages.stopped.set()
    server.shutdown()


def measure(folder: Path, address: str, situation: str, times: int) -> tuple[list[float], list[float], bool]:
    """Return how long each key took before and while a page came, and whether all marks are on the desk."""
    Pages.stopped.clear()
    path = folder / f"{situation}.db"
    build(path, 1000)
    with Desk.open(path, reviewer="benchmark") as desk:
        first = desk.page(ClaimQuery(statuses=(Status.OPEN,)), limit=1)[0]
        desk.cite(first.id, address + situation, passage="The field of the long page held 80 wells")
        command = [BIN / "kzcheck", "--db", path, "review", "--allow-private"]
        with Stopwatch(command, surroundings(folder)) as watch:
            watch.start(lambda text: first.headline[:12] in text)
            for key in ("j", "k", "j", "k"):
                watch.press(key)
            before = press(watch, times)
            for key in ("g", "F"):
                watch.press(key)
            during = press(watch, times)
            Pages.stopped.set()
        marks = sum(entry.action is Action.STATUS for entry in desk.log(10 * times))
        return before, during, marks == 2 * (times // 4) and desk.doctor() == []


def measure_rest(folder: Path, address: str, seconds: float) -> tuple[Rest, Rest]:
    """Return what the screen's process does of itself without a fetch, and while a page drips in."""
    Pages.stopped.clear()
    path = folder / "rest.db"
    build(path, 1000)
    with Desk.open(path, reviewer="benchmark") as desk:
        first = desk.page(ClaimQuery(statuses=(Status.OPEN,)), limit=1)[0]
        desk.cite(first.id, address + "drip")
    with Stopwatch(
        [BIN / "kzcheck", "--db", path, "review", "--allow-private"], surroundings(folder)
    ) as watch:
        watch.start(lambda text: first.headline[:12] in text)
        watch.drain()
        before = watch.rest(seconds)
        watch.press("F")
        watch.rest(3.0)  # until the process that fetches has come up
        during = watch.rest(seconds)
        Pages.stopped.set()
        return before, during


def press(watch: Stopwatch, times: int) -> list[float]:
    """Move and mark; return how long each key took to change anything on the screen."""
    paints = [watch.press(("j", "t", "j", "k")[number % 4]) for number in range(times)]
    return [paint.first for paint in paints if paint is not None]


def told(taken: list[float]) -> str:
    """Return the median and the 99th percentile."""
    return f"p50 {median(taken):5.1f}  p99 {sorted(taken)[math.ceil(0.99 * len(taken)) - 1]:5.1f}"


@click.command()
@click.option("--times", default=200, show_default=True, help="How many keys.")
@click.option("--seconds", default=20.0, show_default=True, help="How long to press nothing.")
def main(times: int, seconds: float) -> None:
    """Print what the screen does of itself and how soon keys are answered, before a fetch and during it."""
    with tempfile.TemporaryDirectory() as name, serving() as address:
        for when, rest in zip(("before", "during"), measure_rest(Path(name), address, seconds), strict=True):
            click.echo(
                f"at rest {when} a fetch: {rest.spent:.1f} ms of processor a second, {rest.paints} paints, "
                f"{rest.writes} writes"
            )
        for situation in SITUATIONS:
            before, during, is_whole = measure(Path(name), address, situation, times)
            click.echo(
                f"{situation:6} before {told(before)}   during {told(during)} ms   "
                f"{'every mark is there' if is_whole else 'MARKS ARE MISSING'}"
            )


if __name__ == "__main__":
    sys.exit(main())
