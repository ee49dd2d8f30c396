"""Finding the article among the blocks of an HTML page, by scoring the density of text in its elements.

A block has a positive score for prose (long, with sentences, few links) and a negative one for the opposite
(short, linked). The article is the element whose blocks have the highest sum. What the labels of an element
call a share bar, a caption or a comment hardly counts for it, and is left out of the body afterwards.
"""

import re

from kzcheck.domain import ZoneKind
from kzcheck.ingest.html_labels import is_article_text, role_of
from kzcheck.ingest.html_phrases import LIST_HEADING, said_zone
from kzcheck.ingest.html_tree import Block, Element, Tree

SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)\]]*(\s|$)")
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff5e]")  # a syllable or word in one
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
PARAGRAPHS = frozenset(
    ("p", "li", "ul", "ol", "blockquote", "tr", "table", "dl", "dt", "dd", "pre", *HEADINGS)
)
PARTS = PARAGRAPHS | {"tbody"}
CARD_TAGS = frozenset(("div", "li", "article", "section", "tr", "td", "a"))
FRAMES = frozenset((ZoneKind.BOILERPLATE, ZoneKind.NAVIGATION, ZoneKind.CAPTION, ZoneKind.BYLINE))

# Amounts of prose are in characters outside links. The figures were set by hand on pages of some two
# hundred sites; a quarter more or less of any of them changes what is found on few of those.
LONGEST_TEASER = 400.0
CARDS = 3  # like elements in a row that make a list of teasers
ENOUGH = 400.0  # of prose, for an element called the text of an article to be it
BRIEF = {ZoneKind.BYLINE: 500.0, ZoneKind.HEADLINE: 700.0, ZoneKind.NAVIGATION: 2000.0, ZoneKind.BIO: 2500.0}
NEARLY_ALL = 0.75  # share of the page's prose
MAIN_SHARE = 0.5  # share of the article's prose in an element that is no share bar, whatever its labels say
LABELLED = 0.25  # what prose in a labelled element counts, while the article is looked for


def zone_kinds(tree: Tree) -> list[ZoneKind]:
    """Return the zone of every block of `tree`, in order."""
    if not tree.blocks:
        return []
    elements = tree.elements
    scores = [block_score(block) for block in tree.blocks]
    prose = _sums(tree, [max(score, 0.0) for score in scores])
    texts = [
        is_article_text(element) and prose[element.index] > ENOUGH and not element.hidden
        for element in elements
    ]
    claimed = _claims(elements, prose, texts)
    _claim_cards(tree, claimed, prose)
    roles = _inherit(elements, claimed, texts)
    counted = [
        _counted(score, roles[block.element.index], block)
        for score, block in zip(scores, tree.blocks, strict=True)
    ]
    main = _best(elements, _sums(tree, counted))
    inside = _inside(elements, main)
    _release(elements, main, claimed, prose)
    roles = _inherit(elements, claimed, texts)
    kinds = [
        _kind(block, score, roles[block.element.index], inside[block.element.index])
        for block, score in zip(tree.blocks, scores, strict=True)
    ]
    _name_headline(tree.blocks, kinds, scores)
    _drop_lists(tree.blocks, kinds, scores)
    _trim(tree, kinds, scores)
    return kinds


def _counted(score: float, role: ZoneKind | None, block: Block) -> float:
    """Return the score with which a block counts while the article is looked for."""
    if block.element.hidden or said_zone(block.text) is not None:
        return min(score, 0.0)
    return score if role is None else min(score, score * LABELLED)


def _claim_cards(tree: Tree, claimed: list[ZoneKind | None], prose: list[float]) -> None:
    """Claim rows of like elements that each begin with a linked title as boilerplate: teasers of other pages.

    The entries of a live blog may look like that too, but they have more text than a teaser.
    """
    firsts: dict[int, Block] = {}
    for block in tree.blocks:
        around: Element | None = block.element
        while around is not None and around.index not in firsts:
            firsts[around.index] = block
            around = around.parent
    rows: dict[tuple[Element | None, str, frozenset[str]], list[int]] = {}
    for element in tree.elements:
        first = firsts.get(element.index)
        titled = first is not None and first.linked > 0.8 * len(first.text) >= 12
        if titled and element.tag in CARD_TAGS and prose[element.index] <= LONGEST_TEASER:
            rows.setdefault((element.parent, element.tag, element.words), []).append(element.index)
    for indexes in rows.values():
        if len(indexes) >= CARDS:
            for index in indexes:
                claimed[index] = claimed[index] or ZoneKind.BOILERPLATE


def _name_headline(blocks: list[Block], kinds: list[ZoneKind], scores: list[float]) -> None:
    """Make headlines of the main headings above the article's first prose; those further down are body."""
    for index, block in enumerate(blocks):
        if kinds[index] is ZoneKind.BODY and scores[index] > 0 and block.tag != "h1":
            return
        if block.tag == "h1" and not block.element.hidden:
            kinds[index] = ZoneKind.HEADLINE


