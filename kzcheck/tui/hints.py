"""The commands on the hint line in each pane, with their words, the most important first."""

from collections.abc import Mapping

from kzcheck.tui.widgets.detail_tabs import Tab

ARTICLE_HINTS = {
    "next_open": "next",
    "previous_open": "before",
    "verify": "verify",
    "dispute": "dispute",
    "add_claim": "mark a passage",
    "drop_claim": "not a claim",
    "undo": "undo",
    "article": "list",
    "cite": "cite",
    "rationale": "rationale",
}
SOURCE_HINTS = {
    "claims_pane": "list",
    "down": "scroll",
    "verify": "verify",
    "dispute": "dispute",
    "article": "annotated",
    "open_source": "open",
    "add_claim": "mark a passage",
    "copy": "copy",
}
TAB_HINTS: Mapping[Tab, Mapping[str, str]] = {
    Tab.MATCHES: {
        "claims_pane": "list",
        "same": "same",
        "not_same": "not same",
        "compatible": "compatible",
        "conflict": "conflict",
        "matches": "next",
        "compare": "compare",
        "inherit": "carry over",
    },
    Tab.CITATIONS: {
        "claims_pane": "list",
        "cite": "cite",
        "cite_again": "again",
        "fetch": "fetch",
        "kept_page": "kept page",
        "correct": "correct",
        "open_source": "open",
        "rationale": "rationale",
    },
    Tab.HISTORY: {"claims_pane": "list", "down": "scroll", "undo": "undo", "redo": "redo"},
    Tab.WHY: {
        "claims_pane": "list",
        "down": "scroll",
        "drop_claim": "not a claim",
        "headline": "headline",
        "not_checkable": "not checkable",
    },
}
