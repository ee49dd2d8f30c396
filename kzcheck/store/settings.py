"""The settings of a desk, and the sessions of its reviewers."""

from kzcheck.store.store import Store


def setting(store: Store, name: str) -> str | None:
    """Return a setting, None when it was never set."""
    value: str | None = store.value("SELECT value FROM settings WHERE name = ?", (name,))
    return value


def set_setting(store: Store, name: str, value: str | None) -> None:
    """Set a setting, or with None remove it."""
    with store.writing():
        if value is None:
            store.write("DELETE FROM settings WHERE name = ?", (name,))
        else:
            store.write(
                "INSERT INTO settings (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )


def note_session(store: Store, session: str, reviewer: str, started_at: str) -> None:
    """Write down a session, unless it is there already; the caller holds the transaction."""
    store.write(
        "INSERT OR IGNORE INTO sessions (id, reviewer, started_at) VALUES (?, ?, ?)",
        (session, reviewer, started_at),
    )
