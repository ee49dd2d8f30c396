"""Entries of a live blog, whose days a page often tells machines alone."""

from collections.abc import Sequence

from kzcheck.domain import ZoneKind
from kzcheck.ingest.edtf import to_edtf
from kzcheck.ingest.html_tree import Block

_FEWEST = 2  # one such time is that of an article
_DAY = len("2026-01-08")


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