def _drop_lists(blocks: list[Block], kinds: list[ZoneKind], scores: list[float]) -> None:
    """Take out of the body what follows a heading such as "Most read", up to the next real paragraph."""
    under = False
    for index, block in enumerate(blocks):
        if kinds[index] is not ZoneKind.BODY:
            continue
        if len(block.text) < 80 and scores[index] <= 0 and LIST_HEADING.match(block.text):
            under = True
        elif scores[index] > 150:
            under = False
        if under:
            kinds[index] = ZoneKind.BOILERPLATE


def block_score(block: Block) -> float:
    """Return the score of a block: characters of prose, or below 0 for what is rather no article."""
    length = len(block.text)
    if not block.text.isascii():
        length += int(1.5 * len(WIDE.findall(block.text)))
    plain = length - block.linked
    if block.linked > 0.5 * length:
        return -min(float(block.linked), 60.0)
    if length >= 80 or (length >= 30 and SENTENCE_END.search(block.text)):
        return float(min(plain - block.linked, 1000))
    return 0.0 if block.tag in HEADINGS else -5.0


def _sums(tree: Tree, scores: list[float]) -> list[float]:
    """Return for every element the sum of the scores of all blocks in it."""
    sums = [0.0] * len(tree.elements)
    for block, score in zip(tree.blocks, scores, strict=True):
        sums[block.element.index] += score
    for element in reversed(tree.elements):
        if element.parent is not None:
            sums[element.parent.index] += sums[element.index]
    return sums


def _claims(elements: list[Element], prose: list[float], texts: list[bool]) -> list[ZoneKind | None]:
    """Return for every element the role that its labels claim, unless it has too much prose for that.

    What has nearly all prose of the page is no share bar, and an article is no byline.
    """
    claimed: list[ZoneKind | None] = []
    for element, amount, text in zip(elements, prose, texts, strict=True):
        role = None if text or amount > NEARLY_ALL * prose[0] else role_of(element)
        if role in BRIEF and (element.tag == "article" or amount > BRIEF[role]):
            role = None
        claimed.append(role)
    return claimed


def _inherit(elements: list[Element], own: list[ZoneKind | None], texts: list[bool]) -> list[ZoneKind | None]:
    """Return every element's role: that of the element around it, else its own.

    An element that is labelled as the text of an article is none of the FRAMES that it stands in.
    """
    roles: list[ZoneKind | None] = []
    for element, role, text in zip(elements, own, texts, strict=True):
        above = roles[element.parent.index] if element.parent is not None else None
        roles.append(None if text and above in FRAMES else above or role)
    return roles


def _release(elements: list[Element], main: int, claimed: list[ZoneKind | None], prose: list[float]) -> None:
    """Remove the roles of the elements around the article, and of those with most of its prose."""
    around: Element | None = elements[main]
    while around is not None:
        claimed[around.index] = None
        around = around.parent
    for index in range(main, len(elements)):
        if prose[index] > MAIN_SHARE * prose[main] and not elements[index].hidden:
            claimed[index] = None


def _best(elements: list[Element], sums: list[float]) -> int:
    """Return the index of the element with the highest sum; of equals, the innermost.

    For a paragraph, list or table the element around it is returned, since none of these is an article.
    """
    best = elements[max(range(len(elements)), key=lambda index: (sums[index], index))]
    while best.parent is not None and (best.inline or best.tag in PARTS):
        best = best.parent
    return best.index


def _inside(elements: list[Element], main: int) -> list[bool]:
    inside: list[bool] = []
    for element in elements:
        within = element.parent is not None and inside[element.parent.index]
        inside.append(within or element.index == main)
    return inside


def _kind(block: Block, score: float, role: ZoneKind | None, inside: bool) -> ZoneKind:
    if role is not None:
        return role
    said = said_zone(block.text)
    if said is not None and not (said is ZoneKind.BYLINE and block.tag in HEADINGS):
        return said
    if not inside:
        return ZoneKind.BOILERPLATE if score > -10 else ZoneKind.NAVIGATION
    if block.linked > 0.7 * len(block.text):
        return ZoneKind.BOILERPLATE
    return ZoneKind.BODY


def _trim(tree: Tree, kinds: list[ZoneKind], scores: list[float]) -> None:
    """Take out of the body what is before its first prose or after its last, unless it is beside prose."""
    prose = [
        index
        for index, (kind, score) in enumerate(zip(kinds, scores, strict=True))
        if kind is ZoneKind.BODY and score > 0
    ]
    if not prose:
        return
    blocks = tree.blocks
    seats = _seats(tree.elements)
    beside = {seats[blocks[index].element.index] for index in prose}
    for index, kind in enumerate(kinds):
        outside = not prose[0] <= index <= prose[-1]
        if kind is ZoneKind.BODY and outside and seats[blocks[index].element.index] not in beside:
            kinds[index] = ZoneKind.BOILERPLATE


def _seats(elements: list[Element]) -> list[int]:
    """Return for every element the index of the element around its paragraph, list or table."""
    seats: list[int] = []
    for element in elements:
        passed = element.parent is not None and (element.inline or element.tag in PARAGRAPHS)
        seats.append(seats[element.parent.index] if passed and element.parent is not None else element.index)
    return seats
