"""What a document, claim, quantity, verdict, citation and match *are*.

Frozen dataclasses, enums and pure rules. Every other room speaks in these words; this one imports
nothing but the standard library.
"""

from kzcheck.domain.claim import (
    Approximator,
    Attribution,
    Change,
    Claim,
    ClaimKind,
    Modality,
    Quantity,
    QuantityKind,
    SubjectOrigin,
)
from kzcheck.domain.document import Document, Metadata, Span, Zone, ZoneKind
from kzcheck.domain.errors import KzcheckError
from kzcheck.domain.factcheck import FactCheck, FoundCheck
from kzcheck.domain.ids import claim_id, content_id, document_id
from kzcheck.domain.ledger import Action, LedgerEntry
from kzcheck.domain.match import Comparison, Match, Relation
from kzcheck.domain.page import Page
from kzcheck.domain.records import ClaimStatus, Context, Stats
from kzcheck.domain.verdict import (
    Citation,
    CitationKind,
    PassageOutcome,
    RecheckOutcome,
    Stance,
    Status,
    Verdict,
)
from kzcheck.domain.views import (
    AddedDocument,
    AddProgress,
    AddReport,
    ClaimQuery,
    ClaimRow,
    DocumentRow,
    MatchView,
    RowKey,
    Sort,
    SourceError,
    Tally,
)

__all__ = [
    "Action",
    "AddProgress",
    "AddReport",
    "AddedDocument",
    "Approximator",
    "Attribution",
    "Change",
    "Citation",
    "CitationKind",
    "Claim",
    "ClaimKind",
    "ClaimQuery",
    "ClaimRow",
    "ClaimStatus",
    "Comparison",
    "Context",
    "Document",
    "DocumentRow",
    "FactCheck",
    "FoundCheck",
    "KzcheckError",
    "LedgerEntry",
    "Match",
    "MatchView",
    "Metadata",
    "Modality",
    "Page",
    "PassageOutcome",
    "Quantity",
    "QuantityKind",
    "RecheckOutcome",
    "Relation",
    "RowKey",
    "Sort",
    "SourceError",
    "Span",
    "Stance",
    "Stats",
    "Status",
    "SubjectOrigin",
    "Tally",
    "Verdict",
    "Zone",
    "ZoneKind",
    "claim_id",
    "content_id",
    "document_id",
]
