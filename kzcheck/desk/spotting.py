"""Adding a claim that extraction missed, from words that a reviewer has marked."""

from kzcheck.desk.extracting import prepare_claims
from kzcheck.desk.matching import relate, write_matches
from kzcheck.domain import (
    Action,
    Claim,
    ClaimKind,
    Document,
    KzcheckError,
    Quantity,
    QuantityKind,
    Span,
    ZoneKind,
    claim_id,
)
from kzcheck.store import Store, claims, deeds, documents
from kzcheck.store.convert import check_offsets, claim_state
from kzcheck.store.ledger import Change, Deed

LONGEST_HEADLINE = 60
"""Characters of the marked words that make the headline until a reviewer writes a better one."""


def add_claim(store: Store, deed: Deed, document_id: str, start: int, end: int) -> Claim:
    """Put the words from `start` to `end` (code points) of a document on the desk as a claim, and match it.

    Raises KzcheckError when there are no words, or when they are a claim already.
    """
    document = documents.document(store, document_id)
    claim = marked(document, start, end)
    with store.writing():
        if claims.is_on_desk(store, claim.id):
            raise KzcheckError(f"nothing was added: these words are claim {claim.id} already; decide on that")
        known = claims.is_known(store, claim.id)
        deeds.do(store, deed, [Change(Action.ADD_CLAIM, claim.id, None, claim_state(claim))])
        if not known:
            match_marked(store, document, claim)
    return claim


def match_marked(store: Store, document: Document, claim: Claim) -> None:
    """Match a claim that has just been added to the desk; the caller holds the transaction."""
    number = claims.claim_number(store, claim.id)
    lineage = documents.lineage(store, document.id)
    write_matches(store, [number], relate(store, [claim], prepare_claims(document, [claim]), lineage))


def marked(document: Document, start: int, end: int) -> Claim:
    """Return the claim that the marked words make, without white space at their ends.

    Raises KzcheckError when no words are marked.
    """
    text = document.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise KzcheckError("nothing was added: no words are marked; mark the words of the claim")
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    sentence = sentence_around(document, start, end)
    quantity = quantity_within(text, sentence, start, end)
    quote = text[start:end]
    kind = kind_of(quantity)
    claim = Claim(
        id=claim_id(document.id, start, end, kind, ""),
        document_id=document.id,
        zone=zone_of(document, start, end),
        kind=kind,
        headline=shortened(" ".join(quote.split())),
        start=start,
        end=end,
        quote=quote,
        sentence=sentence,
        quantity=quantity,
        priority=1.0,
        reasons=("marked by a reviewer",),
        group=f"{sentence.start}-{sentence.end}",
    )
    check_offsets(claim, text)
    return claim


def sentence_around(document: Document, start: int, end: int) -> Span:
    """Return the sentences that the words are in, as one span."""
    from kzcheck.extract import split_sentences

    zone = next((z for z in document.zones if z.start <= start and end <= z.end), None)
    first, last = (zone.start, zone.end) if zone is not None else (0, len(document.text))
    inside = [s for s in split_sentences(document.text, first, last) if s.start < end and start < s.end]
    return Span(min([start, *(s.start for s in inside)]), max([end, *(s.end for s in inside)]))


def quantity_within(text: str, sentence: Span, start: int, end: int) -> Quantity | None:
    """Return the first figure that is wholly within the marked words, None without one."""
    from kzcheck.extract import find_quantities

    found = [
        quantity._replace(start=quantity.start + sentence.start, end=quantity.end + sentence.start)
        for quantity in find_quantities(sentence.of(text))
    ]
    return next((q for q in found if start <= q.start and q.end <= end), None)


def kind_of(quantity: Quantity | None) -> ClaimKind:
    """Return the kind of a claim with this figure; without a figure it is an event."""
    if quantity is None:
        return ClaimKind.EVENT
    if quantity.value_high is not None:
        return ClaimKind.RANGE
    kinds = {
        QuantityKind.PERCENTAGE: ClaimKind.PERCENTAGE,
        QuantityKind.DATE: ClaimKind.DATE,
        QuantityKind.RANK: ClaimKind.SUPERLATIVE,
    }
    return kinds.get(quantity.kind, ClaimKind.QUANTITY)


def zone_of(document: Document, start: int, end: int) -> ZoneKind:
    """Return the kind of the zone that the words are in; outside all zones they count as body."""
    return next((z.kind for z in document.zones if z.start < end and start < z.end), ZoneKind.BODY)


def shortened(words: str) -> str:
    """Return the words, cut at the end of a word if they are longer than LONGEST_HEADLINE."""
    if len(words) <= LONGEST_HEADLINE:
        return words
    return words[: LONGEST_HEADLINE - 1].rsplit(" ", 1)[0] + "…"
