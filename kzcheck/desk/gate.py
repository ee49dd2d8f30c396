"""The evidence gate of a desk: marks that lack the evidence which its setting asks for are refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kzcheck.desk.settings import GATE
from kzcheck.domain import KzcheckError, Status
from kzcheck.store import Store, claims, settings
from kzcheck.store import evidence as kept

if TYPE_CHECKING:
    from kzcheck.domain import Citation, Claim


class GateRefused(KzcheckError):  # noqa: N818 - the name says what became of the mark
    """A verdict lacks the evidence it needs: cite a source, or override with a reason.

    `why` says what is missing, without the claim's headline.
    """

    def __init__(self, headline: str, why: str) -> None:
        super().__init__(f"{headline}: {why}")
        self.why = why


def refuse_unfounded(
    store: Store, claim: Claim, status: Status, offered: Sequence[Citation], reviewer: str | None = None
) -> None:
    """Raise GateRefused when the claim's citations and the `offered` ones are not enough for a verdict.

    With a `reviewer`, only citations of that reviewer count.
    """
    verdict = status.verdict
    if verdict is None or not verdict.needs_evidence:
        return
    from kzcheck.evidence import Gate, check_gate

    gate = Gate(settings.setting(store, GATE) or Gate.ANY)
    citations = [*claims.citations_of(store, claims.claim_number(store, claim.id), reviewer), *offered]
    texts = texts_of(store, citations) if gate is Gate.STRICT and len(citations) > 1 else {}
    why_not = check_gate(verdict, citations, gate, texts)
    if why_not is not None:
        raise GateRefused(claim.headline, why_not)


def texts_of(store: Store, citations: Sequence[Citation]) -> dict[str, str]:
    """Return the texts of the pages that are kept for citations, by the pages' hashes."""
    return kept.texts(store, (citation.snapshot for citation in citations if citation.snapshot))
