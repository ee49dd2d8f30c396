"""The only room that knows SQL: one SQLite file, its migrations, and every query on it.

Claims and documents have an id, the same on every desk, and a number, which is their key in this file. A
function that takes or returns a number says so; a text that is called an id is never a number.
"""

from kzcheck.store.store import Row, Store

__all__ = ["Row", "Store"]
