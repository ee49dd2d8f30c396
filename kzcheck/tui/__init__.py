"""The screens. Importing this package loads nothing of Textual; `run` does."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzcheck.desk import Desk


def run(desk: "Desk") -> None:
    """Open the review screen on a desk, and return when the reviewer leaves."""
    from kzcheck.tui.app import KzcheckApp

    KzcheckApp(desk).run()
