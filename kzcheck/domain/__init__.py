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
from kzcheck.domain.contradiction import Alarm, Contradiction, Side
from kzcheck.domain.document import Document, Metadata, Span, Zone, ZoneKind
from kzcheck.domain.errors import KzcheckError, TakesLonger
from kzcheck.domain.factcheck import FactCheck, FoundCheck
from kzcheck.domain.ids import claim_id, content_id, document_id
from kzcheck.domain.ledger import Action, LedgerEntry
from kzcheck.domain.match import JOIN, SUGGEST, Comparison, Match, Relation
from kzcheck.domain.page import KeptPage, Page
from kzcheck.domain.records import ClaimStatus, Context, Stats
from kzcheck.domain.revision import (
    Carried,
    Edit,
    Fate,
    Orphan,
    Revision,
    SentenceEdit,
    ShownEdit,
    Standing,
)
from kzcheck.domain.verdict import (
    Citation,
    CitationKind,
    PassageOutcome,
    RecheckOutcome,
    SecondVerdict,
    Stance,
    Status,
    Verdict,
)
from kzcheck.domain.views import (
    AddedDocument,
    AddProgress,
    AddReport,
    ClaimMark,
    ClaimQuery,
    ClaimRow,
    DocumentRow,
    MatchView,
    PairKey,
    PairView,
    RowKey,
    Sort,
    SourceError,
    Tally,
)

__all__ = [
    "JOIN",
    "SUGGEST",
    "Action",
    "AddProgress",
    "AddReport",
    "AddedDocument",
    "Alarm",
    "Approximator",
    "Attribution",
    "Carried",
    "Change",
    "Citation",
    "CitationKind",
    "Claim",
    "ClaimKind",
    "ClaimMark",
    "ClaimQuery",
    "ClaimRow",
    "ClaimStatus",
    "Comparison",
    "Context",
    "Contradiction",
    "Document",
    "DocumentRow",
    "Edit",
    "FactCheck",
    "Fate",
    "FoundCheck",
    "KeptPage",
    "KzcheckError",
    "LedgerEntry",
    "Match",
    "MatchView",
    "Metadata",
    "Modality",
    "Orphan",
    "Page",
    "PairKey",
    "PairView",
    "PassageOutcome",
    "Quantity",
    "QuantityKind",
    "RecheckOutcome",
    "Relation",
    "Revision",
    "RowKey",
    "SecondVerdict",
    "SentenceEdit",
    "ShownEdit",
    "Side",
    "Sort",
    "SourceError",
    "Span",
    "Stance",
    "Standing",
    "Stats",
    "Status",
    "SubjectOrigin",
    "TakesLonger",
    "Tally",
    "Verdict",
    "Zone",
    "ZoneKind",
    "claim_id",
    "content_id",
    "document_id",
]
