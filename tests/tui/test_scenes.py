"""How every screen looks: the scenes of the pictures, held to snapshots and to the pictures kept."""

from functools import partial
from pathlib import Path

import pytest
from scenes import SCENES, play, staged

FOLDER = Path(__file__).parents[2] / "screenshots"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_scene_looks_as_it_did(scene, tmp_path, snap_compare):
    with staged(scene, tmp_path) as app:
        assert snap_compare(app, terminal_size=scene.size, run_before=partial(play, scene))


@pytest.mark.parametrize("scene", [each for each in SCENES if each.is_picture], ids=lambda scene: scene.name)
async def test_a_picture_is_what_the_program_shows_now(scene, tmp_path):
    with staged(scene, tmp_path) as app:
        async with app.run_test(size=scene.size) as pilot:
            await play(scene, pilot)
            shown = app.export_screenshot(title="kzcheck")
    kept = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")
    assert kept == shown, "the picture is stale: run python screenshots/make.py"
