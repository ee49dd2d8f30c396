"""Ids that are the same on every machine: short, base32, made from what they name.

A desk merges with another, and a CSV finds its claims again, because of this.
"""

import base64
import hashlib

DOCUMENT_ID_LENGTH = 10  # 50 bits: a collision is unlikely below some ten million documents
CLAIM_ID_LENGTH = 13  # 65 bits: a million claims collide with a chance below one in ten million


def content_id(*parts: str, length: int) -> str:
    """Return `length` lower-case base32 characters of the SHA-256 over `parts`, in order.

    Each part is prefixed with its length, so that ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    enough = -(-length // 8) * 5  # bytes: five make eight characters
    return base64.b32encode(digest.digest()[:enough]).decode("ascii").lower()[:length]


def document_id(text: str) -> str:
    """Return the id of a document: its text and nothing else decides."""
    return content_id(text, length=DOCUMENT_ID_LENGTH)


def claim_id(document: str, start: int, end: int, kind: str, subject: str) -> str:
    """Return the id of a claim: where it stands, its kind, and its subject.

    The subject is part of it since two claims may share one span ("in both countries is 18 percent").
    """
    return content_id(document, str(start), str(end), kind, subject, length=CLAIM_ID_LENGTH)
