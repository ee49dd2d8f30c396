"""Entries of a live blog: each has a date of its own, which is that of its claims."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kzcheck.domain import Document, ZoneKind
from kzcheck.extract.dates import DateMention, dates_in, find_dates
from kzcheck.extract.text import Source

_FEWEST = 2  # one dated line above the text is that of an article
_DAY = len("2026-01-08")
_LONGEST_STAMP = 80  # characters


@dataclass(frozen=True, slots=True)
class Entries:
    """Where the entries of a document begin, and the day of each (EDTF); none where it is one article."""

    starts: Sequence[int]
    days: Sequence[str]

    def day_at(self, place: int) -> str | None:
        """Return the day of the entry that a place of the text is in."""
        index = bisect_right(self.starts, place) - 1
        return self.days[index] if index >= 0 else None


def entries_of(document: Document) -> Entries:
    """Return the dated entries: lines above the text that name a day, each with text of its own below.

    A line that names an hour alone belongs to the day before it in the text.
    """
    published = document.metadata.published
    starts: list[int] = []
    days: list[str] = []
    for zone, below in pairwise(document.zones):
        if zone.kind is not ZoneKind.BYLINE or below.kind is not ZoneKind.BODY:
            continue
        stamp = document.text[zone.start : zone.end].rpartition("\n")[2]
        if len(stamp) <= _LONGEST_STAMP:
            named = [date.edtf for date in find_dates(stamp, published) if len(date.edtf) == _DAY]
            starts += [zone.start] * len(named[:1])
            days += named[:1]
    return Entries(starts, days) if len(starts) >= _FEWEST else Entries((), ())


def dates_of(document: Document, entries: Entries, source: Source) -> list[DateMention]:
    """Return the dates in a document with the text `source`, those of an entry told from its own day."""
    text, published = source.text, document.metadata.published
    if not entries.starts:
        return dates_in(source, published)
    edges = [0, *entries.starts, len(text)]
    found: list[DateMention] = []
    for (start, end), day in zip(pairwise(edges), [published, *entries.days], strict=True):
        found += [
            replace(date, start=date.start + start, end=date.end + start)
            for date in find_dates(text[start:end], day)
        ]
    return found
