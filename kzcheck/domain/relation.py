"""How two claims relate, and from which score on a match is suggested or joined."""

from enum import StrEnum

SUGGEST = 0.38
"""From this score on a pair is suggested to the reviewer as the same. Chosen near the best F1 on the pairs of
headlines and of newswire that matching was developed on."""
JOIN = 0.85
"""From this score on a pair joins a cluster without a reviewer's decision."""


class Relation(StrEnum):
    """How two claims relate.

    `COMPATIBLE`: same measure, values agree within rounding and hedges. `CONFLICT`: same measure,
    values do not agree.
    """

    DUPLICATE = "duplicate"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    RELATED = "related"
    DIFFERENT = "different"
