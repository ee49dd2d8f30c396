"""How the screens look: the scenes of the pictures, held to snapshots and to the pictures kept."""

import importlib.util
import sys
from functools import partial
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "screenshots"


def module(name):
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


scenes = module("scenes")


@pytest.mark.parametrize("scene", scenes.SCENES, ids=lambda scene: scene.name)
def test_a_scene_looks_as_it_did(scene, tmp_path, snap_compare):
    with scenes.staged(scene, tmp_path) as app:
        assert snap_compare(app, terminal_size=scene.size, run_before=partial(scenes.play, scene))


@pytest.mark.parametrize(
    "scene", [each for each in scenes.SCENES if each.picture], ids=lambda scene: scene.name
)
async def test_a_picture_is_what_the_program_shows_now(scene, tmp_path):
    with scenes.staged(scene, tmp_path) as app:
        async with app.run_test(size=scene.size) as pilot:
            await scenes.play(scene, pilot)
            shown = app.export_screenshot(title="kzcheck")
    kept = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")
    assert kept == shown, "the picture is stale: run python screenshots/make.py"
