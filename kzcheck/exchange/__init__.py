"""Verdicts out, and back in: CSV, ClaimReview, JSON Lines, reports."""
