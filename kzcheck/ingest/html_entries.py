"""Entries of a live blog, whose days a page often tells machines alone."""

from collections.abc import Sequence

from kzcheck.domain import ZoneKind
from kzcheck.ingest.edtf import to_edtf
from kzcheck.ingest.html_tree import Block
from kzcheck.ingest.json_ld import Update

Shown = tuple[str, ZoneKind]

_FEWEST = 2  # one such time is that of an article
_DAY = len("2026-01-08")
_SAME = 40  # letters by which the words of an entry are known on its page


def entry_stamps(blocks: Sequence[Block], kinds: Sequence[ZoneKind]) -> dict[int, str]:
    """Return, by their place, the times above entries with the day put before the hour: `2026-03-04 09:15`.

    An entry is a time with text of the article right below it. Times that show their day stay as they are.
    """
    stamps = {}
    entries = 0
    for place, block in enumerate(blocks[:-1]):
        if block.element.moment is None or kinds[place + 1] is not ZoneKind.BODY:
            continue
        entries += 1
        day = to_edtf(block.element.moment)
        if day is not None and len(day) == _DAY and to_edtf(block.text) is None:
            stamps[place] = f"{day} {block.text}"
    return stamps if entries >= _FEWEST else {}


def with_described_days(blocks: Sequence[Shown], updates: Sequence[Update]) -> list[Shown]:
    """Return the blocks of a page with a dated line above each entry that JSON-LD dates.

    An entry is found by how its headline, or else its text, begins. A line above it that names a day stays;
    one that names an hour alone gets the day.
    """
    places: dict[str, int] = {}
    for place, (text, kind) in enumerate(blocks):
        if kind is ZoneKind.BODY:
            places.setdefault(_key(text), place)
    stamps: dict[int, str] = {}
    for update in updates:
        known = (places.get(_key(words)) for words in (update.title, *update.paragraphs[:1]) if words)
        found = next((place for place in known if place is not None), None)
        if found is not None:
            stamps.setdefault(found, update.stamp)
    if len(stamps) < _FEWEST:
        return list(blocks)
    dated: list[Shown] = []
    for place, (text, kind) in enumerate(blocks):
        stamp = stamps.get(place)
        if stamp is not None:
            above = dated[-1] if dated and dated[-1][1] is ZoneKind.BYLINE else None
            if above is None:
                dated.append((stamp, ZoneKind.BYLINE))
            elif to_edtf(above[0]) is None and len(above[0]) < _SAME:
                dated[-1] = (f"{stamp[:_DAY]} {above[0]}", ZoneKind.BYLINE)
        dated.append((text, kind))
    return dated


def described_entries(updates: Sequence[Update]) -> list[Shown]:
    """Return the entries that JSON-LD has as blocks: a dated line, then headline and text."""
    return [
        block
        for update in updates
        for block in (
            (update.stamp, ZoneKind.BYLINE),
            *((words, ZoneKind.BODY) for words in (update.title, *update.paragraphs) if words),
        )
    ]


def _key(words: str) -> str:
    return "".join(filter(str.isalnum, words[: 4 * _SAME].casefold()))[:_SAME]
