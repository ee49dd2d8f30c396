"""Running commands within the test, on a desk of the test's own."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kzcheck.cli.program import run

SAMPLES = Path(__file__).resolve().parents[2] / "db" / "demo"


@dataclass(frozen=True)
class Result:
    """What a command wrote, and its exit status."""

    status: int
    out: str
    err: str


Kzcheck = Callable[..., Result]


@pytest.fixture
def kzcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kzcheck:
    """Run a command as `aizhan`; `stdin` is what it can read."""
    monkeypatch.setenv("KZCHECK_DB", str(tmp_path / "desk.db"))
    monkeypatch.setenv("KZCHECK_REVIEWER", "aizhan")

    def kzcheck(*arguments: str | Path, stdin: str = "") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return kzcheck


@pytest.fixture
def samples(kzcheck: Kzcheck) -> Any:
    """A desk with the sample articles; gives the claims of all zones by headline order."""
    added = kzcheck("add", SAMPLES)
    assert added.status == 0, added.err
    return kzcheck
