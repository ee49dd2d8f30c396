"""What every test may ask for."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Growth = Callable[[Callable[[int], float], int], bool]


@pytest.fixture(scope="session")
def real_articles() -> Path:
    """The folder of the two articles that kzcheck was made for; they live beside the repository."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "documents"
    if not list(folder.glob("*.txt")):
        pytest.fail(f"the real articles are missing: {folder} holds no .txt file")
    return folder


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_is_heard() -> Iterator[None]:
    """Let the programs that tests start hear Ctrl+C, also when a script runs the tests in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fetch from this machine directly, whatever the environment says."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="session")
def grows_linearly() -> Growth:
    """Whether four times the size takes less than ten times as long; what is quadratic takes sixteen.

    Of five tries one must say so: other work on the machine can spoil some, and never makes it linear.
    """

    def holds(seconds: Callable[[int], float], size: int) -> bool:
        return any(seconds(4 * size) < 10 * max(seconds(size), 0.005) for _ in range(5))

    return holds
