"""Counts in words."""


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: `1 claim`, `3 claims`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
