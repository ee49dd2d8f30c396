"""What `copy` puts on the clipboard: a claim that can be pasted into an article or a mail."""

from collections.abc import Sequence

from kzcheck.domain import Citation, Claim, Context
from kzcheck.tui import safe


def clipping(claim: Claim, context: Context, citations: Sequence[Citation]) -> str:
    """Return the claim's words, where they stand, and what is cited for them, in plain lines."""
    document = context.metadata
    origin = [document.title, document.outlet, document.author, document.published, document.url]
    written = [safe.line(f"“{claim.quote}”"), safe.line(", ".join(words for words in origin if words))]
    for citation in citations:
        parts = [citation.title, citation.publisher, citation.published, citation.reference, citation.locator]
        written.append(safe.line(f"{citation.stance.value}: " + ", ".join(words for words in parts if words)))
    return "\n".join(line for line in written if line)
