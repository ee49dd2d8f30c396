"""`import`: what it says of the verdicts whose place it takes, and how it tells the formats apart."""

import json
from pathlib import Path

import pytest


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_import_names_the_verdicts_whose_place_it_takes(samples, tmp_path: Path, kind: str) -> None:
    first, second, third = [claim["id"] for claim in json.loads(samples("claims", "--json").out)[:3]]
    samples("mark", first, "unproven")
    samples("mark", second, "not-checkable")
    file = tmp_path / "decided"  # the content tells what it is, not the name
    assert samples("export", kind, "-o", file).status == 0
    assert samples("import", file).err == f"kzcheck: 0 verdicts and 0 citations read from {file}\n"

    samples("mark", first, "needs-context", "--reviewer", "bolat")
    samples("mark", second, "later", "--reviewer", "bolat")
    samples("mark", third, "unproven", "--reviewer", "bolat")
    done = samples("import", file)
    assert done.status == 0, done.err
    assert done.err.splitlines() == [
        f"kzcheck: claim {first} was needs-context, by bolat; it is unproven now, by aizhan",
        "kzcheck: 'kzcheck undo' takes all of the import back",
        f"kzcheck: 2 verdicts and 0 citations read from {file}",
    ]
    samples("undo")
    assert json.loads(samples("show", first, "--json").out)["status"] == "needs-context"
