"""What a document, claim, quantity, verdict, citation and match *are*.

Frozen dataclasses, tuples, enums and pure rules. Every other room speaks in these words; this one imports
nothing but the standard library. Names that the review screen does not need at its start are imported
when they are first asked for, since making a dataclass takes a millisecond.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kzcheck.domain.action import Action
from kzcheck.domain.counting import plural
from kzcheck.domain.errors import KzcheckError, TakesLonger
from kzcheck.domain.ids import claim_id, content_id, document_id, fact_check_id, is_claim_id
from kzcheck.domain.kinds import (
    Approximator,
    Attribution,
    Change,
    ClaimKind,
    Modality,
    QuantityKind,
    Standing,
    SubjectOrigin,
)
from kzcheck.domain.metadata import Metadata, named
from kzcheck.domain.relation import JOIN, SUGGEST, Relation
from kzcheck.domain.span import Span, ZoneKind
from kzcheck.domain.verdict import (
    IDLE_SECONDS,
    CitationKind,
    PassageOutcome,
    RecheckOutcome,
    Stance,
    Status,
    Verdict,
)
from kzcheck.domain.views import ClaimQuery, ClaimRow, RowKey, Sort, Tally
from kzcheck.domain.visible import mark_of, visible, visible_lines

if TYPE_CHECKING:
    from kzcheck.domain.adding import AddedDocument, AddProgress, AddReport, SourceError
    from kzcheck.domain.citation import Citation
    from kzcheck.domain.claim import Claim, Quantity
    from kzcheck.domain.contradiction import Alarm, Contradiction, Side
    from kzcheck.domain.dates import is_date
    from kzcheck.domain.document import Document, Zone
    from kzcheck.domain.factcheck import FactCheck, FoundCheck
    from kzcheck.domain.ledger import LedgerEntry
    from kzcheck.domain.lists import ClaimMark, DocumentRow, PairKey, PairView
    from kzcheck.domain.match import Comparison, Match, MatchView
    from kzcheck.domain.page import KeptPage, Page
    from kzcheck.domain.records import ClaimStatus, Context
    from kzcheck.domain.revision import Carried, Edit, Fate, Orphan, Revision, SentenceEdit, ShownEdit
    from kzcheck.domain.second import SecondVerdict
    from kzcheck.domain.stats import Stats

_LATE = {
    "AddProgress": "adding",
    "AddReport": "adding",
    "AddedDocument": "adding",
    "SourceError": "adding",
    "Citation": "citation",
    "Claim": "claim",
    "Quantity": "claim",
    "Alarm": "contradiction",
    "Contradiction": "contradiction",
    "Side": "contradiction",
    "Document": "document",
    "Zone": "document",
    "is_date": "dates",
    "FactCheck": "factcheck",
    "FoundCheck": "factcheck",
    "LedgerEntry": "ledger",
    "ClaimMark": "lists",
    "DocumentRow": "lists",
    "PairKey": "lists",
    "PairView": "lists",
    "Comparison": "match",
    "Match": "match",
    "MatchView": "match",
    "KeptPage": "page",
    "Page": "page",
    "ClaimStatus": "records",
    "Context": "records",
    "Carried": "revision",
    "Edit": "revision",
    "Fate": "revision",
    "Orphan": "revision",
    "Revision": "revision",
    "SentenceEdit": "revision",
    "ShownEdit": "revision",
    "SecondVerdict": "second",
    "Stats": "stats",
}
"""Names that are imported when they are first asked for, each with the module of this package that has it."""

__all__ = [
    "IDLE_SECONDS",
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
    "fact_check_id",
    "is_claim_id",
    "is_date",
    "mark_of",
    "named",
    "plural",
    "visible",
    "visible_lines",
]


def __getattr__(name: str) -> object:
    """Import a name of `_LATE` the first time it is asked for (PEP 562)."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    made: object = getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
    globals()[name] = made
    return made
