"""Guarded fetching, kept pages, quoted passages, and the evidence gate."""

from kzcheck.evidence.addresses import AddressPolicy, Resolver, resolve_host
from kzcheck.evidence.alignment import Difference
from kzcheck.evidence.fetch import Fetcher, fetch_page
from kzcheck.evidence.gate import Gate, Source, check_gate, independent_sources
from kzcheck.evidence.limits import FetchError, FetchFailure, Limits
from kzcheck.evidence.passages import PassageCheck, find_passage
from kzcheck.evidence.recheck import Kept, Recheck, Rechecker
from kzcheck.evidence.references import (
    Reference,
    ReferenceKind,
    canonical_url,
    read_reference,
    shown_url,
    site_of,
)
from kzcheck.evidence.robots import Pacer, Robots
from kzcheck.evidence.services import FACT_CHECK_BASE, archive_page, search_fact_checks
from kzcheck.evidence.snapshots import body_hash, pack, page_of_file, unpack
from kzcheck.evidence.validators import Validators

__all__ = [
    "FACT_CHECK_BASE",
    "AddressPolicy",
    "Difference",
    "FetchError",
    "FetchFailure",
    "Fetcher",
    "Gate",
    "Kept",
    "Limits",
    "Pacer",
    "PassageCheck",
    "Recheck",
    "Rechecker",
    "Reference",
    "ReferenceKind",
    "Resolver",
    "Robots",
    "Source",
    "Validators",
    "archive_page",
    "body_hash",
    "canonical_url",
    "check_gate",
    "fetch_page",
    "find_passage",
    "independent_sources",
    "pack",
    "page_of_file",
    "read_reference",
    "resolve_host",
    "search_fact_checks",
    "shown_url",
    "site_of",
    "unpack",
]
