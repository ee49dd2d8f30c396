"""Where the desk is, and opening it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from kzcheck.desk import Desk
    from kzcheck.desk.blind import BlindDesk


class Place(NamedTuple):
    """The desk that was asked for with `--db`, or None for $KZCHECK_DB or the person's own."""

    given: Path | None

    @property
    def path(self) -> Path:
        """The desk's file."""
        from kzcheck.desk import default_desk_path

        return default_desk_path(None if self.given is None else str(self.given))

    def open(self, *, reviewer: str = "", create: bool = False) -> "Desk":
        """Open the desk; a context manager. Raises KzcheckError when there is none and `create` is off."""
        from kzcheck.desk import Desk

        return Desk.open(self.path, reviewer=reviewer, create=create)

    def open_blind(self, *, reviewer: str = "") -> "BlindDesk":
        """Open the desk as a second reviewer sees it."""
        from kzcheck.desk.blind import BlindDesk

        return BlindDesk.open(self.path, reviewer=reviewer, create=False)


pass_place = click.make_pass_decorator(Place)
