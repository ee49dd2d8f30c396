"""The wheel, the source archive and the editable checkout each install and open a desk."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OPEN_A_DESK = """
import json, kzcheck
from kzcheck.desk.demo import demo_desk
with demo_desk(reviewer="tester") as desk:
    print(json.dumps({"package": kzcheck.__file__, "documents": len(desk.documents())}))
"""
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.xdist_group("packaging")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command and return what it wrote; a failure shows it all."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive."""
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


def install(environment: Path, *what: str | Path) -> Path:
    """Make a fresh environment, install into it with its dependencies, and return its scripts' folder."""
    venv.create(environment, with_pip=False)
    scripts = environment / SCRIPTS
    run(
        sys.executable, "-m", "pip", "--python", scripts / "python", "install", "-q",
        "-c", ROOT / "constraints.txt", *what, cwd=environment,
    )  # fmt: skip
    return scripts


@pytest.mark.parametrize("kind", ["wheel", "source archive", "editable"])
def test_an_installed_kzcheck_opens_a_desk_of_the_samples(built: Path, tmp_path: Path, kind: str) -> None:
    what: dict[str, list[str | Path]] = {
        "wheel": list(built.glob("*.whl")),
        "source archive": list(built.glob("*.tar.gz")),
        "editable": ["-e", ROOT],
    }
    scripts = install(tmp_path / "env", *what[kind])
    told = json.loads(run(scripts / "python", "-c", OPEN_A_DESK, cwd=tmp_path))
    assert told["documents"] == 4
    assert Path(told["package"]).is_relative_to(ROOT) == (kind == "editable")
    desk = tmp_path / "desk.db"
    article = tmp_path / "article.txt"
    article.write_text("Report\n\nThe line carried 40 percent of the oil.\n")
    run(scripts / "kzcheck", "--db", desk, "add", article, cwd=tmp_path)
    (document,) = json.loads(run(scripts / "kzcheck", "--db", desk, "documents", "--json", cwd=tmp_path))
    assert document["source"] == str(article)
    assert run(scripts / "python", "-m", "kzcheck", "--version", cwd=tmp_path).startswith("kzcheck ")


def test_the_archives_hold_the_schema_the_samples_and_nothing_of_a_desk(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = run(sys.executable, "-m", "zipfile", "-l", wheel, cwd=built)
    assert "kzcheck/db/migrations/0001_desk.sql" in names
    assert "kzcheck/db/demo/1-troops.txt" in names
    assert "kzcheck/tui/review.tcss" in names
    assert "kzcheck/py.typed" in names
    assert ".db-wal" not in names
    assert "tests/" not in names
