"""The only room that knows SQL: one SQLite file, its migrations, and every query on it."""

from kzcheck.store.store import Row, Store

__all__ = ["Row", "Store"]
