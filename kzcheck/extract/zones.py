"""Zones of plain text: what of a pasted page is the article, and what stands around it.

The text is cut into blocks (paragraphs); each block gets the shape of its words (length, end, capitals,
marks of time, credit or invitation), and the order of the shapes decides: a header before the first
paragraphs, a body, a biography, comments. The words looked for are those any page uses.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from kzcheck.domain import Zone, ZoneKind
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.zone_words import (
    AGENCY,
    BIO_HEADING,
    BIO_SENTENCE,
    BYLINE,
    CAPTION,
    COMMENT_HEADING,
    COMMENT_NAME,
    COMMENT_STAMP,
    CREDIT,
    DATE_LINE,
    DATELINE,
    DISCLAIMER,
    INVITATION,
    REPLY_FORM,
    TIMESTAMP_LINE,
)

_BLOCK = Pattern(r"\S[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*")
_SENTENCE_END = Pattern(r"[.!?…:;,。！？][\"'”’»)\]]*$")
_WORD = Pattern(r"\w[\w'’-]*")
_DIGIT = Pattern(r"\d")
_LIST_ITEM = Pattern(r"(?:[-*•–·]|\d{1,3}[.)])\s")
_PROSE_WORDS = 12  # a block as long as this that ends like a sentence is a paragraph
_MANY_WORDS = 20  # from here on the rules do not ask for a word more or less
_SEEN = 400  # characters in which words are counted
_LONGEST_CAPTION = 300  # characters, without its credit
_LONGEST_CREDIT = 200
_CREDIT_WORDS = ("image", "photo", "picture", "credit", "illustration", "commons", "shutterstock")
_CREDIT_ENDS = (")", "]", ").", "].")
_WRAP_FROM, _WRAP_TO = 44, 111  # the lengths of lines that are only wrapped
_HEADER_BLOCKS = 60  # how far down the first paragraph may stand
_OF_ARTICLE = (ZoneKind.BODY, ZoneKind.HEADLINE)
_BIO_REACH = 6  # how many blocks from the end of the article an unannounced biography may begin


@dataclass(slots=True)
class _Block:
    start: int
    end: int
    text: str
    words: int
    closed: bool  # ends like a sentence
    prose: bool  # is as long as a paragraph, too
    kind: ZoneKind | None = None


def read_zones(text: str) -> tuple[Zone, ...]:
    """Return the zones of plain text in order: one for each stretch of blocks with the same role."""
    blocks = _blocks(text)
    if not blocks:
        return ()
    stop = _mark_comments(blocks)
    first = _first_paragraph(blocks, stop)
    _mark_header(blocks, first)
    stop = _mark_announced_bio(blocks, first, stop)
    _mark_body(blocks, first, stop)
    _mark_silent_bio(blocks, first, stop)
    return _joined(_without_dateline(blocks, first))


def _without_dateline(blocks: list[_Block], first: int) -> list[_Block]:
    """Cut the dateline ("PARIS, May 5 (AFP) — ") off the first paragraph."""
    block = blocks[first]
    opens = DATELINE.match(block.text) or AGENCY.match(block.text)
    match = opens if block.kind is ZoneKind.BODY else None
    if match is None or match.end() >= len(block.text):
        return blocks
    at = block.start + match.end()
    ends = block.start + len(match[0].rstrip())
    line = _Block(block.start, ends, match[0], 0, closed=False, prose=False, kind=ZoneKind.BYLINE)
    rest = replace(block, start=at, text=block.text[match.end() :])
    return [*blocks[:first], line, rest, *blocks[first + 1 :]]


def _blocks(text: str) -> list[_Block]:
    blocks = []
    for match in _BLOCK.finditer(text):
        at = match.start()
        for line in _lines(match[0]):
            piece = line.strip()
            if piece:
                start = at + line.index(piece[0])
                blocks.append(_Block(start, start + len(piece), piece, *_shape(piece[:_SEEN], piece[-12:])))
            at += len(line) + 1
    return blocks


@lru_cache(maxsize=256)
def _shape(head: str, tail: str) -> tuple[int, bool, bool]:
    """Return the number of words, no more than the rules ask; whether a sentence ends; and if it is prose."""
    words = len(head.split())
    if words < _MANY_WORDS:
        words = len(_WORD.findall(head))
    closed = _SENTENCE_END.search(tail) is not None
    return words, closed, closed and words >= _PROSE_WORDS


def _lines(block: str) -> Sequence[str]:
    """Cut a block at its line breaks, unless they only wrap its lines."""
    if "\n" not in block:
        return (block,)
    lines = block.split("\n")
    if not _WRAP_FROM <= len(lines[0]) <= _WRAP_TO:
        return lines
    filled = [line for line in lines if line.strip()]
    wrapped = len(filled) > 1 and all(_WRAP_FROM <= len(line) <= _WRAP_TO for line in filled[:-1])
    return (block,) if wrapped else lines


def _mark_comments(blocks: Sequence[_Block]) -> int:
    """Mark readers' comments and the form below them; return the index where they begin."""
    stop = len(blocks)
    prose = 0
    for i, block in enumerate(blocks):
        prose += block.prose
        if block.words > 12:
            continue
        if prose and REPLY_FORM.match(block.text):
            stop = i
            break
        heading = (prose or i > 2) and COMMENT_HEADING.match(block.text)
        if heading or (prose and _opens_comment(blocks, i) and _comment_thread(blocks, i)):
            stop = i
            break
    form = False
    for block in blocks[stop:]:
        form = form or REPLY_FORM.match(block.text) is not None
        block.kind = ZoneKind.BOILERPLATE if form else ZoneKind.COMMENT
    return stop


