"""Guarded fetching, kept pages, quoted passages, and the evidence gate."""

from kzcheck.evidence.addresses import AddressPolicy, Resolver, resolve_host
from kzcheck.evidence.alignment import Difference
from kzcheck.evidence.fetch import Fetcher, Validators, fetch_page
from kzcheck.evidence.gate import Gate, Source, check_gate, independent_sources
from kzcheck.evidence.limits import FetchError, FetchFailure, Limits
from kzcheck.evidence.passages import PassageCheck, PassageOutcome, find_passage
from kzcheck.evidence.references import (
    Reference,
    ReferenceKind,
    canonical_url,
    read_reference,
    shown_url,
    site_of,
)

__all__ = [
    "AddressPolicy",
    "Difference",
    "FetchError",
    "FetchFailure",
    "Fetcher",
    "Gate",
    "Limits",
    "PassageCheck",
    "PassageOutcome",
    "Reference",
    "ReferenceKind",
    "Resolver",
    "Source",
    "Validators",
    "canonical_url",
    "check_gate",
    "fetch_page",
    "find_passage",
    "independent_sources",
    "read_reference",
    "resolve_host",
    "shown_url",
    "site_of",
]
