"""Every command of the screens, declared once.

Bindings, the hint line, the palette, the key screen, the presets and the README's key table are all
made from `COMMANDS`. This module imports nothing of Textual, so that the table can be printed without it.
"""

from collections.abc import Mapping

from kzcheck.tui.command import (
    Command,
    Group,
    needs_address,
    needs_claim,
    needs_filter,
    needs_last_citation,
    needs_match,
)

COMMANDS: tuple[Command, ...] = (
    Command(
        id="verify",
        title="Verified",
        help="Mark the claim verified and go to the next open one",
        keys=("v",),
        group=Group.DECIDE,
        hint="verify",
        disabled=needs_claim,
    ),
    Command(
        id="dispute",
        title="Disputed",
        help="Mark the claim disputed and go to the next open one",
        keys=("d",),
        group=Group.DECIDE,
        hint="dispute",
        disabled=needs_claim,
    ),
    Command(
        id="needs_context",
        title="Needs context",
        help="Mark the claim as true only with context it lacks",
        keys=("t",),
        group=Group.DECIDE,
        hint="context",
        disabled=needs_claim,
    ),
    Command(
        id="unproven",
        title="Unproven",
        help="Mark the claim as neither shown nor refuted",
        keys=("u",),
        group=Group.DECIDE,
        hint="unproven",
        disabled=needs_claim,
    ),
    Command(
        id="not_checkable",
        title="Not checkable",
        help="Mark the claim as opinion, forecast or beyond checking",
        keys=("x",),
        group=Group.DECIDE,
        hint="not checkable",
        disabled=needs_claim,
    ),
    Command(
        id="later",
        title="Later",
        help="Postpone the claim",
        keys=("l",),
        group=Group.DECIDE,
        hint="later",
        disabled=needs_claim,
    ),
    Command(
        id="select",
        title="Select",
        help="Select the claim; a verdict then marks all selected",
        keys=("space",),
        group=Group.DECIDE,
        disabled=needs_claim,
    ),
    Command(
        id="undo",
        title="Undo",
        help="Take back your newest decision, whenever it was made",
        keys=("z",),
        group=Group.DECIDE,
        hint="undo",
    ),
    Command(
        id="redo",
        title="Redo",
        help="Put back what undo took away",
        keys=("Z",),
        group=Group.DECIDE,
    ),
    Command(
        id="cite",
        title="Cite",
        help="Add a citation: a recent one by its digit, or a pasted address",
        keys=("c",),
        group=Group.EVIDENCE,
        hint="cite",
        disabled=needs_claim,
    ),
    Command(
        id="cite_again",
        title="Cite the last source again",
        help="Add the citation used last to this claim",
        keys=("C",),
        group=Group.EVIDENCE,
        disabled=needs_last_citation,
    ),
    Command(
        id="rationale",
        title="Rationale",
        help="Write down why",
        keys=("r",),
        group=Group.EVIDENCE,
        hint="rationale",
        disabled=needs_claim,
    ),
    Command(
        id="headline",
        title="Edit the headline",
        help="Put the claim in better words; its quote stays as it is",
        keys=("e",),
        group=Group.EVIDENCE,
        disabled=needs_claim,
    ),
    Command(
        id="same",
        title="Same",
        help="Accept the match: both claims say the same",
        keys=("equals_sign",),
        group=Group.MATCHES,
        hint="same",
        disabled=needs_match,
    ),
    Command(
        id="not_same",
        title="Not the same",
        help="Refuse the match, for good",
        keys=("exclamation_mark",),
        group=Group.MATCHES,
        hint="not same",
        disabled=needs_match,
    ),
    Command(
        id="matches",
        title="Matches",
        help="Show the claim in other articles; again for the next match",
        keys=("m",),
        group=Group.MATCHES,
        hint="matches",
        disabled=needs_claim,
    ),
    Command(
        id="down",
        title="Down",
        help="Next claim",
        keys=(
            "j",
            "down",
        ),
        group=Group.MOVE,
    ),
    Command(
        id="up",
        title="Up",
        help="Claim before",
        keys=(
            "k",
            "up",
        ),
        group=Group.MOVE,
    ),
    Command(
        id="page_down",
        title="Page down",
        help="One screenful down",
        keys=(
            "pagedown",
            "ctrl+d",
        ),
        group=Group.MOVE,
    ),
    Command(
        id="page_up",
        title="Page up",
        help="One screenful up",
        keys=(
            "pageup",
            "ctrl+u",
        ),
        group=Group.MOVE,
    ),
    Command(
        id="first",
        title="First",
        help="First claim of the list",
        keys=(
            "g",
            "home",
        ),
        group=Group.MOVE,
    ),
    Command(
        id="last",
        title="Last",
        help="Last claim of the list",
        keys=(
            "G",
            "end",
        ),
        group=Group.MOVE,
    ),
    Command(
        id="next_open",
        title="Next open",
        help="Next claim without a verdict",
        keys=("n",),
        group=Group.MOVE,
    ),
    Command(
        id="previous_open",
        title="Previous open",
        help="Claim before without a verdict",
        keys=("N",),
        group=Group.MOVE,
    ),
    Command(
        id="search",
        title="Search",
        help="Search claims, headlines, subjects, speakers and titles, as you type",
        keys=("slash",),
        group=Group.FIND,
        hint="search",
    ),
    Command(
        id="filter",
        title="Filter",
        help="Choose which claims are listed",
        keys=("f",),
        group=Group.FIND,
        hint="filter",
    ),
    Command(
        id="sort",
        title="Sort",
        help="Sort by priority, document, value or last touched",
        keys=("s",),
        group=Group.FIND,
    ),
    Command(
        id="clear",
        title="Clear",
        help="Drop the selection, then the search, then the filter",
        keys=("escape",),
        group=Group.FIND,
        disabled=needs_filter,
    ),
    Command(
        id="why",
        title="Why",
        help="Why this claim was found, and what made its priority",
        keys=("w",),
        group=Group.LOOK,
        disabled=needs_claim,
    ),
    Command(
        id="next_tab",
        title="Next tab",
        help="Matches, Citations, History, Why",
        keys=("right",),
        group=Group.LOOK,
    ),
    Command(
        id="previous_tab",
        title="Previous tab",
        help="The same, backwards",
        keys=("left",),
        group=Group.LOOK,
    ),
    Command(
        id="scroll_down",
        title="Scroll down",
        help="Scroll the source, or the details when it all fits",
        keys=(
            "J",
            "shift+down",
        ),
        group=Group.LOOK,
    ),
    Command(
        id="scroll_up",
        title="Scroll up",
        help="Scroll them back",
        keys=(
            "K",
            "shift+up",
        ),
        group=Group.LOOK,
    ),
    Command(
        id="open_source",
        title="Open the source",
        help="Open the article in the browser",
        keys=("o",),
        group=Group.LOOK,
        disabled=needs_address,
    ),
    Command(
        id="copy",
        title="Copy",
        help="Copy the claim with its source and citations",
        keys=("y",),
        group=Group.LOOK,
        disabled=needs_claim,
    ),
    Command(
        id="keys",
        title="Keys",
        help="Every key, and what it does",
        keys=(
            "question_mark",
            "f1",
        ),
        group=Group.DESK,
        hint="keys",
    ),
    Command(
        id="theme",
        title="Theme",
        help="Next theme: dark, light, high contrast, the terminal's own",
        keys=("f9",),
        group=Group.DESK,
    ),
    Command(
        id="quit",
        title="Quit",
        help="Leave; everything is already saved",
        keys=(
            "q",
            "ctrl+q",
        ),
        group=Group.DESK,
    ),
)

PALETTE_KEY = "ctrl+p"
"""The palette lists `COMMANDS`, so it is not one of them."""


HINTS = (
    "verify", "dispute", "cite", "later", "same", "not_same", "undo", "search", "filter", "rationale",
    "needs_context", "unproven", "not_checkable", "matches",
)  # fmt: skip
"""Which commands the hint line names, those that matter most first; `keys` always closes it."""


BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
