"""Texts that are all body, and the claims found in them."""

from kzcheck.domain import Claim, Document, Metadata, Zone, ZoneKind, document_id
from kzcheck.extract import extract_claims


def body_of(text: str, published: str | None = None) -> Document:
    zones = (Zone(0, len(text), ZoneKind.BODY),) if text.strip() else ()
    metadata = Metadata(published=published)
    return Document(id=document_id(text), text=text, zones=zones, metadata=metadata, source="-")


def claims_of(text: str, published: str | None = None) -> list[Claim]:
    claims = extract_claims(body_of(text, published))
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
    return claims
