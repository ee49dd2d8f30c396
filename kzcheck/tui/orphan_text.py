"""What is shown of an orphan: what was decided on which words, and the claims that it may be now."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from kzcheck.desk import Desk
from kzcheck.domain import ClaimRow, Fate, Orphan, plural
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.sentence_text import marked_sentence
from kzcheck.tui.theme import STATUS_ROLE
from kzcheck.tui.widgets.lines_pane import BLANK, Block

MOST_CANDIDATES = 9
"""One for each digit key."""

FATES = {
    Fate.GONE: "its words are not in the new text",
    Fate.AMBIGUOUS: "its words are there more than once",
    Fate.REWORDED: "its sentence is there in other words",
    Fate.ALTERED: "it says something else now",
    Fate.KEPT: "it was put back",
}


@dataclass(frozen=True, slots=True)
class Lost:
    """An orphan with its row, and the rows of the claims that it may be now."""

    orphan: Orphan
    row: ClaimRow
    candidates: Sequence[ClaimRow]


def lost(desk: Desk) -> list[Lost]:
    """Return all orphans of the desk."""
    return [
        Lost(
            orphan,
            desk.claim_row(orphan.claim),
            [desk.claim_row(claim) for claim in orphan.candidates[:MOST_CANDIDATES]],
        )
        for orphan in desk.orphans()
    ]


def orphan_blocks(desk: Desk, one: Lost, glyphs: Glyphs) -> list[Block]:
    """Return the old words, the verdict on them, and each candidate with its digit and its sentence."""
    status = desk.status(one.row.id)
    sign, role = glyphs.status[status.status], STATUS_ROLE[status.status]
    cited = plural(len(desk.citations_of(one.row.id)), "source")
    blocks = [
        Block(Content.styled("before, in the text that was replaced", "$muted")),
        Block(marked_sentence(desk.context(one.row.id)), indent=2),
        Block(
            Content.assemble(
                Content.styled(f"{sign} {status.status.value}", f"bold ${role}"),
                safe.content(f"  {status.reviewer or ''}  {cited}", "$muted"),
            ),
            indent=2,
        ),
    ]
    if status.rationale:
        blocks.append(Block(safe.content(status.rationale), indent=2))
    blocks += [BLANK, Block(Content.styled(f"now: {FATES[one.orphan.fate]}", "$muted"))]
    for number, row in enumerate(one.candidates, 1):
        head = Content.assemble(
            Content.styled(f"{number} ", "bold $info"), safe.content(row.headline, "bold")
        )
        blocks += [
            Block(head, indent=1, hang=2),
            Block(marked_sentence(desk.context(row.id)), indent=3),
        ]
    if not one.candidates:
        blocks.append(Block(Content.styled("No claim of the new text is like it.", "$muted"), indent=2))
    return blocks
