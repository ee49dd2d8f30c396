"""Which desk and which reviewer are meant when neither is named, and what `~` means in a path."""

import os
from pathlib import Path


def default_desk_path(given: str | None = None) -> Path:
    """Return the path of the desk: as given, else $KZCHECK_DB, else `desk.db` in the user's data folder.

    The data folder is created if it is missing; the folder of a path that somebody gave is not.
    """
    named = given or os.environ.get("KZCHECK_DB")
    return expanded(named) if named else _users_own(make_folder=True)


def expanded(path: str) -> Path:
    """Return a path with the home folder for its `~`; it stays as it is if no user has that name."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def is_default(path: Path) -> bool:
    """Return whether this is the desk of commands that name none."""
    named = os.environ.get("KZCHECK_DB")
    default = expanded(named) if named else _users_own(make_folder=False)
    return path.absolute() == default.absolute()


def _users_own(*, make_folder: bool) -> Path:
    from platformdirs import user_data_path

    return user_data_path("kzcheck", appauthor=False, ensure_exists=make_folder) / "desk.db"


def reviewer_name() -> str:
    """Return $KZCHECK_REVIEWER, else the login name, else `reviewer`."""
    named = os.environ.get("KZCHECK_REVIEWER", "").strip()
    if named:
        return named
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "reviewer"
