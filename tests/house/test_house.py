"""The one command checks the house too: format, lint, types, import directions, and where things stand."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
CHECKS = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "import contracts": ("lint-imports",),
}
STATEMENT = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|TRIGGER|VIEW)|PRAGMA\s+\w+)\b",
    re.DOTALL,
)
HEAVY = {"httpx", "pypdf", "rapidfuzz", "selectolax", "sqlite_utils"}
LOADED = "import sys, kzcheck.cli.program as p; p.run({arguments!r}); print(*sys.modules, file=sys.stderr)"


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a run of the program has loaded by its end."""
    code = LOADED.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("check", CHECKS)
def test_the_house_is_in_order(check: str) -> None:
    tool, *arguments = CHECKS[check]
    done = subprocess.run(
        [BIN / tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=240
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_sql_stands_only_in_the_store() -> None:
    strays = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "kzcheck").rglob("*.py"))
        if path.relative_to(ROOT / "kzcheck").parts[0] != "store"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.search(node.value)
    ]
    assert not strays


def test_help_loads_nothing_heavy() -> None:
    loaded = loaded_by("--help")
    assert not loaded & (HEAVY | {"textual", "rich", "sqlite3"})


def test_a_list_of_claims_loads_nothing_heavy(tmp_path: Path) -> None:
    desk = str(tmp_path / "desk.db")
    sample = ROOT / "db" / "demo" / "1-troops.txt"
    subprocess.run([BIN / "kzcheck", "--db", desk, "add", sample], check=True, capture_output=True)
    assert not loaded_by("--db", desk, "claims", "--json") & (HEAVY | {"textual", "rich"})


def test_no_file_asks_to_become_two() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("kzcheck", "tests", "screenshots")
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long


def test_no_address_of_a_registry_and_no_path_of_a_machine_is_written_down() -> None:
    names = ("constraints.txt", "pyproject.toml", "README.md", "CONTRIBUTING.md", ".ci/run")
    text = "\n".join((ROOT / name).read_text("utf-8") for name in names)
    assert not re.search(r"index.url|find.links|/(home|Users)/|file:/{2}", text)


def test_every_pin_is_exact_and_every_dependency_is_pinned() -> None:
    pins = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line]
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.!+]+", pin) for pin in pins)
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted = set(re.findall(r'^    "([A-Za-z0-9-]+)>=', project, re.MULTILINE))
    assert {name.lower() for name in wanted} <= {pin.partition("==")[0] for pin in pins}


def test_no_group_of_an_expression_is_possessive() -> None:
    """Python 3.11 before 3.11.5 matches these wrongly (python/cpython#106052); Debian 12 has 3.11.2."""
    possessive = re.compile(r"\)(?:[*+?]|\{+[0-9,]*\}+)\+|\(\?>")
    assert not [
        f"{path.name}: {line.strip()}"
        for path in (ROOT / "kzcheck").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if possessive.search(line)
    ]
