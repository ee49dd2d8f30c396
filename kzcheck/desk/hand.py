"""What every decision begins with: who decides, when, and the words that were typed, cleaned."""

import secrets
from datetime import UTC, datetime
from typing import NamedTuple

from kzcheck.store.ledger import Deed


class Hand(NamedTuple):
    """The reviewer who decides, and the sitting in which they do."""

    reviewer: str
    session: str

    def deed(self) -> Deed:
        """Return a new deed of this reviewer, now."""
        return Deed(at=now(), reviewer=self.reviewer, session=self.session, batch=secrets.token_hex(8))


def now() -> str:
    """Return the present time in UTC, ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def tidy(words: str | None) -> str | None:
    """Return typed words trimmed and without what SQLite cannot store, or None if nothing is left."""
    if words is None:
        return None
    return words.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8").strip() or None
