"""How two claims relate, and how alike they must be."""

from enum import StrEnum

SUGGEST = 0.37
"""From this score on a pair is put before the reviewer as the same: near the best F1 of the development
pairs, headlines and newswire alike."""
JOIN = 0.85
"""From this score on a pair joins a cluster without being asked."""


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
