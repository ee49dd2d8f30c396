"""A person's surroundings: a home of their own, a desk of their own, the installed program."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Terminal

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def program() -> Path:
    """The installed `kzcheck` of this environment."""
    installed = Path(sys.executable).with_name("kzcheck")
    if not installed.exists():
        pytest.fail(f"{installed} is missing: install the project with pip install -e .")
    return installed


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """An environment with a fresh home and a reviewer's name."""
    home = tmp_path / "home"
    home.mkdir()
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "KZCHECK_REVIEWER": "aizhan",
        "KZCHECK_DB": str(tmp_path / "desk.db"),
    }


@pytest.fixture
def run(program: Path, surroundings: dict[str, str]) -> Run:
    """Run the program with arguments, without a terminal; returns what it wrote and its status."""

    def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program, *arguments], env=surroundings, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture
def open_terminal(program: Path, surroundings: dict[str, str]) -> Callable[..., Terminal]:
    """Open a terminal with the program in it, given arguments for the program."""

    def open_terminal(*arguments: str | Path, columns: int = 120, rows: int = 36) -> Terminal:
        return Terminal([program, *arguments], surroundings, columns=columns, rows=rows)

    return open_terminal
