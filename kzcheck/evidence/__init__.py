"""Guarded fetching, kept pages, quoted passages, and the evidence gate."""
