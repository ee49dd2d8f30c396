"""What others have done on the desk in the meantime."""

from enum import Enum, auto

from kzcheck.desk import Desk
from kzcheck.domain import Action

REACH = 50
"""How many entries of the ledger are looked at. If all of them are new, somebody has decided."""


class News(Enum):
    """What kind of news has come from outside this screen."""

    NOTHING = auto()
    SEEN = auto()
    """Cited pages were looked at. The list stays as it is, and the cursor on its claim."""
    DECIDED = auto()
    """Something was decided, or articles were added."""


class Colleagues:
    """Watches the desk for changes that do not come from this screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._version = desk.data_version()
        self._newest = desk.newest_entry()
        self._claims = desk.tally().total

    def news(self) -> News:
        """Return what kind of news has come since the last call."""
        version = self._desk.data_version()
        if version == self._version:
            return News.NOTHING
        fresh = [entry for entry in self._desk.log(REACH) if entry.seq > self._newest]
        claims = self._desk.tally().total
        decided = claims != self._claims or any(
            entry.session != self._desk.session and entry.action is not Action.CHECKED for entry in fresh
        )
        self._version, self._newest, self._claims = version, self._desk.newest_entry(), claims
        return News.DECIDED if decided or len(fresh) == REACH else News.SEEN
