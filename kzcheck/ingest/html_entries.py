"""The entries of a live blog: their days, which a page often tells only to machines, are put above them."""

from collections.abc import Sequence

from kzcheck.domain import ZoneKind
from kzcheck.ingest.assembling import Blocks
from kzcheck.ingest.edtf import to_edtf
from kzcheck.ingest.html_tree import Block
from kzcheck.ingest.json_ld import Update

_FEWEST = 2  # one such time is that of an article
_DAY = len("2026-01-08")
_SAME = 40  # letters by which the words of an entry are known on its page


def entry_stamps(blocks: Sequence[Block], kinds: Sequence[ZoneKind]) -> dict[int, str]:
    """Return the stamps of entries with their days (`2026-03-04 09:15`), by the place of their block.

    An entry is a time with text of the article right below it. A time that shows its day already gets no
    stamp.
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


def with_described_days(blocks: Blocks, updates: Sequence[Update]) -> Blocks:
    """Return the blocks of a page with a dated line above each entry that JSON-LD gives a date.

    An entry is recognised by the beginning of its headline, or else of its text. If there is a line with a
    day above it already, it stays; a line with an hour alone gets the day.
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
    dated: Blocks = []
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


def described_entries(updates: Sequence[Update]) -> Blocks:
    """Return the entries of JSON-LD as blocks: for each a dated line, its headline and its text."""
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
