"""Ids made from the content they name: short, in base32, the same on every machine.

That is why two desks can be merged, and why an imported CSV finds its claims again.
"""

import hashlib

DOCUMENT_ID_LENGTH = 10  # 50 bits: a collision is unlikely below some ten million documents
CLAIM_ID_LENGTH = 13  # 65 bits: a million claims collide with a chance below one in ten million
FACT_CHECK_ID_LENGTH = 13
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = [first + second for first in _BASE32 for second in _BASE32]
"""The two base32 characters for each value of ten bits."""
_BYTES = 10  # of a hash; sixteen characters say as much


def content_id(*parts: str, length: int) -> str:
    """Return `length` (at most 16) lower-case base32 characters of the SHA-256 over `parts`, in order.

    Each part is prefixed with its length, so that ("ab", "c") and ("a", "bc") differ.
    """
    framed = b""
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        framed += len(data).to_bytes(8, "big") + data
    bits = int.from_bytes(hashlib.sha256(framed).digest()[:_BYTES], "big")
    return (
        f"{_PAIRS[bits >> 70]}{_PAIRS[bits >> 60 & 1023]}"
        f"{_PAIRS[bits >> 50 & 1023]}{_PAIRS[bits >> 40 & 1023]}"
        f"{_PAIRS[bits >> 30 & 1023]}{_PAIRS[bits >> 20 & 1023]}"
        f"{_PAIRS[bits >> 10 & 1023]}{_PAIRS[bits & 1023]}"
    )[:length]


def document_id(text: str) -> str:
    """Return the id of a document; it depends on the document's text alone."""
    return content_id(text, length=DOCUMENT_ID_LENGTH)


def claim_id(document: str, start: int, end: int, kind: str, subject: str) -> str:
    """Return the id of a claim, made of its document's id, its place (code points), kind and subject.

    The subject is part of it since two claims may share one span ("in both countries is 18 percent").
    """
    return content_id(document, str(start), str(end), kind, subject, length=CLAIM_ID_LENGTH)


def fact_check_id(claim: str, url: str | None) -> str:
    """Return the id of a fact-check that came without one, made of what was checked and where it stands."""
    return content_id(claim, url or "", length=FACT_CHECK_ID_LENGTH)


def is_claim_id(text: str) -> bool:
    """Return whether a text has the form of a whole claim id."""
    return len(text) == CLAIM_ID_LENGTH and set(text) <= set(_BASE32)
