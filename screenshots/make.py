"""Make the pictures of this folder: `python screenshots/make.py`. The same bytes on every run."""

import asyncio
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py
from scenes import SCENES, Scene, play, staged

FOLDER = Path(__file__).parent
FONT = "Fira Code"  # the font that Textual's SVGs name


async def taken(scene: Scene) -> str:
    """Return the SVG of a scene."""
    with TemporaryDirectory() as folder, staged(scene, Path(folder)) as app:
        async with app.run_test(size=scene.size) as pilot:
            await play(scene, pilot)
            return app.export_screenshot(title="kzcheck")


def drawn(svg: str) -> bytes:
    """Return an SVG as PNG, in the one font that is supplied."""
    font = files("fontpkg_fira_code") / "files" / "FiraCode[wght].ttf"
    png: bytes = resvg_py.svg_to_bytes(
        svg_string=svg.replace("✗", "×"),  # the font has no ballot cross
        skip_system_fonts=True,
        font_files=[str(font)],
        font_family=FONT,
        monospace_family=FONT,
    )
    return bytes(png)


def main() -> None:
    """Write every picture as SVG and PNG."""
    for scene in SCENES:
        if scene.is_picture:
            svg = asyncio.run(taken(scene))
            (FOLDER / f"{scene.name}.svg").write_text(svg, encoding="utf-8")
            (FOLDER / f"{scene.name}.png").write_bytes(drawn(svg))
            print(scene.name)


if __name__ == "__main__":
    main()
