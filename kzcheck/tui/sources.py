"""Citing a source again for another claim, and deciding without a source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kzcheck.domain import CitationKind, Stance

if TYPE_CHECKING:
    from kzcheck.domain import Citation


class Founded(NamedTuple):
    """What a verdict rests on: a source, or the reason why there is none, which is exported with it.

    `rationale` is the new rationale, or None if it was left as it was.
    """

    source: Citation | None = None
    reason: str | None = None
    rationale: str | None = None


NOTHING_WRITTEN = Founded()


def again(
    citation: Citation, *, stance: Stance, kind: CitationKind | None = None, passage: str | None = None
) -> Citation:
    """Return a source for another claim: what is known about it stays, what it said about that claim goes.

    A source that was once called primary stays primary.
    """
    primary = CitationKind.PRIMARY in (citation.kind, kind)
    return replace(
        citation,
        id="",
        claim_id="",
        accessed="",
        passage=passage,
        locator=None,
        stance=stance,
        kind=CitationKind.PRIMARY if primary else CitationKind.SECONDARY,
    )