def _opens_comment(blocks: Sequence[_Block], i: int) -> bool:
    """Whether block `i` is the name above a comment: a short name, then a time stamp."""
    name = blocks[i]
    if _is_stamped(name.text) and COMMENT_NAME.match(name.text):
        return True
    follows = blocks[i + 1].text if i + 1 < len(blocks) else ""
    return (
        name.words <= 6
        and not (name.closed and not name.text.endswith((".", ":")))
        and len(follows) <= 60
        and _is_stamped(follows)
    )


def _is_stamped(text: str) -> bool:
    """Whether a text holds the time of a comment: it has digits, which most lines have not."""
    return _DIGIT.search(text) is not None and COMMENT_STAMP.search(text) is not None


def _comment_thread(blocks: Sequence[_Block], i: int) -> bool:
    """Whether a second comment follows, or the first is numbered: one name and date may be a byline."""
    if _LIST_ITEM.match(blocks[i].text):
        return True
    return any(_opens_comment(blocks, j) for j in range(i + 2, min(i + 40, len(blocks))))


def _first_paragraph(blocks: Sequence[_Block], stop: int) -> int:
    """Return the index of the first block of the article: a paragraph that is no caption or invitation."""
    for i, block in enumerate(blocks[: min(stop, _HEADER_BLOCKS)]):
        if block.prose and not _not_article(block.text) and not _in_title_case(block.text):
            return i
    for i, block in enumerate(blocks[:stop]):
        if block.closed and block.words >= 4 and not _not_article(block.text):
            return i
    return 0 if stop == 1 else _longest(blocks, stop)


def _in_title_case(text: str) -> bool:
    """Whether a short text is set like a headline: nearly every longer word with a capital."""
    words = [word for word in _WORD.findall(text[:300]) if len(word) > 3 and word[0].isalpha()]
    return 3 <= len(words) <= 25 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _longest(blocks: Sequence[_Block], stop: int) -> int:
    return max(range(stop), key=lambda i: len(blocks[i].text), default=0)


def _not_article(text: str) -> bool:
    return bool(_is_caption(text) or INVITATION.match(text) or BYLINE.match(text) or DATE_LINE.match(text))


def _is_caption(text: str) -> bool:
    """Whether a text stands under a picture: it opens as a caption, or closes with a credit."""
    if CAPTION.match(text):
        return True
    since = max(0, len(text) - _LONGEST_CREDIT)
    if since > _LONGEST_CAPTION:
        return False
    tail = text[since:].lower()
    if not (tail.endswith(_CREDIT_ENDS) or any(word in tail for word in _CREDIT_WORDS)):
        return False
    credit = CREDIT.search(text, since)
    return credit is not None and credit.start() <= _LONGEST_CAPTION and "\n" not in text[: credit.start()]


def _mark_header(blocks: Sequence[_Block], first: int) -> None:
    """Mark what stands above the article: headline, byline, captions, navigation."""
    title = _title(blocks[:first])
    for i, block in enumerate(blocks[:first]):
        if block.text == title:
            block.kind = ZoneKind.HEADLINE
        elif _is_caption(block.text):
            block.kind = ZoneKind.CAPTION
        elif (
            BYLINE.match(block.text)
            or DATE_LINE.match(block.text)
            or TIMESTAMP_LINE.match(block.text)
            or (title and title in block.text)
        ):
            block.kind = ZoneKind.BYLINE
        elif i == first - 1 and block.closed and block.words >= 7:
            block.kind = ZoneKind.BODY  # a standfirst that is short of a paragraph
        else:
            block.kind = ZoneKind.NAVIGATION


