"""The screens. Importing this package loads nothing of Textual; `run` does."""

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzcheck.desk import Desk


def run(desk: "Desk", *, allow_private: bool = False) -> None:
    """Open the review screen on a desk, and return when the reviewer leaves.

    With `allow_private`, cited pages are fetched from private networks too.

    Raises KzcheckError when the settings file says something that can't be.
    """
    from kzcheck.tui.app import KzcheckApp
    from kzcheck.tui.settings import load, settings_path

    settings = load(settings_path())
    gc.freeze()  # a full collection goes through all of Textual, and would hold a key up for 40 ms
    gc.enable()
    KzcheckApp(
        desk,
        keymap=settings.keymap,
        theme=settings.theme,
        glyphs=settings.glyphs,
        allow_private=allow_private,
        goal=settings.goal,
    ).run()
