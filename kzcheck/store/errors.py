"""What SQLite says, in words for the person at the keyboard."""

import sqlite3
from pathlib import Path

from kzcheck.domain import KzcheckError


def plain_error(error: sqlite3.Error, path: Path) -> KzcheckError:
    """Return the one line that says what SQLite's `error` means for the desk at `path`."""
    words = str(error).replace("\n", " ")
    if "locked" in words or "busy" in words:
        return KzcheckError(f"{path} is busy: another program is writing to it; try again when it is done")
    if "not a database" in words or "malformed" in words:
        return KzcheckError(
            f"{path} cannot be read: it is damaged or not a desk ({words}); "
            "restore a backup or choose another --db"
        )
    if "full" in words:
        return KzcheckError(f"{path} cannot be written: the disk is full; free some space and repeat")
    if "readonly" in words:
        return KzcheckError(f"{path} cannot be written: it is read-only; change its permissions or copy it")
    if "unable to open" in words:
        return KzcheckError(f"{path} cannot be opened: {words}; check the path and its permissions")
    return KzcheckError(f"{path}: SQLite refused ({words}); run 'kzcheck doctor'")
