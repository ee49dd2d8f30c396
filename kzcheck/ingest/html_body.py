"""Which of a page's blocks are the article: a text-density scorer over the tree of elements.

Every block scores by its prose (long, with sentences, few links) or against it (short, linked). The
article is the element whose blocks have the highest sum; what its labels call a share bar, a
caption or a comment does not count for it, and is left out of the body afterwards.
"""

import re

from kzcheck.domain import ZoneKind
from kzcheck.ingest.html_labels import role_of
from kzcheck.ingest.html_tree import Block, Element, Tree

SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)\]]*(\s|$)")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MAIN_SHARE = 0.5  # an element with this share of all prose is no share bar, whatever its labels say


def zone_kinds(tree: Tree) -> list[ZoneKind]:
    """Return the zone of every block of `tree`, in order."""
    scores = [block_score(block) for block in tree.blocks]
    prose = _sums(tree, [max(score, 0.0) for score in scores])
    roles = _roles(tree.elements, prose)
    own = [roles[block.element.index] for block in tree.blocks]
    counted = [score if role is None else min(score, 0.0) for score, role in zip(scores, own, strict=True)]
    main = _best(tree.elements, _sums(tree, counted))
    inside = _inside(tree.elements, main)
    kinds = [
        _kind(block, score, role, inside[block.element.index])
        for block, score, role in zip(tree.blocks, scores, own, strict=True)
    ]
    _trim(kinds, scores)
    return kinds


def block_score(block: Block) -> float:
    """Return how much a block speaks for an article (prose, in characters) or against it (below 0)."""
    length = len(block.text)
    plain = length - block.linked
    if block.linked > 0.5 * length:
        return -min(float(block.linked), 60.0)
    if length >= 80 or (length >= 30 and SENTENCE_END.search(block.text)):
        return float(min(plain - block.linked, 1000))
    return 0.0 if block.tag in HEADINGS else -10.0


def _sums(tree: Tree, scores: list[float]) -> list[float]:
    """Return for every element the sum over the blocks in it."""
    sums = [0.0] * len(tree.elements)
    for block, score in zip(tree.blocks, scores, strict=True):
        sums[block.element.index] += score
    for element in reversed(tree.elements):
        if element.parent is not None:
            sums[element.parent.index] += sums[element.index]
    return sums


def _roles(elements: list[Element], prose: list[float]) -> list[ZoneKind | None]:
    """Return every element's role, its own or the one it stands in."""
    roles: list[ZoneKind | None] = []
    most = MAIN_SHARE * prose[0] if prose else 0.0
    for element in elements:
        role = roles[element.parent.index] if element.parent is not None else None
        if role is None and prose[element.index] <= most:
            role = role_of(element)
        roles.append(role)
    return roles


def _best(elements: list[Element], sums: list[float]) -> int:
    """Return the index of the element with the highest sum, the innermost of equals."""
    return max(range(len(elements)), key=lambda index: (sums[index], index), default=0)


def _inside(elements: list[Element], main: int) -> list[bool]:
    inside: list[bool] = []
    for element in elements:
        within = element.parent is not None and inside[element.parent.index]
        inside.append(within or element.index == main)
    return inside


def _kind(block: Block, score: float, role: ZoneKind | None, inside: bool) -> ZoneKind:
    if role is not None:
        return role
    if not inside:
        return ZoneKind.BOILERPLATE if score > -10 else ZoneKind.NAVIGATION
    if block.linked > 0.7 * len(block.text):
        return ZoneKind.BOILERPLATE
    return ZoneKind.BODY


def _trim(kinds: list[ZoneKind], scores: list[float]) -> None:
    """Take from the body what stands before its first prose and after its last."""
    prose = [
        index
        for index, (kind, score) in enumerate(zip(kinds, scores, strict=True))
        if kind is ZoneKind.BODY and score > 0
    ]
    if not prose:
        return
    for index, kind in enumerate(kinds):
        if kind is ZoneKind.BODY and not prose[0] <= index <= prose[-1]:
            kinds[index] = ZoneKind.BOILERPLATE
