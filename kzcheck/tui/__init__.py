"""The screens. Importing this package loads nothing of Textual; `run` does."""

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzcheck.desk import Desk


def run(desk: "Desk", *, allow_private: bool = False) -> None:
    """Open the review screen on a desk, and return when the reviewer leaves.

    With `allow_private`, cited pages are fetched from private networks too.

    Raises KzcheckError when the settings file says something that can't be, and when the desk was moved,
    deleted or replaced in the meantime: a copy of it then has what was decided.
    """
    from kzcheck.domain import KzcheckError
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
    if copy := desk.rescue():
        raise KzcheckError(
            f"{desk.path} was moved, deleted or replaced while it was open; "
            f"everything decided until then is in {copy}: open that"
        )
