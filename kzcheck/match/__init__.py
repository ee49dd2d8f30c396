"""Finding claims that say the same: normalise, shortlist, compare, explain, cluster. Pure functions."""

from kzcheck.match.clusters import Tie, clusters
from kzcheck.match.compare import compare
from kzcheck.match.nearness import nearness, sought
from kzcheck.match.prepared import EDITION, Prepared, prepare, prepare_text
from kzcheck.match.shortlist import Bulk, index_terms

__all__ = [
    "EDITION",
    "Bulk",
    "Prepared",
    "Tie",
    "clusters",
    "compare",
    "index_terms",
    "nearness",
    "prepare",
    "prepare_text",
    "sought",
]
