"""The words and numbers of dates, and arithmetic on EDTF dates (ISO 8601-2) of day, month or year."""

import datetime
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF numbers the seasons 21 to 24, the quarters 33 to 36 and the halves of a year 40 and 41."""
FIRST_QUARTER, FIRST_HALF = 33, 40


class Anchor(NamedTuple):
    """The day, month or year a text was published; None for what is not known."""

    year: int
    month: int | None
    day: int | None

    def date(self) -> datetime.date | None:
        """Return the day, when it is known."""
        if self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)


def read_anchor(published: str | None) -> Anchor | None:
    """Read a publication date (`2022-01-07`, `2022-01`, `2022`); None for none, or for no such date."""
    parts = (published or "").split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() and part.isascii() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year, month, day = (*numbers, None, None)[:3]
    if year is None or not is_date(year, month, day):
        return None
    return Anchor(year, month, day)


def is_date(year: int, month: int | None, day: int | None) -> bool:
    """Tell whether there is such a day, month or year."""
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return False
    return True


def full_year(year: int, near: int) -> int:
    """Return the four digits of a year of two that follows the year `near` ("1939-45")."""
    return year if year > 99 else near - near % 100 + year


def edtf(year: int, month: int | None = None, day: int | None = None) -> str:
    """Write a day, month or year in EDTF."""
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def months_from(anchor: Anchor, months: int) -> str | None:
    """Return the month that lies `months` from the anchor's."""
    if anchor.month is None:
        return None
    index = anchor.year * 12 + anchor.month - 1 + months
    return edtf(index // 12, index % 12 + 1) if 1 <= index // 12 <= 9999 else None


def days_from(anchor: Anchor, days: int) -> str | None:
    """Return the day that lies `days` from the anchor's."""
    date = anchor.date()
    if date is None or not -3_000_000 < days < 3_000_000:
        return None
    ordinal = date.toordinal() + days
    if not 1 <= ordinal <= datetime.date.max.toordinal():
        return None
    return datetime.date.fromordinal(ordinal).isoformat()


def nearest_year(anchor: Anchor, month: int) -> int:
    """Return the year of a month and day named without one: the one that brings it nearest to the anchor.

    News names what was: a date that would lie more than six months ahead is taken from the year before.
    """
    if anchor.month is None:
        return anchor.year
    ahead = month - anchor.month
    if ahead > 6:
        return anchor.year - 1
    if ahead < -6:
        return anchor.year + 1
    return anchor.year
