"""A fact-check: a verdict that somebody else has published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCheck:
    """A published fact-check as it was imported.

    `claim` is the statement that was checked, in the fact-check's own words, and `claimant` who made it.
    `rating` is the publisher's own word. `date` is EDTF, None where it could not be read.
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
    """A fact-check that was looked up for a text. `score` (0 to 1) is how likely it is about that text."""

    check: FactCheck
    score: float
    reasons: tuple[str, ...]
