"""`Desk.evidence`: the sources of a desk, to be looked up, fetched, corrected and checked again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kzcheck.desk.hand import Hand
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
    """The evidence of a desk.

    Only `look`, `recheck` and `known_checks` use the network. Every method raises KzcheckError, in one line,
    when what was asked for cannot be done.
    """

    def __init__(self, store: Store, hand: Hand) -> None:
        self._store = store
        self._hand = hand

    def citation(self, citation_id: str) -> Citation:
        """Return the citation with this id, which must be given whole."""
        return claims.citation(self._store, citation_id)

    def can_be_looked_at(self, reference: str) -> bool:
        """Return whether a reference leads to a page or a file; plain words do not."""
        from kzcheck.desk.evidence import can_be_looked_at

        return can_be_looked_at(reference)

    def address(self, reference: str) -> str | None:
        """Return the web address that a reference leads to, None when it leads to none."""
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

        Returns the citation as it is then. A file of this machine is read only with `may_read_files`, for a
        path that the person has just typed.
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
        """Correct fields of a citation, named as in CORRECTED, as one deed; return it as it is then.

        A field that is emptied goes back to what the kept page says of itself.
        """
        from kzcheck.desk.evidence import amend

        unknown = changes.keys() - set(CORRECTED)
        if unknown:
            raise TypeError(f"no field of a citation: {', '.join(sorted(unknown))}")
        return amend(self._store, self._hand, citation_id, dict(changes))

    def page(self, name: str) -> KeptPage:
        """Return the kept page of a hash or a citation's id, or of a unique beginning of either."""
        return stored.named_page(self._store, name)

    def kept_page(self, citation: Citation) -> KeptPage | None:
        """Return the page kept for a citation, None where this desk has none."""
        return None if citation.snapshot is None else stored.kept(self._store, citation.snapshot)

    def is_kept(self, citation: Citation) -> bool:
        """Return whether this desk has the page that was kept for a citation."""
        return citation.snapshot is not None and stored.is_kept(self._store, citation.snapshot)

    def passage_span(self, citation: Citation, page: KeptPage) -> Span | None:
        """Return where the passage of a citation stands in a kept page's text; None where it does not."""
        from kzcheck.desk.evidence import passage_span

        return passage_span(citation.passage, page.text)

    def body(self, page: KeptPage) -> bytes:
        """Return the bytes of a kept page as they came, checked against its hash."""
        from kzcheck.desk.evidence import body_of

        return body_of(self._store, page)

    def figures(self, citation: Citation) -> FiguresSeen | None:
        """Return whether the figures of claim and passage agree; None where they cannot be compared."""
        if not citation.passage:
            return None
        from kzcheck.desk.agreeing import figures_seen

        claim = claims.claim(self._store, claims.claim_number(self._store, citation.claim_id))
        return figures_seen(claim, documents.document(self._store, claim.document_id), citation.passage)

    def source_line(self, citations: Sequence[Citation]) -> str | None:
        """Return in one line how many independent sources some citations are; None for fewer than two."""
        if len(citations) < 2:  # the rooms that `source_line` loads are not needed for one
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
        """Fetch the pages that some claims cite again (of all claims if none is named); yield each result."""
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
        """Yield every citation of the desk in the order they were made."""
        for citation_id in stored.cited_by(self._store):
            yield claims.citation(self._store, citation_id)

    def known_checks(
        self, text: str, *, limit: int = 10, cancelled: Callable[[], bool] | None = None
    ) -> list[FoundCheck]:
        """Ask the Google Fact Check Tools about a text; keep the answers and return those that fit."""
        from kzcheck.desk.known import known_checks

        return known_checks(self._store, text, limit=limit, cancelled=cancelled)