def _title(header: Sequence[_Block]) -> str | None:
    """Return the headline among the blocks above an article: repeated, or long and near the text."""
    best, best_score = None, 0.0
    for i, block in enumerate(header):
        if not 2 <= block.words <= 30 or len(block.text) > 200 or _not_article(block.text):
            continue
        if block.text.endswith(".") and not _in_title_case(block.text):
            continue
        if TIMESTAMP_LINE.match(block.text):
            continue
        score = min(block.words, 12) + (4 if i >= len(header) - 4 else 0)
        score -= 6 if block.closed and block.text.endswith((".", ",", ":", ";")) else 0
        score += 6 * any(block.text in other.text and other is not block for other in header[:20])
        score -= 4 if block.words < 4 else 0
        if score > best_score:
            best, best_score = block.text, score
    return best


def _mark_announced_bio(blocks: Sequence[_Block], first: int, stop: int) -> int:
    """Mark a biography under a heading such as "About the author"; return where the article ends."""
    for i in range(first + 1, stop):
        block = blocks[i]
        if block.words <= 10 and BIO_HEADING.match(block.text):
            for later in blocks[i:stop]:
                later.kind = _after_article(later)
            return i
    return stop


def _after_article(block: _Block) -> ZoneKind:
    if DISCLAIMER.match(block.text):
        return ZoneKind.BOILERPLATE
    if INVITATION.match(block.text) or (
        not block.closed and block.words < 4 and not BIO_HEADING.match(block.text)
    ):
        return ZoneKind.NAVIGATION
    return ZoneKind.BIO


def _mark_silent_bio(blocks: Sequence[_Block], first: int, stop: int) -> None:
    """Mark a biography that nothing announces, in the last paragraphs: "N is a fellow at …"."""
    for i in range(max(first + 1, stop - _BIO_REACH), stop):
        block = blocks[i]
        if DISCLAIMER.match(block.text):
            block.kind = ZoneKind.BOILERPLATE
        elif block.kind is ZoneKind.BODY and BIO_SENTENCE.match(block.text):
            block.kind = ZoneKind.BIO


def _mark_body(blocks: Sequence[_Block], first: int, stop: int) -> None:
    """Mark the article: paragraphs, captions and invitations between them, and lists of links."""
    for i in range(first, stop):
        block = blocks[i]
        if block.kind is not None:
            continue
        block.kind = _told(block.text, block.words, block.prose)
        if block.kind is not None:
            continue
        is_item = _LIST_ITEM.match(block.text) is not None
        if is_item and _heads_next(blocks, i, stop):
            block.kind = ZoneKind.HEADLINE
        elif is_item or block.closed or block.words >= _PROSE_WORDS:
            block.kind = ZoneKind.BODY
        else:
            block.kind = _open_block(blocks, i, first, stop)
    _mark_tail(blocks, first, stop)


@lru_cache(maxsize=256)
def _told(text: str, words: int, prose: bool) -> ZoneKind | None:
    """Return what the words of a block tell it to be; pages repeat their short lines."""
    if not (prose and words > 60) and _is_caption(text):
        return ZoneKind.CAPTION
    if words <= 40 and INVITATION.match(text):
        return ZoneKind.NAVIGATION
    if (words <= 14 and BYLINE.match(text)) or DATE_LINE.match(text) or TIMESTAMP_LINE.match(text):
        return ZoneKind.BYLINE
    return None


def _heads_next(blocks: Sequence[_Block], i: int, stop: int) -> bool:
    """Whether a numbered line is the heading of the paragraph below it."""
    block = blocks[i]
    return not block.closed and block.words <= 8 and i + 1 < stop and blocks[i + 1].prose


def _open_block(blocks: Sequence[_Block], i: int, first: int, stop: int) -> ZoneKind:
    """Judge a short block without an end: a subheading, text when it stands alone, else a link."""
    if stop - first == 1:
        return ZoneKind.BODY
    if i == first and i + 1 < stop:
        return ZoneKind.HEADLINE
    if i + 1 < stop and blocks[i + 1].prose:
        return ZoneKind.HEADLINE
    if blocks[i].words >= 4 and any(ch.isdigit() for ch in blocks[i].text):
        return ZoneKind.BODY
    return ZoneKind.NAVIGATION


def _mark_tail(blocks: Sequence[_Block], first: int, stop: int) -> None:
    """Return what comes after the last paragraph and has no end of a sentence is no text of the article."""
    for i in range(stop - 1, first, -1):
        block = blocks[i]
        if block.kind not in _OF_ARTICLE:
            continue
        if block.kind is ZoneKind.BODY and (block.closed or _LIST_ITEM.match(block.text)):
            return
        if block.words < _PROSE_WORDS and stop - first > 3:
            block.kind = ZoneKind.NAVIGATION


def _joined(blocks: Sequence[_Block]) -> tuple[Zone, ...]:
    zones: list[Zone] = []
    for kind, stretch in groupby(blocks, lambda block: block.kind or ZoneKind.BODY):
        members = list(stretch)
        zones.append(Zone(members[0].start, members[-1].end, kind))
    return tuple(zones)
