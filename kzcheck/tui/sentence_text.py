"""The sentence of a claim with the claim's words marked, as several panes show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from kzcheck.tui import safe

if TYPE_CHECKING:
    from kzcheck.domain import Context


def marked_sentence(context: Context) -> Content:
    """Return the sentence with the claim's words, hedge and all, marked in it."""
    sentence, (start, end) = context.sentence, context.quote
    lead = sentence[:start]
    if len(lead) > safe.MAX_LINE:
        lead = "…" + lead[-safe.MAX_LINE :]
    return Content.assemble(
        safe.content(lead, "$foreground"),
        safe.content(sentence[start:end], "bold $quote-fg on $quote-bg"),
        safe.content(sentence[end:], "$foreground"),
    )
