"""What a desk knows of its sources, and how it comes to know it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kzcheck.desk.deciding import Hand
from kzcheck.domain import CitationKind, Span, Stance
from kzcheck.store import Store, claims, documents
from kzcheck.store import evidence as stored

if TYPE_CHECKING:
    from kzcheck.desk.agreeing import FiguresSeen
    from kzcheck.desk.rechecking import Again
    from kzcheck.domain import Citation, FoundCheck, KeptPage
    from kzcheck.evidence import Pacer

CORRECTED = ("title", "publisher", "author", "published", "passage", "locator", "stance", "kind")
"""The fields of a citation that can be corrected."""


class Evidence:
    """The evidence of a desk: citations looked at, corrected, looked at again.

    What asks the network imports it, and nothing here does so unasked. Every method raises KzcheckError,
    in one line, when what was asked for cannot be done.
    """

    def __init__(self, store: Store, hand: Hand) -> None:
        self._store = store
        self._hand = hand

    def citation(self, citation_id: str) -> Citation:
        """Return a citation by its whole id."""
        return claims.citation(self._store, citation_id)

    def can_be_looked_at(self, reference: str) -> bool:
        """Return whether a reference leads to a page or a file; plain words don't."""
        from kzcheck.desk.evidence import can_be_looked_at

        return can_be_looked_at(reference)

    def address(self, reference: str) -> str | None:
        """Return the web address that a reference leads to, if it does."""
        from kzcheck.evidence import read_reference

        return read_reference(reference).url

    def is_file(self, reference: str) -> bool:
        """Return whether a reference names a file of this machine."""
        from kzcheck.desk.evidence import file_of

        return file_of(reference) is not None

    def look(
        self,
        citation_id: str,
        *,
        may_read_files: bool = False,
        allow_private: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> Citation:
        """Fetch and keep the page that a citation names, unless it is kept, and look for its passage there.

        `may_read_files` is for a path that the person has just typed.
        """
        from kzcheck.desk.evidence import look

        return look(
            self._store,
            self._hand,
            citation_id,
            may_read_files=may_read_files,
            allow_private=allow_private,
            cancelled=cancelled,
        )

    def correct(self, citation_id: str, **changes: str | Stance | CitationKind | None) -> Citation:
        """Correct fields of a citation, named as in CORRECTED, as one deed; return it as it is now.

        Without a word a field goes back to what the page says of itself.
        """
        from kzcheck.desk.evidence import amend

        unknown = changes.keys() - set(CORRECTED)
        if unknown:
            raise TypeError(f"no field of a citation: {', '.join(sorted(unknown))}")
        return amend(self._store, self._hand, citation_id, dict(changes))

    def page(self, name: str) -> KeptPage:
        """Return the kept page of a citation's id or a hash, or a unique beginning of one."""
        return stored.named_page(self._store, name)

    def kept_page(self, citation: Citation) -> KeptPage | None:
        """Return the page kept for a citation, None where this desk has none."""
        return None if citation.snapshot is None else stored.kept(self._store, citation.snapshot)

    def is_kept(self, citation: Citation) -> bool:
        """Return whether this desk has the page that was seen for a citation."""
        return citation.snapshot is not None and stored.is_kept(self._store, citation.snapshot)

    def passage_span(self, citation: Citation, page: KeptPage) -> Span | None:
        """Return where the passage of a citation stands in a kept page's text; None where it does not."""
        from kzcheck.desk.evidence import passage_span

        return passage_span(citation.passage, page.text)

    def body(self, page: KeptPage) -> bytes:
        """Return a kept page byte by byte as it came, once it is certain that it matches its hash."""
        from kzcheck.desk.evidence import body_of

        return body_of(self._store, page)

    def figures(self, citation: Citation) -> FiguresSeen | None:
        """Return whether the figures of claim and passage agree; None where they can't be compared."""
        if not citation.passage:
            return None
        from kzcheck.desk.agreeing import figures_seen

        claim = claims.claim(self._store, claims.claim_number(self._store, citation.claim_id))
        return figures_seen(claim, documents.document(self._store, claim.document_id), citation.passage)

    def source_line(self, citations: Sequence[Citation]) -> str | None:
        """Return how many independent sources citations come to, and why; None for fewer than two."""
        if len(citations) < 2:
            return None
        from kzcheck.desk.evidence import source_line

        return source_line(self._store, citations)

    def recheck(
        self,
        claim_ids: Sequence[str] = (),
        *,
        archive: bool = False,
        allow_private: bool = False,
        cancelled: Callable[[], bool] | None = None,
        pacer: Pacer | None = None,
    ) -> Iterator[Again]:
        """Look again at the pages that claims cite, or at all of the desk, and yield what became of each."""
        from kzcheck.desk.rechecking import recheck

        return recheck(
            self._store,
            self._hand,
            claim_ids,
            archive=archive,
            allow_private=allow_private,
            cancelled=cancelled,
            pacer=pacer,
        )

    def all_citations(self) -> Iterator[Citation]:
        """Yield every citation in the order they were made."""
        for citation_id in stored.cited_by(self._store):
            yield claims.citation(self._store, citation_id)

    def known_checks(
        self, text: str, *, limit: int = 10, cancelled: Callable[[], bool] | None = None
    ) -> list[FoundCheck]:
        """Ask the Google Fact Check Tools what was published on a text; keep and return what fits."""
        from kzcheck.desk.known import known_checks

        return known_checks(self._store, text, limit=limit, cancelled=cancelled)
