"""A citation: the evidence that a verdict rests on."""

from dataclasses import dataclass

from kzcheck.domain.verdict import CitationKind, PassageOutcome, RecheckOutcome, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The evidence for a verdict: where, what passage, which stance, when it was looked at.

    `reference` is a URL or free words (a book, a call). `accessed` and `rechecked_at` are UTC, ISO 8601;
    `published` is EDTF. `locator` is the place in the source (a page, a paragraph, a time). `snapshot` is
    the SHA-256 of the kept page. `passage_check` says whether the passage is in that page, `recheck` what
    had become of the page when it was last fetched again; both are None where nobody has looked, and the
    notes put them in words for the reader.
    """

    id: str
    claim_id: str
    reference: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    accessed: str = ""
    passage: str | None = None
    locator: str | None = None
    stance: Stance = Stance.SUPPORTS
    kind: CitationKind = CitationKind.SECONDARY
    snapshot: str | None = None
    archive_url: str | None = None
    passage_check: PassageOutcome | None = None
    passage_note: str | None = None
    rechecked_at: str | None = None
    recheck: RecheckOutcome | None = None
    recheck_note: str | None = None
