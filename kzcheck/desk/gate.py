"""The evidence gate as the desk keeps it: its setting, and the refusal."""

from collections.abc import Sequence

from kzcheck.desk.records import GateRefused
from kzcheck.domain import Citation, Claim, KzcheckError, Status
from kzcheck.store import Store, claims, settings

GATE = "gate"
"""The name of the setting: `any`, `strict` or `off`."""


def refuse_unfounded(store: Store, claim: Claim, status: Status, offered: Sequence[Citation]) -> None:
    """Raise GateRefused where the claim's citations and those offered do not carry the verdict."""
    verdict = status.verdict
    if verdict is None or not verdict.needs_evidence:
        return
    from kzcheck.evidence import Gate, check_gate

    gate = Gate(settings.setting(store, GATE) or Gate.ANY)
    citations = claims.citations_of(store, claims.claim_number(store, claim.id))
    why_not = check_gate(verdict, [*citations, *offered], gate)
    if why_not is not None:
        raise GateRefused(f"{claim.headline}: {why_not}")


def refuse_unknown_gate(name: str, value: str | None) -> None:
    """Raise KzcheckError where the setting `name` is the gate and `value` is none of its words."""
    if name != GATE or value is None:
        return
    from kzcheck.evidence import Gate

    if value not in tuple(Gate):
        raise KzcheckError(f"the gate was not set: {value!r} is none of {', '.join(Gate)}")
