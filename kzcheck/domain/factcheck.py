"""A fact-check: a verdict that somebody published before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCheck:
    """A published check as it was imported; `claim` is what it looks into, in its own words.

    `date` is EDTF where it could be read, else None; `rating` is the publisher's own word.
    """

    id: str
    claim: str
    title: str | None = None
    claimant: str | None = None
    publisher: str | None = None
    rating: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FoundCheck:
    """A check that was looked up, and how likely it is the one that fits, 0 to 1."""

    check: FactCheck
    score: float
    reasons: tuple[str, ...]
