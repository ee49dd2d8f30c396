"""What the desk refuses with a reason of its own."""

from kzcheck.domain import KzcheckError


class GateRefused(KzcheckError):  # noqa: N818 - the name says what became of the mark
    """A verdict without the evidence it needs; cite a source, or override with a reason.

    `why` says what is missing, without the claim's headline.
    """

    def __init__(self, headline: str, why: str) -> None:
        super().__init__(f"{headline}: {why}")
        self.why = why
