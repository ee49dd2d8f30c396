"""The claims beside a claim as a small table: shares of one whole with their sum, then others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from kzcheck.domain import QuantityKind, SubjectOrigin
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.lines_pane import BLANK, Block
from kzcheck.tui.words import quantity_amount

if TYPE_CHECKING:
    from kzcheck.domain import Claim

MAX_SIBLINGS = 8
FIGURE_WIDTH = 22
SENTENCE = Block(Content.styled("in the same sentence", "$muted"))


def sibling_blocks(claim: Claim, siblings: Sequence[Claim], glyphs: Glyphs) -> list[Block]:
    """Return the other shares of the same whole, then the other claims of the sentence."""
    shares = _shares(claim, siblings)
    beside = [each for each in siblings if each not in shares and each.sentence == claim.sentence]
    blocks: list[Block] = []
    if shares:
        of = f"shares of {claim.measure}" if claim.measure else "shares"
        words = [each.subject or each.headline for each in shares]
        blocks += [BLANK, Block(safe.content(of, "$muted")), *_rows(shares, claim, glyphs, words)]
    if beside:
        others = beside if shares else sorted([claim, *beside], key=_place)
        blocks += [BLANK, SENTENCE, *_rows(others, claim, glyphs, [each.headline for each in others])]
    return blocks


def sum_of_shares(claim: Claim, siblings: Sequence[Claim]) -> str:
    """Return the claim's share and those beside it added up, `80 + 13 + 2 + 2 = 97`, or "" if it is alone."""
    shares = _shares(claim, siblings)
    values = [each.quantity.value for each in shares if each.quantity and each.quantity.value is not None]
    return f"{' + '.join(f'{value:g}' for value in values)} = {sum(values):g}" if values else ""


def _shares(claim: Claim, siblings: Sequence[Claim]) -> list[Claim]:
    """Return the shares of one whole that a claim belongs to, in text order; none if it is alone."""
    if not _is_share(claim):
        return []
    others = [each for each in siblings if _is_share(each) and each.measure == claim.measure]
    return sorted([claim, *others], key=_place) if others else []


def _place(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


def _is_share(claim: Claim) -> bool:
    """Return whether a claim has a share that can be added to others: no change, no range, of a whole."""
    quantity = claim.quantity
    return (
        quantity is not None
        and quantity.kind is QuantityKind.PERCENTAGE
        and quantity.value is not None
        and quantity.value_high is None
        and quantity.change is None
        and claim.subject_origin is not SubjectOrigin.DISTRIBUTED
    )


def _rows(claims: Sequence[Claim], here: Claim, glyphs: Glyphs, words: Sequence[str]) -> list[Block]:
    """Return a line for each claim: its figure in a column, then its words."""
    figures = [safe.line(quantity_amount(each.quantity), 60) for each in claims[:MAX_SIBLINGS]]
    width = min(FIGURE_WIDTH, max(len(figure) for figure in figures))
    gap = "  " if width else ""
    blocks = []
    for each, figure, said in zip(claims, figures, words, strict=False):
        is_here = each.id == here.id
        sign = glyphs.cursor if is_here else " "
        line = f"{sign} {safe.clip(figure, width)}{gap}{safe.line(said, 200)}"
        blocks.append(Block(Content.styled(line, "bold" if is_here else ""), hang=2 + width + len(gap)))
    if len(claims) > MAX_SIBLINGS:
        blocks.append(Block(Content.styled(f"  and {len(claims) - MAX_SIBLINGS} more", "$muted")))
    return blocks
