"""What the tests of several desks share: an article for one of them, and what is on each."""

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, Relation

CANALS = (
    "Canals\n\nThe ministry said that 62 percent of the canals were repaired. "
    "The Tarn reservoir holds 340 million cubic metres of water.\n"
)


def claims(desk: Desk) -> list[str]:
    """All claims on the lists, in the order of their documents and places."""
    return [row.id for document in desk.documents() for row in desk.claims_of(document.id)]


def relations(desk: Desk) -> list[tuple[str, str, Relation]]:
    """All pairs that match, and how."""
    return [(match.a, match.b, match.relation) for match in desk.matches()]


def valued(desk: Desk, value: float) -> str:
    """The claim of a present text with this figure."""
    (found,) = {row.id for row in desk.page(ClaimQuery()) if row.value == value}
    return found
