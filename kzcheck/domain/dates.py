"""Dates as a person gives them."""

from datetime import date

_MISSING = {len("2026"): "-01-01", len("2026-01"): "-01", len("2026-01-08"): ""}
"""What a date of so many characters lacks to be that of a day."""


def is_date(words: str) -> bool:
    """Return whether words are a date of a day, a month or a year: 2026-01-08, 2026-01 or 2026."""
    try:
        date.fromisoformat(words + _MISSING[len(words)])
    except (KeyError, ValueError):
        return False
    return True
