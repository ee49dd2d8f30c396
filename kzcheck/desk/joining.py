"""Taking a claim out of its cluster."""

from kzcheck.desk.deciding import change
from kzcheck.desk.hand import Hand
from kzcheck.desk.matching import make_pair
from kzcheck.domain import Action, Claim, KzcheckError, Relation
from kzcheck.store import Store, claims, clusters, deeds


def take_out(store: Store, hand: Hand, claim: Claim) -> str:
    """Decide that a claim is different from every other claim of its cluster, as one deed; return its batch.

    Raises KzcheckError when the claim is in no cluster.
    """
    number = claims.claim_number(store, claim.id)
    others = [row.id for row in clusters.rows_of(store, number) if row.id != claim.id]
    if not others:
        raise KzcheckError(
            f"nothing was taken out: claim {claim.id} is in no cluster; 'kzcheck show' tells the cluster"
        )
    for other in others:
        make_pair(store, claim, claims.claim(store, claims.claim_number(store, other)))
    deed = hand.deed()
    after = {"relation": str(Relation.DIFFERENT)}
    with store.writing():
        deeds.do(
            store,
            deed,
            [change(store, Action.DECIDE, "|".join(sorted((claim.id, other))), after) for other in others],
        )
    return deed.batch
