"""Which desk a command works on, and opening it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from kzcheck.desk import Desk
    from kzcheck.desk.blind import BlindDesk


class Place(NamedTuple):
    """The desk that `--db` names; without it, the one of $KZCHECK_DB or the user's own."""

    given: Path | None

    @property
    def path(self) -> Path:
        """The file of the desk."""
        from kzcheck.desk import default_desk_path

        return default_desk_path(None if self.given is None else str(self.given))

    def open(self, *, reviewer: str = "", create: bool = False) -> "Desk":
        """Open the desk, to be used in a `with`; raise KzcheckError when there is none, unless `create`."""
        from kzcheck.desk import Desk

        return Desk.open(self.path, reviewer=reviewer, create=create)

    def open_blind(self, *, reviewer: str = "") -> "BlindDesk":
        """Open the desk as a second reviewer sees it in the blind check."""
        from kzcheck.desk.blind import BlindDesk

        return BlindDesk.open(self.path, reviewer=reviewer, create=False)


pass_place = click.make_pass_decorator(Place)
